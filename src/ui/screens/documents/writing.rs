//! The short forms: opened, weighed, recorded.

use super::form::{self, About, Panel, WHICH};
use super::kinds::{self, Candidate};
use super::{DRAFT, Documents, RUN, View, WEIGH, Wish};
use crate::desk::{Command, Outcome, Query};
use crate::domain::document::DocumentKind;
use crate::domain::ids::DocumentId;
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects, Notice};
use crate::ui::form::FormOutcome;
use crate::ui::route::Route;
use crate::ui::screen::{Cx, Flow};
use crate::ui::screens::panel::Acted;
use crate::ui::strings::documents as words;
use crate::ui::widgets::reading::Reading;

impl Documents {
    /// Opens a form, with what was typed in it before.
    pub(super) fn open_panel(&mut self, about: About, cx: &Cx) -> Effects {
        let mut made = form::form(&about, cx.tables(), &self.filter, cx.today());
        if let (About::Protocol(row), Some(card)) = (&about, &self.card) {
            made.accepted(card.accepted(row.id.0));
        }
        self.draft = Reading::default();
        self.drafted = None;
        self.no_page = None;
        self.issues = false;
        let back = self.panel.open(Panel { about, form: made });
        back.map(Effect::from).into_iter().chain(self.weigh()).collect()
    }

    /// Opens what may be issued, or says why not.
    pub(super) fn choose(&mut self, of: &Candidate, cx: &Cx) -> Effects {
        match (of.kind, self.who) {
            (DocumentKind::Psp, Some(who)) if of.subject.is_some() => {
                vec![Effect::Open(Route::PspPreview(who))]
            }
            _ if of.may() => self.open_panel(About::Issue(Box::new(of.clone())), cx),
            _ => {
                let why = of.why_not.clone().unwrap_or_default();
                vec![Notice::no(format!("{}: {why}.", of.kind.label())).into()]
            }
        }
    }

    fn command(&self) -> Option<Command> {
        let panel = self.panel.get()?;
        form::command(&panel.form, &panel.about, self.saving.given())
    }

    /// What the rules say of the form as it is now, and what it would issue.
    fn weigh(&mut self) -> Effects {
        let Some(command) = self.command() else { return Vec::new() };
        let mut effects = Vec::new();
        if let Command::DocumentIssue(issue) = &command
            && self.drafted.as_ref() != Some(issue)
        {
            self.drafted = Some(issue.clone());
            effects.push(Effect::Ask(DRAFT, Query::DocumentDraft(Box::new(issue.clone()))));
        }
        effects.push(Effect::Ask(WEIGH, Query::Weigh(Box::new(command))));
        effects
    }

    pub(super) fn act_panel(&mut self, action: Action, cx: &Cx) -> Flow {
        // The draft above the form is read with the page keys.
        let pages = matches!(action, Action::PageUp | Action::PageDown | Action::Prev | Action::Next);
        let popup = self.panel.get().is_some_and(|panel| panel.form.has_popup());
        if pages && !popup && !self.draft.is_empty() && self.draft.act(action) {
            return Flow::used();
        }
        // F9 asks for paper: here that is to issue.
        let issue = matches!(self.panel.get(), Some(Panel { about: About::Issue(_), .. }));
        let action = if action == Action::Print && issue { Action::Save } else { action };
        match self.panel.act(action) {
            None => Flow::Pass,
            Some(Acted::Save) => Flow::Used(self.save(cx)),
            Some(Acted::Warned(notice)) => Flow::ask(notice),
            Some(Acted::Closed) => {
                self.saving.clear();
                Flow::used()
            }
            Some(Acted::Form(outcome)) => self.typed_in(outcome, cx),
        }
    }

    pub(super) fn typed_in(&mut self, outcome: FormOutcome, cx: &Cx) -> Flow {
        match outcome {
            FormOutcome::Submit => Flow::Used(self.save(cx)),
            FormOutcome::Changed(_) => {
                self.panel.changed();
                let command = self.command();
                let weigh = command.map(|command| Effect::Ask(WEIGH, Query::Weigh(Box::new(command))));
                Flow::Used(weigh.into_iter().collect())
            }
            FormOutcome::Left(_) => {
                self.panel.changed();
                Flow::Used(self.weigh())
            }
            other => Flow::of(other),
        }
    }

    fn save(&mut self, cx: &Cx) -> Effects {
        if let Some(Panel { about: About::Filter, form }) = self.panel.get_mut() {
            if let Err(obstacle) = form.check() {
                return vec![Notice::obstacle(obstacle).into()];
            }
            self.filter = form::filter(&form.values(), &self.filter);
            self.panel.done();
            let mut effects = vec![Effect::DropDraft];
            effects.extend(self.ask(cx));
            return effects;
        }
        self.record()
    }

    fn record(&mut self) -> Effects {
        let Some(panel) = self.panel.get_mut() else { return Vec::new() };
        // What the rules said may be of a moment ago: the desk says it now.
        panel.form.find_all(Vec::new());
        if let Err(obstacle) = panel.form.check() {
            return vec![Notice::obstacle(obstacle).into()];
        }
        // What no page can hold takes no number: its draft comes first.
        match self.command() {
            Some(Command::DocumentIssue(issue)) => {
                self.issues = true;
                let drafted = self.drafted.as_ref() == Some(&issue);
                let here = drafted && (self.no_page.is_some() || !self.draft.is_empty());
                if here { self.issue_now() } else { self.weigh() }
            }
            _ => self.run(),
        }
    }

    /// Issues what waited for its draft, if it can be written on a page.
    pub(super) fn issue_now(&mut self) -> Effects {
        match (std::mem::take(&mut self.issues), &self.no_page) {
            (false, _) => Vec::new(),
            (true, Some(fault)) => vec![Notice::fault(fault).into()],
            (true, None) => self.run(),
        }
    }

    pub(super) fn run(&mut self) -> Effects {
        match self.command() {
            Some(command) if self.saving.begin() => vec![Effect::Run(RUN, Box::new(command))],
            _ => Vec::new(),
        }
    }

    pub(super) fn saved(&mut self, outcome: Outcome, cx: &Cx) -> Effects {
        let Some(panel) = self.panel.get_mut() else {
            self.saving.clear();
            return Vec::new();
        };
        if !outcome.accepted {
            return self.saving.refused(&mut panel.form, outcome);
        }
        self.saving.clear();
        let Some(Panel { about, form }) = self.panel.done() else { return Vec::new() };
        let values = form.values();
        self.after = Some(Notice::ok(match &about {
            About::Protocol(row) => words::registered(&row.number, &values.text_or_empty("protocol.number")),
            About::Handed(row) => words::handed(&row.number, values.chosen_as("how").unwrap_or_default()),
            About::Issue(_) | About::Filter => {
                words::issued(outcome.numbers.get("document").map_or("", String::as_str))
            }
        }));
        match &about {
            About::Issue(_) => {
                self.view = View::List;
                if let Some(id) = outcome.ids.get("document") {
                    self.reason = Some(words::JUST_ISSUED.to_owned());
                    self.opens = super::Opens::Document(DocumentId(*id));
                    self.paper.wish(Wish::AtOnce);
                }
            }
            // What is read again shows its new row.
            About::Protocol(row) | About::Handed(row) if self.view == View::Reading => {
                self.view = View::List;
                self.opens = super::Opens::Document(row.id);
            }
            _ => {}
        }
        let mut effects = vec![Effect::DropDraft];
        effects.extend(self.ask(cx));
        effects
    }

    /// Opens the form of the draft, once what it is about is here.
    pub(super) fn reopen(&mut self, cx: &Cx) -> Effects {
        if self.panel.is_open() {
            return Vec::new();
        }
        let Some(kept) = self.panel.waits() else { return Vec::new() };
        let parts: Vec<&str> = kept.get(WHICH).split(' ').collect();
        let row = |id: &str| self.table.rows().iter().find(|row| row.id.to_string() == id).cloned();
        let about = match parts.as_slice() {
            ["filter"] if self.who.is_none() => Some(About::Filter),
            ["protocol", id] => row(id).map(|row| About::Protocol(Box::new(row))),
            ["handed", id] => row(id).map(|row| About::Handed(Box::new(row))),
            ["issue", word, subject] => {
                let kind = DocumentKind::ALL.iter().find(|kind| kind.word() == *word).copied();
                let found = kind.zip(subject.parse().ok()).zip(self.card.as_ref());
                found.map(|((kind, subject), card)| {
                    About::Issue(Box::new(kinds::find(&kinds::all(card, cx.now), kind, subject)))
                })
            }
            _ => None,
        };
        match about {
            Some(about) => self.open_panel(about, cx),
            None => {
                self.panel.set_reopens(false);
                Vec::new()
            }
        }
    }
}
