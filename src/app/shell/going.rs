//! Going from screen to screen: opening, one step back, to the menu.
//!
//! A screen is in its stack once. Going to it again is going back to it, so
//! one step back never walks through the same place twice.

use super::{Entry, Outward, Shell};
use crate::ui::effect::{Effects, Notice, Sign};
use crate::ui::route::{Route, Whose};
use crate::ui::screen::Cx;

impl Shell {
    /// Goes to the screen of a route, about the person it speaks of.
    pub(super) fn open(&mut self, route: &Route) {
        self.go(route, false);
    }

    /// As [`Shell::open`]; `exact` when that very screen is wanted even if
    /// the person is open somewhere else.
    pub(super) fn go(&mut self, route: &Route, exact: bool) {
        match route.whose() {
            Whose::Person(who) => self.open_person(who, route, exact),
            Whose::New => self.open_new(route),
            Whose::Nobody => self.open_outside(route),
            Whose::Here => self.push(route),
        }
        // Said on the way in: nobody types what they may not record.
        if let Some(finding) =
            route.changes().and_then(|what| self.session.as_ref()?.barred(what, self.clock.today()))
        {
            self.say(Notice { sign: Sign::Info, ..Notice::finding(&finding) });
        }
    }

    /// A screen of the desk. It is moved, not made twice; what lies between
    /// stays. The search begins anew: one types what one looks for now.
    fn open_outside(&mut self, route: &Route) {
        self.save_drafts();
        let from = self.now.filter(|_| !self.outside);
        self.outside = true;
        let place = self.base.iter().position(|entry| entry.screen.code() == route.code());
        let known = place.map(|place| self.take_from_base(place));
        let kept = known.as_ref().and_then(|entry| entry.from);
        match known.filter(|_| !matches!(route, Route::Search(_))) {
            Some(entry) => {
                self.base.push(entry);
                self.returned();
            }
            None => self.push(route),
        }
        let now = from.or(kept);
        if let Some(entry) = self.base.last_mut() {
            entry.from = now;
        }
    }

    /// Takes a screen out of the desk's. Who was in front before it was so
    /// before the one above it, too.
    fn take_from_base(&mut self, place: usize) -> Entry {
        let mut entry = self.base.remove(place);
        if let Some(above) = self.base.get_mut(place) {
            let from = entry.from.take();
            above.from = above.from.or(from);
        }
        entry
    }

    /// A screen in the stack in front.
    pub(super) fn open_here(&mut self, route: &Route) {
        let known = self.front().iter().position(|entry| entry.screen.code() == route.code());
        match known {
            Some(place) if !route.has_place() => {
                if place + 1 < self.front().len() {
                    self.save_drafts();
                    self.front_mut().truncate(place + 1);
                    self.returned();
                }
            }
            Some(place) => {
                self.save_drafts();
                self.front_mut().truncate(place);
                self.push(route);
            }
            None => self.push(route),
        }
    }

    /// The screen of this one's stack that had the keys goes, another comes.
    pub(super) fn replace(&mut self, id: u64, route: &Route) {
        self.save_drafts();
        if self.front().last().is_some_and(|top| top.id == id) || self.entry_mut(id).is_none() {
            self.front_mut().pop();
        }
        self.adopt(route);
        match route.whose() {
            Whose::Person(who) if self.served().is_some_and(|open| open.who == Some(who)) => {
                self.open_here(route)
            }
            _ => self.open(route),
        }
    }

    /// Makes the screen of a route, which nobody has seen yet.
    pub(super) fn made(&mut self, route: &Route) -> Entry {
        let open = self.list_people();
        let about = self.front().last().and_then(|entry| entry.about.as_ref());
        let cx = Cx {
            now: self.clock.now(),
            session: self.session.as_ref(),
            person: about.or(self.served().and_then(|open| open.band.as_ref())),
            open: &open,
            draft_saved: "",
            habits: &self.printing.habits,
            look: &self.look,
        };
        let screen = (self.opener)(route, &cx);
        Entry::new(self.next_id(), screen)
    }

    /// Puts a screen on top of the stack in front.
    pub(super) fn push(&mut self, route: &Route) {
        let entry = self.made(route);
        let id = entry.id;
        self.hide_special();
        self.said.clear();
        self.warned = false;
        self.dirty = true;
        self.front_mut().push(entry);
        let effects = self.on(id, |screen, cx| screen.enter(cx)).unwrap_or_default();
        self.carry_out(id, effects);
        self.await_answers(id);
        let subject = self.entry_mut(id).and_then(|entry| entry.screen.draft_subject());
        if let Some(subject) = subject {
            let ticket = self.ticket(id, "draft");
            self.awaited.push((ticket, id));
            let screen = route.code().to_owned();
            self.outward.push(Outward::FindDraft { ticket, screen, subject });
        }
    }

    /// One step back: what is unsaved stays as draft. `by_itself`: the screen
    /// left, nobody sent it; what it said while leaving stays to be read.
    pub(super) fn back(&mut self, by_itself: bool) {
        self.save_drafts();
        self.warned = false;
        let came = self.front().last().and_then(|entry| entry.from).filter(|_| self.outside);
        let came = came.filter(|key| self.people.iter().any(|open| open.key == *key));
        if self.front().len() < 2 && came.is_none() {
            return if self.with_person() { self.leave_person(by_itself) } else { self.ask_to_quit() };
        }
        self.front_mut().pop();
        if came.is_some() {
            self.now = came;
            self.outside = false;
        }
        self.keeping_what_was_said(by_itself, Self::returned);
    }

    fn leave_person(&mut self, by_itself: bool) {
        self.keeping_what_was_said(by_itself, Self::close_served);
    }

    fn keeping_what_was_said(&mut self, by_itself: bool, go: impl FnOnce(&mut Self)) {
        let said = self.said.now.take().filter(|(notice, _)| by_itself && notice.sign == Sign::Ok);
        go(self);
        if said.is_some() {
            self.said.now = said;
        }
    }

    /// A screen is on top again.
    pub(super) fn returned(&mut self) {
        self.in_front();
        let effects: Effects = self.on_front(|screen, cx| screen.back(cx));
        if let Some(id) = self.front().last().map(|entry| entry.id) {
            self.carry_out(id, effects);
            self.await_answers(id);
        }
    }

    fn on_front<T: Default>(&mut self, with: impl FnOnce(&mut dyn crate::ui::screen::Screen, &Cx) -> T) -> T {
        let id = self.front().last().map(|entry| entry.id);
        id.and_then(|id| self.on(id, with)).unwrap_or_default()
    }

    /// Another screen came in front: nothing of the one before stays on it.
    pub(super) fn in_front(&mut self) {
        self.hide_special();
        self.said.clear();
        self.warned = false;
        self.dirty = true;
        self.ask_what_waits();
    }

    /// To the menu. The people stay open as they are, but for one whose first
    /// screen is left: there is nothing to come back to.
    pub(super) fn home(&mut self) {
        self.save_drafts();
        let menu = self.base.first().is_some_and(|entry| entry.screen.code() == "HM00");
        if !self.with_person() && menu && self.base.len() == 1 {
            return self.ask_to_quit();
        }
        if self.with_person() && self.front().len() == 1 {
            self.close_without_return();
        }
        self.outside = true;
        self.base.truncate(usize::from(menu));
        if menu { self.returned() } else { self.open_outside(&Route::Menu) }
    }
}
