//! What may happen to an application, and what it leaves (states.md § 9).

use chrono::NaiveDate;

use super::apply::report;
use super::states::TABLE;
use super::terms::final_term;
use super::{
    Category, Checks, Note, Report, TargetedApplication, TargetedCard, TargetedEvent, TargetedState, rules,
};
use crate::domain::conditionality::days_after;
use crate::domain::finding::Finding;
use crate::domain::office::Role;
use crate::domain::parameters::Placement;
use crate::domain::psp::rows::{CELL, LINE, check_text};

/// Something that happened, with what is known about it.
#[derive(Clone, Copy, Debug)]
pub struct Happening<'a> {
    /// What.
    pub event: TargetedEvent,
    /// Day of the fact.
    pub on: NaiveDate,
    /// Grounds, list of documents, decision. Special data.
    pub note: &'a str,
    /// Request, notice, act, protocol.
    pub reference: &'a str,
    /// A new report, with documents brought, an answer, a revision.
    pub report: Option<&'a Report>,
    /// The checks done (R-CM-2), with `accepted`.
    pub checks: Checks,
    /// Number in the list, with `accepted`.
    pub list_number: &'a str,
    /// Reference of the committee's card, with `accepted`.
    pub committee_reference: &'a str,
    /// What the person answered, one text a point, with `observed`.
    pub observations: &'a [String],
    /// Why each is not accepted, with `rejected`.
    pub answers: &'a [String],
}

/// What the archive, the tables and the office know.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// What is special of the application.
    pub card: &'a TargetedCard,
    /// Its category.
    pub category: Category,
    /// Figures of the day of the application.
    pub figures: &'a Placement,
    /// What who gives the command may do.
    pub role: Role,
    /// Is the person dead?
    pub dead: bool,
    /// Today.
    pub today: NaiveDate,
}

fn italian(day: NaiveDate) -> impl std::fmt::Display {
    day.format("%d/%m/%Y")
}

/// Everything the rules say about an event.
#[must_use]
pub fn check(application: &TargetedApplication, what: &Happening<'_>, known: &Known<'_>) -> Vec<Finding> {
    use TargetedEvent as E;
    let state = application.state;
    let Some(step) = TABLE.iter().find(|step| step.from == state && step.on == what.event) else {
        return vec![rules::NOT_NOW.at("event").with(state.label()).with(what.event.label())];
    };
    if let Some(denied) = step.denied_to(known.role, what.event.label()) {
        return vec![denied];
    }
    if known.dead && !matches!(what.event, E::Withdrawn | E::Removed) {
        return vec![rules::DEAD.at("event")];
    }
    if what.on > known.today {
        return vec![rules::FUTURE.at("on").with(italian(what.on))];
    }
    if what.on < application.state_since {
        let finding = rules::BEFORE.at("on").with(italian(what.on));
        return vec![finding.with(italian(application.state_since))];
    }
    let mut found = texts(what);
    guards(application, what, known, &mut found);
    found
}

fn texts(what: &Happening<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    check_text("note", what.note, CELL, &mut found);
    check_text("reference", what.reference, LINE, &mut found);
    check_text("list_number", what.list_number, LINE, &mut found);
    check_text("committee_reference", what.committee_reference, LINE, &mut found);
    for (field, list) in [("observations", what.observations), ("answers", what.answers)] {
        for text in list {
            check_text(field, text, CELL, &mut found);
        }
    }
    found
}

fn guards(
    application: &TargetedApplication,
    what: &Happening<'_>,
    known: &Known<'_>,
    found: &mut Vec<Finding>,
) {
    use TargetedEvent as E;
    let unsaid = what.note.trim().is_empty();
    let no_paper = what.reference.trim().is_empty();
    let mut when = |wrong: bool, finding: Finding| {
        if wrong {
            found.push(finding);
        }
    };
    match what.event {
        E::DocumentsAsked => {
            when(unsaid, rules::NOTE.at("note"));
            when(no_paper, rules::REFERENCE.at("reference"));
        }
        E::DocumentsBrought => {
            if let Some(brought) = what.report {
                found.extend(report(brought, known.category, known.figures, what.on, "report"));
            }
        }
        E::DocumentsExpired => {
            obstacles(what, found);
            let due =
                application.documents_asked_on.map(|from| days_after(from, known.figures.document_days));
            if let Some(due) = due.filter(|due| what.on <= *due) {
                found.push(rules::DOCUMENTS_RUN.at("on").with(italian(due)));
            }
        }
        E::TakenUp => {}
        E::ExternalAsked => {
            when(unsaid, rules::WHOM.at("note"));
            when(no_paper, rules::WHOM.at("reference"));
        }
        E::ExternalAnswered => {
            when(no_paper, rules::REFERENCE.at("reference"));
            if let Some(seen) = what.report {
                found.extend(report(seen, known.category, known.figures, what.on, "report"));
            }
        }
        E::Accepted => {
            when(!what.checks.done(known.category.measure), rules::NOT_CHECKED.at("checks"));
            when(no_paper, rules::OUTPUT.at("reference"));
            when(what.list_number.trim().is_empty(), rules::OUTPUT.at("list_number"));
            late(application, what, known, found);
            if let Some(revision) = application.review_on {
                found.push(rules::REVISION.found().with(italian(revision)));
            }
        }
        E::PreRejected => obstacles(what, found),
        E::NoticeReceived => {
            if let Some(received) = application.notice_received_on {
                return found.push(rules::RECEIVED_ALREADY.at("event").with(italian(received)));
            }
            when(no_paper, rules::REFERENCE.at("reference"));
            let until = days_after(what.on, known.figures.observation_days);
            found.push(rules::OBSERVE_BY.found().with(italian(until)));
        }
        E::Observed => {
            let empty = what.observations.is_empty() || what.observations.iter().any(|o| o.trim().is_empty());
            when(empty, rules::NO_POINTS.at("observations"));
            if let Some(until) = answer_by(application, known.figures).filter(|until| what.on > *until) {
                found.push(rules::OBSERVED_LATE.at("on").with(italian(until)));
            }
        }
        E::Reopened => when(unsaid, rules::NOTE.at("note")),
        E::Rejected => rejected(application, what, known, found),
        E::Withdrawn => when(no_paper, rules::REFERENCE.at("reference")),
        E::RevisionReached => match application.review_on {
            None => found.push(rules::NO_REVISION.at("event")),
            Some(revision) => when(what.on < revision, rules::NOT_DUE.at("on").with(italian(revision))),
        },
        E::ReportFits => {
            let seen =
                what.report.filter(|new| new.seen && new.revision_on.is_none_or(|next| next > what.on));
            match seen {
                None => found.push(rules::OLD_REPORT.at("report").with(italian(what.on))),
                Some(new) => found.extend(report(new, known.category, known.figures, what.on, "report")),
            }
        }
        E::Removed => {
            when(unsaid, rules::NOTE.at("note"));
            when(no_paper, rules::REFERENCE.at("reference"));
        }
    }
    term(application, what, known, found);
}

fn obstacles(what: &Happening<'_>, found: &mut Vec<Finding>) {
    if what.note.trim().is_empty() {
        found.push(rules::OBSTACLES.at("note"));
    }
    if what.reference.trim().is_empty() {
        found.push(rules::OBSTACLES.at("reference"));
    }
}

/// Last day for the observations: ten days from receipt (R-CM-13).
fn answer_by(application: &TargetedApplication, figures: &Placement) -> Option<NaiveDate> {
    application.notice_received_on.map(|received| days_after(received, figures.observation_days))
}

fn rejected(
    application: &TargetedApplication,
    what: &Happening<'_>,
    known: &Known<'_>,
    found: &mut Vec<Finding>,
) {
    if what.reference.trim().is_empty() {
        found.push(rules::OUTPUT.at("reference"));
    }
    if application.state == TargetedState::Observations {
        let asked = known.card.observations.len();
        let given = what.answers.iter().filter(|answer| !answer.trim().is_empty()).count();
        if given != asked || what.answers.len() != asked {
            found.push(rules::ANSWERS.at("answers").with(asked).with(given));
        }
    } else {
        match answer_by(application, known.figures) {
            None => found.push(rules::NOT_RECEIVED.at("event")),
            Some(until) if what.on <= until => found.push(rules::TEN_DAYS.at("on").with(italian(until))),
            Some(_) => {}
        }
    }
    late(application, what, known, found);
}

fn late(
    application: &TargetedApplication,
    what: &Happening<'_>,
    known: &Known<'_>,
    found: &mut Vec<Finding>,
) {
    if let Some(due) = final_term(application, known.figures).due.filter(|due| what.on > *due) {
        found.push(rules::FINAL_PAST.found().with(italian(due)));
    }
}

/// What the event does to the final term (R-CM-14).
fn term(
    application: &TargetedApplication,
    what: &Happening<'_>,
    known: &Known<'_>,
    found: &mut Vec<Finding>,
) {
    use TargetedEvent as E;
    if !matches!(what.event, E::PreRejected | E::DocumentsExpired | E::NoticeReceived | E::Observed) {
        return;
    }
    let after = apply(application, what, known).0;
    let term = final_term(&after, known.figures);
    match (term.stopped_on, term.resumes_on, term.due) {
        (Some(_), Some(resumes), Some(due)) => {
            let finding = rules::TERM_RESUMES.found().with(italian(resumes));
            found.push(finding.with(term.stopped_days).with(italian(due)));
        }
        (Some(stopped), _, _) => found.push(rules::TERM_STOPS.found().with(italian(stopped))),
        _ => {}
    }
}

/// The application and its card after the event, which must have passed
/// [`check`]; one the table refuses leaves them as they were.
#[must_use]
pub fn apply(
    application: &TargetedApplication,
    what: &Happening<'_>,
    known: &Known<'_>,
) -> (TargetedApplication, TargetedCard) {
    use TargetedEvent as E;
    let (mut after, mut card) = (application.clone(), known.card.clone());
    let Some(state) = crate::domain::machine::next(TABLE, application.state, what.event) else {
        return (after, card);
    };
    (after.state, after.state_since) = (state, what.on);
    if !what.note.is_empty() {
        card.notes.push(Note { on: what.on, event: what.event, text: what.note.to_owned() });
    }
    let on = Some(what.on);
    match what.event {
        E::DocumentsAsked => after.documents_asked_on = on,
        E::ExternalAsked => after.external_asked_on = on,
        E::PreRejected | E::DocumentsExpired => {
            // A second notice: what the first one cost is kept, and it begins anew.
            let before = final_term(application, known.figures);
            if before.due.is_some() {
                after.stopped_days = before.stopped_days;
            }
            (after.notice_sent_on, after.notice_received_on, after.observed_on) = (on, None, None);
            what.note.clone_into(&mut card.grounds);
            (card.observations, card.answers) = (Vec::new(), Vec::new());
        }
        E::NoticeReceived => after.notice_received_on = on,
        E::Observed => {
            after.observed_on = on;
            card.observations = what.observations.to_vec();
        }
        E::Accepted => {
            after.decided_on = on;
            what.reference.clone_into(&mut after.act);
            what.list_number.trim().clone_into(&mut after.list_number);
            card.checks = what.checks;
            what.committee_reference.trim().clone_into(&mut card.committee_reference);
        }
        E::Rejected => {
            after.decided_on = on;
            what.reference.clone_into(&mut after.act);
            card.answers = what.answers.to_vec();
        }
        E::Removed => what.reference.clone_into(&mut after.act),
        // A notice taken back before anybody received it: the term ran again on that day.
        E::Reopened if application.notice_received_on.is_none() => {
            let stopped =
                final_term(application, known.figures).stopped_on.map(|from| (what.on - from).num_days());
            let days = stopped.and_then(|days| u32::try_from(days).ok()).unwrap_or(0);
            after.stopped_days = application.stopped_days.saturating_add(days);
            after.notice_sent_on = None;
        }
        E::TakenUp
        | E::DocumentsBrought
        | E::ExternalAnswered
        | E::Reopened
        | E::Withdrawn
        | E::RevisionReached
        | E::ReportFits => {}
    }
    if let Some(seen) = what.report
        && matches!(what.event, E::DocumentsBrought | E::ExternalAnswered | E::ReportFits)
    {
        card.report = seen.clone();
        after.review_on = seen.revision_on;
    }
    (after, card)
}
