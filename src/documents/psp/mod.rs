//! The PSP on paper: fifteen sections from [`PspPaper`], every one with its
//! heading even when it has nothing to say.

mod agreed;
mod rights;
#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod samples_for_eyes;
#[cfg(test)]
mod tests;
mod who;
mod wording;

use chrono::{Datelike, NaiveDate};

use super::block::{Block, Content, Text, TextSize, Tone};
use super::flow::flow;
use super::page::Pages;
use crate::domain::paper::PspPaper;
use crate::fault::{Fault, Result};
use wording::fill;

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
/// An issued document that lacks a required text.
pub fn content(paper: &PspPaper) -> Result<Content> {
    let mut writer = Writer { blocks: Vec::new(), missing: Vec::new() };
    let number = paper.number.as_ref().map_or_else(|| wording::DRAFT_NUMBER.to_owned(), ToString::to_string);
    let document = fill(wording::VERSION, &[("number", &number), ("version", &paper.version.to_string())]);
    writer.letterhead(paper, &document);
    writer.who_signs(paper);
    writer.situation(&paper.situation);
    writer.profile(&paper.profile);
    writer.objective(&paper.objective);
    writer.contacts(&paper.contact, &paper.situation.benefit);
    writer.measures(paper);
    writer.search_acts(paper);
    writer.appointments(&paper.appointments);
    writer.person_commitments(paper);
    writer.office_commitments(&paper.office_commitments);
    writer.absence();
    writer.sanctions(&paper.situation.benefit);
    writer.privacy(paper.privacy.as_ref());
    writer.duration_and_signatures(paper);
    if !paper.draft && (!writer.missing.is_empty() || paper.number.is_none()) {
        return Err(Fault::internal(format!("issued PSP lacks {}", writer.missing.join(", "))));
    }
    Ok(Content {
        title: fill(wording::FILE_TITLE, &[("document", &document)]),
        foot: document,
        copy_note: paper
            .copy
            .as_ref()
            .map(|copy| fill(wording::COPY_NOTE, &[("digest", &copy.digest), ("keeper", &copy.keeper)])),
        mark: paper.draft.then(|| wording::DRAFT_MARK.to_owned()),
        blocks: writer.blocks,
    })
}

/// The title of one of the fifteen sections, as printed; empty for another
/// number.
#[must_use]
pub fn section_title(number: u8) -> &'static str {
    let place = usize::from(number).checked_sub(1);
    place.and_then(|place| wording::SECTIONS.get(place)).copied().unwrap_or_default()
}

/// Writes blocks, and notes which required texts were not there.
struct Writer {
    blocks: Vec<Block>,
    missing: Vec<&'static str>,
}

impl Writer {
    fn section(&mut self, number: u8) {
        let title = wording::SECTIONS[usize::from(number) - 1].to_owned();
        self.blocks.push(Block::Section { number: Some(number), title });
    }

    fn para(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Para { text: Text::plain(text), tone: Tone::Body });
    }

    fn soft(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Para { text: Text::plain(text), tone: Tone::Soft });
    }

    /// A label with a value that must be there: a draft says it is missing.
    fn required(&mut self, label: &'static str, value: &str) {
        let value = self.or_missing(label, value);
        self.field(label, value);
    }

    fn or_missing(&mut self, label: &'static str, value: &str) -> String {
        if value.trim().is_empty() {
            self.missing.push(label);
            return wording::TO_COMPLETE.to_owned();
        }
        value.to_owned()
    }

    /// A label with its value, left out when there is none.
    fn optional(&mut self, label: &str, value: &str) {
        if !value.trim().is_empty() {
            self.field(label, value);
        }
    }

    fn field(&mut self, label: &str, value: impl Into<String>) {
        self.blocks.push(Block::Field { label: label.to_owned(), value: Text::plain(value) });
    }
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

/// The texts that are there, in one line.
fn joined(parts: &[&str], between: &str) -> String {
    parts.iter().filter(|p| !p.trim().is_empty()).copied().collect::<Vec<_>>().join(between)
}
