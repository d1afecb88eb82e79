//! An office put back from a copy, with the line that tells of it.

use std::path::PathBuf;

use super::backup::TROUBLE;
use super::command::IdSource;
use super::opening::THROWAWAY_PASSWORD;
use super::run::Desk;
use crate::clock::Clock;
use crate::fault::{Fault, Result};
use crate::store::keys::{self, DataKey};
use crate::store::restore::{Stage, Weighed};
use crate::store::{AuditLine, Options};

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
/// Wrong operator or password.
pub fn unlock(stage: &Stage, who: Option<(&str, &str)>) -> Result<DataKey> {
    if let Some((username, password)) = who {
        return keys::unlock(stage.keys(), username, password);
    }
    let first = keys::usernames(stage.keys())?.into_iter().next().unwrap_or_default();
    keys::unlock(stage.keys(), &first, THROWAWAY_PASSWORD)
}

/// Puts the copy in place; gives the folder where what was there is kept.
///
/// # Errors
/// Those of [`Stage::put`]; the line cannot be written.
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
    let (store, aside) = stage.put(key, weighed, at, Options { check: false, throwaway })?;
    let mut desk = Desk::new(store, clock, IdSource::random().map_err(Fault::internal)?)?;
    let operator = desk.operator(by).map(|operator| operator.id);
    // The copy was made before it could know that it was whole.
    desk.remember(TROUBLE, "")?;
    desk.store_mut().log(at, operator, &[AuditLine::new("office.restore").detail(detail)])?;
    Ok(aside)
}
