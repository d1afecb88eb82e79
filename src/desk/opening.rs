//! Founding an office, opening it, signing in.

use std::path::Path;

use super::command::{Command, IdSource, OfficeSetUp, OperatorAdd};
use super::order::Order;
use super::run::Desk;
use crate::clock::Clock;
use crate::domain::ids::UnitId;
use crate::domain::office::{Office, Operator};
use crate::domain::text::excerpt;
use crate::fault::{Fault, Result};
use crate::store::keys::{self, Attempts, DataKey, Strength, Told};
use crate::store::{AuditLine, DATA_FILE, Options, Site, Store, settle};

/// The password of every operator of a throwaway office: nothing to protect.
pub(super) const THROWAWAY_PASSWORD: &str = "sportello";

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

/// Has an office been founded in `dir`? The founding of one that was cut off
/// is ended or undone first.
///
/// # Errors
/// When it is being founded right now, or nobody can tell: the folder may not
/// be read, there is data without its keys.
pub fn is_founded(dir: &Path) -> Result<bool> {
    settle(dir)?;
    let keys = keys::is_there(dir)?;
    if !keys && dir.join(DATA_FILE).exists() {
        return Err(Fault::office("Accanto al file dell'ufficio manca quello delle chiavi.")
            .hint("Rimettere office.keys dall'ultima copia di sicurezza."));
    }
    Ok(keys)
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

/// Makes a new office in `dir`, whole or not at all: `fill` brings everything
/// it starts with. Killed before the end, there is no office.
///
/// # Errors
/// When the folder already has an office or cannot be written, and those of
/// `fill`: then the folder is as it was.
pub fn make<T>(
    dir: &Path,
    kind: OfficeKind,
    desk_code: &str,
    (username, password): (&str, &str),
    clock: Clock,
    fill: impl FnOnce(&mut Desk) -> Result<T>,
) -> Result<(Desk, T)> {
    let password = if kind.trusts_orders() { THROWAWAY_PASSWORD } else { password };
    let options = Options { check: false, throwaway: kind.trusts_orders() };
    let site = Site::begin(dir)?;
    let key = keys::create(&site.yard(), username, password, kind.strength())?;
    let mut desk = Desk::new(Store::create(&site.yard(), &key, desk_code, options)?, clock, kind.ids()?)?;
    desk.set_throwaway(kind.trusts_orders());
    let filled = fill(&mut desk)?;
    let desk = desk.moved(|store| site.finish(store, &key, options))?;
    Ok((desk, filled))
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
    let username = operator.username.clone();
    let fill = |desk: &mut Desk| {
        let at = clock.now();
        for command in
            [Command::OfficeSetUp(OfficeSetUp { office }), Command::OperatorAdd(OperatorAdd { operator })]
        {
            let outcome = desk.run(Order { unit: UnitId::default(), at, by: String::new(), command })?;
            if let Some(finding) = outcome.refusal() {
                return Err(Fault::usage(finding.text.clone()));
            }
        }
        Ok(())
    };
    make(dir, kind, "01", (&username, password), clock, fill).map(|(desk, ())| desk)
}

/// Opens the office in `dir` as one of its operators.
///
/// # Errors
/// One sentence for each: no office, wrong operator or password, damaged,
/// newer, in use, not writable.
pub fn open(dir: &Path, username: &str, password: &str, clock: Clock) -> Result<Desk> {
    open_then(dir, (username, password), clock, |_, _| ())
}

/// As [`open`], to stay: the whole file is checked beside the work.
///
/// # Errors
/// As [`open`].
pub fn open_to_stay(dir: &Path, username: &str, password: &str, clock: Clock) -> Result<Desk> {
    open_then(dir, (username, password), clock, |store, key| {
        // A computer that has no thread to spare keeps nobody out.
        let _ = store.check_beside(key);
    })
}

fn open_then(
    dir: &Path,
    (username, password): (&str, &str),
    clock: Clock,
    then: impl FnOnce(&mut Store, &DataKey),
) -> Result<Desk> {
    let key = keys::admit(dir, username, password, clock.now())?;
    let mut store = Store::open(dir, &key, Options::default())?;
    then(&mut store, &key);
    let mut desk = desk_on(store, clock)?;
    admitted(&desk, username)?;
    keys::settle(dir, &key)?;
    keys::refresh(dir, &key, (username, password), Strength::Office)?;
    let_in(&mut desk, dir, username)?;
    Ok(desk)
}

/// A desk on the open file of a real office.
pub(super) fn desk_on(store: Store, clock: Clock) -> Result<Desk> {
    Desk::new(store, clock, OfficeKind::Real.ids()?)
}

/// Works here, and still does.
fn admitted<'a>(desk: &'a Desk, username: &str) -> Result<&'a Operator> {
    desk.operator(username).filter(|operator| operator.works()).ok_or_else(|| unknown(username))
}

/// Must this operator choose a password of their own first of all? The one
/// they came in with was given by somebody else.
///
/// # Errors
/// As [`usernames`].
pub fn must_change(dir: &Path, username: &str) -> Result<bool> {
    Ok(keys::is_given(dir, username)? && !keys::is_throwaway(dir)?)
}

/// Has the office a recovery key, on a sheet somewhere?
///
/// # Errors
/// As [`usernames`].
pub fn has_recovery(dir: &Path) -> Result<bool> {
    keys::has_recovery(dir)
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
    desk.set_throwaway(true);
    let username = username.map_or(first, ToOwned::to_owned);
    // An office that is still empty knows nobody.
    if !desk.operators().is_empty() {
        admitted(&desk, &username)?;
    }
    sign_in(&mut desk, &username)?;
    Ok((desk, username))
}

/// Lets an operator sit down at a desk that was only covered: the password is
/// checked against the key of the office, which invented people do not need.
///
/// # Errors
/// Wrong operator or password.
pub fn uncover(desk: &mut Desk, dir: &Path, username: &str, password: &str) -> Result<Operator> {
    // Asked of the desk: the key file may have been changed behind the cover.
    if !desk.is_throwaway() {
        keys::admit(dir, username, password, desk.clock().now())?;
    }
    let operator = admitted(desk, username)?.clone();
    let_in(desk, dir, username)?;
    Ok(operator)
}

/// Nobody works here under this name.
fn unknown(username: &str) -> Fault {
    Fault::usage(format!("In questo ufficio non c'è un operatore «{}».", excerpt(username)))
        .hint("Controllare il nome utente.")
}

/// Somebody is in: told in the audit, after the wrong passwords there were
/// since somebody last was.
pub(super) fn let_in(desk: &mut Desk, dir: &Path, username: &str) -> Result<()> {
    let wrong = Attempts::right(dir);
    let lines: Vec<AuditLine> = wrong.iter().flat_map(told).collect();
    let at = desk.clock().now();
    desk.store_mut().log(at, None, &lines)?;
    Attempts::told(dir, username);
    sign_in(desk, username)
}

/// The lines of the wrong passwords of an operator, each with its hour.
fn told(wrong: &Told) -> Vec<AuditLine> {
    let who = wrong.username.as_deref().unwrap_or("?");
    let line = |what: String| AuditLine::new("operator.wrong_password").detail(format!("{who} {what}"));
    let one = wrong.at.iter().map(|at| line(at.format("%Y-%m-%dT%H:%M:%S").to_string()));
    one.chain((wrong.more > 0).then(|| line(format!("+{}", wrong.more)))).collect()
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
