//! What the keys do in the list of DI02, and what is offered.

use super::Jobs;
use super::form::What;
use super::rows::Row;
use crate::desk::Command;
use crate::desk::command::EmploymentFollow;
use crate::domain::did::DidState;
use crate::domain::did::follow::{Settling, ToSettle};
use crate::domain::employment::Employment;
use crate::domain::permission::Permission;
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects, Notice};
use crate::ui::route::Route;
use crate::ui::screen::{Cx, Flow, Offer};
use crate::ui::strings::jobs as words;

impl Jobs {
    /// The job under the pointer, or that of the row that waits.
    fn job(&self) -> Option<&Employment> {
        let about = match self.rows.selected()? {
            Row::Job(job, ..) => return Some(job),
            Row::Open(open) => open.job?,
        };
        self.card.as_ref()?.employments.iter().find(|job| job.id == about)
    }

    pub(super) fn act_list(&mut self, action: Action, cx: &Cx) -> Flow {
        if self.rows.act(action) {
            return Flow::used();
        }
        let job = self.job().map(|job| (job.id, job.withdrawn));
        let effects = match action {
            Action::New => self.open(What::New, cx),
            Action::Refresh => vec![self.ask()],
            Action::Letter('D') => vec![Effect::Open(Route::Did(self.who))],
            Action::Letter('S') if self.card.as_ref().is_some_and(|card| card.last_did().is_none()) => {
                vec![Notice::info(words::WITHOUT_DID).into()]
            }
            Action::Letter('S') => self.open(What::Period(None), cx),
            Action::Enter => match self.rows.selected().cloned() {
                Some(Row::Open(open)) => self.settle(&open, cx),
                Some(Row::Job(job, ..)) if job.withdrawn => vec![Notice::info(words::GONE).into()],
                Some(Row::Job(job, ..)) => self.open(What::Correct(job.id), cx),
                None => self.open(What::New, cx),
            },
            Action::Letter('F' | 'R' | 'C' | 'X') => match (action, job) {
                (_, None) => vec![Notice::info(words::NO_ROW).into()],
                (_, Some((_, true))) => vec![Notice::info(words::GONE).into()],
                (Action::Letter('F'), Some((id, _))) => self.open(What::End(id), cx),
                (Action::Letter('R'), Some((id, _))) => self.open(What::Income(id), cx),
                (Action::Letter('C'), Some((id, _))) => self.open(What::Correct(id), cx),
                (_, Some((id, _))) => self.open(What::Withdraw(id), cx),
            },
            _ => return Flow::Pass,
        };
        Flow::Used(effects)
    }

    /// The act that settles a row.
    fn settle(&mut self, open: &ToSettle, cx: &Cx) -> Effects {
        let suspended = self.card.as_ref().and_then(|card| card.last_did()).map(|did| did.state);
        match (open.act, open.job) {
            (Settling::Follow, _) if self.saving.begin() => {
                let command = Command::EmploymentFollow(EmploymentFollow { registrant: self.who });
                vec![Effect::Run("save", Box::new(command))]
            }
            (Settling::Period(span), _) => self.open(What::Period(Some(span)), cx),
            (Settling::Loss(day), _) => {
                self.open(What::Loss(day, suspended != Some(DidState::Suspended)), cx)
            }
            (Settling::End, Some(id)) => self.open(What::End(id), cx),
            (Settling::Income, Some(id)) => self.open(What::Income(id), cx),
            (Settling::Job, Some(id)) => self.open(What::Correct(id), cx),
            (Settling::Job, None) => self.open(What::New, cx),
            _ => vec![Notice::info(words::WAIT).into()],
        }
    }

    pub(super) fn offers_now(&self) -> Vec<Offer> {
        if let Some(panel) = self.panel.get() {
            let mut offers = vec![Offer::usual(Action::Save).needs(Permission::Did)];
            offers.extend(panel.form.offers());
            return offers;
        }
        let waits = matches!(self.rows.selected(), Some(Row::Open(_)));
        let live = self.job().is_some_and(|job| !job.withdrawn);
        let runs = self.job().is_some_and(|job| !job.withdrawn && job.end.is_none());
        let counts = self.job().is_some_and(|job| !job.withdrawn && job.kind.income().is_some());
        let did = self.card.as_ref().is_some_and(|card| card.last_did().is_some());
        let write = |action, word| Offer::new(action, word).needs(Permission::Did);
        vec![
            Offer::new(Action::Enter, if waits { words::SETTLE } else { words::OPEN }).when(waits || live),
            write(Action::New, words::NEW),
            write(Action::Letter('F'), words::END).when(runs),
            write(Action::Letter('R'), words::INCOME).when(counts),
            write(Action::Letter('C'), words::CORRECT).when(live),
            write(Action::Letter('X'), words::WITHDRAW).when(live),
            write(Action::Letter('S'), words::PERIOD).when(did),
            Offer::new(Action::Letter('D'), words::TO_DID),
            Offer::usual(Action::Refresh),
        ]
    }
}
