//! The short form that moves an appointment to another slot: who asks, why.

use chrono::NaiveDateTime;

use crate::desk::command::{AppointmentMove, Command};
use crate::domain::appointment::moving::{Asker, NewSlot, room_after};
use crate::domain::appointment::{Appointment, Mode};
use crate::domain::finding::Acceptance;
use crate::domain::ids::AppointmentId;
use crate::domain::office::Operator;
use crate::ui::form::values::ON;
use crate::ui::form::{Form, Spec, date, number, radio, text, tick, time};
use crate::ui::screens::agenda::book::day_and_hour;
use crate::ui::screens::common;
use crate::ui::strings::agenda::{ASKERS, help};

/// The form about an appointment that goes to `at`. `here` says that the
/// person is at the desk: then the new slot is agreed face to face.
#[must_use]
pub fn form(
    before: &Appointment,
    at: NaiveDateTime,
    whose: &Operator,
    here: bool,
    now: NaiveDateTime,
) -> Form {
    let [day, hour] = day_and_hour();
    let mut spec = Spec::new()
        .row([radio("asked_by", "Chi lo chiede", ASKERS)
            .help(help::ASKED_BY)
            .rules(&["R-CNV-14", "R-CNV-15"])])
        .row([text("reason", "Motivo").need().limit(4000).grow().help(help::MOVE_WHY).rules(&["R-CNV-15"])]);
    if now >= before.start {
        // Written down late: what counts is when it was asked.
        spec = spec.row([
            date("asked_at", "Chiesto il").need().width(11).help(help::ASKED_AT).rules(&["R-CNV-15"]),
            time("asked_at.time", "ora").need().help(help::ASKED_AT),
        ]);
    }
    spec = spec
        .row([day, hour, number("appointment.minutes", "minuti", 3).need().help(help::MINUTES)])
        .row([text("appointment.place", "Luogo").limit(200).width(40).help(help::PLACE).rules(&["R-CNV-3"])])
        .row([tick("appointment.agreed_in_person", "concordato di persona: con il patto è una prova")
            .help(help::AGREED)
            .rules(&["R-CNV-9"])]);
    let mut form = Form::new(spec, now.date());
    form.put("asked_by", &common::code(Asker::Person));
    form.put("appointment.start", &common::day(Some(at.date())));
    form.put("appointment.start.time", &common::hour(at.time()));
    form.put("appointment.minutes", &before.minutes.to_string());
    form.put("appointment.place", &place(before, whose));
    if here {
        form.put("appointment.agreed_in_person", ON);
    }
    form.accept();
    form.focus_on("reason");
    form
}

/// With another operator the room is that operator's.
fn place(before: &Appointment, whose: &Operator) -> String {
    if whose.id == before.operator || before.mode != Mode::InPerson {
        return before.place.clone();
    }
    // The room of who received so far is not known here: any room gives way.
    let was = Operator { room: before.place.clone(), ..Operator::default() };
    room_after(before, Some(&was), Some(whose))
}

/// What the form says, as a command.
#[must_use]
pub fn command(form: &Form, before: &Appointment, whose: &Operator, accepted: Vec<Acceptance>) -> Command {
    let values = form.values();
    let moment = |day: &str, hour: &str| Some(values.date(day)?.and_time(values.time(hour)?));
    Command::AppointmentMove(AppointmentMove {
        from: before.id,
        id: AppointmentId::default(),
        appointment: NewSlot {
            operator: whose.id,
            start: moment("appointment.start", "appointment.start.time"),
            minutes: values.number("appointment.minutes").and_then(|m| u32::try_from(m).ok()),
            mode: None,
            place: Some(values.text_or_empty("appointment.place")),
            link: None,
            agreed_in_person: values.on("appointment.agreed_in_person"),
            note: None,
        },
        asked_by: values.chosen_as("asked_by").unwrap_or(Asker::Person),
        asked_at: moment("asked_at", "asked_at.time"),
        reason: values.text_or_empty("reason"),
        accepted,
    })
}
