//! `sportello template letterhead` and `template logo`.

use std::io::Write;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value as Json;

use super::{content, set};
use crate::cli::args::{FromDay, Global, LetterheadArgs, LogoArgs};
use crate::cli::office::Act;
use crate::cli::out::{json_document, tell, text};
use crate::cli::{DONE, REFUSED};
use crate::documents::picture::{MOST_BYTES, Picture};
use crate::domain::office_row::{LOGO, PROTOCOL, Table, UNDER_THE_BOX, Values};
use crate::domain::paper::stationery::{ProtocolMode, Stationery};
use crate::fault::{Fault, Result};

/// Loads the logo of the office, made as small as its box on paper needs; or
/// takes it away from a day on.
///
/// # Errors
/// The file cannot be read, the office cannot be used.
pub fn logo(args: &LogoArgs, global: &Global, out: &mut impl Write) -> Result<u8> {
    let Some(path) = &args.file else {
        let cells = [("image".to_owned(), Json::Null)].into();
        return set(Table::Letterhead, vec![(LOGO, cells)], &args.from, global, out);
    };
    let read = Picture::read(&content(path, MOST_BYTES)?).and_then(|picture| {
        let file = picture.logo()?;
        Ok((Picture::read(&file)?, file))
    });
    let (kept, file) = match read {
        Ok(read) => read,
        Err(refused) => {
            tell(&refused.to_string());
            tell("Il logo non è stato caricato: resta quello di prima.");
            return Ok(REFUSED);
        }
    };
    let cells = [
        ("image".to_owned(), STANDARD.encode(&file).into()),
        ("alt".to_owned(), args.alt.clone().unwrap_or_default().into()),
    ];
    let (width, height) = kept.on_paper();
    tell(&format!(
        "Il logo: {} × {} punti, {} kB; sulla carta {width:.0} × {height:.0} mm.",
        kept.width,
        kept.height,
        file.len().div_ceil(1024)
    ));
    set(Table::Letterhead, vec![(LOGO, cells.into())], &args.from, global, out)
}

/// Sets the lines under the box of the office and where the protocol number
/// comes from; without anything to set says how the paper is today.
///
/// # Errors
/// The office cannot be used; no first day or reason for what is set.
pub fn run(args: &LetterheadArgs, global: &Global, out: &mut impl Write) -> Result<u8> {
    let mut rows: Vec<(&str, Values)> = Vec::new();
    if args.no_lines || !args.lines.is_empty() {
        let lines = if args.no_lines { Json::Null } else { args.lines.join("\n").into() };
        rows.push((UNDER_THE_BOX, [("lines".to_owned(), lines)].into()));
    }
    if let Some(word) = &args.protocol {
        rows.push((PROTOCOL, [("mode".to_owned(), word.clone().into())].into()));
    }
    if rows.is_empty() {
        return say(args.json, global, out);
    }
    let (Some(from), Some(reason)) = (args.from, &args.reason) else {
        return Err(Fault::usage("Mancano il giorno da cui vale e il motivo.")
            .hint("Indicarli con --from GIORNO e --reason MOTIVO."));
    };
    let from = FromDay {
        from,
        to: args.to,
        reason: reason.clone(),
        source: args.source.clone(),
        dry_run: args.dry_run,
    };
    set(Table::Letterhead, rows, &from, global, out)
}

/// The paper of today.
fn say(json: bool, global: &Global, out: &mut impl Write) -> Result<u8> {
    let session = global.open(Act::PLAIN)?;
    let today = session.desk.clock().today();
    let Stationery { lines, logo, protocol, .. } = session.desk.law()?.catalogue().stationery(today);
    let size = logo.as_ref().and_then(|logo| Picture::read(&logo.file).ok()).map(|p| (p.width, p.height));
    if json {
        let logo =
            logo.map(|logo| serde_json::json!({ "alt": logo.alt, "points": size, "bytes": logo.file.len() }));
        json_document(out, &serde_json::json!({ "lines": lines, "logo": logo, "protocol": protocol }))?;
        return Ok(DONE);
    }
    for line in &lines {
        text(out, &format!("Riga: {line}"))?;
    }
    let logo = logo.map_or_else(|| "nessuno".to_owned(), |logo| logo.alt);
    let size = size.map(|(width, height)| format!(" ({width} × {height} punti)")).unwrap_or_default();
    text(out, &format!("Logo: {logo}{size}"))?;
    text(out, &format!("Numero di protocollo: {}", label(protocol)))?;
    Ok(DONE)
}

fn label(mode: ProtocolMode) -> &'static str {
    let found = ProtocolMode::WORDS.iter().find(|(word, _)| ProtocolMode::named(word) == Some(mode));
    found.map_or("", |(_, label)| label)
}
