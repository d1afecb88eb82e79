//! Every file of `tests/scenarios` is replayed into an office of its own; each
//! line says what it expects of the rules.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use sportello::clock::Clock;
use sportello::demo::office;
use sportello::desk::replay::{Trust, replay};

#[test]
fn every_line_goes_as_it_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.retain(|path| path.extension().is_some_and(|e| e == "jsonl"));
    assert!(!files.is_empty(), "no scenarios in {}", folder.display());
    let at = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(8, 0, 0).unwrap();
    let mut wrong = Vec::new();
    let mut lines = 0;
    for file in &files {
        let dir = tempfile::tempdir().unwrap();
        let text = fs::read_to_string(file).unwrap();
        let first = text.lines().find(|line| !line.is_empty() && !line.starts_with('#')).unwrap_or("");
        let (folder, clock) = (dir.path().join("office"), Clock::Fixed(at));
        // A file that sets up its own office starts from nothing at all.
        let mut desk = if first.contains("office.set_up") {
            office::found_empty(&folder, clock, 1).unwrap()
        } else {
            office::found(&folder, clock, 1, at).unwrap()
        };
        let mut replies = Vec::new();
        replay(&mut desk, text.as_bytes(), &mut replies, &Trust::Given).unwrap();
        for reply in String::from_utf8(replies).unwrap().lines() {
            let value: serde_json::Value = serde_json::from_str(reply).unwrap();
            lines += 1;
            // Without an expectation a line sets the stage: it must be accepted.
            let fine = value["as_expected"].as_bool().unwrap_or(value["accepted"] == true);
            if !fine {
                wrong.push(format!(
                    "{}:{} {reply}",
                    file.file_name().unwrap().to_string_lossy(),
                    value["line"]
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {lines} lines went otherwise:\n{}", wrong.len(), wrong.join("\n"));
    println!("scenarios: {lines} lines in {} files went as they say", files.len());
}
