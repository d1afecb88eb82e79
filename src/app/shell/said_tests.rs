//! How long a message stays, and what is said of an answer that comes late.

use chrono::{NaiveDateTime, TimeDelta};

use super::tests::{desk, shell};
use super::*;
use crate::desk::command::DidDeclare;
use crate::desk::{Command, Outcome};
use crate::domain::finding::{Level, Rule};
use crate::domain::ids::RegistrantId;
use crate::fault::Fault;
use crate::ui::effect::Reply;

const RULE: Rule = Rule { id: "R-CF-1", level: Level::Block, reference: "", text: "Non è un codice." };
const DOUBT: Rule = Rule { id: "R-CF-2", level: Level::Warn, reference: "", text: "Non torna." };

/// What happens after something was said.
#[derive(Clone, Copy, Debug)]
enum Then {
    /// So many seconds, and no key.
    Wait(i64),
    /// So many seconds, then a key that writes and one that moves.
    Key(i64),
    /// The field it speaks of is mended.
    Mended,
    /// The screen is left by hand.
    Left,
    /// Something newer is said.
    Newer,
}

#[test]
fn how_long_each_message_stays() {
    let ok = || Notice::ok("Salvato.");
    let info = || Notice::info("Nessuna notizia.");
    let no = || Notice::no("Il disco è pieno.");
    let doubt = || Notice::finding(&DOUBT.at("a"));
    let block = || Notice::finding(&RULE.at("a"));
    let missing = || Notice::no(crate::ui::strings::form::missing("Secondo"));
    let day = 24 * 3600;
    let table: [(Notice, Then, bool); 27] = [
        (ok(), Then::Wait(day), true),
        (ok(), Then::Key(0), true),
        (ok(), Then::Key(2), true),
        (ok(), Then::Key(3), false),
        (ok(), Then::Left, false),
        (ok(), Then::Newer, false),
        (info(), Then::Wait(day), true),
        (info(), Then::Key(day), true),
        (info(), Then::Left, false),
        (info(), Then::Newer, false),
        (no(), Then::Wait(day), true),
        (no(), Then::Key(day), true),
        (no(), Then::Mended, true),
        (no(), Then::Left, false),
        (no(), Then::Newer, false),
        (doubt(), Then::Key(day), true),
        (doubt(), Then::Mended, false),
        (doubt(), Then::Left, false),
        (doubt(), Then::Newer, false),
        (block(), Then::Wait(day), true),
        (block(), Then::Key(day), true),
        (block(), Then::Mended, false),
        (block(), Then::Left, false),
        (block(), Then::Newer, false),
        (missing(), Then::Key(day), true),
        (missing(), Then::Mended, false),
        (missing(), Then::Left, false),
    ];
    for (notice, then, stays) in table {
        let mut desk = desk();
        desk.text("d").is_on("DI01");
        let id = desk.shell.top_id().unwrap();
        let find = |desk: &mut crate::app::testing::AtDesk, found: Vec<_>| {
            desk.shell.entry_mut(id).unwrap().screen.form_mut().unwrap().find_all(found);
        };
        find(&mut desk, vec![RULE.at("a"), DOUBT.at("a")]);
        desk.shell.announce(notice.clone());
        let later = |desk: &mut crate::app::testing::AtDesk, seconds| {
            let now: NaiveDateTime = desk.shell.clock.now();
            desk.shell.clock = Clock::Fixed(now + TimeDelta::seconds(seconds));
        };
        match then {
            Then::Wait(seconds) => {
                later(&mut desk, seconds);
                desk.shell.minute();
            }
            Then::Key(seconds) => {
                later(&mut desk, seconds);
                desk.text("x").press("Home");
            }
            Then::Mended => {
                find(&mut desk, Vec::new());
                desk.press("Tab").text("x");
            }
            Then::Left => {
                desk.press("F12").is_on("HM00");
            }
            Then::Newer => desk.shell.announce(Notice::info("Altro.")),
        }
        assert_eq!(desk.shell.notice() == Some(&notice), stays, "{notice:?} {then:?}");
    }
}

/// A screen that was left while its command was on the way: the shell, the
/// command's ticket, what was kept.
fn left_on_the_way() -> (Shell, Ticket) {
    let mut shell = shell();
    shell.show(&Route::Did(RegistrantId::default()));
    for request in shell.take_outward() {
        if let Outward::FindDraft { ticket, .. } = request {
            shell.draft_found(ticket, None);
        }
    }
    shell.input(crate::ui::keys::Input::Text("scritto".to_owned()));
    let id = shell.top_id().unwrap();
    let command = Command::DidDeclare(DidDeclare::default());
    shell.carry_out(id, vec![crate::ui::effect::Effect::Run("save", Box::new(command))]);
    let ticket = shell.take_outward().into_iter().find_map(|request| match request {
        Outward::Run { ticket, .. } => Some(ticket),
        _ => None,
    });
    shell.home();
    assert_eq!(shell.top().unwrap().code(), "HM00");
    (shell, ticket.unwrap())
}

fn drafts(shell: &mut Shell) -> (Vec<String>, bool) {
    let sent = shell.take_outward();
    let kept = sent.iter().filter_map(|request| match request {
        Outward::SaveDraft(draft) => draft.values.get("a").cloned(),
        _ => None,
    });
    (kept.collect(), sent.iter().any(|request| matches!(request, Outward::DropDraft { .. })))
}

#[test]
fn a_refusal_that_comes_late_is_said_and_the_draft_stays() {
    let (mut shell, ticket) = left_on_the_way();
    assert_eq!(drafts(&mut shell), (vec!["scritto".to_owned()], false), "kept on leaving");
    let refused = Outcome { accepted: false, findings: vec![RULE.at("a")], ..Outcome::default() };
    shell.replied(ticket, Reply::Outcome(Ok(Box::new(refused))));
    assert_eq!(shell.notice(), Some(&Notice::finding(&RULE.at("a"))));
    assert_eq!(
        shell.top().map(|screen| (screen.code(), screen.title().into_owned())),
        Some(("HM00", "".into()))
    );
    assert_eq!(drafts(&mut shell), (Vec::new(), false), "the draft stays as it was kept");
    // Said of a screen that is gone, it is not handled by a key on the menu.
    shell.input(crate::ui::keys::Input::Text("x".to_owned()));
    assert!(shell.notice().is_some());
}

#[test]
fn a_reason_wanted_late_and_a_fault_are_said_too() {
    let (mut shell, ticket) = left_on_the_way();
    let wanted = Outcome { accepted: false, findings: vec![DOUBT.at("a")], ..Outcome::default() };
    shell.replied(ticket, Reply::Outcome(Ok(Box::new(wanted))));
    assert_eq!(shell.notice(), Some(&Notice::finding(&DOUBT.at("a"))));
    let (mut shell, ticket) = left_on_the_way();
    shell.replied(ticket, Reply::Outcome(Err(Fault::outside("Il disco è pieno."))));
    assert!(shell.notice().is_some_and(|said| said.text.contains("disco")));
    let (mut shell, ticket) = left_on_the_way();
    shell.replied(ticket, Reply::Outcome(Ok(Box::new(Outcome { accepted: true, ..Outcome::default() }))));
    assert_eq!(shell.notice(), None, "done is said by its screen alone");
}
