//! The PSP on paper: fifteen sections from [`PspPaper`], every one with its
//! heading even when it has nothing to say. What it says is in its template.

mod fields;
#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod samples_for_eyes;
#[cfg(test)]
mod tests;
mod wording;

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};

use super::block::{Content, TextSize};
use super::flow::flow;
use super::page::Pages;
use super::template;
use crate::domain::paper::PspPaper;
use crate::fault::{Fault, Result};

/// The template that ships with the program.
pub const TEMPLATE: &str = include_str!("../../../assets/templates/psp.txt");

/// The pages of a PSP at a size of print.
///
/// # Errors
/// A character the printed face does not have (with its place); a document
/// that is not a draft and lacks a required text, which the checks before
/// issue should have stopped.
pub fn pages(paper: &PspPaper, size: TextSize) -> Result<Pages> {
    flow(&content(paper)?, size)
}

/// What the PSP says, before it is put on pages.
///
/// # Errors
/// An issued document that lacks a required text; a template that cannot be
/// filled.
pub fn content(paper: &PspPaper) -> Result<Content> {
    let (fields, missing) = fields::fields(paper);
    if !paper.draft && (!missing.is_empty() || paper.number.is_none()) {
        return Err(Fault::internal(format!("issued PSP lacks {}", missing.join(", "))));
    }
    let written = template::write(TEMPLATE, &fields);
    Ok(written.map_err(|problems| template::fault("psp", &problems))?.content())
}

/// The title of one of the fifteen sections, as printed; empty for another
/// number.
#[must_use]
pub fn section_title(number: u8) -> &'static str {
    static TITLES: LazyLock<Vec<&str>> = LazyLock::new(|| {
        let titles = TEMPLATE.lines().filter_map(|line| line.strip_prefix("## "));
        titles.filter_map(|title| Some(title.split_once(". ")?.1)).collect()
    });
    let place = usize::from(number).checked_sub(1);
    place.and_then(|place| TITLES.get(place)).copied().unwrap_or_default()
}

/// A date as it is written in Italy, `05/03/2026`.
fn date(on: NaiveDate) -> String {
    on.format("%d/%m/%Y").to_string()
}

/// A date with its day of the week, `martedì 24/11/2026`.
fn weekday_date(on: NaiveDate) -> String {
    let day = wording::WEEKDAYS[on.weekday().num_days_from_monday() as usize];
    format!("{day}\u{a0}{}", date(on))
}
