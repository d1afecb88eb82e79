//! Every printed document as it was last looked at: a small grey picture of
//! its pages in `tests/golden`, and the digest of the file in `digests.txt`.
//!
//! A change that was meant: `SPORTELLO_WRITE_GOLDEN=1 cargo test --test golden`
//! writes both anew, then a person looks at each picture that changed.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

mod paper;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{GrayImage, ImageEncoder};
use paper::{Printed, printed, printed_in_all, read_with};
use serde_json::Value;
use sha2::{Digest, Sha256};
use sportello::documents::page::Shape;
use sportello::documents::{self, TextSize, Worded, reprint};
use sportello::domain::document::DocumentKind;
use sportello::domain::paper::Paper;
use sportello::domain::paper::stationery::Stationery;

/// Dots an inch: a line of 11 points is seven dots high.
const DPI: &str = "50";
/// Shades kept: enough for the eye, and files of some kB.
const SHADES: u8 = 8;
/// Mean difference of a page allowed between versions of poppler, of 255.
const MEAN: f64 = 1.5;
/// The same for the worst block. A block is as high as a line and as wide as
/// two short words, so that one that goes missing shows.
const BLOCK: f64 = 12.0;
const BLOCK_SIZE: (u32, u32) = (28, 8);

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

fn writing() -> bool {
    std::env::var_os("SPORTELLO_WRITE_GOLDEN").is_some()
}

/// The pages up to `last` side by side, in few shades.
fn picture(pdf: &[u8], last: usize) -> GrayImage {
    let file = tempfile::NamedTempFile::with_suffix(".pdf").unwrap();
    std::fs::write(file.path(), pdf).unwrap();
    let last = last.to_string();
    let made = read_with("poppler-utils", "pdftoppm", &["-gray", "-r", DPI, "-l", &last], file.path());
    let mut pages = Vec::new();
    let mut rest = made.as_slice();
    while !rest.is_empty() {
        let page;
        (page, rest) = portable(rest);
        pages.push(page);
    }
    let (width, height) = (pages.iter().map(GrayImage::width).sum(), pages[0].height());
    let mut all = GrayImage::new(width, height);
    let mut left = 0;
    for page in &pages {
        image::imageops::replace(&mut all, page, left, 0);
        left += i64::from(page.width());
    }
    let step = 255.0 / f32::from(SHADES - 1);
    all.pixels_mut().for_each(|p| p.0[0] = ((f32::from(p.0[0]) / step).round() * step) as u8);
    all
}

/// The first picture of a PGM file and what follows it: "P5", width, height,
/// brightest, then a byte a dot.
fn portable(pgm: &[u8]) -> (GrayImage, &[u8]) {
    let mut parts = pgm.splitn(5, u8::is_ascii_whitespace);
    assert_eq!(parts.next(), Some(b"P5".as_slice()));
    let mut number = || std::str::from_utf8(parts.next().unwrap()).unwrap().parse::<u32>().unwrap();
    let (width, height, brightest) = (number(), number(), number());
    assert_eq!(brightest, 255);
    let (dots, rest) = parts.next().unwrap().split_at((width * height) as usize);
    (GrayImage::from_raw(width, height, dots.to_vec()).unwrap(), rest)
}

fn write(picture: &GrayImage, path: &Path) {
    let file = std::fs::File::create(path).unwrap();
    PngEncoder::new_with_quality(file, CompressionType::Best, FilterType::NoFilter)
        .write_image(picture.as_raw(), picture.width(), picture.height(), image::ExtendedColorType::L8)
        .unwrap();
}

/// Why two pictures are not of the same pages.
fn difference(was: &GrayImage, is: &GrayImage) -> Option<String> {
    if was.dimensions() != is.dimensions() {
        return Some(format!("{:?} instead of {:?}", is.dimensions(), was.dimensions()));
    }
    let apart = |x: u32, y: u32| f64::from(was.get_pixel(x, y).0[0].abs_diff(is.get_pixel(x, y).0[0]));
    let mean_of = |x0: u32, y0: u32, w: u32, h: u32| {
        let (w, h) = (w.min(was.width() - x0), h.min(was.height() - y0));
        let sum: f64 =
            (y0..y0 + h).flat_map(|y| (x0..x0 + w).map(move |x| (x, y))).map(|(x, y)| apart(x, y)).sum();
        sum / f64::from(w * h)
    };
    let mean = mean_of(0, 0, was.width(), was.height());
    if mean > MEAN {
        return Some(format!("on the whole {mean:.1} of 255"));
    }
    // Blocks overlap by half, so that nothing hides on their borders.
    let (w, h) = BLOCK_SIZE;
    let across = (0..was.width()).step_by(w as usize / 2);
    let blocks = across.flat_map(|x| (0..was.height()).step_by(h as usize / 2).map(move |y| (x, y)));
    let (worst, x, y) =
        blocks.map(|(x, y)| (mean_of(x, y, w, h), x, y)).max_by(|a, b| a.0.total_cmp(&b.0)).unwrap();
    (worst > BLOCK).then(|| format!("{worst:.1} of 255 around {x}, {y}"))
}

/// How many pages have their picture kept: all in normal print; in large
/// print the first of a template's first example, which shows how it looks.
fn kept(printed: &Printed) -> usize {
    match printed.name.strip_suffix("-large") {
        None => printed.pdf.pages,
        Some(name) => usize::from(name.ends_with("-1")),
    }
}

fn pictured() -> impl Iterator<Item = &'static Printed> {
    printed().iter().filter(|printed| kept(printed) > 0)
}

#[test]
fn every_document_looks_as_it_did() {
    let mut wrong = Vec::new();
    let mut names = BTreeSet::from(["digests.txt".to_owned()]);
    for printed in pictured() {
        let path = folder().join(&printed.name).with_extension("png");
        names.insert(format!("{}.png", printed.name));
        let is = picture(&printed.pdf.bytes, kept(printed));
        let was = image::open(&path).map(image::DynamicImage::into_luma8);
        let why = match &was {
            Ok(was) => difference(was, &is),
            Err(why) => Some(why.to_string()),
        };
        let Some(why) = why else { continue };
        if writing() {
            write(&is, &path);
            println!("look at {}", path.display());
        } else {
            let seen = Path::new(env!("CARGO_TARGET_TMPDIR")).join(&printed.name).with_extension("png");
            write(&is, &seen);
            wrong.push(format!("{}: {why}; now {}", printed.name, seen.display()));
        }
    }
    for entry in std::fs::read_dir(folder()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if !names.contains(&name) && name.ends_with(".png") {
            if writing() {
                std::fs::remove_file(folder().join(&name)).unwrap();
            } else {
                wrong.push(format!("{name} is of no document"));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{}\n\nmeant? SPORTELLO_WRITE_GOLDEN=1 cargo test --test golden",
        wrong.join("\n")
    );
}

/// The same on every machine, in debug and release: nightly runs it in both.
/// Writes the files where `SPORTELLO_PDF_OUT` says, for the checker and for
/// eyes.
#[test]
fn every_file_is_the_same_to_the_byte() {
    if let Some(folder) = std::env::var_os("SPORTELLO_PDF_OUT") {
        for printed in printed_in_all() {
            let path = Path::new(&folder).join(format!("{}.pdf", printed.name));
            std::fs::write(path, &printed.pdf.bytes).unwrap();
        }
    }
    let lines = printed().iter().map(|printed| {
        let digest: String = Sha256::digest(&printed.pdf.bytes).iter().map(|b| format!("{b:02x}")).collect();
        format!(
            "{digest} {:>6} bytes {:>2} pages {}\n",
            printed.pdf.bytes.len(),
            printed.pdf.pages,
            printed.name
        )
    });
    let now: String = lines.collect();
    let path = folder().join("digests.txt");
    if writing() {
        std::fs::write(&path, &now).unwrap();
    }
    let was = std::fs::read_to_string(&path).unwrap();
    let changed: Vec<&str> = now.lines().filter(|line| !was.lines().any(|w| w == *line)).collect();
    assert!(was == now, "not as in tests/golden/digests.txt:\n{}", changed.join("\n"));
}

/// The tolerance is not blind: one line less, one word less, one line lower
/// by half are seen on the first example of each template.
#[test]
fn a_missing_word_is_seen() {
    // A lone figure at the end of a line may go unseen: the digest sees it.
    let texts = |shape: &Shape| matches!(shape, Shape::Text { text, .. } if text.trim().len() > 8);
    for printed in pictured().filter(|printed| printed.name.ends_with("-1")) {
        let good = picture(&printed.pdf.bytes, 1);
        assert_eq!(difference(&good, &good), None);
        let sheet = &printed.pages.sheets[0];
        let lines: Vec<usize> = (0..sheet.drawn.len())
            .filter(|n| sheet.drawn[*n].leaf.is_some() && texts(&sheet.drawn[*n].shape))
            .collect();
        for planted in [lines[lines.len() / 3], lines[lines.len() / 2], lines[lines.len() - 1]] {
            for defect in ["gone", "lower", "a word less"] {
                let mut pages = printed.pages.clone();
                let drawn = &mut pages.sheets[0].drawn[planted];
                let Shape::Text { y, text, size, .. } = &mut drawn.shape else { panic!("a text") };
                let before = text.clone();
                match defect {
                    "lower" => *y += *size / 2.0,
                    // The place stays, the words go: the leaf is not left empty.
                    "gone" => *text = " ".to_owned(),
                    _ => *text = text.trim_end().rsplit_once(' ').map_or(" ", |(most, _)| most).to_owned(),
                }
                let seen = difference(&good, &picture(&pages.pdf(paper::when()).unwrap().bytes, 1));
                assert!(seen.is_some(), "{}: {defect}: «{before}» not seen", printed.name);
            }
        }
    }
}

/// What was frozen when a document was issued is read for decades: its data,
/// and in the archive its words. The files of `papers` are never edited: a new
/// shape adds one. Of what is read nothing may be lost on the way, and it is
/// laid out today.
#[test]
fn frozen_papers_stay_readable() {
    if writing() {
        freeze_words();
    }
    let mut found = BTreeSet::new();
    for entry in std::fs::read_dir(folder().join("papers")).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let stem = path.file_stem().unwrap().to_str().unwrap();
        // `words-psp.1.json` are the words, `psp.1.json` the data they came from.
        let (what, _) = stem.split_once('.').unwrap();
        found.insert(what.to_owned());
        for frozen in serde_json::from_str::<Vec<Value>>(&text).unwrap() {
            let content = if what.starts_with("words-") {
                let words = reprint::words(&frozen.to_string()).unwrap();
                kept_in(&frozen, &serde_json::to_value(&words).unwrap(), stem);
                words
            } else {
                let kind = *DocumentKind::ALL.iter().find(|kind| kind.word() == what).unwrap();
                let paper = Paper::read(kind, &frozen.to_string()).unwrap();
                kept_in(&frozen, &serde_json::from_str(&paper.frozen().unwrap()).unwrap(), stem);
                documents::content(&paper, &Stationery::default()).unwrap().content
            };
            let copy = reprint::Copy { digest: "7f3c9a51d2e4", keeper: "Provincia di Esempio" };
            for content in [content.clone(), reprint::as_copy(content, &copy)] {
                let copied = content.copy_note.is_some();
                let pages = Worded { content, fell_back: None }.pages(TextSize::Normal).unwrap();
                let said: String =
                    pages.text(120).into_iter().flat_map(|p| p.lines).map(|l| l.text).collect();
                assert_eq!(said.contains("Copia su carta"), copied, "{stem}");
                assert!(pages.pdf(paper::when()).unwrap().bytes.len() > 10_000, "{stem}");
            }
        }
    }
    let words = DocumentKind::ALL.iter().map(|kind| kind.word());
    let all: BTreeSet<String> = words.flat_map(|word| [word.to_owned(), format!("words-{word}")]).collect();
    assert_eq!(found, all, "kinds with a frozen paper and its words");
}

/// Everything that was frozen is in what was read of it. Null, false and empty
/// say nothing.
fn kept_in(frozen: &Value, read: &Value, place: &str) {
    match (frozen, read) {
        (Value::Object(all), _) => {
            for (key, value) in all {
                kept_in(value, read.get(key).unwrap_or(&Value::Null), &format!("{place} {key}"));
            }
        }
        (Value::Array(all), Value::Array(read)) => {
            assert_eq!(all.len(), read.len(), "{place}");
            all.iter().zip(read).for_each(|(value, read)| kept_in(value, read, place));
        }
        (Value::Null | Value::Bool(false), Value::Null) => {}
        (Value::Array(none), Value::Null) if none.is_empty() => {}
        _ => assert_eq!(frozen, read, "{place}"),
    }
}

/// The words of the papers of the first version, where they are not kept yet.
fn freeze_words() {
    for kind in DocumentKind::ALL {
        let file = |name: &str| folder().join("papers").join(format!("{name}{}.1.json", kind.word()));
        if file("words-").exists() {
            continue;
        }
        let papers = std::fs::read_to_string(file("")).unwrap();
        let first = serde_json::from_str::<Vec<Value>>(&papers).unwrap()[0].to_string();
        let paper = Paper::read(*kind, &first).unwrap();
        let content = documents::content(&paper, &paper::of_an_office()).unwrap().content;
        let kept = serde_json::from_str::<Value>(&reprint::kept(&content).unwrap()).unwrap();
        std::fs::write(file("words-"), serde_json::to_string_pretty(&[kept]).unwrap() + "\n").unwrap();
    }
}
