//! Registrations and PADs in lines.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::desk::query::PersonCard;
use crate::domain::miattivo::MiAttivo;
use crate::domain::pad::{Pad, PadState, clocks};
use crate::ui::screens::facts::Fact;
use crate::ui::screens::procedure::{day, heading, terms};
use crate::ui::strings::intake as words;
use crate::ui::theme::Role;

/// The day a PAD is known by: signed, else applied for.
pub fn day_of(pad: &Pad) -> Option<NaiveDate> {
    pad.signed_on.or(pad.applied_on).or(pad.benefit_from)
}

/// Its state as it is to be read today: one that is expected is overdue by itself.
pub fn state(card: &PersonCard, pad: &Pad, today: NaiveDate) -> PadState {
    clocks::state_on(pad, &card.catalogue.parameters(pad.benefit_from.unwrap_or(today)).benefits, today)
}

/// Since when a record is as it is: the day of its last step.
fn since(card: &PersonCard, id: Uuid, begun: NaiveDate) -> NaiveDate {
    let of = card.events.iter().filter(|event| event.subject == id);
    of.max_by_key(|event| (event.at, event.id)).map_or(begun, |event| event.on_date)
}

fn some(label: &'static str, text: &str) -> Option<Fact> {
    (!text.trim().is_empty()).then(|| Fact::new(label, text.trim()))
}

/// How a registration stands.
pub fn registration(card: &PersonCard, one: &MiAttivo, today: NaiveDate) -> Vec<Fact> {
    let since = since(card, one.id.0, one.registered_on);
    let mut lines = heading(one.state.label(), since, words::next(one.state));
    lines.extend(terms(card, one.id.0, today));
    let benefit = words::benefit(card.catalogue.benefits().label(&one.benefit));
    lines.push(Fact::new(words::BENEFIT, words::applied(benefit, one.inps_date)));
    if one.late {
        lines.push(Fact::new(words::LATE, words::LATE_SAID).role(Role::Warn));
    }
    lines.extend(some(words::EMAIL, &one.email));
    lines.extend(some(words::MOBILE, &one.mobile));
    lines.extend(some(words::HELPED, card.authors.get(&one.helped_by).unwrap_or(&one.helped_by)));
    lines.extend(some(words::NOTE, &one.note));
    lines
}

/// How a PAD stands.
pub fn pad(card: &PersonCard, pad: &Pad, today: NaiveDate) -> Vec<Fact> {
    let state = state(card, pad, today);
    let mut lines =
        heading(state.label(), since(card, pad.id.0, pad.recorded_at.date()), words::pad_next(state));
    lines.extend(known(card, pad, today));
    lines.extend(some(words::PATRONATO, &pad.patronato));
    lines.extend(some(words::NOTE, &pad.note));
    lines
}

/// Benefit, signature, agencies, contacts: what is to be known of a PAD.
pub fn known(card: &PersonCard, pad: &Pad, today: NaiveDate) -> Vec<Fact> {
    let mut lines = terms(card, pad.id.0, today);
    lines.push(Fact::new(
        words::BENEFIT,
        words::granted(pad.benefit.label(), pad.applied_on, pad.benefit_from),
    ));
    if let (Some(signed), Some(source)) = (pad.signed_on, pad.source) {
        lines.push(Fact::new(words::SIGNED, words::signed(signed, source.label(), pad.copied_on)));
    }
    if !pad.agencies.is_empty() {
        let names: Vec<String> =
            pad.agencies.iter().map(|agency| words::agency(&agency.name, agency.documented_on)).collect();
        lines.push(Fact::new(words::AGENCIES, names.join("; ")));
    }
    let contacts = words::contacts(&pad.email, &pad.mobile, pad.consent, pad.validated_on);
    lines.extend(some(words::CONTACTS, &contacts));
    let days = [
        (words::REFERRED, pad.referred_on),
        (words::SOCIAL, pad.social_services_on),
        (words::LINKED, pad.linked_on),
        (words::CONFIRMED, pad.confirmed_on),
        (words::ENDED, pad.ended_on),
    ];
    lines.extend(days.into_iter().filter_map(|(label, on)| day(label, on)));
    lines
}

/// The terms alone.
pub fn terms_only(card: &PersonCard, id: Option<Uuid>, today: NaiveDate) -> Vec<Fact> {
    id.map(|id| terms(card, id, today)).unwrap_or_default()
}

/// What the DID says of the benefit.
pub fn benefit(card: &PersonCard) -> Vec<Fact> {
    vec![match card.last_did() {
        Some(did) => Fact::new(words::DID, words::did(did.state.label(), did.benefit.label(), did.inps_date)),
        None => Fact::new(words::DID, words::NO_DID),
    }]
}
