//! What AG01 offers, for the key bar, F10 and the help.

use super::acts::About;
use super::{Agenda, View};
use crate::desk::query::{AgendaRow, CellKind};
use crate::domain::appointment::AppointmentState;
use crate::domain::permission::Permission;
use crate::ui::action::Action;
use crate::ui::screen::{Cx, Offer};
use crate::ui::strings::agenda as words;

impl Agenda {
    pub(super) fn offers_now(&self, cx: &Cx) -> Vec<Offer> {
        if self.printing.is_open() {
            return self.printing.offers();
        }
        if let Some(panel) = self.panel.get() {
            let mut offers = vec![Offer::new(Action::Save, words::RECORD).needs(Permission::Agenda)];
            let booking = matches!(panel.about, About::Book(..));
            offers.push(
                Offer::new(Action::Print, words::BOOK_AND_MEMO).when(booking).needs(Permission::Agenda),
            );
            offers.extend(panel.form.offers());
            return offers;
        }
        let list = |action, label| Offer::new(action, label);
        let write = |action, label| list(action, label).needs(Permission::Agenda);
        if self.booking.is_some() {
            return vec![
                write(Action::Enter, words::BOOK),
                list(Action::List, words::CALENDAR),
                list(Action::Refresh, Action::Refresh.label()),
                list(Action::Prev, words::WEEK),
                list(Action::Next, words::WEEK),
                list(Action::View, words::SEE_DAY),
                list(Action::Letter('P'), words::CHOOSE_OPERATOR),
                list(Action::Letter('T'), words::TODAY),
            ];
        }
        let row = self.selected().is_some();
        let unjustified = |row: &AgendaRow| row.appointment.state == AppointmentState::AbsentUnjustified;
        let absent = self.selected().is_some_and(unjustified);
        let free = !self.on_left && self.board.cell().is_some_and(|cell| cell.kind == CellKind::Free);
        let office = self.view == View::Office && !self.on_left;
        let enter = match (free, office) {
            (true, false) => words::BOOK,
            (_, true) => words::SEE_DAY,
            _ => words::OPEN,
        };
        let page = if self.view == View::Day { words::DAY } else { words::WEEK };
        let left = !self.left.rows().is_empty();
        vec![
            list(Action::Enter, enter).when(row || free || office),
            write(Action::Letter('E'), words::OUTCOME).when(row),
            write(Action::Letter('C'), words::CONVENE).when(row),
            write(Action::Letter('S'), words::MOVE).when(row),
            write(Action::Letter('A'), words::ABSENT).when(row),
            write(Action::Letter('1'), words::CLOSE_LEFT).when(left).quiet(),
            write(Action::Letter('R'), words::REASSIGN).when(!office),
            list(Action::Letter('K'), words::CASE).when(absent).quiet().needs(Permission::Cases),
            list(Action::Letter('V'), words::LETTER).when(row).quiet().needs(Permission::Documents),
            list(Action::Letter('M'), words::MEMO).when(row).quiet().needs(Permission::Documents),
            list(Action::Letter('L'), words::LEP).when(row).quiet(),
            list(Action::Letter('O'), words::OPEN_PERSON).when(row).quiet(),
            list(Action::Letter('P'), words::CHOOSE_OPERATOR),
            list(Action::Letter('T'), words::TODAY),
            list(Action::List, words::CALENDAR),
            list(Action::Refresh, Action::Refresh.label()).quiet(),
            write(Action::New, words::BOOK).when(cx.person.is_some()),
            list(Action::Prev, page),
            list(Action::Next, page),
            list(Action::Letter('+'), page).quiet(),
            list(Action::Letter('-'), page).quiet(),
            list(Action::View, Action::View.label()),
            list(Action::Print, Action::Print.label()).needs(Permission::Print),
            list(Action::PrintWith, Action::PrintWith.label()).quiet().needs(Permission::Print),
            list(Action::Forward, words::PANE).when(left).quiet(),
        ]
    }
}
