//! What can be recorded of a record: its key, whether it may be done now and
//! why not, what proves it.

use crate::domain::machine::{Step, Who};
use crate::ui::action::Action;
use crate::ui::screen::{Offer, RowHelp};
use crate::ui::strings::procedure as words;

/// Something that can be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed<Act> {
    /// The step.
    pub act: Act,
    /// Its key.
    pub key: Action,
    /// Its name.
    pub label: &'static str,
    /// Why it cannot be done now; `None` when it can.
    pub why_not: Option<String>,
    /// Does it begin a record?
    pub begins: bool,
    who: &'static [Who],
    evidence: &'static str,
    term: &'static str,
    rules: &'static [&'static str],
}

impl<Act> Deed<Act> {
    /// What begins a record.
    pub fn begins(act: Act, key: Action, label: &'static str, evidence: &'static str) -> Self {
        Self { act, key, label, why_not: None, begins: true, who: &[], evidence, term: "", rules: &[] }
    }

    /// Not now, when this says why.
    #[must_use]
    pub fn unless(mut self, why: Option<String>) -> Self {
        self.why_not = self.why_not.or(why);
        self
    }

    /// Its key as it is written.
    #[must_use]
    pub fn key_name(&self) -> String {
        match self.key {
            Action::Letter(letter) => letter.to_string(),
            _ => words::NEW_KEY.to_owned(),
        }
    }

    /// As F10 lists it: the screen shows its key itself.
    #[must_use]
    pub fn offer(&self) -> Offer {
        let offer = Offer::new(self.key, words::capital(self.label)).when(self.why_not.is_none());
        if self.begins { offer } else { offer.quiet() }
    }

    /// In one line: why not, or what is asked of who records it.
    #[must_use]
    pub fn said(&self) -> String {
        match &self.why_not {
            Some(why) => words::not_now(why),
            None => words::now(self.evidence, &self.who(), self.rules),
        }
    }

    /// What F1 tells.
    #[must_use]
    pub fn help(&self) -> RowHelp {
        let text = words::help(self.label, &self.who(), self.evidence, self.term, self.why_not.as_deref());
        RowHelp { label: self.label.to_owned(), text, rule: self.rules.join("  ") }
    }

    fn who(&self) -> String {
        self.who.iter().map(|who| who.label()).collect::<Vec<_>>().join(", ")
    }
}

/// A table of steps, seen from the state of a record.
#[derive(Clone, Copy)]
pub struct Steps<S: 'static, E: 'static> {
    /// The table.
    pub table: &'static [Step<S, E>],
    /// Where the record is.
    pub state: S,
    /// The name of a state.
    pub label: fn(S) -> &'static str,
    /// Who works here is a supervisor.
    pub supervisor: bool,
}

impl<S: Copy + PartialEq, E: Copy + PartialEq> Steps<S, E> {
    /// The deed of an event: what the table says of it from this state, or
    /// from where it would be possible.
    pub fn deed<Act>(&self, event: E, act: Act, letter: char, label: &'static str) -> Deed<Act> {
        let here = self.table.iter().find(|step| step.from == self.state && step.on == event);
        let step = here.or_else(|| self.table.iter().find(|step| step.on == event));
        let why_not = match here {
            Some(step) if step.who == [Who::Supervisor] && !self.supervisor => {
                Some(words::SUPERVISOR.to_owned())
            }
            Some(_) => None,
            None => {
                let from = self.table.iter().filter(|step| step.on == event).map(|step| step.from);
                let names: Vec<&str> = from.map(self.label).collect();
                Some(words::from_where(&names))
            }
        };
        Deed {
            act,
            key: Action::Letter(letter),
            label,
            why_not,
            begins: false,
            who: step.map_or(&[], |step| step.who),
            evidence: step.map_or("", |step| step.evidence),
            term: step.map_or("", |step| step.term),
            rules: step.map_or(&[], |step| step.guards),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::conditionality::states::TABLE;
    use crate::domain::conditionality::{CaseEvent, CaseState};

    fn steps(state: CaseState, supervisor: bool) -> Steps<CaseState, CaseEvent> {
        Steps { table: TABLE, state, label: CaseState::label, supervisor }
    }

    #[test]
    fn a_deed_says_why_it_cannot_be_done_now() {
        let why = |state, event, supervisor| steps(state, supervisor).deed(event, (), 'X', "").why_not;
        assert_eq!(why(CaseState::ToDecide, CaseEvent::Adopted, true), None);
        assert_eq!(why(CaseState::ToDecide, CaseEvent::Adopted, false).as_deref(), Some(words::SUPERVISOR));
        let elsewhere = why(CaseState::Opened, CaseEvent::Upheld, true).unwrap();
        assert!(elsewhere.contains("in ricorso"), "{elsewhere}");
        let two = why(CaseState::Sent, CaseEvent::NoReason, true).unwrap();
        assert!(two.contains("aperto") && two.contains("in giustificazione"), "{two}");
    }
}
