use std::process::Command;

use super::sample::{day, when};
use super::*;
use crate::documents::{ArchiveLevel, Pages};
use crate::domain::paper::*;

fn normal(paper: &PspPaper) -> Pages {
    pages(paper, TextSize::Normal).unwrap()
}

/// Writes the samples where `SPORTELLO_PDF_OUT` says, for eyes and checkers.
#[test]
fn samples_for_eyes() {
    let Some(dir) = std::env::var_os("SPORTELLO_PDF_OUT") else { return };
    let dir = std::path::PathBuf::from(dir);
    let mut many = PspPaper::sample();
    many.measures = (0..60).map(|n| many.measures[n % 3].clone()).collect();
    let mut tall = PspPaper::sample();
    tall.measures[0].outcome = "parola ".repeat(3000);
    tall.objective = "x".repeat(5000);
    for (name, paper, size) in [
        ("sample", PspPaper::sample(), TextSize::Normal),
        ("large", PspPaper::sample(), TextSize::Large),
        ("full", PspPaper::full_sample(), TextSize::Normal),
        ("empty", PspPaper::empty_sample(), TextSize::Normal),
        ("many", many, TextSize::Normal),
        ("tall", tall, TextSize::Normal),
    ] {
        let pages = pages(&paper, size).unwrap();
        std::fs::write(dir.join(format!("{name}.pdf")), pages.pdf(when()).unwrap().bytes).unwrap();
        let text: Vec<String> =
            pages.text(80).iter().flat_map(|p| p.lines.iter().map(|l| format!("{}\n", l.text))).collect();
        std::fs::write(dir.join(format!("{name}.txt")), text.concat()).unwrap();
    }
}
