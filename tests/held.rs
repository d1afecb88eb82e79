//! Rules that nothing has to refuse: the program is made so that they cannot
//! be broken. Each test names the rule it shows.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveDateTime};
use sportello::clock::Clock;
use sportello::demo;
use sportello::desk::replay::{Trust, replay};
use sportello::domain::parameters::Parameters;

fn monday() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(8, 30, 0).unwrap()
}

fn source(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { sources(&path, found) } else { found.push(path) }
    }
}

/// R-PRV-9: no sentence of SQL takes a row away from a table that is kept;
/// only what can be made again (the search) and drafts are.
#[test]
fn nothing_that_was_recorded_is_deleted() {
    let mut files = Vec::new();
    sources(&source("src/store"), &mut files);
    sources(&source("sql"), &mut files);
    let mut deleted = Vec::new();
    // `older.rs` makes files of earlier schemas for tests. A save taken back is whole in its unit and comes again from there (R-ARC-4).
    let of_rows = |file: &&PathBuf| {
        let file = file.to_string_lossy();
        !file.contains("test") && !file.ends_with("history/back.rs") && !file.ends_with("store/older.rs")
    };
    for file in files.iter().filter(of_rows) {
        let text = fs::read_to_string(file).unwrap();
        let text = text.split("#[cfg(test)]").next().unwrap();
        deleted.extend(text.split("DELETE FROM ").skip(1).map(|rest| {
            rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default().to_owned()
        }));
    }
    deleted.sort();
    deleted.dedup();
    assert!(!deleted.is_empty(), "the search of this test finds nothing any more");
    let kept: Vec<_> = deleted.iter().filter(|table| !table.starts_with("local_")).collect();
    assert!(kept.is_empty(), "rows are taken from {kept:?}");
    assert!(!deleted.iter().any(|table| table == "local_audit"), "R-PRV-4: the log cannot be shortened");
}

/// R-DOC-7: what a pact prints is a type of its own, without a field for a
/// diagnosis, a percentage of invalidity or the household.
#[test]
fn a_pact_has_no_field_for_what_it_may_not_print() {
    let papers = fs::read_dir(source("src/domain/paper")).unwrap().map(|file| file.unwrap().path());
    let paper: String = papers.map(|file| fs::read_to_string(file).unwrap()).collect();
    let fields: Vec<&str> = paper
        .lines()
        .filter_map(|line| line.trim().strip_prefix("pub ")?.split_once(':').map(|(name, _)| name))
        .collect();
    assert!(fields.len() > 50, "fields were read: {}", fields.len());
    let barred = ["diagnos", "disab", "invalid", "household", "children", "health"];
    let found: Vec<_> = fields.iter().filter(|name| barred.iter().any(|word| name.contains(word))).collect();
    assert!(found.is_empty(), "{found:?}");
}

/// R-PRV-10: the people of the demo are nobody: their e-mail and telephone
/// numbers reach no one.
#[test]
fn invented_people_cannot_be_reached() {
    let dir = tempfile::tempdir().unwrap();
    let desk = demo::generate(&dir.path().join("office"), 60, 1, monday()).unwrap();
    let people = desk.store().read().registrants().unwrap();
    assert!(people.len() >= 60);
    for person in people {
        let email = &person.email;
        assert!(email.is_empty() || email.contains("@") && email.contains("example."), "{email}");
        let mobile = person.mobile.replace(' ', "");
        assert!(mobile.is_empty() || mobile.starts_with("33300"), "{mobile}");
    }
}

/// R-REM-6: in a real office whoever acts is who signed in, with a name and a
/// SIUL user of their own: a line cannot say it was somebody else.
#[test]
fn nobody_acts_under_another_name() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk =
        demo::office::found(&dir.path().join("office"), Clock::Fixed(monday()), 1, monday()).unwrap();
    let line =
        r#"{"by":"verde","do":"office.close","from":"2026-12-24","to":"2026-12-24","reason":"Vigilia"}"#;
    let mut said = Vec::new();
    replay(&mut desk, line.as_bytes(), &mut said, &Trust::SignedIn("bianchi".into())).unwrap();
    let said = String::from_utf8(said).unwrap();
    assert!(said.contains("\"error\"") && said.contains("chi ha fatto l'accesso"), "{said}");
}

/// R-CM-10: what the committee and the doctors wrote stands in a record of
/// its own; the application has no field for it, and nothing that is printed
/// or sent reads that record.
#[test]
fn what_is_special_of_an_application_stands_apart() {
    let sql = fs::read_to_string(source("sql/0006_law.sql")).unwrap();
    let table = sql.split("CREATE TABLE targeted_application (").nth(1).unwrap();
    let columns: Vec<&str> =
        table.split(") STRICT").next().unwrap().lines().filter_map(|l| l.split_whitespace().next()).collect();
    assert!(columns.len() > 10, "columns were read: {columns:?}");
    let barred = ["category", "percent", "report", "grounds", "observations", "committee", "note"];
    let found: Vec<_> = columns.iter().filter(|name| barred.iter().any(|word| name.contains(word))).collect();
    assert!(found.is_empty(), "{found:?}");
    for folder in ["src/cli", "src/documents"] {
        let mut files = Vec::new();
        sources(&source(folder), &mut files);
        let reads = |file: &PathBuf| fs::read_to_string(file).unwrap().contains("targeted_card");
        assert!(!files.is_empty() && !files.iter().any(reads), "{folder} reads the card");
    }
}

/// R-DOC-3: no document without number, day, person and (by its type) kind.
#[test]
fn every_document_has_its_number() {
    let dir = tempfile::tempdir().unwrap();
    let desk = demo::generate(&dir.path().join("office"), 60, 1, monday()).unwrap();
    let read = desk.store().read();
    let mut numbers = std::collections::BTreeSet::new();
    for version in
        ["active", "awaiting_person", "closed"].iter().flat_map(|state| read.versions_in(state).unwrap())
    {
        let Some(id) = version.document else { continue };
        let document: sportello::domain::document::Document = read.need(id.0).unwrap();
        assert_eq!(document.registrant, version.registrant);
        assert!(document.issued_at <= monday() && numbers.insert(document.number.clone()));
        assert!(document.number.parse::<sportello::domain::number::DocumentNumber>().is_ok());
    }
    assert!(numbers.len() > 10, "documents were read: {}", numbers.len());
}

/// Whoever changes a parameter changes what the program does: each is read
/// somewhere else than where it is declared.
#[test]
fn every_parameter_is_used() {
    let mut files = Vec::new();
    sources(&source("src"), &mut files);
    let declared = source("src/domain/parameters");
    files.retain(|file| file.extension().is_some_and(|e| e == "rs") && !file.starts_with(&declared));
    files.retain(|file| !file.to_string_lossy().contains("tests"));
    let text = |file: &PathBuf| fs::read_to_string(file).unwrap();
    let used: String =
        files.iter().map(|file| text(file).split("#[cfg(test)]").next().unwrap().to_owned()).collect();
    let words: std::collections::HashSet<&str> = used
        .split('.')
        .skip(1)
        .map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap())
        .collect();
    let fields = Parameters::specs().map(|spec| spec.code);
    let idle: Vec<&str> = fields.filter(|code| !words.contains(code.split('.').nth(1).unwrap())).collect();
    assert!(idle.is_empty(), "nothing reads {idle:?}");
    let table = fs::read_to_string(source("assets/data/tables/parameters.toml")).unwrap();
    let codes: Vec<&str> =
        table.split("code = \"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let unknown: Vec<_> = codes.iter().filter(|code| Parameters::spec(code).is_none()).collect();
    assert!(codes.len() > 60 && unknown.is_empty(), "of {} nobody knows {unknown:?}", codes.len());
}
