//! `sportello tables`: the tables with the office's own rows.

use std::io::Write;

use super::args::{Global, TablesArgs, TablesCommand};
use crate::fault::Result;

mod list;
mod load;

/// Lists a table, or loads rows into one.
///
/// # Errors
/// As each of them.
pub fn run(args: &TablesArgs, global: &Global, out: &mut impl Write) -> Result<u8> {
    match &args.what {
        TablesCommand::List(args) => list::run(args, global, out),
        TablesCommand::Load(args) => load::run(args, global, out),
    }
}
