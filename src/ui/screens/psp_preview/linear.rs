//! PS02 told line by line: the text of the paper without its frame.

use super::Preview;
use crate::ui::linear::Linear;
use crate::ui::strings::{on_paper as paper, psp as words, shell};
use crate::ui::theme::Role;

impl Preview {
    pub(super) fn tell(&self, out: &mut Linear) {
        if !self.failed.is_empty() {
            return out.say(&format!("[X] {}", self.failed), Role::Error);
        }
        let (Some(pact), true) = (&self.pact, self.paper.is_read()) else {
            let text = if self.waiting { shell::LOADING } else { words::NOTHING_TO_READ };
            return out.say(text, Role::Disabled);
        };
        if self.editable() {
            self.findings.iter().for_each(|finding| out.finding(finding));
        }
        self.paper.tell_form(out);
        self.tell_signing(out);
        let hint = if self.paper.in_brief() { paper::HINT } else { words::HINT };
        self.paper.tell(out, &self.line(pact), |out| out.say(hint, Role::Disabled));
    }
}
