//! `sportello psp check`: what is missing before issue.

use std::io::Write;

use serde::Serialize;

use crate::cli::args::{Global, PspCheckArgs};
use crate::cli::out::{json_document, text};
use crate::cli::{DONE, REFUSED};
use crate::desk::{Answer, Query};
use crate::domain::finding::{Finding, Level};
use crate::domain::ids::PspVersionId;
use crate::domain::psp::rules;
use crate::fault::{Fault, Result};

/// The names of these fields are a contract.
#[derive(Serialize)]
struct Report {
    id: PspVersionId,
    complete: bool,
    findings: Vec<Finding>,
}

/// Prints what the rules say of a version; 1 when something blocks.
///
/// # Errors
/// The office cannot be used, no such version, the output cannot be written.
pub fn run(args: &PspCheckArgs, global: &Global, out: &mut impl Write) -> Result<u8> {
    let mut session = global.open()?;
    let id = super::find_id(&session.desk, &args.psp)?;
    let Answer::Pact(pact) = session.desk.ask(&session.by, &Query::Pact { version: id })? else {
        return Err(Fault::internal("another answer"));
    };
    let findings = pact.findings(session.desk.clock().today());
    let report = Report { id, complete: rules::is_complete(&findings), findings };
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
    said
}
