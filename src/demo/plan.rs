//! Everything that happens in the invented office, in the order of time.

use std::collections::HashSet;

use chrono::NaiveDateTime;
use uuid::Uuid;

use super::reasons;
use crate::desk::command::{Command, IdSource};
use crate::desk::{Desk, Order, Outcome};
use crate::domain::finding::Level;
use crate::domain::ids::{OperatorId, UnitId};
use crate::fault::Result;

/// One of the six.
pub(super) struct Colleague {
    /// Signs in with.
    pub username: String,
    /// Key.
    pub id: OperatorId,
    /// Where they receive.
    pub room: String,
}

/// A command to come, with whose life it belongs to.
struct Step {
    at: NaiveDateTime,
    who: usize,
    by: usize,
    command: Command,
}

/// How the making of an office went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// People asked for.
    pub people: u32,
    /// Commands accepted.
    pub commands: usize,
    /// Commands a rule blocked: those of that person that follow are left
    /// out. Nought, unless the rules changed under the generator.
    pub blocked: usize,
}

/// The commands of all lives. What would happen after `now` is forgotten.
pub(super) struct Plan {
    now: NaiveDateTime,
    steps: Vec<Step>,
    ids: IdSource,
}

impl Plan {
    /// A plan up to an hour; `seed` makes the ids of the records.
    pub fn new(now: NaiveDateTime, seed: u64) -> Self {
        // Another stream than that of the desk, which makes ids with the same seed.
        Self { now, steps: Vec::new(), ids: IdSource::seeded(seed ^ 0x5eed) }
    }

    /// The hour at which the office is opened.
    pub fn now(&self) -> NaiveDateTime {
        self.now
    }

    /// An id for a record made at an hour.
    pub fn id(&mut self, at: NaiveDateTime) -> Uuid {
        self.ids.next(at)
    }

    /// Adds a command of the operator `by` in the life of `who`.
    pub fn push(&mut self, who: usize, by: usize, at: NaiveDateTime, command: Command) {
        if at <= self.now {
            self.steps.push(Step { at, who, by, command });
        }
    }

    /// Runs the whole, oldest first.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn run(mut self, desk: &mut Desk, crew: &[Colleague]) -> Result<Figures> {
        // Stable: what happens in one minute keeps its order.
        self.steps.sort_by_key(|step| step.at);
        let mut figures = Figures::default();
        let mut stuck = HashSet::new();
        for step in self.steps {
            if stuck.contains(&step.who) {
                continue;
            }
            let by = crew[step.by].username.clone();
            let order = Order { unit: UnitId::default(), at: step.at, by, command: step.command };
            if give(desk, order)?.accepted {
                figures.commands += 1;
            } else {
                figures.blocked += 1;
                stuck.insert(step.who);
            }
        }
        Ok(figures)
    }
}

/// Gives an order; warnings are accepted with a reason, as at a real desk.
fn give(desk: &mut Desk, mut order: Order) -> Result<Outcome> {
    let outcome = desk.carry_out(order.clone())?;
    if outcome.accepted || outcome.findings.iter().any(|f| f.level == Level::Block) {
        return Ok(outcome);
    }
    reasons::accept(&mut order.command, &outcome);
    desk.carry_out(order)
}
