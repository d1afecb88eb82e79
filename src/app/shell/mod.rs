//! The shell: the screens of the desk and of the people open, what covers
//! them, what is said.
//!
//! No input and no output: inputs and replies go in, frames and [`Outward`]
//! requests come out. So a test drives exactly what the operator drives.
//!
//! Screens about nobody in particular (menu, search, agenda of the day) are
//! the stack of the desk. Each person open has a stack of its own, and keeps
//! its place in it while another one is in front. The cover of Ctrl+L lies
//! over everything and belongs to no stack.

mod ahead;
mod beside;
mod carry;
mod deliver;
mod door;
mod frame;
mod going;
mod key_test;
mod linear;
mod outward;
mod people;
mod printing;
mod said;
mod special;
mod unseen;
mod usual;
mod watch;

#[cfg(test)]
mod printing_tests;
#[cfg(test)]
mod said_tests;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use crate::clock::Clock;
use crate::ui::effect::{Draft, Notice, Slot};
use crate::ui::keys::Input;
use crate::ui::linear::Seen;
use crate::ui::look::Look;
use crate::ui::route::{self, Route};
use crate::ui::screen::{Cx, PersonBand, Screen, Session};
use crate::ui::widgets::dialog::{Dialog, Question};
use crate::ui::widgets::pager::Pager;
use crate::ui::widgets::palette::Palette;
pub use outward::{Outward, Ticket};
pub use printing::News;

use door::Door;
use people::Open;
use said::Said;

/// Makes the screen of a route.
pub type Opener = fn(&Route, &Cx) -> Box<dyn Screen>;

/// One screen of a stack.
struct Entry {
    id: u64,
    screen: Box<dyn Screen>,
    /// The draft as last sent out, so that nothing is saved twice.
    saved: Option<Draft>,
    /// When, for the screen.
    saved_at: String,
    /// Whom a screen of the desk speaks of when that person is not open: who
    /// is being booked from the agenda.
    about: Option<PersonBand>,
    /// Which of the people open was in front when this screen of the desk
    /// came: one step back leads there.
    from: Option<u64>,
    /// Asked while the screen was not in front: waits until it is.
    question: Option<(Slot, Question)>,
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
#[derive(Clone)]
enum Asker {
    Screen(u64, Slot),
    Quit,
    GoTo,
    /// Shall the one in front stay open while another is opened?
    Keep(Route),
    /// Which one is closed to open the sixth?
    Room(Route),
    /// Which of the people open comes in front?
    People,
    /// Why special data are shown.
    Special,
}

/// The state of the whole display.
pub struct Shell {
    /// The screens of the desk; the lowest is the menu once somebody is in.
    base: Vec<Entry>,
    /// The people open, in the order they were opened.
    people: Vec<Open>,
    /// Who of them is served now, by [`Open::key`].
    now: Option<u64>,
    /// A screen of the desk is in front, not one of the person served.
    outside: bool,
    /// The cover of Ctrl+L.
    door: Option<Door>,
    /// The office opened by itself: it has invented people and no passwords.
    alone: bool,
    cover: Option<Cover>,
    opener: Opener,
    clock: Clock,
    look: Look,
    session: Option<Session>,
    said: Said,
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
    /// The linear mode reads on from this row, by the page keys.
    read_from: Option<usize>,
    seen: Seen,
    /// What Ctrl+D copies from.
    before: beside::Before,
    unseen: unseen::Unseen,
    /// What is on its way to paper, and how it is printed at once.
    printing: printing::Printing,
    /// Nobody has tried the keys of this terminal yet.
    keys_untried: bool,
}

impl Shell {
    /// A shell with its first screen.
    #[must_use]
    pub fn new(first: Route, opener: Opener, clock: Clock, look: Look) -> Self {
        let alone = first == Route::Login(route::Door::Alone);
        let mut shell = Self { alone, ..Self::empty(opener, clock, look) };
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
            base: Vec::new(),
            people: Vec::new(),
            now: None,
            outside: false,
            door: None,
            alone: false,
            cover: None,
            opener,
            clock,
            look,
            session: None,
            said: Said::default(),
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
            read_from: None,
            seen: Seen::default(),
            before: beside::Before::default(),
            unseen: unseen::Unseen::default(),
            printing: printing::Printing::default(),
            keys_untried: false,
        }
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
        self.top_entry().map(|entry| entry.screen.as_ref())
    }

    /// Sends out the draft of every screen where something changed.
    pub fn save_drafts(&mut self) {
        self.drafts_due = false;
        let now = self.clock.now().format("%H:%M").to_string();
        let mut drafts = Vec::new();
        for entry in self.entries_mut() {
            drafts.extend(entry.draft_to_save(&now));
        }
        self.dirty |= !drafts.is_empty();
        self.outward.extend(drafts.into_iter().map(Outward::SaveDraft));
    }

    /// A draft was not saved: the screen no longer says so, and the next key
    /// or minute tries again.
    pub fn draft_failed(&mut self, draft: &Draft, notice: Notice) {
        for entry in self.entries_mut().filter(|entry| entry.saved.as_ref() == Some(draft)) {
            entry.saved = None;
            entry.saved_at.clear();
        }
        self.say(notice);
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

    fn next_id(&mut self) -> u64 {
        self.last_id += 1;
        self.last_id
    }

    /// The stack in front, below the cover of Ctrl+L.
    fn front(&self) -> &[Entry] {
        self.served().filter(|_| !self.outside).map_or(&self.base, |open| &open.screens)
    }

    fn front_mut(&mut self) -> &mut Vec<Entry> {
        match self.now.and_then(|key| self.people.iter().position(|open| open.key == key)) {
            Some(place) if !self.outside => &mut self.people[place].screens,
            _ => &mut self.base,
        }
    }

    /// The screen that has the keys.
    fn top_entry(&self) -> Option<&Entry> {
        self.door.as_ref().map(|door| &door.entry).or_else(|| self.front().last())
    }

    fn top_id(&self) -> Option<u64> {
        self.top_entry().map(|entry| entry.id)
    }

    fn entries(&self) -> impl Iterator<Item = &Entry> {
        let people = self.people.iter().flat_map(|open| &open.screens);
        self.door.iter().map(|door| &door.entry).chain(&self.base).chain(people)
    }

    fn entries_mut(&mut self) -> impl Iterator<Item = &mut Entry> {
        let people = self.people.iter_mut().flat_map(|open| &mut open.screens);
        self.door.iter_mut().map(|door| &mut door.entry).chain(&mut self.base).chain(people)
    }

    fn entry_mut(&mut self, id: u64) -> Option<&mut Entry> {
        self.entries_mut().find(|entry| entry.id == id)
    }

    /// Runs `with` on a screen and what it sees around itself.
    fn on<T>(&mut self, id: u64, with: impl FnOnce(&mut dyn Screen, &Cx) -> T) -> Option<T> {
        let open = self.list_people();
        let served = self.now.and_then(|key| self.people.iter().position(|open| open.key == key));
        let of = self.people.iter().position(|open| open.screens.iter().any(|entry| entry.id == id));
        let (entry, person) = if let Some(place) = of {
            let Open { screens, band, .. } = &mut self.people[place];
            (screens.iter_mut().find(|entry| entry.id == id)?, band.as_ref())
        } else if let Some(door) = self.door.as_mut().filter(|door| door.entry.id == id) {
            (&mut door.entry, None)
        } else {
            let person = served.and_then(|place| self.people[place].band.as_ref());
            (self.base.iter_mut().find(|entry| entry.id == id)?, person)
        };
        let Entry { screen, saved_at, about, .. } = entry;
        if let Some(form) = screen.form_mut().filter(|_| self.look.linear) {
            form.one_a_line = true;
        }
        let cx = Cx {
            now: self.clock.now(),
            session: self.session.as_ref(),
            person: about.as_ref().or(person),
            open: &open,
            draft_saved: saved_at,
            habits: &self.printing.habits,
            look: &self.look,
        };
        Some(with(screen.as_mut(), &cx))
    }

    fn on_top<T>(&mut self, with: impl FnOnce(&mut dyn Screen, &Cx) -> T) -> Option<T> {
        let top = self.top_id()?;
        self.on(top, with)
    }
}

impl Entry {
    fn new(id: u64, screen: Box<dyn Screen>) -> Self {
        Self { id, screen, saved: None, saved_at: String::new(), about: None, from: None, question: None }
    }

    /// What is typed here, when it is not in the draft yet.
    fn draft_to_save(&mut self, now: &str) -> Option<Draft> {
        let (subject, values) = (self.screen.draft_subject()?, self.screen.draft()?);
        let focus = self.screen.form().and_then(|form| form.focus()).unwrap_or("").to_owned();
        let draft = Draft { screen: self.screen.code().to_owned(), subject, values, focus };
        if self.saved.as_ref() == Some(&draft) {
            return None;
        }
        self.saved = Some(draft.clone());
        now.clone_into(&mut self.saved_at);
        Some(draft)
    }
}
