//! The tabs of the card as lines of text.

use chrono::{NaiveDate, NaiveDateTime};

use crate::desk::query::PersonCard;
use crate::domain::appointment::Appointment;
use crate::domain::codes::LepCode;
use crate::domain::office::Office;
use crate::tables::{code_table, lep};
use crate::ui::screen::Cx;
use crate::ui::screens::card::cases;
use crate::ui::screens::common::{long_date, moment, place_name};
use crate::ui::screens::facts::{self, Fact};
use crate::ui::strings::{card as words, rights};
use crate::ui::theme::Role;

/// Facts of a DID that the summary at 80 columns leaves to its tab.
pub const AT_LENGTH: [&str; 4] = [
    crate::ui::strings::facts::APPLICATION,
    crate::ui::strings::facts::DECLARES,
    crate::ui::strings::facts::NOTICE,
    crate::ui::strings::facts::ENDED,
];

/// How the person stands: DID, assessment, pact, notice.
pub fn state(card: &PersonCard, cx: &Cx) -> Vec<Fact> {
    let mut lines = match card.last_did() {
        Some(did) => facts::did(card, did, cx),
        None => vec![Fact::new("DID", words::NO_DID)],
    };
    let assessed = card.assessment().map_or_else(
        || words::TO_BE_DONE.to_owned(),
        |a| format!("{}  {}", words::of(a.date), cx.tables().paths().label_on(&a.path, a.date)),
    );
    lines.push(Fact::new(words::ASSESSMENT, assessed.trim_end().to_owned()));
    let pact = card.psp().map_or_else(
        || words::NONE.to_owned(),
        |version| words::version(version.number, version.state.label()),
    );
    lines.push(Fact::new(words::PSP, pact));
    if let Some(running) = card.restrictions.iter().find(|one| one.holds()) {
        lines.insert(0, Fact::new(rights::ON_CARD, rights::restricted(running.asked_on)).role(Role::Warn));
    }
    lines.push(match notice(card, cx.session.map(|session| &session.office)) {
        Some((version, on)) => Fact::new(words::PRIVACY, words::notice(version, on)),
        None => Fact::new(words::PRIVACY, words::NOT_GIVEN).role(Role::Warn),
    });
    lines
}

/// The notice in force, when it was given.
pub fn notice<'a>(card: &'a PersonCard, office: Option<&Office>) -> Option<(&'a str, NaiveDate)> {
    let version = office.map(|office| office.privacy_version.as_str());
    let given = card.notices.iter().rfind(|notice| version.is_none_or(|v| v == notice.version))?;
    Some((&given.version, given.given_on))
}

/// The next appointment.
pub fn next(card: &PersonCard, now: NaiveDateTime) -> Vec<Fact> {
    let Some(appointment) = card.next_appointment(now) else {
        return vec![Fact::line(words::NONE, Role::Disabled)];
    };
    let service = code_table::services().label(&appointment.service);
    let place = [appointment.mode.label(), appointment.place.as_str()];
    vec![
        Fact::line(format!("{}  {service}", moment(appointment.start)), Role::Text),
        Fact::line(joined(&place), Role::Text),
    ]
}

fn joined(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ")
}

/// How to reach the person.
pub fn contacts(card: &PersonCard) -> Vec<Fact> {
    let p = &card.registrant;
    let line = |label, text: &str, checked| {
        (!text.is_empty()).then(|| Fact::line(words::contact(label, text, checked), Role::Text))
    };
    let mut lines: Vec<Fact> = [
        line("cell.  ", &p.mobile, p.mobile_verified_on.map(|_| words::CHECKED)),
        line("tel.   ", &p.phone, None),
        line("e-mail ", &p.email, p.email_verified_on.map(|_| words::CHECKED_MAIL)),
        line("PEC    ", &p.pec, None),
    ]
    .into_iter()
    .flatten()
    .collect();
    if lines.is_empty() {
        lines.push(Fact::line(words::NO_CONTACT, Role::Warn));
    }
    let (street, cap, place) = p.domicile();
    let town = if place.is_empty() { String::new() } else { place_name(place) };
    let home = joined(&[street, format!("{cap} {town}").trim()]);
    if !home.is_empty() {
        lines.push(Fact::line(home, Role::Text));
    }
    lines.push(if p.contact_address.is_empty() {
        Fact::line(words::TO_DOMICILE, Role::Label)
    } else {
        Fact::line(p.contact_address.clone(), Role::Text)
    });
    lines
}

/// The lines of a tab, from 1 (the summary is drawn by itself).
pub fn lines(card: &PersonCard, tab: usize, cx: &Cx, room: usize) -> Vec<Fact> {
    let lines = match tab {
        1 => dids(card, cx),
        2 => pacts(card),
        3 => activities(card),
        4 => card.appointments.iter().rev().map(appointment).collect(),
        5 => documents(card),
        6 => history(card, cx),
        _ => facts::all_deadlines(&card.deadlines, cx.today(), room),
    };
    if lines.is_empty() { vec![Fact::line(words::NOTHING, Role::Disabled)] } else { lines }
}

fn dids(card: &PersonCard, cx: &Cx) -> Vec<Fact> {
    let mut lines = Vec::new();
    for did in card.dids.iter().rev() {
        lines.extend(facts::did(card, did, cx));
        let events: Vec<_> = card.events.iter().filter(|e| e.subject == did.id.0).cloned().collect();
        lines.push(Fact::head(words::EVENTS));
        lines.extend(facts::events(&events, None));
        lines.push(Fact::gap());
    }
    lines
}

fn pacts(card: &PersonCard) -> Vec<Fact> {
    let mut lines = Vec::new();
    for version in card.versions.iter().rev() {
        lines.push(Fact::new(words::PSP, words::version(version.number, version.state.label())));
        if !version.objective.is_empty() {
            lines.push(Fact::line(version.objective.clone(), Role::Text));
        }
        let events: Vec<_> = card.events.iter().filter(|e| e.subject == version.id.0).cloned().collect();
        lines.push(Fact::head(words::EVENTS));
        lines.extend(facts::events(&events, None));
        lines.push(Fact::gap());
    }
    lines
}

fn activities(card: &PersonCard) -> Vec<Fact> {
    let proposed = card
        .proposals
        .iter()
        .map(|proposal| Fact::line(words::proposal(proposal.lep, proposal.date), Role::Warn));
    let logged = card.activities.iter().rev().map(|activity| {
        let title = LepCode::parse(&activity.lep).ok().and_then(lep::get).map_or("", |row| &row.title);
        let text = format!(
            "{}  {:2}  {:4}  {:3}'  {}  {title}",
            activity.date.format("%d/%m/%Y"),
            activity.lep,
            activity.sap.label(),
            activity.minutes,
            activity.state.label()
        );
        Fact::line(text, Role::Text)
    });
    proposed.chain(logged).collect()
}

fn appointment(appointment: &Appointment) -> Fact {
    let service = code_table::services().label(&appointment.service);
    let day = long_date(appointment.start.date());
    let text = format!(
        "{day} {}  {service}  {}  {}",
        appointment.start.format("%H:%M"),
        appointment.state.label(),
        appointment.outcome_note
    );
    Fact::line(text.trim_end().to_owned(), Role::Text)
}

fn documents(card: &PersonCard) -> Vec<Fact> {
    let line = |d: &crate::domain::document::Document| {
        words::document(&d.number, d.version, d.issued_at.date(), &d.issued_by, d.pages)
    };
    card.documents.iter().rev().map(|d| Fact::line(line(d), Role::Text)).collect()
}

fn history(card: &PersonCard, cx: &Cx) -> Vec<Fact> {
    let mut lines = cases::facts(card, cx);
    lines.extend(facts::events(&card.events, None));
    if !card.warnings.is_empty() {
        lines.push(Fact::gap());
        lines.push(Fact::head(words::WARNINGS));
        lines.extend(card.warnings.iter().rev().map(|w| {
            Fact::line(words::warning(&w.rule, &w.text, &w.reason, &w.by, w.at.date()), Role::Text)
        }));
    }
    if !card.notices.is_empty() {
        lines.push(Fact::gap());
        lines.push(Fact::head(words::NOTICES));
        lines.extend(
            card.notices.iter().rev().map(|n| Fact::line(words::notice(&n.version, n.given_on), Role::Text)),
        );
    }
    lines
}
