//! What is checked before hours, closures and absences are written (R-UFF).

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

use super::{Absence, Closure, OfficeHours, weekday};
use crate::domain::finding::{Finding, Level, Rule};
use crate::domain::hour::YEARS;
use crate::domain::psp::rows::check_text;

const fn rule(id: &'static str, level: Level, text: &'static str) -> Rule {
    Rule { id, level, reference: "orario dell'ufficio", text }
}

/// Spans of a day.
pub const SPANS: Rule = rule(
    "R-UFF-6",
    Level::Block,
    "L'orario di {} non va bene: ogni fascia finisce dopo il suo inizio e viene dopo la precedente.",
);
/// No span at all.
pub const NEVER_OPEN: Rule = rule("R-UFF-6", Level::Block, "Con questo orario l'ufficio non apre mai.");
/// Length of a slot.
pub const SLOT: Rule = rule("R-UFF-7", Level::Block, "Un posto dura da 5 a 240 minuti.");
/// From and to.
pub const PERIOD: Rule = rule(
    "R-UFF-8",
    Level::Block,
    "Il periodo dal {} al {} non va bene: la fine viene dopo l'inizio, entro {}.",
);
/// Days of no office.
pub const DAY: Rule = rule("R-UFF-8", Level::Block, "La data {} non va bene.");
/// A closure without reason.
pub const CLOSED_WHY: Rule = rule("R-UFF-9", Level::Block, "Manca il motivo della chiusura.");
/// Taken back twice.
pub const WITHDRAWN: Rule = rule("R-UFF-10", Level::Block, "È già stata annullata.");
/// Who is booked in those days.
pub const BOOKED: Rule =
    rule("R-UFF-11", Level::Show, "In quel periodo ci sono {} appuntamenti: da spostare o riassegnare.");
/// A return out of the absence.
pub const BACK: Rule = rule("R-UFF-8", Level::Block, "Il rientro è tra l'inizio e la fine dell'assenza.");

/// Longest closure, days; longest absence, days.
const LONGEST: (i64, i64) = (366, 366 * 3);

fn italian(day: NaiveDate) -> impl std::fmt::Display {
    day.format("%d/%m/%Y")
}

/// Opening hours.
#[must_use]
pub fn check_hours(hours: &OfficeHours) -> Vec<Finding> {
    let mut found = Vec::new();
    if !YEARS.contains(&hours.valid_from.year()) {
        found.push(DAY.at("hours.valid_from").with(italian(hours.valid_from)));
    }
    if !(5..=240).contains(&hours.slot_minutes) {
        found.push(SLOT.at("hours.slot_minutes"));
    }
    let days = (0..7u8).filter_map(|n| Weekday::try_from(n).ok());
    let spans = |day| hours.week.on(day);
    if days.clone().all(|day| spans(day).is_empty()) {
        found.push(NEVER_OPEN.at("hours.week"));
    }
    for (index, day) in days.enumerate() {
        let rising = spans(day).iter().all(|span| span.from < span.to)
            && spans(day).windows(2).all(|two| two[0].to < two[1].from);
        if !rising {
            // Any Monday, so that the weekday has its name.
            let name = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default()
                + TimeDelta::days(i64::try_from(index).unwrap_or(0));
            found.push(SPANS.at("hours.week").with(weekday(name)));
        }
    }
    found
}

/// A closure.
#[must_use]
pub fn check_closure(closure: &Closure) -> Vec<Finding> {
    let mut found = Vec::new();
    let days = (closure.to - closure.from).num_days();
    if !YEARS.contains(&closure.from.year()) || !YEARS.contains(&closure.to.year()) {
        found.push(DAY.at("closure.from").with(italian(closure.from)));
    } else if !(0..LONGEST.0).contains(&days) {
        let finding = PERIOD.at("closure.to").with(italian(closure.from)).with(italian(closure.to));
        found.push(finding.with("un anno"));
    }
    if closure.reason.trim().is_empty() {
        found.push(CLOSED_WHY.at("closure.reason"));
    }
    check_text("closure.reason", &closure.reason, 120, &mut found);
    found
}

/// An absence.
#[must_use]
pub fn check_absence(absence: &Absence) -> Vec<Finding> {
    let mut found = Vec::new();
    let (from, to) = (absence.from, absence.to);
    if !YEARS.contains(&from.year()) || !YEARS.contains(&to.year()) {
        found.push(DAY.at("absence.from").with(italian(from.date())));
    } else if to <= from || (to - from).num_days() > LONGEST.1 {
        let shown = |at: chrono::NaiveDateTime| at.format("%d/%m/%Y %H:%M").to_string();
        found.push(PERIOD.at("absence.to").with(shown(from)).with(shown(to)).with("tre anni"));
    }
    found
}
