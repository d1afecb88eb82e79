//! How far a convocation is proved (R-CNV-9, 10, 11; R-PAD-3): by channel,
//! benefit, day of the application and contact used.

use chrono::NaiveDate;
use serde::Deserialize;

use super::ConvocationChannel;
use crate::domain::did::{Benefit, Did};
use crate::domain::finding::{Finding, Level, Rule};
use crate::domain::pad::{self, Pad};

const fn rule(id: &'static str, level: Level, text: &'static str) -> Rule {
    Rule { id, level, reference: "delibera ANPAL 54/2019; DM 174/2024 art. 3", text }
}

/// The contact proves nothing for this benefit.
pub const NOT_GRADE: Rule = rule(
    "R-CNV-9",
    Level::Block,
    "SMS ed e-mail provano la convocazione solo per le domande NASpI e DIS-COLL dal 24/11/2024 e per AdI e SFL.",
);
/// Another contact than those that count.
pub const OTHER_CONTACT: Rule =
    rule("R-CNV-9", Level::Block, "«{}» non è un recapito che prova la convocazione: contano {}.");
/// Nothing is known of where the contact was given.
pub const ATTESTED: Rule = rule(
    "R-CNV-9",
    Level::Warn,
    "I recapiti della domanda INPS non sono registrati: scrivere dove è stato visto «{}», o registrarli (PE04).",
);
/// A reminder.
pub const REMINDER: Rule =
    rule("R-CNV-10", Level::Block, "Questo canale vale solo come promemoria: non prova la convocazione.");
/// The patronato hears too.
pub const PATRONATO: Rule = rule(
    "R-CNV-11",
    Level::Show,
    "La domanda è del patronato: fino ai recapiti del PAD convalidati spedire anche a {}.",
);
/// Validated contacts come first.
pub const PAD_FIRST: Rule =
    rule("R-PAD-3", Level::Show, "I recapiti del PAD sono convalidati e valgono prima degli altri: {}.");
/// Who registered is called by e-mail or SMS.
pub const MIATTIVO: Rule = Rule {
    id: "R-CNV-18",
    level: Level::Show,
    reference: "MiAttivo (Liguria, dal 29/06/2016)",
    text: "Chi è registrato in MiAttivo si convoca per e-mail, o per SMS dove attivo: {}.",
};

/// When a channel is proof by itself (R-CNV-9, R-CNV-10).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// Always.
    Always,
    /// Depends on the benefit and on where the contact was given.
    ByBenefit,
    /// Never: a reminder only.
    Never,
}

/// How far one convocation is proved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Grade {
    /// Once it is delivered.
    ByItself,
    /// With the receipt the operator has.
    WithReceipt,
    /// With the receipt, and the operator's word for the contact.
    Attested(Finding),
    /// Never.
    Reminder(Finding),
}

impl Grade {
    /// Is it only a reminder?
    #[must_use]
    pub fn is_reminder(&self) -> bool {
        matches!(self, Self::Reminder(_))
    }
}

/// What a convocation is weighed with.
#[derive(Clone, Copy, Debug)]
pub struct ProofFacts<'a> {
    /// The channel, if there is one.
    pub channel: Option<ConvocationChannel>,
    /// What the table says of it.
    pub weight: Weight,
    /// The address used.
    pub address: &'a str,
    /// The day it was sent.
    pub on: NaiveDate,
    /// The open DID.
    pub did: Option<&'a Did>,
    /// The PADs of the person.
    pub pads: &'a [Pad],
    /// By benefit: first day of the applications for NASpI and DIS-COLL with
    /// which it counts.
    pub insurance_from: Option<NaiveDate>,
    /// By benefit: does it count with AdI and SFL?
    pub inclusion: bool,
}

/// How far the convocation is proved.
#[must_use]
pub fn grade(facts: &ProofFacts<'_>) -> Grade {
    let Some(channel) = facts.channel else { return Grade::Reminder(REMINDER.at("proved")) };
    match facts.weight {
        Weight::Always => return Grade::ByItself,
        Weight::Never => return Grade::Reminder(REMINDER.at("proved")),
        Weight::ByBenefit => {}
    }
    let not_grade = Grade::Reminder(NOT_GRADE.at("proved"));
    let pad = pad_of(facts);
    let benefit = facts.did.map(|did| did.benefit).filter(|b| *b != Benefit::None);
    let Some(benefit) = benefit.or(pad.map(|pad| pad.benefit)) else { return not_grade };
    let applied = facts.did.and_then(|did| did.inps_date).or(pad.and_then(|pad| pad.applied_on));
    let since = applied.or(facts.did.map(|did| did.date)).unwrap_or(facts.on);
    let insurance = benefit.is_insurance() && facts.insurance_from.is_some_and(|from| from <= since);
    let inclusion = benefit.is_inclusion() && facts.inclusion;
    if !(insurance || inclusion) {
        return not_grade;
    }
    let (counts, known) = contacts(insurance, pad, channel, facts.on);
    if counts.iter().any(|contact| same(channel, contact, facts.address)) {
        return Grade::WithReceipt;
    }
    if !known {
        return Grade::Attested(ATTESTED.at("proved").with(facts.address.trim()));
    }
    let counting = if counts.is_empty() {
        "quelli del PAD, una volta convalidati".to_owned()
    } else {
        counts.join(", ")
    };
    Grade::Reminder(OTHER_CONTACT.at("proved").with(facts.address.trim()).with(counting))
}

/// The PAD of the benefit of the DID, or the one to speak of.
fn pad_of<'a>(facts: &ProofFacts<'a>) -> Option<&'a Pad> {
    let benefit = facts.did.map(|did| did.benefit).filter(|b| *b != Benefit::None);
    let same = |pad: &&Pad| pad.is_open() && benefit.is_none_or(|b| b == pad.benefit);
    facts.pads.iter().filter(same).max_by_key(|pad| (pad.recorded_at, pad.id))
}

/// The contacts of a channel that count on a day, and whether enough is known
/// to say that no other does: the validated ones of the PAD prevail (R-PAD-3);
/// before that, for NASpI and DIS-COLL, those of the
/// application, which nobody may have written down.
fn contacts(
    of_application: bool,
    pad: Option<&Pad>,
    channel: ConvocationChannel,
    on: NaiveDate,
) -> (Vec<String>, bool) {
    let of = |email: &str, mobile: &str| {
        let contact = if channel == ConvocationChannel::Sms { mobile } else { email };
        Some(contact.trim().to_owned()).filter(|contact| !contact.is_empty())
    };
    if let Some(pad) = pad.filter(|pad| pad.contacts_count(on)) {
        return (of(&pad.email, &pad.mobile).into_iter().collect(), true);
    }
    if !of_application {
        return (Vec::new(), true);
    }
    let given = pad.and_then(|pad| of(&pad.application_email, &pad.application_mobile));
    let known = pad.is_some_and(|pad| {
        !pad.application_email.trim().is_empty() || !pad.application_mobile.trim().is_empty()
    });
    (given.into_iter().collect(), known)
}

/// Is it the same contact? E-mails in any case, numbers by their digits,
/// with or without the prefix of Italy.
fn same(channel: ConvocationChannel, one: &str, other: &str) -> bool {
    if channel != ConvocationChannel::Sms {
        return one.trim().to_lowercase() == other.trim().to_lowercase();
    }
    let digits = |text: &str| {
        let text = text.trim().replace('+', "00");
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        digits.strip_prefix("0039").map_or(digits.clone(), ToOwned::to_owned)
    };
    !digits(one).is_empty() && digits(one) == digits(other)
}

/// What is told when a convocation goes out (R-CNV-11, R-PAD-3).
#[must_use]
pub fn told(facts: &ProofFacts<'_>) -> Vec<Finding> {
    let Some(pad) = pad_of(facts).or_else(|| pad::current(facts.pads).filter(|pad| pad.is_open())) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let counts = pad.contacts_count(facts.on);
    let by_contact = matches!(facts.channel, Some(ConvocationChannel::Email | ConvocationChannel::Sms));
    let known = [&pad.email, &pad.mobile];
    let used = facts
        .channel
        .is_some_and(|channel| known.iter().any(|contact| same(channel, contact, facts.address)));
    if counts && by_contact && !used {
        let shown: Vec<&str> = known.into_iter().map(|c| c.trim()).filter(|c| !c.is_empty()).collect();
        found.push(PAD_FIRST.at("address").with(shown.join(", ")));
    }
    if !counts && !pad.patronato.trim().is_empty() {
        found.push(PATRONATO.at("address").with(pad.patronato.trim()));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use ConvocationChannel as C;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn weighed(
        benefit: Benefit,
        applied: &str,
        pad: &Pad,
        channel: C,
        address: &str,
        on: &str,
    ) -> &'static str {
        let did = Did { benefit, inps_date: Some(day(applied)), ..Did::default() };
        let facts = ProofFacts {
            channel: Some(channel),
            weight: Weight::ByBenefit,
            address,
            on: day(on),
            did: Some(&did),
            pads: std::slice::from_ref(pad),
            insurance_from: Some(day("2024-11-24")),
            inclusion: true,
        };
        match grade(&facts) {
            Grade::ByItself => "alone",
            Grade::WithReceipt => "receipt",
            Grade::Attested(_) => "attested",
            Grade::Reminder(_) => "reminder",
        }
    }

    #[test]
    fn naspi_counts_from_the_day_of_the_decree() {
        let pad = Pad { benefit: Benefit::Naspi, application_email: "a@b.it".into(), ..Pad::default() };
        let of = |applied, address| weighed(Benefit::Naspi, applied, &pad, C::Email, address, "2026-11-20");
        assert_eq!(of("2024-11-24", "A@B.it"), "receipt");
        assert_eq!(of("2024-11-23", "a@b.it"), "reminder");
        assert_eq!(of("2024-11-24", "altro@b.it"), "reminder");
        let unknown = Pad { benefit: Benefit::Naspi, ..Pad::default() };
        assert_eq!(
            weighed(Benefit::Naspi, "2024-11-24", &unknown, C::Email, "a@b.it", "2026-11-20"),
            "attested"
        );
    }

    #[test]
    fn the_validated_contacts_of_the_pad_prevail_from_their_day() {
        let pad = Pad {
            benefit: Benefit::Naspi,
            application_mobile: "333 1".into(),
            mobile: "+39 333 2".into(),
            consent: true,
            validated_on: Some(day("2026-11-20")),
            ..Pad::default()
        };
        let of = |address, on| weighed(Benefit::Naspi, "2026-11-01", &pad, C::Sms, address, on);
        assert_eq!((of("3331", "2026-11-19"), of("3332", "2026-11-19")), ("receipt", "reminder"));
        assert_eq!((of("3331", "2026-11-20"), of("3332", "2026-11-20")), ("reminder", "receipt"));
    }

    #[test]
    fn adi_has_only_the_pad_and_only_with_consent() {
        let pad = Pad {
            benefit: Benefit::Adi,
            application_email: "a@b.it".into(),
            email: "a@b.it".into(),
            validated_on: Some(day("2026-11-01")),
            ..Pad::default()
        };
        let of = |pad: &Pad| weighed(Benefit::Adi, "2026-10-01", pad, C::Email, "a@b.it", "2026-11-20");
        assert_eq!(of(&pad), "reminder");
        assert_eq!(of(&Pad { consent: true, ..pad.clone() }), "receipt");
        assert_eq!(of(&Pad { consent: true, validated_on: None, ..pad }), "reminder");
    }
}
