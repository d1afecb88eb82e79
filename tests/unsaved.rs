//! Nothing typed is ever lost: each screen with a form, each way away from
//! it, and back.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod seat;

use seat::{appointment, assess, booked, declaration, declare, give_notice, now, person, register};
use sportello::app::office::OfficeBackend;
use sportello::app::shell::{Outward, Shell};
use sportello::app::testing::AtDesk;
use sportello::clock::Clock;
use sportello::demo;
use sportello::domain::appointment::AppointmentForm;
use sportello::domain::ids::RegistrantId;
use sportello::ui::look::Look;
use sportello::ui::route::{Door, Route, Subject};
use sportello::ui::screens;

/// What is typed, and looked for afterwards.
const TYPED: &str = "perché no";

/// The office with two people: Verdi declared and assessed, Neri new.
struct Office {
    at: AtDesk,
    dir: tempfile::TempDir,
    verdi: RegistrantId,
    neri: RegistrantId,
}

fn office() -> Office {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = demo::office::found(dir.path(), Clock::Fixed(now()), 1, now()).unwrap();
    let verdi = register(&mut desk, person("Verdi", "Gianna"));
    let neri = register(&mut desk, person("Neri", "Elena"));
    give_notice(&mut desk, verdi);
    declare(&mut desk, verdi, declaration());
    assess(&mut desk, verdi);
    let start = now().date().and_hms_opt(11, 15, 0).unwrap();
    let visit = AppointmentForm { agreed_in_person: true, ..appointment(&desk, start, "patto") };
    booked(&mut desk, verdi, visit);
    let backend = OfficeBackend::open_throwaway(dir.path().to_owned(), desk, "bianchi").unwrap();
    let at = door().with(Box::new(backend));
    Office { at, dir, verdi, neri }
}

fn door() -> AtDesk {
    let shell = Shell::new(Route::Login(Door::Alone), screens::open, Clock::Fixed(now()), Look::default());
    AtDesk::new(shell, Look::default())
}

/// A screen with a form: how it is opened, and how something is typed there.
struct Place {
    name: &'static str,
    route: fn(&Office) -> Route,
    write: fn(&mut AtDesk),
}

const PLACES: [Place; 12] = [
    Place {
        name: "PE03, somebody new",
        route: |_| Route::PersonData(Subject::New("moro anna".into())),
        write: |at| {
            at.go_to("Rilasciato da").text(TYPED);
        },
    },
    Place {
        name: "PE03",
        route: |office| Route::PersonData(Subject::Known(office.verdi)),
        write: |at| {
            at.go_to("Rilasciato da").press("Ctrl+U").text(TYPED);
        },
    },
    Place {
        name: "DI01, a declaration",
        route: |office| Route::Did(office.neri),
        write: |at| {
            at.go_to("Codice nazionale").text(TYPED);
        },
    },
    Place {
        name: "DI01, an event",
        route: |office| Route::Did(office.verdi),
        write: |at| {
            if at.focus().is_empty() {
                at.press("F10").text("codice nazionale").press("Enter");
            }
            at.press("Ctrl+U").text(TYPED);
        },
    },
    Place {
        name: "AS01",
        route: |office| Route::Assessment(office.neri),
        write: |at| {
            at.go_to("Giudizio *").text(TYPED);
        },
    },
    Place {
        name: "PS01, a row",
        route: |office| Route::Psp(office.verdi),
        write: |at| {
            if at.focus().is_empty() {
                at.press("Enter").focus_is("LEP");
            }
            at.go_to("Esito atteso").press("Ctrl+U").text(TYPED);
        },
    },
    Place {
        name: "LE01",
        route: |office| Route::Activities(office.verdi),
        write: |at| {
            if at.focus().is_empty() {
                at.press("F6");
            }
            at.go_to("Nota").text(TYPED);
        },
    },
    Place {
        name: "LE01, an event",
        route: |office| Route::Activities(office.neri),
        write: |at| {
            at.text("h").press("Tab").go_to("Stato").text("avv").press("F2").says("[ok]", "LEP H");
            at.press("F11").text("c").focus_is("Ora è").go_to("Nota").text(TYPED);
        },
    },
    Place {
        name: "AG01, a booking",
        route: |office| Route::Agenda { day: None, registrant: Some(office.neri) },
        write: |at| {
            at.press("Enter").focus_is("Servizio").go_to("Nota").text(TYPED);
        },
    },
    Place {
        name: "AG01, an outcome",
        route: |_| Route::Agenda { day: None, registrant: None },
        write: |at| {
            to_verdi(at);
            at.text("e").focus_is("Esito").go_to("Nota").text(TYPED);
        },
    },
    Place {
        name: "AG01, a move",
        route: |_| Route::Agenda { day: None, registrant: None },
        write: |at| {
            to_verdi(at);
            at.text("s").press("Enter").focus_is("Motivo").text(TYPED);
        },
    },
    Place {
        name: "AG01, given to others",
        route: |_| Route::Agenda { day: None, registrant: None },
        write: |at| {
            to_verdi(at);
            at.text("r").go_to("Motivo").text(TYPED);
        },
    },
];

/// Puts the pointer of the agenda on the appointment of Ms Verdi.
fn to_verdi(at: &mut AtDesk) {
    at.press("Home");
    for _ in 0..12 {
        if at.screen().lines().any(|line| line.contains('►') && line.contains("VERDI")) {
            return;
        }
        at.press("Down");
    }
    panic!("{}", at.screen());
}

/// A way away from a screen with something unsaved.
struct Way {
    name: &'static str,
    go: fn(&mut AtDesk),
}

const WAYS: [Way; 10] = [
    Way {
        name: "Esc until the menu",
        go: |at| {
            at.press("Esc").says("[!]", "ancora");
            for _ in 0..8 {
                if at.shell.top().is_some_and(|screen| screen.code() == "HM00") {
                    return;
                }
                at.press("Esc");
            }
        },
    },
    Way {
        name: "F3 twice",
        go: |at| {
            at.press("F3").says("[!]", "ancora").press("F3").is_on("HM00");
        },
    },
    Way {
        name: "Ctrl+G",
        go: |at| {
            at.open("ag01").is_on("AG01");
        },
    },
    Way {
        name: "Ctrl+F",
        go: |at| {
            at.press("Ctrl+F").is_on("PE01");
        },
    },
    Way {
        name: "another person, this one kept",
        go: |at| {
            at.press("Ctrl+F").text("rossi").press("F6").text("t").is_on("PE03");
        },
    },
    Way {
        name: "another person, this one closed",
        go: |at| {
            at.press("Ctrl+F").text("rossi").press("F6").text("c").is_on("PE03");
        },
    },
    Way {
        name: "closed with F10",
        go: |at| {
            at.press("F10").text("chiudi la persona").press("Enter");
            // A screen of the desk has no person to close.
            if at.screen().contains("Nessuna voce") {
                at.press("Esc");
            }
        },
    },
    Way {
        name: "Ctrl+Q, no",
        go: |at| {
            at.press("Ctrl+Q").sees("non salvate").press("Enter");
        },
    },
    Way {
        name: "Ctrl+L and back",
        go: |at| {
            at.press("Ctrl+L").is_on("AC00").press("Enter");
        },
    },
    Way {
        name: "another operator, and back",
        go: |at| {
            at.press("Ctrl+L").go_to("Operatore").press("Ctrl+U").text("verde").press("Enter Enter");
            at.is_on("HM00").sees("P. VERDE");
            assert!(!at.screen().contains("PERSONE APERTE"), "{}", at.screen());
            at.press("Ctrl+L").go_to("Operatore").press("Ctrl+U").text("bianchi").press("Enter Enter");
            at.is_on("HM00").sees("A. BIANCHI");
        },
    },
];

#[test]
fn what_is_typed_is_there_again_whatever_the_way_away() {
    for place in &PLACES {
        for way in &WAYS {
            let mut office = office();
            let route = (place.route)(&office);
            office.at.open_route(&route);
            (place.write)(&mut office.at);
            office.at.sees(TYPED);
            println!("{}: {}", place.name, way.name);
            (way.go)(&mut office.at);
            office.at.open_route(&route);
            if office.at.screen().contains("ancora aperta") {
                office.at.text("t");
            }
            office.at.is_on(route.code()).sees(TYPED);
        }
    }
}

#[test]
fn what_is_typed_is_there_when_the_program_is_opened_again() {
    for place in &PLACES {
        let mut office = office();
        let route = (place.route)(&office);
        office.at.open_route(&route);
        (place.write)(&mut office.at);
        office.at.press("Ctrl+Q").sees("restano come bozza").text("s");
        assert!(office.at.left.contains(&Outward::Quit));
        let Office { at, dir, .. } = office;
        drop(at);
        let opened = sportello::desk::opening::open_throwaway(dir.path(), None, Clock::Fixed(now()), 0);
        let (desk, username) = opened.unwrap();
        let backend = OfficeBackend::open_throwaway(dir.path().to_owned(), desk, &username).unwrap();
        let mut at = door().with(Box::new(backend));
        println!("{}", place.name);
        at.open_route(&route).is_on(route.code()).says("[i]", "bozza").sees(TYPED);
    }
}

#[test]
fn a_question_under_the_cover_is_there_when_it_is_gone() {
    let mut office = office();
    office.at.press("Ctrl+F").text("neri").press("Enter").sees("R-PRV-4").press("Ctrl+L").is_on("AC00");
    assert!(!office.at.screen().contains("NERI"), "{}", office.at.screen());
    office.at.press("Enter").is_on("PE01").sees("R-PRV-4").text("a").is_on("PE02");
}
