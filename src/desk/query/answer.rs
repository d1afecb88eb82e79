//! What a question leaves in the audit, and where its answer is read.

use chrono::NaiveDateTime;

use super::{
    AccessLog, Answer, AtHand, DayAgenda, Found, FreeDays, History, HomeCounts, OfficeDay, OfficeRadar,
    OfficeWeek, PeopleReport, PersonCard, PersonExport, Query, RetentionReport, Tables, calendar_events,
    documents, psps, terms,
};
use crate::desk::pact::Pact;
use crate::desk::{agenda_paper, paper};
use crate::domain::ids::RegistrantId;
use crate::fault::{Fault, Result};
use crate::store::{AuditLine, Read};

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
            Self::AccessLog(filter) => filter.audit(),
            Self::AccessReport(asked) => asked.audit(),
            Self::PeopleReport => AuditLine::new("report.people"),
            Self::RetentionReport { .. } => AuditLine::new("report.retention"),
            Self::PersonExport { registrant } => AuditLine::new("person.export").about(*registrant),
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
            Self::Weigh(_) | Self::DocumentDraft(_) | Self::PersonAt { .. } | Self::AccessReport(_) => {
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
            Self::Paper { version } => Answer::Paper(Box::new(paper::of_version(read, *version, today)?)),
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
            Self::PeopleReport => Answer::PeopleReport(Box::new(PeopleReport::read(read, now)?)),
            Self::RetentionReport { skip, limit } => {
                Answer::RetentionReport(Box::new(RetentionReport::read(read, *skip, *limit, today)?))
            }
            Self::PersonExport { registrant } => {
                Answer::PersonExport(Box::new(PersonExport::read(read, *registrant, now)?))
            }
            Self::AccessLog(filter) => Answer::AccessLog(Box::new(AccessLog::read(read, filter)?)),
            Self::Radar(filter) => Answer::Radar(Box::new(OfficeRadar::read(read, filter, today)?)),
        })
    }
}

fn about(line: AuditLine, person: Option<RegistrantId>) -> AuditLine {
    AuditLine { registrant: person, ..line }
}
