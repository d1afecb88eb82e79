//! AG01 told line by line.

use super::day::list;
use super::{Agenda, Over, Purpose, View, left};
use crate::ui::linear::Linear;
use crate::ui::screen::Cx;
use crate::ui::screens::common;
use crate::ui::strings::agenda as words;
use crate::ui::theme::Role;

impl Agenda {
    pub(super) fn tell(&self, out: &mut Linear, cx: &Cx) {
        match &self.over {
            Some(Over::Calendar(calendar)) => return out.over(|out| calendar.linear(out)),
            Some(Over::Operator(picker)) => return out.over(|out| picker.linear(out)),
            None => {}
        }
        if self.printing.is_open() {
            return self.printing.linear(out);
        }
        if let Some(panel) = self.panel.get() {
            return panel.linear(out, self.card.as_deref());
        }
        if let Some(purpose) = &self.booking {
            out.head(words::FREE_DAYS);
            out.pair(words::CHOOSE_OPERATOR, &self.whose.short_name());
            if let Purpose::Move(row) = purpose {
                out.say(&words::moving(&row.person, &common::moment(row.appointment.start)), Role::Text);
            }
            if let Some(day) = self.proposed {
                out.say(&words::proposed(&common::weekday(day)), Role::Label);
            }
            self.slots.linear(out);
            return out.say(words::GRID_HELP, Role::Label);
        }
        self.tell_left(out, cx);
        match self.view {
            View::Office => self.week.linear(out, !self.on_left),
            View::Day | View::Week => {
                out.head(&common::long_date(self.day));
                out.pair(words::CHOOSE_OPERATOR, &self.whose.short_name());
                let (booked, free) = self.totals(true);
                out.say(&words::totals(booked, free), Role::Label);
                list::linear(&self.board, out, !self.on_left, cx.now);
            }
        }
        self.legend(out.cells(), false).iter().for_each(|line| out.say(line, Role::Label));
    }

    fn tell_left(&self, out: &mut Linear, cx: &Cx) {
        let items = self.left.rows();
        if !items.is_empty() {
            out.say(&left::title(items), Role::Warn);
            self.left.linear(out, self.on_left, |item| item.cells(items, cx.today()));
        }
    }
}
