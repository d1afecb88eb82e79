//! DC01 told line by line.

use super::form::About;
use super::kinds::Candidate;
use super::{Documents, View};
use crate::ui::linear::Linear;
use crate::ui::screens::facts;
use crate::ui::strings::{documents as words, shell};
use crate::ui::theme::Role;

impl Documents {
    pub(super) fn tell(&self, out: &mut Linear) {
        if self.paper.chooses() {
            return self.paper.tell_form(out);
        }
        let form = self.panel.get();
        match (form.map(|panel| &panel.about), self.view) {
            (Some(About::Issue(of)), _) if self.draft.is_empty() => {
                out.say(&words::issue_title(of.kind, &of.about), Role::Title);
                match &self.no_page {
                    Some(fault) => out.say(&format!("[X] {fault}"), Role::Error),
                    None => out.say(shell::LOADING, Role::Disabled),
                }
            }
            (Some(About::Issue(of)), _) => {
                let line = words::drafted(self.draft.page(), self.draft.count(), of.kind);
                self.draft.linear(out, |out| out.say(&line, Role::Label));
            }
            (None, View::Reading) => {
                let line = self.reading_line();
                self.paper.tell(out, &line, |_| {});
            }
            (None, View::Kinds) => {
                out.head(words::TO_ISSUE);
                self.kinds.linear(out, true, Candidate::cells);
                facts::linear(out, &self.told_of_kind());
            }
            (other, _) => {
                out.head(&self.heading());
                out.say(&self.count(), Role::Label);
                self.table.linear(out, other.is_none(), |row| self.cells(row));
                facts::linear(out, &self.told());
            }
        }
        if let Some(panel) = form {
            out.head(&panel.about.title());
            panel.form.linear(out, true);
        }
    }
}
