//! Logging LEP activities.

use super::Act;
use super::act::{Change, word};
use crate::desk::command::{ActivityHappened, ActivityRecord};
use crate::desk::lep;
use crate::domain::activity::rules::{self, RecordFacts};
use crate::domain::activity::{self, Activity, ActivityEvent, ActivityState};
use crate::domain::event::Subject;
use crate::domain::psp::{Measure, PspVersion};
use crate::domain::registrant::Registrant;
use crate::fault::Result;
use crate::tables::code_table;

/// What an Outcome proposes when the pact should be updated (R-LEP-4).
const NEW_VERSION: &str = "psp.integrate";

/// Logs an activity (LE01).
pub(super) fn record(act: &mut Act<'_, '_>, command: &ActivityRecord) -> Result<()> {
    let person: Registrant = act.tx.need(command.registrant.0)?;
    act.about(person.id);
    let mut form = command.activity.clone();
    form.lep = form.lep.trim().to_uppercase();
    let known = lep::known(&form.lep);
    form.sap = activity::lep::settled(known.as_ref(), &form.sap);

    let versions = act.tx.versions_of(person.id)?;
    let version = form.psp_version.and_then(|id| versions.iter().find(|v| v.id == id));
    let measure: Option<Measure> = form.measure.map(|id| act.tx.get(id.0)).transpose()?.flatten();
    let measure_fits =
        form.measure.is_none() || measure.is_some_and(|m| versions.iter().any(|v| v.id == m.version));
    let open = activity::proposals(
        &act.tx.dids_of(person.id)?,
        &act.tx.assessments_of(person.id)?,
        &versions,
        &act.tx.targeted_of(person.id)?,
        &act.tx.activities_of(person.id)?,
    );
    let findings = rules::check(&RecordFacts {
        form: &form,
        known: known.as_ref(),
        mode_known: form.mode.is_empty() || code_table::contact_modes().get(&form.mode).is_some(),
        psp_fits: version.is_some() == form.psp_version.is_some() && measure_fits,
        psp_editable: version.is_some_and(|v| v.state.is_editable()),
        source_open: open.iter().any(|proposal| Some(proposal.source) == form.source),
        today: act.today(),
    });
    // A service given before is weighed by the rules of its day.
    act.as_of(form.date.unwrap_or(act.today()));
    if !act.judge(findings, &command.accepted) {
        return Ok(());
    }
    let activity = Activity {
        id: command.id,
        registrant: person.id,
        lep: form.lep,
        sap: form.sap,
        date: form.date.unwrap_or(act.today()),
        minutes: form.minutes.unwrap_or_default(),
        mode: form.mode,
        state: form.state,
        outcome: form.outcome,
        output: form.output,
        provider: form.provider,
        psp_version: form.psp_version,
        measure: form.measure,
        co_reference: form.co_reference.trim().to_owned(),
        hired: form.hired,
        note: form.note,
        source: form.source,
        by: act.by(),
    };
    act.tx.insert(&activity)?;
    act.store_reasons(Subject::Activity, activity.id.0, person.id)?;
    left(act, &activity, "recorded".into(), "")
}

/// Something happened to an activity.
pub(super) fn happened(act: &mut Act<'_, '_>, command: &ActivityHappened) -> Result<()> {
    let before: Activity = act.tx.need(command.activity.0)?;
    act.about(before.registrant);
    let version: Option<PspVersion> = before.psp_version.map(|id| act.tx.get(id.0)).transpose()?.flatten();
    let in_force = version.is_some_and(|v| v.state.in_force());
    let (co, note) = (command.co_reference.trim(), command.note.trim());
    let state = match rules::happened(&before, command.event, note, co, in_force) {
        Ok((state, findings)) => {
            act.judge(findings, &[]);
            state
        }
        Err(findings) => {
            act.judge(findings, &[]);
            return Ok(());
        }
    };
    let mut after = Activity { state, ..before.clone() };
    if command.event == ActivityEvent::Concluded {
        if !note.is_empty() {
            note.clone_into(&mut after.outcome);
        }
        if !co.is_empty() {
            co.clone_into(&mut after.co_reference);
        }
    }
    if matches!(state, ActivityState::Started | ActivityState::Concluded) {
        // Begun before the day that was planned: it was given today.
        after.date = after.date.min(act.today());
    }
    act.tx.update(&before, &after)?;
    left(act, &after, word(command.event), note)
}

fn left(act: &mut Act<'_, '_>, activity: &Activity, event: String, reason: &str) -> Result<()> {
    act.changed(Change {
        kind: Subject::Activity,
        subject: activity.id.0,
        registrant: activity.registrant,
        event,
        state: word(activity.state),
        on: Some(activity.date.min(act.today())),
        reason,
        evidence: &activity.co_reference,
    })?;
    if activity.lep == "E" && activity.state == ActivityState::Concluded {
        act.outcome.proposes.push(NEW_VERSION.to_owned());
    }
    act.touched("activity", activity.id.0);
    act.state("activity", activity.state);
    Ok(())
}
