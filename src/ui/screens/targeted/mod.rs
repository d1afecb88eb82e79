//! CM01: applications for targeted placement (LEP M1, L. 68/1999), in two
//! steps: taken at the counter with a receipt, checked in the back office
//! within the final term. What tells of health is covered until somebody says
//! why it is needed (R-CM-10, R-PRV-1).

mod apply;
mod facts;
mod form;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::facts::Fact;
use super::procedure::{Deed, Desk, Matter, Row, Steps, What};
use crate::desk::Command;
use crate::desk::query::PersonCard;
use crate::domain::document::DocumentKind;
use crate::domain::event::StateEvent;
use crate::domain::finding::Acceptance;
use crate::domain::permission::Permission;
use crate::domain::placement::states::TABLE;
use crate::domain::placement::{TargetedApplication, TargetedCard, TargetedEvent, TargetedState};
use crate::ui::action::Action;
use crate::ui::form::Form;
use crate::ui::route::Code;
use crate::ui::screen::Cx;
use crate::ui::screens::common;
use crate::ui::strings::procedure as base;
use crate::ui::strings::targeted as words;
use crate::ui::widgets::table::Column;

/// What is recorded on CM01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// An application is taken at the counter.
    Apply,
    /// Something happens to one.
    Event(TargetedEvent),
}

/// The applications of a person.
pub struct Targeted;

impl Matter for Targeted {
    type Act = Act;
    const CODE: Code = "CM01";
    const NEEDS: Permission = Permission::Targeted;
    const TITLE: &'static str = words::TITLE;
    const EMPTY: &'static str = words::EMPTY;
    const TOLD: &'static [&'static str] = &["R-CM-14", "R-CM-13", "R-CM-16", "R-CM-17"];

    fn columns() -> Vec<Column> {
        vec![
            Column::new(base::DATE, 10),
            Column::rest(words::PROTOCOL_COLUMN),
            Column::new(words::IN_CHARGE_COLUMN, 18).from(84),
            Column::new(base::IN_STATE, 23),
            Column::new(base::DUE, 10),
        ]
    }

    fn rows(card: &PersonCard, _today: NaiveDate) -> Vec<Row> {
        let mut all: Vec<&TargetedApplication> = card.targeted.iter().collect();
        all.sort_by_key(|one| std::cmp::Reverse((one.state.holds(), one.presented_on, one.id)));
        let due = |one: &TargetedApplication| card.terms_of(one.id.0).iter().map(|term| term.due).min();
        let row = |one: &TargetedApplication| Row {
            id: one.id.0,
            cells: vec![
                common::day(Some(one.presented_on)),
                one.protocol.clone(),
                one.in_charge.clone(),
                one.state.label().to_owned(),
                common::day(due(one)),
            ],
            title: words::title(one.presented_on, &one.protocol),
        };
        all.into_iter().map(row).collect()
    }

    fn facts(card: &PersonCard, row: &Row, today: NaiveDate) -> Vec<Fact> {
        find(card, Some(row.id)).map(|one| facts::facts(card, one, today)).unwrap_or_default()
    }

    fn paper(card: &PersonCard, row: &Row) -> Option<DocumentKind> {
        let state = find(card, Some(row.id))?.state;
        // The last that fits: of one with a notice the notice, not the receipt.
        DocumentKind::ALL.iter().rfind(|kind| kind.fits(state)).copied()
    }

    fn happened(event: &StateEvent) -> Option<&'static str> {
        let presented = (event.event == "presented").then_some(words::PRESENTED);
        let known = || TargetedEvent::ALL.iter().find(|e| common::code(e) == event.event);
        presented.or_else(|| known().map(|e| e.label()))
    }

    fn deeds(card: &PersonCard, row: Option<&Row>, desk: Desk) -> Vec<Deed<Act>> {
        let mut deeds = Vec::new();
        if let Some(one) = find(card, row.map(|row| row.id)) {
            let (state, supervisor) = (one.state, desk.supervisor);
            let steps = Steps { table: TABLE, state, label: TargetedState::label, supervisor };
            deeds.extend(words::KEYS.iter().map(|(event, letter)| {
                let deed = steps.deed(*event, Act::Event(*event), *letter, event.label());
                deed.unless(hindrance(card, one, *event, desk.today))
            }));
        }
        let held = card.targeted.iter().find(|one| one.state.holds());
        let why = held.map(|one| words::held(one.state.label()));
        deeds.push(Deed::begins(Act::Apply, Action::New, words::APPLY, words::APPLY_KEEPS).unless(why));
        deeds
    }

    fn known(what: What<Act>, card: &PersonCard, today: NaiveDate) -> Vec<Fact> {
        match (what.act, find(card, what.about)) {
            (Act::Event(event), Some(one)) => facts::known(card, one, event, today),
            _ => apply::known(card, today),
        }
    }

    fn form(what: What<Act>, card: &PersonCard, cx: &Cx) -> Form {
        match (what.act, find(card, what.about)) {
            (Act::Event(event), Some(one)) => form::form(event, one, card, cx.today()),
            _ => apply::form(card, cx),
        }
    }

    fn command(
        what: What<Act>,
        form: &Form,
        card: &PersonCard,
        accepted: Vec<Acceptance>,
    ) -> Option<Command> {
        match what.act {
            Act::Apply => Some(apply::command(form, card.registrant.id, accepted)),
            Act::Event(event) => {
                find(card, what.about).map(|one| form::command(event, one.id, form, accepted))
            }
        }
    }
}

fn find(card: &PersonCard, id: Option<Uuid>) -> Option<&TargetedApplication> {
    card.targeted.iter().find(|one| Some(one.id.0) == id)
}

/// What is special of an application, as it may be shown now.
fn special<'a>(card: &'a PersonCard, one: &TargetedApplication) -> Option<&'a TargetedCard> {
    card.targeted_cards.iter().find(|special| special.application == one.id)
}

/// What the rules would say of it in any case, told before it is tried.
fn hindrance(
    card: &PersonCard,
    one: &TargetedApplication,
    event: TargetedEvent,
    today: NaiveDate,
) -> Option<String> {
    use TargetedEvent as E;
    use TargetedState as S;
    let runs = |rule: &str| {
        let terms = card.terms_of(one.id.0);
        let term = terms.into_iter().find(|term| &*term.rule.0 == rule);
        term.filter(|term| today <= term.due).map(|term| words::runs(&term.what, term.due))
    };
    match event {
        E::NoticeReceived => one.notice_received_on.map(words::received),
        E::DocumentsExpired => runs("R-CM-11"),
        E::Rejected if one.state == S::PreRejection => match one.notice_received_on {
            None => Some(words::NOT_RECEIVED.to_owned()),
            Some(_) => runs("R-CM-13"),
        },
        E::RevisionReached => match one.review_on {
            None => Some(words::NO_REVISION.to_owned()),
            Some(due) => (today < due).then(|| words::runs(words::REVISION_TERM, due)),
        },
        _ => None,
    }
}
