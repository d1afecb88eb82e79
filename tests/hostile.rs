//! Lines nobody should write: each has its sentence, nothing of it is kept,
//! and the lines after it are still read.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

use std::path::Path;

use chrono::{NaiveDate, NaiveDateTime};
use serde_json::{Value, json};
use sportello::clock::Clock;
use sportello::demo::office;
use sportello::desk::Desk;
use sportello::desk::replay::{Trust, recorded, replay};

fn hour() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(10, 42, 0).unwrap()
}

fn desk(dir: &Path) -> Desk {
    office::found(dir, Clock::Fixed(hour()), 1, hour()).unwrap()
}

fn replies(desk: &mut Desk, input: &[u8]) -> Vec<Value> {
    let mut output = Vec::new();
    replay(desk, input, &mut output, &Trust::Given).unwrap();
    String::from_utf8(output).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn run(desk: &mut Desk, mut line: Value) -> Value {
    line["by"] = json!("bianchi");
    replies(desk, line.to_string().as_bytes()).remove(0)
}

fn maria() -> Value {
    json!({"fiscal_code": "RSSMRA85T50F205V", "surname": "Rossi", "name": "Maria",
        "birth_date": "1985-12-10", "sex": "F", "birth_place": "F205", "citizenship": "ITA",
        "mobile": "333 0000000"})
}

#[test]
fn an_id_that_is_there_already_is_a_sentence() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = desk(dir.path());
    run(&mut desk, json!({"do": "registrant.register", "registrant": maria()}));
    let mut log = Vec::new();
    recorded(&desk, &mut log).unwrap();
    let before = desk.store().digest().unwrap();
    let last: Value = serde_json::from_slice(log.split(|b| *b == b'\n').rev().nth(1).unwrap()).unwrap();
    let id = last["registrant"]["id"].as_str().unwrap();

    let again = replies(&mut desk, last.to_string().as_bytes());
    let mut other_unit = last.clone();
    other_unit.as_object_mut().unwrap().remove("unit");
    other_unit["registrant"] = maria();
    other_unit["accepted"] =
        json!([{"rule": "R-CF-2", "reason": "prova"}, {"rule": "R-CF-1", "reason": "x"}]);
    other_unit["registrant"]["id"] = json!(id);
    other_unit["accepted"] = json!([{"rule": "R-ANA-2", "reason": "prova"}]);
    let other = replies(&mut desk, other_unit.to_string().as_bytes());
    let mut same_unit = json!({"do": "registrant.privacy_notice", "registrant": id, "version": "1"});
    same_unit["unit"] = last["unit"].clone();
    let unit = run(&mut desk, same_unit);
    for reply in [&again[0], &other[0], &unit] {
        let said = reply["error"].as_str().unwrap_or_default();
        assert!(said.contains("stesso identificativo"), "{reply}");
    }
    assert_eq!(desk.store().digest().unwrap(), before);
}

#[test]
fn broken_lines_keep_nothing_and_stop_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = desk(dir.path());
    let before = desk.store().digest().unwrap();
    let mut lines: Vec<Vec<u8>> = [
        "{",
        "[]",
        "null",
        "42",
        "\"x\"",
        "{}",
        "{\"do\":1}",
        "{\"do\":\"nope\"}",
        "{\"by\":5}",
        "\u{1}",
        "{\"do\":\"psp.draft\",\"registrant\":\"@\"}",
        "{\"at\":\"0001-01-01T00:00\",\"do\":\"x\"}",
        "{\"at\":\"9999-12-31T23:59\",\"do\":\"x\"}",
        "{\"at\":\"+262142-12-31T23:59\",\"do\":\"x\"}",
        "{\"at\":\"2026-02-31T10:00\",\"do\":\"x\"}",
        "{\"expect\":3,\"do\":\"x\"}",
    ]
    .iter()
    .map(|line| line.as_bytes().to_vec())
    .collect();
    lines.push(b"\xff\xfe".to_vec());
    lines.push("[".repeat(100_000).into_bytes());
    let huge = json!({"by": "x".repeat(1_000_000), "do": "psp.draft", "registrant": "y".repeat(1_000_000)});
    lines.push(huge.to_string().into_bytes());
    lines.push(
        json!({"by": "\u{202e}\u{1b}[2J", "do": "psp.draft", "registrant": "@a"}).to_string().into_bytes(),
    );
    let count = lines.len();
    let replies = replies(&mut desk, &lines.join(&b'\n'));
    assert_eq!(replies.len(), count);
    for reply in &replies {
        let said = reply["error"].as_str().unwrap_or_else(|| panic!("{reply}"));
        assert!(said.chars().count() < 300 && !said.contains(['\u{1b}', '\u{202e}', '`']), "{said}");
        assert!(!said.contains("expected") && !said.contains("missing"), "English: {said}");
    }
    assert_eq!(desk.store().digest().unwrap(), before);
}

/// A note that starts with `@` is a note: it comes out of a replay as it went in.
#[test]
fn a_text_that_starts_with_an_at_sign_stays_as_it_is() {
    let dir = tempfile::tempdir().unwrap();
    let mut first = desk(&dir.path().join("a"));
    let mut person = maria();
    person["office_note"] = json!("@maria chiedere a lei");
    person["id"] = json!("@p");
    let reply = run(&mut first, json!({"do": "registrant.register", "registrant": person}));
    assert_eq!(reply["accepted"], true, "{reply}");
    let mut log = Vec::new();
    recorded(&first, &mut log).unwrap();
    assert!(String::from_utf8_lossy(&log).contains("@maria chiedere a lei"));
}

#[test]
fn what_the_notice_and_the_agenda_may_hold() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = desk(dir.path());
    let id = run(&mut desk, json!({"do": "registrant.register", "registrant": maria()}))["ids"]["registrant"]
        .clone();
    let before = desk.store().digest().unwrap();
    for (version, given) in
        [("x".repeat(1_000_000), None), ("1\u{0}".into(), None), ("1".into(), Some("2026-11-24"))]
    {
        let reply = run(
            &mut desk,
            json!({"do": "registrant.privacy_notice", "registrant": id, "version": version, "given_on": given}),
        );
        assert_eq!(reply["accepted"], false, "{reply}");
    }
    for start in ["9999-12-31T10:00", "+262142-12-31T10:00", "2032-01-07T10:00"] {
        let reply = run(
            &mut desk,
            json!({"do": "appointment.book", "registrant": id, "appointment": {"service": "primo_colloquio",
                "start": start, "minutes": 45, "place": "stanza 3", "agreed_in_person": true}}),
        );
        assert_eq!(reply["accepted"], false, "{reply}");
        assert_eq!(reply["findings"][0]["rule"], "R-AGE-8", "{reply}");
    }
    for day in ["+262142-01-01", "-0500-01-01", "0001-01-01", "2200-01-01"] {
        let edits = json!([{"field": "id_doc_expires_on", "was": null, "now": day}]);
        let reply = run(&mut desk, json!({"do": "registrant.edit", "registrant": id, "edits": edits}));
        assert_eq!(reply["findings"][0]["rule"], "R-ANA-1", "{reply}");
    }
    let turned = json!([{"field": "office_note", "was": "", "now": "a\u{202e}b"}]);
    let reply = run(&mut desk, json!({"do": "registrant.edit", "registrant": id, "edits": turned}));
    assert_eq!(reply["accepted"], false, "{reply}");
    assert_eq!(desk.store().digest().unwrap(), before);
}
