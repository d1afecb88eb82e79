//! The file of the rules agrees with the sentences of the program.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::NaiveDate;

use super::*;
use crate::domain::finding::Level;
use crate::domain::law::Weight;
use crate::domain::office::Region;
use crate::domain::rulebook;

/// The levels of the sentences of each number.
fn coded() -> BTreeMap<&'static str, BTreeSet<Level>> {
    let mut coded: BTreeMap<_, BTreeSet<Level>> = BTreeMap::new();
    for rule in rulebook::all() {
        coded.entry(rule.id).or_default().insert(rule.level);
    }
    coded
}

#[test]
fn every_number_is_there_once() {
    let mut ids: Vec<_> = all().iter().map(|row| row.id.as_str()).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count);
    let missing: Vec<_> = coded().into_keys().filter(|id| get(id).is_none()).collect();
    assert!(missing.is_empty(), "said by the program, not in assets/data/rules.toml: {missing:?}");
    for row in all() {
        assert!(!row.text.is_empty() && row.text.ends_with('.') && !row.reference.is_empty(), "{}", row.id);
        assert!(row.open || !row.confidence.is_empty(), "{}: how sure are we?", row.id);
    }
}

#[test]
fn the_levels_of_the_sentences_are_those_of_the_file() {
    let mut wrong = Vec::new();
    for (id, said) in coded() {
        let Some(row) = get(id) else { continue };
        let expected: BTreeSet<Level> = if row.said.is_empty() {
            BTreeSet::from([row.level])
        } else {
            row.said.iter().copied().collect()
        };
        if said != expected {
            wrong.push(format!("{id}: the file {expected:?}, the sentences {said:?}"));
        }
        if !row.said.is_empty() && row.why.is_none() {
            wrong.push(format!("{id}: another level without a reason"));
        }
        if row.open && said.contains(&Level::Block) {
            wrong.push(format!("{id}: what is not settled never blocks"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_number_is_said_stored_or_held() {
    let coded = coded();
    let lost: Vec<_> = all()
        .iter()
        .filter(|row| !coded.contains_key(row.id.as_str()) && row.place.is_none() && row.held.is_none())
        .map(|row| row.id.as_str())
        .collect();
    assert!(lost.is_empty(), "neither said nor stored nor held: {lost:?}");
}

#[test]
fn what_holds_a_rule_is_tried_by_a_test_that_is_there() {
    for (row, held) in all().iter().filter_map(|row| Some((row, row.held.as_ref()?))) {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(&held.test);
        let text = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(text.contains("#[test]"), "{}: {} has no test", row.id, held.test);
        assert!(text.contains(&row.id), "{}: {} does not name it", row.id, held.test);
    }
}

#[test]
fn words_a_rule_sends_to_are_in_the_guide() {
    for row in all() {
        let Some(place) = &row.place else { continue };
        if let Some(word) = place.split_once("GU01, parola «").and_then(|(_, rest)| rest.split('»').next())
        {
            let there = crate::tables::guide::words().iter().any(|entry| entry.title == word);
            assert!(there, "{}: «{word}» is not in the guide", row.id);
        }
    }
}

fn in_profile(region: Region, id: &str, day: NaiveDate) -> Option<&'static ProfileRow> {
    let holds = |row: &&ProfileRow| row.region == region && row.period().contains(day);
    profiles_of(id).filter(holds).max_by_key(|row| row.valid_from)
}

#[test]
fn every_profile_says_what_becomes_of_every_regional_rule() {
    for row in all().iter().filter(|row| !row.regions.is_empty()) {
        for region in Region::ALL.iter().copied() {
            let from = row.valid_from.expect("a regional rule has a first day");
            assert!(in_profile(region, &row.id, from).is_some(), "{} in {region:?}", row.id);
            assert!(in_profile(region, &row.id, from.pred_opt().unwrap()).is_none(), "{}", row.id);
        }
        for region in &row.regions {
            let from = row.valid_from.unwrap();
            let level = in_profile(*region, &row.id, from).map(|profile| profile.level);
            assert_eq!(level, Some(Weight::AsIs), "{} at home", row.id);
        }
    }
    for row in profiles() {
        for id in &row.rules {
            assert!(get(id).is_some_and(RuleRow::may_change), "{id}: national law is in no profile");
        }
    }
}

#[test]
fn a_broken_file_says_where() {
    let fault = parse("[[rule]]\nid = \"R-X-1\"\nlevel = \"shout\"\n").unwrap_err();
    assert!(fault.to_string().contains("riga 3, colonna 9"), "{fault}");
    let fault = parse("[[rule]]\nid = \"R-X-1\"\nlevel = \"show\"\nsaid").unwrap_err();
    assert!(fault.to_string().contains("riga 4"), "{fault}");
    let fault = parse_profiles("[[profile]]\nregion = \"atlantide\"\n").unwrap_err();
    assert!(fault.to_string().contains("riga 2, colonna 10"), "{fault}");
}
