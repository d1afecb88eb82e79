//! PS02: to what blocks, to the section that is mended; what the paper did.

use super::Preview;
use crate::domain::psp::{PspState, rules};
use crate::ui::effect::{Effect, Effects, JobDone, Notice, Reply, Slot};
use crate::ui::route::Route;
use crate::ui::screen::{Cx, Flow};
use crate::ui::strings::psp as words;

impl Preview {
    /// Why it cannot be issued.
    pub(super) fn blocked(&self) -> Option<Effect> {
        let first = self.blocks().next()?;
        let count = self.blocks().count();
        Some(Notice { text: words::blocked(count, &first.text), ..Notice::finding(first) }.into())
    }

    /// To the next section that something blocks.
    pub(super) fn next_block(&mut self) -> Flow {
        let here = self.paper.reading().section();
        let mut sections: Vec<u8> = self.blocks().filter_map(rules::section_of).collect();
        sections.dedup();
        let Some(to) = sections.iter().find(|s| **s > here).or(sections.first()).copied() else {
            return Flow::ask(Notice::ok(words::NOT_BLOCKED));
        };
        self.paper.reading_mut().go(to);
        let finding = self.blocks().find(|finding| rules::section_of(finding) == Some(to)).cloned();
        finding.map_or_else(Flow::used, |finding| Flow::ask(Notice::finding(&finding)))
    }

    /// To PS01, at the section under the eye.
    pub(super) fn edit(&self) -> Flow {
        let route = Route::PspSection(self.registrant, self.paper.reading().section());
        match self.from {
            // PS01 is right below: it comes back at the new section.
            Some(_) => Flow::Used(vec![Effect::Back, Effect::Replace(route)]),
            None => Flow::ask(Effect::Open(route)),
        }
    }

    /// Something came on the way to paper. A pact that waits for signatures
    /// says so once it is printed.
    pub(super) fn paper_did(&mut self, slot: Slot, reply: Reply, cx: &Cx) -> Effects {
        let printed = matches!(reply, Reply::Job(Ok(JobDone::Printed(_)))) && !self.paper.in_brief();
        let waits = self.state().is_some_and(PspState::awaits_signature);
        let effects = self.paper.reply(slot, reply, cx);
        let told = |effect| match effect {
            Effect::Say(said) if printed && waits => words::then_sign(said).into(),
            other => other,
        };
        effects.into_iter().map(told).collect()
    }
}
