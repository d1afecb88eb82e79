//! Where a line may end (Unicode Standard Annex 14, as much as our languages
//! ask): after a space; among Chinese characters, but never with a closing
//! sign at the head of a line or an opening one at its end.

/// May a line end between two characters?
#[must_use]
pub fn may_end(before: char, after: char) -> bool {
    if before == ' ' {
        return after != ' ';
    }
    if after == ' ' || is_glue(before) || is_glue(after) {
        return false;
    }
    if !is_ideographic(before) && !is_ideographic(after) {
        return false;
    }
    // A figure stays with what it counts: 12月, 7点.
    !closes(after) && !opens(before) && !before.is_ascii_digit()
}

/// No line ends beside it.
fn is_glue(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{202f}' | '\u{2060}')
}

/// Chinese characters and their full-width signs, set without spaces.
#[must_use]
pub fn is_ideographic(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// Never at the head of a line.
fn closes(c: char) -> bool {
    "，。、．：；？！）〕】》〉」』〗…—～％,.:;?!)]}%»”’".contains(c)
}

/// Never at the end of a line.
fn opens(c: char) -> bool {
    "（〔【《〈「『〖([{«“‘".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_where_readers_expect() {
        for (before, after, may) in [
            (' ', 'a', true),
            ('a', ' ', false),
            ('a', 'b', false),
            ('中', '文', true),
            ('文', '。', false),
            ('文', '，', false),
            ('（', '文', false),
            ('文', '（', true),
            ('。', '文', true),
            ('）', '。', false),
            ('：', 'V', true),
            ('a', '。', false),
            ('a', '文', true),
            ('6', '年', false),
            ('年', '1', true),
            ('文', '\u{a0}', false),
            ('ع', 'ل', false),
        ] {
            assert_eq!(may_end(before, after), may, "{before} {after}");
        }
    }
}
