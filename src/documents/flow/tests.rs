use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;

use super::flow;
use super::line::printed;
use crate::documents::TextSize;
use crate::documents::block::{Block, CellText, Content, Marker, Run, SignatureBox, Table, Text, Tone};
use crate::documents::code::for_each_text;
use crate::documents::face::{Weight, face};
use crate::documents::page::{PAGE, Pages, Placed, Shape, Tag};
use crate::documents::picture::{Picture, Samples};
use crate::documents::psp::sample::when;
use crate::domain::language::Language;

/// Nothing is drawn over the edges of the paper, nor over the foot.
pub(crate) fn assert_inside(pages: &Pages) {
    for sheet in &pages.sheets {
        let foot = sheet.foot.iter().map(|shape| match shape {
            Shape::Text { y, size, .. } | Shape::Glyphs { y, size, .. } => y - size,
            Shape::Fill { y, .. } | Shape::Picture { y, .. } => *y,
            Shape::Code { y, side, modules, .. } => y - 4.0 * side / f32::from(modules.side),
        });
        let foot = foot.fold(PAGE.1, f32::min);
        sheet.drawn.iter().for_each(|drawn| assert_in(&drawn.shape, 39.9..foot + 0.01));
        sheet.foot.iter().for_each(|shape| assert_in(shape, foot - 0.01..PAGE.1 - 20.0));
    }
}

/// A shape stands between the side margins and in these heights.
fn assert_in(shape: &Shape, heights: std::ops::Range<f32>) {
    let (x, y, w, h) = match shape {
        Shape::Text { x, y, weight, size, text, .. } => {
            let face = face(*weight);
            let wide: f32 = text.trim_end().chars().filter_map(|c| face.width(c, *size)).sum();
            assert!(*size >= 11.0);
            // From the tallest capital to the baseline.
            (*x, y - size * 0.8, wide, size * 0.8)
        }
        Shape::Glyphs { x, y, size, glyphs, .. } => {
            // All our faces have a thousand units; a space may hang over the edge.
            let end = |glyph: &Placed| glyph.x + f32::from(glyph.advance) * size / 1000.0;
            let inked = || glyphs.iter().filter(|glyph| !glyph.text.trim().is_empty());
            let left = inked().map(|glyph| glyph.x).fold(f32::MAX, f32::min).min(0.0);
            let wide = inked().map(end).fold(0.0, f32::max);
            (*x + left, y - size * 0.8, wide - left, size * 0.8)
        }
        Shape::Fill { x, y, w, h, .. } | Shape::Picture { x, y, w, h, .. } => (*x, *y, *w, *h),
        Shape::Code { x, y, side, .. } => (*x, *y, *side, *side),
    };
    assert!(x >= 50.0 && x + w <= PAGE.0 - 50.0, "{shape:?} is {w} wide");
    assert!(y >= heights.start && y + h <= heights.end, "{shape:?} is not in {heights:?}");
}

fn text() -> impl Strategy<Value = Text> {
    let words = prop_oneof![
        6 => "[a-zàèéìòùÀÈ '’,.;:()0-9\\n\\u{a0}-]{0,120}",
        2 => "[ \\n\\t\\r\\u{301}\\u{200b}\\u{202e}\\u{7}eﬁ]{0,30}",
        1 => "\\PC{0,3}",
        1 => (1_usize..1500).prop_map(|n| "x".repeat(n)),
        1 => (1_usize..100).prop_map(|n| "riga\n".repeat(n)),
    ];
    let weight = prop_oneof![Just(Weight::Regular), Just(Weight::Strong)];
    prop::collection::vec((words, weight).prop_map(|(text, weight)| Run { text, weight, lang: None }), 0..3)
        .prop_map(Text)
}

fn words() -> impl Strategy<Value = String> {
    text().prop_map(|text| text.words())
}

fn table() -> impl Strategy<Value = Block> {
    (1_usize..6).prop_flat_map(|columns| {
        let tone = prop_oneof![Just(Tone::Body), Just(Tone::Soft)];
        let cell =
            prop::collection::vec((text(), tone).prop_map(|(text, tone)| CellText { text, tone }), 0..3);
        let row = prop::collection::vec(cell, columns);
        let head = prop::collection::vec(words(), columns);
        (head, 0..columns, prop::collection::vec(row, 0..8))
            .prop_map(|(head, row_head, rows)| Block::Table(Table { head, row_head, rows }))
    })
}

fn signature() -> impl Strategy<Value = SignatureBox> {
    (words(), words(), any::<bool>(), words()).prop_map(|(role, name, line, note)| SignatureBox {
        role,
        name,
        line,
        note,
    })
}

fn block() -> impl Strategy<Value = Block> {
    let picture = || Picture { width: 40, height: 9, samples: Samples::Grey(vec![7; 360]) };
    let tone = prop_oneof![Just(Tone::Body), Just(Tone::Soft), Just(Tone::Office)];
    let marker = prop_oneof![Just(Marker::Bullet), Just(Marker::Letter)];
    let leaf = prop_oneof![
        1 => words().prop_map(Block::Title),
        3 => (prop::option::of(1_u8..20), words()).prop_map(|(number, title)| Block::Section { number, title }),
        5 => (text(), tone).prop_map(|(text, tone)| Block::Para { text, tone }),
        4 => (words(), text()).prop_map(|(label, value)| Block::Field { label, value }),
        2 => (marker, prop::collection::vec(text(), 0..5)).prop_map(|(marker, items)| Block::List { marker, items }),
        2 => table(),
        1 => prop::collection::vec(signature(), 1..4).prop_map(Block::Signatures),
        1 => Just(Block::Rule),
        1 => Just(()).prop_map(move |()| Block::Figure { picture: picture(), alt: "stemma".into() }),
    ];
    leaf.prop_recursive(2, 12, 4, |inner| prop::collection::vec(inner, 0..4).prop_map(Block::Together))
}

fn content() -> impl Strategy<Value = Content> {
    let number = || "ESN03-2026-000123".parse().unwrap();
    (prop::collection::vec(block(), 0..12), words(), prop::option::of(words()), any::<bool>(), any::<bool>())
        .prop_map(move |(blocks, foot, copy_note, issued, draft)| {
            let mark = draft.then(|| "BOZZA".to_owned());
            let content = Content {
                title: "Prova".into(),
                foot,
                copy_note,
                mark,
                code: None,
                blocks,
                lang: Language::It,
                tight: false,
            };
            if issued { content.issued(&number(), 1) } else { content }
        })
}

fn bare(text: &str) -> String {
    printed(text).chars().filter(|c| !c.is_whitespace()).collect()
}

/// What is read of the pages, leaf after leaf, without the marks of the points.
pub(crate) fn heard(pages: &Pages) -> String {
    let mut leaves = vec![String::new(); pages.tree.len()];
    for drawn in pages.sheets.iter().flat_map(|sheet| &sheet.drawn) {
        if let (Some(leaf), Shape::Text { text, .. }) = (drawn.leaf, &drawn.shape)
            && pages.tree[leaf].tag != Tag::Lbl
        {
            leaves[leaf].push_str(text);
        }
    }
    leaves.concat().chars().filter(|c| !c.is_whitespace()).collect()
}

fn has_table(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match block {
        Block::Table(_) => true,
        Block::Together(blocks) => has_table(blocks),
        _ => false,
    })
}

/// Every word is on the pages once, in its order. A table too narrow for its
/// words is unfolded, and says its heads again: there the words of each cell
/// come one after the other.
fn assert_said(content: &Content, pages: &Pages) {
    let heard = heard(pages);
    let mut said = Vec::new();
    for_each_text(&content.blocks, &mut |words| said.push(bare(words)));
    if !has_table(&content.blocks) {
        assert_eq!(heard, said.concat());
        return;
    }
    let unfolded = pages.tree.iter().all(|node| node.tag != Tag::Table);
    let mut rest = heard.as_str();
    for words in said {
        match rest.find(words.as_str()) {
            Some(at) => rest = &rest[at + words.len()..],
            // The heads of an unfolded table without rows are not there.
            None => assert!(unfolded, "{words:?} is not after what comes before it"),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Whatever a document says, it is printed whole inside the pages, or
    /// refused with a sentence that says where.
    #[test]
    fn any_document_is_printed_or_refused(content in content()) {
        for size in [TextSize::Normal, TextSize::Large] {
            match flow(&content, size) {
                Ok(pages) => {
                    assert_inside(&pages);
                    assert_said(&content, &pages);
                    assert!(pages.pdf(when()).is_ok());
                    assert!(pages.text(60).iter().flat_map(|page| &page.lines).all(|line| line.text.width() <= 60));
                }
                Err(fault) => {
                    assert!(fault.message.contains("non si può stampare. Si trova in:"), "{fault}");
                    assert!(!fault.hint.is_empty());
                }
            }
        }
    }
}

/// Twenty kilobytes anywhere: one word, thousands of lines, running text.
#[test]
fn an_endless_text_goes_on_over_the_pages_wherever_it_stands() {
    for endless in ["x".repeat(20_000), "riga\n".repeat(4_000), "parola perché ".repeat(1_400)] {
        let plain = || Text::plain(endless.as_str());
        let cell = |text: Text| vec![CellText { text, tone: Tone::Body }];
        let boxed = SignatureBox {
            role: "La persona".into(),
            name: endless.clone(),
            line: true,
            note: "nota".into(),
        };
        for block in [
            Block::Title(endless.clone()),
            Block::Section { number: Some(3), title: endless.clone() },
            Block::Para { text: plain(), tone: Tone::Office },
            Block::Field { label: "Voce".into(), value: plain() },
            Block::Field { label: endless.clone(), value: Text::plain("valore") },
            Block::List { marker: Marker::Letter, items: vec![plain(), plain()] },
            Block::Table(Table {
                head: vec!["N.".into(), "Che cosa".into()],
                row_head: 0,
                rows: vec![vec![cell(Text::plain("1")), cell(plain())]],
            }),
            Block::Table(Table {
                head: vec![endless.clone(), "b".into()],
                row_head: 0,
                rows: vec![vec![cell(Text::plain("1")), cell(Text::plain("2"))]],
            }),
            Block::Signatures(vec![boxed.clone(), boxed]),
        ] {
            let blocks = vec![
                Block::Section { number: Some(1), title: "Prima".into() },
                Block::Together(vec![block]),
                Block::Rule,
            ];
            let foot = endless.clone();
            let content = Content {
                lang: Language::It,
                tight: false,
                title: "Prova".into(),
                foot,
                copy_note: Some(endless.clone()),
                mark: None,
                code: None,
                blocks,
            };
            let large = endless.starts_with("xx").then_some(TextSize::Large);
            for size in [Some(TextSize::Normal), large].into_iter().flatten() {
                let pages = flow(&content, size).unwrap();
                assert!(pages.count() >= 4);
                assert_inside(&pages);
                assert_said(&content, &pages);
            }
        }
    }
}
