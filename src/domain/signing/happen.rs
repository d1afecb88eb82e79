//! What is checked before a step of a signing is recorded, what it leaves,
//! and what follows for the pact.

use chrono::{NaiveDateTime, Timelike};
use serde_json::{Map, Value};

use super::asks::asks;
use super::{
    Access, Channel, Evidence, Party, Signature, Signing, SigningEvent, SigningState, rules, tables,
};
use crate::domain::finding::Finding;
use crate::domain::psp::rows::{CELL, LINE, check_text};

/// Longest note, in characters.
const NOTE: usize = 4000;

/// A step, with what proves it.
#[derive(Clone, Copy, Debug)]
pub struct Happening<'a> {
    /// What happened.
    pub event: SigningEvent,
    /// What proves it.
    pub evidence: &'a Evidence,
    /// Reason, outcome of a check.
    pub note: &'a str,
    /// When it happened.
    pub moment: NaiveDateTime,
    /// When it is recorded.
    pub now: NaiveDateTime,
}

/// What a step does to the pact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// The person's signature counts.
    PersonSigned,
    /// The operator's signature counts.
    OperatorSigned,
    /// The person declined.
    Refused,
    /// No signature came.
    Expired,
}

/// What a step does to the pact. By e-mail the person's signature counts once
/// the scan is checked, the operator's once the file is on SIUL (states.md § 5).
#[must_use]
pub fn effect(channel: Channel, event: SigningEvent) -> Option<Effect> {
    use SigningEvent as E;
    match (event, channel) {
        (E::PersonSigned | E::Checked | E::Validated, _) => Some(Effect::PersonSigned),
        (E::OperatorSigned, Channel::InPerson) | (E::Uploaded | E::Completed, _) => {
            Some(Effect::OperatorSigned)
        }
        (E::Declined, _) => Some(Effect::Refused),
        (E::GivenUp, _) => Some(Effect::Expired),
        _ => None,
    }
}

/// Everything the rules say about a step.
#[must_use]
pub fn check(signing: &Signing, what: &Happening<'_>) -> Vec<Finding> {
    if tables::next(signing.channel, signing.state, what.event).is_none() {
        return vec![out_of_place(signing, what.event)];
    }
    let mut found = when(signing, what);
    asked(signing, what, &mut found);
    let e = what.evidence;
    match what.event {
        SigningEvent::Agreed => agreed(signing.channel, e, &mut found),
        SigningEvent::InterviewOpened => {
            served_by(signing, e, &mut found);
            if e.identity_type.trim().is_empty() || e.identity_number.trim().is_empty() {
                found.push(rules::ON_VIDEO.at("evidence.identity_number"));
            }
        }
        SigningEvent::Released => served_by(signing, e, &mut found),
        SigningEvent::Sent => {
            let given = &signing.evidence.email;
            if !e.sent_to.trim().is_empty() && !same_address(&e.sent_to, given) {
                found.push(rules::ADDRESS.at("evidence.sent_to").with(&e.sent_to).with(given));
            }
        }
        SigningEvent::Returned => {
            let given = &signing.evidence.email;
            if !e.returned_file.trim().is_empty() && !accepted_format(&e.returned_file) {
                found.push(rules::FORMAT.at("evidence.returned_file").with(&e.returned_file));
            }
            if !e.returned_from.trim().is_empty() && !same_address(&e.returned_from, given) {
                found.push(rules::SENDER.at("evidence.returned_from").with(&e.returned_from).with(given));
            }
            if signing.state == SigningState::Stalled && what.note.trim().is_empty() {
                found.push(rules::NEEDED.at("note").with(label("note")));
            }
        }
        SigningEvent::OperatorSigned => match (signing.channel, e.signature) {
            (Channel::InPerson, Some(Signature::NameOnly)) => {
                found.push(rules::NAME_ONLY.at("evidence.signature"));
            }
            (Channel::RemoteEmail, Some(Signature::Handwritten | Signature::NameOnly)) => {
                found.push(rules::QUALIFIED.at("evidence.signature"));
            }
            _ => {}
        },
        _ => {}
    }
    found
}

/// A step the table does not list. The order of the remote channels is a rule
/// of the region (R-REM-7, 8); the rest is the table itself.
fn out_of_place(signing: &Signing, event: SigningEvent) -> Finding {
    use SigningEvent as E;
    let in_order = signing.is_open()
        && tables::table(signing.channel).iter().any(|step| step.on == event)
        && matches!(
            event,
            E::Generated
                | E::Sent
                | E::Released
                | E::Returned
                | E::Checked
                | E::Validated
                | E::OperatorSigned
                | E::Uploaded
                | E::Completed
        );
    let rule = match signing.channel {
        Channel::RemoteEmail if in_order => rules::ORDER,
        Channel::Firmalom if in_order => rules::ORDER_FIRMALOM,
        _ => rules::NOT_NOW,
    };
    rule.at("event").with(signing.state.label()).with(event.label())
}

/// The refusal that no regional profile lowers: the table has no such step.
#[must_use]
pub fn not_now(signing: &Signing, event: SigningEvent) -> Finding {
    rules::NOT_NOW.at("event").with(signing.state.label()).with(event.label())
}

fn when(signing: &Signing, what: &Happening<'_>) -> Vec<Finding> {
    let said = |moment: NaiveDateTime| moment.format("%d/%m/%Y %H:%M").to_string();
    // Hours are told to the minute, steps are recorded to the second.
    let last = signing.since.with_second(0).unwrap_or(signing.since);
    if what.moment > what.now {
        vec![rules::FUTURE.at("happened_at").with(said(what.moment))]
    } else if what.moment < last {
        vec![rules::BEFORE.at("happened_at").with(said(what.moment)).with(said(signing.since))]
    } else {
        Vec::new()
    }
}

/// The fields given, as JSON: those that are not empty.
#[must_use]
pub fn given(evidence: &Evidence) -> Map<String, Value> {
    let (Ok(Value::Object(fields)), Ok(Value::Object(empty))) =
        (serde_json::to_value(evidence), serde_json::to_value(Evidence::default()))
    else {
        return Map::new();
    };
    let blank = |value: &Value| value.as_str().is_some_and(|text| text.trim().is_empty());
    fields.into_iter().filter(|(name, value)| empty.get(name) != Some(value) && !blank(value)).collect()
}

/// What the step asks for is there, nothing else is, and it can be kept.
fn asked(signing: &Signing, what: &Happening<'_>, found: &mut Vec<Finding>) {
    let asks = asks(signing.channel, what.event);
    let given = given(what.evidence);
    for name in given.keys().filter(|name| !asks.iter().any(|ask| ask.field == *name)) {
        found.push(rules::OTHER_STEP.at("evidence").with(label(name)));
    }
    for ask in asks.iter().filter(|ask| ask.must) {
        match ask.field {
            "note" if what.note.trim().is_empty() => found.push(rules::NEEDED.at("note").with(label("note"))),
            "note" => {}
            field if !given.contains_key(field) => {
                found.push(Finding { field: Some(path(field)), ..rules::NEEDED.found().with(label(field)) });
            }
            _ => {}
        }
    }
    for (name, value) in &given {
        let Some(text) = value.as_str() else { continue };
        if name == "digest" || name.ends_with("_digest") {
            if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                found.push(Finding { field: Some(path(name)), ..rules::DIGEST.found() });
            }
        } else {
            let longest = if name == "returned_file" || name == "certificate" { CELL } else { LINE };
            check_text("evidence", text, longest, found);
        }
    }
    check_text("note", what.note, NOTE, found);
}

fn path(field: &str) -> std::borrow::Cow<'static, str> {
    format!("evidence.{field}").into()
}

/// A field of the evidence, in Italian.
#[must_use]
pub fn label(field: &str) -> &'static str {
    match field {
        "identity_type" => "tipo di documento",
        "identity_number" => "numero del documento",
        "identity_expiry" => "scadenza del documento",
        "notice_version" => "versione dell'informativa",
        "notice_date" => "data dell'informativa",
        "device" => "dispositivo",
        "connection" => "collegamento stabile",
        "email" => "e-mail personale",
        "spid" => "SPID",
        "app" => "telefono con l'app",
        "platform" => "piattaforma",
        "access" => "accesso alla piattaforma",
        "apart" => "link e password separati",
        "browser" => "funziona nel browser",
        "siul_user" => "utenza SIUL",
        "siul_reference" => "riferimento SIUL",
        "digest" => "impronta del PDF",
        "sent_to" => "indirizzo e-mail",
        "returned_file" => "nome del file",
        "returned_digest" => "impronta del file",
        "returned_from" => "mittente",
        "signature" => "tipo di firma",
        "certificate" => "certificato",
        "signed_digest" => "impronta del file firmato",
        "receipt" => "ricevuta SIUL",
        "validation" => "riferimento della validazione",
        "completed_digest" => "impronta del file completato",
        _ => "motivo o nota",
    }
}

fn agreed(channel: Channel, e: &Evidence, found: &mut Vec<Finding>) {
    for (there, field, name) in [
        (e.device, "evidence.device", "device"),
        (e.connection, "evidence.connection", "connection"),
        (!e.email.trim().is_empty(), "evidence.email", "email"),
    ] {
        if !there {
            found.push(rules::MEANS.at(field).with(label(name)));
        }
    }
    match channel {
        Channel::Firmalom => {
            for (there, field, name) in [(e.spid, "evidence.spid", "spid"), (e.app, "evidence.app", "app")] {
                if !there {
                    found.push(rules::SPID.at(field).with(label(name)));
                }
            }
        }
        Channel::InPerson | Channel::RemoteEmail => {
            match e.access {
                None => found.push(rules::ACCESS.at("evidence.access")),
                Some(Access::LinkAndPassword) if !e.apart => found.push(rules::APART.at("evidence.apart")),
                Some(Access::LinkAndPassword | Access::RegisteredUser) => {}
            }
            if !e.browser {
                found.push(rules::BROWSER.at("evidence.browser"));
            }
        }
    }
}

fn served_by(signing: &Signing, e: &Evidence, found: &mut Vec<Finding>) {
    if signing.party == Party::Accredited && e.siul_user.trim().is_empty() {
        found.push(rules::SIUL_USER.at("evidence.siul_user"));
    }
}

fn same_address(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// PDF or JPG (R-REM-9).
fn accepted_format(name: &str) -> bool {
    let ending = name.trim().rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    matches!(ending.as_deref(), Some("pdf" | "jpg" | "jpeg"))
}

/// The signing after the step; `None` when the table has no such step.
#[must_use]
pub fn apply(signing: &Signing, what: &Happening<'_>) -> Option<Signing> {
    let state = tables::next(signing.channel, signing.state, what.event)?;
    let mut after = Signing { state, since: what.moment, ..signing.clone() };
    after.evidence = merged(&signing.evidence, what.evidence);
    if !state.is_open() {
        after.ended_at = Some(what.moment);
    }
    let moment = Some(what.moment);
    use SigningEvent as E;
    match what.event {
        E::Agreed => after.times.agreed = moment,
        E::InterviewOpened => after.times.interview = moment,
        E::Sent | E::Released => after.times.sent = moment,
        E::Notified | E::Reminded => after.times.notified = moment,
        E::Returned | E::PersonSigned | E::Validated => after.times.person = moment,
        E::OperatorSigned => after.times.operator = moment,
        E::Uploaded | E::Completed | E::Stored => after.times.completed = moment,
        _ => {}
    }
    Some(after)
}

/// What was kept, with what is given now.
fn merged(kept: &Evidence, new: &Evidence) -> Evidence {
    let Ok(Value::Object(mut fields)) = serde_json::to_value(kept) else { return kept.clone() };
    fields.extend(given(new).into_iter().map(|(name, value)| match value {
        Value::String(text) => (name, Value::String(text.trim().to_owned())),
        other => (name, other),
    }));
    serde_json::from_value(Value::Object(fields)).unwrap_or_else(|_| kept.clone())
}
