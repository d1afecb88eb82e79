//! PA01: the tables by date of effect, and the office's own rows.

mod draw;
mod form;
mod rows;

use std::borrow::Cow;
use std::collections::BTreeMap;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::desk::command::Command;
use crate::desk::query::Tables;
use crate::desk::{Answer, Query};
use crate::domain::ids::OfficeRowId;
use crate::domain::office_row::rules::{NOT_ALLOWED, may_change};
use crate::domain::office_row::{Entry, Table as Which};
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects, Notice, Reply, Slot};
use crate::ui::form::{Form, FormOutcome};
use crate::ui::keymap::Context;
use crate::ui::linear::Linear;
use crate::ui::route::Code;
use crate::ui::screen::{Cx, Flow, Offer, Screen};
use crate::ui::screens::saving::Saving;
use crate::ui::strings::{shell, tables as words};
use crate::ui::widgets::table::Table;
use rows::Line;

/// In a draft: the row the form is about.
const WHICH: &str = "~row";

/// What is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
enum View {
    Tables,
    Rows(Which),
    History(Which, Box<Entry>),
}

/// What a form is about.
enum About {
    Set(Which, Box<Entry>),
    Withdraw(OfficeRowId, String),
}

struct Panel {
    about: About,
    form: Form,
    warned: bool,
}

/// The screen.
pub struct Parameters {
    tables: Option<Box<Tables>>,
    view: View,
    list: Table<Line>,
    /// Where the pointer was in the lists above.
    places: Vec<usize>,
    panel: Option<Panel>,
    /// A draft whose row is not read yet, or whose form was closed.
    kept: Option<(BTreeMap<String, String>, String)>,
    saving: Saving,
}

impl Default for Parameters {
    fn default() -> Self {
        Self {
            tables: None,
            view: View::Tables,
            list: Table::new(rows::table_columns(), words::EMPTY),
            places: Vec::new(),
            panel: None,
            kept: None,
            saving: Saving::default(),
        }
    }
}

impl Parameters {
    fn read() -> Effects {
        vec![Effect::Ask("tables", Query::Tables)]
    }

    /// The lines of the view, with the pointer where it was.
    fn fill(&mut self, cx: &Cx) {
        let Some(tables) = &self.tables else { return };
        self.list.set(match &self.view {
            View::Tables => rows::tables(tables, cx.today()),
            View::Rows(table) => rows::rows(tables, *table, cx.today()),
            View::History(table, entry) => rows::history(tables, *table, &entry.code),
        });
    }

    fn show(&mut self, view: View, at: usize, cx: &Cx) {
        let (columns, empty) = match view {
            View::Tables => (rows::table_columns(), words::EMPTY),
            View::Rows(_) => (rows::row_columns(), words::EMPTY),
            View::History(..) => (rows::past_columns(), words::NO_HISTORY),
        };
        self.list = Table::new(columns, empty);
        self.view = view;
        self.fill(cx);
        self.list.select(at);
    }

    fn go(&mut self, view: View, cx: &Cx) -> Flow {
        self.places.push(self.list.at());
        self.show(view, 0, cx);
        Flow::used()
    }

    fn up(&mut self, cx: &Cx) -> Flow {
        let above = match self.view {
            View::Tables => return Flow::Pass,
            View::Rows(_) => View::Tables,
            View::History(table, _) => View::Rows(table),
        };
        let at = self.places.pop().unwrap_or_default();
        self.show(above, at, cx);
        Flow::used()
    }

    /// Who may not change anything is told who may.
    fn not_allowed(cx: &Cx) -> Option<Flow> {
        let operator = &cx.session?.operator;
        (!may_change(operator)).then(|| {
            let finding = NOT_ALLOWED.found().with(operator.full_name());
            Flow::ask(Notice::finding(&finding))
        })
    }

    fn change(&mut self, cx: &Cx) -> Flow {
        let Some(Line::Row(table, entry)) = self.list.selected().cloned() else { return Flow::Pass };
        if let Some(told) = Self::not_allowed(cx) {
            return told;
        }
        let form = form::set(table, &entry, cx.today());
        self.open(About::Set(table, entry), form)
    }

    fn withdraw(&mut self, cx: &Cx) -> Flow {
        let (row, what) = match self.list.selected() {
            Some(Line::Row(_, entry)) => match entry.own {
                Some(row) => (row, rows::called(entry).to_owned()),
                None => return Flow::ask(Notice::info(words::NOT_OWN)),
            },
            Some(Line::Past(_, row)) if row.stands() => (row.id, row.code.clone()),
            Some(Line::Past(..)) => return Flow::ask(Notice::info(words::ALREADY)),
            Some(Line::Table(..)) | None => return Flow::Pass,
        };
        if let Some(told) = Self::not_allowed(cx) {
            return told;
        }
        self.open(About::Withdraw(row, what), form::withdraw(cx.today()))
    }

    fn open(&mut self, about: About, mut form: Form) -> Flow {
        let which = key(&about);
        let back = self.kept.take_if(|(values, _)| values.get(WHICH) == Some(&which));
        let said = back.map(|(values, focus)| {
            form.restore(&values);
            form.focus_on(&focus);
            Effect::from(Notice::info(shell::DRAFT_BACK))
        });
        self.panel = Some(Panel { about, form, warned: false });
        Flow::Used(said.into_iter().collect())
    }

    /// Opens the form of a draft, once the tables are here.
    fn reopen(&mut self, cx: &Cx) -> Effects {
        let (Some(tables), Some((values, _))) = (&self.tables, &self.kept) else { return Effects::new() };
        let which = values.get(WHICH).cloned().unwrap_or_default();
        let found = Which::ALL.iter().find_map(|table| {
            let shown = tables.shown(*table, cx.today());
            let at = shown.iter().position(|entry| {
                which == format!("{}/{}", table.word(), entry.code)
                    || entry.own.is_some_and(|id| which == id.0.to_string())
            })?;
            Some((*table, at, shown[at].clone()))
        });
        let Some((table, at, entry)) = found else { return Effects::new() };
        self.places = vec![Which::ALL.iter().position(|known| *known == table).unwrap_or_default()];
        self.show(View::Rows(table), at, cx);
        let set = which.contains('/');
        let form = if set { form::set(table, &entry, cx.today()) } else { form::withdraw(cx.today()) };
        let about = match entry.own.filter(|_| !set) {
            Some(row) => About::Withdraw(row, rows::called(&entry).to_owned()),
            None => About::Set(table, Box::new(entry)),
        };
        match self.open(about, form) {
            Flow::Used(effects) => effects,
            Flow::Pass => Effects::new(),
        }
    }

    fn command(panel: &Panel) -> Command {
        match &panel.about {
            About::Set(table, entry) => form::set_command(&panel.form, *table, entry),
            About::Withdraw(row, _) => form::withdraw_command(&panel.form, *row),
        }
    }

    fn save(&mut self) -> Effects {
        let Some(panel) = &mut self.panel else { return Effects::new() };
        panel.form.find_all(Vec::new());
        if let Err(obstacle) = panel.form.check() {
            return vec![Notice::obstacle(obstacle).into()];
        }
        if !self.saving.begin() {
            return Effects::new();
        }
        vec![Effect::Run("save", Box::new(Self::command(panel)))]
    }

    fn act_panel(&mut self, action: Action, cx: &Cx) -> Flow {
        let Some(panel) = &mut self.panel else { return Flow::Pass };
        match action {
            Action::Save if !panel.form.has_popup() => return Flow::Used(self.save()),
            Action::Back if !panel.form.has_popup() => {
                if panel.form.changed() && !std::mem::replace(&mut panel.warned, true) {
                    return Flow::ask(Notice::warn(words::CHANGED));
                }
                self.kept = self.draft().map(|values| (values, String::new()));
                self.panel = None;
                return Flow::used();
            }
            _ => {}
        }
        let outcome = panel.form.act(action);
        self.formed(outcome, cx)
    }
}

/// What a form is about, in its draft.
fn key(about: &About) -> String {
    match about {
        About::Set(table, entry) => format!("{}/{}", table.word(), entry.code),
        About::Withdraw(row, _) => row.0.to_string(),
    }
}

impl Screen for Parameters {
    fn code(&self) -> Code {
        "PA01"
    }

    fn title(&self) -> Cow<'static, str> {
        words::TITLE.into()
    }

    fn enter(&mut self, _cx: &Cx) -> Effects {
        Self::read()
    }

    fn back(&mut self, _cx: &Cx) -> Effects {
        Self::read()
    }

    fn act(&mut self, action: Action, cx: &Cx) -> Flow {
        if self.panel.is_some() {
            return self.act_panel(action, cx);
        }
        if self.list.act(action) {
            return Flow::used();
        }
        match (action, self.list.selected().cloned()) {
            (Action::Back, _) => self.up(cx),
            (Action::Refresh, _) => Flow::Used(Self::read()),
            (Action::Enter, Some(Line::Table(table, ..))) => self.go(View::Rows(table), cx),
            (Action::Enter, Some(Line::Row(..))) => self.change(cx),
            (Action::Letter('S'), Some(Line::Row(table, entry))) => self.go(View::History(table, entry), cx),
            (Action::Letter('X'), Some(_)) => self.withdraw(cx),
            _ => Flow::Pass,
        }
    }

    fn context(&self) -> Context {
        if self.panel.is_some() { Context::Form } else { Context::List }
    }

    fn form(&self) -> Option<&Form> {
        self.panel.as_ref().map(|panel| &panel.form)
    }

    fn form_mut(&mut self) -> Option<&mut Form> {
        self.panel.as_mut().map(|panel| &mut panel.form)
    }

    fn draft_subject(&self) -> Option<String> {
        Some(String::new())
    }

    fn draft(&self) -> Option<BTreeMap<String, String>> {
        let Some(panel) = self.panel.as_ref().filter(|panel| panel.form.changed()) else {
            return self.kept.as_ref().map(|(values, _)| values.clone());
        };
        let mut values = panel.form.draft();
        values.insert(WHICH.to_owned(), key(&panel.about));
        Some(values)
    }

    fn restore(&mut self, values: &BTreeMap<String, String>, focus: &str, cx: &Cx) -> Effects {
        self.kept = Some((values.clone(), focus.to_owned()));
        self.reopen(cx)
    }

    fn formed(&mut self, outcome: FormOutcome, _cx: &Cx) -> Flow {
        match outcome {
            FormOutcome::Submit => Flow::Used(self.save()),
            FormOutcome::Changed(_) | FormOutcome::Left(_) => match &mut self.panel {
                Some(panel) => {
                    panel.warned = false;
                    Flow::ask(Effect::Ask("weigh", Query::Weigh(Box::new(Self::command(panel)))))
                }
                None => Flow::used(),
            },
            other => Flow::of(other),
        }
    }

    fn reply(&mut self, slot: Slot, reply: Reply, cx: &Cx) -> Effects {
        match (slot, reply) {
            ("tables", Reply::Answer(Ok(answer))) => {
                if let Answer::Tables(tables) = *answer {
                    self.tables = Some(tables);
                    self.fill(cx);
                }
                if self.panel.is_none() { self.reopen(cx) } else { Effects::new() }
            }
            ("tables", Reply::Answer(Err(fault))) => {
                self.list.fail(fault.to_string());
                Effects::new()
            }
            ("weigh", Reply::Answer(Ok(answer))) => {
                if let (Answer::Weighed(outcome), Some(panel)) = (*answer, &mut self.panel) {
                    // What is still to be typed is asked at the end.
                    let empty = |field: &str| panel.form.values().raw(field).is_empty();
                    let said = outcome.findings.into_iter();
                    let said = said.filter(|found| !found.field.as_deref().is_some_and(empty)).collect();
                    panel.form.find_all(said);
                }
                Effects::new()
            }
            ("save", Reply::Outcome(Ok(outcome))) if outcome.accepted => {
                self.saving.clear();
                self.kept = None;
                let panel = self.panel.take();
                let set = panel.is_some_and(|panel| matches!(panel.about, About::Set(..)));
                let said = if set { words::SAVED } else { words::TAKEN_BACK };
                let mut effects = vec![Effect::DropDraft, Notice::ok(said).into()];
                effects.extend(Self::read());
                effects
            }
            ("save", Reply::Outcome(Ok(outcome))) => match &mut self.panel {
                Some(panel) => self.saving.refused(&mut panel.form, *outcome),
                None => Effects::new(),
            },
            ("save", Reply::Outcome(Err(_))) => {
                self.saving.done();
                Effects::new()
            }
            _ => Effects::new(),
        }
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        if let Some(panel) = &self.panel {
            let mut offers = vec![Offer::new(Action::Save, words::RECORD)];
            offers.extend(panel.form.offers());
            return offers;
        }
        let may = cx.session.is_some_and(|session| may_change(&session.operator));
        let mut offers = vec![Offer::usual(Action::Refresh)];
        match self.list.selected() {
            Some(Line::Table(..)) => offers.push(Offer::new(Action::Enter, words::OPEN)),
            Some(Line::Row(_, entry)) => {
                offers.push(Offer::new(Action::Enter, words::CHANGE).when(may));
                offers.push(Offer::new(Action::Letter('S'), words::HISTORY));
                offers
                    .push(Offer::new(Action::Letter('X'), words::WITHDRAW).when(may && entry.own.is_some()));
            }
            Some(Line::Past(_, row)) => {
                offers.push(Offer::new(Action::Letter('X'), words::WITHDRAW).when(may && row.stands()));
            }
            None => {}
        }
        offers
    }

    fn draw(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        self.draw_body(frame, area, cx);
    }

    fn linear(&self, out: &mut Linear, _cx: &Cx) {
        self.tell(out);
    }

    fn has_side(&self) -> bool {
        true
    }

    fn side(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        self.draw_side(frame, area, cx);
    }
}
