//! The state machines of states.md by name, without their types: for
//! diagrams, for the guide, and for tests that walk all of them.

use std::fmt::Debug;

use serde::Serialize;

use super::machine::{Beside, Step, Who};
use super::signing::{Channel, SigningEvent, SigningState, tables};
use super::{activity, appointment, conditionality, did, miattivo, pad, placement, psp};

/// A machine, its states in the order of the study.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Machine {
    /// Its name, as asked for on the command line: `psp`.
    pub name: &'static str,
    /// Its title, in Italian.
    pub title: &'static str,
    /// The states.
    pub states: Vec<Node>,
    /// The steps: how a record begins, the table, what is noted.
    pub steps: Vec<Arrow>,
}

/// A state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Node {
    /// The word recorded.
    pub word: String,
    /// In Italian.
    pub label: &'static str,
    /// Does no step lead on from it?
    pub last: bool,
}

/// A step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Arrow {
    /// From this state; `None` for what begins a record, and for what may be
    /// noted in any state.
    pub from: Option<String>,
    /// The word of the event.
    pub event: String,
    /// The event, in Italian.
    pub label: &'static str,
    /// To this state; `None` when it stays, whichever it is.
    pub to: Option<String>,
    /// Who takes it.
    pub who: &'static [Who],
    /// Numbers of the rules that guard it.
    pub guards: &'static [&'static str],
    /// What is kept.
    pub evidence: &'static str,
    /// By when.
    pub term: &'static str,
}

impl Machine {
    /// May this event lead from a state (`None`: no record yet) to another?
    #[must_use]
    pub fn allows(&self, from: Option<&str>, event: &str, to: &str) -> bool {
        self.steps.iter().filter(|step| step.event == event).any(|step| match (&step.from, &step.to) {
            // Noted in any state, which stays.
            (None, None) => from == Some(to),
            (step_from, step_to) => step_from.as_deref() == from && step_to.as_deref() == Some(to),
        })
    }

    /// The Italian name of a state.
    #[must_use]
    pub fn label(&self, word: &str) -> &'static str {
        self.states.iter().find(|state| state.word == word).map_or("", |state| state.label)
    }
}

/// How the states and the events of a machine are named.
struct Names<S: 'static, E> {
    states: &'static [S],
    state: fn(S) -> &'static str,
    event: fn(E) -> &'static str,
}

/// Every machine, in the order of the study.
#[must_use]
pub fn all() -> Vec<Machine> {
    use activity::{ActivityEvent, ActivityState};
    use appointment::{AppointmentEvent, AppointmentState};
    use conditionality::{CaseEvent, CaseState};
    use did::{DidEvent, DidState};
    use miattivo::{MiAttivoEvent, MiAttivoState};
    use pad::{PadEvent, PadState};
    use placement::{TargetedEvent, TargetedState};
    use psp::{PspEvent, PspState};
    vec![
        listed(
            ("did", "DID"),
            &Names { states: &DidState::ALL, state: DidState::label, event: DidEvent::label },
            did::states::TABLE,
            did::states::BESIDE,
        ),
        listed(
            ("appointment", "Convocazione e appuntamento"),
            &Names {
                states: &AppointmentState::ALL,
                state: AppointmentState::label,
                event: AppointmentEvent::label,
            },
            appointment::states::TABLE,
            appointment::states::BESIDE,
        ),
        listed(
            ("psp", "Patto di servizio (una versione)"),
            &Names { states: &PspState::ALL, state: PspState::label, event: PspEvent::label },
            psp::states::TABLE,
            psp::states::BESIDE,
        ),
        signing(("signing_in_person", "Firma di persona"), Channel::InPerson),
        signing(("signing_remote_email", "Firma a distanza: e-mail e scansione"), Channel::RemoteEmail),
        signing(("signing_firmalom", "Firma a distanza: FirmaLOM"), Channel::Firmalom),
        listed(
            ("activity", "Attività LEP"),
            &Names { states: &ActivityState::ALL, state: ActivityState::label, event: ActivityEvent::label },
            activity::states::TABLE,
            activity::states::BESIDE,
        ),
        listed(
            ("case", "Caso di condizionalità"),
            &Names { states: &CaseState::ALL, state: CaseState::label, event: CaseEvent::label },
            conditionality::states::TABLE,
            conditionality::states::BESIDE,
        ),
        listed(
            ("miattivo", "Registrazione MiAttivo"),
            &Names { states: &MiAttivoState::ALL, state: MiAttivoState::label, event: MiAttivoEvent::label },
            miattivo::states::TABLE,
            miattivo::states::BESIDE,
        ),
        listed(
            ("pad", "PAD (copia di un atto nazionale)"),
            &Names { states: &PadState::ALL, state: PadState::label, event: PadEvent::label },
            pad::states::TABLE,
            pad::states::BESIDE,
        ),
        listed(
            ("targeted", "Domanda di collocamento mirato"),
            &Names { states: &TargetedState::ALL, state: TargetedState::label, event: TargetedEvent::label },
            placement::states::TABLE,
            placement::states::BESIDE,
        ),
    ]
}

/// The machine of this name.
#[must_use]
pub fn named(name: &str) -> Option<Machine> {
    all().into_iter().find(|machine| machine.name == name)
}

/// The three signatures have their words in common.
fn signing(named: (&'static str, &'static str), channel: Channel) -> Machine {
    let names =
        Names { states: tables::states(channel), state: SigningState::label, event: SigningEvent::label };
    listed(named, &names, tables::table(channel), tables::BESIDE)
}

fn listed<S, E>(
    (name, title): (&'static str, &'static str),
    names: &Names<S, E>,
    table: &[Step<S, E>],
    beside: &[Beside<S>],
) -> Machine
where
    S: Copy + PartialEq + Debug + Serialize,
    E: Copy + Serialize,
{
    let begins = beside.iter().filter(|step| step.from.is_none() && step.to.is_some());
    let noted = beside.iter().filter(|step| step.from.is_some() || step.to.is_none());
    let fact = |step: &Beside<S>| Arrow {
        from: step.from.map(word),
        event: step.on.word.to_owned(),
        label: step.on.label,
        to: step.to.map(word),
        who: step.who,
        guards: step.guards,
        evidence: step.evidence,
        term: step.term,
    };
    let of_table = table.iter().map(|step| Arrow {
        from: Some(word(step.from)),
        event: word(step.on),
        label: (names.event)(step.on),
        to: Some(word(step.to)),
        who: step.who,
        guards: step.guards,
        evidence: step.evidence,
        term: step.term,
    });
    let steps = begins.map(fact).chain(of_table).chain(noted.map(fact)).collect();
    let leads_on = |state: S| table.iter().any(|step| step.from == state && step.to != state);
    let states = names.states.iter().map(|state| Node {
        word: word(*state),
        label: (names.state)(*state),
        last: !leads_on(*state),
    });
    Machine { name, title, states: states.collect(), steps }
}

/// The word recorded for a state or an event.
fn word(value: impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|json| json.as_str().map(ToOwned::to_owned)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rulebook;
    use std::collections::BTreeSet;

    #[test]
    fn the_listing_is_the_tables() {
        let sizes: Vec<(&str, usize)> =
            all().iter().map(|machine| (machine.name, machine.steps.len())).collect();
        let table = |table: usize, beside: usize| table + beside;
        assert_eq!(
            sizes,
            [
                ("did", table(did::states::TABLE.len(), did::states::BESIDE.len())),
                ("appointment", table(appointment::states::TABLE.len(), appointment::states::BESIDE.len())),
                ("psp", table(psp::states::TABLE.len(), psp::states::BESIDE.len())),
                ("signing_in_person", table(tables::IN_PERSON.len(), 1)),
                ("signing_remote_email", table(tables::REMOTE_EMAIL.len(), 1)),
                ("signing_firmalom", table(tables::FIRMALOM.len(), 1)),
                ("activity", table(activity::states::TABLE.len(), activity::states::BESIDE.len())),
                ("case", table(conditionality::states::TABLE.len(), conditionality::states::BESIDE.len())),
                ("miattivo", table(miattivo::states::TABLE.len(), miattivo::states::BESIDE.len())),
                ("pad", table(pad::states::TABLE.len(), pad::states::BESIDE.len())),
                ("targeted", table(placement::states::TABLE.len(), placement::states::BESIDE.len())),
            ]
        );
    }

    #[test]
    fn every_state_is_named_reached_and_every_step_leads_somewhere() {
        for machine in all() {
            let known: BTreeSet<&str> = machine.states.iter().map(|state| state.word.as_str()).collect();
            assert_eq!(known.len(), machine.states.len(), "{}: a state twice", machine.name);
            for step in &machine.steps {
                for end in [&step.from, &step.to].into_iter().flatten() {
                    assert!(known.contains(end.as_str()), "{} {end}", machine.name);
                }
                assert!(!step.label.is_empty() && !step.event.is_empty() && !step.who.is_empty());
                for guard in step.guards {
                    assert!(!rulebook::of(guard).is_empty(), "{}: {guard} is no rule", machine.name);
                }
            }
            for state in &machine.states {
                let reached = machine.steps.iter().any(|step| step.to.as_deref() == Some(&state.word));
                assert!(reached && !state.label.is_empty(), "{} {}", machine.name, state.word);
            }
            assert!(machine.states.iter().any(|state| state.last), "{} never ends", machine.name);
        }
    }

    #[test]
    fn no_step_is_listed_twice() {
        for machine in all() {
            let mut seen = BTreeSet::new();
            for step in machine.steps.iter().filter(|step| step.from.is_some()) {
                assert!(seen.insert((&step.from, &step.event, &step.to)), "{} {step:?}", machine.name);
            }
        }
    }

    #[test]
    fn what_a_history_may_say() {
        let did = named("did").unwrap();
        assert!(did.allows(None, "declared", "inserted"));
        assert!(did.allows(Some("suspended"), "resumed", "validated"));
        assert!(did.allows(Some("lost"), "national_id", "lost"));
        assert!(!did.allows(Some("lost"), "national_id", "inserted"));
        assert!(!did.allows(None, "national_id", "inserted"));
        assert!(!did.allows(Some("annulled"), "resumed", "inserted"));
    }
}
