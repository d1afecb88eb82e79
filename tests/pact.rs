//! A pact through the desk: what is frozen at the issue, what follows the
//! signatures, what the next version takes over.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

use std::path::Path;

use chrono::{NaiveDate, NaiveDateTime};
use serde_json::{Value, json};
use sportello::clock::Clock;
use sportello::demo::office;
use sportello::desk::replay::{Trust, replay};
use sportello::desk::{Answer, Desk, Query};
use sportello::documents::{self, TextSize, brief};
use sportello::domain::appointment::AppointmentState;
use sportello::domain::ids::RegistrantId;
use sportello::domain::language::Language;
use sportello::domain::paper::{BenefitPaper, Paper, PlacePaper, PspPaper};
use sportello::domain::psp::{PspState, PspVersion};

fn at(hour: u32, minute: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(hour, minute, 0).unwrap()
}

/// A desk where lines are run one after the other; names live in one script.
struct Script {
    desk: Desk,
    lines: Vec<Value>,
    _dir: tempfile::TempDir,
}

impl Script {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let folder: &Path = dir.path();
        let desk = office::found(&folder.join("office"), Clock::Fixed(at(9, 0)), 1, at(8, 0)).unwrap();
        Self { desk, lines: Vec::new(), _dir: dir }
    }

    fn then(&mut self, mut line: Value) -> &mut Self {
        line["at"] = json!(at(9, u32::try_from(self.lines.len()).unwrap()).to_string().replace(' ', "T"));
        line["by"] = json!("bianchi");
        self.lines.push(line);
        self
    }

    /// Runs what was written; every line must be accepted. The last reply.
    fn run(&mut self) -> Value {
        let text: String = self.lines.drain(..).map(|line| format!("{line}\n")).collect();
        let mut replies = Vec::new();
        replay(&mut self.desk, text.as_bytes(), &mut replies, &Trust::Given).unwrap();
        let replies: Vec<Value> = String::from_utf8(replies)
            .unwrap()
            .lines()
            .map(|reply| serde_json::from_str(reply).unwrap())
            .collect();
        for reply in &replies {
            assert_eq!(reply["accepted"], true, "{reply}");
        }
        replies.last().unwrap().clone()
    }

    fn versions(&self, person: RegistrantId) -> Vec<PspVersion> {
        let mut versions = self.desk.store().read().versions_of(person).unwrap();
        versions.sort_by_key(|v| v.number);
        versions
    }

    fn paper(&mut self, version: &PspVersion) -> PspPaper {
        match self.desk.ask("bianchi", &Query::Paper { version: version.id }).unwrap() {
            Answer::Paper(paper) => *paper,
            other => panic!("{other:?}"),
        }
    }
}

fn edit(field: &str, was: Value, now: Value) -> Value {
    json!({"field": field, "was": was, "now": now})
}

/// Maria with NASpI, her assessment, the notice, a filled draft.
fn drafted(script: &mut Script) {
    let answers = json!({"province":"BG","citizenship":"ITA","presence_in_italy":"nascita","education":"secondaria_1",
        "ever_worked":true,"condition_year_before":"dipendente","months_since_last_job":1,"last_position":"impiegato",
        "months_of_search":0,"enrolled":"none","household_size":1,"children":false,"minor_children":false});
    script
        .then(json!({"do":"registrant.register","registrant":{"id":"@maria","fiscal_code":"RSSMRA85T50F205V",
            "surname":"Rossi","name":"Maria","birth_date":"1985-12-10","sex":"F","birth_place":"F205",
            "citizenship":"ITA","mobile":"333 0000000","pec":"maria@pec.example.org",
            "residence_address":"via d'Esempio 1","residence_cap":"24121","residence_place":"A794",
            "id_doc_type":"carta_identita","id_doc_number":"CA00000AA","id_doc_issuer":"Comune di Bergamo",
            "last_job_title":"impiegata","last_job_end":"2026-11-09"}}))
        .then(json!({"do":"registrant.privacy_notice","registrant":"@maria","version":"3","version_date":"2026-01-15"}))
        .then(json!({"do":"did.declare","id":"@did","registrant":"@maria","profiling":answers,
            "declaration":{"date":"2026-11-12","channel":"inps_application","benefit":"naspi","inps_reference":"X1",
            "inps_date":"2026-11-12","not_working":true,"available_work":true,"available_measures":true,
            "ack_suspension":true,"ack_loss":true},
            "accepted":[{"rule":"R-DID-9","reason":"attesa"},{"rule":"R-DID-24","reason":"sì"}]}))
        .then(json!({"do":"assessment.record","id":"@as","registrant":"@maria","assessment":{"date":"2026-11-23",
            "profiling":answers,"digital_skill":"base","mobility":"comune","judgement":"Autonoma.",
            "sectors":"Amministrazione\nServizi","path":"ordinario","path_reason":"scelta comune"}}))
        .then(json!({"do":"psp.draft","psp":"@psp","version":"@v1","registrant":"@maria"}))
        .then(json!({"do":"psp.edit","version":"@v1","edits":[
            edit("objective", json!(""), json!("Un lavoro d'ufficio.")),
            edit("contact_frequency", json!(""), json!("mensile")),
            edit("contact_mode", json!(""), json!("in_person")),
            edit("convocation_channel", json!(""), json!("pec")),
            edit("working_day_calls", json!(false), json!(true)),
            edit("proof_method", json!(""), json!("candidature")),
            edit("available_initiatives", json!(false), json!(true)),
            edit("available_training", json!(false), json!(true)),
            edit("accepts_offers", json!(false), json!(true)),
            edit("person_commitments", json!(""), json!("avvisare dei cambi di indirizzo\n\nportare il curriculum")),
        ]}))
        .then(json!({"do":"psp.measure","id":"@m1","version":"@v1","now":{"lep":"E",
            "sap":{"kind":"attested","code":"A03"},"from":"2026-12-01","to":"2027-01-31"}}));
}

const ACT: &str = "Invio curriculum";

#[test]
fn the_whole_life_of_two_versions() {
    let mut script = Script::new();
    drafted(&mut script);
    script.then(json!({"do":"psp.edit","version":"@v1","edits":[]}));
    let reply = script.run();
    assert_eq!(reply["states"]["psp"], "draft", "no job-search act yet");
    let person = RegistrantId(reply["registrant"].as_str().unwrap().parse().unwrap());
    let v1 = script.versions(person)[0].clone();
    assert_eq!(v1.contact_address, "via d'Esempio 1, 24121 Bergamo (BG)");
    assert_eq!((v1.privacy_version.as_str(), v1.privacy_date), ("3", NaiveDate::from_ymd_opt(2026, 1, 15)));
    assert_eq!(v1.case_officer, script.desk.operator("bianchi").map(|o| o.id));
    assert!(script.paper(&v1).draft && script.paper(&v1).appointments.is_empty());

    // The act completes it; the appointment booked before the issue is printed.
    let id = v1.id.to_string();
    let reply = script
        .then(json!({"do":"psp.search_act","id":"@s1","version":id,"now":{"action":ACT,"quantity":"2 la settimana"}}))
        .run();
    assert_eq!(reply["states"]["psp"], "complete");
    script
        .then(json!({"do":"appointment.book","registrant":person,"appointment":{"service":"orientamento_specialistico",
            "start":"2026-12-01T10:30:00","place":"stanza 3","agreed_in_person":true}}))
        .then(json!({"do":"appointment.book","registrant":person,"appointment":{"service":"accoglienza",
            "start":"2026-11-23T09:01:00","minutes":5,"place":"stanza 3","agreed_in_person":true}}))
        .then(json!({"do":"psp.issue","version":id}));
    let reply = script.run();
    assert_eq!(
        (reply["states"]["psp"].as_str(), reply["numbers"]["document"].as_str()),
        (Some("awaiting_person"), Some("ESN03-2026-000001"))
    );
    let appointments = script.desk.store().read().appointments_of(person).unwrap();
    assert!(appointments.iter().all(|a| a.proved && a.state == AppointmentState::OptionChosen));
    assert_eq!(appointments[1].minutes, 60, "the length of the service");

    let v1 = script.versions(person)[0].clone();
    let paper = script.paper(&v1);
    assert!(!paper.draft);
    assert_eq!(paper.appointments.len(), 1, "what is over is not printed");
    let place = format!("{}, stanza 3", paper.office.address);
    assert_eq!(paper.appointments[0].place, PlacePaper::InPerson(place), "a room is found by its street");
    assert_eq!(paper.appointments[0].operator, "Anna Bianchi");
    assert_eq!(paper.person.birth_place, "Milano (MI)");
    assert_eq!(paper.situation.seniority_days, Some(12));
    assert!(matches!(&paper.situation.benefit, BenefitPaper::Unemployment { name, .. } if name == "NASpI"));
    assert_eq!(paper.profile.sectors, ["Amministrazione", "Servizi"]);
    assert_eq!(paper.contact.convocation, "PEC: maria@pec.example.org");
    assert_eq!(paper.measures[0].sap, "A03");
    assert_eq!(paper.person_commitments.len(), 2);
    assert_eq!(paper.signing.place, "Bergamo");

    // Frozen: the person moves, the paper does not.
    script.then(json!({"do":"registrant.edit","registrant":person,
        "edits":[edit("residence_address", json!("via d'Esempio 1"), json!("via Nuova 2"))]}));
    script.run();
    assert_eq!(script.paper(&v1), paper);

    // Signed, integrated, signed again: the first gives way only then.
    script
        .then(json!({"do":"psp.sign","version":id,"who":"operator"}))
        .then(json!({"do":"psp.sign","version":id,"who":"person"}));
    let reply = script.run();
    assert_eq!((reply["states"]["psp"].as_str(), &reply["proposes"]), (Some("active"), &json!(["D"])));
    script.then(json!({"do":"psp.integrate","from":id,"version":"@v2","reason":"nuova misura"}));
    script.run();
    let [first, second] = <[PspVersion; 2]>::try_from(script.versions(person)).unwrap();
    assert_eq!((first.state, second.state), (PspState::Active, PspState::Complete));
    assert_eq!((second.number, second.document, second.person_signed_at), (2, None, None));
    let read = script.desk.store().read();
    assert_eq!(read.measures_of(second.id).unwrap()[0].form(), read.measures_of(first.id).unwrap()[0].form());
    assert_eq!(read.search_acts_of(second.id).unwrap()[0].action, ACT);
    let id = second.id.to_string();
    script
        .then(json!({"do":"psp.issue","version":id}))
        .then(json!({"do":"did.event","did":first.did,"event":"suspended","evidence":"CO 1"}))
        .then(json!({"do":"psp.sign","version":id,"who":"person"}))
        .then(json!({"do":"psp.sign","version":id,"who":"operator"}));
    let reply = script.run();
    assert_eq!(reply["states"]["psp"], "paused", "signed while the DID is suspended (R-PSP-1)");
    let [first, second] = <[PspVersion; 2]>::try_from(script.versions(person)).unwrap();
    assert_eq!((first.state, second.state), (PspState::Superseded, PspState::Paused));
    let paper = script.paper(&second);
    assert_eq!(paper.previous.unwrap().label, "ESN03-2026-000001 versione 1");
}

#[test]
fn a_draft_before_its_assessment_takes_it_up_later() {
    let mut script = Script::new();
    drafted(&mut script);
    // The assessment comes after the draft: the draft was accepted with a reason.
    let assessment = script.lines.remove(3);
    script.lines[3]["accepted"] = json!([{"rule":"R-PSP-11","reason":"colloquio fatto, da scrivere"}]);
    script.lines.push(assessment);
    script.lines.last_mut().unwrap()["at"] = json!("2026-11-23T09:30:00");
    script
        .then(json!({"do":"psp.search_act","id":"@s1","version":"@v1","now":{"action":ACT,"quantity":"2"}}));
    let reply = script.run();
    assert_eq!(reply["states"]["psp"], "complete");
    let person = RegistrantId(reply["registrant"].as_str().unwrap().parse().unwrap());
    assert!(script.versions(person)[0].assessment.is_some());
}

/// What the pact says of absences, and what its page in breve does.
fn of_absences(script: &Script, paper: &PspPaper, issued: NaiveDate) -> [String; 2] {
    let stationery = script.desk.law().unwrap().catalogue().stationery(issued);
    let pact = documents::content(&Paper::Psp(Box::new(paper.clone())), &stationery).unwrap();
    let page = brief::worded(paper, Language::It, &stationery, chrono::NaiveDate::MIN).unwrap();
    [pact, page].map(|worded| {
        let pages = worded.pages(TextSize::Normal).unwrap();
        let lines: Vec<String> =
            pages.text(200).into_iter().flat_map(|page| page.lines).map(|l| l.text).collect();
        let said: String = lines.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
        let at = said.to_lowercase().find("al più tardi").unwrap();
        said.chars().skip(said[..at].chars().count()).take(60).collect()
    })
}

/// An office that sets its own figure from a day on: what was issued before
/// says the old one also when it is printed after, what is issued after the
/// new one, in breve too.
#[test]
fn a_figure_of_the_office_is_on_pacts_from_its_day_on() {
    let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
    let mut script = Script::new();
    drafted(&mut script);
    script
        .then(json!({"do":"psp.search_act","id":"@s1","version":"@v1","now":{"action":ACT,"quantity":"2 la settimana"}}))
        .then(json!({"do":"psp.issue","version":"@v1"}));
    let reply = script.run();
    let person = RegistrantId(reply["registrant"].as_str().unwrap().parse().unwrap());
    let first = script.versions(person)[0].clone();
    let id = first.id.to_string();
    let before = script.paper(&first);
    let said = of_absences(&script, &before, day(23));
    assert!(said[0].contains("il giorno dopo") && said[1].contains("il giorno dopo"), "{said:?}");

    script
        .then(json!({"do":"table.set_row","table":"parameters","reason":"nota 12","row":{"code":"conditionality.absence_days",
            "cells":{"value":5},"valid_from":"2026-11-24"}}))
        .then(json!({"do":"psp.sign","version":id,"who":"operator"}))
        .then(json!({"do":"psp.sign","version":id,"who":"person"}))
        .then(json!({"do":"psp.integrate","from":id,"version":"@v2","reason":"nuova misura"}));
    let row = script.lines.len() - 4;
    script.lines[row]["by"] = json!("fontana");
    script.run();
    let second = script.versions(person)[1].clone();
    // On the day before it holds nothing is changed yet; then it is.
    let draft = script.paper(&second);
    assert_eq!(draft.figures, before.figures);
    script.then(json!({"do":"psp.issue","version":second.id.to_string()}));
    script.lines[0]["at"] = json!("2026-11-24T09:00:00");
    script.run();
    let second = script.versions(person)[1].clone();
    let after = script.paper(&second);
    assert_eq!(second.issued_at.map(|at| at.date()), Some(day(24)));
    assert_eq!((before.figures.absence_days, after.figures.absence_days), (1, 5));
    let said = of_absences(&script, &after, day(24));
    assert!(said[0].contains("entro 5 giorni") && said[1].contains("entro 5 giorni"), "{said:?}");
    assert_eq!(script.paper(&first), before, "what was issued says what held then");
    let said = of_absences(&script, &before, day(24));
    assert!(said[0].contains("il giorno dopo") && said[1].contains("il giorno dopo"), "{said:?}");
}
