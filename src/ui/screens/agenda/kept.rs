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
use crate::ui::effect::{Effect, Effects, Notice};
use crate::ui::screen::Cx;
use crate::ui::strings::shell as words;

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

/// What was typed in one form.
pub(super) struct Kept {
    values: BTreeMap<String, String>,
    focus: String,
}

impl Kept {
    fn of(panel: &Panel) -> Self {
        let (what, whom, at) = match &panel.about {
            About::Book(who, at) => ("book", who.to_string(), *at),
            About::Event(row) => ("event", row.appointment.id.to_string(), row.appointment.start),
            About::Move(row) => ("move", row.appointment.id.to_string(), row.appointment.start),
            About::Reassign(plan) => {
                let one = plan.one().map(|row| row.appointment.id.to_string());
                ("reassign", one.unwrap_or_default(), plan.day().and_time(chrono::NaiveTime::MIN))
            }
        };
        let mut values = panel.form.draft();
        let marks = [
            (WHAT, what.to_owned()),
            (WHOM, whom),
            (AT, at.format(MOMENT).to_string()),
            (WHOSE, panel.whose.id.to_string()),
        ];
        values.extend(marks.map(|(name, value)| (name.to_owned(), value)));
        Self { values, focus: panel.form.focus().unwrap_or_default().to_owned() }
    }

    fn get(&self, name: &str) -> &str {
        self.values.get(name).map_or("", String::as_str)
    }

    fn at(&self) -> Option<NaiveDateTime> {
        NaiveDateTime::parse_from_str(self.get(AT), MOMENT).ok()
    }

    /// Is the form about the same thing?
    fn fits(&self, panel: &Panel) -> bool {
        let other = Self::of(panel);
        [WHAT, WHOM].iter().all(|name| self.get(name) == other.get(name))
    }
}

impl Agenda {
    /// What is being typed, or was when its form was closed.
    pub(super) fn typed(&self) -> Option<BTreeMap<String, String>> {
        let open = self.panel.as_ref().filter(|panel| panel.form.changed());
        open.map(|panel| Kept::of(panel).values)
            .or_else(|| self.kept.as_ref().map(|kept| kept.values.clone()))
    }

    /// Closes the form; what is typed in it comes back with it.
    pub(super) fn close_panel(&mut self) {
        if let Some(panel) = self.panel.take().filter(|panel| panel.form.changed()) {
            self.kept = Some(Kept::of(&panel));
        }
        self.saving.clear();
    }

    /// Opens a form, with what was typed in it before. The hand has just
    /// chosen what happened, or the slot: that stays as chosen.
    pub(super) fn open_panel(&mut self, mut panel: Panel) -> Effects {
        if let Some(card) = &self.card {
            panel.accepted(card);
        }
        let whole = std::mem::take(&mut self.whole);
        let mut effects = Effects::new();
        if let Some(kept) = self.kept.take_if(|kept| kept.fits(&panel)) {
            let chosen = |name: &str| name == "event" || name.starts_with("appointment.start");
            let values = kept.values.into_iter().filter(|(name, _)| whole || !chosen(name));
            panel.form.restore(&values.collect());
            panel.form.focus_on(&kept.focus);
            effects.push(Notice::info(words::DRAFT_BACK).into());
        }
        self.panel = Some(panel);
        effects
    }

    /// A draft was found: its form opens as soon as what it is about is here.
    pub(super) fn draft_found(&mut self, values: &BTreeMap<String, String>, focus: &str, cx: &Cx) -> Effects {
        let kept = Kept { values: values.clone(), focus: focus.to_owned() };
        let day = kept.at().map(|at| at.date()).filter(|_| kept.get(WHAT) != "book");
        // A form already open was opened by the hand: the draft waits for its own.
        self.reopens = self.panel.is_none();
        self.kept = Some(kept);
        match day.filter(|day| self.reopens && self.booking.is_none() && *day != self.day) {
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
        let Some(kept) = self.kept.as_ref().filter(|_| self.reopens && self.panel.is_none()) else {
            return Effects::new();
        };
        let whose = self.operators.iter().find(|operator| operator.id.to_string() == kept.get(WHOSE));
        let (Some(at), Some(whose)) = (kept.at(), whose.cloned()) else { return Effects::new() };
        let whom = kept.get(WHOM);
        let row = self.row_of(whom);
        let panel = match (kept.get(WHAT), row) {
            ("book", _) => match whom.parse().map(crate::domain::ids::RegistrantId) {
                Ok(who) => Panel::book(who, at, self.card_of(who), &whose, cx.today()),
                Err(_) => return Effects::new(),
            },
            ("event", Some(row)) => {
                let happened = super::acts::event::likely(&row.appointment, cx.now);
                Panel::event(row, happened, &whose, cx.today())
            }
            ("move", Some(row)) => Panel::moving(row, at, &whose, false, cx.now),
            ("reassign", one) if !self.waiting() && (one.is_some() || whom.is_empty()) => {
                let of = one.as_ref().map_or(whose.id, |row| row.appointment.operator);
                self.reopens = false;
                self.whole = true;
                self.whose = whose;
                self.giving = Some((one, of));
                return vec![Effect::Ask(COVER, Query::OfficeDay { day: at.date() })];
            }
            _ => return Effects::new(),
        };
        self.reopens = false;
        self.whole = true;
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
