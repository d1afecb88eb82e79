//! What is written of an appointment in a narrow place: a sign, a name, the
//! service in three letters, where or how.

use chrono::NaiveDateTime;

use crate::desk::query::{AgendaRow, Booked, Cell, CellKind};
use crate::domain::appointment::{Appointment, AppointmentState, Mode};
use crate::tables::code_table;
use crate::ui::look::{cut, pad, width};
use crate::ui::strings::agenda as words;
use crate::ui::theme::Role;

/// The service in words; one that tells of health or of other special data is
/// not named where a citizen sees the screen.
#[must_use]
pub fn service(appointment: &Appointment) -> String {
    if is_reserved(&appointment.service) {
        return words::RESERVED.to_owned();
    }
    code_table::services().label(&appointment.service).to_owned()
}

fn is_reserved(code: &str) -> bool {
    code_table::services().get(code).is_some_and(|row| row.extra.reserved)
}

/// The service in at most three letters.
#[must_use]
pub fn service_letters(code: &str) -> String {
    if is_reserved(code) {
        return words::RESERVED_LETTERS.to_owned();
    }
    let known = words::SERVICES.iter().find(|(known, _)| *known == code);
    known.map_or_else(
        || code.chars().take(3).collect::<String>().to_uppercase(),
        |(_, short)| (*short).to_owned(),
    )
}

/// The one sign that stands before a name; the legend says what each means.
#[must_use]
pub fn sign(booked: &Booked) -> &'static str {
    use AppointmentState as S;
    match booked.row.appointment.state {
        _ if booked.unclosed => words::SIGN_OPEN,
        _ if booked.unproved => words::SIGN_UNPROVED,
        S::Held => words::SIGN_HELD,
        S::AbsentPending | S::AbsentJustified | S::AbsentUnjustified => words::SIGN_ABSENT,
        _ => " ",
    }
}

/// The state in words, marked while something is missing.
#[must_use]
pub fn state(appointment: &Appointment, now: NaiveDateTime) -> String {
    let label = appointment.state.label();
    match appointment.state.is_open() {
        true if appointment.end() <= now => format!("[{}] {}", words::SIGN_OPEN, words::WITHOUT_OUTCOME),
        // An absence would lead to nothing (R-CNV-10).
        true if !appointment.proved => format!("[{}] {label}", words::SIGN_UNPROVED),
        _ => label.to_owned(),
    }
}

/// How, in a narrow column: `st. 3`, `video`.
#[must_use]
pub fn mode(appointment: &Appointment) -> String {
    match appointment.mode {
        Mode::InPerson => appointment.place.replace(words::ROOM.0, words::ROOM.1),
        Mode::Video => words::VIDEO.to_owned(),
        Mode::Phone => words::PHONE.to_owned(),
    }
}

/// How, in two cells: the number of the room, or a letter.
fn mode_letters(appointment: &Appointment) -> String {
    match appointment.mode {
        Mode::InPerson => {
            let room = appointment.place.trim_start_matches(words::ROOM.0).trim();
            if width(room) <= 2 { room.to_owned() } else { words::OTHER_PLACE.to_owned() }
        }
        Mode::Video => words::VIDEO_LETTER.to_owned(),
        Mode::Phone => words::PHONE_LETTER.to_owned(),
    }
}

/// `ROSSI M.` from `ROSSI MARIA`: the surname as far as there is room.
fn short_name(row: &AgendaRow, room: usize, ellipsis: &str) -> String {
    if usize::from(width(&row.person)) <= room {
        return row.person.clone();
    }
    let Some((surname, name)) = row.person.rsplit_once(' ') else { return cut(&row.person, room, ellipsis) };
    let initial = name.chars().next().map(|c| format!(" {c}.")).unwrap_or_default();
    let short = format!("{surname}{initial}");
    if usize::from(width(&short)) <= room { short } else { cut(surname, room, ellipsis) }
}

/// Cells from which service and mode have room beside the name.
const WHOLE: u16 = 17;

/// The text of a place, the pointer left out, and what it is.
#[must_use]
pub fn text(cell: &Cell, now: NaiveDateTime, cells: u16, ellipsis: &str) -> (String, Role) {
    let booked = match &cell.kind {
        CellKind::Free if cell.start < now => return ("  -".to_owned(), Role::Disabled),
        CellKind::Free => return (format!(" {}", words::FREE), Role::Ok),
        CellKind::Pause => return (format!(" {}", words::PAUSE_SHORT), Role::Disabled),
        CellKind::Away => return (format!(" {}", words::AWAY), Role::Disabled),
        CellKind::Booked(booked) => booked,
    };
    let appointment = &booked.row.appointment;
    let sign = sign(booked);
    let role = match sign {
        words::SIGN_OPEN | words::SIGN_UNPROVED => Role::Warn,
        words::SIGN_HELD | words::SIGN_ABSENT => Role::Disabled,
        _ => Role::Text,
    };
    let star = if booked.unsigned { words::SIGN_UNSIGNED } else { " " };
    let tail = if cells < WHOLE {
        star.to_owned()
    } else {
        let letters = pad(&service_letters(&appointment.service), 3, ellipsis);
        format!(" {letters}{star}{:>2}", mode_letters(appointment))
    };
    let name = usize::from(cells).saturating_sub(1 + usize::from(width(&tail)));
    (format!("{sign}{}{tail}", pad(&short_name(&booked.row, name, ellipsis), name, ellipsis)), role)
}

/// The services of some lanes with their letters, for the legend.
#[must_use]
pub fn services_shown<'a>(cells: impl Iterator<Item = &'a Cell>) -> Vec<(String, String)> {
    let mut shown: Vec<(String, String)> = cells
        .filter_map(Cell::appointment)
        .map(|appointment| (service_letters(&appointment.service), service(appointment)))
        .collect();
    shown.sort_unstable();
    shown.dedup();
    shown
}
