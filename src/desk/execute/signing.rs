//! The signature of a pact, step by step (states.md § 4-6), and what each
//! step does to the version.

use serde_json::Value;

use super::act::{Change, word};
use super::psp_issue::{put_signature, weigh_signature};
use super::{Act, psp};
use crate::desk::command::{Signer, SigningHappened, SigningStart};
use crate::domain::did::Did;
use crate::domain::event::Subject;
use crate::domain::finding::Finding;
use crate::domain::ids::SigningId;
use crate::domain::machine;
use crate::domain::office::Region;
use crate::domain::psp::rows::{LINE, check_text};
use crate::domain::psp::{self as pact, PspEvent, PspState, PspVersion};
use crate::domain::registrant::Registrant;
use crate::domain::signing::happen::{self, Effect, Happening};
use crate::domain::signing::{Channel, Evidence, Party, Signing, SigningEvent, SigningState, rules};
use crate::fault::Result;

/// The attempt that goes on for a version.
pub(super) fn open_of(act: &Act<'_, '_>, version: &PspVersion) -> Result<Option<Signing>> {
    let all = act.tx.signings_of(version.registrant)?;
    Ok(all.into_iter().rfind(|signing| signing.version == version.id && signing.is_open()))
}

/// A channel is chosen.
pub(super) fn start(act: &mut Act<'_, '_>, command: &SigningStart) -> Result<()> {
    let version: PspVersion = act.tx.need(command.version.0)?;
    act.about(version.registrant);
    let did: Did = act.tx.need(version.did.0)?;
    let waits = matches!(version.state, PspState::Issued | PspState::AwaitingPerson);
    let signed = version.person_signed_at.is_some() || version.operator_signed_at.is_some();
    let mut found = Vec::new();
    if !waits || signed {
        found.push(rules::NOTHING.at("version").with(version.state.label()));
    } else if let Some(open) = open_of(act, &version)? {
        found.push(rules::OPEN.at("channel").with(open.channel.label()));
    } else if !did.is_open() {
        found.push(pact::rules::NO_DID.at("version"));
    }
    if command.party == Party::Accredited && command.provider.trim().is_empty() {
        found.push(rules::NEEDED.at("provider").with("operatore accreditato (R-PSP-9)"));
    }
    check_text("provider", &command.provider, LINE, &mut found);
    if command.channel.is_remote() {
        found.push(rules::SCOPE.at("channel"));
        if act.office.is_none_or(|office| office.region != Region::Lombardia) {
            found.push(rules::OTHER_REGION.at("channel"));
        }
    }
    if !act.judge(found, &command.accepted) {
        return Ok(());
    }
    let provider = command.provider.trim().to_owned();
    let signing = begun(act, command.id, &version, command.channel, (command.party, provider));
    act.tx.insert(&signing)?;
    left(act, &signing, "started".into(), "", "")?;
    if version.state == PspState::Issued
        && let Some(state) = machine::next(pact::states::TABLE, version.state, PspEvent::ChannelChosen)
    {
        let after = PspVersion { state, ..version.clone() };
        act.tx.update(&version, &after)?;
        psp::happened(act, &after, word(PspEvent::ChannelChosen), "")?;
    }
    act.touched("psp_version", version.id.0);
    Ok(())
}

fn begun(
    act: &Act<'_, '_>,
    id: SigningId,
    version: &PspVersion,
    channel: Channel,
    (party, provider): (Party, String),
) -> Signing {
    Signing {
        id,
        registrant: version.registrant,
        version: version.id,
        channel,
        party,
        provider,
        started_at: act.at,
        since: act.at,
        by: act.by(),
        ..Signing::default()
    }
}

/// A step of a signature.
pub(super) fn event(act: &mut Act<'_, '_>, command: &SigningHappened) -> Result<()> {
    let before: Signing = act.tx.need(command.signing.0)?;
    act.about(before.registrant);
    let version: PspVersion = act.tx.need(before.version.0)?;
    let did: Did = act.tx.need(version.did.0)?;
    let what = Happening {
        event: command.event,
        evidence: &command.evidence,
        note: command.note.trim(),
        moment: command.happened_at.unwrap_or(act.at),
        now: act.at,
    };
    // That the pact ended is never told: it follows from the pact.
    let next = happen::apply(&before, &what).filter(|_| command.event != SigningEvent::PactEnded);
    let effect = happen::effect(before.channel, command.event);
    let mut found = match &next {
        None if command.event == SigningEvent::PactEnded => vec![happen::not_now(&before, command.event)],
        _ => happen::check(&before, &what),
    };
    act.as_of(what.moment.date());
    let signer = effect.and_then(signer);
    let signed = signer.map(|who| weigh_signature(&version, &did, who));
    if next.is_some() {
        found.extend(signed.iter().flat_map(|signed| signed.found.clone()));
        found.extend(ending(effect).and_then(|event| no_step(&version, event)));
    }
    if !act.judge(found, &command.accepted) {
        return Ok(());
    }
    // A profile may lower what a region asks for; a step that is not there is
    // never taken.
    let Some(after) = next else {
        return act.refuse(happen::not_now(&before, command.event));
    };
    act.tx.update(&before, &after)?;
    act.store_reasons(Subject::Signing, after.id.0, after.registrant)?;
    left(act, &after, word(command.event), what.note, &told(what.evidence))?;
    match (signed, signer, ending(effect)) {
        (Some(signed), Some(who), _) => {
            // By e-mail the signatures came before the step that makes them count.
            let moment = match who {
                Signer::Person => after.times.person,
                Signer::Operator => after.times.operator,
            };
            put_signature(act, &version, &did, who, &signed, moment.unwrap_or(what.moment))?;
        }
        (_, _, Some(event)) => {
            if let Some(state) = machine::next(pact::states::TABLE, version.state, event) {
                let ended = PspVersion { state, ..version.clone() };
                act.tx.update(&version, &ended)?;
                psp::happened(act, &ended, word(event), what.note)?;
                act.state("psp", ended.state);
            }
        }
        _ => {}
    }
    act.touched("psp_version", version.id.0);
    Ok(())
}

fn signer(effect: Effect) -> Option<Signer> {
    match effect {
        Effect::PersonSigned => Some(Signer::Person),
        Effect::OperatorSigned => Some(Signer::Operator),
        Effect::Refused | Effect::Expired => None,
    }
}

fn ending(effect: Option<Effect>) -> Option<PspEvent> {
    match effect? {
        Effect::Refused => Some(PspEvent::Refused),
        Effect::Expired => Some(PspEvent::Expired),
        Effect::PersonSigned | Effect::OperatorSigned => None,
    }
}

fn no_step(version: &PspVersion, event: PspEvent) -> Option<Finding> {
    machine::next(pact::states::TABLE, version.state, event)
        .is_none()
        .then(|| pact::rules::NO_STEP.at("event").with(version.state.label()))
}

/// A signature at the counter in one key: the machine of § 4 takes the steps
/// before it by itself, with what issue already asked for (R-PAT-7, R-PRV-2).
pub(super) fn at_counter(
    act: &mut Act<'_, '_>,
    open: Option<Signing>,
    before: &PspVersion,
    who: Signer,
) -> Result<()> {
    let person: Registrant = act.tx.need(before.registrant.0)?;
    let mut signing = match open {
        Some(signing) => signing,
        None => {
            let id = SigningId(act.fact_id().0);
            let signing = begun(act, id, before, Channel::InPerson, (Party::Cpi, String::new()));
            act.tx.insert(&signing)?;
            left(act, &signing, "started".into(), "", "")?;
            signing
        }
    };
    let event = match who {
        Signer::Person => SigningEvent::PersonSigned,
        Signer::Operator => SigningEvent::OperatorSigned,
    };
    // What was signed before signings were kept.
    let earlier = match who {
        Signer::Person => before.operator_signed_at.map(|_| SigningEvent::OperatorSigned),
        Signer::Operator => before.person_signed_at.map(|_| SigningEvent::PersonSigned),
    };
    let identified = Evidence {
        identity_type: person.id_doc_type.clone(),
        identity_number: person.id_doc_number.clone(),
        identity_expiry: person.id_doc_expires_on,
        ..Evidence::default()
    };
    let explained = Evidence {
        notice_version: before.privacy_version.clone(),
        notice_date: before.privacy_date,
        ..Evidence::default()
    };
    while matches!(signing.state, SigningState::Ready | SigningState::Identified | SigningState::Explained) {
        let (event, evidence) = match (signing.state, earlier) {
            (SigningState::Ready, _) => (SigningEvent::Identified, &identified),
            (SigningState::Identified, _) => (SigningEvent::Explained, &explained),
            (_, Some(earlier)) => (earlier, &Evidence::default()),
            _ => break,
        };
        let Some(after) = step(act, &signing, event, evidence, "")? else { return Ok(()) };
        signing = after;
    }
    step(act, &signing, event, &Evidence::default(), "").map(|_| ())
}

/// The signed copy was handed over: at the counter that is the last step.
pub(super) fn stored(act: &mut Act<'_, '_>, version: &PspVersion) -> Result<()> {
    match open_of(act, version)?.filter(|signing| signing.state == SigningState::BothSigned) {
        Some(signing) => step(act, &signing, SigningEvent::Stored, &Evidence::default(), "").map(|_| ()),
        None => Ok(()),
    }
}

/// The version is not to be signed any more.
pub(super) fn pact_ended(act: &mut Act<'_, '_>, version: &PspVersion) -> Result<()> {
    match open_of(act, version)? {
        Some(signing) => {
            let why = version.state.label();
            step(act, &signing, SigningEvent::PactEnded, &Evidence::default(), why).map(|_| ())
        }
        None => Ok(()),
    }
}

/// A step that follows from another command; nothing where the table has none.
fn step(
    act: &mut Act<'_, '_>,
    before: &Signing,
    event: SigningEvent,
    evidence: &Evidence,
    note: &str,
) -> Result<Option<Signing>> {
    let what = Happening { event, evidence, note, moment: act.at, now: act.at };
    let Some(after) = happen::apply(before, &what) else { return Ok(None) };
    act.tx.update(before, &after)?;
    left(act, &after, word(event), note, &told(evidence))?;
    Ok(Some(after))
}

/// What a step kept, as text: the record holds the last of each, the history
/// every one.
fn told(evidence: &Evidence) -> String {
    let fields = happen::given(evidence);
    let one = |(name, value): (&String, &Value)| match value {
        Value::String(text) => format!("{}: {text}", happen::label(name)),
        Value::Bool(_) => happen::label(name).to_owned(),
        other => format!("{}: {other}", happen::label(name)),
    };
    fields.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn left(act: &mut Act<'_, '_>, signing: &Signing, event: String, note: &str, evidence: &str) -> Result<()> {
    act.changed(Change {
        kind: Subject::Signing,
        subject: signing.id.0,
        registrant: signing.registrant,
        event,
        state: word(signing.state),
        on: Some(signing.since.date()),
        reason: note,
        evidence,
    })?;
    act.touched("signing", signing.id.0);
    act.state("signing", signing.state);
    Ok(())
}
