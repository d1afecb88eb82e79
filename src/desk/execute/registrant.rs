//! Registering a person, changing their data, giving the privacy notice.

use super::Act;
use super::act::italian;
use crate::desk::command::{PrivacyNoticeGiven, RegistrantEdit, RegistrantRegister};
use crate::desk::weigh;
use crate::domain::edit;
use crate::domain::event::{PrivacyNotice, Subject};
use crate::domain::finding::{Finding, Level};
use crate::domain::fiscal_code::FiscalCode;
use crate::domain::registrant::Registrant;
use crate::domain::registrant::rules::{LINE, NOTICE_FUTURE, check_text};
use crate::domain::restriction;
use crate::fault::Result;

/// Registers a person who was not here.
pub(super) fn register(act: &mut Act<'_, '_>, command: &RegistrantRegister) -> Result<()> {
    let person = canonical(command.registrant.clone());
    act.about(person.id);
    let findings = weigh(act, &person)?;
    if !act.judge(findings, &command.accepted) {
        return Ok(());
    }
    act.tx.insert(&person)?;
    act.store_reasons(Subject::Registrant, person.id.0, person.id)?;
    act.touched("registrant", person.id.0);
    Ok(())
}

/// Changes fields of a person, each with what it was.
pub(super) fn edit(act: &mut Act<'_, '_>, command: &RegistrantEdit) -> Result<()> {
    let before: Registrant = act.tx.need(command.registrant.0)?;
    act.about(before.id);
    let after = match edit::apply(&before, &command.edits) {
        Ok(after) => canonical(after),
        Err(problems) => return act.refuse_edits(problems),
    };
    let known = weigh(act, &before)?;
    let mut findings = weigh(act, &after)?;
    findings.extend(restriction::rules::asked(command.asked_on, act.today()));
    // A warning that stood before the edit was answered when it came up: it
    // is shown again, not asked again.
    for finding in findings.iter_mut().filter(|f| f.level == Level::Warn && known.contains(f)) {
        finding.level = Level::Show;
    }
    if !act.judge(findings, &command.accepted) {
        return Ok(());
    }
    act.tx.update(&before, &after)?;
    act.store_reasons(Subject::Registrant, after.id.0, after.id)?;
    act.touched("registrant", after.id.0);
    Ok(())
}

/// Records that the notice of art. 13 GDPR was given (R-PRV-2).
pub(super) fn privacy_notice(act: &mut Act<'_, '_>, command: &PrivacyNoticeGiven) -> Result<()> {
    let person: Registrant = act.tx.need(command.registrant.0)?;
    act.about(person.id);
    let mut found = Vec::new();
    check_text("version", &command.version, LINE, &mut found);
    if let Some(given) = command.given_on.filter(|day| *day > act.today()) {
        found.push(NOTICE_FUTURE.at("given_on").with(italian(given)));
    }
    if !act.judge(found, &[]) {
        return Ok(());
    }
    let notice = PrivacyNotice {
        id: act.fact_id(),
        registrant: person.id,
        version: command.version.trim().to_owned(),
        version_date: command.version_date,
        given_on: command.given_on.unwrap_or(act.today()),
        by: act.by(),
    };
    act.tx.insert(&notice)?;
    act.touched("privacy_notice", notice.id.0);
    Ok(())
}

/// The fiscal code in capitals without blanks, texts without blanks around.
fn canonical(mut person: Registrant) -> Registrant {
    if let Ok(code) = FiscalCode::parse(&person.fiscal_code) {
        code.as_str().clone_into(&mut person.fiscal_code);
    }
    for text in [&mut person.surname, &mut person.name, &mut person.email, &mut person.mobile] {
        if text.trim() != text {
            *text = text.trim().to_owned();
        }
    }
    person
}

/// What the rules say of a person's data, with what tables and archive know.
fn weigh(act: &Act<'_, '_>, person: &Registrant) -> Result<Vec<Finding>> {
    let others = act.tx.registrants_with_code(&person.fiscal_code)?;
    let other = others.iter().find(|other| other.id != person.id).map(Registrant::list_name);
    Ok(weigh::registrant(person, other.as_deref(), act.today()))
}
