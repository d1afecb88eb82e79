//! What comes back to AG01: answers, and the end of a saving.

use super::panel::About;
use super::{Agenda, book, day, event};
use crate::desk::query::DayAgenda;
use crate::desk::{Answer, Outcome};
use crate::domain::appointment::{AppointmentEvent, AppointmentState};
use crate::ui::effect::{Effect, Effects, Notice, Sign};
use crate::ui::screen::Cx;
use crate::ui::screens::common;
use crate::ui::strings::agenda as words;

/// Rule of what is left open.
const UNCLOSED_RULE: &str = "R-CNV-17";

impl Agenda {
    pub(super) fn saved(&mut self, outcome: Outcome, cx: &Cx) -> Effects {
        let Some(mut panel) = self.panel.take() else { return Vec::new() };
        if !outcome.accepted {
            let effects = self.saving.refused(&mut panel.form, outcome);
            self.panel = Some(panel);
            return effects;
        }
        self.saving.clear();
        match &panel.about {
            About::Book(..) => {
                let values = panel.form.values();
                let start = values.date("appointment.start");
                let when = start
                    .map(|day| format!("{} {}", common::weekday(day), values.raw("appointment.start.time")));
                let person = self.card.as_ref().map(|card| card.registrant.list_name()).unwrap_or_default();
                let agreed = values.on("appointment.agreed_in_person");
                let done = Notice::ok(words::booked(&person, &when.unwrap_or_default(), agreed));
                if self.leaves {
                    return vec![done.into(), Effect::Back];
                }
                self.day = start.unwrap_or(self.day);
                let mut effects = self.show_day(cx);
                effects.push(done.into());
                effects
            }
            About::Event(row) => {
                let moved = panel.happened() == Some(AppointmentEvent::Moved);
                let state = outcome.states.get("appointment").cloned().unwrap_or_default();
                let label = serde_json::from_value::<AppointmentState>(state.into())
                    .map_or("", AppointmentState::label);
                let mut effects =
                    if moved { self.start_booking(row.appointment.registrant, cx) } else { self.read(cx) };
                let said =
                    if moved { words::moved(&row.person) } else { words::recorded(&row.person, label) };
                effects.push(Notice::ok(said).into());
                effects
            }
        }
    }

    pub(super) fn answered(&mut self, answer: Answer, cx: &Cx) -> Effects {
        match answer {
            Answer::Operators(operators) => self.operators = operators,
            Answer::Free(free) => {
                self.proposes = false;
                self.day = free.proposed.unwrap_or(self.day);
                self.grid.set(free.days);
            }
            Answer::Day(agenda) => return self.day_read(agenda, cx),
            Answer::Person(card) => {
                let mut effects = Vec::new();
                if let Some(panel) = self.panel.as_mut().filter(|panel| !panel.form.changed()) {
                    match panel.about {
                        About::Book(_, at) => {
                            book::propose(&mut panel.form, at, Some(&card), &self.whose, cx.today());
                        }
                        About::Event(_) => event::propose_channel(&mut panel.form, &card),
                    }
                }
                if self.booking.is_some() {
                    effects.push(Effect::Person(Some(Box::new(common::person_band(&card)))));
                }
                self.card = Some(card);
                effects.extend(self.weigh());
                return effects;
            }
            Answer::Weighed(outcome) => {
                if let Some(panel) = &mut self.panel {
                    panel.form.find_all(outcome.findings);
                }
            }
            _ => {}
        }
        Vec::new()
    }

    fn day_read(&mut self, agenda: DayAgenda, cx: &Cx) -> Effects {
        let rows = day::rows(&agenda);
        self.rows.empty = day::closed(&agenda).unwrap_or_else(|| words::EMPTY.to_owned());
        if self.rows.waiting() {
            let at = day::first_ahead(&rows, &agenda, cx.now);
            self.rows.replace(rows);
            self.rows.select(at);
        } else {
            self.rows.set(rows);
        }
        self.unclosed.set(agenda.unclosed.clone());
        self.below &= !agenda.unclosed.is_empty();
        let count = agenda.unclosed.len();
        self.agenda = Some(agenda);
        if count == 0 || std::mem::replace(&mut self.told, true) {
            return Vec::new();
        }
        let notice = Notice {
            rule: Some(UNCLOSED_RULE.to_owned()),
            ..Notice::new(Sign::Warn, words::to_close(count))
        };
        vec![notice.into()]
    }
}
