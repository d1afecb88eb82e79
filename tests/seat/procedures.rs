//! People with something that goes through states: an absence and its case.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use sportello::desk::command::{
    AppointmentHappened, CaseHappened, CaseOpen, Command, MiAttivoRegister, PadRecord, TargetedApply,
};
use sportello::desk::{Desk, Order};
use sportello::domain::appointment::AppointmentForm;
use sportello::domain::appointment::states::AppointmentEvent;
use sportello::domain::conditionality::{CaseEvent, CaseForm, CaseKind};
use sportello::domain::ids::{AppointmentId, CaseId, RegistrantId};
use sportello::domain::registrant::Registrant;

use super::{appointment, book, convened, declare, naspi, now, person, register};

/// A morning of November 2026.
pub fn morning(day: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap().and_hms_opt(9, 30, 0).unwrap()
}

/// Runs a command of an operator at an hour; it must be accepted.
pub fn run_at(desk: &mut Desk, at: NaiveDateTime, by: &str, command: Command) {
    let order = Order { unit: Default::default(), at, by: by.into(), command };
    let outcome = desk.run(order).unwrap();
    assert!(outcome.accepted, "{:?}", outcome.findings);
}

/// Somebody on NASpI who did not come on Thursday 19 November, though convened
/// by PEC, and gave no reason.
pub fn absent(desk: &mut Desk) -> (RegistrantId, AppointmentId) {
    let id = register(desk, person("Rossi", "Maria"));
    declare(desk, id, naspi());
    let start = morning(19);
    let form = AppointmentForm { agreed_in_person: false, ..appointment(desk, start, "patto") };
    book(desk, id, form, start - TimeDelta::days(3));
    convened(desk, id, start - TimeDelta::days(3));
    let missed = card(desk, id).appointments[0].id;
    for (event, day) in [(AppointmentEvent::Absent, 20), (AppointmentEvent::Unjustified, 21)] {
        let happened = AppointmentHappened {
            appointment: missed,
            event,
            channel: None,
            address: String::new(),
            convocation: None,
            proved: false,
            on: None,
            note: "nessun motivo".into(),
            asked_by: None,
            accepted: Vec::new(),
        };
        run_at(desk, morning(day), "bianchi", Command::AppointmentHappened(happened));
    }
    (id, missed)
}

/// The same, with a case open from today.
pub fn held_against(desk: &mut Desk) -> RegistrantId {
    let (id, missed) = absent(desk);
    let form = CaseForm { kind: CaseKind::Convocation, appointment: Some(missed), ..CaseForm::default() };
    let open = CaseOpen { id: CaseId::default(), registrant: id, form, accepted: Vec::new() };
    run_at(desk, now(), "bianchi", Command::CaseOpen(open));
    id
}

/// The same, with the act to be adopted.
pub fn to_decide(desk: &mut Desk) -> RegistrantId {
    let id = held_against(desk);
    let case = card(desk, id).cases[0].id;
    let json = serde_json::json!({"case": case, "event": CaseEvent::NoReason});
    let happened: CaseHappened = serde_json::from_value(json).unwrap();
    run_at(desk, now(), "bianchi", Command::CaseHappened(happened));
    id
}

/// Somebody who applied for targeted placement on 16 November.
pub fn applied(desk: &mut Desk) -> RegistrantId {
    let id = register(desk, person("Rossi", "Maria"));
    declare(desk, id, naspi());
    let json = serde_json::json!({"registrant": id, "application": {
        "category": "civil_invalidity",
        "report": {"seen": true, "percent": 60, "dated": "2026-05-04", "functional_diagnosis": true},
        "presented_on": "2026-11-16",
        "protocol": "1234/2026",
        "in_charge": "Anna Bianchi",
        "receipt_handed": true,
    }});
    let apply: TargetedApply = serde_json::from_value(json).unwrap();
    run_at(desk, morning(16), "bianchi", Command::TargetedApply(apply));
    id
}

/// Somebody registered on MiAttivo on 16 November, with a PAD signed the day
/// after.
pub fn activated(desk: &mut Desk) -> RegistrantId {
    let id = register(desk, Registrant { email: "maria@example.org".into(), ..person("Rossi", "Maria") });
    declare(desk, id, naspi());
    let json = serde_json::json!({"registrant": id, "miattivo": {
        "benefit": "naspi", "inps_date": "2026-11-12", "email": "maria@example.org",
        "mobile": "333 0000000", "helped": true,
    }});
    let registered: MiAttivoRegister = serde_json::from_value(json).unwrap();
    run_at(desk, morning(16), "bianchi", Command::MiAttivoRegister(registered));
    let agency =
        |n: u32| serde_json::json!({"name": format!("Agenzia Esempio {n}"), "contact": "010 000000"});
    let json = serde_json::json!({"registrant": id, "pad": {
        "benefit": "naspi", "applied_on": "2026-11-12", "benefit_from": "2026-11-14", "signed_on": "2026-11-17",
        "content": {"source": "siisl", "agencies": [agency(1), agency(2), agency(3)], "attends": true,
            "email": "maria@example.org", "mobile": "333 0000000", "consent": true},
    }});
    let copy: PadRecord = serde_json::from_value(json).unwrap();
    run_at(desk, morning(17), "bianchi", Command::PadRecord(copy));
    id
}

pub fn card(desk: &mut Desk, id: RegistrantId) -> Box<sportello::desk::query::PersonCard> {
    use sportello::desk::{Answer, Query};
    match desk.ask("bianchi", &Query::Person { registrant: id, reason: None }).unwrap() {
        Answer::Person(card) => card,
        _ => panic!("not a card"),
    }
}
