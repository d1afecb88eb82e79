//! The engine under random hands, and the manners of ux.md one by one.

use chrono::NaiveDate;
use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::*;
use crate::domain::finding::{Finding, Level, Rule};
use crate::ui::action::Action;
use crate::ui::keys::Text;
use crate::ui::look::Look;

const CHANNELS: &[(&str, &str)] =
    &[("desk", "allo sportello"), ("inps", "domanda INPS"), ("online", "in rete")];

fn places(_: &Values) -> Vec<Item> {
    vec![Item::coded("D969", "GENOVA"), Item::coded("A794", "BERGAMO"), Item::coded("L219", "TORINO")]
}

fn spec() -> Spec {
    Spec::new()
        .page("Dati")
        .row([code("fiscal_code", "Codice fiscale", 16).need()])
        .row([text("surname", "Cognome").need()])
        .row([birth("birth_date", "Data di nascita").need()])
        .row([choice("channel", "Canale", Source::Fixed(CHANNELS))])
        .row([lookup("place", "Luogo di nascita", Source::Of(places))])
        .row([tick("employee", "dipendente"), money("income", "reddito").show(|v| v.on("employee"))])
        .page("Altro")
        .row([radio("digital", "Digitali", &[("none", "nessuna"), ("base", "base")])])
        .row([time("at", "Ora"), number("people", "Persone", 2)])
        .row([area("note", "Nota", 3).limit(200)])
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn form() -> Form {
    Form::new(spec(), today())
}

fn typed(form: &mut Form, text: &str) -> FormOutcome {
    form.text(&Text::typed(text))
}

#[test]
fn tab_walks_the_fields_of_a_row_then_the_rows_and_comes_round() {
    let mut form = form();
    let mut walked = vec![form.focus().unwrap()];
    for _ in 0..11 {
        form.act(Action::Forward);
        walked.push(form.focus().unwrap());
    }
    let order = [
        "fiscal_code",
        "surname",
        "birth_date",
        "channel",
        "place",
        "employee",
        "digital",
        "at",
        "people",
        "note",
    ];
    assert_eq!(walked[..10], order, "hidden fields are not walked");
    assert_eq!(walked[10], "fiscal_code");
    form.act(Action::Backward);
    form.act(Action::Backward);
    assert_eq!(form.focus(), Some("note"), "Shift+Tab goes the same way back");
}

#[test]
fn what_is_left_is_shown_in_full() {
    let mut form = form();
    form.focus_on("birth_date");
    typed(&mut form, "101285");
    assert_eq!(form.act(Action::Forward), FormOutcome::Left("birth_date"));
    assert_eq!(form.values().raw("birth_date"), "10/12/1985");
    assert_eq!(form.values().date("birth_date"), NaiveDate::from_ymd_opt(1985, 12, 10));
    form.focus_on("place");
    typed(&mut form, "berg");
    form.act(Action::Forward);
    assert_eq!(form.values().chosen("place"), Some("A794"));
}

#[test]
fn what_is_typed_on_arrival_takes_the_place_of_a_figure() {
    let mut form = form();
    form.put("birth_date", "10/12/1985");
    form.put("surname", "Rossi");
    form.focus_on("surname");
    typed(&mut form, "ni");
    assert_eq!(form.values().raw("surname"), "Rossini", "words go on");
    form.act(Action::Forward);
    typed(&mut form, "3/5/80");
    assert_eq!(form.values().raw("birth_date"), "3/5/80");
    form.act(Action::Forward);
    assert_eq!(form.values().raw("birth_date"), "03/05/1980");
    form.act(Action::Backward);
    form.act(Action::Backspace);
    typed(&mut form, "1");
    assert_eq!(form.values().raw("birth_date"), "03/05/1981", "a figure one is mending goes on");
    form.act(Action::Forward);
    form.act(Action::Backward);
    typed(&mut form, "0");
    form.act(Action::Undo);
    assert_eq!(form.values().raw("birth_date"), "03/05/1981", "one step back brings it back");
}

#[test]
fn a_word_is_taken_back_in_one_step() {
    let mut form = form();
    form.focus_on("surname");
    typed(&mut form, "De Rossi");
    form.act(Action::Undo);
    assert_eq!(form.values().raw("surname"), "De ");
    form.act(Action::Undo);
    assert_eq!(form.values().raw("surname"), "");
    form.act(Action::Redo);
    form.act(Action::Redo);
    assert_eq!(form.values().raw("surname"), "De Rossi");
}

#[test]
fn a_full_code_moves_on_and_the_rest_goes_to_the_next_field() {
    let mut form = form();
    typed(&mut form, "rssmra85t50z999wROSSI");
    assert_eq!(form.focus(), Some("surname"));
    let values = form.values();
    assert_eq!((values.raw("fiscal_code"), values.raw("surname")), ("RSSMRA85T50Z999W", "ROSSI"));
    form.moves_on = false;
    form.focus_on("fiscal_code");
    form.act(Action::Clear);
    typed(&mut form, "RSSMRA85T50Z999WX");
    assert!(form.take_notice().unwrap().text.contains("Il campo è pieno: tiene 16 caratteri."));
    assert_eq!(form.focus(), Some("fiscal_code"));
}

#[test]
fn a_paste_never_moves_and_its_line_ends_become_blanks() {
    let mut form = form();
    form.focus_on("surname");
    let outcome = form.text(&Text::pasted("D'Angelo\r\nvia d'Esempio\t1\u{7}\n16100"));
    assert_eq!(outcome, FormOutcome::Changed("surname"));
    assert_eq!(form.values().raw("surname"), "D'Angelo via d'Esempio 1 16100");
    assert_eq!(form.focus(), Some("surname"));
    form.focus_on("fiscal_code");
    form.text(&Text::pasted(" rss mra 85t50-z999w\n"));
    assert_eq!(form.values().raw("fiscal_code"), "RSSMRA85T50Z999W");
    assert_eq!(form.focus(), Some("fiscal_code"));
}

#[test]
fn a_condition_never_moves_the_focus_and_keeps_the_value() {
    let mut form = form();
    form.focus_on("employee");
    typed(&mut form, "x");
    assert_eq!(form.focus(), Some("employee"));
    form.act(Action::Forward);
    assert_eq!(form.focus(), Some("income"));
    typed(&mut form, "8500,5");
    form.act(Action::Backward);
    typed(&mut form, " ");
    assert_eq!(form.values().cents("income"), None, "what is hidden is not declared");
    assert_eq!(form.draft()["income"], "8.500,50", "but it is kept");
    typed(&mut form, " ");
    assert_eq!(form.values().cents("income"), Some(850_050));
}

#[test]
fn choices_take_letters_spaces_and_arrows() {
    let mut form = form();
    form.focus_on("channel");
    for (text, value) in [("d", "inps"), ("a", "desk"), (" ", "inps"), ("in rete", "online")] {
        typed(&mut form, text);
        assert_eq!(form.values().chosen("channel"), Some(value), "{text}");
        form.act(Action::Forward);
        form.act(Action::Backward);
    }
    form.act(Action::Right);
    assert_eq!(form.values().chosen("channel"), Some("desk"));
    form.act(Action::Left);
    assert_eq!(form.values().chosen("channel"), Some("online"));
    form.act(Action::Undo);
    assert_eq!(form.values().chosen("channel"), Some("desk"));
}

#[test]
fn f4_opens_the_list_and_the_calendar() {
    let mut form = form();
    form.focus_on("place");
    form.act(Action::List);
    assert!(form.has_popup());
    typed(&mut form, "tor");
    assert_eq!(form.act(Action::Enter), FormOutcome::Changed("place"));
    assert_eq!(form.values().chosen("place"), Some("L219"));
    form.focus_on("birth_date");
    form.act(Action::List);
    form.act(Action::Left);
    form.act(Action::Enter);
    assert_eq!(form.values().raw("birth_date"), "22/11/2026");
    form.act(Action::List);
    form.act(Action::Back);
    assert!(!form.has_popup());
    form.focus_on("surname");
    assert_eq!(form.act(Action::List), FormOutcome::Pass);
}

#[test]
fn undo_redo_duplicate_erase() {
    let mut form = form();
    form.previous(std::rc::Rc::new([("surname".to_owned(), "VERDI".to_owned())].into()));
    form.focus_on("surname");
    typed(&mut form, "Ro");
    form.act(Action::Undo);
    assert_eq!(form.values().raw("surname"), "");
    form.act(Action::Redo);
    assert_eq!(form.values().raw("surname"), "Ro");
    form.act(Action::Home);
    form.act(Action::Right);
    form.act(Action::EraseEnd);
    assert_eq!(form.values().raw("surname"), "R");
    form.act(Action::Clear);
    assert_eq!(form.values().raw("surname"), "");
    assert_eq!(form.act(Action::Duplicate), FormOutcome::Changed("surname"));
    assert_eq!(form.values().raw("surname"), "VERDI");
    form.focus_on("note");
    typed(&mut form, "uno");
    form.act(Action::Clear);
    assert_eq!(form.values().raw("note"), "");
    form.act(Action::Undo);
    assert_eq!(form.values().raw("note"), "uno");
}

#[test]
fn enter_breaks_lines_in_a_note_and_leaves_it_on_an_empty_one() {
    let mut form = form();
    form.focus_on("note");
    typed(&mut form, "prima");
    assert_eq!(form.act(Action::Enter), FormOutcome::Changed("note"));
    typed(&mut form, "seconda");
    form.act(Action::Enter);
    assert_eq!(form.act(Action::Enter), FormOutcome::Submit, "the note is the last field");
    assert_eq!(form.values().text("note").unwrap(), "prima\nseconda");
}

#[test]
fn saving_stops_at_the_first_obstacle() {
    const RULE: Rule =
        Rule { id: "R-DID-16", level: Level::Block, reference: "", text: "Niente date future." };
    let mut form = form();
    form.focus_on("place");
    typed(&mut form, "atlantide");
    let missing = form.check().unwrap_err();
    assert_eq!((missing.field, form.focus()), (Some("fiscal_code"), Some("fiscal_code")));
    form.put("fiscal_code", "RSSMRA85T50Z999W");
    form.put("surname", "ROSSI");
    form.put("birth_date", "10/12/1985");
    assert_eq!(form.check().unwrap_err().field, Some("place"), "what does not read stops too");
    form.put("place", "L219");
    assert_eq!(form.check(), Ok(()));
    form.find_all(vec![RULE.at("people.count")]);
    let refused = form.check().unwrap_err();
    assert_eq!((refused.field, refused.rule.as_deref()), (Some("people"), Some("R-DID-16")));
    assert_eq!(form.go_to_blocked().map(|f: Finding| f.text).as_deref(), Some("Niente date future."));
    assert_eq!(form.counts(), (1, 0));
}

#[test]
fn a_draft_comes_back_as_it_was() {
    let mut form = form();
    typed(&mut form, "RSSMRA");
    for (name, raw) in [("channel", "inps"), ("place", "D969"), ("note", "a\nb"), ("birth_date", "1")] {
        form.put(name, raw);
    }
    assert!(form.changed());
    let draft = form.draft();
    let mut other = super::Form::new(spec(), today());
    other.load(&draft);
    assert_eq!(other.draft(), draft);
    assert_eq!(other.values().chosen("place"), Some("D969"));
    other.accept();
    assert!(!other.changed());
}

#[test]
fn pages_turn_from_field_to_field() {
    let mut form = form();
    assert_eq!(form.act(Action::Next), FormOutcome::Left("fiscal_code"));
    assert_eq!((form.focus(), form.page()), (Some("digital"), 1));
    form.act(Action::Next);
    assert_eq!(form.page(), 1, "there is no third page");
    form.act(Action::Prev);
    assert_eq!(form.focus(), Some("fiscal_code"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// What is typed in a text is what is read, accents and all.
    #[test]
    fn what_is_typed_is_what_is_read(text in "[a-zA-Zàèéìòùç' €@#.-]{0,30}(ß|e\u{301}|ñ)?") {
        let mut form = form();
        form.focus_on("surname");
        for c in text.chars() {
            form.text(&Text::typed(c));
        }
        prop_assert_eq!(form.values().raw("surname").to_owned(), text.clone());
        form.focus_on("note");
        form.text(&Text::pasted(text.clone()));
        prop_assert_eq!(form.values().raw("note").to_owned(), text.clone());
    }
}

#[test]
fn what_was_typed_ahead_of_an_answer_stays() {
    let mut form = form();
    form.focus_on("surname");
    typed(&mut form, "VERDI");
    let record = [("surname", "ROSSI"), ("channel", "inps")].map(|(n, v)| (n.to_owned(), v.to_owned()));
    form.read(&record.clone().into());
    assert_eq!(form.values().raw("surname"), "VERDI");
    assert_eq!(form.values().chosen("channel"), Some("inps"));
    assert!(form.changed());
    form.restore(&[("surname".to_owned(), "BIANCHI".to_owned()), ("note".to_owned(), "n".to_owned())].into());
    assert_eq!((form.values().raw("surname"), form.values().raw("note")), ("VERDI", "n"));
    form.put("surname", "ROSSI");
    form.put("note", "");
    assert!(!form.changed());
}

#[test]
fn ticks_of_one_label_that_do_not_fit_stand_below() {
    let first = "un lavoro fino a 6 mesi sospende lo stato";
    let second = "chi riceve un sostegno può perderlo";
    let spec = Spec::new()
        .row([text("a", "Testo")])
        .labelled("Prende atto che *", [tick("x", first), tick("y", second)]);
    let form = super::Form::new(spec, today());
    for width in [72, 78, 86, 120] {
        let mut screen = Terminal::new(TestBackend::new(width, 12)).unwrap();
        screen.draw(|frame| form.draw(frame, frame.area(), &Look::default())).unwrap();
        let buffer = screen.backend().buffer().clone();
        let rows: Vec<String> =
            (0..12).map(|y| (0..width).map(|x| buffer[(x, y)].symbol()).collect::<String>()).collect();
        let all = rows.join("\n");
        for label in [first, second] {
            assert!(all.contains(&format!("[ ] {label}")), "{width}: {label}\n{all}");
        }
    }
}
