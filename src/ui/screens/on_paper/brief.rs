//! The page «In breve» of a pact, in the language the person reads: seen
//! before it is printed, and printed the same way. It is no document of its
//! own: nothing is archived, one line of the audit tells of it.

use chrono::NaiveDate;

use ratatui::Frame;

use super::{LANGUAGE, OnPaper, Said};
use crate::documents::block::Content;
use crate::documents::flow::flow;
use crate::documents::{self, TextSize};
use crate::domain::language::Language;
use crate::domain::paper::Paper;
use crate::domain::permission::Permission;
use crate::fault::Result;
use crate::tables::languages;
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects, Notice};
use crate::ui::screen::{Cx, Flow, Offer};
use crate::ui::side::Column;
use crate::ui::strings::on_paper as words;
use crate::ui::theme::Role;
use crate::ui::widgets::dialog::{Question, Reply};
use crate::ui::widgets::reading::Reading;

/// The page that is read.
pub(super) struct Brief {
    pub language: Language,
    pub content: Content,
    pub reading: Reading,
}

/// Asks for the language.
pub(super) fn ask() -> Effect {
    let letters = words::LANGUAGES.iter().map(|(letter, language)| (*letter, language.label().to_owned()));
    Effect::Confirm(LANGUAGE, Question::letters(words::WHICH_LANGUAGE, letters.collect()))
}

impl Brief {
    fn of(
        said: &Said,
        language: Language,
        size: TextSize,
        today: NaiveDate,
    ) -> Option<Result<(Self, Option<Notice>)>> {
        let Paper::Psp(paper) = &said.paper else { return None };
        Some(documents::brief::worded(paper, language, &said.stationery, today).and_then(|worded| {
            let reading = Reading::new(&flow(&worded.content, size)?, None);
            let told = worded.fell_back.as_ref().map(super::left);
            Ok((Self { language, content: worded.content, reading }, told))
        }))
    }

    pub(super) fn turn(&mut self, size: TextSize) {
        if let Ok(pages) = flow(&self.content, size) {
            self.reading = Reading::new(&pages, None);
        }
    }
}

impl OnPaper {
    /// B, where there is a pact to tell in brief.
    pub fn offer_brief(&self) -> Offer {
        let pact = self.said.as_ref().is_some_and(|said| said.version.is_some());
        Offer::new(Action::Letter('B'), words::BRIEF).when(pact)
    }

    /// Is the page «In breve» read?
    #[must_use]
    pub fn in_brief(&self) -> bool {
        self.brief.is_some()
    }

    /// The language was chosen. Where its face is not on this computer, what
    /// is missing is said and what was read stays.
    pub(super) fn open_brief(&mut self, told: Reply, cx: &Cx) -> Effects {
        let Reply::Letter(letter) = told else { return Vec::new() };
        let chosen = words::LANGUAGES.iter().find(|(known, _)| *known == letter);
        let (Some((_, language)), Some(said)) = (chosen, &self.said) else { return Vec::new() };
        match Brief::of(said, *language, self.size, cx.today()) {
            Some(Ok((brief, fell_back))) => {
                self.brief = Some(brief);
                let reviewed = languages::of(*language).reviewed;
                let what = words::courtesy(*language, reviewed).map(Notice::info);
                fell_back.or(what).map(Effect::from).into_iter().collect()
            }
            Some(Err(fault)) => vec![Notice::fault(&fault).into()],
            None => Vec::new(),
        }
    }

    pub(super) fn act_brief(&mut self, action: Action, cx: &Cx) -> Flow {
        let Some(brief) = &mut self.brief else { return Flow::Pass };
        match action {
            Action::Back => self.brief = None,
            Action::Print => return Flow::Used(self.print(cx)),
            Action::PrintWith => return Flow::Used(self.choose(false, cx)),
            Action::Letter('S') => return Flow::Used(self.choose(true, cx)),
            Action::Letter('B') => return Flow::ask(ask()),
            Action::View => self.turn_size(),
            action if brief.reading.act(action) => {}
            _ => return Flow::Pass,
        }
        Flow::used()
    }

    pub(super) fn offers_brief(&self, brief: &Brief) -> Vec<Offer> {
        let several = brief.reading.count() > 1;
        vec![
            Offer::new(Action::Letter('B'), words::OTHER_LANGUAGE),
            Offer::new(Action::Prev, words::PAGE).when(several),
            Offer::new(Action::Next, words::PAGE).when(several),
            Offer::new(Action::Print, words::PRINT).needs(Permission::Print),
            Offer::usual(Action::PrintWith).needs(Permission::Print),
            self.offer_size(),
            Offer::new(Action::Letter('S'), words::SAVE_PDF).needs(Permission::Print),
            Offer::new(Action::PageUp, words::SCROLL),
            Offer::new(Action::PageDown, words::SCROLL),
        ]
    }

    pub(super) fn brief_line(&self, brief: &Brief) -> String {
        let number = self.said.as_ref().map(Said::number).unwrap_or_default();
        let (at, of) = (brief.reading.page(), brief.reading.count());
        words::brief_line(at, of, brief.language, number, self.size.points())
    }

    /// The right column of a page «In breve»; false when none is read.
    pub fn side(&self, column: &mut Column<'_>, frame: &mut Frame) -> bool {
        let (Some(brief), Some(said)) = (&self.brief, &self.said) else { return false };
        column.title(frame, words::SIDE);
        if said.row.is_some() {
            column.pair(frame, words::SIDE_PACT, said.number());
        }
        column.pair(frame, words::SIDE_LANGUAGE, brief.language.label());
        column.gap();
        column.write(frame, words::SIDE_WHAT, Role::Label, 0);
        if let Some(what) = words::courtesy(brief.language, languages::of(brief.language).reviewed) {
            column.gap();
            column.write(frame, &what, Role::Info, 0);
        }
        true
    }
}
