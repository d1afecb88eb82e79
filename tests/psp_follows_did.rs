//! A pact goes where its DID goes (R-LOS-4): closed with its end, paused with
//! a suspension, active again after it; each change with its own fact.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

use chrono::NaiveDate;
use serde_json::{Value, json};
use sportello::clock::Clock;
use sportello::demo::office;
use sportello::desk::Desk;
use sportello::desk::replay::{Trust, replay};

/// From the registration to a pact signed by both.
fn signed() -> Vec<Value> {
    let answers = json!({"province": "BG", "citizenship": "ITA", "presence_in_italy": "nascita",
        "education": "secondaria_1", "ever_worked": true, "condition_year_before": "dipendente",
        "months_since_last_job": 1, "last_position": "impiegato", "months_of_search": 0,
        "enrolled": "none", "household_size": 1});
    let edit = |field: &str, was: Value, now: Value| json!({"field": field, "was": was, "now": now});
    vec![
        json!({"do": "registrant.register", "registrant": {"id": "@maria",
            "fiscal_code": "RSSMRA85T50F205V", "surname": "Rossi", "name": "Maria",
            "birth_date": "1985-12-10", "sex": "F", "birth_place": "F205", "citizenship": "ITA",
            "mobile": "333 0000000", "residence_address": "via d'Esempio 1", "residence_cap": "24121",
            "residence_place": "A794", "id_doc_type": "carta_identita", "id_doc_number": "CA00000AA",
            "id_doc_issuer": "Comune di Bergamo", "id_doc_expires_on": "2031-12-10"}}),
        json!({"do": "did.declare", "id": "@did", "registrant": "@maria", "profiling": answers,
            "declaration": {"date": "2026-03-01", "not_working": true, "available_work": true,
                "available_measures": true, "ack_suspension": true, "ack_loss": true}}),
        json!({"do": "registrant.privacy_notice", "registrant": "@maria", "version": "3",
            "version_date": "2026-01-15"}),
        json!({"do": "assessment.record", "registrant": "@maria", "assessment": {"date": "2026-03-01",
            "profiling": answers, "judgement": "Esperienza d'ufficio.", "sectors": "Amministrazione",
            "path": "ordinario", "path_reason": "Autonoma nella ricerca."}}),
        json!({"do": "psp.draft", "psp": "@psp", "version": "@v1", "registrant": "@maria"}),
        json!({"do": "psp.measure", "version": "@v1", "now": {"lep": "E",
            "sap": {"kind": "attested", "code": "A03"}, "from": "2026-04-01", "to": "2026-05-31",
            "expected_outcome": "Bilancio delle competenze"}}),
        json!({"do": "psp.search_act", "version": "@v1",
            "now": {"action": "Invio curriculum", "quantity": "2 la settimana"}}),
        json!({"do": "psp.edit", "version": "@v1", "edits": [
            edit("contact_frequency", json!(""), json!("mensile")),
            edit("contact_mode", json!(""), json!("in_person")),
            edit("convocation_channel", json!(""), json!("in_person_agreed")),
            edit("proof_method", json!(""), json!("scheda_ricerca")),
            edit("available_initiatives", json!(false), json!(true)),
            edit("available_training", json!(false), json!(true)),
            edit("accepts_offers", json!(false), json!(true)),
            edit("objective", json!(""), json!("Un lavoro d'ufficio.")),
        ]}),
        json!({"do": "psp.issue", "version": "@v1"}),
        json!({"do": "psp.sign", "version": "@v1", "who": "person"}),
        json!({"do": "psp.sign", "version": "@v1", "who": "operator"}),
    ]
}

fn run(lines: Vec<Value>) -> (tempfile::TempDir, Desk, Vec<Value>) {
    let dir = tempfile::tempdir().unwrap();
    let at = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap().and_hms_opt(8, 0, 0).unwrap();
    let mut desk = office::found(&dir.path().join("office"), Clock::Fixed(at), 1, at).unwrap();
    let text: Vec<String> = lines
        .into_iter()
        .map(|mut line| {
            // A DID entered by mistake is annulled by the supervisor (R-STA-17).
            line["by"] = if line["event"] == "annulled" { "fontana" } else { "bianchi" }.into();
            if line["at"].is_null() {
                line["at"] = "2026-03-01T09:00".into();
            }
            line.to_string()
        })
        .collect();
    let mut replies = Vec::new();
    replay(&mut desk, text.join("\n").as_bytes(), &mut replies, &Trust::Given).unwrap();
    let replies: Vec<Value> =
        String::from_utf8(replies).unwrap().lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    for reply in &replies {
        assert_eq!(reply["accepted"], true, "{reply}");
    }
    (dir, desk, replies)
}

fn event(event: &str, on: &str, at: &str, reason: &str) -> Value {
    json!({"at": at, "do": "did.event", "did": "@did", "event": event, "on": on, "reason": reason})
}

#[test]
fn suspended_resumed_and_closed_with_the_did() {
    let mut lines = signed();
    let before = lines.len();
    lines.push(event("suspended", "2026-04-10", "2026-04-13T09:00", ""));
    lines.push(event("resumed", "2026-04-19", "2026-04-20T09:00", ""));
    lines.push(json!({"at": "2026-04-20T10:00", "do": "psp.integrate", "from": "@v1", "version": "@v2",
        "reason": "nuova misura"}));
    lines.push(event("revoked", "2026-05-01", "2026-05-01T09:00", "withdrawal"));
    let (_dir, desk, replies) = run(lines);
    let states = |line: usize| (&replies[line]["states"]["did"], &replies[line]["states"]["psp"]);
    assert_eq!(states(before), (&json!("suspended"), &json!("paused")));
    assert_eq!(states(before + 1), (&json!("inserted"), &json!("active")));
    assert_eq!(states(before + 3), (&json!("revoked"), &json!("closed")));

    let read = desk.store().read();
    let person = read.registrants_with_code("RSSMRA85T50F205V").unwrap().remove(0);
    let found: Vec<String> = read
        .versions_of(person.id)
        .unwrap()
        .iter()
        .map(|v| serde_json::to_string(&v.state).unwrap())
        .collect();
    assert_eq!(
        found,
        ["\"closed\"", "\"draft\""],
        "what is not issued stays, and says that it cannot be (R-PSP-1)"
    );
    let events = read.events_of(person.id).unwrap();
    let of_pact: Vec<(String, String)> = events
        .iter()
        .filter(|e| ["paused", "resumed", "closed"].contains(&e.event.as_str()) && e.evidence == "R-LOS-4")
        .map(|e| (e.event.clone(), e.on_date.to_string()))
        .collect();
    let fact = |event: &str, on: &str| (event.to_owned(), on.to_owned());
    assert_eq!(
        of_pact,
        [fact("paused", "2026-04-10"), fact("resumed", "2026-04-20"), fact("closed", "2026-05-01")]
    );
    let did = read.dids_of(person.id).unwrap().remove(0);
    let day = NaiveDate::from_ymd_opt(2026, 4, 30).unwrap();
    let seniority = sportello::desk::standing::seniority(&read, &did, day).unwrap();
    assert_eq!((seniority.days, seniority.suspended), (51, 10), "the worked check of the rules");
}

#[test]
fn a_did_entered_by_mistake_closes_its_pact_too() {
    let mut lines = signed();
    lines.push(event("annulled", "2026-03-02", "2026-03-02T09:00", "persona sbagliata"));
    let (_dir, _desk, replies) = run(lines);
    assert_eq!(replies.last().unwrap()["states"], json!({"did": "annulled", "psp": "closed"}));
}
