//! A version of a PSP.

use chrono::NaiveDateTime;

use super::{address_line, appointment, joined, lines, office_paper, place, said_service, some};
use crate::desk::pact::Pact;
use crate::desk::standing;
use crate::domain::activity::SapChoice;
use crate::domain::codes::LepCode;
use crate::domain::did::{Benefit, Did, DidState};
use crate::domain::document::Document;
use crate::domain::number::DocumentNumber;
use crate::domain::office::{Office, Operator};
use crate::domain::pad::{self, Pad};
use crate::domain::paper::{
    AssessmentPaper, BenefitPaper, ContactPaper, FiguresPaper, IdentityPaper, IndexPaper, LastJobPaper,
    MeasurePaper, PersonPaper, Previous, PrivacyPaper, ProfilePaper, PspPaper, SearchActPaper, SigningMeans,
    SigningPaper, SituationPaper,
};
use crate::domain::psp::{Measure, PspVersion};
use crate::domain::registrant::Registrant;
use crate::fault::Result;
use crate::store::Read;
use crate::tables::catalogue::Catalogue;
use crate::tables::{self, code_table};

/// How the person is called when the next day is agreed face to face.
const AGREED_ASIDE: &str = "a voce, concordando il giorno con l'operatore";

/// The paper of a version as the records stand: with a number it is issued at
/// that hour, without it is a draft.
///
/// # Errors
/// When the file cannot be read.
pub(in crate::desk) fn build(
    read: &Read<'_>,
    pact: &Pact,
    signer: Option<&Operator>,
    number: Option<DocumentNumber>,
    at: NaiveDateTime,
) -> Result<PspPaper> {
    let (version, person) = (&pact.version, &pact.person);
    let operators = read.operators()?;
    let officer = operators.iter().find(|o| Some(o.id) == version.case_officer);
    let seniority = match &pact.did {
        Some(did) => Some(standing::seniority(read, did, at.date())?.days),
        None => None,
    };
    let pads = read.pads_of(person.id)?;
    let office = pact.office.clone().unwrap_or_default();
    let draft = number.is_none();
    let tables = read.catalogue()?;
    let channel = tables.convocation_channels().label_on(&version.convocation_channel, at.date());
    Ok(PspPaper {
        draft,
        number,
        version: version.number,
        previous: previous(read, version)?,
        protocol: None,
        operator: signer.map(Operator::full_name).unwrap_or_default(),
        provider: None,
        person: person_paper(person, version),
        situation: situation(pact, seniority, pad::current(&pads)),
        profile: profile(pact, &tables),
        objective: version.objective.trim().to_owned(),
        contact: contact(version, person, officer, channel),
        measures: pact.measures.iter().map(|m| measure(m, &office, draft)).collect(),
        no_measures_reason: some(&version.no_measure_reason),
        search_acts: pact
            .search_acts
            .iter()
            .map(|a| SearchActPaper { act: a.action.clone(), timing: a.quantity.clone(), due: a.by_date })
            .collect(),
        proof: code_table::proof_methods().label(&version.proof_method).to_owned(),
        appointments: read
            .appointments_of(person.id)?
            .iter()
            .filter(|a| a.state.is_open() && a.start >= at)
            .map(|a| appointment(a, person, said_service(&a.service), &operators, &office))
            .collect(),
        person_commitments: lines(&version.person_commitments),
        office_commitments: lines(&version.office_commitments),
        privacy: some(&version.privacy_version)
            .zip(version.privacy_date)
            .map(|(version, on)| PrivacyPaper { version, on }),
        confirm_by: version.confirm_by,
        signing: SigningPaper {
            place: office.town.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ').to_owned(),
            // Filled by hand at the counter: issued today, signed when both are ready.
            on: None,
            printed_on: at.date(),
            means: SigningMeans::ByHand,
            person_at: None,
            guardian_at: None,
            operator_at: None,
            remote: None,
            copy_handed_on: None,
        },
        annexes: Vec::new(),
        figures: FiguresPaper::of(
            tables.parameters(at.date()),
            pact.did.as_ref().is_some_and(|did| did.benefit == Benefit::Sfl),
        ),
        office: office_paper(office),
    })
}

fn person_paper(person: &Registrant, version: &PspVersion) -> PersonPaper {
    let (street, cap, town) = person.domicile();
    let minor = person.age_on(version.created_at.date()).is_some_and(|age| age < 18);
    PersonPaper {
        full_name: person.full_name(),
        fiscal_code: person.fiscal_code.clone(),
        birth_place: place(&person.birth_place, person.birth_date),
        birth_date: person.birth_date.unwrap_or_default(),
        guardian: some(&person.guardian_name).filter(|_| minor),
        identity: some(&person.id_doc_number).map(|number| IdentityPaper {
            kind: code_table::identity_documents().label(&person.id_doc_type).to_owned(),
            number,
            issuer: person.id_doc_issuer.clone(),
            expires_on: person.id_doc_expires_on,
        }),
        domicile: address_line(street, cap, town),
        contact_address: version.contact_address.clone(),
        phone: joined(&[&person.mobile, &person.phone], " · "),
        email: person.email.clone(),
        pec: person.pec.clone(),
    }
}

fn situation(pact: &Pact, seniority_days: Option<u32>, pad: Option<&Pad>) -> SituationPaper {
    let did = pact.did.as_ref();
    let person = &pact.person;
    let answers = pact.assessment.as_ref().map(|a| &a.profiling).or(did.map(|d| &d.profiling));
    SituationPaper {
        did_on: did.map(|d| d.date),
        did_code: did.and_then(|d| some(&d.national_id)),
        benefit: did.map_or(BenefitPaper::None, |did| benefit(did, pad)),
        status: did.map(status).unwrap_or_default().to_owned(),
        seniority_days,
        education: answers
            .map(|a| code_table::education_titles().label(&a.education).to_owned())
            .unwrap_or_default(),
        last_job: some(&person.last_job_title)
            .map(|title| LastJobPaper { title, ended_on: person.last_job_end }),
    }
}

/// The benefit as the person knows it, with the day it was asked for or its
/// PAD was signed.
fn benefit(did: &Did, pad: Option<&Pad>) -> BenefitPaper {
    let name = did.benefit.long_label().to_owned();
    if did.benefit.is_insurance() {
        BenefitPaper::Unemployment { name, applied_on: did.inps_date.unwrap_or(did.date) }
    } else if did.benefit.is_inclusion() {
        let pad = pad.filter(|pad| pad.benefit == did.benefit);
        BenefitPaper::Inclusion {
            name,
            activated_on: pad.and_then(|pad| pad.signed_on),
            own: did.benefit == Benefit::Sfl,
        }
    } else {
        BenefitPaper::None
    }
}

fn status(did: &Did) -> &'static str {
    match did.state {
        DidState::Inserted | DidState::Validated if did.conserved => {
            "stato di disoccupazione conservato, con reddito sotto il limite"
        }
        DidState::Inserted | DidState::Validated => "stato di disoccupazione",
        DidState::AtRisk => "lavoro in corso, licenziamento comunicato",
        DidState::Suspended => "stato di disoccupazione sospeso",
        DidState::Lost | DidState::Revoked | DidState::Annulled => "",
    }
}

fn profile(pact: &Pact, tables: &Catalogue) -> ProfilePaper {
    let assessment = pact.assessment.as_ref();
    ProfilePaper {
        index: assessment.and_then(|a| {
            Some(IndexPaper { value: some(&a.index_value)?.replace('.', ","), on: a.index_date? })
        }),
        assessment: assessment
            .and_then(|a| Some(AssessmentPaper { on: a.date, summary: some(&a.judgement)? })),
        path: assessment
            .filter(|a| !a.path.trim().is_empty())
            .map(|a| tables.paths().label_on(&a.path, a.date).to_owned()),
        sectors: assessment.map(|a| lines(&a.sectors)).unwrap_or_default(),
    }
}

fn contact(
    version: &PspVersion,
    person: &Registrant,
    officer: Option<&Operator>,
    channel: &str,
) -> ContactPaper {
    let used = match version.convocation_channel.as_str() {
        "email" => &person.email,
        "pec" => &person.pec,
        "sms" | "phone" => &person.mobile,
        _ => "",
    };
    // Its label is how the law says it; on paper it must tell how.
    let channel = if version.convocation_channel == "in_person_agreed" { AGREED_ASIDE } else { channel };
    ContactPaper {
        officer: officer.map(Operator::full_name).unwrap_or_default(),
        officer_phone: officer.map(|o| o.phone.clone()).unwrap_or_default(),
        officer_email: officer.map(|o| o.email.clone()).unwrap_or_default(),
        frequency: code_table::contact_frequencies().label(&version.contact_frequency).to_owned(),
        mode: code_table::contact_modes().label(&version.contact_mode).to_owned(),
        convocation: joined(&[channel, used], ": "),
    }
}

fn measure(measure: &Measure, office: &Office, draft: bool) -> MeasurePaper {
    let entry = LepCode::parse(&measure.lep).ok().and_then(tables::lep::get);
    let title = entry.map(|e| e.title.clone()).unwrap_or_default();
    MeasurePaper {
        name: some(&measure.title).unwrap_or(title),
        lep: measure.lep.clone(),
        // A code not attested is a matter of the office, not of the pact.
        sap: match &measure.sap {
            SapChoice::Attested(code) => code.clone(),
            SapChoice::Unchosen | SapChoice::NotAttested | SapChoice::Candidate(_) => String::new(),
        },
        provider: some(&measure.provider).unwrap_or_else(|| format!("CPI {}", office.name)),
        from: measure.from,
        to: measure.to,
        outcome: measure.expected_outcome.clone(),
        state: if draft { "proposta" } else { "concordata" }.to_owned(),
    }
}

/// The signed version this one updates.
fn previous(read: &Read<'_>, version: &PspVersion) -> Result<Option<Previous>> {
    let before = read.versions_of_psp(version.registrant, version.psp)?;
    let mut signed = before.into_iter().filter(|v| v.number < version.number).filter_map(|v| {
        let on = v.person_signed_at?.max(v.operator_signed_at?).date();
        Some((v, on))
    });
    let Some((before, signed_on)) = signed.next_back() else { return Ok(None) };
    let Some(document) = before.document else { return Ok(None) };
    let document: Document = read.need(document.0)?;
    Ok(Some(Previous { label: format!("{} versione {}", document.number, before.number), signed_on }))
}
