//! How long a typical PSP takes from its data to the bytes of the PDF.
//!
//! Prints the median and the worst of many runs; the aim is 50 ms.

use std::time::Instant;

use chrono::{NaiveDate, NaiveDateTime};
use sportello::documents::{self, TextSize};
use sportello::domain::paper::Paper;
use sportello::domain::paper::stationery::Stationery;

/// A four-page pact as it is frozen at issue; a test keeps it up to date.
const PAPER: &str = include_str!("psp_paper.json");
const RUNS: usize = 101;

fn main() {
    let paper = serde_json::from_str(PAPER).expect("the frozen paper is readable");
    let (paper, stationery) = (Paper::Psp(paper), Stationery::default());
    let when: NaiveDateTime =
        NaiveDate::from_ymd_opt(2026, 11, 23).and_then(|d| d.and_hms_opt(10, 45, 0)).expect("a real date");
    let (mut times, mut flows) = (Vec::new(), Vec::new());
    let mut last = None;
    for _ in 0..RUNS {
        let start = Instant::now();
        let pages =
            documents::pages(&paper, &stationery, TextSize::Normal).expect("the sample can be printed");
        flows.push(start.elapsed());
        last = Some(pages.pdf(when).expect("the sample can be written"));
        times.push(start.elapsed());
    }
    times.sort();
    flows.sort();
    let ms = |d: std::time::Duration| d.as_secs_f64() * 1000.0;
    let pdf = last.expect("there was at least one run");
    println!(
        "psp pdf: {} pages, {} bytes, level {}; median {:.1} ms (page flow {:.1} ms), worst {:.1} ms, {RUNS} runs; aim 50 ms",
        pdf.pages,
        pdf.bytes.len(),
        pdf.level.code(),
        ms(times[RUNS / 2]),
        ms(flows[RUNS / 2]),
        ms(times[RUNS - 1]),
    );
}
