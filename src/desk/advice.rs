//! Advice about a pact: the checks of `domain::psp::lint` with what the
//! tables know. Nothing is read for it beyond the pact itself.

use chrono::NaiveDate;

use super::pact::Pact;
use super::{lep, paper};
use crate::domain::appointment::proof::Weight;
use crate::domain::did::Benefit;
use crate::domain::parameters::Parameters;
use crate::domain::psp::lint::{self, Advice, Known, LintFacts, Terms};
use crate::tables::{citizenships, code_table, special_words};

impl Pact {
    /// What an operator would want to be told before the pact goes on paper;
    /// nothing of it stops the issue. `prints` says which characters the
    /// document can show.
    #[must_use]
    pub fn advice(&self, today: NaiveDate, prints: fn(char) -> bool) -> Vec<Advice> {
        lint::lint(&LintFacts {
            pact: self.facts(today),
            office: self.office.as_ref(),
            officer: self.officer.as_ref(),
            appointments: &self.appointments,
            activities: &self.activities,
            before: &self.before,
            known: &self.known(today),
            prints,
        })
    }

    fn known(&self, today: NaiveDate) -> Known {
        let (version, person) = (&self.version, &self.person);
        let assessment = self.assessment.as_ref();
        let answers = assessment.map(|a| &a.profiling).or(self.did.as_ref().map(|d| &d.profiling));
        let frequency = code_table::contact_frequencies().get(&version.contact_frequency);
        let (tables, day) = (&self.catalogue, lint::day(version, today));
        let channel = tables.convocation_channels().get_on(&version.convocation_channel, day);
        let path = assessment.and_then(|a| tables.paths().get_on(&a.path, day));
        let education = answers.and_then(|a| code_table::education_titles().get(&a.education));
        let sectors = code_table::economic_sectors();
        let is_sector = |line: &str| {
            let line = line.trim();
            line.is_empty() || sectors.rows().iter().any(|row| row.label.eq_ignore_ascii_case(line))
        };
        Known {
            frequency_days: frequency.map_or(0, |row| row.extra.days),
            channel_never_proves: channel.is_some_and(|row| row.extra.proof == Weight::Never),
            path_until: path.and_then(|row| row.valid_to),
            needs_permit: !person.citizenship.is_empty()
                && citizenships::needs_permit(&person.citizenship, today),
            education_level: education.map(|row| row.extra.level),
            unknown_sectors: assessment
                .map(|a| a.sectors.lines().filter(|line| !is_sector(line)).map(str::to_owned).collect())
                .unwrap_or_default(),
            leps: self
                .measures
                .iter()
                .chain(&self.before)
                .filter_map(|m| Some((m.lep.clone(), lep::known(&m.lep)?)))
                .collect(),
            addresses: vec![
                person.contact_address.clone(),
                paper::contact_line(person),
                paper::address_line(
                    &person.residence_address,
                    &person.residence_cap,
                    &person.residence_place,
                ),
                paper::address_line(&person.domicile_address, &person.domicile_cap, &person.domicile_place),
            ],
            terms: self.terms(day),
            words: special_words::all(),
        }
    }

    /// The figures of the day the pact is judged by.
    fn terms(&self, day: NaiveDate) -> Terms {
        let Parameters { psp, did, benefits, .. } = self.catalogue.parameters(day);
        let sfl = self.did.as_ref().is_some_and(|did| did.benefit == Benefit::Sfl);
        let (presence, agencies) = if sfl {
            (benefits.sfl_confirm_days, benefits.sfl_agencies)
        } else {
            (benefits.adi_presence_days, benefits.pad_agencies)
        };
        Terms {
            assessment_days: psp.assessment_days.into(),
            index_days: did.profiling_days.into(),
            did_code_days: did.national_id_days.into(),
            presence_days: presence.into(),
            agencies: agencies.into(),
        }
    }
}
