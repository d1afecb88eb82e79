//! Every question a screen or the command line may ask, as data. Reading a
//! person leaves its audit line in the same step (R-PRV-4), but for what is
//! read while the person is open at the desk: opening and closing have lines
//! of their own, and all that lies between belongs to that opening.

use chrono::{NaiveDate, NaiveDateTime};

use super::agenda_paper;
use super::command::{Command, DocumentIssue};
use super::outcome::Outcome;
use super::pact::Pact;
use crate::domain::ids::{DocumentId, OperatorId, PspVersionId, RegistrantId};
use crate::domain::language::Language;
use crate::domain::office::Operator;
use crate::domain::paper::agenda::AgendaPaper;
use crate::domain::paper::{Paper, PspPaper};
use crate::domain::psp::PspState;
use crate::fault::{Fault, Result};
use crate::store::{AuditLine, Read};

mod agenda;
mod ask;
mod at_hand;
mod calendar_events;
mod card;
mod documents;
mod found;
mod history;
mod home;
mod office_day;
mod psps;
mod tables;
mod terms;

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
pub use psps::PspRow;
pub use tables::Tables;
pub use terms::{OfficeRadar, TermFilter, TermRow};

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
}

impl Query {
    /// The line the question leaves in the audit; lists without personal data
    /// of one person in particular leave one too, without a person.
    #[must_use]
    pub fn audit(&self) -> Option<AuditLine> {
        Some(match self {
            // Who works here, what is free, the tables are no data of a person served;
            // who is at hand was in the agenda or opened, and told then.
            Self::Search { .. } | Self::Weigh(_) | Self::Operators | Self::Tables => return None,
            Self::Free { .. } | Self::AtHand { .. } => return None,
            Self::Person { registrant, reason } => {
                let line = AuditLine::new("registrant.open").about(*registrant);
                match reason {
                    Some(reason) => line.reason(reason.clone()),
                    None => line,
                }
            }
            Self::Special { registrant, screen, reason } => AuditLine::new("registrant.special")
                .about(*registrant)
                .detail(screen.clone())
                .reason(reason.clone()),
            Self::History { registrant } => AuditLine::new("registrant.history").about(*registrant),
            Self::PersonAt { registrant, at } => {
                AuditLine::new("registrant.at").about(*registrant).detail(at.to_string())
            }
            Self::Day { day, .. } => AuditLine::new("agenda.read").detail(day.to_string()),
            Self::OfficeDay { day } => AuditLine::new("agenda.read").detail(day.to_string()),
            Self::CalendarEvents { from, to, .. } => {
                AuditLine::new("agenda.export").detail(format!("{from} {to}"))
            }
            Self::DayPaper { day, .. } => AuditLine::new("agenda.print").detail(day.to_string()),
            Self::OfficeWeek { from, .. } => AuditLine::new("agenda.week").detail(from.to_string()),
            Self::Home { day, .. } => AuditLine::new("menu.read").detail(day.to_string()),
            Self::Paper { version } | Self::Pact { version } => {
                AuditLine::new("psp.read").detail(version.to_string())
            }
            Self::Documents(filter) => about(AuditLine::new("documents.read"), filter.registrant),
            Self::DocumentDraft(command) => {
                AuditLine::new("document.draft").detail(command.subject.to_string())
            }
            // Told with the number, once it is known ([`Desk::ask`]).
            Self::DocumentPaper { .. } | Self::DocumentFile { .. } | Self::PspBrief { .. } => return None,
            Self::Psps { person, .. } => about(AuditLine::new("psp.list"), *person),
            Self::Terms { person, .. } => about(AuditLine::new("deadlines.read"), *person),
            Self::Radar(_) => AuditLine::new("deadlines.read"),
        })
    }

    /// Reads the answer. The caller writes the audit line: [`crate::desk::Desk::ask`] does
    /// both.
    ///
    /// # Errors
    /// When the file cannot be read, or the record is not there.
    pub fn answer(&self, read: &Read<'_>, now: NaiveDateTime) -> Result<Answer> {
        let today = now.date();
        Ok(match self {
            Self::Weigh(_) | Self::DocumentDraft(_) | Self::PersonAt { .. } => {
                return Err(Fault::internal(
                    "only the desk weighs commands, knows who gives them, goes back",
                ));
            }
            Self::Search { text, limit } => Answer::Found(Found::read(read, text, *limit)?),
            Self::Person { registrant, .. } => {
                Answer::Person(Box::new(PersonCard::read(read, *registrant, today)?))
            }
            Self::History { registrant } => Answer::History(Box::new(History::read(read, *registrant)?)),
            Self::Day { day, operator } => Answer::Day(DayAgenda::read(read, *day, *operator)?),
            Self::OfficeDay { day } => Answer::OfficeDay(Box::new(OfficeDay::read(read, *day, now)?)),
            Self::CalendarEvents { from, to, operator } => {
                Answer::CalendarEvents(calendar_events::read(read, *from, *to, *operator)?)
            }
            Self::DayPaper { day, operator } => {
                let office_day = OfficeDay::read(read, *day, now)?;
                let office = read.office()?;
                let audit = read.audit_head()?;
                let paper = agenda_paper::of_day(&office_day, office.as_ref(), *operator, now, audit);
                Answer::DayPaper(Box::new(paper))
            }
            Self::OfficeWeek { from, operator } => {
                Answer::OfficeWeek(Box::new(OfficeWeek::read(read, *from, *operator, now)?))
            }
            Self::Free { from, days, operator, person } => {
                Answer::Free(FreeDays::read(read, *from, *days, *operator, *person, today)?)
            }
            Self::Home { operator, day } => Answer::Home(HomeCounts::read(read, *operator, *day)?),
            Self::AtHand { operator, day } => Answer::AtHand(AtHand::read(read, *operator, *day)?),
            Self::Special { .. } | Self::PspBrief { .. } => Answer::Logged,
            Self::Operators => Answer::Operators(read.operators()?),
            Self::Paper { version } => {
                Answer::Paper(Box::new(super::paper::of_version(read, *version, today)?))
            }
            Self::Pact { version } => Answer::Pact(Box::new(Pact::read(read, *version)?)),
            Self::Psps { person, state } => Answer::Psps(psps::read(read, *person, *state)?),
            Self::Documents(filter) => Answer::Documents(Box::new(documents::list(read, filter)?)),
            Self::DocumentPaper { document, reason } => {
                Answer::DocumentPaper(Box::new(documents::paper(read, *document, reason.as_deref())?))
            }
            Self::DocumentFile { document, reason, .. } => {
                Answer::DocumentFile(Box::new(documents::file(read, *document, reason.as_deref())?))
            }
            Self::Terms { person, until } => Answer::Terms(terms::read(read, *person, *until, today)?),
            Self::Tables => Answer::Tables(Box::new(Tables::read(read)?)),
            Self::Radar(filter) => Answer::Radar(Box::new(OfficeRadar::read(read, filter, today)?)),
        })
    }
}

fn about(line: AuditLine, person: Option<RegistrantId>) -> AuditLine {
    AuditLine { registrant: person, ..line }
}
