//! A form on its way to the desk: once at a time, with the reasons of its
//! warnings, and back to the field that stops it.

use crate::desk::Outcome;
use crate::domain::finding::{Acceptance, Finding, Level};
use crate::ui::effect::{Effects, Notice};
use crate::ui::form::Form;
use crate::ui::reasons::{Next, Reasons};
use crate::ui::widgets::dialog::Reply;

/// The saving of one form.
#[derive(Default)]
pub struct Saving {
    reasons: Reasons,
    busy: bool,
}

impl Saving {
    /// May a command go out now? A second F2 before the answer is one too
    /// many.
    pub fn begin(&mut self) -> bool {
        !std::mem::replace(&mut self.busy, true)
    }

    /// The reasons to send with the command.
    #[must_use]
    pub fn given(&self) -> Vec<Acceptance> {
        self.reasons.given()
    }

    /// The answer is here, or there was a fault.
    pub fn done(&mut self) {
        self.busy = false;
    }

    /// The desk refused: to the field that stops it, or the reason of the
    /// first warning.
    pub fn refused(&mut self, form: &mut Form, outcome: Outcome) -> Effects {
        self.busy = false;
        let blocked = outcome.findings.iter().any(|finding| finding.level == Level::Block);
        let wanted = by_rule(outcome.reasons_wanted());
        form.find_all(outcome.findings);
        let stop = form.go_to_blocked();
        if blocked {
            return stop.iter().map(|finding| Notice::finding(finding).into()).collect();
        }
        self.reasons.ask(wanted).into_iter().collect()
    }

    /// A reason came; true when the command shall run again.
    pub fn told(&mut self, reply: Reply) -> (bool, Effects) {
        match self.reasons.told(reply) {
            Next::Ask(effect) => (false, vec![effect]),
            Next::Run => (true, Vec::new()),
            Next::Stop => (false, Vec::new()),
        }
    }

    /// Stored: the next record has reasons of its own.
    pub fn clear(&mut self) {
        self.busy = false;
        self.reasons.clear();
    }
}

/// One question a rule: the sentences of one rule stand together.
pub(super) fn by_rule(wanted: Vec<&Finding>) -> Vec<Finding> {
    let mut joined: Vec<Finding> = Vec::new();
    for finding in wanted {
        match joined.iter_mut().find(|known| known.rule == finding.rule) {
            Some(known) => {
                known.text.push(' ');
                known.text.push_str(&finding.text);
            }
            None => joined.push(finding.clone()),
        }
    }
    joined
}
