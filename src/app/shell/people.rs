//! The people open at this desk: at most five, each with its screens and its
//! place in them.

use super::{Asker, Cover, Entry, Outward, Shell};
use crate::domain::ids::RegistrantId;
use crate::domain::permission::Permission;
use crate::ui::action::Action;
use crate::ui::effect::Notice;
use crate::ui::route::{Route, Whose};
use crate::ui::screen::{Offer, OpenPerson, PersonBand};
use crate::ui::strings::card::TO_UNDO as UNDO;
use crate::ui::strings::people as words;
use crate::ui::widgets::dialog::{Dialog, Question, Reply};

/// How many people may be open.
pub(super) const MOST: usize = 5;

/// F10 > Persone aperte.
pub(super) const LIST: Action = Action::Do("shell.people");
/// F10 > Chiudi la persona.
pub(super) const CLOSE: Action = Action::Do("shell.close");
/// F10 > one's last save on the person served.
pub(super) const UNDO_LAST: Action = Action::Do("shell.undo_last");

/// Somebody who is open.
pub(super) struct Open {
    /// Tells the open ones apart.
    pub key: u64,
    /// Whose record; `None` while a new person is being written down.
    pub who: Option<RegistrantId>,
    /// The line of the person, once it was read.
    pub band: Option<PersonBand>,
    /// The screens, the lowest first.
    pub screens: Vec<Entry>,
    /// Who was in front when this one was opened; `None` for the desk.
    from: Option<u64>,
}

impl Open {
    fn name(&self) -> String {
        match (&self.band, self.who) {
            (Some(band), _) => band.name.clone(),
            (None, None) => words::NEW.to_owned(),
            (None, Some(_)) => words::UNNAMED.to_owned(),
        }
    }
}

impl Shell {
    /// Who is served now.
    pub(super) fn served(&self) -> Option<&Open> {
        let key = self.now?;
        self.people.iter().find(|open| open.key == key)
    }

    fn served_place(&self) -> Option<usize> {
        let key = self.now?;
        self.people.iter().position(|open| open.key == key)
    }

    /// Is the screen in front one about the person served?
    pub(super) fn with_person(&self) -> bool {
        !self.outside && self.served().is_some()
    }

    /// The people open, for the screens that list them.
    pub(super) fn list_people(&self) -> Vec<OpenPerson> {
        let row = |open: &Open| OpenPerson {
            id: open.who,
            name: open.name(),
            screen: open.screens.last().map_or("", |entry| entry.screen.code()),
            unsaved: open.screens.iter().any(|entry| entry.screen.unsaved()),
            served: Some(open.key) == self.now,
        };
        self.people.iter().map(row).collect()
    }

    /// Which of how many is in front: `2/3`. Empty for one alone.
    pub(super) fn place_among(&self) -> String {
        match self.served_place() {
            Some(place) if self.people.len() > 1 => format!("{}/{}", place + 1, self.people.len()),
            _ => String::new(),
        }
    }

    /// Opens a screen about somebody who may not be open yet. `exact`: this
    /// very screen is wanted, not just the person as it was left.
    pub(super) fn open_person(&mut self, who: RegistrantId, route: &Route, exact: bool) {
        let Some(place) = self.people.iter().position(|open| open.who == Some(who)) else {
            return self.let_in(route);
        };
        let key = self.people[place].key;
        let comes = self.outside || self.now != Some(key);
        self.come_to(key);
        if !(comes && !exact && matches!(route, Route::Person(_) | Route::PersonFor(..))) {
            self.open_here(route);
        }
    }

    /// A new person is written down: once for the same words.
    pub(super) fn open_new(&mut self, route: &Route) {
        let begun = |open: &&Open| {
            open.who.is_none()
                && open.screens.first().is_some_and(|e| e.screen.draft_subject() == route.subject())
        };
        match self.people.iter().find(begun).map(|open| open.key) {
            Some(key) => self.come_to(key),
            None => self.let_in(route),
        }
    }

    /// Nobody else is open: in. Else a question first, the safe answer first.
    fn let_in(&mut self, route: &Route) {
        if self.people.len() >= MOST {
            let mut letters = vec![('A', words::NO_SIXTH.to_owned())];
            letters.extend(('1'..).zip(self.list_people()).map(|(digit, open)| (digit, said_of(&open))));
            return self.ask(Question::letters(words::SIXTH, letters), Asker::Room(route.clone()));
        }
        match self.served().or(self.people.last()) {
            None => self.receive(route),
            Some(open) => {
                let name = open.name();
                let letters = vec![('T', words::keep(&name)), ('C', words::close(&name))];
                self.ask(Question::letters(words::second(&name), letters), Asker::Keep(route.clone()));
            }
        }
    }

    /// What was answered to the questions about people.
    pub(super) fn told_of_people(&mut self, asker: Asker, reply: &Reply) {
        let digit = match reply {
            Reply::Letter(letter) => letter.to_digit(10).and_then(|n| (n as usize).checked_sub(1)),
            _ => None,
        };
        match (asker, reply) {
            (Asker::Keep(route), Reply::Letter('T')) => self.receive(&route),
            (Asker::Keep(route), Reply::Letter('C')) => {
                let place = self.served_place().or(self.people.len().checked_sub(1));
                self.close_and_receive(place, &route);
            }
            (Asker::Room(route), Reply::Letter(_)) if digit.is_some() => {
                self.close_and_receive(digit, &route)
            }
            (Asker::People, Reply::Letter(_)) => {
                if let Some(key) = digit.and_then(|place| self.people.get(place)).map(|open| open.key) {
                    self.come_to(key);
                }
            }
            _ => {}
        }
    }

    fn close_and_receive(&mut self, place: Option<usize>, route: &Route) {
        if let Some(place) = place.filter(|place| *place < self.people.len()) {
            let from = self.now.filter(|_| !self.outside);
            self.save_drafts();
            let closed = self.take_out(place);
            // Back from the new one leads where one was, not to who is closed.
            if from.is_none_or(|from| from == closed.key) {
                self.now = None;
                self.outside = true;
            }
            self.receive(route);
        }
    }

    /// Somebody is open from now on.
    fn receive(&mut self, route: &Route) {
        self.save_drafts();
        let key = self.next_id();
        let who = match route.whose() {
            Whose::Person(who) => Some(who),
            _ => None,
        };
        let from = self.now.filter(|_| !self.outside);
        self.people.push(Open { key, who, band: None, screens: Vec::new(), from });
        self.now = Some(key);
        self.outside = false;
        if let Some(who) = who {
            self.tell_opened(who, route);
        }
        self.push(route);
    }

    fn tell_opened(&mut self, registrant: RegistrantId, route: &Route) {
        let reason = match route {
            Route::PersonFor(_, reason) => Some(reason.clone()),
            Route::DocumentAt(_, _, reason) => reason.clone(),
            _ => None,
        };
        let by = self.by();
        self.outward.push(Outward::Opened { by, registrant, reason });
    }

    /// The new person of the stack in front is stored: the stack is theirs.
    pub(super) fn adopt(&mut self, route: &Route) {
        let Whose::Person(who) = route.whose() else { return };
        let Some(place) = self.served_place().filter(|_| !self.outside) else { return };
        if self.people[place].who.is_none() {
            self.people[place].who = Some(who);
            self.tell_opened(who, route);
        }
    }

    /// The person of a band: the stack it came from, or the one in front.
    pub(super) fn put_band(&mut self, id: u64, band: Option<PersonBand>) {
        let own = |open: &Open| open.screens.iter().any(|entry| entry.id == id);
        let of = self.people.iter().position(own).or_else(|| {
            let who = band.as_ref()?.id;
            self.people.iter().position(|open| open.who == Some(who))
        });
        let about = match of {
            Some(place) => {
                if band.as_ref().is_some_and(|band| Some(band.id) == self.people[place].who) {
                    self.people[place].band = band;
                }
                None
            }
            None => band,
        };
        if let Some(entry) = self.base.iter_mut().find(|entry| entry.id == id) {
            entry.about = about;
        }
    }

    /// Brings one of the people open in front, as it was left.
    pub(super) fn come_to(&mut self, key: u64) {
        if !self.outside && self.now == Some(key) {
            return;
        }
        self.save_drafts();
        self.now = Some(key);
        self.outside = false;
        self.in_front();
    }

    /// F7 and F8: the one before or after; from the desk, whoever was served.
    pub(super) fn turn_person(&mut self, forward: bool) {
        let Some(place) = self.served_place() else { return };
        let count = self.people.len();
        let to = match (self.outside, forward) {
            (true, _) => place,
            (false, true) => (place + 1) % count,
            (false, false) => (place + count - 1) % count,
        };
        self.come_to(self.people[to].key);
    }

    fn take_out(&mut self, place: usize) -> Open {
        let open = self.people.remove(place);
        if let Some(registrant) = open.who {
            let by = self.by();
            self.outward.push(Outward::Closed { by, registrant });
        }
        open
    }

    /// Closes the person served: back to who or what was in front before.
    /// What is typed stays as draft.
    pub(super) fn close_served(&mut self) {
        let Some(place) = self.served_place() else { return };
        self.save_drafts();
        let in_front = !self.outside;
        let closed = self.take_out(place);
        let before = closed.from.filter(|key| self.people.iter().any(|open| open.key == *key));
        self.outside = !in_front || before.is_none();
        self.now = before.or(self.people.last().map(|open| open.key));
        if self.front().is_empty() {
            self.push(&Route::Menu);
        }
        if in_front {
            self.returned();
        }
    }

    /// The same where nothing is gone back to: the menu comes.
    pub(super) fn close_without_return(&mut self) {
        if let Some(place) = self.served_place() {
            self.take_out(place);
            self.now = self.people.last().map(|open| open.key);
            self.outside = true;
        }
    }

    pub(super) fn ask_which_person(&mut self) {
        let letters: Vec<_> =
            ('1'..).zip(self.list_people()).map(|(digit, open)| (digit, said_of(&open))).collect();
        match letters.is_empty() {
            true => self.say(Notice::info(words::NOBODY)),
            false => self.ask(Question::letters(words::WHICH, letters), Asker::People),
        }
    }

    /// What can be done with the people open.
    pub(super) fn offers_of_people(&self) -> Vec<Offer> {
        let several = self.people.len() > 1 || self.outside;
        let some = !self.people.is_empty() && !self.covered();
        let mut offers = vec![
            Offer::new(Action::Prev, words::PERSON).when(some && several),
            Offer::new(Action::Next, words::PERSON).when(some && several),
            Offer { action: LIST, ..Offer::hidden("", words::OPEN_PEOPLE) }.when(some),
            Offer { action: CLOSE, ..Offer::hidden("", words::CLOSE) }.when(some),
        ];
        // The card and the history have a key of their own for it.
        let own_key = self.top().is_some_and(|screen| ["PE02", "PE05", "PE06"].contains(&screen.code()));
        if !self.outside && !own_key {
            let known = some && self.served().is_some_and(|open| open.who.is_some());
            offers.push(
                Offer { action: UNDO_LAST, ..Offer::hidden("", UNDO) }.when(known).needs(Permission::Undo),
            );
        }
        offers
    }

    /// Asks whether one's last save on the person served is taken back.
    pub(super) fn undo_last(&mut self) {
        if let Some(who) = self.served().filter(|_| !self.outside).and_then(|open| open.who) {
            self.open(&Route::UndoLast(who));
        }
    }

    pub(super) fn ask(&mut self, question: Question, asker: Asker) {
        self.cover = Some(Cover::Dialog(Dialog::new(question), asker));
    }
}

/// `ROSSI MARIA   PS01, non salvato`.
fn said_of(open: &OpenPerson) -> String {
    words::row(&open.name, open.screen, open.unsaved)
}
