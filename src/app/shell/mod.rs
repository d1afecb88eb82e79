//! The shell: a stack of screens, what covers it, what is said.
//!
//! No input and no output: inputs and replies go in, frames and [`Outward`]
//! requests come out. So a test drives exactly what the operator drives.

mod ahead;
mod deliver;
mod frame;
mod usual;

#[cfg(test)]
mod tests;

use std::collections::{HashMap, VecDeque};

use chrono::NaiveDateTime;

use crate::clock::Clock;
use crate::desk::query::Found;
use crate::desk::{Command, Query};
use crate::ui::effect::{Draft, Founding, Job, Notice, Secret, Slot};
use crate::ui::keys::Input;
use crate::ui::look::Look;
use crate::ui::route::Route;
use crate::ui::screen::{Cx, PersonBand, Screen, Session};
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::pager::Pager;
use crate::ui::widgets::palette::Palette;

/// Makes the screen of a route.
pub type Opener = fn(&Route, &Cx) -> Box<dyn Screen>;

/// The number of a question on its way.
pub type Ticket = u64;

/// What the shell wants from outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Outward {
    /// A question. `lane` is the same for questions that replace each other.
    Ask {
        /// Comes back with the answer.
        ticket: Ticket,
        /// The user name of the operator, empty before signing in.
        by: String,
        /// Which questions make this one void.
        lane: (u64, Slot),
        /// The question.
        query: Query,
    },
    /// A write, by the operator signed in.
    Run {
        /// Comes back with the outcome.
        ticket: Ticket,
        /// The user name of the operator.
        by: String,
        /// The command.
        command: Box<Command>,
    },
    /// Signing in.
    SignIn {
        /// Comes back with the session.
        ticket: Ticket,
        /// The user name.
        username: String,
        /// The password.
        password: Secret,
    },
    /// Founding the office.
    Found {
        /// Comes back with the session.
        ticket: Ticket,
        /// What was asked for.
        founding: Box<Founding>,
    },
    /// Two seconds from now, [`Reply::Rested`].
    ///
    /// [`Reply::Rested`]: crate::ui::effect::Reply::Rested
    Rest(Ticket),
    /// A search came to rest.
    Searched {
        /// The user name of the operator.
        by: String,
        /// What was found.
        found: Box<Found>,
    },
    /// Work beside the screen.
    Start {
        /// Comes back at its end.
        ticket: Ticket,
        /// The work.
        job: Job,
    },
    /// Keeps a draft.
    SaveDraft(Draft),
    /// Forgets a draft.
    DropDraft {
        /// Code of the screen.
        screen: String,
        /// What it is about.
        subject: String,
    },
    /// Looks for a draft; comes back with [`Shell::draft_found`].
    FindDraft {
        /// Comes back with the draft.
        ticket: Ticket,
        /// Code of the screen.
        screen: String,
        /// What it is about.
        subject: String,
    },
    /// Puts a text on the terminal's clipboard.
    Copy(String),
    /// Ends the program.
    Quit,
}

/// One screen of the stack.
struct Entry {
    id: u64,
    screen: Box<dyn Screen>,
    /// The draft as last sent out, so that nothing is saved twice.
    saved: Option<Draft>,
    /// When, for the screen.
    saved_at: String,
}

/// What covers the screens.
enum Cover {
    /// A question, of a screen or of the shell.
    Dialog(Dialog, Asker),
    /// F10.
    Palette(Palette),
    /// Earlier messages.
    Messages(Pager),
}

/// Who asked.
#[derive(Clone, Copy)]
enum Asker {
    Screen(u64, Slot),
    Quit,
    GoTo,
}

/// Messages kept for F10 > Messaggi.
const MESSAGES: usize = 100;

/// The state of the whole display.
pub struct Shell {
    screens: Vec<Entry>,
    cover: Option<Cover>,
    opener: Opener,
    clock: Clock,
    look: Look,
    session: Option<Session>,
    person: Option<PersonBand>,
    notice: Option<(Notice, NaiveDateTime)>,
    messages: VecDeque<(NaiveDateTime, Notice)>,
    last_id: u64,
    last_ticket: Ticket,
    tickets: HashMap<Ticket, (u64, Slot)>,
    newest: HashMap<(u64, Slot), Ticket>,
    rests: HashMap<(u64, Slot), Ticket>,
    outward: Vec<Outward>,
    /// Answers that keys wait for, with the screen that asked.
    awaited: Vec<(Ticket, u64)>,
    /// Typed while an answer is awaited: for the screen that comes of it.
    ahead: Vec<Input>,
    /// Esc was pressed once on a changed form.
    warned: bool,
    dirty: bool,
    drafts_due: bool,
}

impl Shell {
    /// A shell with its first screen.
    #[must_use]
    pub fn new(first: Route, opener: Opener, clock: Clock, look: Look) -> Self {
        let mut shell = Self::empty(opener, clock, look);
        shell.open(&first);
        shell
    }

    /// A shell where somebody is already signed in (the demo office).
    #[must_use]
    pub fn signed_in(first: Route, opener: Opener, clock: Clock, look: Look, session: Session) -> Self {
        let mut shell = Self { session: Some(session), ..Self::empty(opener, clock, look) };
        shell.open(&first);
        shell
    }

    fn empty(opener: Opener, clock: Clock, look: Look) -> Self {
        Self {
            screens: Vec::new(),
            cover: None,
            opener,
            clock,
            look,
            session: None,
            person: None,
            notice: None,
            messages: VecDeque::new(),
            last_id: 0,
            last_ticket: 0,
            tickets: HashMap::new(),
            newest: HashMap::new(),
            rests: HashMap::new(),
            outward: Vec::new(),
            awaited: Vec::new(),
            ahead: Vec::new(),
            warned: false,
            dirty: true,
            drafts_due: false,
        }
    }

    /// Says something that no screen says: an office that cannot be opened.
    pub fn announce(&mut self, notice: Notice) {
        self.say(notice);
    }

    /// Puts the screen of a route on top.
    pub fn show(&mut self, route: &Route) {
        self.open(route);
    }

    /// What is wanted from outside since the last time.
    pub fn take_outward(&mut self) -> Vec<Outward> {
        std::mem::take(&mut self.outward)
    }

    /// Must the screen be drawn again?
    #[must_use]
    pub fn dirty(&self) -> bool {
        self.dirty
    }

    /// Is there something typed that is in no draft yet?
    #[must_use]
    pub fn drafts_due(&self) -> bool {
        self.drafts_due
    }

    /// The screen on top.
    #[must_use]
    pub fn top(&self) -> Option<&dyn Screen> {
        self.screens.last().map(|entry| entry.screen.as_ref())
    }

    /// Whose record is open.
    #[must_use]
    pub fn person(&self) -> Option<&PersonBand> {
        self.person.as_ref()
    }

    /// Is something over the screen: a question, the list of F10, the earlier
    /// messages?
    #[must_use]
    pub fn asks(&self) -> bool {
        self.cover.is_some()
    }

    /// The message line.
    #[must_use]
    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref().map(|(notice, _)| notice)
    }

    /// Sends out the draft of every screen where something changed.
    pub fn save_drafts(&mut self) {
        self.drafts_due = false;
        for place in 0..self.screens.len() {
            self.save_draft_of(place);
        }
    }

    fn save_draft_of(&mut self, place: usize) {
        let now = self.clock.now();
        let entry = &mut self.screens[place];
        let (Some(subject), Some(values)) = (entry.screen.draft_subject(), entry.screen.draft()) else {
            return;
        };
        let focus = entry.screen.form().and_then(|form| form.focus()).unwrap_or("").to_owned();
        let draft = Draft { screen: entry.screen.code().to_owned(), subject, values, focus };
        if entry.saved.as_ref().is_some_and(|saved| saved.values == draft.values) {
            return;
        }
        entry.saved = Some(draft.clone());
        entry.saved_at = now.format("%H:%M").to_string();
        self.outward.push(Outward::SaveDraft(draft));
        self.dirty = true;
    }

    /// A draft was not saved: the screen no longer says so, and the next key
    /// or minute tries again.
    pub fn draft_failed(&mut self, draft: &Draft, notice: Notice) {
        for entry in &mut self.screens {
            if entry.saved.as_ref() == Some(draft) {
                entry.saved = None;
                entry.saved_at.clear();
            }
        }
        self.say(notice);
    }

    fn say(&mut self, notice: Notice) {
        let now = self.clock.now();
        if self.messages.len() == MESSAGES {
            self.messages.pop_front();
        }
        self.messages.push_back((now, notice.clone()));
        self.notice = Some((notice, now));
        self.dirty = true;
    }

    /// The user name of the operator, empty before signing in.
    fn by(&self) -> String {
        self.session.as_ref().map_or_else(String::new, |session| session.operator.username.clone())
    }

    fn ticket(&mut self, id: u64, slot: Slot) -> Ticket {
        self.last_ticket += 1;
        self.tickets.insert(self.last_ticket, (id, slot));
        self.last_ticket
    }

    /// Runs `with` on a screen and what it sees around itself.
    fn on<T>(&mut self, place: usize, with: impl FnOnce(&mut dyn Screen, &Cx) -> T) -> Option<T> {
        let entry = self.screens.get_mut(place)?;
        let cx = Cx {
            now: self.clock.now(),
            session: self.session.as_ref(),
            person: self.person.as_ref(),
            draft_saved: &entry.saved_at,
            look: &self.look,
        };
        Some(with(entry.screen.as_mut(), &cx))
    }

    fn on_top<T>(&mut self, with: impl FnOnce(&mut dyn Screen, &Cx) -> T) -> Option<T> {
        let top = self.screens.len().checked_sub(1)?;
        self.on(top, with)
    }
}
