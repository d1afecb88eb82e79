//! PA01 with hands at its keys, on a throwaway office.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

mod seat;

use chrono::NaiveDate;
use seat::{Seat, declaration, declare, give_notice, person, register};
use sportello::desk::command::OperatorAdd;
use sportello::desk::{Command, Query};
use sportello::domain::ids::RegistrantId;
use sportello::domain::office::{Operator, Role};
use sportello::ui::route::Route;

fn at(username: &'static str) -> Seat {
    let mut s = Seat::at_as(username, |_| Route::Menu);
    s.at.open_route(&Route::Tables);
    s
}

fn contact_days(s: &Seat, day: &str) -> u32 {
    let day: NaiveDate = day.parse().unwrap();
    s.desk.borrow().store().read().catalogue().unwrap().parameters(day).psp.contact_days
}

/// To the row of the first contact.
fn contact_row(s: &mut Seat) {
    s.at.press("Enter");
    for _ in 0..11 {
        s.at.press("Down");
    }
    s.at.sees("psp.contact_days");
}

#[test]
fn a_parameter_is_changed_from_a_day_on_and_taken_back() {
    let mut s = at("fontana");
    s.at.is_on("PA01").sees("Termini, soglie e punti aperti").sees("Limiti di reddito");
    insta::assert_snapshot!("pa01_tables_80", s.at.picture());
    contact_row(&mut s);
    s.at.sees("30 giorni").sees("R-PSP-4").sees("art. 20 c. 1");
    insta::assert_snapshot!("pa01_rows_80", s.at.picture());
    s.at.resize(120, 40);
    insta::assert_snapshot!("pa01_rows_120", s.at.picture());
    s.at.resize(80, 24).press("Enter").focus_is("Nuovo valore").text("9999").press("Tab").text("011226");
    s.at.press("Tab Tab").text("nota regionale 12/2026").press("F2").says("[X]", "R-UFF-23");
    s.at.focus_is("Nuovo valore");
    insta::assert_snapshot!("pa01_refused_80", s.at.picture());
    s.at.press("Ctrl+U").text("20");
    s.at.resize(120, 40);
    insta::assert_snapshot!("pa01_form_120", s.at.picture());
    s.at.resize(80, 24);
    s.at.press("F2").says("[ok]", "Registrato").sees("01/12/2026").sees("20 giorni").sees("ufficio");
    assert_eq!((contact_days(&s, "2026-11-30"), contact_days(&s, "2026-12-01")), (30, 20));
    s.at.press("Down").sees("20 giorni, dal 01/12/2026 (ufficio)").sees("30 giorni, fino al 30/11/2026");
    insta::assert_snapshot!("pa01_later_80", s.at.picture());

    s.at.text("s").sees("nota regionale 12/2026").sees("fontana").sees("vale");
    insta::assert_snapshot!("pa01_history_80", s.at.picture());
    s.at.text("x").focus_is("Motivo").press("F2").says("[X]", "Motivo");
    s.at.text("atto annullato").press("F2").says("[ok]", "Riga ritirata").sees("ritirata");
    s.at.sees("atto annullato");
    assert_eq!(contact_days(&s, "2026-12-01"), 30);
    s.at.text("x").says("[i]", "già ritirata").press("Esc").sees("psp.contact_days").press("Esc");
    s.at.sees("Limiti di reddito").text("s").sees("Storia: Termini").sees("20 giorni").sees("ritirata");
    s.at.press("Esc Esc").is_on("HM00");
}

#[test]
fn who_is_no_supervisor_reads_and_is_told_who_may_change() {
    let mut s = at("bianchi");
    contact_row(&mut s);
    s.at.press("Enter").says("[X]", "R-PRV-11").sees("responsabile");
    assert!(s.at.shell.top().unwrap().form().is_none());
    s.at.text("s").sees("non ha mai cambiato");
}

#[test]
fn the_office_has_its_people() {
    let mut s = at("fontana");
    s.at.open_route(&Route::Staff).sees("Galli Rita").sees("responsabile");
    s.at.press("F6").text("neri").press("Tab").text("Neri").press("Tab").text("Ada").press("F2");
    s.at.says("[ok]", "Aggiunto").sees("Neri Ada");
    let who = |s: &Seat| s.desk.borrow().operator("neri").cloned().unwrap();
    assert!(who(&s).works());
    // The first row is Amati's: Ada's is the fifth.
    s.at.press("Home Down Down Down Down").press("Enter").sees("Ada Neri (neri)");
    s.at.press("Tab Tab Tab").text("SIUL0042").press("F2").says("[ok]", "Registrato").sees("SIUL0042");
    s.at.text("x")
        .sees("Disabilitare Ada Neri?")
        .text("d")
        .says("[ok]", "Disabilitato")
        .sees("SIUL0042   23/11/2026");
    assert!(!who(&s).works());
    // Whoever is out comes last.
    s.at.press("End").text("b").says("[ok]", "Riabilitato");
    assert!(who(&s).works());
    // One does not put oneself out.
    s.at.press("Home Down Down").text("x").text("d").says("[X]", "sé stesso");
}

#[test]
fn who_is_no_administrator_changes_nothing_of_the_people() {
    let mut s = at("bianchi");
    s.at.open_route(&Route::Staff).sees("Galli Rita");
    for key in ["Enter", "F6"] {
        s.at.press(key).says("[X]", "R-PRV-11");
    }
    for letter in ["x", "k", "p"] {
        s.at.text(letter).says("[X]", "gestire operatori");
    }
    assert!(s.at.shell.top().unwrap().form().is_none());
}

#[test]
fn what_is_typed_is_asked_about_and_comes_back() {
    let mut s = at("fontana");
    contact_row(&mut s);
    s.at.press("Enter").text("21").press("Tab").rest().press("Esc").says("[!]", "Esc ancora").press("Esc");
    s.at.press("Enter")
        .says("[i]", "bozza")
        .sees("21")
        .press("F12 F12 F12 F12")
        .is_on("HM00")
        .open_route(&Route::Tables);
    s.at.says("[i]", "bozza").sees("21");
}

#[test]
fn a_code_is_added_to_an_open_list_and_taken_out_of_use() {
    let mut s = at("fontana");
    s.at.press("Down Down Down Down Down Enter").sees("Giustificati motivi").sees("Forza maggiore");
    s.at.press("F6").focus_is("Codice").text("Visita medica").press("Tab").text("visita medica").press("Tab");
    s.at.text("n").press("Tab").press("Tab").text("231126").press("Tab Tab").text("circolare 3").press("F2");
    s.at.says("[X]", "R-UFF-21").focus_is("Codice").press("Ctrl+U").text("visita_medica").press("F2");
    s.at.says("[ok]", "Registrato").sees("Visita medica");
    insta::assert_snapshot!("pa01_added_80", s.at.picture());
    s.at.press("Enter").focus_is("Dicitura").press("Tab Tab").text("n").press("Tab").text("011226");
    s.at.press("Tab Tab").text("non più").press("F2").says("[ok]", "Registrato").sees("al 30/11/2026");
    s.at.press("Esc Up Enter").sees("Benefici").press("F6").says("[i]", "chiuso");
}

/// To the revocation of a DID, its list of reasons open.
fn revoke(s: &mut Seat, who: RegistrantId) {
    s.at.open_route(&Route::Did(who)).press("F10").text("revoca").press("Enter").go_to("Motivo").press("F4");
}

fn hides(s: &Seat) {
    let screen = s.at.screen();
    assert!(!screen.to_lowercase().contains("rinuncia scritta"), "{screen}");
}

#[test]
fn a_code_added_is_offered_at_once_and_one_taken_back_is_still_read() {
    let (mut maria, mut gianna) = (RegistrantId::default(), RegistrantId::default());
    let mut s = Seat::at_as("fontana", |desk| {
        maria = register(desk, person("Rossi", "Maria"));
        gianna = register(desk, person("Verdi", "Gianna"));
        for who in [maria, gianna] {
            give_notice(desk, who);
            declare(desk, who, declaration());
        }
        Route::Menu
    });
    revoke(&mut s, maria);
    hides(&s);
    s.at.press("Esc Esc Esc").open_route(&Route::Tables);
    s.at.press("Down Down Down Down Down Down Down Enter").sees("Motivi di perdita").press("F6");
    s.at.text("rinuncia_scritta").press("Tab").text("rinuncia scritta").press("Tab").text("n").press("Tab");
    s.at.text("r").press("Tab Tab").text("231126").press("Tab Tab").text("circolare 3").press("F2");
    s.at.says("[ok]", "Registrato").sees("Rinuncia scritta");

    revoke(&mut s, maria);
    s.at.sees("rinuncia scritta").press("End Enter F2").says("[ok]", "revocata").sees("rinuncia scritta");

    s.at.open_route(&Route::Tables).sees("Rinuncia scritta").text("x").text("sbagliata").press("F2");
    s.at.says("[ok]", "ritirata");
    hides(&s);
    s.at.open_route(&Route::Did(gianna)).sees("tenere aperta ROSSI MARIA").text("c");
    revoke(&mut s, gianna);
    hides(&s);
    s.at.press("Esc Esc Esc");
    s.at.open_route(&Route::Did(maria)).sees("rinuncia scritta");
}

#[test]
fn a_path_of_the_office_is_offered_from_its_day() {
    let mut who = RegistrantId::default();
    let mut s = Seat::at_as("fontana", |desk| {
        who = register(desk, person("Rossi", "Maria"));
        give_notice(desk, who);
        declare(desk, who, declaration());
        Route::Menu
    });
    s.at.open_route(&Route::Tables).press("Down Down Enter").sees("Percorsi del patto").press("F6");
    s.at.text("cantieri").press("Tab").text("cantieri di lavoro").press("Tab Tab").text("231126");
    s.at.press("Tab Tab").text("bando 4").press("F2").says("[ok]", "Registrato");
    s.at.open_route(&Route::Assessment(who)).go_to("Percorso *").press("F4").sees("cantieri di lavoro");
}

#[test]
fn the_level_of_a_rule_is_seen_and_set_as_far_as_the_law_lets() {
    let mut s = at("fontana");
    s.at.press("End Up Up Up Enter").sees("Livello delle regole").sees("R-");
    s.at.sees("un sistema regionale accetta 15")
        .press("Enter")
        .focus_is("Livello")
        .sees("R-DID-15: oggi avvisa");
    s.at.text("b").press("Tab").text("231126").press("Tab Tab").text("nota 7").press("F2");
    s.at.says("[X]", "R-UFF-32").focus_is("Livello");
    insta::assert_snapshot!("pa01_level_80", s.at.picture());
    s.at.text("s").press("F2").says("[ok]", "Registrato").sees("spenta");
    let today = seat::now().date();
    let weight = s.desk.borrow().law().unwrap().weight("R-DID-15", today);
    assert_eq!(weight, sportello::domain::law::Weight::Off);
}

#[test]
fn the_paper_of_the_office_is_listed_and_what_is_no_matter_of_a_form_says_so() {
    let mut s = at("fontana");
    s.at.press("End Up Up Enter").sees("Modelli dei documenti").sees("comincia con");
    insta::assert_snapshot!("pa01_templates_80", s.at.picture());
    s.at.press("Enter").says("[i]", "sportello template load");
    assert!(s.at.shell.top().unwrap().form().is_none());
    s.at.press("Esc Down Enter").sees("Righe sotto l'intestazione").press("Enter").focus_is("Righe");
    s.at.text("Ambito di Esempio").press("Tab").text("011226").press("Tab Tab").text("carta nuova");
    insta::assert_snapshot!("pa01_letterhead_80", s.at.picture());
    s.at.press("F2").says("[ok]", "Registrato").sees("Ambito di Esempio");
    s.at.press("Down Down").sees("Logo").press("Enter").says("[i]", "sportello template logo");
    s.at.press("Down").sees("non si scrive").press("Enter").focus_is("Protocollo").text("d");
    s.at.press("Tab").text("011226").press("Tab Tab").text("registro").press("F2").says("[ok]", "Registrato");
    let day = "2026-12-01".parse().unwrap();
    let paper = s.desk.borrow().store().read().catalogue().unwrap().stationery(day);
    assert_eq!(paper.lines, ["Ambito di Esempio"]);
    assert_eq!(paper.protocol, sportello::domain::paper::stationery::ProtocolMode::Register);
}

/// Somebody with a case and an application, and `username` of that role, at
/// the card.
fn seat_of(username: &'static str, role: Role) -> (Seat, RegistrantId) {
    let mut id = RegistrantId::default();
    let s = Seat::at_as(username, |desk| {
        id = seat::held_against(desk);
        for (by, username, role) in [("fontana", "admin", Role::Administrator), ("admin", username, role)] {
            let operator = Operator {
                username: username.to_owned(),
                name: "Lea".to_owned(),
                surname: "Prova".to_owned(),
                role,
                ..Operator::default()
            };
            let outcome = desk.act(by, Command::OperatorAdd(OperatorAdd { operator })).unwrap();
            assert!(outcome.accepted, "{outcome:?}");
        }
        Route::Person(id)
    });
    (s, id)
}

#[test]
fn who_only_reads_is_told_whom_to_ask_and_writes_nothing() {
    let (mut s, id) = seat_of("legge", Role::Reader);
    s.at.resize(120, 40);
    let screens = [
        "pe02", "pe03", "pe04", "pe05", "di01", "di02", "as01", "ps01", "ps02", "co01", "cm01", "dc01",
        "le01", "ag01", "pe01", "hm00", "pa01", "op01",
    ];
    let mut told = 0;
    for screen in screens {
        s.at.open_route(&Route::Person(id)).open(screen);
        let barred: Vec<_> = s.at.offers().into_iter().filter(|o| o.barred && o.enabled).collect();
        for offer in barred {
            s.at.open_route(&Route::Person(id)).open(screen).act(&offer).says("[X]", "Serve il ruolo");
            told += 1;
        }
    }
    assert!(told > 25, "{told}");
    assert_eq!(s.traffic.written.get(), 0);
    // Seen under F10, pale, and told when chosen.
    s.at.open("hm00").press("F10").text("nuova").sees("Nuova persona").press("Enter");
    s.at.says("[X]", "Serve il ruolo").is_on("HM00");
    s.at.press("F10");
    insta::assert_snapshot!("f10_of_a_reader_120", s.at.picture());
    println!("{told} acts a reader may not do, on {} screens", screens.len());
}

#[test]
fn other_tables_have_their_own_fields() {
    let mut s = at("fontana");
    for _ in 0..7 {
        s.at.press("Enter Enter").is_on("PA01");
        assert!(s.at.shell.top().unwrap().form().is_some());
        s.at.press("Esc Esc Down");
    }
}

/// A supervisor at the log, after a day's work of others.
fn at_the_log() -> Seat {
    let mut s = Seat::at_as("fontana", |desk| {
        let id = register(desk, person("Rossi", "Maria"));
        give_notice(desk, id);
        desk.opened("verde", id, Some("telefonata".into())).unwrap();
        assert!(desk.ask("bianchi", &Query::AccessLog(Box::default())).is_err());
        Route::Menu
    });
    s.at.text("v").is_on("SU01");
    s
}

#[test]
fn the_log_of_accesses_is_read_by_its_filters() {
    let mut s = at_the_log();
    s.at.sees("Registro accessi").sees("Rifiutato").sees("ROSSI MARIA");
    insta::assert_snapshot!("su01_log_80", s.at.picture());
    s.at.resize(120, 40).sees("telefonata");
    insta::assert_snapshot!("su01_log_120", s.at.picture());
    s.at.resize(80, 24);
    // Each row filters by what it says; its letter takes the filter off again.
    s.at.text("r").sees("Registro accessi: Rifiuto").sees("BIANCHI A.").text("r");
    s.at.text("t").press("F4").focus_is("Dal");
    insta::assert_snapshot!("su01_filter_80", s.at.picture());
    s.at.press("Tab Tab").text("verde").press("Tab").text("apertura").press("F2");
    s.at.sees("Registro accessi: VERDE P., Apertura").sees("telefonata");
    s.at.text("p").sees("VERDE P., Apertura, ROSSI MARIA").text("t").text("g").sees("23/11/26");
    // The line of each reading is there at the next.
    s.at.text("t").press("F5").sees("Registro degli accessi letto");
    let tail = s.desk.borrow().store().read().audit_tail(50).unwrap();
    let read: Vec<&str> =
        tail.iter().filter(|line| line.line.action == "audit.read").map(|line| &*line.line.detail).collect();
    assert!(read.iter().any(|detail| detail.contains("kind=refused")), "{read:?}");
    // To the person, for a reason where one is asked.
    s.at.press("F4 Tab Tab Tab").text("apertura").press("F2").press("Enter").sees("R-PRV-4");
}

#[test]
fn the_log_is_read_a_stretch_at_a_time() {
    let mut s = Seat::at_as("fontana", |desk| {
        let id = register(desk, person("Rossi", "Maria"));
        for _ in 0..130 {
            desk.opened("verde", id, None).unwrap();
            desk.closed("verde", id).unwrap();
        }
        Route::Menu
    });
    s.at.text("v").sees("poi altre");
    let top = s.at.screen();
    s.at.press("End").press("Down").sees("poi altre");
    assert_ne!(s.at.screen(), top);
    s.at.press("End").press("Down").press("End").sees("righe").sees("Ufficio registrato");
    s.at.press("Home")
        .sees("poi altre")
        .press("F4")
        .press("Tab Tab Tab Tab")
        .text("ZZZZZZ00A00A000A")
        .press("F2");
    s.at.sees("Nessuna riga");
}

#[test]
fn who_answers_for_nobody_does_not_read_the_log() {
    let mut s = Seat::at(|_| Route::Menu);
    s.at.text("v").is_on("HM00").says("[X]", "R-PRV-11");
    s.at.open_route(&Route::Supervision).sees("leggere il registro");
    let tail = s.desk.borrow().store().read().audit_tail(3).unwrap();
    assert!(tail.iter().any(|line| line.line.action == "refused" && line.line.detail == "audit.read"));
}

#[test]
fn records_are_proposed_once_the_office_says_for_how_long() {
    let mut s = Seat::at_as("fontana", |desk| {
        let id = register(desk, person("Rossi", "Maria"));
        give_notice(desk, id);
        Route::Supervision
    });
    s.at.text("2").sees("da decidere dall'ufficio").sees("niente si cancella");
    insta::assert_snapshot!("su01_kept_80", s.at.picture());
    s.at.text("1").sees("Persona registrata");
}
