//! Where one can go, and the code of each screen.

use chrono::{NaiveDate, NaiveDateTime};
use uuid::Uuid;

use super::screen::HelpTopic;
use super::strings::shell as words;
use crate::domain::document::DocumentKind;
use crate::domain::ids::{AppointmentId, DocumentId, RegistrantId};
use crate::domain::permission::Permission;

/// The code of a screen, `DI01`.
pub type Code = &'static str;

/// A screen with what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// AC00: who works here.
    Login(Door),
    /// HM00: the menu.
    Menu,
    /// PE01: person search, with the words already typed.
    Search(String),
    /// PE02: the desk view of a person.
    Person(RegistrantId),
    /// PE02 out of one's own agenda, opened for this reason (R-PRV-4).
    PersonFor(RegistrantId, String),
    /// PE03: personal data; a new person with the words of the search.
    PersonData(Subject),
    /// PE04: MiAttivo registrations and PADs of a person.
    Intake(RegistrantId),
    /// DI01: the DID of a person.
    Did(RegistrantId),
    /// DI02: jobs, incomes and conservation of a person.
    Jobs(RegistrantId),
    /// PE05: the history of a person.
    History(RegistrantId),
    /// PE05 that asks at once whether one's last save is taken back.
    UndoLast(RegistrantId),
    /// PE06: PE02 as it stood; as it is, without a moment.
    PersonAt(RegistrantId, Option<NaiveDateTime>),
    /// PE07: what a person may ask about their own data.
    Rights(RegistrantId),
    /// AS01: the assessment of a person.
    Assessment(RegistrantId),
    /// PS01: the PSP of a person.
    Psp(RegistrantId),
    /// PS01 open at one of its fifteen sections.
    PspSection(RegistrantId, u8),
    /// PS02: the PSP as it is printed.
    PspPreview(RegistrantId),
    /// PS02 opened by PS01, at the section being written.
    PspPreviewAt(RegistrantId, u8),
    /// CO01: the conditionality cases of a person.
    Cases(RegistrantId),
    /// CO01 with the form that opens a case from an absence.
    CaseFrom(RegistrantId, AppointmentId),
    /// CM01: the applications of a person for targeted placement.
    Targeted(RegistrantId),
    /// DC01: the documents of a person.
    Documents(RegistrantId),
    /// DC01 open at a document, from the register of the office; why, out of
    /// one's own agenda (R-PRV-4).
    DocumentAt(RegistrantId, DocumentId, Option<String>),
    /// DC01 with the form that issues a kind about a record.
    DocumentToIssue(RegistrantId, DocumentKind, Uuid),
    /// DC01: the register of the office.
    OfficeDocuments,
    /// LE01: LEP activities of a person.
    Activities(RegistrantId),
    /// AG01: the day; booking for a person when there is one.
    Agenda {
        /// The day, today when none.
        day: Option<NaiveDate>,
        /// Who is being booked.
        registrant: Option<RegistrantId>,
    },
    /// SC01: the terms of the office.
    Deadlines,
    /// PA01: the tables of the office.
    Tables,
    /// OP01: who works here, passwords, the recovery key.
    Staff,
    /// SU01: the log of accesses.
    Supervision,
    /// AC01: which keys arrive.
    Keys,
    /// GU01: help.
    Help(Box<HelpTopic>),
}

/// Why AC00 is on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Door {
    /// There is no office yet: office, operator, password are asked.
    FirstRun,
    /// Somebody comes in; the user name proposed, empty for none.
    SignIn(String),
    /// A password was given by somebody else: another is chosen first of all.
    Given,
    /// The password is forgotten: in with the recovery key. The user name
    /// proposed.
    Recover(String),
    /// An office of invented people: it opens by itself.
    Alone,
    /// The desk was covered, not left: the same operator goes on.
    Locked,
    /// The same in an office of invented people, which has no passwords.
    LockedAlone,
}

/// Whose screens a screen belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// A person's.
    Person(RegistrantId),
    /// Those of a new person.
    New,
    /// The desk's: menu, search, agenda of the day.
    Nobody,
    /// Whichever it is opened from: help.
    Here,
}

impl Door {
    /// Does it lie over work that goes on when somebody is in?
    #[must_use]
    pub fn is_cover(&self) -> bool {
        matches!(self, Self::Locked | Self::LockedAlone)
    }
}

/// Somebody who is there or who is not yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A registered person.
    Known(RegistrantId),
    /// A new person: the words typed in the search.
    New(String),
}

impl Route {
    /// The code of the screen.
    #[must_use]
    pub fn code(&self) -> Code {
        match self {
            Self::Login(_) => "AC00",
            Self::Menu => "HM00",
            Self::Search(_) => "PE01",
            Self::Person(_) | Self::PersonFor(..) => "PE02",
            Self::PersonData(_) => "PE03",
            Self::Intake(_) => "PE04",
            Self::History(_) | Self::UndoLast(_) => "PE05",
            Self::PersonAt(..) => "PE06",
            Self::Rights(_) => "PE07",
            Self::Did(_) => "DI01",
            Self::Jobs(_) => "DI02",
            Self::Assessment(_) => "AS01",
            Self::Psp(_) | Self::PspSection(..) => "PS01",
            Self::PspPreview(_) | Self::PspPreviewAt(..) => "PS02",
            Self::Cases(_) | Self::CaseFrom(..) => "CO01",
            Self::Targeted(_) => "CM01",
            Self::Documents(_) | Self::DocumentAt(..) | Self::DocumentToIssue(..) | Self::OfficeDocuments => {
                "DC01"
            }
            Self::Activities(_) => "LE01",
            Self::Agenda { .. } => "AG01",
            Self::Deadlines => "SC01",
            Self::Tables => "PA01",
            Self::Staff => "OP01",
            Self::Supervision => "SU01",
            Self::Keys => "AC01",
            Self::Help(_) => "GU01",
        }
    }

    /// What one must be permitted to record anything on it; nothing where
    /// there is nothing to record, or each act has its own.
    #[must_use]
    pub fn changes(&self) -> Option<Permission> {
        Some(match self {
            Self::PersonData(_) => Permission::People,
            Self::Intake(_) => Permission::Intake,
            Self::Did(_) | Self::Jobs(_) => Permission::Did,
            Self::Assessment(_) => Permission::Assessment,
            Self::Psp(_) | Self::PspSection(..) => Permission::Pact,
            Self::Cases(_) | Self::CaseFrom(..) => Permission::Cases,
            Self::Targeted(_) => Permission::Targeted,
            Self::DocumentToIssue(..) => Permission::Documents,
            Self::Activities(_) => Permission::Activities,
            Self::Agenda { .. } => Permission::Agenda,
            _ => return None,
        })
    }

    /// Whose screens it belongs to.
    #[must_use]
    pub fn whose(&self) -> Whose {
        match self {
            Self::Keys | Self::Help(_) => Whose::Here,
            Self::Login(_)
            | Self::Menu
            | Self::Search(_)
            | Self::Deadlines
            | Self::OfficeDocuments
            | Self::Tables
            | Self::Staff
            | Self::Supervision
            | Self::Agenda { registrant: None, .. } => Whose::Nobody,
            Self::PersonData(Subject::New(_)) => Whose::New,
            Self::Person(who)
            | Self::PersonFor(who, _)
            | Self::PersonData(Subject::Known(who))
            | Self::Intake(who)
            | Self::History(who)
            | Self::UndoLast(who)
            | Self::Rights(who)
            | Self::PersonAt(who, _)
            | Self::Did(who)
            | Self::Jobs(who)
            | Self::Assessment(who)
            | Self::Psp(who)
            | Self::PspSection(who, _)
            | Self::PspPreview(who)
            | Self::PspPreviewAt(who, _)
            | Self::Cases(who)
            | Self::CaseFrom(who, _)
            | Self::Targeted(who)
            | Self::Documents(who)
            | Self::DocumentAt(who, ..)
            | Self::DocumentToIssue(who, ..)
            | Self::Activities(who)
            | Self::Agenda { registrant: Some(who), .. } => Whose::Person(*who),
        }
    }

    /// Does it name a place inside its screen? Then a screen already open
    /// cannot be gone back to as it was left.
    #[must_use]
    pub fn has_place(&self) -> bool {
        matches!(
            self,
            Self::PspSection(..)
                | Self::PspPreviewAt(..)
                | Self::CaseFrom(..)
                | Self::DocumentAt(..)
                | Self::DocumentToIssue(..)
                | Self::UndoLast(_)
                | Self::PersonAt(..)
        )
    }

    /// What the draft of a new person is about: the words it was begun with.
    #[must_use]
    pub fn subject(&self) -> Option<String> {
        match self {
            Self::PersonData(Subject::New(typed)) => Some(typed.trim().to_lowercase()),
            _ => None,
        }
    }

    /// The screen of a code, about the person on screen.
    ///
    /// # Errors
    /// An Italian sentence: no such code, or it needs a person.
    pub fn named(code: &str, person: Option<RegistrantId>) -> Result<Self, String> {
        let code = code.trim().to_uppercase();
        let about = || person.ok_or_else(|| words::needs_person(&code));
        Ok(match code.as_str() {
            "HM00" => Self::Menu,
            "PE01" => Self::Search(String::new()),
            "PE02" => Self::Person(about()?),
            "PE03" => Self::PersonData(Subject::Known(about()?)),
            "PE04" => Self::Intake(about()?),
            "PE05" => Self::History(about()?),
            "PE06" => Self::PersonAt(about()?, None),
            "PE07" => Self::Rights(about()?),
            "DI01" => Self::Did(about()?),
            "DI02" => Self::Jobs(about()?),
            "AS01" => Self::Assessment(about()?),
            "PS01" => Self::Psp(about()?),
            "PS02" => Self::PspPreview(about()?),
            "CO01" => Self::Cases(about()?),
            "CM01" => Self::Targeted(about()?),
            // Without a person, the register of the office.
            "DC01" => person.map_or(Self::OfficeDocuments, Self::Documents),
            "LE01" => Self::Activities(about()?),
            // The day; F6 there books the person on screen.
            "AG01" => Self::Agenda { day: None, registrant: None },
            "SC01" => Self::Deadlines,
            "PA01" => Self::Tables,
            "OP01" => Self::Staff,
            "SU01" => Self::Supervision,
            "AC01" => Self::Keys,
            "GU01" => Self::Help(Box::default()),
            _ => return Err(words::no_such_screen(&code)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_opens_its_screen() {
        let person = Some(RegistrantId::default());
        for code in [
            "HM00", "PE01", "PE02", "PE03", "PE04", "PE05", "PE06", "PE07", "DI01", "DI02", "AS01", "PS01",
            "PS02", "LE01", "CO01", "CM01", "DC01", "AG01", "SC01", "PA01", "OP01", "AC01", "GU01",
        ] {
            assert_eq!(Route::named(&code.to_lowercase(), person).map(|route| route.code()), Ok(code));
        }
        assert!(Route::named("DI01", None).is_err_and(|why| why.contains("persona")));
        assert!(Route::named("XX99", person).is_err());
    }
}
