//! An office put back from a copy, with the line that tells of it.

use std::path::PathBuf;

use chrono::NaiveDateTime;

use super::backup::TROUBLE;
use super::command::IdSource;
use super::opening::THROWAWAY_PASSWORD;
use super::permitted::{barred, refusal};
use super::run::Desk;
use crate::clock::Clock;
use crate::domain::permission::Permission;
use crate::fault::{Fault, Result};
use crate::store::keys::{self, DataKey};
use crate::store::restore::{Stage, Weighed};
use crate::store::{AuditLine, Options, Store};

/// As the audit tells it.
const ACT: &str = "office.restore";

/// Who can open the copy; nobody when it is of invented people, which opens
/// by itself.
///
/// # Errors
/// The keys cannot be read.
pub fn usernames(stage: &Stage) -> Result<Vec<String>> {
    if keys::is_throwaway(stage.keys())? { Ok(Vec::new()) } else { keys::usernames(stage.keys()) }
}

/// The key of the copy, for an operator who knows the password; for nobody,
/// that of a copy of invented people.
///
/// # Errors
/// Wrong operator or password; how long to wait after one.
pub fn unlock(stage: &Stage, who: Option<(&str, &str)>, now: NaiveDateTime) -> Result<DataKey> {
    if let Some((username, password)) = who {
        return keys::admit(stage.keys(), username, password, now);
    }
    let first = keys::usernames(stage.keys())?.into_iter().next().unwrap_or_default();
    keys::unlock(stage.keys(), &first, THROWAWAY_PASSWORD)
}

/// Asks whether the operator may put a copy back (R-PRV-11). Over an office
/// that can be read it takes back what others did, their roles too: that is of
/// who manages those. Where none can be read any more it is a rescue, of who
/// may make copies.
///
/// # Errors
/// They may not; where the office still opens its log says that they tried.
pub fn permit(stage: Stage, key: &DataKey, by: &str, clock: Clock) -> Result<Stage> {
    let day = clock.now().date();
    let needs = |there| if there { Permission::Operators } else { Permission::Backup };
    let found = stage.ask(key, |read, there| {
        let operator = read.operator_named(by)?;
        barred(read, operator.as_ref(), needs(there), day)
    });
    let Some(finding) = found.flatten() else { return Ok(stage) };
    let (dir, throwaway) = (stage.target().to_owned(), keys::is_throwaway(stage.keys())?);
    drop(stage);
    if let Ok(store) = Store::open(&dir, key, Options { check: false, throwaway }) {
        let mut desk = Desk::new(store, clock, IdSource::random().map_err(Fault::internal)?)?;
        desk.demand(by, Permission::Operators, ACT)?;
    }
    Err(refusal(&finding))
}

/// Puts the copy in place, with the line that tells of it; gives the folder
/// where what was there is kept.
///
/// # Errors
/// Those of [`Stage::put`]; the line cannot be written, and then nothing was
/// touched.
pub fn put(
    stage: Stage,
    key: &DataKey,
    weighed: &Weighed,
    by: &str,
    clock: Clock,
) -> Result<Option<PathBuf>> {
    let throwaway = keys::is_throwaway(stage.keys())?;
    let manifest = stage.manifest();
    let detail = format!(
        "{} {} {} -{} -{}",
        manifest.at.format("%Y-%m-%dT%H:%M:%S"),
        manifest.facts.audit_lines,
        manifest.sha256,
        weighed.lost_units,
        weighed.lost_lines
    );
    let at = clock.now();
    let copy = stage.open(key, weighed, Options { check: false, throwaway })?;
    let mut desk = Desk::new(copy, clock, IdSource::random().map_err(Fault::internal)?)?;
    let operator = desk.operator(by).map(|operator| operator.id);
    // The copy was made before it could know that it was whole.
    desk.remember(TROUBLE, "")?;
    desk.store_mut().log(at, operator, &[AuditLine::new(ACT).detail(detail)])?;
    drop(desk);
    stage.put(key, weighed, at)
}
