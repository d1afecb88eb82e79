//! HM00: the menu, with today's figures.

mod figures;
mod linear;

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::desk::query::{DayAgenda, HomeCounts};
use crate::desk::{Answer, Query};
use crate::domain::finding::Finding;
use crate::domain::permission::Permission;
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects, Notice, Reply, Slot};
use crate::ui::keymap;
use crate::ui::linear::Linear;
use crate::ui::look::{pad, width};
use crate::ui::route::{Code, Route, Subject};
use crate::ui::screen::{Cx, Flow, HelpTopic, Offer, Screen};
use crate::ui::strings::home as words;
use crate::ui::theme::Role;

/// An entry: its letter, its word, the key that does the same from anywhere.
struct Entry {
    letter: char,
    word: &'static str,
    anywhere: Option<Action>,
    head: &'static str,
}

const ENTRIES: [Entry; 11] = [
    Entry { letter: 'R', word: words::SEARCH, anywhere: Some(Action::Find), head: words::PEOPLE },
    Entry { letter: 'N', word: words::NEW, anywhere: None, head: "" },
    Entry { letter: 'A', word: words::AGENDA, anywhere: None, head: words::DAY },
    Entry { letter: 'S', word: words::DEADLINES, anywhere: None, head: "" },
    Entry { letter: 'D', word: words::DOCUMENTS, anywhere: None, head: "" },
    Entry { letter: 'V', word: words::SUPERVISION, anywhere: None, head: "" },
    Entry { letter: 'T', word: words::TABLES, anywhere: None, head: words::PROGRAM },
    Entry { letter: 'O', word: words::STAFF, anywhere: None, head: "" },
    Entry { letter: 'G', word: words::GUIDE, anywhere: Some(Action::Help), head: "" },
    Entry { letter: 'L', word: words::LOCK, anywhere: Some(Action::Lock), head: "" },
    Entry { letter: 'Q', word: words::QUIT, anywhere: Some(Action::Quit), head: "" },
];

impl Entry {
    /// What one must be permitted to use it.
    fn needs(&self) -> Option<Permission> {
        match self.letter {
            'N' => Some(Permission::People),
            'V' => Some(Permission::Audit),
            _ => None,
        }
    }
}

/// Why whoever is at the desk may not use an entry.
fn barred(entry: &Entry, cx: &Cx) -> Option<Finding> {
    cx.barred(entry.needs()?)
}

/// Cells of the column of entries.
const LEFT: u16 = 38;

/// The menu.
#[derive(Default)]
pub struct Home {
    at: usize,
    counts: Option<HomeCounts>,
    day: Option<DayAgenda>,
    failed: String,
}

impl Home {
    fn ask(cx: &Cx) -> Effects {
        let Some(session) = cx.session else { return Vec::new() };
        let (operator, day) = (session.operator.id, cx.today());
        vec![
            Effect::Ask("home", Query::Home { operator, day }),
            Effect::Ask("day", Query::Day { day, operator: Some(operator) }),
        ]
    }

    fn open(&mut self, place: usize, cx: &Cx) -> Flow {
        self.at = place;
        if let Some(finding) = barred(&ENTRIES[place], cx) {
            return Flow::ask(Notice::finding(&finding));
        }
        Flow::ask(match place {
            0 => Effect::Open(Route::Search(String::new())),
            1 => Effect::Open(Route::PersonData(Subject::New(String::new()))),
            2 => Effect::Open(Route::Agenda { day: None, registrant: None }),
            3 => Effect::Open(Route::Deadlines),
            4 => Effect::Open(Route::OfficeDocuments),
            5 => Effect::Open(Route::Supervision),
            6 => Effect::Open(Route::Tables),
            7 => Effect::Open(Route::Staff),
            8 => {
                let (screen, offers) = (format!("{} {}", self.code(), self.title()), self.offers(cx));
                let topic = HelpTopic { screen, offers, all_keys: true, ..HelpTopic::default() };
                Effect::Open(Route::Help(Box::new(topic)))
            }
            9 => Effect::Lock,
            _ => Effect::Quit,
        })
    }

    fn draw_entries(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let look = cx.look;
        let mut y = area.y;
        let gap = u16::from(has_room(area, cx));
        for (place, entry) in ENTRIES.iter().enumerate() {
            if !entry.head.is_empty() {
                y += gap * u16::from(place > 0);
                look.put(frame.buffer_mut(), area, area.x, y, entry.head, Role::Title);
                y += 1;
            }
            let here = place == self.at;
            let pointer = if here { look.glyphs.pointer } else { " " };
            let key = entry.anywhere.map(keymap::hint).unwrap_or_default();
            // Without a key the word may go on to the edge.
            let room = area.width.saturating_sub(if key.is_empty() { 9 } else { 18 });
            let word = pad(entry.word, usize::from(room), look.glyphs.ellipsis);
            // From the tenth on there is the letter alone.
            let number = if place < 9 { (place + 1).to_string() } else { " ".to_owned() };
            let key_room = if key.is_empty() { String::new() } else { format!("  {}", pad(&key, 7, "")) };
            let text = format!("{pointer} {number} {}  {word}{key_room}", entry.letter);
            let role = match (here, barred(entry, cx)) {
                (true, _) => Role::Selected,
                (false, None) => Role::Text,
                (false, Some(_)) => Role::Disabled,
            };
            let x = look.put(frame.buffer_mut(), area, area.x, y, &text, role);
            if here {
                frame.set_cursor_position((area.x, y));
            } else {
                let letter = area.x + 4;
                look.put(frame.buffer_mut(), area, letter, y, &entry.letter.to_string(), Role::Key);
                look.put(frame.buffer_mut(), area, x.saturating_sub(7), y, &key, Role::Label);
                look.put(frame.buffer_mut(), area, area.x + 2, y, &number, Role::Key);
            }
            y += 1;
        }
        debug_assert!(width(words::QUIT) < LEFT, "the entries fit");
        y += gap;
        draw_open(frame, Rect { y, height: area.bottom().saturating_sub(y), ..area }, cx);
    }
}

/// Is there room for the lines between the groups, and for everybody who is
/// open below them? On a small window those lines give way.
fn has_room(area: Rect, cx: &Cx) -> bool {
    let heads = ENTRIES.iter().filter(|entry| !entry.head.is_empty()).count();
    let open = if cx.open.is_empty() { 0 } else { cx.open.len() + 2 };
    usize::from(area.height) >= ENTRIES.len() + heads * 2 - 1 + open
}

/// Who is open, with the screen they were left on; those that do not fit are
/// counted.
fn draw_open(frame: &mut Frame, area: Rect, cx: &Cx) {
    if cx.open.is_empty() {
        return;
    }
    let buf = frame.buffer_mut();
    let room = usize::from(area.height.saturating_sub(1));
    let shown = if cx.open.len() > room { room.saturating_sub(1) } else { room };
    let look = cx.look;
    look.put(buf, area, area.x, area.y, words::OPEN_PEOPLE, Role::Title);
    let mut y = area.y + 1;
    for open in cx.open.iter().take(shown) {
        let pointer = if open.served { look.glyphs.pointer } else { " " };
        let name = pad(&open.name, usize::from(area.width.saturating_sub(14)), look.glyphs.ellipsis);
        let unsaved = if open.unsaved { "*" } else { "" };
        look.put(buf, area, area.x, y, &format!("{pointer} {name}  {}{unsaved}", open.screen), Role::Text);
        y += 1;
    }
    if cx.open.len() > shown {
        look.put(buf, area, area.x + 2, y, &words::more_open(cx.open.len() - shown), Role::Label);
    }
}

impl Screen for Home {
    fn code(&self) -> Code {
        "HM00"
    }

    fn title(&self) -> Cow<'static, str> {
        words::TITLE.into()
    }

    fn enter(&mut self, cx: &Cx) -> Effects {
        Self::ask(cx)
    }

    fn back(&mut self, cx: &Cx) -> Effects {
        Self::ask(cx)
    }

    fn act(&mut self, action: Action, cx: &Cx) -> Flow {
        match action {
            Action::Up | Action::Backward => self.at = (self.at + ENTRIES.len() - 1) % ENTRIES.len(),
            Action::Down | Action::Forward => self.at = (self.at + 1) % ENTRIES.len(),
            Action::Home => self.at = 0,
            Action::End => self.at = ENTRIES.len() - 1,
            Action::Enter => return self.open(self.at, cx),
            Action::New => return self.open(1, cx),
            Action::Refresh => return Flow::Used(Self::ask(cx)),
            Action::Letter(letter) => {
                let digit = letter.to_digit(10).and_then(|digit| (digit as usize).checked_sub(1));
                let named = ENTRIES.iter().position(|entry| entry.letter == letter);
                return match digit.filter(|place| *place < ENTRIES.len()).or(named) {
                    Some(place) => self.open(place, cx),
                    None => Flow::Pass,
                };
            }
            _ => return Flow::Pass,
        }
        Flow::used()
    }

    fn reply(&mut self, _slot: Slot, reply: Reply, _cx: &Cx) -> Effects {
        match reply {
            Reply::Answer(Ok(answer)) => match *answer {
                Answer::Home(counts) => {
                    self.failed.clear();
                    self.counts = Some(counts);
                }
                Answer::Day(day) => self.day = Some(day),
                _ => {}
            },
            Reply::Answer(Err(fault)) => self.failed = fault.message,
            _ => {}
        }
        Vec::new()
    }

    fn offers(&self, _cx: &Cx) -> Vec<Offer> {
        let mut offers = vec![
            Offer::usual(Action::Refresh),
            Offer::new(Action::New, words::NEW).needs(Permission::People),
            Offer::new(Action::Enter, words::OPEN),
            Offer::new(Action::Exit, "").when(false),
            Offer::new(Action::Back, words::QUIT),
        ];
        offers.extend(ENTRIES.iter().filter(|entry| entry.anywhere.is_none()).map(|entry| Offer {
            needs: entry.needs(),
            ..Offer::new(Action::Letter(entry.letter), entry.word)
        }));
        offers
    }

    fn has_side(&self) -> bool {
        true
    }

    fn draw(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let down = u16::from(area.height > 20);
        let area = Rect { y: area.y + down, height: area.height - down, ..area };
        self.draw_entries(frame, Rect { width: LEFT, ..area }, cx);
        let right = Rect { x: area.x + LEFT + 3, width: area.width.saturating_sub(LEFT + 3), ..area };
        self.draw_figures(frame, right, cx);
    }

    fn linear(&self, out: &mut Linear, cx: &Cx) {
        self.tell(out, cx);
    }

    fn side(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        self.draw_day(frame, area, cx);
    }
}
