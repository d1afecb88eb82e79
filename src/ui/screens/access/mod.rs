//! AC00: who works here; the first run; the cover of Ctrl+L.

mod form;

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::common::moment;
use crate::domain::office::rules;
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects, Notice, Reply, Secret, Slot};
use crate::ui::form::{Form, FormOutcome};
use crate::ui::keymap::Context;
use crate::ui::linear::Linear;
use crate::ui::look::{Look, width};
use crate::ui::route::{Code, Door, Route};
use crate::ui::screen::{Cx, Flow, Offer, Screen};
use crate::ui::strings::access as words;
use crate::ui::theme::Role;
use crate::ui::widgets::centred;
use form::{AGAIN, PASSWORD, SURNAME, USERNAME};

/// The door of the program.
pub struct Access {
    door: Door,
    form: Form,
    /// The password, or the new office, is on its way.
    busy: bool,
    /// When it came.
    since: String,
}

impl Access {
    /// Before this door.
    #[must_use]
    pub fn new(door: Door, cx: &Cx) -> Self {
        let form = match &door {
            Door::FirstRun => form::first_run(cx.today()),
            Door::SignIn(username) => form::sign_in(username, cx.today()),
            Door::Alone => form::sign_in("", cx.today()),
            Door::Locked | Door::LockedAlone => form::sign_in(cx.username(), cx.today()),
        };
        let busy = door == Door::Alone;
        Self { door, form, busy, since: moment(cx.now) }
    }

    fn go_in(&mut self) -> Effects {
        self.form.find_all(Vec::new());
        if let Err(obstacle) = self.form.check() {
            return vec![Notice::obstacle(obstacle).into()];
        }
        let values = self.form.values();
        if self.door == Door::FirstRun {
            if values.raw(PASSWORD) != values.raw(AGAIN) {
                self.form.put(AGAIN, "");
                self.form.focus_on(AGAIN);
                return vec![Notice::no(words::DIFFERENT).into()];
            }
            let founding = form::founding(&self.form);
            let stops = rules::office(&founding.office).or_else(|| rules::operator(&founding.operator));
            self.form.find_all(stops.into_iter().collect());
            if let Some(stop) = self.form.go_to_blocked() {
                return vec![Notice::finding(&stop).into()];
            }
            self.busy = true;
            return vec![Effect::Found(Box::new(founding))];
        }
        self.busy = true;
        let username = values.text_or_empty(USERNAME).to_lowercase();
        vec![Effect::SignIn { username, password: Secret::new(values.raw(PASSWORD)) }]
    }

    /// The line under the fields.
    fn note(&self) -> &'static str {
        match self.door {
            Door::Locked => words::LOCKED_NOTE,
            Door::LockedAlone => words::LOCKED_DEMO,
            _ => words::SIGN_IN_NOTE,
        }
    }

    fn draw_name(&self, frame: &mut Frame, area: Rect, y: u16, look: &Look) {
        for (row, (text, role)) in
            [(words::PROGRAM, Role::Title), (words::SUBTITLE, Role::Label)].into_iter().enumerate()
        {
            middle(frame, area, y + u16::try_from(row).unwrap_or(0), text, role, look);
        }
    }

    fn draw_panel(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let look = cx.look;
        let panel = centred(area, 60, 9);
        let panel = Rect { y: panel.y + 1, ..panel };
        self.draw_name(frame, area, panel.y.saturating_sub(4), look);
        let locked = self.door.is_cover();
        let title = if locked { words::LOCKED } else { words::PANEL };
        let inside = look.frame(frame.buffer_mut(), panel, title);
        let room = Rect { x: inside.x + 3, width: inside.width.saturating_sub(6), ..inside };
        let line = |offset| Rect { y: room.y + offset, height: 1, ..room };
        if self.door == Door::Alone {
            middle(frame, room, room.y + 2, words::OPENING, Role::Title, look);
            middle(frame, area, panel.bottom(), words::OPENING_NOTE, Role::Label, look);
            return;
        }
        if let (true, Some(session)) = (locked, cx.session) {
            let who = words::at_desk(&session.operator.short_name(), &session.office.name);
            look.put(frame.buffer_mut(), room, room.x, room.y, &who, Role::Person);
            look.put(
                frame.buffer_mut(),
                room,
                room.x,
                line(1).y,
                &words::locked_since(&self.since),
                Role::Label,
            );
        }
        self.form.draw(frame, Rect { y: room.y + 2, height: 3, ..room }, look);
        if self.busy {
            look.put(frame.buffer_mut(), room, room.x, line(6).y, words::CHECKING, Role::Disabled);
        }
        middle(frame, area, panel.bottom(), self.note(), Role::Label, look);
        if locked {
            middle(frame, area, panel.bottom() + 1, words::LOCKED_OTHER, Role::Label, look);
        }
    }

    fn draw_first_run(&self, frame: &mut Frame, area: Rect, look: &Look) {
        let tall = area.height > 24;
        let mut y = area.y;
        if tall {
            self.draw_name(frame, area, y + 1, look);
            y += 4;
        }
        look.put(frame.buffer_mut(), area, area.x, y, words::FIRST_RUN, Role::Text);
        let room = Rect { y: y + 2, height: area.bottom().saturating_sub(y + 2), ..area };
        self.form.draw(frame, room, look);
        if self.busy {
            look.put(frame.buffer_mut(), area, area.x, area.bottom() - 1, words::FOUNDING, Role::Disabled);
        }
    }
}

/// A text in the middle of a row.
fn middle(frame: &mut Frame, area: Rect, y: u16, text: &str, role: Role, look: &Look) {
    let x = area.x + area.width.saturating_sub(width(text)) / 2;
    look.put(frame.buffer_mut(), area, x, y, text, role);
}

impl Screen for Access {
    fn code(&self) -> Code {
        "AC00"
    }

    fn title(&self) -> Cow<'static, str> {
        words::TITLE.into()
    }

    fn enter(&mut self, _cx: &Cx) -> Effects {
        match self.door {
            Door::Alone => vec![Effect::SignIn { username: String::new(), password: Secret::new("") }],
            _ => Vec::new(),
        }
    }

    fn act(&mut self, action: Action, cx: &Cx) -> Flow {
        if action == Action::Save {
            return Flow::Used(self.go_in());
        }
        let outcome = self.form.act(action);
        self.formed(outcome, cx)
    }

    fn formed(&mut self, outcome: FormOutcome, _cx: &Cx) -> Flow {
        match outcome {
            FormOutcome::Submit => Flow::Used(self.go_in()),
            FormOutcome::Left(SURNAME) if self.form.values().raw(USERNAME).is_empty() => {
                let username = form::username_of(self.form.values().raw(SURNAME));
                self.form.put(USERNAME, &username);
                Flow::used()
            }
            other => Flow::of(other),
        }
    }

    fn reply(&mut self, _slot: Slot, reply: Reply, _cx: &Cx) -> Effects {
        match reply {
            Reply::SignedIn(Ok(_)) => vec![Effect::Replace(Route::Menu)],
            Reply::SignedIn(Err(fault)) => {
                self.busy = false;
                if self.door != Door::FirstRun {
                    self.form.put(PASSWORD, "");
                    self.form.focus_on(PASSWORD);
                }
                vec![Notice::fault(&fault).into()]
            }
            _ => Vec::new(),
        }
    }

    fn offers(&self, _cx: &Cx) -> Vec<Offer> {
        if self.busy {
            return Vec::new();
        }
        let word = if self.door == Door::FirstRun { words::FOUND } else { words::ENTER };
        let mut offers = vec![Offer::new(Action::Save, word)];
        offers.extend(self.form.offers());
        offers
    }

    fn context(&self) -> Context {
        if self.busy { Context::List } else { Context::Form }
    }

    fn form(&self) -> Option<&Form> {
        (!self.busy).then_some(&self.form)
    }

    fn form_mut(&mut self) -> Option<&mut Form> {
        (!self.busy).then_some(&mut self.form)
    }

    fn unsaved(&self) -> bool {
        false
    }

    fn holds_keys(&self) -> bool {
        self.busy
    }

    fn linear(&self, out: &mut Linear, cx: &Cx) {
        out.head(words::SUBTITLE);
        match self.door {
            Door::FirstRun => out.say(words::FIRST_RUN, Role::Text),
            Door::Alone => {
                out.say(words::OPENING, Role::Text);
                return out.say(words::OPENING_NOTE, Role::Label);
            }
            Door::Locked | Door::LockedAlone => {
                out.head(words::LOCKED);
                let who = cx.session.map(|s| words::at_desk(&s.operator.short_name(), &s.office.name));
                out.say(&who.unwrap_or_default(), Role::Person);
                out.say(&words::locked_since(&self.since), Role::Label);
            }
            Door::SignIn(_) => out.head(words::PANEL),
        }
        self.form.linear(out, !self.busy);
        match self.door {
            Door::FirstRun if self.busy => out.say(words::FOUNDING, Role::Disabled),
            _ if self.busy => out.say(words::CHECKING, Role::Disabled),
            Door::Locked | Door::LockedAlone => {
                out.say(self.note(), Role::Label);
                out.say(words::LOCKED_OTHER, Role::Label);
            }
            Door::SignIn(_) => out.say(self.note(), Role::Label),
            Door::FirstRun | Door::Alone => {}
        }
        out.say(&words::foot(), Role::Disabled);
    }

    fn has_side(&self) -> bool {
        self.door == Door::FirstRun
    }

    fn draw(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        if self.door == Door::FirstRun {
            self.draw_first_run(frame, area, cx.look);
        } else {
            self.draw_panel(frame, area, cx);
        }
        middle(frame, area, area.bottom() - 1, &words::foot(), Role::Disabled, cx.look);
    }
}
