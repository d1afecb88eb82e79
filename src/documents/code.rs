//! The code on every page of an issued document: which document, which
//! version, which page, and whether the words are those that were issued.

use qrcode::{Color, EcLevel, QrCode};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::block::{Block, Text};
use super::flow::line::printed;
use crate::domain::number::DocumentNumber;
use crate::fault::{Fault, Result};

/// What the code of a document says; no personal data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageCode {
    /// Number of the document.
    pub number: DocumentNumber,
    /// Its version, from 1.
    pub version: u32,
    /// The check value of its words, eight hexadecimal digits, capitals.
    pub check: String,
}

impl PageCode {
    /// The code of a document that says these blocks.
    #[must_use]
    pub fn new(number: &DocumentNumber, version: u32, blocks: &[Block]) -> Self {
        Self { number: number.clone(), version, check: check(blocks) }
    }

    /// What is written on a page, `PSP1:ESN03-2026-000123:V3:7F3C9A51:1/4`:
    /// only characters of the QR code's short alphabet.
    #[must_use]
    pub fn payload(&self, page: usize, pages: usize) -> String {
        format!("PSP1:{}:V{}:{}:{page}/{pages}", self.number, self.version, self.check)
    }
}

/// The check value of a document: the first eight hexadecimal digits, in
/// capitals, of the SHA-256 of its words in UTF-8.
///
/// The words are those printed (composed, without what prints nothing, runs
/// of spaces as one), a line for each title, heading, paragraph, label with
/// its value, point, cell and signature box, in the order of the document.
/// Weights, colours, size of print, page breaks, pictures, foot and the note
/// on a copy do not count: a copy and the large print have the same value.
#[must_use]
pub fn check(blocks: &[Block]) -> String {
    let mut sum = Sha256::new();
    for_each_text(blocks, &mut |words| {
        for (n, word) in printed(words).split_whitespace().enumerate() {
            if n > 0 {
                sum.update(" ");
            }
            sum.update(word);
        }
        sum.update("\n");
    });
    sum.finalize()[..4].iter().map(|byte| format!("{byte:02X}")).collect()
}

/// Every text of a document in its order.
pub(super) fn for_each_text(blocks: &[Block], say: &mut impl FnMut(&str)) {
    for block in blocks {
        match block {
            Block::Title(title) | Block::Section { number: None, title } => say(title),
            Block::Section { number: Some(number), title } => say(&format!("{number}. {title}")),
            Block::Para { text, .. } => say(&text.words()),
            Block::Field { label, value } => say(&format!("{label}: {}", value.words())),
            Block::List { items, .. } => items.iter().map(Text::words).for_each(|item| say(&item)),
            Block::Table(table) => {
                table.head.iter().for_each(|head| say(head));
                for cell in table.rows.iter().flatten() {
                    let words: Vec<String> = cell.iter().map(|text| text.text.words()).collect();
                    say(&words.join(" "));
                }
            }
            Block::Signatures(boxes) => {
                for signature in boxes {
                    say(&format!("{} {} {}", signature.role, signature.name, signature.note));
                }
            }
            Block::Together(blocks) => for_each_text(blocks, say),
            Block::Rule | Block::Figure { .. } => {}
        }
    }
}

/// The dark modules of a QR code as few rectangles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Modules {
    /// Modules on a side, without the quiet zone.
    pub side: u16,
    /// Column, row (from the top), width, height.
    pub dark: Vec<[u16; 4]>,
}

/// The QR code of a payload, level Q: a quarter of it may be lost.
///
/// # Errors
/// A payload that no QR code holds: a defect of the program.
pub fn modules(payload: &str) -> Result<Modules> {
    let code = QrCode::with_error_correction_level(payload, EcLevel::Q).map_err(Fault::internal)?;
    let side = code.width();
    let colors = code.into_colors();
    let dark = |x: usize, y: usize| colors[y * side + x] == Color::Dark;
    let mut taken = vec![false; side * side];
    let mut modules = Modules { side: u16::try_from(side).map_err(Fault::internal)?, dark: Vec::new() };
    for y in 0..side {
        for x in 0..side {
            if !dark(x, y) || taken[y * side + x] {
                continue;
            }
            let free = |x: usize, y: usize| dark(x, y) && !taken[y * side + x];
            let wide = (x..side).take_while(|x| free(*x, y)).count();
            let tall = (y..side).take_while(|y| (x..x + wide).all(|x| free(x, *y))).count();
            for y in y..y + tall {
                taken[y * side + x..y * side + x + wide].fill(true);
            }
            // A side has at most 177 modules.
            modules.dark.push([x, y, wide, tall].map(|v| u16::try_from(v).unwrap_or(u16::MAX)));
        }
    }
    Ok(modules)
}

#[cfg(test)]
mod scanned;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::block::{CellText, Marker, Table, Tone};

    fn number() -> DocumentNumber {
        "ESN03-2026-000123".parse().unwrap()
    }

    fn para(text: Text) -> Block {
        Block::Para { text, tone: Tone::Body }
    }

    #[test]
    fn the_payload_is_twenty_nine_modules_wide() {
        let code = PageCode { number: number(), version: 3, check: "7F3C9A51".into() };
        assert_eq!(code.payload(1, 4), "PSP1:ESN03-2026-000123:V3:7F3C9A51:1/4");
        assert_eq!(modules(&code.payload(1, 4)).unwrap().side, 29);
        assert_eq!(modules(&code.payload(10, 12)).unwrap().side, 29);
        let longest = DocumentNumber::new("ABCDEF", 99, 2199, 999_999_999).unwrap();
        let long = PageCode { number: longest, version: 99, check: "7F3C9A51".into() };
        assert!(modules(&long.payload(100, 120)).unwrap().side <= 33);
    }

    #[test]
    fn the_rectangles_cover_the_dark_modules_once() {
        let payload = "PSP1:ESN03-2026-000123:V3:7F3C9A51:1/4";
        let modules = modules(payload).unwrap();
        let code = QrCode::with_error_correction_level(payload, EcLevel::Q).unwrap();
        let side = code.width();
        let mut drawn = vec![0; side * side];
        for [x, y, w, h] in modules.dark.iter().map(|r| r.map(usize::from)) {
            for y in y..y + h {
                (x..x + w).for_each(|x| drawn[y * side + x] += 1);
            }
        }
        let dark: Vec<i32> = code.into_colors().iter().map(|c| i32::from(*c == Color::Dark)).collect();
        assert_eq!(drawn, dark);
        assert!(modules.dark.len() < 240, "{}", modules.dark.len());
    }

    #[test]
    fn the_check_value_is_of_the_words_and_of_nothing_else() {
        let plain = [para(Text::plain("Perché no. Sì"))];
        // printf 'Perché no. Sì\n' | sha256sum
        assert_eq!(check(&plain), "0ABFA564");
        let same = [
            vec![para(Text::plain("Perche\u{301}  no.\nSi\u{300} "))],
            vec![para(Text::strong("Perché ").then("no. Sì"))],
            vec![Block::Rule, Block::Together(vec![para(Text::plain("Per\u{ad}ché no.\u{a0}Sì"))])],
        ];
        for blocks in &same {
            assert_eq!(check(blocks), check(&plain), "{blocks:?}");
        }
        let cell = |words: &str| vec![CellText { text: Text::plain(words), tone: Tone::Body }];
        let table = |a: &str, b: &str| {
            [Block::Table(Table {
                head: vec!["Uno".into(), "Due".into()],
                row_head: 0,
                rows: vec![vec![cell(a), cell(b)]],
            })]
        };
        assert_ne!(check(&table("a b", "c")), check(&table("a", "b c")));
        let list = |items: &[&str]| {
            [Block::List { marker: Marker::Bullet, items: items.iter().map(|i| Text::plain(*i)).collect() }]
        };
        assert_ne!(check(&list(&["a", "b"])), check(&list(&["b", "a"])));
    }
}
