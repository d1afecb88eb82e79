//! A case in lines: how it stands, what is proposed and by which sum.

use chrono::NaiveDate;

use crate::desk::figures;
use crate::desk::query::PersonCard;
use crate::domain::conditionality::consequence::{self, Outcome};
use crate::domain::conditionality::{CaseEvent, CaseKind, CaseState, ConditionalityCase, Consequence};
use crate::domain::parameters::Counters;
use crate::tables::consequences;
use crate::ui::screens::common;
use crate::ui::screens::facts::Fact;
use crate::ui::screens::procedure::{day, heading, terms};
use crate::ui::strings::cases as words;
use crate::ui::strings::people::SPECIAL;
use crate::ui::theme::Role;

/// How a case stands.
pub fn facts(card: &PersonCard, case: &ConditionalityCase, today: NaiveDate) -> Vec<Fact> {
    let mut lines = heading(case.state.label(), case.state_since, case.state.next_step());
    lines.extend(terms(card, case.id.0, today));
    lines.extend(reason(card, case));
    lines.extend(act(case));
    let closed = matches!(case.state, CaseState::ClosedJustified | CaseState::Cancelled);
    if case.adopted.is_none() && !closed {
        lines.extend(proposal(card, case));
    }
    lines.push(Fact::new(words::BENEFIT, words::benefit(case.benefit)));
    lines.push(proof(case));
    lines
}

fn proof(case: &ConditionalityCase) -> Fact {
    match (case.proved, case.kind.needs_proof()) {
        (true, _) => Fact::new(words::PROOF, case.proof.clone()),
        (false, true) => Fact::new(words::PROOF, words::PROOF_MISSING).role(Role::Warn),
        (false, false) => Fact::new(words::PROOF, words::PROOF_NOT_NEEDED),
    }
}

/// The reason given and what was done with it.
fn reason(card: &PersonCard, case: &ConditionalityCase) -> Vec<Fact> {
    let mut lines = Vec::new();
    if !case.reason.is_empty() {
        let label = if case.reason == SPECIAL {
            SPECIAL
        } else {
            card.catalogue.justified_reasons().label(&case.reason)
        };
        lines.push(Fact::new(words::REASON, words::reason(label, case.reason_on)));
        lines.push(Fact::new(words::DOCUMENT, words::document(case.document_seen, case.document_valid_to)));
    }
    let days = [
        (words::IMPEDIMENT, case.impediment_ended_on),
        (words::UNFIT, case.unfit_told_on),
        (words::HEARD, case.heard_on),
        (words::ASKED, case.opinion_asked_on),
        (words::OPINION, case.opinion_on),
    ];
    lines.extend(days.into_iter().filter_map(|(label, on)| day(label, on)));
    lines
}

/// Which occurrence it is, what the table says of each, and what it proposes:
/// shown also before the case counts, as what would follow.
pub fn proposal(card: &PersonCard, case: &ConditionalityCase) -> Vec<Fact> {
    let figures = figures::of_case(&card.catalogue, case.event_on);
    let counted = consequence::count(case, &card.cases);
    let table = consequences::all();
    let mut lines = Vec::new();
    let proposed = consequence::propose(case, counted, table, &figures);
    let followed = figures.of.counters_a_b == Counters::Together && counted.ab > 0;
    let occurrence = if followed { counted.ab } else { counted.letter };
    let label = if case.state.counts() { words::PROPOSED } else { words::WOULD_BE };
    let said = match proposed {
        Some(Outcome { consequence, days }) => words::proposed(&consequence.label(days), occurrence),
        None => words::NOTHING_PROPOSED.to_owned(),
    };
    lines.push(Fact::new(label, said));
    if let (Some(letter), true) = (case.kind.letter(), case.benefit.is_insurance()) {
        let days = |both: bool| {
            let here = |kind: CaseKind| kind == case.kind || both && kind.letter().is_some_and(|l| l <= 'b');
            let mut days: Vec<NaiveDate> = consequence::earlier(case, &card.cases)
                .filter(|other| here(other.kind))
                .map(|other| other.event_on)
                .collect();
            days.push(case.event_on);
            days
        };
        let mut said = words::occurrence(letter, counted.letter, &days(false));
        if counted.ab > 0 {
            said.push_str(&words::both(counted.ab, &days(true)));
        }
        lines.push(Fact::new(words::OCCURRENCE, said));
        let of = |occurrence| consequence::of_table(table, case, occurrence, &figures);
        lines.push(Fact::new(words::TABLE, words::steps(&steps(of))));
    }
    if consequence::ways_differ(case, counted, table, &figures) {
        lines.push(Fact::new(words::MIND, words::WAYS_DIFFER).role(Role::Warn));
    }
    lines
}

/// What follows the first time, the second and so on, up to the loss.
fn steps(of: impl Fn(u32) -> Option<Outcome>) -> Vec<String> {
    let mut said = Vec::new();
    for outcome in (1..=6).map_while(of) {
        said.push(words::short(outcome.consequence, outcome.days));
        if outcome.consequence == Consequence::Loss {
            break;
        }
    }
    said
}

/// The act and what came after it.
fn act(case: &ConditionalityCase) -> Vec<Fact> {
    let mut lines = Vec::new();
    if let Some(adopted) = case.adopted {
        lines.push(Fact::new(words::ADOPTED, words::adopted(&adopted.label(case.adopted_days), &case.act)));
        lines.extend(day(words::RUNS_FROM, case.effective_from));
    }
    lines.extend(day(words::NOTIFIED, case.notified_on));
    if !case.transmission.is_empty() {
        lines.push(Fact::new(words::SENT, words::sent(&case.transmission, case.sent_on)));
    }
    let days = [
        (words::APPLIED, case.applied_on),
        (words::APPEALED, case.appealed_on),
        (words::DECIDED, case.appeal_decided_on),
    ];
    lines.extend(days.into_iter().filter_map(|(label, on)| day(label, on)));
    lines
}

/// What there is to know while an event is written.
pub fn known(card: &PersonCard, case: &ConditionalityCase, event: CaseEvent, today: NaiveDate) -> Vec<Fact> {
    use CaseEvent as E;
    let mut lines = terms(card, case.id.0, today);
    match event {
        E::NoReason | E::Rejected | E::Counted | E::Adopted => lines.extend(proposal(card, case)),
        E::ReasonReceived => lines.push(proof(case)),
        E::Accepted | E::HeldUnfit | E::Heard | E::OpinionAsked | E::OpinionReceived => {
            lines.extend(reason(card, case));
        }
        E::Sent | E::Applied | E::Appealed | E::Upheld | E::Overturned => lines.extend(act(case)),
        E::Proved | E::NoProof | E::Cancelled => {
            lines.push(Fact::new(words::FACT, common::day(Some(case.event_on))));
        }
    }
    lines
}
