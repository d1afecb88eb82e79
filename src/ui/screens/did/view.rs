//! The DID as it stands: state, terms, what comes next, what happened.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::desk::query::PersonCard;
use crate::domain::activity::{Proposal, SourceAct};
use crate::domain::did::Did;
use crate::domain::event::Subject;
use crate::domain::finding::Finding;
use crate::ui::chrome::WIDE;
use crate::ui::form::Form;
use crate::ui::screen::Cx;
use crate::ui::screens::facts::{self, Fact};
use crate::ui::screens::proposed;
use crate::ui::strings::{did as words, form as form_words};
use crate::ui::theme::Role;

/// Cells of the label column.
const LABELS: u16 = 12;

/// The LEP row the DID proposes, while it is not logged.
pub fn proposal(card: &PersonCard) -> Option<Proposal> {
    proposed::after(card, SourceAct::Did)
}

/// Draws the view; terms and next steps stand in the right column when there
/// is one.
pub fn draw(card: &PersonCard, did: &Did, frame: &mut Frame, area: Rect, cx: &Cx) {
    let lines = lines(card, did, frame.area().width >= WIDE, cx);
    facts::draw(frame, area, LABELS, &lines, cx.look);
}

/// The DID, what is due where no right column shows it, what happened.
pub fn lines(card: &PersonCard, did: &Did, beside: bool, cx: &Cx) -> Vec<Fact> {
    let mut lines = facts::did(card, did, cx);
    if beside {
        lines.push(Fact::gap());
    } else {
        lines.extend(due_and_next(card, cx, false));
    }
    lines.push(Fact::head(words::EVENTS));
    let events: Vec<_> = card.events.iter().filter(|e| e.subject == did.id.0).cloned().collect();
    lines.extend(facts::events(&events, Some(Subject::Did)));
    let accepted = card.accepted(did.id.0).into_iter().rev();
    lines.extend(accepted.map(|w| Fact::line(format!("[!] {}", form_words::accepted(&w)), Role::Text)));
    lines
}

/// What an event being typed would do.
pub fn consequences(form: &Form) -> Vec<Fact> {
    let found = form.findings();
    if found.is_empty() {
        return Vec::new();
    }
    let line = |finding: &Finding| {
        let (sign, role) = Role::of_level(finding.level);
        Fact::line(format!("{sign} {}  {}", finding.text, finding.rule), role)
    };
    let head = [Fact::head(words::CONSEQUENCES)];
    head.into_iter().chain(found.iter().map(line)).collect()
}

/// The right column.
pub fn side(card: &PersonCard, frame: &mut Frame, area: Rect, cx: &Cx) {
    facts::draw(frame, area, LABELS, &due_and_next(card, cx, true), cx.look);
}

fn due_and_next(card: &PersonCard, cx: &Cx, narrow: bool) -> Vec<Fact> {
    let mut lines = vec![Fact::head(words::DEADLINES)];
    let of_status = card.deadlines.iter().filter(|term| term.kind.is_of_status());
    lines.extend(facts::deadlines(of_status, cx.today(), if narrow { 33 } else { 79 }, usize::MAX));
    lines.extend(narrow.then(Fact::gap));
    lines.push(Fact::head(words::NEXT));
    lines.extend(next(card));
    lines
}

fn next(card: &PersonCard) -> Vec<Fact> {
    let mut next = Vec::new();
    if proposal(card).is_some() {
        next.push(Fact::line(words::NEXT_LEP, Role::Text));
    }
    next.push(Fact::line(words::NEXT_ASSESSMENT, Role::Text));
    next.push(Fact::line(words::HOW_EVENTS, Role::Label));
    next
}
