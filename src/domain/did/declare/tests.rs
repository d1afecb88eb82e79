use super::*;
use crate::domain::did::profiling::tests::full;
use crate::domain::did::{Benefit, happen};
use crate::domain::money::Cents;
use crate::domain::parameters::Parameters;

fn ymd(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

const fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day of the calendar")
}

fn good() -> Declaration {
    Declaration {
        date: Some(today()),
        not_working: true,
        available_work: true,
        available_measures: true,
        ack_suspension: true,
        ack_loss: true,
        ..Declaration::default()
    }
}

/// A NASpI application of 12 November.
fn naspi() -> Declaration {
    Declaration {
        date: Some(ymd(2026, 11, 12)),
        channel: DidChannel::InpsApplication,
        benefit: Benefit::Naspi,
        inps_reference: "ESEMPIO-0000001".into(),
        inps_date: Some(ymd(2026, 11, 12)),
        ..good()
    }
}

fn adult() -> Registrant {
    Registrant { birth_date: Some(ymd(1985, 12, 10)), citizenship: "ITA".into(), ..Registrant::default() }
}

fn usual() -> &'static Parameters {
    Box::leak(Box::new(Parameters::usual()))
}

fn facts<'a>(person: &'a Registrant, earlier: &'a [Did]) -> Facts<'a> {
    Facts {
        person,
        earlier,
        limits: Limits {
            employee: Some(Cents(850_000)),
            collaboration: Some(Cents(850_000)),
            self_employed: Some(Cents(550_000)),
            to_verify: false,
        },
        needs_permit: false,
        permit_refuses_work: false,
        unknown_codes: &[],
        parameters: usual(),
        lost_by_sanction: None,
        domicile: "Genova (GE)",
        today: today(),
    }
}

/// The rules that stop a declaration.
fn stop(declared: &Declaration, facts: Facts<'_>) -> Vec<String> {
    let found = check(declared, &full(), facts);
    found.iter().filter(|f| f.stops()).map(|f| f.rule.to_string()).collect()
}

fn stops(change: impl FnOnce(&mut Declaration)) -> Vec<String> {
    let mut declared = good();
    change(&mut declared);
    stop(&declared, facts(&adult(), &[]))
}

const NONE: [&str; 0] = [];

#[test]
fn statements_and_notices() {
    assert_eq!(stops(|_| {}), NONE);
    assert_eq!(stops(|d| d.available_work = false), ["R-DID-2"]);
    assert_eq!(stops(|d| d.available_measures = false), ["R-DID-2"]);
    assert_eq!(stops(|d| d.not_working = false), ["R-DID-3"]);
    assert_eq!(stops(|d| d.ack_suspension = false), ["R-DID-4"]);
    assert_eq!(stops(|d| d.ack_loss = false), ["R-DID-4"]);
    let both = |d: &mut Declaration| {
        d.employee = true;
        d.employee_income = Some(Cents(850_000));
        d.income_year = Some(2026);
    };
    assert_eq!(stops(both), ["R-DID-3"], "a warning");
    let only_employee = |d: &mut Declaration| {
        both(d);
        d.not_working = false;
    };
    assert_eq!(stops(only_employee), NONE);
}

#[test]
fn dates_of_a_declaration_given_here_and_of_a_copy() {
    let here = |date| stops(|d| d.date = date);
    assert_eq!(here(None), ["R-DID-16"]);
    assert_eq!(here(Some(ymd(2026, 11, 24))), ["R-DID-16"]);
    assert_eq!(here(Some(ymd(2026, 11, 22))), ["R-DID-16"]);
    let copy = |date| {
        stops(|d| {
            d.channel = DidChannel::NationalPortal;
            d.date = Some(date);
        })
    };
    assert_eq!(copy(ymd(2026, 11, 24)), ["R-DID-16"]);
    assert_eq!(copy(ymd(2026, 11, 22)), NONE);
    assert_eq!(copy(ymd(2000, 1, 1)), ["R-DID-15"], "a child then");
    assert_eq!(copy(ymd(1999, 12, 31)), ["R-DID-16", "R-DID-15"]);
}

#[test]
fn the_application_to_inps_is_the_did() {
    let stops = |change: &dyn Fn(&mut Declaration)| {
        let mut declared = naspi();
        change(&mut declared);
        stop(&declared, facts(&adult(), &[]))
    };
    assert_eq!(stops(&|_| {}), NONE);
    assert_eq!(stops(&|d| d.date = Some(ymd(2026, 11, 13))), ["R-DID-7"]);
    assert_eq!(stops(&|d| d.inps_reference = " ".into()), ["R-DID-7"]);
    assert_eq!(stops(&|d| d.inps_date = None), ["R-DID-7"]);
    assert_eq!(stops(&|d| d.benefit = Benefit::Sfl), ["R-DID-7"]);
    let at_desk = |d: &mut Declaration| {
        d.channel = DidChannel::CpiOperator;
        d.date = Some(today());
    };
    assert_eq!(stops(&at_desk), ["R-DID-7"]);
}

#[test]
fn who_collected_it() {
    let by = |channel, promoter: &str| {
        stops(|d| {
            d.channel = channel;
            d.promoter = promoter.into();
        })
    };
    assert_eq!(by(DidChannel::Patronato, ""), ["R-DID-5"]);
    assert_eq!(by(DidChannel::AccreditedOperator, ""), ["R-DID-5"]);
    assert_eq!(by(DidChannel::Patronato, "PATRONATO ESEMPIO"), NONE);
    assert_eq!(by(DidChannel::RegionalSystem, ""), NONE, "this office, unless said");
}

#[test]
fn one_open_did() {
    let earlier = |state, ended_on| Did { state, ended_on, date: ymd(2026, 1, 10), ..Did::default() };
    let with = |did: Did, declared: &Declaration| stop(declared, facts(&adult(), &[did]));
    for state in [DidState::Inserted, DidState::AtRisk, DidState::Validated, DidState::Suspended] {
        assert_eq!(with(earlier(state, None), &good()), ["R-DID-8"], "{state:?}");
    }
    let inps = Did { channel: DidChannel::InpsApplication, ..earlier(DidState::Inserted, None) };
    assert_eq!(with(inps, &good()), ["R-DID-7"], "the application is already a DID");
    let ended = |day| earlier(DidState::Revoked, Some(day));
    assert_eq!(with(ended(today()), &good()), NONE, "the very day it ended");
    let copy = Declaration { date: Some(ymd(2026, 11, 1)), channel: DidChannel::NationalPortal, ..good() };
    assert_eq!(with(ended(ymd(2026, 11, 2)), &copy), ["R-DID-8"]);
    assert_eq!(with(ended(ymd(2026, 11, 1)), &copy), NONE);
    assert_eq!(with(earlier(DidState::Annulled, Some(today())), &copy), NONE, "entered by mistake");
    let numbered = Did { national_id: "N1".into(), ..ended(ymd(2026, 2, 1)) };
    let same = Declaration { national_id: "N1".into(), ..good() };
    assert_eq!(with(numbered, &same), ["R-DID-8"]);
}

#[test]
fn two_months_after_a_sanction_to_the_corresponding_day() {
    for (lost, from) in [
        (ymd(2026, 3, 10), ymd(2026, 5, 10)),
        (ymd(2025, 12, 31), ymd(2026, 2, 28)),
        (ymd(2023, 12, 30), ymd(2024, 2, 29)),
        (ymd(2026, 6, 30), ymd(2026, 8, 30)),
        (ymd(2026, 7, 31), ymd(2026, 9, 30)),
    ] {
        assert_eq!(new_did_from(lost, 2), from, "{lost}");
        let facts = |today| Facts { lost_by_sanction: Some((lost, 2)), today, ..facts(&ADULT, &[]) };
        let before = from.pred_opt().unwrap();
        let given = |day| Declaration { date: Some(day), ..good() };
        assert_eq!(stop(&given(before), facts(before)), ["R-LOS-2"], "{before}");
        assert_eq!(stop(&given(from), facts(from)), NONE, "{from}");
    }
}

static ADULT: std::sync::LazyLock<Registrant> = std::sync::LazyLock::new(adult);

#[test]
fn profiling_goes_with_the_did_since_december_2017() {
    let old = |date| {
        let copy = Declaration { date: Some(date), channel: DidChannel::NationalPortal, ..good() };
        let found = check(&copy, &Profiling::default(), facts(&adult(), &[]));
        found.iter().filter(|f| f.stops()).map(|f| f.rule.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(old(ymd(2017, 12, 3)), NONE);
    assert_eq!(old(ymd(2017, 12, 4)), ["R-DID-11"]);
}

#[test]
fn ages() {
    let born = |birth, guardian: &str| {
        let person =
            Registrant { birth_date: Some(birth), guardian_name: guardian.into(), ..Registrant::default() };
        stop(&good(), facts(&person, &[]))
    };
    assert_eq!(born(ymd(2010, 11, 24), "Anna Rossi"), ["R-DID-15"], "sixteen tomorrow");
    assert_eq!(born(ymd(2010, 11, 23), "Anna Rossi"), NONE, "sixteen today");
    assert_eq!(born(ymd(2010, 11, 23), ""), ["R-DID-15"]);
    assert_eq!(born(ymd(2008, 11, 24), ""), ["R-DID-15"], "eighteen tomorrow");
    assert_eq!(born(ymd(2008, 11, 23), ""), NONE, "eighteen today");
}

#[test]
fn permits() {
    let permit = Registrant {
        permit_type: "lavoro_subordinato".into(),
        permit_number: "ES0000001".into(),
        permit_expires_on: Some(today()),
        ..adult()
    };
    let with = |person: &Registrant, refuses| {
        stop(&good(), Facts { needs_permit: true, permit_refuses_work: refuses, ..facts(person, &[]) })
    };
    assert_eq!(with(&permit, false), NONE, "its last day");
    let expired = Registrant { permit_expires_on: Some(ymd(2026, 11, 22)), ..permit.clone() };
    assert_eq!(with(&expired, false), ["R-DID-17"]);
    assert_eq!(with(&Registrant { permit_renewal: true, ..expired }, false), NONE, "renewal asked for");
    assert_eq!(with(&permit, true), ["R-DID-17"]);
    assert_eq!(with(&Registrant { permit_number: String::new(), ..permit }, false), ["R-DID-17"]);
    assert_eq!(with(&adult(), false), ["R-DID-17"], "no permit at all");
    assert_eq!(stop(&good(), facts(&adult(), &[])), NONE, "none needed");
}

#[test]
fn during_the_notice() {
    let notice = |notice, last| {
        stops(|d| {
            d.not_working = false;
            d.notice_date = notice;
            d.last_working_day = last;
        })
    };
    let next_month = Some(ymd(2026, 12, 31));
    assert_eq!(notice(Some(today()), next_month), NONE, "the day the letter came");
    assert_eq!(notice(Some(ymd(2026, 11, 24)), next_month), ["R-DID-18"], "before the letter");
    assert_eq!(notice(None, next_month), ["R-DID-3", "R-DID-18"]);
    let idle = |notice, last| {
        stops(|d| {
            d.notice_date = notice;
            d.last_working_day = last;
        })
    };
    assert_eq!(idle(Some(ymd(2026, 11, 1)), None), ["R-DID-18"]);
    assert_eq!(idle(Some(ymd(2026, 11, 2)), Some(ymd(2026, 11, 1))), ["R-DID-18"]);
    assert_eq!(idle(None, Some(ymd(2026, 11, 22))), NONE, "a job that is over needs no letter");
    assert_eq!(idle(None, Some(today())), ["R-DID-18"]);
    assert!(job_runs(&Declaration { notice_date: Some(today()), last_working_day: Some(today()), ..good() }));
}

#[test]
fn what_is_shown_never_stops() {
    let shows = |declared: &Declaration, earlier: &[Did]| {
        let found = check(declared, &full(), facts(&adult(), earlier));
        found.iter().filter(|f| !f.stops()).map(|f| f.rule.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(shows(&good(), &[]), ["R-DID-19", "R-DID-9", "R-DID-22"]);
    let known = Declaration { national_id: "N2".into(), ..good() };
    assert_eq!(shows(&known, &[]), ["R-DID-19", "R-DID-22"]);
    assert_eq!(shows(&naspi(), &[]), ["R-DID-19", "R-DID-9", "R-DID-24", "R-DID-22"]);
    let ended = Did { state: DidState::Revoked, ended_on: Some(today()), ..Did::default() };
    assert!(shows(&good(), &[ended]).contains(&"R-LOS-3".to_owned()));
    assert_eq!(happen::day_of_suspension(ymd(2026, 4, 10), 180), ymd(2026, 10, 6));
}
