//! Findings: what a rule has to say about something somebody wants to do.

use std::borrow::Cow;
use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::text::excerpt;

/// How a rule is enforced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// The act is refused.
    Block,
    /// The operator may go on with a reason, which is stored.
    Warn,
    /// Information or a deadline.
    Show,
    /// A datum that must be stored; nothing to decide.
    Record,
}

impl Level {
    /// What it does, as it is told.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Block => "blocca",
            Self::Warn => "avvisa",
            Self::Show => "mostra",
            Self::Record => "registra",
        }
    }
}

/// The number of a rule, `R-DID-16`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct RuleId(pub Cow<'static, str>);

impl RuleId {
    /// A rule number known when the program is written.
    #[must_use]
    pub const fn new(id: &'static str) -> Self {
        Self(Cow::Borrowed(id))
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One rule with one thing to say. The rulebook (`domain/rulebook`) holds
/// them all; a rule with two sentences has two entries with one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The number, `R-DID-16`.
    pub id: &'static str,
    /// How it is enforced.
    pub level: Level,
    /// Law or source.
    pub reference: &'static str,
    /// The Italian sentence; `{}` stands for a figure given at the finding.
    pub text: &'static str,
}

/// Shorthand for the tables of rules.
#[must_use]
pub const fn rule(id: &'static str, level: Level, reference: &'static str, text: &'static str) -> Rule {
    Rule { id, level, reference, text }
}

impl Rule {
    /// A finding of this rule about the field named as in the command's JSON
    /// (`"date"`, `"profiling.household_size"`).
    #[must_use]
    pub fn at(&self, field: &'static str) -> Finding {
        Finding { field: Some(Cow::Borrowed(field)), ..self.found() }
    }

    /// Is a finding this sentence, whatever its figures?
    #[must_use]
    pub fn says(&self, finding: &Finding) -> bool {
        let text = finding.text.as_str();
        let mut rest = text;
        let mut pieces = self.text.split("{}");
        let begins = pieces.next().is_none_or(|first| {
            let after = rest.strip_prefix(first);
            rest = after.unwrap_or_default();
            after.is_some()
        });
        let follows = pieces.all(|piece| match rest.find(piece) {
            Some(at) => {
                rest = &rest[at + piece.len()..];
                true
            }
            None => false,
        });
        let ends = self.text.rsplit("{}").next().is_none_or(|last| text.ends_with(last));
        finding.rule.0 == self.id && begins && follows && ends
    }

    /// A finding of this rule about no field in particular.
    #[must_use]
    pub fn found(&self) -> Finding {
        Finding {
            rule: RuleId::new(self.id),
            level: self.level,
            text: self.text.to_owned(),
            field: None,
            reason: None,
        }
    }
}

/// What a rule says about one act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Finding {
    /// The rule.
    pub rule: RuleId,
    /// How it is enforced.
    pub level: Level,
    /// The Italian sentence.
    pub text: String,
    /// The field it speaks of, as named in the command.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<Cow<'static, str>>,
    /// Why the operator goes on in spite of a warning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl Finding {
    /// Puts `value` in the place of the first `{}` of the sentence; cut short
    /// and on one line, since it may be what somebody typed.
    #[must_use]
    pub fn with(mut self, value: impl fmt::Display) -> Self {
        self.text = self.text.replacen("{}", &excerpt(&value.to_string()), 1);
        self
    }

    /// Does it stop the act? A warning stops it until a reason is given.
    #[must_use]
    pub fn stops(&self) -> bool {
        match self.level {
            Level::Block => true,
            Level::Warn => self.reason.is_none(),
            Level::Show | Level::Record => false,
        }
    }
}

/// A warning the operator accepts, with the reason that is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    /// The rule that warned.
    pub rule: RuleId,
    /// Why the operator goes on all the same.
    pub reason: String,
}
