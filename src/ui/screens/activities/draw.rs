//! Drawing LE01.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::rows::{self, Row};
use super::{Activities, Pane};
use crate::domain::activity::Activity;
use crate::tables::lep::LepEntry;
use crate::ui::look::width;
use crate::ui::screen::Cx;
use crate::ui::screens::{common, lep};
use crate::ui::side::{Column, draw_form_side};
use crate::ui::strings::activities as words;
use crate::ui::theme::Role;

/// Rows of the form at most, with those that come and go.
const FORM: u16 = 8;
/// Rows of the panel with its title.
const PANEL: u16 = 6;

impl Activities {
    pub(super) fn draw_body(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let (top, list) = match self.panel.get() {
            // About a row of the list: the list stays, the new row steps aside.
            Some(_) => (PANEL.min(area.height), area.height.saturating_sub(PANEL)),
            None => (FORM.min(area.height), area.height.saturating_sub(FORM)),
        };
        if let Some(panel) = self.panel.get() {
            let title = words::event_title(
                &panel.activity.lep,
                lep::title(&panel.activity.lep),
                panel.activity.state.label(),
            );
            let foot = Rect { y: area.y + list, height: top, ..area };
            self.draw_list(frame, Rect { height: list, ..area }, cx);
            heading(frame, foot, &title, "", cx);
            let said = panel.form.findings().first().filter(|_| frame.area().width < crate::ui::chrome::WIDE);
            let room = Rect { y: foot.y + 1, height: foot.height.saturating_sub(1), ..foot };
            panel.form.draw_in(frame, room, area, true, cx.look);
            if let Some(finding) = said {
                let last = Rect { y: foot.bottom() - 2, height: 2, ..foot };
                Column::new(last, cx.look).finding(frame, finding);
            }
        } else {
            let below = Rect { y: area.y + top, height: list, ..area };
            self.draw_list(frame, below, cx);
            // Last, so that what F4 opens stands over the list.
            let room = Rect { height: top, ..area };
            self.form.draw_in(frame, room, area, self.pane == Pane::Form, cx.look);
        }
    }

    fn draw_list(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let logged = self.rows.rows().iter().filter_map(logged);
        let minutes = logged.clone().map(|activity| activity.minutes).sum();
        let totals = words::totals(logged.count(), minutes);
        heading(frame, area, words::TITLE, &totals, cx);
        let room = Rect { y: area.y + 1, height: area.height.saturating_sub(2), ..area };
        if self.pane == Pane::List {
            self.rows.draw(frame, room, !self.panel.is_open(), cx.look, rows::cells);
        } else {
            self.rows.draw_idle(frame, room, cx.look, rows::cells);
        }
        if area.height > 3 {
            let y = area.bottom() - 1;
            cx.look.put(frame.buffer_mut(), area, area.x, y, words::LEGEND, Role::Label);
        }
    }

    pub(super) fn draw_side(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        if let Some(panel) = self.panel.get() {
            return draw_form_side(&panel.form, frame, area, cx.look);
        }
        let mut column = Column::new(area, cx.look);
        if self.pane == Pane::List {
            if let Some(activity) = self.rows.selected().and_then(logged) {
                row_details(&mut column, frame, activity);
            } else if let Some(Row::Proposed(proposal)) = self.rows.selected()
                && let Some(entry) = lep::entry(proposal.lep)
            {
                entry_details(&mut column, frame, entry);
            }
            return self.planned(&mut column, frame);
        }
        let values = self.form.values();
        match lep::entry(values.raw("activity.lep")) {
            Some(entry) => {
                entry_details(&mut column, frame, entry);
                for finding in self.form.findings() {
                    column.finding(frame, finding);
                }
                if !self.form.findings().is_empty() {
                    column.gap();
                }
                self.planned(&mut column, frame);
            }
            None => draw_form_side(&self.form, frame, area, cx.look),
        }
    }

    /// The measures of the pact.
    fn planned(&self, column: &mut Column<'_>, frame: &mut Frame) {
        let Some(card) = &self.card else { return };
        column.title(frame, words::SIDE_PLANNED);
        let mut none = true;
        for measure in card.measures.iter().filter(|measure| !measure.removed) {
            none = false;
            let days = [measure.from, measure.to].map(|day| day.map(|d| d.format("%d/%m").to_string()));
            let days = days.into_iter().flatten().collect::<Vec<_>>().join("-");
            let text = format!("{} {} {days}", measure.lep, measure.sap.label());
            column.item(frame, &measure.position.to_string(), &text, 3);
        }
        if none {
            column.write(frame, words::NONE, Role::Text, 0);
        }
    }
}

fn logged(row: &Row) -> Option<&Activity> {
    match row {
        Row::Logged(activity, _) => Some(activity),
        Row::Proposed(_) => None,
    }
}

fn heading(frame: &mut Frame, area: Rect, left: &str, right: &str, cx: &Cx) {
    let buf = frame.buffer_mut();
    cx.look.rule(buf, area, area.y);
    let room = Rect { width: area.width.saturating_sub(width(right) + 5), ..area };
    cx.look.put(buf, room, area.x + 2, area.y, &format!(" {left} "), Role::Title);
    if !right.is_empty() {
        let x = area.right().saturating_sub(width(right) + 4);
        cx.look.put(buf, area, x, area.y, &format!(" {right} "), Role::Label);
    }
}

fn entry_details(column: &mut Column<'_>, frame: &mut Frame, entry: &LepEntry) {
    column.title(frame, &format!("{} {}", words::SIDE_LEP, entry.code));
    column.write(frame, &entry.title, Role::Text, 0);
    column.gap();
    if !entry.outputs.is_empty() {
        column.title(frame, words::SIDE_OUTPUT);
        column.write(frame, &entry.outputs.join("; "), Role::Text, 0);
        column.gap();
    }
    column.title(frame, words::SIDE_SAP);
    for item in lep::sap_items(entry.code.as_str()) {
        column.write(frame, &item.label, Role::Text, 0);
    }
    column.gap();
}

fn row_details(column: &mut Column<'_>, frame: &mut Frame, activity: &Activity) {
    column.title(frame, &format!("{} LEP {}", words::SIDE_ROW, activity.lep));
    column.write(frame, lep::title(&activity.lep), Role::Text, 0);
    column.write(frame, &common::day(Some(activity.date)), Role::Text, 0);
    column.gap();
    for (label, text) in [
        (words::OUTCOME, &activity.outcome),
        (words::OUTPUT, &activity.output),
        (words::PROVIDER, &activity.provider),
        (words::CO, &activity.co_reference),
        (words::NOTE, &activity.note),
    ] {
        column.pair(frame, label, text);
    }
    column.gap();
}
