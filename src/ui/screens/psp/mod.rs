//! PS01: the pact by its fifteen sections, in the order of the paper.
//!
//! The signs of the list, the right column and the issue come from one pure
//! check ([`crate::domain::psp::check`]). A section is written when it is
//! left; a row when it is confirmed.

mod draw;
mod form;
pub mod life;
mod model;
mod rows;
mod shown;
mod work;

use std::borrow::Cow;
use std::collections::BTreeMap;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::desk::pact::Pact;
use crate::desk::query::{PersonCard, Query};
use crate::desk::{Answer, Command};
use crate::domain::appointment::Appointment;
use crate::domain::finding::{Finding, Level};
use crate::domain::ids::RegistrantId;
use crate::domain::office::Operator;
use crate::domain::psp::{Measure, SearchAct};
use crate::ui::action::Action;
use crate::ui::ahead::{self, Ahead, Key};
use crate::ui::effect::{Effect, Effects, Notice, Reply, Slot};
use crate::ui::form::{Form, FormOutcome};
use crate::ui::keymap::Context;
use crate::ui::keys::Text;
use crate::ui::reasons::{REASON, Reasons};
use crate::ui::route::{Code, Route, Subject};
use crate::ui::screen::{Cx, Flow, Offer, Screen};
use crate::ui::strings::{psp as words, shell};
use crate::ui::widgets::jump::Jump;
use crate::ui::widgets::table::{Column, Table};
use life::Deed;
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
    deed: Option<Deed>,
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
    Model,
    Section(u8),
    Missing,
    Preview,
    List,
    Body,
    NewRow,
    Book,
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
            after: if section.is_some() { Then::Stay } else { Then::Missing },
            said: None,
            stands: None,
            deed: None,
            reasons: Reasons::default(),
            draft: None,
            ahead: Ahead::default(),
            jump: Jump::default(),
            warned: false,
        }
    }

    fn busy(&self) -> bool {
        self.waiting || self.doing.is_some()
    }

    fn editable(&self) -> bool {
        self.pact.as_ref().is_some_and(|pact| pact.version.state.is_editable())
    }

    /// Is there a pact to look at, or only the way to a new one?
    fn has_pact(&self) -> bool {
        use crate::domain::psp::PspState as S;
        let ended = |state| {
            matches!(state, S::Refused | S::ExpiredUnsigned | S::Annulled | S::Closed | S::Superseded)
        };
        self.pact.as_ref().is_some_and(|pact| !ended(pact.version.state))
    }

    fn read_card(&mut self) -> Effect {
        self.waiting = true;
        Effect::Ask(CARD, Query::Person { registrant: self.registrant, reason: None })
    }

    fn blocks(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.level == Level::Block)
    }

    /// Shows a section; the keys go to its rows or form, unless the list has
    /// them.
    fn show(&mut self, section: u8, cx: &Cx) {
        self.section = section.clamp(1, LAST);
        self.row = None;
        self.warned = false;
        self.form = match &self.pact {
            Some(pact) if pact.version.state.is_editable() => {
                form::of(self.section, &pact.version, !pact.measures.is_empty(), cx.today())
            }
            _ => None,
        };
        if let Some(form) = &mut self.form {
            form.give("case_officer", form::officers(&self.operators));
        }
        self.check(cx);
        if self.place != Place::List {
            let rows = matches!(self.section, 6..=8);
            self.place = if self.form.is_some() && !rows { Place::Form } else { Place::Body };
        }
    }

    /// What the rules say now, with what is typed and not yet saved.
    fn check(&mut self, cx: &Cx) {
        let Some(pact) = &self.pact else { return };
        let mut now = pact.clone();
        if let Some(form) = &self.form {
            now.version = form::applied(self.section, form, &now.version);
        }
        self.findings = if pact.version.state.is_editable() { now.findings(cx.today()) } else { Vec::new() };
        if let Some(form) = &mut self.form {
            form.find_all(form::findings(self.section, &self.findings));
        }
    }

    fn go(&mut self, section: u8, cx: &Cx) -> Flow {
        Flow::Used(self.save(Then::Section(section), cx))
    }

    fn act_list(&mut self, action: Action, cx: &Cx) -> Flow {
        match action {
            Action::Up => self.go(self.section.saturating_sub(1).max(1), cx),
            Action::Down => self.go((self.section + 1).min(LAST), cx),
            Action::Home => self.go(1, cx),
            Action::End => self.go(LAST, cx),
            Action::Enter | Action::Forward | Action::Right | Action::View => {
                self.place = Place::Body;
                self.show(self.section, cx);
                Flow::used()
            }
            _ => Flow::Pass,
        }
    }

    fn act_body(&mut self, action: Action, cx: &Cx) -> Flow {
        let moved = match self.section {
            6 => self.measures.act(action),
            7 => self.acts.act(action),
            8 => self.booked.act(action),
            _ => false,
        };
        match action {
            _ if moved => Flow::used(),
            Action::Forward | Action::Backward => {
                self.place = if self.form.is_some() { Place::Form } else { Place::List };
                Flow::used()
            }
            Action::Enter => self.enter_on(cx),
            Action::Delete => self.ask_take_out(),
            _ => Flow::Pass,
        }
    }

    /// Enter on a section that is not typed here: goes where it is.
    fn enter_on(&mut self, cx: &Cx) -> Flow {
        let person = self.registrant;
        match self.section {
            1 => Flow::ask(Effect::Open(Route::PersonData(Subject::Known(person)))),
            2 => Flow::ask(Effect::Open(Route::Did(person))),
            3 => Flow::ask(Effect::Open(Route::Assessment(person))),
            6 | 7 if self.editable() => {
                self.open_row(true, cx);
                Flow::used()
            }
            8 => Flow::Used(self.save(Then::Book, cx)),
            13 if self.editable() => Flow::Used(self.give_notice(cx)),
            15 => Flow::Used(self.save(Then::Preview, cx)),
            _ => self.go((self.section + 1).min(LAST), cx),
        }
    }

    /// Opens the row under the pointer, or a new one.
    fn open_row(&mut self, known: bool, cx: &Cx) {
        let today = cx.today();
        self.row = match self.section {
            6 => Some(Row::measure(self.measures.selected().filter(|_| known), today)),
            7 => Some(Row::act(self.acts.selected().filter(|_| known), today)),
            _ => None,
        };
        if self.row.is_some() {
            self.place = Place::Row;
        }
    }

    fn act_row(&mut self, action: Action, cx: &Cx) -> Flow {
        let Some(row) = &mut self.row else { return Flow::Pass };
        if action == Action::Back && !row.form.has_popup() {
            if row.form.changed() && !self.warned {
                self.warned = true;
                return Flow::ask(Notice::warn(shell::UNSAVED));
            }
            self.place = Place::Body;
            self.show(self.section, cx);
            return Flow::ask(Effect::DropDraft);
        }
        let outcome = row.form.act(action);
        self.formed(outcome, cx)
    }

    /// Keys that do the same wherever they are pressed.
    fn act_anywhere(&mut self, action: Action, cx: &Cx) -> Flow {
        let effects = match action {
            Action::Save => self.save(Then::Stay, cx),
            Action::Prev => self.save(Then::Section(self.section.saturating_sub(1).max(1)), cx),
            Action::Next => self.save(Then::Section((self.section + 1).min(LAST)), cx),
            Action::Print => self.save(Then::Preview, cx),
            Action::View => self.save(Then::List, cx),
            Action::New => match self.section {
                8 => self.save(Then::Book, cx),
                _ if !self.editable() => vec![Notice::info(words::READ_ONLY).into()],
                6 | 7 => self.save(Then::NewRow, cx),
                _ => return Flow::Pass,
            },
            Action::Refresh => vec![self.read_card()],
            Action::Do("psp.model") if self.editable() => self.use_model(),
            Action::Letter(digit @ '0'..='9') => match self.jump.digit(digit, LAST) {
                Some(section) => self.save(Then::Section(section), cx),
                None => return Flow::Pass,
            },
            Action::Letter(letter) => return self.life(letter),
            _ => return Flow::Pass,
        };
        Flow::Used(effects)
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
                Answer::Person(card) => self.arrived(card, cx),
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
                    if let Some(form) = &mut self.form {
                        form.give("case_officer", form::officers(&self.operators));
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
        values.insert(work::SECTION.to_owned(), self.section.to_string());
        if let (Place::Row, Some(row)) = (self.place, &self.row) {
            values.insert(work::ROW.to_owned(), row.id());
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

    fn draw(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        self.draw_body(frame, area, cx);
    }

    fn side(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        self.draw_side(frame, area, cx);
    }
}
