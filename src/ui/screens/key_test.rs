//! AC01: which keys arrive on this terminal. Opens by itself the first time
//! somebody comes into a real office from a terminal, and from F10.

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects, Notice};
use crate::ui::keymap::{self, Context};
use crate::ui::keys::{Chord, Input, Key};
use crate::ui::linear::Linear;
use crate::ui::look::pad;
use crate::ui::missing::{FUNCTIONS, Missing, SIGNS};
use crate::ui::route::Code;
use crate::ui::screen::{Cx, Flow, Offer, Screen};
use crate::ui::strings::key_test as words;
use crate::ui::theme::Role;

/// Rows of a column of function keys.
const COLUMN: u16 = 6;
/// Cells between two columns.
const NEXT_COLUMN: u16 = 39;

/// The page, with what came so far.
#[derive(Default)]
pub struct KeyTest {
    functions: [bool; FUNCTIONS as usize],
    signs: [bool; SIGNS.len()],
    last: String,
    /// The end was asked for once, with something missing.
    ending: bool,
}

impl KeyTest {
    fn missing(&self) -> Missing {
        let mut missing = Missing::default();
        for (number, came) in (1..=FUNCTIONS).zip(self.functions) {
            if !came {
                missing.add_function(number);
            }
        }
        for (place, came) in self.signs.into_iter().enumerate() {
            if !came {
                missing.add_sign(place);
            }
        }
        missing
    }

    fn end(&mut self) -> Effects {
        let missing = self.missing();
        if missing == Missing::default() {
            return vec![Effect::KeysTried(missing), Notice::ok(words::ALL).into(), Effect::Back];
        }
        if !self.ending {
            self.ending = true;
            return vec![Notice::warn(words::once_more(&missing.names())).into()];
        }
        // Left without trying: nothing is known, so nothing is called missing.
        if !self.functions.contains(&true) {
            return vec![Effect::KeysTried(Missing::default()), Notice::ok(words::LEFT).into(), Effect::Back];
        }
        let said = Notice::ok(words::kept(&missing.names()));
        vec![Effect::KeysTried(missing), said.into(), Effect::Back]
    }

    fn came(&mut self, chord: Chord) {
        if let (Key::F(number @ 1..=FUNCTIONS), false) = (chord.key, chord.shift || chord.ctrl || chord.alt) {
            self.functions[usize::from(number - 1)] = true;
        }
        self.last = keymap::spell(chord);
    }

    fn typed(&mut self, text: &str) {
        for (sign, came) in SIGNS.iter().zip(&mut self.signs) {
            *came |= text.chars().any(|c| c == *sign || (*sign == 'È' && c == 'è'));
        }
        self.last = text.chars().filter(|c| !c.is_control()).take(20).collect();
    }

    /// A function key: its name, its word, has it come, the other way.
    fn function(&self, number: u8) -> (String, &'static str, bool, String) {
        let chord = Chord::plain(Key::F(number));
        let word = keymap::action(Context::List, chord).map_or("", Action::label);
        let mut alone = Missing::default();
        alone.add_function(number);
        let ways = keymap::action(Context::List, chord).map(|action| alone.hints(action)).unwrap_or_default();
        let way = ways.into_iter().next().unwrap_or_else(|| words::UNDER_ACTIONS.to_owned());
        (keymap::spell(chord), word, self.functions[usize::from(number - 1)], way)
    }

    fn last(&self) -> &str {
        if self.last.is_empty() { words::NOTHING } else { &self.last }
    }
}

fn mark(came: bool) -> (&'static str, Role) {
    if came { (words::CAME, Role::Ok) } else { (words::NOT_YET, Role::Label) }
}

impl Screen for KeyTest {
    fn code(&self) -> Code {
        "AC01"
    }

    fn title(&self) -> Cow<'static, str> {
        words::TITLE.into()
    }

    fn raw(&mut self, input: &Input) -> Flow {
        let ending = std::mem::take(&mut self.ending);
        match input {
            // Closing, covering and the list of actions work here as anywhere.
            Input::Chord(chord) if chord.ctrl => return Flow::Pass,
            Input::Chord(chord) if matches!(chord.key, Key::Enter | Key::Esc) => {
                self.ending = ending;
                return Flow::Used(self.end());
            }
            Input::Chord(chord) => self.came(*chord),
            Input::Text(text) => self.typed(text),
            Input::Paste(_) => words::PASTE.clone_into(&mut self.last),
            Input::Resize | Input::Focus => {
                self.ending = ending;
                return Flow::Pass;
            }
        }
        Flow::used()
    }

    fn act(&mut self, _: Action, _: &Cx) -> Flow {
        Flow::Pass
    }

    fn offers(&self, _: &Cx) -> Vec<Offer> {
        let away = [Action::Help, Action::Exit, Action::Actions, Action::Back]
            .map(|action| Offer::usual(action).when(false));
        [Offer::new(Action::Enter, words::END)].into_iter().chain(away).collect()
    }

    fn linear(&self, out: &mut Linear, _: &Cx) {
        for line in words::WHAT {
            out.say(line, Role::Text);
        }
        for number in 1..=FUNCTIONS {
            let (key, word, came, way) = self.function(number);
            out.pair(&format!("{key} {word}"), &format!("{}, {}", mark(came).0, words::or(&way)));
        }
        for ((sign, came), way) in SIGNS.iter().zip(self.signs).zip(words::SIGN_WAYS) {
            out.pair(&sign.to_string(), &format!("{}, {}", mark(came).0, words::or(way)));
        }
        out.pair(words::LAST, self.last());
        out.say(words::OUT, Role::Text);
    }

    fn draw(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let look = cx.look;
        let buf = frame.buffer_mut();
        let mut y = area.y;
        for line in words::WHAT {
            look.put(buf, area, area.x, y, line, Role::Text);
            y += 1;
        }
        look.put(buf, area, area.x, y + 1, words::FUNCTIONS, Role::Title);
        y += 2;
        for number in 1..=FUNCTIONS {
            let place = u16::from(number - 1);
            let (x, y) = (area.x + place / COLUMN * NEXT_COLUMN, y + place % COLUMN);
            let (key, word, came, way) = self.function(number);
            let (said, role) = mark(came);
            let x = look.put(buf, area, x, y, &pad(&key, 4, ""), Role::Key);
            let x = look.put(buf, area, x, y, &pad(word, 10, ""), Role::Text);
            let x = look.put(buf, area, x, y, &pad(said, 8, ""), role);
            look.put(buf, area, x, y, &words::or(&way), Role::Label);
        }
        let gap = u16::from(area.height > 20);
        y += COLUMN + gap;
        look.put(buf, area, area.x, y, words::SIGNS, Role::Title);
        for ((sign, came), way) in SIGNS.iter().zip(self.signs).zip(words::SIGN_WAYS) {
            y += 1;
            let (said, role) = mark(came);
            let x = look.put(buf, area, area.x, y, &pad(&sign.to_string(), 14, ""), Role::Key);
            let x = look.put(buf, area, x, y, &pad(said, 8, ""), role);
            look.put(buf, area, x, y, &words::or(way), Role::Label);
        }
        y += gap;
        let x = look.put(buf, area, area.x, y + 1, words::LAST, Role::Label) + 1;
        look.put(buf, area, x, y + 1, self.last(), Role::Title);
        y += gap;
        look.put(buf, area, area.x, y + 2, words::OUT, Role::Text);
        look.put(buf, area, area.x, y + 3, words::AGAIN, Role::Label);
    }
}
