//! PE03 on its way to the desk: the person, then the privacy notice.

use super::form::{ASKED_BY, NOTICE};
use super::{PersonData, map};
use crate::desk::command::{PrivacyNoticeGiven, RegistrantEdit, RegistrantRegister};
use crate::desk::{Command, Outcome};
use crate::domain::edit;
use crate::domain::ids::RegistrantId;
use crate::domain::registrant::Registrant;
use crate::ui::effect::{Effect, Effects, Notice};
use crate::ui::form::values::ON;
use crate::ui::route::{Route, Subject};
use crate::ui::screen::Cx;
use crate::ui::strings::person_data as words;

impl PersonData {
    pub(super) fn save(&mut self, cx: &Cx) -> Effects {
        if !self.arrival.here() {
            return self.arrival.nothing_to_save();
        }
        self.settle_places();
        self.follow_up(None, cx);
        if let Err(obstacle) = self.form.check() {
            return vec![Notice::obstacle(obstacle).into()];
        }
        self.send(cx)
    }

    pub(super) fn send(&mut self, cx: &Cx) -> Effects {
        let after = map::from_form(&self.before, &self.form.values());
        let accepted = self.saving.given();
        let command = match self.subject {
            Subject::New(_) => {
                Command::RegistrantRegister(RegistrantRegister { registrant: after, accepted })
            }
            Subject::Known(registrant) => {
                let edits = edit::between(&self.before, &after);
                if edits.is_empty() {
                    return self.unchanged(cx);
                }
                Command::RegistrantEdit(RegistrantEdit {
                    registrant,
                    edits,
                    asked_by: self.form.values().chosen_as(ASKED_BY),
                    asked_on: None,
                    accepted,
                })
            }
        };
        if !self.saving.begin() {
            return Vec::new();
        }
        vec![Effect::Run("save", Box::new(command))]
    }

    /// No field changed: perhaps the notice was given.
    fn unchanged(&mut self, cx: &Cx) -> Effects {
        match self.notice(self.before.id, cx) {
            Some(command) if self.saving.begin() => vec![Effect::Run("notice", Box::new(command))],
            Some(_) => Vec::new(),
            None => vec![Notice::info(words::UNCHANGED).into()],
        }
    }

    /// The notice to record with the person, when it is ticked and new.
    fn notice(&self, registrant: RegistrantId, cx: &Cx) -> Option<Command> {
        let office = &cx.session?.office;
        let known = self.notices.iter().any(|notice| notice.version == office.privacy_version);
        (self.form.draft().get(NOTICE).is_some_and(|tick| tick == ON) && !known).then(|| {
            Command::PrivacyNoticeGiven(PrivacyNoticeGiven {
                registrant,
                version: office.privacy_version.clone(),
                version_date: office.privacy_date,
                given_on: None,
            })
        })
    }

    pub(super) fn saved(&mut self, outcome: &Outcome, cx: &Cx) -> Effects {
        let id = outcome.registrant.unwrap_or_default();
        self.before = Registrant { id, ..map::from_form(&self.before, &self.form.values()) };
        match self.notice(id, cx) {
            Some(command) => vec![Effect::Run("notice", Box::new(command))],
            None => self.leave(false),
        }
    }

    /// Stored: to the card of the person.
    pub(super) fn leave(&mut self, notice: bool) -> Effects {
        self.form.accept();
        self.saving.clear();
        let said = match self.subject {
            Subject::New(_) => words::registered(&self.before.list_name(), notice),
            Subject::Known(_) => words::SAVED.to_owned(),
        };
        let way = match self.subject {
            Subject::New(_) => Effect::Replace(Route::Person(self.before.id)),
            Subject::Known(_) => Effect::Back,
        };
        vec![Effect::DropDraft, way, Notice::ok(said).into()]
    }
}
