//! The house stands on its floors: dependencies point one way, crates stay
//! where they belong, files stay short.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each floor and the floors it may use.
const FLOORS: &[(&str, &[&str])] = &[
    ("fault", &[]),
    ("clock", &[]),
    ("domain", &[]),
    ("tables", &["domain", "fault"]),
    ("store", &["domain", "fault", "tables"]),
    ("desk", &["domain", "tables", "store", "fault", "clock"]),
    ("documents", &["domain", "tables", "fault"]),
    ("demo", &["domain", "tables", "desk", "fault", "clock"]),
    ("ui", &["domain", "tables", "desk", "documents", "fault", "clock"]),
    ("app", &["domain", "tables", "desk", "documents", "ui", "fault", "clock"]),
    ("cli", &["domain", "tables", "store", "desk", "documents", "demo", "ui", "app", "fault", "clock"]),
];

/// Crates that may be named only below these folders.
const CRATES: &[(&str, &[&str])] = &[
    ("rusqlite", &["store"]),
    ("crossterm", &["app", "cli/password.rs"]),
    ("printpdf", &["documents/pdf"]),
    ("lopdf", &["documents/pdf", "documents/psp/tests.rs"]),
    ("ratatui", &["ui", "app"]),
    ("clap", &["cli"]),
    ("directories", &["cli", "app"]),
    ("tokio", &["app"]),
];

/// What the pure floor may use besides itself.
const DOMAIN_CRATES: &[&str] = &[
    "std",
    "core",
    "serde",
    "serde_json",
    "chrono",
    "uuid",
    "schemars",
    "unicode_normalization",
    "base64",
    "crate",
    "super",
    "self",
];

/// Longest file, in lines.
const LONGEST: usize = 400;

fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                found.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

/// The floor a file belongs to: its folder, or its own name at the top.
fn floor(file: &str) -> &str {
    let top = file.split('/').next().unwrap_or(file);
    top.strip_suffix(".rs").unwrap_or(top)
}

/// How many `super::` lead from the file to the top of the house.
fn depth(file: &str) -> usize {
    file.trim_end_matches(".rs").trim_end_matches("/mod").split('/').count()
}

/// The text without comments: what a doc link names is no dependency.
fn code(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap_or("")).collect::<Vec<_>>().join("\n")
}

/// The names that follow `prefix` wherever it stands in the text, groups
/// included: `use crate::{a, b::c}`.
fn names_after<'a>(text: &'a str, prefix: &str) -> BTreeSet<&'a str> {
    let name = |text: &'a str| {
        let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
        &text[..end]
    };
    let mut names = BTreeSet::new();
    for (at, _) in text.match_indices(prefix) {
        let rest = &text[at + prefix.len()..];
        match rest.strip_prefix('{') {
            None => drop(names.insert(name(rest))),
            Some(group) => {
                let mut depth = 0;
                let mut start = true;
                for (index, c) in group.char_indices() {
                    match c {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => start = true,
                        c if start && (c.is_alphabetic() || c == '_') => {
                            names.insert(name(&group[index..]));
                            start = false;
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    names
}

#[test]
fn dependencies_point_one_way() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        let here = floor(&file);
        if here == "lib" || here == "main" {
            continue;
        }
        let Some((_, allowed)) = FLOORS.iter().find(|(name, _)| *name == here) else {
            wrong.push(format!("{file}: floor {here} is not in the table"));
            continue;
        };
        let text = code(&text);
        let climb = "super::".repeat(depth(&file));
        for used in names_after(&text, "crate::").into_iter().chain(names_after(&text, &climb)) {
            let is_floor = FLOORS.iter().any(|(name, _)| *name == used);
            if is_floor && used != here && !allowed.contains(&used) {
                wrong.push(format!("{file}: {here} uses {used}"));
            }
        }
    }
    assert!(wrong.is_empty(), "forbidden arrows:\n{}", wrong.join("\n"));
}

#[test]
fn crates_stay_where_they_belong() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        let text = code(&text);
        for (krate, folders) in CRATES {
            let named = text.contains(&format!("{krate}::")) || text.contains(&format!("use {krate}"));
            // Ratatui carries a crossterm of its own for drawing; the name after `ratatui::` is not it.
            if named && !folders.iter().any(|folder| file.starts_with(folder)) {
                wrong.push(format!("{file}: {krate}"));
            }
        }
    }
    assert!(wrong.is_empty(), "crates out of place:\n{}", wrong.join("\n"));
}

#[test]
fn the_domain_is_pure() {
    let mut wrong = Vec::new();
    for (file, text) in sources().into_iter().filter(|(file, _)| file.starts_with("domain/")) {
        if file.ends_with("tests.rs") {
            continue;
        }
        let text = code(&text);
        let text = text.split("#[cfg(test)]").next().unwrap_or("");
        for line in text.lines().filter(|line| line.starts_with("use ")) {
            let name = line.trim_start_matches("use ").split([':', ';', ' ']).next().unwrap_or("");
            let local = name.is_empty()
                || name.starts_with(char::is_uppercase)
                || text.contains(&format!("mod {name};"));
            if !local && !DOMAIN_CRATES.contains(&name) {
                wrong.push(format!("{file}: {name}"));
            }
        }
    }
    assert!(wrong.is_empty(), "the domain uses:\n{}", wrong.join("\n"));
}

#[test]
fn unsafe_stays_in_its_one_file() {
    let found: Vec<String> = sources()
        .into_iter()
        .filter(|(file, text)| file != "store/session.rs" && code(text).contains("unsafe {"))
        .map(|(file, _)| file)
        .collect();
    assert!(found.is_empty(), "unsafe in {found:?}");
}

#[test]
fn files_are_of_one_idea() {
    let long: Vec<String> = sources()
        .into_iter()
        .map(|(file, text)| (file, text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST)
        .map(|(file, lines)| format!("{file}: {lines} lines"))
        .collect();
    assert!(long.is_empty(), "longer than {LONGEST} lines:\n{}", long.join("\n"));
}

#[test]
fn the_reader_of_use_lines_sees_what_is_there() {
    let names = names_after(
        "use crate::{fault::Result, store::{Tx, Read}}; crate::clock::Clock; use crate::ui;",
        "crate::",
    );
    assert_eq!(names, BTreeSet::from(["fault", "store", "clock", "ui"]));
    assert_eq!(floor("domain/did/mod.rs"), "domain");
    assert_eq!(floor("fault.rs"), "fault");
    assert_eq!((depth("fault.rs"), depth("domain/mod.rs"), depth("domain/did/rules.rs")), (1, 1, 3));
    let climbed = names_after("use super::super::store::Store;", &"super::".repeat(depth("ui/look.rs")));
    assert_eq!(climbed, BTreeSet::from(["store"]));
    assert_eq!(code("let a = 1; // crate::store"), "let a = 1; ");
}

/// What an office may have rows of its own in, asked of the tables as they
/// ship: there they are not seen, and a past case would not be judged by the
/// table of its day. Each place says why it may.
const AS_SHIPPED: &[(&str, &str)] = &[
    ("desk/law.rs", "where no office is set up yet"),
    ("desk/replay/codes.rs", "the schema is asked without an office"),
];

#[test]
fn the_desk_asks_the_tables_of_the_office() {
    const SHIPPED: [&str; 9] = [
        "catalogue::embedded",
        "catalogue::shipped",
        "sheets::shipped(Table::",
        "code_table::paths()",
        "code_table::gol_targets()",
        "code_table::benefits()",
        "code_table::justified_reasons()",
        "code_table::convocation_channels()",
        "code_table::loss_reasons()",
    ];
    let mut wrong = Vec::new();
    let mut used = BTreeSet::new();
    for (path, text) in sources() {
        if !path.starts_with("desk/") && !path.starts_with("documents/") {
            continue;
        }
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for word in SHIPPED.iter().filter(|word| code.contains(**word)) {
            match AS_SHIPPED.iter().find(|(allowed, _)| *allowed == path) {
                Some((allowed, _)) => drop(used.insert(*allowed)),
                None => wrong.push(format!("{path}: {word}")),
            }
        }
    }
    assert!(wrong.is_empty(), "ask `Catalogue` of the day instead:\n{}", wrong.join("\n"));
    assert_eq!(used.len(), AS_SHIPPED.len(), "an allowance nobody uses: {used:?}");
}
