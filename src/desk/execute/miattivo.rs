//! Recording MiAttivo registrations and what happens to them.

use super::act::{Change, word};
use super::{Act, intake_follow};
use crate::desk::command::{MiAttivoHappened, MiAttivoRegister};
use crate::domain::event::Subject;
use crate::domain::ids::RegistrantId;
use crate::domain::machine;
use crate::domain::miattivo::rules::{self, HappenedFacts, KnownBenefit, RegisterFacts};
use crate::domain::miattivo::{MiAttivo, MiAttivoEvent, MiAttivoState, states};
use crate::domain::registrant::Registrant;
use crate::fault::Result;

/// Records a registration and puts the person in the queue (R-MIA-7).
pub(super) fn register(act: &mut Act<'_, '_>, command: &MiAttivoRegister) -> Result<()> {
    let person: Registrant = act.tx.need(command.registrant.0)?;
    act.about(person.id);
    let form = &command.miattivo;
    let day = form.inps_date.unwrap_or(act.today());
    let catalogue = act.catalogue()?;
    let row = catalogue.benefits().get_on(form.benefit.trim(), day);
    let holds = |day| catalogue.benefits().on(day).any(|row| row.code == form.benefit.trim());
    let term = act.parameters(day)?.benefits.registration_days;
    let helper = act.operator.map(|operator| operator.full_name()).unwrap_or_default();
    let findings = rules::check(&RegisterFacts {
        form,
        person: &person,
        benefit: row.map(|row| KnownBenefit {
            label: &row.label,
            listed: row.extra.miattivo,
            in_force: holds(day),
            today: holds(act.today()),
        }),
        earlier: &act.tx.miattivos_of(person.id)?,
        helper: &helper,
        targeted: act.tx.targeted_of(person.id)?.iter().any(|application| application.state.holds()),
        term,
        today: act.today(),
    });
    act.as_of(day);
    if !act.judge(findings, &command.accepted) {
        return Ok(());
    }
    let registered_on = form.registered_on.unwrap_or(act.today());
    let mut registration = MiAttivo {
        id: command.id,
        registrant: person.id,
        registered_on,
        benefit: if form.is_recipient() { form.benefit.trim().to_owned() } else { String::new() },
        inps_date: form.inps_date,
        email: form.email.trim().to_owned(),
        mobile: form.mobile.trim().to_owned(),
        late: form.inps_date.is_some_and(|applied| rules::is_late(applied, registered_on, term)),
        helped_by: if form.helped { act.by() } else { String::new() },
        note: form.note.trim().to_owned(),
        recorded_at: act.at,
        recorded_by: act.by(),
        ..MiAttivo::default()
    };
    let complete = if registration.late { MiAttivoEvent::RegisteredLate } else { MiAttivoEvent::Registered };
    let opened = registration.clone();
    act.tx.insert(&opened)?;
    left(act, &opened, "opened", &opened.helped_by)?;
    for event in [complete, MiAttivoEvent::Queued] {
        registration.state =
            machine::next(states::TABLE, registration.state, event).unwrap_or(registration.state);
        left(act, &registration, event.word(), "")?;
    }
    act.tx.update(&opened, &registration)?;
    act.store_reasons(Subject::MiAttivo, registration.id.0, registration.registrant)?;
    // Somebody already convened, or with a pact, does not wait in the queue.
    intake_follow::catch_up(act, &registration)
}

/// Something an operator records of a registration.
pub(super) fn happened(act: &mut Act<'_, '_>, command: &MiAttivoHappened) -> Result<()> {
    let before: MiAttivo = act.tx.need(command.miattivo.0)?;
    act.about(before.registrant);
    let other = command.survivor.filter(|id| *id != before.registrant);
    let survivor = match other {
        Some(RegistrantId(id)) => act.tx.get::<Registrant>(id)?.is_some(),
        None => false,
    };
    let facts = HappenedFacts {
        registration: &before,
        event: command.event,
        evidence: &command.evidence,
        survivor,
        role: act.role(),
    };
    let state = match rules::happened(&facts) {
        Ok(state) => state,
        Err(findings) => {
            act.judge(findings, &[]);
            return Ok(());
        }
    };
    let merged = command.event == MiAttivoEvent::Merged;
    let after = MiAttivo { state, survivor: other.filter(|_| merged).or(before.survivor), ..before.clone() };
    act.tx.update(&before, &after)?;
    left(act, &after, command.event.word(), command.evidence.trim())
}

/// Leaves the state change of a registration, and says its state.
pub(super) fn left(
    act: &mut Act<'_, '_>,
    registration: &MiAttivo,
    event: &str,
    evidence: &str,
) -> Result<()> {
    use MiAttivoState as S;
    let begun = matches!(registration.state, S::Started | S::Registered | S::LateRegistered);
    act.changed(Change {
        kind: Subject::MiAttivo,
        subject: registration.id.0,
        registrant: registration.registrant,
        event: event.to_owned(),
        state: word(registration.state),
        on: begun.then_some(registration.registered_on),
        reason: "",
        evidence,
    })?;
    act.touched("miattivo", registration.id.0);
    act.state("miattivo", registration.state);
    Ok(())
}
