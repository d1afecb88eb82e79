//! Each missing point is told by its rule, in its section, and nothing else is.

use chrono::NaiveDate;
use uuid::Uuid;

use super::*;
use crate::domain::did::{Benefit, DidState};
use crate::domain::ids::OperatorId;

fn day(month: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, d).unwrap()
}

#[derive(Clone)]
struct Whole {
    version: PspVersion,
    person: Registrant,
    did: Did,
    assessment: Assessment,
    measures: Vec<Measure>,
    search_acts: Vec<SearchAct>,
    appointment_fixed: bool,
    notice_given: bool,
    office_named: bool,
}

fn whole() -> Whole {
    Whole {
        version: PspVersion {
            contact_address: "via d'Esempio 1".into(),
            objective: "Un lavoro vicino a casa".into(),
            case_officer: Some(OperatorId(Uuid::from_u128(1))),
            contact_frequency: "mensile".into(),
            contact_mode: "in_person".into(),
            convocation_channel: "pec".into(),
            working_day_calls: true,
            proof_method: "portale".into(),
            available_initiatives: true,
            available_training: true,
            accepts_offers: true,
            privacy_version: "3".into(),
            privacy_date: Some(day(1, 15)),
            ..PspVersion::default()
        },
        person: Registrant {
            fiscal_code: "RSSMRA85T50F205V".into(),
            surname: "Rossi".into(),
            name: "Maria".into(),
            birth_date: NaiveDate::from_ymd_opt(1985, 12, 10),
            birth_place: "F205".into(),
            id_doc_type: "passaporto".into(),
            id_doc_number: "YA0000000".into(),
            ..Registrant::default()
        },
        did: Did { benefit: Benefit::Naspi, ..Did::default() },
        assessment: Assessment {
            judgement: "Autonoma".into(),
            sectors: "Servizi".into(),
            ..Assessment::default()
        },
        measures: vec![Measure::default()],
        search_acts: vec![SearchAct { quantity: "2 al mese".into(), ..SearchAct::default() }],
        appointment_fixed: true,
        notice_given: true,
        office_named: true,
    }
}

/// Rule and section of everything said of a version with one thing changed.
fn said(change: impl FnOnce(&mut Whole)) -> Vec<(String, u8)> {
    let mut whole = whole();
    change(&mut whole);
    let found = check(&PspFacts {
        version: &whole.version,
        person: &whole.person,
        did: Some(&whole.did),
        assessment: Some(&whole.assessment),
        measures: &whole.measures,
        search_acts: &whole.search_acts,
        appointment_fixed: whole.appointment_fixed,
        notice_given: whole.notice_given,
        office_named: whole.office_named,
        today: day(11, 23),
    });
    found.iter().map(|f| (f.rule.to_string(), section_of(f).unwrap())).collect()
}

#[test]
fn a_whole_version_says_nothing() {
    assert_eq!(said(|_| {}), []);
}

#[test]
fn every_missing_point_has_its_rule_and_its_section() {
    type Change = fn(&mut Whole);
    let table: [(&str, u8, Change); 25] = [
        ("R-PAT-12", 8, |w| w.appointment_fixed = false),
        ("R-PAT-6", 1, |w| w.office_named = false),
        ("R-PAT-6", 1, |w| w.person.fiscal_code.clear()),
        ("R-PAT-6", 1, |w| w.person.name = " ".into()),
        ("R-PAT-6", 1, |w| w.person.birth_date = None),
        ("R-PAT-6", 1, |w| w.person.birth_place.clear()),
        ("R-PAT-7", 1, |w| w.person.id_doc_number.clear()),
        ("R-DID-15", 1, |w| w.person.birth_date = NaiveDate::from_ymd_opt(2008, 11, 24)),
        ("R-PSP-12", 1, |w| w.version.contact_address = "  ".into()),
        ("R-PSP-1", 2, |w| w.did.state = DidState::Lost),
        ("R-PSP-2", 3, |w| w.assessment.judgement.clear()),
        ("R-PSP-20", 3, |w| w.assessment.sectors.clear()),
        ("R-PAT-8", 4, |w| w.version.objective.clear()),
        ("R-PSP-2", 5, |w| w.version.case_officer = None),
        ("R-PSP-2", 5, |w| w.version.contact_frequency.clear()),
        ("R-PSP-2", 5, |w| w.version.contact_mode.clear()),
        ("R-PSP-13", 5, |w| w.version.convocation_channel.clear()),
        ("R-PSP-13", 5, |w| w.version.working_day_calls = false),
        ("R-PAT-9", 6, |w| w.measures.clear()),
        ("R-PSP-2", 7, |w| w.search_acts.clear()),
        ("R-PSP-2", 7, |w| w.search_acts[0].quantity.clear()),
        ("R-PSP-2", 7, |w| w.version.proof_method.clear()),
        ("R-PRV-2", 13, |w| w.notice_given = false),
        ("R-PRV-2", 13, |w| w.version.privacy_version.clear()),
        ("R-PSP-16", 14, |w| w.version.confirm_by = Some(day(11, 22))),
    ];
    for (index, (rule, section, change)) in table.into_iter().enumerate() {
        assert_eq!(said(change), [(rule.to_owned(), section)], "row {index}");
    }
    let none = said(|w| {
        w.version.available_initiatives = false;
        w.version.available_training = false;
        w.version.accepts_offers = false;
    });
    assert_eq!(none, vec![("R-PSP-3".to_owned(), 9); 3]);
}

#[test]
fn just_inside_the_borders() {
    assert_eq!(said(|w| w.version.confirm_by = Some(day(11, 23))), []);
    assert_eq!(said(|w| w.person.birth_date = NaiveDate::from_ymd_opt(2008, 11, 23)), [], "18 today");
    let index = |w: &mut Whole| {
        w.assessment.judgement.clear();
        w.assessment.index_value = "0.412".into();
        w.assessment.index_date = Some(day(11, 13));
    };
    assert_eq!(said(index), [], "an index is a profile too");
    let no_benefit = |w: &mut Whole| {
        w.did.benefit = Benefit::None;
        w.version.working_day_calls = false;
    };
    assert_eq!(said(no_benefit), []);
    let reason = |w: &mut Whole| {
        w.measures.clear();
        w.version.no_measure_reason = "Corso già iniziato altrove".into();
    };
    assert_eq!(said(reason), []);
    let dated = |w: &mut Whole| {
        w.search_acts[0] = SearchAct { by_date: Some(day(12, 31)), ..SearchAct::default() };
    };
    assert_eq!(said(dated), []);
}

#[test]
fn the_list_of_sections_shows_the_worst_of_each() {
    let found = [
        OBJECTIVE.at("section.4.objective"),
        SECTORS.at("section.3.sectors"),
        PROFILE.at("section.3.assessment"),
    ];
    let signs = signs(&found);
    assert_eq!((signs[2], signs[3], signs[4]), (Sign::Missing, Sign::Warned, Sign::Fine));
    assert!(!is_complete(&found) && is_complete(&found[..2]));
}
