//! The PSP on paper: fifteen sections from [`crate::domain::paper::PspPaper`], every one with its
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

use crate::tables::templates;
pub(super) use fields::{NEEDED, fill};

/// The title of one of the fifteen sections, as printed; empty for another
/// number.
#[must_use]
pub fn section_title(number: u8) -> &'static str {
    static TITLES: LazyLock<Vec<&str>> = LazyLock::new(|| {
        let template = templates::named("psp").map_or("", |shipped| shipped.text);
        let titles = template.lines().filter_map(|line| line.strip_prefix("## "));
        titles.filter_map(|title| Some(title.split_once(". ")?.1)).collect()
    });
    let place = usize::from(number).checked_sub(1);
    place.and_then(|place| TITLES.get(place)).copied().unwrap_or_default()
}
