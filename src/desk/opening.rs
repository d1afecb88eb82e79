//! Founding an office, opening it, signing in.

use std::path::Path;

use super::command::{Command, IdSource, OfficeSetUp, OperatorAdd};
use super::order::Order;
use super::run::Desk;
use crate::clock::Clock;
use crate::domain::ids::UnitId;
use crate::domain::office::{Office, Operator};
use crate::fault::{Fault, Result};
use crate::store::keys::{self, Strength};
use crate::store::{AuditLine, DATA_FILE, Options, Store};

/// The password of every operator of a throwaway office: nothing to protect.
const THROWAWAY_PASSWORD: &str = "sportello";

/// The real office, or one of invented people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfficeKind {
    /// Real people: passwords, real time, the disk waited for.
    Real,
    /// Demo, test, replay: signs in by itself, takes its hour from outside.
    Throwaway {
        /// Seed of every id made here.
        seed: u64,
    },
}

impl OfficeKind {
    /// May a line of `replay` bring its own hour and operator?
    #[must_use]
    pub fn trusts_orders(self) -> bool {
        matches!(self, Self::Throwaway { .. })
    }

    fn strength(self) -> Strength {
        if self.trusts_orders() { Strength::Throwaway } else { Strength::Office }
    }

    fn ids(self) -> Result<IdSource> {
        match self {
            Self::Real => IdSource::random().map_err(Fault::internal),
            Self::Throwaway { seed } => Ok(IdSource::seeded(seed)),
        }
    }
}

/// Has an office been founded in `dir`?
#[must_use]
pub fn is_founded(dir: &Path) -> bool {
    dir.join(keys::KEYS_FILE).exists()
}

/// Is the office in `dir` one of invented people?
///
/// # Errors
/// When there is no office there or its key file cannot be read.
pub fn is_throwaway(dir: &Path) -> Result<bool> {
    keys::is_throwaway(dir)
}

/// Who can sign in to the office in `dir`.
///
/// # Errors
/// When there is no office there or its key file cannot be read.
pub fn usernames(dir: &Path) -> Result<Vec<String>> {
    keys::usernames(dir)
}

/// Makes the file of a new office, still empty: no set-up, no people.
///
/// # Errors
/// When the folder already has an office or cannot be written.
pub fn found_empty(
    dir: &Path,
    kind: OfficeKind,
    desk_code: &str,
    username: &str,
    password: &str,
    clock: Clock,
) -> Result<Desk> {
    let password = if kind.trusts_orders() { THROWAWAY_PASSWORD } else { password };
    std::fs::create_dir_all(dir).map_err(|e| {
        Fault::office("La cartella dell'ufficio non si può creare.")
            .hint("Controllare il percorso e i permessi.")
            .cause(e)
    })?;
    let key = keys::create(dir, username, password, kind.strength())?;
    let options = Options { check: false, throwaway: kind.trusts_orders() };
    Desk::new(Store::create(dir, &key, desk_code, options)?, clock, kind.ids()?)
}

/// Makes a real office with its first operator: what the first run asks.
///
/// # Errors
/// When the folder already has an office or cannot be written, or a rule
/// refuses the data (its sentence is in the fault): then the folder is as it
/// was, so that the data can be mended and sent again.
pub fn found(
    dir: &Path,
    kind: OfficeKind,
    office: Office,
    operator: Operator,
    password: &str,
    clock: Clock,
) -> Result<Desk> {
    let mut desk = found_empty(dir, kind, "01", &operator.username, password, clock)?;
    let at = clock.now();
    for command in
        [Command::OfficeSetUp(OfficeSetUp { office }), Command::OperatorAdd(OperatorAdd { operator })]
    {
        let outcome = desk.run(Order { unit: UnitId::default(), at, by: String::new(), command })?;
        if let Some(finding) = outcome.refusal() {
            drop(desk);
            unmake(dir)?;
            return Err(Fault::usage(finding.text.clone()));
        }
    }
    Ok(desk)
}

/// Takes away the files of an office that was made a moment ago and has
/// nobody in it. The key goes last: without it the rest is noise.
fn unmake(dir: &Path) -> Result<()> {
    for file in [DATA_FILE, keys::KEYS_FILE] {
        std::fs::remove_file(dir.join(file)).map_err(Fault::internal)?;
    }
    Ok(())
}

/// Opens the office in `dir` as one of its operators.
///
/// # Errors
/// One sentence for each: no office, wrong operator or password, damaged,
/// newer, in use, not writable.
pub fn open(dir: &Path, username: &str, password: &str, clock: Clock) -> Result<Desk> {
    let key = keys::unlock(dir, username, password)?;
    let mut desk = Desk::new(Store::open(dir, &key, Options::default())?, clock, OfficeKind::Real.ids()?)?;
    sign_in(&mut desk, username)?;
    Ok(desk)
}

/// Opens an office of invented people as `username`, or as its first
/// operator. `seed` makes the ids of what is done from now on repeatable.
///
/// # Errors
/// As [`open`]; also when the office holds real people.
pub fn open_throwaway(dir: &Path, username: Option<&str>, clock: Clock, seed: u64) -> Result<(Desk, String)> {
    if !keys::is_throwaway(dir)? {
        return Err(Fault::usage("Questo ufficio è di persone vere: serve la password."));
    }
    let first = keys::usernames(dir)?.into_iter().next().unwrap_or_default();
    let key = keys::unlock(dir, &first, THROWAWAY_PASSWORD)?;
    let options = Options { check: false, throwaway: true };
    let store = Store::open(dir, &key, options)?;
    // Every session leaves a line: with it in the seed, two sessions of one
    // office at one fixed hour never make the same ids.
    let sessions = store.read().audit_tail(1)?.first().map_or(0, |last| last.seq.unsigned_abs());
    let seed = seed ^ sessions.rotate_left(32);
    let mut desk = Desk::new(store, clock, OfficeKind::Throwaway { seed }.ids()?)?;
    let username = username.map_or(first, ToOwned::to_owned);
    sign_in(&mut desk, &username)?;
    Ok((desk, username))
}

/// Lets an operator sit down at a desk that was only covered: the password is
/// checked against the key of the office, which invented people do not need.
///
/// # Errors
/// Wrong operator or password.
pub fn uncover(desk: &mut Desk, dir: &Path, username: &str, password: &str) -> Result<Operator> {
    if !keys::is_throwaway(dir)? {
        keys::unlock(dir, username, password)?;
    }
    let operator = desk.operator(username).cloned();
    let operator = operator.ok_or_else(|| Fault::office("Nome utente o password non vanno bene."))?;
    sign_in(desk, username)?;
    Ok(operator)
}

/// Leaves the audit line of a sign-in (R-PRV-4).
///
/// # Errors
/// When the file cannot be written.
pub fn sign_in(desk: &mut Desk, username: &str) -> Result<()> {
    let at = desk.clock().now();
    let operator = desk.operator(username).map(|o| o.id);
    desk.store_mut().log(at, operator, &[AuditLine::new("operator.sign_in")])
}
