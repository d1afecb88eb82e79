//! The form over the list: opening it, leaving it, its draft, saving it.

use super::{Parameters, View, form, rows};
use crate::desk::Outcome;
use crate::desk::command::Command;
use crate::domain::ids::OfficeRowId;
use crate::domain::office_row::{Entry, Table};
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects, Notice};
use crate::ui::form::Form;
use crate::ui::screen::{Cx, Flow, Screen};
use crate::ui::screens::panel::Acted;
use crate::ui::strings::tables as words;

/// In a draft: what the form is about.
const WHICH: &str = "~row";
/// In a draft, in the place of a code: one that is not there yet.
const NEW: &str = "+";

/// Rows of a form under the columns: days, reason, act.
const DAYS_AND_REASON: u16 = 3;

/// What a form is about.
pub enum About {
    /// Another row of a code.
    Set(Table, Box<Entry>),
    /// A code the table does not have.
    Add(Table),
    /// Taking a row back, and what it is called.
    Withdraw(OfficeRowId, String),
}

impl About {
    /// As a draft writes it.
    fn key(&self) -> String {
        match self {
            Self::Set(table, entry) => format!("{}/{}", table.word(), entry.code),
            Self::Add(table) => format!("{}/{NEW}", table.word()),
            Self::Withdraw(row, _) => row.0.to_string(),
        }
    }
}

/// The form over the list.
pub struct Panel {
    /// What it is about.
    pub about: About,
    /// What is typed.
    pub form: Form,
}

impl Panel {
    /// The command it makes.
    pub fn command(&self) -> Command {
        match &self.about {
            About::Set(table, entry) => form::set_command(&self.form, *table, Some(entry)),
            About::Add(table) => form::set_command(&self.form, *table, None),
            About::Withdraw(row, _) => form::withdraw_command(&self.form, *row),
        }
    }

    /// Rows its fields take.
    pub fn rows(&self) -> u16 {
        match &self.about {
            About::Set(table, entry) => form::rows(*table, &entry.code) + DAYS_AND_REASON,
            About::Add(table) => form::rows(*table, "") + DAYS_AND_REASON + 1,
            About::Withdraw(..) => 1,
        }
    }
}

impl crate::ui::screens::panel::Panel for Panel {
    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn marks(&self) -> Vec<(&'static str, String)> {
        vec![(WHICH, self.about.key())]
    }
}

impl Parameters {
    pub(super) fn open(&mut self, about: About, cx: &Cx) -> Effects {
        let today = cx.today();
        let form = match &about {
            About::Set(table, entry) => form::set(*table, entry, today),
            About::Add(table) => form::add(*table, today),
            About::Withdraw(..) => form::withdraw(today),
        };
        self.panel.open(Panel { about, form }).map(Effect::from).into_iter().collect()
    }

    /// Opens the form of a draft, once the tables are here.
    pub(super) fn reopen(&mut self, cx: &Cx) -> Effects {
        let waits = self.panel.waits().filter(|_| self.tables.is_some());
        let Some(which) = waits.map(|kept| kept.get(WHICH).to_owned()) else { return Effects::new() };
        let Some((table, at, about)) = self.meant(&which, cx) else {
            self.panel.set_reopens(false);
            return Effects::new();
        };
        self.places = vec![Table::ALL.iter().position(|known| *known == table).unwrap_or_default()];
        self.show(View::Rows(table), at, cx);
        self.open(about, cx)
    }

    /// What a draft is about, with the table and the place it is listed at.
    fn meant(&self, which: &str, cx: &Cx) -> Option<(Table, usize, About)> {
        let tables = self.tables.as_ref()?;
        if let Some(table) = which.strip_suffix(NEW).and_then(|word| Table::named(word.trim_end_matches('/')))
        {
            return Some((table, 0, About::Add(table)));
        }
        Table::ALL.iter().find_map(|table| {
            let shown = tables.shown(*table, cx.today());
            shown.into_iter().enumerate().find_map(|(at, entry)| {
                let own = entry.own.filter(|row| which == row.0.to_string());
                let about = match own {
                    Some(row) => About::Withdraw(row, rows::name(*table, entry)),
                    None if which == format!("{}/{}", table.word(), entry.code) => {
                        About::Set(*table, Box::new(entry.clone()))
                    }
                    None => return None,
                };
                Some((*table, at, about))
            })
        })
    }

    pub(super) fn save(&mut self) -> Effects {
        let Some(panel) = self.panel.get_mut() else { return Effects::new() };
        panel.form.find_all(Vec::new());
        if let Err(obstacle) = panel.form.check() {
            return vec![Notice::obstacle(obstacle).into()];
        }
        let command = panel.command();
        if !self.saving.begin() {
            return Effects::new();
        }
        // The tables are read again after the write, be the screen there or
        // not: what is offered elsewhere comes from them.
        let mut effects = vec![Effect::Run("save", Box::new(command))];
        effects.extend(Self::read());
        effects
    }

    pub(super) fn saved(&mut self, outcome: Outcome) -> Effects {
        if !outcome.accepted {
            return match self.panel.get_mut() {
                Some(panel) => self.saving.refused(&mut panel.form, outcome),
                None => Effects::new(),
            };
        }
        self.saving.clear();
        let said = match self.panel.done() {
            Some(Panel { about: About::Withdraw(..), .. }) => words::TAKEN_BACK,
            Some(Panel { about: About::Add(_), form }) => {
                self.added = form.values().text("row.code");
                words::SAVED
            }
            Some(_) | None => words::SAVED,
        };
        vec![Effect::DropDraft, Notice::ok(said).into()]
    }

    pub(super) fn act_panel(&mut self, action: Action, cx: &Cx) -> Flow {
        match self.panel.act(action) {
            Some(Acted::Save) => Flow::Used(self.save()),
            Some(Acted::Warned(notice)) => Flow::ask(notice),
            Some(Acted::Closed) => Flow::used(),
            Some(Acted::Form(outcome)) => self.formed(outcome, cx),
            None => Flow::Pass,
        }
    }
}
