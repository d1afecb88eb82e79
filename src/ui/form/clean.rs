//! What of the characters that arrive a field can hold.

use super::spec::Kind;

/// A text as a field can hold it, and how many characters were left out that
/// the operator should know of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clean {
    /// What is left.
    pub text: String,
    /// Control and direction characters taken out.
    pub controls: usize,
    /// Signs taken out of a code that has only letters and digits.
    pub signs: usize,
}

/// For a field of one line: in capitals where they are forced; codes without
/// the blanks, points and lines people group them with. Numbers and days are
/// kept as they came: whether they read is said when the field is left.
pub fn for_line(kind: Kind, chars: &str) -> Clean {
    let mut clean = without_controls(chars, |_| ' ');
    if matches!(kind, Kind::Text { fixed: true, .. }) {
        let grouping = |c: char| c.is_whitespace() || ".-/_'".contains(c);
        clean.signs = clean.text.chars().filter(|c| !c.is_alphanumeric() && !grouping(*c)).count();
        clean.text.retain(char::is_alphanumeric);
    }
    if matches!(kind, Kind::Text { upper: true, .. }) {
        clean.text = clean.text.chars().flat_map(char::to_uppercase).collect();
    }
    clean
}

/// For a field of several lines: one kind of line end, no tabs, no controls.
pub fn for_area(chars: &str) -> Clean {
    without_controls(chars, |c| if c == '\t' { ' ' } else { '\n' })
}

/// Line ends and tabs become blanks, controls go.
pub fn one_line(text: &str) -> String {
    without_controls(text, |_| ' ').text
}

fn without_controls(chars: &str, blank: impl Fn(char) -> char) -> Clean {
    let mut clean = Clean::default();
    for c in chars.replace("\r\n", "\n").chars() {
        match c {
            '\n' | '\r' | '\t' | '\u{85}' | '\u{2028}' | '\u{2029}' => clean.text.push(blank(c)),
            // Blanks of fixed width come from word processors.
            '\u{a0}' | '\u{2007}' | '\u{202f}' => clean.text.push(' '),
            c if unwanted(c) => clean.controls += 1,
            c => clean.text.push(c),
        }
    }
    clean
}

/// Characters no field keeps: controls, byte-order marks, blanks of no width
/// and those that turn the direction of what follows, which would change how
/// a whole line of the screen or of the paper reads.
fn unwanted(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{feff}' | '\u{200b}' | '\u{2060}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(c, '\u{fff9}'..='\u{fffb}' | '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::super::{area, code, number, text};
    use super::*;

    #[test]
    fn what_a_field_cannot_hold_is_counted() {
        let line = |chars: &str| for_line(text("t", "T").kind, chars);
        assert_eq!(line("a\r\nb\tc\u{85}d").text, "a b c d");
        assert_eq!(line("a\0b\u{7}\u{202e}c"), Clean { text: "abc".into(), controls: 3, signs: 0 });
        assert_eq!(line("e\u{300} 👩‍👧 שלום\u{a0}x").text, "e\u{300} 👩‍👧 שלום x");
        let code = for_line(code("c", "C", 16).kind, " rss-mra 85t50 €");
        assert_eq!(code, Clean { text: "RSSMRA85T50".into(), controls: 0, signs: 1 });
        assert_eq!(for_line(number("n", "N", 3).kind, "-1e9").text, "-1e9", "a sign is not lost");
        assert!(matches!(area("a", "A", 2).kind, Kind::Area { .. }));
        assert_eq!(for_area("a\r\nb\tc\rd\u{1b}").text, "a\nb c\nd");
    }
}
