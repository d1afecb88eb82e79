//! Nothing new begins for who has died: one look for every command.

use chrono::NaiveDate;

use super::Act;
use crate::desk::command::Command;
use crate::domain::registrant::gone;
use crate::fault::Result;

/// Weighs what a command begins against the end of the person's DIDs. Runs
/// after the command, which has said whom it is about; a refusal undoes it.
pub(super) fn check(act: &mut Act<'_, '_>, command: &Command) -> Result<()> {
    let Some(on) = begins(command, act.today()) else { return Ok(()) };
    let Some(person) = act.outcome.registrant else { return Ok(()) };
    if let Some(finding) = gone::check(&act.tx.dids_of(person)?, on) {
        act.judge(vec![finding], &[]);
    }
    Ok(())
}

/// The day of what a command begins; `None` for one that changes data, goes
/// on with something or closes it.
fn begins(command: &Command, today: NaiveDate) -> Option<NaiveDate> {
    match command {
        Command::DidDeclare(c) => c.declaration.date.or(Some(today)),
        Command::EmploymentRecord(c) => c.employment.start,
        Command::MiAttivoRegister(c) => c.miattivo.registered_on.or(Some(today)),
        Command::PadRecord(c) => c.pad.signed_on.or(c.pad.applied_on).or(Some(today)),
        Command::ActivityRecord(c) => c.activity.date.or(Some(today)),
        Command::AppointmentBook(_)
        | Command::AppointmentMove(_)
        | Command::AssessmentRecord(_)
        | Command::CaseOpen(_)
        | Command::TargetedApply(_)
        | Command::PspDraft(_)
        | Command::PspIntegrate(_)
        | Command::PspRetry(_)
        | Command::PspIssue(_)
        | Command::PspSign(_) => Some(today),
        _ => None,
    }
}
