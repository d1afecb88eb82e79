//! How long a typical PSP takes from its data to the bytes of the PDF, and the
//! same pages written by krilla in the same run.
//!
//! Aims: no more than krilla takes (median of many runs, page flow and words
//! on both sides alike); under 60,000 bytes; a thousand documents without
//! growth of memory. Prints the digest of the bytes, the one the tests assert:
//! release and debug write the same file.

use std::time::{Duration, Instant};

use chrono::{NaiveDate, NaiveDateTime};
use sha2::{Digest, Sha256};
use sportello::documents::{self, Pdf, TextSize};
use sportello::domain::paper::Paper;
use sportello::domain::paper::stationery::Stationery;

mod psp_krilla;

/// A four-page pact as it is frozen at issue; a test keeps it up to date.
const PAPER: &str = include_str!("psp_paper.json");
/// Of the bytes of its PDF, as the tests have it.
const DIGEST: &str = include_str!("psp_paper.sha256");
const RUNS: usize = 101;
const MANY: usize = 1000;

fn main() {
    let paper = Paper::Psp(Box::new(serde_json::from_str(PAPER).expect("the frozen paper is readable")));
    let stationery = Stationery::default();
    let when: NaiveDateTime =
        NaiveDate::from_ymd_opt(2026, 11, 23).and_then(|d| d.and_hms_opt(10, 45, 0)).expect("a real date");
    let pages =
        || documents::pages(&paper, &stationery, TextSize::Normal).expect("the sample can be printed");
    let faces = psp_krilla::Faces::read();
    let (mut flows, mut ours, mut theirs) = (Vec::new(), Vec::new(), Vec::new());
    let (mut pdf, mut their_bytes) = (None, 0);
    // One after the other, so that a busy moment falls on both.
    for _ in 0..RUNS {
        let start = Instant::now();
        let flowed = pages();
        flows.push(start.elapsed());
        let start = Instant::now();
        pdf = Some(flowed.pdf(when).expect("the sample can be written"));
        ours.push(start.elapsed());
        let start = Instant::now();
        their_bytes = psp_krilla::write(&flowed, &faces).len();
        theirs.push(start.elapsed());
    }
    let pdf: Pdf = pdf.expect("there was at least one run");
    let (flow, our, their) = (median(&mut flows), median(&mut ours), median(&mut theirs));
    println!(
        "psp pdf: {} pages, {} bytes (aim 60000), level {}; words and page flow {flow:.1} ms, file {our:.1} ms, whole {:.1} ms, worst file {:.1} ms, {RUNS} runs",
        pdf.pages,
        pdf.bytes.len(),
        pdf.level.code(),
        flow + our,
        ms(ours[RUNS - 1]),
    );
    println!(
        "krilla: {their_bytes} bytes, file {their:.1} ms; ratio of the file {:.2}, with words and page flow on both sides {:.2} (aim 1.0)",
        our / their,
        (flow + our) / (flow + their),
    );
    let digest: String = Sha256::digest(&pdf.bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(digest, DIGEST.trim(), "the file of this profile is another than that of the tests");
    println!("sha256 {digest}, as in the tests");
    let mut memory = Vec::new();
    for n in 1..=MANY {
        let made = pages().pdf(when).expect("the sample can be written");
        assert_eq!(made.bytes.len(), pdf.bytes.len());
        if n == 100 || n == MANY {
            memory.push(peak());
        }
    }
    println!("peak memory: {} kB after 100 documents, {} kB after {MANY}", memory[0], memory[1]);
    assert!(memory[1] <= memory[0] + memory[0] / 20, "memory grows");
    assert!(pdf.bytes.len() < 60_000, "the file is large");
}

fn median(times: &mut [Duration]) -> f64 {
    times.sort();
    ms(times[times.len() / 2])
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// Peak resident memory in kB; 0 where the system does not say.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}
