//! DI02 told line by line.

use super::rows;
use super::{Jobs, draw};
use crate::ui::linear::Linear;
use crate::ui::screen::Cx;
use crate::ui::screens::facts;
use crate::ui::strings::jobs as words;

impl Jobs {
    pub(super) fn tell(&self, out: &mut Linear, cx: &Cx) {
        if let (Some(panel), Some(card)) = (self.panel.get(), &self.card) {
            out.head(&panel.what.title(card));
            panel.form.linear(out, true);
            panel.form.linear_status(out, cx.draft_saved);
            return;
        }
        if let Some(card) = &self.card {
            facts::linear(out, &draw::head(card, cx));
            out.head(&words::waiting(rows::waiting(self.rows.rows())));
        }
        self.rows.linear(out, true, rows::cells);
        if let (Some(card), Some(row)) = (&self.card, self.rows.selected()) {
            out.head(words::ROW);
            facts::linear(out, &draw::details(row, card));
        }
    }
}
