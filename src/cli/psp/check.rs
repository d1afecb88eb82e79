//! `sportello psp check`: what is missing before issue, and the advice.

use std::io::Write;

use serde::Serialize;

use crate::cli::args::{Global, PspCheckArgs};
use crate::cli::office::Act;
use crate::cli::out::{json_document, text};
use crate::cli::{DONE, REFUSED};
use crate::desk::{Answer, Query};
use crate::documents::{prints, psp::section_title};
use crate::domain::finding::{Finding, Level};
use crate::domain::ids::PspVersionId;
use crate::domain::psp::lint::Advice;
use crate::domain::psp::rules;
use crate::fault::{Fault, Result};

/// The names of these fields are a contract.
#[derive(Serialize)]
struct Report {
    id: PspVersionId,
    complete: bool,
    findings: Vec<Finding>,
    lint: Vec<Advice>,
}

/// Prints what the rules say of a version, then the advice; 1 when something
/// blocks. Advice changes nothing of the exit code.
///
/// # Errors
/// The office cannot be used, no such version, the output cannot be written.
pub fn run(args: &PspCheckArgs, global: &Global, out: &mut impl Write) -> Result<u8> {
    let mut session = global.open(Act::READ)?;
    let id = super::find_id(&session.desk, &args.psp)?;
    let Answer::Pact(pact) = session.desk.ask(&session.by, &Query::Pact { version: id })? else {
        return Err(Fault::internal("another answer"));
    };
    let today = session.desk.clock().today();
    let findings = pact.findings(&session.desk.law()?, today);
    let lint = pact.advice(today, prints);
    let report = Report { id, complete: rules::is_complete(&findings), findings, lint };
    if args.json {
        json_document(out, &report)?;
    } else {
        text(out, &for_people(&report))?;
    }
    Ok(if report.complete { DONE } else { REFUSED })
}

fn for_people(report: &Report) -> String {
    let mut said = String::new();
    for finding in &report.findings {
        let sign = match finding.level {
            Level::Block => "[X]",
            Level::Warn => "[!]",
            Level::Show | Level::Record => "[i]",
        };
        let section = rules::section_of(finding).map(|n| format!("sezione {n:>2}  ")).unwrap_or_default();
        said.push_str(&format!("{sign} {section}{}  {}\n", finding.text, finding.rule));
    }
    said.push_str(if report.complete {
        "Nulla impedisce di emetterlo."
    } else {
        "Non si può ancora emettere."
    });
    said.push_str(&advice(&report.lint));
    said
}

/// The advice under the title of its section, each with how to mend it.
fn advice(lint: &[Advice]) -> String {
    if lint.is_empty() {
        return String::new();
    }
    let mut said = "\n\nConsigli (non impediscono di emetterlo):\n".to_owned();
    let mut section = 0;
    for advice in lint {
        if advice.section != section {
            section = advice.section;
            said.push_str(&format!("\n{section}. {}\n", section_title(section)));
        }
        let row = advice.row.map(|row| format!("riga {row}: ")).unwrap_or_default();
        said.push_str(&format!("  [i] {row}{}  {}\n", advice.text, advice.code));
        said.push_str(&format!("      Rimedio: {}\n", advice.mend));
        if !advice.reference.is_empty() {
            said.push_str(&format!("      Fonte: {}\n", advice.reference));
        }
    }
    said.truncate(said.trim_end().len());
    said
}
