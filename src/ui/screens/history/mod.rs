//! PE05: what was saved on the record of a person, field by field; the record
//! as it stood; a save taken back.

mod draw;
mod told;
pub(in crate::ui) mod values;

use std::borrow::Cow;
use std::cell::Cell;

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;

use crate::desk::command::HistoryUndo;
use crate::desk::query::{History, Save};
use crate::desk::{Answer, Command, Outcome, Query};
use crate::domain::finding::{Acceptance, Level};
use crate::domain::history::RowFate;
use crate::domain::ids::{RegistrantId, UnitId};
use crate::domain::permission::Permission;
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects, Notice, Reply, Slot};
use crate::ui::linear::Linear;
use crate::ui::reasons::{Next, REASON, Reasons};
use crate::ui::route::{Code, Route};
use crate::ui::screen::{Cx, Flow, Offer, Screen, Special};
use crate::ui::strings::{history as words, records};
use crate::ui::widgets::dialog::{self, Question};
use crate::ui::widgets::table::{Column, Table};

const HISTORY: Slot = "history";
const WEIGH: Slot = "weigh";
const UNDO: Slot = "undo";

/// Which saves are shown: those like the one the filter was set on.
#[derive(Default)]
struct Filter {
    record: Option<String>,
    by: Option<String>,
    day: Option<NaiveDate>,
}

impl Filter {
    fn is_off(&self) -> bool {
        self.record.is_none() && self.by.is_none() && self.day.is_none()
    }

    fn lets(&self, save: &Save) -> bool {
        self.record.as_ref().is_none_or(|table| save.rows.iter().any(|row| row.table == *table))
            && self.by.as_ref().is_none_or(|by| save.by == *by)
            && self.day.is_none_or(|day| save.at.date() == day)
    }
}

/// The screen.
pub struct Past {
    id: RegistrantId,
    /// Is the last save of who works here to be undone as soon as it is read?
    undo_last: bool,
    history: Option<Box<History>>,
    table: Table<Save>,
    filter: Filter,
    special_shown: bool,
    /// Are the keys in what is told of the save?
    reading: bool,
    /// Its first line seen.
    top: Cell<usize>,
    /// The save being undone.
    undoing: Option<Save>,
    reasons: Reasons,
}

impl Past {
    /// The history of a person; `undo_last` asks at once whether one's last
    /// save is to be taken back.
    pub fn new(id: RegistrantId, undo_last: bool) -> Self {
        let [when, who, what, which] = words::COLUMNS;
        let columns = vec![
            Column::new(when, 16),
            Column::new(who, 14),
            Column::rest(what),
            Column::new(which, 40).from(110),
        ];
        Self {
            id,
            undo_last,
            history: None,
            table: Table::new(columns, words::EMPTY),
            filter: Filter::default(),
            special_shown: false,
            reading: false,
            top: Cell::new(0),
            undoing: None,
            reasons: Reasons::default(),
        }
    }

    fn ask(&self) -> Effects {
        vec![Effect::Ask(HISTORY, Query::History { registrant: self.id })]
    }

    fn fill(&mut self) {
        let saves = self.history.iter().flat_map(|history| &history.saves);
        self.table.set(saves.filter(|save| self.filter.lets(save)).cloned().collect());
        self.top.set(0);
    }

    fn filter(&mut self, change: impl FnOnce(&mut Filter, &Save)) -> Flow {
        let Some(save) = self.table.selected().cloned() else { return Flow::used() };
        change(&mut self.filter, &save);
        self.fill();
        let at = self.table.rows().iter().position(|row| row.unit == save.unit);
        self.table.select(at.unwrap_or_default());
        Flow::used()
    }

    /// The command that takes the chosen save back.
    fn undo(&self, accepted: Vec<Acceptance>) -> Option<Box<Command>> {
        let undoes = self.undoing.as_ref()?.unit;
        Some(Box::new(Command::HistoryUndo(HistoryUndo { undoes, accepted })))
    }

    /// Asks the rules before it asks the operator.
    fn weigh(&mut self, save: Option<Save>) -> Effects {
        self.undoing = save;
        match self.undo(Vec::new()) {
            Some(command) => vec![Effect::Ask(WEIGH, Query::Weigh(command))],
            None => vec![Notice::info(words::NONE_TO_UNDO).into()],
        }
    }

    fn weighed(&mut self, outcome: &Outcome) -> Effects {
        if let Some(stops) = outcome.findings.iter().find(|finding| finding.level == Level::Block) {
            self.undoing = None;
            return vec![Notice::finding(stops).into()];
        }
        let (Some(history), Some(save)) = (&self.history, &self.undoing) else { return Vec::new() };
        let text = told::question(history, save, self.special_shown);
        vec![Effect::Confirm(UNDO, Question::yes_no(text))]
    }

    fn run(&self) -> Effects {
        self.undo(self.reasons.given()).map(|command| Effect::Run(UNDO, command)).into_iter().collect()
    }

    fn undone(&mut self, outcome: &Outcome) -> Effects {
        if !outcome.accepted {
            let wanted = outcome.reasons_wanted().into_iter().cloned().collect();
            return match self.reasons.ask(wanted) {
                Some(question) => vec![question],
                None => {
                    outcome.refusal().map(|finding| Notice::finding(finding).into()).into_iter().collect()
                }
            };
        }
        self.reasons.clear();
        let Some(save) = self.undoing.take() else { return Vec::new() };
        let notice = Notice::ok(words::undone(records::command(&save.command))).into();
        let made = |table: &str| save.rows.iter().any(|row| row.table == table && row.fate == RowFate::Made);
        // Whose registration goes has no record to go back to.
        if made("registrant") {
            return vec![Effect::Home, notice];
        }
        let mut effects = self.ask();
        effects.push(notice);
        effects
    }

    fn came(&mut self, history: Box<History>, cx: &Cx) -> Effects {
        let last = history.last_of(cx.username()).cloned();
        self.history = Some(history);
        self.fill();
        if !std::mem::take(&mut self.undo_last) {
            return Vec::new();
        }
        let unit = last.as_ref().map(|save| save.unit);
        self.select(unit);
        self.weigh(last)
    }

    fn select(&mut self, unit: Option<UnitId>) {
        let at = self.table.rows().iter().position(|row| Some(row.unit) == unit);
        self.table.select(at.unwrap_or_default());
    }

    fn letter(&mut self, letter: char) -> Flow {
        match letter {
            'R' => self.filter(|filter, save| {
                let table = save.rows.first().map(|row| row.table.clone());
                filter.record = if filter.record.is_some() { None } else { table };
            }),
            'O' => self.filter(|filter, save| {
                filter.by = if filter.by.is_some() { None } else { Some(save.by.clone()) };
            }),
            'G' => self.filter(|filter, save| {
                filter.day = if filter.day.is_some() { None } else { Some(save.at.date()) };
            }),
            'T' => self.filter(|filter, _| *filter = Filter::default()),
            'U' => {
                let save = self.table.selected().cloned();
                Flow::Used(self.weigh(save))
            }
            _ => Flow::Pass,
        }
    }

    fn scroll(&self, action: Action) -> bool {
        let top = self.top.get();
        self.top.set(match action {
            Action::Up => top.saturating_sub(1),
            Action::Down => top + 1,
            Action::PageUp => top.saturating_sub(5),
            Action::PageDown => top + 5,
            Action::Home => 0,
            _ => return false,
        });
        true
    }
}

impl Screen for Past {
    fn code(&self) -> Code {
        "PE05"
    }

    fn title(&self) -> Cow<'static, str> {
        words::TITLE.into()
    }

    fn enter(&mut self, _cx: &Cx) -> Effects {
        self.ask()
    }

    fn back(&mut self, _cx: &Cx) -> Effects {
        self.ask()
    }

    fn act(&mut self, action: Action, _cx: &Cx) -> Flow {
        match action {
            Action::Forward | Action::Backward => self.reading = !self.reading,
            Action::Back if self.reading => self.reading = false,
            Action::Refresh => return Flow::Used(self.ask()),
            Action::Enter => {
                let at = self.table.selected().map(|save| save.at);
                let open = at.map(|at| Effect::Open(Route::PersonAt(self.id, Some(at))));
                return open.map_or_else(Flow::used, Flow::ask);
            }
            Action::Letter(letter) => return self.letter(letter),
            _ if self.reading && self.scroll(action) => {}
            _ if !self.reading && self.table.act(action) => self.top.set(0),
            _ => return Flow::Pass,
        }
        Flow::used()
    }

    fn reply(&mut self, slot: Slot, reply: Reply, cx: &Cx) -> Effects {
        match (slot, reply) {
            (_, Reply::Answer(Ok(answer))) => match *answer {
                Answer::History(history) => self.came(history, cx),
                Answer::Weighed(outcome) => self.weighed(&outcome),
                _ => Vec::new(),
            },
            (HISTORY, Reply::Answer(Err(fault))) => {
                self.table.fail(fault.message);
                Vec::new()
            }
            (UNDO, Reply::Told(dialog::Reply::Yes)) => self.run(),
            (UNDO, Reply::Outcome(Ok(outcome))) => self.undone(&outcome),
            (REASON, Reply::Told(told)) => match self.reasons.told(told) {
                Next::Ask(question) => vec![question],
                Next::Run => self.run(),
                Next::Stop => Vec::new(),
            },
            _ => Vec::new(),
        }
    }

    fn offers(&self, _cx: &Cx) -> Vec<Offer> {
        let row = self.table.selected().is_some();
        let letter = |letter, word| Offer::new(Action::Letter(letter), word).when(row);
        vec![
            Offer::usual(Action::Refresh),
            Offer::new(Action::Enter, words::AS_IT_STOOD).when(row),
            Offer::new(Action::Forward, if self.reading { words::LIST } else { words::READ }).when(row),
            letter('U', words::UNDO).needs(Permission::Undo),
            letter('R', if self.filter.record.is_some() { words::ALL_RECORDS } else { words::ONLY_RECORD }),
            letter('O', if self.filter.by.is_some() { words::ALL_OPERATORS } else { words::ONLY_OPERATOR }),
            letter('G', if self.filter.day.is_some() { words::ALL_DAYS } else { words::ONLY_DAY }),
            Offer::new(Action::Letter('T'), words::ALL).when(row && !self.filter.is_off()),
        ]
    }

    fn special(&self) -> Special {
        match self.table.rows().iter().any(told::is_special) {
            false => Special::None,
            true if self.special_shown => Special::Shown,
            true => Special::Hidden,
        }
    }

    fn show_special(&mut self, shown: bool) {
        self.special_shown = shown;
    }

    fn draw(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        self.draw_body(frame, area, cx.look);
    }

    fn linear(&self, out: &mut Linear, _cx: &Cx) {
        self.tell(out);
    }
}
