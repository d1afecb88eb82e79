//! States and events of a PSP version (states.md § 3).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::machine::{Beside, Step, Who, begins, noted_in, step};

/// State of a version.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PspState {
    /// Being written.
    #[default]
    Draft,
    /// Nothing blocking is missing.
    Complete,
    /// Document generated and registered; no signing channel yet.
    Issued,
    /// The person has not signed.
    AwaitingPerson,
    /// The person has signed, the operator has not.
    AwaitingOperator,
    /// Signed by both.
    Active,
    /// The DID is suspended.
    Paused,
    /// A later version is active.
    Superseded,
    /// The person declined.
    Refused,
    /// Not signed in time.
    ExpiredUnsigned,
    /// Error found before any signature: kept, number not used again.
    Annulled,
    /// Ended.
    Closed,
}

impl PspState {
    /// All states, in the order of the table.
    pub const ALL: [Self; 12] = [
        Self::Draft,
        Self::Complete,
        Self::Issued,
        Self::AwaitingPerson,
        Self::AwaitingOperator,
        Self::Active,
        Self::Paused,
        Self::Superseded,
        Self::Refused,
        Self::ExpiredUnsigned,
        Self::Annulled,
        Self::Closed,
    ];

    /// May its text still change? (R-PSP-14)
    #[must_use]
    pub fn is_editable(self) -> bool {
        matches!(self, Self::Draft | Self::Complete)
    }

    /// Issued and not yet signed by both.
    #[must_use]
    pub fn awaits_signature(self) -> bool {
        matches!(self, Self::Issued | Self::AwaitingPerson | Self::AwaitingOperator)
    }

    /// In force, running or paused.
    #[must_use]
    pub fn in_force(self) -> bool {
        matches!(self, Self::Active | Self::Paused)
    }

    /// As shown on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Draft => "bozza",
            Self::Complete => "completo",
            Self::Issued => "emesso",
            Self::AwaitingPerson => "attende la persona",
            Self::AwaitingOperator => "attende l'operatore",
            Self::Active => "attivo",
            Self::Paused => "in pausa",
            Self::Superseded => "superato",
            Self::Refused => "rifiutato",
            Self::ExpiredUnsigned => "scaduto senza firma",
            Self::Annulled => "annullato",
            Self::Closed => "chiuso",
        }
    }
}

/// What can happen to a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PspEvent {
    /// Every blocking point is filled.
    Completed,
    /// Data changed.
    Edited,
    /// Document generated and registered.
    Issued,
    /// Signing channel chosen: at the counter, in this release.
    ChannelChosen,
    /// The person signed.
    PersonSigned,
    /// The operator signed (after the person; at the counter also before).
    OperatorSigned,
    /// Both signatures are there (the person's came second, at the counter).
    BothSigned,
    /// Error found before any signature.
    Annulled,
    /// The person declined.
    Refused,
    /// Not signed in time.
    Expired,
    /// A later version became active.
    Superseded,
    /// The DID was suspended.
    Paused,
    /// The DID resumed.
    Resumed,
    /// DID ended, transfer, programme ended.
    Closed,
}

impl PspEvent {
    /// All events, in the order of a life.
    pub const ALL: [Self; 14] = [
        Self::Completed,
        Self::Edited,
        Self::Issued,
        Self::ChannelChosen,
        Self::PersonSigned,
        Self::OperatorSigned,
        Self::BothSigned,
        Self::Annulled,
        Self::Refused,
        Self::Expired,
        Self::Superseded,
        Self::Paused,
        Self::Resumed,
        Self::Closed,
    ];

    /// As shown in diagrams.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Completed => "completato",
            Self::Edited => "dati cambiati",
            Self::Issued => "documento emesso",
            Self::ChannelChosen => "canale di firma scelto",
            Self::PersonSigned => "firma della persona",
            Self::OperatorSigned => "firma dell'operatore",
            Self::BothSigned => "firma della persona, dopo l'operatore",
            Self::Annulled => "errore prima delle firme",
            Self::Refused => "la persona rifiuta",
            Self::Expired => "non firmato in tempo",
            Self::Superseded => "versione nuova attiva",
            Self::Paused => "DID sospesa",
            Self::Resumed => "DID ripresa",
            Self::Closed => "fine della DID, trasferimento, programma finito",
        }
    }
}

use PspEvent as E;
use PspState as S;

/// The table. A refused or unsigned version stays as it is: its number was
/// given out (R-DOC-1); a new attempt is the next version (`psp.retry`), as is
/// what follows an annulled one.
pub const TABLE: &[Step<PspState, PspEvent>] = &[
    step(S::Draft, E::Completed, S::Complete)
        .guarded(&["R-PSP-2", "R-PSP-3", "R-PSP-12", "R-PSP-13", "R-PRV-2"])
        .keeping("elenco dei controlli"),
    step(S::Draft, E::Edited, S::Draft),
    step(S::Complete, E::Edited, S::Draft),
    step(S::Complete, E::Issued, S::Issued)
        .guarded(&["R-PSP-1", "R-PSP-11", "R-PAT-11"])
        .keeping("documento: numero, impronta, livello di archivio"),
    step(S::Issued, E::ChannelChosen, S::AwaitingPerson)
        .by(&[Who::Operator, Who::Person])
        .keeping("canale di firma; a distanza l'accordo"),
    annulled(S::Issued),
    annulled(S::AwaitingPerson),
    step(S::AwaitingPerson, E::PersonSigned, S::AwaitingOperator)
        .by(&[Who::Person])
        .guarded(&["R-PSP-10", "R-PSP-1"])
        .keeping("firma, secondo il canale"),
    // At the counter only (states.md § 4): the person's makes it active then.
    step(S::AwaitingPerson, E::OperatorSigned, S::AwaitingPerson)
        .guarded(&["R-PSP-10", "R-STA-16"])
        .keeping("firma"),
    step(S::AwaitingPerson, E::BothSigned, S::Active)
        .by(&[Who::Person])
        .guarded(&["R-PSP-10", "R-PSP-1"])
        .keeping("firma"),
    step(S::AwaitingPerson, E::Refused, S::Refused)
        .by(&[Who::Person, Who::Operator])
        .guarded(&["R-PAT-4"])
        .keeping("dichiarazione della persona, data"),
    step(S::AwaitingPerson, E::Expired, S::ExpiredUnsigned)
        .by(&[Who::Timer, Who::Operator])
        .within("termine dell'ufficio (parametro)"),
    step(S::AwaitingOperator, E::OperatorSigned, S::Active)
        .guarded(&["R-PSP-10", "R-PSP-1"])
        .keeping("firma; a distanza file firmato, impronta, caricamento; copia alla persona")
        .within("lo stesso giorno"),
    // A DID that ends between the two signatures leaves nothing to sign (R-PSP-1).
    step(S::AwaitingOperator, E::Expired, S::ExpiredUnsigned).by(&[Who::Timer, Who::Operator]),
    superseded(S::Active),
    superseded(S::Paused),
    step(S::Active, E::Paused, S::Paused).by(&[Who::Timer]).guarded(&["R-PSP-1"]).keeping("evento della DID"),
    step(S::Paused, E::Resumed, S::Active).by(&[Who::Timer]).keeping("evento della DID"),
    closed(S::Active),
    closed(S::Paused),
];

const fn annulled(from: PspState) -> Step<PspState, PspEvent> {
    step(from, E::Annulled, S::Annulled).guarded(&["R-PSP-14", "R-PAT-4"]).keeping("errore trovato")
}

const fn superseded(from: PspState) -> Step<PspState, PspEvent> {
    step(from, E::Superseded, S::Superseded).by(&[Who::Timer]).keeping("versione nuova")
}

const fn closed(from: PspState) -> Step<PspState, PspEvent> {
    step(from, E::Closed, S::Closed)
        .by(&[Who::Timer, Who::Operator])
        .guarded(&["R-PAT-4"])
        .keeping("motivo, o la fine della DID (R-LOS-4)")
}

/// How a version begins, and what is noted of it without another state.
pub const BESIDE: &[Beside<PspState>] = &[
    begins("drafted", "patto aperto", S::Draft)
        .guarded(&["R-PSP-1", "R-PSP-11", "R-PSP-15"])
        .keeping("DID, assessment")
        .within("30 o 15 giorni (R-PSP-4, R-PSP-5); convocazione 60 o 90 (R-PSP-7)"),
    begins("integrated", "integrazione di un patto attivo", S::Draft)
        .guarded(&["R-PSP-14", "R-PSP-15"])
        .keeping("motivo: misura nuova, LEP E concluso, AdI/SFL, programma"),
    begins("retried", "nuovo tentativo dopo un rifiuto o una scadenza", S::Draft)
        .guarded(&["R-PSP-1", "R-PSP-15", "R-PAT-1"])
        .keeping("versione rifiutata o scaduta"),
    noted_in("copy_handed", "copia consegnata alla persona", S::Active)
        .guarded(&["R-PSP-10"])
        .keeping("data")
        .within("lo stesso giorno"),
    noted_in("copy_handed", "copia consegnata alla persona", S::Paused)
        .guarded(&["R-PSP-10"])
        .keeping("data"),
    noted_in("copy_handed", "copia consegnata alla persona", S::Superseded)
        .guarded(&["R-PSP-10"])
        .keeping("data"),
    noted_in("copy_handed", "copia consegnata alla persona", S::Closed)
        .guarded(&["R-PSP-10"])
        .keeping("data"),
];
