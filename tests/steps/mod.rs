//! What may be put to a record of each of the eleven machines, as commands;
//! shared by the walk and by the tests of the listed transitions.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    reason = "each test uses its part; unwraps are for tests"
)]

use serde_json::{Value, json};
use sportello::desk::Desk;
use sportello::domain::activity::ActivityEvent;
use sportello::domain::appointment::AppointmentEvent;
use sportello::domain::conditionality::CaseEvent;
use sportello::domain::did::DidEvent;
use sportello::domain::event::StateEvent;
use sportello::domain::machines::{self, Machine};
use sportello::domain::miattivo::MiAttivoEvent;
use sportello::domain::pad::PadEvent;
use sportello::domain::placement::TargetedEvent;
use sportello::domain::signing::asks::asks;
use sportello::domain::signing::{Channel, SigningEvent};
use uuid::Uuid;

pub fn named(name: &str) -> Machine {
    machines::named(name).unwrap()
}

/// The words of the events of an enum.
pub fn words<E: serde::Serialize>(events: &[E]) -> Vec<String> {
    events.iter().map(|event| serde_json::to_value(event).unwrap().as_str().unwrap().to_owned()).collect()
}

/// The commands that put an event to a record, each with the events of the
/// table it may be; one that cannot be made of this machine is left out.
pub fn commands(machine: &str, id: Uuid) -> Vec<(Vec<String>, Value)> {
    let own = |name: &str, field: &str, events: Vec<String>| -> Vec<(Vec<String>, Value)> {
        let one = |event: String| {
            let command = json!({"do": name, field: id, "event": event});
            (vec![event], command)
        };
        events.into_iter().map(one).collect()
    };
    match machine {
        "did" => {
            let mut all = own("did.event", "did", words(&DidEvent::ALL));
            for (events, command) in &mut all {
                command["evidence"] = json!("atto di prova");
                command["reason"] = json!(match events[0].as_str() {
                    "lost" => "self_employment_over_limit",
                    "revoked" => "withdrawal",
                    _ => "di prova",
                });
            }
            all
        }
        "appointment" => {
            let mut all = own("appointment.event", "appointment", words(&AppointmentEvent::ALL));
            for (events, command) in &mut all {
                command["note"] = json!("nota di prova");
                if events[0] == "sent" {
                    command["channel"] = json!("pec");
                    command["address"] = json!("ada@pec.example.org");
                }
            }
            all
        }
        "activity" => {
            let mut all = own("activity.event", "activity", words(&ActivityEvent::ALL));
            all.iter_mut().for_each(|(_, command)| command["note"] = json!("nota di prova"));
            all
        }
        "psp" => {
            let on = |events: &[&str], mut command: Value| {
                command["version"] = json!(id);
                (events.iter().map(ToString::to_string).collect(), command)
            };
            let event = |event: &str| json!({"do": "psp.event", "event": event, "reason": "di prova"});
            vec![
                on(&["issued"], json!({"do": "psp.issue"})),
                on(&["person_signed", "both_signed"], json!({"do": "psp.sign", "who": "person"})),
                on(&["operator_signed"], json!({"do": "psp.sign", "who": "operator"})),
                on(&["annulled"], json!({"do": "psp.annul", "reason": "di prova"})),
                on(&["refused"], event("refused")),
                on(&["expired"], event("expired")),
                on(&["closed"], event("closed")),
                on(&["edited"], json!({"do": "psp.edit", "edits": []})),
                on(&["channel_chosen"], json!({"do": "signing.start", "channel": "in_person"})),
                on(&["copy_handed"], json!({"do": "psp.copy_handed"})),
            ]
        }
        "case" => {
            let mut all = own("case.event", "case", words(&CaseEvent::ALL));
            for (events, command) in &mut all {
                command["note"] = json!("nota di prova");
                command["reference"] = json!("prot. di prova");
                match events[0].as_str() {
                    "reason_received" => command["reason"] = json!("illness_or_injury"),
                    "accepted" => command["document_seen"] = json!(true),
                    "adopted" => command["appeal_notice"] = json!(true),
                    _ => {}
                }
            }
            all
        }
        "targeted" => {
            let mut all = own("targeted.event", "application", words(&TargetedEvent::ALL));
            for (events, command) in &mut all {
                command["note"] = json!("nota di prova");
                command["reference"] = json!("prot. di prova");
                match events[0].as_str() {
                    "accepted" => {
                        command["checks"] =
                            json!({"age": true, "status": true, "invalidity": true, "capacity": true});
                        command["list_number"] = json!("12");
                    }
                    "observed" => command["observations"] = json!(["punto di prova"]),
                    "report_fits" => {
                        command["report"] = json!({"seen": true, "percent": 60, "dated": "2026-03-01",
                            "functional_diagnosis": true});
                    }
                    _ => {}
                }
            }
            all
        }
        "miattivo" => {
            let mut all = own("miattivo.event", "miattivo", words(&MiAttivoEvent::ALL));
            all.iter_mut().for_each(|(_, command)| command["evidence"] = json!("atto di prova"));
            all
        }
        "pad" => {
            let mut all = own("pad.event", "pad", words(&PadEvent::ALL));
            for (events, command) in &mut all {
                command["evidence"] = json!("atto di prova");
                if matches!(events[0].as_str(), "signed" | "copied_again") {
                    command["content"] = json!({"source": "siisl", "agencies": [
                        {"name": "Lavoro Uno", "contact": "via Roma 1"}, {"name": "Lavoro Due", "contact": "035 000002"},
                        {"name": "Lavoro Tre", "contact": "tre@example.org"}], "attends": true,
                        "email": "ada@example.org", "mobile": "333 0000000", "consent": true});
                }
            }
            all
        }
        _ => {
            let channel = channel(machine);
            let mut all = own("signing.event", "signing", words(&SigningEvent::ALL));
            for ((_, command), event) in all.iter_mut().zip(SigningEvent::ALL) {
                command["note"] = json!("nota di prova");
                command["evidence"] = evidence(channel, event);
            }
            all
        }
    }
}

pub fn channel(machine: &str) -> Channel {
    match machine {
        "signing_in_person" => Channel::InPerson,
        "signing_remote_email" => Channel::RemoteEmail,
        _ => Channel::Firmalom,
    }
}

/// Everything a step asks for.
pub fn evidence(channel: Channel, event: SigningEvent) -> Value {
    let mut fields = serde_json::Map::new();
    for ask in asks(channel, event).iter().filter(|ask| ask.field != "note") {
        let value = match ask.field {
            "device" | "connection" | "spid" | "app" | "apart" | "browser" => json!(true),
            "access" => json!("registered_user"),
            "signature" => json!("digital"),
            "identity_expiry" | "notice_date" => json!("2031-12-10"),
            "returned_file" => json!("patto.pdf"),
            "email" | "sent_to" | "returned_from" => json!("ada@example.org"),
            field if field == "digest" || field.ends_with("_digest") => json!("0f".repeat(32)),
            _ => json!("DI PROVA"),
        };
        fields.insert(ask.field.to_owned(), value);
    }
    Value::Object(fields)
}

/// In the order of the channels.
pub const MACHINES: [&str; 3] = ["signing_in_person", "signing_remote_email", "signing_firmalom"];

pub fn leads(machine: &Machine, state: &str, event: &str) -> bool {
    machine.steps.iter().any(|step| step.from.as_deref() == Some(state) && step.event == event)
}

/// The machine of a record, by its history and its channel.
pub fn machine_of(desk: &Desk, event: &StateEvent) -> Option<Machine> {
    let kind = serde_json::to_value(event.subject_kind).unwrap();
    let name = match kind.as_str().unwrap() {
        "psp_version" => "psp",
        "mi_attivo" => "miattivo",
        "signing" => {
            let all = desk.store().read().signings_of(event.registrant).unwrap();
            let signing = all.iter().find(|signing| signing.id.0 == event.subject).unwrap();
            MACHINES[Channel::ALL.iter().position(|channel| *channel == signing.channel).unwrap()]
        }
        other => other,
    };
    machines::named(name)
}
