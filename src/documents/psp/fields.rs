//! The fields of a PSP, by the names templates know, from the paper as it was
//! frozen.

use chrono::{NaiveDate, NaiveDateTime};

use super::{date, weekday_date, wording};
use crate::documents::template::Fields;
use crate::domain::paper::{
    AppointmentPaper, BenefitPaper, MeasurePaper, PlacePaper, PspPaper, SearchActPaper, SigningMeans,
};

/// Fields the law wants on a pact: an office's template may not leave them
/// out (art. 20 c.2 d.lgs. 150/2015; art. 13 GDPR).
#[allow(dead_code, reason = "the check of templates reads it")]
pub const NEEDED: &[&str] = &[
    "cpi_name",
    "document_id",
    "psp_version",
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

/// The fields, and the names of what must be there and is not.
pub fn fields(paper: &PspPaper) -> (Fields, Vec<&'static str>) {
    let mut writer = Writer { fields: Fields::default(), missing: Vec::new() };
    writer.document(paper);
    writer.parties(paper);
    writer.situation(paper);
    writer.agreed(paper);
    writer.signing(paper);
    (writer.fields, writer.missing)
}

struct Writer {
    fields: Fields,
    missing: Vec<&'static str>,
}

impl Writer {
    fn put(&mut self, name: &'static str, value: &str) {
        self.fields.text(name, value.trim());
    }

    fn day(&mut self, name: &'static str, day: Option<NaiveDate>) {
        self.fields.text(name, day.map(date).unwrap_or_default());
    }

    /// What must be there: a draft says that it is missing.
    fn must(&mut self, name: &'static str, label: &'static str, value: &str) {
        if value.trim().is_empty() {
            self.missing.push(label);
            self.put(name, wording::TO_COMPLETE);
        } else {
            self.put(name, value);
        }
    }

    fn document(&mut self, paper: &PspPaper) {
        let office = &paper.office;
        for (name, value) in [
            ("body_name", &office.body),
            ("cpi_name", &office.name),
            ("cpi_address", &office.address),
            ("cpi_phone", &office.phone),
            ("cpi_email", &office.email),
            ("cpi_pec", &office.pec),
        ] {
            self.put(name, value);
        }
        let protocol = paper.protocol.as_ref();
        self.put("protocol_number", protocol.map_or("", |protocol| &protocol.number));
        self.put("protocol_year", &protocol.map(|p| p.on.format("%Y").to_string()).unwrap_or_default());
        self.day("protocol_date", protocol.map(|protocol| protocol.on));
        let number = paper.number.as_ref();
        self.put("document_id", &number.map_or(wording::DRAFT_NUMBER.to_owned(), ToString::to_string));
        self.fields.flag("numbered", number.is_some());
        self.fields.flag("draft", paper.draft);
        self.put("psp_version", &paper.version.to_string());
        self.put("to_complete", wording::TO_COMPLETE);
        let previous = paper.previous.as_ref();
        self.put("previous_psp_number", previous.map_or("", |previous| &previous.label));
        self.day("previous_signed_on", previous.map(|previous| previous.signed_on));
        let copy = paper.copy.as_ref();
        self.put("document_digest", copy.map_or("", |copy| &copy.digest));
        self.put("document_keeper", copy.map_or("", |copy| &copy.keeper));
    }

    fn parties(&mut self, paper: &PspPaper) {
        self.must("operator_full_name", "Per il Centro", &paper.operator);
        let provider = paper.provider.as_ref();
        self.fields.flag("P", provider.is_some());
        self.put("provider_name", provider.map_or("", |p| &p.name));
        self.put("provider_fiscal_code", provider.map_or("", |p| &p.fiscal_code));
        self.put("provider_address", provider.map_or("", |p| &p.address));
        self.put("provider_phone", provider.map_or("", |p| &p.phone));
        let person = &paper.person;
        self.must("registrant_full_name", "Persona", &person.full_name);
        self.must("fiscal_code", "Codice fiscale", &person.fiscal_code);
        self.put("birth_place", &person.birth_place);
        self.day("birth_date", Some(person.birth_date));
        self.fields.flag("M", person.guardian.is_some());
        self.put("guardian_full_name", person.guardian.as_deref().unwrap_or_default());
        let identity = person.identity.as_ref();
        self.put("id_doc_type", identity.map_or("", |i| &i.kind));
        self.put("id_doc_number", identity.map_or("", |i| &i.number));
        self.put("id_doc_issuer", identity.map_or("", |i| &i.issuer));
        self.day("id_doc_expiry", identity.and_then(|i| i.expires_on));
        self.put("domicile", &person.domicile);
        self.must("contact_address", "Indirizzo per le comunicazioni", &person.contact_address);
        self.put("phone", &person.phone);
        self.put("email", &person.email);
        self.put("pec", &person.pec);
    }

    fn situation(&mut self, paper: &PspPaper) {
        let situation = &paper.situation;
        if situation.did_on.is_none() {
            self.missing.push("DID");
        }
        self.day("did_date", situation.did_on);
        self.put("did_national_id", situation.did_code.as_deref().unwrap_or(wording::WAITING));
        let (name, applied, activated) = match &situation.benefit {
            BenefitPaper::None => ("", None, None),
            BenefitPaper::Unemployment { name, applied_on } => (name.as_str(), Some(*applied_on), None),
            BenefitPaper::Inclusion { name, activated_on } => (name.as_str(), None, *activated_on),
        };
        self.fields.flag("N", matches!(situation.benefit, BenefitPaper::Unemployment { .. }));
        self.fields.flag("I", matches!(situation.benefit, BenefitPaper::Inclusion { .. }));
        self.put("benefit_name", name);
        self.day("inps_application_date", applied);
        self.day("pad_signed_on", activated);
        let known =
            |text: &str| if text.is_empty() { wording::TO_VERIFY.to_owned() } else { text.to_owned() };
        self.put("unemployment_status_label", &known(&situation.status));
        let days = match situation.seniority_days {
            None => String::new(),
            Some(1) => wording::ONE_DAY.to_owned(),
            Some(days) => format!("{days} {}", wording::DAYS),
        };
        self.put("seniority", &known(&days));
        self.put("education_title", &situation.education);
        let job = situation.last_job.as_ref();
        self.put("last_job_title", job.map_or("", |job| &job.title));
        self.day("last_job_end", job.and_then(|job| job.ended_on));
        let profile = &paper.profile;
        // One of the two must be there (art. 20 c.2 b).
        if profile.index.is_none() && profile.assessment.is_none() {
            self.missing.push("Valutazione");
        }
        self.put("profile_index", profile.index.as_ref().map_or("", |index| &index.value));
        self.day("profile_date", profile.index.as_ref().map(|index| index.on));
        self.day("assessment_date", profile.assessment.as_ref().map(|assessment| assessment.on));
        self.put("assessment_summary", profile.assessment.as_ref().map_or("", |a| &a.summary));
        self.fields.flag("G", profile.path.is_some());
        self.put("programme_path", profile.path.as_deref().unwrap_or_default());
        self.put("economic_sectors", &profile.sectors.join("; "));
    }

    fn agreed(&mut self, paper: &PspPaper) {
        self.put("objective_text", &paper.objective);
        let contact = &paper.contact;
        self.must("case_officer_full_name", "Responsabile delle attività", &contact.officer);
        self.put("case_officer_phone", &contact.officer_phone);
        self.put("case_officer_email", &contact.officer_email);
        self.must("contact_frequency", "Ci sentiamo di norma", &contact.frequency);
        self.put("contact_mode", &contact.mode);
        self.must("agreed_convocation_channel", "Come La convochiamo", &contact.convocation);
        self.fields.rows("measures", numbered(&paper.measures, measure));
        self.put("no_measures_reason", paper.no_measures_reason.as_deref().unwrap_or_default());
        if paper.search_acts.is_empty() {
            self.missing.push("Le Sue azioni di ricerca");
        }
        self.fields.rows("search_acts", numbered(&paper.search_acts, search_act));
        self.must("proof_method", "Come le dimostra", &paper.proof);
        self.fields.rows("appointments", numbered(&paper.appointments, appointment));
        let said = |all: &[String]| all.iter().filter(|c| !c.trim().is_empty()).cloned().collect::<Vec<_>>();
        self.fields.list("person_commitments", &said(&paper.person_commitments));
        self.fields.list("office_commitments", &said(&paper.office_commitments));
        let privacy = paper.privacy.as_ref();
        if privacy.is_none() {
            self.missing.push("I Suoi dati personali");
        }
        self.put("privacy_notice_version", privacy.map_or("", |privacy| &privacy.version));
        self.day("privacy_notice_date", privacy.map(|privacy| privacy.on));
        self.day("confirm_by", paper.confirm_by);
    }

    fn signing(&mut self, paper: &PspPaper) {
        let signing = &paper.signing;
        self.must("place", "Luogo e data", &signing.place);
        self.put("signed_on", &signing.on.map_or_else(|| wording::BLANK_DATE.to_owned(), date));
        self.day("printed_on", Some(signing.printed_on));
        self.fields.list("annexes", &paper.annexes);
        self.fields.flag("E", signing.means == SigningMeans::Electronic);
        let at = |at: Option<NaiveDateTime>| at.map(moment).unwrap_or_default();
        self.put("person_signed_at", &at(signing.person_at));
        self.put("operator_signed_at", &at(signing.operator_at));
        self.put("guardian_signed_at", &at(signing.guardian_at));
        let remote = signing.remote.as_ref();
        self.fields.flag("R", remote.is_some());
        self.put("signing_channel_label", remote.map_or("", |remote| &remote.channel));
        self.day("sent_at", remote.map(|remote| remote.sent_on));
        self.put("sent_to", remote.map_or("", |remote| &remote.sent_to));
        self.day("returned_at", remote.and_then(|remote| remote.returned_on));
        self.day("copy_handed_on", signing.copy_handed_on);
    }
}

fn numbered<T>(rows: &[T], fields: fn(&T, &mut Fields)) -> Vec<Fields> {
    let one = |(at, row): (usize, &T)| {
        let mut made = Fields::default();
        made.text("number", (at + 1).to_string());
        fields(row, &mut made);
        made
    };
    rows.iter().enumerate().map(one).collect()
}

fn measure(measure: &MeasurePaper, fields: &mut Fields) {
    let lep = if measure.lep.is_empty() { String::new() } else { format!("LEP\u{a0}{}", measure.lep) };
    let codes = match (lep.is_empty(), measure.sap.is_empty()) {
        (_, true) => String::new(),
        (true, false) => format!("SAP {}", measure.sap),
        (false, false) => format!("{lep} · SAP\u{a0}{}", measure.sap),
    };
    fields.text("codes", codes);
    fields.text("name", &measure.name);
    fields.text("lep", &measure.lep);
    fields.text("sap", &measure.sap);
    fields.text("provider", &measure.provider);
    fields.text("from", measure.from.map(date).unwrap_or_default());
    fields.text("to", measure.to.map(date).unwrap_or_default());
    fields.text("outcome", &measure.outcome);
    fields.text("state", &measure.state);
}

fn search_act(act: &SearchActPaper, fields: &mut Fields) {
    fields.text("name", &act.act);
    fields.text("timing", &act.timing);
    fields.text("due", act.due.map(date).unwrap_or_default());
}

fn appointment(appointment: &AppointmentPaper, fields: &mut Fields) {
    let (remote, place) = match &appointment.place {
        PlacePaper::InPerson(place) => (false, place),
        PlacePaper::Remote(place) => (true, place),
    };
    fields.text("day", weekday_date(appointment.on));
    fields.text("hour", appointment.at.format("%H:%M").to_string());
    fields.text("minutes", appointment.minutes.to_string());
    fields.text("service", &appointment.service);
    fields.text("operator", &appointment.operator);
    fields.flag("remote", remote);
    fields.text("place", place);
}

fn moment(at: NaiveDateTime) -> String {
    format!("{} alle {}", date(at.date()), at.format("%H:%M"))
}
