//! Booking appointments and recording what came of them.

use chrono::{Datelike, NaiveDate, Weekday};

use super::Act;
use super::act::{Change, word};
use crate::desk::command::{AppointmentBook, AppointmentHappened};
use crate::desk::standing;
use crate::domain::appointment::booking::{self, BookFacts, Notice};
use crate::domain::appointment::happened::{self, HappenedFacts};
use crate::domain::appointment::{Appointment, AppointmentEvent, AppointmentState, ConvocationChannel};
use crate::domain::did::Did;
use crate::domain::event::Subject;
use crate::domain::office::Operator;
use crate::domain::registrant::Registrant;
use crate::fault::Result;
use crate::tables::{code_table, holidays};

/// From this day contacts of the INPS application count as proof (DM 174/2024).
const CONTACTS_SINCE: Option<NaiveDate> = NaiveDate::from_ymd_opt(2024, 11, 24);
/// Notices longer than this need no counting of days.
const LONG_NOTICE: usize = 30;

/// Books an appointment (AG01).
pub(super) fn book(act: &mut Act<'_, '_>, command: &AppointmentBook) -> Result<()> {
    let person: Registrant = act.tx.need(command.registrant.0)?;
    act.about(person.id);
    let mut form = command.appointment.clone();
    let service = code_table::services().get(&form.service);
    if form.operator.is_nil() {
        form.operator = act.operator.map(|operator| operator.id).unwrap_or_default();
    }
    form.minutes = form.minutes.or(service.map(|row| row.extra.minutes));

    let day = form.start.map(|start| start.date());
    let of_day = |operator| match day {
        Some(day) => act.tx.appointments_between(day, day, operator),
        None => Ok(Vec::new()),
    };
    let of_operator = of_day(Some(form.operator))?;
    let of_person = act.tx.appointments_of(person.id)?;
    let dids = act.tx.dids_of(person.id)?;
    let versions = act.tx.versions_of(person.id)?;
    let findings = booking::check(&BookFacts {
        form: &form,
        operator_known: act.tx.get::<Operator>(form.operator.0)?.is_some(),
        service_known: service.is_some(),
        psp_fits: form.psp_version.is_none_or(|id| versions.iter().any(|v| v.id == id)),
        closed: day.and_then(closed),
        insurance: standing::open_did(&dids).is_some_and(|did| did.benefit.is_insurance()),
        working_days: day.map_or(0, |day| working_days(act.today(), day)),
        of_operator: &of_operator,
        of_person: &of_person,
        now: act.at,
    });
    let (true, Some(start)) = (act.judge(findings, &command.accepted), form.start) else { return Ok(()) };
    let agreed = form.agreed_in_person;
    let appointment = Appointment {
        id: command.id,
        registrant: person.id,
        operator: form.operator,
        service: form.service,
        start,
        minutes: form.minutes.unwrap_or_default(),
        mode: form.mode,
        place: form.place.trim().to_owned(),
        link: form.link.trim().to_owned(),
        // Agreed face to face: the convocation is made and proved (R-CNV-9).
        state: if agreed { AppointmentState::OptionChosen } else { AppointmentState::Drafted },
        channel: agreed.then_some(ConvocationChannel::InPersonAgreed),
        proved: agreed,
        psp_version: form.psp_version,
        note: form.note,
        by: act.by(),
        ..Appointment::default()
    };
    act.tx.insert(&appointment)?;
    act.store_reasons(Subject::Appointment, appointment.id.0, person.id)?;
    let event = if agreed { word(AppointmentEvent::Agreed) } else { "booked".into() };
    left(act, &appointment, event, "")
}

/// Something happened to an appointment.
pub(super) fn event(act: &mut Act<'_, '_>, command: &AppointmentHappened) -> Result<()> {
    let before: Appointment = act.tx.need(command.appointment.0)?;
    act.about(before.registrant);
    let dids = act.tx.dids_of(before.registrant)?;
    let did = standing::open_did(&dids);
    let facts = HappenedFacts {
        appointment: &before,
        event: command.event,
        channel: command.channel,
        address: &command.address,
        proved: command.proved,
        note: &command.note,
        contacts_count: did.is_some_and(contacts_count),
        notice: Notice {
            insurance: did.is_some_and(|did| did.benefit.is_insurance()),
            working_days: working_days(act.today(), before.start.date()),
            channel: command.channel,
        },
        now: act.at,
    };
    let (after, findings) = match happened::happened(&facts) {
        Ok(done) => done,
        Err(findings) => {
            act.judge(findings, &command.accepted);
            return Ok(());
        }
    };
    if !act.judge(findings, &command.accepted) {
        return Ok(());
    }
    act.tx.update(&before, &after)?;
    act.store_reasons(Subject::Appointment, after.id.0, after.registrant)?;
    left(act, &after, word(command.event), command.note.trim())
}

fn left(act: &mut Act<'_, '_>, appointment: &Appointment, event: String, note: &str) -> Result<()> {
    act.changed(Change {
        kind: Subject::Appointment,
        subject: appointment.id.0,
        registrant: appointment.registrant,
        event,
        state: word(appointment.state),
        on: None,
        reason: note,
        evidence: &appointment.address_used,
    })?;
    act.touched("appointment", appointment.id.0);
    act.state("appointment", appointment.state);
    Ok(())
}

/// Do the contacts of the application or of the PAD prove a convocation (R-CNV-9)?
fn contacts_count(did: &Did) -> bool {
    let since = |day| CONTACTS_SINCE.is_some_and(|since| since <= day);
    did.benefit.is_inclusion() || did.benefit.is_insurance() && did.inps_date.is_some_and(since)
}

/// Why the office is closed: a national holiday or a Sunday.
fn closed(day: NaiveDate) -> Option<&'static str> {
    holidays::name(day).or_else(|| (day.weekday() == Weekday::Sun).then_some("domenica"))
}

/// Working days after the first day, up to the last one included: Monday to
/// Friday without holidays.
fn working_days(from: NaiveDate, to: NaiveDate) -> u32 {
    let works = |day: &NaiveDate| day.weekday() != Weekday::Sat && !holidays::is_holiday(*day);
    let days = from.iter_days().skip(1).take_while(|day| *day <= to).filter(works).take(LONG_NOTICE);
    u32::try_from(days.count()).unwrap_or(u32::MAX)
}
