//! Every document the program can print, from the invented data its templates
//! ship with, and other people's tools to read the file again.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    reason = "each test uses its part; unwraps are for tests"
)]

use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use chrono::{NaiveDate, NaiveDateTime};
use image::{GrayImage, ImageFormat, Luma};
use sportello::documents::block::Content;
use sportello::documents::face::Weight;
use sportello::documents::script::faces::{self, Family};
use sportello::documents::{self, Pages, Pdf, TextSize, Worded, brief, templates};
use sportello::domain::document::DocumentKind;
use sportello::domain::language::Language;
use sportello::domain::paper::Paper;
use sportello::domain::paper::stationery::{Logo, Stationery};

/// A document on its pages and as a file.
pub struct Printed {
    /// Template, number of its example, `-large` in large print: `psp-2-large`.
    pub name: String,
    /// Template.
    pub template: &'static str,
    pub content: Content,
    pub pages: Pages,
    pub pdf: Pdf,
}

/// The hour every example is printed.
pub fn when() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(10, 45, 0).unwrap()
}

/// Every example of every template, in both sizes of print.
pub fn printed() -> &'static [Printed] {
    static ALL: LazyLock<Vec<Printed>> = LazyLock::new(print);
    &ALL
}

fn print() -> Vec<Printed> {
    let mut all = Vec::new();
    for template in templates() {
        for (n, worded) in template.examples().unwrap().into_iter().enumerate() {
            assert_eq!(worded.fell_back, None, "{}", template.name);
            let name = format!("{}-{}", template.name, n + 1);
            all.push(one(format!("{name}-large"), template.name, &worded, TextSize::Large));
            all.push(one(name, template.name, &worded, TextSize::Normal));
        }
    }
    let worded = documents::content(&pact(), &of_an_office()).unwrap();
    assert_eq!(worded.fell_back, None);
    all.push(one("psp-office".to_owned(), "psp", &worded, TextSize::Normal));
    all
}

/// The same, with the page in breve in every language.
pub fn printed_in_all() -> impl Iterator<Item = &'static Printed> {
    static IN_BREVE: LazyLock<Vec<Printed>> =
        LazyLock::new(|| Language::ALL.iter().flat_map(|language| in_breve(*language)).collect());
    printed().iter().chain(IN_BREVE.iter())
}

/// The page in breve of the first example of a pact in a language, in both
/// sizes of print; none in Chinese where its face is not. Where
/// `SPORTELLO_FONTS` says it is (`.ci/run`), it must be.
pub fn in_breve(language: Language) -> Vec<Printed> {
    if language == Language::Zh {
        let folder = std::env::var_os("SPORTELLO_FONTS");
        faces::look_in(folder.iter().map(PathBuf::from).collect());
        let found = faces::of(Family::Chinese, Weight::Regular);
        assert!(folder.is_none() || found.is_ok(), "{:?}", found.err());
        if found.is_err() {
            println!("no Chinese face here: its page was not made");
            return Vec::new();
        }
    }
    let Paper::Psp(paper) = pact() else { panic!("a pact") };
    let worded = brief::worded(&paper, language, &Stationery::default(), chrono::NaiveDate::MIN).unwrap();
    assert_eq!(worded.fell_back, None);
    let sizes = [(TextSize::Large, "-large"), (TextSize::Normal, "")];
    let name = |size| format!("psp_brief-1-{}{size}", language.word());
    sizes.into_iter().map(|(size, suffix)| one(name(suffix), "psp", &worded, size)).collect()
}

fn one(name: String, template: &'static str, worded: &Worded, size: TextSize) -> Printed {
    let pages = worded.pages(size).unwrap();
    Printed { name, template, content: worded.content.clone(), pdf: pages.pdf(when()).unwrap(), pages }
}

/// The first example of a pact.
fn pact() -> Paper {
    let samples = include_str!("../../assets/templates/samples/psp.json");
    let pact = serde_json::from_str::<serde_json::Value>(samples).unwrap()[0].to_string();
    Paper::read(DocumentKind::Psp, &pact).unwrap()
}

/// An office with its own letterhead and logo.
pub fn of_an_office() -> Stationery {
    let logo = GrayImage::from_fn(240, 80, |x, y| Luma([if (x / 20 + y / 20) % 2 == 0 { 40 } else { 220 }]));
    let mut file = Cursor::new(Vec::new());
    logo.write_to(&mut file, ImageFormat::Png).unwrap();
    let logo = Logo { file: file.into_inner(), alt: "Stemma della Provincia di Esempio".to_owned() };
    let lines = vec!["Ambito territoriale di Esempio Nord".to_owned()];
    Stationery { logo: Some(logo), lines, ..Stationery::default() }
}

/// What a tool of a Debian package says of a file.
pub fn read_with(package: &str, tool: &str, args: &[&str], file: &Path) -> Vec<u8> {
    let mut command = Command::new(tool);
    command.args(args).arg(file);
    if tool == "pdftotext" {
        command.arg("-");
    }
    let output = command.output().unwrap_or_else(|why| panic!("{tool}: {why}; apt-get install {package}"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{tool} {args:?}: {said}");
    output.stdout
}

/// The words between spaces, those that do not break among them.
pub fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}
