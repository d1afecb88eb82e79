//! The PSP on paper: fifteen sections from [`PspPaper`], every one with its
//! heading even when it has nothing to say. What it says is in its template.

mod fields;
mod figures;
#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod samples_for_eyes;
#[cfg(test)]
mod tests;
mod wording;

use std::sync::LazyLock;

pub(super) use fields::{NEEDED, fill};

use super::kinds::{self, Filled};
use crate::domain::paper::PspPaper;
use crate::domain::paper::stationery::Stationery;

/// The template that ships with the program.
pub(super) const TEMPLATE: &str = include_str!("../../../assets/templates/psp.txt");

/// Pacts with every block: P, M, G, I, E, R, update, copy; N; a bare draft.
pub(super) fn samples() -> Vec<Filled> {
    let papers: Vec<PspPaper> = kinds::samples(include_str!("../../../assets/templates/samples/psp.json"));
    papers.iter().map(|paper| fill(paper, &Stationery::default())).collect()
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
