//! The tables of the three channels (states.md § 4, 5, 6).
//!
//! More than the study has: a channel may be left for another until the
//! person has signed (a line falls, the person comes to the counter), and a
//! version that is refused, annulled or expires ends its signing.

use super::{Channel, SigningEvent, SigningState};
use crate::domain::machine::{self, Beside, Step, Who, begins, step};

use SigningEvent as E;
use SigningState as S;

type Row = Step<SigningState, SigningEvent>;

/// The table of a channel.
#[must_use]
pub fn table(channel: Channel) -> &'static [Row] {
    match channel {
        Channel::InPerson => IN_PERSON,
        Channel::RemoteEmail => REMOTE_EMAIL,
        Channel::Firmalom => FIRMALOM,
    }
}

/// The state after an event on a channel.
#[must_use]
pub fn next(channel: Channel, state: SigningState, event: SigningEvent) -> Option<SigningState> {
    machine::next(table(channel), state, event)
}

/// The states a channel knows, in the order of its table.
#[must_use]
pub fn states(channel: Channel) -> &'static [SigningState] {
    match channel {
        Channel::InPerson => &[
            S::Ready,
            S::Identified,
            S::Explained,
            S::PersonSigned,
            S::OperatorSigned,
            S::BothSigned,
            S::Done,
            S::Left,
            S::Stopped,
        ],
        Channel::RemoteEmail => &[
            S::Ready,
            S::Agreed,
            S::InInterview,
            S::Generated,
            S::SentToPerson,
            S::Stalled,
            S::Returned,
            S::Checked,
            S::OperatorSigned,
            S::Done,
            S::Left,
            S::Stopped,
        ],
        Channel::Firmalom => &[
            S::Ready,
            S::Agreed,
            S::Generated,
            S::Released,
            S::Notified,
            S::Stalled,
            S::ValidatedByPerson,
            S::Done,
            S::Left,
            S::Stopped,
        ],
    }
}

/// At the counter. No source says who signs first: both orders are taken. A
/// postponed version stays as it was issued; `psp.annul` opens the next draft
/// where the text shall change (R-DOC-1).
pub const IN_PERSON: &[Row] = &[
    step(S::Ready, E::Identified, S::Identified)
        .guarded(&["R-STA-13"])
        .keeping("tipo, numero e scadenza del documento"),
    step(S::Identified, E::Explained, S::Explained)
        .guarded(&["R-STA-13"])
        .keeping("versione e data dell'informativa"),
    at_counter(S::Explained, E::PersonSigned, S::PersonSigned).by(&[Who::Person]),
    at_counter(S::Explained, E::OperatorSigned, S::OperatorSigned),
    at_counter(S::PersonSigned, E::OperatorSigned, S::BothSigned),
    at_counter(S::OperatorSigned, E::PersonSigned, S::BothSigned).by(&[Who::Person]),
    step(S::BothSigned, E::Stored, S::Done)
        .guarded(&["R-PSP-10"])
        .keeping("scansione PDF/A, registro delle copie")
        .within("lo stesso giorno"),
    step(S::Explained, E::Postponed, S::Stopped).by(&[Who::Person]).guarded(&["R-STA-13"]).keeping("nota"),
    declined(S::Explained),
    declined(S::OperatorSigned),
    left(S::Ready),
    left(S::Identified),
    left(S::Explained),
    ended(S::Ready),
    ended(S::Identified),
    ended(S::Explained),
    ended(S::PersonSigned),
    ended(S::OperatorSigned),
];

const fn at_counter(from: SigningState, on: SigningEvent, to: SigningState) -> Row {
    step(from, on, to).guarded(&["R-PSP-10", "R-DOC-5"]).keeping("firma").within("nello stesso incontro")
}

/// Mode (a), by e-mail: the order is that of R-REM-7 and no other.
pub const REMOTE_EMAIL: &[Row] = &[
    step(S::Ready, E::Agreed, S::Agreed)
        .by(&[Who::Person, Who::Operator])
        .guarded(&["R-REM-2", "R-REM-3", "R-REM-4", "R-REM-5"])
        .keeping("controlli con data: dispositivo, collegamento, e-mail, piattaforma")
        .within("prima del colloquio"),
    step(S::Agreed, E::InterviewOpened, S::InInterview)
        .guarded(&["R-REM-6", "R-REM-12"])
        .keeping("piattaforma, ora d'inizio, operatore, documento visto"),
    generated(S::InInterview),
    step(S::Generated, E::Sent, S::SentToPerson)
        .guarded(&["R-REM-7", "R-REM-11"])
        .keeping("indirizzo, ora, impronta"),
    step(S::SentToPerson, E::Returned, S::Returned)
        .by(&[Who::Person])
        .guarded(&["R-REM-7", "R-REM-9", "R-REM-11"])
        .keeping("file, impronta, mittente, ora")
        .within("in tempo reale"),
    step(S::SentToPerson, E::Unusable, S::SentToPerson)
        .guarded(&["R-STA-13"])
        .keeping("motivo, richiesta inviata"),
    step(S::SentToPerson, E::Silent, S::Stalled)
        .by(&[Who::Timer, Who::Operator])
        .keeping("nota")
        .within("fine del colloquio (parametro)"),
    step(S::Stalled, E::Returned, S::Returned)
        .guarded(&["R-REM-9", "R-REM-11", "R-STA-13"])
        .keeping("motivo; file, impronta, mittente, ora"),
    step(S::Stalled, E::Reopened, S::Agreed).guarded(&["R-STA-13"]).keeping("motivo"),
    given_up(S::Stalled),
    step(S::Returned, E::Checked, S::Checked).guarded(&["R-REM-7", "R-PSP-1"]).keeping("esito del controllo"),
    step(S::Returned, E::Differs, S::SentToPerson).guarded(&["R-STA-13"]).keeping("differenza trovata"),
    step(S::Checked, E::OperatorSigned, S::OperatorSigned)
        .guarded(&["R-REM-7", "R-STA-13"])
        .keeping("file firmato, certificato, ora"),
    step(S::OperatorSigned, E::Uploaded, S::Done)
        .guarded(&["R-PSP-10", "R-PSP-1", "R-STA-13"])
        .keeping("ora del caricamento, ricevuta SIUL")
        .within("lo stesso giorno"),
    step(S::OperatorSigned, E::UploadFailed, S::OperatorSigned)
        .by(&[Who::Timer, Who::Operator])
        .guarded(&["R-STA-13"])
        .keeping("errore"),
    left(S::Ready).keeping("controllo non superato"),
    left(S::Agreed),
    left(S::InInterview),
    left(S::Generated),
    left(S::SentToPerson),
    left(S::Stalled),
    ended(S::Ready),
    ended(S::Agreed),
    ended(S::InInterview),
    ended(S::Generated),
    ended(S::SentToPerson),
    ended(S::Stalled),
    ended(S::Returned),
    ended(S::Checked),
    ended(S::OperatorSigned),
];

/// Mode (b), on FirmaLOM.
pub const FIRMALOM: &[Row] = &[
    step(S::Ready, E::Agreed, S::Agreed)
        .by(&[Who::Person, Who::Operator])
        .guarded(&["R-REM-2", "R-REM-8"])
        .keeping("controlli con data; SPID, telefono con l'app")
        .within("prima"),
    generated(S::Agreed),
    step(S::Generated, E::Released, S::Released).guarded(&["R-REM-6", "R-REM-8"]).keeping("ora del rilascio"),
    step(S::Released, E::Notified, S::Notified)
        .by(&[Who::Other])
        .keeping("ora dell'avviso, se SIUL la mostra"),
    validated(S::Released),
    validated(S::Notified),
    declined(S::Released),
    declined(S::Notified),
    change(S::Released),
    change(S::Notified),
    silent(S::Released),
    silent(S::Notified),
    step(S::Stalled, E::Reminded, S::Notified).guarded(&["R-STA-13"]).keeping("nota"),
    given_up(S::Stalled),
    step(S::ValidatedByPerson, E::Completed, S::Done)
        .guarded(&["R-REM-8", "R-PSP-10", "R-PSP-1", "R-STA-13"])
        .keeping("file completato, ora")
        .within("lo stesso giorno"),
    left(S::Ready).keeping("manca SPID, app o telefono"),
    left(S::Agreed),
    left(S::Generated),
    left(S::Stalled),
    ended(S::Ready),
    ended(S::Agreed),
    ended(S::Generated),
    ended(S::Released),
    ended(S::Notified),
    ended(S::Stalled),
    ended(S::ValidatedByPerson),
];

const fn generated(from: SigningState) -> Row {
    step(from, E::Generated, S::Generated)
        .guarded(&["R-STA-13", "R-STA-15"])
        .keeping("riferimento SIUL, impronta")
}

const fn validated(from: SigningState) -> Row {
    step(from, E::Validated, S::ValidatedByPerson)
        .by(&[Who::Person])
        .guarded(&["R-REM-8", "R-PSP-1", "R-STA-13"])
        .keeping("ora e riferimento della validazione")
        .within("termine dell'ufficio (parametro)")
}

const fn change(from: SigningState) -> Row {
    step(from, E::ChangeAsked, S::Generated).by(&[Who::Person]).guarded(&["R-STA-13"]).keeping("nota")
}

const fn silent(from: SigningState) -> Row {
    step(from, E::Silent, S::Stalled)
        .by(&[Who::Timer, Who::Operator])
        .within("termine dell'ufficio (parametro)")
}

/// The version becomes refused.
const fn declined(from: SigningState) -> Row {
    step(from, E::Declined, S::Stopped)
        .by(&[Who::Person])
        .guarded(&["R-STA-13"])
        .keeping("nota; il patto è rifiutato")
}

/// The version becomes `expired_unsigned`.
const fn given_up(from: SigningState) -> Row {
    step(from, E::GivenUp, S::Stopped).guarded(&["R-STA-13"]).keeping("nota; il patto scade senza firma")
}

const fn left(from: SigningState) -> Row {
    step(from, E::Left, S::Left).guarded(&["R-STA-13"]).keeping("motivo")
}

const fn ended(from: SigningState) -> Row {
    step(from, E::PactEnded, S::Stopped).by(&[Who::Timer]).keeping("che cosa è stato del patto")
}

/// How a signing begins.
pub const BESIDE: &[Beside<SigningState>] = &[begins("started", "canale di firma scelto", S::Ready)
    .by(&[Who::Operator, Who::Person])
    .guarded(&["R-PSP-1", "R-STA-11", "R-STA-14"])
    .keeping("versione, canale, parte che firma (R-PSP-9)")];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_email_the_operator_never_signs_before_the_person() {
        let signs = |s: &&Row| s.on == E::OperatorSigned;
        let from: Vec<S> = REMOTE_EMAIL.iter().filter(signs).map(|s| s.from).collect();
        assert_eq!(from, [S::Checked]);
        let to_checked: Vec<S> = REMOTE_EMAIL.iter().filter(|s| s.to == S::Checked).map(|s| s.from).collect();
        assert_eq!(to_checked, [S::Returned], "and checked is only what came back");
    }

    #[test]
    fn at_the_counter_both_orders_are_taken() {
        let walk = |events: &[E]| {
            events.iter().try_fold(S::Explained, |state, event| next(Channel::InPerson, state, *event))
        };
        assert_eq!(walk(&[E::PersonSigned, E::OperatorSigned, E::Stored]), Some(S::Done));
        assert_eq!(walk(&[E::OperatorSigned, E::PersonSigned, E::Stored]), Some(S::Done));
        assert_eq!(walk(&[E::PersonSigned, E::PersonSigned]), None);
    }

    #[test]
    fn an_open_state_leads_on_and_an_ended_one_nowhere() {
        for channel in Channel::ALL {
            for state in states(channel) {
                let leads = table(channel).iter().any(|step| step.from == *state);
                assert_eq!(leads, state.is_open(), "{channel:?} {state:?}");
            }
            for step in table(channel) {
                assert!(states(channel).contains(&step.from) && states(channel).contains(&step.to));
            }
        }
    }
}
