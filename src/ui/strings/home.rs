//! Words of HM00.

use chrono::{Datelike, NaiveDate};

/// Title of the screen.
pub const TITLE: &str = "Menu";
/// Headings of the entries.
pub const PEOPLE: &str = "PERSONE";
/// Heading of the day.
pub const DAY: &str = "GIORNATA";
/// Heading of the program.
pub const PROGRAM: &str = "PROGRAMMA";
/// Entry.
pub const SEARCH: &str = "Ricerca persona";
/// Entry.
pub const NEW: &str = "Nuova persona";
/// Entry.
pub const AGENDA: &str = "Agenda del giorno";
/// Entry.
pub const DEADLINES: &str = "Scadenze";
/// Entry.
pub const DOCUMENTS: &str = "Registro dei documenti";
/// Entry.
pub const STAFF: &str = "Operatori e password";
/// Entry.
pub const SUPERVISION: &str = "Supervisione";
/// Entry.
pub const TABLES: &str = "Tabelle e parametri";
/// Entry.
pub const GUIDE: &str = "Guida e tasti";
/// Entry.
pub const LOCK: &str = "Blocca lo schermo";
/// Entry.
pub const QUIT: &str = "Chiudi il programma";
/// Enter on an entry.
pub const OPEN: &str = "Apre la voce";
/// Heading of the figures.
pub const TODAY: &str = "OGGI";
/// Figures.
pub const MINE: &str = "Appuntamenti miei";
/// Figures.
pub const OF_OFFICE: &str = "Appuntamenti dell'ufficio";
/// Figures.
pub const UNSIGNED: &str = "Patti in attesa di firma";
/// Figures.
pub const ARCHIVE: &str = "Persone in archivio";
/// Figures: terms of the office whose last day is past.
pub const OVERDUE: &str = "Scadenze passate";
/// Heading of the next appointment.
pub const NEXT: &str = "PROSSIMO APPUNTAMENTO";
/// Nobody else comes.
pub const NO_NEXT: &str = "Per oggi nessun altro.";
/// Heading of what was left open.
pub const TO_CLOSE: &str = "DA CHIUDERE";
/// Nothing was left open.
pub const ALL_CLOSED: &str = "Niente: ogni appuntamento passato ha il suo esito.";
/// The rule of what was left open.
pub const TO_CLOSE_RULE: &str = "R-CNV-17";
/// Heading of what is to be done about the office itself.
pub const OF_THE_OFFICE: &str = "FILE DELL'UFFICIO";
/// Heading of the right column.
pub const MY_DAY: &str = "LA MIA GIORNATA";
/// Nobody comes.
pub const FREE_DAY: &str = "Oggi nessun appuntamento.";

/// Of the appointments, how many have an outcome.
#[must_use]
pub fn done(done: usize) -> String {
    match done {
        0 => "nessuno con esito".to_owned(),
        1 => "1 con esito".to_owned(),
        more => format!("{more} con esito"),
    }
}

/// Terms due today and in the next seven days.
#[must_use]
pub fn soon(today: u64, week: u64) -> String {
    format!("oggi {}, in 7 giorni {}", figure(today), figure(week))
}

/// Appointments left without outcome.
#[must_use]
pub fn unclosed(count: usize) -> String {
    match count {
        1 => "1 appuntamento passato senza esito".to_owned(),
        more => format!("{more} appuntamenti passati senza esito"),
    }
}

/// Rows there is no room for.
#[must_use]
pub fn others(count: usize) -> String {
    format!("e altri {count}: A apre l'agenda")
}

/// `lunedì 23 novembre 2026`.
#[must_use]
pub fn day(day: NaiveDate) -> String {
    const WEEKDAYS: [&str; 7] =
        ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"];
    let weekday = WEEKDAYS[day.weekday().num_days_from_monday() as usize];
    format!("{weekday} {} {} {}", day.day(), super::form::MONTHS[day.month0() as usize], day.year())
}

/// Points between thousands: `3.000`.
#[must_use]
pub fn figure(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

/// Heading of the people open.
pub const OPEN_PEOPLE: &str = "PERSONE APERTE  F8 torna";

/// Those that do not fit.
#[must_use]
pub fn more_open(count: usize) -> String {
    format!("e altre {count}: F10, Persone aperte")
}

/// Of what is to be done about the office, what does not fit.
#[must_use]
pub fn more_warnings(count: usize) -> String {
    match count {
        1 => "Un altro avviso: sportello doctor".to_owned(),
        count => format!("Altri {count} avvisi: sportello doctor"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_and_days_are_written_as_people_do() {
        assert_eq!([0, 999, 3_000, 1_234_567].map(figure), ["0", "999", "3.000", "1.234.567"]);
        assert_eq!(day(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()), "lunedì 23 novembre 2026");
    }
}
