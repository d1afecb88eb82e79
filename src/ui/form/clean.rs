//! What of the characters that arrive a field can hold.

use super::spec::Kind;

/// For a field of one line: only what its kind can hold, in capitals where
/// they are forced.
pub fn for_line(kind: Kind, chars: &str) -> String {
    let allowed = |c: char| match kind {
        Kind::Text { fixed: true, .. } => c.is_alphanumeric(),
        Kind::Number => c.is_ascii_digit() || c == '.',
        Kind::Money => c.is_ascii_digit() || matches!(c, '.' | ',' | '€' | ' '),
        Kind::Time => c.is_ascii_digit() || matches!(c, ':' | '.' | ','),
        _ => true,
    };
    let line = one_line(chars);
    let kept = line.chars().filter(|c| allowed(*c));
    if matches!(kind, Kind::Text { upper: true, .. }) {
        kept.flat_map(char::to_uppercase).collect()
    } else {
        kept.collect()
    }
}

/// For a field of several lines: one kind of line end, no tabs, no controls.
pub fn for_area(chars: &str) -> String {
    chars
        .replace("\r\n", "\n")
        .chars()
        .filter_map(|c| match c {
            '\r' | '\u{2028}' | '\u{2029}' => Some('\n'),
            '\t' => Some(' '),
            '\n' => Some(c),
            c if unwanted(c) => None,
            c => Some(c),
        })
        .collect()
}

/// Characters that no field keeps: controls and byte-order marks.
fn unwanted(c: char) -> bool {
    c.is_control() || c == '\u{feff}'
}

/// Line ends and tabs become blanks, controls go.
pub fn one_line(text: &str) -> String {
    text.replace("\r\n", " ")
        .chars()
        .filter_map(|c| match c {
            '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
            c if unwanted(c) => None,
            c => Some(c),
        })
        .collect()
}
