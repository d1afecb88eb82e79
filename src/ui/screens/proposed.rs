//! A LEP row that follows from an act, confirmed with one key.

use crate::desk::Command;
use crate::desk::command::ActivityRecord;
use crate::desk::query::PersonCard;
use crate::domain::activity::{ActivityForm, ActivityState, Proposal, SourceAct, proposals};
use crate::domain::finding::Acceptance;
use crate::domain::ids::{ActivityId, RegistrantId};
use crate::tables::code_table;

/// Minutes of a service whose length no table says.
const MINUTES: u32 = 30;

/// The row that an act of the person still proposes, if any.
#[must_use]
pub fn after(card: &PersonCard, source: SourceAct) -> Option<Proposal> {
    let all = proposals(&card.dids, &card.assessments, &card.versions, &card.targeted, &card.activities);
    all.into_iter().rfind(|proposal| proposal.source == source)
}

/// How long a LEP usually takes, by the table of services.
#[must_use]
pub fn minutes(lep: &str) -> u32 {
    let rows = code_table::services().rows().iter();
    let service = rows.rev().find(|row| row.extra.lep.as_ref().is_some_and(|code| code.as_str() == lep));
    service.map_or(MINUTES, |row| row.extra.minutes)
}

/// The command that logs it: given at the counter on the day of the act, for
/// the length the table of services says.
#[must_use]
pub fn record(person: RegistrantId, proposal: &Proposal, accepted: Vec<Acceptance>) -> Command {
    Command::ActivityRecord(ActivityRecord {
        id: ActivityId::default(),
        registrant: person,
        activity: ActivityForm {
            lep: proposal.lep.to_owned(),
            sap: proposal.sap.clone(),
            date: Some(proposal.date),
            minutes: Some(minutes(proposal.lep)),
            mode: "in_person".to_owned(),
            state: ActivityState::Concluded,
            psp_version: proposal.psp_version,
            source: Some(proposal.source),
            ..ActivityForm::default()
        },
        accepted,
    })
}
