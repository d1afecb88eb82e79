//! The desk's answers as lanes.

use super::acts::{Panel, reassign::Plan};
use super::day::Lane;
use super::left::Left;
use super::{Agenda, View};
use crate::desk::query::{AgendaRow, OfficeDay, OfficeWeek};
use crate::ui::effect::{Effects, Notice};
use crate::ui::screen::Cx;
use crate::ui::strings::agenda as words;

impl Agenda {
    pub(super) fn day_read(&mut self, day: OfficeDay, cx: &Cx) -> Effects {
        let made = |made| Lane::new(&day.board, made, made.operator.short_name());
        let lanes: Vec<Lane> = day.board.operators.iter().map(made).collect();
        if self.view == View::Day {
            self.board.set(lanes, (self.whose.id, self.day), cx.now);
            self.follow_lane();
        }
        let no_outcome = day.to_close.into_iter().map(|row| Left { row, reason_until: None });
        // Of this day they stand in their lanes.
        let past = |left: &Left| left.row.appointment.start.date() < cx.today();
        let mut left: Vec<Left> = no_outcome.filter(past).collect();
        left.extend(day.awaiting.into_iter().map(|one| Left { row: one.row, reason_until: Some(one.until) }));
        self.left_read(left, cx)
    }

    pub(super) fn week_read(&mut self, week: OfficeWeek, cx: &Cx) {
        self.week.set(week, (self.whose.id, self.day));
        self.show_week(cx);
    }

    /// The week of who is chosen, a lane a day.
    pub(super) fn show_week(&mut self, cx: &Cx) {
        self.board.wait();
        self.board.set(self.week.of(self.whose.id), (self.whose.id, self.day), cx.now);
        self.follow_lane();
    }

    /// The day is known: who may take what.
    pub(super) fn plan_read(&mut self, day: &OfficeDay, cx: &Cx) -> Effects {
        let Some((one, whose)) = self.giving.take() else { return Vec::new() };
        let Some(plan) = Plan::new(one, day, whose) else {
            self.panel.set_reopens(false);
            return vec![Notice::info(words::NOTHING_TO_GIVE).into()];
        };
        self.open_panel(Panel::reassign(plan, &self.whose, cx.today()))
    }
}

/// An appointment to give away, if it is one, and whose day it is in.
pub(super) type Giving = (Option<AgendaRow>, crate::domain::ids::OperatorId);
