//! PS01 and PS02 with hands at their keys, on a throwaway office.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

mod seat;

use seat::{Count, Seat, answers, assess, declaration, declare, give_notice, now, person, register};
use sportello::clock::Clock;
use sportello::demo::office;
use sportello::desk::command::{Command, OfficeSetUp, OperatorAdd, TableLoad};
use sportello::desk::{Desk, Order};
use sportello::domain::ids::{RegistrantId, UnitId};
use sportello::domain::office::{Office, Region};
use sportello::domain::office_row::{GivenRow, Table};
use sportello::domain::psp::PspState;
use sportello::domain::signing::{Channel, SigningState};
use sportello::ui::route::Route;

/// Maria Rossi with DID and privacy notice.
fn with_did(desk: &mut Desk) -> RegistrantId {
    let id = register(desk, person("Rossi", "Maria"));
    give_notice(desk, id);
    declare(desk, id, declaration());
    id
}

/// The same with an assessment.
fn assessed(desk: &mut Desk) -> RegistrantId {
    let id = with_did(desk);
    assess(desk, id);
    id
}

fn editor(make: fn(&mut Desk) -> RegistrantId) -> Seat {
    Seat::at(|desk| Route::Psp(make(desk)))
}

#[test]
fn a_pact_from_the_model_in_few_keys() {
    let mut s = editor(assessed);
    let mut n = Count::default();
    s.at.sees("non ha ancora un patto");
    insta::assert_snapshot!("ps01_none_80", s.at.picture());
    s.keys(&mut n, "Enter");
    s.at.focus_is("LEP").sees("6 CHE COSA FACCIAMO INSIEME").sees("[ X]  6 Misure");
    insta::assert_snapshot!("ps01_model_80", s.at.picture());
    s.keys(&mut n, "e Tab").at.focus_is("Codice SAP").sees("Orientamento specialistico");
    s.keys(&mut n, "Space");
    insta::assert_snapshot!("ps01_row_80", s.at.picture());
    s.keys(&mut n, "F2");
    s.at.says("[ok]", "completo").sees("A03");
    insta::assert_snapshot!("ps01_complete_80", s.at.picture());
    s.at.resize(120, 40);
    insta::assert_snapshot!("ps01_complete_120", s.at.picture());
    s.keys(&mut n, "F9");
    s.at.is_on("PS02");
    println!("PS01: {} keys, {} characters", n.keys, n.free);
    assert!(n.keys <= 8, "{}", n.keys);
    let card = s.card(s.found("rossi maria"));
    assert_eq!(card.psp().unwrap().state, PspState::Complete);
    assert_eq!((card.measures.len(), card.search_acts.len()), (1, 1));
    assert_eq!(card.measures[0].sap.label(), "A03");
}

#[test]
fn a_code_is_chosen_and_never_guessed() {
    let mut s = editor(assessed);
    s.at.press("Enter").focus_is("LEP").press("e F2").says("[X]", "R-LEP-2").focus_is("Codice SAP");
    insta::assert_snapshot!("ps01_refused_80", s.at.picture());
    s.at.press("Space Space F2").says("[ok]", "completo").sees("A06");
}

#[test]
fn each_section_is_written_when_it_is_left() {
    let mut s = editor(assessed);
    s.at.press("n").says("[ok]", "Bozza aperta");
    s.at.press("F11").press("4 Enter").focus_is("Obiettivo").text("Trovare lavoro come commessa").press("F8");
    s.at.focus_is("Responsabile").sees("BIANCHI A.").press("Tab").text("ogni m").press("F8");
    let card = s.card(s.found("rossi maria"));
    let version = card.psp().unwrap();
    assert_eq!(version.objective, "Trovare lavoro come commessa");
    assert_eq!(version.contact_frequency, "mensile");
    s.at.press("F7").sees("5 CHI LA SEGUE");
    s.at.resize(120, 40);
    insta::assert_snapshot!("ps01_section5_120", s.at.picture());
}

#[test]
fn advice_comes_when_a_section_is_left_and_stops_nothing() {
    let mut s = editor(assessed);
    s.at.resize(120, 40).press("Enter e Tab Space F2").sees("[ok]  4 Obiettivo");
    assert!(!s.at.screen().contains("L-PSP"), "the standard pact needs none");
    s.at.press("F11").press("4 Enter").focus_is("Obiettivo").press("Ctrl+U").text("LAVORARE IN UN NEGOZIO");
    assert!(!s.at.screen().contains("L-PSP"), "half a sentence is no mistake");
    s.at.press("F8").sees("[ i]  4 Obiettivo").sees("L-PSP-72").sees("minuscolo, con");
    s.at.sees("completo").press("F7").focus_is("Obiettivo").press("Ctrl+U").text("Lavorare in un negozio");
    s.at.press("F8").sees("[ok]  4 Obiettivo");
    assert!(!s.at.screen().contains("L-PSP"), "mended");
    s.at.press("F9").is_on("PS02");
}

#[test]
fn rows_are_taken_out_with_a_question() {
    let mut s = editor(assessed);
    s.at.press("Enter").press("f 3 Tab F2").says("[ok]", "completo").sees("B03");
    s.at.press("Delete").sees("Togliere la misura").press("n").sees("B03");
    s.at.press("Delete s").says("[ok]", "tolta").sees("Nessuna misura");
    s.at.press("F8")
        .sees("invio di candid")
        .press("Enter")
        .focus_is("Azione")
        .press("Tab")
        .press("Ctrl+U")
        .text("3 al mese");
    s.at.press("F2").says("[ok]", "Salvato").sees("3 al mese");
}

#[test]
fn without_an_interview_a_reason_is_asked() {
    let mut s = editor(with_did);
    s.at.sees("Manca l'assessment").press("Enter").sees("R-PSP-11").text("colloquio domani").press("Enter");
    s.at.sees("BOZZA v1").sees("[ X]  3 Profilo");
    let card = s.card(s.found("rossi maria"));
    assert!(card.warnings.iter().any(|w| w.rule == "R-PSP-11"));
}

#[test]
fn without_a_did_there_is_no_pact() {
    let mut s = Seat::at(|desk| Route::Psp(register(desk, person("Rossi", "Maria"))));
    s.at.sees("serve una DID").press("Enter").says("[X]", "R-PSP-1").sees("non ha ancora");
}

#[test]
fn what_is_typed_comes_back() {
    let mut s = editor(assessed);
    s.at.press("Enter").focus_is("LEP").text("e").press("Tab Tab Tab Tab Tab").focus_is("Esito atteso");
    s.at.press("Ctrl+U").text("bilancio").rest();
    s.at.press("Esc").says("[!]", "Esc ancora").is_on("PS01");
    let person = s.found("rossi maria");
    s.at.press("Ctrl+G").text("ps01").press("Enter").is_on("PS01").focus_is("Esito atteso");
    s.at.press("Esc").press("F3").says("[!]", "Esc ancora").press("F3").is_on("HM00");
    s.at.open_route(&Route::Psp(person)).is_on("PS01");
    s.at.says("[i]", "bozza").focus_is("Esito atteso").sees("bilancio");
}

/// A complete pact, on PS02.
fn complete() -> Seat {
    let mut s = editor(assessed);
    s.at.press("Enter e Tab Space F2 F9").is_on("PS02");
    s
}

#[test]
fn issued_printed_signed_and_handed_over() {
    let mut s = complete();
    let mut n = Count { keys: 1, free: 0 }; // F9 on PS01
    s.at.sees("BOZZA");
    insta::assert_snapshot!("ps02_draft_80", s.at.picture());
    s.keys(&mut n, "F9");
    insta::assert_snapshot!("ps02_ask_80", s.at.screen());
    s.keys(&mut n, "s").at.says("[..]", "PDF").sees("ESN03-2026-000001").jobs().jobs();
    // No printer here: the document is issued all the same, and there is a way out.
    s.at.says("[X]", "emesso, non stampato").says("[X]", "Ctrl+P: altra stampante o PDF");
    s.keys(&mut n, "p").at.says("[ok]", "persona");
    s.keys(&mut n, "o").at.says("[ok]", "attivo").sees("000001 attivo");
    s.keys(&mut n, "c").at.says("[ok]", "Copia");
    s.keys(&mut n, "l").at.says("[ok]", "LEP D");
    insta::assert_snapshot!("ps02_active_80", s.at.picture());
    s.at.resize(120, 40);
    insta::assert_snapshot!("ps02_active_120", s.at.picture());
    println!("issue, print, sign, copy, LEP D: {} keys", n.keys);
    assert!(n.keys <= 7, "{}", n.keys);
    let card = s.card(s.found("rossi maria"));
    assert_eq!(card.psp().unwrap().state, PspState::Active);
    assert_eq!(card.psp().unwrap().copy_handed_on, Some(now().date()));
    let document = &card.documents[0];
    assert_eq!((document.digest.len(), document.archive_level.as_str()), (64, "2a,ua1"));
    assert!(document.pages >= 3);
    assert_eq!(card.activities.iter().filter(|a| a.lep == "D").count(), 1);
}

#[test]
fn what_blocks_can_be_read_and_not_issued() {
    let mut s = editor(assessed);
    s.at.press("Enter F9").is_on("PS02").says("[X]", "R-PAT-9").sees("Va alla sezione");
    s.at.press("F9").says("[X]", "non emettere").press("F4").says("[X]", "R-PAT-9");
    s.at.press("1 4").sees("Quanto dura").press("Home").sees("Esempio Nord");
    s.at.resize(120, 40);
    insta::assert_snapshot!("ps02_blocked_120", s.at.picture());
    s.at.resize(80, 24).press("F4 Enter").is_on("PS01").sees("6 CHE COSA");
}

#[test]
fn an_error_found_before_signing_opens_the_next_version() {
    let mut s = complete();
    s.at.press("F9 s").jobs().jobs();
    s.at.press("a")
        .sees("errore trovato")
        .text("numero civico sbagliato")
        .press("Enter")
        .says("[ok]", "annullata");
    s.at.sees("versione 2");
    let card = s.card(s.found("rossi maria"));
    assert_eq!(card.versions.len(), 2);
    assert_eq!(card.psp().unwrap().number, 2);
}

#[test]
fn large_print_is_the_same_text_on_more_pages() {
    let mut s = complete();
    s.at.sees("carattere 11").press("F11").sees("carattere 18").press("F8 F8").sees("pag. 3 di");
}

/// The office's own pact from today on, loaded by a supervisor.
fn template_changes(s: &Seat) {
    let shipped = sportello::documents::shipped("psp").unwrap().text;
    let text = shipped.replace("## 1. Chi firma", "## 1. Le parti");
    assert_ne!(text, shipped);
    let row = GivenRow {
        code: "psp".into(),
        cells: [("text".to_owned(), text.into())].into(),
        valid_from: Some(now().date()),
        ..GivenRow::default()
    };
    let load = TableLoad {
        table: Table::Templates,
        rows: vec![row],
        reason: "nota 7".into(),
        source: "nota 7".into(),
    };
    let outcome = s.desk.borrow_mut().act("fontana", Command::TableLoad(load)).unwrap();
    assert!(outcome.accepted, "{:?}", outcome.findings);
}

/// The words of the PDF that is saved with S.
fn saved(s: &mut Seat, jobs: usize) -> String {
    let dir = tempfile::tempdir().unwrap();
    let to = dir.path().join("carta.pdf");
    s.at.press("s").jobs().go_to("File").press("Ctrl+U").text(to.to_str().unwrap()).press("F2");
    for _ in 0..jobs {
        s.at.jobs();
    }
    s.at.says("[ok]", "PDF salvato");
    let read = std::process::Command::new("pdftotext").arg("-layout").arg(to).arg("-").output().unwrap();
    let words = String::from_utf8(read.stdout).unwrap();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The events of the audit with what they tell, the latest first.
fn audit(s: &Seat) -> Vec<String> {
    let lines = s.desk.borrow().store().read().audit_tail(6).unwrap();
    lines.into_iter().map(|record| format!("{} {}", record.line.action, record.line.detail)).collect()
}

/// What was issued says for ever what it said that day (R-DOC-4).
#[test]
fn a_copy_says_what_was_issued_and_not_what_a_newer_template_says() {
    let mut s = complete();
    s.at.press("F9 s").jobs().jobs();
    template_changes(&s);
    let person = s.found("rossi maria");
    s.again(&Route::PspPreview(person));
    s.at.press("1").sees("1. Chi firma").sees("000001 attende");
    // Not signed yet: the original once more, as it is archived.
    let original = saved(&mut s, 1);
    assert!(original.contains("1. Chi firma") && !original.contains("Copia su carta"), "{original}");
    assert_eq!(audit(&s)[0], "document.export ESN03-2026-000001");
    s.at.press("p o").says("[ok]", "attivo").press("1").sees("1. Chi firma");
    for size in ["", "F11"] {
        s.at.press(size);
        let copy = saved(&mut s, 2);
        assert!(copy.contains("1. Chi firma") && !copy.contains("Le parti"), "{copy}");
        assert!(copy.contains("Copia su carta di un documento informatico. Impronta"), "{copy}");
    }
    // The register reads and prints the same words.
    s.again(&Route::Documents(person));
    s.at.press("Enter").sees("1. Chi firma");
    let copy = saved(&mut s, 2);
    assert!(copy.contains("1. Chi firma") && copy.contains("Copia su carta"), "{copy}");
}

/// «In breve» is seen before it is printed, in any language, and is no document.
#[test]
fn in_brief_in_the_language_of_the_person() {
    let mut s = complete();
    // Of a draft too: it is read before it is signed.
    s.at.press("b").sees("In quale lingua?").press("Enter").sees("in breve, italiano").sees("BOZZA");
    s.at.press("Esc").sees("COMPLETO").press("F9 s").jobs().jobs();
    s.at.press("b").sees("I  italiano");
    insta::assert_snapshot!("ps02_language_80", s.at.picture());
    s.at.press("Enter").sees("in breve, italiano").sees("Il Suo patto in breve").sees("Stampa");
    for (width, picture) in s.pictures() {
        insta::assert_snapshot!(format!("ps02_brief_{width}"), picture);
    }
    s.at.press("b f").sees("in breve, francese").says("[i]", "fa fede il testo italiano");
    let french = saved(&mut s, 2);
    assert!(french.contains("Traduction de courtoisie, non relue."), "{french}");
    assert!(french.contains("Accompagna il patto n. ESN03-2026-000001, versione 1"), "{french}");
    assert!(!french.contains("PSP1:"), "no code: it is not issued\n{french}");
    assert_eq!(audit(&s)[0], "psp.brief ESN03-2026-000001 fr");
    s.at.press("b a").says("[i]", "da destra a sinistra").sees("in breve, arabo").sees("ميثاقك");
    for (width, picture) in s.pictures() {
        insta::assert_snapshot!(format!("ps02_brief_ar_{width}"), picture);
    }
    s.at.press("F11").sees("carattere 18").press("F11 b u").sees("in breve, ucraino");
    // The pact is where it was, its register as before.
    s.at.press("Esc").sees("000001 attende");
    assert_eq!(s.card(s.found("rossi maria")).documents.len(), 1);
}

/// Where there is a Chinese face the page is read; the nightly run has one.
#[test]
fn without_its_face_chinese_says_which_file_is_missing() {
    let mut s = complete();
    s.at.press("b i").sees("in breve, italiano").press("b c");
    if s.at.screen().contains("in breve, cinese") {
        return;
    }
    s.at.says("[X]", "manca il carattere per scrivere in cinese").sees("in breve, italiano");
    s.at.press("F1").is_on("GU01").sees("NotoSansSC-Regular.ttf");
}

#[test]
fn an_interview_prefilled_from_the_did() {
    let mut s = Seat::at(|desk| Route::Assessment(with_did(desk)));
    let mut n = Count::default();
    s.at.focus_is("Competenze digitali *");
    insta::assert_snapshot!("as01_empty_80", s.at.picture());
    // A digit answers and moves on; F2 leads to the next thing that must be answered.
    s.keys(&mut n, "2 F2").at.says("[X]", "R-ASM-7").focus_is("Un corso *");
    s.keys(&mut n, "2 2").at.focus_is("Mezzi").sees("Disponibilità 2/5");
    s.keys(&mut n, "F2").at.says("[X]", "R-PSP-2").focus_is("Giudizio *");
    s.free(&mut n, "Esperienza solida nella vendita, ricerca poco organizzata.");
    s.keys(&mut n, "Tab").free(&mut n, "distribuzione");
    s.keys(&mut n, "F8").at.focus_is("Percorso *").sees("servizi ordinari").sees("al posto di GOL 1");
    s.at.resize(120, 40);
    insta::assert_snapshot!("as01_filled_120", s.at.picture());
    s.at.resize(80, 24);
    s.keys(&mut n, "F2").at.says("[ok]", "registrato");
    insta::assert_snapshot!("as01_done_80", s.at.picture());
    s.keys(&mut n, "Enter").at.says("[ok]", "LEP C");
    s.keys(&mut n, "Enter").at.is_on("PS01").sees("non ha ancora un patto");
    println!("AS01: {} keys, {} characters", n.keys, n.free);
    assert!(n.keys <= 12, "{}", n.keys);
    let card = s.card(s.found("rossi maria"));
    let a = card.assessment().unwrap();
    assert_eq!(a.sectors, "distribuzione commerciale");
    assert_eq!(a.profiling, answers());
    assert_eq!((a.digital_skill.as_str(), a.mobility.as_str(), a.number), ("base", "entro_50", 1));
    assert_eq!((a.path.as_str(), a.path_reason.as_str()), ("ordinario", "nessuna difficoltà emersa"));
    assert_eq!(card.activities[0].lep, "C");
}

#[test]
fn an_interview_says_what_is_missing_on_its_field() {
    let mut s = Seat::at(|desk| Route::Assessment(with_did(desk)));
    s.at.press("2 F2 2 2 F2").says("[X]", "R-PSP-2").focus_is("Giudizio *");
    s.at.text("Buono").press("F8").focus_is("Percorso *").text("programma").press("F2");
    s.at.says("[X]", "R-ASM-3").focus_is("Perché questo percorso");
    insta::assert_snapshot!("as01_refused_80", s.at.picture());
    s.at.press("F7 F7 F7 F7 F7 F7 F7 F7 F7")
        .focus_is("Data del colloquio")
        .press("Ctrl+U")
        .text("24/11/2026")
        .press("Tab");
    s.at.sees("[X] La data dell'assessment");
    s.at.press("Esc").says("[!]", "Esc ancora");
}

fn lacks(s: &mut Seat, text: &str) {
    let screen = s.at.screen();
    assert!(!screen.contains(text), "«{text}» is on the screen:\n{screen}");
}

#[test]
fn a_hidden_answer_is_kept_and_an_old_one_is_to_be_confirmed() {
    let mut s = Seat::at(|desk| Route::Assessment(with_did(desk)));
    s.at.press("2 F8").focus_is("Lavoro cercato").press("Tab 1").focus_is("In quali modi");
    s.at.press("1 3").sees("siti e portali, candidature").sees("[1 siti e portali]");
    s.at.press("Up 3").focus_is("Curriculum");
    lacks(&mut s, "In quali modi");
    s.at.press("Up 1").focus_is("In quali modi").sees("siti e portali, candidature");
    s.at.press("Up 3 F8").focus_is("Un corso *").press("2 2 F2").focus_is("Giudizio *");
    s.at.text("Buono").press("F2 F2").sees("ASSESSMENT REGISTRATO");
    let person = s.found("rossi maria");
    let card = s.card(person);
    let first = card.assessment().unwrap();
    assert!(first.answers.contains_key("canali"), "hidden, and kept");
    s.at.press("n").focus_is("Giudizio *").press("F7 F7 F7 F7 F7").focus_is("Competenze digitali *");
    s.at.sees("da confermare").press("3").focus_is("Competenze aggiornate");
    lacks(&mut s, "da confermare");
    insta::assert_snapshot!("as01_again_80", s.at.picture());
    s.at.press("F2").focus_is("Giudizio *").text("Meglio").press("F2 F2").sees("CHE COSA CAMBIA");
    s.at.sees("Competenze digitali: da «base» a «intermedia»").sees("giudizio: da «Buono» a «Meglio»");
    let card = s.card(person);
    let second = card.assessment().unwrap();
    assert_eq!((second.number, second.previous), (2, Some(first.id)));
    assert!(second.carried.contains(&"mobilita".to_owned()), "nobody went over it");
    assert!(!second.carried.contains(&"competenze_digitali".to_owned()));
}

#[test]
fn what_tells_of_health_is_hidden_and_not_lost() {
    let mut s = Seat::at(|desk| Route::Assessment(with_did(desk)));
    s.at.press("2 F8 F8 2 2 F8 F8")
        .focus_is("Lavoro cercato e capacità")
        .press("F7")
        .focus_is("Cura di familiari");
    s.at.press("1 1 Tab Tab 2 1").sees("servizi sociali");
    s.at.press("F2").focus_is("Giudizio *").text("Serve una rete").press("Tab").text("commercio").press("F2");
    s.at.sees("ASSESSMENT REGISTRATO").press("n").focus_is("Giudizio *");
    s.at.press("F7 F7").focus_is("Cura di familiari");
    lacks(&mut s, "servizi sociali");
    lacks(&mut s, "vuole iscriversi");
    s.at.press("F2").focus_is("Giudizio *").text("Come prima").press("F2");
    let card = s.card(s.found("rossi maria"));
    let last = card.assessment().unwrap();
    assert_eq!(last.number, 2);
    assert_eq!(last.special_answers.len(), 1, "taken over without being seen");
}

/// An issued pact in an office of Lombardia, on PS02.
fn issued_in_lombardia() -> Seat {
    let dir = tempfile::tempdir().unwrap();
    let order = |command| Order { unit: UnitId::default(), at: now(), by: String::new(), command };
    let found = office::found_empty_with(dir.path(), Clock::Fixed(now()), 1, |desk| {
        let office = Office { region: Region::Lombardia, ..office::office() };
        desk.run(order(Command::OfficeSetUp(OfficeSetUp { office })))?;
        for operator in office::operators() {
            desk.run(order(Command::OperatorAdd(OperatorAdd { operator })))?;
        }
        Ok(assessed(desk))
    });
    let (desk, who) = found.unwrap();
    let mut s = Seat::in_office(dir, desk, &Route::Psp(who));
    s.at.press("Enter e Tab Space F2 F9").is_on("PS02").press("F9 s").jobs().jobs();
    s
}

const DIGEST: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

#[test]
fn a_remote_signing_by_e_mail_from_the_channel_to_the_active_pact() {
    let mut s = issued_in_lombardia();
    s.at.press("f").focus_is("Canale").sees("3 a distanza: FirmaLOM");
    insta::assert_snapshot!("ps02_channel_80", s.at.picture());
    s.at.press("2 F2")
        .says("[ok]", "Canale scelto")
        .focus_is("Passo")
        .sees("da cominciare dal 23/11/2026 10:42");
    // The rules speak while one types; F2 goes to what is missing.
    s.at.press("Tab Space").sees("R-STA-13").press("F2").says("[X]", "Piattaforma");
    insta::assert_snapshot!("ps02_agreed_80", s.at.picture());
    s.at.type_in("Piattaforma", "Meet").press("F2").says("[X]", "R-REM-2").focus_is("collegamento");
    s.at.type_in("E-mail", "maria@example.org")
        .go_to("collegamento")
        .press("Space")
        .go_to("accesso")
        .press("Space Space F2")
        .says("[ok]", "accordo");
    s.at.sees("accordo preso").press("F2").says("[ok]", "videocolloquio aperto");
    s.at.type_in("Patto SIUL", "S-77").type_in("Impronta", DIGEST).press("F2").says("[ok]", "patto generato");
    // The address is that of the agreement; nobody signs at the counter meanwhile.
    s.at.press("F2").says("[ok]", "PDF inviato").press("Esc").press("p o").sees("PDF inviato dal");
    s.at.resize(120, 40).sees("PASSI POSSIBILI").sees("1 scansione arrivata");
    insta::assert_snapshot!("ps02_sent_120", s.at.picture());
    s.at.press("f").type_in("File", "patto.pdf").type_in("Impronta file", DIGEST);
    s.at.type_in("Da", "altra@example.org").press("Tab").sees("R-REM-11");
    insta::assert_snapshot!("ps02_returned_120", s.at.picture());
    s.at.resize(80, 24).go_to("Da").press("Ctrl+U").text("maria@example.org").press("F2");
    s.at.says("[ok]", "scansione arrivata").press("F2").says("[ok]", "corrisponde al testo");
    s.at.go_to("Firma")
        .press("Space Space")
        .type_in("Certificato", "CA 1")
        .type_in("Impronta firmato", DIGEST);
    s.at.press("F2").says("[ok]", "firma dell'operatore").type_in("Ricevuta", "R-1").press("F2");
    s.at.says("[ok]", "Il patto è attivo").sees("attivo");
    let card = s.card(s.found("rossi maria"));
    assert_eq!(card.psp().unwrap().state, PspState::Active);
    let [signing] = card.signings.as_slice() else { panic!("{:?}", card.signings) };
    assert_eq!((signing.channel, signing.state), (Channel::RemoteEmail, SigningState::Done));
    assert_eq!(
        (signing.evidence.receipt.as_str(), signing.evidence.returned_file.as_str()),
        ("R-1", "patto.pdf")
    );
}

#[test]
fn a_check_that_fails_falls_back_to_the_counter() {
    let mut s = issued_in_lombardia();
    s.at.press("f 2 F2").focus_is("Passo").press("2").focus_is("Nota").press("F2").says("[X]", "R-STA-13");
    s.at.focus_is("Nota").text("non ha collegamento").press("F2").says("[ok]", "altro canale");
    s.at.focus_is("Canale").sees("in presenza").press("Esc").press("p").says("[ok]", "persona");
    s.at.press("o").says("[ok]", "attivo");
    let card = s.card(s.found("rossi maria"));
    assert_eq!(card.psp().unwrap().state, PspState::Active);
    let how: Vec<_> = card.signings.iter().map(|signing| (signing.channel, signing.state)).collect();
    assert_eq!(
        how,
        [(Channel::RemoteEmail, SigningState::Left), (Channel::InPerson, SigningState::BothSigned)]
    );
}

#[test]
fn what_is_typed_of_a_step_comes_back_with_its_step() {
    let mut s = issued_in_lombardia();
    s.at.press("f 3 F2").focus_is("Passo").press("2").focus_is("Nota").text("manca SPID").rest();
    s.at.press("Esc").says("[!]", "Esc ancora").press("Esc").sees("da cominciare");
    s.at.press("f").says("[i]", "bozza").sees("manca SPID").focus_is("Nota");
    s.at.press("F2").says("[ok]", "altro canale").focus_is("Canale");
}
