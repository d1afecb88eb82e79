//! The receipt of a DID.

use super::{Making, some};
use crate::desk::execute::word;
use crate::domain::did::{Did, DidState, contact};
use crate::domain::ids::RegistrantId;
use crate::domain::paper::{DidReceiptPaper, Paper, WorkPaper};
use crate::domain::registrant::Registrant;
use crate::fault::Result;

impl Making<'_, '_> {
    pub(super) fn did_receipt(&mut self) -> Result<(Paper, RegistrantId, u32)> {
        let did: Did = self.read.need(self.command.subject)?;
        let person: Registrant = self.read.need(did.registrant.0)?;
        if did.state == DidState::Annulled {
            self.not_now("la DID è annullata");
        }
        let tables = self.read.catalogue()?;
        let limits =
            tables.limits(did.income_year.unwrap_or_else(|| chrono::Datelike::year(&did.date)), did.date);
        let term = contact(&did, |day| tables.parameters(day).psp);
        let version = self.version(person.id)?;
        let paper = DidReceiptPaper {
            head: self.head(version),
            person: self.recipient(&person),
            did_on: did.date,
            channel: crate::tables::code_table::did_channels().label(&word(did.channel)).to_owned(),
            work: work(&did),
            job_runs: did.starts_on() > did.date,
            starts_on: Some(did.starts_on()),
            employee_limit: limits.employee,
            self_employed_limit: limits.self_employed,
            national_id: some(&did.national_id),
            contact_by: Some(term.due()),
        };
        Ok((Paper::DidReceipt(Box::new(paper)), person.id, version))
    }
}

fn work(did: &Did) -> WorkPaper {
    match (did.employee, did.self_employed) {
        (true, true) => WorkPaper::Both,
        (true, false) => WorkPaper::Employee,
        (false, true) => WorkPaper::SelfEmployed,
        (false, false) => WorkPaper::None,
    }
}
