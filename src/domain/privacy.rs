//! Which data of a record are special (R-PRV-1): hidden on a screen until
//! somebody says why they are needed.
//!
//! The record has no field for disability, illness, pregnancy, protection
//! paths or convictions, and says so where free text is written. What can
//! still tell of them: the questions of the interview that are marked so
//! (services that follow the person, targeted placement), stored apart; why
//! an absence is justified (illness, pregnancy, court), the kind of a
//! residence permit (medical care, protection), who answers for a minor. The note of the office stays in sight: it is there to
//! be read at the desk, and its help says what not to write in it.

use super::appointment::{Appointment, AppointmentState};
use super::assessment::Assessment;
use super::assessment::questionnaire::Answer;
use super::conditionality::ConditionalityCase;
use super::event::{StateEvent, Subject};
use super::placement::TargetedCard;
use super::registrant::Registrant;

/// Does the reason noted with this appointment tell why the person did not
/// come?
#[must_use]
pub fn is_special_note(appointment: &Appointment) -> bool {
    let absent = matches!(
        appointment.state,
        AppointmentState::AbsentPending
            | AppointmentState::AbsentJustified
            | AppointmentState::AbsentUnjustified
    );
    absent && !appointment.outcome_note.trim().is_empty()
}

/// The same of an event of the record.
#[must_use]
pub fn is_special_event(event: &StateEvent) -> bool {
    let absent = ["absent_pending", "absent_justified", "absent_unjustified"].contains(&event.state.as_str());
    let tells = event.subject_kind == Subject::Case || event.subject_kind == Subject::Appointment && absent;
    tells && !event.reason.trim().is_empty()
}

/// Every field that is special, by table: the one list. Of appointments and
/// events those of an absence or a case are ([`is_special_note`],
/// [`is_special_event`]); single fields, as in the history of a person, are
/// hidden whatever they say.
pub const SPECIAL: &[(&str, &[&str])] = &[
    ("registrant", &["guardian_name", "permit_type", "permit_reason"]),
    ("assessment", &["special_answers"]),
    ("appointment", &["outcome_note"]),
    ("conditionality_case", &["reason"]),
    ("state_event", &["reason"]),
    (
        "targeted_card",
        &[
            "category",
            "report",
            "checks",
            "grounds",
            "observations",
            "answers",
            "committee_reference",
            "notes",
        ],
    ),
    ("document_reserved", &["content"]),
];

/// Does a field of a record tell of special data, whatever it says?
#[must_use]
pub fn is_special_field(table: &str, field: &str) -> bool {
    SPECIAL.iter().any(|(of, fields)| *of == table && fields.contains(&field))
}

/// Is there a record where a field of this name tells of special data?
#[must_use]
pub fn is_special_anywhere(field: &str) -> bool {
    SPECIAL.iter().any(|(_, fields)| fields.contains(&field))
}

/// Puts `word` in the place of why somebody did not come, or refused.
pub fn mask_case(case: &mut ConditionalityCase, word: &str) {
    if !case.reason.is_empty() {
        word.clone_into(&mut case.reason);
    }
}

/// Puts `word` in the place of the category, and nothing in that of all else
/// that an application for targeted placement tells of health (R-CM-10).
pub fn mask_targeted(card: &mut TargetedCard, word: &str) {
    let (id, application, registrant) = (card.id, card.application, card.registrant);
    *card =
        TargetedCard { id, application, registrant, category: word.to_owned(), ..TargetedCard::default() };
}

/// Puts `word` in the place of what is special in a record that is only
/// shown; what is empty stays empty.
pub fn mask(person: &mut Registrant, word: &str) {
    for field in [&mut person.guardian_name, &mut person.permit_type, &mut person.permit_reason] {
        if !field.trim().is_empty() {
            word.clone_into(field);
        }
    }
}

/// The same of what an interview keeps apart.
pub fn mask_answers(assessment: &mut Assessment, word: &str) {
    assessment.special_answers.values_mut().for_each(|answer| *answer = Answer::One(word.to_owned()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn why_somebody_was_not_there_is_special_and_that_they_were_not_is_not() {
        let of = |state, note: &str| {
            is_special_note(&Appointment { state, outcome_note: note.into(), ..Appointment::default() })
        };
        assert!(of(AppointmentState::AbsentJustified, "ricovero"));
        assert!(!of(AppointmentState::AbsentJustified, ""));
        assert!(!of(AppointmentState::Held, "10 minuti di attesa"));
        let event = |kind, state: &str| {
            is_special_event(&StateEvent {
                subject_kind: kind,
                state: state.into(),
                reason: "ricovero".into(),
                ..StateEvent::default()
            })
        };
        assert!(event(Subject::Appointment, "absent_justified"));
        assert!(!event(Subject::Appointment, "moved") && !event(Subject::Did, "absent_justified"));
    }

    #[test]
    fn of_an_application_only_that_it_is_there_is_left() {
        let mut card = TargetedCard {
            category: "deaf".into(),
            grounds: "percentuale".into(),
            observations: vec!["x".into()],
            ..TargetedCard::default()
        };
        card.report.percent = Some(60);
        mask_targeted(&mut card, "riservato");
        assert_eq!(card, TargetedCard { category: "riservato".into(), ..TargetedCard::default() });
    }

    #[test]
    fn a_masked_record_says_only_that_something_is_there() {
        let mut person = Registrant { permit_type: "cure_mediche".into(), ..Registrant::default() };
        mask(&mut person, "riservato");
        assert_eq!((person.permit_type.as_str(), person.guardian_name.as_str()), ("riservato", ""));
        let mut interview = Assessment::default();
        interview.special_answers.insert("servizi".into(), Answer::Several(vec!["sanitari".into()]));
        mask_answers(&mut interview, "riservato");
        assert_eq!(serde_json::to_string(&interview.special_answers).unwrap(), r#"{"servizi":"riservato"}"#);
    }
}
