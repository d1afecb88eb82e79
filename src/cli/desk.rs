//! `sportello` alone: the desk on the screen.

use super::args::Global;
use super::office::Session;
use crate::fault::{Fault, Result};

/// Opens the user's office and the desk on it.
///
/// # Errors
/// As [`Global::open`], and those of the screen.
pub fn run(global: &Global) -> Result<u8> {
    open(global.open()?, global)
}

/// The one place where the command line hands over to the screen.
///
/// # Errors
/// Those of the screen.
pub fn open(session: Session, global: &Global) -> Result<u8> {
    // PENDING: `app::run(session.desk, session.by, look)` when it lands.
    let _ = (session.desk, session.by, global.theme, global.ascii);
    Err(Fault::usage("Lo schermo non c'è ancora.").hint("«sportello --help» elenca i comandi."))
}
