//! DC01 with hands at its keys, on a throwaway office: a person's papers and
//! the register of the office, and the ways there from the other screens.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

mod seat;

use chrono::NaiveDate;
use seat::{
    Count, Seat, act, applied, appointment, assess, booked, card, declared, give_notice, now, person,
    register,
};
use sportello::desk::Desk;
use sportello::desk::command::{Command, DocumentIssue};
use sportello::domain::document::DocumentKind;
use sportello::domain::ids::{DocumentId, RegistrantId};
use sportello::ui::route::Route;

/// Somebody a pact can be made with.
fn assessed(desk: &mut Desk) -> RegistrantId {
    let id = declared(desk);
    give_notice(desk, id);
    assess(desk, id);
    id
}

/// Somebody with a DID and an appointment on Friday.
fn expected(desk: &mut Desk) -> RegistrantId {
    let id = declared(desk);
    let friday = NaiveDate::from_ymd_opt(2026, 11, 27).unwrap().and_hms_opt(15, 0, 0).unwrap();
    let form = appointment(desk, friday, "contatto_ordinario");
    booked(desk, id, form);
    id
}

fn issue(desk: &mut Desk, kind: DocumentKind, subject: uuid::Uuid) {
    let issue = DocumentIssue {
        document: DocumentId::default(),
        kind,
        subject,
        number: String::new(),
        protocol: None,
        convocation: None,
        placement: None,
        bring: Vec::new(),
        accepted: Vec::new(),
    };
    act(desk, Command::DocumentIssue(issue));
}

/// The same with the receipt of the DID and a memo.
fn papered(desk: &mut Desk) -> RegistrantId {
    let id = expected(desk);
    let did = card(desk, id).last_did().unwrap().id.0;
    issue(desk, DocumentKind::DidReceipt, did);
    issue(desk, DocumentKind::Memo, id.0);
    id
}

fn seat(make: impl FnOnce(&mut Desk) -> RegistrantId) -> (Seat, RegistrantId) {
    Seat::of(make, Route::Documents)
}

fn pictures(s: &mut Seat, name: &str) {
    for (width, picture) in s.pictures() {
        insta::assert_snapshot!(format!("dc01_{name}_{width}"), picture);
    }
}

fn documents(s: &Seat, id: RegistrantId) -> Vec<sportello::domain::document::Document> {
    card(&mut s.desk.borrow_mut(), id).documents.clone()
}

/// The events of the audit, the latest first.
fn audit(s: &Seat) -> Vec<String> {
    let desk = s.desk.borrow();
    desk.store()
        .read()
        .audit_tail(12)
        .unwrap()
        .into_iter()
        .map(|record| record.line.action.into_owned())
        .collect()
}

#[test]
fn the_papers_of_a_person_are_read_as_they_were_issued() {
    let (mut s, _) = seat(papered);
    s.at.is_on("DC01").sees("promemoria").sees("ricevuta DID").sees("2 documenti");
    pictures(&mut s, "list");
    s.at.press("Down Enter").sees("ricevuta della DID").sees("pag. 1 di 1").sees("carattere 11");
    pictures(&mut s, "read");
    assert_eq!(audit(&s)[0], "document.read");
    s.at.press("F11").sees("carattere 18").press("F11").sees("carattere 11");
    s.at.press("Esc").sees("2 documenti").press("Esc").is_on("HM00");
}

/// What is printed large before anything else is archived all the same, in the
/// usual size, and the large print is of those words.
#[test]
fn a_first_large_print_leaves_the_original_in_the_archive() {
    let (mut s, id) = seat(papered);
    s.at.press("Down Enter").sees("carattere 11").press("F11").sees("carattere 18");
    assert!(documents(&s, id)[0].digest.is_empty());
    s.at.press("F9").says("[..]", "PDF").jobs().jobs();
    let first = documents(&s, id).remove(0);
    assert!(!first.digest.is_empty() && first.pages == 1, "{first:?}");
    // Each paper after it leaves its line.
    let printed = |s: &Seat| audit(s).iter().filter(|event| *event == "document.copy").count();
    for times in 1..4 {
        s.at.press("F9").jobs().jobs();
        assert_eq!(printed(&s), times, "{:?}", audit(&s));
    }
}

#[test]
fn a_document_is_registered_and_handed_over() {
    let (mut s, id) = seat(papered);
    let mut n = Count::default();
    s.keys(&mut n, "p F2").at.says("[X]", "Manca").focus_is("Protocollo");
    s.free(&mut n, "0001234/2026");
    pictures(&mut s, "protocol");
    s.keys(&mut n, "F2").at.says("[ok]", "0001234/2026").sees("0001234/20");
    // Another number wants a reason (R-DOC-13).
    s.at.press("p")
        .sees("Perché cambia")
        .text("9")
        .press("F2")
        .says("[X]", "R-DOC-13")
        .focus_is("Perché cambia");
    s.at.text("numero letto male").press("F2").says("[ok]", "registrato");
    s.keys(&mut n, "c F2").at.says("[ok]", "a mano").sees("23/11/26");
    assert!(n.keys <= 5, "{}", n.keys);
    let memo = documents(&s, id).pop().unwrap();
    assert_eq!((memo.protocol_on, memo.handed_on), (Some(now().date()), Some(now().date())));
}

#[test]
fn the_receipt_of_a_did_is_two_keys_away_from_it() {
    let (mut s, id) = Seat::of(declared, Route::Did);
    let mut n = Count::default();
    s.keys(&mut n, "F9").at.is_on("DC01").sees("Emettere: ricevuta della DID").sees("bozza");
    pictures(&mut s, "receipt");
    s.keys(&mut n, "F2").at.says("[..]", "PDF").sees("ESN03-2026-000001").jobs().jobs();
    // No printer here: it is issued all the same.
    s.at.says("[X]", "emesso, non stampato");
    assert_eq!(n.keys, 2);
    let issued = documents(&s, id).pop().unwrap();
    assert_eq!((issued.kind, issued.digest.len(), issued.pages), (DocumentKind::DidReceipt, 64, 1));
    // Asked again, the one that is there is offered; its paper is a copy now.
    s.at.press("Esc Esc").is_on("DI01").press("F9").is_on("DC01").says("[i]", "C'è già");
    s.at.press("Enter F9").jobs();
    assert_eq!(documents(&s, id).len(), 1);
}

#[test]
fn a_letter_takes_what_the_record_says() {
    let (mut s, id) = Seat::of(expected, |_| Route::Agenda {
        day: NaiveDate::from_ymd_opt(2026, 11, 27),
        registrant: None,
    });
    s.at.press("Down Down Down Down Down v").is_on("DC01").sees("Emettere: convocazione, 27/11 15:00");
    pictures(&mut s, "letter");
    s.at.press("F2").says("[X]", "").focus_is("Si spedisce per");
    s.at.text("e");
    s.at.go_to("a").text("maria@example.org");
    s.at.go_to("A distanza con").text("Teams").go_to("collegamento").text("https://example.org/stanza");
    s.at.go_to("Da portare").text("documento d'identità");
    s.at.press("F2").says("[..]", "PDF").sees("ESN03-2026-000001").jobs();
    let letter = documents(&s, id).pop().unwrap();
    assert!(
        letter.content.contains("Teams") && letter.content.contains("documento d'identità"),
        "{}",
        letter.content
    );
}

/// A letter no face has, in the words typed last: it is told whole before a
/// number is taken, and once it is gone the document is issued.
#[test]
fn what_cannot_be_written_on_a_page_takes_no_number() {
    let (mut s, id) = Seat::of(declared, |id| Route::Agenda { day: None, registrant: Some(id) });
    s.at.press("Enter F9").is_on("DC01").sees("Emettere: promemoria").go_to("Da portare");
    s.at.text("libretto \u{6587}").press("F2").says("[X]", "(U+6587) non si può stampare");
    s.at.sees("o togliere il carattere");
    pictures(&mut s, "no_page");
    assert!(documents(&s, id).is_empty());
    s.at.press("Backspace F2").says("[..]", "PDF");
    assert_eq!(documents(&s, id).len(), 1);
}

#[test]
fn the_memo_of_the_appointments_goes_with_the_booking() {
    let (mut s, id) = Seat::of(declared, |id| Route::Agenda { day: None, registrant: Some(id) });
    s.at.press("Enter F9").is_on("DC01").sees("Emettere: promemoria").press("F2").says("[..]", "PDF");
    let memo = documents(&s, id).pop().unwrap();
    assert_eq!((memo.kind, memo.subject), (DocumentKind::Memo, Some(id.0)));
    s.at.jobs();
    // Another booking, another memo: the form opens again.
    s.at.open_route(&Route::Agenda { day: memo.issued_at.date().succ_opt(), registrant: None });
}

#[test]
fn an_application_has_the_act_of_its_state() {
    let (mut s, _) = Seat::of(applied, Route::Targeted);
    s.at.press("F9").is_on("DC01").sees("Emettere: ricevuta della domanda");
    pictures(&mut s, "placement");
    s.at.go_to("Consegnati").text("verbale di invalidità").press("F2").says("[..]", "PDF").jobs();
    // What it says tells of health: it is read for a reason (R-PRV-1).
    s.at.press("Esc Enter").sees("dati particolari").text("la persona chiede una copia").press("Enter");
    s.at.press("PageDown PageDown").sees("verbale di invalidità");
    assert_eq!(audit(&s)[0], "document.read");
}

#[test]
fn what_cannot_be_issued_says_why() {
    let (mut s, _) = seat(|desk| register(desk, person("Verdi", "Gianna")));
    s.at.sees("Nessun documento emesso").press("F6").sees("non c'è una DID");
    pictures(&mut s, "kinds");
    s.at.press("Down Enter").says("[X]", "non c'è una DID").press("Esc").sees("Nessun documento");
    let (mut s, _) = seat(applied);
    s.at.press("F6")
        .sees("CM ricevuta")
        .sees("sì: Invio")
        .sees("CM rifiuto")
        .press("End Enter")
        .says("[X]", "");
}

#[test]
fn from_the_register_of_the_office_a_reason_is_asked() {
    let (mut s, id) = Seat::of(papered, |_| Route::OfficeDocuments);
    // Who never had this person in the agenda.
    s.by("fontana", &Route::OfficeDocuments);
    s.at.sees("Registro dell'ufficio").sees("ROSSI MARIA");
    pictures(&mut s, "office");
    s.at.press("F4").text("memo").press("F2").sees("Nessun documento con questi filtri");
    s.at.press("F4 Ctrl+U").text("rossi").press("F2").sees("2 documenti").sees("«rossi»");
    s.at.press("Down Enter")
        .sees("presente allo sportello")
        .press("b")
        .is_on("DC01")
        .sees("ricevuta della DID");
    assert!(audit(&s).iter().take(3).any(|event| event == "registrant.open"), "{:?}", audit(&s));
    assert_eq!(s.at.shell.person().map(|person| person.id), Some(id));
    s.at.press("Esc Esc").is_on("DC01").sees("Registro dell'ufficio");
}

#[test]
fn what_is_typed_comes_back() {
    let (mut s, id) = seat(papered);
    s.at.press("c").go_to("A chi, dove").text("portineria").press("Esc").says("[!]", "Esc").press("Esc");
    s.at.sees("2 documenti").press("c").says("[i]", "bozza").sees("portineria").press("Esc Esc");
    s.at.rest();
    s.at.press("Esc").is_on("HM00").open_route(&Route::Documents(id)).sees("portineria").says("[i]", "bozza");
}

#[test]
fn a_pact_is_told_in_brief_here_too() {
    let (mut s, id) = Seat::of(assessed, Route::Psp);
    s.at.press("Enter e Tab Space F2 F9 F9 s").jobs().jobs();
    s.again(&Route::Documents(id));
    // From the list: read first, then asked.
    s.at.press("b").sees("In quale lingua?").press("e").sees("in breve, inglese").sees("Your pact in brief");
    pictures(&mut s, "brief");
    s.at.press("F9").jobs().jobs().says("[X]", "in-breve-en non stampato");
    assert_eq!(audit(&s)[0], "psp.brief");
    s.at.press("Esc").sees("patto di servizio").press("Esc").sees("1 documento");
}

#[test]
fn loading_and_failing_are_told() {
    let (mut s, id) = Seat::of(papered, Route::Person);
    s.at.press("6 Enter").is_on("DC01").press("Esc").is_on("PE02");
    s.at.hold().open_route(&Route::Documents(id)).sees("Un momento");
    s.at.answer().sees("2 documenti").press("Esc");
    s.traffic.broken.set(true);
    s.at.open_route(&Route::Documents(id)).says("[X]", "disco").sees("[X]");
    s.traffic.broken.set(false);
    s.at.press("F5").sees("2 documenti");
}
