//! Signing step by step on PS02: a short form under the paper, kept when it
//! is closed, open again on the next step.

use std::collections::BTreeMap;

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
use crate::ui::side::Column;
use crate::ui::strings::{shell, signing as words};
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
    warned: bool,
}

impl Panel {
    fn draft(&self) -> BTreeMap<String, String> {
        let mut values = self.form.draft();
        values.insert(WHICH.to_owned(), self.about.name());
        values
    }

    /// What can be chosen, numbered by its key.
    fn choices(&self) -> Vec<String> {
        let labels: Vec<&str> = match &self.about {
            About::Start(_) => words::CHANNELS.iter().map(|(_, label)| *label).collect(),
            About::Step(signing) => possible(signing).into_iter().map(|event| event.label()).collect(),
        };
        labels.iter().enumerate().map(|(at, label)| format!("{} {label}", at + 1)).collect()
    }
}

/// The panel, and what is typed in it when it is closed.
#[derive(Default)]
pub(super) struct Signs {
    pub panel: Option<Panel>,
    kept: Option<BTreeMap<String, String>>,
    focus: String,
    /// Opens by itself once the pact is read.
    opens: bool,
}

impl Signs {
    /// Closes the panel; what is typed in it stays.
    pub fn close(&mut self) {
        if let Some(panel) = self.panel.take().filter(|panel| panel.form.changed()) {
            self.focus = panel.form.focus().unwrap_or_default().to_owned();
            self.kept = Some(panel.draft());
        }
    }

    /// The pact is read anew: the panel opens again on what is there then.
    pub fn hold(&mut self) {
        self.opens |= self.panel.is_some();
        self.close();
    }

    /// What is being typed.
    pub fn typed(&self) -> Option<BTreeMap<String, String>> {
        let now = self.panel.as_ref().filter(|panel| panel.form.changed()).map(Panel::draft);
        now.or_else(|| self.kept.clone())
    }

    /// A draft was found.
    pub fn found(&mut self, values: &BTreeMap<String, String>, focus: &str) {
        focus.clone_into(&mut self.focus);
        self.kept = Some(values.clone());
        self.opens = true;
    }

    /// Shall the panel open now?
    pub fn opens(&mut self) -> bool {
        std::mem::take(&mut self.opens)
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
        let mut form = sign_form::form(&about, card, cx.today());
        let name = about.name();
        let kept = self.signs.kept.take_if(|kept| kept.get(WHICH).is_some_and(|which| *which == name));
        let back = kept.is_some();
        if let Some(values) = kept {
            form.restore(&values);
            form.focus_on(&self.signs.focus);
        }
        self.signs.panel = Some(Panel { about, form, warned: false });
        if back { vec![Notice::info(shell::DRAFT_BACK).into()] } else { Vec::new() }
    }

    pub(super) fn act_panel(&mut self, action: Action, cx: &Cx) -> Flow {
        let Some(panel) = &mut self.signs.panel else { return Flow::Pass };
        match action {
            Action::Save => return Flow::Used(self.record()),
            Action::Back if !panel.form.has_popup() => {
                if panel.form.changed() && !std::mem::replace(&mut panel.warned, true) {
                    return Flow::ask(Notice::warn(words::CHANGED));
                }
                self.signs.close();
                self.reasons.clear();
                return Flow::used();
            }
            _ => {}
        }
        let outcome = panel.form.act(action);
        self.form_did(outcome, cx)
    }

    pub(super) fn form_did(&mut self, outcome: FormOutcome, _cx: &Cx) -> Flow {
        let Some(panel) = &mut self.signs.panel else { return Flow::of(outcome) };
        match outcome {
            FormOutcome::Submit => Flow::Used(self.record()),
            FormOutcome::Changed(_) | FormOutcome::Left(_) => {
                panel.warned = false;
                let command = command(&panel.form, &panel.about);
                Flow::ask(Effect::Ask(WEIGH, Query::Weigh(Box::new(command))))
            }
            other => Flow::of(other),
        }
    }

    fn record(&mut self) -> Effects {
        let Some(panel) = &mut self.signs.panel else { return Vec::new() };
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
        let said = match self.signs.panel.take() {
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
        self.signs = Signs { opens: true, ..Signs::default() };
        self.said = Some(Notice::ok(said));
        Effect::DropDraft
    }

    /// Rows of the panel in a body this high.
    pub(super) fn panel_rows(&self, height: u16) -> u16 {
        if self.signs.panel.is_some() { PANEL.min(height.saturating_sub(PAPER)) } else { 0 }
    }

    pub(super) fn draw_panel(&self, frame: &mut Frame, area: Rect, body: Rect, look: &Look) {
        let Some(panel) = &self.signs.panel else { return };
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
        match (&self.signs.panel, self.signing()) {
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
