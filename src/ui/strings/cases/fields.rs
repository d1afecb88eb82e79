//! Labels of the forms of CO01.

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
