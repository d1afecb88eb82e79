//! Pages drawn, scanned badly, read back.

use std::process::Command;

use image::{GrayImage, Luma, imageops};

use crate::documents::psp::sample::when;
use crate::documents::{self, Pages, TextSize};
use crate::domain::paper::stationery::Stationery;
use crate::domain::paper::{Paper, PspPaper};

fn pages(paper: PspPaper, size: TextSize) -> Pages {
    documents::pages(&Paper::Psp(Box::new(paper)), &Stationery::default(), size).unwrap()
}

/// The pages as an office scanner sees them, 150 dots an inch.
fn drawn(pages: &Pages) -> Vec<GrayImage> {
    let dir = tempfile::tempdir().unwrap();
    let (file, out) = (dir.path().join("a.pdf"), dir.path().join("p"));
    std::fs::write(&file, pages.pdf(when()).unwrap().bytes).unwrap();
    let status = Command::new("pdftoppm").args(["-r", "150", "-gray", "-png"]).args([&file, &out]).status();
    assert!(status.expect("this test needs pdftoppm (package poppler-utils)").success());
    let mut files: Vec<_> = std::fs::read_dir(dir.path()).unwrap().map(|f| f.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ext| ext == "png"));
    files.sort();
    files.iter().map(|file| image::open(file).unwrap().into_luma8()).collect()
}

/// Turned by some degrees around its middle, as paper laid askew.
fn askew(page: &GrayImage, degrees: f32) -> GrayImage {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let (cx, cy) = (page.width() as f32 / 2.0, page.height() as f32 / 2.0);
    GrayImage::from_fn(page.width(), page.height(), |x, y| {
        let (dx, dy) = (x as f32 - cx, y as f32 - cy);
        let (x, y) = (cx + dx * cos - dy * sin, cy + dx * sin + dy * cos);
        imageops::interpolate_bilinear(page, x, y).unwrap_or(Luma([255]))
    })
}

/// The codes on a page.
fn read(page: &GrayImage) -> Vec<String> {
    let (width, height) = (page.width() as usize, page.height() as usize);
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
        page.get_pixel(x as u32, y as u32).0[0]
    });
    image.detect_grids().iter().filter_map(|grid| Some(grid.decode().ok()?.1)).collect()
}

#[test]
fn every_page_is_read_back_from_a_scan() {
    for (paper, size) in [
        (PspPaper::sample(), TextSize::Normal),
        (PspPaper::full_sample(), TextSize::Normal),
        (PspPaper::sample(), TextSize::Large),
    ] {
        let pages = pages(paper, size);
        let code = pages.code.clone().unwrap();
        let images = drawn(&pages);
        assert_eq!(images.len(), pages.count());
        for (n, image) in images.iter().enumerate() {
            let payload = code.payload(n + 1, images.len());
            assert_eq!(read(image), [payload.as_str()], "as it is");
            let (width, height) = image.dimensions();
            let foot = imageops::crop_imm(image, width / 2, height * 4 / 5, width / 2, height / 5).to_image();
            for (scan, how) in [
                (askew(&foot, 1.5), "askew"),
                (imageops::blur(&askew(&foot, -3.0), 1.0), "askew and blurred"),
            ] {
                assert_eq!(read(&scan), [payload.as_str()], "{how}");
            }
            // What is read is also printed beside it.
            let clear = pages.text(80)[n].lines.iter().any(|line| line.text == payload);
            assert!(clear, "{payload}");
        }
    }
}

#[test]
fn size_and_copy_do_not_change_the_check_and_a_word_does() {
    let check = |paper: PspPaper, size| pages(paper, size).code.map(|code| code.check);
    let issued = check(PspPaper::sample(), TextSize::Normal);
    assert_eq!(issued, check(PspPaper::sample(), TextSize::Large));
    let mut other = PspPaper::sample();
    other.objective.push('!');
    assert_ne!(issued, check(other, TextSize::Normal));
    assert_eq!(check(PspPaper::empty_sample(), TextSize::Normal), None, "a draft has no code");
}
