//! The base of the screens about something that goes through states (CO01,
//! CM01, PE04): the records of the person on top, the chosen one with its
//! terms and its history, what may happen to it now. What happens is recorded
//! in a short form that asks the evidence that step wants, and nothing else.
//!
//! A screen says what is its own in a [`Matter`]; keys, drafts, warnings,
//! special data, drawing and linear mode are here, once.

mod deed;
mod draw;
mod keys;
mod linear;
mod record;
mod written;

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::BTreeMap;

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::common::person_band;
use super::facts::Fact;
use super::panel::Place;
use super::saving::Saving;
use super::veil;
use crate::desk::query::PersonCard;
use crate::desk::{Answer, Command, Query};
use crate::domain::document::DocumentKind;
use crate::domain::event::StateEvent;
use crate::domain::finding::{Acceptance, Level};
use crate::domain::ids::RegistrantId;
use crate::domain::office::Role as Rank;
use crate::domain::permission::Permission;
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects, Notice, Reply, Slot};
use crate::ui::form::{Form, FormOutcome, Name};
use crate::ui::keymap::Context;
use crate::ui::linear::Linear;
use crate::ui::reasons::REASON;
use crate::ui::route::{Code, Route};
use crate::ui::screen::{Cx, Flow, Offer, RowHelp, Screen, Special};
use crate::ui::widgets::table::{Column, Table};

pub use deed::{Deed, Steps};
pub use record::{day, heading, terms};
use written::Written;

/// What is being recorded: a step, and of which record; for a beginning, what
/// it begins from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct What<Act> {
    /// The step.
    pub act: Act,
    /// The record.
    pub about: Option<Uuid>,
}

/// A record in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Key.
    pub id: Uuid,
    /// Its texts, by column.
    pub cells: Vec<String>,
    /// What it is, in one line, as a heading.
    pub title: String,
}

/// Who would record it, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Desk {
    /// Who works here is a supervisor.
    pub supervisor: bool,
    /// Today.
    pub today: NaiveDate,
}

/// What one such screen has of its own.
pub trait Matter: 'static {
    /// The steps that are recorded here.
    type Act: Copy + PartialEq + Serialize + DeserializeOwned + 'static;
    /// Code of the screen.
    const CODE: Code;
    /// What one must be permitted to record here.
    const NEEDS: Permission;
    /// Its title.
    const TITLE: &'static str;
    /// What is said when the person has no such record.
    const EMPTY: &'static str;
    /// Rules whose sentence is told once a step is recorded: the first there is.
    const TOLD: &'static [&'static str];

    /// Columns of the list.
    fn columns() -> Vec<Column>;
    /// The records of the person, the latest first.
    fn rows(card: &PersonCard, today: NaiveDate) -> Vec<Row>;
    /// The paper that goes with a record as it stands: kind and record.
    fn paper(_card: &PersonCard, _row: &Row) -> Option<DocumentKind> {
        None
    }
    /// The record that is there already of what the screen was opened for.
    fn begun(_what: What<Self::Act>, _card: &PersonCard) -> Option<Uuid> {
        None
    }
    /// How a record stands.
    fn facts(card: &PersonCard, row: &Row, today: NaiveDate) -> Vec<Fact>;
    /// What the word of an event is called in its history.
    fn happened(event: &StateEvent) -> Option<&'static str>;
    /// All that can be recorded: of the record chosen, and what begins one.
    fn deeds(card: &PersonCard, row: Option<&Row>, desk: Desk) -> Vec<Deed<Self::Act>>;
    /// What there is to know while the step is written.
    fn known(what: What<Self::Act>, card: &PersonCard, today: NaiveDate) -> Vec<Fact>;
    /// The form of a step, with what is most likely.
    fn form(what: What<Self::Act>, card: &PersonCard, cx: &Cx) -> Form;
    /// A field changed: what follows in the others.
    fn follow(_what: What<Self::Act>, _form: &mut Form, _field: Name, _card: &PersonCard) {}
    /// The command the form means.
    fn command(
        what: What<Self::Act>,
        form: &Form,
        card: &PersonCard,
        accepted: Vec<Acceptance>,
    ) -> Option<Command>;
}

/// Where the keys are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Pane {
    #[default]
    Records,
    Deeds,
}

/// The screen.
pub struct Procedure<M: Matter> {
    who: RegistrantId,
    /// As it was read.
    read: Option<Box<PersonCard>>,
    /// As it is shown: without what is special, until somebody says why.
    card: Option<Box<PersonCard>>,
    special_shown: bool,
    rows: Table<Row>,
    /// What can be recorded, what may be done now first.
    deeds: Vec<Deed<M::Act>>,
    /// The deed under the pointer.
    at: usize,
    pane: Pane,
    /// The operator has gone to one of the two.
    chosen: bool,
    /// First line seen of the record.
    top: Cell<usize>,
    /// The step being written.
    place: Place<Written<M::Act>>,
    saving: Saving,
    /// The form to open once the card is here.
    opens: Option<What<M::Act>>,
    /// What to say once the card was read again.
    after: Option<Notice>,
}

impl<M: Matter> Procedure<M> {
    /// The records of a person, with the form of `opens` already open.
    #[must_use]
    pub fn new(who: RegistrantId, opens: Option<What<M::Act>>) -> Self {
        Self {
            who,
            read: None,
            card: None,
            special_shown: false,
            rows: Table::new(M::columns(), M::EMPTY),
            deeds: Vec::new(),
            at: 0,
            pane: Pane::default(),
            chosen: false,
            top: Cell::new(0),
            place: Place::default(),
            saving: Saving::default(),
            opens,
            after: None,
        }
    }

    fn ask(&self) -> Effect {
        Effect::Ask("card", Query::Person { registrant: self.who, reason: None })
    }

    fn came(&mut self, card: Box<PersonCard>, cx: &Cx) -> Effects {
        let mut effects: Effects = vec![Effect::Person(Some(Box::new(person_band(&card))))];
        let before = self.rows.rows().len();
        let chosen = self.rows.selected().map(|row| row.id);
        let rows = M::rows(&card, cx.today());
        // A new record is the one to speak of; else the pointer stays on its own.
        let place = rows.iter().position(|row| Some(row.id) == chosen).filter(|_| rows.len() == before);
        self.rows.set(rows);
        self.rows.select(place.unwrap_or(0));
        self.read = Some(card);
        self.veil();
        self.look_again(cx);
        if !self.chosen {
            self.pane = if self.rows.rows().len() > 1 { Pane::Records } else { Pane::Deeds };
        }
        effects.extend(self.after.take().map(Effect::from));
        effects.extend(self.reopen(cx));
        effects
    }

    /// What can be recorded of the record under the pointer.
    fn look_again(&mut self, cx: &Cx) {
        let Some(card) = &self.card else { return };
        let supervisor = cx.session.is_some_and(|session| session.operator.role == Rank::Supervisor);
        let desk = Desk { supervisor, today: cx.today() };
        let mut deeds = M::deeds(card, self.rows.selected(), desk);
        deeds.sort_by_key(|deed| deed.why_not.is_some());
        self.deeds = deeds;
        self.at = 0;
        self.top.set(0);
    }

    /// The paper of the record under the pointer.
    fn paper(&self) -> Option<Route> {
        let (card, row) = (self.card.as_ref()?, self.rows.selected()?);
        Some(Route::DocumentToIssue(self.who, M::paper(card, row)?, row.id))
    }

    fn deed(&self) -> Option<&Deed<M::Act>> {
        self.deeds.get(self.at)
    }

    fn veil(&mut self) {
        self.card = self
            .read
            .as_ref()
            .map(|read| if self.special_shown { read.clone() } else { Box::new(veil::masked(read)) });
    }
}

impl<M: Matter> Screen for Procedure<M> {
    fn code(&self) -> Code {
        M::CODE
    }

    fn title(&self) -> Cow<'static, str> {
        M::TITLE.into()
    }

    fn enter(&mut self, _cx: &Cx) -> Effects {
        vec![self.ask()]
    }

    fn back(&mut self, _cx: &Cx) -> Effects {
        vec![self.ask()]
    }

    fn context(&self) -> Context {
        if self.place.is_open() { Context::Form } else { Context::List }
    }

    fn form(&self) -> Option<&Form> {
        self.place.get().map(|panel| &panel.form)
    }

    fn form_mut(&mut self) -> Option<&mut Form> {
        self.place.get_mut().map(|panel| &mut panel.form)
    }

    fn draft_subject(&self) -> Option<String> {
        Some(self.who.to_string())
    }

    fn draft(&self) -> Option<BTreeMap<String, String>> {
        self.place.typed()
    }

    fn restore(&mut self, values: &BTreeMap<String, String>, focus: &str, cx: &Cx) -> Effects {
        self.draft_found(values, focus, cx)
    }

    fn act(&mut self, action: Action, cx: &Cx) -> Flow {
        if self.place.is_open() { self.act_panel(action, cx) } else { self.act_list(action, cx) }
    }

    fn formed(&mut self, outcome: FormOutcome, _cx: &Cx) -> Flow {
        self.typed_in(outcome)
    }

    fn reply(&mut self, slot: Slot, reply: Reply, cx: &Cx) -> Effects {
        match (slot, reply) {
            ("card", Reply::Answer(Ok(answer))) => match *answer {
                Answer::Person(card) => self.came(card, cx),
                _ => Vec::new(),
            },
            ("card", Reply::Answer(Err(fault))) => {
                if self.card.is_none() {
                    self.rows.fail(fault.to_string());
                }
                Vec::new()
            }
            ("weigh", Reply::Answer(Ok(answer))) => {
                if let (Answer::Weighed(outcome), Some(panel)) = (*answer, self.place.get_mut()) {
                    // What is missing in a form nobody has touched is no mistake yet.
                    let touched = panel.form.changed();
                    let mut findings = outcome.findings;
                    findings.retain(|finding| touched || finding.level != Level::Block);
                    panel.form.find_all(findings);
                }
                Vec::new()
            }
            ("save", Reply::Outcome(Ok(outcome))) => self.saved(*outcome),
            ("save", Reply::Outcome(Err(_))) => {
                self.saving.done();
                Vec::new()
            }
            (REASON, Reply::Told(told)) => {
                let (again, mut effects) = self.saving.told(told);
                if again {
                    effects.extend(self.run());
                }
                effects
            }
            _ => Vec::new(),
        }
    }

    fn offers(&self, _cx: &Cx) -> Vec<Offer> {
        self.offers_now()
    }

    fn special(&self) -> Special {
        match &self.read {
            Some(read) if veil::masked(read) != **read => {
                if self.special_shown {
                    Special::Shown
                } else {
                    Special::Hidden
                }
            }
            _ => Special::None,
        }
    }

    fn show_special(&mut self, shown: bool) {
        self.special_shown = shown;
        self.veil();
        if let Some(panel) = self.place.get_mut() {
            panel.form.show_special(shown);
        }
    }

    fn row_help(&self) -> Option<RowHelp> {
        self.deed().filter(|_| !self.place.is_open() && self.pane == Pane::Deeds).map(Deed::help)
    }

    fn draw(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        self.draw_body(frame, area, cx);
    }

    fn has_side(&self) -> bool {
        true
    }

    fn side(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        self.draw_side(frame, area, cx);
    }

    fn linear(&self, out: &mut Linear, cx: &Cx) {
        self.tell(out, cx);
    }
}
