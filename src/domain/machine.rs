//! State machines in one shape: a table of (state, event, next). What is not
//! in the table is refused (states.md).

/// One allowed step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step<S, E> {
    /// From this state...
    pub from: S,
    /// ...on this event...
    pub on: E,
    /// ...to this one.
    pub to: S,
}

/// Shorthand for tables.
pub const fn step<S: Copy, E: Copy>(from: S, on: E, to: S) -> Step<S, E> {
    Step { from, on, to }
}

/// The state after `event`, or `None` when the table does not allow it.
pub fn next<S: Copy + PartialEq, E: Copy + PartialEq>(table: &[Step<S, E>], state: S, event: E) -> Option<S> {
    table.iter().find(|s| s.from == state && s.on == event).map(|s| s.to)
}
