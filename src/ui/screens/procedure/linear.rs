//! The base told line by line.

use super::{Matter, Pane, Procedure};
use crate::ui::linear::Linear;
use crate::ui::screen::Cx;
use crate::ui::screens::facts;
use crate::ui::strings::procedure as words;

impl<M: Matter> Procedure<M> {
    pub(super) fn tell(&self, out: &mut Linear, cx: &Cx) {
        if let (Some(panel), Some(card)) = (self.place.get(), &self.card) {
            out.head(&self.panel_title());
            facts::linear(out, &M::known(panel.what, card, cx.today()));
            panel.form.linear(out, true);
            panel.form.linear_status(out, cx.draft_saved);
            return;
        }
        self.rows.linear(out, self.pane == Pane::Records, |row| row.cells.clone());
        if self.card.is_none() {
            return;
        }
        if let Some(row) = self.rows.selected() {
            out.head(&row.title);
            facts::linear(out, &self.about(cx));
        }
        out.head(words::DEEDS);
        out.list(self.deeds.len(), self.at, self.pane == Pane::Deeds, |place| {
            let deed = &self.deeds[place];
            format!("{} {}. {}", deed.key_name(), deed.label, deed.said())
        });
    }
}
