//! Several people open at one desk: each in its place, nothing typed lost,
//! one audit line an opening.

#![allow(clippy::unwrap_used, reason = "tests")]

mod seat;

use seat::{Seat, give_notice, person, register};
use sportello::desk::Desk;
use sportello::domain::ids::RegistrantId;
use sportello::ui::route::Route;

const NAMES: [(&str, &str); 6] = [
    ("Verdi", "Gianna"),
    ("Neri", "Elena"),
    ("Costa", "Sofia"),
    ("Bruni", "Carla"),
    ("Gallo", "Marta"),
    ("Conti", "Lucia"),
];

/// At the menu of an office with six people.
fn menu() -> (Seat, Vec<RegistrantId>) {
    let mut ids = Vec::new();
    let s = Seat::at(|desk: &mut Desk| {
        for (surname, name) in NAMES {
            let id = register(desk, person(surname, name));
            give_notice(desk, id);
            ids.push(id);
        }
        Route::Menu
    });
    (s, ids)
}

/// Finds somebody with Ctrl+F and opens the record for the first reason.
fn find(s: &mut Seat, name: &str) {
    s.at.press("Ctrl+F").is_on("PE01").text(name).press("Enter");
    if s.at.screen().contains("R-PRV-4") {
        s.at.press("a");
    }
}

/// What the audit says of openings and closings, the oldest first.
fn openings(s: &Seat, id: RegistrantId) -> Vec<String> {
    let desk = s.desk.borrow();
    let mut lines: Vec<String> = desk
        .store()
        .read()
        .audit_about(id)
        .unwrap()
        .into_iter()
        .map(|record| {
            let reason = record.line.reason.map(|reason| format!(" ({reason})")).unwrap_or_default();
            format!("{}{reason}", record.line.action)
        })
        .filter(|line| line.contains(".open") || line.contains(".close"))
        .collect();
    lines.reverse();
    lines
}

#[test]
fn a_second_person_is_asked_for_and_the_first_is_found_as_it_was_left() {
    let (mut s, _) = menu();
    find(&mut s, "verdi gianna");
    s.at.is_on("PE02").text("d").is_on("DI01").type_in("Codice nazionale", "ABC123").sees("VERDI GIANNA");
    find(&mut s, "neri elena");
    s.at.sees("VERDI GIANNA è ancora aperta").press("Enter").is_on("PE02").sees("NERI ELENA").sees("2/2");
    // PE02 has no use for F8: the next one, with what is typed.
    s.at.press("F8").is_on("DI01").sees("VERDI GIANNA").focus_is("Codice nazionale").sees("ABC123");
}

#[test]
fn f7_and_f8_walk_among_the_people_open() {
    let (mut s, _) = menu();
    for (place, name) in ["verdi gianna", "neri elena", "costa sofia"].into_iter().enumerate() {
        find(&mut s, name);
        if place > 0 {
            s.at.press("t");
        }
    }
    s.at.sees("COSTA SOFIA").sees("3/3").press("F8").sees("VERDI GIANNA").sees("1/3");
    s.at.text("d").is_on("DI01").type_in("Codice nazionale", "ABC123");
    // DI01 has pages of its own: there F10 leads to the others.
    s.at.press("F10")
        .text("persone aperte")
        .press("Enter")
        .sees("VERDI GIANNA   DI01, non salvato")
        .press("2");
    s.at.is_on("PE02").sees("NERI ELENA").sees("2/3").press("F7").is_on("DI01").sees("ABC123");
    s.at.focus_is("Codice nazionale");
}

#[test]
fn the_menu_keeps_them_and_the_card_left_closes_them() {
    let (mut s, ids) = menu();
    find(&mut s, "verdi gianna");
    s.at.text("d")
        .is_on("DI01")
        .type_in("Codice nazionale", "ABC123")
        .press("F3")
        .says("[!]", "Esc ancora")
        .press("F3");
    s.at.is_on("HM00").sees("PERSONE APERTE").sees("DI01*").sees("VRDGNN85T50D969M");
    s.at.press("F8").is_on("DI01").sees("ABC123");
    s.at.press("Esc Esc").is_on("PE02").press("F12").is_on("HM00");
    assert!(!s.at.screen().contains("VRDGNN85T50D969M"), "the band is gone:\n{}", s.at.screen());
    assert!(!s.at.screen().contains("PERSONE APERTE"));
    assert_eq!(openings(&s, ids[0]), ["registrant.open (presente allo sportello)", "registrant.close"]);
    // What was typed is still there.
    find(&mut s, "verdi gianna");
    s.at.is_on("PE02").text("d").says("[i]", "bozza").sees("ABC123");
}

#[test]
fn the_sixth_asks_which_one_to_close() {
    let (mut s, ids) = menu();
    for (place, (surname, name)) in NAMES.into_iter().enumerate() {
        find(&mut s, &format!("{surname} {name}"));
        match place {
            0 => {}
            5 => {
                s.at.sees("cinque persone aperte").press("Enter").is_on("PE01").press("Enter a");
                s.at.sees("cinque").press("2");
            }
            _ => {
                s.at.press("t");
            }
        }
    }
    s.at.is_on("PE02").sees("CONTI LUCIA").sees("5/5");
    assert_eq!(openings(&s, ids[1]).last().map(String::as_str), Some("registrant.close"));
    assert_eq!(openings(&s, ids[5]).len(), 1);
}

#[test]
fn closing_the_first_for_the_second_keeps_its_draft() {
    let (mut s, ids) = menu();
    find(&mut s, "verdi gianna");
    s.at.text("d").type_in("Codice nazionale", "ABC123");
    find(&mut s, "neri elena");
    s.at.press("c").is_on("PE02").sees("NERI ELENA");
    assert!(!s.at.screen().contains("1/1"), "alone");
    assert_eq!(openings(&s, ids[0]).len(), 2);
    s.at.press("F12").is_on("PE01").press("F12").is_on("HM00");
    find(&mut s, "verdi gianna");
    s.at.text("d").says("[i]", "bozza").sees("ABC123");
}

#[test]
fn esc_at_the_question_opens_nobody_and_leaves_no_line() {
    let (mut s, ids) = menu();
    find(&mut s, "verdi gianna");
    find(&mut s, "neri elena");
    s.at.sees("ancora aperta").press("Esc").is_on("PE01").press("F12").is_on("PE02").sees("VERDI GIANNA");
    assert_eq!(openings(&s, ids[1]), Vec::<String>::new());
}

#[test]
fn one_opening_is_one_line_whatever_is_read_in_it() {
    let (mut s, ids) = menu();
    find(&mut s, "verdi gianna");
    s.at.text("m").is_on("PE03").press("F5 F12").is_on("PE02").press("F5").text("l").is_on("LE01");
    s.at.press("F12").text("d").is_on("DI01").press("F6 F2").press("Esc Esc");
    assert_eq!(openings(&s, ids[0]), ["registrant.open (presente allo sportello)"]);
}

#[test]
fn one_search_whatever_the_times_it_is_asked_for() {
    let (mut s, _) = menu();
    find(&mut s, "verdi gianna");
    s.at.text("d").press("Ctrl+F").text("neri").press("Ctrl+F").sees("[ ").press("Ctrl+G").text("ag01");
    s.at.press("Enter").is_on("AG01").press("Ctrl+F").is_on("PE01");
    assert!(!s.at.screen().contains("[neri"), "begun anew");
    s.at.press("F12").is_on("AG01").press("F12").is_on("DI01").press("F12").is_on("PE02");
}

#[test]
fn a_new_person_is_one_of_them_and_becomes_who_it_is() {
    let (mut s, _) = menu();
    find(&mut s, "verdi gianna");
    s.at.press("Ctrl+F").text("Moro Anna").press("F6").sees("VERDI GIANNA è ancora aperta").press("t");
    s.at.is_on("PE03").sees("2/2").sees("[Moro");
    assert!(!s.at.screen().contains("VRDGNN85T50D969M"), "another person's band is not over the new one");
    s.at.press("Ctrl+F").text("moro").press("F12").is_on("PE03").sees("[Moro");
    s.at.press("F10")
        .text("persone aperte")
        .press("Enter")
        .sees("persona nuova   PE03")
        .press("1")
        .is_on("PE02");
    s.at.press("F8").is_on("PE03").sees("[Moro");
}

#[test]
fn going_to_a_screen_again_is_going_back_to_it() {
    let (mut s, ids) = menu();
    s.at.open_route(&Route::Person(ids[0])).text("p").is_on("PS01");
    s.at.open("di01").is_on("DI01").open("as01").is_on("AS01").open("di01").is_on("DI01");
    s.at.press("F12").is_on("PS01").press("F12").is_on("PE02");
}

#[test]
fn the_band_is_there_on_every_screen_but_the_cover() {
    let (mut s, ids) = menu();
    let code = "VRDGNN85T50D969M";
    s.at.open_route(&Route::Person(ids[0])).sees(code);
    for screen in ["pe03", "di01", "as01", "ps01", "le01", "ag01", "pe01", "hm00"] {
        s.at.open(screen).sees(code);
        s.at.press("F1").is_on("GU01").sees(code).press("Esc");
    }
    s.at.press("Ctrl+L").is_on("AC00");
    assert!(!s.at.screen().contains(code) && !s.at.screen().contains("VERDI"), "{}", s.at.screen());
}
