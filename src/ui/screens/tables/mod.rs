//! PA01: the tables by date of effect, and the office's own rows.

mod draw;
mod form;
mod panel;
mod rows;

use std::borrow::Cow;
use std::collections::BTreeMap;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::desk::query::Tables;
use crate::desk::{Answer, Query};
use crate::domain::office_row::{Entry, LOGO, Table as Which};
use crate::domain::permission::Permission;
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects, Notice, Reply, Slot};
use crate::ui::form::{Form, FormOutcome};
use crate::ui::keymap::Context;
use crate::ui::linear::Linear;
use crate::ui::route::Code;
use crate::ui::screen::{Cx, Flow, Offer, Screen};
use crate::ui::screens::panel::Place;
use crate::ui::screens::saving::Saving;
use crate::ui::strings::tables as words;
use crate::ui::widgets::table::Table;
use panel::{About, Panel};
use rows::Line;

/// What is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
enum View {
    Tables,
    Rows(Which),
    /// What the office wrote: about a code, or in the whole table.
    History(Which, Option<Box<Entry>>),
}

/// The screen.
pub struct Parameters {
    tables: Option<Box<Tables>>,
    view: View,
    list: Table<Line>,
    /// Where the pointer was in the lists above.
    places: Vec<usize>,
    panel: Place<Panel>,
    /// The code just added, to be shown.
    added: Option<String>,
    saving: Saving,
}

impl Default for Parameters {
    fn default() -> Self {
        Self {
            tables: None,
            view: View::Tables,
            list: Table::new(rows::table_columns(), words::EMPTY),
            places: Vec::new(),
            panel: Place::default(),
            added: None,
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
            View::History(table, of) => rows::history(tables, *table, of.as_deref()),
        });
        if let Some(code) = self.added.take() {
            let about = |line: &Line| matches!(line, Line::Row(_, entry) if entry.code == code);
            let at = self.list.rows().iter().position(about);
            self.list.select(at.unwrap_or(self.list.at()));
        }
    }

    fn show(&mut self, view: View, at: usize, cx: &Cx) {
        let (columns, empty) = match view {
            View::Tables => (rows::table_columns(), words::EMPTY),
            View::Rows(_) => (rows::row_columns(), words::EMPTY),
            View::History(_, Some(_)) => (rows::past_columns(), words::NO_HISTORY),
            View::History(_, None) => (rows::written_columns(), words::NOTHING_WRITTEN),
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
            View::History(_, None) => View::Tables,
            View::History(table, Some(_)) => View::Rows(table),
        };
        let at = self.places.pop().unwrap_or_default();
        self.show(above, at, cx);
        Flow::used()
    }

    /// Who may not change anything is told who may.
    fn not_allowed(cx: &Cx) -> Option<Flow> {
        cx.barred(Permission::Tables).map(|finding| Flow::ask(Notice::finding(&finding)))
    }

    fn change(&mut self, cx: &Cx) -> Flow {
        let Some(Line::Row(table, entry)) = self.list.selected().cloned() else { return Flow::Pass };
        if let Some(told) = Self::not_allowed(cx) {
            return told;
        }
        match (table, entry.code.as_str()) {
            (Which::Templates, name) => Flow::ask(Notice::info(words::template_elsewhere(name))),
            (Which::Letterhead, LOGO) => Flow::ask(Notice::info(words::LOGO_ELSEWHERE)),
            _ => Flow::Used(self.open(About::Set(table, entry), cx)),
        }
    }

    /// A code the table does not have yet.
    fn add(&mut self, cx: &Cx) -> Flow {
        let View::Rows(table) = self.view else { return Flow::Pass };
        if !table.takes_codes() {
            return Flow::ask(Notice::info(words::CLOSED));
        }
        if let Some(told) = Self::not_allowed(cx) {
            return told;
        }
        Flow::Used(self.open(About::Add(table), cx))
    }

    fn withdraw(&mut self, cx: &Cx) -> Flow {
        let (row, what) = match self.list.selected() {
            Some(Line::Row(table, entry)) => match entry.own {
                Some(row) => (row, rows::name(*table, entry)),
                None => return Flow::ask(Notice::info(words::NOT_OWN)),
            },
            Some(Line::Past { row, name, .. }) if row.stands() => (row.id, name.clone()),
            Some(Line::Past { .. }) => return Flow::ask(Notice::info(words::ALREADY)),
            Some(Line::Table(..)) | None => return Flow::Pass,
        };
        if let Some(told) = Self::not_allowed(cx) {
            return told;
        }
        Flow::Used(self.open(About::Withdraw(row, what), cx))
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
        if self.panel.is_open() {
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
            (Action::New, _) => self.add(cx),
            (Action::Letter('S'), Some(Line::Row(table, entry))) => {
                self.go(View::History(table, Some(entry)), cx)
            }
            (Action::Letter('S'), Some(Line::Table(table, ..))) => self.go(View::History(table, None), cx),
            (Action::Letter('X'), Some(_)) => self.withdraw(cx),
            _ => Flow::Pass,
        }
    }

    fn context(&self) -> Context {
        if self.panel.is_open() { Context::Form } else { Context::List }
    }

    fn form(&self) -> Option<&Form> {
        self.panel.get().map(|panel| &panel.form)
    }

    fn form_mut(&mut self) -> Option<&mut Form> {
        self.panel.get_mut().map(|panel| &mut panel.form)
    }

    fn draft_subject(&self) -> Option<String> {
        Some(String::new())
    }

    fn draft(&self) -> Option<BTreeMap<String, String>> {
        self.panel.typed()
    }

    fn restore(&mut self, values: &BTreeMap<String, String>, focus: &str, cx: &Cx) -> Effects {
        self.panel.found(values, focus);
        self.reopen(cx)
    }

    fn formed(&mut self, outcome: FormOutcome, _cx: &Cx) -> Flow {
        match outcome {
            FormOutcome::Submit => Flow::Used(self.save()),
            FormOutcome::Changed(_) | FormOutcome::Left(_) => {
                self.panel.changed();
                let command = self.panel.get().map(Panel::command);
                let weigh = command.map(|command| Effect::Ask("weigh", Query::Weigh(Box::new(command))));
                Flow::Used(weigh.into_iter().collect())
            }
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
                self.reopen(cx)
            }
            ("tables", Reply::Answer(Err(fault))) => {
                self.list.fail(fault.to_string());
                Effects::new()
            }
            ("weigh", Reply::Answer(Ok(answer))) => {
                if let (Answer::Weighed(outcome), Some(panel)) = (*answer, self.panel.get_mut()) {
                    // What is still to be typed is asked at the end.
                    let empty = |field: &str| panel.form.values().raw(field).is_empty();
                    let said = outcome.findings.into_iter();
                    let said = said.filter(|found| !found.field.as_deref().is_some_and(empty)).collect();
                    panel.form.find_all(said);
                }
                Effects::new()
            }
            ("save", Reply::Outcome(Ok(outcome))) => self.saved(*outcome),
            ("save", Reply::Outcome(Err(_))) => {
                self.saving.done();
                Effects::new()
            }
            _ => Effects::new(),
        }
    }

    fn offers(&self, _cx: &Cx) -> Vec<Offer> {
        if let Some(panel) = self.panel.get() {
            let mut offers = vec![Offer::new(Action::Save, words::RECORD).needs(Permission::Tables)];
            offers.extend(panel.form.offers());
            return offers;
        }
        let write = |action, word| Offer::new(action, word).needs(Permission::Tables);
        let mut offers = vec![Offer::usual(Action::Refresh)];
        match self.list.selected() {
            Some(Line::Table(..)) => {
                offers.push(Offer::new(Action::Enter, words::OPEN));
                offers.push(Offer::new(Action::Letter('S'), words::HISTORY));
            }
            Some(Line::Row(_, entry)) => {
                offers.push(write(Action::Enter, words::CHANGE));
                offers.push(Offer::new(Action::Letter('S'), words::HISTORY));
                offers.push(write(Action::Letter('X'), words::WITHDRAW).when(entry.own.is_some()));
            }
            Some(Line::Past { row, .. }) => {
                offers.push(write(Action::Letter('X'), words::WITHDRAW).when(row.stands()));
            }
            None => {}
        }
        if let View::Rows(table) = self.view {
            offers.push(write(Action::New, words::NEW).when(table.takes_codes()));
        }
        offers
    }

    fn draw(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        self.draw_body(frame, area, cx);
    }

    fn linear(&self, out: &mut Linear, cx: &Cx) {
        self.tell(out, cx);
    }

    fn has_side(&self) -> bool {
        true
    }

    fn side(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        self.draw_side(frame, area, cx);
    }
}
