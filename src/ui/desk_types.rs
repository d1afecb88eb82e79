//! What screens say to the desk and hear from it.

pub use crate::desk::{Command, Outcome};

/// A question to the desk.
#[derive(Clone, Debug, PartialEq)]
pub struct Query;

/// The answer to a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer;
