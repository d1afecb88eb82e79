//! The fields of a PSP, by the names templates know, from the paper as it was
//! frozen.

use chrono::NaiveDateTime;

use super::wording;
use crate::documents::kinds::{Filled, WAITING, Writer, appointment, day, moment, numbered, said};
use crate::documents::template::Fields;
use crate::domain::paper::stationery::Stationery;
use crate::domain::paper::{BenefitPaper, MeasurePaper, PspPaper, SearchActPaper, SigningMeans};

/// Fields the law wants on a pact: an office's template may not leave them
/// out (art. 20 c.2 d.lgs. 150/2015; art. 13 GDPR).
pub const NEEDED: &[&str] = &[
    "cpi_name",
    "document",
    "operator_full_name",
    "registrant_full_name",
    "fiscal_code",
    "contact_address",
    "did_date",
    "profile_index",
    "assessment_date",
    "case_officer_full_name",
    "contact_frequency",
    "agreed_convocation_channel",
    "measures",
    "search_acts",
    "proof_method",
    "appointments",
    "person_commitments",
    "office_commitments",
    "privacy_notice_version",
    "signed_on",
];

/// The fields of a pact on an office's stationery.
pub fn fill(paper: &PspPaper, stationery: &Stationery) -> Filled {
    let mut writer = Writer::on(stationery);
    document(&mut writer, paper);
    parties(&mut writer, paper);
    situation(&mut writer, paper);
    agreed(&mut writer, paper);
    signing(&mut writer, paper);
    super::figures::fill(&mut writer, &paper.figures);
    writer.done()
}

fn document(writer: &mut Writer, paper: &PspPaper) {
    writer.office(&paper.office);
    writer.number(paper.number.as_ref(), paper.version, paper.draft);
    writer.put("psp_version", &paper.version.to_string());
    writer.protocol(paper.protocol.as_ref());
    let previous = paper.previous.as_ref();
    writer.put("previous_psp_number", previous.map_or("", |previous| &previous.label));
    writer.day("previous_signed_on", previous.map(|previous| previous.signed_on));
}

fn parties(writer: &mut Writer, paper: &PspPaper) {
    writer.must("operator_full_name", "Per il Centro", &paper.operator);
    let provider = paper.provider.as_ref();
    writer.fields().flag("P", provider.is_some());
    writer.put("provider_name", provider.map_or("", |p| &p.name));
    writer.put("provider_fiscal_code", provider.map_or("", |p| &p.fiscal_code));
    writer.put("provider_address", provider.map_or("", |p| &p.address));
    writer.put("provider_phone", provider.map_or("", |p| &p.phone));
    let person = &paper.person;
    writer.whose(&person.full_name, &person.fiscal_code);
    writer.put("birth_place", &person.birth_place);
    writer.day("birth_date", Some(person.birth_date));
    writer.fields().flag("M", person.guardian.is_some());
    writer.put("guardian_full_name", person.guardian.as_deref().unwrap_or_default());
    let identity = person.identity.as_ref();
    writer.put("id_doc_type", identity.map_or("", |i| &i.kind));
    writer.put("id_doc_number", identity.map_or("", |i| &i.number));
    writer.put("id_doc_issuer", identity.map_or("", |i| &i.issuer));
    writer.day("id_doc_expiry", identity.and_then(|i| i.expires_on));
    writer.put("domicile", &person.domicile);
    writer.must("contact_address", "Indirizzo per le comunicazioni", &person.contact_address);
    writer.put("phone", &person.phone);
    writer.put("email", &person.email);
    writer.put("pec", &person.pec);
}

fn situation(writer: &mut Writer, paper: &PspPaper) {
    let situation = &paper.situation;
    writer.need("DID", situation.did_on.is_some());
    writer.day("did_date", situation.did_on);
    writer.put("did_national_id", situation.did_code.as_deref().unwrap_or(WAITING));
    let (name, applied, activated) = match &situation.benefit {
        BenefitPaper::None => ("", None, None),
        BenefitPaper::Unemployment { name, applied_on } => (name.as_str(), Some(*applied_on), None),
        BenefitPaper::Inclusion { name, activated_on, .. } => (name.as_str(), None, *activated_on),
    };
    writer.fields().flag("N", matches!(situation.benefit, BenefitPaper::Unemployment { .. }));
    writer.fields().flag("I", matches!(situation.benefit, BenefitPaper::Inclusion { .. }));
    writer.fields().flag("S", matches!(situation.benefit, BenefitPaper::Inclusion { own: true, .. }));
    writer.put("benefit_name", name);
    writer.day("inps_application_date", applied);
    writer.day("pad_signed_on", activated);
    let known = |text: &str| if text.is_empty() { wording::TO_VERIFY.to_owned() } else { text.to_owned() };
    writer.put("unemployment_status_label", &known(&situation.status));
    let days = match situation.seniority_days {
        None => String::new(),
        Some(1) => wording::ONE_DAY.to_owned(),
        Some(days) => format!("{days} {}", wording::DAYS),
    };
    writer.put("seniority", &known(&days));
    writer.put("education_title", &situation.education);
    let job = situation.last_job.as_ref();
    writer.put("last_job_title", job.map_or("", |job| &job.title));
    writer.day("last_job_end", job.and_then(|job| job.ended_on));
    let profile = &paper.profile;
    // One of the two must be there (art. 20 c.2 b).
    writer.need("Valutazione", profile.index.is_some() || profile.assessment.is_some());
    writer.put("profile_index", profile.index.as_ref().map_or("", |index| &index.value));
    writer.day("profile_date", profile.index.as_ref().map(|index| index.on));
    writer.day("assessment_date", profile.assessment.as_ref().map(|assessment| assessment.on));
    writer.put("assessment_summary", profile.assessment.as_ref().map_or("", |a| &a.summary));
    writer.fields().flag("G", profile.path.is_some());
    writer.put("programme_path", profile.path.as_deref().unwrap_or_default());
    writer.put("economic_sectors", &profile.sectors.join("; "));
}

fn agreed(writer: &mut Writer, paper: &PspPaper) {
    writer.put("objective_text", &paper.objective);
    let contact = &paper.contact;
    writer.must("case_officer_full_name", "Responsabile delle attività", &contact.officer);
    writer.put("case_officer_phone", &contact.officer_phone);
    writer.put("case_officer_email", &contact.officer_email);
    writer.must("contact_frequency", "Ci sentiamo di norma", &contact.frequency);
    writer.put("contact_mode", &contact.mode);
    writer.must("agreed_convocation_channel", "Come La convochiamo", &contact.convocation);
    writer.fields().rows("measures", numbered(&paper.measures, measure));
    writer.put("no_measures_reason", paper.no_measures_reason.as_deref().unwrap_or_default());
    writer.need("Le Sue azioni di ricerca", !paper.search_acts.is_empty());
    writer.fields().rows("search_acts", numbered(&paper.search_acts, search_act));
    // A column without a word tells nobody anything.
    writer.fields().flag("search_acts_due", paper.search_acts.iter().any(|act| act.due.is_some()));
    writer.must("proof_method", "Come le dimostra", &paper.proof);
    writer.fields().rows("appointments", numbered(&paper.appointments, appointment));
    writer.fields().list("person_commitments", &said(&paper.person_commitments));
    writer.fields().list("office_commitments", &said(&paper.office_commitments));
    let privacy = paper.privacy.as_ref();
    writer.need("I Suoi dati personali", privacy.is_some());
    writer.put("privacy_notice_version", privacy.map_or("", |privacy| &privacy.version));
    writer.day("privacy_notice_date", privacy.map(|privacy| privacy.on));
    writer.day("confirm_by", paper.confirm_by);
}

fn signing(writer: &mut Writer, paper: &PspPaper) {
    let signing = &paper.signing;
    writer.must("place", "Luogo e data", &signing.place);
    writer.put("signed_on", &signing.on.map_or_else(|| wording::BLANK_DATE.to_owned(), day));
    writer.day("printed_on", Some(signing.printed_on));
    writer.fields().list("annexes", &paper.annexes);
    writer.fields().flag("E", signing.means == SigningMeans::Electronic);
    let at = |at: Option<NaiveDateTime>| at.map(moment).unwrap_or_default();
    writer.put("person_signed_at", &at(signing.person_at));
    writer.put("operator_signed_at", &at(signing.operator_at));
    writer.put("guardian_signed_at", &at(signing.guardian_at));
    let remote = signing.remote.as_ref();
    writer.fields().flag("R", remote.is_some());
    writer.put("signing_channel_label", remote.map_or("", |remote| &remote.channel));
    writer.day("sent_at", remote.map(|remote| remote.sent_on));
    writer.put("sent_to", remote.map_or("", |remote| &remote.sent_to));
    writer.day("returned_at", remote.and_then(|remote| remote.returned_on));
    writer.day("copy_handed_on", signing.copy_handed_on);
}

fn measure(measure: &MeasurePaper, fields: &mut Fields) {
    let lep = if measure.lep.is_empty() { String::new() } else { format!("LEP\u{a0}{}", measure.lep) };
    let codes = match (lep.is_empty(), measure.sap.is_empty()) {
        (_, true) => lep,
        (true, false) => format!("SAP {}", measure.sap),
        (false, false) => format!("{lep} · SAP\u{a0}{}", measure.sap),
    };
    fields.text("codes", codes);
    fields.text("name", &measure.name);
    fields.text("lep", &measure.lep);
    fields.text("sap", &measure.sap);
    fields.text("provider", &measure.provider);
    fields.text("from", measure.from.map(day).unwrap_or_default());
    fields.text("to", measure.to.map(day).unwrap_or_default());
    fields.text("outcome", &measure.outcome);
    fields.text("state", &measure.state);
}

fn search_act(act: &SearchActPaper, fields: &mut Fields) {
    fields.text("name", &act.act);
    fields.text("timing", &act.timing);
    fields.text("due", act.due.map(day).unwrap_or_default());
}
