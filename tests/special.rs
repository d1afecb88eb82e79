//! Special data (R-PRV-1): hidden until somebody says why, hidden again when
//! the screen or the person is left, and each time written down.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod seat;

use seat::{Seat, act, appointment, assess, book, card, convened, held_against, person, register};
use sportello::clock::Clock;
use sportello::desk::command::{AppointmentHappened, TargetedApply};
use sportello::desk::{Command, Desk};
use sportello::domain::appointment::{Appointment, AppointmentEvent};
use sportello::domain::assessment::questionnaire::Answer;
use sportello::domain::conditionality::ConditionalityCase;
use sportello::domain::document::{Document, DocumentKind, Reserved};
use sportello::domain::event::{StateEvent, Subject};
use sportello::domain::ids::{DocumentId, EventId, RegistrantId, ReservedId, UnitId};
use sportello::domain::placement::{Note, TargetedCard, TargetedEvent};
use sportello::domain::privacy::{SPECIAL, is_special_note};
use sportello::domain::registrant::Registrant;
use sportello::store::{Unit, Verdict};
use sportello::ui::route::Route;

const WHY: &str = "ricovero in ospedale";
const PERMIT: &str = "cure mediche";

/// Somebody with a permit for medical care and a justified absence.
fn seat() -> (Seat, RegistrantId, RegistrantId) {
    let (mut id, mut other) = (RegistrantId::default(), RegistrantId::default());
    let s = Seat::at(|desk| {
        id = register(
            desk,
            Registrant {
                citizenship: "Z100".into(),
                permit_type: "cure_mediche".into(),
                permit_number: "ES0000001".into(),
                ..person("Verdi", "Gianna")
            },
        );
        other = register(desk, person("Neri", "Elena"));
        let start = seat::now() - chrono::Duration::minutes(72);
        let mut planned = appointment(desk, start, "primo_colloquio");
        planned.agreed_in_person = false;
        book(desk, id, planned, start - chrono::Duration::days(7));
        convened(desk, id, start - chrono::Duration::days(7));
        let booked =
            match desk.ask("bianchi", &sportello::desk::Query::Person { registrant: id, reason: None }) {
                Ok(sportello::desk::Answer::Person(card)) => card.appointments[0].id,
                other => panic!("{other:?}"),
            };
        for (event, note) in [(AppointmentEvent::Absent, ""), (AppointmentEvent::Justified, WHY)] {
            let json = serde_json::json!({ "appointment": booked, "event": event, "note": note });
            let command = serde_json::from_value::<AppointmentHappened>(json).unwrap();
            act(desk, Command::AppointmentHappened(command));
        }
        Route::Person(id)
    });
    (s, id, other)
}

/// Nothing special is anywhere on the screen.
fn hidden(s: &Seat) {
    for word in [WHY, PERMIT] {
        let screen = s.at.screen();
        assert!(!screen.contains(word), "{word} is on the screen:\n{screen}");
    }
}

/// The audit lines of special data, the oldest first.
fn shown(s: &Seat, id: RegistrantId) -> Vec<String> {
    let desk = s.desk.borrow();
    let lines = desk.store().read().audit_about(id).unwrap();
    let of = |record: sportello::store::AuditRecord| {
        let line = record.line;
        (line.action == "registrant.special")
            .then(|| format!("{} {}", line.detail, line.reason.unwrap_or_default()))
    };
    lines.into_iter().rev().filter_map(of).collect()
}

fn ask(s: &mut Seat, reason: &str) {
    s.at.press("F10")
        .text("mostra dati riservati")
        .press("Enter")
        .sees("R-PRV-1")
        .text(reason)
        .press("Enter");
}

#[test]
fn every_screen_hides_them_until_somebody_says_why() {
    let (mut s, id, _) = seat();
    for size in [(80, 24), (120, 40)] {
        s.at.resize(size.0, size.1);
        for tab in ["1", "2", "3", "4", "5", "6", "7"] {
            s.at.text(tab);
            hidden(&s);
        }
        s.at.text("1");
        for screen in ["pe03", "di01", "as01", "ps01", "le01", "ag01", "pe01", "hm00", "pe02"] {
            s.at.open(screen);
            hidden(&s);
        }
    }
    s.at.open("pe03").press("F8 F8 F8").sees("riservato: F10");
    hidden(&s);
    assert_eq!(shown(&s, id), Vec::<String>::new());
    s.at.press("F10")
        .text("mostra dati riservati")
        .press("Enter")
        .press("Enter")
        .sees("R-PRV-1")
        .press("Esc");
    hidden(&s);
    ask(&mut s, "rinnovo del permesso");
    s.at.sees(PERMIT);
    assert_eq!(shown(&s, id), ["PE03 rinnovo del permesso"]);
}

#[test]
fn on_the_card_they_are_shown_and_hidden_again() {
    let (mut s, id, _) = seat();
    s.at.resize(120, 40).text("5").sees("riservato");
    ask(&mut s, "domanda della persona");
    s.at.sees(WHY).text("7").sees(WHY);
    assert_eq!(shown(&s, id), ["PE02 domanda della persona"]);
    s.at.press("F10").text("nascondi").press("Enter");
    hidden(&s);
}

#[test]
fn leaving_hides_them_again() {
    let (mut s, id, other) = seat();
    s.at.resize(120, 40)
        .open_route(&Route::Person(other))
        .text("t")
        .press("F7")
        .sees("VERDI GIANNA")
        .text("5");
    for (count, leave) in
        ["F8 F7", "Ctrl+L Enter", "F1 Esc", "Ctrl+F Esc", "m Esc", "F3"].into_iter().enumerate()
    {
        ask(&mut s, "serve adesso");
        s.at.sees(WHY);
        s.at.press(leave);
        if leave == "F3" {
            s.at.open_route(&Route::Person(id));
            if s.at.screen().contains("ancora aperta") {
                s.at.text("t");
            }
        }
        s.at.is_on("PE02").sees("VERDI GIANNA").text("5");
        hidden(&s);
        assert_eq!(shown(&s, id).len(), count + 1, "{leave}");
    }
}

#[test]
fn what_is_hidden_is_neither_typed_over_nor_lost() {
    let (mut s, id, _) = seat();
    s.at.text("m").is_on("PE03");
    for _ in 0..60 {
        s.at.press("Tab");
        assert!(!["Permesso per"].contains(&s.at.focus()), "it cannot have the focus");
    }
    s.at.go_to("Telefono").text("010 000000").press("F2");
    for _ in 0..4 {
        if s.at.screen().contains("motivo") {
            s.at.text("visto").press("Enter");
        }
    }
    s.at.is_on("PE02");
    let stored = s.card(id).registrant;
    assert_eq!(stored.permit_type.as_str(), "cure_mediche");
    assert_eq!(stored.phone, "010 000000");
}

#[test]
fn no_line_no_data() {
    let (mut s, _, _) = seat();
    s.at.text("5").sees("riservato");
    s.traffic.broken.set(true);
    ask(&mut s, "serve adesso");
    s.at.says("[X]", "disco");
    hidden(&s);
}

/// A word that nobody else writes for each field of `privacy::SPECIAL`; the
/// figures and ticks of a report go with the card they are in.
const PLANTED: &[(&str, &str, &str)] = &[
    ("registrant", "guardian_name", "Zqtutore"),
    ("registrant", "permit_type", PERMIT),
    ("registrant", "permit_reason", "Zqpermesso"),
    ("assessment", "special_answers", "Zqrisposta"),
    ("appointment", "outcome_note", WHY),
    ("conditionality_case", "reason", "Zqcaso"),
    ("state_event", "reason", "Zqevento"),
    ("targeted_card", "category", "Zqcategoria"),
    ("targeted_card", "report", ""),
    ("targeted_card", "checks", ""),
    ("targeted_card", "grounds", "Zqmotivi"),
    ("targeted_card", "observations", "Zqosservazione"),
    ("targeted_card", "answers", "Zqreplica"),
    ("targeted_card", "committee_reference", "Zqcomitato"),
    ("targeted_card", "notes", "Zqnota"),
    ("document_reserved", "content", "Zqdocumento"),
];

/// The word of a field.
fn word(table: &str, field: &str) -> String {
    let found = PLANTED.iter().find(|(of, name, _)| (*of, *name) == (table, field));
    found.unwrap_or_else(|| panic!("nothing is planted in {table}.{field}")).2.to_owned()
}

/// Somebody with a case, an application, an interview and a document, and a
/// planted word wherever the records are special.
fn planted(desk: &mut Desk) -> RegistrantId {
    let id = held_against(desk);
    assess(desk, id);
    let json = serde_json::json!({"registrant": id, "application": {
        "category": "civil_invalidity",
        "report": {"seen": true, "percent": 60, "dated": "2026-05-04", "functional_diagnosis": true},
        "presented_on": "2026-11-16", "protocol": "1234/2026", "in_charge": "Anna Bianchi", "receipt_handed": true,
    }});
    act(desk, Command::TargetedApply(serde_json::from_value::<TargetedApply>(json).unwrap()));
    let draft = serde_json::json!({"do": "psp.draft", "registrant": id});
    act(desk, serde_json::from_value(draft).unwrap());
    let card = card(desk, id);
    let [unit, event, document, reserved] = [0; 4].map(|_| desk.new_id(seat::now()));
    let command =
        serde_json::json!({"do": "registrant.edit", "by": "bianchi", "registrant": id, "edits": []});
    let command = command.to_string();
    let operator = desk.operator("bianchi").map(|operator| operator.id);
    let unit = Unit { id: UnitId(unit), at: seat::now(), operator, command: &command };
    desk.store_mut()
        .write(&unit, |tx| {
            let before = &card.registrant;
            let after = Registrant {
                guardian_name: word("registrant", "guardian_name"),
                permit_type: "cure_mediche".to_owned(),
                permit_reason: word("registrant", "permit_reason"),
                ..before.clone()
            };
            tx.update(before, &after)?;
            let before = card.assessments.last().unwrap();
            let mut after = before.clone();
            let answer = Answer::One(word("assessment", "special_answers"));
            after.special_answers.insert("servizi".to_owned(), answer);
            tx.update(before, &after)?;
            let before = card.appointments.iter().find(|one| is_special_note(one)).unwrap();
            let after = Appointment { outcome_note: word("appointment", "outcome_note"), ..before.clone() };
            tx.update(before, &after)?;
            let before = &card.cases[0];
            let after =
                ConditionalityCase { reason: word("conditionality_case", "reason"), ..before.clone() };
            tx.update(before, &after)?;
            tx.insert(&StateEvent {
                id: EventId(event),
                subject_kind: Subject::Case,
                subject: before.id.0,
                registrant: id,
                event: "opened".to_owned(),
                state: "opened".to_owned(),
                on_date: seat::now().date(),
                at: seat::now(),
                by: "bianchi".to_owned(),
                reason: word("state_event", "reason"),
                ..StateEvent::default()
            })?;
            let before = &card.targeted_cards[0];
            let of = |field| word("targeted_card", field);
            let mut after = TargetedCard {
                category: of("category"),
                grounds: of("grounds"),
                observations: vec![of("observations")],
                answers: vec![of("answers")],
                committee_reference: of("committee_reference"),
                ..before.clone()
            };
            after.notes.push(Note {
                on: seat::now().date(),
                event: TargetedEvent::TakenUp,
                text: of("notes"),
            });
            tx.update(before, &after)?;
            tx.insert(&Document {
                id: DocumentId(document),
                registrant: id,
                kind: DocumentKind::PlacementObstacles,
                number: "ESN01-2026-009999".to_owned(),
                version: 1,
                issued_at: seat::now(),
                issued_by: "bianchi".to_owned(),
                content: "{}".to_owned(),
                special: true,
                ..Document::default()
            })?;
            tx.insert(&Reserved {
                id: ReservedId(reserved),
                document: DocumentId(document),
                registrant: id,
                content: format!(r#"{{"text":"{}"}}"#, word("document_reserved", "content")),
            })?;
            Ok(Verdict::Keep((), Vec::new()))
        })
        .unwrap();
    id
}

/// No planted word is in a text.
fn closed(text: &str, whence: &str) {
    for (table, field, word) in PLANTED.iter().filter(|(_, _, word)| !word.is_empty()) {
        let (text, word) = (text.to_lowercase(), word.to_lowercase());
        let found = text.contains(&word) || text.contains(&word.replace(' ', "_"));
        assert!(!found, "{table}.{field} is in {whence}:\n{text}");
    }
}

#[test]
fn what_is_declared_special_is_on_no_screen_and_in_no_output_until_it_is_opened() {
    let declared: Vec<(&str, &str)> =
        SPECIAL.iter().flat_map(|(table, fields)| fields.iter().map(|field| (*table, *field))).collect();
    let listed: Vec<(&str, &str)> = PLANTED.iter().map(|(table, field, _)| (*table, *field)).collect();
    assert_eq!(declared, listed, "each has its word");

    let dir = tempfile::tempdir().unwrap();
    let mut desk =
        sportello::demo::office::found(dir.path(), Clock::Fixed(seat::now()), 1, seat::now()).unwrap();
    let id = planted(&mut desk);
    // What was planted is there to be found.
    let open = format!("{:?}", card(&mut desk, id));
    for (table, field, word) in PLANTED.iter().filter(|(table, ..)| *table != "document_reserved") {
        let there = open.contains(word) || *field == "permit_type";
        assert!(there, "{table}.{field} is not in the card");
    }
    let mut s = Seat::in_office(dir, desk, &Route::Person(id));
    let mut screens = 0;
    for size in [(80, 24), (120, 40)] {
        s.at.resize(size.0, size.1);
        for code in [
            "pe02", "pe03", "pe04", "pe05", "pe06", "di01", "di02", "as01", "ps01", "ps02", "co01", "cm01",
            "dc01", "le01", "ag01", "pe01", "sc01", "hm00",
        ] {
            s.at.open_route(&Route::Person(id)).open(code);
            let tabs: &[&str] =
                if ["pe02", "pe06"].contains(&code) { &["1", "2", "3", "4", "5", "6", "7"] } else { &[""] };
            for tab in tabs {
                s.at.text(tab);
                closed(&s.at.screen(), &format!("{code} {tab} {size:?}"));
                screens += 1;
            }
            for down in 0..3 {
                s.at.press("PageDown");
                closed(&s.at.screen(), &format!("{code}, page {down}"));
            }
        }
    }
    let dir = s.leave();
    let folder = dir.path().to_str().unwrap();
    let outputs: &[&[&str]] = &[
        &["find", "rossi"],
        &["find", "rossi", "--json"],
        &["show", "PERSON"],
        &["show", "PERSON", "--json"],
        &["show", "PERSON", "--json", "--at", "2026-11-23T10:50"],
        &["agenda", "--day", "2026-11-19"],
        &["agenda", "--week", "--day", "2026-11-19", "--format", "json"],
        &["agenda", "--day", "2026-11-19", "--format", "csv"],
        &["agenda", "--week", "--day", "2026-11-19", "--format", "ics", "--names"],
        &["deadlines", "--json"],
        &["deadlines", "--person", "PERSON"],
        &["psp", "list", "--json"],
        &["documents", "list"],
        &["documents", "list", "--json"],
        &["documents", "pdf", "ESN01-2026-009999", "-o", "/dev/null"],
        &["verify", "--json"],
        &["user", "list", "--json"],
        &["tables", "list"],
    ];
    for args in outputs {
        let args: Vec<String> = args.iter().map(|arg| arg.replace("PERSON", &id.to_string())).collect();
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_sportello"));
        command.args(&args).args(["--office", folder, "--user", "bianchi", "--now", "2026-11-23T11:00"]);
        let said = command.output().unwrap();
        for text in [&said.stdout, &said.stderr] {
            closed(&String::from_utf8_lossy(text), &args.join(" "));
        }
        let refused = args[0] == "documents" && args[1] == "pdf";
        assert!(refused || !said.stdout.is_empty(), "{args:?}: {said:?}");
    }
    println!("{} words planted: {screens} screens, {} outputs", PLANTED.len(), outputs.len());
}
