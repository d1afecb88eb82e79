//! What a convocation says (R-CNV-2, 3, 4, 13): checked on its data, whatever
//! letter, e-mail or message is made of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ConvocationChannel;
use crate::domain::finding::{Finding, Level, Rule, rule};
use crate::domain::fiscal_code::FiscalCode;
use crate::domain::psp::lint::{mentions, spaced};
use crate::domain::psp::rows::check_text;

const REGION: &str = "contenuto della convocazione (Lombardia 2022)";

/// Both options from the start.
pub const BOTH: Rule = rule(
    "R-CNV-2",
    Level::Block,
    REGION,
    "La convocazione offre da subito le due possibilità, in presenza e a distanza: manca {}.",
);
/// What the remote option needs.
pub const REMOTE_HOW: Rule = rule("R-CNV-3", Level::Block, REGION, "Per la possibilità a distanza manca {}.");
/// Where to ask for remote instead.
pub const ASK_REMOTE: Rule = rule(
    "R-CNV-4",
    Level::Warn,
    REGION,
    "Chi ha {} è convocato in presenza: il testo dà un recapito a cui chiedere il video, dove si può.",
);
/// Convened by video all the same.
pub const IN_PERSON: Rule =
    rule("R-CNV-4", Level::Warn, REGION, "Chi ha {} di norma è convocato in presenza, non in video.");
/// What subject and SMS do not say.
pub const RESERVED: Rule = rule(
    "R-CNV-13",
    Level::Block,
    "GDPR art. 5 e 9",
    "Oggetto e SMS non dicono benefici, salute o codice fiscale: togliere «{}».",
);

/// The content of a convocation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Convocation {
    /// In person: address of the office, and room.
    pub in_person: String,
    /// Remote: platform.
    pub platform: String,
    /// Remote: link.
    pub link: String,
    /// Where to ask for remote, for who is convened in person (R-CNV-4).
    pub ask_remote: String,
    /// Subject of the e-mail or PEC.
    pub subject: String,
    /// Text sent (R-CNV-12).
    pub text: String,
}

/// What a convocation is weighed with.
#[derive(Clone, Copy, Debug)]
pub struct ConvocationFacts<'a> {
    /// What it says.
    pub convocation: &'a Convocation,
    /// How it goes out.
    pub channel: Option<ConvocationChannel>,
    /// The benefit for which one is convened in person, by name (R-CNV-4).
    pub in_person_for: Option<&'static str>,
    /// Words that tell a benefit.
    pub benefits: &'a [&'a str],
    /// Words that tell of health; `*` at the end for any ending.
    pub health: &'a [String],
}

/// Everything the rules say about what a convocation says.
#[must_use]
pub fn check(facts: &ConvocationFacts<'_>) -> Vec<Finding> {
    let c = facts.convocation;
    let blank = |text: &str| text.trim().is_empty();
    let mut found = Vec::new();
    if blank(&c.in_person) {
        found.push(BOTH.at("convocation.in_person").with("il luogo"));
    }
    let no_remote = blank(&c.platform) && blank(&c.link);
    match facts.in_person_for {
        Some(benefit) if blank(&c.ask_remote) => {
            found.push(ASK_REMOTE.at("convocation.ask_remote").with(benefit));
        }
        Some(_) => {}
        None if no_remote => found.push(BOTH.at("convocation.platform").with("la possibilità a distanza")),
        None => {
            if blank(&c.platform) {
                found.push(REMOTE_HOW.at("convocation.platform").with("la piattaforma"));
            }
            if blank(&c.link) {
                found.push(REMOTE_HOW.at("convocation.link").with("il collegamento"));
            }
        }
    }
    let sms = facts.channel == Some(ConvocationChannel::Sms);
    found.extend(reserved(facts, &c.subject).map(|w| RESERVED.at("convocation.subject").with(w)));
    found.extend(reserved(facts, &c.text).filter(|_| sms).map(|w| RESERVED.at("convocation.text").with(w)));
    for (field, text, longest) in [
        ("convocation.in_person", &c.in_person, 240),
        ("convocation.platform", &c.platform, 120),
        ("convocation.link", &c.link, 400),
        ("convocation.ask_remote", &c.ask_remote, 240),
        ("convocation.subject", &c.subject, 120),
        ("convocation.text", &c.text, 4000),
    ] {
        check_text(field, text, longest, &mut found);
    }
    found
}

/// The first thing a subject or a message should not say.
fn reserved(facts: &ConvocationFacts<'_>, text: &str) -> Option<String> {
    let code = text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .find(|word| word.len() == 16 && FiscalCode::parse(word).is_ok());
    let folded = spaced(text);
    let benefit =
        || facts.benefits.iter().find(|word| folded.contains(&spaced(word))).map(|w| (*w).to_owned());
    let health = || facts.health.iter().find(|word| mentions(&folded, word)).cloned();
    code.map(ToOwned::to_owned).or_else(benefit).or_else(health)
}
