//! `sportello template check`.

use std::io::Write;
use std::path::Path;

use serde::Serialize;

use super::{SAID, content, named};
use crate::cli::args::TemplateCheckArgs;
use crate::cli::out::{json_line, text};
use crate::cli::{DONE, REFUSED};
use crate::documents::kinds::Shipped;
use crate::documents::{self, template};
use crate::documents::{brief, gulpease};
use crate::domain::language::Language;
use crate::domain::paper::stationery::MOST_TEMPLATE;
use crate::fault::{Fault, Result};
use crate::tables::written::Problem;

/// Something wrong with a file. The names of these fields are a contract.
#[derive(Serialize)]
struct Row<'a> {
    file: &'a str,
    kind: &'static str,
    line: usize,
    column: usize,
    text: &'a str,
}

/// Says everything wrong with the files, each with its place; 1 when there is
/// anything. No office is opened: a template can be tried anywhere.
///
/// # Errors
/// A file cannot be read, or nobody says what it is the template of.
pub fn run(args: &TemplateCheckArgs, out: &mut impl Write) -> Result<u8> {
    let mut wrong = false;
    for path in &args.files {
        let shipped = kind_of(path, args.kind.as_deref())?;
        let (written, problems) = match problems(&content(path, MOST_TEMPLATE)?, shipped) {
            Ok(written) => (written, Vec::new()),
            Err(problems) => (String::new(), problems),
        };
        wrong |= !problems.is_empty();
        let file = path.to_string_lossy();
        for Problem { place, text: said } in problems.iter().take(SAID) {
            let (line, column) = (place.line, place.column);
            if args.json {
                json_line(out, &Row { file: &file, kind: shipped.name, line, column, text: said })?;
            } else {
                text(out, &format!("{file}:{line}:{column}: {said}"))?;
            }
        }
        if problems.len() > SAID && !args.json {
            text(out, &format!("{file}: e altri {} errori.", problems.len() - SAID))?;
        }
        if problems.is_empty() && !args.json {
            text(out, &format!("{file}: va bene ({}).", shipped.label))?;
            if let Some(index) = hard_to_read(&written, shipped) {
                text(
                    out,
                    &format!(
                        "{file}: si legge con fatica, indice Gulpease {index:.0}; a 60 o più lo legge chi ha la terza media. \
                         Servono frasi e parole più corte."
                    ),
                )?;
            }
        }
    }
    Ok(if wrong { REFUSED } else { DONE })
}

/// The Gulpease index of a page that should be easy and is not.
fn hard_to_read(written: &str, shipped: &Shipped) -> Option<f32> {
    let index = brief::readability(written).filter(|_| shipped.name == brief::shipped(Language::It).name);
    index.filter(|index| *index < gulpease::EASY)
}

/// The text of a file as it is kept.
///
/// # Errors
/// Everything wrong with it.
pub(super) fn problems(file: &[u8], shipped: &Shipped) -> std::result::Result<String, Vec<Problem>> {
    let text = template::source::read(file)?;
    match documents::check(shipped.name, &text) {
        Some(problems) if !problems.is_empty() => Err(problems),
        _ => Ok(text),
    }
}

/// The template a file is of: the one named, else the one it is called after.
fn kind_of(path: &Path, kind: Option<&str>) -> Result<&'static Shipped> {
    if let Some(kind) = kind {
        return named(kind);
    }
    let stem = path.file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
    named(&stem).map_err(|fault| {
        Fault::usage("Di che documento è il modello? Il nome del file non lo dice.")
            .hint(format!("Indicarlo con --kind MODELLO. {}", fault.hint))
    })
}
