//! What is checked before an appointment is moved or given to another
//! operator (R-CNV-14, 15).

use std::borrow::Cow;

use chrono::NaiveDateTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::booking::{LEFT, OPERATOR, OPERATOR_BUSY};
use super::happened::{MOVED_LATE, MOVED_WHY, NO_STEP, REASON};
use super::{Appointment, AppointmentEvent, AppointmentForm, AppointmentState, Mode, states};
use crate::domain::calendar::Calendar;
use crate::domain::finding::{Finding, Level, Rule, rule};
use crate::domain::ids::{AppointmentId, OperatorId};
use crate::domain::office::Operator;
use crate::domain::psp::rows::check_text;

/// A convocation of the old slot is no convocation of the new one.
pub const SEND_AGAIN: Rule = rule(
    "R-AGE-15",
    Level::Show,
    "R-CNV-1: la convocazione dice giorno e ora",
    "La convocazione già spedita era per l'altra data: per la nuova va rifatta.",
);
/// Asked after now.
pub const ASKED_LATER: Rule = rule(
    "R-AGE-16",
    Level::Block,
    "agenda dell'ufficio",
    "La richiesta è del {}: non può essere dopo adesso.",
);
/// Nothing to give.
pub const NOTHING: Rule =
    rule("R-AGE-17", Level::Block, "agenda dell'ufficio", "Indicare quali appuntamenti riassegnare.");
/// Named twice.
pub const TWICE: Rule =
    rule("R-AGE-17", Level::Block, "agenda dell'ufficio", "Lo stesso appuntamento è indicato due volte.");
/// To whom it belongs already.
pub const SAME_OPERATOR: Rule =
    rule("R-AGE-17", Level::Block, "agenda dell'ufficio", "È già di {}: scegliere un altro operatore.");
/// Not there.
pub const AWAY: Rule = rule(
    "R-AGE-18",
    Level::Block,
    "orario dell'ufficio",
    "{} è assente fino al {}: scegliere un altro operatore.",
);
/// The convocation names somebody else.
pub const NAMES_ANOTHER: Rule = rule(
    "R-CNV-1",
    Level::Show,
    "contenuto della convocazione (Lombardia 2022)",
    "La convocazione già spedita nomina {}: avvisare la persona di chi la riceve.",
);

/// Who asks for a move: the outcomes of R-CNV-14. What an operator asks for
/// is asked by the office.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Asker {
    /// The person, before the hour: not an absence (R-CNV-15).
    #[default]
    Person,
    /// The office.
    Office,
}

impl Asker {
    /// As shown on screen and paper.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Person => "la persona",
            Self::Office => "l'ufficio",
        }
    }
}

/// Where an appointment is moved to. What is left out stays as it was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct NewSlot {
    /// Who receives; left out, the same operator.
    pub operator: OperatorId,
    /// Start.
    #[serde(deserialize_with = "crate::domain::hour::optional")]
    pub start: Option<NaiveDateTime>,
    /// Planned minutes, 5 to 480.
    pub minutes: Option<u32>,
    /// How.
    pub mode: Option<Mode>,
    /// Place: room, or platform. Left out, the same; with another operator
    /// that operator's room.
    pub place: Option<String>,
    /// Link, for video.
    pub link: Option<String>,
    /// Agreed face to face (R-CNV-9): the new convocation is proved.
    pub agreed_in_person: bool,
    /// Note of the office.
    pub note: Option<String>,
}

impl NewSlot {
    /// The whole booking that takes the place of `before`; `was` and `will`
    /// are who received and who will.
    #[must_use]
    pub fn over(
        &self,
        before: &Appointment,
        was: Option<&Operator>,
        will: Option<&Operator>,
    ) -> AppointmentForm {
        AppointmentForm {
            operator: will.map_or(self.operator, |operator| operator.id),
            service: before.service.clone(),
            start: self.start,
            minutes: Some(self.minutes.unwrap_or(before.minutes)),
            mode: self.mode.unwrap_or(before.mode),
            place: self.place.clone().unwrap_or_else(|| room_after(before, was, will)),
            link: self.link.clone().unwrap_or_else(|| before.link.clone()),
            agreed_in_person: self.agreed_in_person,
            psp_version: before.psp_version,
            note: self.note.clone().unwrap_or_else(|| before.note.clone()),
        }
    }
}

/// The place when somebody else receives: their room for the room of who
/// received; any other place stays.
#[must_use]
pub fn room_after(before: &Appointment, was: Option<&Operator>, will: Option<&Operator>) -> String {
    let in_own_room = before.mode == Mode::InPerson && was.is_some_and(|was| was.room == before.place);
    match will {
        Some(will) if in_own_room && !will.room.is_empty() => will.room.clone(),
        _ => before.place.clone(),
    }
}

/// What the rules say of leaving the old slot; the new one is a booking.
#[must_use]
pub fn check_move(
    before: &Appointment,
    asked_at: NaiveDateTime,
    reason: &str,
    now: NaiveDateTime,
) -> Vec<Finding> {
    if states::next(before.state, AppointmentEvent::Moved, before.proved).is_none() {
        return vec![NO_STEP.at("from").with(before.state.label())];
    }
    let mut found = Vec::new();
    if asked_at > now {
        found.push(ASKED_LATER.at("asked_at").with(asked_at.format("%d/%m/%Y %H:%M")));
    } else if asked_at >= before.start {
        // What counts is when it was asked, not when it is written down.
        found.push(MOVED_LATE.at("asked_at"));
    }
    if reason.trim().is_empty() {
        found.push(MOVED_WHY.at("reason"));
    }
    check_text("reason", reason, 4000, &mut found);
    if was_sent(before) {
        found.push(SEND_AGAIN.at("from"));
    }
    found
}

fn was_sent(appointment: &Appointment) -> bool {
    use AppointmentState as S;
    matches!(appointment.state, S::Sent | S::Delivered | S::OptionChosen | S::ToBeClosed)
        && appointment.sent_at.is_some()
}

/// One appointment on its way to another operator.
#[derive(Clone, Copy, Debug)]
pub struct Handover<'a> {
    /// The appointment.
    pub appointment: &'a Appointment,
    /// Who received so far.
    pub was: Option<&'a Operator>,
    /// Who shall receive; `None` when the office has no such operator.
    pub will: Option<&'a Operator>,
}

/// What the rules say of giving appointments to other operators: each in its
/// own slot, none onto another. `taken` are the appointments these operators
/// have on those days.
#[must_use]
pub fn check_handover(
    rows: &[Handover<'_>],
    taken: &[Appointment],
    calendar: &Calendar,
    reason: &str,
) -> Vec<Finding> {
    let mut found = Vec::new();
    if rows.is_empty() {
        found.push(NOTHING.at("assignments"));
    }
    if reason.trim().is_empty() {
        found.push(REASON.at("reason"));
    }
    check_text("reason", reason, 4000, &mut found);
    let leaving: Vec<AppointmentId> = rows.iter().map(|row| row.appointment.id).collect();
    for (index, row) in rows.iter().enumerate() {
        let at = |rule: Rule| Finding {
            field: Some(Cow::Owned(format!("assignments.{index}.operator"))),
            ..rule.found()
        };
        let booked = row.appointment;
        let Some(will) = row.will else {
            found.push(at(OPERATOR));
            continue;
        };
        if !will.works() {
            found.push(at(LEFT).with(will.short_name()));
        }
        if !booked.state.is_open() {
            found.push(at(NO_STEP).with(booked.state.label()));
        } else if will.id == booked.operator {
            found.push(at(SAME_OPERATOR).with(will.short_name()));
        } else if leaving[..index].contains(&booked.id) {
            found.push(at(TWICE));
        }
        let stays = taken.iter().filter(|a| a.operator == will.id && !leaving.contains(&a.id));
        let comes = rows[..index].iter().filter(|other| other.will.is_some_and(|o| o.id == will.id));
        let mut others = stays.chain(comes.map(|other| other.appointment));
        if let Some(other) = others.find(|other| other.id != booked.id && other.overlaps(booked)) {
            found.push(at(OPERATOR_BUSY).with(other.start.format("%H:%M")).with(other.end().format("%H:%M")));
        }
        if let Some(absence) = calendar.absence(will.id, booked.start, booked.end()) {
            let until = absence.to.format("%d/%m/%Y %H:%M");
            found.push(at(AWAY).with(will.short_name()).with(until));
        }
        if was_sent(booked) {
            let was = row.was.map(Operator::short_name).unwrap_or_default();
            found.push(at(NAMES_ANOTHER).with(was));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;
    use uuid::Uuid;

    fn at(hour: u32, minute: u32) -> NaiveDateTime {
        NaiveDate::from_ymd_opt(2026, 11, 24).unwrap().and_hms_opt(hour, minute, 0).unwrap()
    }

    fn operator(n: u128) -> Operator {
        Operator { id: OperatorId(Uuid::from_u128(n)), room: format!("stanza {n}"), ..Operator::default() }
    }

    fn booked(n: u128, by: u128, start: NaiveDateTime) -> Appointment {
        Appointment {
            id: AppointmentId(Uuid::from_u128(n)),
            operator: OperatorId(Uuid::from_u128(by)),
            start,
            minutes: 45,
            place: format!("stanza {by}"),
            ..Appointment::default()
        }
    }

    fn calendar() -> Calendar {
        Calendar { hours: Vec::new(), closures: Vec::new(), absences: Vec::new(), holiday: |_| None }
    }

    fn rules(found: &[Finding]) -> Vec<&str> {
        found.iter().map(|f| f.rule.0.as_ref()).collect()
    }

    #[test]
    fn what_was_asked_in_time_may_be_written_down_later() {
        let before = booked(1, 1, at(10, 0));
        assert!(check_move(&before, at(9, 59), "turno", at(12, 0)).is_empty());
        assert_eq!(rules(&check_move(&before, at(10, 0), "turno", at(12, 0))), ["R-CNV-15"]);
        assert_eq!(rules(&check_move(&before, at(9, 0), " ", at(8, 0))), ["R-AGE-16", "R-CNV-15"]);
        let held = Appointment { state: AppointmentState::Held, ..before };
        assert_eq!(rules(&check_move(&held, at(9, 0), "turno", at(9, 0))), ["R-AGE-10"]);
    }

    #[test]
    fn nobody_is_given_two_people_at_once() {
        let (ill, anna, rita) = (operator(1), operator(2), operator(3));
        let (early, late) = (booked(10, 1, at(9, 0)), booked(11, 1, at(9, 30)));
        let taken = [booked(20, 3, at(9, 30))];
        let row = |appointment, will| Handover { appointment, was: Some(&ill), will: Some(will) };
        let rows = [row(&early, &anna), row(&late, &anna)];
        assert_eq!(
            rules(&check_handover(&rows, &taken, &calendar(), "malattia")),
            ["R-AGE-4"],
            "the second meets the first"
        );
        let rows = [row(&early, &rita), row(&late, &anna)];
        assert_eq!(
            rules(&check_handover(&rows, &taken, &calendar(), "malattia")),
            ["R-AGE-4"],
            "rita has somebody"
        );
        let rows = [row(&early, &anna), row(&early, &anna), row(&late, &ill)];
        assert_eq!(rules(&check_handover(&rows, &[], &calendar(), "")), ["R-AGE-14", "R-AGE-17", "R-AGE-17"]);
    }

    #[test]
    fn two_operators_may_exchange_their_slots() {
        let (anna, rita) = (operator(2), operator(3));
        let (one, two) = (booked(10, 2, at(9, 0)), booked(11, 3, at(9, 0)));
        let rows = [
            Handover { appointment: &one, was: Some(&anna), will: Some(&rita) },
            Handover { appointment: &two, was: Some(&rita), will: Some(&anna) },
        ];
        let taken = [one.clone(), two.clone()];
        assert!(check_handover(&rows, &taken, &calendar(), "scambio").is_empty());
        assert_eq!(room_after(&one, Some(&anna), Some(&rita)), "stanza 3");
    }
}
