//! What an operator says of a document while issuing it, registering it,
//! handing it over; and what the rules say of that.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Document, DocumentKind, rules};
use crate::domain::appointment::ConvocationChannel;
use crate::domain::finding::Finding;
use crate::domain::psp::rows::{CELL, LINE, check_text};

/// Longest number of a protocol.
const NUMBER: usize = 40;
/// Longest address or name of who receives.
const RECIPIENT: usize = 240;

/// A registration in the protocol (R-DOC-3).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ProtocolEntry {
    /// Its number.
    pub number: String,
    /// Its day; left out, today.
    pub on: Option<NaiveDate>,
}

/// What the letter of a convocation says besides what the appointment holds;
/// what is left out is taken from it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ConvocationLetter {
    /// With what it is sent.
    pub channel: Option<ConvocationChannel>,
    /// Where it is sent; left out, the address used or that of the person.
    pub address: String,
    /// In person: where; left out, the office.
    pub in_person: String,
    /// Remote: platform.
    pub platform: String,
    /// Remote: link. The password never stands here (R-CNV-3).
    pub link: String,
    /// The person comes in with an account of their own.
    pub own_account: bool,
    /// Where to ask for remote, for who must come in person (R-CNV-4).
    pub ask_remote: String,
    /// By when the person chooses; left out, the working day before.
    pub choose_by: Option<NaiveDate>,
    /// Who signs; left out, who issues it.
    pub signer: String,
    /// As what; left out, the role.
    pub signer_role: String,
}

/// What an act of targeted placement says besides what the application holds.
/// Special data: lists of documents and reasons may tell of health.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PlacementAnnex {
    /// Receipt: documents handed in.
    pub documents: Vec<String>,
    /// Receipt: documents missing; left out, those asked for last.
    pub missing: Vec<String>,
    /// Acceptance: the service that keeps the list; left out, this office.
    pub service: String,
    /// Rejection: to whom one can appeal (L. 241/1990 art. 3 c. 4).
    pub appeal_to: String,
    /// Rejection: within when, "60 giorni dalla notifica".
    pub appeal_within: String,
}

/// How a document was handed over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Handing {
    /// In the hands of the person, or of who was sent by them.
    #[default]
    ByHand,
    /// Registered letter.
    RegisteredLetter,
    /// Certified e-mail.
    Pec,
    /// E-mail.
    Email,
    /// Portal or application.
    Portal,
}

impl Handing {
    /// Every way, as listed.
    pub const ALL: &'static [Self] =
        &[Self::ByHand, Self::RegisteredLetter, Self::Pec, Self::Email, Self::Portal];

    /// As operators read it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::ByHand => "a mano",
            Self::RegisteredLetter => "raccomandata",
            Self::Pec => "PEC",
            Self::Email => "e-mail",
            Self::Portal => "portale",
        }
    }
}

fn italian(day: NaiveDate) -> impl std::fmt::Display {
    day.format("%d/%m/%Y")
}

/// What the rules say of a protocol number and its day.
#[must_use]
pub fn check_protocol(entry: &ProtocolEntry, today: NaiveDate) -> Vec<Finding> {
    let mut found = Vec::new();
    if entry.number.trim().is_empty() {
        found.push(rules::PROTOCOL_NUMBER.at("protocol.number"));
    }
    check_text("protocol.number", &entry.number, NUMBER, &mut found);
    if let Some(on) = entry.on.filter(|on| *on > today) {
        found.push(rules::PROTOCOL_FUTURE.at("protocol.on").with(italian(on)));
    }
    found
}

/// What the rules say of registering a document afterwards.
#[must_use]
pub fn check_registration(
    document: &Document,
    entry: &ProtocolEntry,
    reason: &str,
    today: NaiveDate,
) -> Vec<Finding> {
    let mut found = check_protocol(entry, today);
    let on = entry.on.unwrap_or(today);
    if on < document.issued_at.date() && entry.on.is_none_or(|on| on <= today) {
        let finding = rules::PROTOCOL_EARLY.at("protocol.on").with(italian(on));
        found.push(finding.with(italian(document.issued_at.date())));
    }
    if let (false, Some(before)) = (document.protocol.is_empty(), document.protocol_on) {
        let same = document.protocol == entry.number.trim() && before == on;
        if !same && reason.trim().is_empty() {
            let finding = rules::PROTOCOL_ONCE.at("reason").with(&document.number);
            found.push(finding.with(&document.protocol).with(italian(before)));
        }
    }
    check_text("reason", reason, CELL, &mut found);
    found
}

/// What the rules say of handing a document over.
#[must_use]
pub fn check_handing(
    document: &Document,
    how: Handing,
    to: &str,
    on: NaiveDate,
    today: NaiveDate,
) -> Vec<Finding> {
    let mut found = Vec::new();
    if document.kind == DocumentKind::Psp {
        return vec![rules::HANDED_PSP.at("document")];
    }
    let issued = document.issued_at.date();
    if on < issued || on > today {
        let finding = rules::HANDED_WHEN.at("on").with(italian(on));
        found.push(finding.with(italian(issued)).with(italian(today)));
    }
    // In the hands of the person there is nobody else to name.
    if how != Handing::ByHand && to.trim().is_empty() {
        found.push(rules::HANDED_TO.at("to").with(how.label()));
    }
    check_text("to", to, RECIPIENT, &mut found);
    found
}

/// What the rules say of the texts of a letter.
#[must_use]
pub fn check_letter(letter: &ConvocationLetter) -> Vec<Finding> {
    let mut found = Vec::new();
    for (field, text, longest) in [
        ("convocation.address", &letter.address, RECIPIENT),
        ("convocation.signer", &letter.signer, LINE),
        ("convocation.signer_role", &letter.signer_role, LINE),
    ] {
        check_text(field, text, longest, &mut found);
    }
    found
}

/// What the rules say of the texts of an act of targeted placement.
#[must_use]
pub fn check_annex(annex: &PlacementAnnex) -> Vec<Finding> {
    let mut found = Vec::new();
    for (field, list) in [("placement.documents", &annex.documents), ("placement.missing", &annex.missing)] {
        list.iter().for_each(|text| check_text(field, text, CELL, &mut found));
    }
    for (field, text) in [
        ("placement.service", &annex.service),
        ("placement.appeal_to", &annex.appeal_to),
        ("placement.appeal_within", &annex.appeal_within),
    ] {
        check_text(field, text, RECIPIENT, &mut found);
    }
    found
}

/// What to bring, one text a line.
#[must_use]
pub fn check_bring(bring: &[String]) -> Vec<Finding> {
    let mut found = Vec::new();
    bring.iter().for_each(|text| check_text("bring", text, CELL, &mut found));
    found
}
