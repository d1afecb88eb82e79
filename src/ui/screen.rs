//! What a screen is, and what it sees around itself.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::{NaiveDate, NaiveDateTime};
use ratatui::Frame;
use ratatui::layout::Rect;

use super::action::Action;
use super::effect::{Effect, Effects, Notice, Reply, Slot};
use super::form::{Form, FormOutcome};
use super::keymap::Context;
use super::keys::{Input, Text};
use super::linear::Linear;
use super::look::Look;
use super::missing::Missing;
use super::route::Code;
use crate::desk::Law;
use crate::documents::printing::Habits;
use crate::domain::finding::Finding;
use crate::domain::ids::RegistrantId;
use crate::domain::office::{Office, Operator};
use crate::domain::permission::Permission;
use crate::tables::catalogue::Catalogue;

/// A screen: keys come as acts and texts, questions come back as replies,
/// everything it wants done goes out as effects.
///
/// A screen that gives its form through [`Screen::form`] and
/// [`Screen::form_mut`] gets drafts, the guard of unsaved changes, the help
/// of the field, F2's first obstacle and the right column for nothing.
pub trait Screen {
    /// Its code, `DI01`.
    fn code(&self) -> Code;
    /// Its title, after the code.
    fn title(&self) -> Cow<'static, str>;
    /// It is on top for the first time: ask what it needs.
    fn enter(&mut self, _cx: &Cx) -> Effects {
        Vec::new()
    }
    /// It is on top again after another screen was left.
    fn back(&mut self, _cx: &Cx) -> Effects {
        Vec::new()
    }
    /// What came from the terminal, before it means anything: only for the page
    /// that tries the keys. What is passed on goes its usual way.
    fn raw(&mut self, _input: &Input) -> Flow {
        Flow::Pass
    }
    /// An act. What is passed on, the shell may use (help, back, lock).
    fn act(&mut self, action: Action, cx: &Cx) -> Flow;
    /// Typed or pasted text, only where [`Screen::context`] is a form.
    fn text(&mut self, text: &Text, cx: &Cx) -> Flow {
        match self.form_mut() {
            Some(form) => {
                let outcome = form.text(text);
                self.formed(outcome, cx)
            }
            None => Flow::Pass,
        }
    }
    /// Something came back.
    fn reply(&mut self, _slot: Slot, _reply: Reply, _cx: &Cx) -> Effects {
        Vec::new()
    }
    /// The form did something: look at rules, fill computed fields, save on
    /// [`FormOutcome::Submit`].
    fn formed(&mut self, outcome: FormOutcome, _cx: &Cx) -> Flow {
        Flow::of(outcome)
    }
    /// What can be done here, in the order of the key bar. The usual ones
    /// (F1, F3, F10, F12, Ctrl+F, Ctrl+G, Ctrl+L) are added by the shell.
    fn offers(&self, cx: &Cx) -> Vec<Offer>;
    /// Where keys fall.
    fn context(&self) -> Context {
        if self.form().is_some_and(|form| form.focus().is_some()) { Context::Form } else { Context::List }
    }
    /// The form that takes the keys, if there is one.
    fn form(&self) -> Option<&Form> {
        None
    }
    /// The same, to change it.
    fn form_mut(&mut self) -> Option<&mut Form> {
        None
    }
    /// Is there something that leaving would lose, but for the draft?
    fn unsaved(&self) -> bool {
        self.form().is_some_and(Form::changed)
    }
    /// What its draft is about: an id as text, empty for a new record;
    /// `None` for a screen that keeps none.
    fn draft_subject(&self) -> Option<String> {
        None
    }
    /// What is being typed, when something is.
    fn draft(&self) -> Option<BTreeMap<String, String>> {
        self.form().filter(|form| form.changed()).map(Form::draft)
    }
    /// A draft was found: put it back.
    fn restore(&mut self, values: &BTreeMap<String, String>, focus: &str, _cx: &Cx) -> Effects {
        if let Some(form) = self.form_mut() {
            form.restore(values);
            form.focus_on(focus);
        }
        vec![Notice::info(super::strings::shell::DRAFT_BACK).into()]
    }
    /// Somebody is on the way in: keys wait and go to the screen that opens.
    fn holds_keys(&self) -> bool {
        false
    }
    /// Has it special data (R-PRV-1), and are they on the screen?
    fn special(&self) -> Special {
        self.form().map_or(Special::None, Form::special)
    }
    /// Shows or hides its special data. The reason is already written down.
    fn show_special(&mut self, shown: bool) {
        if let Some(form) = self.form_mut() {
            form.show_special(shown);
        }
    }
    /// What F1 tells of the row under the pointer, where there is no form.
    fn row_help(&self) -> Option<RowHelp> {
        None
    }
    /// What the rules say of what F1 is asked about, with its figures.
    fn findings(&self) -> Vec<Finding> {
        self.form().map_or_else(Vec::new, |form| form.findings().to_vec())
    }
    /// Draws the body.
    fn draw(&self, frame: &mut Frame, area: Rect, cx: &Cx);
    /// Tells what the body shows, one thing a line, in reading order: the
    /// linear mode. A form tells itself.
    fn linear(&self, out: &mut Linear, cx: &Cx) {
        if let Some(form) = self.form() {
            form.linear(out, true);
            form.linear_status(out, cx.draft_saved);
        }
    }
    /// Has it something for the right column at 120 columns?
    fn has_side(&self) -> bool {
        self.form().is_some()
    }
    /// Draws the right column.
    fn side(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        if let Some(form) = self.form() {
            super::side::draw_form_side(form, frame, area, cx.look);
        }
    }
}

/// What a screen did with a key.
#[derive(Clone, Debug, PartialEq)]
pub enum Flow {
    /// Used it, and asks for these.
    Used(Effects),
    /// Not for it.
    Pass,
}

impl Flow {
    /// Used, nothing more.
    #[must_use]
    pub fn used() -> Self {
        Self::Used(Vec::new())
    }

    /// Used, and one thing asked for.
    pub fn ask(effect: impl Into<Effect>) -> Self {
        Self::Used(vec![effect.into()])
    }

    /// What a form did, when the screen has nothing to add.
    #[must_use]
    pub fn of(outcome: FormOutcome) -> Self {
        match outcome {
            FormOutcome::Pass => Self::Pass,
            FormOutcome::Said(text) => Self::ask(Notice::info(text)),
            FormOutcome::Used | FormOutcome::Changed(_) | FormOutcome::Left(_) | FormOutcome::Submit => {
                Self::used()
            }
        }
    }
}

/// Something that can be done here: one list feeds the key bar, F10 and help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What is done.
    pub action: Action,
    /// Its word here.
    pub label: Cow<'static, str>,
    /// Can it be done now?
    pub enabled: bool,
    /// Only under F10, not in the key bar.
    pub quiet: bool,
    /// What one must be permitted to do it.
    pub needs: Option<Permission>,
    /// Who is at the desk may not: the shell says so, here and at the key.
    pub barred: bool,
}

impl Offer {
    /// An act under its usual word.
    #[must_use]
    pub fn usual(action: Action) -> Self {
        Self::new(action, action.label())
    }

    /// An act under the word it has here.
    pub fn new(action: Action, label: impl Into<Cow<'static, str>>) -> Self {
        Self { action, label: label.into(), enabled: true, quiet: false, needs: None, barred: false }
    }

    /// An act only listed under F10, without a key.
    pub fn hidden(name: &'static str, label: impl Into<Cow<'static, str>>) -> Self {
        Self { quiet: true, ..Self::new(Action::Do(name), label) }
    }

    /// Only when this holds.
    #[must_use]
    pub fn when(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// Only for who may (R-PRV-11). It is listed all the same, so that one
    /// sees whom to ask.
    #[must_use]
    pub fn needs(mut self, what: Permission) -> Self {
        self.needs = Some(what);
        self
    }

    /// Only under F10, not in the key bar.
    #[must_use]
    pub fn quiet(mut self) -> Self {
        self.quiet = true;
        self
    }
}

/// Special data on a screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Special {
    /// None here.
    #[default]
    None,
    /// Some, hidden.
    Hidden,
    /// Some, on the screen.
    Shown,
}

/// Somebody whose record is open at this desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenPerson {
    /// Whose record; `None` while a new person is being written down.
    pub id: Option<RegistrantId>,
    /// Surname and name, in capitals.
    pub name: String,
    /// Code of the screen in front.
    pub screen: Code,
    /// Is something unsaved there?
    pub unsaved: bool,
    /// Is it the one served now?
    pub served: bool,
}

/// Who works at the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Who.
    pub operator: Operator,
    /// Where.
    pub office: Office,
    /// How rules are enforced there.
    pub law: Law,
    /// The password was given by somebody else: the first thing to do is to
    /// choose another.
    pub must_change: bool,
    /// Does the office ask for passwords? One of invented people does not.
    pub passwords: bool,
    /// Has it a recovery key?
    pub recovery: bool,
}

/// The line of the person being served.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct PersonBand {
    /// Whose record.
    pub id: RegistrantId,
    /// Surname and name, in capitals.
    pub name: String,
    /// Day of birth.
    pub birth_date: Option<NaiveDate>,
    /// Fiscal code.
    pub fiscal_code: String,
    /// The parts that follow, each a few words, the most important first:
    /// `DID inserita 12/11/2026`, `NASpI 12/11/2026`, `PSP nessuno`.
    pub facts: Vec<String>,
}

/// What a screen sees around itself, read-only.
#[derive(Clone, Copy)]
pub struct Cx<'a> {
    /// The hour.
    pub now: NaiveDateTime,
    /// Who works here, once signed in.
    pub session: Option<&'a Session>,
    /// Whose record is open.
    pub person: Option<&'a PersonBand>,
    /// The people open, in the order they were opened.
    pub open: &'a [OpenPerson],
    /// When the draft of this screen was saved (`10:42`), empty if it was not.
    pub draft_saved: &'a str,
    /// How things are printed at once.
    pub habits: &'a Habits,
    /// Styles and signs.
    pub look: &'a Look,
}

impl Cx<'_> {
    /// Today.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.now.date()
    }

    /// The user name of the operator, empty before signing in.
    #[must_use]
    pub fn username(&self) -> &str {
        self.session.map_or("", |session| session.operator.username.as_str())
    }

    /// How rules are enforced here.
    #[must_use]
    pub fn law(&self) -> &Law {
        static NOBODY_IN: LazyLock<Law> = LazyLock::new(Law::default);
        self.session.map_or(&NOBODY_IN, |session| &session.law)
    }

    /// The tables of the office by day, with its own rows: where every list
    /// and every label of a code comes from.
    #[must_use]
    pub fn tables(&self) -> &Catalogue {
        self.law().catalogue()
    }

    /// What the rules say of something done today, as it is enforced here.
    #[must_use]
    pub fn lawful(&self, findings: Vec<Finding>) -> Vec<Finding> {
        self.law().apply(findings, self.today())
    }
}

/// What F1 tells of a row.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct RowHelp {
    /// What the row is.
    pub label: String,
    /// Why it is there, and what follows.
    pub text: String,
    /// The rule it comes from.
    pub rule: String,
}

/// What the help is asked about.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct HelpTopic {
    /// Code and title of the screen.
    pub screen: String,
    /// The field: its label.
    pub field: String,
    /// How it is written.
    pub how: String,
    /// What it is for, and why.
    pub text: String,
    /// Rules that speak of it.
    pub rules: Vec<String>,
    /// What they say of the case at hand.
    pub findings: Vec<Finding>,
    /// How rules are enforced at this office.
    pub law: Law,
    /// On which day.
    pub day: NaiveDate,
    /// What the message line says in full.
    pub message: String,
    /// What can be done on that screen.
    pub offers: Vec<Offer>,
    /// Keys that do not arrive on this terminal.
    pub missing: Missing,
    /// Open on the page of all keys.
    pub all_keys: bool,
}
