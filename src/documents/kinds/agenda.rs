//! The fields of the agenda of a day: a part an operator, with room to write
//! by hand what came of each appointment.

use chrono::NaiveDateTime;

use super::{Filled, Writer, day, hour, weekday};
use crate::documents::template::Fields;
use crate::domain::paper::OfficePaper;
use crate::domain::paper::agenda::{AgendaPaper, AgendaRowPaper, OperatorPaper, RowPaper, ToClosePaper};
use crate::domain::paper::stationery::Stationery;

/// Without these it is no agenda.
pub const NEEDED: &[&str] = &["agenda_day", "as_of", "operators", "to_close"];

const FREE: &str = "libero";
const PAUSE: &str = "pausa";
const AWAY: &str = "assente";

/// The fields of an agenda on an office's stationery.
pub fn fill(paper: &AgendaPaper, stationery: &Stationery) -> Filled {
    let mut writer = Writer::on(stationery);
    let none = String::new;
    writer.office(&OfficePaper {
        body: paper.body.clone(),
        name: paper.office.clone(),
        address: none(),
        phone: none(),
        email: none(),
        pec: none(),
    });
    writer.unnumbered();
    writer.put("agenda_day", &weekday(paper.day));
    writer.put("as_of", &at(paper.at));
    writer.put("audit_head", &paper.audit_head);
    writer.put("closed", paper.closed.as_deref().unwrap_or_default());
    writer.fields().rows("operators", paper.operators.iter().map(operator).collect());
    writer.fields().rows("to_close", paper.to_close.iter().map(to_close).collect());
    writer.hide(paper.to_close.iter().map(|row| row.name.clone()));
    for row in paper.operators.iter().flat_map(|operator| &operator.rows) {
        if let RowPaper::Person { name, .. } = &row.what {
            writer.hide([name.clone()]);
        }
    }
    writer.done()
}

fn at(when: NaiveDateTime) -> String {
    format!("{} {}", day(when.date()), hour(when.time()))
}

fn operator(operator: &OperatorPaper) -> Fields {
    let mut fields = Fields::default();
    fields.text("name", &operator.name);
    fields.text("room", &operator.room);
    fields.rows("rows", operator.rows.iter().map(row).collect());
    fields
}

fn row(row: &AgendaRowPaper) -> Fields {
    let mut fields = Fields::default();
    fields.text("hour", hour(row.at));
    fields.text("length", format!("{}\u{a0}min", row.minutes));
    let what = match &row.what {
        RowPaper::Free => FREE,
        RowPaper::Pause => PAUSE,
        RowPaper::Away => AWAY,
        RowPaper::Person { .. } => "",
    };
    fields.text("what", what);
    // Every name is always there, also in the row of a pause.
    let ([person, service, place, state], notes): ([&str; 4], &[String]) = match &row.what {
        RowPaper::Person { name, service, place, state, notes } => ([name, service, place, state], notes),
        _ => ([""; 4], &[]),
    };
    fields.text("person", person);
    fields.text("service", service);
    fields.text("place", place);
    fields.text("state", state);
    fields.list("notes", notes);
    fields
}

fn to_close(row: &ToClosePaper) -> Fields {
    let mut fields = Fields::default();
    fields.text("when", at(row.start));
    fields.text("name", &row.name);
    fields.text("service", &row.service);
    fields.text("operator", &row.operator);
    fields
}
