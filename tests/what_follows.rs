//! What an act asks for next, where the operator sees it: a case after an
//! unjustified absence, a draft that waits for a DID, an enrolment to look at
//! again.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

use chrono::NaiveDate;
use serde_json::Value;
use sportello::clock::Clock;
use sportello::demo::office;
use sportello::desk::Desk;
use sportello::desk::query::PersonCard;
use sportello::desk::replay::{Trust, replay};
use sportello::domain::deadline::Kind;
use sportello::domain::ids::RegistrantId;
use sportello::domain::psp::PspState;

/// An office as some lines of a scenario file leave it.
struct Told {
    _dir: tempfile::TempDir,
    desk: Desk,
    last: Value,
}

/// Replays the first lines of a file, up to the first that holds a text.
fn until(file: &str, text: &str) -> Told {
    let dir = tempfile::tempdir().unwrap();
    let at = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(8, 0, 0).unwrap();
    let mut desk = office::found(&dir.path().join("office"), Clock::Fixed(at), 1, at).unwrap();
    let path = format!("{}/tests/scenarios/{file}", env!("CARGO_MANIFEST_DIR"));
    let all = std::fs::read_to_string(path).unwrap();
    let last = all.lines().position(|line| line.contains(text)).unwrap();
    let lines: String = all.lines().take(last + 1).map(|line| line.to_owned() + "\n").collect();
    let mut replies = Vec::new();
    desk.batch(|desk: &mut Desk| replay(desk, lines.as_bytes(), &mut replies, &Trust::Given)).unwrap();
    let last = String::from_utf8(replies).unwrap().lines().last().unwrap().to_owned();
    Told { _dir: dir, desk, last: serde_json::from_str(&last).unwrap() }
}

impl Told {
    fn card(&self) -> PersonCard {
        let person: RegistrantId = serde_json::from_value(self.last["registrant"].clone()).unwrap();
        let today = NaiveDate::from_ymd_opt(2026, 12, 31).unwrap();
        PersonCard::read(&self.desk.store().read(), person, today).unwrap()
    }
}

#[test]
fn an_unjustified_absence_asks_for_its_case_until_it_is_opened() {
    let absent = until("case.jsonl", r#""appointment":"@latea","event":"unjustified""#);
    assert_eq!(absent.last["proposes"], serde_json::json!(["case.open"]), "{}", absent.last);
    let card = absent.card();
    assert_eq!(card.proposed_cases.len(), 1);
    assert!(card.deadlines.iter().any(|term| term.kind == Kind::CaseOpen), "PE02 and the radar say it");

    let opened = until("case.jsonl", r#""do":"case.open","id":"@latec""#).card();
    assert!(opened.proposed_cases.is_empty());
    assert!(opened.all_terms.iter().all(|term| term.kind != Kind::CaseOpen));
}

#[test]
fn a_draft_is_not_complete_without_a_did_and_goes_on_with_the_next() {
    let file = "psp.jsonl";
    let ended = until(file, r#""did":"@tea_did","event":"revoked""#).card();
    let draft = &ended.versions[0];
    assert_eq!(draft.state, PspState::Draft, "it says that it cannot go out");
    assert!(ended.psp_missing.iter().any(|f| f.rule.0 == "R-PSP-1"), "PE02 and PS01 say why");
    assert!(!ended.measures.is_empty() && !ended.search_acts.is_empty(), "nothing typed is lost");

    let again = until(file, r#""do":"did.declare","id":"@tea_did2""#).card();
    let draft = &again.versions[0];
    assert_eq!((draft.state, draft.did), (PspState::Complete, again.did().unwrap().id));
    assert!(!again.psp_missing.iter().any(|f| f.rule.0 == "R-PSP-1"));

    let retried =
        until(file, r#""do":"psp.retry","from":"@tea_v1","version":"@tea_v2","expect":{"accepted":true}"#);
    let card = retried.card();
    let next = card.versions.iter().max_by_key(|version| version.number).unwrap();
    assert_eq!((next.number, next.did), (2, card.did().unwrap().id));
    assert_eq!(card.measures.len(), again.measures.len());
}

#[test]
fn an_enrolment_is_looked_at_again_while_there_is_no_did() {
    let file = "targeted.jsonl";
    let asks = |card: &PersonCard| card.all_terms.iter().any(|term| term.kind == Kind::TargetedStatus);
    assert!(asks(&until(file, r#""did":"@lostd","event":"revoked""#).card()));
    assert!(!asks(&until(file, r#""do":"did.declare","id":"@lostd2""#).card()));
}
