//! PE02: everything needed at the desk about one person, without opening
//! anything, and one key to each next act.

mod cases;
mod linear;
mod stood;
mod tabs;
mod todo;

use std::borrow::Cow;
use std::cell::Cell;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::common::person_band;
use super::facts::{self, Fact};
use super::veil;
use crate::desk::command::PrivacyNoticeGiven;
use crate::desk::query::PersonCard;
use crate::desk::{Answer, Command, Query};
use crate::domain::ids::RegistrantId;
use crate::domain::permission::Permission;
use crate::ui::action::Action;
use crate::ui::chrome::WIDE;
use crate::ui::effect::{Effect, Effects, Notice, Reply, Slot};
use crate::ui::linear::Linear;
use crate::ui::look::{cut, pad};
use crate::ui::route::{Code, Route};
use crate::ui::screen::{Cx, Flow, Offer, Screen, Special};
use crate::ui::strings::card as words;
use crate::ui::theme::Role;
pub use stood::Stood;
use todo::ToDo;

/// Cells of the label column.
const LABELS: u16 = 12;
/// Cells of the left half at 80 columns.
const HALF: u16 = 38;
/// Cells of the right half at 80 columns.
const BESIDE: usize = 38;
/// Cells of the right column at 120.
const SIDE: usize = 33;

/// A letter, the name and the screen it opens.
type Elsewhere = (char, &'static str, fn(RegistrantId) -> Route);

/// Screens of the person that are not of every appointment: under F10, each
/// with its letter.
const OTHERS: [Elsewhere; 8] = [
    ('R', words::JOBS, Route::Jobs),
    ('K', words::TO_CASES, Route::Cases),
    ('T', words::TO_TARGETED, Route::Targeted),
    ('V', words::TO_INTAKE, Route::Intake),
    ('S', words::TO_DOCUMENTS, Route::Documents),
    ('H', words::TO_HISTORY, Route::History),
    ('U', words::TO_UNDO, Route::UndoLast),
    ('Z', words::TO_RIGHTS, Route::Rights),
];

/// The tab of the documents.
const DOCUMENTS: usize = 5;
/// The tab of what happened.
const HISTORY: usize = 6;

/// The screen.
pub struct Card {
    id: RegistrantId,
    /// As it is shown: with its special data hidden, until they are asked for.
    card: Option<Box<PersonCard>>,
    /// As it was read.
    read: Option<Box<PersonCard>>,
    special_shown: bool,
    failed: Option<String>,
    tab: usize,
    /// The act under the pointer; `None` for the natural next one.
    at: Option<usize>,
    /// Is it of another day? Then there is nothing to do.
    past: bool,
    /// First line seen of a long tab.
    top: Cell<usize>,
}

impl Card {
    /// The card of a person.
    pub fn new(id: RegistrantId) -> Self {
        Self {
            id,
            card: None,
            read: None,
            special_shown: false,
            failed: None,
            tab: 0,
            at: None,
            past: false,
            top: Cell::new(0),
        }
    }

    fn ask(&self) -> Effects {
        vec![Effect::Ask("card", Query::Person { registrant: self.id, reason: None })]
    }

    fn to_do(&self, cx: &Cx) -> (Vec<ToDo>, usize) {
        let today = self.card.as_ref().filter(|_| !self.past);
        let (list, next) = today.map_or((Vec::new(), 0), |card| todo::all(card, cx.now));
        let at = self.at.unwrap_or(next).min(list.len().saturating_sub(1));
        (list, at)
    }

    fn move_by(&mut self, by: isize, cx: &Cx) {
        let (list, at) = self.to_do(cx);
        self.at = at.checked_add_signed(by).filter(|at| *at < list.len()).or(Some(at));
    }

    fn turn(&mut self, tab: usize) {
        self.tab = tab % words::TABS.len();
        self.top.set(0);
    }

    fn give_notice(&self, cx: &Cx) -> Option<Command> {
        let (card, office) = (self.card.as_ref()?, &cx.session?.office);
        tabs::notice(card, Some(office)).is_none().then(|| {
            Command::PrivacyNoticeGiven(PrivacyNoticeGiven {
                registrant: self.id,
                version: office.privacy_version.clone(),
                version_date: office.privacy_date,
                given_on: None,
            })
        })
    }

    fn scroll(&mut self, action: Action) -> bool {
        let top = self.top.get();
        self.top.set(match action {
            Action::Up => top.saturating_sub(1),
            Action::Down => top + 1,
            Action::PageUp => top.saturating_sub(10),
            Action::PageDown => top + 10,
            Action::Home => 0,
            _ => return false,
        });
        true
    }

    fn letter(&mut self, letter: char, cx: &Cx) -> Flow {
        let digit = letter.to_digit(10).and_then(|n| usize::try_from(n).ok()).and_then(|n| n.checked_sub(1));
        if let Some(tab) = digit.filter(|tab| *tab < words::TABS.len()) {
            self.turn(tab);
            return Flow::used();
        }
        if letter == 'I' {
            let command = self.give_notice(cx);
            return command.map_or(Flow::Pass, |c| Flow::ask(Effect::Run("notice", Box::new(c))));
        }
        if let Some((_, _, open)) = OTHERS.iter().find(|(known, ..)| *known == letter) {
            return Flow::ask(Effect::Open(open(self.id)));
        }
        let (list, _) = self.to_do(cx);
        let chosen = list.into_iter().find(|to_do| to_do.letter == letter);
        chosen.map_or(Flow::Pass, |to_do| Flow::ask(Effect::Open(to_do.route)))
    }

    /// Heads and lines of the right part: terms, appointment, contacts.
    fn right(&self, card: &PersonCard, cx: &Cx, gaps: bool) -> Vec<Fact> {
        let mut lines = vec![Fact::head(words::DEADLINES)];
        let (room, most) = if gaps { (SIDE, 6) } else { (BESIDE, 3) };
        lines.extend(facts::deadlines(&card.deadlines, cx.today(), room, most));
        lines.extend(gaps.then(Fact::gap));
        lines.push(Fact::head(words::NEXT));
        lines.extend(tabs::next(card, cx.now));
        lines.extend(gaps.then(Fact::gap));
        lines.push(Fact::head(words::CONTACTS));
        lines.extend(tabs::contacts(card));
        lines
    }

    fn draw_to_do(&self, frame: &mut Frame, area: Rect, cx: &Cx) -> u16 {
        let (list, at) = self.to_do(cx);
        let look = cx.look;
        if list.is_empty() {
            return area.y;
        }
        look.put(frame.buffer_mut(), area, area.x, area.y, words::TO_DO, Role::Title);
        let mut y = area.y + 1;
        let column = if area.width > 60 { 31 } else { 19 };
        for (place, to_do) in list.iter().enumerate() {
            let here = place == at;
            let pointer = if here { look.glyphs.pointer } else { " " };
            let label = if area.width > 60 { to_do.label } else { words::KEYS[place] };
            let name = pad(&format!("{pointer} {}  {label}", to_do.letter), column, look.glyphs.ellipsis);
            let row = pad(&format!("{name}{}", to_do.state), usize::from(area.width), look.glyphs.ellipsis);
            let role = if here { Role::Selected } else { Role::Text };
            look.put(frame.buffer_mut(), area, area.x, y, &row, role);
            if here {
                frame.set_cursor_position((area.x, y));
            }
            y += 1;
        }
        y
    }

    fn draw_summary(&self, card: &PersonCard, frame: &mut Frame, area: Rect, cx: &Cx) {
        let wide = frame.area().width >= WIDE;
        let left = if wide { area } else { Rect { width: HALF, ..area } };
        let mut state = tabs::state(card, cx);
        if wide {
            state.insert(0, Fact::head(words::STATE));
        } else {
            // What the DID says at length is on its tab.
            state.retain(|fact| !tabs::AT_LENGTH.contains(&fact.label));
            let room = usize::from(HALF - LABELS);
            for fact in &mut state {
                fact.text = cut(&fact.text, room, cx.look.glyphs.ellipsis);
            }
        }
        let rows = 7;
        let top = Rect { height: area.height.saturating_sub(if wide { 0 } else { rows }), ..left };
        let end = facts::draw(frame, top, LABELS, &state, cx.look);
        if !wide {
            let below = Rect { y: area.bottom().saturating_sub(rows), height: rows.min(area.height), ..left };
            self.draw_to_do(frame, below, cx);
            let x = area.x + HALF + 2;
            let right = Rect { x, width: area.right().saturating_sub(x), ..area };
            facts::draw(frame, right, 0, &self.right(card, cx, false), cx.look);
            return;
        }
        let below = |y: u16| Rect { y: y + 1, height: area.bottom().saturating_sub(y + 1), ..area };
        let end = self.draw_to_do(frame, below(end), cx);
        let mut lines = vec![Fact::head(words::LATEST)];
        lines.extend(facts::events(&card.events, None).into_iter().take(6));
        if !card.registrant.office_note.is_empty() {
            lines.push(Fact::gap());
            lines.push(Fact::head(words::NOTE));
            lines.push(Fact::line(card.registrant.office_note.clone(), Role::Text));
        }
        facts::draw(frame, below(end), LABELS, &lines, cx.look);
    }

    fn draw_tabs(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let mut x = area.x;
        for (place, name) in words::TABS.iter().enumerate() {
            let name = format!("{} {name}", place + 1);
            let (text, role) = if place == self.tab {
                (format!("[{name}]"), Role::Title)
            } else {
                (format!(" {name} "), Role::Label)
            };
            x = cx.look.put(frame.buffer_mut(), area, x, area.y, &text, role);
        }
    }
}

impl Screen for Card {
    fn code(&self) -> Code {
        "PE02"
    }

    fn title(&self) -> Cow<'static, str> {
        words::TITLE.into()
    }

    fn enter(&mut self, _cx: &Cx) -> Effects {
        self.ask()
    }

    fn back(&mut self, _cx: &Cx) -> Effects {
        // What was done meanwhile decides what comes next.
        self.at = None;
        self.ask()
    }

    fn act(&mut self, action: Action, cx: &Cx) -> Flow {
        match action {
            Action::Refresh => return Flow::Used(self.ask()),
            Action::Right | Action::Forward => self.turn(self.tab + 1),
            Action::Left | Action::Backward => self.turn(self.tab + words::TABS.len() - 1),
            Action::Letter(letter) => return self.letter(letter, cx),
            Action::Enter if self.tab == DOCUMENTS => {
                return Flow::ask(Effect::Open(Route::Documents(self.id)));
            }
            Action::Enter if self.tab == HISTORY => {
                return Flow::ask(Effect::Open(Route::History(self.id)));
            }
            Action::Enter => {
                let (list, at) = self.to_do(cx);
                let chosen = list.into_iter().nth(at);
                return chosen.map_or_else(Flow::used, |to_do| Flow::ask(Effect::Open(to_do.route)));
            }
            _ if self.tab > 0 && self.scroll(action) => {}
            Action::Up => self.move_by(-1, cx),
            Action::Down => self.move_by(1, cx),
            _ => return Flow::Pass,
        }
        Flow::used()
    }

    fn reply(&mut self, slot: Slot, reply: Reply, _cx: &Cx) -> Effects {
        match (slot, reply) {
            ("card", Reply::Answer(Ok(answer))) => match *answer {
                Answer::Person(card) => {
                    let band = Box::new(person_band(&card));
                    self.failed = None;
                    self.read = Some(card);
                    self.show_special(self.special_shown);
                    vec![Effect::Person(Some(band))]
                }
                _ => Vec::new(),
            },
            ("card", Reply::Answer(Err(fault))) => {
                self.failed = Some(words::failed(&fault.to_string()));
                Vec::new()
            }
            ("notice", Reply::Outcome(Ok(outcome))) if outcome.accepted => {
                let mut effects = self.ask();
                effects.push(Notice::ok(words::NOTICE_GIVEN).into());
                effects
            }
            ("notice", Reply::Outcome(Ok(outcome))) => {
                outcome.refusal().map(|finding| Notice::finding(finding).into()).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        let (list, _) = self.to_do(cx);
        let ready = !list.is_empty();
        let mut offers = vec![
            Offer::usual(Action::Refresh),
            Offer::new(Action::Forward, words::SHEET).quiet(),
            Offer::new(Action::Enter, words::OPENS).when(ready),
        ];
        for (to_do, name) in list.iter().zip(words::KEYS) {
            offers.push(Offer::new(Action::Letter(to_do.letter), name));
        }
        offers.extend(OTHERS.map(|(letter, label, _)| Offer::new(Action::Letter(letter), label).quiet()));
        let notice = Offer::new(Action::Letter('I'), words::GIVE_NOTICE).needs(Permission::People);
        offers.push(notice.when(self.give_notice(cx).is_some()));
        offers
    }

    fn special(&self) -> Special {
        match (&self.read, self.special_shown) {
            (Some(read), _) if veil::masked(read) == **read => Special::None,
            (None, _) => Special::None,
            (Some(_), true) => Special::Shown,
            (Some(_), false) => Special::Hidden,
        }
    }

    fn show_special(&mut self, shown: bool) {
        self.special_shown = shown;
        self.card =
            self.read.as_ref().map(|read| if shown { read.clone() } else { Box::new(veil::masked(read)) });
    }

    fn has_side(&self) -> bool {
        true
    }

    fn linear(&self, out: &mut Linear, cx: &Cx) {
        self.tell(out, cx);
    }

    fn side(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        if let Some(card) = &self.card {
            facts::draw(frame, area, 0, &self.right(card, cx, true), cx.look);
        }
    }

    fn draw(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        self.draw_tabs(frame, area, cx);
        let body = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        let Some(card) = &self.card else {
            let (text, role) = match &self.failed {
                Some(why) => (why.as_str(), Role::Error),
                None => (words::READING, Role::Disabled),
            };
            facts::draw(frame, body, 0, &[Fact::line(text, role)], cx.look);
            return;
        };
        if self.tab == 0 {
            return self.draw_summary(card, frame, body, cx);
        }
        let lines = tabs::lines(card, self.tab, cx, usize::from(body.width));
        let last = lines.len().saturating_sub(usize::from(body.height));
        let top = self.top.get().min(last);
        self.top.set(top);
        facts::draw(frame, body, LABELS, &lines[top..], cx.look);
        let edge = body.right().saturating_sub(1);
        if top > 0 {
            cx.look.put(frame.buffer_mut(), body, edge, body.y, cx.look.glyphs.up, Role::Frame);
        }
        if top < last {
            let y = body.bottom().saturating_sub(1);
            cx.look.put(frame.buffer_mut(), body, edge, y, cx.look.glyphs.down, Role::Frame);
        }
    }
}
