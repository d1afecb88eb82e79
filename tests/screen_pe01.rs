//! AC00, HM00 and PE01 at the keys: the real shell, the real desk, an office
//! of invented people.

#![allow(clippy::unwrap_used, reason = "tests")]

use chrono::{NaiveDate, NaiveDateTime};
use sportello::app::office::OfficeBackend;
use sportello::app::shell::Shell;
use sportello::app::testing::AtDesk;
use sportello::clock::Clock;
use sportello::demo;
use sportello::desk::Command;
use sportello::desk::command::RegistrantRegister;
use sportello::domain::registrant::Registrant;
use sportello::domain::sex::Sex;
use sportello::ui::look::Look;
use sportello::ui::route::{Door, Route};
use sportello::ui::screens;

fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(10, 42, 0).unwrap()
}

fn shell(door: Door) -> Shell {
    Shell::new(Route::Login(door), screens::open, Clock::Fixed(now()), Look::default())
}

/// An office of sixty people, its door just opened by itself.
fn office() -> (AtDesk, tempfile::TempDir) {
    let dir = tempfile::tempdir().unwrap();
    let desk = demo::generate(dir.path(), 60, 7, now()).unwrap();
    let backend = OfficeBackend::open_throwaway(dir.path().to_owned(), desk, "bianchi").unwrap();
    (AtDesk::new(shell(Door::Alone), Look::default()).with(Box::new(backend)), dir)
}

/// The lines of the audit, the newest first.
fn audit(dir: &tempfile::TempDir) -> Vec<(String, Option<String>)> {
    let (desk, _) =
        sportello::desk::opening::open_throwaway(dir.path(), None, Clock::Fixed(now()), 0).unwrap();
    let lines = desk.store().read().audit_tail(50).unwrap();
    lines.into_iter().map(|record| (record.line.action.into_owned(), record.line.reason)).collect()
}

#[test]
fn keys_typed_at_the_door_reach_the_screen_that_opens() {
    let dir = tempfile::tempdir().unwrap();
    let desk = demo::generate(dir.path(), 5, 7, now()).unwrap();
    let mut at = AtDesk::new(shell(Door::Alone), Look::default());
    at.is_on("AC00").sees("Apro l'ufficio").text("rfer");
    let backend = OfficeBackend::open_throwaway(dir.path().to_owned(), desk, "bianchi").unwrap();
    at.with(Box::new(backend)).is_on("PE01").sees("[fer");
}

#[test]
fn a_person_out_of_the_agenda_is_opened_for_a_reason_that_is_written_down() {
    let (mut at, dir) = office();
    at.is_on("HM00").sees("Persone in archivio").sees("60");
    at.press("Ctrl+F").is_on("PE01").sees("Bastano poche lettere");
    at.text("rossi mar").sees("ROSSI MARIA").sees("trovate");
    at.rest().press("Enter").sees("R-PRV-4").press("Esc").is_on("PE01");
    at.press("Enter b").is_on("PE02");
    at.press("Esc").is_on("PE01");
    // Known by now: no second question.
    at.press("Enter").is_on("PE02").press("F3").is_on("HM00");
    at.press("Ctrl+F").sees("APERTE OGGI").sees("10:42").press("Enter").is_on("PE02");
    drop(at);
    let lines = audit(&dir);
    assert!(lines.contains(&("registrant.open".to_owned(), Some("telefonata".to_owned()))), "{lines:?}");
    let searches = lines.iter().filter(|(action, _)| action == "registrant.search").count();
    assert_eq!(searches, 2, "one at rest, one when left for the second time: {lines:?}");
}

#[test]
fn who_is_not_there_becomes_a_new_person_with_the_words_typed() {
    let (mut at, _dir) = office();
    at.press("Ctrl+F").text("zzyzx carlo").sees("Nessuno con questi dati").press("F6").is_on("PE03");
    at.sees("Zzyzx").sees("Carlo");
    at.press("Esc").is_on("PE01").press("Delete").sees("Bastano");
}

#[test]
fn the_reason_of_a_hit_that_is_not_its_name_is_shown() {
    let (mut at, _dir) = office();
    at.press("Ctrl+F").text("rossi maria");
    let screen = at.screen();
    let row = screen.lines().find(|line| line.contains("ROSSI MARIA")).unwrap();
    let code = row.split_whitespace().find(|word| word.len() == 16).unwrap().to_owned();
    at.press("Ctrl+U").text(&code[..11]).sees("C.F.").sees("codice fiscale");
    at.resize(120, 40).sees("TROVATA PER");
}

#[test]
fn a_covered_screen_shows_nothing_and_comes_back_with_its_work() {
    let (mut at, _dir) = office();
    at.press("Ctrl+F").text("rossi").press("Ctrl+L").is_on("AC00").sees("Schermo bloccato");
    let screen = at.screen();
    assert!(!screen.contains("ROSSI"), "{screen}");
    at.press("Esc F3 Ctrl+F Ctrl+G Ctrl+L F10 Esc").is_on("AC00");
    at.press("Enter").is_on("PE01").sees("[rossi");
}

#[test]
fn the_first_run_founds_an_office_and_a_wrong_password_is_said() {
    const GOOD: &str = "perché no, in quattro";
    let dir = tempfile::tempdir().unwrap();
    let home = dir.path().join("ufficio");
    let backend = || Box::new(OfficeBackend::closed(home.clone(), Clock::Fixed(now())));
    let mut at = AtDesk::new(shell(Door::FirstRun), Look::default()).with(backend());
    at.press("F2").says("[X]", "Codice").text("esn").type_in("Ente titolare", "Provincia d'Esempio");
    at.press("Shift+Tab").text("Esempio Nord").type_in("Cognome", "D'Angelò").press("Tab").text("Ada");
    at.type_in("Password", "perché no").type_in("Di nuovo", "perche no").press("F2").is_on("AC00");
    at.says("[X]", "non sono uguali").focus_is("Di nuovo").text("perché no").press("F2");
    at.says("[X]", "12 caratteri").focus_is("Password").press("Ctrl+U").text(GOOD);
    at.press("Tab").press("Ctrl+U").text(GOOD);
    at.go_to("Nome utente").press("Ctrl+U").text("d'angelò!").press("Tab F2").is_on("AC00");
    at.says("[X]", "nome utente").focus_is("Nome utente").press("Ctrl+U").text("dangelo");
    at.go_to("Codice dell'ufficio").press("Ctrl+U").text("e1n").go_to("Cognome").press("F2");
    at.says("[X]", "R-UFF-2").focus_is("Codice dell'ufficio").press("Ctrl+U").text("esn");
    at.go_to("Regione").text("l").press("F2");
    // The first time from a terminal its keys are tried, or left.
    at.is_on("AC01").press("Esc Esc").is_on("OP01").sees("amministratore").press("F3").is_on("HM00");
    at.resize(120, 40).sees("CPI ESEMPIO NORD").sees("A. D'ANGELÒ");
    drop(at);

    let mut at = AtDesk::new(shell(Door::SignIn("dangelo".to_owned())), Look::default()).with(backend());
    at.focus_is("Password").text("sbagliata").press("Enter").is_on("AC00").says("[X]", "password");
    at.text(GOOD).press("Enter").is_on("HM00").press("Ctrl+F").text("ros").press("Ctrl+L");
    // A real office: nothing promises that Enter is enough, and it is not.
    assert!(!at.screen().contains("basta Invio"), "{}", at.screen());
    at.sees("bloccato da lun 23/11 10:42").press("Enter").is_on("AC00").says("[X]", "password");
    at.text("sbagliata").press("Enter").says("[X]", "password").focus_is("Password");
    at.text(GOOD).press("Enter").is_on("PE01").sees("[ros").says("[i]", "registrate");
    drop(at);
    let desk = sportello::desk::opening::open(&home, "dangelo", GOOD, Clock::Fixed(now())).unwrap();
    assert_eq!(desk.office().unwrap().region, sportello::domain::office::Region::Liguria);
}

/// An office with its operators and three people.
fn small_office() -> (AtDesk, tempfile::TempDir) {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = demo::office::found(dir.path(), Clock::Fixed(now()), 1, now()).unwrap();
    for (surname, name, code, born, sex) in [
        ("Rossi", "Maria", "RSSMRA85T50A794H", (1985, 12, 10), Sex::F),
        ("Rossi", "Maria", "RSSMRA61C42D969J", (1961, 3, 2), Sex::F),
        ("D'Angelò", "Niccolò", "DNGNCL74E15D969D", (1974, 5, 15), Sex::M),
    ] {
        let registrant = Registrant {
            fiscal_code: code.into(),
            surname: surname.into(),
            name: name.into(),
            birth_date: NaiveDate::from_ymd_opt(born.0, born.1, born.2),
            sex: Some(sex),
            birth_place: code[11..15].into(),
            citizenship: sportello::tables::citizenships::ITALIAN.into(),
            mobile: "333 0000000".into(),
            ..Registrant::default()
        };
        let command = RegistrantRegister { registrant, accepted: Vec::new() };
        let outcome = desk.act("bianchi", Command::RegistrantRegister(command)).unwrap();
        assert!(outcome.accepted, "{:?}", outcome.findings);
    }
    let backend = OfficeBackend::open_throwaway(dir.path().to_owned(), desk, "bianchi").unwrap();
    (AtDesk::new(shell(Door::Alone), Look::default()).with(Box::new(backend)), dir)
}

#[test]
fn what_the_screens_look_like() {
    let (mut at, _dir) = small_office();
    for (width, height) in [(80, 24), (120, 40)] {
        at.resize(width, height);
        insta::assert_snapshot!(format!("hm00_{width}"), at.picture());
        at.press("Ctrl+F");
        insta::assert_snapshot!(format!("pe01_empty_{width}"), at.picture());
        at.text("ros");
        insta::assert_snapshot!(format!("pe01_found_{width}"), at.picture());
        at.press("Ctrl+U").text("zzyzx");
        insta::assert_snapshot!(format!("pe01_nobody_{width}"), at.picture());
        at.press("F1");
        insta::assert_snapshot!(format!("gu01_{width}"), at.picture());
        at.press("Esc Ctrl+L");
        insta::assert_snapshot!(format!("ac00_locked_{width}"), at.picture());
        at.press("Enter F3");
    }
}
