//! Sample files, for eyes and for the checkers of PDF/A and PDF/UA.

use super::sample::when;
use super::tests::pages;
use crate::documents::TextSize;
use crate::domain::paper::PspPaper;

/// Writes samples where `SPORTELLO_PDF_OUT` says, for eyes and checkers.
#[test]
fn samples_for_eyes() {
    let Some(dir) = std::env::var_os("SPORTELLO_PDF_OUT") else { return };
    let mut many = PspPaper::sample();
    many.measures = (0..60).map(|n| many.measures[n % 3].clone()).collect();
    let mut tall = PspPaper::sample();
    tall.measures[0].outcome = "parola ".repeat(3000);
    for (name, paper, size) in [
        ("sample", PspPaper::sample(), TextSize::Normal),
        ("large", PspPaper::sample(), TextSize::Large),
        ("full", PspPaper::full_sample(), TextSize::Normal),
        ("full-large", PspPaper::full_sample(), TextSize::Large),
        ("empty", PspPaper::empty_sample(), TextSize::Normal),
        ("many", many, TextSize::Normal),
        ("tall", tall, TextSize::Normal),
    ] {
        let pdf = pages(&paper, size).unwrap().pdf(when()).unwrap();
        std::fs::write(std::path::Path::new(&dir).join(name).with_extension("pdf"), pdf.bytes).unwrap();
    }
}
