//! The worked checks of seniority: `tests/seniority.toml` says what happened
//! and the sum made by hand, in words anybody can read; each is lived through
//! the real commands in an office of its own. Then random lives: whatever
//! happens, no day is lost and none is counted twice.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

use chrono::NaiveDate;
use proptest::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};
use sportello::clock::Clock;
use sportello::demo::office;
use sportello::desk::Desk;
use sportello::desk::query::PersonCard;
use sportello::desk::replay::{Trust, replay};
use sportello::domain::ids::RegistrantId;

#[derive(Deserialize)]
struct Checks {
    prova: Vec<Check>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Check {
    nome: String,
    fatti: Vec<String>,
    oggi: NaiveDate,
    conto: String,
    anzianita: u32,
    sospesi: u32,
    stato: String,
    conservata: Option<bool>,
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("not a day: {text}"))
}

/// `8.145,01` or `8145,01` in cents.
fn cents(text: &str) -> Option<i64> {
    let (euros, cents) = text.split_once(',')?;
    Some(euros.replace('.', "").parse::<i64>().ok()? * 100 + cents.parse::<i64>().ok()?)
}

fn kind(word: &str) -> Option<&'static str> {
    Some(match word {
        "indeterminato" => "permanent",
        "autonomo" => "self_employed",
        "cococo" => "collaboration",
        "tirocinio" => "internship",
        "occasionale" => "occasional",
        _ => return None,
    })
}

fn profiling() -> Value {
    json!({"province": "BG", "citizenship": "ITA", "presence_in_italy": "nascita",
        "education": "diploma_tecnico", "ever_worked": true, "condition_year_before": "dipendente",
        "months_since_last_job": 3, "last_position": "impiegato", "months_of_search": 0, "enrolled": "none",
        "household_size": 2, "children": true, "minor_children": false})
}

/// One fact as the line of a command. `dids` counts the DIDs given so far.
fn line(fact: &str, dids: &mut u32, ends: &mut Vec<(String, String)>) -> String {
    let words: Vec<&str> = fact.split_whitespace().collect();
    let after = |word: &str| words.iter().position(|w| *w == word).map(|at| words[at + 1]);
    let at = words[0];
    let did = format!("@did{dids}");
    let job = format!("@lavoro{}", words.get(2).unwrap_or(&""));
    let mut order = match words[1] {
        "did" => {
            *dids += u32::from(!words.contains(&"rifiutato"));
            let date = after("del").unwrap_or(at);
            let mut declaration = json!({"date": date, "not_working": true, "available_work": true,
                "available_measures": true, "ack_suspension": true, "ack_loss": true});
            if date != at {
                declaration["channel"] = "national_portal".into();
            }
            if let Some(notice) = after("preavviso") {
                declaration["not_working"] = false.into();
                declaration["notice_date"] = notice.into();
                declaration["last_working_day"] = after("ultimo").unwrap().into();
            }
            json!({"do": "did.declare", "id": format!("@did{dids}"), "registrant": "@persona",
                "declaration": declaration, "profiling": profiling()})
        }
        "lavoro" => {
            let mut employment = json!({"id": job, "registrant": "@persona",
                "employer": format!("Ditta {}", words[2]), "start": after("dal").unwrap(),
                "kind": words.iter().find_map(|w| kind(w)).unwrap_or("fixed_term"),
                "co_reference": format!("ES-{}", words[2])});
            if let Some(end) = after("al") {
                employment["end"] = end.into();
            }
            if let Some(income) = words.iter().find_map(|w| cents(w)) {
                employment["income"] = income.into();
            }
            if let Some(year) = after("anno") {
                employment["income_year"] = year.parse::<i32>().unwrap().into();
            }
            ends.push((job.clone(), format!("start {}", after("dal").unwrap())));
            json!({"do": "employment.record", "employment": employment})
        }
        "fine" => {
            ends.push((job.clone(), format!("end {}", words[3])));
            json!({"do": "employment.end", "employment": job, "end": words[3]})
        }
        "reddito" => {
            json!({"do": "income.declare", "employment": job, "amount": cents(words[3]).unwrap(),
            "since": after("dal").unwrap_or(at)})
        }
        "correggi" => {
            let field = if words[3] == "inizio" { "start" } else { "end" };
            let was = ends.iter().rev().find_map(|(of, what)| {
                what.strip_prefix(field).filter(|_| *of == job).map(|day| day.trim().to_owned())
            });
            json!({"do": "employment.correct", "employment": job, "reason": "comunicazione rettificata",
                "edits": [{"field": field, "was": was, "now": words[4]}]})
        }
        "togli" => json!({"do": "employment.withdraw", "employment": job, "reason": "di un'altra persona"}),
        "segue" => json!({"do": "employment.follow", "registrant": "@persona"}),
        "sistema" => {
            let to = words.get(4).filter(|w| w.starts_with('2'));
            json!({"do": "did.settle", "did": did, "from": words[3], "to": to,
                "suspended": words[2] == "sospesi", "reason": "comunicazione arrivata tardi"})
        }
        "convalida" => json!({"do": "did.event", "did": did, "event": "validated"}),
        "ritirato" => json!({"do": "did.event", "did": did, "event": "dismissal_withdrawn"}),
        "annulla" => {
            json!({"do": "did.event", "did": did, "event": "annulled", "reason": "inserita per errore"})
        }
        "perdita" | "revoca" => json!({"do": "did.event", "did": did, "on": words[2], "reason": words[3],
            "event": if words[1] == "perdita" { "lost" } else { "revoked" }, "evidence": "atto di esempio"}),
        other => panic!("what is «{other}»? in: {fact}"),
    };
    order["at"] = format!("{at}T09:00").into();
    // An annulment is the supervisor's (R-STA-17).
    order["by"] = if words[1] == "annulla" { "fontana" } else { "bianchi" }.into();
    if let Some(rule) = after("accetta") {
        order["accepted"] = json!([{"rule": rule, "reason": "come dice la prova"}]);
    }
    order["expect"] = match after("rifiutato") {
        Some(rule) => json!({"accepted": false, "rule": rule}),
        None => json!({"accepted": true}),
    };
    order.to_string()
}

fn founded(dir: &std::path::Path) -> Desk {
    let at = day("2019-01-01").and_hms_opt(8, 0, 0).unwrap();
    office::found(dir, Clock::Fixed(at), 1, at).unwrap()
}

/// Lives the facts in an office of its own: what went otherwise, and the card
/// on the day of the sum.
fn lived(name: &str, facts: &[String], today: NaiveDate) -> (Vec<String>, PersonCard) {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = founded(&dir.path().join("office"));
    let first = facts[0].split_whitespace().next().unwrap();
    let person = json!({"do": "registrant.register", "at": format!("{first}T08:30"), "by": "bianchi",
        "registrant": {"id": "@persona", "fiscal_code": "GRDLCU85T50F205M", "surname": "Giordano",
            "name": "Lucia", "birth_date": "1985-12-10", "sex": "F", "birth_place": "F205",
            "citizenship": "ITA", "mobile": "333 0000000"}});
    let (mut dids, mut ends) = (0, Vec::new());
    let mut lines = vec![person.to_string()];
    lines.extend(facts.iter().map(|fact| line(fact, &mut dids, &mut ends)));
    let mut replies = Vec::new();
    replay(&mut desk, lines.join("\n").as_bytes(), &mut replies, &Trust::Given).unwrap();
    let replies: Vec<Value> =
        String::from_utf8(replies).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let mut wrong = Vec::new();
    for (reply, fact) in replies[1..].iter().zip(facts) {
        if reply["as_expected"] != true {
            wrong.push(format!("{name}: «{fact}»: {reply}"));
        }
    }
    let id: RegistrantId = serde_json::from_value(replies[0]["registrant"].clone()).unwrap();
    let card = PersonCard::read(&desk.store().read(), id, today).unwrap();
    (wrong, card)
}

#[test]
fn every_sum_made_by_hand_comes_out() {
    let checks: Checks = toml::from_str(include_str!("seniority.toml")).unwrap();
    let mut wrong = Vec::new();
    for check in &checks.prova {
        let (failed, card) = lived(&check.nome, &check.fatti, check.oggi);
        wrong.extend(failed);
        let Some(did) = card.last_did() else {
            wrong.push(format!("{}: no DID", check.nome));
            continue;
        };
        let seniority = card.seniority(check.oggi).unwrap();
        let found = (seniority.days, seniority.suspended, did.state.label());
        if found != (check.anzianita, check.sospesi, check.stato.as_str()) {
            wrong.push(format!("{} ({}): {found:?} {}", check.nome, check.conto, seniority.sum()));
        }
        if check.conservata.is_some_and(|conserved| conserved != did.conserved) {
            wrong.push(format!("{}: conserved is {}", check.nome, did.conserved));
        }
        let figures = &card.catalogue.parameters(check.oggi).did;
        let (long, six) = (seniority.is_long_term(figures), seniority.is_six_months(figures));
        if check.conto.contains("lunga durata") != long || (check.conto.contains("sei mesi") || long) != six {
            wrong.push(format!("{} ({}): thresholds", check.nome, check.conto));
        }
    }
    assert!(wrong.is_empty(), "{} things went otherwise:\n{}", wrong.len(), wrong.join("\n"));
    assert!(checks.prova.len() > 60, "{}", checks.prova.len());
    println!("seniority: {} checks", checks.prova.len());
}

/// Something that may be said at the desk, right or wrong, in any order.
fn anything() -> impl Strategy<Value = String> {
    let date = |offset: i64| (day("2026-03-01") + chrono::TimeDelta::days(offset)).to_string();
    (0..200i64, 0..11u8, 0..3u8, -40..200i64, 0..60i64).prop_map(move |(at, what, name, from, length)| {
        let name = ["A", "B", "C"][usize::from(name)];
        let (at, from, to) = (date(at), date(from), date(from + length));
        match what {
            0 | 1 => format!("{at} lavoro {name} dal {from} 15000,00"),
            2 => format!("{at} lavoro {name} dal {from} al {to} 15000,00"),
            3 => format!("{at} lavoro {name} dal {from} 5000,00"),
            4 => format!("{at} fine {name} {to}"),
            5 => format!("{at} reddito {name} 5000,00 dal {from}"),
            6 => format!("{at} reddito {name} 15000,00 dal {from}"),
            7 => format!("{at} sistema sospesi {from} {to}"),
            8 => format!("{at} sistema contati {from} {to}"),
            9 => format!("{at} togli {name}"),
            _ => format!("{at} revoca {at} withdrawal"),
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is recorded, late, twice, contradictory or refused: on every
    /// day, days counted and days suspended make the days elapsed.
    #[test]
    fn no_day_is_lost_and_none_counted_twice(mut facts in prop::collection::vec(anything(), 1..12)) {
        facts.sort_by(|a, b| a[..10].cmp(&b[..10]));
        facts.insert(0, "2026-03-01 did".to_owned());
        let (_, card) = lived("random", &facts, day("2026-12-31"));
        let did = card.last_did().unwrap();
        for offset in 0..260 {
            let on = day("2026-03-01") + chrono::TimeDelta::days(offset);
            let seniority = card.seniority(on).unwrap();
            let last = did.ended_on.and_then(|end| end.pred_opt()).map_or(on, |end| end.min(on));
            let elapsed = u32::try_from((last - did.date).num_days() + 1).unwrap_or(0);
            prop_assert_eq!(seniority.elapsed(), elapsed, "{} {:?}", on, facts);
        }
    }
}
