//! What the keys do in the list of LE01, and what is offered.

use super::rows::Row;
use super::{Activities, Pane, event};
use crate::domain::activity::{ActivityEvent, ActivityState};
use crate::domain::permission::Permission;
use crate::ui::action::Action;
use crate::ui::effect::Effect;
use crate::ui::route::Route;
use crate::ui::screen::{Cx, Flow, Offer};
use crate::ui::strings::activities as words;

impl Activities {
    pub(super) fn act_list(&mut self, action: Action, cx: &Cx) -> Flow {
        if self.rows.act(action) {
            return Flow::used();
        }
        let effects = match action {
            Action::Enter => match self.rows.selected() {
                Some(Row::Proposed(_)) => self.confirm(),
                Some(Row::Logged(..)) => self.open_panel(None, cx),
                None => Vec::new(),
            },
            Action::Letter('C') => self.open_panel(Some(ActivityEvent::Concluded), cx),
            Action::Letter('I') => self.open_panel(Some(ActivityEvent::Interrupted), cx),
            Action::Letter('V') => self.open_panel(Some(ActivityEvent::Started), cx),
            Action::Letter('R') => self.open_panel(Some(ActivityEvent::Resumed), cx),
            Action::Letter('X') => self.open_panel(Some(ActivityEvent::Cancelled), cx),
            Action::Letter('P') => vec![Effect::Open(Route::Psp(self.who))],
            Action::View | Action::New | Action::Forward | Action::Backward => {
                self.pane = Pane::Form;
                Vec::new()
            }
            _ => return Flow::Pass,
        };
        Flow::Used(effects)
    }

    pub(super) fn offers_now(&self) -> Vec<Offer> {
        if let Some(panel) = self.panel.get() {
            let mut offers = vec![Offer::new(Action::Save, words::RECORD).needs(Permission::Activities)];
            offers.extend(panel.form.offers());
            return offers;
        }
        if self.pane == Pane::Form {
            let mut offers = vec![
                Offer::new(Action::Save, words::RECORD).needs(Permission::Activities),
                Offer::new(Action::New, words::NEW_ROW).quiet().when(self.form.changed()),
                Offer::new(Action::View, words::TO_LIST),
                Offer::usual(Action::Refresh).quiet(),
            ];
            if !self.before.is_empty() {
                offers.push(Offer::new(Action::Duplicate, words::REPEAT));
            }
            offers.extend(self.form.offers());
            return offers;
        }
        let may = |event| match self.rows.selected() {
            Some(Row::Logged(activity, _)) => event::possible(activity).contains(&event),
            _ => false,
        };
        let enter = match self.rows.selected() {
            Some(Row::Proposed(_)) => words::CONFIRM,
            _ => words::UPDATE,
        };
        let open = match self.rows.selected() {
            Some(Row::Logged(activity, _)) => !event::possible(activity).is_empty(),
            Some(Row::Proposed(_)) => true,
            None => false,
        };
        let word = |state: ActivityState| state.label();
        let write = |action, word| Offer::new(action, word).needs(Permission::Activities);
        vec![
            write(Action::Enter, enter).when(open),
            Offer::new(Action::View, words::TO_FORM),
            write(Action::New, words::NEW_ROW),
            Offer::usual(Action::Refresh),
            write(Action::Letter('C'), word(ActivityState::Concluded)).when(may(ActivityEvent::Concluded)),
            write(Action::Letter('V'), word(ActivityState::Started)).when(may(ActivityEvent::Started)),
            write(Action::Letter('I'), word(ActivityState::Interrupted))
                .when(may(ActivityEvent::Interrupted)),
            write(Action::Letter('R'), words::RESUMED).when(may(ActivityEvent::Resumed)),
            write(Action::Letter('X'), word(ActivityState::Cancelled)).when(may(ActivityEvent::Cancelled)),
            Offer::new(Action::Letter('P'), words::PACT),
        ]
    }
}
