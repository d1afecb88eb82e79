//! The clocks of `domain::radar` by the shipped figures: here, where tables are.

use chrono::{NaiveDate, NaiveDateTime};
use uuid::Uuid;

use crate::domain::activity::{Activity, ActivityState};
use crate::domain::appointment::{Appointment, AppointmentState, ConvocationChannel};
use crate::domain::assessment::Assessment;
use crate::domain::conditionality::{CaseKind, CaseState, ConditionalityCase, Consequence as Outcome};
use crate::domain::deadline::{Consequence, Kind};
use crate::domain::did::{Benefit, Did, DidState};
use crate::domain::employment::{Employment, EmploymentKind, IncomeDeclaration};
use crate::domain::ids::{
    ActivityId, AppointmentId, AssessmentId, CaseId, DidId, EmploymentId, IncomeDeclarationId, MeasureId,
    MiAttivoId, OperatorId, PspVersionId, RegistrantId, SearchActId,
};
use crate::domain::miattivo::{MiAttivo, MiAttivoState};
use crate::domain::money::Cents;
use crate::domain::pad::{Pad, PadState};
use crate::domain::placement::{TargetedApplication, TargetedState};
use crate::domain::psp::{Measure, PspState, PspVersion, SearchAct};
use crate::domain::radar::{Facts, Known, clocks};
use crate::domain::registrant::Registrant;
use crate::domain::signing::{Channel, Signing, SigningState, Times};
use crate::tables::catalogue;

mod order;
mod records;
mod worked;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> NaiveDateTime {
    day(text).and_hms_opt(9, 0, 0).unwrap()
}

/// All Saints, the Immaculate and Christmas are enough here, and Sundays.
fn holiday(day: NaiveDate) -> bool {
    use chrono::{Datelike, Weekday};
    matches!((day.month(), day.day()), (11, 1) | (12, 8 | 25)) || day.weekday() == Weekday::Sun
}

fn known() -> Known<'static> {
    Known {
        parameters: &|day| *catalogue::embedded().parameters(day),
        needs_permit: &|code, _| code == "Z100",
        is_sanction: &|reason, _| reason == "sanction_art_21",
        contact_days: &|code| (code == "mensile").then_some(31),
        is_holiday: holiday,
        limits: &|year, day| catalogue::embedded().limits(year, day),
        region: crate::domain::office::Region::Neutral,
    }
}

/// The clocks as `due kind: sum`, without those that run for every open DID.
fn told(facts: &Facts) -> Vec<String> {
    let all = clocks(facts, &known()).into_iter();
    let usual = [Kind::Profiling, Kind::NationalId];
    let others = all.filter(|clock| !usual.contains(&clock.kind));
    others.map(|c| format!("{} {}: {}", c.due, c.kind.word(), c.sum())).collect()
}

/// Facts and their clocks, all that are otherwise at once.
fn all_told(cases: Vec<(&str, Facts, &[&str])>) {
    let wrong = cases.into_iter().filter_map(|(name, facts, expected)| {
        let told = told(&facts);
        (told != expected).then(|| format!("{name}: {told:#?}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn did(date: &str, state: DidState) -> Did {
    Did { id: DidId(Uuid::from_u128(1)), date: day(date), state, state_since: day(date), ..Did::default() }
}

fn declared(date: &str) -> Facts {
    Facts { dids: vec![did(date, DidState::Inserted)], ..Facts::default() }
}

fn of(benefit: Benefit, date: &str, application: Option<&str>) -> Facts {
    let did = Did { benefit, inps_date: application.map(day), ..did(date, DidState::Validated) };
    Facts { dids: vec![did], ..Facts::default() }
}

fn in_state(state: DidState, since: &str) -> Facts {
    let did = Did { state_since: day(since), ..did("2026-01-05", state) };
    Facts { dids: vec![did], ..Facts::default() }
}

fn lost(on: &str, reason: &str) -> Facts {
    let did = Did { end_reason: reason.into(), ended_on: Some(day(on)), ..did("2024-01-05", DidState::Lost) };
    Facts { dids: vec![did], ..Facts::default() }
}

fn under_notice(state: DidState, last: &str) -> Facts {
    let did = Did {
        notice_date: Some(day("2026-11-10")),
        last_working_day: Some(day(last)),
        ..did("2026-11-12", state)
    };
    Facts { dids: vec![did], ..Facts::default() }
}

fn version(state: PspState, signed: &str) -> PspVersion {
    PspVersion {
        id: PspVersionId(Uuid::from_u128(2)),
        did: DidId(Uuid::from_u128(1)),
        number: 1,
        state,
        created_at: at(signed),
        issued_at: Some(at(signed)),
        person_signed_at: (state != PspState::AwaitingPerson).then(|| at(signed)),
        operator_signed_at: state.in_force().then(|| at(signed)),
        copy_handed_on: Some(day(signed)),
        ..PspVersion::default()
    }
}

fn with_pact(facts: Facts, version: PspVersion) -> Facts {
    Facts { versions: vec![version], ..facts }
}

fn signed(benefit: Benefit, date: &str, on: &str) -> Facts {
    with_pact(of(benefit, date, None), version(PspState::Active, on))
}

fn meeting(state: AppointmentState, on: &str) -> Appointment {
    Appointment { id: AppointmentId(Uuid::from_u128(3)), state, start: at(on), ..Appointment::default() }
}

fn invited(state: AppointmentState, on: &str) -> Facts {
    Facts { appointments: vec![meeting(state, on)], ..Facts::default() }
}

fn measure(to: &str, activity: Option<ActivityState>) -> Facts {
    let id = MeasureId(Uuid::from_u128(4));
    let activity = activity.map(|state| Activity {
        id: ActivityId(Uuid::from_u128(5)),
        measure: Some(id),
        state,
        date: day("2026-11-02"),
        ..Activity::default()
    });
    Facts {
        measures: vec![Measure { id, to: Some(day(to)), ..Measure::default() }],
        activities: activity.into_iter().collect(),
        ..signed(Benefit::None, "2026-10-01", "2026-10-05")
    }
}

fn sent(channel: Channel, state: SigningState, on: &str) -> Facts {
    let times = Times { sent: Some(at(on)), ..Times::default() };
    Facts {
        signings: vec![Signing { channel, state, times, since: at(on), ..Signing::default() }],
        ..Facts::default()
    }
}

fn application(state: TargetedState) -> TargetedApplication {
    TargetedApplication { state, presented_on: day("2026-11-02"), ..TargetedApplication::default() }
}

fn targeted(application: TargetedApplication) -> Facts {
    Facts { targeted: vec![application], ..Facts::default() }
}

#[test]
fn papers_and_profile_are_shown_some_time_before() {
    let person = |citizenship: &str| Registrant {
        citizenship: citizenship.into(),
        permit_expires_on: Some(day("2026-12-31")),
        id_doc_expires_on: Some(day("2027-03-31")),
        ..Registrant::default()
    };
    let assessment =
        Assessment { id: AssessmentId(Uuid::from_u128(6)), date: day("2026-11-20"), ..Assessment::default() };
    let all = Facts {
        person: person("Z100"),
        assessments: vec![assessment],
        ..signed(Benefit::None, "2026-10-01", "2026-10-05")
    };
    let shown: Vec<String> = clocks(&all, &known())
        .iter()
        .map(|c| format!("{} {} {} from {}", c.due, c.kind.word(), c.sum(), c.shown_from))
        .collect();
    assert_eq!(
        shown,
        [
            "2026-12-31 permit 31/12/2026 from 2026-11-01",
            "2026-10-31 national_id 01/10 + 30 gg from 1900-01-01",
            "2027-02-18 profiling 20/11/2026 + 90 gg from 2027-01-19",
            "2027-03-31 id_document 31/03/2027 from 2027-03-01",
            "2027-05-19 assessment 20/11/2026 + 180 gg from 2027-04-19",
        ]
    );
    let of_union = Facts { person: person("Z129"), ..Facts::default() };
    assert_eq!(clocks(&of_union, &known()), [], "a citizen of the Union, no DID");
    let renewed = Facts { person: Registrant { permit_renewal: true, ..person("Z100") }, ..Facts::default() };
    assert_eq!(clocks(&renewed, &known()), [], "renewal asked for");
    let left = Facts { person: person("Z100"), ..in_state(DidState::Revoked, "2026-11-01") };
    assert_eq!(clocks(&left, &known()), [], "who has left");
}

#[test]
fn a_clock_is_shown_while_it_matters() {
    let wait = clocks(&lost("2026-03-10", "sanction_art_21"), &known())[0];
    assert!(wait.is_shown(day("2026-05-09")) && !wait.is_shown(day("2026-05-10")));
    let past = clocks(&invited(AppointmentState::OptionChosen, "2026-11-03"), &known())[0];
    assert!(!past.is_shown(day("2026-11-03")) && past.is_shown(day("2026-11-04")));
    let notice = clocks(&under_notice(DidState::AtRisk, "2026-11-30"), &known());
    let shown = |on: &str| notice.iter().filter(|c| c.is_shown(day(on))).count();
    assert_eq!([shown("2026-11-30"), shown("2026-12-01")], [2, 4], "the terms run from the end of the job");
}

#[test]
fn the_gravest_comes_first_whatever_its_day() {
    let facts = Facts {
        appointments: vec![meeting(AppointmentState::AbsentPending, "2027-06-01")],
        ..declared("2026-11-12")
    };
    let consequences: Vec<Consequence> = clocks(&facts, &known()).iter().map(|c| c.consequence).collect();
    assert!(consequences.is_sorted());
    assert_eq!(consequences.first(), Some(&Consequence::Status));
}

#[test]
fn a_clock_is_of_who_receives_or_of_the_case_officer() {
    let (officer, other) = (OperatorId(Uuid::from_u128(7)), OperatorId(Uuid::from_u128(8)));
    let mut facts = with_pact(
        declared("2026-10-01"),
        PspVersion {
            case_officer: Some(officer),
            contact_frequency: "mensile".into(),
            ..version(PspState::Active, "2026-10-05")
        },
    );
    facts.appointments =
        vec![Appointment { operator: other, ..meeting(AppointmentState::Sent, "2026-11-03") }];
    for clock in clocks(&facts, &known()) {
        let whose = if clock.kind == Kind::Outcome { other } else { officer };
        assert_eq!(clock.operator, Some(whose), "{:?}", clock.kind);
    }
}

#[test]
fn every_kind_says_what_it_is() {
    for (kind, place) in Kind::ALL.iter().zip(1..) {
        assert_eq!(*kind as i64, place);
        assert_eq!(Kind::numbered(*kind as i64), Some(*kind));
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.word());
        assert!(kind.rule().starts_with("R-") && kind.why().ends_with('.'), "{kind:?}");
        assert!(kind.what().chars().count() <= 22, "{kind:?} is too long for its column");
    }
}
