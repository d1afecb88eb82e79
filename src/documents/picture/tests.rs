use super::*;
use image::codecs::jpeg::JpegEncoder;
use image::{GrayImage, ImageBuffer, Luma, Rgb, Rgba};

fn png_of<C: AsRef<[u8]>>(samples: C, width: u32, height: u32, colour: ExtendedColorType) -> Vec<u8> {
    let mut file = Vec::new();
    PngEncoder::new(&mut file).write_image(samples.as_ref(), width, height, colour).unwrap();
    file
}

/// Stripes of a colour, as a coat of arms has them.
fn stripes(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| if x / 10 % 2 == 0 { Rgb([190, 20, 40]) } else { Rgb([255; 3]) })
}

fn noise(width: u32, height: u32) -> RgbImage {
    let mut seed = 7u32;
    RgbImage::from_fn(width, height, |_, _| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let [a, b, c, _] = seed.to_be_bytes();
        Rgb([a, b, c])
    })
}

#[test]
fn a_picture_is_read_as_its_points() {
    let image = stripes(40, 10);
    let read = Picture::read(&png_of(image.as_raw(), 40, 10, ExtendedColorType::Rgb8)).unwrap();
    assert_eq!((read.width, read.height), (40, 10));
    assert_eq!(read.samples, Samples::Rgb(image.into_raw()));
    let grey = GrayImage::from_fn(9, 9, |x, y| Luma([(x * y) as u8]));
    let read = Picture::read(&png_of(grey.as_raw(), 9, 9, ExtendedColorType::L8)).unwrap();
    assert_eq!(read.samples, Samples::Grey(grey.into_raw()));
    let same = DynamicImage::ImageLuma8(GrayImage::from_pixel(4, 4, Luma([7]))).to_rgb8();
    let read = Picture::read(&png_of(same.as_raw(), 4, 4, ExtendedColorType::Rgb8)).unwrap();
    assert_eq!(read.samples, Samples::Grey(vec![7; 16]), "without colours it is grey");
}

#[test]
fn what_can_be_seen_through_is_on_white_and_sixteen_bits_are_eight() {
    let clear = [[200, 0, 0, 0], [200, 0, 0, 255], [0, 0, 0, 128]];
    let file = png_of(clear.concat(), 3, 1, ExtendedColorType::Rgba8);
    let read = Picture::read(&file).unwrap();
    assert_eq!(read.samples, Samples::Rgb(vec![255, 255, 255, 200, 0, 0, 127, 127, 127]));
    let deep: ImageBuffer<Rgba<u16>, Vec<u16>> =
        ImageBuffer::from_pixel(2, 1, Rgba([65_535, 257, 0, 65_535]));
    let mut file = Cursor::new(Vec::new());
    DynamicImage::ImageRgba16(deep).write_to(&mut file, image::ImageFormat::Png).unwrap();
    let read = Picture::read(&file.into_inner()).unwrap();
    assert_eq!(read.samples, Samples::Rgb(vec![255, 1, 0, 255, 1, 0]));
}

#[test]
fn a_jpeg_is_read_and_one_cut_off_is_refused() {
    let mut file = Vec::new();
    JpegEncoder::new(&mut file).encode_image(&stripes(64, 32)).unwrap();
    let read = Picture::read(&file).unwrap();
    assert_eq!((read.width, read.height), (64, 32));
    for end in [3, 20, file.len() / 2, file.len() - 2] {
        assert_eq!(Picture::read(&file[..end]), Err(Refused::Broken), "{end}");
    }
    // Four colours in the frame header.
    let frame = file.windows(2).position(|two| two == [0xff, 0xc0]).unwrap();
    file[frame + 9] = 4;
    assert_eq!(Picture::read(&file), Err(Refused::Cmyk));
}

#[test]
fn what_is_no_logo_is_refused_with_a_sentence() {
    let whole = png_of(stripes(64, 32).as_raw(), 64, 32, ExtendedColorType::Rgb8);
    let sized = |width: u32, height: u32| {
        let mut file = whole.clone();
        file[16..20].copy_from_slice(&width.to_be_bytes());
        file[20..24].copy_from_slice(&height.to_be_bytes());
        file
    };
    let mut moving = whole[..33].to_vec();
    moving.extend(b"\0\0\0\x08acTL\0\0\0\x02\0\0\0\0");
    moving.extend(0xf38d_9370_u32.to_be_bytes());
    moving.extend(&whole[33..]);
    for (file, refused, said) in [
        (sized(8_000, 7_000), Refused::Large(8_000, 7_000), "8000 × 7000 punti"),
        (sized(u32::MAX, u32::MAX), Refused::Large(u32::MAX, u32::MAX), "troppo grande"),
        (sized(20_001, 1), Refused::Large(20_001, 1), "troppo grande"),
        (sized(0, 5), Refused::Empty, "vuota"),
        (whole[..whole.len() / 2].to_vec(), Refused::Broken, "finisce a metà"),
        (whole[..20].to_vec(), Refused::Broken, "finisce a metà"),
        (sized(64, 33), Refused::Broken, "rovinata"),
        (moving, Refused::Animated, "animata"),
        (vec![0; MOST_BYTES + 1], Refused::Heavy, "al più 20 MB"),
        (b"GIF89a...".to_vec(), Refused::Kind("un GIF"), "è un GIF"),
        (b"%PDF-1.7".to_vec(), Refused::Kind("un PDF"), "PNG o JPEG"),
        (b"ciao".to_vec(), Refused::Kind(""), "non è un'immagine"),
        (Vec::new(), Refused::Kind(""), "non è un'immagine"),
    ] {
        let found = Picture::read(&file);
        assert_eq!(found, Err(refused), "{said}");
        assert!(refused.to_string().contains(said), "{refused}");
    }
}

#[test]
fn a_logo_is_kept_as_small_as_its_box_needs() {
    let large = Picture::of(&stripes(3_000, 500));
    let file = large.logo().unwrap();
    let kept = Picture::read(&file).unwrap();
    assert_eq!((kept.width, kept.height), (720, 120));
    assert!(file.len() < LARGE, "{}", file.len());
    assert_eq!(file, large.logo().unwrap(), "the same bytes");
    let (width, height) = kept.on_paper();
    assert!((width - 60.0).abs() < 0.01 && (height - 10.0).abs() < 0.01, "{width} {height}");

    let photo = Picture::of(&noise(3_000, 1_000)).logo().unwrap();
    assert!(photo.len() <= MOST_LOGO, "{}", photo.len());
    assert_eq!(Picture::read(&photo).unwrap().width, 360, "coarser, since it would be large");

    let small = Picture::of(&stripes(96, 20));
    assert_eq!(Picture::read(&small.logo().unwrap()).unwrap(), small, "never made larger");
    assert!((small.on_paper().0 - 25.4).abs() < 0.01);
    let thin = Picture::of(&stripes(1, 5_000)).logo().unwrap();
    assert_eq!(Picture::read(&thin).unwrap().width, 1);
}

/// Whatever a file says, the answer is a picture or a sentence.
#[test]
fn a_file_that_was_tampered_with_stops_nothing() {
    let png = png_of(stripes(64, 32).as_raw(), 64, 32, ExtendedColorType::Rgb8);
    let mut jpeg = Vec::new();
    JpegEncoder::new(&mut jpeg).encode_image(&stripes(64, 32)).unwrap();
    let mut seed = 11u32;
    for file in [png, jpeg] {
        for _ in 0..400 {
            let mut file = file.clone();
            for _ in 0..3 {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let at = seed as usize / 7 % file.len();
                file[at] = (seed >> 24) as u8;
            }
            if let Ok(picture) = Picture::read(&file) {
                assert!(u64::from(picture.width) * u64::from(picture.height) <= MOST_MEGAPIXELS * 1_000_000);
            }
        }
    }
}
