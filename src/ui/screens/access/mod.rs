//! AC00: who works here; the first run; the cover of Ctrl+L.

mod form;

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::common::moment;
use crate::domain::office::rules;
use crate::domain::password;
use crate::ui::action::Action;
use crate::ui::deed::Deed;
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
use form::{AGAIN, OWN, PASSWORD, RECOVERY, SURNAME, USERNAME};

/// Slot of the change of a password.
const KEYS: Slot = "keys";
/// The password is forgotten.
const FORGOTTEN: &str = "forgotten";

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
            Door::Given => form::given(cx.today()),
            Door::Recover(username) => form::recover(username, cx.today()),
            Door::Alone => form::sign_in("", cx.today()),
            Door::Locked | Door::LockedAlone => form::sign_in(cx.username(), cx.today()),
        };
        let busy = door == Door::Alone;
        Self { door, form, busy, since: moment(cx.now) }
    }

    fn go_in(&mut self, cx: &Cx) -> Effects {
        self.form.find_all(Vec::new());
        if let Err(obstacle) = self.form.check() {
            return vec![Notice::obstacle(obstacle).into()];
        }
        let values = self.form.values();
        if matches!(self.door, Door::FirstRun | Door::Given | Door::Recover(_)) {
            if values.raw(PASSWORD) != values.raw(AGAIN) {
                self.form.put(AGAIN, "");
                self.form.focus_on(AGAIN);
                return vec![Notice::no(words::DIFFERENT).into()];
            }
            if !password::is_good(values.raw(PASSWORD), &self.whose(cx)) {
                self.form.focus_on(PASSWORD);
                return vec![Notice::no(password::SAID).into()];
            }
        }
        let new = Secret::new(values.raw(PASSWORD));
        if self.door == Door::Given {
            self.busy = true;
            let own = Secret::new(values.raw(OWN));
            return vec![Effect::Keys(KEYS, Box::new(Deed::Change { own, new }))];
        }
        if let Door::Recover(_) = self.door {
            self.busy = true;
            let code = Secret::new(values.raw(RECOVERY));
            return vec![Effect::Recover { username: self.whose(cx), code, new }];
        }
        if self.door == Door::FirstRun {
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
        vec![Effect::SignIn { username, password: new }]
    }

    /// Whose password is being chosen.
    fn whose(&self, cx: &Cx) -> String {
        match self.door {
            Door::Given => cx.username().to_owned(),
            _ => self.form.values().text_or_empty(USERNAME).to_lowercase(),
        }
    }

    /// Rows of the panel over the fields.
    fn above(&self) -> u16 {
        u16::from(!matches!(self.door, Door::Given | Door::Recover(_))) * 2
    }

    /// The line under the fields.
    fn note(&self) -> &'static str {
        match self.door {
            Door::Locked => words::LOCKED_NOTE,
            Door::LockedAlone => words::LOCKED_DEMO,
            Door::Given => words::GIVEN_NOTE,
            Door::Recover(_) => words::RECOVER_NOTE,
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
        let title = match self.door {
            Door::Given => words::GIVEN,
            Door::Recover(_) => words::RECOVER,
            _ if locked => words::LOCKED,
            _ => words::PANEL,
        };
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
        self.form.draw(frame, Rect { y: room.y + self.above(), height: 4, ..room }, look);
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
        match (action, &self.door) {
            (Action::Save, _) => return Flow::Used(self.go_in(cx)),
            (Action::Do(FORGOTTEN), Door::SignIn(_)) => {
                let username = self.form.values().text_or_empty(USERNAME);
                return Flow::ask(Effect::Replace(Route::Login(Door::Recover(username))));
            }
            (Action::Back, Door::Recover(username)) if !self.form.has_popup() => {
                return Flow::ask(Effect::Replace(Route::Login(Door::SignIn(username.clone()))));
            }
            _ => {}
        }
        let outcome = self.form.act(action);
        self.formed(outcome, cx)
    }

    fn formed(&mut self, outcome: FormOutcome, cx: &Cx) -> Flow {
        match outcome {
            FormOutcome::Submit => Flow::Used(self.go_in(cx)),
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
            Reply::SignedIn(Ok(session)) if session.must_change => {
                vec![Effect::Replace(Route::Login(Door::Given))]
            }
            // The office has just been founded: its recovery key comes next.
            Reply::SignedIn(Ok(_)) if self.door == Door::FirstRun => {
                vec![Effect::Replace(Route::Menu), Effect::Open(Route::Staff)]
            }
            Reply::SignedIn(Ok(_)) => vec![Effect::Replace(Route::Menu)],
            Reply::Keys(Ok(_)) => vec![Effect::Replace(Route::Menu), Notice::ok(words::CHANGED).into()],
            Reply::Keys(Err(fault)) => {
                self.busy = false;
                self.form.focus_on(OWN);
                vec![Notice::fault(&fault).into()]
            }
            Reply::SignedIn(Err(fault)) => {
                self.busy = false;
                match self.door {
                    Door::FirstRun => {}
                    Door::Recover(_) => _ = self.form.focus_on(RECOVERY),
                    _ => {
                        self.form.put(PASSWORD, "");
                        self.form.focus_on(PASSWORD);
                    }
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
        let word = match self.door {
            Door::FirstRun => words::FOUND,
            Door::Given | Door::Recover(_) => words::CHOOSE,
            _ => words::ENTER,
        };
        let mut offers = vec![Offer::new(Action::Save, word)];
        offers.extend(self.form.offers());
        if matches!(self.door, Door::SignIn(_)) {
            offers.push(Offer::new(Action::Do(FORGOTTEN), words::FORGOTTEN));
        }
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
            Door::Given => out.head(words::GIVEN),
            Door::Recover(_) => out.head(words::RECOVER),
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
            Door::SignIn(_) | Door::Given | Door::Recover(_) => out.say(self.note(), Role::Label),
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
