//! `sportello rules --states`: a state machine as the program has it, as a
//! diagram in text. Nothing of it is written by hand.

use std::io::Write;

use super::out::{json_document, shown, text};
use crate::domain::machine::Who;
use crate::domain::machines::{self, Arrow, Machine, Node};
use crate::fault::{Fault, Result};

/// Columns of a page.
const WIDTH: usize = 80;
/// Where what is said of a step begins.
const INDENT: usize = 6;

/// Prints the machine of a name, or the names.
///
/// # Errors
/// There is no such machine, the output cannot be written.
pub fn run(name: Option<&str>, json: bool, out: &mut impl Write) -> Result<u8> {
    let all = machines::all();
    match name.map(str::trim).filter(|name| !name.is_empty()) {
        None if json => json_document(out, &all)?,
        None => all.iter().try_for_each(|machine| text(out, &heading(machine)))?,
        Some(name) => {
            let known = all.iter().find(|machine| machine.name == name.to_lowercase());
            let machine = known.ok_or_else(|| unknown(name, &all))?;
            if json { json_document(out, machine)? } else { text(out, &diagram(machine))? }
        }
    }
    Ok(super::DONE)
}

fn unknown(name: &str, all: &[Machine]) -> Fault {
    let names: Vec<&str> = all.iter().map(|machine| machine.name).collect();
    Fault::usage(format!("Non ci sono stati che si chiamano «{}».", shown(name)))
        .hint(format!("Scrivere uno di questi: {}.", names.join(", ")))
}

fn heading(machine: &Machine) -> String {
    format!("{:<21} {}", machine.name, machine.title)
}

fn diagram(machine: &Machine) -> String {
    let mut lines = vec![
        format!("{} [{}]", machine.title, machine.name),
        String::new(),
        "Un passaggio che qui non c'è è rifiutato. --evento--> porta allo stato".to_owned(),
        "seguente; di ogni passaggio restano chi, quando, ufficio e prova.".to_owned(),
        String::new(),
        "(inizio)".to_owned(),
    ];
    let begins = machine.steps.iter().filter(|step| step.from.is_none() && step.to.is_some());
    begins.for_each(|step| arrow(machine, step, &mut lines));
    for state in &machine.states {
        lines.push(String::new());
        lines.push(node(state));
        let from_here = machine.steps.iter().filter(|step| step.from.as_deref() == Some(&state.word));
        from_here.for_each(|step| arrow(machine, step, &mut lines));
    }
    let mut anywhere =
        machine.steps.iter().filter(|step| step.from.is_none() && step.to.is_none()).peekable();
    if anywhere.peek().is_some() {
        lines.extend([String::new(), "(in ogni stato, che resta com'è)".to_owned()]);
        anywhere.for_each(|step| arrow(machine, step, &mut lines));
    }
    lines.join("\n")
}

fn node(state: &Node) -> String {
    let last = if state.last { "  -- stato finale" } else { "" };
    format!("{} [{}]{last}", state.label, state.word)
}

/// A step: its arrow on a line, below it what there is to say.
fn arrow(machine: &Machine, step: &Arrow, lines: &mut Vec<String>) {
    let to = match step.to.as_deref() {
        Some(to) if step.from.as_deref() == Some(to) => "(resta)",
        Some(to) => machine.label(to),
        None => "(resta)",
    };
    wrapped(&format!("--{}--> {to}  [{}]", step.label, step.event), 2, INDENT, lines);
    let who: Vec<&str> = step.who.iter().map(|who| Who::label(*who)).collect();
    let mut said = vec![format!("chi: {}", who.join(" o "))];
    if !step.guards.is_empty() {
        said.push(format!("regole: {}", step.guards.join(" ")));
    }
    if !step.evidence.is_empty() {
        said.push(format!("prova: {}", step.evidence));
    }
    if !step.term.is_empty() {
        said.push(format!("entro: {}", step.term));
    }
    said.iter().for_each(|text| wrapped(text, INDENT, INDENT + 2, lines));
}

/// A text over as many lines as it needs, the first one less indented.
fn wrapped(text: &str, first: usize, others: usize, lines: &mut Vec<String>) {
    let mut line = " ".repeat(first);
    let mut empty = true;
    for word in text.split(' ') {
        if !empty && line.chars().count() + 1 + word.chars().count() > WIDTH {
            lines.push(std::mem::replace(&mut line, " ".repeat(others)));
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    lines.push(line);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(name: Option<&str>, json: bool) -> Result<String> {
        let mut out = Vec::new();
        run(name, json, &mut out).map(|_| String::from_utf8(out).unwrap())
    }

    #[test]
    fn every_machine_is_told_whole_within_eighty_columns() {
        for machine in machines::all() {
            let text = said(Some(machine.name), false).unwrap();
            assert!(text.lines().all(|line| line.chars().count() <= WIDTH), "{text}");
            let arrows = text.lines().filter(|line| line.starts_with("  --")).count();
            assert_eq!(arrows, machine.steps.len(), "{}", machine.name);
            for state in &machine.states {
                assert!(text.contains(&node(state)), "{} {}", machine.name, state.word);
            }
        }
    }

    #[test]
    fn without_a_name_the_names_with_another_a_sentence() {
        let list = said(None, false).unwrap();
        assert!(machines::all().iter().all(|machine| list.contains(machine.name)));
        let fault = said(Some("patto"), false).unwrap_err().to_string();
        assert!(fault.contains("«patto»") && fault.contains("psp"), "{fault}");
        let json: serde_json::Value = serde_json::from_str(&said(Some("PSP"), true).unwrap()).unwrap();
        assert_eq!(json["name"], "psp");
    }
}
