//! The cases and applications of a person, above the history: state, next
//! step and term of each.

use uuid::Uuid;

use super::words;
use crate::desk::query::PersonCard;
use crate::domain::conditionality::ConditionalityCase;
use crate::domain::placement::TargetedApplication;
use crate::tables::code_table;
use crate::ui::screen::Cx;
use crate::ui::screens::facts::Fact;
use crate::ui::strings::intake;
use crate::ui::theme::Role;

/// Nothing for who has none; with a heading for the events that follow.
pub fn facts(card: &PersonCard, cx: &Cx) -> Vec<Fact> {
    let mut lines = Vec::new();
    if !(card.cases.is_empty() && card.proposed_cases.is_empty()) {
        lines.push(Fact::head(words::CASES));
        for proposed in &card.proposed_cases {
            let text = words::case_to_open(proposed.on, proposed.benefit.label());
            lines.push(Fact::line(text, Role::Warn));
        }
        card.cases.iter().rev().for_each(|case| of_case(card, case, cx, &mut lines));
    }
    if !card.targeted.is_empty() {
        lines.push(Fact::head(words::TARGETED));
        card.targeted.iter().rev().for_each(|application| of_application(card, application, &mut lines));
    }
    if !(card.miattivos.is_empty() && card.pads.is_empty()) {
        lines.push(Fact::head(words::INTAKE));
    }
    for one in card.miattivos.iter().rev() {
        let text = format!("{}: {}", intake::registration(one.registered_on), one.state.label());
        let role = if one.state.is_open() { Role::Warn } else { Role::Text };
        lines.push(Fact::line(text, role));
        next(card, one.id.0, intake::next(one.state), &mut lines);
    }
    for pad in card.pads.iter().rev() {
        let text = intake::copy(pad.benefit.label(), pad.signed_on.or(pad.applied_on));
        let role = if pad.is_open() { Role::Warn } else { Role::Text };
        lines.push(Fact::line(format!("{text}: {}", pad.state.label()), role));
        next(card, pad.id.0, intake::pad_next(pad.state), &mut lines);
    }
    if !lines.is_empty() {
        lines.push(Fact::head(words::EVENTS));
    }
    lines
}

fn of_case(card: &PersonCard, case: &ConditionalityCase, cx: &Cx, lines: &mut Vec<Fact>) {
    let role = if case.state.is_open() { Role::Warn } else { Role::Text };
    lines.push(Fact::line(format!("{}: {}", case.title(), case.state.label()), role));
    if !case.reason.is_empty() {
        let reason = cx.tables().justified_reasons().label_on(&case.reason, case.event_on).to_owned();
        lines.push(Fact::new(words::REASON, reason));
    }
    if let Some(adopted) = case.adopted {
        let said = words::adopted(&adopted.label(case.adopted_days), &case.act);
        lines.push(Fact::new(words::CONSEQUENCE, said));
    } else if let Some(proposed) = case.proposed.filter(|_| case.state.counts()) {
        let said = words::proposed(&proposed.label(case.proposed_days), case.occurrence, case.occurrence_ab);
        lines.push(Fact::new(words::CONSEQUENCE, said));
    }
    next(card, case.id.0, case.state.next_step(), lines);
}

fn of_application(card: &PersonCard, application: &TargetedApplication, lines: &mut Vec<Fact>) {
    let title = words::application(application.presented_on, &application.protocol, &application.in_charge);
    let role = if application.state.is_open() { Role::Warn } else { Role::Text };
    lines.push(Fact::line(format!("{title}: {}", application.state.label()), role));
    if let Some(special) = card.targeted_cards.iter().find(|special| special.application == application.id) {
        let label = code_table::targeted_categories().label(&special.category);
        lines.push(Fact::new(words::CATEGORY, words::category(label, special.report.percent)));
    }
    next(card, application.id.0, application.state.next_step(), lines);
}

/// The next step and the terms that run.
fn next(card: &PersonCard, id: Uuid, step: &str, lines: &mut Vec<Fact>) {
    if !step.is_empty() {
        lines.push(Fact::new(words::NEXT_STEP, step));
    }
    for term in card.terms_of(id) {
        let text = format!("{}  {}  {}  {}", words::on(term.due), term.what, term.sum, term.rule);
        lines.push(Fact::new(words::UNTIL, text.trim_end().to_owned()));
    }
}
