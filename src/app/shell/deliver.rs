//! Bringing inputs and replies to their screen.

use super::{Asker, Cover, Outward, Shell, Ticket, ahead, special};
use crate::ui::action::Action;
use crate::ui::effect::{Draft, Notice, Reply};
use crate::ui::keymap::{self, Context};
use crate::ui::keys::{Chord, Input, Text};
use crate::ui::screen::Flow;
use crate::ui::strings::shell as words;
use crate::ui::widgets::dialog;
use crate::ui::widgets::palette::Chosen;

impl Shell {
    /// Something came from the terminal.
    pub fn input(&mut self, input: Input) {
        self.dirty = true;
        self.keep_place(&input);
        let quit = matches!(&input, Input::Chord(chord) if *chord == Chord::ctrl('q'));
        if !quit && self.holds_keys() {
            if !matches!(input, Input::Resize | Input::Focus) {
                self.ahead.push(input);
            }
            return;
        }
        let field = self.focus();
        let Some(input) = self.seen(input) else { return };
        if self.tried(&input) {
            return;
        }
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
        self.handled();
        self.tell_of_form();
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
        let top = self.top_entry()?;
        Some((top.id, top.screen.form()?.focus()?))
    }

    pub(super) fn context(&self) -> Context {
        match (&self.cover, self.top()) {
            (Some(_), _) => Context::Dialog,
            (None, Some(screen)) => screen.context(),
            (None, None) => Context::List,
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
                    self.go_on();
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
        self.go_on();
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
                let asker = asker.clone();
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
        if action == Action::Lock && self.can_lock() {
            return self.lock();
        }
        if action == Action::Quit {
            return self.quit_asked();
        }
        if let Some(cover) = &mut self.cover {
            match cover {
                Cover::Dialog(dialog, asker) => {
                    let asker = asker.clone();
                    if let Some(reply) = dialog.act(action) {
                        self.answered(asker, reply);
                    }
                }
                Cover::Palette(palette) => match palette.act(action) {
                    Chosen::Still => {}
                    Chosen::Closed => self.cover = None,
                    Chosen::Act(action) => {
                        self.cover = None;
                        self.chosen(action);
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
            self.go_on();
        }
        if let Some(finding) = self.barred(action) {
            return self.say(Notice::finding(&finding));
        }
        match self.on_top(|screen, cx| screen.act(action, cx)) {
            Some(Flow::Used(effects)) => self.carry_out_top(effects),
            Some(Flow::Pass) | None => self.usual(action),
        }
    }

    /// Chosen under F10: the space bar of a field is text there as well.
    fn chosen(&mut self, action: Action) {
        match action {
            Action::Letter(letter) if self.context() == Context::Form => {
                self.typed(letter.encode_utf8(&mut [0; 4]));
            }
            action => self.act(action),
        }
    }

    pub(super) fn answered(&mut self, asker: Asker, reply: dialog::Reply) {
        self.cover = None;
        match (asker, reply) {
            (Asker::Screen(id, slot), reply) => self.deliver(id, slot, Reply::Told(reply)),
            (Asker::Quit, dialog::Reply::Yes) => {
                self.save_drafts();
                self.close_all();
                self.outward.push(Outward::Quit);
            }
            (Asker::GoTo, dialog::Reply::Text(code)) => self.go_to(&code),
            (Asker::Special, dialog::Reply::Text(reason)) => self.show_special(reason),
            (Asker::Quit | Asker::GoTo | Asker::Special, _) => {}
            (asker, reply) => self.told_of_people(asker, &reply),
        }
        self.ask_what_waits();
    }

    /// The operator goes on working: a warning about leaving is over.
    fn go_on(&mut self) {
        if std::mem::take(&mut self.warned) {
            self.said.clear();
        }
    }

    /// Something came back from outside. An answer to a question that was
    /// asked again since is dropped.
    pub fn replied(&mut self, ticket: Ticket, reply: Reply) {
        let refused = ahead::is_refusal(&reply);
        let awaited = self.awaited.iter().position(|(awaited, _)| *awaited == ticket);
        let asker = awaited.map(|place| self.awaited.swap_remove(place).1);
        self.print_taken(ticket, &reply);
        self.stored(ticket, matches!(&reply, Reply::Outcome(Ok(outcome)) if outcome.accepted));
        self.bring(ticket, reply);
        self.tell_of_form();
        // What was written is read again: the next key is for what comes of it.
        if let Some(asker) = asker {
            self.await_answers(asker);
        }
        if refused {
            self.ahead.clear();
        }
        self.offer_key_test();
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
            Reply::Answer(Err(fault))
            | Reply::Outcome(Err(fault))
            | Reply::Keys(Err(fault))
            | Reply::Job(Err(fault)) => Some(fault),
            _ => None,
        };
        if let Some(fault) = fault {
            self.say(Notice::fault(fault));
        }
        if slot == special::SLOT {
            if matches!(reply, Reply::Answer(Ok(_))) {
                self.special_logged(id);
            }
            return;
        }
        if self.door_answered(id, &reply) {
            return;
        }
        if let Reply::SignedIn(Ok(session)) = &reply {
            self.session = Some((**session).clone());
        }
        // What was refused is told even if its screen is no longer there.
        if let Reply::Outcome(Ok(outcome)) = &reply
            && let Some(refusal) = outcome.refusal().filter(|_| self.entry_mut(id).is_none())
        {
            self.say(Notice::finding(refusal));
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
        let Some(entry) = self.entry_mut(id) else { return };
        entry.saved = Some(draft.clone());
        let effects = self.on(id, |screen, cx| screen.restore(&draft.values, &draft.focus, cx));
        self.carry_out(id, effects.unwrap_or_default());
        self.dirty = true;
    }
}
