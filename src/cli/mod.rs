//! The command line: one file per command of the contract.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

use crate::clock::Clock;
use crate::fault::Result;

mod args;
mod cf;

use args::{Args, Command};

/// Everything went as asked.
const DONE: u8 = 0;
/// Done in part, or something refused: the output says what.
const REFUSED: u8 = 1;

/// Runs the program with the given arguments.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args = match Args::try_parse_from(args) {
        Ok(args) => args,
        Err(error) => {
            // Help and version come this way too, and are no error. A closed
            // terminal leaves nobody to tell.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    match dispatch(&args, Clock::System) {
        Ok(code) => ExitCode::from(code),
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::from(fault.exit_code())
        }
    }
}

fn dispatch(args: &Args, clock: Clock) -> Result<u8> {
    match &args.command {
        Some(Command::Cf(cf)) => cf::run(cf, clock.today(), &mut std::io::stdout().lock()),
        None => Ok(DONE),
    }
}
