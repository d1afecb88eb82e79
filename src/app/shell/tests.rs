//! The shell with hands at its keys.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::NaiveDate;
use ratatui::layout::Rect;

use super::*;
use crate::app::backend::Backend;
use crate::app::testing::AtDesk;
use crate::desk::{Answer, Outcome};
use crate::desk::{Command, Law, Query};
use crate::domain::ids::RegistrantId;
use crate::domain::office::{Office, Operator};
use crate::fault::{Fault, Result};
use crate::ui::action::Action;
use crate::ui::effect::Secret;
use crate::ui::effect::{Effect, Effects, Notice, Reply};
use crate::ui::form::{Form, Spec, text};
use crate::ui::screen::{Flow, Offer};
use crate::ui::widgets::dialog;

/// A screen with one page of two fields, or a menu of letters.
struct Probe {
    code: &'static str,
    form: Option<Form>,
    heard: Vec<String>,
}

impl Screen for Probe {
    fn code(&self) -> &'static str {
        self.code
    }

    fn title(&self) -> Cow<'static, str> {
        self.heard.join(" ").into()
    }

    fn act(&mut self, action: Action, cx: &Cx) -> Flow {
        match action {
            Action::Letter('D') => Flow::ask(Effect::Open(Route::Did(Default::default()))),
            Action::New => Flow::ask(Effect::Ask("search", crate::app::testing::any_query())),
            Action::Delete if self.form.is_none() => {
                Flow::ask(Effect::Confirm("remove", dialog::Question::yes_no("Togliere la misura 2?")))
            }
            other => match &mut self.form {
                Some(form) => {
                    let outcome = form.act(other);
                    self.formed(outcome, cx)
                }
                None => Flow::Pass,
            },
        }
    }

    fn reply(&mut self, slot: &'static str, reply: Reply, _cx: &Cx) -> Effects {
        let what = match reply {
            Reply::Told(dialog::Reply::Yes) => "yes",
            Reply::Told(_) => "no",
            Reply::Answer(Ok(_)) => "answer",
            _ => "other",
        };
        self.heard.push(format!("{slot}:{what}"));
        Vec::new()
    }

    fn form(&self) -> Option<&Form> {
        self.form.as_ref()
    }

    fn form_mut(&mut self) -> Option<&mut Form> {
        self.form.as_mut()
    }

    fn draft_subject(&self) -> Option<String> {
        self.form.as_ref().map(|_| "p1".to_owned())
    }

    fn offers(&self, _cx: &Cx) -> Vec<Offer> {
        vec![Offer::new(Action::Letter('D'), "DID")]
    }

    fn draw(&self, frame: &mut ratatui::Frame, area: Rect, cx: &Cx) {
        if let Some(form) = &self.form {
            form.draw(frame, area, cx.look);
        }
    }
}

fn open(route: &Route, cx: &Cx) -> Box<dyn Screen> {
    let form = || Form::new(Spec::new().row([text("a", "Primo")]).row([text("b", "Secondo")]), cx.today());
    match route {
        Route::Help(_) => crate::ui::screens::open(route, cx),
        Route::Did(_) => Box::new(Probe { code: "DI01", form: Some(form()), heard: Vec::new() }),
        other => Box::new(Probe { code: other.code(), form: None, heard: Vec::new() }),
    }
}

pub(super) fn shell() -> Shell {
    let at = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(10, 42, 0).unwrap();
    let operator = Operator { name: "Anna".into(), surname: "Bianchi".into(), ..Operator::default() };
    let office = Office { name: "Esempio Nord".into(), ..Office::default() };
    let session = Session::new(operator, office, Law::default());
    Shell::signed_in(Route::Menu, open, Clock::Fixed(at), Look::default(), session)
}

pub(super) fn desk() -> AtDesk {
    AtDesk::new(shell(), Look::default())
}

fn drafts(desk: &AtDesk) -> Vec<BTreeMap<String, String>> {
    let draft = |request: &Outward| match request {
        Outward::SaveDraft(draft) => Some(draft.values.clone()),
        _ => None,
    };
    desk.left.iter().filter_map(draft).collect()
}

#[test]
fn keys_typed_ahead_go_to_the_screen_they_open() {
    let mut desk = desk();
    desk.shell.input(crate::ui::keys::Input::Text("dRossi".to_owned()));
    desk.is_on("DI01").press("Tab").text("x");
    assert_eq!(drafts(&desk)[0]["a"], "Rossi", "nothing was drawn in between");
}

#[test]
fn keys_wait_for_the_draft_of_the_screen_they_are_for() {
    let mut shell = shell();
    let text = |chars: &str| crate::ui::keys::Input::Text(chars.to_owned());
    shell.input(text("dRos"));
    shell.input(text("si"));
    let values = |shell: &Shell| shell.top().unwrap().draft().unwrap_or_default();
    assert!(values(&shell).is_empty());
    let found = shell.take_outward().into_iter().find_map(|request| match request {
        Outward::FindDraft { ticket, .. } => Some(ticket),
        _ => None,
    });
    shell.draft_found(found.unwrap(), None);
    assert_eq!(values(&shell)["a"], "Rossi");
}

#[test]
fn a_failure_of_nobody_knows_what_stops_no_key() {
    let mut shell = shell();
    shell.input(crate::ui::keys::Input::Text("dRossi".to_owned()));
    shell.failed(Notice::fault(&Fault::internal("request")));
    assert_eq!(shell.top().unwrap().draft().unwrap()["a"], "Rossi");
}

#[test]
fn a_changed_form_is_left_at_the_second_esc_and_its_draft_stays() {
    let mut desk = desk();
    desk.text("d").press("Esc").is_on("HM00");
    desk.text("d").text("perché").press("F12").is_on("DI01").says("[!]", "Esc ancora");
    desk.text("!").press("F12").is_on("DI01").says("[!]", "Esc ancora");
    desk.press("Esc").is_on("HM00");
    assert_eq!(drafts(&desk).last().unwrap()["a"], "perché!");
}

#[test]
fn a_draft_is_saved_on_leaving_a_field_and_not_twice() {
    let mut desk = desk();
    desk.text("dabc").press("Tab");
    assert_eq!(drafts(&desk).len(), 1);
    desk.rest().rest();
    assert_eq!(drafts(&desk).len(), 1);
    desk.text("z");
    assert!(desk.shell.drafts_due());
    desk.rest();
    assert_eq!(drafts(&desk).len(), 2);
}

#[test]
fn a_question_takes_letters_and_nothing_reaches_the_screen_below() {
    let mut desk = desk();
    desk.press("Delete")
        .sees("Togliere la misura 2?")
        .text("x")
        .press("Down")
        .press("Enter")
        .sees("remove:no");
    desk.press("Delete").text("s").sees("remove:yes");
    desk.press("Delete").paste("s").sees("Togliere").press("Esc").sees("remove:no");
}

#[test]
fn going_by_code_help_and_back() {
    let mut desk = desk();
    desk.open("zz99").says("[X]", "ZZ99").is_on("HM00");
    desk.open("di01").says("[X]", "persona").is_on("HM00");
    desk.open("pe01").is_on("PE01");
    desk.text("d").press("F1").is_on("GU01").sees("Primo").press("F1").sees("SEMPRE").press("Esc");
    desk.is_on("DI01").focus_is("Primo").press("F3").is_on("HM00");
    desk.press("Ctrl+T").sees("Azioni").text("did").press("Enter").is_on("DI01");
}

#[test]
fn a_covered_screen_opens_nothing() {
    let mut desk = desk();
    desk.text("d").text("segreto").press("Ctrl+L").is_on("AC00");
    assert!(!desk.screen().contains("segreto"));
    desk.press("Esc F3 F12 Ctrl+F Ctrl+G F1").is_on("AC00");
    assert_eq!(drafts(&desk).last().unwrap()["a"], "segreto");
}

#[test]
fn closing_asks_and_takes_no_for_enter() {
    let mut desk = desk();
    desk.press("Ctrl+Q Enter");
    assert!(!desk.left.contains(&Outward::Quit));
    desk.press("Ctrl+Q").text("s");
    assert!(desk.left.contains(&Outward::Quit));
}

/// Answers searches, keeps drafts.
#[derive(Default)]
struct Behind {
    drafts: Rc<RefCell<Vec<Draft>>>,
}

impl Backend for Behind {
    fn ask(&mut self, _by: &str, _query: Query) -> Result<Answer> {
        Ok(Answer::Found(crate::desk::query::Found::default()))
    }

    fn run(&mut self, _by: &str, _command: Command) -> Result<Outcome> {
        Err(Fault::outside("Il disco è pieno."))
    }

    fn law(&self) -> Option<Law> {
        None
    }

    fn sign_in(&mut self, _username: &str, _password: &Secret) -> Result<Session> {
        Err(Fault::office("La password non è giusta."))
    }

    fn opened(&mut self, _by: &str, _who: RegistrantId, _reason: Option<String>) -> Result<()> {
        Ok(())
    }

    fn closed(&mut self, _by: &str, _who: RegistrantId) -> Result<()> {
        Ok(())
    }

    fn searched(&mut self, _by: &str, _found: &crate::desk::query::Found) -> Result<()> {
        Ok(())
    }

    fn found(&mut self, _founding: crate::app::backend::Founding) -> Result<Session> {
        Err(Fault::office("Una cartella piena."))
    }

    fn save_draft(&mut self, draft: &Draft) -> Result<()> {
        self.drafts.borrow_mut().push(draft.clone());
        Ok(())
    }

    fn drop_draft(&mut self, _screen: &str, _subject: &str) -> Result<()> {
        self.drafts.borrow_mut().clear();
        Ok(())
    }

    fn find_draft(&mut self, screen: &str, subject: &str) -> Result<Option<Draft>> {
        let drafts = self.drafts.borrow();
        Ok(drafts.iter().rev().find(|draft| draft.screen == screen && draft.subject == subject).cloned())
    }
}

#[test]
fn a_draft_comes_back_in_the_same_field() {
    let behind = Behind::default();
    let mut desk = desk().with(Box::new(behind));
    desk.text("d").press("Tab").text("metà frase").rest().press("Esc Esc").is_on("HM00");
    desk.text("d").focus_is("Secondo").sees("metà frase").says("[i]", "bozza");
}

#[test]
fn an_old_answer_never_overwrites_a_newer_one() {
    let mut shell = shell();
    let new = || crate::ui::keys::Input::Chord(crate::ui::keys::Chord::named("F6").unwrap());
    shell.input(new());
    shell.input(new());
    let tickets: Vec<Ticket> = shell
        .take_outward()
        .iter()
        .filter_map(|request| match request {
            Outward::Ask { ticket, .. } => Some(*ticket),
            _ => None,
        })
        .collect();
    let answer = || Reply::Answer(Ok(Box::new(Answer::Found(crate::desk::query::Found::default()))));
    shell.replied(tickets[0], answer());
    assert_eq!(shell.top().unwrap().title(), "", "the first question was asked again");
    shell.replied(tickets[1], answer());
    shell.replied(tickets[1], answer());
    assert_eq!(shell.top().unwrap().title(), "search:answer");
}

#[test]
fn the_display_at_every_size() {
    for (width, height) in [(1, 1), (20, 5), (79, 24), (80, 24), (120, 40), (200, 60)] {
        let mut desk = desk();
        desk.resize(width, height);
        for keys in ["D", "F4", "Esc", "Ctrl+G", "Esc", "F10", "Esc", "F1", "F8", "F8", "Esc", "Ctrl+L"] {
            desk.press(keys);
            if let Some((x, y)) = desk.cursor() {
                assert!(x < width && y < height, "{width}x{height} after {keys}");
            }
        }
    }
    let mut desk = desk();
    desk.resize(76, 20);
    desk.sees("Finestra troppo piccola: 76x20, servono 80x24");
}

#[test]
fn every_style_on_the_display_is_a_role() {
    let mut desk = desk();
    desk.text("d").press("F10");
    assert!(!desk.roles().contains('?'), "{}", desk.picture());
}

#[test]
fn the_help_and_a_form_as_they_look() {
    for (width, height) in [(80, 24), (120, 40)] {
        let mut desk = desk();
        desk.resize(width, height);
        desk.text("d").text("ROSSI");
        insta::assert_snapshot!(format!("form_{width}x{height}"), desk.picture());
        desk.press("F1 F1");
        insta::assert_snapshot!(format!("keys_{width}x{height}"), desk.picture());
        desk.press("Esc Ctrl+Q");
        insta::assert_snapshot!(format!("question_{width}x{height}"), desk.picture());
    }
}

#[test]
fn an_answer_that_comes_late_takes_nobody_away() {
    let mut shell = shell();
    let press = |shell: &mut Shell, name: &str| {
        shell.input(crate::ui::keys::Input::Chord(crate::ui::keys::Chord::named(name).unwrap()));
    };
    let asked = |shell: &mut Shell| {
        shell.take_outward().into_iter().find_map(|request| match request {
            Outward::Ask { ticket, .. } => Some(ticket),
            _ => None,
        })
    };
    let answer = || Reply::Answer(Ok(Box::new(Answer::Found(crate::desk::query::Found::default()))));
    press(&mut shell, "F6");
    let of_menu = asked(&mut shell).unwrap();
    shell.show(&Route::Did(RegistrantId::default()));
    for request in shell.take_outward() {
        if let Outward::FindDraft { ticket, .. } = request {
            shell.draft_found(ticket, None);
        }
    }
    press(&mut shell, "F6");
    let of_did = asked(&mut shell).unwrap();
    // The menu's comes while DI01 is in front: it is the menu's.
    shell.replied(of_menu, answer());
    assert_eq!(
        shell.top().map(|screen| (screen.code(), screen.title().into_owned())),
        Some(("DI01", "".into()))
    );
    press(&mut shell, "Esc");
    // DI01's comes when it is gone: nobody's.
    shell.replied(of_did, answer());
    shell.replied(of_did, Reply::Job(Err(Fault::outside("La carta è finita."))));
    let menu = shell.top().map(|screen| (screen.code(), screen.title().into_owned()));
    assert_eq!(menu, Some(("HM00", "search:answer".into())));
}

#[test]
fn what_is_done_is_not_said_of_another_screen() {
    let mut desk = desk();
    desk.text("d").is_on("DI01");
    desk.shell.announce(Notice::ok("Fatto."));
    desk.press("F12").is_on("HM00").says_nothing();
    desk.text("d").text("x").press("Esc").says("[!]", "Esc ancora").text("y").says_nothing();
}

#[test]
fn a_new_law_is_the_one_screens_see() {
    use crate::domain::office::Region;
    use crate::tables::catalogue;
    let mut shell = shell();
    let law = Law::new(catalogue::shipped(Region::Lombardia).clone());
    assert_ne!(shell.session.as_ref().unwrap().law, law);
    shell.law_is(law.clone());
    assert_eq!(shell.session.unwrap().law, law);
}
