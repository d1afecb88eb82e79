//! Why an operator goes on in spite of a warning, rule by rule.

use crate::desk::Outcome;
use crate::desk::command::Command;
use crate::domain::finding::Acceptance;

/// A reason an operator could have written.
fn reason(rule: &str) -> &'static str {
    match rule {
        "R-ANA-2" => "possibile scheda doppia, da verificare con il documento",
        "R-ANA-5" => "la persona non ha un recapito suo: passa allo sportello",
        "R-CF-2" => "codice verificato sulla tessera sanitaria",
        "R-CF-3" => "luogo come risulta dalla tessera sanitaria",
        "R-CNV-6" | "R-CNV-7" => "data chiesta dalla persona",
        "R-DID-15" => "il genitore è presente e firma con la persona",
        "R-DID-17" => "ricevuta del rinnovo vista allo sportello",
        "R-PSP-11" => "colloquio già fatto, scheda da completare",
        "R-PSP-18" => "percorso avviato prima della chiusura del programma",
        "R-PSP-20" | "R-PAT-8" => "da definire con l'orientamento",
        "R-LEP-5" => "assegno di ricollocazione già in corso",
        "R-JUS-2" => "certificato arrivato per posta",
        _ => "verificato con la persona allo sportello",
    }
}

/// Accepts in the command every warning that stopped it.
pub(super) fn accept(command: &mut Command, outcome: &Outcome) {
    let wanted = outcome.reasons_wanted().into_iter();
    let reasons = wanted.map(|f| Acceptance { rule: f.rule.clone(), reason: reason(&f.rule.0).to_owned() });
    match command {
        Command::RegistrantRegister(c) => c.accepted.extend(reasons),
        Command::DidDeclare(c) => c.accepted.extend(reasons),
        Command::DidHappened(c) => c.accepted.extend(reasons),
        Command::AssessmentRecord(c) => c.accepted.extend(reasons),
        Command::PspDraft(c) => c.accepted.extend(reasons),
        Command::PspIntegrate(c) => c.accepted.extend(reasons),
        Command::PspEdit(c) => c.accepted.extend(reasons),
        Command::PspMeasure(c) => c.accepted.extend(reasons),
        Command::PspIssue(c) => c.accepted.extend(reasons),
        Command::AppointmentBook(c) => c.accepted.extend(reasons),
        Command::AppointmentHappened(c) => c.accepted.extend(reasons),
        Command::ActivityRecord(c) => c.accepted.extend(reasons),
        _ => {}
    }
}
