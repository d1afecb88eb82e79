//! The fields of what a person gets about their own data (GDPR art. 15).

use super::{Filled, Writer, day, moment, said};
use crate::documents::template::Fields;
use crate::domain::paper::rights::{AccessReportPaper, ActPaper, PartPaper, PersonDataPaper};
use crate::domain::paper::stationery::Stationery;

/// Fields a report of accesses cannot do without (art. 15 GDPR, C-579/21).
pub const ACCESS_NEEDED: &[&str] = &[
    "cpi_name",
    "registrant_full_name",
    "fiscal_code",
    "as_of",
    "period",
    "totals",
    "acts",
    "named_because",
];

/// Fields a copy of all data cannot do without (art. 15 par. 3 GDPR).
pub const DATA_NEEDED: &[&str] =
    &["cpi_name", "registrant_full_name", "fiscal_code", "as_of", "parts", "left_out"];

/// The fields of a report of accesses on an office's stationery.
pub fn access(paper: &AccessReportPaper, stationery: &Stationery) -> Filled {
    let mut writer = Writer::on(stationery);
    writer.office(&paper.office);
    writer.unnumbered();
    writer.person(&paper.person);
    writer.put("as_of", &moment(paper.at));
    let to = day(paper.to);
    writer.put(
        "period",
        &match paper.from {
            Some(from) => format!("dal {} al {to}", day(from)),
            None => format!("dalla registrazione al {to}"),
        },
    );
    writer.put("operator_full_name", &paper.operator);
    writer.put("named_because", &paper.named_because);
    writer.put("audit_head", &paper.audit_head);
    let totals = paper.totals.iter().map(|total| {
        let mut fields = Fields::default();
        fields.text("kind", &total.kind);
        fields.text("count", total.count.to_string());
        fields
    });
    writer.fields().rows("totals", totals.collect());
    writer.fields().rows("acts", paper.rows.iter().map(act).collect());
    writer.done()
}

fn act(row: &ActPaper) -> Fields {
    let mut fields = Fields::default();
    fields.text("day", day(row.at.date()));
    fields.text("hour", super::hour(row.at.time()));
    fields.text("kind", &row.kind);
    fields.text("act", &row.act);
    fields.text("who", &row.who);
    fields.text("role", &row.role);
    fields.text("reason", &row.reason);
    fields
}

/// The fields of a copy of all data on an office's stationery.
pub fn data(paper: &PersonDataPaper, stationery: &Stationery) -> Filled {
    let mut writer = Writer::on(stationery);
    writer.office(&paper.office);
    writer.unnumbered();
    writer.person(&paper.person);
    writer.put("as_of", &moment(paper.at));
    writer.put("operator_full_name", &paper.operator);
    writer.fields().rows("parts", paper.parts.iter().map(part).collect());
    writer.fields().list("left_out", &said(&paper.left_out));
    writer.done()
}

fn part(part: &PartPaper) -> Fields {
    let mut fields = Fields::default();
    fields.text("title", &part.title);
    let count = part.records.len();
    // Records have no names: where there are several each has its number.
    let records = part.records.iter().enumerate().map(|(place, record)| {
        let mut fields = Fields::default();
        fields.text("head", if count > 1 { format!("{} di {count}", place + 1) } else { String::new() });
        let rows = record.iter().map(|field| {
            let mut fields = Fields::default();
            fields.text("label", &field.label);
            fields.text("value", &field.value);
            fields
        });
        fields.rows("rows", rows.collect());
        fields
    });
    fields.rows("records", records.collect());
    fields
}
