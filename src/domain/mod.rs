//! Records, rules, states and deadlines. Pure: no file, no clock, no screen.
//!
//! Uses only the standard library, serde, chrono, uuid (ids), schemars (the
//! published shape of commands) and unicode-normalization (names).

pub mod finding;
pub mod ids;
