//! `sportello user`: who works here, their passwords, the keys of the office.

use std::io::Write;

use super::args::{Global, UserArgs, UserCommand, UserNameArgs};
use super::office::Session;
use super::out::tell;
use crate::desk::Outcome;
use crate::domain::office::Operator;
use crate::fault::{Fault, Result};

mod change;
mod keys;
mod list;

/// Does what is asked.
///
/// # Errors
/// Who asks may not, a name nobody has, a password that is none; the office
/// cannot be used, the output cannot be written.
pub fn run(args: &UserArgs, global: &Global, out: &mut impl Write) -> Result<u8> {
    match &args.what {
        UserCommand::List(args) => list::run(args, global, out),
        UserCommand::Add(args) => change::add(args, global),
        UserCommand::Edit(args) => change::edit(args, global),
        UserCommand::Disable(UserNameArgs { username }) => change::disable(username, global),
        UserCommand::Enable(UserNameArgs { username }) => change::enable(username, global),
        UserCommand::Password(args) if args.recovery => keys::recover(args, global),
        UserCommand::Password(args) => keys::password(args, global),
        UserCommand::Recovery(args) => keys::recovery(args, global),
        UserCommand::Rotate => keys::rotate(global),
    }
}

/// The operator of that name.
fn named(session: &Session, username: &str) -> Result<Operator> {
    let username = username.trim().to_lowercase();
    session.desk.operator(&username).cloned().ok_or_else(|| super::office::unknown_operator(&username))
}

/// What came of a command: a sentence, or those of the rules.
fn ended(outcome: &Outcome, done: &str) -> u8 {
    for finding in &outcome.findings {
        tell(&format!("{} {}", finding.text, finding.rule));
    }
    if !outcome.accepted {
        return super::REFUSED;
    }
    tell(done);
    super::DONE
}

/// Nothing to be said for who uses an office of invented people.
fn no_passwords() -> Fault {
    Fault::usage("In un ufficio di persone inventate non ci sono password.")
}
