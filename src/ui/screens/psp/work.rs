//! What PS01 writes, and what comes back.

use super::life::{self, Deed, Step};
use super::{Doing, Editor, Place, RUN, TAKE_OUT, Then, form, model};
use crate::desk::command::{PrivacyNoticeGiven, PspDraft, PspEdit, PspMeasure, PspSearchAct};
use crate::desk::pact::Pact;
use crate::desk::query::PersonCard;
use crate::desk::{Command, Outcome};
use crate::domain::edit::{self, FieldEdit};
use crate::domain::finding::{Acceptance, Level};
use crate::domain::ids::{PspId, PspVersionId, SearchActId};
use crate::domain::psp::{EDITABLE, PspVersion};
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects, Notice};
use crate::ui::reasons::Next;
use crate::ui::route::{Route, Subject};
use crate::ui::screen::{Cx, Flow};
use crate::ui::screens::common::person_band;
use crate::ui::screens::saving::by_rule;
use crate::ui::strings::psp as words;
use crate::ui::widgets::dialog::{Question, Reply};

/// What changes, of what an operator may change.
fn edits(before: &PspVersion, after: &PspVersion) -> Vec<FieldEdit> {
    let mut edits = edit::between(before, after);
    edits.retain(|edit| EDITABLE.contains(&edit.field.as_str()));
    edits
}

impl Editor {
    fn run(&mut self, doing: Doing, command: Command) -> Effects {
        self.doing = Some((doing, command.clone()));
        vec![Effect::Run(RUN, Box::new(command))]
    }

    /// Saves what is typed, then goes on; stays where something does not read.
    pub(super) fn save(&mut self, then: Then, cx: &Cx) -> Effects {
        let Some(pact) = &self.pact else { return Vec::new() };
        let version = pact.version.id;
        if let (Place::Row, Some(row)) = (self.place, &mut self.row) {
            row.form.find_all(Vec::new());
            // A new row nobody wrote in is left behind, unless it is to be saved.
            let saving = matches!(then, Then::Stay | Then::Body);
            let lost = saving && row.id().is_empty();
            if !(row.form.changed() || lost) {
                self.place = Place::Body;
                self.row = None;
                return self.proceed(then, cx);
            }
            if let Err(obstacle) = row.form.check() {
                return vec![Notice::obstacle(obstacle).into()];
            }
            let command = row.command(version);
            self.after = if then == Then::Stay { Then::Body } else { then };
            return self.run(Doing::Row, command);
        }
        let Some(form) = self.form.as_mut().filter(|form| form.changed()) else {
            let stays = then == Then::Stay && self.editable();
            let mut effects = self.proceed(then, cx);
            if stays {
                effects.push(self.how_it_stands(words::saved_but));
            }
            return effects;
        };
        form.find_all(Vec::new());
        if let Err(obstacle) = form.readable() {
            return vec![Notice::obstacle(obstacle).into()];
        }
        let after = form::applied(self.section, form, &pact.version);
        let edits = edits(&pact.version, &after);
        if edits.is_empty() {
            form.accept();
            self.check(cx);
            let stays = then == Then::Stay;
            let mut effects = self.proceed(then, cx);
            if stays {
                effects.push(self.how_it_stands(words::saved_but));
            }
            return effects;
        }
        self.after = then;
        self.run(Doing::Edit, Command::PspEdit(PspEdit { version, edits, accepted: Vec::new() }))
    }

    /// What still blocks, said with `but`; or that nothing does.
    fn how_it_stands(&self, but: fn(&str) -> String) -> Effect {
        match self.blocks().next() {
            Some(missing) => Notice::ok(but(&missing.text)).into(),
            None if self.booked.selected().is_none() => Notice::ok(words::COMPLETE_UNBOOKED).into(),
            None => Notice::ok(words::COMPLETE).into(),
        }
    }

    pub(super) fn proceed(&mut self, then: Then, cx: &Cx) -> Effects {
        match then {
            Then::Stay => {}
            Then::Model => return self.use_model(),
            Then::Section(section) => self.show(section, cx),
            Then::Opened => self.opened(cx),
            Then::Missing => self.first_missing(cx),
            Then::Preview => {
                return vec![Effect::Open(Route::PspPreviewAt(self.registrant, self.section))];
            }
            Then::List => {
                self.place = Place::List;
                self.show(self.section, cx);
            }
            Then::Body => {
                self.place = Place::Body;
                self.show(self.section, cx);
            }
            Then::NewRow => {
                self.show(self.section, cx);
                self.open_row(false, cx);
            }
            Then::Registry => {
                return vec![Effect::Open(Route::PersonData(Subject::Known(self.registrant)))];
            }
            Then::Book => {
                return vec![Effect::Open(Route::Agenda { day: None, registrant: Some(self.registrant) })];
            }
        }
        Vec::new()
    }

    pub(super) fn use_model(&mut self) -> Effects {
        let Some(pact) = &self.pact else { return Vec::new() };
        let edits = edits(&pact.version, &model::filled(pact));
        let version = pact.version.id;
        if edits.is_empty() {
            return self.model_act();
        }
        self.form = None;
        self.run(Doing::Model, Command::PspEdit(PspEdit { version, edits, accepted: Vec::new() }))
    }

    fn model_act(&mut self) -> Effects {
        let Some(pact) = &self.pact else { return Vec::new() };
        if !pact.search_acts.is_empty() {
            self.stands = Some(words::model_used);
            return self.again(Then::Missing, Notice::ok(words::COMPLETE));
        }
        let now = Some(model::search_act());
        let command = PspSearchAct { id: SearchActId::default(), version: pact.version.id, was: None, now };
        self.run(Doing::ModelAct, Command::PspSearchAct(command))
    }

    /// Reads the card again, says what was done and goes on.
    fn again(&mut self, then: Then, notice: Notice) -> Effects {
        self.after = then;
        self.said = Some(notice);
        vec![self.read_card()]
    }

    pub(super) fn give_notice(&mut self, cx: &Cx) -> Effects {
        let Some(office) = cx.session.map(|session| &session.office) else { return Vec::new() };
        let command = PrivacyNoticeGiven {
            registrant: self.registrant,
            version: office.privacy_version.clone(),
            version_date: office.privacy_date,
            given_on: None,
        };
        self.run(Doing::Notice, Command::PrivacyNoticeGiven(command))
    }

    pub(super) fn ask_take_out(&mut self) -> Flow {
        let label = match self.section {
            6 => self
                .measures
                .selected()
                .map(|m| (words::THE_MEASURE, super::shown::measure_cells(m)[1].clone())),
            7 => self.acts.selected().map(|a| (words::THE_ACT, a.action.clone())),
            _ => None,
        };
        match label.filter(|_| self.editable()) {
            Some((what, label)) => {
                Flow::ask(Effect::Confirm(TAKE_OUT, Question::yes_no(words::take_out(what, &label))))
            }
            None => Flow::Pass,
        }
    }

    pub(super) fn take_out(&mut self, told: &Reply) -> Effects {
        let (Some(version), Reply::Yes) = (self.pact.as_ref().map(|pact| pact.version.id), told) else {
            return Vec::new();
        };
        let command = match self.section {
            6 => self.measures.selected().map(|m| {
                let (id, was) = (m.id, Some(m.form()));
                Command::PspMeasure(PspMeasure { id, version, was, now: None, accepted: Vec::new() })
            }),
            _ => self.acts.selected().map(|a| {
                Command::PspSearchAct(PspSearchAct { id: a.id, version, was: Some(a.form()), now: None })
            }),
        };
        command.map(|command| self.run(Doing::TakeOut, command)).unwrap_or_default()
    }

    pub(super) fn act_without_pact(&mut self, action: Action) -> Flow {
        let model = match action {
            Action::Enter | Action::Save => true,
            Action::Letter('N') => false,
            Action::Refresh => return Flow::ask(self.read_card()),
            _ => return Flow::Pass,
        };
        if self.card.is_none() {
            return Flow::Pass;
        }
        let command = PspDraft {
            psp: PspId::default(),
            version: PspVersionId::default(),
            registrant: self.registrant,
            accepted: self.reasons.given(),
        };
        Flow::Used(self.run(Doing::Draft { model }, Command::PspDraft(command)))
    }

    pub(super) fn life(&mut self, letter: char) -> Flow {
        let (Some(pact), Some(card)) = (&self.pact, &self.card) else { return Flow::Pass };
        match self.deeds.letter(letter, &pact.version, card) {
            Some(Step::Ask(question)) => Flow::ask(question),
            Some(Step::Do(deed, command)) => Flow::Used(self.run(Doing::Life(deed), *command)),
            None => Flow::Pass,
        }
    }

    pub(super) fn why(&mut self, told: Reply) -> Effects {
        let (Some(pact), Some(card)) = (&self.pact, &self.card) else { return Vec::new() };
        let done = self.deeds.told(told, &pact.version, card);
        done.map(|(deed, command)| self.run(Doing::Life(deed), command)).unwrap_or_default()
    }

    /// The card is here.
    pub(super) fn arrived(&mut self, card: Box<PersonCard>, cx: &Cx) -> Effects {
        self.waiting = false;
        let office = cx.session.map(|session| session.office.clone()).unwrap_or_default();
        self.pact = Pact::of_card(&card, &office);
        let (now, person) = (cx.now, Effect::Person(Some(Box::new(person_band(&card)))));
        self.booked
            .set(card.appointments.iter().filter(|a| a.state.is_open() && a.start >= now).cloned().collect());
        if let Some(pact) = &self.pact {
            self.measures.set(pact.measures.clone());
            self.acts.set(pact.search_acts.clone());
        }
        self.card = Some(card);
        let mut effects = vec![person];
        let typed = self.unsaved_form() || self.place == Place::Row && self.row.is_some();
        let after = std::mem::replace(&mut self.after, Then::Stay);
        if !typed || after != Then::Stay {
            let place = self.place;
            let focus = self.form.as_ref().and_then(crate::ui::form::Form::focus);
            self.show(self.section, cx);
            // The same field, after the help or another screen.
            if let (Some(form), Some(focus)) = (&mut self.form, focus) {
                form.focus_on(focus);
            }
            let form_again = place == Place::Form && after == Then::Stay && self.form.is_some();
            if place == Place::List || form_again {
                self.place = place;
            }
        }
        if self.has_pact() {
            effects.extend(self.proceed(after, cx));
        }
        let said = self.said.take().map(Effect::from);
        effects.extend(match self.stands.take() {
            Some(but) => Some(self.how_it_stands(but)),
            None => said,
        });
        if !self.busy() {
            effects.extend(self.put_draft_back(cx));
        }
        effects
    }

    fn unsaved_form(&self) -> bool {
        self.form.as_ref().is_some_and(crate::ui::form::Form::changed)
    }

    /// A command ended.
    pub(super) fn came(&mut self, outcome: Outcome, cx: &Cx) -> Effects {
        let Some((doing, command)) = self.doing.take() else { return Vec::new() };
        if !outcome.accepted {
            return self.refused(doing, command, outcome, cx);
        }
        self.reasons.clear();
        match doing {
            Doing::Draft { model } => {
                let then = if model { Then::Model } else { Then::Missing };
                self.again(then, Notice::ok(words::DRAFT_OPENED))
            }
            Doing::Model => self.model_act(),
            Doing::ModelAct => {
                self.stands = Some(words::model_used);
                self.again(Then::Missing, Notice::ok(words::COMPLETE))
            }
            Doing::Edit => {
                if let (Some(pact), Some(form)) = (&mut self.pact, &mut self.form) {
                    pact.version = form::applied(self.section, form, &pact.version);
                    form.accept();
                }
                self.check(cx);
                let then = std::mem::replace(&mut self.after, Then::Stay);
                let mut effects = vec![Effect::DropDraft, self.how_it_stands(words::saved_but)];
                effects.extend(self.proceed(then, cx));
                effects
            }
            Doing::Row => {
                self.row = None;
                self.place = Place::Body;
                let then = self.after;
                self.stands = Some(words::saved_but);
                let mut effects = self.again(then, Notice::ok(words::SAVED));
                effects.push(Effect::DropDraft);
                effects
            }
            Doing::TakeOut => self.again(Then::Body, Notice::ok(words::ROW_OUT)),
            Doing::Notice => self.again(Then::Body, Notice::ok(words::NOTICE_SAVED)),
            Doing::Life(deed) => {
                let state = outcome.states.get("psp").cloned();
                let state = state.and_then(|s| serde_json::from_value(serde_json::Value::String(s)).ok());
                let then = match deed {
                    Deed::Annul | Deed::Integrate | Deed::Retry => Then::Missing,
                    Deed::Sign(_) | Deed::Copy | Deed::Log => Then::Stay,
                };
                self.again(then, life::said(deed, state))
            }
        }
    }

    fn refused(&mut self, doing: Doing, command: Command, outcome: Outcome, cx: &Cx) -> Effects {
        let blocked = outcome.findings.iter().any(|finding| finding.level == Level::Block);
        if !blocked && let Some(question) = self.reasons.ask(by_rule(outcome.reasons_wanted())) {
            self.doing = Some((doing, command));
            return vec![question];
        }
        let first = outcome.refusal().map(|finding| Notice::finding(finding).into());
        let form = match doing {
            Doing::Row => self.row.as_mut().map(|row| &mut row.form),
            Doing::Edit => self.form.as_mut(),
            _ => None,
        };
        if let Some(form) = form {
            form.find_all(outcome.findings);
            form.go_to_blocked();
        } else {
            self.check(cx);
        }
        self.after = Then::Stay;
        first.into_iter().collect()
    }

    /// A reason was given or not.
    pub(super) fn reasoned(&mut self, told: Reply) -> Effects {
        match self.reasons.told(told) {
            Next::Ask(question) => vec![question],
            Next::Run => match self.doing.take() {
                Some((doing, command)) => {
                    let command = with(command, self.reasons.given());
                    self.run(doing, command)
                }
                None => Vec::new(),
            },
            Next::Stop => {
                self.doing = None;
                self.after = Then::Stay;
                Vec::new()
            }
        }
    }
}

/// The same command with reasons for its warnings.
fn with(mut command: Command, given: Vec<Acceptance>) -> Command {
    match &mut command {
        Command::PspDraft(c) => c.accepted = given,
        Command::PspIntegrate(c) => c.accepted = given,
        Command::PspEdit(c) => c.accepted = given,
        Command::PspMeasure(c) => c.accepted = given,
        Command::PspIssue(c) => c.accepted = given,
        Command::ActivityRecord(c) => c.accepted = given,
        _ => {}
    }
    command
}
