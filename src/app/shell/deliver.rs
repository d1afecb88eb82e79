//! Bringing inputs and replies to their screen, carrying out effects.

use super::{Asker, Cover, Entry, Outward, Shell, Ticket, ahead};
use crate::ui::action::Action;
use crate::ui::effect::{Draft, Effect, Effects, Notice, Reply, Sign};
use crate::ui::keymap::{self, Context};
use crate::ui::keys::{Chord, Input, Text};
use crate::ui::route::{Door, Route};
use crate::ui::screen::{Cx, Flow, Session};
use crate::ui::strings::shell as words;
use crate::ui::widgets::dialog::{self, Dialog};
use crate::ui::widgets::palette::Chosen;

/// Slot of the reply to [`Effect::SignIn`].
pub const SIGN_IN: &str = "sign_in";

impl Shell {
    /// Something came from the terminal.
    pub fn input(&mut self, input: Input) {
        self.dirty = true;
        let quit = matches!(&input, Input::Chord(chord) if *chord == Chord::ctrl('q'));
        if !quit && self.holds_keys() {
            if !matches!(input, Input::Resize | Input::Focus) {
                self.ahead.push(input);
            }
            return;
        }
        let field = self.focus();
        match input {
            Input::Chord(chord) => {
                self.fade();
                if let Some(action) = keymap::action(self.context(), chord) {
                    self.act(action);
                }
            }
            Input::Text(chars) => {
                self.fade();
                self.typed(&chars);
            }
            Input::Paste(chars) => self.pasted(&chars),
            Input::Resize | Input::Focus => {}
        }
        self.drafts_due = true;
        if field.is_some() && field != self.focus() {
            self.save_drafts();
        }
    }

    /// The minute turned: the clock on the screen. A draft that could not be
    /// saved is tried again.
    pub fn minute(&mut self) {
        self.dirty = true;
        self.drafts_due = true;
    }

    /// The field with the focus, with its screen.
    fn focus(&self) -> Option<(u64, &'static str)> {
        let top = self.screens.last()?;
        Some((top.id, top.screen.form()?.focus()?))
    }

    fn context(&self) -> Context {
        match (&self.cover, self.top()) {
            (Some(_), _) => Context::Dialog,
            (None, Some(screen)) => screen.context(),
            (None, None) => Context::List,
        }
    }

    /// A message of something done goes with the next key after three seconds.
    fn fade(&mut self) {
        let now = self.clock.now();
        let old = |(notice, at): &(Notice, chrono::NaiveDateTime)| {
            notice.sign == Sign::Ok && (now - *at).num_seconds() >= 3
        };
        if self.notice.as_ref().is_some_and(old) {
            self.notice = None;
        }
    }

    /// Characters: text in a field, letters of actions elsewhere. One letter
    /// may open a screen; the rest then belongs to that screen.
    fn typed(&mut self, chars: &str) {
        let mut rest = chars;
        while let Some(first) = rest.chars().next() {
            if self.holds_keys() {
                self.ahead.push(Input::Text(rest.to_owned()));
                return;
            }
            match (self.cover.is_some(), self.context()) {
                (true, _) => match self.cover_text(&Text::typed(rest)) {
                    Some(left) => {
                        let start = rest.len() - left.len();
                        rest = &rest[start..];
                    }
                    None => return,
                },
                (false, Context::Form) => {
                    self.warned = false;
                    let text = Text::typed(rest);
                    if let Some(Flow::Used(effects)) = self.on_top(|screen, cx| screen.text(&text, cx)) {
                        self.carry_out_top(effects);
                    }
                    return;
                }
                (false, _) => {
                    let letter = first.to_uppercase().next().unwrap_or(first);
                    self.act(Action::Letter(letter));
                    rest = &rest[first.len_utf8()..];
                }
            }
        }
    }

    fn pasted(&mut self, chars: &str) {
        let text = Text::pasted(chars);
        if self.cover.is_some() {
            self.cover_text(&text);
            return;
        }
        self.warned = false;
        let flow = if self.context() == Context::Form {
            self.on_top(|screen, cx| screen.text(&text, cx))
        } else {
            None
        };
        match flow {
            Some(Flow::Used(effects)) => self.carry_out_top(effects),
            _ => self.say(Notice::info(words::NOTHING_TO_PASTE_INTO)),
        }
    }

    /// Gives text to what covers the screen. When a letter answered, gives
    /// back what is left of the text.
    fn cover_text(&mut self, text: &Text) -> Option<String> {
        match self.cover.as_mut()? {
            Cover::Dialog(dialog, asker) => {
                let (reply, left) = dialog.text(text)?;
                let asker = *asker;
                self.answered(asker, reply);
                Some(left)
            }
            Cover::Palette(palette) => {
                palette.text(text);
                None
            }
            Cover::Messages(_) => None,
        }
    }

    /// An act: what covers the screen has it first, then the screen, then the
    /// shell. Locking always works.
    pub fn act(&mut self, action: Action) {
        if action == Action::Lock && self.session.is_some() && !self.covered() {
            self.cover = None;
            self.carry_out_top(vec![Effect::Lock]);
            return;
        }
        if let Some(cover) = &mut self.cover {
            match cover {
                Cover::Dialog(dialog, asker) => {
                    let asker = *asker;
                    if let Some(reply) = dialog.act(action) {
                        self.answered(asker, reply);
                    }
                }
                Cover::Palette(palette) => match palette.act(action) {
                    Chosen::Still => {}
                    Chosen::Closed => self.cover = None,
                    Chosen::Act(action) => {
                        self.cover = None;
                        self.act(action);
                    }
                },
                Cover::Messages(pager) => {
                    if !pager.act(action) {
                        self.cover = None;
                    }
                }
            }
            return;
        }
        let leaving = matches!(action, Action::Back | Action::Exit);
        if !leaving {
            self.warned = false;
        }
        match self.on_top(|screen, cx| screen.act(action, cx)) {
            Some(Flow::Used(effects)) => self.carry_out_top(effects),
            Some(Flow::Pass) | None => self.usual(action),
        }
    }

    fn answered(&mut self, asker: Asker, reply: dialog::Reply) {
        self.cover = None;
        match (asker, reply) {
            (Asker::Screen(id, slot), reply) => self.deliver(id, slot, Reply::Told(reply)),
            (Asker::Quit, dialog::Reply::Yes) => {
                self.save_drafts();
                self.outward.push(Outward::Quit);
            }
            (Asker::GoTo, dialog::Reply::Text(code)) => self.go_to(&code),
            (Asker::Quit | Asker::GoTo, _) => {}
        }
    }

    /// Something came back from outside. An answer to a question that was
    /// asked again since is dropped.
    pub fn replied(&mut self, ticket: Ticket, reply: Reply) {
        let refused = ahead::is_refusal(&reply);
        let awaited = self.awaited.iter().position(|(awaited, _)| *awaited == ticket);
        let asker = awaited.map(|place| self.awaited.swap_remove(place).1);
        self.bring(ticket, reply);
        // What was written is read again: the next key is for what comes of it.
        if let Some(asker) = asker {
            self.await_answers(asker);
        }
        if refused {
            self.ahead.clear();
        }
        self.release_keys();
    }

    fn bring(&mut self, ticket: Ticket, reply: Reply) {
        let Some((id, slot)) = self.tickets.remove(&ticket) else { return };
        if matches!(reply, Reply::Answer(_)) {
            match self.newest.get(&(id, slot)) {
                Some(newest) if *newest == ticket => {
                    self.newest.remove(&(id, slot));
                }
                _ => return,
            }
        }
        if matches!(reply, Reply::Rested) && self.rests.get(&(id, slot)) != Some(&ticket) {
            return;
        }
        self.dirty = true;
        let fault = match &reply {
            Reply::Answer(Err(fault)) | Reply::Outcome(Err(fault)) | Reply::Job(Err(fault)) => Some(fault),
            _ => None,
        };
        if let Some(fault) = fault {
            self.say(Notice::fault(fault));
        }
        if let Reply::SignedIn(Ok(session)) = &reply {
            let another = |now: &Session| now.operator.id != session.operator.id;
            if self.session.as_ref().is_some_and(another) {
                // What lies under the cover belongs to somebody else; its
                // drafts were saved when the screen was covered.
                self.session = Some((**session).clone());
                self.screens.clear();
                return self.home();
            }
            self.session = Some((**session).clone());
        }
        self.deliver(id, slot, reply);
    }

    /// A draft was looked for.
    pub fn draft_found(&mut self, ticket: Ticket, draft: Option<Draft>) {
        self.awaited.retain(|(awaited, _)| *awaited != ticket);
        if let Some((id, _)) = self.tickets.remove(&ticket)
            && let Some(draft) = draft
        {
            self.put_back(id, draft);
        }
        self.release_keys();
    }

    fn put_back(&mut self, id: u64, draft: Draft) {
        let Some(place) = self.screens.iter().position(|entry| entry.id == id) else { return };
        self.screens[place].saved = Some(draft.clone());
        let effects = self.on(place, |screen, cx| screen.restore(&draft.values, &draft.focus, cx));
        self.carry_out(id, effects.unwrap_or_default());
        self.dirty = true;
    }

    fn deliver(&mut self, id: u64, slot: &'static str, reply: Reply) {
        let Some(place) = self.screens.iter().position(|entry| entry.id == id) else { return };
        let effects = self.on(place, |screen, cx| screen.reply(slot, reply, cx)).unwrap_or_default();
        self.carry_out(id, effects);
    }

    pub(super) fn carry_out_top(&mut self, effects: Effects) {
        if let Some(id) = self.screens.last().map(|entry| entry.id) {
            self.carry_out(id, effects);
        }
    }

    fn carry_out(&mut self, id: u64, effects: Effects) {
        for effect in effects {
            self.carry_out_one(id, effect);
        }
    }

    fn carry_out_one(&mut self, id: u64, effect: Effect) {
        self.dirty = true;
        match effect {
            Effect::Open(route) => self.open(&route),
            Effect::Replace(route) => {
                self.save_drafts();
                self.screens.pop();
                self.open(&route);
            }
            Effect::Back => self.back(),
            Effect::Home => self.home(),
            Effect::Ask(slot, query) => {
                let ticket = self.ticket(id, slot);
                // Asked again, the older question may never be answered.
                if let Some(older) = self.newest.insert((id, slot), ticket)
                    && let Some(awaited) = self.awaited.iter_mut().find(|(awaited, _)| *awaited == older)
                {
                    awaited.0 = ticket;
                }
                let by = self.by();
                self.outward.push(Outward::Ask { ticket, by, lane: (id, slot), query });
            }
            Effect::Run(slot, command) => {
                let ticket = self.ticket(id, slot);
                self.awaited.push((ticket, id));
                let by = self.by();
                self.outward.push(Outward::Run { ticket, by, command });
            }
            Effect::Start(slot, job) => {
                let ticket = self.ticket(id, slot);
                self.outward.push(Outward::Start { ticket, job });
            }
            Effect::SignIn { username, password } => {
                let ticket = self.ticket(id, SIGN_IN);
                self.outward.push(Outward::SignIn { ticket, username, password });
            }
            Effect::Found(founding) => {
                let ticket = self.ticket(id, SIGN_IN);
                self.outward.push(Outward::Found { ticket, founding });
            }
            Effect::Rest(slot) => {
                let ticket = self.ticket(id, slot);
                self.rests.insert((id, slot), ticket);
                self.outward.push(Outward::Rest(ticket));
            }
            Effect::Searched(found) => {
                let by = self.by();
                self.outward.push(Outward::Searched { by, found });
            }
            Effect::Say(notice) => self.say(notice),
            Effect::Confirm(slot, question) => {
                self.cover = Some(Cover::Dialog(Dialog::new(question), Asker::Screen(id, slot)));
            }
            Effect::Person(person) => self.person = person.map(|person| *person),
            Effect::SaveDraft => self.save_drafts(),
            Effect::DropDraft => self.drop_draft(id),
            Effect::Lock => {
                self.save_drafts();
                self.open(&Route::Login(Door::Locked));
            }
            Effect::Quit => self.ask_to_quit(),
        }
    }

    fn drop_draft(&mut self, id: u64) {
        let Some(entry) = self.screens.iter_mut().find(|entry| entry.id == id) else { return };
        entry.saved = None;
        entry.saved_at.clear();
        if let Some(subject) = entry.screen.draft_subject() {
            let screen = entry.screen.code().to_owned();
            self.outward.push(Outward::DropDraft { screen, subject });
        }
    }

    /// Puts a screen on top.
    pub(super) fn open(&mut self, route: &Route) {
        let look = self.look;
        let cx = Cx {
            now: self.clock.now(),
            session: self.session.as_ref(),
            person: self.person.as_ref(),
            draft_saved: "",
            look: &look,
        };
        let screen = (self.opener)(route, &cx);
        self.last_id += 1;
        let id = self.last_id;
        self.notice = None;
        self.warned = false;
        self.screens.push(Entry { id, screen, saved: None, saved_at: String::new() });
        let effects = self.on_top(|screen, cx| screen.enter(cx)).unwrap_or_default();
        self.carry_out(id, effects);
        self.await_answers(id);
        if let Some(subject) = self.subject_of(id) {
            let ticket = self.ticket(id, "draft");
            self.awaited.push((ticket, id));
            let screen = route.code().to_owned();
            self.outward.push(Outward::FindDraft { ticket, screen, subject });
        }
    }

    fn subject_of(&self, id: u64) -> Option<String> {
        self.screens.iter().find(|entry| entry.id == id)?.screen.draft_subject()
    }
}
