//! Each check speaks of its failing fixture and is silent once it is mended.

use chrono::NaiveDate;
use uuid::Uuid;

use super::*;
use crate::domain::activity::SapChoice;
use crate::domain::ids::{MeasureId, OperatorId};
use crate::domain::psp::SearchAct;

mod cases;
mod rows;
mod words;

fn day(month: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, d).unwrap()
}

fn next_year(month: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, month, d).unwrap()
}

/// Everything a pact rests on, good in every respect.
#[derive(Clone)]
struct Whole {
    version: PspVersion,
    person: Registrant,
    did: Did,
    assessment: Assessment,
    measures: Vec<Measure>,
    acts: Vec<SearchAct>,
    office: Office,
    officer: Operator,
    appointments: Vec<Appointment>,
    activities: Vec<Activity>,
    before: Vec<Measure>,
    known: Known,
}

/// A failing fixture, and the same with the mistake mended.
type Case = (&'static str, fn(&mut Whole), fn(&mut Whole));

fn words() -> &'static SpecialWords {
    static WORDS: std::sync::OnceLock<SpecialWords> = std::sync::OnceLock::new();
    let own = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect();
    WORDS.get_or_init(|| SpecialWords {
        health: own(&["depress*", "ernia"]),
        judicial: own(&["carcer*"]),
        household: own(&["figli", "marito"]),
    })
}

fn lep(title: &str, choices: &[&str]) -> LepKnown {
    let choices = choices.iter().map(|c| (*c).to_owned()).collect();
    LepKnown { title: title.into(), for_persons: true, choices, ..LepKnown::default() }
}

fn measure(position: u32, lep: &str) -> Measure {
    Measure {
        id: MeasureId(Uuid::from_u128(u128::from(position))),
        position,
        lep: lep.into(),
        sap: if lep == "E" { SapChoice::Attested("A03".into()) } else { SapChoice::NotAttested },
        from: Some(day(12, 1)),
        to: Some(next_year(1, 31)),
        expected_outcome: "documento con le competenze".into(),
        ..Measure::default()
    }
}

fn act(position: u32, action: &str, quantity: &str) -> SearchAct {
    SearchAct { position, action: action.into(), quantity: quantity.into(), ..SearchAct::default() }
}

fn whole() -> Whole {
    let address = "via d'Esempio 1, 24121 Bergamo (BG)";
    Whole {
        version: PspVersion {
            number: 1,
            contact_address: address.into(),
            objective: "Un lavoro d'ufficio vicino a casa.".into(),
            case_officer: Some(OperatorId(Uuid::from_u128(1))),
            contact_frequency: "mensile".into(),
            contact_mode: "in_person".into(),
            convocation_channel: "pec".into(),
            working_day_calls: true,
            proof_method: "scheda_ricerca".into(),
            person_commitments: "Aggiornare il curriculum entro 15 giorni.".into(),
            office_commitments: "Segnalare le offerte coerenti con il profilo.".into(),
            privacy_version: "3".into(),
            created_at: day(11, 23).and_hms_opt(9, 0, 0).unwrap(),
            ..PspVersion::default()
        },
        person: Registrant {
            fiscal_code: "RSSMRA85T50F205V".into(),
            surname: "Rossi".into(),
            name: "Maria".into(),
            birth_date: NaiveDate::from_ymd_opt(1985, 12, 10),
            id_doc_type: "passaporto".into(),
            id_doc_number: "YA0000000".into(),
            id_doc_expires_on: Some(next_year(6, 1)),
            mobile: "333 0000000".into(),
            mobile_verified_on: Some(day(11, 12)),
            email: "maria@example.org".into(),
            email_verified_on: Some(day(11, 12)),
            pec: "maria@pec.example.org".into(),
            last_job_title: "impiegata".into(),
            last_job_end: Some(day(11, 9)),
            ..Registrant::default()
        },
        did: Did {
            date: day(11, 12),
            benefit: Benefit::Naspi,
            inps_date: Some(day(11, 12)),
            national_id: "ABC".into(),
            ..Did::default()
        },
        assessment: Assessment {
            date: day(11, 20),
            judgement: "Autonoma e motivata nella ricerca.".into(),
            sectors: "edilizia".into(),
            path: "ordinario".into(),
            digital_skill: "base".into(),
            index_value: "0.41".into(),
            index_date: Some(day(11, 13)),
            ..Assessment::default()
        },
        measures: vec![measure(1, "E")],
        acts: vec![act(1, "invio di candidature", "2 la settimana")],
        office: Office { phone: "035 000000".into(), privacy_version: "3".into(), ..Office::default() },
        officer: Operator {
            name: "Anna".into(),
            surname: "Bianchi".into(),
            phone: "035 000001".into(),
            ..Operator::default()
        },
        appointments: vec![Appointment {
            start: day(12, 10).and_hms_opt(10, 0, 0).unwrap(),
            proved: true,
            ..Appointment::default()
        }],
        activities: Vec::new(),
        before: Vec::new(),
        known: Known {
            terms: Terms {
                assessment_days: 180,
                index_days: 90,
                did_code_days: 30,
                presence_days: 90,
                agencies: 3,
            },
            frequency_days: 31,
            leps: vec![
                ("E".into(), lep("Orientamento specialistico", &["A03", "A06"])),
                ("G".into(), lep("Assegno di ricollocazione", &[])),
            ],
            addresses: vec![address.into()],
            words: words(),
            ..Known::default()
        },
    }
}

fn said(whole: &Whole) -> Vec<Advice> {
    lint(&around(whole))
}

fn cases() -> impl Iterator<Item = Case> {
    cases::CASES.iter().chain(rows::CASES).chain(words::CASES).copied()
}

#[test]
fn a_good_pact_gets_no_advice() {
    assert_eq!(said(&whole()), []);
}

#[test]
fn every_check_has_a_failing_and_a_mended_fixture() {
    let (mut failing, mut mended) = (0, 0);
    let mut wrong = Vec::new();
    for (code, fail, mend) in cases() {
        let mut whole = whole();
        fail(&mut whole);
        let found = said(&whole);
        // One mistake, one voice: an operator does not read five lines.
        if found.is_empty() || found.iter().any(|a| a.code != code || a.text.contains("{}")) {
            wrong.push(format!("{code} failing: {found:#?}"));
        }
        failing += 1;
        mend(&mut whole);
        let found = said(&whole);
        if !found.is_empty() {
            wrong.push(format!("{code} mended: {found:#?}"));
        }
        mended += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let all: Vec<&str> = checks().map(|check| check.code).collect();
    let without: Vec<_> = all.iter().filter(|code| !cases().any(|case| case.0 == **code)).collect();
    assert!(without.is_empty(), "no fixture for {without:?}");
    assert!(all.len() >= 40);
    println!("lint: {} checks, {failing} failing fixtures, {mended} mended", all.len());
}

#[test]
fn the_table_is_in_order_and_says_how_to_mend() {
    for (place, check) in checks().enumerate() {
        assert_eq!(check.code, format!("L-PSP-{:02}", place + 1));
        assert!(check.mend.ends_with('.') && check.text.len() > 20, "{}", check.code);
        assert!(check.section.is_none_or(|section| (1..=15).contains(&section)), "{}", check.code);
    }
}

#[test]
fn advice_never_stops_and_stands_in_its_section() {
    for (_, fail, _) in cases() {
        let mut whole = whole();
        fail(&mut whole);
        for advice in said(&whole) {
            let finding = advice.finding();
            assert!(!finding.stops() && finding.level == Level::Show);
            assert_eq!(crate::domain::psp::rules::section_of(&finding), Some(advice.section));
        }
    }
}

#[test]
fn an_issued_version_is_judged_by_its_day() {
    let mut whole = whole();
    whole.measures[0].to = Some(day(12, 20));
    whole.version.issued_at = day(11, 23).and_hms_opt(10, 0, 0);
    whole.version.state = crate::domain::psp::PspState::AwaitingPerson;
    let later = PspFacts { today: next_year(11, 1), ..around(&whole).pact };
    let found = lint(&LintFacts { pact: later, ..around(&whole) });
    assert_eq!(found, [], "a year later it is the same paper");
}

#[test]
fn no_text_breaks_it() {
    let nasty = [
        "",
        " ",
        "\n\n",
        "{}",
        "{} {} {}",
        "\u{0}",
        "\u{301}\u{301}",
        "entro",
        "entro il 99/99/9999",
        "sig.",
        "sig.ra",
        "sig. \u{202e}X",
        "31/02/2026",
        "entro 1/1/-5",
        "RSSMRA85T50F205X",
        "🙂🙂🙂",
        "文字",
        "0000000000000000000000000000",
        "99999999999999999999999999 la settimana",
        "’",
        "İıß",
        "TUTTO MAIUSCOLO QUI",
    ];
    let mut dice = 12345_u64;
    for round in 0..2_000_usize {
        let mut text = String::new();
        for _ in 0..round % 7 {
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(nasty[usize::try_from(dice >> 33).unwrap() % nasty.len()]);
            text.extend(char::from_u32(u32::try_from(dice >> 40).unwrap() % 0x11_0000));
            text.push(if dice & 1 == 0 { ' ' } else { '\n' });
        }
        let mut whole = whole();
        let (row, act) = (&mut whole.measures[0], &mut whole.acts[0]);
        for field in [
            &mut whole.version.objective,
            &mut whole.version.person_commitments,
            &mut whole.version.office_commitments,
            &mut whole.version.contact_address,
            &mut whole.version.reason,
            &mut whole.version.contact_frequency,
            &mut whole.assessment.judgement,
            &mut whole.assessment.sectors,
            &mut whole.person.fiscal_code,
            &mut whole.person.surname,
            &mut row.title,
            &mut row.lep,
            &mut act.action,
            &mut act.quantity,
        ] {
            field.clone_from(&text);
        }
        for advice in said(&whole) {
            assert!(advice.text.chars().count() < 600, "{advice:?}");
        }
    }
}

fn around(whole: &Whole) -> LintFacts<'_> {
    LintFacts {
        pact: PspFacts {
            version: &whole.version,
            person: &whole.person,
            did: Some(&whole.did),
            assessment: Some(&whole.assessment),
            measures: &whole.measures,
            search_acts: &whole.acts,
            appointment_fixed: true,
            notice_given: true,
            office_named: true,
            today: day(11, 23),
        },
        office: Some(&whole.office),
        officer: Some(&whole.officer),
        appointments: &whole.appointments,
        activities: &whole.activities,
        before: &whole.before,
        known: &whole.known,
        prints: |c| c.is_ascii() || "àèéìòùÀÈÉÌÒÙ€«»’".contains(c),
    }
}
