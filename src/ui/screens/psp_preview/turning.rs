//! PS02: to what blocks, to the section that is mended, to the other size.

use super::Preview;
use crate::documents::{self, TextSize, Worded};
use crate::domain::paper::stationery::Stationery;
use crate::domain::paper::{Paper, PspPaper};
use crate::domain::psp::rules;
use crate::fault::Result;
use crate::ui::effect::{Effect, Notice};
use crate::ui::route::Route;
use crate::ui::screen::Flow;
use crate::ui::strings::psp as words;
use crate::ui::widgets::reading::Reading;

impl Preview {
    /// Why it cannot be issued.
    pub(super) fn blocked(&self) -> Option<Effect> {
        let first = self.blocks().next()?;
        let count = self.blocks().count();
        Some(Notice { text: words::blocked(count, &first.text), ..Notice::finding(first) }.into())
    }

    /// To the next section that something blocks.
    pub(super) fn next_block(&mut self) -> Flow {
        let here = self.reading.section();
        let mut sections: Vec<u8> = self.blocks().filter_map(rules::section_of).collect();
        sections.dedup();
        let Some(to) = sections.iter().find(|s| **s > here).or(sections.first()).copied() else {
            return Flow::ask(Notice::ok(words::NOT_BLOCKED));
        };
        self.reading.go(to);
        let finding = self.blocks().find(|finding| rules::section_of(finding) == Some(to)).cloned();
        finding.map_or_else(Flow::used, |finding| Flow::ask(Notice::finding(&finding)))
    }

    /// To PS01, at the section under the eye.
    pub(super) fn edit(&self) -> Flow {
        let route = Route::PspSection(self.registrant, self.reading.section());
        match self.from {
            // PS01 is right below: it comes back at the new section.
            Some(_) => Flow::Used(vec![Effect::Back, Effect::Replace(route)]),
            None => Flow::ask(Effect::Open(route)),
        }
    }

    pub(super) fn turn_size(&mut self) -> Flow {
        self.size = if self.size == TextSize::Normal { TextSize::Large } else { TextSize::Normal };
        self.made = None;
        let section = self.reading.section();
        let pages = self.paper.as_ref().map(|paper| worded(paper, &self.stationery)?.pages(self.size));
        if let Some(Ok(pages)) = pages {
            self.reading = Reading::new(&pages, Some(section).filter(|section| *section > 1));
        }
        Flow::used()
    }
}

/// What a pact says.
pub(super) fn worded(paper: &PspPaper, stationery: &Stationery) -> Result<Worded> {
    documents::content(&Paper::Psp(Box::new(paper.clone())), stationery)
}
