//! Who used the data of a person (GDPR art. 15): every line of the audit about
//! them, and what left the program with their name among others.

use std::collections::{BTreeSet, HashMap};

use chrono::{NaiveDate, NaiveDateTime};

use crate::desk::paper::office_paper;
use crate::domain::access::{self, ActKind};
use crate::domain::ids::{OperatorId, RegistrantId};
use crate::domain::office::{Office, Operator};
use crate::domain::paper::RecipientPaper;
use crate::domain::paper::rights::{AccessReportPaper, ActCountPaper, ActPaper};
use crate::domain::registrant::Registrant;
use crate::fault::Result;
use crate::store::{AuditFilter, AuditLine, AuditRecord, Read};

/// Whose report, of which days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessReportAsked {
    /// Whose.
    pub registrant: RegistrantId,
    /// From this day; from the beginning when `None`.
    pub from: Option<NaiveDate>,
    /// Up to this day included; to today when `None`.
    pub to: Option<NaiveDate>,
    /// Why operators are named; empty: they are not.
    pub named_because: String,
}

impl AccessReportAsked {
    /// The line that says it was drawn.
    #[must_use]
    pub fn audit(&self) -> AuditLine {
        let line = AuditLine::new("person.access_report").about(self.registrant);
        if self.named_because.trim().is_empty() {
            return line;
        }
        line.detail("names").reason(self.named_because.trim())
    }
}

/// Lines read at once.
const STRETCH: usize = 1000;

/// Walks the lines of a filter, the newest first.
fn each(read: &Read<'_>, mut filter: AuditFilter, mut take: impl FnMut(AuditRecord)) -> Result<()> {
    filter.limit = STRETCH;
    loop {
        let page = read.audit_log(&filter)?;
        filter.before = page.lines.last().map(|line| line.seq);
        page.lines.into_iter().for_each(&mut take);
        if !page.more {
            return Ok(());
        }
    }
}

/// Draws the report.
///
/// # Errors
/// When nobody has that id, or the file cannot be read.
pub fn read(
    read: &Read<'_>,
    asked: &AccessReportAsked,
    by: Option<&Operator>,
    now: NaiveDateTime,
) -> Result<AccessReportPaper> {
    let person: Registrant = read.need(asked.registrant.0)?;
    let to = asked.to.unwrap_or(now.date());
    let days = AuditFilter { from: asked.from, to: Some(to), ..AuditFilter::default() };
    let mut lines = Vec::new();
    let about = AuditFilter { registrant: Some(asked.registrant), ..days.clone() };
    // That a record was put away is no use of it.
    each(read, about, |line| lines.extend((line.line.action != "registrant.close").then_some(line)))?;
    among_others(read, asked.registrant, days, &mut lines)?;
    lines.sort_by_key(|line| line.seq);

    let operators: HashMap<OperatorId, Operator> =
        read.operators()?.into_iter().map(|who| (who.id, who)).collect();
    let named = !asked.named_because.trim().is_empty();
    let mut numbers: HashMap<OperatorId, usize> = HashMap::new();
    let mut rows = Vec::with_capacity(lines.len());
    for record in lines {
        let who = record.operator.map(|id| {
            let next = numbers.len() + 1;
            let number = *numbers.entry(id).or_insert(next);
            let known = operators.get(&id).filter(|_| named).map(Operator::full_name);
            known.unwrap_or_else(|| format!("operatore {number}"))
        });
        rows.push(ActPaper {
            line: record.seq,
            at: record.at,
            kind: ActKind::of(&record.line.action).label().to_owned(),
            act: access::label(&record.line.action).unwrap_or(&record.line.action).to_owned(),
            who: who.unwrap_or_else(|| "avvio dell'ufficio".to_owned()),
            role: record
                .operator
                .and_then(|id| operators.get(&id))
                .map(|who| who.role.label().to_owned())
                .unwrap_or_default(),
            reason: reason(record),
        });
    }
    let count = |kind: &ActKind| ActCountPaper {
        kind: kind.label().to_owned(),
        count: rows.iter().filter(|row| row.kind == kind.label()).count(),
    };
    let totals = ActKind::ALL.iter().map(count).filter(|total| total.count > 0).collect();
    let head = read.audit_head()?;
    Ok(AccessReportPaper {
        office: office_paper(read.office()?.unwrap_or_else(Office::default)),
        person: RecipientPaper {
            full_name: person.full_name(),
            fiscal_code: person.fiscal_code,
            address: String::new(),
        },
        from: asked.from,
        to,
        at: now,
        operator: by.map(Operator::full_name).unwrap_or_default(),
        named_because: asked.named_because.trim().to_owned(),
        totals,
        rows,
        audit_head: head.map(|(line, seal)| format!("riga {line}, impronta {seal}")).unwrap_or_default(),
    })
}

/// Why it was done; of a list that went out, of which day it was.
fn reason(record: AuditRecord) -> String {
    let line = record.line;
    match &*line.action {
        "agenda.print" | "agenda.export" => {
            let days: Vec<String> =
                days_of(&line.detail).map(|day| day.format("%d/%m/%Y").to_string()).collect();
            format!("agenda del {}", days.join("-"))
        }
        "commands.read" => "tutto l'archivio dell'ufficio".to_owned(),
        _ => line.reason.unwrap_or_default(),
    }
}

fn days_of(detail: &str) -> impl Iterator<Item = NaiveDate> {
    detail.split(' ').filter_map(|word| word.parse().ok())
}

/// What left the program with the person among others, since they were known
/// here: lists of the days of their appointments, the whole archive.
fn among_others(
    read: &Read<'_>,
    registrant: RegistrantId,
    filter: AuditFilter,
    lines: &mut Vec<AuditRecord>,
) -> Result<()> {
    let Some(first) = lines.iter().map(|line| line.seq).min() else { return Ok(()) };
    let days: BTreeSet<NaiveDate> =
        read.appointments_of(registrant)?.iter().map(|one| one.start.date()).collect();
    let filter = AuditFilter { kinds: vec![ActKind::Printed, ActKind::Exported], ..filter };
    each(read, filter, |record| {
        let of_them = match &*record.line.action {
            "agenda.print" | "agenda.export" => {
                let mut told = days_of(&record.line.detail);
                let from = told.next();
                let last = told.next().or(from);
                from.zip(last)
                    .is_some_and(|(from, last)| from <= last && days.range(from..=last).next().is_some())
            }
            "commands.read" => true,
            _ => false,
        };
        if of_them && record.seq > first {
            lines.push(record);
        }
    })
}
