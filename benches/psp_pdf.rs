//! How long a typical PSP takes from its data to the bytes of the PDF, and the
//! same pages written by krilla in the same run.
//!
//! What is compared: the display list of the same four pages goes to both, with
//! the same text at the same places, the QR code, the structure tree, bookmarks
//! and metadata; both write PDF/A-2a and PDF/UA-1 (krilla by its own validators,
//! ours as the checker of `tests/tools` reads it), both cut their subset of the
//! three faces and compress at level 6 of the same library anew for each
//! document. Neither shapes letters. Both have the faces read beforehand, as a
//! running program has; nothing else is kept from one document to the next.
//!
//! Aims, each a failure when missed: no more than krilla takes for the file (the
//! median of the ratios of runs one after the other, so that a busy moment falls
//! on both); under 60,000 bytes, with a logo too; a thousand documents without
//! growth of memory. Prints the digest of the bytes, the one the tests assert:
//! release and debug write the same file.

use std::io::Cursor;
use std::time::{Duration, Instant};

use chrono::{NaiveDate, NaiveDateTime};
use sha2::{Digest, Sha256};
use sportello::documents::{self, Pdf, TextSize};
use sportello::domain::paper::Paper;
use sportello::domain::paper::stationery::{Logo, Stationery};

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
    let start = Instant::now();
    let cold = pages().pdf(when).expect("the sample can be written");
    println!(
        "first document of the program, faces and tables still to be read: {:.1} ms",
        ms(start.elapsed())
    );
    let (mut flows, mut ours, mut theirs) = (Vec::new(), Vec::new(), Vec::new());
    let (mut ratios, mut whole_ratios) = (Vec::new(), Vec::new());
    let (mut pdf, mut their_bytes) = (None, 0);
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
        let (flow, our, their) = (ms(flows[flows.len() - 1]), ms(ours[ours.len() - 1]), ms(start.elapsed()));
        ratios.push(our / their);
        whole_ratios.push((flow + our) / (flow + their));
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
    let (ratio, whole_ratio) = (middle(&mut ratios), middle(&mut whole_ratios));
    println!(
        "krilla: {their_bytes} bytes, file {their:.1} ms; ratio of the file {ratio:.2}, with words and page flow on both sides {whole_ratio:.2} (aim 1.0)",
    );
    assert_eq!(cold.bytes, pdf.bytes, "the first document is like the others");
    let logo = documents::pages(&paper, &with_logo(), TextSize::Normal)
        .expect("the sample can be printed")
        .pdf(when)
        .expect("the sample can be written");
    println!("with a logo: {} bytes (aim 60000)", logo.bytes.len());
    let digest: String = Sha256::digest(&pdf.bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(digest, DIGEST.trim(), "the file of this profile is another than that of the tests");
    println!("sha256 {digest}, as in the tests");
    let mut memory = Vec::new();
    for n in 1..=MANY {
        let made = pages().pdf(when).expect("the sample can be written");
        assert_eq!(made.bytes.len(), pdf.bytes.len());
        if n == 100 || n == MANY {
            memory.push(resident());
        }
    }
    println!("memory: {} kB after 100 documents, {} kB after {MANY}", memory[0], memory[1]);
    assert!(memory[1] <= memory[0] + memory[0] / 20, "memory grows");
    assert!(pdf.bytes.len() < 60_000 && logo.bytes.len() < 60_000, "the file is large");
    assert!(ratio <= 1.0, "slower than krilla: {ratio:.2}");
}

/// A logo of plain inks, as arms and marks are; a photograph weighs what it weighs.
fn with_logo() -> Stationery {
    let picture = image::RgbImage::from_fn(600, 200, |x, y| {
        let from_centre = (x as f32 - 300.0).hypot(y as f32 - 100.0) as u32;
        image::Rgb(if (from_centre / 12).is_multiple_of(2) { [0, 60, 120] } else { [255; 3] })
    });
    let mut file = Cursor::new(Vec::new());
    picture.write_to(&mut file, image::ImageFormat::Png).expect("a picture in memory");
    let logo = Logo { file: file.into_inner(), alt: "Stemma della Provincia d’Esempio".into() };
    Stationery { logo: Some(logo), ..Stationery::default() }
}

fn median(times: &mut [Duration]) -> f64 {
    times.sort();
    ms(times[times.len() / 2])
}

fn middle(ratios: &mut [f64]) -> f64 {
    ratios.sort_by(f64::total_cmp);
    ratios[ratios.len() / 2]
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// Memory in use, in kB. Not its peak: what came before was larger.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("the system says what a program uses");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).expect("a figure in kB")
}
