//! Words for what is known of a person.

use chrono::NaiveDate;

use crate::domain::deadline::{Consequence, Term};
use crate::domain::event::StateEvent;
use crate::domain::money::Cents;

/// Labels.
pub const DID: &str = "DID";
/// How it was given.
pub const CHANNEL: &str = "Canale";
/// The national identifier.
pub const NATIONAL_ID: &str = "Cod. naz.";
/// How long unemployed.
pub const SENIORITY: &str = "Anzianità";
/// Income and limit.
pub const CONSERVATION: &str = "Reddito";
/// Income support.
pub const BENEFIT: &str = "Sostegno";
/// Reference of the application.
pub const APPLICATION: &str = "Protocollo";
/// The statement.
pub const DECLARES: &str = "Situazione";
/// The dismissal.
pub const NOTICE: &str = "Preavviso";
/// How it ended.
pub const ENDED: &str = "Fine";
/// The national identifier is not here yet.
pub const AWAITED: &str = "in attesa [!] R-DID-9";
/// No income support.
pub const NO_BENEFIT: &str = "nessuno";
/// Statement.
pub const NOT_WORKING: &str = "non lavora";
/// Under notice.
pub const AT_WORK: &str = "lavora ancora, in preavviso";
/// Nothing is due.
pub const NOTHING_DUE: &str = "nessuna scadenza";
/// Nothing happened.
pub const NO_EVENTS: &str = "nessun evento";
/// Kinds of records.
pub const APPOINTMENT: &str = "appuntamento";
/// What happened to a document: its number, its protocol, to whom it went.
pub fn document(event: &str, evidence: &str) -> String {
    match event {
        "protocol" => format!("documento: protocollo {evidence}"),
        "handed" => format!("documento consegnato, {evidence}"),
        _ => format!("documento emesso, {evidence}"),
    }
}
/// A pact's copy in the history.
pub const COPY_HANDED: &str = "PSP: copia consegnata";
/// What is sent, of an appointment in the history.
pub const CONVOCATION: &str = "convocazione";
/// A signature in the history.
pub const SIGNING: &str = "firma";
/// A LEP row.
pub const ACTIVITY: &str = "attività LEP";
/// An application for targeted placement.
pub const TARGETED: &str = "collocamento mirato";
/// A conditionality case.
pub const CASE: &str = "caso";
/// A MiAttivo registration.
pub const MIATTIVO: &str = "MiAttivo";
/// An interview.
pub const ASSESSMENT: &str = "assessment registrato";
/// The person's data.
pub const RECORD: &str = "anagrafica";

/// What happened to a DID without a new state.
#[must_use]
pub fn did_event(word: &str) -> Option<&'static str> {
    Some(match word {
        "national_id" => "DID: codice nazionale ricevuto",
        "conserved" => "DID: stato conservato, lavoro entro il limite",
        "conservation_ended" => "DID: fine della conservazione",
        "next_job" => "DID: ancora sospesa, per un altro lavoro",
        "period_suspended" => "DID: giorni sistemati come sospesi, dal primo",
        "period_counted" => "DID: giorni sistemati come anzianità, dal primo",
        "period_end" => "DID: ultimo dei giorni sistemati",
        _ => return None,
    })
}

/// What happened to a job.
#[must_use]
pub fn job(word: &str) -> &'static str {
    match word {
        "recorded" => "lavoro registrato",
        "ended" => "lavoro finito",
        "corrected" => "lavoro corretto",
        "withdrawn" => "lavoro tolto, registrato per errore",
        "income" => "reddito dichiarato",
        _ => "lavoro",
    }
}

fn it(day: NaiveDate) -> impl std::fmt::Display {
    day.format("%d/%m/%Y")
}

/// State and dates of a DID.
#[must_use]
pub fn did(state: &str, date: NaiveDate, since: NaiveDate) -> String {
    if date == since {
        format!("{state} il {}", it(date))
    } else {
        format!("{state} {} (DID {})", it(since), it(date))
    }
}

/// Channel and body.
#[must_use]
pub fn channel(label: &str, promoter: &str) -> String {
    if promoter.is_empty() { label.to_owned() } else { format!("{label}, {promoter}") }
}

/// Days of the status.
#[must_use]
pub fn seniority(days: u32, suspended: u32) -> String {
    let word = if days == 1 { "giorno" } else { "giorni" };
    if suspended == 0 { format!("{days} {word}") } else { format!("{days} {word} (sospensioni {suspended})") }
}

/// Benefit and application.
#[must_use]
pub fn benefit(label: &str, date: Option<NaiveDate>) -> String {
    date.map_or_else(|| label.to_owned(), |day| format!("{label}, domanda {}", it(day)))
}

/// Statement with income.
#[must_use]
pub fn employee(income: Option<Cents>) -> String {
    format!("dipendente, {} euro", income.unwrap_or_default())
}

/// Statement with income.
#[must_use]
pub fn self_employed(income: Option<Cents>) -> String {
    format!("autonomo, {} euro", income.unwrap_or_default())
}

/// Letter and last day.
#[must_use]
pub fn notice(letter: NaiveDate, last: NaiveDate) -> String {
    format!("lettera del {}, ultimo giorno {}", it(letter), it(last))
}

/// Day and reason.
#[must_use]
pub fn ended(day: NaiveDate, reason: &str) -> String {
    if reason.is_empty() { it(day).to_string() } else { format!("{}, {reason}", it(day)) }
}

/// `[!] 27/11 contatto e PSP`; in a list of all terms the days are in full, so
/// that they stand in a column.
#[must_use]
pub fn deadline(term: &Term, left: i64, in_full: bool) -> String {
    let sign = match left {
        ..0 => "[X]",
        0..=7 => "[!]",
        _ => "[ ]",
    };
    let day = if in_full { it(term.due).to_string() } else { due(term, left) };
    format!("{sign} {day} {}", term.what)
}

/// The day of a term, with its year when it is more than half a year away;
/// today's says so.
#[must_use]
pub fn due(term: &Term, left: i64) -> String {
    if left == 0 {
        return TODAY.to_owned();
    }
    let near = (-182..=182).contains(&left);
    term.due.format(if near { "%d/%m" } else { "%d/%m/%Y" }).to_string()
}

/// The last day is today.
pub const TODAY: &str = "oggi";
/// Said of a term whose last day is a holiday.
pub const HOLIDAY: &str = "  festivo";
/// The same on a line of its own.
pub const HOLIDAY_LINE: &str = "  festivo, non si sposta";

/// `12/11 + 15 gg  R-PSP-5`.
#[must_use]
pub fn short_sum(term: &Term) -> String {
    format!("{}  {}", term.sum, term.rule)
}

/// Terms there is no room for.
#[must_use]
pub fn more_due(count: usize) -> String {
    if count == 1 { "e un'altra: tasto 8".to_owned() } else { format!("e altre {count}: tasto 8") }
}

/// What follows when it is missed, as a heading.
#[must_use]
pub fn consequence(consequence: Consequence) -> &'static str {
    match consequence {
        Consequence::Status => "BENEFICIO O STATO A RISCHIO",
        Consequence::Right => "DIRITTI E DOVERI DELLA PERSONA",
        Consequence::Office => "A CARICO DELL'UFFICIO",
        Consequence::Reminder => "PROMEMORIA",
    }
}

/// `12/11 + 15 gg  R-PSP-5, art. 21 c.2`.
#[must_use]
pub fn sum(term: &Term) -> String {
    format!("{}  {}", term.sum, term.law())
}

/// Kind and state of a record.
#[must_use]
pub fn of(kind: &str, label: Option<&str>, state: &str) -> String {
    format!("{kind} {}", label.unwrap_or(state))
}

/// One line of the history.
#[must_use]
pub fn event(event: &StateEvent, happened: &str) -> String {
    let mut line = format!("{}  {happened}", it(event.on_date));
    for more in [&event.reason, &event.evidence] {
        if !more.is_empty() {
            line.push_str("  ");
            line.push_str(more);
        }
    }
    line.push_str("  ");
    line.push_str(&event.by);
    line
}

/// The processing of the data of a person was restricted, or is free again.
#[must_use]
pub fn restriction(event: &str) -> &'static str {
    if event == "restricted" { "Trattamento limitato (art. 18)" } else { "Limitazione del trattamento tolta" }
}
