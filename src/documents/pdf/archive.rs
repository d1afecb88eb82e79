//! What printpdf does not say and the archive asks (ISO 19005-2, ISO 14289-1).

use std::io::Write;

use chrono::NaiveDateTime;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Document, Object, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use super::{utf16, xmp};
use crate::domain::language::Language;

/// sRGB, 736 bytes, CC0 (Compact ICC Profiles).
const SRGB: &[u8] = include_bytes!("../../../assets/pdf/sRGB-v2-magic.icc");

/// Completes the document and writes it.
pub(super) fn finish(
    doc: &mut Document,
    title: &str,
    lang: Language,
    when: NaiveDateTime,
) -> lopdf::Result<Vec<u8>> {
    doc.version = "1.7".into();
    let producer = concat!("Sportello ", env!("CARGO_PKG_VERSION"));

    // Read by tools that look for it in the raw file: never compressed.
    let mut metadata = Stream::new(
        dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
        xmp::packet(title, lang, producer, when).into_bytes(),
    );
    metadata.allows_compression = false;
    let metadata = doc.add_object(metadata);
    let profile = doc.add_object(Stream::new(dictionary! { "N" => 3 }, SRGB.to_vec()));
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"),
        "RegistryName" => Object::string_literal("http://www.color.org"),
        "DestOutputProfile" => profile,
    };
    let catalog = doc.catalog_mut()?;
    catalog.set("Metadata", metadata);
    catalog.set("OutputIntents", vec![Object::Dictionary(intent)]);
    catalog.set("Lang", Object::string_literal(lang.tag()));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });

    let date = Object::string_literal(xmp::pdf_date(when));
    let info = doc.add_object(dictionary! {
        "Title" => utf16(title),
        "Creator" => Object::string_literal(producer),
        "Producer" => Object::string_literal(producer),
        "CreationDate" => date.clone(),
        "ModDate" => date,
    });
    if let Ok(old) = doc.trailer.get(b"Info").and_then(Object::as_reference) {
        doc.objects.remove(&old);
    }
    doc.trailer.set("Info", info);

    // printpdf numbers its files from a counter of the process; ours come
    // from what is in them.
    let unnamed = Object::String(vec![0; ID], StringFormat::Hexadecimal);
    doc.trailer.set("ID", vec![unnamed.clone(), unnamed]);
    compress(doc)?;
    let mut bytes = Vec::with_capacity(64 * 1024);
    doc.save_to(&mut bytes)?;
    name(&mut bytes);
    Ok(bytes)
}

/// Bytes of a file identifier (ISO 32000-1, 14.4).
const ID: usize = 16;

/// Level 6 takes half the time of the best, for a few hundred bytes more.
fn compress(doc: &mut Document) -> lopdf::Result<()> {
    for object in doc.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        if !stream.allows_compression {
            continue;
        }
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(6));
        encoder.write_all(&stream.content)?;
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(encoder.finish()?);
    }
    Ok(())
}

/// Puts the digest of the file where its name was left empty: the same
/// length, so that everything stays where the file says it is.
fn name(bytes: &mut [u8]) {
    let digest = Sha256::digest(&*bytes);
    let id: String = digest.iter().take(ID).map(|byte| format!("{byte:02X}")).collect();
    let empty = "0".repeat(2 * ID);
    let find = |bytes: &[u8], what: &str| bytes.windows(what.len()).rposition(|w| w == what.as_bytes());
    let Some(trailer) = find(bytes, "trailer") else { return };
    for _ in 0..2 {
        if let Some(at) = find(&bytes[trailer..], &empty) {
            bytes[trailer + at..][..id.len()].copy_from_slice(id.as_bytes());
        }
    }
}
