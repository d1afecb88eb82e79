//! Every printed document read again by programs that are not ours: qpdf for
//! the objects, poppler for text, tags and order. What they find must be what
//! the template said and what the pages hold.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

mod paper;

use std::collections::BTreeSet;

use paper::{Printed, in_breve, printed_in_all, read_with, words};
use serde_json::Value;
use sportello::documents::block::{Block, Content, Marker, Table};
use sportello::documents::page::{Kind, Pages, Piece, Shape, Tag};
use sportello::domain::language::Language;
use tempfile::NamedTempFile;

/// An element of the structure tree: depth, type, attributes, text.
#[derive(Debug)]
struct Element {
    depth: usize,
    tag: String,
    attributes: Vec<String>,
    text: String,
}

fn put(printed: &Printed) -> NamedTempFile {
    let file = NamedTempFile::with_suffix(".pdf").unwrap();
    std::fs::write(file.path(), &printed.pdf.bytes).unwrap();
    file
}

fn poppler(tool: &str, args: &[&str], file: &NamedTempFile) -> String {
    String::from_utf8(read_with("poppler-utils", tool, args, file.path())).unwrap()
}

fn qpdf(args: &[&str], file: &NamedTempFile) -> String {
    String::from_utf8(read_with("qpdf", "qpdf", args, file.path())).unwrap()
}

/// The tree as `pdfinfo -struct-text` tells it, and its texts as they are read
/// out: two blanks a level, texts in quotes, attributes with a slash.
fn structure(file: &NamedTempFile) -> (Vec<Element>, Vec<String>) {
    let (mut found, mut heard): (Vec<Element>, Vec<String>) = (Vec::new(), Vec::new());
    for line in poppler("pdfinfo", &["-struct-text"], file).lines() {
        let said = line.trim_start();
        let depth = (line.len() - said.len()) / 2;
        match said.chars().next() {
            None => {}
            Some('"') => {
                let text = said.trim_start_matches('"').trim_end_matches('"');
                // A word in another language stands in the middle of its paragraph.
                let whose = found.iter_mut().rev().find(|element| element.depth + 1 == depth).unwrap();
                whose.text.push_str(text);
                heard.push(text.to_owned());
            }
            Some('/') => found.last_mut().unwrap().attributes.push(said.to_owned()),
            _ => {
                let tag = said.split([' ', ':']).next().unwrap().to_owned();
                if tag != "Span" {
                    heard.push(" ".to_owned());
                }
                found.push(Element { depth, tag, attributes: Vec::new(), text: String::new() });
            }
        }
    }
    (found, words(&heard.concat()))
}

/// What stands in a shape.
fn written(shape: &Shape) -> String {
    match shape {
        Shape::Text { text, .. } => text.clone(),
        Shape::Glyphs { glyphs, .. } => glyphs.iter().map(|glyph| glyph.text.as_str()).collect(),
        _ => String::new(),
    }
}

/// The tree of the pages in the same shape: each leaf with the text drawn for it.
fn tree(pages: &Pages) -> Vec<(usize, String, Vec<String>)> {
    let mut texts = vec![String::new(); pages.tree.len()];
    for drawn in pages.sheets.iter().flat_map(|sheet| &sheet.drawn) {
        if let Some(leaf) = drawn.leaf {
            texts[leaf].push_str(&written(&drawn.shape));
        }
    }
    fn below(
        pages: &Pages,
        texts: &[String],
        node: usize,
        depth: usize,
        out: &mut Vec<(usize, String, Vec<String>)>,
    ) {
        out.push((depth, name(pages.tree[node].tag), words(&texts[node])));
        for (child, _) in pages.tree.iter().enumerate().filter(|(_, n)| n.parent == Some(node)) {
            below(pages, texts, child, depth + 1, out);
        }
    }
    let mut out = Vec::new();
    for (top, _) in pages.tree.iter().enumerate().filter(|(_, n)| n.parent.is_none()) {
        below(pages, &texts, top, 0, &mut out);
    }
    out
}

fn name(tag: Tag) -> String {
    match tag {
        Tag::L { .. } => "L".to_owned(),
        Tag::ThColumn | Tag::ThRow => "TH".to_owned(),
        other => match format!("{other:?}").as_str() {
            "Li" => "LI".to_owned(),
            "Tr" => "TR".to_owned(),
            "Td" => "TD".to_owned(),
            same => same.to_owned(),
        },
    }
}

/// The words of the preview's pieces: a text is whole again where a line or a
/// page parted it, a table's head is said once.
fn linear(pages: &Pages) -> Vec<String> {
    let mut chunks: Vec<((usize, usize), String)> = Vec::new();
    let mut add = |key: (usize, usize), text: &str| match chunks.iter_mut().rev().find(|(k, _)| *k == key) {
        Some((_, all)) => all.push_str(text),
        None => chunks.push((key, text.to_owned())),
    };
    let mut heads = BTreeSet::new();
    for (at, (page, piece)) in pages
        .sheets
        .iter()
        .enumerate()
        .flat_map(|(n, sheet)| sheet.pieces.iter().map(move |p| (n, p)))
        .enumerate()
    {
        match piece {
            Piece::Words { block, kind, lead, text } => {
                let colon = if *kind == Kind::Field && !lead.is_empty() { ":" } else { "" };
                add((*block, 0), &format!("{lead}{colon}{}{text}", if lead.is_empty() { "" } else { " " }));
            }
            Piece::Row { block, table, head, cells } => {
                if *head && heads.iter().any(|(t, p)| t == table && *p != page) {
                    continue;
                }
                if *head {
                    heads.insert((*table, page));
                }
                for (n, cell) in cells.iter().enumerate() {
                    add((*block, n), cell);
                }
            }
            Piece::Boxes(boxes) => {
                let lines = boxes.iter().flatten().filter(|line| line.chars().any(|c| c != '_'));
                lines.for_each(|line| add((usize::MAX - at, 0), &format!("{line} ")));
            }
            Piece::Rule | Piece::Figure(_) => {}
        }
    }
    chunks.iter().flat_map(|(_, text)| words(text)).collect()
}

/// Takes these words off the front; false when they are not there.
fn take(said: &mut &[String], expected: &[String]) -> bool {
    let there = said.starts_with(expected);
    if there {
        *said = &said[expected.len()..];
    }
    there
}

/// A table read row by row, or, where it does not fit, label and value.
fn table_words(table: &Table, unfolded: bool) -> Vec<String> {
    let cell = |cell: &[_]| -> Vec<String> {
        cell.iter()
            .flat_map(|text: &sportello::documents::block::CellText| words(&text.text.words()))
            .collect()
    };
    if !unfolded {
        let head = table.head.iter().flat_map(|head| words(head));
        return head.chain(table.rows.iter().flatten().flat_map(|c| cell(c))).collect();
    }
    let rows = table.rows.iter().flat_map(|row| table.head.iter().zip(row));
    let said = rows.filter(|(_, c)| !cell(c).is_empty());
    said.flat_map(|(head, c)| words(&format!("{head}:")).into_iter().chain(cell(c))).collect()
}

/// Reads the words of blocks off what the file says; panics where they part.
fn follow(blocks: &[Block], said: &mut &[String], name: &str) {
    for block in blocks {
        let expected = match block {
            Block::Title(title) => words(title),
            Block::Section { number: Some(number), title } => words(&format!("{number}. {title}")),
            Block::Section { number: None, title } => words(title),
            Block::Para { text, .. } => words(&text.words()),
            Block::Field { label, value } => words(&format!("{label}: {}", value.words())),
            Block::List { marker, items } => {
                let mark = |n: usize| match marker {
                    Marker::Bullet => "•".to_owned(),
                    Marker::Letter => format!("{})", char::from(b'a' + u8::try_from(n).unwrap())),
                };
                let points = items.iter().enumerate();
                points.flat_map(|(n, item)| words(&format!("{} {}", mark(n), item.words()))).collect()
            }
            Block::Table(table) if take(said, &table_words(table, false)) => continue,
            Block::Table(table) => table_words(table, true),
            Block::Signatures(boxes) => {
                boxes.iter().flat_map(|b| words(&format!("{} {} {}", b.role, b.name, b.note))).collect()
            }
            Block::Together(blocks) => {
                follow(blocks, said, name);
                continue;
            }
            _ => continue,
        };
        let near = &said[..said.len().min(expected.len())];
        assert!(take(said, &expected), "{name}: the template says\n{expected:?}\nthe file\n{near:?}");
    }
}

fn sections(content: &Content) -> Vec<Vec<String>> {
    fn of(blocks: &[Block], out: &mut Vec<Vec<String>>) {
        for block in blocks {
            match block {
                Block::Section { number: Some(number), title } => {
                    out.push(words(&format!("{number}. {title}")))
                }
                Block::Section { number: None, title } => out.push(words(title)),
                Block::Together(blocks) => of(blocks, out),
                _ => {}
            }
        }
    }
    let mut out = Vec::new();
    of(&content.blocks, &mut out);
    out
}

#[test]
fn the_file_says_what_the_template_said_in_its_order() {
    for printed in printed_in_all() {
        let name = &printed.name;
        let (read, said) = structure(&put(printed));
        let seen: Vec<_> = read.iter().map(|e| (e.depth, e.tag.clone(), words(&e.text))).collect();
        for (seen, ours) in seen.iter().zip(&tree(&printed.pages)) {
            assert_eq!(seen, ours, "{name}");
        }
        assert_eq!(seen.len(), printed.pages.tree.len(), "{name}");
        assert_eq!(said, linear(&printed.pages), "{name}: the preview says otherwise");
        let mut left = said.as_slice();
        follow(&printed.content.blocks, &mut left, name);
        assert!(left.is_empty(), "{name}: the file says more: {left:?}");
    }
}

#[test]
fn headings_heads_of_tables_and_numbering_are_there_for_a_screen_reader() {
    for printed in printed_in_all() {
        let name = &printed.name;
        let (read, _) = structure(&put(printed));
        let of = |tag: &str| read.iter().filter(|e| e.tag == tag).collect::<Vec<_>>();
        assert_eq!(of("H1").len(), 1, "{name}");
        let heads: Vec<_> = of("H2").iter().map(|e| words(&e.text)).collect();
        assert_eq!(heads, sections(&printed.content), "{name}");
        for (node, element) in printed.pages.tree.iter().zip(&read) {
            let wanted = match node.tag {
                Tag::ThColumn => "/Scope /Column",
                Tag::ThRow => "/Scope /Row",
                Tag::L { letters: true } => "/ListNumbering /LowerAlpha",
                Tag::L { letters: false } => "/ListNumbering /Disc",
                _ => continue,
            };
            assert!(element.attributes.iter().any(|a| a == wanted), "{name}: {element:?} without {wanted}");
        }
    }
}

/// What stands on each page, decoration too, in the order it is drawn; and
/// nothing is lost when a tool arranges it by its place.
#[test]
fn each_page_has_its_words_in_drawing_order() {
    for printed in printed_in_all() {
        let file = put(printed);
        assert_eq!(qpdf(&["--show-npages"], &file).trim(), printed.pages.count().to_string());
        let raw = poppler("pdftotext", &["-raw", "-enc", "UTF-8"], &file);
        let pages: Vec<&str> = raw.split_terminator('\u{c}').collect();
        assert_eq!(pages.len(), printed.pages.count(), "{}", printed.name);
        for (n, (page, sheet)) in pages.iter().zip(&printed.pages.sheets).enumerate() {
            let drawn: String = sheet.shapes().map(text).collect();
            // A word cut at the end of a line is two to poppler: letters are
            // compared here, words where the tree is read.
            let (read, ours) = (letters(page), letters(&drawn));
            assert_eq!(read, ours, "{} page {}", printed.name, n + 1);
        }
        // The mark across a draft is laid out into the words it lies under; what
        // runs from the right is laid out as it looks.
        if printed.content.mark.is_none() && !printed.content.lang.from_right() {
            let laid_out = poppler("pdftotext", &["-layout", "-enc", "UTF-8"], &file);
            let (mut by_place, mut by_order) = (words(&laid_out), words(&raw));
            by_place.sort();
            by_order.sort();
            assert!(by_place == by_order, "{}: words lost or joined in\n{laid_out}", printed.name);
        }
    }
}

/// One text a line; poppler reads turned text letter by letter.
fn text(shape: &Shape) -> String {
    match shape {
        Shape::Text { text, turn, .. } if *turn != 0.0 => text.chars().flat_map(|c| [c, '\n']).collect(),
        shape => format!("{}\n", written(shape)),
    }
}

/// The letters of a text. Of what runs from the right poppler says the turns of
/// direction, and the marks of a letter before it: the tree has them in order.
fn letters(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{64b}'..='\u{652}');
    text.chars().filter(|c| !c.is_whitespace() && !turns(*c)).collect()
}

/// Everything in the file that is text but not on a page: title, dates,
/// bookmarks, what stands for a picture.
fn strings(value: &Value, out: &mut Vec<String>) {
    match value {
        Value::String(text) => out.extend(text.strip_prefix("u:").map(str::to_owned)),
        Value::Array(all) => all.iter().for_each(|v| strings(v, out)),
        Value::Object(all) => all.values().for_each(|v| strings(v, out)),
        _ => {}
    }
}

/// Words of a template's examples that tell of somebody. The agenda calls
/// people `name`, under `person` or `to_close`.
fn personal(under: &str, value: &Value, out: &mut BTreeSet<String>) {
    const WHO: &[&str] = &["full_name", "fiscal_code", "operator", "officer", "guardian", "signer", "email"];
    match value {
        Value::Object(all) => {
            for (key, value) in all {
                let named = key == "name" && ["person", "to_close"].contains(&under);
                // Headings of an agenda are its operators, and so are its bookmarks.
                if key == "operator" && under == "to_close" {
                    continue;
                }
                match value {
                    Value::String(text) if named || WHO.contains(&key.as_str()) => {
                        out.extend(words(text).into_iter().filter(|word| word.chars().count() > 2));
                    }
                    other => personal(key, other, out),
                }
            }
        }
        Value::Array(all) => all.iter().for_each(|v| personal(under, v, out)),
        _ => {}
    }
}

#[test]
fn qpdf_finds_no_fault_and_no_name_outside_the_pages() {
    for printed in printed_in_all() {
        let (name, file) = (&printed.name, put(printed));
        qpdf(&["--check"], &file);
        let json: Value = serde_json::from_str(&qpdf(&["--json=2", "--json-key=qpdf"], &file)).unwrap();
        let mut said = Vec::new();
        strings(&json, &mut said);
        assert!(said.contains(&printed.content.title), "{name}: no title in {said:?}");
        assert!(said.contains(&printed.content.lang.tag().to_owned()), "{name}");
        let raw = String::from_utf8_lossy(&printed.pdf.bytes);
        let packet = raw.split_once("<?xpacket").unwrap().1.split_once("<?xpacket end").unwrap().0;
        said.push(packet.to_owned());
        let samples =
            format!("{}/assets/templates/samples/{}.json", env!("CARGO_MANIFEST_DIR"), printed.template);
        let mut people = BTreeSet::new();
        personal("", &serde_json::from_str(&std::fs::read_to_string(samples).unwrap()).unwrap(), &mut people);
        assert!(people.len() > 3, "{name}: {people:?}");
        for person in &people {
            assert!(!said.iter().any(|text| words(text).contains(person)), "{name}: «{person}» in {said:?}");
        }
    }
}

/// The same page made again is the same file, in every language.
#[test]
fn a_page_in_breve_made_twice_is_the_same_to_the_byte() {
    let mut seen = BTreeSet::new();
    for language in Language::ALL {
        for again in in_breve(*language) {
            let first = printed_in_all().find(|printed| printed.name == again.name).unwrap();
            assert!(first.pdf.bytes == again.pdf.bytes, "{}", again.name);
            assert!(seen.insert(again.pdf.bytes), "{}: as in another language", again.name);
        }
    }
    assert!(seen.len() >= 2 * (Language::ALL.len() - 1), "{}", seen.len());
}
