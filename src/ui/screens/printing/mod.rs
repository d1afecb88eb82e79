//! Printing from any screen: F9 prints at once as the operator did last,
//! Ctrl+P opens a short form (printer, copies, sides, or a file instead). A
//! screen says what it prints and makes its PDF; the way to paper is here.

mod form;

use std::path::PathBuf;
use std::sync::Arc;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::panel::{Acted, Place};
use crate::documents::printing::habits::Occasion;
use crate::documents::printing::{Choice, Printers};
use crate::fault::Result;
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects, Job, JobDone, Notice, Slot};
use crate::ui::form::{Form, FormOutcome};
use crate::ui::keys::Text;
use crate::ui::linear::Linear;
use crate::ui::look::Look;
use crate::ui::screen::{Cx, Flow, Offer};
use crate::ui::strings::printing as words;
use crate::ui::theme::Role;
use form::Panel;

/// Slot of the list of printers.
pub const PRINTERS: Slot = "print.printers";
/// Slot of a document on its way to a printer.
pub const PRINT: Slot = "print.paper";
/// Slot of a document on its way to a file.
pub const STORE: Slot = "print.file";

/// Rows of the form: title, printer, address, copies; what is printed has a
/// row of its own where there is a choice.
const ROWS: u16 = 4;

/// Something a screen can print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name in the choice, where there is more than one.
    pub label: String,
    /// As far as the copies go.
    pub occasion: Occasion,
    /// The name of the file proposed, which names nobody.
    pub file: String,
}

/// Where a document shall go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// On paper.
    Paper(Occasion, Choice),
    /// In a file; a name alone goes among the operator's documents.
    File(PathBuf),
}

/// What was done with a key or a text.
pub enum Turn {
    /// This, and nothing more.
    Flow(Flow),
    /// This sheet, by its place among those offered, shall go there.
    Go(usize, Wanted),
}

/// What a screen that prints keeps.
#[derive(Default)]
pub struct Printing {
    place: Place<Panel>,
    /// What was tried last: the form begins with it where it failed.
    tried: Option<(Occasion, Choice)>,
    failed: bool,
}

impl Printing {
    /// Is the form open?
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.place.is_open()
    }

    /// The form, if it is open.
    #[must_use]
    pub fn form(&self) -> Option<&Form> {
        self.place.get().map(|panel| &panel.form)
    }

    /// The same, to be typed in.
    pub fn form_mut(&mut self) -> Option<&mut Form> {
        self.place.get_mut().map(|panel| &mut panel.form)
    }

    /// Opens the form; `file` begins with a file instead of a printer.
    pub fn open(&mut self, sheets: Vec<Sheet>, file: bool, cx: &Cx) -> Effects {
        let Some(first) = sheets.first() else { return Vec::new() };
        let mut choice = cx.habits.choice(first.occasion);
        if let Some((_, tried)) = self.tried.clone().filter(|_| self.failed) {
            choice = tried;
        }
        let panel = Panel::new(sheets, choice, cx.habits.addresses(), file, cx.today());
        let said = self.place.open(panel).map(Effect::from);
        said.into_iter().chain([Effect::Start(PRINTERS, Job::Printers)]).collect()
    }

    /// An act, while the form is open.
    pub fn act(&mut self, action: Action) -> Turn {
        let action =
            if action == Action::Print || action == Action::PrintWith { Action::Save } else { action };
        match self.place.act(action) {
            None => Turn::Flow(Flow::Pass),
            Some(Acted::Save) => self.submit(),
            Some(Acted::Warned(notice)) => Turn::Flow(Flow::ask(notice)),
            Some(Acted::Closed) => Turn::Flow(Flow::used()),
            Some(Acted::Form(outcome)) => self.formed(outcome),
        }
    }

    /// Typed text, while the form is open.
    pub fn text(&mut self, text: &Text) -> Turn {
        match self.form_mut() {
            Some(form) => {
                let outcome = form.text(text);
                self.formed(outcome)
            }
            None => Turn::Flow(Flow::Pass),
        }
    }

    /// The form did something.
    pub fn formed(&mut self, outcome: FormOutcome) -> Turn {
        self.place.changed();
        match outcome {
            FormOutcome::Submit => self.submit(),
            FormOutcome::Changed(field) | FormOutcome::Left(field) => {
                if let Some(panel) = self.place.get_mut() {
                    panel.follow(field);
                }
                Turn::Flow(Flow::used())
            }
            other => Turn::Flow(Flow::of(other)),
        }
    }

    fn submit(&mut self) -> Turn {
        let Some(panel) = self.place.get_mut() else { return Turn::Flow(Flow::Pass) };
        match panel.wanted() {
            Ok((sheet, wanted)) => {
                self.place.done();
                Turn::Go(sheet, wanted)
            }
            Err(notice) => Turn::Flow(Flow::ask(notice)),
        }
    }

    /// Sends a PDF where it is wanted. `title` is its number or its name in
    /// the queue: never a person's.
    pub fn send(&mut self, title: String, pdf: Arc<[u8]>, wanted: Wanted) -> Effect {
        match wanted {
            Wanted::Paper(occasion, choice) => {
                self.tried = Some((occasion, choice.clone()));
                Effect::Start(PRINT, Job::Print { title, pdf, occasion, choice })
            }
            Wanted::File(to) => Effect::Start(STORE, Job::Save { to, pdf }),
        }
    }

    /// What a job of these left: what to say of it, under this title.
    pub fn done(&mut self, slot: Slot, title: &str, done: Result<JobDone>) -> Option<Notice> {
        match done {
            Ok(JobDone::Printers(printers)) => self.found(Some(&printers)),
            Ok(JobDone::Printed(handed)) => {
                self.failed = false;
                let (occasion, choice) = self.tried.as_ref()?;
                return Some(Notice::ok(words::taken(title, &handed, choice.copies, occasion.copies)));
            }
            Ok(JobDone::Saved(path)) => return Some(Notice::ok(words::saved(&path.display().to_string()))),
            Ok(JobDone::Made(_)) => {}
            Err(_) if slot == PRINTERS => self.found(None),
            Err(fault) if slot == PRINT => {
                self.failed = true;
                return Some(Notice::no(words::not_taken(title, &fault)));
            }
            Err(fault) => return Some(Notice::fault(&fault)),
        }
        None
    }

    fn found(&mut self, printers: Option<&Printers>) {
        if let Some(panel) = self.place.get_mut() {
            panel.found(printers);
        }
    }

    /// What can be done while the form is open.
    #[must_use]
    pub fn offers(&self) -> Vec<Offer> {
        let Some(panel) = self.place.get() else { return Vec::new() };
        let label = if panel.to_file() { words::SAVE } else { words::PRINT };
        let mut offers = vec![Offer::new(Action::Save, label)];
        offers.extend(panel.form.offers());
        offers
    }

    /// Rows of the form in a body this high.
    #[must_use]
    pub fn rows(&self, height: u16) -> u16 {
        self.place.get().map_or(0, |panel| (ROWS + u16::from(panel.several())).min(height))
    }

    /// Draws the form; what F4 opens may stand over all of `body`.
    pub fn draw(&self, frame: &mut Frame, area: Rect, body: Rect, look: &Look) {
        let Some(panel) = self.place.get() else { return };
        look.rule(frame.buffer_mut(), area, area.y);
        look.put(frame.buffer_mut(), area, area.x + 2, area.y, &format!(" {} ", words::TITLE), Role::Title);
        let room = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        panel.form.draw_in(frame, room, body, true, look);
    }

    /// Tells the form.
    pub fn linear(&self, out: &mut Linear) {
        if let Some(panel) = self.place.get() {
            out.head(words::TITLE);
            panel.form.linear(out, true);
        }
    }
}
