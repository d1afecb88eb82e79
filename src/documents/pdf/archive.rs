//! What printpdf does not say and the archive asks (ISO 19005-2, ISO 14289-1).

use chrono::NaiveDateTime;
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
    doc.trailer.remove(b"ID");
    let mut digest = Sha256::new();
    for ((number, _), object) in &doc.objects {
        digest.update(number.to_be_bytes());
        match object {
            Object::Stream(stream) => digest.update(&stream.content),
            other => digest.update(format!("{other:?}")),
        }
    }
    let id = Object::String(digest.finalize()[..16].to_vec(), StringFormat::Hexadecimal);
    doc.trailer.set("ID", vec![id.clone(), id]);

    doc.compress();
    let mut bytes = Vec::new();
    doc.save_to(&mut bytes)?;
    Ok(bytes)
}
