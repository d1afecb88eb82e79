//! Records, rules, states and deadlines. Pure: no file, no clock, no screen.
//!
//! Uses only the standard library, serde, `serde_json` (edits), chrono, uuid
//! (ids), schemars (the published shape of commands) and
//! unicode-normalization (names).

pub mod access;
pub mod activity;
pub mod appointment;
pub mod assessment;
pub mod calendar;
pub mod codes;
pub mod conditionality;
pub mod deadline;
pub mod did;
pub mod document;
pub mod edit;
pub mod employment;
pub mod event;
pub mod finding;
pub mod fiscal_code;
pub mod history;
pub mod hour;
pub mod ids;
pub mod language;
pub mod law;
pub mod machine;
pub mod machines;
pub mod miattivo;
pub mod money;
pub mod number;
pub mod offer;
pub mod office;
pub mod office_row;
pub mod pad;
pub mod paper;
pub mod parameters;
pub mod password;
pub mod period;
pub mod permission;
pub mod placement;
pub mod privacy;
pub mod psp;
pub mod radar;
pub mod registrant;
pub mod restriction;
pub mod rome;
pub mod rulebook;
pub mod sex;
pub mod signing;
pub mod statistics;
pub mod text;
