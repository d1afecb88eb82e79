//! Words of the screens about something that goes through states: CO01, CM01,
//! PE04.

use chrono::NaiveDate;

use crate::domain::deadline::Term;
use crate::domain::event::StateEvent;

/// Heading of what can be recorded.
pub const DEEDS: &str = "CHE COSA È SUCCESSO";
/// Heading of the history.
pub const HISTORY: &str = "STORIA";
/// No record: over what begins one.
pub const NOTHING_YET: &str = "niente ancora";
/// Label of the state.
pub const STATE: &str = "stato";
/// What comes next.
pub const NEXT: &str = "poi";
/// Until when.
pub const UNTIL: &str = "entro";
/// The first event of a record.
pub const BEGUN: &str = "registrazione";
/// The key that begins a record.
pub const NEW_KEY: &str = "F6";
/// F2 in a form.
pub const RECORD: &str = "Registra";
/// Enter.
pub const CHOOSE: &str = "Sceglie";
/// F9: the paper that goes with the record as it stands.
pub const PAPER: &str = "Atto da stampare";
/// Tab.
pub const OTHER_PANE: &str = "Elenco / eventi";
/// PgDn.
pub const GO_ON: &str = "Resto della pratica";
/// Only the supervisor.
pub const SUPERVISOR: &str = "spetta al responsabile";

/// Columns every such list has.
pub const DATE: &str = "Data";
/// What it is about.
pub const SUBJECT: &str = "Oggetto";
/// State.
pub const IN_STATE: &str = "Stato";
/// The next term.
pub const DUE: &str = "Entro";

fn it(day: NaiveDate) -> impl std::fmt::Display {
    day.format("%d/%m/%Y")
}

/// `da decidere dal 21/11/2026`.
#[must_use]
pub fn since(state: &str, since: NaiveDate) -> String {
    format!("{state} dal {}", it(since))
}

/// `27/11/2026 atto da adottare, 20/11 + 7 gg, fra 4 gg, R-SAN-6`.
#[must_use]
pub fn term(term: &Term, left: i64) -> String {
    let left = match left {
        ..0 => format!("scaduto da {} gg", -left),
        0 => "oggi".to_owned(),
        left => format!("fra {left} gg"),
    };
    format!("{} {}: {}, {left}, {}", it(term.due), term.what, term.sum, term.rule)
}

/// The first line of an event: day, what, who, office.
#[must_use]
pub fn event(event: &StateEvent, label: &str, who: &str) -> String {
    let office = if event.office.is_empty() { String::new() } else { format!(", {}", event.office) };
    format!("{}  {label}  {who}{office}", it(event.on_date))
}

/// Why something cannot be recorded now.
#[must_use]
pub fn not_now(why: &str) -> String {
    format!("non ora: {why}")
}

/// From which states it could be.
#[must_use]
pub fn from_where(states: &[&str]) -> String {
    match states {
        [] => "non è mai possibile".to_owned(),
        [one] => format!("si può da «{one}»"),
        more => format!("si può da «{}»", more.join("», «")),
    }
}

/// What is kept with a step, who takes it, which rules speak of it.
#[must_use]
pub fn now(evidence: &str, who: &str, rules: &[&str]) -> String {
    let kept = if evidence.is_empty() { String::new() } else { format!("resta: {evidence}") };
    let who = if who.is_empty() { String::new() } else { format!("chi: {who}") };
    let rules = rules.join(" ");
    [kept, who, rules].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}

/// What F1 tells of a step.
#[must_use]
pub fn help(label: &str, who: &str, evidence: &str, term: &str, why_not: Option<&str>) -> String {
    let mut text = format!("Registra «{label}» nella pratica scelta.");
    for (word, part) in [("Chi", who), ("Che cosa resta", evidence), ("Termine", term)] {
        if !part.is_empty() {
            text.push_str(&format!(" {word}: {part}."));
        }
    }
    if let Some(why) = why_not {
        text.push_str(&format!(" Ora non si può: {why}."));
    }
    text
}

/// The heading over a form.
#[must_use]
pub fn panel_title(label: &str, about: &str) -> String {
    let label = capital(label);
    if about.is_empty() { label } else { format!("{label}: {about}") }
}

/// With its first letter in capitals.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A step is recorded; what a rule says of it, and the LEP rows it proposes.
#[must_use]
pub fn recorded(label: &str, told: &str, proposes: &[String]) -> String {
    let mut text = format!("Registrato: {label}.");
    if !proposes.is_empty() {
        text.push_str(&format!(" LEP {} da confermare su LE01.", proposes.join(", ")));
    }
    if !told.is_empty() {
        text.push_str(&format!(" {told}"));
    }
    text
}
