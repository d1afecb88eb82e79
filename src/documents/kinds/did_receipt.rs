//! The fields of the receipt of a DID.

use super::{Filled, Writer, money, words};
use crate::domain::paper::stationery::Stationery;
use crate::domain::paper::{DidReceiptPaper, WorkPaper};

/// Fields the law wants on it (art. 19 d.lgs. 150/2015; art. 18-bis L. 241/1990).
pub const NEEDED: &[&str] = &[
    "cpi_name",
    "document",
    "registrant_full_name",
    "fiscal_code",
    "did_date",
    "did_national_id",
    "L0",
    "LD",
    "LA",
    "LC",
    "starts_on",
    "contact_by",
    "operator_full_name",
];

/// The fields of a receipt on an office's stationery.
pub fn fill(paper: &DidReceiptPaper, stationery: &Stationery) -> Filled {
    let mut writer = Writer::on(stationery);
    writer.head(&paper.head);
    writer.person(&paper.person);
    writer.day("did_date", Some(paper.did_on));
    writer.must("did_channel", "Presentata tramite", &paper.channel);
    writer.put("did_national_id", paper.national_id.as_deref().unwrap_or(words::WAITING));
    let work = paper.work;
    for (name, on) in [
        ("L0", work == WorkPaper::None && !paper.job_runs),
        ("LD", matches!(work, WorkPaper::Employee | WorkPaper::Both)),
        ("LA", matches!(work, WorkPaper::SelfEmployed | WorkPaper::Both)),
        ("LC", paper.job_runs || work == WorkPaper::Dismissed),
    ] {
        writer.fields().flag(name, on);
    }
    writer.day("starts_on", Some(paper.starts_on.unwrap_or(paper.did_on)));
    writer.put("employee_limit", &paper.employee_limit.map(money).unwrap_or_default());
    writer.put("self_employed_limit", &paper.self_employed_limit.map(money).unwrap_or_default());
    writer.day("contact_by", paper.contact_by);
    writer.done()
}
