//! PS01: the pact by its fifteen sections, in the order of the paper.
//!
//! The signs of the list, the right column and the issue come from one pure
//! check ([`crate::domain::psp::check`]). A section is written when it is
//! left; a row when it is confirmed.

mod draft;
mod draw;
mod form;
mod keys;
pub mod life;
mod linear;
mod model;
mod offers;
mod rows;
mod shown;
mod stand;
mod work;

use std::borrow::Cow;
use std::collections::BTreeMap;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::desk::pact::Pact;
use crate::desk::query::{PersonCard, Query};
use crate::desk::{Answer, Command};
use crate::domain::appointment::Appointment;
use crate::domain::finding::Finding;
use crate::domain::ids::RegistrantId;
use crate::domain::office::Operator;
use crate::domain::psp::{Measure, SearchAct};
use crate::ui::action::Action;
use crate::ui::ahead::{self, Ahead, Key};
use crate::ui::effect::{Effect, Effects, Notice, Reply, Slot};
use crate::ui::form::{Form, FormOutcome};
use crate::ui::keymap::Context;
use crate::ui::keys::Text;
use crate::ui::linear::Linear;
use crate::ui::reasons::{REASON, Reasons};
use crate::ui::route::Code;
use crate::ui::screen::{Cx, Flow, Offer, RowHelp, Screen};
use crate::ui::strings::psp as words;
use crate::ui::widgets::jump::Jump;
use crate::ui::widgets::table::{Column, Table};
use life::{Deed, Deeds};
use rows::Row;

const CARD: Slot = "card";
const OPERATORS: Slot = "operators";
const RUN: Slot = "run";
const TAKE_OUT: Slot = "take_out";
const LAST: u8 = 15;

/// The screen.
pub struct Editor {
    registrant: RegistrantId,
    section: u8,
    place: Place,
    card: Option<Box<PersonCard>>,
    pact: Option<Pact>,
    failed: String,
    operators: Vec<Operator>,
    findings: Vec<Finding>,
    form: Option<Form>,
    row: Option<Row>,
    measures: Table<Measure>,
    acts: Table<SearchAct>,
    booked: Table<Appointment>,
    doing: Option<(Doing, Command)>,
    waiting: bool,
    after: Then,
    said: Option<Notice>,
    /// After the next reading, say what is still missing.
    stands: Option<fn(&str) -> String>,
    deeds: Deeds,
    reasons: Reasons,
    draft: Option<(BTreeMap<String, String>, String)>,
    ahead: Ahead,
    jump: Jump,
    warned: bool,
}

/// Where keys go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// The list of sections.
    List,
    /// The section, outside of fields: its rows, what Enter opens.
    Body,
    /// The form of the section.
    Form,
    /// The form of a row.
    Row,
}

/// What is on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Doing {
    Draft { model: bool },
    Model,
    ModelAct,
    Edit,
    Row,
    TakeOut,
    Notice,
    Life(Deed),
}

/// What comes after a saving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Then {
    Stay,
    /// An existing pact was opened: nothing is typed until a section is entered.
    Opened,
    Model,
    Section(u8),
    Missing,
    Preview,
    List,
    Body,
    NewRow,
    Book,
    Registry,
}

impl Editor {
    /// The pact of a person, at a section.
    #[must_use]
    pub fn new(registrant: RegistrantId, section: Option<u8>) -> Self {
        let n = Column::new(words::COL_N, 2);
        let date = |title| Column::new(title, 5);
        Self {
            registrant,
            section: section.unwrap_or(1).clamp(1, LAST),
            place: if section.is_some() { Place::Body } else { Place::List },
            card: None,
            pact: None,
            failed: String::new(),
            operators: Vec::new(),
            findings: Vec::new(),
            form: None,
            row: None,
            measures: Table::new(
                vec![
                    n,
                    Column::rest(words::COL_MEASURE),
                    Column::new(words::COL_LEP, 3),
                    Column::new(words::COL_SAP, 4),
                    date(words::COL_FROM),
                    date(words::COL_TO),
                ],
                words::NO_MEASURES,
            ),
            acts: Table::new(
                vec![
                    n,
                    Column::rest(words::COL_ACT),
                    Column::new(words::COL_QUANTITY, 15),
                    date(words::COL_BY),
                ],
                words::NO_ACTS,
            ),
            booked: Table::new(
                vec![
                    Column::new(words::COL_DAY, 14),
                    Column::rest(words::COL_SERVICE),
                    Column::new(words::COL_WITH, 12),
                ],
                words::NO_APPOINTMENTS,
            ),
            doing: None,
            waiting: true,
            after: if section.is_some() { Then::Stay } else { Then::Opened },
            said: None,
            stands: None,
            deeds: Deeds::default(),
            reasons: Reasons::default(),
            draft: None,
            ahead: Ahead::default(),
            jump: Jump::default(),
            warned: false,
        }
    }
}

impl Screen for Editor {
    fn code(&self) -> Code {
        "PS01"
    }

    fn title(&self) -> Cow<'static, str> {
        words::EDITOR.into()
    }

    fn enter(&mut self, _cx: &Cx) -> Effects {
        vec![self.read_card(), Effect::Ask(OPERATORS, Query::Operators)]
    }

    fn back(&mut self, _cx: &Cx) -> Effects {
        vec![self.read_card()]
    }

    fn act(&mut self, action: Action, cx: &Cx) -> Flow {
        if self.busy() && self.failed.is_empty() {
            return self.ahead.keep_act(action);
        }
        if !matches!(action, Action::Letter('0'..='9')) {
            self.jump.forget();
        }
        if !self.has_pact() {
            return self.act_without_pact(action);
        }
        // An open list of a field has every key first.
        let popup = self.form().is_some_and(Form::has_popup);
        if self.place == Place::Row && (popup || !matches!(action, Action::Prev | Action::Next)) {
            let flow = self.act_row(action, cx);
            return if flow == Flow::Pass && !popup { self.act_anywhere(action, cx) } else { flow };
        }
        if self.place == Place::Form {
            let rows = matches!(self.section, 6 | 7);
            if rows && !popup && matches!(action, Action::Forward | Action::Backward) {
                self.place = Place::Body;
                return Flow::used();
            }
            let ours = matches!(action, Action::Prev | Action::Next);
            if let (true, Some(form)) = (popup || !ours, &mut self.form) {
                let outcome = form.act(action);
                if outcome != FormOutcome::Pass {
                    return self.formed(outcome, cx);
                }
            }
            return self.act_anywhere(action, cx);
        }
        let flow = match self.place {
            Place::List => self.act_list(action, cx),
            _ => self.act_body(action, cx),
        };
        if flow == Flow::Pass { self.act_anywhere(action, cx) } else { flow }
    }

    fn text(&mut self, text: &Text, cx: &Cx) -> Flow {
        if self.busy() {
            self.ahead.keep(Key::Text(text.clone()));
            return Flow::used();
        }
        match self.form_mut() {
            Some(form) => {
                let outcome = form.text(text);
                self.formed(outcome, cx)
            }
            None => Flow::Pass,
        }
    }

    fn formed(&mut self, outcome: FormOutcome, cx: &Cx) -> Flow {
        self.warned = false;
        match outcome {
            FormOutcome::Submit if self.place == Place::Row => Flow::Used(self.save(Then::Body, cx)),
            FormOutcome::Submit if self.section == 1 && self.asks_registry() => {
                Flow::Used(self.save(Then::Registry, cx))
            }
            FormOutcome::Submit => self.go((self.section + 1).min(LAST), cx),
            FormOutcome::Changed("now.lep") | FormOutcome::Left("now.lep") => {
                if let Some(row) = &mut self.row {
                    row.follow_lep();
                }
                Flow::used()
            }
            FormOutcome::Changed(_) | FormOutcome::Left(_) => {
                if self.place == Place::Form {
                    self.check(cx);
                }
                Flow::used()
            }
            other => Flow::of(other),
        }
    }

    fn reply(&mut self, slot: Slot, reply: Reply, cx: &Cx) -> Effects {
        let mut effects = match (slot, reply) {
            (CARD, Reply::Answer(Ok(answer))) => match *answer {
                Answer::Person(card) => {
                    self.failed.clear();
                    self.arrived(card, cx)
                }
                _ => Vec::new(),
            },
            (CARD, Reply::Answer(Err(fault))) => {
                self.waiting = false;
                if self.card.is_none() {
                    self.failed = fault.to_string();
                }
                Vec::new()
            }
            (OPERATORS, Reply::Answer(Ok(answer))) => {
                if let Answer::Operators(operators) = *answer {
                    self.operators = operators;
                    let officer = self.pact.as_ref().and_then(|pact| pact.version.case_officer);
                    if let Some(form) = &mut self.form {
                        form.give("case_officer", super::common::operator_items(&self.operators, officer));
                    }
                }
                Vec::new()
            }
            (RUN, Reply::Outcome(Ok(outcome))) => self.came(*outcome, cx),
            (RUN, Reply::Outcome(Err(_))) => {
                self.doing = None;
                Vec::new()
            }
            (REASON, Reply::Told(told)) => self.reasoned(told),
            (TAKE_OUT, Reply::Told(told)) => self.take_out(&told),
            (life::WHY, Reply::Told(told)) => self.why(told),
            _ => Vec::new(),
        };
        while !self.busy() {
            let Some(key) = self.ahead.take() else { break };
            effects.extend(ahead::again(self, key, cx));
        }
        effects
    }

    fn offers(&self, _cx: &Cx) -> Vec<Offer> {
        self.all_offers()
    }

    fn context(&self) -> Context {
        if self.busy() || matches!(self.place, Place::Form | Place::Row) && self.form().is_some() {
            Context::Form
        } else {
            Context::List
        }
    }

    fn form(&self) -> Option<&Form> {
        match self.place {
            Place::Row => self.row.as_ref().map(|row| &row.form),
            Place::Form => self.form.as_ref(),
            Place::List | Place::Body => None,
        }
    }

    fn form_mut(&mut self) -> Option<&mut Form> {
        match self.place {
            Place::Row => self.row.as_mut().map(|row| &mut row.form),
            Place::Form => self.form.as_mut(),
            Place::List | Place::Body => None,
        }
    }

    fn unsaved(&self) -> bool {
        self.form.as_ref().is_some_and(Form::changed)
            || self.row.as_ref().is_some_and(|row| row.form.changed())
    }

    fn draft_subject(&self) -> Option<String> {
        Some(self.registrant.to_string())
    }

    fn draft(&self) -> Option<BTreeMap<String, String>> {
        let form = self.form().filter(|form| form.changed())?;
        let mut values = form.draft();
        values.insert(draft::SECTION.to_owned(), self.section.to_string());
        if let (Place::Row, Some(row)) = (self.place, &self.row) {
            values.insert(draft::ROW.to_owned(), row.id());
        }
        Some(values)
    }

    fn restore(&mut self, values: &BTreeMap<String, String>, focus: &str, cx: &Cx) -> Effects {
        self.draft = Some((values.clone(), focus.to_owned()));
        if self.busy() { Vec::new() } else { self.put_draft_back(cx) }
    }

    fn has_side(&self) -> bool {
        self.has_pact()
    }

    fn findings(&self) -> Vec<Finding> {
        self.findings_here().cloned().collect()
    }

    fn row_help(&self) -> Option<RowHelp> {
        (self.has_pact() && matches!(self.place, Place::List | Place::Body)).then(|| self.section_help())
    }

    fn draw(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        self.draw_body(frame, area, cx);
    }

    fn linear(&self, out: &mut Linear, cx: &Cx) {
        self.tell(out, cx);
    }

    fn side(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        self.draw_side(frame, area, cx);
    }
}
