//! `sportello recorded`: the recorded commands, ready for `replay --empty`.

use std::io::Write;

use super::args::{Global, RecordedArgs};
use super::office::Act;
use super::out::unwritable;
use crate::desk::replay;
use crate::domain::permission::Permission;
use crate::fault::{Fault, FaultKind, Result};
use crate::store::AuditLine;

/// All that was ever recorded leaves the program, special data too.
const ALL: Act =
    Act { name: "commands.read", needs: &[Permission::Read, Permission::Export, Permission::Special] };

/// Writes every recorded command, or the digest of the data.
///
/// # Errors
/// The office cannot be used, a real one without a reason, the output cannot
/// be written.
pub fn run(args: &RecordedArgs, global: &Global, out: &mut impl Write) -> Result<u8> {
    let mut session = global.open(if args.digest { Act::READ } else { ALL })?;
    if args.digest {
        writeln!(out, "{}", session.desk.store().digest()?).map_err(unwritable)?;
        return Ok(super::DONE);
    }
    // The whole archive leaves the program: said before it does.
    let reason = args.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
    if reason.is_none() && !session.throwaway {
        session.leave(AuditLine::new("refused").detail(format!("{} R-PRV-1", ALL.name)))?;
        return Err(Fault::new(
            FaultKind::Refused,
            "Esce tutto l'archivio, anche i dati particolari: serve il motivo. R-PRV-1",
        )
        .hint("Ripetere con --reason \"perché\"."));
    }
    let line = AuditLine { reason: reason.map(ToOwned::to_owned), ..AuditLine::new(ALL.name) };
    session.leave(line)?;
    replay::recorded(&session.desk, out)?;
    Ok(super::DONE)
}
