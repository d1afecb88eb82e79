//! The form over the list: opening it, leaving it, its draft, saving it.

use std::collections::BTreeMap;

use super::{Parameters, View, form, rows};
use crate::desk::command::Command;
use crate::domain::ids::OfficeRowId;
use crate::domain::office_row::{Entry, Table};
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects, Notice};
use crate::ui::form::Form;
use crate::ui::screen::{Cx, Flow, Screen};
use crate::ui::strings::{shell, tables as words};

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
    /// Was it said that what is typed is not recorded?
    pub warned: bool,
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
        let columns = |table: &Table| u16::try_from(table.columns().len()).unwrap_or(1);
        match &self.about {
            About::Set(table, _) => columns(table) + DAYS_AND_REASON,
            About::Add(table) => columns(table) + DAYS_AND_REASON + 1,
            About::Withdraw(..) => 1,
        }
    }

    /// What is typed, and about what.
    pub fn draft(&self) -> BTreeMap<String, String> {
        let mut values = self.form.draft();
        values.insert(WHICH.to_owned(), self.about.key());
        values
    }
}

impl Parameters {
    pub(super) fn open(&mut self, about: About, mut form: Form) -> Flow {
        let which = about.key();
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
    pub(super) fn reopen(&mut self, cx: &Cx) -> Effects {
        let which = self.kept.as_ref().and_then(|(values, _)| values.get(WHICH)).cloned();
        let Some((table, at, about)) = which.and_then(|which| self.meant(&which, cx)) else {
            return Effects::new();
        };
        self.places = vec![Table::ALL.iter().position(|known| *known == table).unwrap_or_default()];
        self.show(View::Rows(table), at, cx);
        let form = match &about {
            About::Set(table, entry) => form::set(*table, entry, cx.today()),
            About::Add(table) => form::add(*table, cx.today()),
            About::Withdraw(..) => form::withdraw(cx.today()),
        };
        match self.open(about, form) {
            Flow::Used(effects) => effects,
            Flow::Pass => Effects::new(),
        }
    }

    /// What a draft is about, with the table and the place it is listed at.
    fn meant(&self, which: &str, cx: &Cx) -> Option<(Table, usize, About)> {
        let tables = self.tables.as_ref()?;
        if let Some(table) = which.strip_suffix(NEW).and_then(|word| Table::named(word.trim_end_matches('/'))) {
            return Some((table, 0, About::Add(table)));
        }
        Table::ALL.iter().find_map(|table| {
            let shown = tables.shown(*table, cx.today());
            shown.into_iter().enumerate().find_map(|(at, entry)| {
                let own = entry.own.filter(|row| which == row.0.to_string());
                let about = match own {
                    Some(row) => About::Withdraw(row, rows::called(*table, entry)),
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
        let Some(panel) = &mut self.panel else { return Effects::new() };
        panel.form.find_all(Vec::new());
        if let Err(obstacle) = panel.form.check() {
            return vec![Notice::obstacle(obstacle).into()];
        }
        if !self.saving.begin() {
            return Effects::new();
        }
        vec![Effect::Run("save", Box::new(panel.command()))]
    }

    pub(super) fn act_panel(&mut self, action: Action, cx: &Cx) -> Flow {
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
