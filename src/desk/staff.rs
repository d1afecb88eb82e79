//! Passwords and keys of who works here. What is written down about people is
//! a command like any other; what opens the file is not, and no password is
//! ever part of a command. Whoever gives another a password shows their own
//! again: nothing keeps the key of the file while it is open.

use std::path::Path;

use super::command::{Command, OperatorAdd, OperatorDisable, OperatorEnable};
use super::opening::{self, THROWAWAY_PASSWORD};
use super::outcome::Outcome;
use super::run::Desk;
use crate::clock::Clock;
use crate::domain::ids::OperatorId;
use crate::domain::office::Operator;
use crate::domain::password;
use crate::domain::permission::Permission;
use crate::domain::text::excerpt;
use crate::fault::{Fault, Result};
pub use crate::store::keys::RecoveryCode;
use crate::store::keys::{self, Attempts, DataKey, Strength};
use crate::store::{AuditLine, Options, Store};

/// Who asks, with the password shown again.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// User name.
    pub by: &'a str,
    /// The password; an office of invented people looks at none.
    pub password: &'a str,
}

impl Desk {
    /// Adds somebody who works here, with a first password that they change
    /// when they first come in.
    ///
    /// # Errors
    /// A password that is none, the wrong own one; when the disk fails.
    pub fn add_operator(&mut self, shown: Shown<'_>, operator: Operator, first: &str) -> Result<Outcome> {
        let username = operator.username.clone();
        let command = Command::OperatorAdd(OperatorAdd { operator });
        self.with_password(shown, command, &username, first)
    }

    /// Takes somebody back, with a new first password.
    ///
    /// # Errors
    /// As [`Desk::add_operator`].
    pub fn enable_operator(&mut self, shown: Shown<'_>, id: OperatorId, first: &str) -> Result<Outcome> {
        let username = self.named(id)?;
        let command = Command::OperatorEnable(OperatorEnable { operator: id });
        self.with_password(shown, command, &username, first)
    }

    fn with_password(
        &mut self,
        shown: Shown<'_>,
        command: Command,
        username: &str,
        first: &str,
    ) -> Result<Outcome> {
        let weighed = self.weigh(shown.by, command.clone())?;
        if !weighed.accepted {
            // Said again by the command itself, which leaves the line of a
            // refused attempt.
            return self.act(shown.by, command);
        }
        if self.is_throwaway() {
            return self.act(shown.by, command);
        }
        fit(first, username)?;
        let key = self.key_of(shown)?;
        let outcome = self.act(shown.by, command)?;
        if outcome.accepted {
            keys::add(self.store().dir(), &key, (username, first), true, Strength::Office)?;
        }
        Ok(outcome)
    }

    /// Somebody works here no more: the key first, then the record.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn disable_operator(&mut self, by: &str, id: OperatorId) -> Result<Outcome> {
        let username = self.named(id)?;
        let command = Command::OperatorDisable(OperatorDisable { operator: id });
        if self.weigh(by, command.clone())?.accepted && !self.is_throwaway() {
            keys::remove(self.store().dir(), &username)?;
        }
        self.act(by, command)
    }

    /// Gives somebody a password, to be changed when they next come in.
    ///
    /// # Errors
    /// Who asks may not; nobody has that name; a password that is none; the
    /// wrong own one; when the disk fails.
    pub fn give_password(&mut self, shown: Shown<'_>, username: &str, first: &str) -> Result<()> {
        self.demand(shown.by, Permission::Operators, "operator.password")?;
        self.working(username)?;
        if !self.is_throwaway() {
            fit(first, username)?;
            let key = self.key_of(shown)?;
            keys::add(self.store().dir(), &key, (username, first), true, Strength::Office)?;
        }
        self.told(shown.by, AuditLine::new("operator.password").detail(username))
    }

    /// An operator changes their own password.
    ///
    /// # Errors
    /// A password that is none; the wrong one; when the disk fails.
    pub fn change_password(&mut self, shown: Shown<'_>, new: &str) -> Result<()> {
        self.working(shown.by)?;
        if !self.is_throwaway() {
            fit(new, shown.by)?;
            if new == shown.password {
                return Err(Fault::usage("La password nuova è quella di prima.").hint("Sceglierne un'altra."));
            }
            let key = self.key_of(shown)?;
            keys::add(self.store().dir(), &key, (shown.by, new), false, Strength::Office)?;
        }
        self.told(shown.by, AuditLine::new("operator.password").detail(shown.by))
    }

    /// Draws a recovery key, to be put on paper. The one before still holds:
    /// until [`Desk::set_recovery`] nothing has changed.
    ///
    /// # Errors
    /// Who asks may not; the system gives no randomness.
    pub fn draw_recovery(&mut self, by: &str) -> Result<RecoveryCode> {
        self.demand(by, Permission::Operators, "office.recovery")?;
        RecoveryCode::random()
    }

    /// Makes a code that is on paper the recovery key of the office: the one
    /// before is void.
    ///
    /// # Errors
    /// Who asks may not; the wrong own password; when the disk fails.
    pub fn set_recovery(&mut self, shown: Shown<'_>, code: &RecoveryCode) -> Result<()> {
        self.demand(shown.by, Permission::Operators, "office.recovery")?;
        let key = self.key_of(shown)?;
        keys::set_recovery(self.store().dir(), &key, code)?;
        self.told(shown.by, AuditLine::new("office.recovery"))
    }

    /// Seals the whole file with a new key. Everybody's password stays; copies
    /// made before open with the key file of before alone.
    ///
    /// # Errors
    /// Who asks may not; the wrong own password; somebody who has not come in
    /// since a version long ago; when the disk fails. The office is then as it
    /// was.
    pub fn change_key(mut self, shown: Shown<'_>) -> Result<Self> {
        self.demand(shown.by, Permission::Operators, "office.key")?;
        let key = self.key_of(shown)?;
        // Before: the line is on both sides of the change.
        self.told(shown.by, AuditLine::new("office.key"))?;
        let staff: Vec<String> =
            self.operators().iter().filter(|one| one.works()).map(|one| one.username.clone()).collect();
        let options = Options { check: false, throwaway: self.is_throwaway() };
        self.moved(|store| {
            let staff: Vec<&str> = staff.iter().map(String::as_str).collect();
            store.rekey(&key, &staff, options)
        })
    }

    fn key_of(&self, shown: Shown<'_>) -> Result<DataKey> {
        let dir = self.store().dir();
        if self.is_throwaway() {
            let first = keys::usernames(dir)?.into_iter().next().unwrap_or_default();
            return keys::unlock(dir, &first, THROWAWAY_PASSWORD);
        }
        keys::admit(dir, shown.by, shown.password, self.clock().now())
    }

    fn named(&self, id: OperatorId) -> Result<String> {
        let known = self.operators().into_iter().find(|operator| operator.id == id);
        known
            .map(|operator| operator.username.clone())
            .ok_or_else(|| Fault::usage("Questo operatore non c'è."))
    }

    fn working(&self, username: &str) -> Result<&Operator> {
        match self.operator(username) {
            Some(operator) if operator.works() => Ok(operator),
            Some(_) => Err(Fault::usage(format!("«{username}» è disabilitato."))
                .hint("Prima lo si riabilita, con una password nuova.")),
            None => {
                Err(Fault::usage(format!("In questo ufficio non c'è un operatore «{}».", excerpt(username))))
            }
        }
    }

    fn told(&mut self, by: &str, line: AuditLine) -> Result<()> {
        let (at, operator) = (self.clock().now(), self.operator(by).map(|operator| operator.id));
        self.store_mut().log(at, operator, &[line])
    }
}

/// Whose attempts with the sheet of the safe are: counted with those of names
/// nobody has.
const NOBODY: &str = "";

/// With the sheet of the safe an administrator gets a new password, and in.
///
/// # Errors
/// A recovery key of another day, somebody who is no administrator, a password
/// that is none; those of opening.
pub fn recover(dir: &Path, code: &RecoveryCode, username: &str, new: &str, clock: Clock) -> Result<Desk> {
    let now = clock.now();
    Attempts::may_try(dir, NOBODY, now)?;
    let key = keys::unlock_with(dir, code).inspect_err(|_| Attempts::wrong(dir, NOBODY, now))?;
    let username = username.trim().to_lowercase();
    let mut desk = opening::desk_on(Store::open(dir, &key, Options::default())?, clock)?;
    desk.working(&username)?;
    desk.demand(&username, Permission::Operators, "operator.recovery").map_err(|told| {
        told.hint(
            "La chiave di recupero dà una password nuova solo a un amministratore, che la dà poi agli altri.",
        )
    })?;
    fit(new, &username)?;
    keys::add(dir, &key, (&username, new), false, Strength::Office)?;
    desk.told(&username, AuditLine::new("operator.recovery").detail(username.clone()))?;
    opening::let_in(&mut desk, dir, &username)?;
    Ok(desk)
}

fn fit(new: &str, username: &str) -> Result<()> {
    if password::is_good(new, username) { Ok(()) } else { Err(Fault::usage(password::SAID)) }
}
