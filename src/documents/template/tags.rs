//! The tags of a template, looked at before the language reads them: fields,
//! conditions, lists, and nothing that could grow without end or reach
//! outside the document.

use crate::tables::written::{Problem, place};

/// Longest tag, characters: no condition needs more.
const LONGEST: usize = 400;
/// Deepest nesting of conditions and lists.
const DEEPEST: usize = 16;
/// Most texts put together with `~`: each may double what there is.
const MOST_JOINED: usize = 8;
/// Most tags.
const MOST: usize = 5_000;

/// A tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag<'a> {
    /// Byte of the template at which its inside begins.
    pub at: usize,
    /// What stands between its signs.
    pub inside: &'a str,
    /// `{% … %}`, that does something; else `{{ … }}`, that says a field.
    pub does: bool,
}

/// The tags of a template, remarks left out; of one that never ends all the
/// rest.
pub fn tags(source: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(found) = source[at..].find('{') {
        let start = at + found;
        let rest = &source[start..];
        at = if rest.starts_with("{#") {
            start + rest.find("#}").map_or(rest.len(), |end| end + 2)
        } else if let Some(does) =
            [("{{", false), ("{%", true)].iter().find(|(open, _)| rest.starts_with(open))
        {
            let inside = &rest[2..];
            let end = end_of(inside, if does.1 { "%}" } else { "}}" });
            tags.push(Tag { at: start + 2, inside: &inside[..end], does: does.1 });
            (start + 2 + end + 2).min(source.len())
        } else {
            start + 1
        };
        // Past the end of a tag that never ends, or inside a letter.
        while !source.is_char_boundary(at) {
            at += 1;
        }
    }
    tags
}

/// Where a tag ends: texts between quotes do not end it.
fn end_of(inside: &str, end: &str) -> usize {
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in inside.char_indices() {
        match quote {
            Some(open) if c == open && before != '\\' => quote = None,
            Some(_) => {}
            None if inside[at..].starts_with(end) => return at,
            None if c == '"' || c == '\'' => quote = Some(c),
            None => {}
        }
        before = if before == '\\' { ' ' } else { c };
    }
    inside.len()
}

/// Everything in the tags that is not for a template, in order.
pub fn forbidden(source: &str) -> Vec<Problem> {
    let mut guard = Guard { source, problems: Vec::new(), open: Vec::new(), joined: 0 };
    let tags = tags(source);
    if let Some(one) = tags.get(MOST) {
        guard.wrong(one.at, format!("ci sono troppi campi e condizioni: al più {MOST}."));
        return guard.problems;
    }
    let heads = source.match_indices("[testata]").map(|(at, _)| at).nth(1);
    if let Some(at) = heads {
        guard.wrong(at, "«[testata]» si scrive una volta sola.".to_owned());
    }
    for tag in tags {
        guard.tag(tag);
    }
    guard.problems
}

struct Guard<'a> {
    source: &'a str,
    problems: Vec<Problem>,
    /// The conditions and lists around a tag: is each a list?
    open: Vec<bool>,
    joined: usize,
}

impl Guard<'_> {
    fn wrong(&mut self, at: usize, text: String) {
        self.problems.push(Problem { place: place(self.source, at), text });
    }

    fn tag(&mut self, tag: Tag<'_>) {
        if tag.inside.chars().count() > LONGEST {
            return self.wrong(
                tag.at,
                format!("qui ci sono più di {LONGEST} caratteri fra le parentesi: manca la chiusura, o la condizione è troppo lunga."),
            );
        }
        let words = tag.inside.trim_start_matches(['-', '+']).trim_end_matches(['-', '+']);
        let skipped = tag.inside.len() - tag.inside.trim_start_matches(['-', '+']).len();
        self.signs(tag.at + skipped, words);
        if !tag.does {
            return;
        }
        let word = words.trim_start().split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or("");
        match word {
            "if" | "for" => {
                self.open.push(word == "for");
                if self.open.len() == DEEPEST + 1 {
                    self.wrong(
                        tag.at,
                        format!("condizioni ed elenchi uno dentro l'altro: al più {DEEPEST}."),
                    );
                }
                if words.split_whitespace().any(|word| word == "recursive") {
                    self.wrong(
                        tag.at,
                        "un elenco non può contenere sé stesso: togliere «recursive».".to_owned(),
                    );
                }
            }
            "endif" | "endfor" => drop(self.open.pop()),
            "elif" | "else" => {}
            "set" if !words.contains('=') => {
                self.wrong(tag.at, "«set» vuole un valore: {% set nome = campo %}.".to_owned());
            }
            "set" if self.open.contains(&true) => {
                self.wrong(tag.at, "«set» non si usa dentro un elenco.".to_owned());
            }
            "set" => {}
            other => self.wrong(
                tag.at,
                format!(
                    "«{}» qui non esiste: ci sono if, elif, else, endif, for, endfor e set.",
                    crate::domain::text::excerpt(other)
                ),
            ),
        }
    }

    /// Signs of the language that a template does without: they make lists,
    /// or texts longer than anything printed.
    fn signs(&mut self, at: usize, words: &str) {
        let mut quote = None;
        let mut before = ' ';
        for (offset, c) in words.char_indices() {
            match quote {
                Some(open) if c == open && before != '\\' => quote = None,
                Some(_) => {}
                None if c == '"' || c == '\'' => quote = Some(c),
                None if c == '~' => {
                    self.joined += 1;
                    if self.joined == MOST_JOINED + 1 {
                        self.wrong(
                            at + offset,
                            format!(
                                "«~» si usa al più {MOST_JOINED} volte: scrivere i campi uno dopo l'altro."
                            ),
                        );
                    }
                }
                None if "*+[]{}".contains(c) => {
                    self.wrong(
                        at + offset,
                        format!("«{c}» qui non si usa: ci vanno campi, condizioni ed elenchi."),
                    );
                }
                None => {}
            }
            before = if before == '\\' { ' ' } else { c };
        }
    }
}
