//! CPI Esempio Nord and the six who work there.

use std::path::Path;

use chrono::{NaiveDate, NaiveDateTime};

use crate::clock::Clock;
use crate::desk::command::{Command, OfficeSetUp, OperatorAdd};
use crate::desk::opening::{self, OfficeKind};
use crate::desk::{Desk, Order};
use crate::domain::ids::UnitId;
use crate::domain::office::{Office, Operator, Region, Role};
use crate::fault::Result;

/// Code of the desk, second part of the numbers on paper.
const DESK: &str = "03";

/// The office.
#[must_use]
pub fn office() -> Office {
    Office {
        code: "ESN".into(),
        name: "Esempio Nord".into(),
        body_name: "Provincia d'Esempio".into(),
        region: Region::Neutral,
        address: "via d'Esempio 10".into(),
        town: "24100 Bergamo".into(),
        phone: "010 000000".into(),
        email: "nord@example.org".into(),
        pec: "nord@pec.example.org".into(),
        privacy_version: "3".into(),
        privacy_date: NaiveDate::from_ymd_opt(2026, 1, 15),
        ..Office::default()
    }
}

/// Username, name, surname, role, room.
const OPERATORS: [(&str, &str, &str, Role, &str); 6] = [
    ("bianchi", "Anna", "Bianchi", Role::Operator, "stanza 3"),
    ("verde", "Paolo", "Verde", Role::Operator, "stanza 1"),
    ("galli", "Rita", "Galli", Role::Operator, "stanza 2"),
    ("amati", "Franco", "Amati", Role::Operator, "stanza 4"),
    ("serra", "Lucia", "Serra", Role::Operator, "stanza 5"),
    ("fontana", "Giulio", "Fontana", Role::Supervisor, "stanza 6"),
];

/// Place of the supervisor among the six.
pub(super) const SUPERVISOR: usize = 5;

/// The six, the first being who signs in by itself.
#[must_use]
pub fn operators() -> Vec<Operator> {
    OPERATORS
        .iter()
        .enumerate()
        .map(|(index, (username, name, surname, role, room))| Operator {
            username: (*username).into(),
            name: (*name).into(),
            surname: (*surname).into(),
            role: *role,
            phone: format!("010 00000{}", index + 1),
            email: format!("{username}@example.org"),
            room: (*room).into(),
            ..Operator::default()
        })
        .collect()
}

/// Makes the office's file in `dir`, empty but for the key of the operators.
///
/// # Errors
/// When the folder already has an office or cannot be written.
pub fn found_empty(dir: &Path, clock: Clock, seed: u64) -> Result<Desk> {
    found_empty_with(dir, clock, seed, |_| Ok(())).map(|(desk, ())| desk)
}

/// Makes the office's file in `dir`, empty but for the key of the operators
/// and what `fill` brings.
///
/// # Errors
/// When the folder already has an office or cannot be written; those of
/// `fill`. There is no office then.
pub fn found_empty_with<T>(
    dir: &Path,
    clock: Clock,
    seed: u64,
    fill: impl FnOnce(&mut Desk) -> Result<T>,
) -> Result<(Desk, T)> {
    opening::make(dir, OfficeKind::Throwaway { seed }, DESK, (OPERATORS[0].0, ""), clock, fill)
}

/// Makes the office with its operators and nobody else: where scenarios start.
///
/// # Errors
/// As [`found_empty`].
pub fn found(dir: &Path, clock: Clock, seed: u64, at: NaiveDateTime) -> Result<Desk> {
    found_with(dir, clock, seed, at, |_| Ok(())).map(|(desk, ())| desk)
}

/// Makes the office with its operators and what `fill` brings.
///
/// # Errors
/// As [`found_empty`].
pub fn found_with<T>(
    dir: &Path,
    clock: Clock,
    seed: u64,
    at: NaiveDateTime,
    fill: impl FnOnce(&mut Desk) -> Result<T>,
) -> Result<(Desk, T)> {
    found_empty_with(dir, clock, seed, |desk| {
        let set_up = Command::OfficeSetUp(OfficeSetUp { office: office() });
        let adds = operators().into_iter().map(|operator| Command::OperatorAdd(OperatorAdd { operator }));
        for command in std::iter::once(set_up).chain(adds) {
            desk.run(Order { unit: UnitId::default(), at, by: String::new(), command })?;
        }
        fill(desk)
    })
}
