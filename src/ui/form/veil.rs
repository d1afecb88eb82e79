//! Special data in a form: what is stored stays hidden, and cannot be typed
//! over, until the operator has said why it is shown (R-PRV-1). A field with
//! nothing stored hides nothing: it is filled as any other.

use super::Form;
use crate::domain::finding::Finding;
use crate::ui::screen::Special;
use crate::ui::strings::people::VEILED_FINDING;

impl Form {
    /// Has it special data, and are they on the screen?
    #[must_use]
    pub fn special(&self) -> Special {
        let seen = self.seen();
        let some = (0..self.fields.len()).any(|place| seen[place] && self.holds_special(place));
        match (some, self.special_shown) {
            (false, _) => Special::None,
            (true, false) => Special::Hidden,
            (true, true) => Special::Shown,
        }
    }

    /// Shows or hides them.
    pub fn show_special(&mut self, shown: bool) {
        self.special_shown = shown;
        if !shown {
            self.popup = None;
        }
        self.rest_focus();
    }

    /// What the rules say about the form as it is now. A sentence may hold the
    /// value it speaks of: of a hidden field only the rule is told.
    pub fn find_all(&mut self, mut findings: Vec<Finding>) {
        for finding in &mut findings {
            if self.field_of(finding).is_some_and(|place| self.is_veiled(place)) {
                VEILED_FINDING.clone_into(&mut finding.text);
            }
        }
        self.findings = findings;
    }

    fn holds_special(&self, place: usize) -> bool {
        let spec = &self.fields[place].spec;
        spec.special && self.baseline.get(spec.name).is_some_and(|stored| !stored.trim().is_empty())
    }

    /// Is this field hidden now?
    pub(super) fn is_veiled(&self, place: usize) -> bool {
        !self.special_shown && self.holds_special(place)
    }
}
