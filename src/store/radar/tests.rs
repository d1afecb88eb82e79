use chrono::NaiveDate;
use uuid::Uuid;

use super::*;
use crate::domain::deadline::Kind;
use crate::domain::did::Did;
use crate::domain::ids::{DidId, OperatorId, PspId, PspVersionId, UnitId};
use crate::domain::psp::{Measure, PspState, PspVersion};
use crate::domain::registrant::Registrant;
use crate::store::open::{Options, tests::office};
use crate::store::write::Tx;
use crate::store::{Store, Unit, Verdict};

mod clocks;

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn act(store: &mut Store, number: u128, act: impl FnOnce(&Tx<'_>) -> Result<()>) {
    let at = on("2026-11-23").and_hms_opt(10, 42, 0).unwrap();
    let unit = Unit { id: UnitId(Uuid::from_u128(number)), at, operator: None, command: "{}" };
    store.write(&unit, |tx| act(tx).map(|()| Verdict::Keep((), vec![]))).unwrap();
}

fn who(number: u128) -> RegistrantId {
    RegistrantId(Uuid::from_u128(number))
}

fn did(number: u128, date: &str) -> Did {
    Did {
        id: DidId(Uuid::from_u128(1000 + number)),
        registrant: who(number),
        date: on(date),
        state_since: on(date),
        ..Did::default()
    }
}

/// Three people declared on three days.
fn town() -> (tempfile::TempDir, Store, crate::store::keys::DataKey) {
    let (dir, mut store, key) = office(Options { throwaway: true, ..Options::default() });
    for (number, date) in [(1, "2026-11-12"), (2, "2026-10-01"), (3, "2026-11-20")] {
        act(&mut store, number, |tx| {
            let person =
                Registrant { id: who(number), surname: format!("Rossi{number}"), ..Registrant::default() };
            tx.insert(&person)?;
            tx.insert(&did(number, date))
        });
    }
    (dir, store, key)
}

fn contents(store: &Store) -> Vec<String> {
    let mut statement = store.conn.prepare("SELECT * FROM local_deadline").unwrap();
    let columns = statement.column_count();
    let mut rows = statement.query([]).unwrap();
    let mut all = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        let cells: Vec<_> = (0..columns).map(|i| format!("{:?}", row.get_ref(i).unwrap())).collect();
        all.push(cells.join(" "));
    }
    all
}

fn all(today: &str) -> Asked {
    Asked { today: on(today), from: None, until: None, operator: None, kinds: &[], skip: 0, limit: 100 }
}

fn rows(store: &Store, asked: &Asked) -> Vec<String> {
    let rows = store.read().radar(asked).unwrap();
    rows.iter().map(|row| format!("{} {} {}", row.surname, row.clock.due, row.clock.kind.word())).collect()
}

#[test]
fn the_office_by_consequence_then_day() {
    let (_dir, store, _) = town();
    let everything = rows(&store, &all("2026-11-23"));
    assert_eq!(
        everything,
        [
            "Rossi2 2026-10-31 contact",
            "Rossi1 2026-12-12 contact",
            "Rossi3 2026-12-20 contact",
            "Rossi2 2026-10-31 national_id",
            "Rossi1 2026-12-12 national_id",
            "Rossi3 2026-12-20 national_id",
            "Rossi2 2026-12-30 convene",
            "Rossi1 2027-02-10 convene",
            "Rossi3 2027-02-18 convene",
            "Rossi2 2026-12-30 profiling",
        ][..everything.len()]
    );
    let week = Asked { from: Some(on("2026-12-10")), until: Some(on("2026-12-17")), ..all("2026-11-23") };
    assert_eq!(rows(&store, &week), ["Rossi1 2026-12-12 contact", "Rossi1 2026-12-12 national_id"]);
    let contacts = Asked { kinds: &[Kind::Contact], ..all("2026-11-23") };
    assert_eq!(rows(&store, &contacts).len(), 3);
    let mine = Asked { operator: Some(OperatorId::default()), ..all("2026-11-23") };
    assert!(rows(&store, &mine).is_empty());
    for skip in 0..everything.len() {
        let page = Asked { skip, limit: 2, ..all("2026-11-23") };
        assert_eq!(rows(&store, &page), everything[skip..everything.len().min(skip + 2)], "{skip}");
    }
    let counts = store.read().radar_counts(on("2026-12-12"), None).unwrap();
    let told: Vec<_> = counts.iter().map(|c| (c.kind, c.overdue, c.today, c.week)).collect();
    assert_eq!(told, [(Kind::Contact, 1, 1, 0), (Kind::NationalId, 1, 1, 0)]);
}

#[test]
fn what_a_unit_touches_is_computed_anew_here_and_elsewhere() {
    let (_dir, mut store, _) = town();
    let version = PspVersion {
        id: PspVersionId(Uuid::from_u128(20)),
        psp: PspId(Uuid::from_u128(21)),
        registrant: who(1),
        did: did(1, "2026-11-12").id,
        state: PspState::Active,
        ..PspVersion::default()
    };
    act(&mut store, 30, |tx| tx.insert(&version));
    let due = |store: &Store| store.read().kept_clocks(who(1)).unwrap().len();
    let before = due(&store);
    let measure = Measure {
        id: crate::domain::ids::MeasureId(Uuid::from_u128(22)),
        version: version.id,
        to: Some(on("2026-12-01")),
        ..Measure::default()
    };
    act(&mut store, 31, |tx| tx.insert(&measure));
    assert_eq!(due(&store), before + 1, "a row of the pact");
    act(&mut store, 32, |tx| tx.update(&measure, &Measure { to: None, ..measure.clone() }));
    assert_eq!(due(&store), before, "its update does not tell whose it is");
    act(&mut store, 33, |tx| tx.run("DELETE FROM did WHERE registrant = ?1", [who(3)]).map(|_| ()));
    assert_eq!(store.read().kept_clocks(who(3)).unwrap(), []);

    let (_other_dir, mut other, _) = office(Options::default());
    let mut units = Vec::new();
    store
        .read()
        .pending(|unit| {
            units.push(unit.changeset);
            Ok(())
        })
        .unwrap();
    for changeset in &units {
        other.apply_changeset(changeset).unwrap();
    }
    let kept = contents(&store);
    assert!(!kept.is_empty());
    assert_eq!(contents(&other), kept);
    store.rebuild_radar().unwrap();
    assert_eq!(contents(&store), kept);
}

#[test]
fn a_radar_of_another_program_is_built_on_opening() {
    let (dir, store, key) = town();
    let kept = contents(&store);
    store
        .conn
        .execute_batch(
            "DELETE FROM local_deadline; UPDATE local_setting SET value = '0' WHERE name = 'radar'",
        )
        .unwrap();
    drop(store);
    let store = Store::open(dir.path(), &key, Options::default()).unwrap();
    assert_eq!(contents(&store), kept);
}
