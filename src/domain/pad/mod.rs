//! The PAD, patto di attivazione digitale: a local copy of a national act,
//! signed on SIISL and never at the counter (R-PAD-4).

use chrono::{NaiveDate, NaiveDateTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::did::Benefit;
use super::ids::{PadId, PspVersionId, RegistrantId};

pub mod check;
pub mod clocks;
pub mod happen;
pub mod rules;
pub mod states;

pub use states::{PadEvent, PadState};

/// Where the copy was taken from (R-PAD-4). The counter is not one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PadSource {
    /// SIISL itself.
    Siisl,
    /// The regional or unified information system.
    Siu,
    /// The paper or file the person shows.
    PersonCopy,
}

impl PadSource {
    /// All sources.
    pub const ALL: [Self; 3] = [Self::Siisl, Self::Siu, Self::PersonCopy];

    /// As shown on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Siisl => "SIISL",
            Self::Siu => "SIU / sistema regionale",
            Self::PersonCopy => "copia mostrata dalla persona",
        }
    }

    /// The word of the commands.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Siisl => "siisl",
            Self::Siu => "siu",
            Self::PersonCopy => "person_copy",
        }
    }
}

/// An employment agency or authorised intermediary chosen in the PAD (R-PAD-1).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Agency {
    /// Name.
    pub name: String,
    /// Address, telephone or e-mail.
    pub contact: String,
    /// When the proof of the contact with it was seen (R-SFL-2).
    pub documented_on: Option<NaiveDate>,
}

/// What a signed PAD says (R-PAD-1, R-PAD-2).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PadContent {
    /// Where the copy was taken from.
    pub source: Option<PadSource>,
    /// When it was taken; left out, today.
    pub copied_on: Option<NaiveDate>,
    /// At least three.
    pub agencies: Vec<Agency>,
    /// Promises to attend the convocation.
    pub attends: bool,
    /// E-mail given.
    pub email: String,
    /// Mobile phone given.
    pub mobile: String,
    /// Consents to be convened there.
    pub consent: bool,
}

/// What is entered of a PAD: expected or already signed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PadForm {
    /// The benefit it belongs to.
    pub benefit: Benefit,
    /// Date of the application.
    pub applied_on: Option<NaiveDate>,
    /// First day of the benefit (R-NAS-1).
    pub benefit_from: Option<NaiveDate>,
    /// E-mail given in the INPS application (R-CNV-9).
    pub application_email: String,
    /// Mobile phone given in the INPS application (R-CNV-9).
    pub application_mobile: String,
    /// The patronato that filed the application, with its address (R-CNV-11).
    pub patronato: String,
    /// When it was signed on SIISL; left out while it is expected.
    pub signed_on: Option<NaiveDate>,
    /// What it says, once signed.
    pub content: PadContent,
    /// When e-mail and mobile were validated.
    pub validated_on: Option<NaiveDate>,
    /// When INPS referred the person to the CPI (R-ADI-2).
    pub referred_on: Option<NaiveDate>,
    /// Note of the office.
    pub note: String,
}

/// The copy of a PAD as recorded. Archived, never deleted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pad {
    /// Key.
    pub id: PadId,
    /// Whose it is.
    pub registrant: RegistrantId,
    /// Benefit.
    pub benefit: Benefit,
    /// Date of the application.
    pub applied_on: Option<NaiveDate>,
    /// First day of the benefit.
    pub benefit_from: Option<NaiveDate>,
    /// E-mail of the INPS application.
    pub application_email: String,
    /// Mobile phone of the INPS application.
    pub application_mobile: String,
    /// The patronato that filed the application.
    pub patronato: String,
    /// When it was signed on SIISL.
    pub signed_on: Option<NaiveDate>,
    /// Where the copy was taken from.
    pub source: Option<PadSource>,
    /// When it was taken.
    pub copied_on: Option<NaiveDate>,
    /// Agencies chosen.
    pub agencies: Vec<Agency>,
    /// Promises to attend the convocation.
    pub attends: bool,
    /// E-mail given.
    pub email: String,
    /// Mobile phone given.
    pub mobile: String,
    /// Consents to be convened there.
    pub consent: bool,
    /// When e-mail and mobile were validated.
    pub validated_on: Option<NaiveDate>,
    /// When INPS referred the person to the CPI.
    pub referred_on: Option<NaiveDate>,
    /// First meeting with the social services (R-ADI-1).
    pub social_services_on: Option<NaiveDate>,
    /// The version of the PSP it was brought into.
    pub psp_version: Option<PspVersionId>,
    /// Since when.
    pub linked_on: Option<NaiveDate>,
    /// Last update or confirmation (R-ADI-3, R-SFL-3).
    pub confirmed_on: Option<NaiveDate>,
    /// Last day of the benefit.
    pub ended_on: Option<NaiveDate>,
    /// State (states.md § 11).
    pub state: PadState,
    /// Note of the office.
    pub note: String,
    /// When it was recorded here.
    pub recorded_at: NaiveDateTime,
    /// By whom (username).
    pub recorded_by: String,
}

impl Pad {
    /// Do e-mail and mobile of the PAD count on a day? Validated by then, with
    /// the consent of the person (R-PAD-2, R-PAD-3).
    #[must_use]
    pub fn contacts_count(&self, on: NaiveDate) -> bool {
        self.consent && self.validated_on.is_some_and(|since| since <= on)
    }

    /// Is it still alive?
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state != PadState::Archived
    }

    /// Agencies the contact with which was proved (R-SFL-2).
    #[must_use]
    pub fn documented(&self) -> usize {
        self.agencies.iter().filter(|agency| agency.documented_on.is_some()).count()
    }

    /// The copy with what a signed PAD says.
    #[must_use]
    pub fn with(&self, content: &PadContent, today: NaiveDate) -> Self {
        let trimmed = |text: &str| text.trim().to_owned();
        Self {
            source: content.source,
            copied_on: Some(content.copied_on.unwrap_or(today)),
            agencies: content
                .agencies
                .iter()
                .map(|a| Agency {
                    name: trimmed(&a.name),
                    contact: trimmed(&a.contact),
                    documented_on: a.documented_on,
                })
                .collect(),
            attends: content.attends,
            email: trimmed(&content.email),
            mobile: trimmed(&content.mobile),
            consent: content.consent,
            ..self.clone()
        }
    }
}

/// The PAD to speak of: the last that is not archived, else the last.
#[must_use]
pub fn current(pads: &[Pad]) -> Option<&Pad> {
    pads.iter().max_by_key(|pad| (pad.is_open(), pad.recorded_at, pad.id))
}
