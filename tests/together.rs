//! The first connections of a program, opened by many threads at once. A test
//! of its own program: only the very first connections can show it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

use std::sync::Barrier;

use chrono::NaiveDate;
use sportello::demo;

#[test]
fn the_first_offices_of_many_threads_open() {
    let now = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(8, 30, 0).unwrap();
    let start = Barrier::new(8);
    std::thread::scope(|threads| {
        for _ in 0..8 {
            threads.spawn(|| {
                let dir = tempfile::tempdir().unwrap();
                start.wait();
                demo::generate_counted(&dir.path().join("office"), 1, 7, now).map(drop).unwrap();
            });
        }
    });
}
