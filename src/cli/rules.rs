//! `sportello rules [ID]`: the rules by number, and all about one;
//! `--states`: a state machine.

use std::io::Write;

use chrono::NaiveDate;
use serde::Serialize;

use super::DONE;
use super::args::{Global, RulesArgs};
use super::out::{json_document, json_line, text};
use super::table;
use crate::domain::finding::{Level, Rule};
use crate::domain::law::{RuleRow, Weight};
use crate::domain::office::Region;
use crate::domain::rulebook;
use crate::domain::text::{distance, excerpt};
use crate::fault::{Fault, Result};
use crate::tables::rules;

/// Everything about one rule. The names of these fields are a contract.
#[derive(Serialize)]
struct Report<'a> {
    #[serde(flatten)]
    row: &'a RuleRow,
    sentences: Vec<Sentence>,
    profiles: Vec<Change<'a>>,
}

/// One thing it can say.
#[derive(Serialize)]
struct Sentence {
    level: Level,
    text: &'static str,
    reference: &'static str,
}

/// What the profile of a region does with it.
#[derive(Serialize)]
struct Change<'a> {
    region: Region,
    level: Weight,
    valid_from: NaiveDate,
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_to: Option<NaiveDate>,
    source: &'a str,
}

/// Tells the rules: every one, or all about one; 0, or 2 for a number that is
/// none.
///
/// # Errors
/// An unknown number, with the nearest ones; the output cannot be written.
pub fn run(args: &RulesArgs, global: &Global, out: &mut impl Write) -> Result<u8> {
    if let Some(name) = &args.states {
        return super::states::run(Some(name), args.json, out);
    }
    match &args.id {
        Some(typed) => {
            let report = report(find(typed)?);
            if args.json { json_document(out, &report)? } else { text(out, &for_people(&report))? }
        }
        None if args.json => {
            for row in rules::all() {
                json_line(out, &report(row))?;
            }
        }
        None => text(out, &list(global.semplice))?,
    }
    Ok(DONE)
}

/// The rule somebody means: capitals and the first letter may be left out.
fn find(typed: &str) -> Result<&'static RuleRow> {
    let plain = typed.trim().to_uppercase();
    let whole = if plain.starts_with("R-") { plain } else { format!("R-{plain}") };
    rules::get(&whole).ok_or_else(|| {
        Fault::usage(format!("Non c'è una regola «{}».", excerpt(typed)))
            .hint(format!("Le più vicine: {}.", nearest(&whole).join(", ")))
    })
}

/// The three numbers that take the fewest changed letters.
fn nearest(typed: &str) -> Vec<&'static str> {
    let mut near: Vec<_> =
        rules::all().iter().map(|row| (distance(typed, &row.id), row.id.as_str())).collect();
    near.sort_by_key(|(far, _)| *far);
    near.into_iter().take(3).map(|(_, id)| id).collect()
}

fn report(row: &RuleRow) -> Report<'_> {
    let sentence = |rule: &Rule| Sentence { level: rule.level, text: rule.text, reference: rule.reference };
    let change = |profile: &'static crate::domain::law::ProfileRow| Change {
        region: profile.region,
        level: profile.level,
        valid_from: profile.valid_from,
        valid_to: profile.valid_to,
        source: &profile.source,
    };
    Report {
        row,
        sentences: rulebook::of(&row.id).into_iter().map(sentence).collect(),
        profiles: rules::profiles_of(&row.id).map(change).collect(),
    }
}

fn list(linear: bool) -> String {
    let row = |row: &RuleRow| [row.id.clone(), row.level.label().to_owned(), scope(row), row.text.clone()];
    let rows: Vec<_> = rules::all().iter().map(row).collect();
    table::rows(linear, ["regola", "livello", "vale in", "che cosa chiede"], &rows)
}

/// Whose rule it is, and whether it is settled.
fn scope(row: &RuleRow) -> String {
    let mut scope = if row.regions.is_empty() {
        "Italia".to_owned()
    } else {
        row.regions.iter().map(|region| region.label()).collect::<Vec<_>>().join(", ")
    };
    if row.open {
        scope.push_str(" ?");
    }
    scope
}

fn for_people(report: &Report<'_>) -> String {
    let row = report.row;
    let mut said = format!("{}  {}\n{}\n\n", row.id, row.level.label(), row.text);
    let mut line = |label: &str, value: &str| said.push_str(&format!("{label:<11}{value}\n"));
    line("fonte", &row.reference);
    let sure: Vec<_> = row.confidence.iter().map(|confidence| confidence.label()).collect();
    if !sure.is_empty() {
        line("certezza", &sure.join("; "));
    }
    if row.open {
        line("aperta", "punto non deciso: è un parametro dell'ufficio e non blocca mai");
    }
    line("vale in", &scope(row).replace(" ?", ""));
    if let Some(from) = row.valid_from {
        line("dal", &from.to_string());
    }
    if let Some(to) = row.valid_to {
        line("al", &to.to_string());
    }
    if let Some(place) = &row.place {
        line("dove", place);
    }
    if let Some(held) = &row.held {
        line("tenuta da", &held.by);
        line("prova", &held.test);
    }
    if let Some(why) = &row.why {
        line("perché", why);
    }
    for (title, lines) in [("Che cosa può dire", sentences(report)), ("Profili", profiles(report))] {
        if !lines.is_empty() {
            said.push_str(&format!("\n{title}\n{}", lines.concat()));
        }
    }
    said
}

fn sentences(report: &Report<'_>) -> Vec<String> {
    let sign = |level| match level {
        Level::Block => "[X]",
        Level::Warn => "[!]",
        Level::Show | Level::Record => "[i]",
    };
    report.sentences.iter().map(|s| format!("  {} {}\n", sign(s.level), s.text.replace("{}", "…"))).collect()
}

fn profiles(report: &Report<'_>) -> Vec<String> {
    let until = |to: Option<NaiveDate>| to.map(|day| format!(" al {day}")).unwrap_or_default();
    let line = |change: &Change<'_>| {
        let (region, level) = (change.region.label(), change.level.label());
        let days = format!("dal {}{}", change.valid_from, until(change.valid_to));
        format!("  {region:<11}{level}, {days} ({})\n", change.source)
    };
    report.profiles.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(id: Option<&str>, json: bool) -> Result<String> {
        let mut out = Vec::new();
        let args = RulesArgs { id: id.map(ToOwned::to_owned), states: None, json };
        run(&args, &Global::default(), &mut out)?;
        Ok(String::from_utf8(out).unwrap())
    }

    #[test]
    fn one_rule_says_everything() {
        let text = rules(Some("r-rem-2"), false).unwrap();
        for part in ["R-REM-2  blocca", "Lombardia", "dal        2022-09-01", "Neutro", "mostra", "spenta"] {
            assert!(text.contains(part), "{part} in {text}");
        }
        let text = rules(Some("DID-16"), false).unwrap();
        assert!(text.contains("[X] La data … è futura") && text.contains("Italia"), "{text}");
        let json: serde_json::Value = serde_json::from_str(&rules(Some("R-DID-15"), true).unwrap()).unwrap();
        assert_eq!(
            (&json["id"], &json["level"], &json["open"]),
            (&"R-DID-15".into(), &"warn".into(), &true.into())
        );
        assert!(json["sentences"].as_array().unwrap().len() > 1);
    }

    #[test]
    fn every_rule_has_its_line() {
        assert_eq!(rules(None, true).unwrap().lines().count(), rules::all().len());
        assert_eq!(rules(None, false).unwrap().lines().count(), rules::all().len() + 1);
    }

    #[test]
    fn a_number_that_is_none_gets_the_nearest() {
        let fault = rules(Some("R-DIT-16"), false).unwrap_err();
        assert_eq!(fault.exit_code(), 2);
        assert!(fault.to_string().contains("R-DID-16"), "{fault}");
        assert!(rules(Some("\u{1b}[2J"), false).unwrap_err().to_string().contains("Le più vicine"));
    }
}
