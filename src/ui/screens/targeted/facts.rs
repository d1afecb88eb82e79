//! An application in lines: how it stands, the sum of its final term, and what
//! of it is special where it may be shown.

use chrono::NaiveDate;

use super::special;
use crate::desk::query::PersonCard;
use crate::domain::placement::terms::final_term;
use crate::domain::placement::{TargetedApplication, TargetedCard, TargetedEvent};
use crate::tables::code_table;
use crate::ui::screens::facts::Fact;
use crate::ui::screens::procedure::{day, heading, terms};
use crate::ui::strings::people::SPECIAL;
use crate::ui::strings::targeted as words;
use crate::ui::theme::Role;

/// How an application stands.
pub fn facts(card: &PersonCard, one: &TargetedApplication, today: NaiveDate) -> Vec<Fact> {
    let mut lines = heading(one.state.label(), one.state_since, one.state.next_step());
    lines.extend(terms(card, one.id.0, today));
    lines.extend(term(card, one));
    lines.push(Fact::new(words::RECEIPT, words::receipt(&one.protocol, &one.in_charge)));
    if !one.other_list.is_empty() {
        lines.push(Fact::new(words::OTHER_LIST, words::left(&one.other_list, one.other_list_left_on)));
    }
    let days = [
        (words::DOCUMENTS, one.documents_asked_on),
        (words::EXTERNAL, one.external_asked_on),
        (words::NOTICE, one.notice_sent_on),
        (words::RECEIVED, one.notice_received_on),
        (words::OBSERVED, one.observed_on),
        (words::DECIDED, one.decided_on),
    ];
    lines.extend(days.into_iter().filter_map(|(label, on)| day(label, on)));
    for (label, text) in [(words::ACT, &one.act), (words::LIST, &one.list_number)] {
        if !text.is_empty() {
            lines.push(Fact::new(label, text.clone()));
        }
    }
    if let Some(special) = special(card, one) {
        lines.extend(covered(special));
    }
    lines
}

/// How long the final term stood still, and when it runs again (R-CM-14).
fn term(card: &PersonCard, one: &TargetedApplication) -> Option<Fact> {
    let figures = &card.catalogue.parameters(one.presented_on).placement;
    let term = final_term(one, figures);
    let stopped = term.stopped_on.filter(|_| one.state.is_open())?;
    Some(Fact::new(words::TERM, words::term(stopped, term.resumes_on, term.stopped_days)))
}

/// What is special, or that there is something.
fn covered(special: &TargetedCard) -> Vec<Fact> {
    if special.category == SPECIAL {
        return vec![Fact::new(words::CATEGORY, words::COVERED).role(Role::Disabled)];
    }
    let label = code_table::targeted_categories().label(&special.category);
    let mut lines = vec![Fact::new(words::CATEGORY, label)];
    let report = &special.report;
    lines.push(Fact::new(words::REPORT, words::report(report)));
    if !special.committee_reference.is_empty() {
        lines.push(Fact::new(words::COMMITTEE, special.committee_reference.clone()));
    }
    if !special.grounds.is_empty() {
        lines.push(Fact::new(words::GROUNDS, special.grounds.clone()));
    }
    lines.extend(observations(special));
    let notes = special.notes.iter().rev();
    lines.extend(
        notes.map(|note| Fact::new(words::NOTE, words::note(note.on, note.event.label(), &note.text))),
    );
    lines
}

/// What the person answered to the notice, a point a line, with why each was
/// not accepted.
fn observations(special: &TargetedCard) -> Vec<Fact> {
    let answers = special.answers.iter().map(String::as_str).chain(std::iter::repeat(""));
    let points = special.observations.iter().zip(answers).zip(1..);
    points.map(|((point, answer), n)| Fact::new(words::POINT, words::point(n, point, answer))).collect()
}

/// What there is to know while an event is written.
pub fn known(
    card: &PersonCard,
    one: &TargetedApplication,
    event: TargetedEvent,
    today: NaiveDate,
) -> Vec<Fact> {
    use TargetedEvent as E;
    let mut lines = terms(card, one.id.0, today);
    lines.extend(term(card, one));
    let Some(special) = special(card, one) else { return lines };
    let hidden = special.category == SPECIAL;
    match event {
        _ if hidden => lines.extend(covered(special)),
        E::Rejected | E::Reopened => {
            lines.push(Fact::new(words::GROUNDS, special.grounds.clone()));
            lines.extend(observations(special));
        }
        E::Observed => lines.push(Fact::new(words::GROUNDS, special.grounds.clone())),
        _ => {
            let label = code_table::targeted_categories().label(&special.category);
            lines.push(Fact::new(words::CATEGORY, label));
        }
    }
    lines
}
