//! States and events of the copy of a PAD (states.md § 11).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::machine::{Beside, Step, Who, begins, step};

/// State of a PAD.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PadState {
    /// Applied for or granted; not signed yet.
    #[default]
    Expected,
    /// Signed on SIISL.
    Signed,
    /// E-mail and mobile validated.
    ContactsValidated,
    /// Convened for the PSP.
    Convened,
    /// Brought into the PSP.
    PspLinked,
    /// The term to sign passed.
    Overdue,
    /// The benefit ended.
    Archived,
}

impl PadState {
    /// All states, in the order of the table.
    pub const ALL: [Self; 7] = [
        Self::Expected,
        Self::Signed,
        Self::ContactsValidated,
        Self::Convened,
        Self::PspLinked,
        Self::Overdue,
        Self::Archived,
    ];

    /// As shown on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Expected => "atteso",
            Self::Signed => "firmato",
            Self::ContactsValidated => "recapiti convalidati",
            Self::Convened => "persona convocata",
            Self::PspLinked => "nel patto",
            Self::Overdue => "scaduto il termine",
            Self::Archived => "archiviato",
        }
    }
}

/// What can happen to a PAD.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PadEvent {
    /// Signature data received.
    Signed,
    /// Another copy, with other agencies or contacts.
    CopiedAgain,
    /// E-mail and mobile validated.
    ContactsValidated,
    /// INPS referred the person to the CPI (R-ADI-2).
    Referred,
    /// First meeting with the social services held (R-ADI-1).
    SocialServices,
    /// The person showed the contact with an agency (R-SFL-2).
    Documented,
    /// Convocation for the PSP sent, or appointment agreed.
    Convened,
    /// The PSP is active, or the active one integrated.
    PspLinked,
    /// Presented or confirmed, every 90 days (R-ADI-3, R-SFL-3).
    Confirmed,
    /// The term to sign passed.
    Overdue,
    /// The benefit ended.
    BenefitEnded,
}

impl PadEvent {
    /// All events, in the order of the table.
    pub const ALL: [Self; 11] = [
        Self::Signed,
        Self::CopiedAgain,
        Self::ContactsValidated,
        Self::Referred,
        Self::SocialServices,
        Self::Documented,
        Self::Convened,
        Self::PspLinked,
        Self::Confirmed,
        Self::Overdue,
        Self::BenefitEnded,
    ];

    /// The word recorded with a state change, the same as in the command.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Signed => "signed",
            Self::CopiedAgain => "copied_again",
            Self::ContactsValidated => "contacts_validated",
            Self::Referred => "referred",
            Self::SocialServices => "social_services",
            Self::Documented => "documented",
            Self::Convened => "convened",
            Self::PspLinked => "psp_linked",
            Self::Confirmed => "confirmed",
            Self::Overdue => "overdue",
            Self::BenefitEnded => "benefit_ended",
        }
    }

    /// As shown on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Signed => "firmato su SIISL",
            Self::CopiedAgain => "nuova copia",
            Self::ContactsValidated => "recapiti convalidati",
            Self::Referred => "invio al CPI",
            Self::SocialServices => "incontro con i servizi sociali",
            Self::Documented => "contatto con un'agenzia dimostrato",
            Self::Convened => "convocazione per il patto",
            Self::PspLinked => "portato nel patto",
            Self::Confirmed => "conferma periodica",
            Self::Overdue => "termine passato",
            Self::BenefitEnded => "beneficio finito",
        }
    }
}

use PadEvent as E;
use PadState as S;

const COPY: &str = "data, almeno tre agenzie, recapiti, consenso; fonte e data della copia";
const PSP: &str = "versione del PSP";
const OTHER: &[Who] = &[Who::Other];

/// The table. What is noted without changing the state (referral, documents,
/// confirmation, another copy) has its step too, so that it leaves its fact.
/// A person who comes without being convened brings the PAD into the PSP all
/// the same. Another copy puts validated contacts back: they may be others.
pub const TABLE: &[Step<PadState, PadEvent>] = &[
    step(S::Expected, E::Signed, S::Signed)
        .by(&[Who::Other, Who::Person])
        .guarded(&["R-PAD-1", "R-PAD-4"])
        .keeping(COPY)
        .within("NASpI e DIS-COLL: 15 giorni dall'inizio"),
    step(S::Expected, E::Overdue, S::Overdue).by(&[Who::Timer]).guarded(&["R-NAS-2"]),
    step(S::Overdue, E::Signed, S::Signed)
        .by(&[Who::Person, Who::Other])
        .guarded(&["R-PAD-1", "R-PAD-4"])
        .keeping(COPY),
    step(S::Overdue, E::Convened, S::Convened).keeping("convocazione spedita o concordata"),
    step(S::Signed, E::ContactsValidated, S::ContactsValidated)
        .by(OTHER)
        .guarded(&["R-PAD-3", "R-CNV-9"])
        .keeping("data della convalida"),
    step(S::Convened, E::ContactsValidated, S::Convened).by(OTHER).guarded(&["R-PAD-3"]),
    step(S::PspLinked, E::ContactsValidated, S::PspLinked).by(OTHER).guarded(&["R-PAD-3"]),
    step(S::Signed, E::CopiedAgain, S::Signed).guarded(&["R-PAD-1", "R-PAD-4"]).keeping(COPY),
    step(S::ContactsValidated, E::CopiedAgain, S::Signed).guarded(&["R-PAD-1", "R-PAD-4"]).keeping(COPY),
    step(S::Convened, E::CopiedAgain, S::Convened).guarded(&["R-PAD-1", "R-PAD-4"]).keeping(COPY),
    step(S::PspLinked, E::CopiedAgain, S::PspLinked).guarded(&["R-PAD-1", "R-PAD-4"]).keeping(COPY),
    step(S::Signed, E::Referred, S::Signed).by(OTHER).guarded(&["R-ADI-2"]).keeping("data dell'invio"),
    step(S::ContactsValidated, E::Referred, S::ContactsValidated).by(OTHER).guarded(&["R-ADI-2"]),
    step(S::Convened, E::Referred, S::Convened).by(OTHER).guarded(&["R-ADI-2"]),
    step(S::Signed, E::SocialServices, S::Signed).by(OTHER).guarded(&["R-ADI-1"]),
    step(S::ContactsValidated, E::SocialServices, S::ContactsValidated).by(OTHER).guarded(&["R-ADI-1"]),
    step(S::Convened, E::SocialServices, S::Convened).by(OTHER).guarded(&["R-ADI-1"]),
    step(S::PspLinked, E::SocialServices, S::PspLinked).by(OTHER).guarded(&["R-ADI-1"]),
    step(S::Signed, E::Documented, S::Signed).guarded(&["R-SFL-2"]).keeping("documento del contatto"),
    step(S::ContactsValidated, E::Documented, S::ContactsValidated).guarded(&["R-SFL-2"]),
    step(S::Convened, E::Documented, S::Convened).guarded(&["R-SFL-2"]),
    step(S::PspLinked, E::Documented, S::PspLinked).guarded(&["R-SFL-2"]),
    step(S::Signed, E::Convened, S::Convened)
        .guarded(&["R-PAD-2"])
        .keeping("convocazione spedita o concordata")
        .within("AdI: 60 giorni dall'invio al CPI"),
    step(S::ContactsValidated, E::Convened, S::Convened)
        .guarded(&["R-PAD-2"])
        .keeping("convocazione spedita o concordata")
        .within("AdI: 60 giorni dall'invio al CPI"),
    step(S::Signed, E::PspLinked, S::PspLinked).guarded(&["R-PSP-15"]).keeping(PSP),
    step(S::ContactsValidated, E::PspLinked, S::PspLinked).guarded(&["R-PSP-15"]).keeping(PSP),
    step(S::Convened, E::PspLinked, S::PspLinked)
        .guarded(&["R-PSP-15"])
        .keeping(PSP)
        .within("AdI e SFL: poi ogni 90 giorni"),
    step(S::PspLinked, E::PspLinked, S::PspLinked).guarded(&["R-PSP-15"]).keeping(PSP),
    step(S::PspLinked, E::Confirmed, S::PspLinked)
        .by(&[Who::Person, Who::Operator])
        .guarded(&["R-ADI-3", "R-SFL-3"])
        .within("90 giorni"),
    step(S::Expected, E::BenefitEnded, S::Archived).by(OTHER).keeping("data della fine"),
    step(S::Signed, E::BenefitEnded, S::Archived).by(OTHER).keeping("data della fine"),
    step(S::ContactsValidated, E::BenefitEnded, S::Archived).by(OTHER).keeping("data della fine"),
    step(S::Convened, E::BenefitEnded, S::Archived).by(OTHER).keeping("data della fine"),
    step(S::PspLinked, E::BenefitEnded, S::Archived).by(OTHER).keeping("data della fine"),
    step(S::Overdue, E::BenefitEnded, S::Archived).by(OTHER).keeping("data della fine"),
];

/// How the copy of a PAD begins.
pub const BESIDE: &[Beside<PadState>] = &[begins("expected", "domanda, o beneficio concesso", S::Expected)
    .by(OTHER)
    .keeping("beneficio, data")
    .within("NASpI e DIS-COLL: 15 giorni dall'inizio")];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::machine;

    #[test]
    fn what_the_table_does_not_list_is_refused() {
        let allowed = |state: S| -> &[E] {
            match state {
                S::Expected => &[E::Signed, E::Overdue, E::BenefitEnded],
                S::Overdue => &[E::Signed, E::Convened, E::BenefitEnded],
                S::Signed | S::ContactsValidated | S::Convened => &[
                    E::ContactsValidated,
                    E::CopiedAgain,
                    E::Referred,
                    E::SocialServices,
                    E::Documented,
                    E::Convened,
                    E::PspLinked,
                    E::BenefitEnded,
                ],
                S::PspLinked => &[
                    E::ContactsValidated,
                    E::CopiedAgain,
                    E::SocialServices,
                    E::Documented,
                    E::PspLinked,
                    E::Confirmed,
                    E::BenefitEnded,
                ],
                S::Archived => &[],
            }
        };
        for state in S::ALL {
            for event in E::ALL {
                let mut listed = allowed(state).contains(&event);
                if (state, event) == (S::ContactsValidated, E::ContactsValidated)
                    || (state, event) == (S::Convened, E::Convened)
                {
                    listed = false;
                }
                let reached = machine::next(TABLE, state, event);
                assert_eq!(reached.is_some(), listed, "{state:?} {event:?}");
            }
        }
    }

    #[test]
    fn words_are_those_of_the_commands() {
        for event in E::ALL {
            assert_eq!(serde_json::to_value(event).unwrap(), event.word());
        }
    }
}
