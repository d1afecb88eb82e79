//! PS02 told line by line: the text of the paper without its frame.

use super::Preview;
use crate::ui::linear::Linear;
use crate::ui::strings::{psp as words, shell};
use crate::ui::theme::Role;

impl Preview {
    pub(super) fn tell(&self, out: &mut Linear) {
        if !self.failed.is_empty() {
            return out.say(&format!("[X] {}", self.failed), Role::Error);
        }
        let (Some(pact), Some(_)) = (&self.pact, &self.paper) else {
            let text = if self.waiting { shell::LOADING } else { words::NOTHING_TO_READ };
            return out.say(text, Role::Disabled);
        };
        let (at, of) = (self.reading.page(), self.reading.count());
        let line = words::pages(at, of, &pact.version, &self.number(), self.size.points());
        if self.editable() {
            self.findings.iter().for_each(|finding| out.finding(finding));
        }
        self.printing.linear(out);
        self.tell_signing(out);
        self.reading.linear(out, |out| {
            out.say(&line, Role::Label);
            out.say(words::HINT, Role::Disabled);
        });
    }
}
