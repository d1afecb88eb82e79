//! Which keys do not reach the program on this terminal, as AC01 found out:
//! hints then show the second way.

use super::action::Action;
use super::keymap;
use super::keys::{Chord, Key};

/// How many function keys there are.
pub const FUNCTIONS: u8 = 12;
/// Signs an Italian keyboard has to bring; a small È proves as much.
pub const SIGNS: [char; 3] = ['È', '@', '€'];

/// Keys that did not come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Missing {
    functions: u16,
    signs: u8,
}

impl Missing {
    /// This function key did not come.
    pub fn add_function(&mut self, number: u8) {
        self.functions |= 1 << number.min(15);
    }

    /// This sign, by its place in [`SIGNS`], did not come.
    pub fn add_sign(&mut self, place: usize) {
        self.signs |= 1 << place.min(7);
    }

    /// Is this function key missing?
    #[must_use]
    pub fn function(self, number: u8) -> bool {
        self.functions & (1 << number.min(15)) != 0
    }

    /// The names of what is missing, `F1 F10 €`; so it is kept, too.
    #[must_use]
    pub fn names(self) -> String {
        let functions = (1..=FUNCTIONS).filter(|number| self.function(*number)).map(|n| format!("F{n}"));
        let signs = SIGNS.iter().enumerate().filter(|(place, _)| self.signs & (1 << place) != 0);
        functions.chain(signs.map(|(_, sign)| sign.to_string())).collect::<Vec<_>>().join(" ")
    }

    /// Reads the names; what is none is passed over.
    #[must_use]
    pub fn named(names: &str) -> Self {
        let mut missing = Self::default();
        for name in names.split_whitespace() {
            let number = name.strip_prefix('F').and_then(|number| number.parse().ok());
            let sign = SIGNS.iter().position(|sign| name.starts_with(*sign));
            match (number, sign) {
                (Some(number @ 1..=FUNCTIONS), _) => missing.add_function(number),
                (_, Some(place)) => missing.add_sign(place),
                _ => {}
            }
        }
        missing
    }

    /// The key to press for an action on this terminal: the first that comes.
    #[must_use]
    pub fn hint(self, action: Action) -> String {
        self.hints(action).into_iter().next().unwrap_or_else(|| keymap::hint(action))
    }

    /// The keys of an action that come.
    #[must_use]
    pub fn hints(self, action: Action) -> Vec<String> {
        if matches!(action, Action::Letter(_)) {
            return Vec::new();
        }
        let comes = |chord: &Chord| !matches!(chord.key, Key::F(number) if self.function(number));
        keymap::chords(keymap::Context::Form)
            .filter(|(chord, known)| *known == action && comes(chord))
            .map(|(chord, _)| keymap::spell(chord))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_kept_by_name_and_hints_give_the_second_way() {
        for names in ["", "F1 F10 F11", "F12 È €", "F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12 È @ €"] {
            assert_eq!(Missing::named(names).names(), names);
        }
        assert_eq!(Missing::named("F0 F13 F300 x F1 F").names(), "F1");
        let missing = Missing::named("F1 F10 F11 F12");
        for (action, key) in [
            (Action::Help, "Alt+1"),
            (Action::Actions, "Ctrl+T"),
            (Action::Back, "Esc"),
            (Action::Save, "F2"),
            (Action::Letter('A'), "A"),
            (Action::Find, "Ctrl+F"),
        ] {
            assert_eq!(missing.hint(action), key);
            assert_eq!(Missing::default().hint(action), keymap::hint(action));
        }
        assert_eq!(missing.hints(Action::View), Vec::<String>::new(), "only under F10");
    }
}
