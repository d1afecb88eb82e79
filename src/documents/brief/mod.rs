//! «In breve»: the pact on one page, in plain words, for the person to take
//! home; and the same page in other languages, as a courtesy.
//!
//! It goes with a pact and has its number. It is no document of its own: what
//! counts is the pact, in Italian.

mod fields;
#[cfg(test)]
mod tests;

use super::block::TextSize;
use super::gulpease::gulpease;
use super::kinds::{self, Filled, Shipped, Worded};
use super::page::Pages;
use super::template;
use crate::domain::language::Language;
use crate::domain::paper::PspPaper;
use crate::domain::paper::stationery::Stationery;
use crate::fault::Result;

/// Points of a list: as many as fit, tried from the most.
const POINTS: [usize; 7] = [8, 6, 5, 4, 3, 2, 1];

/// The pages of a pact «in breve»; one, in normal print, but for words that
/// go on for pages.
///
/// # Errors
/// As [`worded`].
pub fn brief(paper: &PspPaper, language: Language, stationery: &Stationery, size: TextSize) -> Result<Pages> {
    worded(paper, language, stationery)?.pages(size)
}

/// What the page says: as many points of each list as one page of normal
/// print holds; and why an office's own template was left.
///
/// # Errors
/// A character no face has, or a language whose face is not on this computer,
/// with what to do.
pub fn worded(paper: &PspPaper, language: Language, stationery: &Stationery) -> Result<Worded> {
    let tried = |most| {
        let filled = fields::fill(paper, language, most, stationery);
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

/// The template of every language.
pub const ALL: &[Shipped] = &[ITALIAN, ENGLISH, FRENCH, ARABIC, UKRAINIAN, CHINESE];

/// The template of a language.
#[must_use]
pub fn shipped(language: Language) -> &'static Shipped {
    match language {
        Language::It => &ITALIAN,
        Language::En => &ENGLISH,
        Language::Fr => &FRENCH,
        Language::Ar => &ARABIC,
        Language::Uk => &UKRAINIAN,
        Language::Zh => &CHINESE,
    }
}

/// What the page is for: what to do, by when, whom to call, when to come.
const NEEDED: &[&str] = &["next_day", "search_acts", "measures", "case_officer_full_name"];

/// In plain Italian.
pub const ITALIAN: Shipped = Shipped {
    name: "psp_brief",
    label: "il patto in breve",
    text: include_str!("../../../assets/templates/psp_brief.txt"),
    lang: Language::It,
    needed: NEEDED,
    samples: || samples(Language::It),
};

/// In English.
pub const ENGLISH: Shipped = Shipped {
    name: "psp_brief_en",
    label: "il patto in breve, in inglese",
    text: include_str!("../../../assets/templates/brief/en.txt"),
    lang: Language::En,
    needed: NEEDED,
    samples: || samples(Language::En),
};

/// In French.
pub const FRENCH: Shipped = Shipped {
    name: "psp_brief_fr",
    label: "il patto in breve, in francese",
    text: include_str!("../../../assets/templates/brief/fr.txt"),
    lang: Language::Fr,
    needed: NEEDED,
    samples: || samples(Language::Fr),
};

/// In Arabic.
pub const ARABIC: Shipped = Shipped {
    name: "psp_brief_ar",
    label: "il patto in breve, in arabo",
    text: include_str!("../../../assets/templates/brief/ar.txt"),
    lang: Language::Ar,
    needed: NEEDED,
    samples: || samples(Language::Ar),
};

/// In Ukrainian.
pub const UKRAINIAN: Shipped = Shipped {
    name: "psp_brief_uk",
    label: "il patto in breve, in ucraino",
    text: include_str!("../../../assets/templates/brief/uk.txt"),
    lang: Language::Uk,
    needed: NEEDED,
    samples: || samples(Language::Uk),
};

/// In Chinese.
pub const CHINESE: Shipped = Shipped {
    name: "psp_brief_zh",
    label: "il patto in breve, in cinese semplificato",
    text: include_str!("../../../assets/templates/brief/zh.txt"),
    lang: Language::Zh,
    needed: NEEDED,
    samples: || samples(Language::Zh),
};
