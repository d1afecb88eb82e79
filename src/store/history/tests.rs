use chrono::{NaiveDate, NaiveDateTime};
use uuid::Uuid;

use crate::domain::history::{Reach, RowFate};
use crate::domain::ids::{MeasureId, PspId, PspVersionId, RegistrantId, UnitId};
use crate::domain::psp::{Measure, PspVersion};
use crate::domain::registrant::Registrant;
use crate::fault::Result;
use crate::store::open::{Options, tests::office};
use crate::store::{Store, Tx, Unit, Verdict};

fn at(minute: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(10, minute, 0).unwrap()
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn act(store: &mut Store, minute: u32, write: impl FnOnce(&Tx<'_>) -> Result<()>) {
    let unit = Unit { id: UnitId(id(minute.into())), at: at(minute), operator: None, command: "{}" };
    store.write(&unit, |tx| write(tx).map(|()| Verdict::Keep((), vec![]))).unwrap();
}

fn person(number: u128, surname: &str) -> Registrant {
    Registrant { id: RegistrantId(id(number)), surname: surname.into(), ..Registrant::default() }
}

/// Two people; the first is renamed, gets a pact with a measure, loses the measure.
fn lived() -> (tempfile::TempDir, Store) {
    let (dir, mut store, _) = office(Options::default());
    let (before, after) = (person(1, "ROSSI"), person(1, "BIANCHI"));
    act(&mut store, 1, |tx| tx.insert(&before));
    act(&mut store, 2, |tx| tx.insert(&person(2, "VERDI")));
    act(&mut store, 3, |tx| tx.update(&before, &after));
    act(&mut store, 4, |tx| {
        tx.insert(&crate::domain::did::Did {
            id: crate::domain::ids::DidId(id(20)),
            registrant: after.id,
            ..Default::default()
        })?;
        tx.insert(&PspVersion {
            id: PspVersionId(id(10)),
            psp: PspId(id(11)),
            registrant: after.id,
            did: crate::domain::ids::DidId(id(20)),
            ..PspVersion::default()
        })?;
        tx.insert(&Measure { id: MeasureId(id(12)), version: PspVersionId(id(10)), ..Measure::default() })
    });
    act(&mut store, 5, |tx| tx.run("DELETE FROM measure", []).map(|_| ()));
    (dir, store)
}

#[test]
fn a_person_finds_what_was_done_to_every_record_of_theirs() {
    let (_dir, store) = lived();
    let units = store.read().units_of(id(1)).unwrap();
    assert_eq!(units.iter().map(|unit| unit.at).collect::<Vec<_>>(), [at(5), at(4), at(3), at(1)]);
    let gone = &units[0].rows[0];
    assert_eq!((gone.table.as_str(), gone.fate), ("measure", RowFate::TakenOut));
    let renamed = &units[2].rows[0];
    let field = &renamed.fields[0];
    assert_eq!((renamed.fate, renamed.fields.len()), (RowFate::Changed, 1));
    assert_eq!(
        (field.field.as_str(), &field.before, &field.after),
        ("surname", &"ROSSI".into(), &"BIANCHI".into())
    );
    assert_eq!(store.read().units_of(id(2)).unwrap().len(), 1);
    let unit = store.read().unit(UnitId(id(4))).unwrap().unwrap();
    assert_eq!(store.read().unit_subjects(&unit).unwrap(), [id(1)]);
    assert_eq!(store.read().units_after(id(1), &unit).unwrap().len(), 1);
    // This file was not founded by a command.
    assert_eq!(store.read().reach().unwrap(), Reach::From(at(1)));
}

#[test]
fn the_index_is_made_again_from_the_changesets() {
    let (_dir, mut store) = lived();
    let index = |store: &Store| {
        let sql = "SELECT hex(subject) || unit FROM local_unit_subject ORDER BY 1";
        store.read().all(sql, [], |row| row.get::<_, String>(0)).unwrap()
    };
    let before = index(&store);
    assert_eq!(before.len(), 5);
    store.note("DELETE FROM local_unit_subject", []).unwrap();
    store.note("DELETE FROM local_setting WHERE name = 'units_indexed'", []).unwrap();
    store.index_units().unwrap();
    assert_eq!(index(&store), before);
}

#[test]
fn a_record_stands_as_it_stood_and_the_file_stays_as_it_is() {
    let (_dir, mut store) = lived();
    let digest = store.digest().unwrap();
    let mut look = |minute| {
        store
            .as_it_stood(id(1), at(minute), |read| {
                let surname = read.get::<Registrant>(id(1))?.map(|person| person.surname);
                let measures = read.measures_of(PspVersionId(id(10)))?.len();
                let other = read.get::<Registrant>(id(2))?.is_some();
                Ok((surname, measures, other))
            })
            .unwrap()
    };
    assert_eq!(look(0), (None, 0, true));
    assert_eq!(look(1), (Some("ROSSI".to_owned()), 0, true));
    assert_eq!(look(2), (Some("ROSSI".to_owned()), 0, true));
    assert_eq!(look(3), (Some("BIANCHI".to_owned()), 0, true));
    assert_eq!(look(4), (Some("BIANCHI".to_owned()), 1, true));
    assert_eq!(look(5), (Some("BIANCHI".to_owned()), 0, true));
    assert_eq!(store.digest().unwrap(), digest);
}

#[test]
fn a_unit_taken_back_leaves_what_was_before_it() {
    let (_dir, mut store) = lived();
    let last = store.read().unit(UnitId(id(5))).unwrap().unwrap();
    let before = store.digest().unwrap();
    act(&mut store, 6, |tx| tx.take_back(&last));
    let measures = |store: &Store| store.read().measures_of(PspVersionId(id(10))).unwrap().len();
    assert_eq!(measures(&store), 1);
    let back = store.read().unit(UnitId(id(6))).unwrap().unwrap();
    act(&mut store, 7, |tx| tx.take_back(&back));
    assert_eq!(store.digest().unwrap(), before);
    // Also what made a pact with its measure, parents and children at once.
    for minute in [7_u128, 6, 5, 4] {
        let unit = store.read().unit(UnitId(id(minute))).unwrap().unwrap();
        act(&mut store, 10 + u32::try_from(minute).unwrap(), |tx| tx.take_back(&unit));
    }
    assert!(store.read().get::<PspVersion>(id(10)).unwrap().is_none());
}

#[test]
fn a_unit_that_came_later_with_an_earlier_hour_keeps_its_field() {
    let (_dir, mut store) = lived();
    // Another desk's: of minute 2, here after minute 5; it knew the new name.
    let (was, now) = (person(1, "BIANCHI"), Registrant { phone: "06".into(), ..person(1, "BIANCHI") });
    act(&mut store, 8, |tx| tx.update(&was, &now));
    store.note("UPDATE local_unit SET time = '2026-11-23T10:02:00.000009' WHERE seq = 6", []).unwrap();
    let (surname, phone) = store
        .as_it_stood(id(1), at(2), |read| {
            let person: Registrant = read.need(id(1))?;
            Ok((person.surname, person.phone))
        })
        .unwrap();
    assert_eq!((surname.as_str(), phone.as_str()), ("ROSSI", "06"));
}

#[test]
fn units_that_waited_in_an_older_file_are_its_history() {
    use crate::store::migrate;
    let conn = rusqlite::Connection::open_in_memory().unwrap();
    migrate::migrate_to(&conn, 7).unwrap();
    for seq in [3_u128, 8] {
        let sql = "INSERT INTO local_pending VALUES (?1, ?2, '01', '2026-11-23T10:00:00.000000', NULL, 7, '{}', x'')";
        conn.execute(sql, (i64::try_from(seq).unwrap(), id(seq).into_bytes())).unwrap();
    }
    migrate::migrate(&conn).unwrap();
    let kept: String = conn
        .query_row("SELECT group_concat(seq || desk || schema) FROM local_unit", [], |row| row.get(0))
        .unwrap();
    assert_eq!(kept, "3017,8017");
}

#[test]
fn a_value_written_past_the_units_is_found() {
    let (_dir, store) = lived();
    let wrong = || store.read().records_wrong().unwrap();
    assert_eq!(wrong(), (5, vec![]));
    for (sql, table) in [
        ("UPDATE registrant SET surname = 'NERI' WHERE surname = 'BIANCHI'", "registrant"),
        ("DELETE FROM psp_version", "psp_version"),
        ("DELETE FROM local_unit WHERE seq = 3", "registrant"),
    ] {
        store.conn.execute_batch(&format!("SAVEPOINT one; {sql}")).unwrap();
        assert_eq!(wrong().1, [table], "{sql}");
        store.conn.execute_batch("ROLLBACK TO one; RELEASE one").unwrap();
    }
}
