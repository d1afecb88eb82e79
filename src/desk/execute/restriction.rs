//! Processing restricted and free again (GDPR art. 18), and one look for every
//! command about somebody whose data are restricted.

use super::Act;
use super::act::{Change, italian};
use crate::desk::command::{Command, RestrictionBegin, RestrictionLift};
use crate::domain::event::{AcceptedWarning, Subject};
use crate::domain::registrant::Registrant;
use crate::domain::restriction::Restriction;
use crate::domain::restriction::rules::{self, AGAINST, RESTRICTED};
use crate::fault::Result;

/// Restricts the processing of the data of a person.
pub(super) fn begin(act: &mut Act<'_, '_>, command: &RestrictionBegin) -> Result<()> {
    let person: Registrant = act.tx.need(command.registrant.0)?;
    act.about(person.id);
    let new = Restriction {
        id: command.id,
        registrant: person.id,
        ground: command.ground,
        asked_by: command.asked_by,
        asked_on: command.asked_on.unwrap_or(act.today()),
        note: command.note.trim().to_owned(),
        at: act.at,
        by: act.by(),
        ..Restriction::default()
    };
    let running = act.tx.restriction_of(person.id)?;
    let found = rules::begin(&new, running.as_ref(), act.today());
    if !act.judge(found, &[]) {
        return Ok(());
    }
    act.tx.insert(&new)?;
    changed(act, &new, "restricted", &new.note)?;
    act.touched("restriction", new.id.0);
    Ok(())
}

/// Lifts a restriction, once whoever asked for it was told.
pub(super) fn lift(act: &mut Act<'_, '_>, command: &RestrictionLift) -> Result<()> {
    let before: Restriction = act.tx.need(command.restriction.0)?;
    act.about(before.registrant);
    let found = rules::lift(&before, command.told_on, &command.why, act.today());
    if !act.judge(found, &[]) {
        return Ok(());
    }
    let after = Restriction {
        told_on: command.told_on,
        lifted_on: Some(act.today()),
        lifted_why: command.why.trim().to_owned(),
        lifted_by: act.by(),
        ..before.clone()
    };
    act.tx.update(&before, &after)?;
    changed(act, &after, "unrestricted", &after.lifted_why)?;
    act.touched("restriction", after.id.0);
    Ok(())
}

fn changed(act: &mut Act<'_, '_>, of: &Restriction, state: &str, reason: &str) -> Result<()> {
    act.changed(Change {
        kind: Subject::Restriction,
        subject: of.id.0,
        registrant: of.registrant,
        event: state.to_owned(),
        state: state.to_owned(),
        on: (state == "restricted").then_some(of.asked_on),
        reason,
        evidence: "",
    })?;
    act.state("restriction", state);
    Ok(())
}

/// What a command does with data that are restricted.
enum Use {
    /// Keeps, corrects, informs, writes down what has happened.
    Keeps,
    /// Uses them: only for what the article allows.
    Uses,
    /// Turns them against the person, or takes away what is in dispute.
    Against,
}

fn of(command: &Command) -> Use {
    match command {
        Command::CaseOpen(_) | Command::CaseHappened(_) | Command::HistoryUndo(_) => Use::Against,
        Command::DidDeclare(_)
        | Command::EmploymentRecord(_)
        | Command::IncomeDeclare(_)
        | Command::AssessmentRecord(_)
        | Command::PspDraft(_)
        | Command::PspIntegrate(_)
        | Command::PspRetry(_)
        | Command::PspIssue(_)
        | Command::DocumentIssue(_)
        | Command::AppointmentBook(_)
        | Command::MiAttivoRegister(_)
        | Command::PadRecord(_)
        | Command::ActivityRecord(_)
        | Command::TargetedApply(_) => Use::Uses,
        _ => Use::Keeps,
    }
}

/// Weighs what a command does against the restriction of the person it is
/// about. Runs after the command, which has said whom it is about; a refusal
/// undoes it.
pub(super) fn check(act: &mut Act<'_, '_>, command: &Command) -> Result<()> {
    let what = of(command);
    if matches!(what, Use::Keeps) {
        return Ok(());
    }
    for person in act.people().to_vec() {
        let Some(running) = act.tx.restriction_of(person)? else { continue };
        let since = italian(running.asked_on);
        let finding = match what {
            Use::Against => AGAINST.found().with(since),
            _ => RESTRICTED.found().with(since),
        };
        let given = act.accepted().to_vec();
        act.judge(vec![finding], &given);
        // Those the command found have been kept by it.
        let found = act.outcome.findings.iter().find(|one| one.rule.0 == RESTRICTED.id);
        if let Some(finding) = found.filter(|one| one.reason.is_some()).cloned() {
            let warning = AcceptedWarning {
                id: act.fact_id(),
                subject_kind: Subject::Restriction,
                subject: running.id.0,
                registrant: person,
                field: None,
                rule: finding.rule.to_string(),
                text: finding.text,
                reason: finding.reason.unwrap_or_default(),
                at: act.at,
                by: act.by(),
            };
            act.tx.insert(&warning)?;
        }
    }
    Ok(())
}
