//! Words of CO01, the conditionality cases.

pub mod fields;
pub mod help;

use chrono::{NaiveDate, NaiveDateTime};

use crate::domain::conditionality::{CaseEvent as E, CaseKind, Consequence};
use crate::domain::did::Benefit;

/// Title.
pub const TITLE: &str = "Casi di condizionalità";
/// None of them.
pub const EMPTY: &str = "Nessun caso: F6 ne apre uno da un'assenza non giustificata o da un rifiuto.";
/// The keys of the events, in the order of a life.
pub const KEYS: [(E, char); 18] = [
    (E::Proved, 'P'),
    (E::ReasonReceived, 'M'),
    (E::Accepted, 'A'),
    (E::HeldUnfit, 'I'),
    (E::Heard, 'S'),
    (E::OpinionAsked, 'R'),
    (E::OpinionReceived, 'E'),
    (E::Rejected, 'X'),
    (E::NoReason, 'N'),
    (E::Counted, 'C'),
    (E::Adopted, 'D'),
    (E::Sent, 'T'),
    (E::Applied, 'L'),
    (E::Appealed, 'K'),
    (E::Upheld, 'F'),
    (E::Overturned, 'V'),
    (E::NoProof, 'Q'),
    (E::Cancelled, 'Z'),
];
/// Opens a case.
pub const OPEN: &str = "nuovo caso";
/// What it asks.
pub const OPEN_KEEPS: &str = "il fatto, l'appuntamento o l'attività, la prova della convocazione";
/// The first event of a case.
pub const OPENED: &str = "caso aperto";
/// Without any DID nothing binds the person.
pub const NO_DID: &str = "la persona non ha una DID (R-CAS-6)";
/// Not for absences.
pub const ONLY_OFFERS: &str = "riguarda il rifiuto di un'offerta (R-JUS-5)";
/// The proof is there.
pub const PROVED: &str = "la prova della convocazione c'è";
/// The proof is not there.
pub const UNPROVED: &str = "manca la prova della convocazione: P (R-SAN-3)";
/// Column.
pub const BENEFIT_COLUMN: &str = "Prestaz.";
/// Labels of the record.
pub const BENEFIT: &str = "prestazione";
/// Proof of the convocation.
pub const PROOF: &str = "prova";
/// Missing.
pub const PROOF_MISSING: &str = "[!] manca: senza, l'episodio non conta, R-SAN-3";
/// A term that runs by itself needs none.
pub const PROOF_NOT_NEEDED: &str = "non serve: il termine corre da sé";
/// Reason given.
pub const REASON: &str = "motivo";
/// Document seen.
pub const DOCUMENT: &str = "documento";
/// Days.
pub const IMPEDIMENT: &str = "impedimento";
/// Told that the reason is unfit.
pub const UNFIT: &str = "non idoneo";
/// Heard.
pub const HEARD: &str = "sentita";
/// Opinion asked.
pub const ASKED: &str = "parere chi.";
/// Opinion received.
pub const OPINION: &str = "parere ric.";
/// Which occurrence.
pub const OCCURRENCE: &str = "episodio";
/// What the table says.
pub const TABLE: &str = "tabella";
/// What is proposed.
pub const PROPOSED: &str = "proposta";
/// What would be proposed.
pub const WOULD_BE: &str = "se conta";
/// The table is silent.
pub const NOTHING_PROPOSED: &str = "la tabella non propone nulla: verificare, R-SAN-1";
/// A warning.
pub const MIND: &str = "[!]";
/// The two totals lead apart.
pub const WAYS_DIFFER: &str =
    "contando insieme a) e b) la conseguenza cambia: l'atto dice quale si segue, R-SAN-2";
/// What was adopted.
pub const ADOPTED: &str = "adottata";
/// From when.
pub const RUNS_FROM: &str = "decorre dal";
/// The person has the act.
pub const NOTIFIED: &str = "notificata";
/// Transmission.
pub const SENT: &str = "trasmessa";
/// INPS applied it.
pub const APPLIED: &str = "applicata";
/// Appeal.
pub const APPEALED: &str = "ricorso";
/// Decision of the Committee.
pub const DECIDED: &str = "Comitato";
/// Day of the fact.
pub const FACT: &str = "fatto";
/// Absences without a case.
pub const ABSENCES: &str = "assenze";
/// No appointment.
pub const NO_APPOINTMENT: &str = "nessuno: c'è un'altra prova";
/// No activity.
pub const NO_ACTIVITY: &str = "nessuna";

fn it(day: NaiveDate) -> impl std::fmt::Display {
    day.format("%d/%m/%Y")
}

/// The kind with its letter, where the benefit has letters.
#[must_use]
pub fn kind(kind: CaseKind, benefit: Benefit) -> String {
    match kind.letter() {
        Some(letter) if benefit.is_insurance() => format!("{}, lett. {letter}", kind.label()),
        _ => kind.label().to_owned(),
    }
}

/// Done already on that day.
#[must_use]
pub fn already(on: NaiveDate) -> String {
    format!("già registrato il {}", it(on))
}

/// The person may still give a reason.
#[must_use]
pub fn runs(due: NaiveDate) -> String {
    format!("il termine per il motivo scade il {} (R-SAN-3)", it(due))
}

/// The benefit on the day of the fact.
#[must_use]
pub fn benefit(benefit: Benefit) -> &'static str {
    if benefit == Benefit::None {
        "nessuna: le sanzioni dell'art. 21 non si applicano, R-SAN-8"
    } else {
        benefit.label()
    }
}

/// A reason with the day it was given.
#[must_use]
pub fn reason(label: &str, on: Option<NaiveDate>) -> String {
    on.map_or_else(|| label.to_owned(), |on| format!("{label}, dato il {}", it(on)))
}

/// A document seen; what it says is not kept.
#[must_use]
pub fn document(seen: bool, valid_to: Option<NaiveDate>) -> String {
    match (seen, valid_to) {
        (false, _) => "non visto".to_owned(),
        (true, None) => "visto".to_owned(),
        (true, Some(day)) => format!("visto, valido fino al {}", it(day)),
    }
}

fn days(days: &[NaiveDate]) -> String {
    days.iter().map(|day| day.format("%d/%m").to_string()).collect::<Vec<_>>().join(", ")
}

/// `2° per la lettera a): 12/10, 20/11`.
#[must_use]
pub fn occurrence(letter: char, count: u32, on: &[NaiveDate]) -> String {
    format!("{count}° per la lettera {letter}): {}", days(on))
}

/// `2° per a) e b) insieme: 12/10, 20/11, R-SAN-2`.
#[must_use]
pub fn both(count: u32, on: &[NaiveDate]) -> String {
    format!("; {count}° per a) e b) insieme: {}, R-SAN-2", days(on))
}

/// A consequence in a word, with the days of a reduction.
#[must_use]
pub fn short(consequence: Consequence, days: u32) -> String {
    match consequence {
        Consequence::Reduction => format!("-{days} gg"),
        Consequence::Loss => "decadenza".to_owned(),
        other => other.label(days),
    }
}

/// What follows each time.
#[must_use]
pub fn steps(steps: &[String]) -> String {
    let each = steps.iter().zip(1..).map(|(step, n)| format!("{n}° {step}"));
    format!("{}, art. 21 c. 7", each.collect::<Vec<_>>().join("; "))
}

/// What is proposed, and by whom it is decided.
#[must_use]
pub fn proposed(consequence: &str, occurrence: u32) -> String {
    format!("{consequence} ({occurrence}° episodio), decide chi adotta l'atto, R-SAN-1")
}

/// What the act says.
#[must_use]
pub fn adopted(consequence: &str, act: &str) -> String {
    format!("{consequence}, {act}")
}

/// The receipt of the transmission.
#[must_use]
pub fn sent(receipt: &str, on: Option<NaiveDate>) -> String {
    on.map_or_else(|| receipt.to_owned(), |on| format!("{receipt}, il {}", it(on)))
}

/// The DID and the benefit of the person.
#[must_use]
pub fn did(benefit: Benefit, state: &str, on: NaiveDate) -> String {
    let benefit = if benefit == Benefit::None { "nessuna prestazione" } else { benefit.label() };
    format!("{benefit}; DID {state}, del {}", it(on))
}

/// How many absences wait for a case.
#[must_use]
pub fn absences(count: usize) -> String {
    match count {
        0 => "nessuna assenza non giustificata senza caso".to_owned(),
        1 => "1 non giustificata, senza caso".to_owned(),
        count => format!("{count} non giustificate, senza caso"),
    }
}

/// An appointment missed.
#[must_use]
pub fn appointment(start: NaiveDateTime, service: &str, proved: bool) -> String {
    let proof = if proved { "provata" } else { "senza prova" };
    format!("{} {service}, {proof}", start.format("%d/%m/%Y %H:%M"))
}

/// An activity refused or left.
#[must_use]
pub fn activity(on: NaiveDate, lep: &str, title: &str, state: &str) -> String {
    format!("{} LEP {lep} {title}, {state}", it(on))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_event_has_a_key_of_its_own() {
        let events: std::collections::BTreeSet<&str> = KEYS.iter().map(|(event, _)| event.word()).collect();
        let letters: std::collections::BTreeSet<char> = KEYS.iter().map(|(_, letter)| *letter).collect();
        assert_eq!((events.len(), letters.len()), (E::ALL.len(), KEYS.len()));
    }
}
