//! What appointments and pacts do to registrations and PADs: they follow by
//! themselves (states.md § 10, 11).

use super::{Act, miattivo, pad};
use crate::domain::appointment::{Appointment, AppointmentState};
use crate::domain::machine;
use crate::domain::miattivo::{self as registration, MiAttivo, MiAttivoEvent};
use crate::domain::pad::{self as copy, Pad, PadEvent, clocks};
use crate::domain::psp::PspVersion;
use crate::fault::Result;

/// An appointment came to a state: a convocation that went out, or was agreed,
/// convenes; an unjustified absence is an absence here too; a convocation
/// that fell puts the person back in the queue.
pub(super) fn appointment(act: &mut Act<'_, '_>, appointment: &Appointment) -> Result<()> {
    use AppointmentState as S;
    let event = match appointment.state {
        S::Sent | S::OptionChosen => MiAttivoEvent::Convened,
        S::AbsentUnjustified => MiAttivoEvent::NotAttended,
        S::ToConvene | S::Moved | S::Cancelled => MiAttivoEvent::Requeued,
        _ => return Ok(()),
    };
    for before in act.tx.miattivos_of(appointment.registrant)? {
        let convenes = event == MiAttivoEvent::Convened;
        if !convenes && before.appointment != Some(appointment.id) {
            continue;
        }
        moved(act, &before, event, convenes.then_some(appointment.id), &appointment.address_used)?;
    }
    if event == MiAttivoEvent::Convened {
        for before in act.tx.pads_of(appointment.registrant)? {
            convened(act, before, &appointment.address_used)?;
        }
    }
    Ok(())
}

/// A version of a pact is signed by both: who registered has attended, and
/// the PADs that are signed are in the pact.
pub(super) fn pact(act: &mut Act<'_, '_>, version: &PspVersion) -> Result<()> {
    let number = format!("PSP, versione {}", version.number);
    for before in act.tx.miattivos_of(version.registrant)? {
        moved(act, &before, MiAttivoEvent::Attended, None, &number)?;
    }
    for before in act.tx.pads_of(version.registrant)? {
        let Some(state) = machine::next(copy::states::TABLE, before.state, PadEvent::PspLinked) else {
            continue;
        };
        let today = act.today();
        let after = Pad {
            state,
            psp_version: Some(version.id),
            linked_on: before.linked_on.or(Some(today)),
            // A new version is an update of the pact (R-ADI-3, R-SFL-3).
            confirmed_on: before.linked_on.map_or(before.confirmed_on, |_| Some(today)),
            ..before.clone()
        };
        act.tx.update(&before, &after)?;
        pad::left(act, &after, PadEvent::PspLinked.word(), None, &number)?;
    }
    Ok(())
}

/// A registration recorded when the person is convened already, or has a pact
/// in force, does not wait in the queue.
pub(super) fn catch_up(act: &mut Act<'_, '_>, registration: &MiAttivo) -> Result<()> {
    let versions = act.tx.versions_of(registration.registrant)?;
    if let Some(version) = versions.iter().find(|v| v.state.in_force()) {
        let number = format!("PSP, versione {}", version.number);
        return moved(act, registration, MiAttivoEvent::Attended, None, &number);
    }
    let now = act.at;
    let appointments = act.tx.appointments_of(registration.registrant)?;
    let ahead = appointments.iter().find(|a| {
        use AppointmentState as S;
        a.start >= now && matches!(a.state, S::Sent | S::Delivered | S::OptionChosen)
    });
    match ahead {
        Some(ahead) => moved(act, registration, MiAttivoEvent::Convened, Some(ahead.id), &ahead.address_used),
        None => Ok(()),
    }
}

/// Moves a registration where the table allows it; convened again, it only
/// remembers the newer appointment.
fn moved(
    act: &mut Act<'_, '_>,
    before: &MiAttivo,
    event: MiAttivoEvent,
    appointment: Option<crate::domain::ids::AppointmentId>,
    evidence: &str,
) -> Result<()> {
    use registration::MiAttivoState as S;
    let appointment = appointment.or(before.appointment);
    match machine::next(registration::states::TABLE, before.state, event) {
        Some(state) => {
            let after = MiAttivo { state, appointment, ..before.clone() };
            act.tx.update(before, &after)?;
            miattivo::left(act, &after, event.word(), evidence)
        }
        None if before.state == S::Convened && event == MiAttivoEvent::Convened => {
            act.tx.update(before, &MiAttivo { appointment, ..before.clone() })
        }
        None => Ok(()),
    }
}

/// A person awaited for a PAD is convened. One that was to be signed by now is
/// overdue first: nobody needs to have recorded it.
fn convened(act: &mut Act<'_, '_>, mut before: Pad, evidence: &str) -> Result<()> {
    // The term of a PAD runs by the figures of the day the benefit began (R-NAS-1).
    let figures = act.parameters(before.benefit_from.unwrap_or(act.today()))?.benefits;
    let late = clocks::state_on(&before, &figures, act.today()) != before.state;
    for event in late.then_some(PadEvent::Overdue).into_iter().chain([PadEvent::Convened]) {
        let Some(state) = machine::next(copy::states::TABLE, before.state, event) else { return Ok(()) };
        let after = Pad { state, ..before.clone() };
        act.tx.update(&before, &after)?;
        pad::left(act, &after, event.word(), None, evidence)?;
        before = after;
    }
    Ok(())
}
