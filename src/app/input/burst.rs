//! Many inputs at once: characters put together, and a paste without brackets
//! told from typing.

use crate::ui::keys::{Chord, Input, Key};

/// Inputs that came at once, fewer than these, are fast fingers.
const PASTE: usize = 8;

/// Puts neighbouring characters together. `may_be_paste`: nothing says that
/// this terminal brackets a paste, so a burst of nothing but characters,
/// Enter and Tab, with a line end *inside*, is one, and presses nothing. A
/// line end at its end is an Enter: so do scanners of bar codes.
pub fn gather(inputs: Vec<Input>, may_be_paste: bool) -> Vec<Input> {
    if may_be_paste && is_paste(&inputs) {
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
    let enter = Input::Chord(Chord::plain(Key::Enter));
    let is_text = |input: &Input| matches!(input, Input::Text(_));
    let Some(line_end) = inputs.iter().position(|input| *input == enter) else { return false };
    inputs.len() >= PASTE
        && inputs[..line_end].iter().any(is_text)
        && inputs[line_end..].iter().any(is_text)
        && inputs.iter().all(|input| as_text(input).is_some())
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
    fn type_ahead_stays_keys_where_a_paste_has_brackets() {
        let enter = Input::Chord(Chord::plain(Key::Enter));
        let text = |t: &str| Input::Text(t.to_owned());
        assert_eq!(gather(keys("rossi\nabcdef"), false), [text("rossi"), enter, text("abcdef")]);
    }

    #[test]
    fn a_paste_that_comes_as_keys_presses_nothing() {
        for text in ["via d'Esempio 1\n16100 GENOVA\n", "ROSSI\tMARIA\nBIANCHI\tANNA", "a\n\n\n\n\n\n\nb"] {
            assert_eq!(gather(keys(text), true), [Input::Paste(text.to_owned())]);
        }
    }

    #[test]
    fn what_a_scanner_or_a_fast_hand_sends_stays_keys() {
        for (text, parts) in [
            ("RSSMRA85T50Z999W\n", 2),
            ("RSSMRA85T50Z999W\t", 2),
            ("ROSSI\tMARIA\t10121985", 5),
            ("ROSSI\n\n", 3),
            ("\n\n\n\n\n\nrossi", 7),
            ("a\nb", 3),
        ] {
            assert_eq!(gather(keys(text), true).len(), parts, "{text:?}");
        }
        let mut mixed = keys("abc\ndefgh");
        mixed.push(Input::Chord(Chord::plain(Key::F(2))));
        assert_eq!(gather(mixed, true).len(), 4, "a function key is no paste");
    }
}
