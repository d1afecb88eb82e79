//! The real office behind the screen: the desk, and drafts in its file.

use std::path::PathBuf;

use super::backend::{Backend, Founding};
use super::keys;
use super::os;
use crate::clock::Clock;
use crate::desk::command::DocumentGenerated;
use crate::desk::query::Found;
use crate::desk::staff::{self, RecoveryCode};
use crate::desk::{Answer, Command, Desk, DocumentFile, Law, Outcome, Query, opening};
use crate::documents::printing::Habits;
use crate::domain::ids::{OperatorId, RegistrantId};
use crate::domain::office::Operator;
use crate::fault::{Fault, Result};
use crate::ui::deed::{Deed, Given};
use crate::ui::effect::{Draft, Secret};
use crate::ui::missing::Missing;
use crate::ui::screen::Session;
use crate::ui::strings::shell as words;

/// An office folder, its desk once somebody signed in, and who it is.
pub struct OfficeBackend {
    dir: PathBuf,
    clock: Clock,
    /// It opened by itself, with somebody at the desk: whoever names nobody
    /// is that one.
    alone: bool,
    desk: Option<Desk>,
    operator: Option<Operator>,
    /// What was wrong with the office when it was last looked at.
    wrong: Vec<&'static str>,
}

impl OfficeBackend {
    /// An office that waits for somebody to sign in, or to be founded.
    #[must_use]
    pub fn closed(dir: PathBuf, clock: Clock) -> Self {
        Self { dir, clock, alone: false, desk: None, operator: None, wrong: Vec::new() }
    }

    /// An office of invented people, open, with `username` at the desk.
    ///
    /// # Errors
    /// When the office has no such operator.
    pub fn open_throwaway(dir: PathBuf, desk: Desk, username: &str) -> Result<Self> {
        let operator = desk.operator(username).cloned();
        let clock = desk.clock();
        let mut backend = Self { dir, clock, alone: true, desk: Some(desk), operator, wrong: Vec::new() };
        backend.session().map(|_| backend)
    }

    /// Who is at the desk, and where.
    ///
    /// # Errors
    /// When nobody is.
    pub fn session(&mut self) -> Result<Session> {
        let desk = self.desk.as_ref();
        let office = desk.and_then(|desk| Some((desk.office().cloned()?, desk.law())));
        match (office, self.operator.clone()) {
            (Some((office, law)), Some(operator)) => {
                let must_change = opening::must_change(&self.dir, &operator.username)?;
                let passwords = self.desk.as_ref().is_some_and(|desk| !desk.is_throwaway());
                let recovery = opening::has_recovery(&self.dir)?;
                Ok(Session { operator, office, law: law?, must_change, passwords, recovery })
            }
            _ => Err(Fault::office(words::NOBODY)),
        }
    }

    fn desk(&mut self) -> Result<&mut Desk> {
        self.desk.as_mut().ok_or_else(|| Fault::office(words::NOBODY))
    }

    fn seat(&mut self, desk: Desk, username: &str) -> Result<Session> {
        self.operator = desk.operator(username).cloned();
        self.desk = Some(desk);
        self.session()
    }

    fn seated(&self) -> Result<OperatorId> {
        self.operator.as_ref().map(|operator| operator.id).ok_or_else(|| Fault::office(words::NOBODY))
    }
}

impl Backend for OfficeBackend {
    fn ask(&mut self, by: &str, query: Query) -> Result<Answer> {
        self.desk()?.ask(by, &query)
    }

    fn run(&mut self, by: &str, command: Command) -> Result<Outcome> {
        self.desk()?.act(by, command)
    }

    fn archive(&mut self, by: &str, command: DocumentGenerated, file: &DocumentFile) -> Result<Outcome> {
        self.desk()?.file_made(by, command, file)
    }

    fn opened(&mut self, by: &str, registrant: RegistrantId, reason: Option<String>) -> Result<()> {
        self.desk()?.opened(by, registrant, reason)
    }

    fn closed(&mut self, by: &str, registrant: RegistrantId) -> Result<()> {
        self.desk()?.closed(by, registrant)
    }

    fn searched(&mut self, by: &str, found: &Found) -> Result<()> {
        self.desk()?.searched(by, found)
    }

    fn law(&self) -> Option<Law> {
        // The reply stands also when the tables cannot be read after it.
        self.desk.as_ref()?.law().ok()
    }

    fn sign_in(&mut self, username: &str, password: &Secret) -> Result<Session> {
        if self.alone && username.is_empty() {
            return self.session();
        }
        let Some(desk) = &mut self.desk else {
            let desk = opening::open_to_stay(&self.dir, username, &password.0, self.clock)?;
            return self.seat(desk, username);
        };
        let operator = opening::uncover(desk, &self.dir, username, &password.0)?;
        self.operator = Some(operator);
        self.session()
    }

    fn recover(&mut self, username: &str, code: &Secret, new: &Secret) -> Result<Session> {
        let code = RecoveryCode::read(&code.0)?;
        let desk = staff::recover(&self.dir, &code, username, &new.0, self.clock)?;
        self.seat(desk, username)
    }

    fn keys(&mut self, by: &str, deed: Deed) -> Result<Given> {
        let desk = self.desk()?;
        keys::done(desk, by, deed)
    }

    fn found(&mut self, founding: Founding) -> Result<Session> {
        let Founding { office, operator, password } = founding;
        let username = operator.username.clone();
        let kind = opening::OfficeKind::Real;
        let desk = opening::found(&self.dir, kind, office, operator, &password.0, self.clock)?;
        self.seat(desk, &username)
    }

    fn missing_keys(&mut self) -> Result<Option<Missing>> {
        let kept = self.desk()?.remembered(&keys_setting())?;
        // An office of invented people opens by itself: nothing stands before
        // the first look at it.
        let untried = if self.alone { Some(Missing::default()) } else { None };
        Ok(kept.map(|names| Missing::named(&names)).or(untried))
    }

    fn keep_missing_keys(&mut self, missing: Missing) -> Result<()> {
        self.desk()?.remember(&keys_setting(), &missing.names())
    }

    fn habits(&mut self) -> Result<Habits> {
        let setting = habits_setting(self.seated()?);
        let kept = self.desk()?.remembered(&setting)?;
        Ok(kept.map(|text| Habits::of_text(&text)).unwrap_or_default())
    }

    fn keep_habits(&mut self, habits: &Habits) -> Result<()> {
        let setting = habits_setting(self.seated()?);
        self.desk()?.remember(&setting, &habits.to_text())
    }

    fn warning(&mut self) -> Option<String> {
        let signs = self.desk.as_ref()?.sudden();
        let new = signs.iter().find(|sign| !self.wrong.contains(&sign.name));
        let said = new.map(|sign| format!("{} {}", sign.said, sign.hint));
        self.wrong = signs.iter().map(|sign| sign.name).collect();
        said
    }

    fn alone(&mut self) -> Result<()> {
        let Some(desk) = &mut self.desk else { return Ok(()) };
        let by = self.operator.as_ref().map(|operator| operator.username.as_str()).unwrap_or_default();
        desk.copy_alone(by).map(|_| ())
    }

    fn close(&mut self, copying: &mut dyn FnMut(u64)) -> Result<()> {
        let Some(desk) = &mut self.desk else { return Ok(()) };
        let by = self.operator.as_ref().map(|operator| operator.username.as_str()).unwrap_or_default();
        desk.close_up(by, copying).map(|_| ())
    }

    fn save_draft(&mut self, draft: &Draft) -> Result<()> {
        let whose = self.seated()?;
        let json = serde_json::to_string(draft).map_err(Fault::internal)?;
        self.desk()?.keep_draft(whose, &draft.screen, &draft.subject, json)
    }

    fn drop_draft(&mut self, screen: &str, subject: &str) -> Result<()> {
        let whose = self.seated()?;
        self.desk()?.drop_draft(whose, screen, subject)
    }

    fn find_draft(&mut self, screen: &str, subject: &str) -> Result<Option<Draft>> {
        if self.desk.is_none() {
            return Ok(None);
        }
        let whose = self.seated()?;
        let json = self.desk()?.draft(whose, screen, subject)?;
        // A draft of another version that no longer reads is no draft.
        Ok(json.and_then(|json| serde_json::from_str(&json).ok()))
    }
}

/// What was found out on one kind of terminal says nothing of another.
fn keys_setting() -> String {
    format!("keys.{}", os::terminal_name())
}

/// Two who share a desk need not share a printer.
fn habits_setting(whose: OperatorId) -> String {
    format!("printing.{whose}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::printing::habits::Occasion;
    use crate::documents::printing::{Choice, Copies, Printer, Sides};
    use crate::domain::office::Office;

    #[test]
    fn an_office_is_founded_covered_and_keeps_drafts() {
        let dir = tempfile::tempdir().unwrap();
        let at = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(10, 42, 0).unwrap();
        let clock = Clock::Fixed(at);
        let office = Office { code: "ESN".into(), name: "Esempio Nord".into(), ..Office::default() };
        let operator = Operator {
            username: "bianchi".into(),
            name: "Anna".into(),
            surname: "Bianchi".into(),
            ..Operator::default()
        };
        let kind = opening::OfficeKind::Throwaway { seed: 7 };
        let desk = opening::found(dir.path(), kind, office, operator, "", clock).unwrap();
        let mut backend = OfficeBackend::open_throwaway(dir.path().to_owned(), desk, "bianchi").unwrap();
        assert_eq!(backend.session().unwrap().office.code, "ESN");
        let draft = Draft {
            screen: "DI01".into(),
            subject: "p1".into(),
            values: [("date".to_owned(), "121126".to_owned())].into(),
            focus: "date".into(),
        };
        backend.save_draft(&draft).unwrap();
        assert_eq!(backend.find_draft("DI01", "p1").unwrap(), Some(draft));
        backend.drop_draft("DI01", "p1").unwrap();
        assert_eq!(backend.find_draft("DI01", "p1").unwrap(), None);
        let mut habits = Habits::default();
        let sheets =
            Choice { printer: Printer::Queue("ufficio".into()), copies: Copies::ONE, sides: Sides::Single };
        habits.printed(Occasion::COPY, &sheets);
        assert_eq!(backend.habits().unwrap(), Habits::default());
        backend.keep_habits(&habits).unwrap();
        assert_eq!(backend.habits().unwrap(), habits);
        assert!(backend.sign_in("nessuno", &Secret::new("x")).is_err());
        assert_eq!(backend.sign_in("bianchi", &Secret::new("")).unwrap().operator.surname, "Bianchi");
    }

    #[test]
    fn a_row_that_is_set_is_law_with_the_answer_that_says_so() {
        use crate::app::shell::Outward;
        use crate::app::worker::{Report, carry_out};
        use crate::domain::law::Weight;
        use crate::domain::office::Role;
        let dir = tempfile::tempdir().unwrap();
        let at = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(10, 42, 0).unwrap();
        let office = Office { code: "ESN".into(), name: "Esempio Nord".into(), ..Office::default() };
        let operator = Operator {
            username: "resp".into(),
            name: "Rita".into(),
            surname: "Responsabile".into(),
            role: Role::Supervisor,
            ..Operator::default()
        };
        let kind = opening::OfficeKind::Throwaway { seed: 7 };
        let desk = opening::found(dir.path(), kind, office, operator, "", Clock::Fixed(at)).unwrap();
        let mut backend = OfficeBackend::open_throwaway(dir.path().to_owned(), desk, "resp").unwrap();
        let weight = |law: &Law| law.weight("R-CNV-3", at.date());
        assert_eq!(weight(&backend.session().unwrap().law), Weight::Show);
        let command = serde_json::from_value(serde_json::json!({
            "do": "table.set_row", "table": "rules", "reason": "prova",
            "row": { "code": "R-CNV-3", "cells": { "level": "block" }, "valid_from": "2026-11-23" },
        }))
        .unwrap();
        let request = Outward::Run { ticket: 1, by: "resp".into(), command: Box::new(command) };
        let Some(Report::Lawful(law, _)) = carry_out(&mut backend, request) else { panic!("no law") };
        assert_eq!(weight(&law), Weight::Block);
        // From another desk, behind the screen's back: known with the next answer.
        let rows = backend.desk.as_ref().unwrap().store().read().office_rows().unwrap();
        let undo = serde_json::from_value(serde_json::json!({
            "do": "table.withdraw_row", "row": rows[0].id, "reason": "prova",
        }));
        backend.run("resp", undo.unwrap()).unwrap();
        let by = "resp".to_owned();
        let ask = Outward::Ask { ticket: 2, by, lane: (1, "tables"), query: Query::Tables };
        let Some(Report::Lawful(law, _)) = carry_out(&mut backend, ask) else { panic!("no law") };
        assert_eq!(weight(&law), Weight::Show);
    }

    #[test]
    fn nobody_at_the_desk_is_said_and_no_panic() {
        let dir = tempfile::tempdir().unwrap();
        let mut backend = OfficeBackend::closed(dir.path().to_owned(), Clock::System);
        assert!(backend.session().is_err());
        assert!(backend.ask("", Query::Search { text: String::new(), limit: 1 }).is_err());
        assert!(backend.sign_in("bianchi", &Secret::new("x")).is_err());
        assert_eq!(backend.find_draft("DI01", "p1").unwrap(), None);
        assert!(backend.save_draft(&Draft::default()).is_err());
    }
}
