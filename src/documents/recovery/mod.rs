//! The sheet for the safe: the recovery key of the office, printed once. It
//! has no number and no code, and goes to no archive.

mod wording;

use chrono::NaiveDateTime;
use zeroize::Zeroizing;

use super::block::{Block, CellText, Content, Marker, Table, Text, Tone};
use crate::domain::language::Language;
use wording as words;

/// Groups on a line of the sheet.
const ON_A_LINE: usize = 4;

/// What the sheet says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecoverySheet {
    /// `Provincia d'Esempio - Centro per l'impiego di Esempio Nord`.
    pub office: String,
    /// When the key was made.
    pub at: NaiveDateTime,
    /// Who made it.
    pub by: String,
}

/// The sheet with its eight groups.
#[must_use]
pub fn recovery_sheet(sheet: &RecoverySheet, groups: &[Zeroizing<String>]) -> Content {
    let cell = |text: Text| vec![CellText { text, tone: Tone::Body }];
    let row = |(line, groups): (usize, &[Zeroizing<String>])| {
        let first = cell(Text::plain((line + 1).to_string()));
        let groups = groups.iter().map(|group| cell(Text::strong(group.as_str())));
        std::iter::once(first).chain(groups).collect()
    };
    let field =
        |label: &str, value: &str| Block::Field { label: label.to_owned(), value: Text::plain(value) };
    let para = |text: &str| Block::Para { text: Text::plain(text), tone: Tone::Body };
    let head = |title: &str| Block::Section { number: None, title: title.to_owned() };
    let list = |items: &[&str]| Block::List {
        marker: Marker::Bullet,
        items: items.iter().map(|item| Text::plain(*item)).collect(),
    };
    let table = Table {
        head: words::HEAD.map(ToOwned::to_owned).to_vec(),
        row_head: 0,
        rows: groups.chunks(ON_A_LINE).enumerate().map(row).collect(),
    };
    Content {
        lang: Language::default(),
        title: words::TITLE.to_owned(),
        foot: words::FOOT.to_owned(),
        copy_note: None,
        mark: None,
        code: None,
        tight: false,
        blocks: vec![
            Block::Title(words::TITLE.to_owned()),
            field(words::OFFICE, &sheet.office),
            field(words::MADE, &sheet.at.format("%d/%m/%Y, %H:%M").to_string()),
            field(words::BY, &sheet.by),
            para(words::WHAT),
            head(words::KEY),
            Block::Table(table),
            para(words::HOW_TYPED),
            head(words::USE),
            list(words::WAYS),
            head(words::CARE),
            list(words::RULES),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::{TextSize, flow};

    #[test]
    fn it_is_one_page_with_every_group() {
        let groups: Vec<_> = (0..8).map(|n| Zeroizing::new(format!("7K2M{n}"))).collect();
        let at = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(8, 30, 0).unwrap();
        let sheet = RecoverySheet {
            office: "Provincia d'Esempio - Centro per l'impiego di Esempio Nord".into(),
            at,
            by: "Ada Amministra".into(),
        };
        let content = recovery_sheet(&sheet, &groups);
        let pages = flow::flow(&content, TextSize::Normal).unwrap();
        let pdf = pages.pdf(at).unwrap();
        assert_eq!(pdf.pages, 1);
        let said = serde_json::to_string(&content).unwrap();
        assert!(groups.iter().all(|group| said.contains(group.as_str())));
        assert!(flow::flow(&content, TextSize::Large).unwrap().pdf(at).is_ok());
    }
}
