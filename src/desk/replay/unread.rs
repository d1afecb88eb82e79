//! Why a line cannot be read, in Italian and with the place of it.
//!
//! serde says what is wrong in English, and of a command (tagged, flattened)
//! not where. The place is found by taking things out: the first value
//! without which serde says something else is the one it did not like.

use serde::Deserialize;
use serde_json::Value;

use crate::desk::command::Command;
use crate::desk::order::Order;
use crate::domain::text::excerpt;
use crate::fault::Fault;

/// Values of a line looked at before giving up on the place.
const MOST: usize = 400;

/// A line that is not JSON, or not an object.
pub(super) fn not_json(error: &serde_json::Error) -> Fault {
    match error.classify() {
        serde_json::error::Category::Data => {
            Fault::usage("La riga non è un oggetto JSON: un comando sta tra parentesi graffe.")
        }
        _ => Fault::usage(format!("La riga non è un comando in JSON (colonna {}).", error.column())),
    }
    .cause(error)
}

/// A JSON object that is not a command: what `error` says of `line`.
pub(super) fn not_a_command(line: &Value, error: &serde_json::Error) -> Fault {
    let said = error.to_string();
    let name = |after: &str| said.strip_prefix(after)?.split('`').next().map(excerpt);
    let message = if let Some(field) = name("missing field `") {
        format!("Nel comando manca «{field}».")
    } else if let Some(field) = name("unknown field `") {
        format!("Nel comando «{field}» non è un campo previsto.")
    } else {
        let place = place(line, &said);
        match (name("unknown variant `"), place.as_deref()) {
            (Some(word), Some("do")) => format!("«{word}» non è il nome di un comando."),
            (Some(word), Some(place)) => format!("In «{place}», «{word}» non è una voce prevista."),
            (Some(word), None) => format!("«{word}» non è una voce prevista."),
            (None, Some(place)) => format!("Il valore di «{place}» non va bene: {}.", wanted(&said)),
            (None, None) => format!("Il comando non si legge: {}.", wanted(&said)),
        }
    };
    Fault::usage(message).hint("«sportello replay --schema» dice come si scrive.").cause(error)
}

/// What should have stood there.
fn wanted(said: &str) -> &'static str {
    const DATE: &str = "una data si scrive 2026-11-23, un'ora 2026-11-23T10:42";
    let kinds = [
        ("UUID", "qui va un identificativo, o un nome che comincia con @"),
        ("formatted date", DATE),
        ("premature end", DATE),
        ("input ", DATE),
        ("trailing input", DATE),
        ("expected a string", "qui va un testo tra virgolette"),
        ("expected a boolean", "qui va true o false"),
        ("expected a sequence", "qui va un elenco tra parentesi quadre"),
        ("expected struct", "qui va un oggetto tra parentesi graffe"),
        ("expected i", "qui va un numero intero nei limiti"),
        ("expected u", "qui va un numero intero non negativo, nei limiti"),
    ];
    kinds.iter().find(|(sign, _)| said.contains(sign)).map_or("non è del tipo previsto", |(_, text)| text)
}

/// Where the value is that serde complains of, as `declaration.date`.
fn place(line: &Value, said: &str) -> Option<String> {
    let says = |e: serde_json::Error| e.to_string() == said;
    let mut inner = line.clone();
    for field in ["at", "by", "unit"] {
        take_out(&mut inner, &[field.to_owned()]);
    }
    let of_command = |line: &Value| Command::deserialize(line).is_err_and(says);
    let of_order = |line: &Value| Order::deserialize(line).is_err_and(says);
    // What stands around the command first: without it the command is whole.
    if !of_command(&inner) {
        let around = ["by", "unit"].map(|field| vec![field.to_owned()]);
        return found(line, around.into_iter(), of_order);
    }
    let mut paths = Vec::new();
    gather(&inner, &mut Vec::new(), &mut paths);
    // Without its name no command is read at all: looked at last.
    let (name, others): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| path == &["do"]);
    found(&inner, others.into_iter().take(MOST).chain(name), of_command)
}

/// The first path without which serde no longer says the same.
fn found(
    line: &Value,
    mut paths: impl Iterator<Item = Vec<String>>,
    says_the_same: impl Fn(&Value) -> bool,
) -> Option<String> {
    let path = paths.find(|path| {
        let mut without = line.clone();
        take_out(&mut without, path);
        !says_the_same(&without)
    })?;
    Some(excerpt(&path.join(".")))
}

/// The path of every value, what is inside before what holds it.
fn gather(value: &Value, here: &mut Vec<String>, paths: &mut Vec<Vec<String>>) {
    let mut inside = |name: String, value: &Value| {
        here.push(name);
        gather(value, here, paths);
        here.pop();
    };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| inside(name.clone(), value)),
        Value::Array(items) => items.iter().enumerate().for_each(|(i, value)| inside(i.to_string(), value)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    if !here.is_empty() {
        paths.push(here.clone());
    }
}

fn take_out(value: &mut Value, path: &[String]) {
    match (path, value) {
        ([last], Value::Object(fields)) => drop(fields.remove(last)),
        ([last], Value::Array(items)) => {
            if let Some(index) = last.parse().ok().filter(|index| *index < items.len()) {
                items.remove(index);
            }
        }
        ([first, rest @ ..], Value::Object(fields)) => {
            if let Some(inner) = fields.get_mut(first) {
                take_out(inner, rest);
            }
        }
        ([first, rest @ ..], Value::Array(items)) => {
            if let Some(inner) = first.parse().ok().and_then(|index: usize| items.get_mut(index)) {
                take_out(inner, rest);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn said(mut line: Value) -> String {
        line["at"] = json!("2026-11-23T10:42:00");
        let error = serde_json::from_value::<Order>(line.clone()).unwrap_err();
        not_a_command(&line, &error).message
    }

    #[test]
    fn every_mistake_has_an_italian_sentence_with_its_place() {
        let id = "019b7f68-9900-7b58-9f4f-10172a29d433";
        for (line, sentence) in [
            (json!({"do": "psp.draft"}), "Nel comando manca «registrant»."),
            (json!({"by": "x"}), "Nel comando manca «do»."),
            (
                json!({"do": "psp.draft", "registrant": id, "by": 5}),
                "Il valore di «by» non va bene: qui va un testo tra virgolette.",
            ),
            (json!({"do": "nope"}), "«nope» non è il nome di un comando."),
            (
                json!({"do": "psp.sign", "version": id, "who": "me"}),
                "In «who», «me» non è una voce prevista.",
            ),
            (
                json!({"do": "registrant.register", "registrant": {"shoe": 42}}),
                "Nel comando «shoe» non è un campo previsto.",
            ),
            (
                json!({"do": "registrant.register", "registrant": {"birth_date": "1985-02-31"}}),
                "Il valore di «registrant.birth_date» non va bene: una data si scrive 2026-11-23, un'ora 2026-11-23T10:42.",
            ),
            (
                json!({"do": "registrant.register", "registrant": {"name": 5}}),
                "Il valore di «registrant.name» non va bene: qui va un testo tra virgolette.",
            ),
            (
                json!({"do": "psp.draft", "registrant": "x"}),
                "Il valore di «registrant» non va bene: qui va un identificativo, o un nome che comincia con @.",
            ),
            (
                json!({"do": "did.declare", "registrant": id, "declaration": {"not_working": 1}}),
                "Il valore di «declaration.not_working» non va bene: qui va true o false.",
            ),
            (
                json!({"do": "did.declare", "registrant": id, "declaration": {}, "profiling": {"household_size": -1}}),
                "Il valore di «profiling.household_size» non va bene: qui va un numero intero non negativo, nei limiti.",
            ),
            (
                json!({"do": "registrant.edit", "registrant": id, "edits": [{"field": 1, "was": "", "now": ""}]}),
                "Il valore di «edits.0.field» non va bene: qui va un testo tra virgolette.",
            ),
        ] {
            assert_eq!(said(line.clone()), sentence, "{line}");
        }
    }
}
