//! Words of SC01.

use chrono::NaiveDate;

use super::{facts, home};
use crate::desk::query::KindCount;
use crate::domain::deadline::{Consequence, Term};

/// Title of the screen.
pub const TITLE: &str = "Scadenze";
/// Headings of the columns.
pub const COLUMNS: [&str; 6] = ["Tocca", "Entro", "Persona", "Che cosa", "Conto", "Regola"];
/// Enter.
pub const OPEN: &str = "Apri la persona";
/// Whose: one's own.
pub const MINE: &str = "Mie";
/// Whose: everybody's.
pub const OFFICE: &str = "Dell'ufficio";
/// The spans, each with its letter, its word in the key bar and as a title.
pub const SPANS: [(char, &str, &str); 5] = [
    ('P', "Passate", "passate"),
    ('S', "7 giorni", "da oggi a 7 giorni"),
    ('G', "30 giorni", "da oggi a 30 giorni"),
    ('T', "Tutte", "tutte"),
    ('A', "Atti dovuti", "atti dovuti in ritardo"),
];
/// The letter of one's own.
pub const MINE_KEY: char = 'M';
/// The letter of the office's.
pub const OFFICE_KEY: char = 'U';
/// The mark of a last day on which nobody works.
pub const HOLIDAY: &str = "F";
/// What it means.
pub const HOLIDAYS: &str = "F  festivo o chiusura: non si sposta";
/// Labels of what is told of the row under the pointer.
pub const DUE: &str = "Entro";
/// How the day is counted.
pub const SUM: &str = "Conto";
/// Rule and article.
pub const RULE: &str = "Regola";
/// F1 on a row.
pub const ASK: &str = "F1 spiega la regola.";

/// Nothing is due.
#[must_use]
pub fn nothing(mine: bool, acts: bool) -> &'static str {
    if acts {
        "Nessun atto dovuto in ritardo."
    } else if mine {
        "Nessuna mia scadenza in questo periodo. U mostra quelle dell'ufficio, T tutte."
    } else {
        "Nessuna scadenza in questo periodo. T le mostra tutte."
    }
}

/// Which ones are on the screen: `Dell'ufficio, passate`.
#[must_use]
pub fn shown(mine: bool, span: &str) -> String {
    format!("{}, {span}", if mine { MINE } else { OFFICE })
}

/// `passate 12, oggi 3, in 7 giorni 20`.
#[must_use]
pub fn counts<'a>(counts: impl Iterator<Item = &'a KindCount> + Clone) -> String {
    let sum = |of: fn(&KindCount) -> u64| home::figure(counts.clone().map(of).sum());
    let (overdue, today, week) = (sum(|kind| kind.overdue), sum(|kind| kind.today), sum(|kind| kind.week));
    format!("passate {overdue}, oggi {today}, in 7 giorni {week}")
}

/// Which rows: `da 1 a 50, poi altre`.
#[must_use]
pub fn rows(skip: usize, count: usize, more: bool) -> String {
    match (count, more) {
        (0, _) => String::new(),
        (count, false) if skip == 0 => {
            if count == 1 {
                "1 scadenza".to_owned()
            } else {
                format!("{count} scadenze")
            }
        }
        (count, more) => {
            let rest = if more { ", poi altre" } else { ", le ultime" };
            let from = home::figure(skip as u64 + 1);
            format!("da {from} a {}{rest}", home::figure((skip + count) as u64))
        }
    }
}

/// What is touched when it is missed: at most seven letters.
#[must_use]
pub fn touches(consequence: Consequence) -> &'static str {
    match consequence {
        Consequence::Status => "stato",
        Consequence::Right => "diritti",
        Consequence::Office => "ufficio",
        Consequence::Reminder => "promem.",
    }
}

/// `[!] 27/11/26 F`; today's says so.
#[must_use]
pub fn due(term: &Term, today: NaiveDate) -> String {
    let left = (term.due - today).num_days();
    let sign = match left {
        ..0 => "[X]",
        0..=7 => "[!]",
        _ => "[ ]",
    };
    let holiday = if term.holiday { HOLIDAY } else { "" };
    let day = if left == 0 { facts::TODAY.to_owned() } else { term.due.format("%d/%m/%y").to_string() };
    format!("{sign} {day} {holiday}").trim_end().to_owned()
}

/// How late an act is: `[X] da 14 gg`.
#[must_use]
pub fn late(term: &Term, today: NaiveDate) -> String {
    match (today - term.due).num_days() {
        1 => "[X] da ieri".to_owned(),
        days => format!("[X] da {days} gg"),
    }
}

/// The day in full, and how far it is.
#[must_use]
pub fn day(term: &Term, today: NaiveDate) -> String {
    let far = match (term.due - today).num_days() {
        0 => facts::TODAY.to_owned(),
        1 => "domani".to_owned(),
        -1 => "ieri".to_owned(),
        days @ 2.. => format!("fra {days} giorni"),
        days => format!("{} giorni fa", -days),
    };
    let holiday = if term.holiday { ", festivo: non si sposta" } else { "" };
    format!("{}, {far}{holiday}", home::day(term.due))
}

/// `motivo dell'assenza, ROSSI MARIA`.
#[must_use]
pub fn of(what: &str, person: &str) -> String {
    format!("{what}, {person}")
}

/// What follows when it is missed, and where the rule is explained.
#[must_use]
pub fn missed(term: &Term, today: NaiveDate) -> String {
    let when = if term.due < today { "È passata" } else { "Se passa" };
    let touched = match term.consequence {
        Consequence::Status => "beneficio o stato a rischio",
        Consequence::Right => "un diritto o un dovere della persona",
        Consequence::Office => "è a carico dell'ufficio",
        Consequence::Reminder => return format!("È un promemoria. {ASK}"),
    };
    format!("{when}: {touched}. {ASK}")
}

/// Why it runs, how it is counted, where that stands.
#[must_use]
pub fn explained(term: &Term) -> String {
    format!("{} Conto: {}. Regola: {}.", term.kind.why(), term.sum, term.law())
}
