//! Registering a person, changing their data, giving the privacy notice.

use super::Act;
use crate::desk::command::{PrivacyNoticeGiven, RegistrantEdit, RegistrantRegister};
use crate::domain::codes::PlaceCode;
use crate::domain::edit;
use crate::domain::event::{PrivacyNotice, Subject};
use crate::domain::finding::{Finding, Level};
use crate::domain::fiscal_code::FiscalCode;
use crate::domain::registrant::Registrant;
use crate::domain::registrant::rules::{self, Known};
use crate::fault::Result;
use crate::tables;

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
    let notice = PrivacyNotice {
        id: act.fact_id(),
        registrant: person.id,
        version: command.version.clone(),
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
    let place = PlaceCode::parse(&person.birth_place).ok();
    let doubt = place.and_then(|place| tables::places::doubt(place, person.birth_date));
    let others = act.tx.registrants_with_code(&person.fiscal_code)?;
    let other = others.iter().find(|other| other.id != person.id).map(Registrant::list_name);
    let unknown = unknown_codes(person);
    let known = Known {
        birth_place: doubt.as_ref(),
        unknown_codes: &unknown,
        same_code: other.as_deref().filter(|_| !person.fiscal_code.is_empty()),
    };
    Ok(rules::check(person, known, act.today()))
}

/// The fields whose code no table has.
fn unknown_codes(person: &Registrant) -> Vec<&'static str> {
    let mut unknown = Vec::new();
    let mut look = |field, code: &str, known: bool| {
        if !code.is_empty() && !known {
            unknown.push(field);
        }
    };
    let is_place =
        |code: &str| PlaceCode::parse(code).is_ok_and(|code| tables::places::get(code, None).is_some());
    look("birth_place", &person.birth_place, PlaceCode::parse(&person.birth_place).is_ok());
    look("residence_place", &person.residence_place, is_place(&person.residence_place));
    look("domicile_place", &person.domicile_place, is_place(&person.domicile_place));
    look(
        "citizenship",
        &person.citizenship,
        tables::citizenships::table().get(&person.citizenship).is_some(),
    );
    unknown
}
