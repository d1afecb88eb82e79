use super::*;
use crate::domain::did::profiling::tests::full;
use crate::domain::registrant::Registrant;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn good() -> AssessmentForm {
    AssessmentForm {
        date: Some(day(11, 23)),
        judgement: "esperienza solida, ricerca poco organizzata".into(),
        sectors: "servizi amministrativi".into(),
        path: "ordinario".into(),
        path_reason: "competenze spendibili subito".into(),
        ..AssessmentForm::default()
    }
}

fn stops(change: impl FnOnce(&mut AssessmentForm)) -> Vec<String> {
    rules_of(change, true)
}

fn rules_of(change: impl FnOnce(&mut AssessmentForm), stopping: bool) -> Vec<String> {
    rules_in(change, stopping, false, false)
}

fn rules_in(
    change: impl FnOnce(&mut AssessmentForm),
    stopping: bool,
    proposed: bool,
    followed: bool,
) -> Vec<String> {
    let mut form = good();
    change(&mut form);
    let gol = Period { from: None, to: Some(day(8, 31)) };
    let path = match form.path.as_str() {
        "gol_2" => Some(("GOL 2", gol)),
        "ordinario" => Some(("ordinario", Period::default())),
        _ => None,
    };
    let registrant = Registrant::default();
    let person = Person {
        registrant: &registrant,
        province: None,
        did: None,
        seniority_days: 0,
        level: None,
        youngest: None,
    };
    let proposal = Proposal {
        gol: 2,
        path: "ordinario".into(),
        instead_of: None,
        sums: Default::default(),
        reasons: vec![],
    };
    let last = Assessment { date: day(11, 1), ..Assessment::default() };
    let facts = Facts {
        did: Some(day(1, 10)),
        path,
        unknown_codes: &[],
        questionnaire: None,
        person,
        proposal: proposed.then_some((&proposal, "ordinario")),
        last: followed.then_some(&last),
        valid_days: 180,
        today: day(11, 23),
    };
    let found = check(&form, &full(), facts);
    // Shown always: no questionnaire, until when it holds.
    let found = found.into_iter().filter(|f| f.rule.0 != "R-ASM-17" && f.rule.0 != "R-ASM-5");
    let found: Vec<Finding> = found.collect();
    found.iter().filter(|f| f.stops() == stopping).map(|f| f.rule.to_string()).collect()
}

#[test]
fn borders_of_each_rule() {
    assert_eq!(stops(|_| {}), Vec::<String>::new());
    assert_eq!(stops(|f| f.date = None), ["R-ASM-1"]);
    assert_eq!(stops(|f| f.date = Some(day(11, 24))), ["R-ASM-1"]);
    assert_eq!(stops(|f| f.date = Some(day(1, 9))), ["R-ASM-2"]);
    assert_eq!(stops(|f| f.date = Some(day(1, 10))), Vec::<String>::new());
    assert_eq!(stops(|f| f.path_reason = " ".into()), ["R-ASM-3"]);
    assert_eq!(stops(|f| f.judgement.clear()), ["R-PSP-2"]);
    assert_eq!(stops(|f| f.path.clear()), ["R-PSP-17"]);
    assert_eq!(stops(|f| f.path = "gol_9".into()), ["R-PSP-17"]);
    assert_eq!(stops(|f| f.path = "gol_2".into()), ["R-PSP-18"]);
    let in_time = |f: &mut AssessmentForm| {
        f.path = "gol_2".into();
        f.date = Some(day(8, 31));
    };
    assert_eq!(stops(in_time), Vec::<String>::new(), "the last day of GOL");
    assert_eq!(rules_of(|f| f.sectors.clear(), false), ["R-PSP-20"]);
}

#[test]
fn who_departs_from_the_proposal_says_why() {
    let silent = |path: &'static str| {
        move |f: &mut AssessmentForm| {
            f.path = path.into();
            f.path_reason.clear();
        }
    };
    assert_eq!(rules_in(silent("ordinario"), true, true, false), Vec::<String>::new());
    assert_eq!(rules_in(silent("gol_2"), true, true, false), ["R-PSP-18", "R-ASM-3"]);
    assert_eq!(rules_in(|f| f.path = "gol_2".into(), false, true, false), ["R-PRV-3"]);
}

#[test]
fn one_follows_the_other() {
    let on = |date| move |f: &mut AssessmentForm| f.date = Some(date);
    assert_eq!(rules_in(on(day(10, 31)), true, false, true), ["R-ASM-13"]);
    assert_eq!(rules_in(on(day(11, 1)), true, false, true), Vec::<String>::new());
}

#[test]
fn an_index_fits_its_scale_or_is_refused() {
    let with = |model: &str, value: &str| {
        stops(|f| {
            f.index_model = model.into();
            f.index_value = value.into();
            f.index_date = Some(day(11, 1));
        })
    };
    for (model, good, bad) in [
        ("dlgs150", &["0.644371661", "0,64", "0", "1", "1.000"][..], &["1.1", "2", "0.", ".5", "-0.1", "a"]),
        ("gol", &["1", "3"], &["0", "4", "1.5", "", "x", "01"]),
        ("gg", &["1", "4"], &["0", "5", "1.5", "", "x", "01"]),
    ] {
        for value in good {
            assert_eq!(with(model, value), Vec::<String>::new(), "{model} {value}");
        }
        for value in bad {
            assert_eq!(with(model, value), ["R-ASM-4"], "{model} {value:?}");
        }
    }
    assert_eq!(with("altro", "1"), ["R-ASM-4"]);
    assert_eq!(stops(|f| f.index_value = "0.5".into()), ["R-ASM-4", "R-ASM-4"], "no model, no date");
}

#[test]
fn an_index_is_stale_after_ninety_days() {
    let dated = |date| {
        let change = |f: &mut AssessmentForm| {
            f.index_model = "gol".into();
            f.index_value = "2".into();
            f.index_date = Some(date);
        };
        (stops(change), rules_of(change, false))
    };
    assert_eq!(dated(day(8, 25)), (vec![], vec![]), "ninety days before 23 November");
    assert_eq!(dated(day(8, 24)), (vec![], vec!["R-DID-20".to_owned()]));
    assert_eq!(dated(day(11, 24)).0, ["R-ASM-4"]);
    let ends = |until| {
        let change = |f: &mut AssessmentForm| {
            f.index_model = "gol".into();
            f.index_value = "2".into();
            f.index_date = Some(day(8, 1));
            f.index_valid_until = Some(until);
        };
        (stops(change), rules_of(change, false))
    };
    assert_eq!(ends(day(11, 23)), (vec![], vec![]), "its own end prevails");
    assert_eq!(ends(day(11, 22)), (vec![], vec!["R-DID-20".to_owned()]));
    assert_eq!(ends(day(7, 31)).0, ["R-ASM-4"]);
}
