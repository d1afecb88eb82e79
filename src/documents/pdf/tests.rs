use lopdf::{Dictionary, Document, Object};
use sha2::{Digest, Sha256};

use crate::documents::page::Shape;
use crate::documents::psp::sample::when;
use crate::documents::psp::section_title;
use crate::documents::{self, Pages, TextSize};
use crate::domain::paper::stationery::{Logo, Stationery};
use crate::domain::paper::{Paper, PspPaper};

fn pages(paper: PspPaper, stationery: &Stationery) -> Pages {
    documents::pages(&Paper::Psp(Box::new(paper)), stationery, TextSize::Normal).unwrap()
}

fn document(pages: &Pages) -> Document {
    Document::load_mem(&pages.pdf(when()).unwrap().bytes).unwrap()
}

fn utf16(object: &Object) -> String {
    let bytes = object.as_str().unwrap();
    let units: Vec<u16> = bytes.chunks(2).skip(1).map(|b| u16::from_be_bytes([b[0], b[1]])).collect();
    String::from_utf16(&units).unwrap()
}

fn get<'a>(doc: &'a Document, of: &Dictionary, key: &str) -> Option<&'a Dictionary> {
    doc.get_dictionary(of.get(key.as_bytes()).ok()?.as_reference().ok()?).ok()
}

/// Titles and pages of the bookmarks under one.
fn bookmarks(doc: &Document, under: &Dictionary) -> Vec<(String, u32)> {
    let numbers: Vec<_> = doc.get_pages().into_iter().collect();
    let mut found = Vec::new();
    let mut next = get(doc, under, "First");
    while let Some(item) = next {
        let to = item.get(b"Dest").unwrap().as_array().unwrap()[0].as_reference().unwrap();
        let page = numbers.iter().find(|(_, id)| *id == to).unwrap().0;
        found.push((utf16(item.get(b"Title").unwrap()), page));
        found.extend(bookmarks(doc, item));
        next = get(doc, item, "Next");
    }
    assert_eq!(
        under.get(b"Count").map_or(0, |count| count.as_i64().unwrap()) == 0,
        found.is_empty(),
        "what is under a bookmark is counted"
    );
    found
}

#[test]
fn bookmarks_lead_to_the_title_and_to_every_section() {
    let pages = pages(PspPaper::sample(), &Stationery::default());
    let doc = document(&pages);
    let catalog = doc.catalog().unwrap();
    let found = bookmarks(&doc, get(&doc, catalog, "Outlines").unwrap());
    let titles: Vec<String> = (1..=15).map(|n| format!("{n}. {}", section_title(n))).collect();
    assert_eq!(found[0].0, "Patto di servizio personalizzato");
    assert_eq!(found[1..].iter().map(|(title, _)| title.clone()).collect::<Vec<_>>(), titles);
    let text = pages.text(80);
    for (n, (_, page)) in found[1..].iter().enumerate() {
        let sections = &text[*page as usize - 1].sections;
        assert!(sections.iter().any(|(number, _)| usize::from(*number) == n + 1), "{n} is not on {page}");
    }
}

/// What the content of each page begins its artefacts with.
fn artefacts(doc: &Document) -> Vec<String> {
    doc.page_iter().map(|page| String::from_utf8_lossy(&doc.get_page_content(page)).into_owned()).collect()
}

#[test]
fn foot_and_mark_belong_to_the_page() {
    let count =
        |all: &[String], of: &str| all.iter().map(|page| page.matches(of).count()).collect::<Vec<_>>();
    let issued = artefacts(&document(&pages(PspPaper::sample(), &Stationery::default())));
    assert_eq!(count(&issued, "/Subtype/Footer"), [1; 4]);
    assert_eq!(count(&issued, "Watermark"), [0; 4]);
    let draft = artefacts(&document(&pages(PspPaper::empty_sample(), &Stationery::default())));
    assert_eq!(count(&draft, "Watermark"), vec![1; draft.len()]);
}

fn logo() -> Stationery {
    let picture = image::RgbImage::from_fn(600, 200, |x, y| image::Rgb([(x / 3) as u8, y as u8, 90]));
    let mut file = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut file, image::ImageFormat::Png).unwrap();
    let logo = Logo { file: file.into_inner(), alt: "Stemma della Provincia d’Esempio".into() };
    Stationery { logo: Some(logo), ..Stationery::default() }
}

#[test]
fn a_logo_is_a_figure_beside_the_letterhead() {
    let pages = pages(PspPaper::sample(), &logo());
    assert_eq!(pages.count(), 4, "the logo takes no line");
    let doc = document(&pages);
    let figure = doc
        .objects
        .values()
        .filter_map(|o| o.as_dict().ok())
        .find(|element| element.get(b"S").and_then(Object::as_name).is_ok_and(|name| name == b"Figure"));
    let figure = figure.unwrap();
    assert_eq!(utf16(figure.get(b"Alt").unwrap()), "Stemma della Provincia d’Esempio");
    let at = figure.get(b"A").unwrap().as_dict().unwrap().get(b"BBox").unwrap().as_array().unwrap();
    let at: Vec<f32> = at.iter().map(|v| v.as_float().unwrap()).collect();
    // 60 by 20 mm, its right edge on the margin.
    assert!((at[2] - at[0] - 170.08).abs() < 0.1 && (at[3] - at[1] - 56.69).abs() < 0.1, "{at:?}");
    let images = doc.objects.values().filter_map(|o| o.as_stream().ok()).filter(|stream| {
        stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Image")
    });
    assert_eq!(images.count(), 1);
    // No word of the letterhead is under it.
    let (left, lower) = (at[0], crate::documents::page::PAGE.1 - at[1]);
    for drawn in &pages.sheets[0].drawn {
        if let Shape::Text { x, y, weight, size, text, .. } = &drawn.shape
            && y - size < lower
        {
            let face = crate::documents::face::face(*weight);
            let wide: f32 = text.trim_end().chars().filter_map(|c| face.width(c, *size)).sum();
            assert!(x + wide < left, "{text:?} under the logo");
        }
    }
}

/// A cell that goes on over pages is one element with content on each.
#[test]
fn one_element_has_content_on_more_pages() {
    let mut paper = PspPaper::sample();
    paper.measures[0].outcome = "parola ".repeat(1000);
    let doc = document(&pages(paper, &Stationery::default()));
    let kids = doc.objects.values().filter_map(|o| o.as_dict().ok()?.get(b"K").ok()?.as_array().ok());
    let mixed = kids.filter(|kids| {
        kids.iter().any(|kid| kid.as_i64().is_ok())
            && kids.iter().any(|kid| kid.as_dict().is_ok_and(|mcr| mcr.has(b"Pg")))
    });
    assert!(mixed.count() >= 1);
}

/// Debug and release write the same file: the benchmark, run in release,
/// compares with this digest too. To write it anew after a change of what is
/// drawn, run with `SPORTELLO_WRITE_GOLDEN=1` and look at the pages.
#[test]
fn the_file_is_the_same_in_every_profile() {
    let bytes = pages(PspPaper::sample(), &Stationery::default()).pdf(when()).unwrap().bytes;
    assert!(bytes.len() < 60_000, "{}", bytes.len());
    let digest: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/psp_paper.sha256");
    if std::env::var_os("SPORTELLO_WRITE_GOLDEN").is_some() {
        std::fs::write(path, format!("{digest}\n")).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap().trim(), digest);
}
