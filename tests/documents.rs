//! Documents of every kind: issued again they are another version, what tells
//! of health stands apart, their file is archived with them, and nothing that
//! anybody does afterwards changes what was issued.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use chrono::{NaiveDate, NaiveDateTime};
use sportello::clock::Clock;
use sportello::demo::{self, office};
use sportello::desk::command::DocumentGenerated;
use sportello::desk::query::{DocumentFilter, FileAim};
use sportello::desk::replay::{Trust, recorded, replay};
use sportello::desk::{Answer, Desk, DocumentFile, Order, Query};
use sportello::documents::gulpease::{EASY, gulpease};
use sportello::documents::{self, TextSize, brief, reprint};
use sportello::domain::document::{Document, DocumentKind};
use sportello::domain::ids::UnitId;
use sportello::domain::language::Language;
use sportello::domain::paper::stationery::Stationery;
use sportello::store::archive::digest_of;
use sportello::store::{Unit, Verdict};

fn morning() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(8, 0, 0).unwrap()
}

fn documents(desk: &Desk) -> Vec<Document> {
    desk.store().read().documents(&DocumentFilter::default()).unwrap()
}

/// An office after a file of scenarios.
fn after(name: &str, dir: &Path) -> Desk {
    after_lines(&scenario(name), &dir.join(name))
}

fn scenario(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    fs::read_to_string(folder.join(name)).unwrap()
}

fn after_lines(text: &str, office: &Path) -> Desk {
    let mut desk = office::found(office, Clock::Fixed(morning()), 1, morning()).unwrap();
    desk.batch(|desk: &mut Desk| replay(desk, text.as_bytes(), Vec::new(), &Trust::Given)).unwrap();
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

/// And the page in breve of each of its pacts, drafts too, is one page that
/// is easy to read: what people are told, not only the example that ships.
#[test]
fn the_invented_office_has_every_kind() {
    let dir = tempfile::tempdir().unwrap();
    let (mut desk, figures) = demo::generate_counted(&dir.path().join("office"), 60, 1, morning()).unwrap();
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
    let mut versions = Vec::new();
    for person in desk.store().read().registrants().unwrap() {
        versions.extend(desk.store().read().versions_of(person.id).unwrap());
    }
    let mut indices = Vec::new();
    for version in &versions {
        let Answer::Paper(paper) = desk.ask("bianchi", &Query::Paper { version: version.id }).unwrap() else {
            panic!()
        };
        let worded =
            brief::worded(&paper, Language::It, &Stationery::default(), chrono::NaiveDate::MIN).unwrap();
        assert_eq!(worded.pages(TextSize::Normal).unwrap().count(), 1, "{version:?}");
        let index = gulpease(&worded.content.blocks).unwrap();
        assert!(index >= EASY, "{index:.1}: {:?}", worded.content.blocks);
        indices.push(index);
    }
    assert!(indices.len() > 20, "{}", indices.len());
    indices.sort_by(f32::total_cmp);
    println!(
        "{} pacts in breve, Gulpease from {:.1} to {:.1}",
        indices.len(),
        indices[0],
        indices[indices.len() - 1]
    );
}

/// A number is given to what can be put on paper: every document that the
/// scenarios issue is.
#[test]
fn what_was_issued_can_be_printed() {
    let dir = tempfile::tempdir().unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let (mut seen, mut wrong) = (0, Vec::new());
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        if !text.contains(".issue\"") || text.contains("office.set_up") {
            continue;
        }
        let name = path.file_name().unwrap().to_str().unwrap();
        let mut desk = after(name, dir.path());
        for document in documents(&desk) {
            let ask = Query::DocumentPaper { document: document.id, reason: Some("stampa".into()) };
            let Answer::DocumentPaper(issued) = desk.ask("bianchi", &ask).unwrap() else { panic!() };
            let made = documents::content(&issued.paper, &Stationery::default())
                .and_then(|worded| worded.pages(TextSize::Normal)?.pdf(document.issued_at));
            seen += 1;
            wrong.extend(
                made.err().map(|fault| format!("{name} {}: {fault} ({})", document.number, fault.cause)),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen > 40, "{seen}");
}

/// What a person takes home is true: the day the status starts, where and how
/// to come, whose benefit it is.
#[test]
fn papers_tell_what_the_records_say() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = after("papers.jsonl", dir.path());
    let mut all = documents(&desk);
    all.sort_by(|a, b| a.number.cmp(&b.number));
    let mut said = all.iter().map(|document| {
        let ask = Query::DocumentPaper { document: document.id, reason: None };
        let Answer::DocumentPaper(issued) = desk.ask("bianchi", &ask).unwrap() else { panic!() };
        let worded = documents::content(&issued.paper, &Stationery::default()).unwrap();
        // So wide that no cell of a table is broken.
        let pages = worded.pages(TextSize::Normal).unwrap().text(2000);
        let lines = pages.iter().flat_map(|page| &page.lines).map(|line| line.text.as_str());
        lines.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
    });
    let mut next = |says: &[&str], never: &[&str]| {
        let said = said.next().unwrap();
        for part in says {
            assert!(said.contains(part), "«{part}» is not in: {said}");
        }
        for part in never {
            assert!(!said.contains(part), "«{part}» is in: {said}");
        }
    };
    // The receipts: the status starts with the first day without the job.
    next(
        &["comincia il 01/01/2027", "non è ancora finito", "come dipendente con un reddito"],
        &["comincia il 23/11", "alcuna attività"],
    );
    next(&["comincia il 23/11/2026", "di non svolgere alcuna attività"], &["non è ancora finito"]);
    // The memo: four ways, each told as it is.
    next(
        &[
            "telefono, 333 0000000",
            "https://video.example.org/j/123",
            ": Strada Padana 12",
            "Bergamo, stanza 7",
        ],
        &["Segreta9", "pwd", "Bergamo, Strada"],
    );
    next(&["Per telefono", "al numero 333 0000000"], &["In presenza", "stanza", "Dove"]);
    next(&["a distanza, con video", "https://video.example.org/j/123"], &["Segreta9"]);
    next(&["In presenza: Strada Padana 12, Treviglio"], &["Bergamo, Strada"]);
    next(&["Bergamo, stanza 7"], &[]);
    next(&["il Suo beneficio", "articolo 12"], &["famiglia può"]);
}

/// A document as it is printed the first time: what is recorded, what is kept.
fn first_file(desk: &mut Desk, document: &Document) -> (DocumentGenerated, DocumentFile) {
    let ask = Query::DocumentPaper { document: document.id, reason: None };
    let Answer::DocumentPaper(issued) = desk.ask("bianchi", &ask).unwrap() else { panic!() };
    let worded = documents::content(&issued.paper, &Stationery::default()).unwrap();
    let pdf = worded.pages(TextSize::Normal).unwrap().pdf(document.issued_at).unwrap();
    let recorded = DocumentGenerated {
        document: document.id,
        digest: digest_of(&pdf.bytes),
        archive_level: pdf.level.code().to_owned(),
        pages: u32::try_from(pdf.pages).unwrap(),
    };
    (recorded, DocumentFile { pdf: pdf.bytes.into(), words: Some(reprint::kept(&worded.content).unwrap()) })
}

/// The file of a document recorded with this digest, and some bytes of it
/// turned in the archive.
fn damaged(desk: &mut Desk, document: &Document, digest: &str, file: &DocumentFile) {
    let order = serde_json::json!({"at": "2026-11-23T08:00:00", "by": "bianchi", "do": "document.generated",
        "document": document.id, "digest": digest, "archive_level": "2a,ua1", "pages": 1});
    assert!(desk.run(serde_json::from_value::<Order>(order).unwrap()).unwrap().accepted);
    let mut bytes = file.pdf.to_vec();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 8].iter_mut().for_each(|byte| *byte ^= 0x55);
    let unit = Unit { id: UnitId(desk.new_id(morning())), at: morning(), operator: None, command: "{}" };
    desk.store_mut()
        .write(&unit, |tx| {
            tx.archive_put(digest, &bytes, file.words.as_deref(), morning())?;
            Ok(Verdict::Keep((), Vec::new()))
        })
        .unwrap();
}

/// The program on an office: exit code, what it printed, what it said.
fn sportello(office: &Path, args: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sportello"));
    command.args(args).arg("--office").arg(office).args(["--now", "2026-11-23T09:00"]);
    let output = command.env_clear().output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// A disk that turns some bytes of an archived file: which document it is and
/// what to do is said, what can be made again is, nothing else is lost.
#[test]
fn a_damaged_file_of_the_archive_is_told_by_its_number_and_made_again() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = after("documents.jsonl", dir.path());
    let office = dir.path().join("documents.jsonl");
    let all = documents(&desk);
    let plain: Vec<&Document> = all.iter().filter(|document| !document.special).collect();
    let (whole, again, gone) = (plain[0], plain[1], plain[2]);
    let (recorded, file) = first_file(&mut desk, whole);
    assert!(desk.file_made("bianchi", recorded, &file).unwrap().accepted);
    let (recorded, remade) = first_file(&mut desk, again);
    damaged(&mut desk, again, &recorded.digest, &remade);
    // Made years ago by another template: today's is not it.
    let (_, other) = first_file(&mut desk, gone);
    damaged(&mut desk, gone, &digest_of(b"di allora"), &other);

    for aim in [FileAim::Open, FileAim::Print, FileAim::Copy, FileAim::Export] {
        let told =
            desk.ask("bianchi", &Query::DocumentFile { document: gone.id, aim, reason: None }).unwrap_err();
        assert!(told.message.contains(&gone.number) && told.message.contains("danneggiato"), "{told}");
        assert!(told.hint.contains("copia di sicurezza"), "{told}");
    }
    drop(desk);

    let run = |args: &[&str]| sportello(&office, args);
    let wrong = || {
        let (code, out, _) = run(&["documents", "verify", "--json"]);
        let found: serde_json::Value = serde_json::from_str(&out).unwrap();
        let wrong = found["wrong"].as_array().unwrap().iter();
        (code, wrong.map(|one| one["document"].as_str().unwrap().to_owned()).collect::<BTreeSet<_>>())
    };
    let listed = || run(&["documents", "list", "--json"]).1.lines().count();
    assert_eq!(wrong(), (1, BTreeSet::from([again.number.clone(), gone.number.clone()])));
    let (code, out, _) = run(&["documents", "verify"]);
    assert!(
        code == 1 && out.contains(&format!("[X] {}: Il file archiviato è danneggiato", gone.number)),
        "{out}"
    );
    assert!(out.contains("«sportello documents pdf»") && out.contains("copia di sicurezza"), "{out}");

    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("a.pdf");
    let path = to.to_str().unwrap();
    for how in [&[][..], &["--copy"], &["--large"]] {
        let (code, out, err) = run(&[&["documents", "pdf", &gone.number, "-o", path], how].concat());
        assert!(code == 3 && out.is_empty() && err.contains(&gone.number), "{code} {err}");
        assert!(err.contains("danneggiato") && err.contains("copia di sicurezza"), "{err}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing half written");
    }
    for (document, file) in [(whole, &file), (again, &remade)] {
        let (code, _, err) = run(&["documents", "pdf", &document.number, "-o", path]);
        assert!(code == 0 && err.contains("danneggiato") == (document.id == again.id), "{code} {err}");
        assert_eq!(fs::read(&to).unwrap(), *file.pdf);
        let (code, _, err) = run(&["documents", "pdf", &document.number, "-o", path, "--copy"]);
        assert!(code == 0 && !err.contains("danneggiato"), "{code} {err}");
    }
    assert_eq!(
        wrong(),
        (1, BTreeSet::from([gone.number.clone()])),
        "one is mended, one is not lost sight of"
    );
    assert_eq!(listed(), all.len());
}

/// Letters no face has, in the street of somebody: each document that says
/// where she lives tells which letter, where and what to do; the others are
/// printed; no file is left.
#[test]
fn letters_that_no_face_has_are_told_with_their_place() {
    let dir = tempfile::tempdir().unwrap();
    let office = dir.path().join("office");
    let lines = scenario("documents.jsonl").replace("via d'Esempio 1\"", "via \u{6587}\u{5316} 1\"");
    let desk = after_lines(&lines, &office);
    let all = documents(&desk);
    drop(desk);
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("a.pdf");
    let mut refused = BTreeSet::new();
    let mut tried = BTreeSet::new();
    for document in all.iter().filter(|document| tried.insert(document.kind.word())) {
        let args = ["documents", "pdf", &document.number, "-o", to.to_str().unwrap(), "--reason", "prova"];
        let (code, out, err) = sportello(&office, &args);
        if code == 0 {
            fs::remove_file(&to).unwrap();
            continue;
        }
        assert!(code == 2 && out.is_empty(), "{}: {code} {err}", document.number);
        assert!(err.contains("«\u{6587}» (U+6587) non si può stampare. Si trova in: "), "{err}");
        assert!(err.contains("voce «") && err.contains("alfabeto latino"), "{err}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing half written");
        refused.insert(document.kind.word());
    }
    assert!(
        refused.contains("convocation") && refused.len() >= 4 && !refused.contains("did_receipt"),
        "{refused:?}"
    );
    let (code, out, _) = sportello(&office, &["documents", "verify"]);
    assert!(code == 0, "{out}");
}
