//! The one way from a document to its paper, for PS02 and DC01: it is read as
//! it was issued, its file is made when it is wanted and recorded the first
//! time (R-DOC-1), and what is printed later is made of the words in the
//! archive, never of a newer template.

mod brief;
mod draw;
mod make;

use super::printing::{PRINT, PRINTERS, Printing, STORE, Sheet, Turn, Wanted};
use crate::desk::Answer;
use crate::desk::command::DocumentGenerated;
use crate::desk::query::{DocumentRow, IssuedPaper};
use crate::documents::block::Content;
use crate::documents::flow::flow;
use crate::documents::printing::habits::Occasion;
use crate::documents::{self, TextSize, reprint};
use crate::domain::document::DocumentKind;
use crate::domain::ids::PspVersionId;
use crate::domain::paper::stationery::Stationery;
use crate::domain::paper::{Paper, PspPaper};
use crate::fault::{Fault, Result};
use crate::ui::action::Action;
use crate::ui::effect::{Effects, Notice, Reply, Slot};
use crate::ui::form::{Form, FormOutcome};
use crate::ui::keys::Text;
use crate::ui::screen::{Cx, Flow, Offer};
use crate::ui::strings::on_paper as words;
use crate::ui::widgets::reading::Reading;
use brief::Brief;
use make::{Made, Work};

const FILE: Slot = "paper.file";
const FILED: Slot = "paper.filed";
const MAKE: Slot = "paper.make";
const TOLD: Slot = "paper.told";
const LANGUAGE: Slot = "paper.language";

/// What shall be done with a document once it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Printed at once, as the operator printed last.
    AtOnce,
    /// The choice of printer and file; true begins with the file.
    Choose(bool),
    /// Its page «In breve».
    Brief,
}

/// A document that is read, and its way to paper.
#[derive(Default)]
pub struct OnPaper {
    said: Option<Said>,
    size: TextSize,
    reading: Reading,
    /// The page «In breve» that stands before it.
    brief: Option<Brief>,
    wish: Option<Wish>,
    /// The file that was made last, and what the next is made of.
    made: Option<Made>,
    making: Option<Work>,
    /// What is on its way to the archive.
    filing: Option<DocumentGenerated>,
    want: Option<Wanted>,
    printing: Printing,
    /// What went to the printer or to a file last, by its name there.
    sent: String,
}

/// What is read.
struct Said {
    /// Its row of the register; none of a draft.
    row: Option<DocumentRow>,
    /// The version of the pact, where it is one.
    version: Option<PspVersionId>,
    paper: Paper,
    content: Content,
    /// Why the office's own template was left for the one that ships.
    fell_back: Option<Fault>,
    stationery: Stationery,
    /// Why it is read, where it is special.
    reason: Option<String>,
}

impl Said {
    /// Is what is printed now a copy of what is there already? Of a pact the
    /// signed paper is the original, of the others the first one printed. What
    /// has no file yet is a copy of nothing.
    fn is_copy(&self) -> bool {
        self.row.as_ref().is_some_and(is_copy)
    }

    fn number(&self) -> &str {
        self.row.as_ref().map_or("", |row| &row.number)
    }
}

fn is_copy(row: &DocumentRow) -> bool {
    !row.digest.is_empty() && (row.kind != DocumentKind::Psp || row.signed)
}

fn occasion(row: &DocumentRow) -> Occasion {
    if row.kind == DocumentKind::Psp && !row.signed { Occasion::TO_SIGN } else { Occasion::COPY }
}

impl OnPaper {
    /// Is this slot of the way to paper? What comes in it goes to
    /// [`OnPaper::reply`].
    #[must_use]
    pub fn is_own(slot: Slot) -> bool {
        [FILE, FILED, MAKE, TOLD, LANGUAGE, PRINTERS, PRINT, STORE].contains(&slot)
    }

    /// Reads an issued document as it was issued, from a section; `reason` is
    /// why, where it is special.
    ///
    /// # Errors
    /// What it says does not read, or cannot be written on a page.
    pub fn read(
        &mut self,
        issued: IssuedPaper,
        reason: Option<String>,
        section: Option<u8>,
        cx: &Cx,
    ) -> Result<()> {
        let stationery = cx.law().catalogue().stationery(issued.row.issued_at.date());
        let kept = issued.words.as_deref().map(reprint::words).transpose()?;
        let (content, fell_back) = match kept {
            Some(content) => (content, None),
            None => {
                let worded = documents::content(&issued.paper, &stationery)?;
                (worded.content, worded.fell_back)
            }
        };
        let version = issued.row.subject.filter(|_| issued.row.kind == DocumentKind::Psp).map(PspVersionId);
        let row = Some(issued.row);
        self.say(Said { row, version, paper: issued.paper, content, fell_back, stationery, reason }, section)
    }

    /// Reads a pact that is not issued, from a section; gives why the office's
    /// own template was left.
    ///
    /// # Errors
    /// It cannot be written on a page.
    pub fn draft(
        &mut self,
        version: PspVersionId,
        paper: PspPaper,
        section: Option<u8>,
        cx: &Cx,
    ) -> Result<Option<Fault>> {
        let stationery = cx.law().catalogue().stationery(cx.today());
        let paper = Paper::Psp(Box::new(paper));
        let worded = documents::content(&paper, &stationery)?;
        let (content, told) = (worded.content, worded.fell_back.clone());
        let fell_back = worded.fell_back;
        let version = Some(version);
        self.say(Said { row: None, version, paper, content, fell_back, stationery, reason: None }, section)?;
        Ok(told)
    }

    fn say(&mut self, said: Said, section: Option<u8>) -> Result<()> {
        self.brief = None;
        self.reading = Reading::new(&flow(&said.content, self.size)?, section);
        self.said = Some(said);
        Ok(())
    }

    /// Is there something to read?
    #[must_use]
    pub fn is_read(&self) -> bool {
        self.said.is_some()
    }

    /// The row of what is read, with what was recorded of its file since.
    #[must_use]
    pub fn row(&self) -> Option<&DocumentRow> {
        self.said.as_ref()?.row.as_ref()
    }

    /// Where the document is read.
    #[must_use]
    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    /// The same, to go elsewhere.
    pub fn reading_mut(&mut self) -> &mut Reading {
        &mut self.reading
    }

    /// Size of print.
    #[must_use]
    pub fn size(&self) -> TextSize {
        self.size
    }

    /// What F9 does with this document.
    #[must_use]
    pub fn verb(row: &DocumentRow) -> &'static str {
        words::print(row.kind, is_copy(row), row.digest.is_empty())
    }

    /// Does something with what is read.
    pub fn wished(&mut self, wish: Wish, cx: &Cx) -> Effects {
        self.wish = Some(wish);
        self.granted(cx)
    }

    /// Something shall be done with what is read next.
    pub fn wish(&mut self, wish: Wish) {
        self.wish = Some(wish);
    }

    /// Nothing shall: it will not be read.
    pub fn forget(&mut self) {
        self.wish = None;
    }

    /// Does something wait for what is read?
    #[must_use]
    pub fn has_wish(&self) -> bool {
        self.wish.is_some()
    }

    /// Does what was wished, with what is read.
    pub fn granted(&mut self, cx: &Cx) -> Effects {
        match (self.wish.take(), &self.said) {
            (Some(Wish::AtOnce), Some(_)) => self.print(cx),
            (Some(Wish::Choose(file)), Some(_)) => self.choose(file, cx),
            (Some(Wish::Brief), Some(said)) if said.version.is_some() => vec![brief::ask()],
            _ => Vec::new(),
        }
    }

    /// In large print, or in the usual one again.
    pub fn turn_size(&mut self) {
        self.size = if self.size == TextSize::Normal { TextSize::Large } else { TextSize::Normal };
        let section = Some(self.reading.section()).filter(|section| *section > 1);
        if let Some(Ok(pages)) = self.said.as_ref().map(|said| flow(&said.content, self.size)) {
            self.reading = Reading::new(&pages, section);
        }
        if let Some(brief) = &mut self.brief {
            brief.turn(self.size);
        }
    }

    /// Is the form of the printer open?
    #[must_use]
    pub fn chooses(&self) -> bool {
        self.printing.is_open()
    }

    /// An act while the form of the printer is open, or a page «In breve» is
    /// read; none when it is for the screen.
    pub fn act(&mut self, action: Action, cx: &Cx) -> Option<Flow> {
        if self.printing.is_open() {
            let turn = self.printing.act(action);
            return Some(self.chosen(turn, cx));
        }
        self.brief.is_some().then(|| self.act_brief(action, cx))
    }

    /// Typed text, while the form of the printer is open.
    pub fn text(&mut self, text: &Text, cx: &Cx) -> Flow {
        let turn = self.printing.text(text);
        self.chosen(turn, cx)
    }

    /// The form of the printer did something.
    pub fn formed(&mut self, outcome: FormOutcome, cx: &Cx) -> Flow {
        let turn = self.printing.formed(outcome);
        self.chosen(turn, cx)
    }

    fn chosen(&mut self, turn: Turn, cx: &Cx) -> Flow {
        match turn {
            Turn::Flow(flow) => flow,
            Turn::Go(_, wanted) => {
                self.want = Some(wanted);
                Flow::Used(self.make(cx))
            }
        }
    }

    /// The form of the printer, if it is open.
    #[must_use]
    pub fn form(&self) -> Option<&Form> {
        self.printing.form()
    }

    /// The same, to be typed in.
    pub fn form_mut(&mut self) -> Option<&mut Form> {
        self.printing.form_mut()
    }

    /// F9: as the operator printed last.
    pub fn print(&mut self, cx: &Cx) -> Effects {
        let of = self.occasion();
        self.want = Some(Wanted::Paper(of, cx.habits.choice(of)));
        self.make(cx)
    }

    /// Opens the choice of printer and file; `file` begins with the file.
    pub fn choose(&mut self, file: bool, cx: &Cx) -> Effects {
        let label = self.name();
        // Never the person's name: the number says which document it is.
        let sheet = Sheet { file: format!("{label}.pdf"), label, occasion: self.occasion() };
        self.printing.open(vec![sheet], file, cx)
    }

    fn occasion(&self) -> Occasion {
        match &self.brief {
            Some(_) => Occasion::COPY,
            None => self.row().map_or(Occasion::COPY, occasion),
        }
    }

    /// The name of what is on the screen, in the queue and as a file.
    fn name(&self) -> String {
        let number = self.said.as_ref().map(Said::number).unwrap_or_default();
        match &self.brief {
            Some(brief) => words::brief_name(number, brief.language),
            None => number.to_owned(),
        }
    }

    /// What came back in a slot of ours.
    pub fn reply(&mut self, slot: Slot, reply: Reply, cx: &Cx) -> Effects {
        match (slot, reply) {
            (FILE, Reply::Answer(Ok(answer))) => match *answer {
                Answer::DocumentFile(issued) => self.archived(*issued, cx),
                _ => Vec::new(),
            },
            (TOLD, Reply::Answer(Ok(_))) => self.make_brief(cx),
            (FILE | TOLD, Reply::Answer(Err(_))) => {
                self.want = None;
                Vec::new()
            }
            (FILED, Reply::Outcome(outcome)) => self.filed(outcome),
            (LANGUAGE, Reply::Told(told)) => self.open_brief(told, cx),
            (slot, Reply::Job(done)) => self.worked(slot, done),
            _ => Vec::new(),
        }
    }

    /// What can be done while the form is open or a page «In breve» is read;
    /// none when the screen says it.
    #[must_use]
    pub fn offers(&self) -> Option<Vec<Offer>> {
        if self.printing.is_open() {
            return Some(self.printing.offers());
        }
        self.brief.as_ref().map(|brief| self.offers_brief(brief))
    }

    /// F11, as it stands now.
    #[must_use]
    pub fn offer_size(&self) -> Offer {
        let normal = self.size == TextSize::Normal;
        Offer::new(Action::View, if normal { words::LARGE } else { words::NORMAL })
    }
}

/// Says why the office's own template was left.
pub fn left(fault: &Fault) -> Notice {
    Notice::warn(fault.message.clone())
}
