//! Letterhead and sections 1 to 3: who signs and where they stand.

use super::wording::{self, fill};
use super::{Writer, date, joined};
use crate::documents::block::{Block, Text, Tone};
use crate::domain::paper::{BenefitPaper, ProfilePaper, PspPaper, SituationPaper};

impl Writer {
    pub(super) fn letterhead(&mut self, paper: &PspPaper, document: &str) {
        let office = &paper.office;
        let name = fill(wording::CENTRE, &[("name", &office.name)]);
        self.blocks.push(Block::Para { text: Text::strong(&office.body), tone: Tone::Body });
        self.blocks.push(Block::Para { text: Text::strong(name), tone: Tone::Office });
        let phone = match office.phone.as_str() {
            "" => String::new(),
            phone => fill(wording::PHONE_SHORT, &[("phone", phone)]),
        };
        let pec =
            if office.pec.is_empty() { String::new() } else { format!("{} {}", wording::PEC, office.pec) };
        self.soft(joined(&[&office.address, &phone], " · "));
        self.soft(joined(&[&office.email, &pec], " · "));
        self.blocks.push(Block::Rule);
        if let Some(protocol) = &paper.protocol {
            let year = protocol.on.format("%Y").to_string();
            self.para(fill(
                wording::PROTOCOL,
                &[("number", &protocol.number), ("year", &year), ("date", &date(protocol.on))],
            ));
        }
        let line = if paper.number.is_some() { wording::DOCUMENT } else { wording::DRAFT_DOCUMENT };
        self.para(fill(line, &[("document", document), ("version", &paper.version.to_string())]));
        self.blocks.push(Block::Title(wording::TITLE.into()));
        self.soft(wording::LAW);
        if let Some(previous) = &paper.previous {
            self.para(fill(
                wording::UPDATES,
                &[("label", &previous.label), ("date", &date(previous.signed_on))],
            ));
        }
    }

    pub(super) fn who_signs(&mut self, paper: &PspPaper) {
        self.section(1);
        let centre = fill(wording::CENTRE, &[("name", &paper.office.name)]);
        let operator = self.or_missing(wording::FOR_CENTRE, &paper.operator);
        self.field(wording::FOR_CENTRE, format!("{operator}\n{centre}"));
        if let Some(provider) = &paper.provider {
            let mut text = fill(
                wording::PROVIDER,
                &[("name", &provider.name), ("code", &provider.fiscal_code), ("address", &provider.address)],
            );
            if !provider.phone.is_empty() {
                text = format!("{text}, {}", fill(wording::PHONE_SHORT, &[("phone", &provider.phone)]));
            }
            self.field(wording::FOR_PROVIDER, text);
        }
        let person = &paper.person;
        let name = Text::strong(self.or_missing(wording::PERSON, &person.full_name));
        self.blocks.push(Block::Field { label: wording::PERSON.into(), value: name });
        self.required(wording::FISCAL_CODE, &person.fiscal_code);
        let birth = joined(&[&person.birth_place, &date(person.birth_date)], ", ");
        self.field(wording::BORN, birth);
        if let Some(guardian) = &person.guardian {
            self.field(wording::GUARDIAN, fill(wording::GUARDIAN_ROLE, &[("name", guardian)]));
        }
        if let Some(identity) = &person.identity {
            let mut text = fill(
                wording::IDENTITY_TEXT,
                &[("kind", &identity.kind), ("number", &identity.number), ("issuer", &identity.issuer)],
            );
            if let Some(expires) = identity.expires_on {
                text.push_str(&fill(wording::IDENTITY_EXPIRES, &[("date", &date(expires))]));
            }
            self.field(wording::IDENTITY, text);
        }
        self.optional(wording::DOMICILE, &person.domicile);
        self.required(wording::ADDRESS, &person.contact_address);
        self.optional(wording::PHONE, &person.phone);
        self.optional(wording::EMAIL, &person.email);
        self.optional(wording::PEC, &person.pec);
    }

    pub(super) fn situation(&mut self, situation: &SituationPaper) {
        self.section(2);
        let did = situation.did_on.map_or_else(String::new, |on| {
            let code = situation.did_code.as_deref().unwrap_or(wording::WAITING);
            fill(wording::DID_TEXT, &[("date", &date(on)), ("code", code)])
        });
        self.required(wording::DID, &did);
        match &situation.benefit {
            BenefitPaper::None => {}
            BenefitPaper::Unemployment { name, applied_on } => self.field(
                wording::BENEFIT,
                fill(wording::BENEFIT_UNEMPLOYMENT, &[("name", name), ("date", &date(*applied_on))]),
            ),
            BenefitPaper::Inclusion { name, activated_on: None } => self.field(wording::BENEFIT, name),
            BenefitPaper::Inclusion { name, activated_on: Some(on) } => self
                .field(wording::BENEFIT, fill(wording::BENEFIT_PAD, &[("name", name), ("date", &date(*on))])),
        }
        let status = if situation.status.is_empty() { wording::TO_VERIFY } else { situation.status.as_str() };
        self.field(wording::STATUS, status);
        let days = match situation.seniority_days {
            None => wording::TO_VERIFY.to_owned(),
            Some(1) => wording::ONE_DAY.to_owned(),
            Some(days) => fill(wording::DAYS, &[("days", &days.to_string())]),
        };
        self.field(wording::SENIORITY, days);
        self.optional(wording::EDUCATION, &situation.education);
        if let Some(job) = &situation.last_job {
            let text = match job.ended_on {
                Some(on) => fill(wording::UNTIL, &[("what", &job.title), ("date", &date(on))]),
                None => job.title.clone(),
            };
            self.optional(wording::LAST_JOB, &text);
        }
    }

    pub(super) fn profile(&mut self, profile: &ProfilePaper) {
        self.section(3);
        if let Some(index) = &profile.index {
            let text = fill(wording::INDEX_TEXT, &[("value", &index.value), ("date", &date(index.on))]);
            self.field(wording::INDEX, text);
        }
        match (&profile.assessment, &profile.index) {
            (Some(assessment), _) => {
                let values = [("date", &*date(assessment.on)), ("summary", assessment.summary.trim())];
                self.field(wording::ASSESSMENT, fill(wording::ASSESSMENT_TEXT, &values).trim_end());
            }
            // One of the two must be there (art. 20 c.2 b).
            (None, None) => self.required(wording::ASSESSMENT, ""),
            (None, Some(_)) => {}
        }
        self.optional(wording::PATH, profile.path.as_deref().unwrap_or_default());
        self.optional(wording::SECTORS, &profile.sectors.join("; "));
    }
}
