//! PE02 told line by line.

use super::{Card, facts, tabs, words};
use crate::ui::linear::Linear;
use crate::ui::screen::Cx;
use crate::ui::screens::facts::Fact;
use crate::ui::theme::Role;

impl Card {
    pub(super) fn tell(&self, out: &mut Linear, cx: &Cx) {
        let Some(card) = &self.card else {
            let (text, role) = match &self.failed {
                Some(why) => (why.as_str(), Role::Error),
                None => (words::READING, Role::Disabled),
            };
            out.sheets(self.tab, &words::TABS);
            return out.say(text, role);
        };
        if self.tab > 0 {
            let lines = tabs::lines(card, self.tab, cx, usize::MAX);
            let top = self.top.get().min(lines.len().saturating_sub(1));
            self.top.set(top);
            facts::linear(out, &lines[..top]);
            out.read_from_here(|out| out.sheets(self.tab, &words::TABS));
            return facts::linear(out, &lines[top..]);
        }
        out.sheets(self.tab, &words::TABS);
        let (list, at) = self.to_do(cx);
        if !list.is_empty() {
            out.head(words::TO_DO);
        }
        out.list(list.len(), at, true, |place| {
            let to_do = &list[place];
            format!("{} {}  {}", to_do.letter, to_do.label, to_do.state)
        });
        out.head(words::STATE);
        facts::linear(out, &tabs::state(card, cx));
        facts::linear(out, &self.right(card, cx, false));
        out.head(words::LATEST);
        facts::linear(out, &facts::events(&card.events, None));
        if !card.registrant.office_note.is_empty() {
            facts::linear(
                out,
                &[Fact::head(words::NOTE), Fact::line(card.registrant.office_note.clone(), Role::Text)],
            );
        }
    }
}
