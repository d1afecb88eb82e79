//! The invented office: for trying the program, for tests, for training
//! (R-PRV-10). Nobody in it exists.
//!
//! A [`generate::generate`]d office is made only by commands given to the
//! desk, each with the hour at which an operator would have given it: lives
//! are told one by one into a plan, the plan runs in the order of time.

mod agenda;
mod calendar;
mod cast;
mod dice;
mod did_life;
mod fate;
mod generate;
mod interview_life;
mod lep_life;
mod life;
mod meeting_life;
mod names;
pub mod office;
#[cfg(test)]
mod older_tests;
mod pact_life;
mod paper_life;
mod person;
mod plan;
mod reasons;
mod texts;

pub use generate::{generate, generate_counted};
pub use plan::Figures;
