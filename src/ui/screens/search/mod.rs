//! PE01: finding a person while typing.

mod draw;
mod linear;

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::desk::query::{Found, FoundRow, LIMIT};
use crate::desk::{Answer, Query};
use crate::domain::permission::Permission;
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects, Notice, Reply, Slot};
use crate::ui::keymap::Context;
use crate::ui::keys::Text;
use crate::ui::linear::Linear;
use crate::ui::route::{Code, Route, Subject};
use crate::ui::screen::{Cx, Flow, Offer, Screen};
use crate::ui::screens::reach::Reach;
use crate::ui::strings::search as words;
use crate::ui::widgets::line::Line;
use crate::ui::widgets::table::{Column, Table};

const FIND: Slot = "find";
const REST: Slot = "rest";

/// The search.
pub struct Search {
    line: Line,
    table: Table<FoundRow>,
    found: Found,
    reach: Reach,
    /// The search shown has its audit line.
    told: bool,
    /// Enter came before the answer: it opens the first when it is here.
    enter: bool,
}

impl Search {
    /// A search with the words already typed.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let [name, same, birth, code, did, by] = words::COLUMNS;
        let columns = vec![
            Column::rest(name),
            Column::new(same, 1),
            Column::new(birth, 10),
            Column::new(code, 16),
            Column::new(did, 11),
            Column::new(by, 8),
        ];
        let mut line = Line::new(80);
        line.set(text);
        let mut table = Table::new(columns, words::NOBODY);
        table.replace(Vec::new());
        Self { line, table, found: Found::default(), reach: Reach::default(), told: true, enter: false }
    }

    fn typed(&self) -> String {
        self.line.value().trim().to_owned()
    }

    /// Does the list show what the line says?
    fn fresh(&self) -> bool {
        self.typed() == self.found.text
    }

    /// The line changed: ask again, newest wins.
    fn search(&mut self) -> Effects {
        let text = self.typed();
        if text.is_empty() {
            self.found = Found::default();
            self.show_opened();
        }
        if self.fresh() {
            return Vec::new();
        }
        // «Nobody» is only said of what was looked for.
        if self.table.rows().is_empty() {
            self.table.wait();
        }
        vec![Effect::Ask(FIND, Query::Search { text, limit: LIMIT })]
    }

    fn show_opened(&mut self) {
        self.table.replace(self.reach.hand.opened.iter().map(|opened| opened.row.clone()).collect());
    }

    /// What is on the screen is being left: its audit line, once.
    fn tell(&mut self) -> Effects {
        if std::mem::replace(&mut self.told, true) || self.found.text.is_empty() {
            return Vec::new();
        }
        vec![Effect::Searched(Box::new(self.found.clone()))]
    }

    fn open(&mut self, cx: &Cx) -> Effects {
        if !self.fresh() {
            self.enter = true;
            return Vec::new();
        }
        let Some(row) = self.table.selected() else { return Vec::new() };
        let (id, name) = (row.hit.registrant, name_of(row));
        let mut effects = self.tell();
        effects.push(self.reach.open(id, &name, cx));
        effects
    }

    fn answered(&mut self, answer: Answer, cx: &Cx) -> Effects {
        match answer {
            Answer::Found(found) => {
                self.table.replace(found.rows.clone());
                self.found = found;
                self.told = false;
                let mut effects = vec![Effect::Rest(REST)];
                if std::mem::take(&mut self.enter) {
                    effects.extend(self.open(cx));
                }
                effects
            }
            Answer::AtHand(hand) => {
                self.reach.hand = hand;
                if self.typed().is_empty() {
                    self.show_opened();
                }
                Vec::new()
            }
            _ => Vec::new(),
        }
    }
}

/// `ROSSI MARIA`.
fn name_of(row: &FoundRow) -> String {
    format!("{} {}", row.hit.surname, row.hit.name).to_uppercase()
}

impl Screen for Search {
    fn code(&self) -> Code {
        "PE01"
    }

    fn title(&self) -> Cow<'static, str> {
        words::TITLE.into()
    }

    fn enter(&mut self, cx: &Cx) -> Effects {
        let mut effects: Effects = Reach::ask(cx).into_iter().collect();
        effects.extend(self.search());
        effects.push(Notice::info(words::LOGGED).into());
        effects
    }

    fn back(&mut self, cx: &Cx) -> Effects {
        // What was done on the person may have changed the list.
        let mut effects: Effects = Reach::ask(cx).into_iter().collect();
        let text = self.typed();
        if !text.is_empty() {
            effects.push(Effect::Ask(FIND, Query::Search { text, limit: LIMIT }));
        }
        effects
    }

    fn act(&mut self, action: Action, cx: &Cx) -> Flow {
        match action {
            Action::Enter => return Flow::Used(self.open(cx)),
            Action::New => {
                let mut effects = self.tell();
                effects.push(Effect::Open(Route::PersonData(Subject::New(self.typed()))));
                return Flow::Used(effects);
            }
            Action::Refresh => return Flow::Used(self.back(cx)),
            Action::Back | Action::Exit => {
                let mut effects = self.tell();
                effects.push(if action == Action::Back { Effect::Back } else { Effect::Home });
                return Flow::Used(effects);
            }
            Action::Find => {
                let mut effects = self.tell();
                self.line.set("");
                effects.extend(self.search());
                return Flow::Used(effects);
            }
            Action::Home | Action::End => {}
            other if self.table.act(other) => return Flow::used(),
            _ => {}
        }
        match self.line.act(action) {
            Some(true) => Flow::Used(self.search()),
            // Del where nothing is left to delete empties the line.
            Some(false) if action == Action::Delete && !self.line.value().is_empty() => {
                self.line.set("");
                Flow::Used(self.search())
            }
            Some(false) => Flow::used(),
            None => Flow::Pass,
        }
    }

    fn text(&mut self, text: &Text, _cx: &Cx) -> Flow {
        self.enter = false;
        if self.line.text(text) { Flow::Used(self.search()) } else { Flow::used() }
    }

    fn reply(&mut self, slot: Slot, reply: Reply, cx: &Cx) -> Effects {
        match reply {
            Reply::Answer(Ok(answer)) => self.answered(*answer, cx),
            Reply::Answer(Err(fault)) => {
                self.enter = false;
                if slot == FIND {
                    self.table.fail(fault.message);
                }
                Vec::new()
            }
            Reply::Told(told) => self.reach.told(told).into_iter().collect(),
            Reply::Rested if self.fresh() => self.tell(),
            _ => Vec::new(),
        }
    }

    fn offers(&self, _cx: &Cx) -> Vec<Offer> {
        let rows = !self.table.rows().is_empty();
        let typed = !self.line.value().is_empty();
        vec![
            Offer::usual(Action::Refresh),
            Offer::new(Action::New, words::NEW).needs(Permission::People),
            Offer::new(Action::Enter, words::OPEN).when(rows),
            Offer::new(Action::Up, words::SCROLL).when(rows),
            Offer::new(Action::Down, words::SCROLL).when(rows),
            Offer::new(Action::Delete, words::EMPTY).when(typed),
            Offer::usual(Action::Find).when(false),
        ]
    }

    fn context(&self) -> Context {
        Context::Form
    }

    fn has_side(&self) -> bool {
        true
    }

    fn draw(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        self.draw_body(frame, area, cx);
    }

    fn linear(&self, out: &mut Linear, cx: &Cx) {
        self.tell_all(out, cx);
    }

    fn side(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        self.draw_preview(frame, area, cx);
    }
}
