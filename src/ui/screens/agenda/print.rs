//! F9: the day on paper or in a file, of one operator or of all.

use std::path::PathBuf;
use std::sync::Arc;

use super::Agenda;
use crate::desk::Query;
use crate::documents::TextSize;
use crate::domain::paper::agenda::AgendaPaper;
use crate::fault::Result;
use crate::ui::effect::{Effect, Effects, Job, JobDone, Notice};
use crate::ui::screen::Cx;
use crate::ui::screens::common;
use crate::ui::strings::agenda as words;
use crate::ui::widgets::dialog::{Question, Reply};

/// Slot of the question where it goes.
pub(super) const WHERE: &str = "where";
/// Slot of what it says.
pub(super) const PAPER: &str = "paper";
/// Slots of the jobs.
pub(super) const JOBS: [&str; 3] = ["make", "print", "store"];

/// What was asked for with F9, until it is done.
pub(super) struct Printing {
    /// Everybody's, or only who is under the pointer.
    all: bool,
    /// In a file of the operator's documents, or on paper.
    file: bool,
}

impl Agenda {
    /// Asks whose list, and where it goes.
    pub(super) fn ask_print(&self) -> Effects {
        let one = self.whose.short_name();
        let letters = vec![
            ('O', words::print_of(&one)),
            ('T', words::print_of(words::ALL_OPERATORS)),
            ('F', words::file_of(&one)),
            ('D', words::file_of(words::ALL_OPERATORS)),
            ('A', words::CANCEL.to_owned()),
        ];
        let question = Question::letters(words::print_what(&common::long_date(self.day)), letters);
        vec![Effect::Confirm(WHERE, question)]
    }

    pub(super) fn print_told(&mut self, told: &Reply) -> Effects {
        let Reply::Letter(letter @ ('O' | 'T' | 'F' | 'D')) = told else { return Vec::new() };
        let all = matches!(letter, 'T' | 'D');
        self.printing = Some(Printing { all, file: matches!(letter, 'F' | 'D') });
        let operator = (!all).then_some(self.whose.id);
        vec![Effect::Ask(PAPER, Query::DayPaper { day: self.day, operator })]
    }

    pub(super) fn paper_read(&self, paper: Box<AgendaPaper>) -> Effects {
        if self.printing.is_none() {
            return Vec::new();
        }
        vec![Effect::Start(JOBS[0], Job::MakeAgenda { paper, size: TextSize::Normal })]
    }

    pub(super) fn worked(&mut self, done: Result<JobDone>, cx: &Cx) -> Effects {
        let said = match done {
            Ok(JobDone::Made(made)) => return self.made(made.pdf, cx),
            Ok(JobDone::Printed(queue)) => Notice::ok(words::printed(queue.as_deref())),
            Ok(JobDone::Saved(path)) => Notice::ok(words::saved_to(&path.display().to_string())),
            Err(fault) => Notice::fault(&fault),
        };
        self.printing = None;
        vec![said.into()]
    }

    fn made(&self, pdf: Arc<[u8]>, cx: &Cx) -> Effects {
        let Some(printing) = &self.printing else { return Vec::new() };
        let name = self.file_name(printing.all, cx);
        vec![if printing.file {
            Effect::Start(JOBS[2], Job::Save { to: PathBuf::from(format!("{name}.pdf")), pdf })
        } else {
            Effect::Start(JOBS[1], Job::Print { title: name, pdf, copies: 1 })
        }]
    }

    /// `agenda-2026-11-23-stanza-3-1042`: never a name, not even the
    /// operator's; the hour, since the list of a day changes and a file that
    /// is there is not replaced.
    fn file_name(&self, all: bool, cx: &Cx) -> String {
        let room = if all { String::new() } else { self.whose.room.to_lowercase() };
        let parts = room.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
        let room: String = parts.map(|part| format!("-{part}")).collect();
        format!("agenda-{}{room}-{}", self.day.format("%Y-%m-%d"), cx.now.format("%H%M"))
    }
}
