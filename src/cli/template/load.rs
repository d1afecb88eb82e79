//! `sportello template load`.

use std::io::Write;

use super::{SAID, check, content, named, set};
use crate::cli::REFUSED;
use crate::cli::args::{Global, TemplateLoadArgs};
use crate::cli::out::tell;
use crate::domain::office_row::Table;
use crate::domain::paper::stationery::MOST_TEMPLATE;
use crate::fault::Result;

/// Loads a template for the office, from a day on, when nothing is wrong with
/// it.
///
/// # Errors
/// The file cannot be read, no such template, the office cannot be used.
pub fn run(args: &TemplateLoadArgs, global: &Global, out: &mut impl Write) -> Result<u8> {
    let shipped = named(&args.kind)?;
    let text = match check::problems(&content(&args.file, MOST_TEMPLATE)?, shipped) {
        Ok(text) => text,
        Err(problems) => {
            for problem in problems.iter().take(SAID) {
                tell(&format!("{}: {}", problem.place, problem.text));
            }
            tell("Il modello ha errori: non è stato caricato, vale quello di prima.");
            return Ok(REFUSED);
        }
    };
    let cells = [("text".to_owned(), text.into())].into();
    set(Table::Templates, vec![(shipped.name, cells)], &args.from, global, out)
}
