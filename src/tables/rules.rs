//! The rules by number, and what the profiles of the regions do with them.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::domain::law::{ProfileRow, RuleRow};
use crate::fault::{Fault, Result};

const RULES: &str = include_str!("../../assets/data/rules.toml");
const PROFILES: &str = include_str!("../../assets/data/profiles.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RulesFile {
    rule: Vec<RuleRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProfilesFile {
    profile: Vec<ProfileRow>,
}

/// Reads a file of rules whole.
///
/// # Errors
/// A broken file, with line and column.
pub fn parse(text: &str) -> Result<Vec<RuleRow>> {
    read::<RulesFile>(text).map(|file| file.rule)
}

/// Reads a file of profiles whole.
///
/// # Errors
/// A broken file, with line and column.
pub fn parse_profiles(text: &str) -> Result<Vec<ProfileRow>> {
    read::<ProfilesFile>(text).map(|file| file.profile)
}

fn read<File: DeserializeOwned>(text: &str) -> Result<File> {
    toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start.min(text.len()));
        let before = text.get(..at).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Fault::usage(format!("La tabella non si legge: riga {line}, colonna {column}."))
            .hint("Correggere il file: resta in uso quella di prima.")
            .cause(error.message().to_owned())
    })
}

/// Every rule, in the order of the file.
#[must_use]
pub fn all() -> &'static [RuleRow] {
    static ROWS: OnceLock<Vec<RuleRow>> = OnceLock::new();
    ROWS.get_or_init(|| parse(RULES).expect("a test reads every embedded table"))
}

/// The rule of a number.
#[must_use]
pub fn get(id: &str) -> Option<&'static RuleRow> {
    static PLACES: OnceLock<HashMap<&str, &RuleRow>> = OnceLock::new();
    PLACES.get_or_init(|| all().iter().map(|row| (row.id.as_str(), row)).collect()).get(id).copied()
}

/// Every row of every profile.
#[must_use]
pub fn profiles() -> &'static [ProfileRow] {
    static ROWS: OnceLock<Vec<ProfileRow>> = OnceLock::new();
    ROWS.get_or_init(|| parse_profiles(PROFILES).expect("a test reads every embedded table"))
}

/// The rows of the profiles that speak of a rule.
pub fn profiles_of(id: &str) -> impl Iterator<Item = &'static ProfileRow> {
    profiles().iter().filter(move |row| row.rules.iter().any(|rule| rule == id))
}

#[cfg(test)]
mod tests;
