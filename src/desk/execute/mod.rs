//! The one way a command runs: rules first, then the rows, in one
//! transaction with its audit line and its recorded changeset.

mod act;
mod office;
mod registrant;

pub(super) use act::Act;

/// The series of document numbers of a year, in the desk's counters.
pub(super) fn series(year: i32) -> String {
    format!("document/{year}")
}

use super::command::Command;
use crate::fault::Result;

/// Runs a command inside its transaction. What the rules said is in `act`;
/// a refusal writes nothing.
pub(super) fn execute(act: &mut Act<'_, '_>, command: &Command) -> Result<()> {
    match command {
        Command::OfficeSetUp(c) => office::set_up(act, c),
        Command::OperatorAdd(c) => office::add_operator(act, c),
        Command::RegistrantRegister(c) => registrant::register(act, c),
        Command::RegistrantEdit(c) => registrant::edit(act, c),
        Command::PrivacyNoticeGiven(c) => registrant::privacy_notice(act, c),
        _ => Err(crate::fault::Fault::internal("command not there yet")),
    }
}
