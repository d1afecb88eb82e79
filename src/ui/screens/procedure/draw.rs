//! Drawing the base: records on top, the chosen one below with what may be
//! done beside it; or the form of a step, with what there is to know.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::record::history;
use super::{Matter, Pane, Procedure};
use crate::ui::chrome::WIDE;
use crate::ui::form::Status;
use crate::ui::look::pad;
use crate::ui::screen::Cx;
use crate::ui::screens::facts::{self, Fact};
use crate::ui::side::{Column, draw_form_side};
use crate::ui::strings::procedure as words;
use crate::ui::theme::Role;
use crate::ui::widgets::table::scrolled;

/// Cells of the label column.
const LABELS: u16 = 12;
/// Cells of what can be done, at 80 columns.
const DEEDS: u16 = 36;
/// Rows of the list of records, its heading included.
const RECORDS: usize = 4;
/// Rows of what there is to know over a form, at most.
const KNOWN: u16 = 8;

impl<M: Matter> Procedure<M> {
    /// What is known of the record under the pointer.
    pub(super) fn about(&self, cx: &Cx) -> Vec<Fact> {
        let (Some(card), Some(row)) = (&self.card, self.rows.selected()) else { return Vec::new() };
        let mut lines = M::facts(card, row, cx.today());
        lines.push(Fact::gap());
        lines.extend(history::<M>(card, row.id));
        lines
    }

    pub(super) fn draw_body(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        if self.place.is_open() {
            return self.draw_panel(frame, area, cx);
        }
        let count = self.rows.rows().len();
        let high = u16::try_from(count.clamp(1, RECORDS) + 1).unwrap_or(2).min(area.height);
        let list = Rect { height: high, ..area };
        self.rows.draw(frame, list, self.pane == Pane::Records, cx.look, |row| row.cells.clone());
        let Some(card) = &self.card else { return };
        let wide = frame.area().width >= WIDE;
        let rule = area.y + high;
        let title = self.rows.selected().map_or(words::NOTHING_YET, |row| row.title.as_str());
        cx.look.rule(frame.buffer_mut(), area, rule);
        let room = Rect { width: area.width.saturating_sub(2), ..area };
        cx.look.put(frame.buffer_mut(), room, area.x + 2, rule, &format!(" {title} "), Role::Title);
        let foot = u16::from(!wide);
        let below = Rect { y: rule + 1, height: area.bottom().saturating_sub(rule + 1 + foot), ..area };
        let left = if wide { below } else { Rect { width: area.width.saturating_sub(DEEDS + 2), ..below } };
        let lines = if card.registrant.id.is_nil() { Vec::new() } else { self.about(cx) };
        self.draw_record(frame, left, &lines, cx);
        if !wide {
            let x = left.right() + 2;
            self.draw_deeds(frame, Rect { x, width: area.right().saturating_sub(x), ..below }, cx);
            if let Some(deed) = self.deed().filter(|_| self.pane == Pane::Deeds) {
                let said = pad(&deed.said(), usize::from(area.width), cx.look.glyphs.ellipsis);
                cx.look.put(frame.buffer_mut(), area, area.x, below.bottom(), said.trim_end(), Role::Label);
            }
        }
    }

    /// The lines of the record, from the first one seen.
    fn draw_record(&self, frame: &mut Frame, area: Rect, lines: &[Fact], cx: &Cx) {
        let top = self.top.get().min(lines.len().saturating_sub(1));
        self.top.set(top);
        // The last cell is for the signs of what lies beyond.
        let room = Rect { width: area.width.saturating_sub(2), ..area };
        let end = facts::draw(frame, room, LABELS, &lines[top.min(lines.len())..], cx.look);
        let edge = area.right().saturating_sub(1);
        if top > 0 {
            cx.look.put(frame.buffer_mut(), area, edge, area.y, cx.look.glyphs.up, Role::Frame);
        }
        if end > area.bottom() {
            let y = area.bottom().saturating_sub(1);
            cx.look.put(frame.buffer_mut(), area, edge, y, cx.look.glyphs.down, Role::Frame);
        }
    }

    fn draw_deeds(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let look = cx.look;
        look.put(frame.buffer_mut(), area, area.x, area.y, words::DEEDS, Role::Title);
        let height = area.height.saturating_sub(1);
        let here = self.pane == Pane::Deeds;
        let top = scrolled(0, self.at, usize::from(height));
        let shown = self.deeds.iter().enumerate().skip(top).take(usize::from(height));
        for ((place, deed), y) in shown.zip(area.y + 1..) {
            let pointed = place == self.at && here;
            let pointer = if pointed { look.glyphs.pointer } else { " " };
            let key = deed.key_name();
            let key = if deed.why_not.is_some() { format!("({key})") } else { format!(" {key} ") };
            let text = format!("{pointer}{key:<4} {}", deed.label);
            let text = pad(&text, usize::from(area.width), look.glyphs.ellipsis);
            let role = match (pointed, &deed.why_not) {
                (true, _) => Role::Selected,
                (false, Some(_)) => Role::Disabled,
                (false, None) => Role::Text,
            };
            look.put(frame.buffer_mut(), area, area.x, y, &text, role);
            if pointed {
                frame.set_cursor_position((area.x, y));
            }
        }
        let edge = area.right().saturating_sub(1);
        if top + usize::from(height) < self.deeds.len() {
            let y = area.bottom().saturating_sub(1);
            look.put(frame.buffer_mut(), area, edge, y, look.glyphs.down, Role::Frame);
        }
        if top > 0 {
            look.put(frame.buffer_mut(), area, edge, area.y, look.glyphs.up, Role::Frame);
        }
    }

    fn draw_panel(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let (Some(panel), Some(card)) = (self.place.get(), &self.card) else { return };
        let look = cx.look;
        let title = self.panel_title();
        look.put(frame.buffer_mut(), area, area.x, area.y, &title, Role::Title);
        let known = M::known(panel.what, card, cx.today());
        let above = Rect { y: area.y + 1, height: (area.height / 2).min(KNOWN), ..area };
        let end = facts::draw(frame, above, LABELS, &known, look).min(above.bottom());
        let last = area.height.saturating_sub(1);
        let top = end + 1;
        let below = Rect { y: top, height: (area.y + last).saturating_sub(top), ..area };
        let bottom = Rect { y: area.y + last, height: area.height - last, ..area };
        panel.form.draw_in(frame, below, area, true, look);
        panel.form.draw_status(frame, bottom, Status { draft_saved: cx.draft_saved }, look);
    }

    /// The step and the record it is of.
    pub(super) fn panel_title(&self) -> String {
        let Some(panel) = self.place.get() else { return String::new() };
        let about = panel.what.about;
        let row = self.rows.rows().iter().find(|row| Some(row.id) == about);
        words::panel_title(panel.label, row.map_or("", |row| row.title.as_str()))
    }

    pub(super) fn draw_side(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        if let Some(panel) = self.place.get() {
            return draw_form_side(&panel.form, frame, area, cx.look);
        }
        if self.card.is_none() {
            return;
        }
        let most = u16::try_from(self.deeds.len() + 1).unwrap_or(area.height);
        let high = most.min(area.height.saturating_sub(8));
        self.draw_deeds(frame, Rect { height: high, ..area }, cx);
        if let Some(deed) = self.deed().filter(|_| self.pane == Pane::Deeds) {
            let below = Rect { y: area.y + high, height: area.height - high, ..area };
            let mut column = Column::new(below, cx.look);
            column.gap();
            column.title(frame, deed.label);
            column.write(frame, &deed.said(), Role::Label, 0);
        }
    }
}
