//! CO01: the conditionality cases of a person. The program counts and
//! proposes; the supervisor decides (R-SAN-1).

mod facts;
mod form;
mod open;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::facts::Fact;
use super::procedure::{Deed, Desk, Matter, Row, Steps, What};
use crate::desk::query::PersonCard;
use crate::desk::{Command, figures};
use crate::domain::conditionality::states::TABLE;
use crate::domain::conditionality::{CaseEvent, CaseKind, CaseState, ConditionalityCase};
use crate::domain::event::StateEvent;
use crate::domain::finding::Acceptance;
use crate::domain::ids::AppointmentId;
use crate::domain::permission::Permission;
use crate::ui::action::Action;
use crate::ui::form::{Form, Name};
use crate::ui::route::Code;
use crate::ui::screen::Cx;
use crate::ui::screens::common;
use crate::ui::strings::cases as words;
use crate::ui::strings::procedure as base;
use crate::ui::widgets::table::Column;

/// What is recorded on CO01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// A case is opened; about the appointment missed, when it is known.
    Open,
    /// Something happens to one.
    Event(CaseEvent),
}

/// The form that opens a case from an absence.
#[must_use]
pub fn from_absence(absence: AppointmentId) -> What<Act> {
    What { act: Act::Open, about: Some(absence.0) }
}

/// The cases of a person.
pub struct Cases;

impl Matter for Cases {
    type Act = Act;
    const CODE: Code = "CO01";
    const NEEDS: Permission = Permission::Cases;
    const TITLE: &'static str = words::TITLE;
    const EMPTY: &'static str = words::EMPTY;
    const TOLD: &'static [&'static str] = &["R-LOS-2", "R-SAN-1", "R-SAN-3", "R-JUS-5", "R-JUS-3"];

    fn columns() -> Vec<Column> {
        vec![
            Column::new(base::DATE, 10),
            Column::rest(base::SUBJECT),
            Column::new(words::BENEFIT_COLUMN, 8).from(84),
            Column::new(base::IN_STATE, 18),
            Column::new(base::DUE, 10),
        ]
    }

    fn rows(card: &PersonCard, _today: NaiveDate) -> Vec<Row> {
        let mut cases: Vec<&ConditionalityCase> = card.cases.iter().collect();
        cases.sort_by_key(|case| std::cmp::Reverse((case.state.is_open(), case.event_on, case.id)));
        let due = |case: &ConditionalityCase| card.terms_of(case.id.0).iter().map(|term| term.due).min();
        let row = |case: &ConditionalityCase| Row {
            id: case.id.0,
            cells: vec![
                common::day(Some(case.event_on)),
                words::kind(case.kind, case.benefit),
                case.benefit.label().to_owned(),
                case.state.label().to_owned(),
                common::day(due(case)),
            ],
            title: case.title(),
        };
        cases.into_iter().map(row).collect()
    }

    fn begun(what: What<Act>, card: &PersonCard) -> Option<Uuid> {
        let missed = what.about.filter(|_| what.act == Act::Open)?;
        let held = |case: &&ConditionalityCase| {
            case.appointment.is_some_and(|id| id.0 == missed) && case.state != CaseState::Cancelled
        };
        card.cases.iter().find(held).map(|case| case.id.0)
    }

    fn facts(card: &PersonCard, row: &Row, today: NaiveDate) -> Vec<Fact> {
        find(card, Some(row.id)).map(|case| facts::facts(card, case, today)).unwrap_or_default()
    }

    fn happened(event: &StateEvent) -> Option<&'static str> {
        let opened = (event.event == "opened").then_some(words::OPENED);
        opened.or_else(|| CaseEvent::ALL.iter().find(|e| e.word() == event.event).map(|e| e.label()))
    }

    fn deeds(card: &PersonCard, row: Option<&Row>, desk: Desk) -> Vec<Deed<Act>> {
        let case = find(card, row.map(|row| row.id));
        let mut deeds: Vec<Deed<Act>> = Vec::new();
        if let Some(case) = case {
            let steps = Steps {
                table: TABLE,
                state: case.state,
                label: CaseState::label,
                supervisor: desk.supervisor,
            };
            deeds.extend(words::KEYS.iter().map(|(event, letter)| {
                let deed = steps.deed(*event, Act::Event(*event), *letter, event.label());
                deed.unless(hindrance(card, case, *event, desk.today))
            }));
        }
        let none = card.dids.is_empty().then(|| words::NO_DID.to_owned());
        deeds.push(Deed::begins(Act::Open, Action::New, words::OPEN, words::OPEN_KEEPS).unless(none));
        deeds
    }

    fn known(what: What<Act>, card: &PersonCard, today: NaiveDate) -> Vec<Fact> {
        match what.act {
            Act::Open => open::known(card),
            Act::Event(event) => {
                let case = find(card, what.about);
                case.map(|case| facts::known(card, case, event, today)).unwrap_or_default()
            }
        }
    }

    fn form(what: What<Act>, card: &PersonCard, cx: &Cx) -> Form {
        match (what.act, find(card, what.about)) {
            (Act::Event(event), Some(case)) => form::form(event, case, card, cx.today()),
            _ => open::form(what.about, card, cx.today()),
        }
    }

    fn follow(what: What<Act>, form: &mut Form, field: Name, card: &PersonCard) {
        if what.act == Act::Open {
            open::follow(form, field, card);
        }
    }

    fn command(
        what: What<Act>,
        form: &Form,
        card: &PersonCard,
        accepted: Vec<Acceptance>,
    ) -> Option<Command> {
        match what.act {
            Act::Open => Some(open::command(form, card.registrant.id, accepted)),
            Act::Event(event) => {
                find(card, what.about).map(|case| form::command(event, case.id, form, accepted))
            }
        }
    }
}

fn find(card: &PersonCard, id: Option<Uuid>) -> Option<&ConditionalityCase> {
    card.cases.iter().find(|case| Some(case.id.0) == id)
}

/// What the rules would say of it in any case, told before it is tried.
fn hindrance(
    card: &PersonCard,
    case: &ConditionalityCase,
    event: CaseEvent,
    today: NaiveDate,
) -> Option<String> {
    use CaseEvent as E;
    let unproved = case.kind.needs_proof() && !case.proved;
    match event {
        E::HeldUnfit | E::Heard if case.kind != CaseKind::Offer => Some(words::ONLY_OFFERS.to_owned()),
        E::NoProof if case.proved => Some(words::PROVED.to_owned()),
        E::NoReason | E::Rejected if unproved => Some(words::UNPROVED.to_owned()),
        E::Applied => case.applied_on.map(words::already),
        E::Appealed => case.appeal_decided_on.map(words::already),
        E::NoReason => {
            let due = case.reason_due(&figures::of_case(&card.catalogue, case.event_on));
            (today <= due).then(|| words::runs(due))
        }
        _ => None,
    }
}
