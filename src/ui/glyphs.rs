//! Signs the screen may use: the set every Windows font has, or ASCII.

/// One set of signs. All are one cell wide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the name is the sign")]
pub struct Glyphs {
    pub horizontal: &'static str,
    pub vertical: &'static str,
    /// Vertical line leaving a horizontal one downwards.
    pub tee_down: &'static str,
    /// Vertical line meeting a horizontal one from above.
    pub tee_up: &'static str,
    pub corner_tl: &'static str,
    pub corner_tr: &'static str,
    pub corner_bl: &'static str,
    pub corner_br: &'static str,
    /// Before the selected row.
    pub pointer: &'static str,
    /// A field with a list behind it.
    pub drop: &'static str,
    /// More above, more below.
    pub up: &'static str,
    pub down: &'static str,
    /// Inside a tick.
    pub tick: &'static str,
    /// Inside the chosen one of a row of choices.
    pub dot: &'static str,
    /// Where a hidden character stands.
    pub hidden: &'static str,
    /// Where a text is cut.
    pub ellipsis: &'static str,
    /// Between the parts of a line.
    pub bullet: &'static str,
    /// A filled and an empty part of a bar.
    pub full: &'static str,
    pub empty: &'static str,
}

/// Box lines, blocks and signs of WGL4.
pub const WGL4: Glyphs = Glyphs {
    horizontal: "─",
    vertical: "│",
    tee_down: "┬",
    tee_up: "┴",
    corner_tl: "┌",
    corner_tr: "┐",
    corner_bl: "└",
    corner_br: "┘",
    pointer: "►",
    drop: "▼",
    up: "▲",
    down: "▼",
    tick: "x",
    dot: "•",
    hidden: "•",
    ellipsis: "…",
    bullet: "·",
    full: "█",
    empty: "░",
};

/// Nothing outside ASCII.
pub const ASCII: Glyphs = Glyphs {
    horizontal: "-",
    vertical: "|",
    tee_down: "+",
    tee_up: "+",
    corner_tl: "+",
    corner_tr: "+",
    corner_bl: "+",
    corner_br: "+",
    pointer: ">",
    drop: "v",
    up: "^",
    down: "v",
    tick: "x",
    dot: "x",
    hidden: "*",
    ellipsis: "~",
    bullet: "-",
    full: "#",
    empty: ".",
};

/// The typographic signs of the program's own sentences, in ASCII: one cell
/// for one cell. Letters stay as they are, accents too: names are made of them.
#[must_use]
pub fn in_ascii(c: char) -> char {
    match c {
        '…' => '.',
        '·' | '–' | '—' | '─' => '-',
        '«' | '»' | '“' | '”' => '"',
        '’' | '‘' => '\'',
        '•' => '*',
        '►' | '→' => '>',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_width::UnicodeWidthStr;

    fn all(g: Glyphs) -> [&'static str; 19] {
        [
            g.horizontal,
            g.vertical,
            g.tee_down,
            g.tee_up,
            g.corner_tl,
            g.corner_tr,
            g.corner_bl,
            g.corner_br,
            g.pointer,
            g.drop,
            g.up,
            g.down,
            g.tick,
            g.dot,
            g.hidden,
            g.ellipsis,
            g.bullet,
            g.full,
            g.empty,
        ]
    }

    #[test]
    fn every_sign_takes_one_cell() {
        for sign in all(WGL4).into_iter().chain(all(ASCII)) {
            assert_eq!(sign.width(), 1, "{sign}");
        }
    }

    #[test]
    fn ascii_is_ascii() {
        assert!(all(ASCII).iter().all(|sign| sign.is_ascii()));
    }
}
