//! Drawing DI02.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::Jobs;
use super::rows::{self, Row};
use crate::desk::query::PersonCard;
use crate::ui::chrome::WIDE;
use crate::ui::form::Status;
use crate::ui::screen::Cx;
use crate::ui::screens::common;
use crate::ui::screens::facts::{self, Fact};
use crate::ui::side::draw_form_side;
use crate::ui::strings::jobs as words;
use crate::ui::theme::Role;

/// Cells of the label column.
const LABELS: u16 = 12;
/// Rows kept for what the row under the pointer says.
const FOOT: u16 = 5;

/// How the DID, its seniority and its conservation stand.
pub(super) fn head(card: &PersonCard, cx: &Cx) -> Vec<Fact> {
    let Some(did) = card.last_did() else { return vec![Fact::new(words::DID, words::NO_DID)] };
    let mut head = facts::did(card, did, cx);
    head.truncate(1);
    if let Some(seniority) = card.seniority(cx.today()) {
        head.push(Fact::new(words::SENIORITY, format!("{}, R-SEN-1", seniority.sum())));
    }
    head.extend(card.conservation(cx.today()).map(|said| Fact::new(words::STANDING, said)));
    head
}

/// What the row under the pointer says in full.
pub(super) fn details(row: &Row, card: &PersonCard) -> Vec<Fact> {
    match row {
        Row::Open(open) => {
            vec![Fact::line(format!("[!] {}  {}", open.finding.text, open.finding.rule), Role::Text)]
        }
        Row::Job(job, weighed, _) => {
            let expected = job.expected_end.map(|day| common::day(Some(day)));
            let contract = words::contract(job.kind.label(), job.hours, expected);
            let mut lines = vec![Fact::new(words::CONTRACT, contract)];
            let sums = weighed.iter().flat_map(|job| rows::sums(job));
            lines.extend(sums.map(|sum| Fact::new(words::SUM, sum)));
            let history: Vec<_> = card.events.iter().filter(|e| e.subject == job.id.0).cloned().collect();
            lines.push(Fact::head(words::HISTORY));
            lines.extend(facts::events(&history, None));
            let accepted = card.accepted(job.id.0).into_iter().rev();
            let said = accepted.map(|w| format!("[!] {}", crate::ui::strings::form::accepted(&w)));
            lines.extend(said.map(|said| Fact::line(said, Role::Text)));
            lines
        }
    }
}

impl Jobs {
    pub(super) fn draw_body(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        if let (Some(panel), Some(card)) = (self.panel.get(), &self.card) {
            let title = panel.what.title(card);
            cx.look.put(frame.buffer_mut(), area, area.x, area.y, &title, Role::Title);
            let last = area.height.saturating_sub(1);
            let below = Rect { y: area.y + 2, height: last.saturating_sub(2), ..area };
            let bottom = Rect { y: area.y + last, height: area.height - last, ..area };
            panel.form.draw(frame, below, cx.look);
            panel.form.draw_status(frame, bottom, Status { draft_saved: cx.draft_saved }, cx.look);
            return;
        }
        let Some(card) = &self.card else {
            self.rows.draw(frame, area, true, cx.look, rows::cells);
            return;
        };
        let y =
            facts::draw(frame, Rect { height: area.height.min(6), ..area }, LABELS, &head(card, cx), cx.look);
        let wide = frame.area().width >= WIDE;
        let foot = if wide { 0 } else { FOOT };
        let top = (y + 1).min(area.bottom());
        let title = words::waiting(rows::waiting(self.rows.rows()));
        let height = area.bottom().saturating_sub(top + 1 + foot);
        cx.look.rule(frame.buffer_mut(), area, top);
        cx.look.put(frame.buffer_mut(), area, area.x + 2, top, &format!(" {title} "), Role::Title);
        self.rows.draw(frame, Rect { y: top + 1, height, ..area }, true, cx.look, rows::cells);
        if !wide && let Some(row) = self.rows.selected() {
            let room = Rect { y: area.bottom().saturating_sub(foot), height: foot, ..area };
            cx.look.rule(frame.buffer_mut(), room, room.y);
            let said = Rect { y: room.y + 1, height: foot - 1, ..room };
            facts::draw(frame, said, LABELS, &details(row, card), cx.look);
        }
    }

    pub(super) fn draw_side(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        match (self.panel.get(), &self.card, self.rows.selected()) {
            (Some(panel), ..) => draw_form_side(&panel.form, frame, area, cx.look),
            (None, Some(card), Some(row)) => {
                let mut lines = vec![Fact::head(words::ROW)];
                lines.extend(details(row, card));
                facts::draw(frame, area, LABELS, &lines, cx.look);
            }
            _ => {}
        }
    }
}
