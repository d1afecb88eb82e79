//! What the shell does with an act no screen used: help, back, go to, quit.

use super::{Asker, Cover, Outward, Shell};
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Notice};
use crate::ui::route::Route;
use crate::ui::screen::{HelpTopic, Offer};
use crate::ui::strings::shell as words;
use crate::ui::widgets::dialog::{Dialog, Question};
use crate::ui::widgets::pager::{Pager, TextLine};
use crate::ui::widgets::palette::Palette;

/// F10 > Messaggi.
const MESSAGES: Action = Action::Do("shell.messages");
/// F10 > Tutti i tasti.
const ALL_KEYS: Action = Action::Do("shell.keys");

impl Shell {
    /// Is the screen covered, or nobody signed in? Then nothing but signing
    /// in, the list of actions and closing is possible.
    pub(super) fn covered(&self) -> bool {
        self.top().is_some_and(|screen| screen.code() == "AC00")
    }

    pub(super) fn usual(&mut self, action: Action) {
        let harmless =
            matches!(action, Action::Actions | Action::Quit | Action::PasteHint) || action == ALL_KEYS;
        if self.covered() && !harmless {
            return;
        }
        match action {
            Action::Help => self.help(false),
            Action::Exit => self.leave(Effect::Home),
            Action::Back => self.leave(Effect::Back),
            Action::Find if self.session.is_some() => self.open(&Route::Search(String::new())),
            Action::GoTo if self.session.is_some() => self.ask(Question::line(words::GO_TO), Asker::GoTo),
            Action::Actions => self.cover = Some(Cover::Palette(Palette::new(self.offers()))),
            Action::Quit => self.ask_to_quit(),
            Action::Copy => self.copy(),
            Action::PasteHint => self.say(Notice::info(crate::ui::strings::form::HOW_TO_PASTE)),
            _ if action == MESSAGES => self.messages(),
            _ if action == ALL_KEYS => self.help(true),
            _ => {}
        }
    }

    fn ask(&mut self, question: Question, asker: Asker) {
        self.cover = Some(Cover::Dialog(Dialog::new(question), asker));
    }

    pub(super) fn ask_to_quit(&mut self) {
        let unsaved = self.screens.iter().any(|entry| entry.screen.unsaved());
        let text = if unsaved { words::QUIT_UNSAVED } else { words::QUIT };
        self.ask(Question::yes_no(text), Asker::Quit);
    }

    /// Leaves at once when nothing is unsaved; else says so the first time.
    fn leave(&mut self, how: Effect) {
        let unsaved = self.top().is_some_and(|screen| screen.unsaved());
        if unsaved && !self.warned {
            self.warned = true;
            self.say(Notice::warn(words::UNSAVED));
            return;
        }
        match how {
            Effect::Home => self.home(),
            _ => self.back(),
        }
    }

    pub(super) fn back(&mut self) {
        self.save_drafts();
        self.warned = false;
        if self.screens.len() < 2 {
            return self.ask_to_quit();
        }
        let said_by_it = self.notice.take();
        self.screens.pop();
        let effects = self.on_top(|screen, cx| screen.back(cx)).unwrap_or_default();
        // What the screen said while leaving stays to be read.
        self.notice = said_by_it.filter(|(notice, _)| notice.sign == crate::ui::effect::Sign::Ok);
        self.carry_out_top(effects);
        if let Some(id) = self.screens.last().map(|entry| entry.id) {
            self.await_answers(id);
        }
        self.dirty = true;
    }

    /// To the menu: the lowest screen, or a new one.
    pub(super) fn home(&mut self) {
        self.save_drafts();
        self.person = None;
        self.warned = false;
        let menu = self.screens.first().is_some_and(|entry| entry.screen.code() == "HM00");
        if self.screens.len() == 1 && menu {
            return self.ask_to_quit();
        }
        self.screens.truncate(usize::from(menu));
        if menu {
            let effects = self.on_top(|screen, cx| screen.back(cx)).unwrap_or_default();
            self.carry_out_top(effects);
        } else {
            self.open(&Route::Menu);
        }
    }

    pub(super) fn go_to(&mut self, code: &str) {
        match Route::named(code, self.person.as_ref().map(|person| person.id)) {
            Ok(route) if route.code() == "HM00" => self.home(),
            Ok(Route::Help(_)) => self.help(true),
            Ok(route) => self.open(&route),
            Err(why) => self.say(Notice::no(why)),
        }
    }

    fn help(&mut self, all_keys: bool) {
        let Some(screen) = self.top() else { return };
        let spec = screen.form().and_then(|form| form.focused_spec());
        let topic = HelpTopic {
            screen: format!("{} {}", screen.code(), screen.title()),
            field: spec.map(|spec| spec.label.to_owned()).unwrap_or_default(),
            text: spec.map(|spec| spec.help.to_owned()).unwrap_or_default(),
            rules: spec
                .map(|spec| spec.rules.iter().map(|&rule| rule.to_owned()).collect())
                .unwrap_or_default(),
            message: self.notice().map(|notice| notice.text.clone()).unwrap_or_default(),
            offers: self.offers(),
            all_keys,
        };
        self.open(&Route::Help(Box::new(topic)));
    }

    fn messages(&mut self) {
        let mut lines: Vec<TextLine> = self
            .messages
            .iter()
            .rev()
            .map(|(at, notice)| {
                let rule = notice.rule.as_deref().unwrap_or("");
                TextLine::text(format!(
                    "{}  {} {}  {rule}",
                    at.format("%H:%M"),
                    notice.sign.mark(),
                    notice.text
                ))
            })
            .collect();
        if lines.is_empty() {
            lines.push(TextLine::text(words::NO_MESSAGES));
        }
        self.cover = Some(Cover::Messages(Pager::new(lines)));
    }

    fn copy(&mut self) {
        let field = self.top().and_then(|screen| screen.form()).and_then(|form| {
            let name = form.focus()?;
            Some(form.values().raw(name).to_owned())
        });
        if let Some(text) = field.filter(|text| !text.is_empty()) {
            self.outward.push(Outward::Copy(text));
            self.say(Notice::ok(words::COPIED));
        }
    }

    /// What can be done now: the screen's offers and the usual ones.
    #[must_use]
    pub fn offers(&self) -> Vec<Offer> {
        let Some(entry) = self.screens.last() else { return Vec::new() };
        let cx = self.cx(entry);
        let own = entry.screen.offers(&cx);
        let open = self.session.is_some() && !self.covered();
        let free = !self.covered();
        let usual = [
            Offer::usual(Action::Help).when(free),
            Offer::usual(Action::Exit).when(open),
            Offer::usual(Action::Actions),
            Offer::usual(Action::Back).when(free),
            Offer::usual(Action::Find).when(open),
            Offer::usual(Action::GoTo).when(open),
            Offer::usual(Action::Lock).when(open),
            Offer { quiet: free, ..Offer::usual(Action::Quit) },
            Offer { action: MESSAGES, ..Offer::hidden("", words::MESSAGES) }.when(open),
            Offer { action: ALL_KEYS, ..Offer::hidden("", words::ALL_KEYS) },
        ];
        let known: Vec<Action> = own.iter().map(|offer| offer.action).collect();
        let mut all = own;
        all.extend(usual.into_iter().filter(|offer| !known.contains(&offer.action)));
        all
    }
}
