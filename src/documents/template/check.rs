//! What is wrong with a template before anything is printed with it.

use super::{Fields, environment, guard, problem, tags, write};
use crate::tables::written::{Problem, place};

/// Everything wrong with a template: what does not read; fields no document
/// of this kind has; fields the law wants on it that it does not print.
/// `samples` are the fields of documents that between them have every block.
#[must_use]
pub fn check(source: &str, samples: &[Fields], needed: &[&str]) -> Vec<Problem> {
    let forbidden = tags::forbidden(source);
    if !forbidden.is_empty() {
        return forbidden;
    }
    let numbered = guard::numbered(source);
    let environment = environment(false);
    let template = match environment.template_from_str(&numbered) {
        Ok(template) => template,
        Err(error) => return vec![problem(&error, &numbered)],
    };
    let used = template.undeclared_variables(false);
    let known: Vec<&str> = samples.iter().flat_map(Fields::names).collect();
    let mut problems = Vec::new();
    for name in used.iter().filter(|name| !known.contains(&name.as_str())) {
        for at in mentions(source, name) {
            problems.push(Problem {
                place: place(source, at),
                text: format!("«{name}» non è un campo di questo documento.{}", nearest(name, &known)),
            });
        }
    }
    if problems.is_empty() {
        problems.extend(samples.iter().filter_map(|fields| write(source, fields).err()).flatten());
    }
    for name in needed.iter().filter(|name| !used.contains(**name)) {
        let text = format!("manca il campo «{name}»: la legge lo vuole su questo documento.");
        problems.push(Problem { place: place(source, source.len()), text });
    }
    problems.sort_by_key(|problem| problem.place);
    problems.dedup();
    problems
}

/// The first of the needed fields that a template never asks for.
#[must_use]
pub fn lacks<'a>(source: &str, needed: &[&'a str]) -> Option<&'a str> {
    let numbered = guard::numbered(source);
    let environment = environment(false);
    let used = environment.template_from_str(&numbered).ok()?.undeclared_variables(false);
    needed.iter().find(|name| !used.contains(**name)).copied()
}

/// Where a name stands inside a tag, as a name of its own.
fn mentions(source: &str, name: &str) -> Vec<usize> {
    let part_of_name = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
    let inside = |tag: tags::Tag<'_>| {
        let whole = |at: &usize| {
            let (before, after) = (&tag.inside[..*at], &tag.inside[at + name.len()..]);
            let ends = after.chars().next().is_none_or(|c| c == '.' || !part_of_name(c));
            before.chars().next_back().is_none_or(|c| !part_of_name(c)) && ends
        };
        let found = tag.inside.match_indices(name).map(|(at, _)| at).filter(whole);
        found.map(|at| tag.at + at).collect::<Vec<_>>()
    };
    tags::tags(source).into_iter().flat_map(inside).collect()
}

/// A field that was perhaps meant.
fn nearest(name: &str, known: &[&str]) -> String {
    let near = known.iter().min_by_key(|other| crate::domain::text::distance(name, other));
    let near = near.filter(|other| crate::domain::text::distance(name, other) <= 3);
    near.map(|other| format!(" Forse «{other}»?")).unwrap_or_default()
}
