//! The DID, declaration of immediate availability (art. 19 D.Lgs. 150/2015).

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ids::{DidId, RegistrantId};
use super::money::Cents;
use super::parameters::Psp;

pub mod declare;
pub mod follow;
pub mod happen;
pub mod income;
pub mod profiling;
pub mod rules;
pub mod seniority;
pub mod settle;
pub mod states;
pub mod timeline;

pub use profiling::Profiling;
pub use states::{DidEvent, DidState};

/// Where the declaration was given (R-DID-5).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DidChannel {
    /// The Ministry's portal.
    NationalPortal,
    /// A regional system, for example SIUL.
    RegionalSystem,
    /// At the desk.
    #[default]
    CpiOperator,
    /// An accredited body.
    AccreditedOperator,
    /// A patronato.
    Patronato,
    /// The application for NASpI or DIS-COLL (R-DID-7).
    InpsApplication,
    /// The application for SFL (DL 48/2023 art. 12 c.4).
    SflApplication,
}

impl DidChannel {
    /// Is the record here a copy of a declaration given elsewhere? Only then
    /// may its date be past (R-DID-16).
    #[must_use]
    pub fn is_copy(self) -> bool {
        match self {
            Self::CpiOperator => false,
            Self::NationalPortal
            | Self::RegionalSystem
            | Self::AccreditedOperator
            | Self::Patronato
            | Self::InpsApplication
            | Self::SflApplication => true,
        }
    }
}

/// The income support the person receives or has applied for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Benefit {
    /// None.
    #[default]
    None,
    /// Unemployment insurance of employees.
    Naspi,
    /// The same for co.co.co.
    DisColl,
    /// Inclusion allowance.
    Adi,
    /// Training and work support.
    Sfl,
}

impl Benefit {
    /// NASpI or DIS-COLL: blocks `[N]` of the PSP, 15 days of R-PSP-5.
    #[must_use]
    pub fn is_insurance(self) -> bool {
        matches!(self, Self::Naspi | Self::DisColl)
    }

    /// AdI or SFL: blocks `[I]` of the PSP.
    #[must_use]
    pub fn is_inclusion(self) -> bool {
        matches!(self, Self::Adi | Self::Sfl)
    }

    /// Its letters; empty without a benefit.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Naspi => "NASpI",
            Self::DisColl => "DIS-COLL",
            Self::Adi => "AdI",
            Self::Sfl => "SFL",
        }
    }

    /// The whole name with its letters, as the pact says it: who has AdI or
    /// SFL was never told what they stand for. Empty without a benefit.
    #[must_use]
    pub fn long_label(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Naspi => "NASpI",
            Self::DisColl => "DIS-COLL",
            Self::Adi => "Assegno di inclusione (AdI)",
            Self::Sfl => "Supporto per la formazione e il lavoro (SFL)",
        }
    }
}

/// What the person declares (R-DID-2, 3, 4, 14). What an operator types on
/// DI01, before any rule has looked at it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Declaration {
    /// Date of the DID; with an INPS application, the application's date.
    pub date: Option<NaiveDate>,
    /// Where it was given.
    pub channel: DidChannel,
    /// Promoting body: code of the CPI.
    pub promoter: String,
    /// Benefit received or applied for.
    pub benefit: Benefit,
    /// INPS reference, with channel `inps_application`.
    pub inps_reference: String,
    /// Date of the INPS application.
    pub inps_date: Option<NaiveDate>,
    /// National unique identifier, when known (R-DID-9).
    pub national_id: String,
    /// Dismissal notice received on (R-DID-18): the job still runs.
    pub notice_date: Option<NaiveDate>,
    /// Last working day, with a notice.
    pub last_working_day: Option<NaiveDate>,
    /// VAT number held but inactive.
    pub inactive_vat: bool,
    /// "I do not work."
    pub not_working: bool,
    /// "I work as an employee under the limit."
    pub employee: bool,
    /// Prospective yearly income as an employee, cents.
    pub employee_income: Option<Cents>,
    /// "I work on my own account under the limit."
    pub self_employed: bool,
    /// Yearly income as self-employed, cents.
    pub self_employed_income: Option<Cents>,
    /// Year the incomes refer to (R-CON-1).
    pub income_year: Option<i32>,
    /// Available for work at once.
    pub available_work: bool,
    /// Available for the measures agreed with the CPI.
    pub available_measures: bool,
    /// Knows that a job of up to six months suspends the status.
    pub ack_suspension: bool,
    /// Knows that benefit recipients can lose the status.
    pub ack_loss: bool,
}

/// A DID as recorded. Closed, never deleted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Did {
    /// Key.
    pub id: DidId,
    /// Whose it is.
    pub registrant: RegistrantId,
    /// Date of the declaration.
    pub date: NaiveDate,
    /// Where it was given.
    pub channel: DidChannel,
    /// Promoting body.
    pub promoter: String,
    /// Benefit.
    pub benefit: Benefit,
    /// INPS reference.
    pub inps_reference: String,
    /// Date of the INPS application.
    pub inps_date: Option<NaiveDate>,
    /// National unique identifier; empty while awaited (`pending_national_id`).
    pub national_id: String,
    /// Dismissal notice.
    pub notice_date: Option<NaiveDate>,
    /// Last working day.
    pub last_working_day: Option<NaiveDate>,
    /// Inactive VAT.
    pub inactive_vat: bool,
    /// Statement.
    pub not_working: bool,
    /// Statement.
    pub employee: bool,
    /// Income, cents.
    pub employee_income: Option<Cents>,
    /// Statement.
    pub self_employed: bool,
    /// Income, cents.
    pub self_employed_income: Option<Cents>,
    /// Year of the incomes.
    pub income_year: Option<i32>,
    /// Answers of the profiling set, as given with the declaration (R-DID-11).
    pub profiling: Profiling,
    /// State (states.md § 1).
    pub state: DidState,
    /// The state a suspension returns to.
    pub state_before: DidState,
    /// Since when the state holds.
    pub state_since: NaiveDate,
    /// Income under the limit, declared (flag, not a state).
    pub conserved: bool,
    /// Why it ended, code of table `loss_reason`; empty while open.
    pub end_reason: String,
    /// When it ended.
    pub ended_on: Option<NaiveDate>,
}

impl Did {
    /// May a PSP rest on it? (R-PSP-1)
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state.is_open()
    }

    /// First day of the status: that of the DID, or the first without the
    /// job when the DID was given during the notice (R-DID-19).
    #[must_use]
    pub fn starts_on(&self) -> NaiveDate {
        match (self.notice_date, self.last_working_day) {
            (Some(_), Some(last)) if last >= self.date => last.succ_opt().unwrap_or(last),
            _ => self.date,
        }
    }
}

/// The term for the first contact and the pact that runs from a DID.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FirstContact {
    /// From when: the application to INPS, the first day of the status.
    pub from: NaiveDate,
    /// How many days.
    pub days: u32,
    /// The shorter one of who applied for an insurance (R-PSP-5).
    pub insured: bool,
}

impl FirstContact {
    /// Its last day.
    #[must_use]
    pub fn due(self) -> NaiveDate {
        self.from.checked_add_days(chrono::Days::new(self.days.into())).unwrap_or(NaiveDate::MAX)
    }
}

/// By when the person of a DID gets in touch (R-PSP-4, 5); `of` gives the
/// figures of a day.
#[must_use]
pub fn contact(did: &Did, of: impl Fn(NaiveDate) -> Psp) -> FirstContact {
    let insured = did.benefit.is_insurance();
    let from = if insured { did.inps_date.unwrap_or(did.date) } else { did.starts_on() };
    let figures = of(from);
    let days = if insured { figures.contact_days_insurance } else { figures.contact_days };
    FirstContact { from, days, insured }
}

/// The DID a PSP may rest on: the open one with the latest date.
#[must_use]
pub fn open_did(dids: &[Did]) -> Option<&Did> {
    dids.iter().filter(|did| did.is_open()).max_by_key(|did| (did.date, did.id))
}

/// A date as operators write it.
fn italian(day: NaiveDate) -> impl std::fmt::Display {
    day.format("%d/%m/%Y")
}
