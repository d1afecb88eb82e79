//! PE03 with hands at its keys, on a throwaway office.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

mod seat;

use chrono::NaiveDate;
use seat::{Count, Seat, code, person, register};
use sportello::domain::registrant::Sex;
use sportello::ui::route::{Route, Subject};

fn new(words: &str) -> Seat {
    let words = words.to_owned();
    Seat::at(move |_| Route::PersonData(Subject::New(words)))
}

fn born() -> NaiveDate {
    NaiveDate::from_ymd_opt(1985, 12, 10).unwrap()
}

#[test]
fn a_new_italian_in_few_keys() {
    let mut s = new("verdi gianna");
    let mut n = Count { keys: 1, free: 0 }; // F6 in the search
    s.at.focus_is("Codice fiscale");
    s.free(&mut n, &code("Verdi", "Gianna", born(), Sex::F, "D969"));
    s.at.focus_is("Documento").sees("come nel CF").sees("Genova (GE)").sees("40 anni");
    insta::assert_snapshot!("pe03_code_80", s.at.picture());
    s.keys(&mut n, "Tab").free(&mut n, "CA00000AA");
    s.keys(&mut n, "Tab").free(&mut n, "Comune di Genova");
    s.keys(&mut n, "Tab").free(&mut n, "15062021").free(&mut n, "14062031");
    s.at.focus_is("informativa privacy consegnata");
    s.keys(&mut n, "Space Tab").free(&mut n, "via d'Esempio 1");
    s.keys(&mut n, "Tab").free(&mut n, "bergamo");
    s.keys(&mut n, "Tab").free(&mut n, "24100");
    s.at.focus_is("il domicilio è uguale alla residenza").sees("Bergamo (BG)");
    s.keys(&mut n, "F8").free(&mut n, "333 0000000");
    s.keys(&mut n, "Tab Space");
    insta::assert_snapshot!("pe03_contacts_80", s.at.picture());
    s.at.resize(120, 40);
    insta::assert_snapshot!("pe03_filled_120", s.at.picture());
    s.keys(&mut n, "F2");
    s.at.is_on("PE02").says("[ok]", "VERDI GIANNA");
    println!("PE03: {} keys, {} characters", n.keys, n.free);
    assert!(n.keys <= 15, "{}", n.keys);

    let card = s.card(s.found("verdi gianna"));
    let p = &card.registrant;
    assert_eq!((p.birth_place.as_str(), p.residence_place.as_str(), p.sex), ("D969", "A794", Some(Sex::F)));
    assert_eq!(p.birth_date, Some(born()));
    assert_eq!(p.domicile().2, "A794");
    assert_eq!(p.mobile_verified_on, NaiveDate::from_ymd_opt(2026, 11, 23));
    assert_eq!(card.notices.len(), 1);
    assert_eq!(card.notices[0].version, "3");
}

#[test]
fn an_empty_form_and_what_it_lacks() {
    let mut s = new("");
    insta::assert_snapshot!("pe03_empty_80", s.at.picture());
    s.at.press("F2").says("[X]", "Codice fiscale").focus_is("Codice fiscale").is_on("PE03");
    s.at.text("RSSMRA85T50D969A").says("[X]", "R-CF-1").focus_is("Codice fiscale");
    insta::assert_snapshot!("pe03_error_80", s.at.picture());
    s.at.resize(120, 40);
    insta::assert_snapshot!("pe03_error_120", s.at.picture());
}

#[test]
fn a_difference_warns_and_is_saved_with_a_reason() {
    let mut s = new("");
    s.at.text(&code("Verdi", "Gianna", born(), Sex::F, "D969"));
    s.at.focus_is("Cognome").text("Rossi").press("Tab").says("[!]", "R-CF-2").text("Gianna").press("Tab");
    s.at.focus_is("Documento").press("F8 F8").text("333 0000000").press("F2");
    s.at.sees("R-CF-2").is_on("PE03");
    insta::assert_snapshot!("pe03_reason_80", s.at.screen());
    s.at.text("cognome del marito").press("Enter").is_on("PE02");
    let card = s.card(s.found("rossi gianna"));
    assert_eq!(card.warnings.len(), 1);
    assert_eq!(card.warnings[0].reason, "cognome del marito");
}

#[test]
fn a_warning_accepted_is_seen_at_its_field_with_who_and_when() {
    let mut id = None;
    let mut s = Seat::at(|desk| {
        let person = register(desk, person("Verdi", "Gianna"));
        id = Some(person);
        Route::PersonData(Subject::Known(person))
    });
    let id = id.unwrap();
    s.at.go_to("Cognome").press("Ctrl+U").text("Rossi").press("F2").sees("R-CF-2");
    s.at.text("cognome del marito").press("Enter").says("[ok]", "salvata");
    assert_eq!(s.card(id).warnings[0].field.as_deref(), Some("surname"));

    let whole = "R-CF-2 accettato: «cognome del marito» · BIANCHI A. 23/11/2026 10:42";
    s.at.open_route(&Route::PersonData(Subject::Known(id))).is_on("PE03").says_nothing();
    assert!(!s.at.screen().contains(whole));
    s.at.go_to("Cognome").sees("] [!] accett").sees(&format!("[!] {whole}"));
    insta::assert_snapshot!("pe03_accepted_80", s.at.picture());
    s.at.resize(120, 40).sees("R-CF-2 accettato: «cognome").sees("del marito» · BIANCHI A.");
    insta::assert_snapshot!("pe03_accepted_120", s.at.picture());
    // It was answered: nobody is asked again.
    s.at.go_to("Cellulare").press("Ctrl+U").text("334 0000000").press("F2").says("[ok]", "salvata");
    let linear = sportello::ui::look::Look { linear: true, ..sportello::ui::look::Look::default() };
    s.looking(&Route::PersonData(Subject::Known(id)), linear)
        .at
        .resize(80, 500)
        .sees("[!] R-CF-2 accettato:");
}

#[test]
fn a_code_that_cannot_be_one_waits_for_its_correction_and_lets_go() {
    for key in ["Tab", "Enter", "Down"] {
        let mut s = new("");
        s.at.text("VRDGNN85T50D969X").focus_is("Codice fiscale").sees("[X]");
        s.at.press(key).focus_is("Cognome").sees("[X]").press("Shift+Tab").focus_is("Codice fiscale");
    }
}

#[test]
fn the_code_is_computed_from_the_data() {
    let mut s = new("verdi gianna");
    s.at.go_to("Data di nascita").text("101285").press("Tab").text("d").press("Tab").text("genova");
    s.at.press("Tab").sees("F10 scrive").press("F10").text("calcola").press("Enter");
    s.at.sees(&code("Verdi", "Gianna", born(), Sex::F, "D969")).says("[i]", "confrontarlo con la tessera");
}

#[test]
fn somebody_with_the_same_code_is_one_key_away() {
    let mut s = Seat::at(|desk| {
        register(desk, person("Verdi", "Gianna"));
        Route::PersonData(Subject::New(String::new()))
    });
    s.at.text(&person("Verdi", "Gianna").fiscal_code)
        .says("[!]", "VERDI GIANNA")
        .sees("F11 Apre VERDI GIANNA");
    s.at.press("F11").sees("persona nuova è ancora aperta").text("t").is_on("PE02").sees("2/2");
    s.at.press("F12").is_on("PE03").sees("VRDGNN85T50D969M");
}

#[test]
fn the_young_have_a_guardian_and_those_from_far_a_permit() {
    let mut s = new("");
    s.at.go_to("Data di nascita").text("10122009").go_to("Genitore/tutore");
    s.at.go_to("Cittadinanza")
        .text("albania")
        .press("F8 F8 F8")
        .focus_is("Permesso per")
        .sees("rinnovo chiesto");
    s.at.press("F7 F7 F7").go_to("Cittadinanza").press("Ctrl+U").text("romania").press("F8 F8 F8");
    s.at.focus_is("Ultimo lavoro");
}

#[test]
fn an_edit_sends_what_changed_and_sees_what_others_did() {
    let mut id = None;
    let mut s = Seat::at(|desk| {
        let person = register(desk, person("Verdi", "Gianna"));
        id = Some(person);
        Route::PersonData(Subject::Known(person))
    });
    let id = id.unwrap();
    s.at.sees("VERDI GIANNA").sees("Verdi").press("F2").says("[i]", "non c'è niente da salvare");
    s.at.go_to("Cellulare").press("Ctrl+U").text("334 0000000");
    let other = sportello::domain::edit::FieldEdit {
        field: "mobile".into(),
        was: "333 0000000".into(),
        now: "335 0000000".into(),
    };
    let command = sportello::desk::command::RegistrantEdit {
        registrant: id,
        edits: vec![other],
        asked_by: None,
        asked_on: None,
        accepted: Vec::new(),
    };
    s.run(sportello::desk::Command::RegistrantEdit(command));
    s.at.press("F2").says("[X]", "335 0000000").focus_is("Cellulare").is_on("PE03");
    assert_eq!(s.card(id).registrant.mobile, "335 0000000");
    s.at.press("F5")
        .sees("335 0000000")
        .press("Ctrl+U")
        .text("334 0000000")
        .press("F2")
        .says("[ok]", "salvata");
    assert_eq!(s.card(id).registrant.mobile, "334 0000000");
}

#[test]
fn leaving_what_was_typed_asks_first() {
    let mut s = new("neri elena");
    s.at.go_to("n.").text("AB123").rest().press("Esc").says("[!]", "Esc ancora");
}
