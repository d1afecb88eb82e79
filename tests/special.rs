//! Special data (R-PRV-1): hidden until somebody says why, hidden again when
//! the screen or the person is left, and each time written down.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod seat;

use seat::{Seat, act, appointment, book, convened, person, register};
use sportello::desk::Command;
use sportello::desk::command::AppointmentHappened;
use sportello::domain::appointment::AppointmentEvent;
use sportello::domain::ids::RegistrantId;
use sportello::domain::registrant::Registrant;
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
