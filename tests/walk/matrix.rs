//! `docs/screens.md` says which test shows what of which screen: it shall
//! name every screen, and no test that is not there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::places::PLACES;
use crate::routes::codes;

fn read(path: &Path, into: &mut String) {
    for entry in fs::read_dir(path).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            into.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}

fn page() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/screens.md")).unwrap()
}

/// The rows of the tables that begin with the code of a screen.
fn rows(page: &str) -> BTreeMap<String, Vec<Vec<&str>>> {
    let mut rows: BTreeMap<String, Vec<Vec<&str>>> = BTreeMap::new();
    for line in page.lines().filter(|line| line.starts_with("| ")) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let code = cells[0].split(' ').next().unwrap_or_default();
        if code.len() == 4 && code.ends_with(|c: char| c.is_ascii_digit()) {
            rows.entry(code.to_owned()).or_default().push(cells);
        }
    }
    rows
}

#[test]
fn every_test_named_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut code = String::new();
    read(&root.join("tests"), &mut code);
    read(&root.join("src"), &mut code);
    let page = page();
    let names = page.split('`').skip(1).step_by(2).filter(|name| name.contains('_') && !name.contains('/'));
    let missing: BTreeSet<&str> = names
        .filter(|name| !code.contains(&format!("fn {name}(")))
        .filter(|name| !root.join(format!("tests/{name}.rs")).exists())
        .collect();
    assert!(missing.is_empty(), "docs/screens.md names {missing:?}");
}

#[test]
fn every_screen_has_its_rows() {
    let page = page();
    let rows = rows(&page);
    assert_eq!(rows.keys().cloned().collect::<BTreeSet<_>>(), codes());
    for (code, rows) in rows {
        assert_eq!(rows.len(), 2, "{code}: what it does, and what is ticked");
        assert_eq!(rows[0].len(), 3, "{code}");
        let ticks = &rows[1][1..];
        assert_eq!(ticks.len(), 11, "{code}: one cell for each point");
        assert!(ticks.iter().all(|tick| ["√", "·"].contains(tick)), "{code}: {ticks:?}");
        // Order of fields, text kept, the field that stops: where there are fields.
        let fields = PLACES.iter().filter(|place| place.code() == code).any(|place| {
            let seat = place.open();
            seat.at.shell.top().unwrap().form().is_some_and(|form| form.focus().is_some())
        });
        for point in [5, 7] {
            assert_eq!(ticks[point - 1] == "√", fields, "{code}: point {point}");
        }
    }
}
