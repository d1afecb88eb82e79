//! The radar kept command by command is the radar computed from the records.
#![allow(clippy::unwrap_used, reason = "tests")]

use chrono::{Days, NaiveDate, NaiveDateTime};
use rand::seq::SliceRandom;
use rand::{SeedableRng, rngs::StdRng};
use sportello::clock::Clock;
use sportello::demo;
use sportello::desk::Desk;
use sportello::desk::query::{Answer, Query, TermFilter};
use sportello::desk::replay::{Trust, recorded, replay};
use sportello::domain::deadline::Clock as Term;
use sportello::domain::ids::RegistrantId;

fn monday() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(8, 30, 0).unwrap()
}

/// What the table holds of everybody, and what the records say now.
fn both(desk: &Desk) -> [Vec<(RegistrantId, Vec<Term>)>; 2] {
    let read = desk.store().read();
    let people = read.registrants().unwrap();
    let all = |of: &dyn Fn(RegistrantId) -> Vec<Term>| people.iter().map(|p| (p.id, of(p.id))).collect();
    [all(&|id| read.kept_clocks(id).unwrap()), all(&|id| read.clocks_of(id).unwrap())]
}

/// The demo's commands one by one, as at a desk, those refused or repeated
/// too: after any beginning of them the table is what a rebuild gives.
#[test]
fn after_any_commands_the_table_is_what_a_rebuild_gives() {
    let mut clocks = 0;
    for seed in 1..=3 {
        let dir = tempfile::tempdir().unwrap();
        let (first, _) = demo::generate_counted(&dir.path().join("office"), 25, seed, monday()).unwrap();
        let [kept, now] = both(&first);
        assert_eq!(kept, now, "seed {seed}, written in one batch");
        let mut lines = Vec::new();
        recorded(&first, &mut lines).unwrap();
        let text = String::from_utf8(lines).unwrap();
        let mut lines: Vec<&str> = text.lines().collect();
        // Some commands come at a wrong moment: most are refused, some are not.
        let mut random = StdRng::seed_from_u64(seed);
        let end = lines.len();
        let begin = end / 2;
        lines[begin..].chunks_mut(6).for_each(|few| few.shuffle(&mut random));
        let dir = tempfile::tempdir().unwrap();
        let mut desk =
            demo::office::found_empty(&dir.path().join("office"), Clock::Fixed(monday()), 99).unwrap();
        for stretch in lines.chunks(end / 7 + 1) {
            let mut said = Vec::new();
            let stretch = stretch.join("\n");
            replay(&mut desk, stretch.as_bytes(), &mut said, &Trust::Given).unwrap();
            let [kept, now] = both(&desk);
            assert_eq!(kept, now, "seed {seed}");
        }
        let [kept, _] = both(&desk);
        desk.store_mut().rebuild_radar().unwrap();
        let [rebuilt, _] = both(&desk);
        assert_eq!(rebuilt, kept, "seed {seed}, rebuilt");
        clocks += kept.iter().map(|(_, clocks)| clocks.len()).sum::<usize>();
    }
    assert!(clocks > 100, "{clocks}");
}

/// The office's list is everybody's terms, and its counts count them.
#[test]
fn the_list_of_the_office_is_that_of_its_people() {
    let dir = tempfile::tempdir().unwrap();
    let (mut desk, _) = demo::generate_counted(&dir.path().join("office"), 30, 5, monday()).unwrap();
    let filter = TermFilter { limit: 10_000, ..TermFilter::default() };
    let Answer::Radar(radar) = desk.ask("bianchi", &Query::Radar(filter)).unwrap() else { panic!() };
    assert!(radar.rows.is_sorted_by_key(|row| (row.deadline.consequence, row.deadline.due)));
    let people = desk.store().read().registrants().unwrap();
    let of_each: usize = people
        .iter()
        .map(|person| {
            let query = Query::Terms { person: Some(person.id), until: None };
            let Answer::Terms(rows) = desk.ask("bianchi", &query).unwrap() else { panic!() };
            assert!(rows.iter().all(|row| radar.rows.contains(row)), "{}", row_of(&rows));
            rows.len()
        })
        .sum();
    assert_eq!(radar.rows.len(), of_each);
    let today = monday().date();
    let due = |from: NaiveDate, to: NaiveDate| {
        radar.rows.iter().filter(|row| (from..=to).contains(&row.deadline.due)).count() as u64
    };
    let sum = |of: fn(&sportello::desk::query::KindCount) -> u64| radar.counts.iter().map(of).sum::<u64>();
    assert_eq!(sum(|kind| kind.overdue), due(NaiveDate::MIN, today - Days::new(1)));
    assert_eq!(sum(|kind| kind.today), due(today, today));
    assert_eq!(sum(|kind| kind.week), due(today + Days::new(1), today + Days::new(7)));
}

fn row_of(rows: &[sportello::desk::query::TermRow]) -> String {
    rows.iter().map(|row| row.deadline.what.clone()).collect::<Vec<_>>().join(", ")
}
