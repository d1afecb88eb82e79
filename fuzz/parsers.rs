//! Every parser of what comes from outside, as a function of bytes: whatever
//! they are it gives back, and what it took it takes again. The fuzzer throws
//! bytes at them; an ordinary test (`tests/trust/outside.rs`) gives them the
//! corpus.

use std::cell::RefCell;
use std::fs;
use std::path::Path;

use chrono::{NaiveDate, NaiveDateTime};
use sportello::clock::Clock;
use sportello::demo;
use sportello::desk::replay::{Trust, replay};
use sportello::desk::{Desk, IdSource};
use sportello::documents::block::TextSize;
use sportello::documents::picture::Picture;
use sportello::documents::{kinds, printing, reprint, template};
use sportello::domain::document::DocumentKind;
use sportello::domain::fiscal_code::FiscalCode;
use sportello::domain::hour;
use sportello::domain::number::DocumentNumber;
use sportello::domain::paper::Paper;
use sportello::domain::paper::stationery::Stationery;
use sportello::store::backup::Manifest;
use sportello::store::{Options, Store, invert_changeset, keys};
use sportello::tables::row_file::RowFile;
use sportello::ui::form::read;
use tempfile::TempDir;

/// Takes any bytes.
pub type Parser = fn(&[u8]);

/// All of them.
pub const PARSERS: [(&str, Parser); 16] = [
    // Typed.
    ("fiscal_code", fiscal_code),
    ("typed", typed),
    ("search", search),
    ("printer_address", printer_address),
    // Files somebody brings.
    ("row_file", row_file),
    ("template", template_file),
    ("template_on_paper", template_on_paper),
    ("picture", picture),
    ("replay", replay_lines),
    // Files of the office, as a disk or a hand may leave them.
    ("keys", key_file),
    ("manifest", manifest),
    // From another desk, or from a file written elsewhere.
    ("changeset", changeset),
    ("frozen_paper", frozen_paper),
    ("archived_words", archived_words),
    // From the network.
    ("printer_answer", printer_answer),
    ("printing_habits", printing_habits),
];

fn text(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day")
}

fn now() -> NaiveDateTime {
    today().and_hms_opt(10, 42, 0).expect("an hour")
}

fn fiscal_code(bytes: &[u8]) {
    if let Ok(code) = FiscalCode::parse(&text(bytes)) {
        assert_eq!(FiscalCode::parse(&code.to_string()).ok().as_ref(), Some(&code));
    }
}

fn typed(bytes: &[u8]) {
    let text = text(bytes);
    for birth in [false, true] {
        if let Ok(day) = read::date(&text, today(), birth) {
            assert_eq!(read::date(&read::show_date(day), today(), birth), Ok(day));
        }
    }
    if let Ok(time) = read::time(&text) {
        assert_eq!(read::time(&read::show_time(time)), Ok(time));
    }
    if let Ok(cents) = read::money(&text) {
        assert_eq!(read::money(&read::show_money(cents)), Ok(cents));
    }
    let _ = read::number(&text);
    let _ = hour::parse(&text);
    if let Ok(number) = text.parse::<DocumentNumber>() {
        assert_eq!(number.to_string().parse::<DocumentNumber>().ok(), Some(number));
    }
}

fn printer_address(bytes: &[u8]) {
    if let Ok(address) = text(bytes).parse::<printing::address::Address>() {
        assert_eq!(address.to_string().parse::<printing::address::Address>().ok(), Some(address));
    }
}

fn row_file(bytes: &[u8]) {
    if let Err(problems) = RowFile::read(bytes, Some(today())) {
        assert!(!problems.is_empty());
    }
}

fn template_file(bytes: &[u8]) {
    let Ok(source) = template::source::read(bytes) else { return };
    let mut fields = template::Fields::default();
    fields.text("nome", "Maria # | {{x}}");
    fields.own("data", "23/11/2026");
    fields.flag("vero", true);
    fields.list("elenco", &["uno".into(), "| due".into()]);
    let mut row = template::Fields::default();
    row.text("voce", "- tre");
    fields.rows("righe", vec![row]);
    let problems = template::check(&source, std::slice::from_ref(&fields), &["nome"]);
    if let Ok(written) = template::write(&source, &fields) {
        let _ = written.content();
    } else {
        assert!(!problems.is_empty(), "what cannot be written is told");
    }
}

/// The first of the papers that a sample of each kind gives.
fn sample(kind: DocumentKind) -> Option<Paper> {
    let json = match kind {
        DocumentKind::Memo => include_str!("../assets/templates/samples/memo.json"),
        DocumentKind::Convocation => include_str!("../assets/templates/samples/convocation.json"),
        _ => include_str!("../assets/templates/samples/psp.json"),
    };
    let all: Vec<serde_json::Value> = serde_json::from_str(json).ok()?;
    Paper::read(kind, &all.first()?.to_string()).ok()
}

/// An office's own template, with a real paper, to the last page.
fn template_on_paper(bytes: &[u8]) {
    let Ok(source) = template::source::read(bytes) else { return };
    for (kind, name) in [(DocumentKind::Memo, "memo"), (DocumentKind::Psp, "psp")] {
        let Some(paper) = sample(kind) else { continue };
        let stationery =
            Stationery { templates: vec![(name.into(), source.clone())], ..Stationery::default() };
        // It falls back to the one that ships: there is always paper.
        kinds::pages(&paper, &stationery, TextSize::Normal).expect("nobody is left without paper");
    }
}

fn picture(bytes: &[u8]) {
    if let Ok(picture) = Picture::read(bytes)
        && let Ok(logo) = picture.logo()
    {
        assert!(Picture::read(&logo).is_ok());
    }
}

/// A file of its own, in memory where the system has such a folder.
fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    let made = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    made.expect("a temporary folder")
}

thread_local! {
    static SHELF: TempDir = folder();
    static OFFICE: RefCell<Option<(TempDir, keys::DataKey)>> = const { RefCell::new(None) };
}

/// A desk on an office of invented people, as it is always.
fn at_a_desk(act: impl FnOnce(&mut Desk)) {
    OFFICE.with_borrow_mut(|office| {
        let (dir, key) = office.get_or_insert_with(|| {
            let dir = folder();
            drop(demo::generate(dir.path(), 4, 7, now()).expect("a demo office"));
            let key = keys::unlock(dir.path(), "bianchi", "sportello").expect("its key");
            (dir, key)
        });
        let store = Store::open(dir.path(), key, Options { check: false, throwaway: true });
        let store = store.expect("it opens");
        let mut desk = Desk::new(store, Clock::Fixed(now()), IdSource::seeded(7)).expect("a desk");
        act(&mut desk);
    });
}

fn search(bytes: &[u8]) {
    at_a_desk(|desk| {
        desk.store().read().search(&text(bytes), 20).expect("any text is searched");
    });
}

fn replay_lines(bytes: &[u8]) {
    at_a_desk(|desk| {
        desk.store_mut().batch_begin().expect("a transaction");
        let done = replay(desk, bytes, std::io::sink(), &Trust::Given);
        desk.store_mut().batch_end(false).expect("undone");
        if let Err(fault) = done {
            assert_ne!(fault.exit_code(), 70, "{}", fault.cause);
        }
    });
}

fn changeset(bytes: &[u8]) {
    let _ = invert_changeset(bytes);
    at_a_desk(|desk| {
        let before = desk.store().digest().expect("a digest");
        if desk.store_mut().apply_changeset(bytes).is_ok() {
            let back = invert_changeset(bytes).expect("what applies can be inverted");
            if desk.store_mut().apply_changeset(&back).is_err() {
                // One that does not undo itself: another office for the next.
                return OFFICE.set(None);
            }
        }
        if desk.store().digest().expect("a digest") != before {
            OFFICE.set(None);
        }
    });
}

fn key_file(bytes: &[u8]) {
    SHELF.with(|shelf| {
        fs::write(shelf.path().join("office.keys"), bytes).expect("room");
        let read = [keys::usernames(shelf.path()).is_ok(), keys::is_throwaway(shelf.path()).is_ok()];
        assert_eq!(read[0], read[1]);
    });
}

fn manifest(bytes: &[u8]) {
    SHELF.with(|shelf| {
        let file = shelf.path().join("copia.db");
        fs::write(file.with_extension("json"), bytes).expect("room");
        let _ = Manifest::beside(&file);
    });
}

fn frozen_paper(bytes: &[u8]) {
    let Some((which, frozen)) = bytes.split_first() else { return };
    let kind = DocumentKind::ALL[usize::from(*which) % DocumentKind::ALL.len()];
    if let Ok(paper) = Paper::read(kind, &text(frozen)) {
        let pages = kinds::pages(&paper, &Stationery::default(), TextSize::Normal);
        if let Err(fault) = pages {
            assert_ne!(fault.exit_code(), 70, "{}", fault.cause);
        }
    }
}

fn archived_words(bytes: &[u8]) {
    let text = text(bytes);
    if let Ok(content) = reprint::words(&text) {
        let again = reprint::kept(&content).expect("what was read is written");
        assert_eq!(reprint::words(&again).ok(), Some(content));
        if let Err(fault) = reprint::pages(&text, None, TextSize::Normal) {
            assert_ne!(fault.exit_code(), 70, "{}", fault.cause);
        }
    }
}

fn printer_answer(bytes: &[u8]) {
    let _ = printing::is_answer(bytes);
}

fn printing_habits(bytes: &[u8]) {
    let habits = printing::habits::Habits::of_text(&text(bytes));
    let again = printing::habits::Habits::of_text(&habits.to_text());
    assert_eq!(again.to_text(), habits.to_text());
}
