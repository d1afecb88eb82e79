//! A record in lines: its terms with their sum, who recorded what of it, when,
//! in which office and with which evidence.

use chrono::NaiveDate;
use uuid::Uuid;

use super::Matter;
use crate::desk::query::PersonCard;
use crate::ui::screens::common;
use crate::ui::screens::facts::Fact;
use crate::ui::strings::procedure as words;
use crate::ui::theme::Role;

/// State, since when, and what comes next.
#[must_use]
pub fn heading(state: &str, since: NaiveDate, next: &str) -> Vec<Fact> {
    let mut lines = vec![Fact::new(words::STATE, words::since(state, since))];
    if !next.is_empty() {
        lines.push(Fact::new(words::NEXT, next));
    }
    lines
}

/// The terms that run, each with its sum and rule; the first is the one the
/// list shows.
#[must_use]
pub fn terms(card: &PersonCard, id: Uuid, today: NaiveDate) -> Vec<Fact> {
    let mut due = card.terms_of(id);
    due.sort_by_key(|term| term.due);
    due.into_iter()
        .map(|term| {
            let left = (term.due - today).num_days();
            let role = match left {
                ..0 => Role::Error,
                0..=7 => Role::Warn,
                _ => Role::Text,
            };
            Fact::new(words::UNTIL, words::term(term, left)).role(role)
        })
        .collect()
}

/// What happened to it, the latest first.
pub(super) fn history<M: Matter>(card: &PersonCard, id: Uuid) -> Vec<Fact> {
    let mut events: Vec<_> = card.events.iter().filter(|event| event.subject == id).collect();
    events.sort_by_key(|event| std::cmp::Reverse((event.at, event.id)));
    let mut lines = vec![Fact::head(words::HISTORY)];
    for event in events {
        let label = M::happened(event).unwrap_or(words::BEGUN);
        let who = card.authors.get(&event.by).unwrap_or(&event.by);
        lines.push(Fact::line(words::event(event, label, who), Role::Text));
        for text in [&event.reason, &event.evidence] {
            if !text.trim().is_empty() {
                lines.push(Fact::line(format!("  {text}"), Role::Label));
            }
        }
    }
    let accepted = card.accepted(id).into_iter().rev();
    let said = accepted.map(|w| format!("[!] {}", crate::ui::strings::form::accepted(&w)));
    lines.extend(said.map(|said| Fact::line(said, Role::Text)));
    lines
}

/// A day with its label; nothing without a day.
#[must_use]
pub fn day(label: &'static str, day: Option<NaiveDate>) -> Option<Fact> {
    day.map(|day| Fact::new(label, common::day(Some(day))))
}
