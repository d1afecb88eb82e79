//! Warnings accepted with a reason: asked one after the other, then the same
//! command runs again with them.

use super::effect::{Effect, Slot};
use super::strings::shell as words;
use super::widgets::dialog::{Question, Reply};
use crate::domain::finding::{Acceptance, Finding};

/// The reasons of one saving, while they are being asked.
#[derive(Default)]
pub struct Reasons {
    wanted: Vec<Finding>,
    given: Vec<Acceptance>,
}

/// Slot of the questions about reasons.
pub const REASON: Slot = "reason";

/// What to do after an answer.
#[derive(Debug, PartialEq)]
pub enum Next {
    /// Show the next question.
    Ask(Effect),
    /// All reasons are there: run the command again with [`Reasons::given`].
    Run,
    /// The operator gave it up.
    Stop,
}

impl Reasons {
    /// Starts asking after a refusal: `None` when something other than a
    /// warning refused, so that no reason would help.
    pub fn ask(&mut self, wanted: Vec<Finding>) -> Option<Effect> {
        self.wanted = wanted;
        self.next_question()
    }

    /// Takes an answer.
    pub fn told(&mut self, reply: Reply) -> Next {
        let Reply::Text(reason) = reply else {
            self.wanted.clear();
            return Next::Stop;
        };
        if !self.wanted.is_empty() {
            let finding = self.wanted.remove(0);
            self.given.retain(|known| known.rule != finding.rule);
            self.given.push(Acceptance { rule: finding.rule, reason });
        }
        self.next_question().map_or(Next::Run, Next::Ask)
    }

    /// The reasons given so far.
    #[must_use]
    pub fn given(&self) -> Vec<Acceptance> {
        self.given.clone()
    }

    /// The record is stored: forget the reasons.
    pub fn clear(&mut self) {
        self.wanted.clear();
        self.given.clear();
    }

    fn next_question(&self) -> Option<Effect> {
        let finding = self.wanted.first()?;
        let question = Question::line(words::reason_for(&finding.text)).rule(finding.rule.to_string());
        Some(Effect::Confirm(REASON, question))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::finding::{Level, Rule};

    const ONE: Rule = Rule { id: "R-CNV-9", level: Level::Warn, reference: "", text: "Non verificata." };
    const TWO: Rule = Rule { id: "R-DID-9", level: Level::Warn, reference: "", text: "In attesa." };

    #[test]
    fn reasons_are_asked_one_by_one() {
        let mut reasons = Reasons::default();
        assert!(reasons.ask(vec![ONE.found(), TWO.found()]).is_some());
        assert!(matches!(reasons.told(Reply::Text("visto".into())), Next::Ask(_)));
        assert_eq!(reasons.told(Reply::Text("arriva".into())), Next::Run);
        let rules: Vec<String> = reasons.given().iter().map(|a| a.rule.to_string()).collect();
        assert_eq!(rules, ["R-CNV-9", "R-DID-9"]);
        assert!(reasons.ask(vec![ONE.found()]).is_some());
        assert_eq!(reasons.told(Reply::No), Next::Stop);
        assert!(reasons.ask(Vec::new()).is_none());
    }
}
