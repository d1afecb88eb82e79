//! The fields of each template as `docs/modelli.md` lists them: written by
//! this test, from the invented documents (`SPORTELLO_WRITE_GOLDEN=1`).

use std::collections::BTreeMap;
use std::fmt::Write;

use minijinja::Value;
use minijinja::value::ValueKind;

use super::{Shipped, templates};
use crate::documents::brief;
use crate::domain::language::Language;

/// After this line everything is written here.
const FROM: &str = "<!-- I campi: ";

/// What a field is and an example of it: the first document that says it.
fn cells(values: &[Value]) -> (String, String) {
    let rows = || values.iter().filter_map(|value| value.try_iter().ok()).flatten();
    match values.first().map(Value::kind) {
        Some(ValueKind::Bool) => ("condizione".to_owned(), String::new()),
        Some(ValueKind::String) => {
            let said = values.iter().map(ToString::to_string).find(|text| !text.is_empty());
            ("testo".to_owned(), said.unwrap_or_default())
        }
        _ => match rows().next() {
            Some(row) if row.kind() == ValueKind::Map => {
                let names = row.try_iter().unwrap().map(|name| format!("`{name}`")).collect::<Vec<_>>();
                (format!("righe: {}", names.join(", ")), String::new())
            }
            Some(text) => ("elenco".to_owned(), text.to_string()),
            None => ("elenco".to_owned(), String::new()),
        },
    }
}

fn of(shipped: &Shipped) -> String {
    let mut fields: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for sample in (shipped.samples)() {
        for (name, value) in sample.fields.values() {
            fields.entry(name).or_default().push(value.clone());
        }
    }
    let mut out = format!(
        "\n### `{}`: {}\n\n| campo | che cos'è | per esempio |\n| --- | --- | --- |\n",
        shipped.name, shipped.label
    );
    for (name, values) in fields {
        let (kind, example) = cells(&values);
        let example: String = example.replace('|', "\\|").split_whitespace().collect::<Vec<_>>().join(" ");
        let short: String = example.chars().take(60).collect();
        let more = if short.len() < example.len() { "…" } else { "" };
        let name = if shipped.needed.contains(&name) { format!("**`{name}`**") } else { format!("`{name}`") };
        writeln!(out, "| {name} | {kind} | {short}{more} |").unwrap();
    }
    out
}

#[test]
fn the_manual_of_templates_lists_their_fields() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/modelli.md");
    let manual = std::fs::read_to_string(path).unwrap();
    let at = manual.find(FROM).unwrap();
    let end = at + manual[at..].find('\n').unwrap() + 1;
    // The translations have the fields of the page in Italian.
    let listed: String = templates().iter().chain([brief::shipped(Language::It)]).map(of).collect();
    let now = format!("{}{listed}", &manual[..end]);
    if std::env::var_os("SPORTELLO_WRITE_GOLDEN").is_some() {
        std::fs::write(path, &now).unwrap();
    }
    assert!(
        now == manual || std::env::var_os("SPORTELLO_WRITE_GOLDEN").is_some(),
        "docs/modelli.md: the fields changed, write them anew"
    );
}
