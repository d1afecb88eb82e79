//! The rows of a day: who comes, what is free, the pause.

use chrono::{NaiveDateTime, NaiveTime};

use crate::desk::query::{AgendaRow, DayAgenda, Slot};
use crate::domain::appointment::{Appointment, Mode};
use crate::tables::code_table;
use crate::ui::screens::common;
use crate::ui::strings::agenda as words;
use crate::ui::widgets::table::Column;

/// A row of the day.
#[derive(Clone, Debug)]
pub enum Row {
    /// Somebody comes.
    Booked(Box<AgendaRow>),
    /// Nobody yet.
    Free(Slot),
    /// The pause.
    Pause(NaiveTime),
}

impl Row {
    /// When it begins.
    pub fn time(&self) -> NaiveTime {
        match self {
            Self::Booked(row) => row.appointment.start.time(),
            Self::Free(slot) => slot.start.time(),
            Self::Pause(time) => *time,
        }
    }

    /// The appointment, if it is one.
    pub fn booked(&self) -> Option<&AgendaRow> {
        match self {
            Self::Booked(row) => Some(row),
            Self::Free(_) | Self::Pause(_) => None,
        }
    }
}

/// The rows of a day by hour; a closed day has no pause.
pub fn rows(agenda: &DayAgenda) -> Vec<Row> {
    let mut rows: Vec<Row> = agenda.rows.iter().map(|row| Row::Booked(Box::new(row.clone()))).collect();
    rows.extend(agenda.free.iter().cloned().map(Row::Free));
    for pause in agenda.pauses.iter().map(|pause| pause.from) {
        let (before, after) = rows.iter().partition::<Vec<&Row>, _>(|row| row.time() < pause);
        if !before.is_empty() && !after.is_empty() {
            rows.push(Row::Pause(pause));
        }
    }
    // At one hour the pause comes first, then who comes.
    rows.sort_by_key(|row| (row.time(), !matches!(row, Row::Pause(_))));
    rows
}

/// The row to begin on: the first that is not over, else the first.
pub fn first_ahead(rows: &[Row], agenda: &DayAgenda, now: NaiveDateTime) -> usize {
    if agenda.day != now.date() {
        return 0;
    }
    let ahead = |row: &Row| row.booked().is_some_and(|row| row.appointment.end() > now);
    rows.iter().position(ahead).unwrap_or(0)
}

/// Why nobody works on that day.
pub fn closed(agenda: &DayAgenda) -> Option<String> {
    agenda.closed.as_ref().map(|why| format!("{} {why}.", words::CLOSED))
}

/// Columns of the day.
pub fn columns() -> Vec<Column> {
    vec![
        Column::new(words::HOUR, 5),
        Column::new(words::MINUTES, 3),
        Column::rest(words::PERSON),
        Column::rest(words::SERVICE),
        Column::new(words::MODE, 6),
        Column::new(words::STATE, 14),
    ]
}

/// Columns of what was left open.
pub fn unclosed_columns() -> Vec<Column> {
    vec![Column::rest(""), Column::new("", 15), Column::new("", 18), Column::new("", 15)]
}

/// The texts of a row.
pub fn cells(row: &Row) -> Vec<String> {
    let bare = |what: &str| {
        vec![
            common::hour(row.time()),
            "---".into(),
            what.to_owned(),
            String::new(),
            String::new(),
            String::new(),
        ]
    };
    match row {
        Row::Free(_) => bare(words::FREE),
        Row::Pause(_) => bare(words::PAUSE),
        Row::Booked(row) => {
            let appointment = &row.appointment;
            vec![
                common::hour(appointment.start.time()),
                format!("{:03}", appointment.minutes),
                row.person.clone(),
                service(appointment),
                mode(appointment),
                state(appointment),
            ]
        }
    }
}

/// The texts of an appointment that was left open.
pub fn unclosed_cells(row: &AgendaRow) -> Vec<String> {
    let appointment = &row.appointment;
    vec![row.person.clone(), common::moment(appointment.start), service(appointment), state(appointment)]
}

/// The service in words.
pub fn service(appointment: &Appointment) -> String {
    code_table::services().label(&appointment.service).to_owned()
}

/// How, in a narrow column.
fn mode(appointment: &Appointment) -> String {
    match appointment.mode {
        Mode::InPerson => appointment.place.replace(words::ROOM.0, words::ROOM.1),
        Mode::Video => words::VIDEO.to_owned(),
        Mode::Phone => words::PHONE.to_owned(),
    }
}

/// The state, marked while it is open and the convocation has no proof: an
/// absence would lead to nothing (R-CNV-10).
pub fn state(appointment: &Appointment) -> String {
    let label = appointment.state.label();
    if unproved(appointment) { format!("{} {label}", words::SIGN) } else { label.to_owned() }
}

/// Is it open without proof of the convocation?
pub fn unproved(appointment: &Appointment) -> bool {
    appointment.state.is_open() && !appointment.proved
}
