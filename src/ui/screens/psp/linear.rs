//! PS01 told line by line: the section, its rows, its form, then the list of
//! the sections; the other way round while the keys are in the list.

use super::{Editor, LAST, Place, shown};
use crate::documents::psp::section_title;
use crate::domain::psp::rules;
use crate::ui::linear::Linear;
use crate::ui::screen::Cx;
use crate::ui::strings::{psp as words, shell};
use crate::ui::theme::Role;

impl Editor {
    pub(super) fn tell(&self, out: &mut Linear, cx: &Cx) {
        if !self.has_pact() {
            return self.tell_no_pact(out);
        }
        if self.place == Place::List {
            self.tell_list(out);
            self.tell_section(out, cx);
        } else {
            self.tell_section(out, cx);
            self.tell_list(out);
        }
        self.tell_in_short(out, cx);
    }

    fn tell_in_short(&self, out: &mut Linear, cx: &Cx) {
        let (Some(pact), Some(card)) = (&self.pact, &self.card) else { return };
        out.head(words::IN_SHORT);
        for section in 4..=8 {
            let text = shown::in_short(section, pact, card, &self.operators, cx);
            let name = words::SHORT[usize::from(section - 1)];
            out.pair(&format!("{section} {name}"), if text.is_empty() { "-" } else { &text });
        }
    }

    fn tell_no_pact(&self, out: &mut Linear) {
        if !self.failed.is_empty() {
            return out.say(&format!("[X] {}", self.failed), Role::Error);
        }
        let Some(card) = &self.card else { return out.say(shell::LOADING, Role::Disabled) };
        let ended = self.pact.as_ref().map(|pact| words::ended(pact.version.state));
        out.head(ended.as_deref().unwrap_or(words::NO_PACT));
        for (key, what) in words::NO_PACT_KEYS {
            out.pair(key, what);
        }
        if card.did().is_none() {
            out.say(&format!("[X] {}", words::NO_OPEN_DID), Role::Error);
        }
        if card.assessment().is_none() {
            out.say(&format!("[!] {}", words::NO_INTERVIEW), Role::Warn);
        }
    }

    fn tell_list(&self, out: &mut Linear) {
        let Some(pact) = &self.pact else { return };
        out.head(&words::version(&pact.version));
        if self.editable() {
            let blocks = self.blocks().count();
            let stopped = rules::signs(&self.findings).iter().filter(|s| **s == rules::Sign::Missing).count();
            let fine = usize::from(LAST) - stopped - 1;
            out.say(&words::summary(fine, blocks), if blocks > 0 { Role::Error } else { Role::Ok });
        }
        let at = usize::from(self.section - 1);
        out.list(usize::from(LAST), at, self.place == Place::List, |place| {
            let section = u8::try_from(place + 1).unwrap_or(LAST);
            format!("{} {}", self.sign(section).0, words::SHORT[place])
        });
    }

    fn tell_section(&self, out: &mut Linear, cx: &Cx) {
        out.head(&format!("{} {}", self.section, section_title(self.section).to_uppercase()));
        if let (Some(pact), Some(card)) = (&self.pact, &self.card) {
            for (label, value) in
                shown::pairs(self.section, pact, card, &self.operators, self.editable(), cx.tables())
            {
                let role = if value == words::MISSING { Role::Error } else { Role::Text };
                if label.is_empty() {
                    out.say(&value, role);
                } else {
                    out.pair_as(label, &value, role);
                }
            }
        }
        self.tell_rows(out);
        if let (Place::Row, Some(row)) = (self.place, &self.row) {
            out.head(&row.title());
            row.form.linear(out, true);
            return row.form.linear_status(out, cx.draft_saved);
        }
        if let Some(form) = &self.form {
            form.linear(out, self.place == Place::Form);
        }
        for note in shown::notes(self.section, self.editable(), self.asks_registry()) {
            out.say(note, Role::Label);
        }
        let of_section = |f: &&crate::domain::finding::Finding| rules::section_of(f) == Some(self.section);
        self.findings.iter().filter(of_section).for_each(|finding| out.finding(finding));
    }

    fn tell_rows(&self, out: &mut Linear) {
        let focused = self.place == Place::Body;
        match self.section {
            6 => self.measures.linear(out, focused, shown::measure_cells),
            7 => self.acts.linear(out, focused, shown::act_cells),
            8 => self.booked.linear(out, focused, |a| self.booked_cells(a)),
            _ if focused => return out.here(|out| out.say(words::LINEAR_BODY, Role::Label)),
            _ => return,
        }
        if self.section == 8 {
            out.say(words::BOOK_KEYS, Role::Disabled);
        } else if self.editable() {
            out.say(words::ROW_KEYS, Role::Disabled);
        }
    }
}
