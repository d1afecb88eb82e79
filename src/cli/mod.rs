//! The command line: one file per command of the contract.

use std::ffi::OsString;
use std::io::{self, Write};
use std::panic::AssertUnwindSafe;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};

use crate::fault::{Fault, Result};

mod agenda;
mod args;
mod backup;
mod cf;
mod deadlines;
mod defect;
mod demo;
mod desk;
mod doctor;
mod documents;
mod find;
mod italian;
mod office;
mod out;
mod password;
mod person;
mod psp;
mod recorded;
mod replay;
mod report;
mod rights;
mod rules;
mod show;
mod states;
mod table;
mod tables;
mod template;
mod user;
mod verify;
mod version;

use args::{Args, Command};
use out::Pipe;

/// Everything went as asked.
const DONE: u8 = 0;
/// Done in part, or something refused: the output says what.
const REFUSED: u8 = 1;
/// Something outside the office is not as it should be.
const OUTSIDE: u8 = 4;
/// The office file is not what it should be.
const DAMAGED: u8 = 3;

/// Runs the program with the given arguments.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    defect::install();
    crate::app::outlive_limits();
    crate::app::keep_memory_private();
    let args: Vec<OsString> = args.into_iter().collect();
    ExitCode::from(defect::guarded(AssertUnwindSafe(|| act(args))))
}

/// Reads the arguments, does what they say; the exit code.
fn act(args: Vec<OsString>) -> u8 {
    let mut out = Pipe::new(io::stdout().lock());
    let read = italian::speaking(Args::command())
        .try_get_matches_from(args)
        .and_then(|matches| Args::from_arg_matches(&matches));
    let done = match read {
        Ok(args) => dispatch(args, &mut out),
        // Help and version come this way too, and are no error.
        Err(error) if error.use_stderr() => Err(Fault::usage(italian::sentence(&error))),
        Err(asked) => write!(out, "{}", italian::help(&asked)).map_err(out::unwritable).map(|()| DONE),
    };
    let done = done.and_then(|code| out.flush().map_err(out::unwritable).map(|()| code));
    done.unwrap_or_else(|fault| {
        defect::tell_fault(&fault);
        fault.exit_code()
    })
}

fn dispatch(args: Args, out: &mut impl Write) -> Result<u8> {
    let global = args.global.with_environment()?;
    crate::documents::script::faces::look_in(global.font_folders());
    match &args.command {
        None => desk::run(&global),
        Some(Command::Demo(args)) => demo::run(args, &global, out),
        Some(Command::Find(args)) => find::run(args, &global, out),
        Some(Command::Show(args)) => show::run(args, &global, out),
        Some(Command::Agenda(args)) => agenda::run(args, &global, out),
        Some(Command::Deadlines(args)) => deadlines::run(args, &global, out),
        Some(Command::Psp(args)) => psp::run(args, &global, out),
        Some(Command::Documents(args)) => documents::run(args, &global, out),
        Some(Command::Backup(args)) => backup::run(args, &global, out),
        Some(Command::Restore(args)) => backup::restore::run(args, &global, out),
        Some(Command::Rules(args)) => rules::run(args, &global, out),
        Some(Command::Tables(args)) => tables::run(args, &global, out),
        Some(Command::Template(args)) => template::run(args, &global, out),
        Some(Command::Person(args)) => rights::run(args, &global, out),
        Some(Command::Report(args)) => report::run(args, &global, out),
        Some(Command::Doctor(args)) => doctor::run(args, &global, out),
        Some(Command::Verify(args)) => verify::run(args, &global, out),
        Some(Command::User(args)) => user::run(args, &global, out),
        Some(Command::Cf(args)) => cf::run(args, global.clock().today(), out),
        Some(Command::Replay(args)) => replay::run(args, &global, out),
        Some(Command::Recorded(args)) => recorded::run(args, &global, out),
    }
}
