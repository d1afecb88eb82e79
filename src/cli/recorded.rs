//! `sportello recorded`: the recorded commands, ready for `replay --empty`.

use std::io::Write;

use super::args::{Global, RecordedArgs};
use super::office::Act;
use super::out::unwritable;
use crate::desk::replay;
use crate::domain::permission::Permission;
use crate::fault::Result;
use crate::store::AuditLine;

/// All that was ever recorded leaves the program, special data too.
const ALL: Act =
    Act { name: "commands.read", needs: &[Permission::Read, Permission::Export, Permission::Special] };

/// Writes every recorded command, or the digest of the data.
///
/// # Errors
/// The office cannot be used, the output cannot be written.
pub fn run(args: &RecordedArgs, global: &Global, out: &mut impl Write) -> Result<u8> {
    let mut session = global.open(if args.digest { Act::READ } else { ALL })?;
    if args.digest {
        writeln!(out, "{}", session.desk.store().digest()?).map_err(unwritable)?;
        return Ok(super::DONE);
    }
    // The whole archive leaves the program: said before it does.
    let at = session.desk.clock().now();
    let by = session.desk.operator(&session.by).map(|operator| operator.id);
    session.desk.store_mut().log(at, by, &[AuditLine::new("commands.read")])?;
    replay::recorded(&session.desk, out)?;
    Ok(super::DONE)
}
