//! How long the invented office takes: `cargo bench --bench demo_office`, or
//! with a number of people after `--`.

use std::time::Instant;

use chrono::NaiveDate;
use sportello::demo;

fn main() {
    let people = std::env::args().skip(1).find_map(|text| text.parse().ok()).unwrap_or(3_000);
    let Some(now) = NaiveDate::from_ymd_opt(2026, 11, 23).and_then(|day| day.and_hms_opt(8, 30, 0)) else {
        return;
    };
    let Ok(dir) = tempfile::tempdir() else { return };
    let start = Instant::now();
    match demo::generate_counted(&dir.path().join("office"), people, 1, now) {
        Ok((desk, figures)) => {
            let seconds = start.elapsed().as_secs_f64();
            let each = seconds * 1e6 / figures.commands.max(1) as f64;
            println!("demo office: {figures:?}, {seconds:.2} s, {each:.0} µs a command");
            drop(desk);
        }
        Err(fault) => println!("demo office: {fault}"),
    }
}
