//! «In breve»: the pact on one page, in plain words, for the person to take
//! home; and the same page in other languages, as a courtesy.
//!
//! It goes with a pact and says its number. It is no document of its own: it
//! has no code, and what counts is the pact, in Italian.

mod fields;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use super::block::TextSize;
use super::gulpease::gulpease;
use super::kinds::{self, Filled, Shipped, Worded};
use super::template;
use crate::domain::language::Language;
use crate::domain::paper::PspPaper;
use crate::domain::paper::stationery::Stationery;
use crate::fault::Result;

/// Points of a list: as many as fit, tried from the most.
const POINTS: [usize; 7] = [8, 6, 5, 4, 3, 2, 1];

/// What the page says: as many points of each list as one page of normal
/// print holds; and why an office's own template was left. It is handed over
/// `on` a day: appointments before it are no longer to come.
///
/// # Errors
/// A character no face has, or a language whose face is not on this computer,
/// with what to do.
pub fn worded(
    paper: &PspPaper,
    language: Language,
    stationery: &Stationery,
    on: NaiveDate,
) -> Result<Worded> {
    let mut paper = paper.clone();
    paper.appointments.retain(|one| one.on >= on);
    let tried = |most| {
        let filled = fields::fill(&paper, language, most, stationery);
        let mut worded = kinds::worded(shipped(language).name, filled, stationery)?;
        worded.content.tight = true;
        Ok(worded)
    };
    let mut worded = tried(POINTS[0])?;
    for most in &POINTS[1..] {
        if worded.pages(TextSize::Normal)?.count() == 1 {
            break;
        }
        worded = tried(*most)?;
    }
    Ok(worded)
}

/// The lowest Gulpease index of a text for the page in Italian, over every
/// sample; none when it cannot be filled or has no words. Under
/// [`super::gulpease::EASY`] it is not easy.
#[must_use]
pub fn readability(text: &str) -> Option<f32> {
    let indices = samples(Language::It).into_iter().filter_map(|sample| {
        let written = template::write(text, &sample.fields).ok()?;
        gulpease(&written.blocks)
    });
    indices.min_by(f32::total_cmp)
}

/// Pacts that between them have every block of the page.
fn samples(language: Language) -> Vec<Filled> {
    let fill = |paper: &PspPaper| fields::fill(paper, language, POINTS[0], &Stationery::default());
    kinds::samples(include_str!("../../../assets/templates/samples/psp.json"), fill)
}

/// What the page is for: what to do, by when, whom to call, when to come.
const NEEDED: &[&str] = &["next_day", "search_acts", "measures", "case_officer_full_name"];

macro_rules! pages {
    ($($language:ident $name:literal $label:literal $file:literal;)+) => {
        /// The template of every language.
        pub const ALL: &[Shipped] = &[$(Shipped {
            name: $name,
            label: $label,
            text: include_str!(concat!("../../../assets/templates/", $file)),
            lang: Language::$language,
            needed: NEEDED,
            samples: || samples(Language::$language),
        }),+];

    };
}

/// The template of a language.
///
/// Every language has one: a test asks for each.
#[must_use]
pub fn shipped(language: Language) -> &'static Shipped {
    ALL.iter().find(|page| page.lang == language).unwrap_or(&ALL[0])
}

pages! {
    It "psp_brief" "il patto in breve" "psp_brief.txt";
    En "psp_brief_en" "il patto in breve, in inglese" "brief/en.txt";
    Fr "psp_brief_fr" "il patto in breve, in francese" "brief/fr.txt";
    Ar "psp_brief_ar" "il patto in breve, in arabo" "brief/ar.txt";
    Uk "psp_brief_uk" "il patto in breve, in ucraino" "brief/uk.txt";
    Zh "psp_brief_zh" "il patto in breve, in cinese semplificato" "brief/zh.txt";
}
