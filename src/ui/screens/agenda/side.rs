//! The right column: the appointment under the pointer, or the person being
//! booked.

use chrono::NaiveDateTime;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::day::tile;
use crate::desk::query::{AgendaRow, DayCounts, PersonCard};
use crate::domain::appointment::AppointmentState;
use crate::ui::look::Look;
use crate::ui::screen::Cx;
use crate::ui::screens::common;
use crate::ui::side::Column;
use crate::ui::strings::agenda as words;
use crate::ui::theme::Role;

/// The day in figures.
pub struct Day {
    /// Of what is shown.
    pub counts: DayCounts,
    /// Of the past, without outcome.
    pub to_close: usize,
    /// Absent, the reason awaited.
    pub reasons: usize,
}

/// The appointment under the pointer (and whether its person has a pact to
/// sign), what can be done, the day in figures once they are known.
pub fn draw_day(frame: &mut Frame, area: Rect, row: Option<(&AgendaRow, bool)>, day: Option<&Day>, cx: &Cx) {
    let mut column = Column::new(area, cx.look);
    if let Some((row, unsigned)) = row {
        draw_row(&mut column, frame, row, unsigned, cx);
    }
    let Some(day) = day else { return };
    column.title(frame, words::THE_DAY);
    for (label, count) in [
        (words::COUNT_BOOKED, day.counts.booked),
        (words::COUNT_FREE, day.counts.free),
        (words::COUNT_SEND, day.counts.unproved),
        (words::COUNT_OPEN, day.counts.unclosed),
        (words::COUNT_UNSIGNED, day.counts.unsigned),
        (words::COUNT_CLOSE, day.to_close),
        (words::COUNT_REASONS, day.reasons),
    ] {
        column.pair(frame, label, &count.to_string());
    }
}

fn draw_row(column: &mut Column<'_>, frame: &mut Frame, row: &AgendaRow, unsigned: bool, cx: &Cx) {
    let appointment = &row.appointment;
    let until = common::hour(appointment.end().time());
    column.title(frame, words::SELECTED);
    column.write(frame, &format!("{} - {until}", common::moment(appointment.start)), Role::Text, 0);
    column.write(frame, &row.person, Role::Person, 0);
    column.write(frame, &row.fiscal_code, Role::Label, 0);
    column.write(
        frame,
        &format!("{}, {}", tile::service(appointment), appointment.mode.label()),
        Role::Text,
        0,
    );
    column.write(frame, &format!("{}  {}", row.operator, appointment.place), Role::Text, 0);
    column.pair(frame, words::BENEFIT, row.benefit.label());
    column.pair(frame, words::STATE_LABEL, &tile::state(appointment, cx.now));
    if unsigned {
        column.signed(frame, "[!]", Role::Warn, words::UNSIGNED);
    }
    // Why somebody was not there is read on their card, for a reason (R-PRV-1).
    let special = crate::domain::privacy::is_special_note(appointment);
    let noted = if special { crate::ui::strings::people::ON_CARD } else { &appointment.outcome_note };
    column.pair(frame, words::NOTE, noted);
    column.pair(frame, words::NOTE, &appointment.note);
    column.gap();
    column.title(frame, words::CONVOCATION);
    match appointment.channel {
        None => column.write(frame, words::NOT_SENT, Role::Text, 0),
        Some(channel) => {
            let code = common::code(channel);
            let sent = appointment.sent_at.unwrap_or(appointment.start).date();
            column.pair(frame, words::CHANNEL, cx.tables().convocation_channels().label_on(&code, sent));
        }
    }
    column.pair(frame, words::ADDRESS, &appointment.address_used);
    let sent = appointment.sent_at.map(common::moment).unwrap_or_default();
    column.write(frame, &sent, Role::Text, 0);
    column.pair(frame, words::PROOF, if appointment.proved { words::PROVED } else { words::NOT_PROVED });
    column.gap();
    column.title(frame, words::ACTIONS);
    for (letter, word) in [
        ("E", words::OUTCOME),
        ("C", words::CONVENE),
        ("S", words::MOVE),
        ("A", words::ABSENT),
        ("R", words::REASSIGN),
        ("L", words::LEP),
        ("O", words::OPEN_PERSON),
    ] {
        column.item(frame, letter, word, 3);
    }
    if appointment.state == AppointmentState::AbsentUnjustified {
        column.item(frame, "K", words::CASE, 3);
    }
    column.gap();
}

/// The person being booked: what is due, what is booked already.
pub fn draw_person(
    frame: &mut Frame,
    area: Rect,
    card: Option<&PersonCard>,
    now: NaiveDateTime,
    look: &Look,
) {
    let Some(card) = card else { return };
    let mut column = Column::new(area, look);
    column.title(frame, words::SELECTED);
    column.write(frame, &card.registrant.list_name(), Role::Person, 0);
    column.gap();
    column.title(frame, words::NEXT);
    match card.next_appointment(now) {
        Some(next) => {
            column.write(frame, &common::moment(next.start), Role::Text, 0);
            column.write(frame, &tile::service(next), Role::Text, 0);
        }
        None => column.write(frame, words::NO_NEXT, Role::Text, 0),
    }
    column.gap();
    if !card.deadlines.is_empty() {
        column.title(frame, words::DEADLINES);
    }
    for deadline in card.deadlines.iter().take(4) {
        column.write(frame, &format!("{}  {}", common::weekday(deadline.due), deadline.what), Role::Text, 0);
        column.write(frame, &format!("{}  {}", deadline.sum, deadline.rule), Role::Label, 4);
    }
}
