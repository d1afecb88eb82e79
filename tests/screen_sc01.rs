//! SC01 at the keys: the terms of the office, their filters, the way to the
//! person and to the rule.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

use chrono::{NaiveDate, NaiveDateTime};
use sportello::app::office::OfficeBackend;
use sportello::app::shell::Shell;
use sportello::app::testing::AtDesk;
use sportello::clock::Clock;
use sportello::demo;
use sportello::desk::query::{Answer, OfficeRadar, Query, TermFilter, TermRow};
use sportello::desk::replay::{Trust, replay};
use sportello::domain::deadline::Kind;
use sportello::ui::look::Look;
use sportello::ui::route::{Door, Route};
use sportello::ui::screens;

fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(8, 30, 0).unwrap()
}

/// An office of so many people, at its menu, and all its terms.
fn office(people: u32) -> (AtDesk, OfficeRadar, tempfile::TempDir) {
    office_of("bianchi", people)
}

/// The same for another operator; for the supervisor with the cases of the
/// scenarios.
fn office_of(operator: &str, people: u32) -> (AtDesk, OfficeRadar, tempfile::TempDir) {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = demo::generate(dir.path(), people, 7, now()).unwrap();
    if operator == "fontana" {
        let cases = include_str!("scenarios/case.jsonl");
        replay(&mut desk, cases.as_bytes(), &mut Vec::new(), &Trust::Given).unwrap();
    }
    let filter = TermFilter { limit: 10_000, ..TermFilter::default() };
    let Answer::Radar(radar) = desk.ask(operator, &Query::Radar(filter)).unwrap() else { panic!() };
    let backend = OfficeBackend::open_throwaway(dir.path().to_owned(), desk, operator).unwrap();
    let shell = Shell::new(Route::Login(Door::Alone), screens::open, Clock::Fixed(now()), Look::default());
    let mut at = AtDesk::new(shell, Look::default()).with(Box::new(backend));
    at.is_on("HM00");
    (at, *radar, dir)
}

#[test]
fn the_gravest_first_then_the_day_with_the_sum_and_the_rule() {
    let (mut at, radar, _dir) = office(60);
    at.press("s").is_on("SC01").sees("Dell'ufficio, tutte");
    let first = &radar.rows[0];
    at.sees(&first.person).sees(&first.deadline.what).sees(&first.deadline.sum).sees(&first.deadline.law());
    let second = &radar.rows[1];
    at.press("Down").sees(&second.deadline.sum).sees(&second.deadline.law());
    at.resize(120, 40).sees("Regola").sees(&first.deadline.sum);
    for (width, height) in [(80, 24), (120, 40)] {
        at.resize(width, height);
        insta::assert_snapshot!(format!("sc01_{width}"), at.picture());
    }
}

#[test]
fn each_filter_is_one_key() {
    let (mut at, radar, _dir) = office(60);
    let today = now().date();
    let count = |from: i64, to: i64| {
        let left = |row: &&TermRow| (row.deadline.due - today).num_days();
        radar.rows.iter().filter(|row| (from..=to).contains(&left(row))).count()
    };
    at.press("s");
    for (key, title, from, to) in [
        ("p", "passate", i64::MIN, -1),
        ("s", "da oggi a 7 giorni", 0, 7),
        ("g", "da oggi a 30 giorni", 0, 30),
        ("t", "tutte", i64::MIN, i64::MAX),
    ] {
        let rows = count(from, to);
        let said = if rows > 100 { "da 1 a 100, poi altre".to_owned() } else { format!("{rows} scadenze") };
        at.press(key).sees(&format!("Dell'ufficio, {title}")).sees(&said);
    }
    let overdue: u64 = radar.counts.iter().map(|kind| kind.overdue).sum();
    assert_eq!(overdue as usize, count(i64::MIN, -1));
    at.sees(&format!("passate {overdue}"));
    at.press("m").sees("Mie, tutte").press("p").sees("Mie, passate").press("u").sees("Dell'ufficio, passate");
}

/// R-SAN-6: whose, which act, how late; Enter to the person.
#[test]
fn the_supervisor_sees_the_acts_that_are_late() {
    let (mut at, radar, _dir) = office_of("fontana", 20);
    let today = now().date();
    let late = |row: &&TermRow| Kind::DUE_ACTS.contains(&row.deadline.kind) && row.deadline.due < today;
    let rows: Vec<&TermRow> = radar.rows.iter().filter(late).collect();
    assert!(rows.len() > 1, "{}", rows.len());
    at.press("s a").sees("Dell'ufficio, atti dovuti in ritardo");
    at.sees(&format!("{} scadenze", rows.len()));
    for row in rows.iter().take(3) {
        let days = (today - row.deadline.due).num_days();
        at.sees(&row.person).sees(&row.deadline.what).sees(&format!("da {days} gg"));
    }
    for (width, height) in [(80, 24), (120, 40)] {
        at.resize(width, height);
        insta::assert_snapshot!(format!("sc01_acts_{width}"), at.picture());
    }
    at.press("t").sees("Dell'ufficio, tutte").press("a m").sees("Nessun atto dovuto in ritardo.");
    at.press("u Enter").sees("R-PRV-4").sees(&rows[0].person);
    let (mut at, ..) = office(20);
    at.press("s a").sees("Dell'ufficio, tutte");
}

#[test]
fn what_lies_beyond_the_stretch_comes_when_it_is_reached() {
    let (mut at, radar, _dir) = office(120);
    let rows = radar.rows.len();
    assert!(rows > 200, "{rows}");
    let at_row = |at: &mut AtDesk, place: usize| {
        let row = &radar.rows[place];
        at.sees(&format!("{}, {}", row.deadline.what, row.person));
    };
    at.press("s").sees("da 1 a 100, poi altre").press("End");
    at.press("Down").sees("da 101 a 200, poi altre").press("Up").sees("da 1 a 100, poi altre");
    at.press("Down").sees("da 101 a 200").press("Home").sees("da 1 a 100");
    at_row(&mut at, 0);
    // Always on: the end is reached, and nothing lies beyond it.
    for _ in 0..2 * (rows / 100 + 1) {
        at.press("End");
    }
    let last = rows - 1;
    at.sees(&format!("a {rows}, le ultime"));
    at.press("End Down Down").sees(&format!("a {rows}, le ultime"));
    let gravity = radar.rows[last].deadline.consequence;
    assert!(radar.rows.iter().all(|row| row.deadline.consequence <= gravity));
}

#[test]
fn enter_opens_the_person_for_a_reason_where_one_is_asked() {
    let (mut at, radar, _dir) = office(60);
    let person = radar.rows[0].person.clone();
    at.press("s Enter").sees("R-PRV-4").sees(&person).press("Esc").is_on("SC01");
    at.press("Enter b").is_on("PE02").sees(&person).press("Esc").is_on("SC01");
    // Known by now: no second question.
    at.press("Enter").is_on("PE02");
}

#[test]
fn f1_tells_why_the_term_runs() {
    let (mut at, radar, _dir) = office(60);
    let term = &radar.rows[0].deadline;
    let begin: String = term.kind.why().split(' ').take(4).collect::<Vec<_>>().join(" ");
    at.press("s F1").is_on("GU01").sees(&begin).sees(&term.rule.to_string());
    at.press("Esc").is_on("SC01");
}

#[test]
fn it_opens_by_its_code_and_says_when_nothing_is_due() {
    let dir = tempfile::tempdir().unwrap();
    let desk = demo::office::found(dir.path(), Clock::Fixed(now()), 1, now()).unwrap();
    let backend = OfficeBackend::open_throwaway(dir.path().to_owned(), desk, "bianchi").unwrap();
    let shell = Shell::new(Route::Login(Door::Alone), screens::open, Clock::Fixed(now()), Look::default());
    let mut at = AtDesk::new(shell, Look::default()).with(Box::new(backend));
    at.open("sc01").is_on("SC01").sees("Nessuna scadenza").press("m").sees("Nessuna mia scadenza");
    at.press("Enter Down End Home").is_on("SC01").press("Esc").is_on("HM00");
}
