//! Booking appointments and recording what came of them.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Weekday};

use super::act::{Change, word};
use super::{Act, intake_follow};
use crate::desk::command::{AppointmentBook, AppointmentHappened};
use crate::desk::{calendar, convened, standing};
use crate::domain::appointment::booking::{self, BookFacts, Notice};
use crate::domain::appointment::happened::{self, HappenedFacts};
use crate::domain::appointment::proof::{self, ProofFacts, Weight};
use crate::domain::appointment::{
    Appointment, AppointmentEvent, AppointmentForm, AppointmentState, ConvocationChannel,
};
use crate::domain::conditionality::propose;
use crate::domain::did::{Did, DidState};
use crate::domain::event::Subject;
use crate::domain::finding::Finding;
use crate::domain::ids::{AppointmentId, RegistrantId};
use crate::domain::miattivo::MiAttivoState;
use crate::domain::office::Operator;
use crate::domain::pad::Pad;
use crate::domain::psp::{PspState, PspVersion};
use crate::domain::registrant::Registrant;
use crate::fault::Result;
use crate::tables::{code_table, holidays};

/// Notices longer than this need no counting of days.
const LONG_NOTICE: usize = 30;

/// What an unjustified absence proposes: the command that opens the case.
const CASE: &str = "case.open";

/// Books an appointment (AG01).
pub(super) fn book(act: &mut Act<'_, '_>, command: &AppointmentBook) -> Result<()> {
    let person: Registrant = act.tx.need(command.registrant.0)?;
    act.about(person.id);
    let mut form = command.appointment.clone();
    if form.operator.is_nil() {
        form.operator = act.operator.map(|operator| operator.id).unwrap_or_default();
    }
    form.minutes = form.minutes.or(code_table::services().get(&form.service).map(|row| row.extra.minutes));
    let findings = check_booking(act, person.id, &form, None)?;
    if act.judge(findings, &command.accepted) {
        let booked = booked(act, command.id, person.id, form)?;
        enter(act, &booked)?;
    }
    Ok(())
}

/// What the rules say of a booking; `leaves` is the appointment whose place
/// it takes.
pub(super) fn check_booking(
    act: &Act<'_, '_>,
    person: RegistrantId,
    form: &AppointmentForm,
    leaves: Option<AppointmentId>,
) -> Result<Vec<Finding>> {
    let day = form.start.map(|start| start.date());
    let of_operator = match day {
        Some(day) => act.tx.appointments_between(day, day, Some(form.operator))?,
        None => Vec::new(),
    };
    let others = |all: Vec<Appointment>| -> Vec<Appointment> {
        all.into_iter().filter(|other| Some(other.id) != leaves).collect()
    };
    let dids = act.tx.dids_of(person)?;
    let versions = act.tx.versions_of(person)?;
    let operator = act.tx.get::<Operator>(form.operator.0)?;
    Ok(booking::check(&BookFacts {
        form,
        operator: operator.as_ref(),
        service_known: code_table::services().get(&form.service).is_some(),
        psp_fits: form.psp_version.is_none_or(|id| versions.iter().any(|v| v.id == id)),
        pact: has_pact(&versions),
        calendar: &calendar::from(act.tx, day.unwrap_or(act.today()))?,
        insurance: standing::open_did(&dids).is_some_and(|did| did.benefit.is_insurance()),
        in_person_for: convened::in_person_for(&*act.catalogue()?, standing::open_did(&dids), act.today()),
        working_days: day.map_or(0, |day| working_days(act.today(), day)),
        terms: act.parameters(act.today())?.convocation,
        of_operator: &others(of_operator),
        of_person: &others(act.tx.appointments_of(person)?),
        now: act.at,
    }))
}

/// The appointment a checked form asks for.
pub(super) fn booked(
    act: &Act<'_, '_>,
    id: AppointmentId,
    registrant: RegistrantId,
    form: AppointmentForm,
) -> Result<Appointment> {
    let agreed = form.agreed_in_person;
    let proved = agreed && has_pact(&act.tx.versions_of(registrant)?);
    Ok(Appointment {
        id,
        registrant,
        operator: form.operator,
        service: form.service,
        // A form without hour was refused.
        start: form.start.unwrap_or(act.at),
        minutes: form.minutes.unwrap_or_default(),
        mode: form.mode,
        place: form.place.trim().to_owned(),
        link: form.link.trim().to_owned(),
        // Agreed face to face: the convocation is made; a pact proves it (R-CNV-9).
        state: if agreed { AppointmentState::OptionChosen } else { AppointmentState::Drafted },
        channel: agreed.then_some(ConvocationChannel::InPersonAgreed),
        proved,
        psp_version: form.psp_version,
        note: form.note,
        by: act.by(),
        ..Appointment::default()
    })
}

/// Has the person a pact, in force or being made?
fn has_pact(versions: &[PspVersion]) -> bool {
    let lives = |v: &PspVersion| v.state.is_editable() || v.state.awaits_signature() || v.state.in_force();
    versions.iter().any(lives)
}

/// Had the person signed a pact by the hour of an appointment (R-CNV-9)? One
/// of the last DID given by then: that of an earlier one binds no more.
fn pact_signed(dids: &[Did], versions: &[PspVersion], by: NaiveDateTime) -> bool {
    let given = dids.iter().filter(|did| did.state != DidState::Annulled && did.date <= by.date());
    let last = given.max_by_key(|did| (did.date, did.id)).map(|did| did.id);
    let signed = |v: &&PspVersion| Some(v.did) == last && v.person_signed_at.is_some_and(|at| at <= by);
    let refused = |v: &PspVersion| {
        matches!(v.state, PspState::Refused | PspState::ExpiredUnsigned | PspState::Annulled)
    };
    versions.iter().filter(signed).any(|v| !refused(v))
}

/// Writes a new appointment with the reasons given for it.
pub(super) fn enter(act: &mut Act<'_, '_>, booked: &Appointment) -> Result<()> {
    act.tx.insert(booked)?;
    act.store_reasons(Subject::Appointment, booked.id.0, booked.registrant)?;
    let agreed = booked.state == AppointmentState::OptionChosen;
    let event = if agreed { word(AppointmentEvent::Agreed) } else { "booked".into() };
    left(act, booked, event, "", None)
}

/// Something happened to an appointment.
pub(super) fn event(act: &mut Act<'_, '_>, command: &AppointmentHappened) -> Result<()> {
    let before: Appointment = act.tx.need(command.appointment.0)?;
    act.about(before.registrant);
    let dids = act.tx.dids_of(before.registrant)?;
    let did = standing::open_did(&dids);
    let pads = act.tx.pads_of(before.registrant)?;
    let proof_facts = proof_facts(act, &before, command, did, &pads)?;
    let facts = HappenedFacts {
        appointment: &before,
        event: command.event,
        role: act.role(),
        channel: command.channel,
        address: &command.address,
        proved: command.proved,
        on: command.on,
        pact_signed: pact_signed(&dids, &act.tx.versions_of(before.registrant)?, before.start),
        justify_days: act.parameters(before.start.date())?.conditionality.absence_days,
        note: &command.note,
        grade: &proof::grade(&proof_facts),
        convocation: command.convocation.as_ref(),
        notice: Notice {
            insurance: did.is_some_and(|did| did.benefit.is_insurance()),
            working_days: working_days(act.today(), before.start.date()),
            terms: act.parameters(act.today())?.convocation,
            channel: command.channel,
        },
        now: act.at,
    };
    let (after, mut findings) = match happened::happened(&facts) {
        Ok(done) => done,
        Err(findings) => {
            act.judge(findings, &command.accepted);
            return Ok(());
        }
    };
    if command.event == AppointmentEvent::Sent {
        findings.extend(proof::told(&proof_facts));
        findings.extend(convocation_findings(act, command, did)?);
    }
    if !act.judge(findings, &command.accepted) {
        return Ok(());
    }
    let after = Appointment { asked_by: command.asked_by.or(after.asked_by), ..after };
    act.tx.update(&before, &after)?;
    act.store_reasons(Subject::Appointment, after.id.0, after.registrant)?;
    if propose::proposed(&after, &dids, &act.tx.cases_of(after.registrant)?).is_some() {
        act.outcome.proposes.push(CASE.to_owned());
    }
    let came = (command.event == AppointmentEvent::Delivered).then(|| facts.came());
    left(act, &after, word(command.event), command.note.trim(), came)
}

/// Leaves the state change of an appointment, and says its state.
pub(super) fn left(
    act: &mut Act<'_, '_>,
    appointment: &Appointment,
    event: String,
    note: &str,
    on: Option<NaiveDate>,
) -> Result<()> {
    act.changed(Change {
        kind: Subject::Appointment,
        subject: appointment.id.0,
        registrant: appointment.registrant,
        event,
        state: word(appointment.state),
        on,
        reason: note,
        evidence: &appointment.address_used,
    })?;
    act.touched("appointment", appointment.id.0);
    act.state("appointment", appointment.state);
    intake_follow::appointment(act, appointment)
}

/// The convocation that goes out now, or the one that went out.
fn proof_facts<'a>(
    act: &Act<'_, '_>,
    before: &'a Appointment,
    command: &'a AppointmentHappened,
    did: Option<&'a Did>,
    pads: &'a [Pad],
) -> Result<ProofFacts<'a>> {
    let now = command.event == AppointmentEvent::Sent;
    let channel = if now { command.channel } else { before.channel };
    let on = before.sent_at.filter(|_| !now).unwrap_or(act.at).date();
    let catalogue = act.catalogue()?;
    let row = channel.and_then(|channel| catalogue.convocation_channels().get(&word(channel)));
    Ok(ProofFacts {
        channel,
        weight: row.map_or(Weight::Never, |row| row.extra.proof),
        address: if now { &command.address } else { &before.address_used },
        on,
        did,
        pads,
        insurance_from: row.and_then(|row| row.extra.insurance_from),
        inclusion: row.is_some_and(|row| row.extra.inclusion),
    })
}

/// What the rules say of what a convocation says, and of how who registered
/// with MiAttivo is called (R-CNV-2, 3, 4, 13, 18).
fn convocation_findings(
    act: &Act<'_, '_>,
    command: &AppointmentHappened,
    did: Option<&Did>,
) -> Result<Vec<Finding>> {
    use ConvocationChannel as C;
    let mut found = Vec::new();
    if let Some(convocation) = &command.convocation {
        let catalogue = act.catalogue()?;
        found.extend(convened::findings(&catalogue, convocation, command.channel, did, act.today()));
    }
    let by_mail = matches!(command.channel, Some(C::Email | C::Sms) | None);
    if let (false, Some(person)) = (by_mail, act.outcome.registrant) {
        let registered = act.tx.miattivos_of(person)?;
        let waits = registered.iter().find(|m| m.state == MiAttivoState::Queued);
        found.extend(waits.map(|m| proof::MIATTIVO.at("channel").with(format!("{}, {}", m.email, m.mobile))));
    }
    Ok(found)
}

/// Working days after the first day, up to the last one included: Monday to
/// Friday without holidays.
fn working_days(from: NaiveDate, to: NaiveDate) -> u32 {
    let works = |day: &NaiveDate| day.weekday() != Weekday::Sat && !holidays::is_holiday(*day);
    let days = from.iter_days().skip(1).take_while(|day| *day <= to).filter(works).take(LONG_NOTICE);
    u32::try_from(days.count()).unwrap_or(u32::MAX)
}
