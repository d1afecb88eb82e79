//! Words of DI02: jobs, communications, incomes, conservation.

/// Title.
pub const TITLE: &str = "Reddito e conservazione";
/// No job on record.
pub const EMPTY: &str = "Nessun lavoro registrato: F6 ne aggiunge uno.";
/// Columns.
pub const FROM: &str = "Dal";
/// Last day.
pub const TO: &str = "Al";
/// Employer, or what is to be settled.
pub const JOB: &str = "Lavoro";
/// Kind.
pub const KIND: &str = "Tipo";
/// Days.
pub const DAYS: &str = "gg";
/// Over or under the limit.
pub const LIMIT: &str = "Limite";
/// Reference of the communication.
pub const CO: &str = "CO";
/// In the place of the dates of what is to be settled.
pub const TO_SETTLE: &str = "sistemare";
/// A job recorded by mistake.
pub const WITHDRAWN: &str = "tolto";
/// Labels.
pub const SENIORITY: &str = "Anzianità";
/// How the status stands.
pub const STANDING: &str = "Conserv.";
/// The DID.
pub const DID: &str = "DID";
/// No DID.
pub const NO_DID: &str = "nessuna";
/// Details of the row.
pub const ROW: &str = "Riga scelta";
/// The sum of the income.
pub const SUM: &str = "Reddito";
/// What the selected row says.
pub const CONTRACT: &str = "Contratto";
/// Corrections and other events of the job.
pub const HISTORY: &str = "Storia";
/// How many wait.
#[must_use]
pub fn waiting(count: usize) -> String {
    match count {
        0 => "nulla da sistemare".to_owned(),
        1 => "1 riga da sistemare".to_owned(),
        count => format!("{count} righe da sistemare"),
    }
}
/// The contract of a job, in words.
#[must_use]
pub fn contract(kind: &str, hours: Option<u32>, expected: Option<String>) -> String {
    let hours = hours.map(|hours| format!(", {hours} ore")).unwrap_or_default();
    let expected = expected.map(|day| format!(", scadenza {day}")).unwrap_or_default();
    format!("{kind}{hours}{expected}")
}
/// Keys of the list.
pub const LEGEND: &str =
    "Invio sistema la riga   F Fine   R Reddito   C Correggi   X Togli   S Sistema giorni";

/// Offers.
pub const NEW: &str = "Nuovo lavoro";
/// What Enter does on a row to settle.
pub const SETTLE: &str = "Sistema";
/// What Enter does on a job.
pub const OPEN: &str = "Apri";
/// The end.
pub const END: &str = "Fine lavoro";
/// The income.
pub const INCOME: &str = "Dichiara reddito";
/// The correction.
pub const CORRECT: &str = "Correggi";
/// Taken back.
pub const WITHDRAW: &str = "Togli";
/// Days of the past.
pub const PERIOD: &str = "Sistema giorni";
/// To DI01.
pub const TO_DID: &str = "DID";
/// The loss.
pub const LOSS: &str = "Perdita dello stato";
/// Recorded.
pub const RECORDED: &str = "Registrato";
/// With what followed for the DID.
#[must_use]
pub fn recorded(followed: &str) -> String {
    if followed.is_empty() { format!("{RECORDED}.") } else { format!("{RECORDED}. {followed}") }
}
/// Nothing under the pointer.
pub const NO_ROW: &str = "Scegliere prima un lavoro.";
/// Nothing can be settled without a DID.
pub const WITHOUT_DID: &str = "La persona non ha una DID.";
/// The job is withdrawn.
pub const GONE: &str = "Il lavoro è stato tolto: non si cambia più.";
/// Its day is to come.
pub const WAIT: &str = "Nulla da fare fino a quel giorno.";

/// Fields.
pub mod fields {
    /// Employer.
    pub const EMPLOYER: &str = "Datore";
    /// Its code.
    pub const EMPLOYER_CODE: &str = "Cod. fisc.";
    /// Kind.
    pub const KIND: &str = "Tipo";
    /// First day.
    pub const START: &str = "Inizio";
    /// Last day foreseen.
    pub const EXPECTED: &str = "scadenza";
    /// Last day.
    pub const END: &str = "Fine";
    /// Hours a week.
    pub const HOURS: &str = "ore sett.";
    /// Income.
    pub const INCOME: &str = "Reddito anno";
    /// Its year.
    pub const YEAR: &str = "anno";
    /// Communication.
    pub const CO: &str = "CO n.";
    /// When it came.
    pub const CO_DATE: &str = "ricevuta";
    /// Source.
    pub const SOURCE: &str = "Fonte";
    /// Why.
    pub const REASON: &str = "Motivo";
    /// Since.
    pub const SINCE: &str = "Conta dal";
    /// Declared on.
    pub const DATE: &str = "Dichiarato";
    /// Evidence.
    pub const EVIDENCE: &str = "Documento";
    /// First day of the period.
    pub const FROM: &str = "Dal";
    /// Last day of the period.
    pub const TO: &str = "al";
    /// How the days count.
    pub const HOW: &str = "I giorni";
    /// The two ways.
    pub const HOWS: &[(&str, &str)] = &[("suspended", "sono sospesi"), ("counted", "contano come anzianità")];
    /// Day of the loss.
    pub const ON: &str = "Perso dal";
}

/// Help of the fields.
pub mod help {
    /// Employer.
    pub const EMPLOYER: &str = "Il datore di lavoro come nella comunicazione obbligatoria. Per un lavoro autonomo il nome dell'attività.";
    /// Its code.
    pub const EMPLOYER_CODE: &str = "Codice fiscale o partita IVA del datore, se c'è: serve a riconoscere due comunicazioni dello stesso lavoro.";
    /// Kind.
    pub const KIND: &str = "Dipendente (a termine, indeterminato, in somministrazione): oltre il limite sospende la DID. Autonomo e co.co.co. oltre il limite: si propone la perdita. Tirocinio, pubblica utilità, lavoro occasionale: non toccano lo stato.";
    /// First day.
    pub const START: &str = "Il primo giorno di lavoro. È il giorno 1 della sospensione. Se è futuro, ciò che segue per la DID si conferma quel giorno.";
    /// Last day foreseen.
    pub const EXPECTED: &str =
        "L'ultimo giorno scritto nel contratto, se è a termine. Passato quel giorno la riga chiede la fine.";
    /// Last day.
    pub const END: &str = "L'ultimo giorno lavorato: conta come sospeso. Lo stato riprende il giorno dopo. Vuoto se il lavoro dura ancora.";
    /// Hours.
    pub const HOURS: &str = "Ore alla settimana, da 1 a 80. Facoltative.";
    /// Income.
    pub const INCOME: &str = "Il reddito annuo che la persona prevede da questo lavoro: per i dipendenti il lordo meno i contributi, per gli autonomi per cassa. Al limite o sotto lo stato è conservato, oltre è sospeso. Vuoto: resta da dichiarare.";
    /// Year.
    pub const YEAR: &str =
        "L'anno a cui si riferisce il reddito: sceglie il limite. Vuoto: l'anno dell'inizio.";
    /// Communication.
    pub const CO: &str =
        "Il numero della comunicazione obbligatoria. Lo stesso numero due volte è rifiutato.";
    /// When it came.
    pub const CO_DATE: &str = "Il giorno in cui la comunicazione è arrivata al centro.";
    /// Source.
    pub const SOURCE: &str = "Da dove si sa del lavoro: comunicazione, persona, altro archivio.";
    /// Why.
    pub const REASON: &str = "Perché si cambia ciò che era registrato. Resta nella storia della persona.";
    /// Since.
    pub const SINCE: &str = "Il giorno da cui il reddito è questo: da quel giorno lo stato è sospeso o conservato. Il primo giorno del lavoro, se era così dall'inizio.";
    /// Declared on.
    pub const DATE: &str =
        "Il giorno in cui la persona lo dichiara, sotto la sua responsabilità (DPR 445/2000).";
    /// Evidence.
    pub const EVIDENCE: &str = "Numero o data del documento: comunicazione, dichiarazione, atto.";
    /// First day of the period.
    pub const FROM: &str = "Il primo dei giorni da sistemare.";
    /// Last day of the period.
    pub const TO: &str =
        "L'ultimo dei giorni da sistemare. Vuoto: da quel giorno in poi, anche lo stato di oggi.";
    /// How the days count.
    pub const HOW: &str = "Come contano quei giorni. Devono dire lo stesso dei lavori registrati: se no, correggere prima il lavoro.";
    /// Day of the loss.
    pub const ON: &str = "Il giorno da cui lo stato è perso: di norma quello dopo l'ultimo della sospensione; per il lavoro autonomo quello da cui il reddito è oltre il limite.";
}
