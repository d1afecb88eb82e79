//! The short form that books an appointment: what it proposes, what it says.

pub mod slots;

use chrono::{NaiveDate, NaiveDateTime};

use crate::desk::command::{AppointmentBook, Command};
use crate::desk::query::PersonCard;
use crate::domain::appointment::{AppointmentForm, Mode};
use crate::domain::finding::Acceptance;
use crate::domain::ids::{AppointmentId, RegistrantId};
use crate::domain::office::Operator;
use crate::tables::code_table;
use crate::ui::form::spec::FieldSpec;
use crate::ui::form::values::ON;
use crate::ui::form::{Form, Source, Spec, Values, date, lookup, number, radio, text, tick, time};
use crate::ui::screens::common;
use crate::ui::strings::agenda::{MODES, help};

/// The day and the hour of an appointment, for a booking and for a move.
#[must_use]
pub fn day_and_hour() -> [FieldSpec; 2] {
    let day = date("appointment.start", "Giorno").need().width(11);
    [
        day.help(help::DAY).rules(&["R-CNV-6", "R-CNV-7"]),
        time("appointment.start.time", "ora").need().help(help::HOUR),
    ]
}

/// The form, empty.
pub fn form(today: NaiveDate) -> Form {
    let video: fn(&Values) -> bool = |values| values.is("appointment.mode", "video");
    let spec = Spec::new()
        .row([
            lookup("appointment.service", "Servizio", Source::Given).need().width(34).help(help::SERVICE),
            number("appointment.minutes", "minuti", 3).need().help(help::MINUTES),
        ])
        .row(day_and_hour())
        .row([radio("appointment.mode", "Modo", MODES).help(help::MODE).rules(&["R-CNV-5", "R-DID-6"])])
        .row([text("appointment.place", "Luogo").limit(200).width(50).help(help::PLACE).rules(&["R-CNV-3"])])
        .row([text("appointment.link", "Collegamento").limit(400).width(50).show(video).help(help::LINK)])
        .row([tick("appointment.agreed_in_person", "concordato di persona: con il patto è una prova")
            .help(help::AGREED)
            .rules(&["R-CNV-9"])])
        .row([text("appointment.note", "Nota").limit(4000).grow().help(help::BOOK_NOTE)]);
    Form::new(spec, today)
}

/// Fills the form with what is proposed at a moment; nothing is unsaved.
pub fn propose(
    form: &mut Form,
    at: NaiveDateTime,
    card: Option<&PersonCard>,
    operator: &Operator,
    today: NaiveDate,
) {
    let service = service_for(card, today);
    form.give("appointment.service", common::items(code_table::services(), today));
    form.put("appointment.service", service);
    form.put("appointment.minutes", &minutes_of(service));
    form.put("appointment.start", &common::day(Some(at.date())));
    form.put("appointment.start.time", &common::hour(at.time()));
    form.put("appointment.mode", "in_person");
    form.put("appointment.place", &operator.room);
    form.put("appointment.agreed_in_person", ON);
    form.accept();
}

/// What the person comes for, from where they stand. A pact being made today
/// is signed today: what is booked is the contact that follows it.
fn service_for(card: Option<&PersonCard>, today: NaiveDate) -> &'static str {
    let Some(card) = card else { return "primo_colloquio" };
    if card.did().is_none() {
        return "did";
    }
    match card.psp() {
        Some(version) if version.state.in_force() => "contatto_ordinario",
        Some(version)
            if (version.state.is_editable() || version.state.awaits_signature())
                && version.created_at.date() == today =>
        {
            "contatto_ordinario"
        }
        _ if card.assessment().is_some() => "patto",
        _ if card.appointments.is_empty() => "primo_colloquio",
        _ => "assessment",
    }
}

fn minutes_of(service: &str) -> String {
    code_table::services().get(service).map(|row| row.extra.minutes.to_string()).unwrap_or_default()
}

/// Follows a change of one field: minutes go with the service, the room with
/// the presence.
pub fn follow(form: &mut Form, field: &str, operator: &Operator) {
    let values = form.values();
    match field {
        "appointment.service" => {
            let minutes = minutes_of(values.raw("appointment.service"));
            if !minutes.is_empty() {
                form.put("appointment.minutes", &minutes);
            }
        }
        "appointment.mode" => {
            let place = values.raw("appointment.place");
            if values.is("appointment.mode", "in_person") && place.is_empty() {
                form.put("appointment.place", &operator.room);
            } else if !values.is("appointment.mode", "in_person") && place == operator.room {
                form.put("appointment.place", "");
            }
        }
        _ => {}
    }
}

/// What the form says, as a command.
pub fn command(
    form: &Form,
    registrant: RegistrantId,
    operator: &Operator,
    card: Option<&PersonCard>,
    accepted: Vec<Acceptance>,
) -> Command {
    let values = form.values();
    let day = values.date("appointment.start");
    let start = day.and_then(|day| Some(day.and_time(values.time("appointment.start.time")?)));
    let version = card.and_then(PersonCard::psp);
    let linked =
        version.filter(|v| v.state.is_editable() || v.state.awaits_signature() || v.state.in_force());
    Command::AppointmentBook(AppointmentBook {
        id: AppointmentId::default(),
        registrant,
        appointment: AppointmentForm {
            operator: operator.id,
            service: values.text_or_empty("appointment.service"),
            start,
            minutes: values.number("appointment.minutes").and_then(|m| u32::try_from(m).ok()),
            mode: values.chosen_as("appointment.mode").unwrap_or(Mode::InPerson),
            place: values.text_or_empty("appointment.place"),
            link: values.text_or_empty("appointment.link"),
            agreed_in_person: values.on("appointment.agreed_in_person"),
            psp_version: linked.map(|version| version.id),
            note: values.text_or_empty("appointment.note"),
        },
        accepted,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::assessment::Assessment;
    use crate::domain::did::Did;
    use crate::domain::psp::{PspState, PspVersion};

    #[test]
    fn the_service_goes_with_where_the_person_stands() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let mut card = PersonCard::default();
        assert_eq!(service_for(Some(&card), today), "did");
        card.dids.push(Did { date: today, ..Did::default() });
        assert_eq!(service_for(Some(&card), today), "primo_colloquio");
        card.appointments.push(Default::default());
        assert_eq!(service_for(Some(&card), today), "assessment");
        card.assessments.push(Assessment { date: today, ..Assessment::default() });
        assert_eq!(service_for(Some(&card), today), "patto");
        let days_ago = today.pred_opt().unwrap().and_hms_opt(9, 0, 0).unwrap();
        card.versions.push(PspVersion { created_at: days_ago, ..PspVersion::default() });
        assert_eq!(service_for(Some(&card), today), "patto", "written yesterday, signed at the next visit");
        card.versions[0].created_at = today.and_hms_opt(9, 0, 0).unwrap();
        assert_eq!(service_for(Some(&card), today), "contatto_ordinario", "written now, signed now");
        card.versions[0].state = PspState::Active;
        assert_eq!(service_for(Some(&card), today), "contatto_ordinario");
    }
}
