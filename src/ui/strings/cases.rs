//! Words of CO01, the conditionality cases.

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

/// Labels of the forms.
pub mod fields {
    /// Day of the fact recorded.
    pub const ON: &str = "Data";
    /// Proof of the convocation.
    pub const PROOF: &str = "Prova della convocazione";
    /// A note.
    pub const NOTE: &str = "Nota";
    /// Why.
    pub const GROUNDS: &str = "Motivazione";
    /// Reason given by the person.
    pub const REASON: &str = "Motivo";
    /// A document was shown.
    pub const SEEN: &str = "documento visto";
    /// Until when.
    pub const VALID: &str = "valido fino al";
    /// End of an impediment.
    pub const IMPEDIMENT: &str = "Impedimento finito il";
    /// Record of the hearing.
    pub const MINUTES: &str = "Verbale";
    /// Protocol.
    pub const PROTOCOL: &str = "Protocollo";
    /// Act and protocol.
    pub const ACT: &str = "Atto e protocollo";
    /// From when.
    pub const FROM: &str = "decorre dal";
    /// Consequence.
    pub const CONSEQUENCE: &str = "Conseguenza";
    /// A reduction.
    pub const REDUCTION: &str = "decurtazione";
    /// Its days.
    pub const DAYS: &str = "giorni";
    /// The act tells of the appeal.
    pub const APPEAL: &str = "l'atto informa del ricorso";
    /// When the person received it.
    pub const NOTIFIED: &str = "ricevuto dalla persona il";
    /// Receipt.
    pub const RECEIPT: &str = "Ricevuta";
    /// Notice of INPS.
    pub const INPS: &str = "Comunicazione INPS";
    /// Decision of the Committee.
    pub const DECISION: &str = "Decisione";
    /// What was not done.
    pub const KIND: &str = "Che cosa è mancato";
    /// Which appointment.
    pub const APPOINTMENT: &str = "Appuntamento mancato";
    /// Which activity.
    pub const ACTIVITY: &str = "Attività rifiutata";
    /// Day of the fact.
    pub const FACT_ON: &str = "Giorno del fatto";
    /// Proof, when no appointment proves it.
    pub const FACT_PROOF: &str = "Prova";
    /// Of an offer.
    pub const EMPLOYER: &str = "Offerta di";
    /// Job.
    pub const JOB: &str = "lavoro";
    /// Permanent.
    pub const PERMANENT: &str = "A tempo indeterminato";
    /// Months.
    pub const MONTHS: &str = "mesi";
    /// Hours.
    pub const HOURS: &str = "orario %";
    /// Collective agreement.
    pub const MINIMUM: &str = "Minimi del CCNL";
    /// Pay a month.
    pub const PAY: &str = "paga al mese";
    /// Benefit of the last month.
    pub const LAST_MONTH: &str = "Indennità ultimo mese";
    /// Kilometres.
    pub const KM: &str = "Distanza km";
    /// Minutes.
    pub const TRAVEL: &str = "minuti";
    /// No public transport.
    pub const NO_TRANSPORT: &str = "senza mezzi pubblici";
    /// Coherence.
    pub const COHERENCE: &str = "Coerenza";
    /// Children.
    pub const CHILDREN: &str = "figli sotto i 14 anni";
    /// Yes, no, not known.
    pub const YES_NO: &[(&str, &str)] = &[("", "non noto"), ("yes", "sì"), ("no", "no")];
    /// How near the job is.
    pub const COHERENCES: &[(&str, &str)] = &[
        ("", "non nota"),
        ("agreed_area", "aree del patto"),
        ("same_sector", "stesso settore"),
        ("other_sector", "altro settore, continuità"),
        ("unrelated", "nessuna"),
    ];
}

/// Help of the fields.
pub mod help {
    /// Day.
    pub const ON: &str = "Il giorno in cui è accaduto, non quello in cui lo si scrive: mai futuro, mai prima dell'ultimo passo registrato.";
    /// Reference.
    pub const REFERENCE: &str = "Numero e data del documento che prova il passo: atto, protocollo, ricevuta, verbale. Non copiarne il contenuto.";
    /// Note.
    pub const NOTE: &str = "Perché si decide così. Mai una diagnosi: di un certificato si scrive solo che è stato visto e fino a quando vale. Invio va a capo.";
    /// Reason.
    pub const REASON: &str = "Il motivo dato dalla persona, fra quelli che giustificano. È un dato riservato: nella scheda resta coperto.";
    /// Document.
    pub const SEEN: &str = "Spuntare se un documento è stato mostrato. Il documento non si conserva.";
    /// Valid until.
    pub const VALID: &str = "Fino a quando vale il documento visto.";
    /// Impediment.
    pub const IMPEDIMENT: &str = "Se la persona non poteva nemmeno avvisare, il giorno in cui l'impedimento è finito: il termine conta da lì.";
    /// Consequence.
    pub const CONSEQUENCE: &str = "Compare quella proposta dalla tabella, con il suo conto qui sopra. Chi adotta l'atto può cambiarla, con la motivazione.";
    /// Days.
    pub const DAYS: &str = "Giorni di decurtazione, da 1 a 60.";
    /// From when.
    pub const FROM: &str =
        "Da quando vale la conseguenza, come scritto nell'atto: mai prima del giorno dopo il fatto.";
    /// Appeal.
    pub const APPEAL: &str =
        "L'atto deve informare del ricorso al Comitato presso il Ministero: senza, non si adotta.";
    /// Received.
    pub const NOTIFIED: &str = "Quando la persona ha ricevuto l'atto: da qui decorre il termine del ricorso.";
    /// Kind.
    pub const KIND: &str = "Che cosa la persona non ha fatto. La lettera è quella dell'art. 21 c. 7; l'elenco segue la prestazione.";
    /// Appointment.
    pub const APPOINTMENT: &str = "L'assenza già segnata come non giustificata in agenda, che non ha ancora un caso. Porta con sé il giorno e la prova.";
    /// Activity.
    pub const ACTIVITY: &str = "L'attività rifiutata o interrotta, dal registro LEP.";
    /// Day of the fact.
    pub const FACT_ON: &str = "Il giorno del fatto: contano la DID e la prestazione di quel giorno.";
    /// Proof.
    pub const FACT_PROOF: &str = "Come si prova che la persona era stata convocata. Vuota, vale la prova dell'appuntamento. Senza prova l'episodio non conta.";
    /// Employer.
    pub const EMPLOYER: &str = "Chi offre il lavoro. Non si stampa.";
    /// Job.
    pub const JOB: &str = "Il lavoro offerto.";
    /// Permanent.
    pub const PERMANENT: &str = "Se il contratto offerto è a tempo indeterminato.";
    /// Months.
    pub const MONTHS: &str = "Durata del contratto a termine o in somministrazione, mesi interi.";
    /// Hours.
    pub const HOURS: &str =
        "Orario in percentuale: dell'ultimo contratto per NASpI e DIS-COLL, del tempo pieno per AdI e SFL.";
    /// Minimum.
    pub const MINIMUM: &str = "Se la paga è almeno quella del contratto collettivo.";
    /// Pay.
    pub const PAY: &str = "Paga al mese, in euro.";
    /// Benefit.
    pub const LAST_MONTH: &str = "Indennità dell'ultimo mese, senza l'integrazione dei fondi di solidarietà.";
    /// Distance.
    pub const KM: &str = "Distanza dal domicilio, in chilometri.";
    /// Minutes.
    pub const TRAVEL: &str = "Tempo con i mezzi pubblici, in minuti.";
    /// Transport.
    pub const NO_TRANSPORT: &str = "Se il luogo non si raggiunge con i mezzi pubblici.";
    /// Coherence.
    pub const COHERENCE: &str = "Quanto il lavoro è vicino a quello della persona e alle aree del patto.";
    /// Children.
    pub const CHILDREN: &str = "AdI e SFL: se nel nucleo ci sono figli sotto i 14 anni cambiano le distanze.";
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
