//! How the house writes dates, hours and money, and the words that stand in
//! the place of data a document does not have.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};

use crate::domain::money::Cents;

/// Name of a document that has none yet.
pub const DRAFT_NUMBER: &str = "bozza senza numero";
/// Across every page of a draft.
pub const DRAFT_MARK: &str = "BOZZA";
/// A draft lacks it.
pub const TO_COMPLETE: &str = "da completare";
/// The national identifier of the DID, not there yet.
pub const WAITING: &str = "in attesa";
/// Days of the week, Monday first.
const WEEKDAYS: [&str; 7] = ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"];

/// A date as it is written in Italy, `05/03/2026`.
pub fn day(on: NaiveDate) -> String {
    on.format("%d/%m/%Y").to_string()
}

/// A date with its day of the week, `martedì 24/11/2026`, never parted.
pub fn weekday(on: NaiveDate) -> String {
    let name = WEEKDAYS[on.weekday().num_days_from_monday() as usize];
    format!("{name}\u{a0}{}", day(on))
}

/// An hour, `09:30`.
pub fn hour(at: NaiveTime) -> String {
    at.format("%H:%M").to_string()
}

/// A date with its hour, `24/11/2026 alle 09:30`.
pub fn moment(at: NaiveDateTime) -> String {
    format!("{} alle {}", day(at.date()), hour(at.time()))
}

/// An amount, `8.173,91 euro` or `8.500 euro`, never parted.
pub fn money(amount: Cents) -> String {
    let said = amount.to_string();
    format!("{}\u{a0}euro", said.strip_suffix(",00").unwrap_or(&said))
}
