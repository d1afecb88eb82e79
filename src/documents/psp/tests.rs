use std::io::Write as _;
use std::process::{Command, Stdio};

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde_json::Value;

use super::sample::{day, hour, when};
use super::*;
use crate::documents::flow::tests::assert_inside;
use crate::documents::kinds::{day as date, moment};
use crate::documents::page::{Kind, Piece, Shape};
use crate::documents::{self, ArchiveLevel, LineLook, Pages, TextSize};
use crate::domain::paper::stationery::Stationery;
use crate::domain::paper::{Paper, PspPaper};
use crate::fault::Result;

pub(super) fn pages(paper: &PspPaper, size: TextSize) -> Result<Pages> {
    documents::pages(&Paper::Psp(Box::new(paper.clone())), &Stationery::default(), size)
}

fn normal(paper: &PspPaper) -> Pages {
    pages(paper, TextSize::Normal).unwrap()
}

fn preview(pages: &Pages) -> String {
    pages.text(80).iter().flat_map(|p| &p.lines).map(|l| format!("{}\n", l.text)).collect()
}

/// What `pdftotext` reads in the file, in the order of the page.
fn read_back(pdf: &[u8]) -> String {
    let mut child = Command::new("pdftotext")
        .args(["-raw", "-enc", "UTF-8", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("these tests need pdftotext (package poppler-utils)");
    child.stdin.take().unwrap().write_all(pdf).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

fn one_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every text and date of a paper as it must appear on the page.
fn printed_values(value: &Value, key: &str, out: &mut Vec<String>) {
    match value {
        // The choice between pen and electronic shows in the boxes.
        Value::String(_) if key == "means" => {}
        Value::String(text) => {
            let shown = if let Ok(on) = text.parse::<NaiveDate>() {
                date(on)
            } else if let Ok(at) = text.parse::<NaiveDateTime>() {
                moment(at)
            } else if let Ok(at) = text.parse::<NaiveTime>() {
                at.format("ore %H:%M").to_string()
            } else {
                text.clone()
            };
            out.push(one_spaced(&shown));
        }
        Value::Array(all) => all.iter().for_each(|v| printed_values(v, key, out)),
        Value::Object(map) => map.iter().for_each(|(k, v)| printed_values(v, k, out)),
        Value::Number(n) => out.push(n.to_string()),
        Value::Null | Value::Bool(_) => {}
    }
}

#[test]
fn golden_preview_of_a_typical_pact() {
    insta::assert_snapshot!(preview(&normal(&PspPaper::sample())));
}

#[test]
fn golden_preview_with_every_block() {
    insta::assert_snapshot!(preview(&normal(&PspPaper::full_sample())));
}

#[test]
fn golden_preview_of_an_empty_draft() {
    insta::assert_snapshot!(preview(&normal(&PspPaper::empty_sample())));
}

#[test]
fn the_pdf_says_every_field_with_its_accents() {
    for (paper, size) in [
        (PspPaper::sample(), TextSize::Normal),
        (PspPaper::full_sample(), TextSize::Normal),
        (PspPaper::sample(), TextSize::Large),
    ] {
        let pdf = pages(&paper, size).unwrap().pdf(when()).unwrap();
        let text = one_spaced(&read_back(&pdf.bytes));
        let mut values = Vec::new();
        let mut frozen = serde_json::to_value(&paper).unwrap();
        // Of the figures of the law each block says its own: `figures` tries them.
        frozen.as_object_mut().unwrap().remove("figures").unwrap();
        printed_values(&frozen, "", &mut values);
        assert!(values.len() > 80);
        for value in values {
            assert!(text.contains(&value), "{value:?} is not in the file");
        }
        for title in (1..=15).map(section_title) {
            assert!(text.contains(title), "{title}");
        }
    }
}

/// R-DOC-2, R-ACC-1: archive level, structure, language.
#[test]
fn a_typical_pact_is_four_pages_that_reach_the_archive_level() {
    let pdf = normal(&PspPaper::sample()).pdf(when()).unwrap();
    assert_eq!((pdf.pages, pdf.level), (4, ArchiveLevel::A2aUa1));
    assert!(pdf.bytes.len() < 80_000, "{}", pdf.bytes.len());
    let doc = lopdf::Document::load_mem(&pdf.bytes).unwrap();
    assert_eq!(doc.get_pages().len(), 4);
    let catalog = doc.catalog().unwrap();
    for key in ["Metadata", "OutputIntents", "Lang", "MarkInfo", "StructTreeRoot", "ViewerPreferences"] {
        assert!(catalog.has(key.as_bytes()), "{key}");
    }
    let raw = String::from_utf8_lossy(&pdf.bytes);
    assert!(raw.contains("<pdfaid:conformance>A<") && raw.contains("<pdfuaid:part>1<"));
    assert!(!raw.contains("Rossi"), "no name in what is not the page");
}

#[test]
fn the_same_paper_at_the_same_hour_gives_the_same_bytes() {
    let paper = PspPaper::full_sample();
    let first = normal(&paper).pdf(when()).unwrap();
    assert_eq!(first, normal(&paper).pdf(when()).unwrap());
    let later = day(2026, 11, 23).and_time(hour(10, 46));
    assert_ne!(first.bytes, normal(&paper).pdf(later).unwrap().bytes);
}

#[test]
fn sixty_measures_repeat_the_head_and_never_split_a_row() {
    let mut paper = PspPaper::sample();
    paper.measures = (0..60).map(|n| paper.measures[n % 3].clone()).collect();
    let pages = normal(&paper);
    assert_inside(&pages);
    let mut numbers = Vec::new();
    let (mut with_rows, mut seen) = (0, std::collections::BTreeSet::new());
    for sheet in &pages.sheets {
        let rows: Vec<(bool, usize, &Vec<String>)> = sheet
            .pieces
            .iter()
            .filter_map(|p| match p {
                Piece::Row { head, block, cells, .. } if cells.len() == 6 => Some((*head, *block, cells)),
                _ => None,
            })
            .collect();
        let Some(first) = rows.first() else { continue };
        assert!(first.0, "a page of the table begins with its head");
        assert_eq!(rows.iter().filter(|r| r.0).count(), 1);
        with_rows += 1;
        for (_, block, cells) in &rows[1..] {
            assert!(seen.insert(*block), "row on two pages");
            numbers.push(cells[0].trim().parse::<usize>().unwrap());
        }
    }
    assert!(with_rows >= 4, "{with_rows}");
    assert_eq!(numbers, (1..=60).collect::<Vec<_>>());
    let text = read_back(&pages.pdf(when()).unwrap().bytes);
    assert_eq!(text.matches("Esito atteso").count(), with_rows);
}

#[test]
fn a_field_of_twenty_kilobytes_goes_on_over_the_pages() {
    let endless = "x".repeat(20_000);
    let mut paper = PspPaper::sample();
    paper.objective = format!("{endless} fine");
    paper.measures[1].outcome = "parola perché ".repeat(1_500);
    paper.measures[2].name = "y".repeat(20_000);
    for size in [TextSize::Normal, TextSize::Large] {
        let pages = pages(&paper, size).unwrap();
        assert!(pages.count() > 20);
        assert_inside(&pages);
        let drawn: String = pages
            .sheets
            .iter()
            .flat_map(|s| &s.drawn)
            .filter_map(|d| match &d.shape {
                Shape::Text { text, .. } if d.leaf.is_some() => Some(text.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(drawn.matches('y').count(), 20_000);
        assert_eq!(drawn.matches("perché").count(), 1_500);
        assert!(drawn.matches('x').count() >= 20_000);
        assert!(pages.text(80).iter().flat_map(|p| &p.lines).all(|l| l.text.chars().count() <= 80));
    }
}

/// Who listens hears the lines of a value one after the other, not joined.
#[test]
fn lines_are_not_joined_for_who_listens() {
    let mut paper = PspPaper::sample();
    paper.objective = "primo\nsecondo".into();
    let mut heard: std::collections::BTreeMap<usize, String> = std::collections::BTreeMap::new();
    for drawn in normal(&paper).sheets.iter().flat_map(|s| &s.drawn) {
        if let (Some(leaf), Shape::Text { text, .. }) = (drawn.leaf, &drawn.shape) {
            heard.entry(leaf).or_default().push_str(text);
        }
    }
    let heard: Vec<&str> = heard.values().map(|text| text.trim()).collect();
    for text in [
        "primo secondo",
        "Per il Centro: Giulia Neri Centro per l'impiego di Esempio Nord",
        "dal 01/12/2026 al 31/01/2027",
        "Orientamento specialistico LEP E · SAP A03",
    ] {
        assert!(heard.contains(&text), "{text}");
    }
}

#[test]
fn a_draft_is_marked_on_every_page_and_says_what_is_missing() {
    let pages = normal(&PspPaper::empty_sample());
    let text = read_back(&pages.pdf(when()).unwrap().bytes);
    let sheets: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
    assert_eq!(sheets.len(), pages.count());
    assert!(sheets.iter().all(|s| s.contains("BOZZA")));
    assert!(text.contains("Nessuna") && text.contains("Nessuno") && text.contains("da completare"));
    assert!(!read_back(&normal(&PspPaper::sample()).pdf(when()).unwrap().bytes).contains("BOZZA"));
    for n in 1..=pages.count() {
        assert!(sheets[n - 1].contains(&format!("Pagina {n} di {}", pages.count())));
    }
}

#[test]
fn what_is_issued_lacks_nothing() {
    let mut paper = PspPaper::sample();
    assert!(pages(&paper, TextSize::Normal).is_ok());
    paper.proof = " ".into();
    let fault = pages(&paper, TextSize::Normal).unwrap_err();
    assert!(fault.message.contains("Come le dimostra"), "{fault}");
    paper.draft = true;
    assert!(pages(&paper, TextSize::Normal).is_ok());
    let mut paper = PspPaper::sample();
    paper.number = None;
    assert!(pages(&paper, TextSize::Normal).is_err());
}

#[test]
fn a_character_of_another_script_is_refused_with_its_place() {
    let mut paper = PspPaper::sample();
    paper.person.domicile = "via 文 1".into();
    let fault = pages(&paper, TextSize::Normal).unwrap_err();
    assert!(fault.message.contains("«文» (U+6587)"), "{fault}");
    assert!(fault.message.contains("sezione 1, chi firma, voce «Domicilio»"), "{fault}");
    let mut paper = PspPaper::sample();
    paper.measures[0].outcome = "☺".into();
    let fault = pages(&paper, TextSize::Normal).unwrap_err();
    assert!(
        fault.message.contains("sezione 6, che cosa facciamo insieme, colonna «Esito atteso»"),
        "{fault}"
    );
}

#[test]
fn benefits_choose_their_own_words() {
    let said = |benefit| {
        let mut paper = PspPaper::sample();
        paper.situation.benefit = benefit;
        one_spaced(&preview(&normal(&paper)))
    };
    use crate::domain::paper::BenefitPaper::{Inclusion, None, Unemployment};
    let naspi = said(Unemployment { name: "NASpI".into(), applied_on: day(2026, 11, 12) });
    let adi = said(Inclusion { name: "AdI".into(), activated_on: Option::None, own: false });
    let sfl = said(Inclusion { name: "SFL".into(), activated_on: Option::None, own: true });
    let neither = said(None);
    let marks: [String; 5] = [
        "avvisandoLa da 24 a 72 ore prima".into(),
        "1ª volta".into(),
        "tre agenzie per il lavoro;".into(),
        "48/2023".into(),
        "il Centro può chiudere il patto".into(),
    ];
    let found = |text: &str| marks.iter().map(|m| text.contains(m.as_str())).collect::<Vec<_>>();
    assert_eq!(found(&naspi), [true, true, false, false, false]);
    assert_eq!(found(&adi), [false, false, true, true, false]);
    assert_eq!(found(&sfl), [false, false, true, true, false]);
    assert!(adi.contains("della Sua famiglia") && !sfl.contains("famiglia"), "{sfl}");
    assert_eq!(found(&neither), [false, false, false, false, true]);
}

#[test]
fn headings_and_signatures_never_stand_alone() {
    let mut paper = PspPaper::sample();
    for lines in 0..50 {
        paper.objective = "riga\n".repeat(lines);
        let pages = normal(&paper);
        assert_inside(&pages);
        for sheet in &pages.sheets {
            let last = sheet.pieces.last().unwrap();
            assert!(!matches!(last, Piece::Words { kind: Kind::Section(_), .. }), "{lines}: {last:?}");
            let boxes = sheet.pieces.iter().any(|p| matches!(p, Piece::Boxes(_)));
            let heading =
                sheet.pieces.iter().any(|p| matches!(p, Piece::Words { kind: Kind::Section(14), .. }));
            assert_eq!(boxes, heading, "{lines}: the heading of the signatures and the boxes part");
        }
    }
}

#[test]
fn the_preview_knows_where_every_section_is() {
    for width in [40, 76, 80, 120] {
        let text = normal(&PspPaper::full_sample()).text(width);
        let mut found = Vec::new();
        for page in &text {
            for (section, line) in &page.sections {
                let line = &page.lines[*line];
                assert!(line.text.starts_with(&format!("{section}. ")), "{}", line.text);
                assert_eq!(line.look, LineLook::Heading);
                found.push(*section);
            }
            for line in &page.lines {
                assert!(unicode_width::UnicodeWidthStr::width(line.text.as_str()) <= width, "{}", line.text);
            }
        }
        assert_eq!(found, (1..=15).collect::<Vec<u8>>());
    }
}

#[test]
fn large_print_says_the_same_words() {
    let words = |size| {
        let pages = pages(&PspPaper::full_sample(), size).unwrap();
        assert_inside(&pages);
        one_spaced(&read_back(&pages.pdf(when()).unwrap().bytes))
    };
    let (normal, large) = (words(TextSize::Normal), words(TextSize::Large));
    // But for the page it stands on, in the code and in the foot.
    let code = pages(&PspPaper::full_sample(), TextSize::Normal).unwrap().code.unwrap();
    assert!(large.contains(code.payload(1, 2).trim_end_matches("1/2")));
    let counted = |word: &str| word.starts_with("PSP1:") || word.parse::<usize>().is_ok();
    for word in normal.split(' ').filter(|word| !counted(word)) {
        assert!(large.contains(word), "{word}");
    }
}

/// The benchmark and the check of templates read frozen papers: these samples. To write it anew
/// after a change of [`PspPaper`], run with `SPORTELLO_WRITE_GOLDEN=1`.
#[test]
fn the_frozen_paper_is_read_back_as_it_was() {
    let home = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let one = serde_json::to_string_pretty(&PspPaper::sample()).unwrap();
    let all = [PspPaper::full_sample(), PspPaper::sample(), PspPaper::empty_sample()];
    let all = serde_json::to_string_pretty(&all).unwrap();
    for (path, now) in [("benches/psp_paper.json", one), ("assets/templates/samples/psp.json", all)] {
        let (path, now) = (home.join(path), now + "\n");
        if std::env::var_os("SPORTELLO_WRITE_GOLDEN").is_some() {
            std::fs::write(&path, &now).unwrap();
        }
        assert_eq!(std::fs::read_to_string(&path).unwrap(), now);
    }
    let frozen = std::fs::read_to_string(home.join("benches/psp_paper.json")).unwrap();
    assert_eq!(serde_json::from_str::<PspPaper>(&frozen).unwrap(), PspPaper::sample());
    // One frozen before the figures of the law were has those of its time.
    let mut older: serde_json::Value = serde_json::from_str(&frozen).unwrap();
    older.as_object_mut().unwrap().remove("figures").unwrap();
    assert_eq!(serde_json::from_value::<PspPaper>(older).unwrap(), PspPaper::sample());
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(48))]

    /// Whatever is typed is printed inside the page or refused with a sentence.
    #[test]
    fn any_text_is_printed_or_refused(
        latin in "[a-zàèéìòùÀÈ '’,.;:()0-9\\n\\u{a0}-]{0,400}",
        anything in "\\PC{0,12}",
        breaks in "[ \\n\\t\\r\\u{301}e]{0,40}",
    ) {
        let mut paper = PspPaper::sample();
        paper.objective.clone_from(&latin);
        paper.person.contact_address = format!("via {breaks}");
        paper.measures[0].name.clone_from(&latin);
        paper.search_acts[0].timing.clone_from(&breaks);
        paper.person_commitments = vec![latin.clone(), breaks, latin];
        paper.appointments[0].operator = anything;
        for size in [TextSize::Normal, TextSize::Large] {
            match pages(&paper, size) {
                Ok(pages) => {
                    assert_inside(&pages);
                    assert!(pages.pdf(when()).is_ok());
                    assert!(!pages.text(60).is_empty());
                }
                Err(fault) => assert!(fault.message.contains("non si può stampare"), "{fault}"),
            }
        }
    }
}
