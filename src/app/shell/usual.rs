//! What the shell does with an act no screen used: help, back, go to, quit.

use super::{Asker, Cover, Outward, Shell, people, special};
use crate::domain::finding::Finding;
use crate::ui::action::Action;
use crate::ui::effect::Notice;
use crate::ui::route::Route;
use crate::ui::screen::{HelpTopic, Offer};
use crate::ui::strings::shell as words;
use crate::ui::widgets::dialog::{self, Question};
use crate::ui::widgets::pager::{Pager, TextLine};
use crate::ui::widgets::palette::Palette;

/// F10 > Messaggi.
const MESSAGES: Action = Action::Do("shell.messages");
/// F10 > Cambia tema.
const THEME: Action = Action::Do("shell.theme");
/// F10 > Prova dei tasti.
const KEY_TEST: Action = Action::Do("shell.key_test");
/// F10 > Tutti i tasti.
const ALL_KEYS: Action = Action::Do("shell.keys");

impl Shell {
    pub(super) fn usual(&mut self, action: Action) {
        let harmless =
            matches!(action, Action::Actions | Action::PasteHint) || [ALL_KEYS, THEME].contains(&action);
        if self.covered() && action == Action::Help {
            return self.help_at_door();
        }
        if self.covered() && !harmless {
            return;
        }
        match action {
            Action::Help => self.help(false),
            Action::Exit => self.leave(Self::home),
            Action::Back if self.top().is_some_and(|screen| screen.code() == "GU01") => {
                self.keeping_what_stops(|shell| shell.back(false));
            }
            Action::Back => self.leave(|shell| shell.back(false)),
            Action::Find if self.session.is_some() => self.open(&Route::Search(String::new())),
            Action::GoTo if self.session.is_some() => self.ask(Question::line(words::GO_TO), Asker::GoTo),
            Action::Actions => self.cover = Some(Cover::Palette(Palette::new(self.offers()))),
            Action::Copy => self.copy(),
            Action::PageUp | Action::PageDown if self.look.linear => self.read_on(action == Action::PageDown),
            Action::PasteHint => self.say(Notice::info(crate::ui::strings::form::HOW_TO_PASTE)),
            Action::Prev | Action::Next => self.turn_person(action == Action::Next),
            people::LIST => self.ask_which_person(),
            people::CLOSE => self.close_served(),
            people::UNDO_LAST => self.undo_last(),
            special::SHOW => self.ask_why_special(),
            special::HIDE => self.hide_special(),
            _ if action == MESSAGES => self.show_messages(),
            _ if action == ALL_KEYS => self.help(true),
            _ if action == KEY_TEST => self.open(&Route::Keys),
            _ if action == THEME => {
                self.look.theme = self.look.theme.next();
                self.say(Notice::info(words::theme(self.look.theme.name())));
            }
            _ => {}
        }
    }

    /// Ctrl+Q works everywhere: a list or a question over the screen closes
    /// with its safe answer first.
    pub(super) fn quit_asked(&mut self) {
        match self.cover.take() {
            Some(Cover::Dialog(dialog, Asker::Quit)) => {
                self.cover = Some(Cover::Dialog(dialog, Asker::Quit));
                return;
            }
            Some(Cover::Dialog(_, asker)) => self.answered(asker, dialog::Reply::No),
            _ => {}
        }
        if self.cover.is_none() {
            self.ask_to_quit();
        }
    }

    pub(super) fn ask_to_quit(&mut self) {
        let unsaved = self.entries().any(|entry| entry.screen.unsaved());
        let text = if unsaved { words::QUIT_UNSAVED } else { words::QUIT };
        self.ask(Question::yes_no(self.told_of_printing(text)), Asker::Quit);
    }

    /// Leaves at once when nothing is unsaved; else says so the first time.
    fn leave(&mut self, go: impl FnOnce(&mut Self)) {
        let unsaved = self.top().is_some_and(|screen| screen.unsaved());
        if unsaved && !self.warned {
            self.warned = true;
            self.say(Notice::warn(words::UNSAVED));
            return;
        }
        go(self);
    }

    pub(super) fn go_to(&mut self, code: &str) {
        match Route::named(code, self.served().and_then(|open| open.who)) {
            Ok(route) if route.code() == "HM00" => self.home(),
            Ok(Route::Help(_)) => self.help(true),
            Ok(route) => self.go(&route, true),
            Err(why) => self.say(Notice::no(why)),
        }
    }

    /// The guide is a screen, and nothing opens while the desk is covered: the
    /// help of the field stands over it.
    fn help_at_door(&mut self) {
        let spec = self.top().and_then(|screen| screen.form()).and_then(|form| form.focused_spec());
        let Some(spec) = spec else { return };
        let text = crate::ui::strings::help::how_and_why(&crate::ui::strings::form::how(spec), spec.help);
        let mut lines = vec![TextLine::title(spec.label)];
        lines.extend(crate::ui::look::wrap(&text, 70).into_iter().map(TextLine::text));
        self.cover = Some(Cover::Messages(Pager::new(lines)));
    }

    /// The rules to be told: that of the message, those that speak of this
    /// form now, those of the field; each once.
    fn rules_here(&self) -> Vec<String> {
        let mut rules: Vec<String> =
            self.notice().and_then(|notice| notice.rule.clone()).into_iter().collect();
        let row = self.top().and_then(|screen| screen.row_help()).map(|row| row.rule);
        rules.extend(row.filter(|rule| !rule.is_empty()));
        let found = self.top().map(|screen| screen.findings()).unwrap_or_default();
        rules.extend(found.iter().map(|finding| finding.rule.to_string()));
        if let Some(form) = self.top().and_then(|screen| screen.form()) {
            let spec = form.focused_spec();
            rules.extend(spec.iter().flat_map(|spec| spec.rules.iter().map(|&rule| rule.to_owned())));
        }
        let mut once = Vec::new();
        for rule in rules {
            if !once.contains(&rule) {
                once.push(rule);
            }
        }
        once
    }

    fn help(&mut self, all_keys: bool) {
        let Some(screen) = self.top() else { return };
        let spec = screen.form().and_then(|form| form.focused_spec());
        let row = screen.row_help().unwrap_or_default();
        let topic = HelpTopic {
            screen: format!("{} {}", screen.code(), screen.title()),
            field: spec.map_or(row.label, |spec| spec.label.to_owned()),
            how: spec.map(crate::ui::strings::form::how).unwrap_or_default(),
            text: spec.map_or(row.text, |spec| spec.help.to_owned()),
            rules: self.rules_here(),
            findings: screen.findings(),
            law: self.session.as_ref().map(|session| session.law.clone()).unwrap_or_default(),
            day: self.clock.today(),
            message: self.notice().map(|notice| notice.text.clone()).unwrap_or_default(),
            offers: self.offers(),
            missing: self.look.missing,
            all_keys,
        };
        self.keeping_what_stops(|shell| shell.open(&Route::Help(Box::new(topic))));
    }

    fn show_messages(&mut self) {
        let mut lines: Vec<TextLine> = self
            .said
            .all
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
        let seen = self.top().and_then(|screen| screen.form()).and_then(|form| form.copied());
        if let Some(text) = seen {
            self.outward.push(Outward::Copy(text));
            self.say(Notice::ok(words::COPIED));
        }
    }

    /// Why whoever is at the desk may not do this here; `None`: they may, or
    /// it asks for no permission.
    pub(super) fn barred(&self, action: Action) -> Option<Finding> {
        let meant = |offer: &Offer| offer.action == action && offer.enabled;
        let offer = self.offers().into_iter().find(meant)?;
        self.session.as_ref()?.barred(offer.needs?, self.clock.today())
    }

    /// What can be done now: the screen's offers and the usual ones.
    #[must_use]
    pub fn offers(&self) -> Vec<Offer> {
        let Some(entry) = self.top_entry() else { return Vec::new() };
        let open_people = self.list_people();
        let cx = self.cx(entry, &open_people);
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
            Offer { action: KEY_TEST, ..Offer::hidden("", words::KEY_TEST) }.when(open),
            Offer { action: THEME, ..Offer::hidden("", words::CHANGE_THEME) },
        ];
        let usual = usual.into_iter().chain(self.offers_of_people()).chain(self.offers_of_special());
        let known: Vec<Action> = own.iter().map(|offer| offer.action).collect();
        let mut all = own;
        all.extend(usual.filter(|offer| !known.contains(&offer.action)));
        for offer in &mut all {
            offer.barred = offer.needs.is_some_and(|what| !cx.may(what));
        }
        all
    }
}
