//! What may happen to a case, and what it leaves (states.md § 8).

use chrono::NaiveDate;

use super::act::{act_of, adopted, proposal, totals};
use super::consequence::{self, ConsequenceRow};
use super::states::TABLE;
use super::{
    CaseEvent, CaseKind, CaseState, ConditionalityCase, Consequence, Figures, Outcome, days_after, rules,
};
use crate::domain::finding::Finding;
use crate::domain::machine;
use crate::domain::offer::Condition;
use crate::domain::office::Role;
use crate::domain::psp::lint::mentions_any;
use crate::domain::psp::rows::{CELL, LINE, check_text};

/// A reason of the table (R-JUS-1, 4).
#[derive(Clone, Copy, Debug)]
pub struct Reason<'a> {
    /// As shown.
    pub label: &'a str,
    /// Does it justify refusing an offer?
    pub offer: bool,
}

/// Something that happened, with what is known about it.
#[derive(Clone, Copy, Debug)]
pub struct Happening<'a> {
    /// What.
    pub event: CaseEvent,
    /// Day of the fact.
    pub on: NaiveDate,
    /// Grounds, or a note.
    pub note: &'a str,
    /// Act, protocol, receipt: the document that proves it.
    pub reference: &'a str,
    /// Code of the reason, with `reason_received`.
    pub reason: &'a str,
    /// What the table says of that code.
    pub known: Option<Reason<'a>>,
    /// A document was seen.
    pub document_seen: bool,
    /// Valid until.
    pub valid_to: Option<NaiveDate>,
    /// When the impediment to tell ended (R-JUS-3).
    pub impediment_ended_on: Option<NaiveDate>,
    /// Consequence adopted; left out, the one proposed.
    pub consequence: Option<Consequence>,
    /// Days of the reduction adopted; left out, those proposed.
    pub days: Option<u32>,
    /// From when, as written in the act; left out, the day after the fact.
    pub effective_from: Option<NaiveDate>,
    /// The act tells of the appeal (R-SAN-7).
    pub appeal_notice: bool,
    /// When the person received the act.
    pub notified_on: Option<NaiveDate>,
}

/// What the archive, the tables and the office know.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// All cases of the person.
    pub cases: &'a [ConditionalityCase],
    /// What follows from what (rules.md § 3.1, 3.2).
    pub table: &'a [ConsequenceRow],
    /// Words that tell a diagnosis.
    pub diagnoses: &'a [String],
    /// The conditions of the offer refused, on its day; none without an offer.
    pub conditions: &'a [Condition],
    /// The figures of the day of the fact.
    pub figures: &'a Figures,
    /// What who gives the command may do.
    pub role: Role,
    /// Is the person dead?
    pub dead: bool,
    /// Did the DID end with this act (`overturned`)?
    pub ended_did: bool,
    /// People in the household, as declared.
    pub household: Option<u32>,
    /// Today.
    pub today: NaiveDate,
}

/// Everything the rules say about an event.
#[must_use]
pub fn check(case: &ConditionalityCase, what: &Happening<'_>, known: &Known<'_>) -> Vec<Finding> {
    let Some(step) = TABLE.iter().find(|step| step.from == case.state && step.on == what.event) else {
        return vec![rules::NOT_NOW.at("event").with(case.state.label()).with(what.event.label())];
    };
    let mut found = Vec::new();
    if let Some(denied) = step.denied_to(known.role, what.event.label()) {
        return vec![denied];
    }
    if known.dead && !matches!(what.event, CaseEvent::Cancelled | CaseEvent::NoProof) {
        found.push(rules::DEAD.at("event"));
        return found;
    }
    if let Some(finding) = dates(case, what, known.today) {
        found.push(finding);
        return found;
    }
    texts(what, known, &mut found);
    guards(case, what, known, &mut found);
    found
}

fn italian(day: NaiveDate) -> impl std::fmt::Display {
    day.format("%d/%m/%Y")
}

fn dates(case: &ConditionalityCase, what: &Happening<'_>, today: NaiveDate) -> Option<Finding> {
    let future = |field, day: NaiveDate| (day > today).then(|| rules::FUTURE.at(field).with(italian(day)));
    let order = (what.on < case.state_since)
        .then(|| rules::BEFORE.at("on").with(italian(what.on)).with(italian(case.state_since)));
    future("on", what.on)
        .or(order)
        .or_else(|| future("notified_on", what.notified_on?))
        .or_else(|| future("impediment_ended_on", what.impediment_ended_on?))
}

fn texts(what: &Happening<'_>, known: &Known<'_>, found: &mut Vec<Finding>) {
    check_text("note", what.note, CELL, found);
    check_text("reference", what.reference, LINE, found);
    for (field, text) in [("note", what.note), ("reference", what.reference)] {
        if let Some(word) = mentions_any(text, known.diagnoses) {
            found.push(rules::DIAGNOSIS.at(field).with(word.trim_end_matches('*')));
        }
    }
}

fn guards(case: &ConditionalityCase, what: &Happening<'_>, known: &Known<'_>, found: &mut Vec<Finding>) {
    use CaseEvent as E;
    let unsaid = what.note.trim().is_empty();
    let no_document = what.reference.trim().is_empty();
    match what.event {
        E::Proved if no_document => found.push(rules::NO_ACT.at("reference")),
        E::NoProof | E::Cancelled if unsaid => found.push(rules::GROUNDS.at("note")),
        E::NoProof if case.proved => {
            found.push(rules::NOT_NOW.at("event").with("provato").with(what.event.label()));
        }
        E::ReasonReceived => reason(case, what, known, found),
        E::Accepted if !case.document_seen && !what.document_seen => {
            found.push(rules::NO_DOCUMENT.at("document_seen"))
        }
        E::HeldUnfit => {
            if case.kind != CaseKind::Offer {
                return found.push(rules::ONLY_OFFERS.at("event"));
            }
            if unsaid {
                found.push(rules::GROUNDS.at("note"));
            }
            let until = days_after(what.on, known.figures.of.hearing_days);
            found.push(rules::MAY_BE_HEARD.found().with(italian(until)));
        }
        E::Heard if case.kind != CaseKind::Offer => found.push(rules::ONLY_OFFERS.at("event")),
        E::OpinionAsked | E::OpinionReceived if no_document => found.push(rules::NO_ACT.at("reference")),
        E::NoReason => {
            proof(case, found);
            let due = case.reason_due(known.figures);
            if what.on <= due {
                found.push(rules::TERM_RUNS.at("on").with(italian(due)));
            }
            // A reason told and documented in time is answered, whatever it is
            // worth; of one without its document it is said that it is missing.
            match case.reason_on.filter(|came| *came <= due) {
                Some(came) if case.document_seen => {
                    found.push(rules::REASON_CAME.at("event").with(italian(came)));
                }
                Some(_) if unsaid => found.push(rules::GROUNDS.at("note")),
                _ => {}
            }
            totals(case, what.on, known, found);
        }
        E::Rejected => rejected(case, what, known, found),
        E::Counted => totals(case, what.on, known, found),
        E::Adopted => adopted(case, what, known, found),
        E::Sent => {
            let received =
                what.notified_on.is_some_and(|day| case.adopted_on.is_none_or(|adopted| adopted <= day));
            if !received {
                found.push(rules::NOT_SENT.at("notified_on"));
            }
            if no_document {
                found.push(rules::NOT_SENT.at("reference"));
            }
        }
        E::Applied => {
            if let Some(applied) = case.applied_on {
                found.push(rules::APPLIED_ALREADY.at("event").with(italian(applied)));
            }
        }
        E::Appealed => {
            // One appeal only: no state after the Committee's decision leads here.
            if no_document {
                found.push(rules::NO_ACT.at("reference"));
            }
            if let Some(due) = case.notified_on.map(|day| days_after(day, known.figures.of.appeal_days))
                && what.on > due
            {
                found.push(rules::APPEAL_LATE.at("on").with(italian(due)));
            }
        }
        E::Upheld | E::Overturned => {
            if no_document {
                found.push(rules::NO_ACT.at("reference"));
            }
            if what.event == E::Overturned && known.ended_did {
                found.push(rules::DID_TO_RESTORE.found());
            }
        }
        E::Proved
        | E::NoProof
        | E::Cancelled
        | E::Accepted
        | E::Heard
        | E::OpinionAsked
        | E::OpinionReceived => {}
    }
}

fn proof(case: &ConditionalityCase, found: &mut Vec<Finding>) {
    if case.kind.needs_proof() && !case.proved {
        found.push(rules::NOT_PROVED.at("event"));
    }
}

fn reason(case: &ConditionalityCase, what: &Happening<'_>, known: &Known<'_>, found: &mut Vec<Finding>) {
    match what.known {
        None => found.push(rules::NO_REASON.at("reason").with(what.reason)),
        Some(reason) if case.kind == CaseKind::Offer && !reason.offer => {
            found.push(rules::NOT_FOR_OFFERS.at("reason").with(reason.label));
        }
        Some(_) => {}
    }
    let told = ConditionalityCase { impediment_ended_on: what.impediment_ended_on, ..case.clone() };
    let due = told.reason_due(known.figures);
    if let Some(ended) = what.impediment_ended_on.filter(|_| case.kind != CaseKind::Offer) {
        found.push(rules::IMPEDED.found().with(italian(ended)).with(italian(due)));
    }
    if what.on > due {
        let late = if case.kind == CaseKind::Offer { rules::OFFER_LATE } else { rules::LATE };
        found.push(late.at("on").with(italian(due)).with(italian(what.on)));
    }
}

fn rejected(case: &ConditionalityCase, what: &Happening<'_>, known: &Known<'_>, found: &mut Vec<Finding>) {
    proof(case, found);
    if what.note.trim().is_empty() {
        found.push(rules::GROUNDS.at("note"));
    }
    if case.kind == CaseKind::Offer {
        match case.unfit_told_on.map(|told| days_after(told, known.figures.of.hearing_days)) {
            None => found.push(rules::NOT_TOLD.found()),
            Some(until) if what.on <= until && case.heard_on.is_none() => {
                found.push(rules::MAY_BE_HEARD.found().with(italian(until)));
            }
            Some(_) => {}
        }
    }
    if let (Some(asked), None) = (case.opinion_asked_on, case.opinion_on) {
        let silent = days_after(asked, known.figures.of.opinion_days);
        if what.on <= silent {
            found.push(rules::OPINION_AWAITED.found().with(italian(silent)));
        }
    }
    totals(case, what.on, known, found);
}

/// The case after the event, which must have passed [`check`]; one the table
/// refuses leaves it as it was.
#[must_use]
pub fn apply(case: &ConditionalityCase, what: &Happening<'_>, known: &Known<'_>) -> ConditionalityCase {
    use CaseEvent as E;
    let mut after = case.clone();
    let Some(state) = machine::next(TABLE, case.state, what.event) else { return after };
    after.state = state;
    after.state_since = what.on;
    let on = Some(what.on);
    match what.event {
        E::Proved => (after.proved, after.proof) = (true, what.reference.trim().to_owned()),
        E::ReasonReceived => {
            what.reason.clone_into(&mut after.reason);
            after.reason_on = on;
            after.impediment_ended_on = what.impediment_ended_on;
            (after.document_seen, after.document_valid_to) = (what.document_seen, what.valid_to);
        }
        E::Accepted => after.document_seen |= what.document_seen,
        E::HeldUnfit => after.unfit_told_on = on,
        E::Heard => after.heard_on = on,
        E::OpinionAsked => after.opinion_asked_on = on,
        E::OpinionReceived => after.opinion_on = on,
        E::NoReason | E::Rejected => {
            after.decided_on = on;
            counted(&mut after, known);
        }
        E::Counted => counted(&mut after, known),
        E::Adopted => {
            counted(&mut after, known);
            let proposed =
                after.proposed.map(|consequence| Outcome { consequence, days: after.proposed_days });
            if let Some(act) = act_of(what, proposed) {
                (after.adopted, after.adopted_days) = (Some(act.consequence), act.days);
            }
            what.reference.trim().clone_into(&mut after.act);
            after.adopted_on = on;
            after.effective_from = Some(what.effective_from.unwrap_or(days_after(case.event_on, 1)));
        }
        E::Sent => {
            after.notified_on = what.notified_on;
            what.reference.trim().clone_into(&mut after.transmission);
            after.sent_on = on;
        }
        E::Applied => after.applied_on = on,
        E::Appealed => after.appealed_on = on,
        E::Upheld | E::Overturned => after.appeal_decided_on = on,
        E::NoProof | E::Cancelled => {}
    }
    after
}

fn counted(after: &mut ConditionalityCase, known: &Known<'_>) {
    let counted = consequence::count(after, known.cases);
    (after.occurrence, after.occurrence_ab) = (counted.letter, counted.ab);
    let proposed = proposal(after, counted, known);
    after.proposed = proposed.map(|p| p.consequence);
    after.proposed_days = proposed.map_or(0, |p| p.days);
}

/// Does this step end the unemployed status (R-LOS-2)? With the reason of the
/// loss (table `loss_reasons`) and its day, as written in the act.
#[must_use]
pub fn ends_status(after: &ConditionalityCase, event: CaseEvent) -> Option<(&'static str, NaiveDate)> {
    let ends = event == CaseEvent::Applied && after.adopted.is_some_and(Consequence::ends_status);
    let reason = if after.kind == CaseKind::Offer { "refused_congruous_offer" } else { "sanction_art_21" };
    after.effective_from.filter(|_| ends).map(|from| (reason, from))
}

/// Did the act end the DID before the Committee decided?
#[must_use]
pub fn ended_status(case: &ConditionalityCase) -> bool {
    case.state == CaseState::Appealed
        && case.applied_on.is_some()
        && case.adopted.is_some_and(Consequence::ends_status)
}
