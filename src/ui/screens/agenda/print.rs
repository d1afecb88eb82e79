//! F9: the day on paper at once, of one operator or of all; Ctrl+P: with the
//! choice of printer, copies, or a file.

use super::Agenda;
use crate::desk::Query;
use crate::documents::TextSize;
use crate::documents::printing::habits::Occasion;
use crate::domain::paper::agenda::AgendaPaper;
use crate::fault::Result;
use crate::ui::effect::{Effect, Effects, Job, JobDone, Notice, Slot};
use crate::ui::screen::{Cx, Flow};
use crate::ui::screens::common;
use crate::ui::screens::printing::{Sheet, Turn, Wanted};
use crate::ui::strings::agenda as words;
use crate::ui::widgets::dialog::{Question, Reply};

/// Slot of the question whose.
pub(super) const WHOSE: &str = "whose";
/// Slot of what it says.
pub(super) const PAPER: &str = "paper";
/// Slot of the PDF.
pub(super) const MAKE: Slot = "make";

/// What was asked for, until it is on its way.
pub(super) struct Asked {
    /// Its name in the queue and in the folder.
    name: String,
    /// Where it shall go.
    wanted: Wanted,
}

impl Agenda {
    /// Asks whose list is printed.
    pub(super) fn ask_print(&self) -> Effects {
        let letters = vec![
            ('O', words::print_of(&self.whose.short_name())),
            ('T', words::print_of(words::ALL_OPERATORS)),
            ('S', words::PRINT_WITH.to_owned()),
            ('A', words::CANCEL.to_owned()),
        ];
        let question = Question::letters(words::print_what(&common::long_date(self.day)), letters);
        vec![Effect::Confirm(WHOSE, question)]
    }

    pub(super) fn print_told(&mut self, told: &Reply, cx: &Cx) -> Effects {
        match told {
            Reply::Letter(letter @ ('O' | 'T')) => {
                let wanted = Wanted::Paper(Occasion::AGENDA, cx.habits.choice(Occasion::AGENDA));
                self.print(usize::from(*letter == 'T'), wanted, cx)
            }
            Reply::Letter('S') => self.choose_print(cx),
            _ => Vec::new(),
        }
    }

    /// Opens the choice of list, printer and file.
    pub(super) fn choose_print(&mut self, cx: &Cx) -> Effects {
        let sheet = |all: bool, label: String| Sheet {
            label,
            occasion: Occasion::AGENDA,
            file: format!("{}.pdf", self.file_name(all, cx)),
        };
        let one = words::list_of(&self.whose.short_name());
        let sheets = vec![sheet(false, one), sheet(true, words::list_of(words::ALL_OPERATORS))];
        self.printing.open(sheets, false, cx)
    }

    /// What was done in the choice.
    pub(super) fn print_chosen(&mut self, turn: Turn, cx: &Cx) -> Flow {
        match turn {
            Turn::Flow(flow) => flow,
            Turn::Go(sheet, wanted) => Flow::Used(self.print(sheet, wanted, cx)),
        }
    }

    fn print(&mut self, sheet: usize, wanted: Wanted, cx: &Cx) -> Effects {
        let all = sheet == 1;
        self.asked = Some(Asked { name: self.file_name(all, cx), wanted });
        let operator = (!all).then_some(self.whose.id);
        vec![Effect::Ask(PAPER, Query::DayPaper { day: self.day, operator })]
    }

    pub(super) fn paper_read(&self, paper: Box<AgendaPaper>, cx: &Cx) -> Effects {
        if self.asked.is_none() {
            return Vec::new();
        }
        let stationery = Box::new(cx.law().catalogue().stationery(paper.at.date()));
        vec![Effect::Start(MAKE, Job::MakeAgenda { paper, stationery, size: TextSize::Normal })]
    }

    pub(super) fn worked(&mut self, slot: Slot, done: Result<JobDone>) -> Effects {
        match done {
            Ok(JobDone::Made(made)) => {
                let Some(Asked { name, wanted }) = self.asked.take() else { return Vec::new() };
                let told = made.fell_back.map(|fault| Notice::warn(fault.message).into());
                told.into_iter().chain([self.printing.send(name, made.pdf, wanted)]).collect()
            }
            Err(_) if slot == MAKE => {
                self.asked = None;
                Vec::new()
            }
            done => self.printing.done(slot, words::LIST, done).map(Effect::from).into_iter().collect(),
        }
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
