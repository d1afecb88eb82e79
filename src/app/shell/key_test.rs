//! AC01 gets the keys as they come, and opens by itself the first time.

use super::Shell;
use crate::ui::keys::Input;
use crate::ui::missing::Missing;
use crate::ui::route::Route;
use crate::ui::screen::Flow;

impl Shell {
    /// Which keys do not arrive here, as it was found out; `None` when nobody
    /// has tried yet.
    pub fn keys_known(&mut self, missing: Option<Missing>) {
        self.look.missing = missing.unwrap_or_default();
        self.keys_untried = missing.is_none();
    }

    /// Opens the page once somebody is in, if nobody has tried the keys.
    pub(super) fn offer_key_test(&mut self) {
        if self.keys_untried && self.session.is_some() && !self.covered() {
            self.keys_untried = false;
            self.open(&Route::Keys);
        }
    }

    /// Had the screen a use for the input as it came?
    pub(super) fn tried(&mut self, input: &Input) -> bool {
        if self.cover.is_some() {
            return false;
        }
        match self.on_top(|screen, _| screen.raw(input)) {
            Some(Flow::Used(effects)) => {
                self.carry_out_top(effects);
                true
            }
            Some(Flow::Pass) | None => false,
        }
    }
}
