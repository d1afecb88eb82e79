//! DI01 on its way to the desk and back.

use super::event::{self, What};
use super::{DidScreen, View, form, view};
use crate::desk::command::DidDeclare;
use crate::desk::{Command, Outcome, Query};
use crate::domain::deadline::{Kind, Term};
use crate::domain::ids::DidId;
use crate::ui::effect::{Effect, Effects, Notice};
use crate::ui::route::Route;
use crate::ui::screen::Cx;
use crate::ui::screens::proposed;
use crate::ui::strings::did as words;

impl DidScreen {
    pub(super) fn save(&mut self, cx: &Cx) -> Effects {
        match &mut self.view {
            View::Declare => {
                self.follow_up(None, cx);
                if let Err(obstacle) = self.form.check() {
                    return vec![Notice::obstacle(obstacle).into()];
                }
                self.send()
            }
            View::Event(_, form) => match form.check() {
                Err(obstacle) => vec![Notice::obstacle(obstacle).into()],
                Ok(()) => self.send(),
            },
            View::Reading => self.arrival.nothing_to_save(),
            View::Shown => Vec::new(),
        }
    }

    /// What an event would do, asked before it is recorded.
    pub(super) fn weigh(&self) -> Effects {
        let (View::Event(what, form), Some(did)) = (&self.view, self.did()) else { return Vec::new() };
        let command = event::command(*what, did, form, &self.saving);
        vec![Effect::Ask("weigh", Query::Weigh(Box::new(command)))]
    }

    pub(super) fn send(&mut self) -> Effects {
        let command = match (&self.view, self.did()) {
            (View::Declare, _) => {
                let values = self.form.values();
                Command::DidDeclare(DidDeclare {
                    id: DidId::default(),
                    registrant: self.id,
                    declaration: form::declaration_of(&values),
                    profiling: form::profiling_of(&values),
                    accepted: self.saving.given(),
                })
            }
            (View::Event(what, form), Some(did)) => event::command(*what, did, form, &self.saving),
            _ => return Vec::new(),
        };
        if !self.saving.begin() {
            return Vec::new();
        }
        vec![Effect::Run("save", Box::new(command))]
    }

    pub(super) fn saved(&mut self, outcome: Outcome) -> Effects {
        if !outcome.accepted {
            let form = match &mut self.view {
                View::Event(_, form) => form.as_mut(),
                _ => &mut self.form,
            };
            return self.saving.refused(form, outcome);
        }
        self.saving.clear();
        let mut effects = Vec::new();
        self.after = Some(match self.view {
            View::Event(what, _) => {
                effects.push(Effect::DropDraft);
                Notice::ok(if what == What::NationalId { words::NATIONAL_ID_SAVED } else { "" })
            }
            _ => {
                self.form.accept();
                effects.push(Effect::DropDraft);
                Notice::ok(words::INSERT)
            }
        });
        self.view = View::Shown;
        effects.push(self.ask());
        effects
    }

    /// The LEP row of the DID, else the assessment.
    pub(super) fn go_on(&mut self) -> Effects {
        let proposed = self.card.as_ref().and_then(|card| view::proposal(card));
        match proposed {
            Some(proposal) if self.saving.begin() => {
                vec![Effect::Run("lep", Box::new(proposed::record(self.id, &proposal, Vec::new())))]
            }
            Some(_) => Vec::new(),
            None => vec![Effect::Replace(Route::Assessment(self.id))],
        }
    }

    /// The notice after a declaration names the state and the first term.
    pub(super) fn complete(&self, notice: Notice) -> Notice {
        let inserted = notice.text == words::INSERT;
        match self.card.as_ref().and_then(|card| Some((card, card.did()?))) {
            Some((card, did)) if inserted => {
                let contact = |term: &&Term| matches!(term.kind, Kind::Contact | Kind::ContactInsured);
                let first = card.deadlines.iter().find(contact).or(card.deadlines.first());
                Notice::ok(words::inserted(did.state.label(), first))
            }
            Some((_, did)) if notice.text.is_empty() => Notice::ok(words::happened(did.state.label())),
            _ if notice.text.is_empty() => {
                Notice::ok(words::happened(self.did().map_or("", |did| did.state.label())))
            }
            _ => notice,
        }
    }
}
