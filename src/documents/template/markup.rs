//! The lines a template gives, read as the blocks of a document.
//!
//! One sign at the head of a line says what it is; `docs/modelli.md` shows
//! each to who writes a template.

use super::guard::{Written, freed, is_blank};
use super::table;
use crate::documents::block::{Block, CellText, Marker, Run, SignatureBox, Text, Tone};
use crate::documents::face::Weight;
use crate::domain::language::Language;
use crate::tables::written::{Place, Problem};

/// What a template says besides its blocks: title of the file, foot, and the
/// like, by name.
pub type Heads = Vec<(String, String)>;

/// Names a template may give.
const HEADS: [&str; 2] = ["titolo", "piede"];

/// Reads lines as blocks.
///
/// # Errors
/// Everything that is not well written, in the order of the template.
pub fn read(lines: &[Written]) -> Result<(Heads, Vec<Block>), Vec<Problem>> {
    let mut reader = Reader { heads: Vec::new(), open: vec![(1, Vec::new())], problems: Vec::new() };
    let mut rest = lines;
    while let Some(first) = rest.first() {
        let taken = if first.text.is_empty() { 1 } else { reader.take(rest) };
        rest = &rest[taken..];
    }
    if let [_, .., (line, _)] = reader.open[..] {
        reader.problem(line, "«[insieme]» non è chiuso: scrivere «[fine]» dove finisce ciò che resta unito.");
    }
    let blocks = reader.open.swap_remove(0).1;
    if reader.problems.is_empty() { Ok((reader.heads, blocks)) } else { Err(reader.problems) }
}

struct Reader {
    heads: Heads,
    /// What is being written, innermost last, with the line it began at.
    open: Vec<(usize, Vec<Block>)>,
    problems: Vec<Problem>,
}

impl Reader {
    fn problem(&mut self, line: usize, text: impl Into<String>) {
        self.problems.push(Problem { place: Place { line, column: 1 }, text: text.into() });
    }

    fn push(&mut self, block: Block) {
        if let Some((_, blocks)) = self.open.last_mut() {
            blocks.push(block);
        }
    }

    fn text(&mut self, line: usize, words: &str) -> Text {
        text(words).unwrap_or_else(|| {
            self.problem(line, "un «**» non ha il suo: il grassetto si apre e si chiude nella stessa riga.");
            Text::plain(freed(words))
        })
    }

    /// Reads what begins here; how many lines it took.
    fn take(&mut self, lines: &[Written]) -> usize {
        let Written { line, text: first } = lines[0];
        if first.starts_with('|') {
            return self.table(lines);
        }
        if first.starts_with("[firma]") {
            return self.signatures(lines);
        }
        if let Some(name) = first.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            self.bracket(line, name);
            return 1;
        }
        if let Some(head) = first.strip_prefix('@') {
            self.head(line, head);
            return 1;
        }
        if first.len() > 2 && first.chars().all(|c| c == '-') {
            self.push(Block::Rule);
            return 1;
        }
        if let Some(title) = first.strip_prefix("## ") {
            self.section(title);
            return 1;
        }
        if let Some(title) = first.strip_prefix("# ") {
            self.push(Block::Title(freed(title).trim().to_owned()));
            return 1;
        }
        if let Some(marker) = marker(first) {
            return self.list(lines, marker);
        }
        if first.contains(" :: ") || first.contains(" ::? ") || first.ends_with(" ::") {
            return self.field(lines);
        }
        self.para(lines)
    }

    fn bracket(&mut self, line: usize, name: &str) {
        match name {
            "insieme" => self.open.push((line, Vec::new())),
            "fine" if self.open.len() > 1 => {
                let (_, blocks) = self.open.pop().unwrap_or_default();
                if !blocks.is_empty() {
                    self.push(Block::Together(blocks));
                }
            }
            "fine" => self.problem(line, "«[fine]» senza il suo «[insieme]»."),
            other => self.problem(
                line,
                format!(
                    "«[{}]» non esiste: ci sono [insieme], [fine], [firma], [testata] e [assenze].",
                    freed(other)
                ),
            ),
        }
    }

    fn head(&mut self, line: usize, head: &str) {
        let (name, words) = head.split_once(' ').unwrap_or((head, ""));
        if HEADS.contains(&name) {
            self.heads.push((name.to_owned(), freed(words).trim().to_owned()));
        } else {
            let known = HEADS.map(|name| format!("@{name}")).join(", ");
            self.problem(line, format!("«@{}» non esiste: ci sono {known}.", freed(name)));
        }
    }

    fn section(&mut self, title: &str) {
        let numbered = title.split_once(". ").and_then(|(number, rest)| Some((number.parse().ok()?, rest)));
        let (number, title) = numbered.map_or((None, title), |(number, rest)| (Some(number), rest));
        self.push(Block::Section { number, title: freed(title).trim().to_owned() });
    }

    fn list(&mut self, lines: &[Written], kind: Marker) -> usize {
        let mut items = Vec::new();
        let mut at = 0;
        while let Some(words) = lines.get(at).filter(|w| marker(w.text) == Some(kind)).map(|w| point(w.text))
        {
            let (item, taken) = continued(words, &lines[at + 1..]);
            if !is_blank(&item) {
                items.push(self.text(lines[at].line, &item));
            }
            at += 1 + taken;
        }
        if !items.is_empty() {
            self.push(Block::List { marker: kind, items });
        }
        at
    }

    fn field(&mut self, lines: &[Written]) -> usize {
        let (label, rest) = lines[0].text.split_once(" ::").unwrap_or((lines[0].text, ""));
        let (value, taken) = continued(rest.trim_start_matches('?').trim_start(), &lines[1..]);
        // `::?`: without a value the label goes too.
        if !(rest.starts_with('?') && is_blank(&value)) {
            let value = self.text(lines[0].line, &value);
            self.push(Block::Field { label: freed(label).trim().to_owned(), value });
        }
        1 + taken
    }

    fn para(&mut self, lines: &[Written]) -> usize {
        let first = lines[0].text;
        let (tone, words) = match (first.strip_prefix("~ "), first.strip_prefix("! ")) {
            (Some(words), _) => (Tone::Soft, words),
            (_, Some(words)) => (Tone::Office, words),
            _ => (Tone::Body, first),
        };
        let mut words = words.to_owned();
        let mut taken = 1;
        while let Some(next) = lines.get(taken).filter(|w| is_plain(w.text)) {
            glue(&mut words, next.text.trim_start());
            taken += 1;
        }
        unbroken(&mut words);
        if !is_blank(&words) {
            let text = self.text(lines[0].line, &words);
            self.push(Block::Para { text, tone });
        }
        taken
    }

    fn signatures(&mut self, lines: &[Written]) -> usize {
        let boxes: Vec<SignatureBox> =
            lines.iter().map_while(|w| w.text.strip_prefix("[firma]")).map(signature).collect();
        let taken = boxes.len();
        self.push(Block::Signatures(boxes));
        taken
    }

    fn table(&mut self, lines: &[Written]) -> usize {
        let rows: Vec<Written> = lines.iter().take_while(|w| w.text.starts_with('|')).copied().collect();
        match table::read(&rows) {
            Ok(table) => self.push(Block::Table(table)),
            Err(problem) => self.problems.push(problem),
        }
        rows.len()
    }
}

/// Is the line running text, that goes on what stands before it?
fn is_plain(line: &str) -> bool {
    let signs = ["|", "[", "@", "## ", "# ", "~ ", "! "];
    let rule = line.len() > 2 && line.chars().all(|c| c == '-');
    let field = line.contains(" :: ") || line.contains(" ::? ") || line.ends_with(" ::");
    !line.is_empty()
        && !rule
        && !field
        && marker(line).is_none()
        && !signs.iter().any(|s| line.starts_with(s))
}

fn marker(line: &str) -> Option<Marker> {
    if line.starts_with("- ") {
        return Some(Marker::Bullet);
    }
    let mut chars = line.chars();
    let letter = chars.next().is_some_and(|c| c.is_ascii_lowercase());
    (letter && chars.as_str().starts_with(") ")).then_some(Marker::Letter)
}

/// The words of a point, without its marker.
fn point(line: &str) -> &str {
    line.split_once(' ').map_or("", |(_, words)| words)
}

/// The words with those of the indented lines after them; how many those are.
fn continued(first: &str, rest: &[Written]) -> (String, usize) {
    let mut words = first.to_owned();
    let more = rest.iter().take_while(|w| w.text.starts_with("  "));
    let taken = more.map(|w| glue(&mut words, w.text.trim_start())).count();
    unbroken(&mut words);
    (words, taken)
}

/// After a last backslash nothing came: what it parted was left out.
fn unbroken(words: &mut String) {
    if words.ends_with('\\') {
        words.pop();
        words.truncate(words.trim_end().len());
    }
}

/// A backslash at the end of a line breaks it; else the words go on.
fn glue(words: &mut String, next: &str) {
    if words.ends_with('\\') {
        words.pop();
        words.truncate(words.trim_end().len());
        words.push(super::guard::BREAK);
    } else if !words.is_empty() {
        words.push(' ');
    }
    words.push_str(next);
}

fn signature(line: &str) -> SignatureBox {
    let mut parts = line.split('|').map(|part| freed(part).trim().to_owned());
    let mut next = || parts.next().unwrap_or_default();
    let (role, name, pen, note) = (next(), next(), next(), next());
    SignatureBox { role, name, line: pen == "penna", note }
}

/// Words with their weights; none when a `**` is alone.
#[must_use]
pub fn text(words: &str) -> Option<Text> {
    let parts: Vec<&str> = words.trim().split("**").collect();
    if parts.len().is_multiple_of(2) {
        return None;
    }
    let mut runs: Vec<Run> = Vec::new();
    for (at, part) in parts.iter().enumerate().filter(|(_, part)| !part.is_empty()) {
        let weight = if at % 2 == 1 { Weight::Strong } else { Weight::Regular };
        for (words, italian) in super::guard::by_language(part) {
            let lang = italian.then_some(Language::It);
            runs.push(Run { text: freed(&words), weight, lang });
        }
    }
    Some(Text(runs))
}

/// The paragraphs of a cell: parted by `//`, paler with `~`.
#[must_use]
pub fn cell(words: &str) -> Option<Vec<CellText>> {
    let says = |part: &&str| !is_blank(part.trim().trim_start_matches('~').trim_matches('*'));
    let parts: Vec<&str> = words.split("//").filter(says).collect();
    if parts.is_empty() {
        return Some(vec![CellText { text: Text::plain(""), tone: Tone::Body }]);
    }
    let one = |part: &&str| {
        let part = part.trim();
        let (tone, words) = part.strip_prefix('~').map_or((Tone::Body, part), |soft| (Tone::Soft, soft));
        Some(CellText { text: text(words)?, tone })
    };
    parts.iter().map(one).collect()
}
