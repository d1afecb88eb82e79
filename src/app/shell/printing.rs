//! What is on its way to paper: told wherever the operator is by then, since
//! the screen that printed it may have been left.

use super::{Shell, Ticket};
use crate::documents::printing::habits::Occasion;
use crate::documents::printing::{Choice, Ended, Habits, Progress};
use crate::ui::effect::{Job, JobDone, Notice, Reply, Sign};
use crate::ui::strings::printing as words;

use super::Outward;

/// News of a document on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// It waits for somebody at the printer, or goes on.
    Progress(Progress),
    /// It ended.
    Ended(Ended),
}

/// What is on its way to paper.
#[derive(Default)]
pub(super) struct Printing {
    /// How things are printed at once.
    pub habits: Habits,
    sheets: Vec<Sheet>,
}

/// A document on its way.
struct Sheet {
    ticket: Ticket,
    title: String,
    occasion: Occasion,
    choice: Choice,
    /// The printer has it; its name, where it is known.
    taken: Option<Option<String>>,
    /// What was said of it last, while it stood still.
    trouble: Option<Notice>,
}

impl Shell {
    /// Somebody else is in: how they print.
    pub fn habits_known(&mut self, habits: Habits) {
        self.printing.habits = habits;
    }

    /// A job starts; is it one that prints?
    pub(super) fn print_started(&mut self, ticket: Ticket, job: &Job) {
        let Job::Print { title, occasion, choice, .. } = job else { return };
        self.printing.sheets.push(Sheet {
            ticket,
            title: title.clone(),
            occasion: *occasion,
            choice: choice.clone(),
            taken: None,
            trouble: None,
        });
    }

    /// A job ended: the printer has the document, or has refused it. What was
    /// taken once is how it is printed the next time.
    pub(super) fn print_taken(&mut self, ticket: Ticket, reply: &Reply) {
        let Reply::Job(done) = reply else { return };
        let Some(place) = self.printing.sheets.iter().position(|sheet| sheet.ticket == ticket) else {
            return;
        };
        let Ok(JobDone::Printed(handed)) = done else {
            self.printing.sheets.remove(place);
            return;
        };
        let sheet = &mut self.printing.sheets[place];
        sheet.taken = Some(handed.printer.clone());
        let before = self.printing.habits.clone();
        self.printing.habits.printed(sheet.occasion, &sheet.choice);
        if self.printing.habits != before {
            self.outward.push(Outward::KeepHabits(self.printing.habits.clone()));
        }
    }

    /// News of a document.
    pub fn printing_goes(&mut self, ticket: Ticket, news: News) {
        let Some(place) = self.printing.sheets.iter().position(|sheet| sheet.ticket == ticket) else {
            return;
        };
        let sheet = &mut self.printing.sheets[place];
        let printer = sheet.taken.clone().flatten();
        match news {
            News::Progress(Progress::Trouble(trouble)) => {
                let notice = Notice::warn(words::waits(&sheet.title, printer.as_deref(), &trouble));
                sheet.trouble = Some(notice.clone());
                self.say(notice);
            }
            News::Progress(Progress::Goes) => {
                let notice = Notice::ok(words::goes_on(&sheet.title));
                let before = sheet.trouble.take();
                self.say_instead(before, notice);
            }
            News::Ended(ended) => {
                let Sheet { title, trouble, .. } = self.printing.sheets.remove(place);
                match ended {
                    Ended::Printed => {
                        let notice = Notice::ok(words::printed(&title, printer.as_deref()));
                        self.say_instead(trouble, notice);
                    }
                    Ended::Failed(fault) => self.say(Notice::no(words::failed(&title, &fault))),
                    Ended::Unknown(known) => {
                        self.say_instead(trouble, Notice::info(words::unknown(&title, &known)));
                    }
                    Ended::Untold => {}
                }
            }
        }
    }

    /// Said quietly: in the place of what it mends or of something that is
    /// done, never over what somebody has to read.
    fn say_instead(&mut self, before: Option<Notice>, notice: Notice) {
        let now = self.said.now.as_ref().map(|(said, _)| said);
        let free = now
            .is_none_or(|said| matches!(said.sign, Sign::Ok | Sign::Busy) || before.as_ref() == Some(said));
        if free { self.say(notice) } else { self.note(notice) }
    }

    /// The question whether to close, with what becomes of the papers.
    pub(super) fn told_of_printing(&self, question: &str) -> String {
        let (taken, sent): (Vec<&Sheet>, Vec<&Sheet>) =
            self.printing.sheets.iter().partition(|sheet| sheet.taken.is_some());
        let names = |sheets: &[&Sheet]| {
            sheets.iter().map(|sheet| sheet.title.as_str()).collect::<Vec<_>>().join(", ")
        };
        let mut told = String::new();
        if !sent.is_empty() {
            told.push_str(&words::not_there_yet(&names(&sent)));
        }
        if !taken.is_empty() {
            told.push_str(&words::goes_without_us(&names(&taken)));
        }
        told + question
    }
}
