//! A picture an office puts on its paper: a PNG or a JPEG of anybody's making,
//! read as the samples a page draws.
//!
//! What the file says of itself is read first, with our own eyes: a picture
//! too large to be a logo is refused before a byte of it is unpacked.

use std::fmt;
use std::io::Cursor;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::{CompressionType, FilterType, PngDecoder, PngEncoder};
use image::imageops::{self, FilterType as Kernel};
use image::{DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, Limits, RgbImage};
use serde::{Deserialize, Serialize};

use crate::domain::paper::stationery::{LOGO_BOX, MOST_LOGO};

/// Largest file that is looked at, bytes.
pub const MOST_BYTES: usize = 20 * 1024 * 1024;
/// Most points of a picture, millions: a page scanned at 300 dots an inch is
/// nine.
const MOST_MEGAPIXELS: u64 = 20;
/// Longest side, points.
const LONGEST: u32 = 20_000;
/// Dots an inch a logo is kept at, the finest first: a coarser one is taken
/// where the file would be large.
const DENSITIES: [u32; 3] = [300, 200, 150];
/// A logo with fewer points than its box is drawn at these dots an inch.
const LOOSEST: u32 = 96;
/// Bytes from which a coarser picture is tried: a document should stay small.
const LARGE: usize = 32 * 1024;

/// The samples of a picture, eight bits each, rows from the top, nothing
/// between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Samples {
    /// One a point.
    Grey(Vec<u8>),
    /// Three a point: red, green, blue, sRGB.
    Rgb(Vec<u8>),
}

/// A picture as a page draws it. Kept with the words of a document as a PNG
/// file in letters (base64).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Picture {
    /// Points across, at least one.
    pub width: u32,
    /// Points down, at least one.
    pub height: u32,
    /// Its points.
    pub samples: Samples,
}

/// Why a file is no picture for a page; its words are an Italian sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Another kind of file, named where it is known.
    Kind(&'static str),
    /// The file is larger than any logo.
    Heavy,
    /// More points than any logo: width, height.
    Large(u32, u32),
    /// No width or no height.
    Empty,
    /// More pictures in one.
    Animated,
    /// Colours of a printing press.
    Cmyk,
    /// The file ends too early, or does not hold together.
    Broken,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kind("") => f.write_str("Il file non è un'immagine PNG o JPEG."),
            Self::Kind(kind) => {
                write!(f, "Il file è {kind}: ci vuole un'immagine PNG o JPEG, salvarla così e riprovare.")
            }
            Self::Heavy => write!(
                f,
                "Il file è troppo grande: al più {} MB. Ridurre l'immagine e riprovare.",
                MOST_BYTES / 1024 / 1024
            ),
            Self::Large(width, height) => write!(
                f,
                "L'immagine è troppo grande: {width} × {height} punti, al più {MOST_MEGAPIXELS} milioni. \
                 Per un logo ne bastano 709 × 236."
            ),
            Self::Empty => f.write_str("L'immagine è vuota: larghezza o altezza sono zero."),
            Self::Animated => {
                f.write_str("L'immagine è animata: sulla carta ci va ferma. Salvarne un fotogramma solo.")
            }
            Self::Cmyk => f.write_str(
                "L'immagine è in quadricromia (CMYK): salvarla in RGB, altrimenti i colori sarebbero altri.",
            ),
            Self::Broken => f.write_str("L'immagine è rovinata o finisce a metà: esportarla di nuovo."),
        }
    }
}

/// What a file says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Head {
    Png { width: u32, height: u32 },
    Jpeg { width: u32, height: u32, colours: u8 },
}

impl Picture {
    /// Reads a file: PNG or JPEG by what its bytes say, turned as a camera
    /// held it, on white where one could see through it, eight bits a sample.
    ///
    /// # Errors
    /// Why not.
    pub fn read(file: &[u8]) -> Result<Self, Refused> {
        if file.len() > MOST_BYTES {
            return Err(Refused::Heavy);
        }
        let head = head(file)?;
        let (Head::Png { width, height } | Head::Jpeg { width, height, .. }) = head;
        if width == 0 || height == 0 {
            return Err(Refused::Empty);
        }
        let points = u64::from(width) * u64::from(height);
        if points > MOST_MEGAPIXELS * 1_000_000 || width.max(height) > LONGEST {
            return Err(Refused::Large(width, height));
        }
        let image = match head {
            Head::Png { .. } => png(file)?,
            Head::Jpeg { colours: 4, .. } => return Err(Refused::Cmyk),
            Head::Jpeg { .. } => jpeg(file)?,
        };
        Ok(Self::of(&on_white(&image)))
    }

    fn of(image: &RgbImage) -> Self {
        let (width, height) = image.dimensions();
        let grey = image.pixels().all(|p| p.0[0] == p.0[1] && p.0[1] == p.0[2]);
        let samples = if grey {
            Samples::Grey(image.pixels().map(|p| p.0[0]).collect())
        } else {
            Samples::Rgb(image.as_raw().clone())
        };
        Self { width, height, samples }
    }

    /// How large it is on paper, millimetres: as large as the box of a logo
    /// lets, and no coarser than 96 dots an inch.
    #[must_use]
    pub fn on_paper(&self) -> (f32, f32) {
        let (width, height) = (self.width as f32, self.height as f32);
        let loosest = 25.4 / LOOSEST as f32;
        let scale = (LOGO_BOX.0 as f32 / width).min(LOGO_BOX.1 as f32 / height).min(loosest);
        (width * scale, height * scale)
    }

    /// The file of a logo to keep: a PNG with the points its box needs at 300
    /// dots an inch, fewer where that would be a large file.
    ///
    /// # Errors
    /// It is too long and thin to be seen in its box.
    pub fn logo(&self) -> Result<Vec<u8>, Refused> {
        let mut file = Vec::new();
        for density in DENSITIES {
            file = self.within(density).png()?;
            if file.len() <= LARGE {
                break;
            }
        }
        if file.len() > MOST_LOGO { Err(Refused::Heavy) } else { Ok(file) }
    }

    /// The same, no larger than the box of a logo at these dots an inch.
    fn within(&self, density: u32) -> Self {
        let side = |millimetres: u32| (millimetres * density).div_ceil(25);
        let (most_width, most_height) = (side(LOGO_BOX.0), side(LOGO_BOX.1));
        if self.width <= most_width && self.height <= most_height {
            return self.clone();
        }
        let scale = (f64::from(most_width) / f64::from(self.width))
            .min(f64::from(most_height) / f64::from(self.height));
        let scaled = |side: u32| ((f64::from(side) * scale).round() as u32).max(1);
        let (width, height) = (scaled(self.width), scaled(self.height));
        Self::of(&imageops::resize(&self.rgb(), width, height, Kernel::Triangle))
    }

    fn rgb(&self) -> RgbImage {
        let samples = match &self.samples {
            Samples::Rgb(samples) => samples.clone(),
            Samples::Grey(samples) => samples.iter().flat_map(|grey| [*grey; 3]).collect(),
        };
        RgbImage::from_raw(self.width, self.height, samples).unwrap_or_default()
    }

    /// As a PNG file, the same bytes for the same picture.
    fn png(&self) -> Result<Vec<u8>, Refused> {
        let mut file = Vec::new();
        let encoder = PngEncoder::new_with_quality(&mut file, CompressionType::Best, FilterType::Adaptive);
        let (samples, colour) = match &self.samples {
            Samples::Grey(samples) => (samples, ExtendedColorType::L8),
            Samples::Rgb(samples) => (samples, ExtendedColorType::Rgb8),
        };
        encoder.write_image(samples, self.width, self.height, colour).map_err(|_| Refused::Broken)?;
        Ok(file)
    }
}

impl From<Picture> for String {
    fn from(picture: Picture) -> Self {
        // A picture has its points: there is nothing in it a PNG cannot hold.
        STANDARD.encode(picture.png().unwrap_or_default())
    }
}

impl TryFrom<String> for Picture {
    type Error = Refused;

    fn try_from(kept: String) -> Result<Self, Refused> {
        Self::read(&STANDARD.decode(&kept).map_err(|_| Refused::Broken)?)
    }
}

/// Kind and size, from the first bytes.
fn head(file: &[u8]) -> Result<Head, Refused> {
    let four = |at: usize| {
        let bytes = file.get(at..at + 4).and_then(|bytes| <[u8; 4]>::try_from(bytes).ok());
        bytes.map(u32::from_be_bytes).ok_or(Refused::Broken)
    };
    if file.starts_with(b"\x89PNG\r\n\x1a\n") {
        return if file.get(12..16) == Some(b"IHDR") {
            Ok(Head::Png { width: four(16)?, height: four(20)? })
        } else {
            Err(Refused::Broken)
        };
    }
    if file.starts_with(b"\xff\xd8\xff") {
        return frame(file).ok_or(Refused::Broken);
    }
    let known: [(&[u8], &str); 8] = [
        (b"GIF8", "un GIF"),
        (b"RIFF", "un WebP"),
        (b"BM", "un BMP"),
        (b"%PDF", "un PDF"),
        (b"II*\0", "un TIFF"),
        (b"MM\0*", "un TIFF"),
        (b"<svg", "un disegno SVG"),
        (b"<?xml", "un disegno SVG"),
    ];
    let kind = known.iter().find(|(first, _)| file.starts_with(first)).map_or("", |(_, kind)| kind);
    Err(Refused::Kind(kind))
}

/// The frame header of a JPEG (ITU T.81 B.2.2), found from segment to segment.
fn frame(file: &[u8]) -> Option<Head> {
    let mut at = 2;
    loop {
        // Any number of fill bytes may stand before a marker.
        while file.get(at..at + 2)? == [0xff, 0xff] {
            at += 1;
        }
        let [0xff, marker] = *file.get(at..at + 2)? else { return None };
        let length = usize::from(u16::from_be_bytes(*file.get(at + 2..at + 4)?.first_chunk()?));
        if (0xc0..=0xcf).contains(&marker) && ![0xc4, 0xc8, 0xcc].contains(&marker) {
            let [_, h1, h0, w1, w0, colours] = *file.get(at + 4..at + 10)?.first_chunk()?;
            let side = |high: u8, low: u8| u32::from(u16::from_be_bytes([high, low]));
            return Some(Head::Jpeg { width: side(w1, w0), height: side(h1, h0), colours });
        }
        if marker == 0xda || length < 2 {
            return None;
        }
        at += 2 + length;
    }
}

fn png(file: &[u8]) -> Result<DynamicImage, Refused> {
    let broken = |_| Refused::Broken;
    let decoder = PngDecoder::with_limits(Cursor::new(file), limits()).map_err(broken)?;
    if decoder.is_apng().map_err(broken)? {
        return Err(Refused::Animated);
    }
    DynamicImage::from_decoder(decoder).map_err(broken)
}

fn jpeg(file: &[u8]) -> Result<DynamicImage, Refused> {
    // The reader fills what is missing with grey and says nothing: a whole
    // file has an end after its last scan.
    let last = |mark: [u8; 2]| file.windows(2).rposition(|two| two == mark);
    if last([0xff, 0xd9]) < last([0xff, 0xda]) {
        return Err(Refused::Broken);
    }
    let mut decoder = JpegDecoder::new(Cursor::new(file)).map_err(|_| Refused::Broken)?;
    let turned = decoder.orientation().map_err(|_| Refused::Broken)?;
    let mut image = DynamicImage::from_decoder(decoder).map_err(|_| Refused::Broken)?;
    image.apply_orientation(turned);
    Ok(image)
}

/// Room for what is no picture in the file: profiles, texts.
fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(256 * 1024 * 1024);
    limits
}

/// What can be seen through shows the paper.
fn on_white(image: &DynamicImage) -> RgbImage {
    if !image.color().has_alpha() {
        return image.to_rgb8();
    }
    let image = image.to_rgba8();
    let (width, height) = image.dimensions();
    let mut flat = RgbImage::new(width, height);
    for (from, to) in image.pixels().zip(flat.pixels_mut()) {
        let [r, g, b, alpha] = from.0.map(u32::from);
        to.0 = [r, g, b].map(|c| ((c * alpha + 255 * (255 - alpha) + 127) / 255) as u8);
    }
    flat
}

#[cfg(test)]
mod tests;
