//! Documents of every kind: issued again they are another version, what tells
//! of health stands apart, their file is archived with them, and nothing that
//! anybody does afterwards changes what was issued.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use chrono::{NaiveDate, NaiveDateTime};
use sportello::clock::Clock;
use sportello::demo::{self, office};
use sportello::desk::command::DocumentGenerated;
use sportello::desk::query::{DocumentFilter, FileAim};
use sportello::desk::replay::{Trust, recorded, replay};
use sportello::desk::{Answer, Desk, DocumentFile, Order, Query};
use sportello::domain::document::{Document, DocumentKind};
use sportello::store::archive::digest_of;

fn morning() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(8, 0, 0).unwrap()
}

fn documents(desk: &Desk) -> Vec<Document> {
    desk.store().read().documents(&DocumentFilter::default()).unwrap()
}

/// An office after a file of scenarios.
fn after(name: &str, dir: &Path) -> Desk {
    let text = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios").join(name)).unwrap();
    let mut desk = office::found(&dir.join(name), Clock::Fixed(morning()), 1, morning()).unwrap();
    desk.batch(|desk: &mut Desk| replay(desk, text.as_slice(), Vec::new(), &Trust::Given)).unwrap();
    desk
}

#[test]
fn the_same_act_again_is_the_next_version_and_health_stands_apart() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = after("documents.jsonl", dir.path());
    let all = documents(&desk);
    let kinds: BTreeSet<_> = all.iter().map(|d| d.kind.word()).collect();
    assert_eq!(kinds.len(), DocumentKind::ALL.len() - 1, "all but the pact: {kinds:?}");
    let numbers: BTreeSet<_> = all.iter().map(|d| &d.number).collect();
    assert_eq!(numbers.len(), all.len(), "one series, no number twice");
    let mut versions: BTreeMap<_, Vec<u32>> = BTreeMap::new();
    for document in &all {
        versions.entry((document.kind.word(), document.subject)).or_default().push(document.version);
    }
    for (of, mut found) in versions {
        found.sort_unstable();
        assert_eq!(found, (1..=u32::try_from(found.len()).unwrap()).collect::<Vec<_>>(), "{of:?}");
    }

    let telling = ["verbale", "diagnosi", "requisito"];
    for document in &all {
        let tells = telling.iter().any(|word| document.content.contains(word));
        assert!(!tells, "{}: {}", document.number, document.content);
        let row = |reason: Option<&str>| Query::DocumentPaper {
            document: document.id,
            reason: reason.map(ToOwned::to_owned),
        };
        assert_eq!(desk.ask("bianchi", &row(None)).is_err(), document.special, "{}", document.number);
        let Ok(Answer::DocumentPaper(issued)) = desk.ask("bianchi", &row(Some("stampa"))) else {
            panic!("{}", document.number)
        };
        let whole = issued.paper.frozen().unwrap();
        assert_eq!(document.special, telling.iter().any(|word| whole.contains(word)), "{whole}");
        let line = desk.store().read().audit_tail(1).unwrap().pop().unwrap();
        assert_eq!(line.line.detail, document.number);
        assert_eq!(line.line.reason.is_some(), document.special);
    }
    assert!(all.iter().filter(|document| document.special).count() >= 4);
}

#[test]
fn the_file_is_archived_with_what_is_recorded_of_it() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = after("documents.jsonl", dir.path());
    let of = |document: &Document, pdf: &[u8]| DocumentGenerated {
        document: document.id,
        digest: digest_of(pdf),
        archive_level: "2a,ua1".into(),
        pages: 1,
    };
    let file = |pdf: &[u8]| DocumentFile { pdf: pdf.into(), words: Some("{}".to_owned()) };
    let all = documents(&desk);
    let plain: Vec<&Document> = all.iter().filter(|document| !document.special).collect();
    let (first, second, third) = (plain[0], plain[1], plain[2]);
    let check = |desk: &mut Desk| desk.verify_archive("bianchi", |words| words == "{}").unwrap();
    let empty = check(&mut desk);
    assert_eq!((empty.documents, empty.without_file, empty.files), (all.len(), all.len(), 0));

    // Not the bytes the digest tells: neither recorded nor kept.
    let refused = desk.file_made("bianchi", of(first, b"uno"), &file(b"due")).unwrap();
    assert_eq!(refused.refusal().unwrap().rule.0, "R-DOC-2");
    assert_eq!((check(&mut desk).files, check(&mut desk).without_file), (0, all.len()));

    assert!(desk.file_made("bianchi", of(first, b"uno"), &file(b"uno")).unwrap().accepted);
    assert!(desk.file_made("bianchi", of(first, b"uno"), &file(b"uno")).unwrap().accepted, "the same again");
    let refused = desk.file_made("bianchi", of(first, b"due"), &file(b"due")).unwrap();
    assert_eq!(refused.refusal().unwrap().rule.0, "R-DOC-1");
    // Two documents of the same bytes: one file.
    assert!(desk.file_made("bianchi", of(second, b"uno"), &file(b"uno")).unwrap().accepted);
    let whole = check(&mut desk);
    assert_eq!((whole.files, whole.without_file, whole.wrong.len()), (1, all.len() - 2, 0));

    let ask = Query::DocumentFile { document: first.id, aim: FileAim::Print, reason: None };
    let Answer::DocumentFile(issued) = desk.ask("bianchi", &ask).unwrap() else { panic!() };
    assert_eq!(issued.file.unwrap().pdf, b"uno");
    let line = desk.store().read().audit_tail(1).unwrap().pop().unwrap();
    assert_eq!((&*line.line.action, &line.line.detail), ("document.print", &first.number));

    // Recorded without a file, as by a replay: the check says which.
    let order = serde_json::json!({"at": "2026-11-23T08:00:00", "by": "bianchi", "do": "document.generated",
        "document": third.id, "digest": digest_of(b"tre"), "archive_level": "2a,ua1", "pages": 1});
    assert!(desk.run(serde_json::from_value::<Order>(order).unwrap()).unwrap().accepted);
    let told = check(&mut desk);
    assert_eq!(told.wrong, [(third.number.clone(), "il suo file non è nell'archivio".to_owned())]);
    // Words nobody can read.
    let broken = desk.verify_archive("bianchi", |_| false).unwrap();
    assert_eq!(broken.wrong.len(), 3);
}

/// Every recorded command of every scenario, one by one: what was issued is
/// the same after each.
#[test]
fn no_command_changes_what_was_issued() {
    let dir = tempfile::tempdir().unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let mut seen = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        if !text.contains(".issue\"") || text.contains("office.set_up") {
            continue;
        }
        let name = path.file_name().unwrap().to_str().unwrap();
        let mut lines = Vec::new();
        recorded(&after(name, dir.path()), &mut lines).unwrap();
        let mut desk =
            office::found_empty(&dir.path().join(format!("{name}.2")), Clock::Fixed(morning()), 1).unwrap();
        let mut issued: BTreeMap<_, Document> = BTreeMap::new();
        for line in String::from_utf8(lines).unwrap().lines() {
            desk.run(serde_json::from_str(line).unwrap()).unwrap();
            for now in documents(&desk) {
                let Some(before) = issued.get(&now.id) else {
                    issued.insert(now.id, now);
                    continue;
                };
                let fixed = |d: &Document| {
                    (
                        d.registrant,
                        d.kind,
                        d.number.clone(),
                        d.version,
                        d.issued_at,
                        d.content.clone(),
                        d.subject,
                    )
                };
                assert_eq!(fixed(before), fixed(&now), "{line}");
                assert!(before.digest.is_empty() || before.digest == now.digest, "{line}");
                issued.insert(now.id, now);
            }
            seen += 1;
        }
        assert!(!issued.is_empty(), "{name}");
    }
    assert!(seen > 500, "{seen}");
}

#[test]
fn the_invented_office_has_every_kind() {
    let dir = tempfile::tempdir().unwrap();
    let (desk, figures) = demo::generate_counted(&dir.path().join("office"), 60, 1, morning()).unwrap();
    assert_eq!(figures.blocked, 0);
    let found: BTreeMap<_, usize> = documents(&desk).iter().fold(BTreeMap::new(), |mut all, document| {
        *all.entry(document.kind.word()).or_default() += 1;
        all
    });
    println!("{found:?}");
    let missing: Vec<_> = DocumentKind::ALL.iter().filter(|kind| !found.contains_key(kind.word())).collect();
    assert!(missing.is_empty(), "{missing:?}");

    // A name is found however it is typed; half a surname with half a name too.
    let found = |text: &str| {
        let filter = DocumentFilter { text: text.to_owned(), ..DocumentFilter::default() };
        let read = desk.store().read();
        let found = read.documents(&filter).unwrap();
        assert_eq!(found.len(), read.documents_count(&filter).unwrap());
        found.into_iter().map(|document| document.number).collect::<Vec<_>>()
    };
    let niccolo = found("D'Angelo Niccolò");
    assert!(!niccolo.is_empty());
    for typed in ["d'angelo niccolo", "DANGELO NICCOLO'", "  d’angelo nicc"] {
        assert_eq!(found(typed), niccolo, "{typed}");
    }
    assert!(!found("muller").is_empty() && found("muller") == found("MÜLLER"));
    assert!(found("--").is_empty(), "no letters are not every name");
}
