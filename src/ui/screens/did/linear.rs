//! DI01 told line by line.

use super::{DidScreen, View, event, view};
use crate::ui::linear::Linear;
use crate::ui::screen::Cx;
use crate::ui::screens::facts;

impl DidScreen {
    pub(super) fn tell(&self, out: &mut Linear, cx: &Cx) {
        match (&self.view, &self.card) {
            (View::Reading, _) => {
                self.form.linear(out, true);
                self.arrival.linear(out);
            }
            (View::Declare, _) => {
                self.form.linear(out, true);
                self.form.linear_status(out, cx.draft_saved);
            }
            (View::Shown, Some(card)) => {
                if let Some(did) = card.last_did() {
                    facts::linear(out, &view::lines(card, did, false, cx));
                }
            }
            (View::Event(what, form), _) => {
                out.head(&event::title(*what));
                form.linear(out, true);
                facts::linear(out, &view::consequences(form));
            }
            (View::Shown, None) => {}
        }
    }
}
