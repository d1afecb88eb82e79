//! Drawing PA01, and telling it line by line.

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::rows::{self, Line};
use super::{About, Panel, Parameters, View};
use crate::domain::office_row::When;
use crate::ui::chrome::WIDE;
use crate::ui::linear::Linear;
use crate::ui::screen::Cx;
use crate::ui::screens::common;
use crate::ui::side::{Column, draw_form_side};
use crate::ui::strings::tables as words;
use crate::ui::theme::Role;

/// Rows under the list: the row under the pointer, or the form about it.
const FOOT: u16 = 10;
/// Rows of a form that are no fields: its heading, what the rules say.
const HEAD_AND_FINDING: u16 = 3;
/// Rows the list keeps over a form.
const LIST: u16 = 5;

impl Parameters {
    fn heading(&self) -> String {
        match &self.view {
            View::Tables => words::TITLE.to_owned(),
            View::Rows(table) => table.label().to_owned(),
            View::History(table, Some(entry)) => {
                format!("{}: {}", words::HISTORY, rows::name(*table, entry))
            }
            View::History(table, None) => format!("{}: {}", words::HISTORY, table.label()),
        }
    }

    fn form_heading(panel: &Panel, today: NaiveDate) -> String {
        match &panel.about {
            About::Set(table, entry) => {
                let (name, value) = (rows::name(*table, entry), table.told(entry));
                let when = match entry.when(today) {
                    _ if value.is_empty() => return name,
                    When::Now => words::NOW.to_lowercase(),
                    When::Later => words::from_day(&common::day(entry.valid_from)),
                    When::Over => words::to_day(&common::day(entry.valid_to)),
                };
                format!("{name}: {when} {value}")
            }
            About::Add(table) => format!("{}: {}", table.label(), words::NEW.to_lowercase()),
            About::Withdraw(_, what) => format!("{}: {what}", words::WITHDRAW),
        }
    }

    pub(super) fn draw_body(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let wide = frame.area().width >= WIDE;
        let below = match self.panel.get() {
            Some(panel) => (panel.rows() + HEAD_AND_FINDING).clamp(FOOT, area.height.saturating_sub(LIST)),
            None if wide => 0,
            None => FOOT.min(area.height / 2),
        };
        let list = Rect { height: area.height - below, ..area };
        let foot = Rect { y: list.bottom(), height: below, ..area };
        title(frame, list, &self.heading(), cx);
        let room = Rect { y: list.y + 1, height: list.height.saturating_sub(1), ..list };
        let cells = |line: &Line| rows::cells(line, cx.today());
        self.list.draw(frame, room, !self.panel.is_open(), cx.look, cells);
        if below == 0 {
            return;
        }
        let inside = Rect { y: foot.y + 1, height: foot.height.saturating_sub(1), ..foot };
        match self.panel.get() {
            Some(panel) => {
                title(frame, foot, &Self::form_heading(panel, cx.today()), cx);
                panel.form.draw_in(frame, inside, area, true, cx.look);
                if let Some(finding) = panel.form.findings().first().filter(|_| !wide) {
                    let last = Rect { y: foot.bottom().saturating_sub(2), height: 2, ..foot };
                    Column::new(last, cx.look).finding(frame, finding);
                }
            }
            None => {
                title(frame, foot, "", cx);
                self.details(&mut Column::new(inside, cx.look), frame, cx);
            }
        }
    }

    fn said(&self, cx: &Cx) -> Vec<(&'static str, String)> {
        let (Some(line), Some(tables)) = (self.list.selected(), &self.tables) else { return Vec::new() };
        let mut said = rows::details(line, tables, cx.today());
        said.retain(|(_, text)| !text.is_empty());
        said
    }

    fn details(&self, column: &mut Column<'_>, frame: &mut Frame, cx: &Cx) {
        for (label, text) in self.said(cx) {
            column.pair(frame, label, &text);
        }
    }

    pub(super) fn draw_side(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        if let Some(panel) = self.panel.get() {
            return draw_form_side(&panel.form, frame, area, cx.look);
        }
        let mut column = Column::new(area, cx.look);
        if let Some(line) = self.list.selected() {
            let name = match line {
                Line::Table(table, ..) => table.label().to_owned(),
                Line::Row(table, entry) => rows::name(*table, entry),
                Line::Past { name, .. } => name.clone(),
            };
            column.title(frame, &name);
            column.gap();
        }
        self.details(&mut column, frame, cx);
    }

    pub(super) fn tell(&self, out: &mut Linear, cx: &Cx) {
        if let Some(panel) = self.panel.get() {
            out.head(&Self::form_heading(panel, cx.today()));
            panel.form.linear(out, true);
        }
        out.head(&self.heading());
        self.list.linear(out, !self.panel.is_open(), |line| rows::cells(line, cx.today()));
        for (label, text) in self.said(cx) {
            out.pair(label, &text);
        }
    }
}

fn title(frame: &mut Frame, area: Rect, text: &str, cx: &Cx) {
    cx.look.rule(frame.buffer_mut(), area, area.y);
    if !text.is_empty() {
        let room = Rect { width: area.width.saturating_sub(3), ..area };
        cx.look.put(frame.buffer_mut(), room, area.x + 2, area.y, &format!(" {text} "), Role::Title);
    }
}
