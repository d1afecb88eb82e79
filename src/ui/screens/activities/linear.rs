//! LE01 told line by line: what is written, then the log.

use super::rows::{self, Row};
use super::{Activities, Pane};
use crate::ui::linear::Linear;
use crate::ui::screens::lep;
use crate::ui::strings::activities as words;
use crate::ui::theme::Role;

impl Activities {
    pub(super) fn tell(&self, out: &mut Linear) {
        match self.panel.get() {
            Some(panel) => {
                let activity = &panel.activity;
                let title = lep::title(&activity.lep);
                out.head(&words::event_title(&activity.lep, title, activity.state.label()));
                panel.form.linear(out, true);
            }
            None => self.form.linear(out, self.pane == Pane::Form),
        }
        let minutes = self.rows.rows().iter().filter_map(|row| match row {
            Row::Logged(activity, _) => Some(activity.minutes),
            Row::Proposed(_) => None,
        });
        out.head(&format!("{}  {}", words::TITLE, words::totals(minutes.clone().count(), minutes.sum())));
        let focused = self.pane == Pane::List && !self.panel.is_open();
        self.rows.linear(out, focused, rows::cells);
        out.say(words::LEGEND, Role::Label);
    }
}
