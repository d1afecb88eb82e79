//! LE01: the log of LEP activities of a person.

mod draw;
mod event;
mod form;
mod kept;
mod keys;
mod linear;
mod rows;

use std::borrow::Cow;
use std::collections::BTreeMap;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::panel::{self, Acted, Place};
use super::{common, lep, proposed, saving::Saving};
use crate::desk::query::PersonCard;
use crate::desk::{Answer, Outcome, Query};
use crate::domain::activity::{Activity, ActivityEvent};
use crate::domain::ids::RegistrantId;
use crate::domain::office::Operator;
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects, Notice, Reply, Slot};
use crate::ui::form::{Form, FormOutcome};
use crate::ui::keymap::Context;
use crate::ui::linear::Linear;
use crate::ui::reasons::REASON;
use crate::ui::route::Code;
use crate::ui::screen::{Cx, Flow, Offer, Screen};
use crate::ui::strings::activities as words;
use crate::ui::widgets::dialog::{self, Question};
use crate::ui::widgets::table::Table;

use rows::Row;

/// Where the keys are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pane {
    Form,
    List,
}

/// What happens to one activity, being entered.
struct Panel {
    activity: Box<Activity>,
    form: Form,
}

impl panel::Panel for Panel {
    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn marks(&self) -> Vec<(&'static str, String)> {
        vec![(kept::WHICH, self.activity.id.to_string())]
    }

    // The letter says what happened.
    fn is_chosen(&self, field: &str) -> bool {
        field == "event"
    }
}

/// The screen.
pub struct Activities {
    who: RegistrantId,
    card: Option<Box<PersonCard>>,
    operators: Vec<Operator>,
    form: Form,
    before: BTreeMap<String, String>,
    rows: Table<Row>,
    pane: Pane,
    panel: Place<Panel>,
    saving: Saving,
    /// The operator has already gone to one of the two.
    chosen: bool,
}

impl Activities {
    /// The log of a person.
    #[must_use]
    pub fn new(who: RegistrantId, cx: &Cx) -> Self {
        Self {
            who,
            card: None,
            operators: Vec::new(),
            form: form::form(cx.today()),
            before: BTreeMap::new(),
            rows: Table::new(rows::columns(), words::EMPTY),
            pane: Pane::Form,
            panel: Place::default(),
            saving: Saving::default(),
            chosen: false,
        }
    }

    fn read(&self) -> Effects {
        let operators = Effect::Ask("operators", Query::Operators);
        let missing = self.operators.is_empty().then_some(operators);
        let card = Effect::Ask("card", Query::Person { registrant: self.who, reason: None });
        missing.into_iter().chain([card]).collect()
    }

    fn card_read(&mut self, card: Box<PersonCard>) -> Effects {
        let all = rows::rows(&card, &self.operators);
        let waiting = rows::waiting(&all);
        self.rows.set(all);
        form::link(&mut self.form, &card);
        let band = common::person_band(&card);
        self.card = Some(card);
        let mut effects = vec![Effect::Person(Some(Box::new(band)))];
        // Rows that wait come first, unless the operator is already typing.
        if !std::mem::replace(&mut self.chosen, true) && waiting > 0 && !self.form.changed() {
            self.pane = Pane::List;
            effects.push(Notice::info(words::waiting(waiting)).into());
        }
        effects
    }

    /// What the rules say of the form as it is now, once there is a LEP.
    fn weigh(&self) -> Effects {
        if let Some(panel) = self.panel.get() {
            let command = event::command(&panel.form, &panel.activity);
            return vec![Effect::Ask("weigh", Query::Weigh(Box::new(command)))];
        }
        if self.form.values().raw("activity.lep").is_empty() {
            return Vec::new();
        }
        let command = form::command(&self.form, self.who, self.saving.given());
        vec![Effect::Ask("weigh", Query::Weigh(Box::new(command)))]
    }

    /// The form the keys are for.
    fn current(&mut self) -> &mut Form {
        match self.panel.get_mut() {
            Some(panel) => &mut panel.form,
            None => &mut self.form,
        }
    }

    fn save(&mut self) -> Effects {
        // What the rules said may be of a moment ago: the desk says it now.
        self.current().find_all(Vec::new());
        if let Err(obstacle) = self.current().check() {
            return vec![Notice::obstacle(obstacle).into()];
        }
        if !self.saving.begin() {
            return Vec::new();
        }
        self.run()
    }

    fn run(&self) -> Effects {
        if let Some(panel) = self.panel.get() {
            let command = event::command(&panel.form, &panel.activity);
            return vec![Effect::Run("event", Box::new(command))];
        }
        let command = form::command(&self.form, self.who, self.saving.given());
        vec![Effect::Run("save", Box::new(command))]
    }

    fn confirm(&mut self) -> Effects {
        let Some(Row::Proposed(proposal)) = self.rows.selected() else { return Vec::new() };
        let command = proposed::record(self.who, proposal, self.saving.given());
        if !self.saving.begin() {
            return Vec::new();
        }
        vec![Effect::Run("confirm", Box::new(command))]
    }

    fn saved(&mut self, slot: Slot, outcome: Outcome) -> Effects {
        if !outcome.accepted {
            let Self { saving, panel, form, .. } = self;
            let form = panel.get_mut().map_or(form, |panel| &mut panel.form);
            return saving.refused(form, outcome);
        }
        self.saving.clear();
        let update = outcome.proposes.iter().any(|what| what == "psp.integrate");
        let code = match slot {
            "event" => self.panel.done().map(|panel| panel.activity.lep).unwrap_or_default(),
            "confirm" => match self.rows.selected() {
                Some(Row::Proposed(proposal)) => proposal.lep.to_owned(),
                _ => String::new(),
            },
            _ => self.form.values().text_or_empty("activity.lep"),
        };
        let mut effects = Vec::new();
        if slot == "event" {
            effects.push(Effect::DropDraft);
        }
        if slot == "save" {
            self.before = self.form.draft();
            form::next_row(&mut self.form);
            effects.push(Effect::DropDraft);
        }
        let said =
            if update { words::recorded_update(&code) } else { words::recorded(&code, lep::title(&code)) };
        effects.push(Notice::ok(said).into());
        effects.extend(self.read());
        effects
    }

    fn open_panel(&mut self, wanted: Option<ActivityEvent>, cx: &Cx) -> Effects {
        let Some(Row::Logged(activity, _)) = self.rows.selected() else {
            return vec![Notice::info(words::NO_ROW).into()];
        };
        let Some(event) = wanted.or_else(|| event::possible(activity).first().copied()) else {
            return vec![Notice::info(words::ENDED).into()];
        };
        let allowed = event::possible(activity).contains(&event);
        let mut form = event::form(activity, event, cx.today());
        form.accepted(self.card.as_ref().map(|card| card.accepted(activity.id.0)).unwrap_or_default());
        let back = self.panel.open(Panel { activity: activity.clone(), form });
        back.map(Effect::from).into_iter().chain(if allowed { Vec::new() } else { self.weigh() }).collect()
    }

    fn act_panel(&mut self, action: Action, cx: &Cx) -> Flow {
        match self.panel.act(action) {
            None => Flow::Pass,
            Some(Acted::Save) => Flow::Used(self.save()),
            Some(Acted::Warned(notice)) => Flow::ask(notice),
            Some(Acted::Closed) => Flow::used(),
            Some(Acted::Form(outcome)) => self.formed(outcome, cx),
        }
    }

    fn repeat(&mut self) -> Effects {
        if self.before.is_empty() {
            return vec![Notice::info(words::NOTHING_BEFORE).into()];
        }
        form::repeat(&mut self.form, &self.before);
        self.weigh()
    }
}

impl Screen for Activities {
    fn code(&self) -> Code {
        "LE01"
    }

    fn title(&self) -> Cow<'static, str> {
        words::TITLE.into()
    }

    fn enter(&mut self, _cx: &Cx) -> Effects {
        self.read()
    }

    fn back(&mut self, _cx: &Cx) -> Effects {
        self.read()
    }

    fn act(&mut self, action: Action, cx: &Cx) -> Flow {
        if self.panel.is_open() {
            return self.act_panel(action, cx);
        }
        let popup = self.form.has_popup();
        match action {
            Action::Save if !popup && self.pane == Pane::List && !self.form.changed() => {
                return Flow::Used(self.confirm());
            }
            Action::Save if !popup => return Flow::Used(self.save()),
            Action::Refresh if !popup => return Flow::Used(self.read()),
            _ if self.pane == Pane::List => return self.act_list(action, cx),
            Action::View if !popup => {
                self.pane = Pane::List;
                return Flow::used();
            }
            Action::Duplicate if self.form.values().raw("activity.lep").is_empty() => {
                return Flow::Used(self.repeat());
            }
            Action::New if !popup && self.form.changed() => {
                return Flow::ask(Effect::Confirm("new", Question::yes_no(words::LEAVE_ROW)));
            }
            Action::New if !popup => {
                form::next_row(&mut self.form);
                return Flow::used();
            }
            _ => {}
        }
        let outcome = self.form.act(action);
        self.formed(outcome, cx)
    }

    fn context(&self) -> Context {
        if self.panel.is_open() || self.pane == Pane::Form { Context::Form } else { Context::List }
    }

    fn form(&self) -> Option<&Form> {
        Some(self.panel.get().map_or(&self.form, |panel| &panel.form))
    }

    fn form_mut(&mut self) -> Option<&mut Form> {
        Some(self.current())
    }

    fn unsaved(&self) -> bool {
        self.form.changed() || self.panel.get().is_some_and(|panel| panel.form.changed())
    }

    fn draft_subject(&self) -> Option<String> {
        Some(self.who.to_string())
    }

    fn draft(&self) -> Option<BTreeMap<String, String>> {
        self.typed()
    }

    fn restore(&mut self, values: &BTreeMap<String, String>, focus: &str, cx: &Cx) -> Effects {
        self.draft_found(values, focus, cx)
    }

    fn formed(&mut self, outcome: FormOutcome, _cx: &Cx) -> Flow {
        match outcome {
            FormOutcome::Submit => Flow::Used(self.save()),
            FormOutcome::Changed(field) | FormOutcome::Left(field) => {
                self.panel.changed();
                if !self.panel.is_open() && field == "activity.lep" {
                    form::follow_lep(&mut self.form, self.card.as_deref());
                }
                Flow::Used(self.weigh())
            }
            other => Flow::of(other),
        }
    }

    fn reply(&mut self, slot: Slot, reply: Reply, cx: &Cx) -> Effects {
        match (slot, reply) {
            ("card", Reply::Answer(Ok(answer))) => match *answer {
                Answer::Person(card) => {
                    let mut effects = self.card_read(card);
                    effects.extend(self.reopen(cx));
                    effects
                }
                _ => Vec::new(),
            },
            ("card", Reply::Answer(Err(fault))) => {
                self.rows.fail(fault.to_string());
                Vec::new()
            }
            ("operators", Reply::Answer(Ok(answer))) => {
                if let Answer::Operators(operators) = *answer {
                    self.operators = operators;
                }
                if let Some(card) = &self.card {
                    self.rows.set(rows::rows(card, &self.operators));
                }
                Vec::new()
            }
            ("weigh", Reply::Answer(Ok(answer))) => {
                if let Answer::Weighed(outcome) = *answer {
                    self.current().find_all(outcome.findings);
                }
                Vec::new()
            }
            (slot @ ("save" | "confirm" | "event"), Reply::Outcome(Ok(outcome))) => {
                self.saved(slot, *outcome)
            }
            ("save" | "confirm" | "event", Reply::Outcome(Err(_))) => {
                self.saving.done();
                Vec::new()
            }
            ("new", Reply::Told(dialog::Reply::Yes)) => {
                form::next_row(&mut self.form);
                vec![Effect::DropDraft]
            }
            (REASON, Reply::Told(told)) => {
                let (again, mut effects) = self.saving.told(told);
                if again && self.saving.begin() {
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

    fn draw(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        self.draw_body(frame, area, cx);
    }

    fn linear(&self, out: &mut Linear, _cx: &Cx) {
        self.tell(out);
    }

    fn side(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        self.draw_side(frame, area, cx);
    }
}
