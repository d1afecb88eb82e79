//! Templates: what a document says, in text files an office can write
//! without a compiler.
//!
//! A template is text with `{{fields}}` and blocks under conditions (the
//! language is minijinja's), and one sign at the head of a line that says
//! what it becomes on paper. Values never become signs.

mod check;
mod guard;
mod markup;
pub mod source;
mod table;
mod tags;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::io;

use minijinja::value::ValueKind;
use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior, Value, filters};

use super::block::{Block, Content};
use crate::domain::language::Language;
use crate::fault::Fault;
use crate::tables::written::{Place, Problem};
pub use check::{check, lacks};

/// Steps a template may take: enough for hundreds of pages, and one that
/// never ends is stopped in a few milliseconds.
const FUEL: u64 = 2_000_000;
/// Most bytes a template may give: a book, far more than any document.
const MOST_WRITTEN: usize = 2 * 1024 * 1024;

/// The values a document gives to its template, by name. Every name is always
/// there: what is not known is an empty text.
#[derive(Clone, Debug, Default)]
pub struct Fields(BTreeMap<&'static str, Value>);

impl Fields {
    /// A text.
    pub fn text(&mut self, name: &'static str, value: impl Into<String>) {
        self.0.insert(name, Value::from(value.into()));
    }

    /// A text that is of no language, or of the page's own: a date, an hour, a
    /// number. On a page in another language a [`Fields::text`] is Italian.
    pub fn own(&mut self, name: &'static str, value: impl Into<String>) {
        self.0.insert(name, Value::from_safe_string(value.into()));
    }

    /// Whether a block is there.
    pub fn flag(&mut self, name: &'static str, on: bool) {
        self.0.insert(name, Value::from(on));
    }

    /// Texts one after the other.
    pub fn list(&mut self, name: &'static str, values: &[String]) {
        self.0.insert(name, values.iter().map(String::as_str).collect());
    }

    /// Rows, each with its own names.
    pub fn rows(&mut self, name: &'static str, rows: Vec<Fields>) {
        self.0.insert(name, rows.into_iter().map(|row| row.value()).collect());
    }

    fn value(self) -> Value {
        Value::from_pairs(self.0)
    }

    /// Every field with its value.
    #[cfg(test)]
    pub(super) fn values(&self) -> impl Iterator<Item = (&'static str, &Value)> {
        self.0.iter().map(|(name, value)| (*name, value))
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.0.keys().copied()
    }
}

/// What a template gives: the blocks, and what it says of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    heads: Vec<(String, String)>,
    /// The blocks in order.
    pub blocks: Vec<Block>,
}

impl Written {
    fn head(&self, name: &str) -> Option<String> {
        let found = self.heads.iter().rfind(|(known, _)| known == name);
        found.map(|(_, words)| words.clone()).filter(|words| !words.is_empty())
    }

    /// The document.
    #[must_use]
    pub fn content(self) -> Content {
        Content {
            lang: Language::It,
            title: self.head("titolo").unwrap_or_default(),
            foot: self.head("piede").unwrap_or_default(),
            copy_note: None,
            mark: None,
            code: None,
            tight: false,
            blocks: self.blocks,
        }
    }
}

/// Fills a template.
///
/// # Errors
/// All that is wrong with it, each with its line and column; of what the
/// language does not read the first thing only.
pub fn write(source: &str, fields: &Fields) -> Result<Written, Vec<Problem>> {
    write_in(Language::It, source, fields)
}

/// Fills a template of another language: the texts among its values are
/// marked as Italian.
///
/// # Errors
/// As [`write()`].
pub fn write_in(language: Language, source: &str, fields: &Fields) -> Result<Written, Vec<Problem>> {
    let forbidden = tags::forbidden(source);
    if !forbidden.is_empty() {
        return Err(forbidden);
    }
    let text = guard::numbered(source);
    let environment = environment(language != Language::It);
    let filled = filled(&environment, &text, fields).map_err(|error| vec![problem(&error, &text)])?;
    let (heads, blocks) = markup::read(&guard::lines(&filled))?;
    Ok(Written { heads, blocks })
}

/// The text that comes out, as far as anybody would print it.
fn filled(environment: &Environment<'_>, text: &str, fields: &Fields) -> Result<String, Error> {
    let mut out = Bounded(Vec::new());
    let template = environment.template_from_str(text)?;
    template.render_captured_to(fields.clone().value(), &mut out)?;
    String::from_utf8(out.0).map_err(|_| Error::from(ErrorKind::WriteFailure))
}

/// What comes out of a template, up to [`MOST_WRITTEN`].
struct Bounded(Vec<u8>);

impl io::Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > MOST_WRITTEN {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The language with what a template needs, and no more: no other templates,
/// no functions, nothing that makes a text longer.
fn environment(foreign: bool) -> Environment<'static> {
    let mut environment = Environment::empty();
    environment.add_filter("default", filters::default);
    environment.add_filter("length", filters::length);
    environment.add_filter("upper", filters::upper);
    environment.add_filter("lower", filters::lower);
    environment.add_filter("capitalize", filters::capitalize);
    environment.add_filter("trim", filters::trim);
    environment.add_filter("first", filters::first);
    environment.add_filter("last", filters::last);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_debug(true);
    environment.set_fuel(Some(FUEL));
    environment.set_formatter(move |out, _, value| {
        let words = match value.kind() {
            ValueKind::String if foreign && !value.is_safe() => guard::italian(&value.to_string()),
            ValueKind::String | ValueKind::Number => guard::guarded(&value.to_string()),
            ValueKind::Undefined => return Err(Error::from(ErrorKind::UndefinedError)),
            _ => return Err(Error::from(ErrorKind::NonPrimitive)),
        };
        out.write_str(&words).map_err(Error::from)
    });
    environment
}

/// An error of the language, in Italian, where it stands in the template.
fn problem(error: &Error, text: &str) -> Problem {
    let range = error.range();
    let at = range.clone().map(|range| guard::place_in(text, range.start));
    let (line, column) = at.unwrap_or((error.line().unwrap_or(1), 1));
    let word = range.and_then(|range| text.get(range)).map(guard::freed).unwrap_or_default();
    let text = match error.kind() {
        ErrorKind::UndefinedError => format!("«{word}» non è un campo di questo documento."),
        ErrorKind::NonPrimitive => {
            format!("«{word}» non si scrive così: è un elenco o una condizione, non un testo.")
        }
        ErrorKind::UnknownFilter | ErrorKind::UnknownFunction | ErrorKind::UnknownTest => {
            format!("«{word}» non esiste: qui si usano solo campi, condizioni ed elenchi.")
        }
        ErrorKind::OutOfFuel => "il modello non finisce mai: un elenco si ripete troppe volte.".to_owned(),
        ErrorKind::WriteFailure => {
            "il modello scrive troppo: un elenco si ripete, o un testo è lunghissimo.".to_owned()
        }
        ErrorKind::SyntaxError => {
            "qui il modello non si legge: controllare che ogni {{ }} e {% %} sia aperto e chiuso.".to_owned()
        }
        _ => format!("«{word}» non si può calcolare."),
    };
    Problem { place: Place { line, column }, text }
}

/// An office's own template that cannot be used, as a fault for who prints:
/// the document was made with the one that ships.
#[must_use]
pub fn fault(name: &str, problems: &[Problem]) -> Fault {
    let said: Vec<String> = problems.iter().map(|p| format!("{}: {}", p.place, p.text)).collect();
    Fault::office(format!(
        "Il modello «{name}» dell'ufficio ha errori: il documento è composto con quello del programma. {}",
        said.join(" ")
    ))
    .hint(format!(
        "Correggerlo e caricarlo di nuovo; «sportello template check {name}» dice tutti gli errori."
    ))
}
