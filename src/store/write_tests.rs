use super::*;
use crate::domain::ids::RegistrantId;
use crate::fault::Fault;
use crate::store::Pending;
use crate::store::open::{Options, tests::office};
use chrono::NaiveDate;
use uuid::Uuid;

fn at(minute: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(10, minute, 0).unwrap()
}

fn unit(number: u128) -> Unit<'static> {
    Unit { id: UnitId(Uuid::from_u128(number)), at: at(0), operator: None, command: "{}" }
}

fn add(tx: &Tx<'_>, id: u128) -> Result<()> {
    tx.run(
        "INSERT INTO privacy_notice (id, registrant, version, given_on, \"by\") VALUES (?1, ?2, '1', '2026-11-23', 'x')",
        (Uuid::from_u128(id).as_bytes(), Uuid::from_u128(1).as_bytes()),
    )
    .map(|_| ())
}

/// Every column that must have a value, empty.
fn add_person(tx: &Tx<'_>) -> Result<()> {
    let columns =
        tx.all("SELECT name, type FROM pragma_table_info('registrant') WHERE \"notnull\"", [], |r| {
            Ok((r.get::<_, String>(0)?, r.get::<_, String>(1)?))
        })?;
    let names: Vec<_> = columns.iter().map(|(n, _)| n.as_str()).collect();
    let values: Vec<_> = columns
        .iter()
        .map(|(name, kind)| match (name.as_str(), kind.as_str()) {
            ("id", _) => "x'00000000000000000000000000000001'",
            (_, "INTEGER") => "0",
            _ => "''",
        })
        .collect();
    let sql = format!("INSERT INTO registrant ({}) VALUES ({})", names.join(", "), values.join(", "));
    tx.run(&sql, []).map(|_| ())
}

fn count(store: &Store, table: &str) -> i64 {
    store.read().one(&format!("SELECT count(*) FROM {table}"), [], |r| r.get(0)).unwrap().unwrap()
}

fn units(store: &Store) -> Vec<Pending> {
    let mut all = Vec::new();
    store
        .read()
        .pending(|unit| {
            all.push(unit);
            Ok(())
        })
        .unwrap();
    all
}

#[test]
fn a_command_its_unit_and_its_audit_line_stand_or_fall_together() {
    let (_dir, mut store, _) = office(Options::default());
    let person = RegistrantId(Uuid::from_u128(1));
    store
        .write(&unit(1), |tx| {
            add_person(tx)?;
            Ok(Verdict::Keep((), vec![AuditLine::new("registrant.register").about(person)]))
        })
        .unwrap();
    assert_eq!((count(&store, "registrant"), count(&store, "local_audit")), (1, 1));

    // Refused, failed, and the same command again.
    let refused = store.write(&unit(2), |tx| add(tx, 2).map(|()| Verdict::Undo("no"))).unwrap();
    assert_eq!(refused, "no");
    let failed = store.write(&unit(3), |tx| {
        add(tx, 3)?;
        Err::<Verdict<()>, _>(Fault::internal("invented"))
    });
    assert_eq!(failed.unwrap_err().cause, "invented");
    let again = store.write(&unit(1), |tx| add(tx, 4).map(|()| Verdict::Keep((), vec![AuditLine::new("x")])));
    assert!(again.is_err());

    assert_eq!((count(&store, "privacy_notice"), count(&store, "local_audit")), (0, 1));
    let pending = units(&store);
    assert_eq!(pending.len(), 1);
    assert!(!pending[0].changeset.is_empty());
    assert_eq!((pending[0].desk.as_str(), pending[0].schema), ("01", migrate_latest()));
    assert_eq!(store.read().audit_tail(5).unwrap()[0].line.registrant, Some(person));
    assert!(store.read().has_unit(unit(1).id).unwrap() && !store.read().has_unit(unit(2).id).unwrap());
}

fn migrate_latest() -> u32 {
    crate::store::migrate::latest()
}

#[test]
fn recorded_units_make_another_office_equal() {
    let (_one_dir, mut one, _) = office(Options::default());
    let (_two_dir, mut two, _) = office(Options::default());
    one.write(&unit(1), |tx| add_person(tx).map(|()| Verdict::Keep((), vec![]))).unwrap();
    one.write(&unit(2), |tx| add(tx, 2).map(|()| Verdict::Keep((), vec![]))).unwrap();
    one.write(&unit(3), |tx| {
        tx.run("UPDATE privacy_notice SET version = '2'", [])?;
        Ok(Verdict::Keep((), vec![]))
    })
    .unwrap();
    assert_ne!(one.digest().unwrap(), two.digest().unwrap());
    for unit in units(&one) {
        two.apply_changeset(&unit.changeset).unwrap();
    }
    assert_eq!(one.digest().unwrap(), two.digest().unwrap());
}

#[test]
fn in_a_batch_a_refusal_undoes_itself_and_a_fault_undoes_all() {
    let (_dir, mut store, _) = office(Options::default());
    store
        .batch(|store| {
            store.write(&unit(1), |tx| {
                add_person(tx).map(|()| Verdict::Keep((), vec![AuditLine::new("a")]))
            })?;
            store.write(&unit(2), |tx| add(tx, 2).map(|()| Verdict::Undo(())))?;
            store.write(&unit(3), |tx| add(tx, 3).map(|()| Verdict::Keep((), vec![AuditLine::new("b")])))
        })
        .unwrap();
    let failed = store.batch(|store| {
        store.write(&unit(4), |tx| add(tx, 4).map(|()| Verdict::Keep((), vec![AuditLine::new("c")])))?;
        Err::<(), _>(Fault::internal("invented"))
    });
    assert!(failed.is_err());
    assert_eq!((count(&store, "privacy_notice"), units(&store).len()), (1, 2));
    store.log(at(5), None, &[AuditLine::new("desk.search").detail("name 3")]).unwrap();
    assert_eq!(store.read().audit_verify().unwrap().lines, 3);
    let times: Vec<_> = units(&store).into_iter().map(|u| u.time).collect();
    assert!(times.is_sorted() && times[0] != times[1]);
}

#[test]
fn a_panic_leaves_nothing_behind() {
    let (_dir, mut store, _) = office(Options::default());
    let act = std::panic::AssertUnwindSafe(|| {
        store.write(&unit(1), |tx| -> Result<Verdict<()>> {
            add_person(tx)?;
            panic!("invented");
        })
    });
    assert!(std::panic::catch_unwind(act).is_err());
    assert_eq!(count(&store, "registrant"), 0);
    store.write(&unit(1), |tx| add_person(tx).map(|()| Verdict::Keep((), vec![]))).unwrap();
}

#[test]
fn drafts_settings_and_numbers() {
    use crate::store::drafts::{Draft, DraftKey};
    let (_dir, mut store, _) = office(Options::default());
    let key =
        DraftKey { operator: OperatorId(Uuid::from_u128(5)), screen: "DI01".into(), subject: String::new() };
    for (minute, json) in [(1, "{}"), (2, "{\"date\":\"12\"}")] {
        store.draft_put(&Draft { key: key.clone(), json: json.into(), saved_at: at(minute) }).unwrap();
    }
    let found = store.read().draft(&key).unwrap().unwrap();
    assert_eq!((found.json.as_str(), found.saved_at), ("{\"date\":\"12\"}", at(2)));
    assert_eq!(store.read().drafts(key.operator).unwrap(), [found]);
    store.draft_delete(&key).unwrap();
    assert_eq!(store.read().draft(&key).unwrap(), None);

    store.setting_put("theme", "scuro").unwrap();
    assert_eq!(store.read().setting("theme").unwrap().as_deref(), Some("scuro"));

    assert_eq!(store.read().next_number("psp/2026").unwrap(), 1);
    let take = |tx: &Tx<'_>, n| tx.number_used("psp/2026", n);
    store.write(&unit(1), |tx| take(tx, 1).map(|()| Verdict::Keep((), vec![]))).unwrap();
    store.write(&unit(2), |tx| take(tx, 2).map(|()| Verdict::Undo(()))).unwrap();
    assert_eq!(store.read().next_number("psp/2026").unwrap(), 2);
}

#[test]
fn a_full_disk_is_said_and_leaves_nothing() {
    let (_dir, mut store, _) = office(Options::default());
    let pages: i64 = store.conn.pragma_query_value(None, "page_count", |r| r.get(0)).unwrap();
    store.conn.pragma_update(None, "max_page_count", pages).unwrap();
    let command = "x".repeat(50_000);
    let told = store
        .write(&Unit { command: &command, ..unit(1) }, |tx| {
            add_person(tx).map(|()| Verdict::Keep((), vec![]))
        })
        .unwrap_err();
    assert!(told.message.contains("pieno"), "{}", told.message);
    assert_eq!(told.kind, crate::fault::FaultKind::Outside);
    store.conn.pragma_update(None, "max_page_count", pages * 100).unwrap();
    assert_eq!(count(&store, "registrant"), 0);
    store.write(&unit(1), |tx| add_person(tx).map(|()| Verdict::Keep((), vec![]))).unwrap();
}
