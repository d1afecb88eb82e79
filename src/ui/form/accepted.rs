//! Warnings accepted with a reason, shown at their field with who and when.
//!
//! The mark stands after the field; the whole sentence in the right column,
//! or, where there is none, in the last row of the form while the field has
//! the focus.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::layout::Sheet;
use super::{Form, words};
use crate::domain::event::AcceptedWarning;
use crate::domain::finding::{Finding, Level};
use crate::ui::chrome::WIDE;
use crate::ui::look::{Look, cut, width};
use crate::ui::theme::Role;

impl Form {
    /// What was accepted about the record in the form, oldest first; of a
    /// rule accepted twice at one field the last stands. `by` is the name as
    /// it is shown.
    pub fn accepted(&mut self, warnings: Vec<AcceptedWarning>) {
        self.accepted.clear();
        for warning in warnings.into_iter().rev() {
            let same = |known: &AcceptedWarning| known.rule == warning.rule && known.field == warning.field;
            if !self.accepted.iter().any(same) {
                self.accepted.push(warning);
            }
        }
    }

    /// Was this very warning accepted before?
    #[must_use]
    pub fn is_accepted(&self, finding: &Finding) -> bool {
        finding.level == Level::Warn
            && self.accepted.iter().any(|w| w.rule == *finding.rule.0 && w.text == finding.text)
    }

    /// The field of an accepted warning: that of its finding, else the first
    /// that names the rule.
    fn field_of_accepted(&self, warning: &AcceptedWarning) -> Option<usize> {
        let named = warning.field.as_deref().and_then(|path| self.field_named(path));
        named.or_else(|| {
            self.fields.iter().position(|field| field.spec.rules.contains(&warning.rule.as_str()))
        })
    }

    /// What was accepted at a field, the last first; nothing of a field whose
    /// content is hidden.
    pub(super) fn accepted_at(&self, place: Option<usize>) -> impl Iterator<Item = &AcceptedWarning> {
        let veiled = place.is_some_and(|place| self.is_veiled(place));
        self.accepted.iter().filter(move |w| !veiled && self.field_of_accepted(w) == place)
    }

    /// What was accepted at the field with the focus, as it is shown.
    pub fn accepted_here(&self) -> impl Iterator<Item = String> {
        let focused = self.focused();
        self.accepted_at(focused).filter(move |_| focused.is_some()).map(words::accepted)
    }

    /// What was accepted elsewhere in the form, or about the whole of it.
    pub fn accepted_elsewhere(&self) -> impl Iterator<Item = String> {
        let focused = self.focused();
        let places = (0..self.fields.len()).map(Some).filter(move |place| *place != focused).chain([None]);
        places.flat_map(|place| self.accepted_at(place)).map(words::accepted)
    }

    /// The whole sentence in the last row of the form, if nothing stands
    /// there and no right column tells it.
    pub(super) fn draw_accepted(
        &self,
        frame: &mut Frame,
        room: Rect,
        sheet: &Sheet,
        focused: usize,
        look: &Look,
    ) {
        let Some(last) = room.height.checked_sub(1) else { return };
        let used = sheet.places.iter().map(|place| place.y + place.height);
        let used = used.chain(sheet.words.iter().map(|word| word.y + 1)).max().unwrap_or(0);
        if frame.area().width >= WIDE || used > last {
            return;
        }
        if let Some(warning) = self.accepted_at(Some(focused)).next() {
            let text = within(warning, room.width.saturating_sub(4), look);
            let y = room.y + last;
            look.put(frame.buffer_mut(), room, room.x, y, "[!]", Role::Warn);
            look.put(frame.buffer_mut(), room, room.x + 4, y, &text, Role::Text);
        }
    }
}

/// The sentence in so many cells: a long reason is cut, who and when stay.
fn within(warning: &AcceptedWarning, cells: u16, look: &Look) -> String {
    let whole = words::accepted(warning);
    let over = width(&whole).saturating_sub(cells);
    if over == 0 {
        return whole;
    }
    let ellipsis = look.glyphs.ellipsis;
    let reason = warning.reason.trim();
    let room = width(reason).saturating_sub(over).max(1);
    let reason = cut(reason, usize::from(room), ellipsis);
    words::accepted(&AcceptedWarning { reason, ..warning.clone() })
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;

    use super::*;
    use crate::domain::finding::Rule;
    use crate::ui::form::{Spec, text};

    const TWICE: Rule = Rule { id: "R-ANA-3", level: Level::Warn, reference: "", text: "Non torna." };

    fn warning(field: Option<&str>, rule: &str, reason: &str) -> AcceptedWarning {
        AcceptedWarning {
            field: field.map(str::to_owned),
            rule: rule.to_owned(),
            text: TWICE.text.to_owned(),
            reason: reason.to_owned(),
            at: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(10, 42, 0).unwrap(),
            by: "BIANCHI A.".to_owned(),
            ..AcceptedWarning::default()
        }
    }

    fn form(warnings: &[AcceptedWarning]) -> Form {
        let spec = Spec::new()
            .row([text("surname", "Cognome").width(20)])
            .row([text("name", "Nome").width(20).rules(&["R-CF-2"])]);
        let mut form = Form::new(spec, NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
        form.accepted(warnings.to_vec());
        form
    }

    fn drawn(form: &Form, width: u16) -> String {
        let mut terminal = Terminal::new(TestBackend::new(width, 5)).unwrap();
        terminal.draw(|frame| form.draw(frame, frame.area(), &Look::default())).unwrap();
        terminal.backend().to_string()
    }

    #[test]
    fn the_mark_stands_at_the_field_and_the_sentence_below_while_it_has_the_focus() {
        let mut form = form(&[
            warning(Some("surname"), "R-ANA-3", "prima"),
            warning(Some("surname"), "R-ANA-3", "doppio cognome"),
            warning(None, "R-CF-2", "di chi non aveva il campo"),
        ]);
        let whole = "[!] R-ANA-3 accettato: «doppio cognome» · BIANCHI A. 23/11/2026 10:42";
        assert!(drawn(&form, 80).contains(whole), "{}", drawn(&form, 80));
        assert!(!drawn(&form, 80).contains("prima"), "only the last of one rule");
        assert!(drawn(&form, 80).contains("[!] accettato: «di chi non aveva"), "by the rule of the field");
        assert!(!drawn(&form, 120).contains(whole), "there it stands in the right column");
        assert_eq!(form.accepted_here().collect::<Vec<_>>(), [&whole[4..]]);
        assert_eq!(form.accepted_elsewhere().count(), 1);
        form.focus_on("name");
        assert!(!drawn(&form, 80).contains(whole));
    }

    #[test]
    fn a_long_reason_is_cut_and_who_and_when_stay() {
        let form = form(&[warning(Some("surname"), "R-ANA-3", &"perché ".repeat(40))]);
        assert!(drawn(&form, 80).contains("…» · BIANCHI A. 23/11/2026 10:42"), "{}", drawn(&form, 80));
    }

    #[test]
    fn the_same_warning_is_no_news_and_another_one_is_shown() {
        let mut form = form(&[warning(Some("surname"), "R-ANA-3", "doppio cognome")]);
        assert!(form.is_accepted(&TWICE.at("surname")));
        form.find_all(vec![TWICE.at("surname")]);
        assert!(drawn(&form, 80).contains("[!] accettato: «doppio cognome»"));
        let other = Finding { text: "Altro.".to_owned(), ..TWICE.at("surname") };
        assert!(!form.is_accepted(&other));
        form.find_all(vec![other]);
        assert!(drawn(&form, 80).contains("[!] Altro."));
    }
}
