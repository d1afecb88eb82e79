//! The day for people.

use chrono::NaiveDate;

use crate::cli::table::rows;
use crate::desk::query::{AgendaRow, DayAgenda};
use crate::domain::calendar::weekday;
use crate::domain::office::Operator;

/// Who comes, what is free, what was left open.
pub fn for_people(agenda: &DayAgenda, operators: &[&Operator], linear: bool) -> String {
    let mut text = title(agenda.day);
    if let Some(why) = agenda.closed.as_deref().filter(|why| *why != weekday(agenda.day)) {
        text.push_str(&format!(" ({why})"));
    }
    text.push('\n');
    if agenda.rows.is_empty() {
        text.push_str("Nessun appuntamento.\n");
    }
    let head = ["ora", "min.", "persona", "codice fiscale", "servizio", "modo", "stato", "operatore"];
    text.push_str(&rows(linear, head, &agenda.rows.iter().map(|row| line(row, "%H:%M")).collect::<Vec<_>>()));
    for operator in operators {
        let free: Vec<String> = agenda
            .free
            .iter()
            .filter(|slot| slot.operator == operator.id)
            .map(|slot| slot.start.format("%H:%M").to_string())
            .collect();
        if !free.is_empty() {
            text.push_str(&format!("\nLiberi {}: {}", operator.short_name(), free.join(" ")));
        }
    }
    if !agenda.unclosed.is_empty() {
        text.push_str("\n\nSenza esito:\n");
        let open: Vec<_> = agenda.unclosed.iter().map(|row| line(row, "%d/%m %H:%M")).collect();
        text.push_str(&rows(linear, head, &open));
    }
    text
}

fn title(day: NaiveDate) -> String {
    format!("{} {}", weekday(day), day.format("%d/%m/%Y"))
}

fn line(row: &AgendaRow, when: &str) -> [String; 8] {
    let booked = &row.appointment;
    [
        booked.start.format(when).to_string(),
        booked.minutes.to_string(),
        row.person.clone(),
        row.fiscal_code.clone(),
        row.said_service().to_owned(),
        booked.mode.label().to_owned(),
        booked.state.label().to_owned(),
        row.operator.clone(),
    ]
}
