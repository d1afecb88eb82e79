//! The file of a template, as somebody's editor left it.

use crate::domain::paper::stationery::MOST_TEMPLATE;
use crate::tables::written::{Place, Problem, place};

/// Reads a file: UTF-8 with or without its mark, lines ended as on any
/// system.
///
/// # Errors
/// Why it is no template, where it can be seen.
pub fn read(file: &[u8]) -> Result<String, Vec<Problem>> {
    let one = |place, text: String| Err(vec![Problem { place, text }]);
    let first = Place { line: 1, column: 1 };
    if file.len() > MOST_TEMPLATE {
        let (most, is) = (MOST_TEMPLATE / 1024, file.len().div_ceil(1024));
        return one(first, format!("il modello è troppo lungo: {is} kB, al più {most}."));
    }
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    let text = match std::str::from_utf8(file) {
        Ok(text) => text,
        Err(error) => {
            let before = String::from_utf8_lossy(&file[..error.valid_up_to()]);
            let said = "il file non è scritto in UTF-8: salvarlo come testo UTF-8 e riprovare.";
            return one(place(&before, before.len()), said.to_owned());
        }
    };
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let drives = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    if let Some(at) = text.find(drives) {
        return one(place(&text, at), "qui c'è un carattere di controllo: cancellarlo.".to_owned());
    }
    if text.trim().is_empty() {
        return one(first, "il modello è vuoto.".to_owned());
    }
    Ok(text)
}
