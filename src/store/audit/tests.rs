use super::*;
use crate::domain::ids::{OperatorId, RegistrantId};
use crate::store::open::{Options, Store, tests::office};
use crate::store::{AuditFilter, AuditLine, AuditRecord, keys};
use chrono::{NaiveDate, NaiveDateTime};
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};
use uuid::Uuid;

/// Lines of one day and days in the chain under test.
const PER_DAY: i64 = 12;
const DAYS: i64 = 5;
const LINES: i64 = PER_DAY * DAYS;

fn at(day: i64, minute: i64) -> NaiveDateTime {
    let day = NaiveDate::from_ymd_opt(2026, 11, 2 + u32::try_from(day).unwrap()).unwrap();
    day.and_hms_opt(9, u32::try_from(minute).unwrap(), 0).unwrap()
}

/// Four closed days and one open.
fn chain() -> (tempfile::TempDir, Store, keys::DataKey) {
    let (dir, mut store, key) = office(Options { throwaway: true, ..Options::default() });
    for line in 0..LINES {
        let words = AuditLine::new("registrant.open")
            .about(RegistrantId(Uuid::from_u128(line as u128)))
            .detail(format!("vista {line}"));
        let words = if line % 3 == 0 { words.reason("è presente") } else { words };
        let operator = (line % 4 != 0).then_some(OperatorId(Uuid::from_u128(7)));
        store.log(at(line / PER_DAY, line % PER_DAY), operator, &[words]).unwrap();
    }
    (dir, store, key)
}

/// What the check says after `sql`, which is undone.
fn after(store: &Store, sql: &str) -> AuditCheck {
    store.conn.execute_batch("SAVEPOINT harm").unwrap();
    store.conn.execute_batch(sql).unwrap_or_else(|e| panic!("{sql}: {e}"));
    let check = store.read().audit_verify().unwrap();
    store.conn.execute_batch("ROLLBACK TO harm; RELEASE harm").unwrap();
    check
}

fn first(store: &Store, sql: &str) -> AuditFault {
    *after(store, sql).wrong.first().unwrap_or_else(|| panic!("not noticed: {sql}"))
}

/// Moves every line after `line` by `by`.
fn renumber(line: i64, by: i64) -> String {
    format!(
        "UPDATE local_audit SET seq = -seq - 1000 WHERE seq > {line};
         UPDATE local_audit SET seq = -seq - 1000 + {by} WHERE seq < -1000;"
    )
}

/// Lines `one` and `other` change places with all they say.
fn swap(one: i64, other: i64) -> String {
    format!(
        "UPDATE local_audit SET seq = -1 WHERE seq = {one};
         UPDATE local_audit SET seq = {one} WHERE seq = {other};
         UPDATE local_audit SET seq = {other} WHERE seq = -1;"
    )
}

#[test]
fn whole_it_has_its_days_and_nothing_wrong() {
    let (_dir, mut store, _) = chain();
    let check = store.read().audit_verify().unwrap();
    assert_eq!((check.lines, check.days, check.wrong.len()), (LINES, 4, 0));
    assert_eq!(check.closed, Some(at(3, 0).date()));
    // The clock goes back: the line is of the open day.
    store.log(at(1, 30), None, &[AuditLine::new("desk.search")]).unwrap();
    store.close_day().unwrap();
    store.close_day().unwrap();
    // The same day again, after it was closed.
    store.log(at(4, 40), None, &[AuditLine::new("desk.search")]).unwrap();
    let check = store.read().audit_verify().unwrap();
    assert_eq!((check.lines, check.days, check.wrong), (LINES + 2, 5, vec![]));
}

#[test]
fn each_harm_is_named_at_the_line_it_was_done_to() {
    let (_dir, store, _) = chain();
    let fake = "'01', '2026-11-03T09:00:00', NULL, 'registrant.open', NULL, 'nulla', NULL";
    let insert = |line: i64, seal: &str| {
        format!("{} INSERT INTO local_audit VALUES ({}, {fake}, {seal});", renumber(line, 1), line + 1)
    };
    let own = |line: i64| format!("(SELECT hash FROM local_audit WHERE seq = {line})");
    let words = "desk, at, operator, action, registrant, detail, reason";
    let mut random = StdRng::seed_from_u64(6);
    for _ in 0..40 {
        let line = random.random_range(1..=LINES);
        let inner = random.random_range(1..LINES);
        let other = loop {
            let other = random.random_range(1..=LINES);
            if other != line {
                break other;
            }
        };
        let (low, high) = (line.min(other), line.max(other));
        let told = [
            (Harm::Changed, line, line, format!("UPDATE local_audit SET detail = 'altro' WHERE seq = {line}")),
            (Harm::Changed, line, line, format!("UPDATE local_audit SET at = '2026-11-03T01:00:00' WHERE seq = {line}")),
            (Harm::Changed, line, line, format!("UPDATE local_audit SET registrant = x'00' WHERE seq = {line}")),
            (Harm::Changed, line, line, format!("UPDATE local_audit SET hash = zeroblob(32) WHERE seq = {line}")),
            (Harm::Removed, line, line, format!("DELETE FROM local_audit WHERE seq = {line}")),
            (Harm::Removed, low, high, format!("DELETE FROM local_audit WHERE seq BETWEEN {low} AND {high}")),
            (Harm::Removed, inner, inner, format!("DELETE FROM local_audit WHERE seq = {inner}; {}", renumber(inner, -1))),
            (Harm::Inserted, inner + 1, inner + 1, insert(inner, "zeroblob(32)")),
            (Harm::Inserted, inner + 1, inner + 1, insert(inner, &own(inner))),
            (Harm::Inserted, LINES + 1, LINES + 1, insert(LINES, "zeroblob(32)")),
            (Harm::Inserted, 0, 0, format!("INSERT INTO local_audit VALUES (0, {fake}, zeroblob(32))")),
            (Harm::Moved, low, low, swap(low, high)),
            (Harm::Moved, low, low, format!(
                "CREATE TEMP TABLE kept AS SELECT * FROM local_audit;
                 UPDATE local_audit SET ({words}) = (SELECT {words} FROM kept WHERE seq = {high}) WHERE seq = {low};
                 UPDATE local_audit SET ({words}) = (SELECT {words} FROM kept WHERE seq = {low}) WHERE seq = {high};"
            )),
        ];
        for (harm, from, to, sql) in told {
            assert_eq!(first(&store, &sql), AuditFault { harm, first: from, last: to }, "{sql}");
        }
    }
}

/// Whoever seals as the program does is betrayed by the next line, the end or
/// the closed days.
#[test]
fn a_line_well_sealed_is_found_too() {
    let (_dir, store, _) = chain();
    let words = super::super::chain::Words {
        desk: "01",
        at: "2026-11-03T09:00:00",
        operator: None,
        action: "registrant.open",
        registrant: None,
        detail: "nulla",
        reason: None,
    };
    let fake = "'01', '2026-11-03T09:00:00', NULL, 'registrant.open', NULL, 'nulla', NULL";
    for line in [1, 12, 20, LINES - 1, LINES] {
        let before: Hash = store
            .conn
            .query_row("SELECT hash FROM local_audit WHERE seq = ?1", [line], |r| r.get(0))
            .unwrap();
        let seal: String =
            words.seal(&before, &mut Vec::new()).iter().map(|byte| format!("{byte:02x}")).collect();
        let sql = format!(
            "{} INSERT INTO local_audit VALUES ({}, {fake}, x'{seal}');",
            renumber(line, 1),
            line + 1
        );
        let told = AuditFault { harm: Harm::Inserted, first: line + 1, last: line + 1 };
        assert_eq!(first(&store, &sql), told, "{line}");
    }
}

#[test]
fn days_taken_off_or_signed_by_another_are_named() {
    let (_dir, store, _) = chain();
    let day = |number: i64| ((number - 1) * PER_DAY + 1, number * PER_DAY);
    for (sql, (first_line, last)) in [
        ("UPDATE local_audit_day SET day = '2026-11-30' WHERE first = 13", day(2)),
        ("UPDATE local_audit_day SET head = zeroblob(32) WHERE first = 13", day(2)),
        ("UPDATE local_audit_day SET signature = zeroblob(64) WHERE first = 13", day(2)),
        ("UPDATE local_audit_day SET public = zeroblob(32) WHERE first = 13", day(2)),
        ("UPDATE local_audit_key SET public = zeroblob(32)", day(1)),
        ("DELETE FROM local_audit_day WHERE first = 13", (13, 36)),
        ("DELETE FROM local_audit_day WHERE first = 37", (37, 60)),
        ("DELETE FROM local_audit_day", (1, 60)),
    ] {
        assert_eq!(first(&store, sql), AuditFault { harm: Harm::Day, first: first_line, last }, "{sql}");
    }
    assert_eq!(first(&store, "DELETE FROM local_audit_head").harm, Harm::Removed);
    assert_eq!(first(&store, "DELETE FROM local_audit").harm, Harm::Removed);
}

/// What was done is still seen after days of work on the same file.
#[test]
fn work_goes_on_and_hides_nothing() {
    for (harm, sql) in [
        (Harm::Removed, format!("DELETE FROM local_audit WHERE seq = {LINES}")),
        (Harm::Changed, "UPDATE local_audit SET detail = 'altro' WHERE seq = 30".to_owned()),
        (
            Harm::Inserted,
            format!(
                "INSERT INTO local_audit VALUES ({}, '01', '2026-11-03T09:00:00', NULL, 'x', NULL, '', NULL, zeroblob(32))",
                LINES + 1
            ),
        ),
    ] {
        let (dir, store, key) = chain();
        store.conn.execute_batch(&sql).unwrap();
        drop(store);
        let mut store = Store::open(dir.path(), &key, Options::default()).unwrap();
        for day in 5..8 {
            store.log(at(day, 0), None, &[AuditLine::new("desk.search"), AuditLine::new("x")]).unwrap();
        }
        let wrong = store.read().audit_verify().unwrap().wrong;
        assert_eq!((wrong.len(), wrong[0].harm), (1, harm), "{sql}: {wrong:?}");
    }
}

/// Page by page, whatever is asked, what a walk over all lines would find.
#[test]
fn pages_of_the_log_are_what_a_walk_over_all_lines_finds() {
    use crate::domain::access::ActKind;
    let (_dir, mut store, _) = chain();
    // The clock set back, after a day was closed: its lines are found too.
    store.close_day().unwrap();
    let who = OperatorId(Uuid::from_u128(9));
    store.log(at(1, 30), Some(who), &[AuditLine::new("psp.brief"), AuditLine::new("refused")]).unwrap();
    let all = store.read().audit_tail(1000).unwrap();
    let mut random = StdRng::seed_from_u64(11);
    let mut any = |of: &[u128]| of[random.random_range(0..of.len())];
    for _ in 0..300 {
        let day = |number: u128| (number > 0).then(|| at(i64::try_from(number).unwrap() - 1, 0).date());
        let kinds = match any(&[0, 1, 2]) {
            0 => vec![],
            1 => vec![ActKind::Opened],
            _ => vec![ActKind::Refused, ActKind::Printed],
        };
        let person = any(&[0, 0, 5, 30]);
        let mut filter = AuditFilter {
            from: day(any(&[0, 0, 1, 2, 3, 6])),
            to: day(any(&[0, 0, 1, 2, 4, 6])),
            operator: Some(any(&[0, 7, 9])).filter(|id| *id > 0).map(|id| OperatorId(Uuid::from_u128(id))),
            registrant: (person > 0).then(|| RegistrantId(Uuid::from_u128(person))),
            kinds,
            before: None,
            limit: usize::try_from(any(&[1, 7, 100])).unwrap(),
        };
        let fits = |line: &&AuditRecord| {
            filter.from.is_none_or(|day| line.at.date() >= day)
                && filter.to.is_none_or(|day| line.at.date() <= day)
                && filter.operator.is_none_or(|id| line.operator == Some(id))
                && filter.registrant.is_none_or(|id| line.line.registrant == Some(id))
                && (filter.kinds.is_empty() || filter.kinds.contains(&ActKind::of(&line.line.action)))
        };
        let wanted: Vec<AuditRecord> = all.iter().filter(fits).cloned().collect();
        let mut found = Vec::new();
        loop {
            let page = store.read().audit_log(&filter).unwrap();
            filter.before = page.lines.last().map(|line| line.seq);
            found.extend(page.lines);
            if !page.more {
                break;
            }
        }
        assert_eq!(found, wanted, "{filter:?}");
    }
}

/// A filter that finds next to nothing walks the whole chain: how long.
fn walked(lines: u32) -> std::time::Duration {
    use crate::domain::access::ActKind;
    let (_dir, store, _) = chain();
    let fill = format!(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {lines})
         INSERT INTO local_audit SELECT 1000 + i, '01', '2026-11-06T10:00:00', randomblob(16),
           'registrant.open', randomblob(16), 'una riga come le altre', NULL, randomblob(32) FROM n;
         UPDATE local_audit SET action = 'psp.brief' WHERE seq = 3"
    );
    store.conn.execute_batch(&fill).unwrap();
    let filter = AuditFilter { kinds: vec![ActKind::Printed], limit: 100, ..AuditFilter::default() };
    let begun = std::time::Instant::now();
    let page = store.read().audit_log(&filter).unwrap();
    assert_eq!((page.lines.len(), page.more), (1, false));
    begun.elapsed()
}

#[test]
fn a_rare_line_of_a_long_chain_is_found() {
    assert!(walked(20_000).as_secs() < 5);
}

#[test]
#[ignore = "a million lines: nightly"]
fn a_rare_line_of_a_million_is_found() {
    let took = walked(1_000_000);
    println!("a million lines walked in {took:?}");
    assert!(took.as_secs() < 20, "{took:?}");
}

/// The page of the head put back as it was some days ago.
#[test]
fn a_head_of_an_earlier_day_is_a_damaged_file_and_no_defect() {
    let (_dir, mut store, _) = chain();
    store.conn.execute_batch("UPDATE local_audit_head SET first = 1, day = '2026-11-02'").unwrap();
    store.head = None;
    let told = store.log(at(28, 9), None, &[AuditLine::new("operator.sign_in")]).unwrap_err();
    assert!(told.exit_code() == 3 && told.message.contains("danneggiato"), "{told:?}");
}
