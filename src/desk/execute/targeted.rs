//! Targeted placement: taking an application, what happens to it.

use super::Act;
use super::act::{Change, word};
use crate::desk::command::{TargetedApply, TargetedHappened};
use crate::desk::standing;
use crate::domain::activity::SourceAct;
use crate::domain::event::Subject;
use crate::domain::finding::Level;
use crate::domain::placement::apply::{self, ApplyFacts};
use crate::domain::placement::happen::{self, Happening, Known};
use crate::domain::placement::{Category, Measure, TargetedApplication, TargetedCard};
use crate::domain::registrant::{Registrant, gone};
use crate::fault::Result;
use crate::tables::code_table;

/// Takes an application at the counter.
pub(super) fn apply(act: &mut Act<'_, '_>, command: &TargetedApply) -> Result<()> {
    let person: Registrant = act.tx.need(command.registrant.0)?;
    act.about(person.id);
    let form = &command.application;
    let presented_on = form.presented_on.unwrap_or(act.today());
    let dids = act.tx.dids_of(person.id)?;
    let findings = apply::check(&ApplyFacts {
        person: &person,
        form,
        category: category(&form.category),
        did: standing::open_did(&dids),
        earlier: &act.tx.targeted_of(person.id)?,
        figures: &act.parameters(presented_on)?.placement,
        today: act.today(),
    });
    act.as_of(presented_on);
    if !act.judge(findings, &command.accepted) {
        return Ok(());
    }
    let application = TargetedApplication {
        id: command.id,
        registrant: person.id,
        state_since: presented_on,
        presented_on,
        protocol: form.protocol.trim().to_owned(),
        in_charge: form.in_charge.trim().to_owned(),
        other_list: form.other_list.trim().to_owned(),
        other_list_left_on: form.other_list_left_on,
        review_on: form.report.revision_on,
        by: act.by(),
        ..TargetedApplication::default()
    };
    let card = TargetedCard {
        id: command.card,
        application: command.id,
        registrant: person.id,
        category: form.category.clone(),
        report: form.report.clone(),
        ..TargetedCard::default()
    };
    act.tx.insert(&application)?;
    act.tx.insert(&card)?;
    act.store_reasons(Subject::Targeted, application.id.0, person.id)?;
    act.outcome.proposes.push(SourceAct::Targeted.lep().to_owned());
    left(act, &application, "presented".to_owned(), &application.protocol)
}

/// Something happened to an application: the machine and its guards.
pub(super) fn happened(act: &mut Act<'_, '_>, command: &TargetedHappened) -> Result<()> {
    let before: TargetedApplication = act.tx.need(command.application.0)?;
    act.about(before.registrant);
    // Written with the application; without it nothing is known to be special.
    let card = act.tx.targeted_card(before.id)?.unwrap_or_default();
    let dids = act.tx.dids_of(before.registrant)?;
    let unknown = Category { measure: Measure::Condition, needs_status: true };
    let known = Known {
        category: category(&card.category).unwrap_or(unknown),
        card: &card,
        figures: &act.parameters(before.presented_on)?.placement,
        role: act.role(),
        dead: gone::check(&dids, act.today()).is_some_and(|finding| finding.level == Level::Block),
        today: act.today(),
    };
    let what = Happening {
        event: command.event,
        on: command.on.unwrap_or(act.today()),
        note: command.note.trim(),
        reference: command.reference.trim(),
        report: command.report.as_ref(),
        checks: command.checks,
        list_number: &command.list_number,
        committee_reference: &command.committee_reference,
        observations: &command.observations,
        answers: &command.answers,
    };
    act.as_of(before.presented_on);
    if !act.judge(happen::check(&before, &what, &known), &command.accepted) {
        return Ok(());
    }
    let (after, special) = happen::apply(&before, &what, &known);
    act.tx.update(&before, &after)?;
    if !card.id.is_nil() {
        act.tx.update(&card, &special)?;
    }
    act.store_reasons(Subject::Targeted, after.id.0, after.registrant)?;
    left(act, &after, word(command.event), what.reference)
}

/// What the table says of a category.
fn category(code: &str) -> Option<Category> {
    code_table::targeted_categories().get(code).map(|row| row.extra)
}

/// The history says what happened and by which paper. The note does not go
/// there: it may tell of health, and stands with what is special.
fn left(
    act: &mut Act<'_, '_>,
    application: &TargetedApplication,
    event: String,
    evidence: &str,
) -> Result<()> {
    act.changed(Change {
        kind: Subject::Targeted,
        subject: application.id.0,
        registrant: application.registrant,
        event,
        state: word(application.state),
        on: Some(application.state_since),
        reason: "",
        evidence,
    })?;
    act.touched("application", application.id.0);
    act.state("application", application.state);
    Ok(())
}
