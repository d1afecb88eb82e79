//! The bookmarks: the title with its sections, where each begins (ISO
//! 32000-1, 12.3.3).

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::utf16;
use crate::documents::page::{PAGE, Pages, Shape, Tag};

/// A heading and where it is drawn.
struct Heading {
    words: String,
    page: usize,
    /// Upper edge, in points from the top of the page.
    top: f32,
    title: bool,
}

/// Hangs the bookmarks on the document; a document without headings has none.
pub(super) fn hang(doc: &mut Document, whole: &Pages) -> lopdf::Result<()> {
    let headings = headings(whole);
    if headings.is_empty() {
        return Ok(());
    }
    let pages: Vec<ObjectId> = doc.page_iter().collect();
    let root = doc.new_object_id();
    let ids: Vec<ObjectId> = headings.iter().map(|_| doc.new_object_id()).collect();
    // The sections are under the title, if it comes before them.
    let above = headings.first().filter(|first| first.title).map(|_| ids[0]);
    let parent = |n: usize| if n > 0 && !headings[n].title { above.unwrap_or(root) } else { root };
    for (n, heading) in headings.iter().enumerate() {
        let Some(page) = pages.get(heading.page) else { continue };
        let to = vec![
            Object::Reference(*page),
            "XYZ".into(),
            Object::Null,
            Object::Integer((PAGE.1 - heading.top).ceil() as i64),
            Object::Null,
        ];
        let mut item =
            dictionary! { "Title" => utf16(heading.words.trim()), "Parent" => parent(n), "Dest" => to };
        let sibling = |m: &usize| parent(*m) == parent(n);
        if let Some(before) = (0..n).rev().find(sibling) {
            item.set("Prev", ids[before]);
        }
        if let Some(after) = (n + 1..ids.len()).find(sibling) {
            item.set("Next", ids[after]);
        }
        ends(&mut item, (0..ids.len()).filter(|m| parent(*m) == ids[n]).map(|m| ids[m]));
        doc.set_object(ids[n], item);
    }
    let mut outlines = dictionary! { "Type" => "Outlines" };
    ends(&mut outlines, (0..ids.len()).filter(|m| parent(*m) == root).map(|m| ids[m]));
    outlines.set("Count", ids.len() as i64);
    doc.set_object(root, outlines);
    let catalog = doc.catalog_mut()?;
    catalog.set("Outlines", root);
    catalog.set("PageMode", "UseOutlines");
    Ok(())
}

/// The first and the last of what stands under a bookmark, all of it open.
fn ends(item: &mut Dictionary, kids: impl Iterator<Item = ObjectId>) {
    let kids: Vec<ObjectId> = kids.collect();
    if let [first, .., last] | [first @ last] = kids[..] {
        item.set("First", first);
        item.set("Last", last);
        item.set("Count", kids.len() as i64);
    }
}

fn headings(whole: &Pages) -> Vec<Heading> {
    let mut found: BTreeMap<usize, Heading> = BTreeMap::new();
    for (page, sheet) in whole.sheets.iter().enumerate() {
        for drawn in &sheet.drawn {
            let Some((leaf, tag)) = drawn.leaf.and_then(|leaf| Some((leaf, whole.tree.get(leaf)?.tag)))
            else {
                continue;
            };
            let (Tag::H1 | Tag::H2, Shape::Text { y, size, text, .. } | Shape::Glyphs { y, size, text, .. }) =
                (tag, &drawn.shape)
            else {
                continue;
            };
            let new = || Heading { words: String::new(), page, top: y - size * 1.2, title: tag == Tag::H1 };
            found.entry(leaf).or_insert_with(new).words.push_str(text);
        }
    }
    found.into_values().collect()
}
