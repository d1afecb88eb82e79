//! One command on its way: what it may read and write, what the rules said,
//! what it leaves behind.

use std::fmt::Display;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;
use uuid::Uuid;

use crate::desk::command::Command;
use crate::desk::law::Law;
use crate::desk::outcome::Outcome;
use crate::desk::{DocumentFile, Order};
use crate::domain::edit::{EditProblem, rules};
use crate::domain::event::{AcceptedWarning, StateEvent, Subject};
use crate::domain::finding::{Acceptance, Finding, Level};
use crate::domain::ids::{EventId, RegistrantId};
use crate::domain::office::{Office, Operator, Role};
use crate::domain::parameters::Parameters;
use crate::domain::privacy::is_special_anywhere;
use crate::fault::Result;
use crate::store::{AuditLine, Tx};
use crate::tables::catalogue::Catalogue;

/// One command on its way.
pub(in crate::desk) struct Act<'a, 'c> {
    /// The transaction.
    pub tx: &'a Tx<'c>,
    /// The office; `None` only before it is set up.
    pub office: Option<&'a Office>,
    /// Who gives the command; `None` only while the office is being set up.
    pub operator: Option<&'a Operator>,
    /// When.
    pub at: NaiveDateTime,
    /// The file that comes with the command: outside what is recorded of it.
    pub file: Option<&'a DocumentFile>,
    law: &'a Law,
    /// The day whose law counts.
    lawful_on: NaiveDate,
    order: &'a Order,
    facts: u32,
    accepted: Vec<Acceptance>,
    people: Vec<RegistrantId>,
    pub(in crate::desk) outcome: Outcome,
}

impl<'a, 'c> Act<'a, 'c> {
    pub(in crate::desk) fn new(
        tx: &'a Tx<'c>,
        (office, law): (Option<&'a Office>, &'a Law),
        operator: Option<&'a Operator>,
        order: &'a Order,
    ) -> Self {
        Self {
            tx,
            office,
            operator,
            at: order.at,
            file: None,
            law,
            lawful_on: order.at.date(),
            order,
            facts: 0,
            accepted: Vec::new(),
            people: Vec::new(),
            outcome: Outcome::default(),
        }
    }

    /// The day of the command.
    pub fn today(&self) -> NaiveDate {
        self.at.date()
    }

    /// How rules are enforced here.
    pub fn law(&self) -> &'a Law {
        self.law
    }

    /// What is recorded happened on this day: the law of that day counts, not
    /// that of the day it is written down. Nobody is judged by a law to come.
    pub fn as_of(&mut self, day: NaiveDate) {
        self.lawful_on = day.min(self.today());
    }

    /// What who gives the command may do; an operator's, while the office is
    /// being set up.
    pub fn role(&self) -> Role {
        self.operator.map(|operator| operator.role).unwrap_or_default()
    }

    /// Username of who gives the command.
    pub fn by(&self) -> String {
        self.order.by.clone()
    }

    /// The tables in force, by day.
    pub fn catalogue(&self) -> Result<Arc<Catalogue>> {
        self.tx.catalogue()
    }

    /// The parameters of a day: of the day the clock started, or the fact
    /// happened.
    pub fn parameters(&self, day: NaiveDate) -> Result<Parameters> {
        Ok(*self.catalogue()?.parameters(day))
    }

    /// Whose record this is about; said again when it is about several.
    pub fn about(&mut self, registrant: RegistrantId) {
        self.outcome.registrant = Some(registrant);
        if !self.people.contains(&registrant) {
            self.people.push(registrant);
        }
    }

    /// Whom the command is about, so far.
    pub fn people(&self) -> &[RegistrantId] {
        &self.people
    }

    /// The reasons it brought, as far as a rule asked for them.
    pub fn accepted(&self) -> &[Acceptance] {
        &self.accepted
    }

    /// The audit lines of the command: one a person it is about.
    pub(in crate::desk) fn audit(&self) -> Vec<AuditLine> {
        // Of an undoing it matters what was undone.
        let detail = match &self.order.command {
            Command::HistoryUndo(undo) => undo.undoes.to_string(),
            _ => String::new(),
        };
        let name = self.order.command.name();
        let line = |registrant| AuditLine { registrant, detail: detail.clone(), ..AuditLine::new(name) };
        if self.people.is_empty() {
            return vec![line(None)];
        }
        self.people.iter().map(|person| line(Some(*person))).collect()
    }

    /// Weighs what the rules said against the reasons given; `true` when the
    /// command may go on. A block stops it; a warning stops it until the
    /// command brings a reason, which is stored with what was done. How each
    /// rule is enforced at this office comes first (`desk::law`).
    pub fn judge(&mut self, findings: Vec<Finding>, accepted: &[Acceptance]) -> bool {
        for mut finding in self.law.apply(findings, self.lawful_on) {
            if finding.level == Level::Warn {
                finding.reason = accepted
                    .iter()
                    .find(|a| a.rule == finding.rule && !a.reason.trim().is_empty())
                    .map(|a| a.reason.trim().to_owned());
            }
            self.outcome.findings.push(finding);
        }
        self.accepted.extend_from_slice(accepted);
        // Those that stop come first, then by level; the sort keeps the order of the rules.
        self.outcome.findings.sort_by_key(|f| (!f.stops(), f.level));
        !self.refused()
    }

    /// One finding that refuses the command.
    pub fn refuse(&mut self, finding: Finding) -> Result<()> {
        self.judge(vec![finding], &[]);
        Ok(())
    }

    /// Edits that cannot be applied, as findings.
    pub fn refuse_edits(&mut self, problems: Vec<EditProblem>) -> Result<()> {
        let findings = problems.into_iter().map(|problem| match problem {
            EditProblem::Stale { field, found } => {
                let shown = found.as_str().map_or_else(|| found.to_string(), ToOwned::to_owned);
                // Who asks by guessing is told no more than a screen would (R-PRV-1).
                let shown = if is_special_anywhere(&field) { "riservato".to_owned() } else { shown };
                Finding { field: Some(field.into()), ..rules::STALE.found().with(shown) }
            }
            EditProblem::NoSuchField(field) => rules::NO_SUCH_FIELD.found().with(field),
            EditProblem::BadValue(field) => {
                Finding { field: Some(field.clone().into()), ..rules::BAD_VALUE.found().with(field) }
            }
        });
        let findings = findings.collect();
        self.judge(findings, &[]);
        Ok(())
    }

    /// Did a rule stop it?
    pub fn refused(&self) -> bool {
        self.outcome.refusal().is_some()
    }

    /// The id of the next fact this command leaves behind, counted up from
    /// the id of the unit: the same command gives the same ids again.
    pub fn fact_id(&mut self) -> EventId {
        self.facts += 1;
        EventId(Uuid::from_u128(self.order.unit.0.as_u128() + u128::from(self.facts)))
    }

    /// Says which record was made or touched.
    pub fn touched(&mut self, kind: &str, id: Uuid) {
        self.outcome.ids.insert(kind.to_owned(), id);
    }

    /// Says which state a record is in now.
    pub fn state(&mut self, kind: &str, state: impl Serialize) {
        self.outcome.states.insert(kind.to_owned(), word(state));
    }

    /// Records a state change with its evidence, and says the state reached.
    pub fn changed(&mut self, change: Change<'_>) -> Result<()> {
        let event = StateEvent {
            id: self.fact_id(),
            subject_kind: change.kind,
            subject: change.subject,
            registrant: change.registrant,
            event: change.event,
            state: change.state,
            on_date: change.on.unwrap_or(self.today()),
            at: self.at,
            by: self.by(),
            office: self.office.map(|office| office.code.clone()).unwrap_or_default(),
            reason: change.reason.to_owned(),
            evidence: change.evidence.to_owned(),
        };
        self.tx.insert(&event)
    }

    /// Stores the warnings this command accepted, about the given record.
    pub fn store_reasons(&mut self, kind: Subject, subject: Uuid, registrant: RegistrantId) -> Result<()> {
        let reasons: Vec<Finding> =
            self.outcome.findings.iter().filter(|f| f.reason.is_some()).cloned().collect();
        for finding in reasons {
            let warning = AcceptedWarning {
                id: self.fact_id(),
                subject_kind: kind,
                subject,
                registrant,
                field: finding.field.map(std::borrow::Cow::into_owned),
                rule: finding.rule.to_string(),
                text: finding.text,
                reason: finding.reason.unwrap_or_default(),
                at: self.at,
                by: self.by(),
            };
            self.tx.insert(&warning)?;
        }
        Ok(())
    }
}

/// A state change to record.
pub(in crate::desk) struct Change<'a> {
    /// What kind of record.
    pub kind: Subject,
    /// Which.
    pub subject: Uuid,
    /// Whose.
    pub registrant: RegistrantId,
    /// What happened.
    pub event: String,
    /// State reached.
    pub state: String,
    /// Day it counts from; today when `None`.
    pub on: Option<NaiveDate>,
    /// Reason or note.
    pub reason: &'a str,
    /// Evidence.
    pub evidence: &'a str,
}

/// The word serde writes for a state or an event: `at_risk`.
pub(in crate::desk) fn word(value: impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        Ok(other) => other.to_string(),
        Err(_) => String::new(),
    }
}

/// A date as operators write it.
pub(in crate::desk) fn italian(day: NaiveDate) -> impl Display {
    day.format("%d/%m/%Y")
}
