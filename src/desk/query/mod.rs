//! Every question a screen or the command line may ask, as data. Reading a
//! person leaves its audit line in the same step (R-PRV-4), but for what is
//! read while the person is open at the desk: opening and closing have lines
//! of their own, and all that lies between belongs to that opening.

use chrono::{NaiveDate, NaiveDateTime};

use super::command::{Command, DocumentIssue};
use super::outcome::Outcome;
use super::pact::Pact;
use crate::domain::ids::{DocumentId, OperatorId, PspVersionId, RegistrantId};
use crate::domain::language::Language;
use crate::domain::office::Operator;
use crate::domain::paper::agenda::AgendaPaper;
use crate::domain::paper::rights::AccessReportPaper;
use crate::domain::paper::{Paper, PspPaper};
use crate::domain::psp::PspState;

mod access;
mod access_report;
mod agenda;
mod answer;
mod ask;
mod at_hand;
mod calendar_events;
mod card;
mod documents;
mod found;
mod history;
mod home;
mod office_day;
mod person_export;
mod psps;
mod reports;
mod tables;
mod terms;

pub use access::{AccessFilter, AccessLog, AccessRow};
pub use access_report::AccessReportAsked;
pub use agenda::{AgendaRow, DayAgenda, FreeDay, FreeDays, Slot};
pub use at_hand::{AtHand, Opened};
pub use calendar_events::CalendarEvent;
pub use card::PersonCard;
pub use documents::{DocumentList, DocumentRow, FileAim, IssuedFile, IssuedPaper};
pub use found::{Found, FoundRow};
pub use history::{History, PersonAt, Save};
pub use home::HomeCounts;
pub use office_day::{
    Awaiting, Booked, Cell, CellKind, DayBoard, DayCounts, OfficeDay, OfficeWeek, OperatorDay,
};
pub use person_export::{PersonExport, Rectified};
pub use psps::PspRow;
pub use reports::{PeopleReport, RetentionReport, RetentionRow};
pub use tables::Tables;
pub use terms::{OfficeRadar, TermFilter, TermRow};

pub use crate::store::AuditFilter;
pub use crate::store::documents::DocumentFilter;
pub use crate::store::radar::KindCount;
pub use crate::store::search::{Hit, LIMIT, Reason};

/// A question.
#[derive(Clone, Debug, PartialEq)]
pub enum Query {
    /// Who fits what was typed. Leaves no audit line key by key: a search that
    /// has come to rest is told with [`crate::desk::Desk::searched`].
    Search {
        /// As typed.
        text: String,
        /// How many rows at most.
        limit: usize,
    },
    /// Everything about a person. `reason` is why, when the person is not in
    /// one's own agenda of the day.
    Person {
        /// Who.
        registrant: RegistrantId,
        /// Why.
        reason: Option<String>,
    },
    /// The day of an operator, or of all.
    Day {
        /// Which day.
        day: NaiveDate,
        /// Whose; everybody's when `None`.
        operator: Option<OperatorId>,
    },
    /// The day of the office: all operators side by side, with what other
    /// days left open.
    OfficeDay {
        /// Which day.
        day: NaiveDate,
    },
    /// A day as it is printed; leaves the audit line of a printing.
    DayPaper {
        /// Which day.
        day: NaiveDate,
        /// Whose; everybody's when `None`.
        operator: Option<OperatorId>,
    },
    /// The appointments of some days for the calendars of others; leaves the
    /// audit line of an export.
    CalendarEvents {
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
        /// Whose; everybody's when `None`.
        operator: Option<OperatorId>,
    },
    /// The week a day is in.
    OfficeWeek {
        /// A day of the week.
        from: NaiveDate,
        /// Whose; everybody's when `None`.
        operator: Option<OperatorId>,
    },
    /// What an operator has free in the working days from one on.
    Free {
        /// From which day.
        from: NaiveDate,
        /// How many days, Monday to Friday.
        days: usize,
        /// Whose.
        operator: OperatorId,
        /// For whom, to begin with the day the agreed frequency leads to.
        person: Option<RegistrantId>,
    },
    /// The counters of the menu.
    Home {
        /// Whose.
        operator: OperatorId,
        /// Which day.
        day: NaiveDate,
    },
    /// What would come of a command, without writing anything: what a form
    /// says while it is typed.
    Weigh(Box<Command>),
    /// Who is at hand for the search: whom an operator receives on a day and
    /// opened on it.
    AtHand {
        /// Whose.
        operator: OperatorId,
        /// Which day.
        day: NaiveDate,
    },
    /// Somebody is about to see special data of a person: answered when the
    /// audit line is written (R-PRV-1, R-PRV-4).
    Special {
        /// Whose.
        registrant: RegistrantId,
        /// On which screen.
        screen: String,
        /// Why.
        reason: String,
    },
    /// All that was saved on the record of a person.
    History {
        /// Whose.
        registrant: RegistrantId,
    },
    /// The record of a person as it stood at the end of a second.
    PersonAt {
        /// Whose.
        registrant: RegistrantId,
        /// When.
        at: NaiveDateTime,
    },
    /// Who works here, by surname.
    Operators,
    /// A version of a PSP as it stands on paper: frozen when issued.
    Paper {
        /// Which.
        version: PspVersionId,
    },
    /// A version of a PSP with everything it rests on, for its checks.
    Pact {
        /// Which.
        version: PspVersionId,
    },
    /// A page «In breve» of a version is made, for paper or for a file: leaves
    /// the audit line of it.
    PspBrief {
        /// Which.
        version: PspVersionId,
        /// In which language.
        language: Language,
    },
    /// Versions of pacts.
    Psps {
        /// Whose; everybody's when `None`.
        person: Option<RegistrantId>,
        /// In which state; any when `None`.
        state: Option<PspState>,
    },
    /// A page of the register of documents.
    Documents(DocumentFilter),
    /// What an issued document says, whole. What tells of health is given with
    /// a reason only (R-PRV-1), which is written down.
    DocumentPaper {
        /// Which.
        document: DocumentId,
        /// Why, where it is special.
        reason: Option<String>,
    },
    /// The file of an issued document, from the archive; leaves the audit line
    /// of what it is for, with the number.
    DocumentFile {
        /// Which.
        document: DocumentId,
        /// What for.
        aim: FileAim,
        /// Why, where it is special.
        reason: Option<String>,
    },
    /// What a document would say if it were issued now.
    DocumentDraft(Box<DocumentIssue>),
    /// What is due.
    Terms {
        /// For whom; everybody when `None`.
        person: Option<RegistrantId>,
        /// Up to this day included.
        until: Option<NaiveDate>,
    },
    /// A stretch of the radar of the office, with its counts.
    Radar(TermFilter),
    /// The tables by date of effect, with the office's own rows.
    Tables,
    /// A stretch of the log of accesses.
    AccessLog(Box<AccessFilter>),
    /// How many people there are, naming nobody.
    PeopleReport,
    /// Whose record may be proposed for discarding.
    RetentionReport {
        /// How many to pass over.
        skip: usize,
        /// How many at most.
        limit: usize,
    },
    /// Everything recorded of a person, to be handed over (GDPR art. 15).
    PersonExport {
        /// Whose.
        registrant: RegistrantId,
    },
    /// Who used the data of a person (GDPR art. 15).
    AccessReport(Box<AccessReportAsked>),
}

/// An answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// To [`Query::Search`].
    Found(Found),
    /// To [`Query::Person`].
    Person(Box<PersonCard>),
    /// To [`Query::History`].
    History(Box<History>),
    /// To [`Query::PersonAt`].
    PersonAt(Box<PersonAt>),
    /// To [`Query::Day`].
    Day(DayAgenda),
    /// To [`Query::Free`].
    Free(FreeDays),
    /// To [`Query::OfficeDay`].
    OfficeDay(Box<OfficeDay>),
    /// To [`Query::DayPaper`].
    DayPaper(Box<AgendaPaper>),
    /// To [`Query::CalendarEvents`].
    CalendarEvents(Vec<CalendarEvent>),
    /// To [`Query::OfficeWeek`].
    OfficeWeek(Box<OfficeWeek>),
    /// To [`Query::Home`].
    Home(HomeCounts),
    /// To [`Query::Weigh`].
    Weighed(Box<Outcome>),
    /// To [`Query::AtHand`].
    AtHand(AtHand),
    /// To [`Query::Special`] and [`Query::PspBrief`].
    Logged,
    /// To [`Query::Operators`].
    Operators(Vec<Operator>),
    /// To [`Query::Paper`].
    Paper(Box<PspPaper>),
    /// To [`Query::Pact`].
    Pact(Box<Pact>),
    /// To [`Query::Psps`].
    Psps(Vec<PspRow>),
    /// To [`Query::Documents`].
    Documents(Box<DocumentList>),
    /// To [`Query::DocumentPaper`].
    DocumentPaper(Box<IssuedPaper>),
    /// To [`Query::DocumentFile`].
    DocumentFile(Box<IssuedFile>),
    /// To [`Query::DocumentDraft`].
    DocumentDraft(Box<Paper>),
    /// To [`Query::Terms`].
    Terms(Vec<TermRow>),
    /// To [`Query::Radar`].
    Radar(Box<OfficeRadar>),
    /// To [`Query::Tables`].
    Tables(Box<Tables>),
    /// To [`Query::AccessLog`].
    AccessLog(Box<AccessLog>),
    /// To [`Query::PeopleReport`].
    PeopleReport(Box<PeopleReport>),
    /// To [`Query::RetentionReport`].
    RetentionReport(Box<RetentionReport>),
    /// To [`Query::PersonExport`].
    PersonExport(Box<PersonExport>),
    /// To [`Query::AccessReport`].
    AccessReport(Box<AccessReportPaper>),
}
