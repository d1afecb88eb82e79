//! An office of every earlier schema, with data, brought up to date.

use std::path::Path;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::generate;
use crate::clock::Clock;
use crate::desk::command::DocumentGenerated;
use crate::desk::query::{DocumentFilter, Found};
use crate::desk::replay::{Trust, replay};
use crate::desk::{Answer, Desk, DocumentFile, Query, opening};

const PASSWORD: &str = "sportello";
const BEFORE: &str = "office.db.prima";

/// Tables with one row, or none where this desk has closed no day yet.
const FEW: &[&str] = &["office", "local_draft", "local_audit_head", "local_audit_key", "local_audit_day"];

/// Between them they write to every table.
const SCENARIOS: &[&str] =
    &["calendar", "case", "documents", "employment", "gone", "miattivo", "pad", "tables", "targeted"];

/// The demo, what the scenarios do in it (some lines find another office than
/// they expect: as well), a draft and files in the archive.
fn lived(dir: &Path, at: NaiveDateTime) -> Desk {
    let mut desk = generate(dir, 20, 1, at).unwrap();
    for name in SCENARIOS {
        let file = format!("{}/tests/scenarios/{name}.jsonl", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read(file).unwrap();
        desk.batch(|desk| replay(desk, text.as_slice(), std::io::sink(), &Trust::Given)).unwrap();
    }
    let operator = desk.operators()[0].id;
    for day in ["2027-03-01", "2027-03-02"] {
        let close =
            json!({"do": "office.close", "closure": {"from": day, "to": day, "reason": "festa del patrono"}});
        let away = json!({"do": "operator.absent", "absence": {
            "operator": operator, "from": format!("{day}T00:00"), "to": format!("{day}T12:00")}});
        for command in [close, away] {
            desk.act("bianchi", serde_json::from_value(command).unwrap()).unwrap();
        }
    }
    desk.keep_draft(operator, "DI01", "p1", "{}".to_owned()).unwrap();
    let documents = desk.store().read().documents(&DocumentFilter::default()).unwrap();
    for (document, pdf) in
        documents.iter().filter(|document| document.digest.is_empty()).zip([b"uno", b"due"])
    {
        let digest = Sha256::digest(pdf).iter().map(|byte| format!("{byte:02x}")).collect();
        let (document, archive_level) = (document.id, "2b".to_owned());
        let made = DocumentGenerated { document, digest, archive_level, pages: 1 };
        let file = DocumentFile { pdf: Arc::from(&pdf[..]), words: Some("{}".to_owned()) };
        assert!(desk.file_made("bianchi", made, &file).unwrap().accepted);
    }
    desk
}

/// What the whole check finds: area and sentences.
fn wrong(desk: &mut Desk) -> Vec<(&'static str, Vec<String>)> {
    let done = desk.verify("bianchi", |_| true, |_| Ok(())).unwrap();
    done.into_iter()
        .map(|checked| (checked.name, checked.found.wrong))
        .filter(|(_, wrong)| !wrong.is_empty())
        .collect()
}

fn open(dir: &Path, clock: Clock) -> Desk {
    opening::open_throwaway(dir, None, clock, 1).unwrap().0
}

fn found(desk: &mut Desk, text: &str) -> Vec<String> {
    let answer = desk.ask("bianchi", &Query::Search { text: text.to_owned(), limit: 20 }).unwrap();
    let Answer::Found(Found { rows, .. }) = answer else { panic!() };
    rows.iter().map(|row| row.hit.registrant.to_string()).collect()
}

#[test]
fn every_earlier_schema_comes_up_to_date_with_its_data() {
    let at = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(8, 30, 0).unwrap();
    let clock = Clock::Fixed(at);
    let place = tempfile::tempdir().unwrap();
    let mut desk = lived(&place.path().join("now"), at);
    assert_eq!(wrong(&mut desk), []);
    let latest = desk.store().facts().unwrap().schema;
    let names: Vec<String> =
        desk.store().read().registrants().unwrap().iter().map(|person| person.surname.clone()).collect();
    let radar = desk.store().read().radar_counts(at.date(), None).unwrap();
    for schema in 2..latest {
        let dir = place.path().join(schema.to_string());
        let old = desk.store().write_older(&dir, PASSWORD, schema);
        let few = |(table, (_, rows)): (&String, &(Vec<String>, Vec<String>))| {
            (rows.len() < 2 && !FEW.contains(&table.as_str())).then(|| table.clone())
        };
        assert_eq!(old.iter().filter_map(few).collect::<Vec<_>>(), Vec::<String>::new(), "schema {schema}");
        let mut new = open(&dir, clock);
        assert_eq!(new.store().facts().unwrap().schema, latest);
        // What follows from the records is derived anew, and lines are added.
        let (mut now, mut then) = (new.store().rows_now(&old), old.clone());
        for rows in [&mut now, &mut then] {
            rows.retain(|table, _| {
                !table.starts_with("local_") || ["local_draft", "local_counter"].contains(&table.as_str())
            });
        }
        assert!(now == then, "schema {schema}: a row changed");
        let lines = &new.store().rows_now(&old)["local_audit"].1;
        assert!(
            old["local_audit"].1.iter().all(|line| lines.contains(line)),
            "schema {schema}: a line is gone"
        );
        let (units, subjects) = new.store().units_now();
        assert!(units >= 1 && subjects > 20, "schema {schema}: {units} units of {subjects} subjects");
        for surname in names.iter().step_by(7) {
            assert_eq!(found(&mut new, surname), found(&mut desk, surname), "schema {schema}: {surname}");
        }
        // Terms rest on columns that are newer than some of these files.
        if schema >= 6 {
            assert_eq!(new.store().read().radar_counts(at.date(), None).unwrap(), radar, "schema {schema}");
        }
        let mut found = wrong(&mut new);
        // Before the archive there were documents whose file was on paper only.
        found.retain(|(area, _)| schema >= 7 || *area != "archive");
        assert_eq!(found, [], "schema {schema}");
        drop(new);
        // The copy that was made before is the file of then, and opens.
        let copy = place.path().join(format!("{schema}-prima"));
        std::fs::create_dir(&copy).unwrap();
        std::fs::copy(dir.join(BEFORE), copy.join("office.db")).unwrap();
        std::fs::copy(dir.join("office.keys"), copy.join("office.keys")).unwrap();
        let again = open(&copy, clock);
        let now = again.store().rows_now(&old);
        assert!(
            old.iter().all(|(table, rows)| table.starts_with("local_") || now[table] == *rows),
            "copy of {schema}"
        );
        std::fs::remove_dir_all(&dir).unwrap();
        std::fs::remove_dir_all(&copy).unwrap();
    }
}
