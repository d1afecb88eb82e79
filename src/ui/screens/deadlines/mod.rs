//! SC01: the terms of the office, the gravest first, a stretch at a time.

mod draw;

use std::borrow::Cow;

use chrono::Days;
use ratatui::Frame;
use ratatui::layout::Rect;

use crate::desk::query::{KindCount, OfficeRadar, TermFilter, TermRow};
use crate::desk::{Answer, Query};
use crate::domain::deadline::Kind;
use crate::domain::office::Role;
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects, Reply, Slot};
use crate::ui::linear::Linear;
use crate::ui::route::Code;
use crate::ui::screen::{Cx, Flow, Offer, RowHelp, Screen};
use crate::ui::screens::reach::Reach;
use crate::ui::strings::deadlines as words;
use crate::ui::widgets::table::{Column, Table};

const TERMS: Slot = "terms";
/// Rows read at once: what lies before and after is asked when it is reached.
const STRETCH: usize = 100;

/// Which days are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Span {
    Overdue,
    Week,
    Month,
    #[default]
    All,
    /// Acts the office owes and has not adopted or sent in time (R-SAN-6): for
    /// the supervisor.
    Acts,
}

impl Span {
    /// In the order of [`words::SPANS`].
    const ALL: [Self; 5] = [Self::Overdue, Self::Week, Self::Month, Self::All, Self::Acts];

    fn words(self) -> (char, &'static str, &'static str) {
        words::SPANS[self as usize]
    }

    /// Is it for who works here?
    fn is_for(self, cx: &Cx) -> bool {
        let role = cx.session.map(|session| session.operator.role);
        self != Self::Acts || role == Some(Role::Supervisor)
    }
}

/// Where the pointer goes when rows come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Land {
    Same,
    First,
    Last,
}

/// The radar of the office.
pub struct Deadlines {
    mine: bool,
    span: Span,
    /// Rows that lie before those of the table.
    skip: usize,
    table: Table<TermRow>,
    more: bool,
    /// Once they are known.
    counts: Option<Vec<KindCount>>,
    land: Land,
    reach: Reach,
}

impl Default for Deadlines {
    fn default() -> Self {
        let [touches, due, person, what, sum, rule] = words::COLUMNS;
        let columns = vec![
            Column::new(touches, 7),
            Column::new(due, 14),
            Column::rest(person),
            Column::new(what, 22),
            Column::new(sum, 19).from(110),
            Column::new(rule, 20).from(110),
        ];
        Self {
            mine: false,
            span: Span::default(),
            skip: 0,
            table: Table::new(columns, ""),
            more: false,
            counts: None,
            land: Land::First,
            reach: Reach::default(),
        }
    }
}

impl Deadlines {
    /// Asks for the stretch to be shown.
    fn ask(&mut self, land: Land, cx: &Cx) -> Effects {
        self.land = land;
        let today = cx.today();
        let (from, until) = match self.span {
            Span::Overdue | Span::Acts => (None, today.pred_opt()),
            Span::Week => (Some(today), Some(today + Days::new(7))),
            Span::Month => (Some(today), Some(today + Days::new(30))),
            Span::All => (None, None),
        };
        let operator = cx.session.map(|session| session.operator.id).filter(|_| self.mine);
        let kinds = if self.span == Span::Acts { Kind::DUE_ACTS } else { &[] };
        let filter = TermFilter { from, until, operator, kinds, skip: self.skip, limit: STRETCH };
        vec![Effect::Ask(TERMS, Query::Radar(filter))]
    }

    /// Other terms: from the first.
    fn show(&mut self, mine: bool, span: Span, cx: &Cx) -> Flow {
        (self.mine, self.span, self.skip) = (mine, span, 0);
        (self.more, self.counts) = (false, None);
        self.table.wait();
        Flow::Used(self.ask(Land::First, cx))
    }

    /// The stretch beyond the one shown, when the pointer goes over its edge.
    fn beyond(&mut self, action: Action, cx: &Cx) -> Option<Effects> {
        let last = self.table.at() + 1 >= self.table.rows().len();
        let first = self.table.at() == 0;
        let land = match action {
            Action::Down | Action::PageDown | Action::End if last && self.more => {
                self.skip += STRETCH;
                Land::First
            }
            Action::Up | Action::PageUp if first && self.skip > 0 => {
                self.skip = self.skip.saturating_sub(STRETCH);
                Land::Last
            }
            Action::Home if self.skip > 0 => {
                self.skip = 0;
                Land::First
            }
            _ => return None,
        };
        // Until it is here no other stretch lies beyond.
        self.more = false;
        self.table.wait();
        Some(self.ask(land, cx))
    }

    fn read_again(&mut self, cx: &Cx) -> Effects {
        let mut effects = self.ask(Land::Same, cx);
        effects.extend(Reach::ask(cx));
        effects
    }

    fn came(&mut self, radar: OfficeRadar, cx: &Cx) -> Effects {
        // What was done meanwhile may have emptied the stretch.
        if radar.rows.is_empty() && self.skip > 0 {
            self.skip = self.skip.saturating_sub(STRETCH);
            return self.ask(Land::Last, cx);
        }
        words::nothing(self.mine, self.span == Span::Acts).clone_into(&mut self.table.empty);
        (self.more, self.counts) = (radar.more, Some(radar.counts));
        match self.land {
            Land::Same => self.table.set(radar.rows),
            Land::First => self.table.replace(radar.rows),
            Land::Last => {
                self.table.replace(radar.rows);
                self.table.select(usize::MAX);
            }
        }
        Vec::new()
    }
}

impl Screen for Deadlines {
    fn code(&self) -> Code {
        "SC01"
    }

    fn title(&self) -> Cow<'static, str> {
        words::TITLE.into()
    }

    fn enter(&mut self, cx: &Cx) -> Effects {
        self.read_again(cx)
    }

    fn back(&mut self, cx: &Cx) -> Effects {
        // What was done on the person may have changed the list.
        self.read_again(cx)
    }

    fn act(&mut self, action: Action, cx: &Cx) -> Flow {
        if let Some(effects) = self.beyond(action, cx) {
            return Flow::Used(effects);
        }
        if self.table.act(action) {
            return Flow::used();
        }
        match action {
            Action::Enter => {
                let Some(row) = self.table.selected() else { return Flow::used() };
                let (id, name) = (row.registrant, row.person.clone());
                Flow::ask(self.reach.open(id, &name, cx))
            }
            Action::Refresh => Flow::Used(self.read_again(cx)),
            Action::Letter(words::MINE_KEY) => self.show(true, self.span, cx),
            Action::Letter(words::OFFICE_KEY) => self.show(false, self.span, cx),
            Action::Letter(letter) => match Span::ALL.into_iter().find(|span| span.words().0 == letter) {
                Some(span) if span.is_for(cx) => self.show(self.mine, span, cx),
                _ => Flow::Pass,
            },
            _ => Flow::Pass,
        }
    }

    fn reply(&mut self, slot: Slot, reply: Reply, cx: &Cx) -> Effects {
        match reply {
            Reply::Answer(Ok(answer)) => match *answer {
                Answer::Radar(radar) => return self.came(*radar, cx),
                Answer::AtHand(hand) => self.reach.hand = hand,
                _ => {}
            },
            Reply::Answer(Err(fault)) if slot == TERMS => self.table.fail(fault.message),
            Reply::Told(told) => return self.reach.told(told).into_iter().collect(),
            _ => {}
        }
        Vec::new()
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        let rows = !self.table.rows().is_empty();
        let mut offers =
            vec![Offer::usual(Action::Refresh), Offer::new(Action::Enter, words::OPEN).when(rows)];
        offers.push(if self.mine {
            Offer::new(Action::Letter(words::OFFICE_KEY), words::OFFICE)
        } else {
            Offer::new(Action::Letter(words::MINE_KEY), words::MINE)
        });
        offers.extend(Span::ALL.into_iter().filter(|span| *span != self.span && span.is_for(cx)).map(
            |span| {
                let (letter, word, _) = span.words();
                Offer::new(Action::Letter(letter), word)
            },
        ));
        offers
    }

    fn row_help(&self) -> Option<RowHelp> {
        let term = &self.table.selected()?.deadline;
        Some(RowHelp { label: term.what.clone(), text: words::explained(term), rule: term.rule.to_string() })
    }

    fn draw(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        self.draw_body(frame, area, cx);
    }

    fn linear(&self, out: &mut Linear, cx: &Cx) {
        self.tell(out, cx);
    }
}
