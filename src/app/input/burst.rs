//! Many inputs at once: characters put together, and on Windows a paste told
//! from typing.

use crate::ui::keys::{Chord, Input, Key};

/// Inputs that came at once this many or more are a paste, where a paste
/// comes as keys.
const PASTE: usize = 5;

/// Puts neighbouring characters together. `pastes_as_keys` is for consoles
/// without bracketed paste: there a burst that holds an Enter or a Tab among
/// characters is a paste, and presses nothing.
pub fn gather(inputs: Vec<Input>, pastes_as_keys: bool) -> Vec<Input> {
    if pastes_as_keys && is_paste(&inputs) {
        return vec![Input::Paste(inputs.iter().filter_map(as_text).collect())];
    }
    let mut gathered: Vec<Input> = Vec::new();
    for input in inputs {
        match (gathered.last_mut(), input) {
            (Some(Input::Text(before)), Input::Text(more)) => before.push_str(&more),
            (Some(Input::Resize), Input::Resize) => {}
            (_, input) => gathered.push(input),
        }
    }
    gathered
}

fn is_paste(inputs: &[Input]) -> bool {
    inputs.len() >= PASTE
        && inputs.iter().all(|input| as_text(input).is_some())
        && inputs.iter().any(|input| matches!(input, Input::Text(_)))
}

fn as_text(input: &Input) -> Option<String> {
    match input {
        Input::Text(text) => Some(text.clone()),
        Input::Chord(chord) if *chord == Chord::plain(Key::Enter) => Some("\n".to_owned()),
        Input::Chord(chord) if *chord == Chord::plain(Key::Tab) => Some("\t".to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<Input> {
        text.chars()
            .map(|c| match c {
                '\n' => Input::Chord(Chord::plain(Key::Enter)),
                '\t' => Input::Chord(Chord::plain(Key::Tab)),
                c => Input::Text(c.to_string()),
            })
            .collect()
    }

    #[test]
    fn type_ahead_stays_keys() {
        let enter = Input::Chord(Chord::plain(Key::Enter));
        let text = |t: &str| Input::Text(t.to_owned());
        assert_eq!(gather(keys("rossi\nabc"), false), [text("rossi"), enter, text("abc")]);
    }

    #[test]
    fn a_paste_that_comes_as_keys_presses_nothing() {
        let pasted = gather(keys("via d'Esempio 1\n16100 GENOVA\n"), true);
        assert_eq!(pasted, [Input::Paste("via d'Esempio 1\n16100 GENOVA\n".to_owned())]);
        assert_eq!(gather(keys("a\n"), true).len(), 2, "two keys at once are fast fingers");
        let mut mixed = keys("abcdef");
        mixed.push(Input::Chord(Chord::plain(Key::F(2))));
        assert_eq!(gather(mixed, true).len(), 2, "a function key is no paste");
    }
}
