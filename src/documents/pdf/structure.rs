//! The structure tree as PDF objects (ISO 32000-1, 14.7), for PDF/A-2a and
//! PDF/UA: who listens to the page hears it in the order it was meant.

use lopdf::{Document, Object, ObjectId, dictionary};

use super::{Marks, tag_name, utf16};
use crate::documents::page::{Node, PAGE, Pages, Shape, Tag};

/// Hangs the tree on the document and numbers the pages in it.
pub(super) fn hang(doc: &mut Document, whole: &Pages, marks: &Marks) -> lopdf::Result<()> {
    let tree = &whole.tree;
    let pages: Vec<ObjectId> = doc.get_pages().into_values().collect();
    let root = doc.new_object_id();
    let ids: Vec<ObjectId> = tree.iter().map(|_| doc.new_object_id()).collect();
    let mut kids: Vec<Vec<Object>> = vec![Vec::new(); tree.len()];
    let mut tops = Vec::new();
    for (node, id) in tree.iter().zip(&ids).filter(|(node, _)| node.tag != Tag::Span) {
        match node.parent.and_then(|p| kids.get_mut(p)) {
            Some(siblings) => siblings.push(Object::Reference(*id)),
            None => tops.push(Object::Reference(*id)),
        }
    }
    let mut parents = Vec::new();
    // The page of an element is that of its first words; a number is a
    // sequence of that page, on another page it takes a dictionary.
    let mut homes: Vec<Option<ObjectId>> = vec![None; tree.len()];
    let mut hung = vec![false; tree.len()];
    for ((number, on_page), page) in marks.iter().enumerate().zip(&pages) {
        let mut owners = Vec::new();
        for (mcid, leaf) in on_page.iter().enumerate() {
            // A span stands among the words of its element, where it is drawn.
            if let (Some(Node { tag: Tag::Span, parent: Some(parent), .. }), Some(false), Some(id)) =
                (tree.get(*leaf), hung.get(*leaf), ids.get(*leaf))
                && let Some(siblings) = kids.get_mut(*parent)
            {
                siblings.push(Object::Reference(*id));
                hung[*leaf] = true;
            }
            if let (Some(kids), Some(id), Some(home)) =
                (kids.get_mut(*leaf), ids.get(*leaf), homes.get_mut(*leaf))
            {
                kids.push(if *home.get_or_insert(*page) == *page {
                    Object::Integer(mcid as i64)
                } else {
                    Object::Dictionary(dictionary! { "Type" => "MCR", "Pg" => *page, "MCID" => mcid as i64 })
                });
                owners.push(Object::Reference(*id));
            }
        }
        parents.extend([Object::Integer(number as i64), Object::Array(owners)]);
        let page = doc.get_object_mut(*page)?.as_dict_mut()?;
        page.set("StructParents", number as i64);
        page.set("Tabs", "S");
        page.remove(b"Annots");
    }
    for (leaf, ((node, id), mut kids)) in tree.iter().zip(&ids).zip(kids).enumerate() {
        let parent = node.parent.and_then(|p| ids.get(p)).copied().unwrap_or(root);
        let mut element = dictionary! { "S" => tag_name(node.tag), "P" => parent };
        if let Some(home) = homes[leaf] {
            element.set("Pg", home);
        }
        match kids.len() {
            0 => {}
            1 => element.set("K", kids.swap_remove(0)),
            _ => element.set("K", kids),
        }
        if let Some(lang) = node.lang {
            element.set("Lang", Object::string_literal(lang.tag()));
        }
        if let Some((owner, key, value)) = attribute(node.tag) {
            element.set("A", dictionary! { "O" => owner, key => value });
        }
        if let Some(alt) = &node.alt {
            element.set("Alt", utf16(alt));
            element.set(
                "A",
                dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => bounds(whole, leaf) },
            );
        }
        doc.set_object(*id, element);
    }
    let parent_tree = doc.add_object(dictionary! { "Nums" => parents });
    doc.set_object(
        root,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => tops,
            "ParentTree" => parent_tree,
            "ParentTreeNextKey" => marks.len() as i64,
        },
    );
    doc.catalog_mut()?.set("StructTreeRoot", root);
    Ok(())
}

/// Where a figure is on its page: left, lower, right, upper edge.
fn bounds(whole: &Pages, leaf: usize) -> Vec<Object> {
    let drawn = whole.sheets.iter().flat_map(|sheet| &sheet.drawn).find(|drawn| drawn.leaf == Some(leaf));
    let Some(Shape::Picture { x, y, w, h, .. }) = drawn.map(|drawn| &drawn.shape) else { return Vec::new() };
    let hundredths = |v: f32| Object::Real((v * 100.0).round() / 100.0);
    [*x, PAGE.1 - y - h, x + w, PAGE.1 - y].map(hundredths).to_vec()
}

fn attribute(tag: Tag) -> Option<(&'static str, &'static str, &'static str)> {
    match tag {
        Tag::ThColumn => Some(("Table", "Scope", "Column")),
        Tag::ThRow => Some(("Table", "Scope", "Row")),
        Tag::L { letters: true } => Some(("List", "ListNumbering", "LowerAlpha")),
        Tag::L { letters: false } => Some(("List", "ListNumbering", "Disc")),
        _ => None,
    }
}
