//! What is typed in a form of AG01: kept when the form is closed or the
//! screen is left, and put back where it was.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;

use super::acts::{About, Panel};
use super::answers::COVER;
use super::day::booked;
use super::{Agenda, View};
use crate::desk::Query;
use crate::desk::query::AgendaRow;
use crate::ui::effect::{Effect, Effects};
use crate::ui::form::Form;
use crate::ui::screen::Cx;
use crate::ui::screens::panel::{self, Kept};

/// In a draft: what the form is for. No field has these names.
const WHAT: &str = "~what";
/// Who is booked, or which appointment.
const WHOM: &str = "~whom";
/// The moment booked, or the day of the appointment.
const AT: &str = "~at";
/// Who receives.
const WHOSE: &str = "~whose";
/// How a moment is written in a draft.
const MOMENT: &str = "%Y-%m-%dT%H:%M";

impl panel::Panel for Panel {
    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn marks(&self) -> Vec<(&'static str, String)> {
        let (what, whom, at) = match &self.about {
            About::Book(who, at) => ("book", who.to_string(), *at),
            About::Event(row) => ("event", row.appointment.id.to_string(), row.appointment.start),
            About::Move(row) => ("move", row.appointment.id.to_string(), row.appointment.start),
            About::Reassign(plan) => {
                let one = plan.one().map(|row| row.appointment.id.to_string());
                ("reassign", one.unwrap_or_default(), plan.day().and_time(chrono::NaiveTime::MIN))
            }
        };
        vec![
            (WHAT, what.to_owned()),
            (WHOM, whom),
            (AT, at.format(MOMENT).to_string()),
            (WHOSE, self.whose.id.to_string()),
        ]
    }

    fn tells_apart(&self, mark: &str) -> bool {
        [WHAT, WHOM].contains(&mark)
    }

    // The hand has just chosen what happened, or the slot.
    fn is_chosen(&self, field: &str) -> bool {
        field == "event" || field.starts_with("appointment.start")
    }
}

/// The moment a draft is about.
fn at(kept: &Kept) -> Option<NaiveDateTime> {
    NaiveDateTime::parse_from_str(kept.get(AT), MOMENT).ok()
}

impl Agenda {
    /// Opens a form, with what was typed in it before.
    pub(super) fn open_panel(&mut self, mut panel: Panel) -> Effects {
        if let Some(card) = &self.card {
            panel.accepted(card);
        }
        self.panel.open(panel).map(Effect::from).into_iter().collect()
    }

    /// A draft was found: its form opens as soon as what it is about is here.
    pub(super) fn draft_found(&mut self, values: &BTreeMap<String, String>, focus: &str, cx: &Cx) -> Effects {
        self.panel.found(values, focus);
        let booking = self.booking.is_some();
        let kept = self.panel.waits().filter(|kept| !booking && kept.get(WHAT) != "book");
        let day = kept.and_then(at).map(|at| at.date());
        match day.filter(|day| *day != self.day) {
            Some(day) => {
                self.view = View::Day;
                self.go(Some(day), cx)
            }
            None => self.reopen(cx),
        }
    }

    /// Opens the form of the draft once its appointment and its operator are
    /// here.
    pub(super) fn reopen(&mut self, cx: &Cx) -> Effects {
        let asking = self.giving.is_some();
        let Some(kept) = self.panel.waits().filter(|_| !asking) else { return Effects::new() };
        let whose = self.operators.iter().find(|operator| operator.id.to_string() == kept.get(WHOSE));
        let (Some(at), Some(whose)) = (at(kept), whose.cloned()) else { return Effects::new() };
        let whom = kept.get(WHOM);
        let row = self.row_of(whom);
        let panel = match (kept.get(WHAT), row) {
            ("book", _) => match whom.parse().map(crate::domain::ids::RegistrantId) {
                Ok(who) => Panel::book(who, at, self.card_of(who), &whose, cx.today()),
                Err(_) => return Effects::new(),
            },
            ("event", Some(row)) => {
                let happened = super::acts::event::likely(&row.appointment, cx.now);
                Panel::event(row, happened, &whose, cx)
            }
            ("move", Some(row)) => Panel::moving(row, at, &whose, false, cx.now),
            ("reassign", one) if !self.waiting() && (one.is_some() || whom.is_empty()) => {
                let of = one.as_ref().map_or(whose.id, |row| row.appointment.operator);
                self.whose = whose;
                self.giving = Some((one, of));
                return vec![Effect::Ask(COVER, Query::OfficeDay { day: at.date() })];
            }
            _ => return Effects::new(),
        };
        let mut effects = self.open_panel(panel);
        effects.extend(self.weigh());
        effects
    }

    /// The appointment, if it is on the day shown or was left open.
    fn row_of(&self, id: &str) -> Option<AgendaRow> {
        let here = self.board.lanes().iter().flat_map(|lane| &lane.cells).filter_map(booked);
        let mut all = here.map(|booked| &booked.row).chain(self.left.rows().iter().map(|left| &left.row));
        all.find(|row| row.appointment.id.to_string() == id).cloned()
    }
}
