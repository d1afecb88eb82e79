//! PS01 and PS02 with hands at their keys, on a throwaway office.

#![allow(clippy::unwrap_used, clippy::panic)]

mod seat;

use seat::{Count, Seat, now, person, register};
use sportello::desk::command::{AssessmentRecord, DidDeclare, PrivacyNoticeGiven};
use sportello::desk::{Command, Desk};
use sportello::domain::assessment::AssessmentForm;
use sportello::domain::did::{Benefit, Declaration, Profiling};
use sportello::domain::ids::RegistrantId;
use sportello::domain::psp::PspState;
use sportello::ui::route::Route;

fn act(desk: &mut Desk, command: Command) {
    let outcome = desk.act("bianchi", command).unwrap();
    assert!(outcome.accepted, "{:?}", outcome.findings);
}

fn answers() -> Profiling {
    Profiling {
        province: "BG".into(),
        citizenship: "ITA".into(),
        presence_in_italy: "nascita".into(),
        education: "diploma_tecnico".into(),
        ever_worked: Some(true),
        condition_year_before: "dipendente".into(),
        months_since_last_job: Some(1),
        last_position: "impiegato".into(),
        months_of_search: Some(0),
        enrolled: "none".into(),
        household_size: Some(2),
        children: Some(true),
        minor_children: Some(false),
    }
}

/// Maria Rossi with DID and privacy notice.
fn with_did(desk: &mut Desk) -> RegistrantId {
    let id = register(desk, person("Rossi", "Maria"));
    let notice =
        PrivacyNoticeGiven { registrant: id, version: "3".into(), version_date: None, given_on: None };
    act(desk, Command::PrivacyNoticeGiven(notice));
    let declaration = Declaration {
        date: Some(now().date()),
        benefit: Benefit::None,
        not_working: true,
        available_work: true,
        available_measures: true,
        ack_suspension: true,
        ack_loss: true,
        ..Declaration::default()
    };
    act(
        desk,
        Command::DidDeclare(DidDeclare {
            registrant: id,
            declaration,
            profiling: answers(),
            ..DidDeclare::default()
        }),
    );
    id
}

/// The same with an assessment.
fn assessed(desk: &mut Desk) -> RegistrantId {
    let id = with_did(desk);
    let assessment = AssessmentForm {
        date: Some(now().date()),
        profiling: answers(),
        judgement: "Esperienza solida, ricerca poco organizzata.".into(),
        sectors: "distribuzione commerciale".into(),
        path: "ordinario".into(),
        path_reason: "competenze spendibili subito".into(),
        ..AssessmentForm::default()
    };
    act(
        desk,
        Command::AssessmentRecord(AssessmentRecord {
            id: Default::default(),
            registrant: id,
            assessment,
            accepted: Vec::new(),
        }),
    );
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
    s.at.press("Ctrl+G").text("ps01").press("Enter").is_on("PS01");
    let _ = person;
    s.at.says("[i]", "bozza").focus_is("Esito atteso").sees("bilancio");
}
