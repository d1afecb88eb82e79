//! Drawing PA01, and telling it line by line.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::rows::{self, Line};
use super::{About, Panel, Parameters, View};
use crate::ui::chrome::WIDE;
use crate::ui::linear::Linear;
use crate::ui::screen::Cx;
use crate::ui::side::{Column, draw_form_side};
use crate::ui::strings::tables as words;
use crate::ui::theme::Role;

/// Rows under the list: the row under the pointer, or the form about it.
const FOOT: u16 = 10;

impl Parameters {
    fn heading(&self) -> String {
        match &self.view {
            View::Tables => words::TITLE.to_owned(),
            View::Rows(table) => table.label().to_owned(),
            View::History(_, entry) => format!("{}: {}", words::HISTORY, rows::called(entry)),
        }
    }

    fn form_heading(panel: &Panel) -> String {
        match &panel.about {
            About::Set(table, entry) => words::about(rows::called(entry), &table.told(entry)),
            About::Withdraw(_, what) => format!("{}: {what}", words::WITHDRAW),
        }
    }

    pub(super) fn draw_body(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let wide = frame.area().width >= WIDE;
        let below = if self.panel.is_some() || !wide { FOOT.min(area.height / 2) } else { 0 };
        let list = Rect { height: area.height - below, ..area };
        let foot = Rect { y: list.bottom(), height: below, ..area };
        title(frame, list, &self.heading(), cx);
        let room = Rect { y: list.y + 1, height: list.height.saturating_sub(1), ..list };
        self.list.draw(frame, room, self.panel.is_none(), cx.look, rows::cells);
        if below == 0 {
            return;
        }
        let inside = Rect { y: foot.y + 1, height: foot.height.saturating_sub(1), ..foot };
        match &self.panel {
            Some(panel) => {
                title(frame, foot, &Self::form_heading(panel), cx);
                panel.form.draw_in(frame, inside, area, true, cx.look);
                if let Some(finding) = panel.form.findings().first().filter(|_| !wide) {
                    let last = Rect { y: foot.bottom().saturating_sub(2), height: 2, ..foot };
                    Column::new(last, cx.look).finding(frame, finding);
                }
            }
            None => {
                title(frame, foot, "", cx);
                self.details(&mut Column::new(inside, cx.look), frame);
            }
        }
    }

    fn details(&self, column: &mut Column<'_>, frame: &mut Frame) {
        let said = self.list.selected().map(rows::details).unwrap_or_default();
        for (label, text) in said.iter().filter(|(_, text)| !text.is_empty()) {
            column.pair(frame, label, text);
        }
    }

    pub(super) fn draw_side(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        if let Some(panel) = &self.panel {
            return draw_form_side(&panel.form, frame, area, cx.look);
        }
        let mut column = Column::new(area, cx.look);
        if let Some(line) = self.list.selected() {
            let name = match line {
                Line::Table(table, ..) => table.label(),
                Line::Row(_, entry) => rows::called(entry),
                Line::Past(_, row) => &row.code,
            };
            column.title(frame, name);
            column.gap();
        }
        self.details(&mut column, frame);
    }

    pub(super) fn tell(&self, out: &mut Linear) {
        if let Some(panel) = &self.panel {
            out.head(&Self::form_heading(panel));
            panel.form.linear(out, true);
        }
        out.head(&self.heading());
        self.list.linear(out, self.panel.is_none(), rows::cells);
        let said = self.list.selected().map(rows::details).unwrap_or_default();
        for (label, text) in said.iter().filter(|(_, text)| !text.is_empty()) {
            out.pair(label, text);
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
