//! The desk itself: how long it may be left alone.

use super::Unit;
use super::group::{group, number};

group! {
    /// The desk itself.
    Desk, "desk":
    /// Minutes without a key after which the desk is covered (1–60; R-PRV-7:
    /// AgID circ. 2/2017, a proposal).
    lock_minutes: u32 = number(Unit::Minutes, 1, 60);
}
