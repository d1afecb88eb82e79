//! Issue, signatures at the counter, and what else ends a version.

use chrono::NaiveDateTime;

use super::act::{Change, word};
use super::{Act, document_number, intake_follow, psp, signing};
use crate::desk::command::{PspCopyHanded, PspHappened, PspIssue, PspOutcome, PspSign, Signer};
use crate::desk::pact::Pact;
use crate::desk::paper;
use crate::domain::activity::{Activity, ActivityEvent, ActivityState, SourceAct};
use crate::domain::did::{Benefit, Did, DidState};
use crate::domain::document::{Document, DocumentKind};
use crate::domain::event::Subject;
use crate::domain::finding::Finding;
use crate::domain::machine;
use crate::domain::pad::{self, Pad};
use crate::domain::paper::PspPaper;
use crate::domain::psp::{PspEvent, PspState, PspVersion, rules, states};
use crate::domain::signing::rules::IN_CHANNEL;
use crate::fault::{Fault, Result};

/// Issues a complete version: number, frozen content, ready to be signed.
pub(super) fn issue(act: &mut Act<'_, '_>, command: &PspIssue) -> Result<()> {
    let before: PspVersion = act.tx.need(command.version.0)?;
    if !psp::writable(act, &before, &[]) {
        return Ok(());
    }
    let pact = Pact::read(act.tx, before.id)?;
    let mut found = pact.findings(act.law(), act.today());
    found.extend(sfl_agencies(act, &pact)?);
    let number = document_number::number(act, &command.number, &mut found)?;
    document_number::check_protocol(act, command.protocol.as_ref(), &mut found)?;
    let (true, Some(number)) = (act.judge(found, &command.accepted), number) else { return Ok(()) };

    let protocol = document_number::printed(command.protocol.as_ref(), act.today());
    let content = PspPaper {
        protocol: protocol.clone(),
        ..paper::psp::build(act.tx, &pact, act.operator, Some(number.clone()), act.at)?
    };
    let document = Document {
        id: command.document,
        registrant: before.registrant,
        kind: DocumentKind::Psp,
        number: number.to_string(),
        version: before.number,
        issued_at: act.at,
        issued_by: act.by(),
        content: serde_json::to_string(&content).map_err(Fault::internal)?,
        archive_level: "none".into(),
        subject: Some(before.id.0),
        protocol_on: protocol.as_ref().map(|protocol| protocol.on),
        protocol: protocol.map(|protocol| protocol.number).unwrap_or_default(),
        ..Document::default()
    };
    document_number::enter(act, &document, &number)?;
    let mut version =
        PspVersion { document: Some(document.id), issued_at: Some(act.at), ..pact.version.clone() };
    let completed = (before.state == PspState::Draft).then_some(PspEvent::Completed);
    // At the counter the channel is chosen with the issue (states.md § 4).
    for event in completed.into_iter().chain([PspEvent::Issued, PspEvent::ChannelChosen]) {
        version.state = machine::next(states::TABLE, version.state, event).unwrap_or(version.state);
        psp::happened(act, &version, word(event), "")?;
    }
    act.tx.update(&before, &version)?;
    act.store_reasons(Subject::PspVersion, version.id.0, version.registrant)?;
    act.touched("psp_version", version.id.0);
    act.state("psp", version.state);
    Ok(())
}

/// Who has SFL shows the contact with three agencies (R-SFL-2).
fn sfl_agencies(act: &Act<'_, '_>, pact: &Pact) -> Result<Option<Finding>> {
    if !pact.did.as_ref().is_some_and(|did| did.benefit == Benefit::Sfl) {
        return Ok(None);
    }
    let least = act.parameters(act.today())?.benefits.sfl_agencies;
    let pads = act.tx.pads_of(pact.version.registrant)?;
    let of_sfl: Vec<Pad> = pads.into_iter().filter(|pad| pad.benefit == Benefit::Sfl).collect();
    let shown = pad::current(&of_sfl).map_or(0, Pad::documented);
    let enough = u32::try_from(shown).is_ok_and(|shown| shown >= least);
    Ok((!enough).then(|| pad::rules::SFL_AGENCIES.at("section.7.search_acts").with(least).with(shown)))
}

/// A signature at the counter, in either order (R-PSP-10).
pub(super) fn sign(act: &mut Act<'_, '_>, command: &PspSign) -> Result<()> {
    let before: PspVersion = act.tx.need(command.version.0)?;
    act.about(before.registrant);
    let did: Did = act.tx.need(before.did.0)?;
    let signed = weigh_signature(&before, &did, command.who);
    let open = signing::open_of(act, &before)?;
    let remote = open.as_ref().filter(|signing| signing.channel.is_remote());
    let found = match remote {
        Some(signing) => vec![IN_CHANNEL.at("version").with(signing.channel.label())],
        None => signed.found.clone(),
    };
    if !act.judge(found, &[]) || signed.next.is_none() {
        return Ok(());
    }
    put_signature(act, &before, &did, command.who, &signed, act.at)?;
    signing::at_counter(act, open, &before, command.who)
}

/// A signature, weighed against the machine of the pact.
pub(super) struct Signed {
    event: PspEvent,
    next: Option<PspState>,
    last: bool,
    /// What refuses it.
    pub found: Vec<Finding>,
}

/// What the rules say of a signature on a version (R-PSP-1, 10).
pub(super) fn weigh_signature(before: &PspVersion, did: &Did, who: Signer) -> Signed {
    let (signed, other, event) = match who {
        Signer::Person if before.operator_signed_at.is_some() => {
            (before.person_signed_at, before.operator_signed_at, PspEvent::BothSigned)
        }
        Signer::Person => (before.person_signed_at, before.operator_signed_at, PspEvent::PersonSigned),
        Signer::Operator => (before.operator_signed_at, before.person_signed_at, PspEvent::OperatorSigned),
    };
    let next = machine::next(states::TABLE, before.state, event);
    let mut found = Vec::new();
    if signed.is_some() {
        found.push(rules::SIGNED_TWICE.at("who"));
    } else if next.is_none() {
        found.push(rules::NO_STEP.at("version").with(before.state.label()));
    } else if !did.is_open() {
        found.push(rules::NO_DID.at("version"));
    }
    Signed { event, next, last: other.is_some(), found }
}

/// Puts a signature that was weighed; the second one makes the pact active.
pub(super) fn put_signature(
    act: &mut Act<'_, '_>,
    before: &PspVersion,
    did: &Did,
    who: Signer,
    signed: &Signed,
    at: NaiveDateTime,
) -> Result<()> {
    let Some(state) = signed.next else { return Ok(()) };
    let mut after = PspVersion { state, ..before.clone() };
    match who {
        Signer::Person => after.person_signed_at = Some(at),
        Signer::Operator => after.operator_signed_at = Some(at),
    }
    psp::happened(act, &after, word(signed.event), "")?;
    if signed.last {
        in_force(act, &mut after, did)?;
    }
    act.tx.update(before, &after)?;
    act.touched("psp_version", after.id.0);
    act.state("psp", after.state);
    Ok(())
}

/// Both have signed: the version before gives way, planned activities are
/// agreed, and a suspended DID pauses it at once (R-PSP-1).
fn in_force(act: &mut Act<'_, '_>, version: &mut PspVersion, did: &Did) -> Result<()> {
    for before in act.tx.versions_of(version.registrant)? {
        if before.id == version.id || !before.state.in_force() {
            continue;
        }
        let after = PspVersion { state: PspState::Superseded, ..before.clone() };
        act.tx.update(&before, &after)?;
        psp::happened(act, &after, word(PspEvent::Superseded), "")?;
    }
    for before in act.tx.activities_of(version.registrant)? {
        if before.psp_version != Some(version.id) || before.state != ActivityState::Proposed {
            continue;
        }
        let after = Activity { state: ActivityState::Agreed, ..before.clone() };
        act.tx.update(&before, &after)?;
        act.changed(Change {
            kind: Subject::Activity,
            subject: after.id.0,
            registrant: after.registrant,
            event: word(ActivityEvent::Agreed),
            state: word(after.state),
            on: None,
            reason: "",
            evidence: "",
        })?;
    }
    if did.state == DidState::Suspended {
        version.state = PspState::Paused;
        psp::happened(act, version, word(PspEvent::Paused), "")?;
    }
    act.outcome.proposes.push(SourceAct::Psp.lep().to_owned());
    intake_follow::pact(act, version)
}

/// Refused, not signed in time, closed.
pub(super) fn event(act: &mut Act<'_, '_>, command: &PspHappened) -> Result<()> {
    let before: PspVersion = act.tx.need(command.version.0)?;
    act.about(before.registrant);
    let event = match command.event {
        PspOutcome::Refused => PspEvent::Refused,
        PspOutcome::Expired => PspEvent::Expired,
        PspOutcome::Closed => PspEvent::Closed,
    };
    let next = machine::next(states::TABLE, before.state, event);
    let mut found: Vec<Finding> = Vec::new();
    if next.is_none() {
        found.push(rules::NO_STEP.at("event").with(before.state.label()));
    } else if event != PspEvent::Expired {
        found.extend(psp::reason(&command.reason));
    }
    let (true, Some(state)) = (act.judge(found, &[]), next) else { return Ok(()) };
    let after = PspVersion { state, ..before.clone() };
    act.tx.update(&before, &after)?;
    psp::happened(act, &after, word(event), &command.reason)?;
    signing::pact_ended(act, &after)?;
    act.touched("psp_version", after.id.0);
    act.state("psp", after.state);
    Ok(())
}

/// The signed copy was handed over; each time leaves its fact (R-DOC-6).
pub(super) fn copy_handed(act: &mut Act<'_, '_>, command: &PspCopyHanded) -> Result<()> {
    let before: PspVersion = act.tx.need(command.version.0)?;
    act.about(before.registrant);
    if before.person_signed_at.is_none() || before.operator_signed_at.is_none() {
        return act.refuse(rules::NOT_SIGNED.at("version").with(before.state.label()));
    }
    let first = before.copy_handed_on.unwrap_or(act.today());
    let after = PspVersion { copy_handed_on: Some(first), ..before.clone() };
    act.tx.update(&before, &after)?;
    psp::happened(act, &after, "copy_handed".into(), "")?;
    if let Some(document) = before.document {
        let before: Document = act.tx.need(document.0)?;
        let after = Document { handed_on: before.handed_on.or(Some(act.today())), ..before.clone() };
        act.tx.update(&before, &after)?;
    }
    signing::stored(act, &after)?;
    act.touched("psp_version", after.id.0);
    act.state("psp", after.state);
    Ok(())
}
