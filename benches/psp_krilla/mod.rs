//! The same pages written by krilla, to compare with: the same text at the
//! same places, the same faces, the same tags as far as its interface goes,
//! its own configuration of PDF/A-2a and PDF/UA-1. No shaping, as we do none.

use std::collections::BTreeMap;
use std::num::NonZeroU16;

use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, Configuration, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, ListNumbering, Node, TableHeaderScope, Tag as Kind, TagGroup,
    TagKind, TagTree,
};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};
use sportello::documents::Pages;
use sportello::documents::face::{Weight, face};
use sportello::documents::page::{Ink, PAGE, Shape, Tag};

/// The three faces, read once: a service would do the same.
pub struct Faces([Font; 3]);

impl Faces {
    pub fn read() -> Self {
        let font = |bytes: &'static [u8]| Font::new(bytes.into(), 0).expect("the face is whole");
        Self([
            font(include_bytes!("../../assets/fonts/TitilliumWeb-Regular.ttf")),
            font(include_bytes!("../../assets/fonts/TitilliumWeb-SemiBold.ttf")),
            font(include_bytes!("../../assets/fonts/TitilliumWeb-Bold.ttf")),
        ])
    }

    fn of(&self, weight: Weight) -> Font {
        self.0[weight as usize].clone()
    }
}

/// The pages as bytes.
pub fn write(pages: &Pages, faces: &Faces) -> Vec<u8> {
    let settings = SerializeSettings { configuration: configuration(), ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    let mut leaves: Vec<Vec<Node>> = pages.tree.iter().map(|_| Vec::new()).collect();
    for sheet in &pages.sheets {
        let mut page = document.start_page_with(PageSettings::from_wh(PAGE.0, PAGE.1).expect("A4"));
        let mut surface = page.surface();
        let mut open: Option<Option<usize>> = None;
        for drawn in &sheet.drawn {
            if open != Some(drawn.leaf) {
                if open.is_some() {
                    surface.end_tagged();
                }
                match drawn.leaf {
                    Some(leaf) => leaves[leaf].push(surface.start_tagged(ContentTag::Other).into()),
                    None => drop(
                        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other))),
                    ),
                }
                open = Some(drawn.leaf);
            }
            draw(&mut surface, &drawn.shape, faces);
        }
        if open.is_some() {
            surface.end_tagged();
        }
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
        sheet.foot.iter().for_each(|shape| draw(&mut surface, shape, faces));
        surface.end_tagged();
        surface.finish();
        page.finish();
    }
    document.set_tag_tree(tree(pages, leaves));
    document.set_outline(outline(pages));
    let date = DateTime::new(2026).month(11).day(23).hour(10).minute(45).second(0).utc_offset_hour(1);
    document.set_metadata(
        Metadata::new().title(pages.title.clone()).language("it-IT".into()).creation_date(date),
    );
    document.finish().expect("krilla takes the pages")
}

fn configuration() -> Configuration {
    ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .expect("2a and UA-1 go together")
}

fn fill(ink: Ink) -> Option<Fill> {
    let [r, g, b] = ink.rgb();
    Some(Fill { paint: rgb::Color::new(r, g, b).into(), ..Fill::default() })
}

fn rectangles(all: impl IntoIterator<Item = [f32; 4]>) -> Path {
    let mut path = PathBuilder::new();
    for [x, y, w, h] in all {
        path.push_rect(Rect::from_xywh(x, y, w, h).expect("a rectangle"));
    }
    path.finish().expect("a path")
}

fn draw(surface: &mut Surface, shape: &Shape, faces: &Faces) {
    match shape {
        Shape::Text { x, y, weight, size, ink, text, .. } => {
            let metrics = face(*weight);
            let glyphs: Vec<KrillaGlyph> = text
                .char_indices()
                .filter_map(|(at, c)| {
                    let glyph = metrics.glyph(c)?;
                    let advance = f32::from(metrics.advance(glyph)) / f32::from(metrics.em);
                    let range = at..at + c.len_utf8();
                    Some(KrillaGlyph::new(GlyphId::new(glyph.into()), advance, 0.0, 0.0, 0.0, range, None))
                })
                .collect();
            surface.set_fill(fill(*ink));
            surface.draw_glyphs(Point::from_xy(*x, *y), &glyphs, faces.of(*weight), text, *size, false);
        }
        Shape::Fill { x, y, w, h, ink } => {
            surface.set_fill(fill(*ink));
            surface.draw_path(&rectangles([[*x, *y, *w, *h]]));
        }
        Shape::Code { x, y, side, modules } => {
            let module = side / f32::from(modules.side);
            surface.set_fill(fill(Ink::Black));
            surface.push_transform(&Transform::from_row(module, 0.0, 0.0, module, *x, *y));
            surface.draw_path(&rectangles(modules.dark.iter().map(|r| r.map(f32::from))));
            surface.pop();
        }
        Shape::Picture { .. } | Shape::Glyphs { .. } => unreachable!("the sample has Latin letters only"),
    }
}

fn kind(tag: Tag, title: Option<String>) -> TagKind {
    // Its own rules of PDF/UA ask for the words of a heading as its title.
    let level = |n: u16| Kind::Hn(NonZeroU16::new(n).expect("one or two"), title);
    match tag {
        Tag::Document => Kind::Part.into(),
        Tag::H1 => level(1).into(),
        Tag::H2 => level(2).into(),
        Tag::P => Kind::P.into(),
        Tag::L { letters: true } => Kind::L(ListNumbering::LowerAlpha).into(),
        Tag::L { letters: false } => Kind::L(ListNumbering::Disc).into(),
        Tag::Li => Kind::LI.into(),
        Tag::Lbl => Kind::Lbl.into(),
        Tag::LBody => Kind::LBody.into(),
        Tag::Table => Kind::Table.into(),
        Tag::Tr => Kind::TR.into(),
        Tag::ThColumn => Kind::TH(TableHeaderScope::Column).into(),
        Tag::ThRow => Kind::TH(TableHeaderScope::Row).into(),
        Tag::Td => Kind::TD.into(),
        Tag::Figure => Kind::Figure(None).into(),
        Tag::Span => Kind::Span.into(),
    }
}

/// Children come after their parent: from the last node to the first.
fn tree(pages: &Pages, leaves: Vec<Vec<Node>>) -> TagTree {
    let mut kids: Vec<Vec<Node>> = pages.tree.iter().map(|_| Vec::new()).collect();
    let mut tops = Vec::new();
    let mut headings: BTreeMap<usize, String> = BTreeMap::new();
    for drawn in pages.sheets.iter().flat_map(|sheet| &sheet.drawn) {
        if let (Some(leaf), Shape::Text { text, .. }) = (drawn.leaf, &drawn.shape)
            && matches!(pages.tree[leaf].tag, Tag::H1 | Tag::H2)
        {
            headings.entry(leaf).or_default().push_str(text);
        }
    }
    for (n, (node, mut content)) in pages.tree.iter().zip(leaves).enumerate().rev() {
        let mut children = std::mem::take(&mut kids[n]);
        children.reverse();
        content.append(&mut children);
        let group = TagGroup::with_children(kind(node.tag, headings.remove(&n)), content);
        match node.parent {
            Some(parent) => kids[parent].push(group.into()),
            None => tops.push(group.into()),
        }
    }
    TagTree::from(tops).with_lang(Some("it-IT".into()))
}

fn outline(pages: &Pages) -> Outline {
    let mut outline = Outline::new();
    let mut last = None;
    for (n, sheet) in pages.sheets.iter().enumerate() {
        for drawn in &sheet.drawn {
            let Some(tag) = drawn.leaf.map(|leaf| pages.tree[leaf].tag) else { continue };
            let (Tag::H1 | Tag::H2, Shape::Text { y, text, .. }) = (tag, &drawn.shape) else { continue };
            if last != drawn.leaf {
                outline.push_child(OutlineNode::new(
                    text.clone(),
                    XyzDestination::new(n, Point::from_xy(0.0, *y)),
                ));
            }
            last = drawn.leaf;
        }
    }
    outline
}
