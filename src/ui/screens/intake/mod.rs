//! PE04: how a person came to the office: MiAttivo registrations and the
//! local copies of the PADs signed on SIISL (R-MIA, R-PAD).

mod facts;
mod miattivo;
mod pad;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::facts::Fact;
use super::procedure::{Deed, Desk, Matter, Row, Steps, What};
use crate::desk::Command;
use crate::desk::query::PersonCard;
use crate::domain::did::Benefit;
use crate::domain::event::{StateEvent, Subject};
use crate::domain::finding::Acceptance;
use crate::domain::miattivo::{MiAttivo, MiAttivoEvent, MiAttivoState, states as registered};
use crate::domain::pad::{Pad, PadEvent, PadState, states as copied};
use crate::domain::permission::Permission;
use crate::ui::action::Action;
use crate::ui::form::Form;
use crate::ui::route::Code;
use crate::ui::screen::Cx;
use crate::ui::screens::common;
use crate::ui::strings::intake as words;
use crate::ui::strings::procedure as base;
use crate::ui::widgets::table::Column;

/// What is recorded on PE04.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// A MiAttivo registration.
    Register,
    /// The copy of a PAD, expected or signed.
    Copy,
    /// Something happens to a registration.
    MiAttivo(MiAttivoEvent),
    /// Something happens to a PAD.
    Pad(PadEvent),
}

/// Registrations and PADs of a person.
pub struct Intake;

impl Matter for Intake {
    type Act = Act;
    const CODE: Code = "PE04";
    const NEEDS: Permission = Permission::Intake;
    const TITLE: &'static str = words::TITLE;
    const EMPTY: &'static str = words::EMPTY;
    const TOLD: &'static [&'static str] =
        &["R-ADI-1", "R-ADI-2", "R-SFL-3", "R-NAS-1", "R-PAD-3", "R-PAD-2", "R-MIA-7"];

    fn columns() -> Vec<Column> {
        vec![
            Column::new(base::DATE, 10),
            Column::rest(base::SUBJECT),
            Column::new(words::BENEFIT_COLUMN, 12),
            Column::new(base::IN_STATE, 21),
            Column::new(base::DUE, 10),
        ]
    }

    fn rows(card: &PersonCard, today: NaiveDate) -> Vec<Row> {
        let due = |id: Uuid| common::day(card.terms_of(id).iter().map(|term| term.due).min());
        let registered = card.miattivos.iter().map(|one| {
            let cells = vec![
                common::day(Some(one.registered_on)),
                words::MIATTIVO.to_owned(),
                words::benefit(card.catalogue.benefits().label(&one.benefit)).to_owned(),
                one.state.label().to_owned(),
                due(one.id.0),
            ];
            let key = (one.state.is_open(), one.registered_on, one.id.0);
            (key, Row { id: one.id.0, cells, title: words::registration(one.registered_on) })
        });
        let copied = card.pads.iter().map(|one| {
            let day = facts::day_of(one);
            let cells = vec![
                common::day(day),
                words::PAD.to_owned(),
                one.benefit.label().to_owned(),
                facts::state(card, one, today).label().to_owned(),
                due(one.id.0),
            ];
            let key = (one.is_open(), day.unwrap_or_default(), one.id.0);
            (key, Row { id: one.id.0, cells, title: words::copy(one.benefit.label(), day) })
        });
        let mut all: Vec<_> = registered.chain(copied).collect();
        all.sort_by_key(|(key, _)| std::cmp::Reverse(*key));
        all.into_iter().map(|(_, row)| row).collect()
    }

    fn facts(card: &PersonCard, row: &Row, today: NaiveDate) -> Vec<Fact> {
        match (find(card, Some(row.id)), find_pad(card, Some(row.id))) {
            (Some(one), _) => facts::registration(card, one, today),
            (None, Some(pad)) => facts::pad(card, pad, today),
            (None, None) => Vec::new(),
        }
    }

    fn happened(event: &StateEvent) -> Option<&'static str> {
        if event.subject_kind == Subject::Pad {
            let begun = (event.event == "expected").then_some(words::EXPECTED);
            return begun
                .or_else(|| PadEvent::ALL.iter().find(|e| e.word() == event.event).map(|e| e.label()));
        }
        let begun = (event.event == "opened").then_some(words::OPENED);
        begun.or_else(|| MiAttivoEvent::ALL.iter().find(|e| e.word() == event.event).map(|e| e.label()))
    }

    fn deeds(card: &PersonCard, row: Option<&Row>, desk: Desk) -> Vec<Deed<Act>> {
        let (id, supervisor) = (row.map(|row| row.id), desk.supervisor);
        let mut deeds = Vec::new();
        if let Some(one) = find(card, id) {
            let (table, state) = (registered::TABLE, one.state);
            let steps = Steps { table, state, label: MiAttivoState::label, supervisor };
            let all = words::REGISTRATION_KEYS.iter();
            deeds.extend(
                all.map(|(event, key)| steps.deed(*event, Act::MiAttivo(*event), *key, event.label())),
            );
        }
        if let Some(pad) = find_pad(card, id) {
            let steps = Steps { table: copied::TABLE, state: pad.state, label: PadState::label, supervisor };
            deeds.extend(words::PAD_KEYS.iter().map(|(event, key)| {
                steps.deed(*event, Act::Pad(*event), *key, event.label()).unless(hindrance(card, pad, *event))
            }));
        }
        let open = card.miattivos.iter().find(|one| one.state.is_open());
        let why = open.map(|one| words::running(one.registered_on, one.state.label()));
        deeds.push(
            Deed::begins(Act::Register, Action::New, words::REGISTER, words::REGISTER_KEEPS).unless(why),
        );
        deeds.push(Deed::begins(Act::Copy, Action::Letter(words::COPY_KEY), words::COPY, words::COPY_KEEPS));
        deeds
    }

    fn known(what: What<Act>, card: &PersonCard, today: NaiveDate) -> Vec<Fact> {
        match what.act {
            Act::Register | Act::Copy => facts::benefit(card),
            Act::MiAttivo(_) => facts::terms_only(card, what.about, today),
            Act::Pad(_) => {
                find_pad(card, what.about).map(|pad| facts::known(card, pad, today)).unwrap_or_default()
            }
        }
    }

    fn form(what: What<Act>, card: &PersonCard, cx: &Cx) -> Form {
        match (what.act, find_pad(card, what.about)) {
            (Act::Register, _) => miattivo::register(card, cx.today()),
            (Act::MiAttivo(event), _) => miattivo::event(event, card, cx),
            (Act::Pad(event), Some(pad)) => pad::event(event, pad, card, cx.today()),
            (Act::Copy | Act::Pad(_), _) => pad::record(card, cx.today()),
        }
    }

    fn command(
        what: What<Act>,
        form: &Form,
        card: &PersonCard,
        accepted: Vec<Acceptance>,
    ) -> Option<Command> {
        Some(match what.act {
            Act::Register => miattivo::register_command(form, card.registrant.id, accepted),
            Act::Copy => pad::record_command(form, card.registrant.id, accepted),
            Act::MiAttivo(event) => miattivo::event_command(event, find(card, what.about)?.id, form),
            Act::Pad(event) => pad::event_command(event, find_pad(card, what.about)?, form, accepted),
        })
    }
}

fn find(card: &PersonCard, id: Option<Uuid>) -> Option<&MiAttivo> {
    card.miattivos.iter().find(|one| Some(one.id.0) == id)
}

fn find_pad(card: &PersonCard, id: Option<Uuid>) -> Option<&Pad> {
    card.pads.iter().find(|pad| Some(pad.id.0) == id)
}

/// What the rules would say of it in any case, told before it is tried.
fn hindrance(card: &PersonCard, pad: &Pad, event: PadEvent) -> Option<String> {
    use PadEvent as E;
    let reachable = !pad.email.trim().is_empty() || !pad.mobile.trim().is_empty();
    let in_force = card.versions.iter().any(|version| version.state.in_force());
    let why = match event {
        E::Referred | E::SocialServices if pad.benefit != Benefit::Adi => words::ONLY_ADI,
        E::Confirmed if !pad.benefit.is_inclusion() => words::ONLY_INCLUSION,
        E::ContactsValidated if pad.signed_on.is_some() && !reachable => words::NO_CONTACT,
        E::PspLinked if !in_force => words::NO_PACT,
        _ => return None,
    };
    Some(why.to_owned())
}
