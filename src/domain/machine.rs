//! State machines in one shape: a table of (state, event, guards, evidence,
//! next). What is not in the table is refused (states.md).

use serde::Serialize;

use super::finding::{Finding, Level, Rule, rule};
use super::office::Role;

/// Somebody takes a step that is not theirs.
pub const SUPERVISOR: Rule = rule(
    "R-STA-17",
    Level::Block,
    "stati: chi li fa avanzare",
    "«{}» spetta al responsabile: chi ha fatto l'accesso non lo è.",
);

/// Who takes a step (states.md, "Actors").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// The person.
    Person,
    /// An operator of the CPI or of an accredited body.
    Operator,
    /// A supervisor of the office.
    Supervisor,
    /// Time, or what follows by itself from another record.
    Timer,
    /// Another body: INPS, national system, commission.
    Other,
}

impl Who {
    /// As written in diagrams.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Person => "persona",
            Self::Operator => "operatore",
            Self::Supervisor => "responsabile",
            Self::Timer => "da sé",
            Self::Other => "altro ente",
        }
    }
}

/// One allowed step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step<S, E> {
    /// From this state...
    pub from: S,
    /// ...on this event...
    pub on: E,
    /// ...to this one.
    pub to: S,
    /// Who takes it; the first is the usual one.
    pub who: &'static [Who],
    /// Numbers of the rules that guard it.
    pub guards: &'static [&'static str],
    /// What is kept to prove it, in Italian; empty where the step itself is enough.
    pub evidence: &'static str,
    /// By when, in Italian; empty without a term.
    pub term: &'static str,
}

/// Shorthand for tables: a step an operator takes, with nothing more to say.
pub const fn step<S: Copy, E: Copy>(from: S, on: E, to: S) -> Step<S, E> {
    Step { from, on, to, who: &[Who::Operator], guards: &[], evidence: "", term: "" }
}

impl<S: Copy, E: Copy> Step<S, E> {
    /// Who takes it.
    #[must_use]
    pub const fn by(mut self, who: &'static [Who]) -> Self {
        self.who = who;
        self
    }

    /// Which rules guard it.
    #[must_use]
    pub const fn guarded(mut self, rules: &'static [&'static str]) -> Self {
        self.guards = rules;
        self
    }

    /// What is kept to prove it.
    #[must_use]
    pub const fn keeping(mut self, evidence: &'static str) -> Self {
        self.evidence = evidence;
        self
    }

    /// By when.
    #[must_use]
    pub const fn within(mut self, term: &'static str) -> Self {
        self.term = term;
        self
    }
}

impl<S, E> Step<S, E> {
    /// Why who has this role may not take it (R-STA-17).
    #[must_use]
    pub fn denied_to(&self, role: Role, label: &str) -> Option<Finding> {
        let reserved = self.who == [Who::Supervisor] && role != Role::Supervisor;
        reserved.then(|| SUPERVISOR.at("event").with(label))
    }
}

/// The step on `event`, or `None` when the table does not allow it.
pub fn step_on<S: Copy + PartialEq, E: Copy + PartialEq>(
    table: &[Step<S, E>],
    state: S,
    event: E,
) -> Option<&Step<S, E>> {
    table.iter().find(|s| s.from == state && s.on == event)
}

/// The state after `event`, or `None` when the table does not allow it.
pub fn next<S: Copy + PartialEq, E: Copy + PartialEq>(table: &[Step<S, E>], state: S, event: E) -> Option<S> {
    step_on(table, state, event).map(|s| s.to)
}

/// What a command of its own leaves in the history of a record: the record
/// begins, or something is noted and the state stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The word recorded.
    pub word: &'static str,
    /// In Italian, as in diagrams.
    pub label: &'static str,
}

/// A step beside the table: from nothing to a first state ([`begins`]), or
/// from a state to itself ([`noted`]; without a state, in any of them).
pub type Beside<S> = Step<Option<S>, Fact>;

/// A record begins in a state.
pub const fn begins<S: Copy>(word: &'static str, label: &'static str, to: S) -> Beside<S> {
    step(None, Fact { word, label }, Some(to))
}

/// Something is noted, whatever the state, which stays.
pub const fn noted<S: Copy>(word: &'static str, label: &'static str) -> Beside<S> {
    step(None, Fact { word, label }, None)
}

/// Something is noted in one state, which stays.
pub const fn noted_in<S: Copy>(word: &'static str, label: &'static str, state: S) -> Beside<S> {
    step(Some(state), Fact { word, label }, Some(state))
}
