//! SU01: what the supervisor answers for. The log of accesses, a stretch at a
//! time: the newest lines first, older ones when they are reached; the records
//! whose term is over.

mod draw;
mod filter;
mod kept;

use std::borrow::Cow;
use std::collections::BTreeMap;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::desk::query::{AccessFilter, AccessLog, AccessRow, AuditFilter};
use crate::desk::{Answer, Query};
use crate::domain::access::ActKind;
use crate::domain::office::Operator;
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects, Notice, Reply, Slot};
use crate::ui::form::{Form, FormOutcome};
use crate::ui::keymap::Context;
use crate::ui::linear::Linear;
use crate::ui::route::Code;
use crate::ui::screen::{Cx, Flow, Offer, Screen};
use crate::ui::screens::panel::{Acted, Place};
use crate::ui::screens::reach::Reach;
use crate::ui::strings::supervision as words;
use crate::ui::widgets::table::{Column, Table};
use filter::Panel;
use kept::Kept;

const LOG: Slot = "log";
const OPERATORS: Slot = "operators";
/// Lines read at once.
const STRETCH: usize = 100;

/// The screen.
pub struct Supervision {
    table: Table<AccessRow>,
    filter: AccessFilter,
    more: bool,
    /// Where the stretches above the one shown began.
    above: Vec<Option<i64>>,
    /// The pointer goes to the last row of what comes.
    to_end: bool,
    /// Name of the person chosen from a row.
    person: String,
    operators: Vec<Operator>,
    panel: Place<Panel>,
    reach: Reach,
    /// The records whose term is over, when they are looked at.
    kept: Option<Kept>,
}

impl Default for Supervision {
    fn default() -> Self {
        let [when, who, what, person, why] = words::COLUMNS;
        let columns = vec![
            Column::new(when, 14),
            Column::new(who, 12),
            Column::rest(what),
            Column::new(person, 20),
            Column::new(why, 32).from(110),
        ];
        Self {
            table: Table::new(columns, words::EMPTY),
            filter: all(),
            more: false,
            above: Vec::new(),
            to_end: false,
            person: String::new(),
            operators: Vec::new(),
            panel: Place::default(),
            reach: Reach::default(),
            kept: None,
        }
    }
}

/// Every line.
fn all() -> AccessFilter {
    let lines = AuditFilter { limit: STRETCH, ..AuditFilter::default() };
    AccessFilter { lines, code: String::new() }
}

impl Supervision {
    fn ask(&self) -> Effect {
        Effect::Ask(LOG, Query::AccessLog(Box::new(self.filter.clone())))
    }

    fn read_again(&self, cx: &Cx) -> Effects {
        [self.ask(), Effect::Ask(OPERATORS, Query::Operators)].into_iter().chain(Reach::ask(cx)).collect()
    }

    /// Other lines: from the newest.
    fn show(&mut self, filter: AccessFilter) -> Effects {
        self.filter = filter;
        self.filter.lines.before = None;
        self.above.clear();
        self.stretch(false)
    }

    fn stretch(&mut self, to_end: bool) -> Effects {
        // Until it is here no other stretch lies beyond.
        (self.more, self.to_end) = (false, to_end);
        self.table.replace(Vec::new());
        self.table.wait();
        vec![self.ask()]
    }

    /// The stretch beyond the one shown, when the pointer goes over its edge.
    fn beyond(&mut self, action: Action) -> Option<Effects> {
        let last = self.table.at() + 1 >= self.table.rows().len();
        let first = self.table.at() == 0;
        match action {
            Action::Down | Action::PageDown | Action::End if last && self.more => {
                let end = self.table.rows().last()?.seq;
                self.above.push(self.filter.lines.before.replace(end));
                Some(self.stretch(false))
            }
            Action::Up | Action::PageUp if first => {
                self.filter.lines.before = self.above.pop()?;
                Some(self.stretch(true))
            }
            Action::Home if !self.above.is_empty() => Some(self.show(self.filter.clone())),
            _ => None,
        }
    }

    /// A filter by the row under the pointer, or off again.
    fn by_row(&mut self, change: impl FnOnce(&mut AccessFilter, &AccessRow)) -> Flow {
        let Some(row) = self.table.selected().cloned() else { return Flow::used() };
        let mut filter = self.filter.clone();
        change(&mut filter, &row);
        if filter.lines.registrant.is_some() && self.filter.lines.registrant.is_none() {
            self.person = row.person;
        }
        Flow::Used(self.show(filter))
    }

    fn letter(&mut self, letter: char) -> Flow {
        match letter {
            'P' => self.by_row(|filter, row| {
                let lines = &mut filter.lines;
                let off = lines.registrant.is_some() || !filter.code.is_empty();
                lines.registrant = row.registrant.filter(|_| !off);
                filter.code.clear();
            }),
            'O' => self.by_row(|filter, row| {
                let lines = &mut filter.lines;
                lines.operator = if lines.operator.is_some() { None } else { row.operator };
            }),
            'G' => self.by_row(|filter, row| {
                let lines = &mut filter.lines;
                let day = Some(row.at.date()).filter(|_| lines.from.or(lines.to).is_none());
                (lines.from, lines.to) = (day, day);
            }),
            'R' => {
                let mut filter = self.filter.clone();
                let on = filter.lines.kinds.is_empty();
                filter.lines.kinds = if on { vec![ActKind::Refused] } else { Vec::new() };
                Flow::Used(self.show(filter))
            }
            'T' => Flow::Used(self.show(all())),
            _ => Flow::Pass,
        }
    }

    /// Another tab.
    fn turn(&mut self, kept: bool, cx: &Cx) -> Flow {
        self.kept = kept.then(Kept::default);
        Flow::Used(self.kept.as_ref().map_or_else(|| self.read_again(cx), Kept::ask))
    }

    fn act_kept(&mut self, action: Action, cx: &Cx) -> Flow {
        let Some(kept) = &mut self.kept else { return Flow::Pass };
        if let Some(effects) = kept.act(action) {
            return Flow::Used(effects);
        }
        match (action, kept.table.selected()) {
            (Action::Refresh, _) => Flow::Used(kept.ask()),
            (Action::Enter, Some(row)) => Flow::ask(self.reach.open(row.registrant, &row.person, cx)),
            (Action::Enter, None) => Flow::used(),
            _ => Flow::Pass,
        }
    }

    fn open_filter(&mut self, cx: &Cx) -> Effects {
        let panel = filter::form(&self.filter, &self.operators, cx.today());
        self.panel.open(panel).map(Effect::from).into_iter().collect()
    }

    fn apply(&mut self) -> Effects {
        let Some(Panel(form)) = self.panel.get_mut() else { return Effects::new() };
        if let Err(obstacle) = form.check() {
            return vec![Notice::obstacle(obstacle).into()];
        }
        let filter = filter::filter(form, &self.filter);
        self.panel.done();
        let mut effects = vec![Effect::DropDraft];
        effects.extend(self.show(filter));
        effects
    }

    fn came(&mut self, log: AccessLog) {
        self.more = log.more;
        self.table.set(log.rows);
        if std::mem::take(&mut self.to_end) {
            self.table.select(usize::MAX);
        }
    }
}

impl Screen for Supervision {
    fn code(&self) -> Code {
        "SU01"
    }

    fn title(&self) -> Cow<'static, str> {
        words::TITLE.into()
    }

    fn enter(&mut self, cx: &Cx) -> Effects {
        self.read_again(cx)
    }

    fn act(&mut self, action: Action, cx: &Cx) -> Flow {
        match self.panel.act(action) {
            None => {}
            Some(Acted::Save) => return Flow::Used(self.apply()),
            Some(Acted::Warned(notice)) => return Flow::ask(notice),
            Some(Acted::Closed) => return Flow::used(),
            Some(Acted::Form(outcome)) => return self.formed(outcome, cx),
        }
        if let Action::Letter(tab @ ('1' | '2')) = action {
            return self.turn(tab == '2', cx);
        }
        if self.kept.is_some() {
            return self.act_kept(action, cx);
        }
        if let Some(effects) = self.beyond(action) {
            return Flow::Used(effects);
        }
        if self.table.act(action) {
            return Flow::used();
        }
        match action {
            Action::Enter => match self.table.selected() {
                Some(AccessRow { registrant: Some(id), person, .. }) if !person.is_empty() => {
                    Flow::ask(self.reach.open(*id, person, cx))
                }
                _ => Flow::used(),
            },
            Action::Refresh => Flow::Used(self.read_again(cx)),
            Action::List => Flow::Used(self.open_filter(cx)),
            Action::Letter(letter) => self.letter(letter),
            _ => Flow::Pass,
        }
    }

    fn context(&self) -> Context {
        if self.panel.is_open() { Context::Form } else { Context::List }
    }

    fn form(&self) -> Option<&Form> {
        self.panel.get().map(|panel| &panel.0)
    }

    fn form_mut(&mut self) -> Option<&mut Form> {
        self.panel.get_mut().map(|panel| &mut panel.0)
    }

    fn formed(&mut self, outcome: FormOutcome, _cx: &Cx) -> Flow {
        match outcome {
            FormOutcome::Submit => Flow::Used(self.apply()),
            FormOutcome::Changed(_) | FormOutcome::Left(_) => {
                self.panel.changed();
                Flow::used()
            }
            other => Flow::of(other),
        }
    }

    fn draft_subject(&self) -> Option<String> {
        Some(String::new())
    }

    fn draft(&self) -> Option<BTreeMap<String, String>> {
        self.panel.typed()
    }

    fn restore(&mut self, values: &BTreeMap<String, String>, focus: &str, cx: &Cx) -> Effects {
        self.panel.found(values, focus);
        if self.panel.reopens() { self.open_filter(cx) } else { Effects::new() }
    }

    fn reply(&mut self, slot: Slot, reply: Reply, _cx: &Cx) -> Effects {
        match reply {
            Reply::Answer(Ok(answer)) => match *answer {
                Answer::AccessLog(log) => self.came(*log),
                Answer::RetentionReport(report) => {
                    if let Some(kept) = &mut self.kept {
                        kept.came(*report);
                    }
                }
                Answer::Operators(operators) => {
                    self.operators = operators;
                    if let Some(Panel(form)) = self.panel.get_mut() {
                        form.give("operator", filter::people(&self.operators));
                    }
                }
                Answer::AtHand(hand) => self.reach.hand = hand,
                _ => {}
            },
            Reply::Answer(Err(fault)) if slot == LOG => self.table.fail(fault.message),
            Reply::Answer(Err(fault)) if slot == kept::KEPT => {
                if let Some(kept) = &mut self.kept {
                    kept.table.fail(fault.message);
                }
            }
            Reply::Told(told) => return self.reach.told(told).into_iter().collect(),
            _ => {}
        }
        Vec::new()
    }

    fn offers(&self, _cx: &Cx) -> Vec<Offer> {
        if let Some(panel) = self.panel.get() {
            let mut offers = vec![Offer::new(Action::Save, words::APPLY)];
            offers.extend(panel.0.offers());
            return offers;
        }
        if let Some(kept) = &self.kept {
            return vec![
                Offer::usual(Action::Refresh),
                Offer::new(Action::Enter, words::OPEN).when(kept.table.selected().is_some()),
                Offer::new(Action::Letter('1'), words::TO_LOG),
            ];
        }
        let lines = &self.filter.lines;
        let row = self.table.selected();
        let has_person = row.is_some_and(|row| !row.person.is_empty());
        let person = lines.registrant.is_some() || !self.filter.code.is_empty();
        let letter = |letter, on: bool, off_word, word| {
            Offer::new(Action::Letter(letter), if on { off_word } else { word })
        };
        vec![
            Offer::new(Action::List, words::FILTER),
            Offer::usual(Action::Refresh),
            Offer::new(Action::Enter, words::OPEN).when(has_person),
            letter('R', !lines.kinds.is_empty(), words::ALL_KINDS, words::ONLY_REFUSED),
            letter('P', person, words::ALL_PEOPLE, words::ONLY_PERSON).when(has_person || person),
            letter('O', lines.operator.is_some(), words::ALL_OPERATORS, words::ONLY_OPERATOR)
                .when(row.is_some()),
            letter('G', lines.from.or(lines.to).is_some(), words::ALL_DAYS, words::ONLY_DAY)
                .when(row.is_some()),
            Offer::new(Action::Letter('T'), words::ALL).when(self.filter != all()),
            Offer::new(Action::Letter('2'), words::TO_KEPT),
        ]
    }

    fn has_side(&self) -> bool {
        self.panel.is_open()
    }

    fn draw(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        self.draw_body(frame, area, cx.look);
    }

    fn linear(&self, out: &mut Linear, _cx: &Cx) {
        self.tell(out);
    }
}
