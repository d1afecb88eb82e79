//! A term: from a day, so long, until a day, with what must be done, by which
//! rule, and what happens when it is missed. Each record says which run for
//! it; the radar gathers those of a person.

mod clock;
mod kind;
mod term;

pub use clock::{Clock, Span};
pub use kind::{Consequence, Kind};
pub use term::Term;
