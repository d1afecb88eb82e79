//! Answers by digits: one of the list and on to the next field, or some of
//! it.

use super::spec::Kind;
use super::{Form, FormOutcome, Item, pick, words};
use crate::ui::effect::Notice;
use crate::ui::keys::Text;

impl Form {
    /// Takes what is typed as digits; `None` when it is for letters.
    pub(super) fn answer_by(&mut self, place: usize, text: &Text) -> Option<FormOutcome> {
        let items = self.items(place);
        let several = matches!(self.fields[place].spec.kind, Kind::Several { .. });
        let name = self.fields[place].spec.name;
        if text.pasted && several {
            return Some(self.paste_one(place, &items, &text.chars));
        }
        let mut rest = text.chars.chars();
        let first = rest.next()?;
        let chosen = first.to_digit(10).and_then(|digit| items.get(digit.checked_sub(1)? as usize));
        match (chosen.cloned(), several) {
            (None, false) if !first.is_ascii_digit() || text.pasted => None,
            (None, _) => {
                self.tell(place, Notice::info(words::digits(items.len())));
                Some(FormOutcome::Used)
            }
            (Some(item), true) => {
                self.fields[place].turn(&item.value, &items);
                let more = rest.as_str();
                Some(if more.is_empty() { FormOutcome::Changed(name) } else { self.text(&Text::typed(more)) })
            }
            (Some(item), false) => {
                self.fields[place].take(item);
                let last = self.order().last() == Some(&place);
                if last || !self.step(1) {
                    return Some(FormOutcome::Changed(name));
                }
                let more = rest.as_str();
                Some(if more.is_empty() { FormOutcome::Left(name) } else { self.text(&Text::typed(more)) })
            }
        }
    }

    fn paste_one(&mut self, place: usize, items: &[Item], chars: &str) -> FormOutcome {
        let spec = &self.fields[place].spec;
        let (name, label) = (spec.name, spec.label);
        match pick::unique(items, chars) {
            Ok(item) => {
                let value = item.value.clone();
                self.fields[place].turn(&value, items);
                FormOutcome::Changed(name)
            }
            Err(why) => {
                self.tell(place, Notice::warn(words::unreadable(label, words::unread(why))));
                FormOutcome::Used
            }
        }
    }

    /// The answers chosen, in words.
    pub(super) fn chosen_labels(&self, place: usize) -> String {
        let items = self.items(place);
        let text = self.fields[place].line.text();
        let label = |value: &str| {
            let item = items.iter().find(|item| item.value == value);
            item.map_or_else(|| value.to_owned(), |item| item.label.clone())
        };
        text.split_whitespace().map(label).collect::<Vec<_>>().join(", ")
    }

    /// The answers of the field with the focus, numbered as they are typed,
    /// with whether each is chosen; none where digits do not answer.
    #[must_use]
    pub fn numbered(&self) -> Vec<(String, bool)> {
        let Some(place) = self.focused().filter(|place| self.fields[*place].spec.digits) else {
            return Vec::new();
        };
        let raw = self.fields[place].raw();
        let chosen = |item: &Item| raw.split_whitespace().any(|value| value == item.value);
        let items = self.items(place);
        items
            .iter()
            .enumerate()
            .map(|(at, item)| (format!("{} {}", at + 1, item.label), chosen(item)))
            .collect()
    }
}
