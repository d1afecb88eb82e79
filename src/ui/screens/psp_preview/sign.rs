//! Signing step by step on PS02: a short form under the paper, kept when it
//! is closed, open again on the next step.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::sign_form::{self, About, command, possible};
use super::{Doing, Preview};
use crate::desk::{Outcome, Query};
use crate::domain::psp::PspState;
use crate::domain::signing::Signing;
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects, Notice, Slot};
use crate::ui::form::{Form, FormOutcome};
use crate::ui::linear::Linear;
use crate::ui::look::{Look, wrap};
use crate::ui::screen::{Cx, Flow};
use crate::ui::screens::panel::{self, Acted};
use crate::ui::side::Column;
use crate::ui::strings::signing as words;
use crate::ui::theme::Role;

/// Slot of what the rules say of the form.
pub(super) const WEIGH: Slot = "weigh";
/// In a draft: what the form is about. No field has this name.
const WHICH: &str = "~signing";
/// Rows of the panel at most: title, steps, form.
const PANEL: u16 = 9;
/// Rows that stay to the paper.
const PAPER: u16 = 6;
/// Rows of the steps, or of what the rules say.
const SAID: u16 = 2;

/// The form of a channel or of a step.
pub(super) struct Panel {
    about: About,
    pub form: Form,
}

impl panel::Panel for Panel {
    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn marks(&self) -> Vec<(&'static str, String)> {
        vec![(WHICH, self.about.name())]
    }
}

impl Panel {
    /// What can be chosen, numbered by its key.
    fn choices(&self) -> Vec<String> {
        let labels: Vec<&str> = match &self.about {
            About::Start(_) => words::CHANNELS.iter().map(|(_, label)| *label).collect(),
            About::Step(signing) => possible(signing).into_iter().map(|event| event.label()).collect(),
        };
        labels.iter().enumerate().map(|(at, label)| format!("{} {label}", at + 1)).collect()
    }
}

impl Preview {
    /// The last attempt to sign the version read.
    pub(super) fn signing(&self) -> Option<&Signing> {
        let version = self.pact.as_ref()?.version.id;
        self.card.as_ref()?.signings.iter().rfind(|signing| signing.version == version)
    }

    /// What the panel would be about now.
    fn to_sign(&self) -> Option<About> {
        let version = &self.pact.as_ref()?.version;
        if !version.state.awaits_signature() {
            return None;
        }
        match self.signing().filter(|signing| signing.is_open()) {
            Some(signing) => Some(About::Step(Box::new(signing.clone()))),
            None if version.person_signed_at.is_some() || version.operator_signed_at.is_some() => None,
            None => Some(About::Start(Box::new(version.clone()))),
        }
    }

    pub(super) fn can_sign(&self) -> bool {
        self.to_sign().is_some()
    }

    /// Opens the form of the next step.
    pub(super) fn open_sign(&mut self, cx: &Cx) -> Effects {
        let (Some(about), Some(card)) = (self.to_sign(), &self.card) else { return Vec::new() };
        let form = sign_form::form(&about, card, cx.today());
        self.panel.open(Panel { about, form }).map(Effect::from).into_iter().collect()
    }

    /// Opens the next step by itself, once the pact is read.
    pub(super) fn reopen_sign(&mut self, cx: &Cx) -> Effects {
        if !self.panel.reopens() {
            return Vec::new();
        }
        self.panel.set_reopens(false);
        self.open_sign(cx)
    }

    pub(super) fn act_panel(&mut self, action: Action, cx: &Cx) -> Flow {
        match self.panel.act(action) {
            None => Flow::Pass,
            Some(Acted::Save) => Flow::Used(self.record()),
            Some(Acted::Warned(notice)) => Flow::ask(notice),
            Some(Acted::Closed) => {
                self.reasons.clear();
                Flow::used()
            }
            Some(Acted::Form(outcome)) => self.form_did(outcome, cx),
        }
    }

    pub(super) fn form_did(&mut self, outcome: FormOutcome, _cx: &Cx) -> Flow {
        let Some(panel) = self.panel.get_mut() else { return Flow::of(outcome) };
        match outcome {
            FormOutcome::Submit => Flow::Used(self.record()),
            FormOutcome::Changed(_) | FormOutcome::Left(_) => {
                let command = command(&panel.form, &panel.about);
                self.panel.changed();
                Flow::ask(Effect::Ask(WEIGH, Query::Weigh(Box::new(command))))
            }
            other => Flow::of(other),
        }
    }

    fn record(&mut self) -> Effects {
        let Some(panel) = self.panel.get_mut() else { return Vec::new() };
        // What the rules said may be of a moment ago: the desk says it now.
        panel.form.find_all(Vec::new());
        if let Err(obstacle) = panel.form.check() {
            return vec![Notice::obstacle(obstacle).into()];
        }
        let command = command(&panel.form, &panel.about);
        self.run(Doing::Sign, command)
    }

    /// A step was recorded: the next opens once the pact is read.
    pub(super) fn signed(&mut self, outcome: &Outcome) -> Effect {
        let said = match self.panel.done() {
            Some(Panel { about: About::Step(_), form, .. }) => {
                let label =
                    form.values().chosen_as("event").map_or("", crate::domain::signing::SigningEvent::label);
                let state = outcome.states.get("psp").cloned().map(serde_json::Value::String);
                let state = state.and_then(|state| serde_json::from_value::<PspState>(state).ok());
                if state.is_some_and(PspState::in_force) {
                    words::recorded_in_force(label)
                } else {
                    words::recorded(label)
                }
            }
            _ => words::STARTED.to_owned(),
        };
        self.panel.set_reopens(true);
        self.said = Some(Notice::ok(said));
        Effect::DropDraft
    }

    /// Rows of the panel in a body this high.
    pub(super) fn panel_rows(&self, height: u16) -> u16 {
        if self.panel.is_open() { PANEL.min(height.saturating_sub(PAPER)) } else { 0 }
    }

    pub(super) fn draw_panel(&self, frame: &mut Frame, area: Rect, body: Rect, look: &Look) {
        let Some(panel) = self.panel.get() else { return };
        look.rule(frame.buffer_mut(), area, area.y);
        let title = format!(" {} ", panel.about.title());
        look.put(frame.buffer_mut(), area, area.x + 2, area.y, &title, Role::Title);
        let said = Rect { x: area.x + 1, width: area.width.saturating_sub(1), y: area.y + 1, height: SAID };
        let room = Rect { y: area.y + 1 + SAID, height: area.height.saturating_sub(1 + SAID), ..area };
        let finding = panel.form.findings().first().filter(|_| frame.area().width < crate::ui::chrome::WIDE);
        match finding {
            Some(finding) => Column::new(said, look).finding(frame, finding),
            None => {
                let list = panel.choices().join(" · ");
                for (y, line) in (said.y..said.bottom()).zip(wrap(&list, usize::from(said.width))) {
                    look.put(frame.buffer_mut(), said, said.x, y, &line, Role::Label);
                }
            }
        }
        // Last, so that what F4 opens stands over the paper.
        panel.form.draw_in(frame, room, body, true, look);
    }

    pub(super) fn tell_signing(&self, out: &mut Linear) {
        match (self.panel.get(), self.signing()) {
            (Some(panel), _) => {
                out.head(&panel.about.title());
                for choice in panel.choices() {
                    out.say(&choice, Role::Label);
                }
                panel.form.linear(out, true);
            }
            (None, Some(signing)) => out.say(&words::stands(signing), Role::Text),
            (None, None) => {}
        }
    }

    /// Where the signing stands and what can follow, for the right column.
    pub(super) fn side_signing(&self, column: &mut Column<'_>, frame: &mut Frame) {
        let Some(signing) = self.signing() else { return };
        column.title(frame, words::SIDE);
        column.write(frame, signing.channel.label(), Role::Text, 0);
        column.write(frame, &words::since(signing), Role::Text, 0);
        if signing.is_open() {
            column.title(frame, words::STEPS);
            for (at, event) in possible(signing).into_iter().enumerate() {
                column.item(frame, &(at + 1).to_string(), event.label(), 2);
            }
        }
        column.gap();
    }
}
