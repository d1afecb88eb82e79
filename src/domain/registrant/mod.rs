//! The person served by the office.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ids::RegistrantId;

pub mod gone;
pub mod rules;

pub use super::sex::Sex;

/// One person. Texts are as typed; empty text means "not given". Codes are
/// those of the tables in `assets/data`. Closed, never deleted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Registrant {
    /// Key.
    pub id: RegistrantId,
    /// Codice fiscale, 16 characters or 11 digits when provisional.
    pub fiscal_code: String,
    /// Surname as typed, accents kept.
    pub surname: String,
    /// Name as typed, accents kept.
    pub name: String,
    /// Date of birth.
    pub birth_date: Option<NaiveDate>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Municipality or foreign state of birth, cadastral code (`D969`, `Z100`).
    pub birth_place: String,
    /// Citizenship, code of table `citizenship`.
    pub citizenship: String,
    /// Kind of identity document, code of table `id_document`.
    pub id_doc_type: String,
    /// Its number.
    pub id_doc_number: String,
    /// Who issued it.
    pub id_doc_issuer: String,
    /// When.
    pub id_doc_issued_on: Option<NaiveDate>,
    /// Until when it holds.
    pub id_doc_expires_on: Option<NaiveDate>,
    /// Registered residence: street and number.
    pub residence_address: String,
    /// Its postal code.
    pub residence_cap: String,
    /// Its municipality, cadastral code.
    pub residence_place: String,
    /// Domicile when it differs from the residence: street and number.
    pub domicile_address: String,
    /// Its postal code.
    pub domicile_cap: String,
    /// Its municipality, cadastral code.
    pub domicile_place: String,
    /// Address for communications when it is neither (R-PSP-12).
    pub contact_address: String,
    /// Mobile phone.
    pub mobile: String,
    /// When the mobile was checked with the person.
    pub mobile_verified_on: Option<NaiveDate>,
    /// Other phone.
    pub phone: String,
    /// E-mail.
    pub email: String,
    /// When the e-mail was checked with the person (R-CNV-9).
    pub email_verified_on: Option<NaiveDate>,
    /// Certified e-mail.
    pub pec: String,
    /// Residence permit: kind (R-DID-17).
    pub permit_type: String,
    /// Its number.
    pub permit_number: String,
    /// Its reason.
    pub permit_reason: String,
    /// Until when it holds.
    pub permit_expires_on: Option<NaiveDate>,
    /// Renewal requested.
    pub permit_renewal: bool,
    /// Who holds parental responsibility, under 18 (R-DID-15).
    pub guardian_name: String,
    /// Title of the last job.
    pub last_job_title: String,
    /// When it ended.
    pub last_job_end: Option<NaiveDate>,
    /// Note of the office, never printed.
    pub office_note: String,
}

impl Registrant {
    /// `ROSSI MARIA`, as in lists and in the person band.
    #[must_use]
    pub fn list_name(&self) -> String {
        format!("{} {}", self.surname, self.name).to_uppercase()
    }

    /// `Maria Rossi`, as printed.
    #[must_use]
    pub fn full_name(&self) -> String {
        format!("{} {}", self.name, self.surname)
    }

    /// Age in whole years on a day; `None` without a birth date.
    #[must_use]
    pub fn age_on(&self, day: NaiveDate) -> Option<u32> {
        day.years_since(self.birth_date?)
    }

    /// Street, postal code and municipality of the domicile: the residence
    /// when no other domicile is given.
    #[must_use]
    pub fn domicile(&self) -> (&str, &str, &str) {
        if self.domicile_address.is_empty() && self.domicile_place.is_empty() {
            (&self.residence_address, &self.residence_cap, &self.residence_place)
        } else {
            (&self.domicile_address, &self.domicile_cap, &self.domicile_place)
        }
    }
}
