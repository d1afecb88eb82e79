//! How PS01 stands: the section shown, what the rules say of it now.

use super::super::common::operator_items;
use super::{CARD, Editor, Form, LAST, Place, Then, form};
use crate::desk::query::Query;
use crate::documents::prints;
use crate::documents::psp::section_title;
use crate::domain::finding::{Finding, Level};
use crate::domain::psp::lint::Advice;
use crate::domain::psp::rules;
use crate::ui::effect::Effect;
use crate::ui::screen::{Cx, Flow, RowHelp};
use crate::ui::strings::psp as words;

impl Editor {
    pub(super) fn busy(&self) -> bool {
        self.waiting || self.doing.is_some()
    }

    pub(super) fn editable(&self) -> bool {
        self.pact.as_ref().is_some_and(|pact| pact.version.state.is_editable())
    }

    /// Is there a pact to look at, or only the way to a new one?
    pub(super) fn has_pact(&self) -> bool {
        use crate::domain::psp::PspState as S;
        let ended = |state| {
            matches!(state, S::Refused | S::ExpiredUnsigned | S::Annulled | S::Closed | S::Superseded)
        };
        self.pact.as_ref().is_some_and(|pact| !ended(pact.version.state))
    }

    pub(super) fn read_card(&mut self) -> Effect {
        self.waiting = true;
        Effect::Ask(CARD, Query::Person { registrant: self.registrant, reason: None })
    }

    /// What the rules say of the section shown.
    pub(super) fn findings_here(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| rules::section_of(finding) == Some(self.section))
    }

    /// Is what is missing from who signs in the record of the person?
    pub(super) fn asks_registry(&self) -> bool {
        !self.editable() || self.section == 1 && self.findings_here().any(|f| f.level == Level::Block)
    }

    /// What F1 tells of the section under the pointer.
    pub(super) fn section_help(&self) -> RowHelp {
        let fine = self.editable() && self.findings_here().next().is_none();
        RowHelp {
            label: format!("{} {}", self.section, section_title(self.section)),
            text: if fine { words::SECTION_FINE.to_owned() } else { words::SECTION_HELP.to_owned() },
            rule: String::new(),
        }
    }

    pub(super) fn blocks(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.level == Level::Block)
    }

    /// Shows a section; the keys go to its rows or form, unless the list has
    /// them.
    pub(super) fn show(&mut self, section: u8, cx: &Cx) {
        self.section = section.clamp(1, LAST);
        self.row = None;
        self.warned = false;
        self.form = match &self.pact {
            Some(pact) if pact.version.state.is_editable() => {
                form::of(self.section, &pact.version, !pact.measures.is_empty(), cx)
            }
            _ => None,
        };
        let officer = self.pact.as_ref().and_then(|pact| pact.version.case_officer);
        if let Some(form) = &mut self.form {
            form.give("case_officer", operator_items(&self.operators, officer));
            if let (Some(card), Some(pact)) = (&self.card, &self.pact) {
                let all = card.accepted(pact.version.id.0);
                form.accepted(form::accepted(self.section, form, all));
            }
        }
        self.check(cx);
        if self.place != Place::List {
            let rows = matches!(self.section, 6..=8);
            self.place = if self.form.is_some() && !rows { Place::Form } else { Place::Body };
        }
    }

    /// What the rules say now, with what is typed and not yet saved.
    pub(super) fn check(&mut self, cx: &Cx) {
        let Some(pact) = &self.pact else { return };
        let mut now = pact.clone();
        if let Some(form) = &self.form {
            now.version = form::applied(self.section, form, &now.version);
        }
        now.officer = self.operators.iter().find(|o| Some(o.id) == now.version.case_officer).cloned();
        self.findings = if pact.version.state.is_editable() {
            let mut found = now.findings(cx.law(), cx.today());
            // Half a sentence is no mistake: what is being typed gets its
            // advice when the section is left.
            let typing = self.form.as_ref().is_some_and(Form::changed);
            let advice = now.advice(cx.today(), prints);
            found.extend(advice.iter().filter(|a| !typing || a.section != self.section).map(Advice::finding));
            found
        } else {
            Vec::new()
        };
        if let Some(form) = &mut self.form {
            form.find_all(form::findings(self.section, &self.findings));
        }
    }

    pub(super) fn go(&mut self, section: u8, cx: &Cx) -> Flow {
        Flow::Used(self.save(Then::Section(section), cx))
    }

    /// An existing pact: the pointer on the first section that is missing, the
    /// keys in the list, where a digit is a jump.
    pub(super) fn opened(&mut self, cx: &Cx) {
        let missing = self.blocks().next().and_then(rules::section_of);
        self.place = Place::List;
        let last = if self.editable() { self.section } else { LAST };
        self.show(missing.unwrap_or(last), cx);
    }

    /// Goes where something blocks; a pact without measures gets its first.
    pub(super) fn first_missing(&mut self, cx: &Cx) {
        let missing = self.blocks().next().and_then(rules::section_of);
        if !self.editable() {
            self.place = Place::List;
            return self.show(LAST, cx);
        }
        self.place = Place::Body;
        self.show(missing.unwrap_or(self.section), cx);
        if missing == Some(6) {
            self.open_row(false, cx);
        }
    }
}
