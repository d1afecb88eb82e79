//! The fields of the acts of targeted placement (LEP M1, R-CM).

use super::{Filled, Writer, said};
use crate::domain::paper::stationery::Stationery;
use crate::domain::paper::{PlacementAct, PlacementPaper};

/// Fields of a receipt (art. 8 and 18-bis L. 241/1990; R-CM-12).
pub const RECEIPT_NEEDED: &[&str] = &[
    "body_name",
    "cpi_name",
    "document",
    "protocol_number",
    "registrant_full_name",
    "fiscal_code",
    "application_date",
    "case_officer_full_name",
    "final_date",
    "documents",
    "missing_documents",
];

/// Fields of the notice (art. 10-bis L. 241/1990; R-CM-13).
pub const OBSTACLES_NEEDED: &[&str] = &[
    "cpi_name",
    "document",
    "protocol_number",
    "registrant_full_name",
    "fiscal_code",
    "application_date",
    "case_officer_full_name",
    "obstacles",
    "answer_days",
];

/// Fields of an acceptance (art. 8 L. 68/1999).
pub const ACCEPTED_NEEDED: &[&str] = &[
    "cpi_name",
    "document",
    "protocol_number",
    "registrant_full_name",
    "fiscal_code",
    "application_date",
    "list_service",
    "enrolled_on",
];

/// Fields of a rejection (art. 3 and 10-bis L. 241/1990; R-CM-15).
pub const REFUSED_NEEDED: &[&str] = &[
    "cpi_name",
    "document",
    "protocol_number",
    "registrant_full_name",
    "fiscal_code",
    "application_date",
    "reasons",
    "observations_date",
    "answers",
    "appeal_to",
    "appeal_within",
];

/// The fields of an act on an office's stationery.
pub fn fill(paper: &PlacementPaper, stationery: &Stationery) -> Filled {
    let mut writer = Writer::on(stationery);
    writer.head(&paper.head);
    writer.person(&paper.person);
    writer.day("application_date", Some(paper.applied_on));
    writer.must("case_officer_full_name", "Responsabile del procedimento", &paper.officer);
    match &paper.act {
        PlacementAct::Receipt { final_on, documents, missing } => {
            writer.must("final_date", "Decisione entro il", &final_on.map(super::day).unwrap_or_default());
            writer.fields().list("documents", &said(documents));
            writer.fields().list("missing_documents", &said(missing));
        }
        PlacementAct::Obstacles { obstacles, days, resume_days, reply_email } => {
            points(&mut writer, "obstacles", "Motivi", obstacles);
            writer.put("answer_days", &days.to_string());
            writer.put("resume_after", &resume_after(*resume_days));
            writer.put("reply_email", reply_email);
        }
        PlacementAct::Accepted { service, enrolled_on, list_number } => {
            writer.must("list_service", "Elenco", service);
            writer.day("enrolled_on", Some(*enrolled_on));
            writer.put("list_number", list_number);
        }
        PlacementAct::Refused { reasons, observed_on, answers, appeal_to, appeal_within } => {
            points(&mut writer, "reasons", "Motivi", reasons);
            writer.day("observations_date", *observed_on);
            if observed_on.is_some() {
                points(&mut writer, "answers", "Risposta alle osservazioni", answers);
            } else {
                writer.fields().list("answers", &[]);
            }
            writer.must("appeal_to", "A chi ricorrere", appeal_to);
            writer.must("appeal_within", "Entro quando ricorrere", appeal_within);
        }
    }
    writer.done()
}

/// Points of which one at least must be there; a draft says so.
fn points(writer: &mut Writer, name: &'static str, label: &'static str, points: &[String]) {
    let mut points = said(points);
    writer.need(label, !points.is_empty());
    if points.is_empty() {
        points.push(super::words::TO_COMPLETE.to_owned());
    }
    writer.fields().list(name, &points);
}

/// From when the term runs again, after the observations came.
fn resume_after(days: u32) -> String {
    match days {
        0 => "il giorno in cui".to_owned(),
        1 => "un giorno dopo che".to_owned(),
        days => format!("{days} giorni dopo che"),
    }
}
