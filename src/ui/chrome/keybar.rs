//! The two rows of keys, made from what the screen offers.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::ui::action::Action;
use crate::ui::keymap;
use crate::ui::look::{Look, width};
use crate::ui::missing::Missing;
use crate::ui::screen::Offer;
use crate::ui::theme::Role;

/// One hint: the key and its word.
pub type Hint = (String, String);

/// Function keys leave the first row in this order when it is full: each has
/// its place under F10.
const LEAVES_FIRST: [Action; 7] =
    [Action::View, Action::Refresh, Action::Next, Action::Prev, Action::Print, Action::New, Action::List];

/// The hints of the two rows: function keys above, the rest below with F12 at
/// its end. What does not fit is left out from the end; F10 has it all.
#[must_use]
pub fn key_lines(offers: &[Offer], room: u16, missing: Missing) -> [Vec<Hint>; 2] {
    let shown: Vec<&Offer> =
        offers.iter().filter(|offer| offer.enabled && !offer.quiet && !offer.barred).collect();
    let function = |offer: &&Offer| number(offer.action).is_some_and(|number| number < 12);
    let mut first: Vec<&Offer> = shown.iter().copied().filter(function).collect();
    first.sort_by_key(|offer| number(offer.action));
    let mut spilled: Vec<&Offer> = Vec::new();
    for action in LEAVES_FIRST {
        if length(&hints(&first, missing)) <= room {
            break;
        }
        if let Some(place) = first.iter().position(|offer| offer.action == action) {
            spilled.insert(0, first.remove(place));
        }
    }
    spilled.sort_by_key(|offer| number(offer.action));
    let mut second = hints(&spilled, missing);
    let others = shown.iter().filter(|offer| number(offer.action).is_none_or(|number| number > 12));
    second.extend(hints(&others.copied().collect::<Vec<_>>(), missing));
    let back = shown.iter().copied().filter(|offer| offer.action == Action::Back);
    let last = hints(&back.collect::<Vec<_>>(), missing);
    while !second.is_empty() && length(&second) + 2 + length(&last) > room {
        second.pop();
    }
    second.extend(last);
    [hints(&first, missing), second]
}

fn number(action: Action) -> Option<u8> {
    keymap::hint(action).strip_prefix('F')?.parse().ok()
}

/// The hints of some offers; neighbours with one word share it: `F7/F8 Pagina`.
fn hints(offers: &[&Offer], missing: Missing) -> Vec<Hint> {
    let mut hints: Vec<Hint> = Vec::new();
    for offer in offers {
        let key = missing.hint(offer.action);
        if key.is_empty() {
            continue;
        }
        match hints.last_mut() {
            Some((keys, label)) if *label == offer.label => {
                keys.push('/');
                keys.push_str(&key);
            }
            _ => hints.push((key, offer.label.to_string())),
        }
    }
    hints
}

fn length(hints: &[Hint]) -> u16 {
    let each = hints.iter().map(|(key, label)| width(key) + 1 + width(label) + 2).sum::<u16>();
    each.saturating_sub(2)
}

/// Draws the two rows.
pub fn draw_keys(frame: &mut Frame, area: Rect, offers: &[Offer], look: &Look) {
    let buf = frame.buffer_mut();
    for (y, line) in (area.y..area.bottom()).zip(key_lines(offers, area.width, look.missing)) {
        let gap = if length(&line) + u16::try_from(line.len()).unwrap_or(0) <= area.width { 3 } else { 2 };
        let mut x = area.x;
        for (key, label) in line {
            x = look.put(buf, area, x, y, &key, Role::Key) + 1;
            x = look.put(buf, area, x, y, &label, Role::Label) + gap;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offers() -> Vec<Offer> {
        use Action as A;
        let mut offers: Vec<Offer> =
            [A::Help, A::Save, A::Exit, A::List, A::Refresh, A::New, A::Print, A::Actions, A::View, A::Back]
                .map(Offer::usual)
                .into();
        offers.push(Offer::new(A::Prev, "Pagina"));
        offers.push(Offer::new(A::Next, "Pagina"));
        offers.push(Offer::new(A::Forward, "Campo succ"));
        offers.push(Offer::new(A::Letter('A'), "Assessment"));
        offers.push(Offer::new(A::Save, "mai").when(false));
        offers.push(Offer::hidden("x", "nascosta"));
        offers
    }

    #[test]
    fn the_bar_fits_and_ends_with_the_way_back() {
        for room in [78, 118] {
            let lines = key_lines(&offers(), room, Missing::default());
            assert!(lines.iter().all(|line| length(line) <= room), "{lines:?}");
            assert_eq!(lines[1].last().unwrap().0, "F12");
            assert!(lines[0].iter().any(|(key, _)| key == "F10"));
            assert!(lines.iter().flatten().all(|(_, label)| label != "mai" && label != "nascosta"));
        }
        let wide = key_lines(&offers(), 118, Missing::default());
        assert!(wide[0].iter().any(|(key, label)| key == "F7/F8" && label == "Pagina"), "{wide:?}");
    }
}
