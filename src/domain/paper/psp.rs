//! What a PSP says on paper. A required text may be empty only in a draft: it
//! prints "da completare".

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::{AppointmentPaper, FiguresPaper, OfficePaper, Protocol};
use crate::domain::number::DocumentNumber;

/// One version of a PSP as it is printed (art. 20 d.lgs. 150/2015).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PspPaper {
    /// Not issued yet: BOZZA on every page, missing texts allowed.
    pub draft: bool,
    /// Number of the document; a first draft has none.
    pub number: Option<DocumentNumber>,
    /// Version of the pact, from 1.
    pub version: u32,
    /// The version or pact this one updates.
    pub previous: Option<Previous>,
    /// Registration in the office's protocol, when there is one.
    pub protocol: Option<Protocol>,
    /// The office box.
    pub office: OfficePaper,
    /// Name and surname of who signs for the office.
    pub operator: String,
    /// The accredited body that signs for the office (block P).
    pub provider: Option<ProviderPaper>,
    /// The person.
    pub person: PersonPaper,
    /// Section 2.
    pub situation: SituationPaper,
    /// Section 3.
    pub profile: ProfilePaper,
    /// Section 4: the agreed objective, may have more lines.
    pub objective: String,
    /// Section 5.
    pub contact: ContactPaper,
    /// Section 6, rows in order.
    pub measures: Vec<MeasurePaper>,
    /// Section 6: why there is no measure, when there is none.
    pub no_measures_reason: Option<String>,
    /// Section 7, rows in order.
    pub search_acts: Vec<SearchActPaper>,
    /// Section 7: how the person shows what was done (art. 20 c.2 e).
    pub proof: String,
    /// Section 8, rows in order of time.
    pub appointments: Vec<AppointmentPaper>,
    /// Section 9, besides the three of art. 20 c.3.
    pub person_commitments: Vec<String>,
    /// Section 10, besides the fixed part.
    pub office_commitments: Vec<String>,
    /// Section 13: the privacy notice handed over (art. 13 GDPR).
    pub privacy: Option<PrivacyPaper>,
    /// Section 14: by when the pact is confirmed, where the region asks it.
    pub confirm_by: Option<NaiveDate>,
    /// Section 15.
    pub signing: SigningPaper,
    /// Documents attached with the same number (annex A or B), by name.
    pub annexes: Vec<String>,
    /// The figures of the law its fixed sentences say.
    #[serde(default)]
    pub figures: FiguresPaper,
}

/// The pact updated by this one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Previous {
    /// Its number and version as printed, `ESN03-2026-000101 versione 2`.
    pub label: String,
    /// When it was signed.
    pub signed_on: NaiveDate,
}

/// An accredited body (block P).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProviderPaper {
    /// Name.
    pub name: String,
    /// Its fiscal code.
    pub fiscal_code: String,
    /// Address on one line.
    pub address: String,
    /// Telephone; may be empty.
    pub phone: String,
}

/// The person who signs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonPaper {
    /// Name and surname.
    pub full_name: String,
    /// Fiscal code.
    pub fiscal_code: String,
    /// Town or country of birth.
    pub birth_place: String,
    /// Date of birth.
    pub birth_date: NaiveDate,
    /// Who has parental responsibility (block M).
    pub guardian: Option<String>,
    /// The document shown at the desk.
    pub identity: Option<IdentityPaper>,
    /// Domicile on one line; may be empty.
    pub domicile: String,
    /// Where every communication goes (R-PSP-12).
    pub contact_address: String,
    /// Telephone; may be empty.
    pub phone: String,
    /// E-mail; may be empty.
    pub email: String,
    /// Certified e-mail; may be empty.
    pub pec: String,
}

/// An identity document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdentityPaper {
    /// Its kind, "carta d'identità".
    pub kind: String,
    /// Its number.
    pub number: String,
    /// Who issued it.
    pub issuer: String,
    /// Last day of validity.
    pub expires_on: Option<NaiveDate>,
}

/// Section 2: the person's situation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SituationPaper {
    /// Date of the DID.
    pub did_on: Option<NaiveDate>,
    /// National code of the DID; `None` prints "in attesa".
    pub did_code: Option<String>,
    /// The income support that goes with the pact: chooses blocks N and I.
    pub benefit: BenefitPaper,
    /// Unemployment status; empty prints "da verificare".
    pub status: String,
    /// Days of seniority; `None` prints "da verificare".
    pub seniority_days: Option<u32>,
    /// Title of study; may be empty.
    pub education: String,
    /// Last job, with its end when it ended.
    pub last_job: Option<LastJobPaper>,
}

/// Income support: one of the three, never two.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BenefitPaper {
    /// Neither: the short section 12.
    None,
    /// NASpI or DIS-COLL (block N).
    Unemployment {
        /// Its name as printed.
        name: String,
        /// When it was asked of INPS.
        applied_on: NaiveDate,
    },
    /// AdI or SFL (block I).
    Inclusion {
        /// Its name as printed.
        name: String,
        /// When the digital activation pact was signed.
        activated_on: Option<NaiveDate>,
        /// It is of the person alone and not of the family: SFL (art. 12 DL
        /// 48/2023).
        #[serde(default)]
        own: bool,
    },
}

/// The last job.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastJobPaper {
    /// What it was.
    pub title: String,
    /// Last day.
    pub ended_on: Option<NaiveDate>,
}

/// Section 3: the employability profile (art. 20 c.2 b).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfilePaper {
    /// The national index, with the day it was computed.
    pub index: Option<IndexPaper>,
    /// The operator's assessment.
    pub assessment: Option<AssessmentPaper>,
    /// The programme path agreed (block G).
    pub path: Option<String>,
    /// Sectors for congruous offers (R-PSP-20).
    pub sectors: Vec<String>,
}

/// The national profiling index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndexPaper {
    /// Its value as printed, `0,412`.
    pub value: String,
    /// Day of computation.
    pub on: NaiveDate,
}

/// The operator's assessment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssessmentPaper {
    /// Its date.
    pub on: NaiveDate,
    /// Its summary, may have more lines.
    pub summary: String,
}

/// Section 5: who follows the person and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactPaper {
    /// Who is responsible for the activities (art. 20 c.2 a).
    pub officer: String,
    /// Telephone; may be empty.
    pub officer_phone: String,
    /// E-mail; may be empty.
    pub officer_email: String,
    /// Ordinary frequency, "una volta al mese" (art. 20 c.2 d).
    pub frequency: String,
    /// How, "in presenza"; may be empty.
    pub mode: String,
    /// The agreed way of convocation (R-PSP-13).
    pub convocation: String,
}

/// One row of section 6.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasurePaper {
    /// What it is.
    pub name: String,
    /// LEP letter, `F3`; empty when there is none.
    pub lep: String,
    /// SAP code, `A03`; `--` when none is attested.
    pub sap: String,
    /// Who gives it.
    pub provider: String,
    /// Planned start.
    pub from: Option<NaiveDate>,
    /// Planned end.
    pub to: Option<NaiveDate>,
    /// Expected outcome; may be empty.
    pub outcome: String,
    /// State, "concordata".
    pub state: String,
}

/// One row of section 7 (art. 20 c.2 c).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchActPaper {
    /// What the person does.
    pub act: String,
    /// How many or how often.
    pub timing: String,
    /// By when.
    pub due: Option<NaiveDate>,
}

/// The privacy notice handed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrivacyPaper {
    /// Its version.
    pub version: String,
    /// Its date.
    pub on: NaiveDate,
}

/// Section 15: signatures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SigningPaper {
    /// Town.
    pub place: String,
    /// Date of the pact; `None` leaves a line to fill by hand.
    pub on: Option<NaiveDate>,
    /// Day of printing.
    pub printed_on: NaiveDate,
    /// By hand or electronic (block E).
    pub means: SigningMeans,
    /// When the person signed.
    pub person_at: Option<NaiveDateTime>,
    /// When the operator signed.
    pub operator_at: Option<NaiveDateTime>,
    /// When the guardian signed, where there is one (block M).
    pub guardian_at: Option<NaiveDateTime>,
    /// The remote exchange (block R).
    pub remote: Option<RemotePaper>,
    /// When the copy was handed to the person.
    pub copy_handed_on: Option<NaiveDate>,
}

/// How a pact is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SigningMeans {
    /// With a pen, on the paper.
    ByHand,
    /// With an electronic signature (block E).
    Electronic,
}

/// A pact signed at a distance (block R).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemotePaper {
    /// The signing channel as printed.
    pub channel: String,
    /// When the document was sent.
    pub sent_on: NaiveDate,
    /// The address it was sent to.
    pub sent_to: String,
    /// When it came back.
    pub returned_on: Option<NaiveDate>,
}
