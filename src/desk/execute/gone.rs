//! Nothing new begins for who has died: one look for every command.

use chrono::NaiveDate;

use super::Act;
use crate::desk::command::Command;
use crate::domain::activity::ActivityEvent;
use crate::domain::appointment::{Appointment, AppointmentEvent};
use crate::domain::document::DocumentKind;
use crate::domain::miattivo::MiAttivoEvent;
use crate::domain::pad::PadEvent;
use crate::domain::registrant::gone;
use crate::fault::Result;

/// Weighs what a command begins against the end of the person's DIDs. Runs
/// after the command, which has said whom it is about; a refusal undoes it.
pub(super) fn check(act: &mut Act<'_, '_>, command: &Command) -> Result<()> {
    let Some(on) = begins(act, command)? else { return Ok(()) };
    let Some(person) = act.outcome.registrant else { return Ok(()) };
    if let Some(finding) = gone::check(&act.tx.dids_of(person)?, on) {
        act.judge(vec![finding], &[]);
    }
    Ok(())
}

/// The day of what a command begins; `None` for one that changes data, goes
/// on with something, closes it or says that it ended.
fn begins(act: &Act<'_, '_>, command: &Command) -> Result<Option<NaiveDate>> {
    let today = act.today();
    Ok(match command {
        Command::DidDeclare(c) => c.declaration.date.or(Some(today)),
        Command::EmploymentRecord(c) => c.employment.start,
        Command::IncomeDeclare(c) => c.date.or(Some(today)),
        Command::MiAttivoRegister(c) => c.miattivo.registered_on.or(Some(today)),
        Command::PadRecord(c) => c.pad.signed_on.or(c.pad.applied_on).or(Some(today)),
        Command::ActivityRecord(c) => c.activity.date.or(Some(today)),
        Command::AppointmentHappened(c) => match c.event {
            AppointmentEvent::Sent
            | AppointmentEvent::Agreed
            | AppointmentEvent::Redrafted
            | AppointmentEvent::Reconvened
            | AppointmentEvent::OptionChosen => Some(today),
            // Held on its own day, written down when there is time.
            AppointmentEvent::Held => {
                act.tx.get::<Appointment>(c.appointment.0)?.map(|appointment| appointment.start.date())
            }
            _ => None,
        },
        Command::ActivityHappened(c) => {
            matches!(c.event, ActivityEvent::Started | ActivityEvent::Resumed).then_some(today)
        }
        Command::MiAttivoHappened(c) => {
            matches!(c.event, MiAttivoEvent::Convened | MiAttivoEvent::Requeued).then_some(today)
        }
        Command::PadHappened(c) => match c.event {
            PadEvent::BenefitEnded | PadEvent::Overdue | PadEvent::CopiedAgain => None,
            _ => c.on.or(Some(today)),
        },
        Command::AppointmentBook(_)
        | Command::AppointmentMove(_)
        | Command::AssessmentRecord(_)
        | Command::CaseOpen(_)
        | Command::TargetedApply(_)
        | Command::PspDraft(_)
        | Command::PspIntegrate(_)
        | Command::PspRetry(_)
        | Command::PspIssue(_)
        | Command::PspSign(_)
        | Command::SigningStart(_) => Some(today),
        // A letter or a memo calls the person; what says how a request ended goes to the heirs.
        Command::DocumentIssue(c) => {
            matches!(c.kind, DocumentKind::Convocation | DocumentKind::Memo).then_some(today)
        }
        _ => None,
    })
}
