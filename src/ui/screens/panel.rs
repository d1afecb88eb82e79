//! A short form over a screen, about one thing: it asks before it is left
//! changed, what was typed in it is kept with what it is about, and comes
//! back when it opens again, after a restart too.

use std::collections::BTreeMap;

use crate::ui::action::Action;
use crate::ui::effect::Notice;
use crate::ui::form::{Form, FormOutcome};
use crate::ui::strings::shell as words;

/// A form, and what tells it from the others of its screen.
pub trait Panel {
    /// What is typed.
    fn form(&self) -> &Form;
    /// The same, to be typed in.
    fn form_mut(&mut self) -> &mut Form;
    /// What it is about, by name, for its draft: no field has these names.
    fn marks(&self) -> Vec<(&'static str, String)>;
    /// Which of the marks a draft must have in common with it to be its own;
    /// all of them, if not said.
    fn tells_apart(&self, _mark: &str) -> bool {
        true
    }
    /// Fields the hand has just chosen by opening it: a draft does not
    /// change them.
    fn is_chosen(&self, _field: &str) -> bool {
        false
    }
}

/// What was typed in a form that is closed.
pub struct Kept {
    values: BTreeMap<String, String>,
    focus: String,
}

impl Kept {
    fn of(panel: &impl Panel) -> Self {
        let mut values = panel.form().draft();
        values.extend(panel.marks().into_iter().map(|(name, value)| (name.to_owned(), value)));
        let focus = panel.form().focus().unwrap_or_default().to_owned();
        Self { values, focus }
    }

    /// A value of it, or a mark; empty where there is none.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.values.get(name).map_or("", String::as_str)
    }

    fn is_of(&self, panel: &impl Panel) -> bool {
        let mut own = panel.marks().into_iter().filter(|(name, _)| panel.tells_apart(name));
        own.all(|(name, value)| self.get(name) == value)
    }
}

/// What an action did to an open panel.
pub enum Acted {
    /// What is typed shall be recorded.
    Save,
    /// Esc on a changed form: this is said, the next Esc closes it.
    Warned(Notice),
    /// It is closed; what was typed is kept.
    Closed,
    /// The form took it.
    Form(FormOutcome),
}

/// The place of a screen where a panel opens: at most one at a time.
pub struct Place<P> {
    open: Option<P>,
    kept: Option<Kept>,
    /// Opens by itself once what it is about is here, with all that was
    /// chosen in it.
    reopens: bool,
    warned: bool,
}

impl<P> Default for Place<P> {
    fn default() -> Self {
        Self { open: None, kept: None, reopens: false, warned: false }
    }
}

impl<P> Place<P> {
    /// The panel that is open.
    #[must_use]
    pub fn get(&self) -> Option<&P> {
        self.open.as_ref()
    }

    /// The same, to be typed in.
    pub fn get_mut(&mut self) -> Option<&mut P> {
        self.open.as_mut()
    }

    /// Is one open?
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// What it said was recorded: closed, and nothing of it is kept.
    pub fn done(&mut self) -> Option<P> {
        (self.kept, self.reopens) = (None, false);
        self.open.take()
    }

    /// Shall a panel open by itself now? Not over another.
    #[must_use]
    pub fn reopens(&self) -> bool {
        self.reopens && self.open.is_none()
    }

    /// Whether one opens by itself: the next when the last is recorded, none
    /// when what it would be about is not there.
    pub fn set_reopens(&mut self, reopens: bool) {
        self.reopens = reopens;
    }

    /// What was typed, of a panel that shall open by itself.
    #[must_use]
    pub fn waits(&self) -> Option<&Kept> {
        self.kept.as_ref().filter(|_| self.reopens())
    }

    /// A draft was found. A form already open was opened by the hand: the
    /// draft waits for its own.
    pub fn found(&mut self, values: &BTreeMap<String, String>, focus: &str) {
        self.reopens = self.open.is_none();
        self.kept = Some(Kept { values: values.clone(), focus: focus.to_owned() });
    }

    /// What is written was changed: leaving asks again.
    pub fn changed(&mut self) {
        self.warned = false;
    }
}

impl<P: Panel> Place<P> {
    /// Opens a panel, with what was typed in it before; says so.
    pub fn open(&mut self, mut panel: P) -> Option<Notice> {
        let kept = self.kept.take_if(|kept| kept.is_of(&panel));
        let back = kept.is_some();
        let whole = std::mem::take(&mut self.reopens);
        if let Some(Kept { values, focus }) = kept {
            let values = values.into_iter().filter(|(name, _)| whole || !panel.is_chosen(name)).collect();
            panel.form_mut().restore(&values);
            panel.form_mut().focus_on(&focus);
        }
        self.warned = false;
        self.open = Some(panel);
        back.then(|| Notice::info(words::DRAFT_BACK))
    }

    /// Closes it; what is typed in it comes back with it.
    pub fn close(&mut self) {
        if let Some(panel) = self.open.take().filter(|panel| panel.form().changed()) {
            self.kept = Some(Kept::of(&panel));
        }
    }

    /// Closes it for a moment: it opens again by itself.
    pub fn hold(&mut self) {
        self.reopens |= self.is_open();
        self.close();
    }

    /// What is being typed, or was when its form was closed.
    #[must_use]
    pub fn typed(&self) -> Option<BTreeMap<String, String>> {
        let open = self.open.as_ref().filter(|panel| panel.form().changed());
        open.map(|panel| Kept::of(panel).values)
            .or_else(|| self.kept.as_ref().map(|kept| kept.values.clone()))
    }

    /// What an action does while a panel is open; none while none is.
    pub fn act(&mut self, action: Action) -> Option<Acted> {
        let form = self.open.as_mut()?.form_mut();
        Some(match action {
            Action::Save if !form.has_popup() => Acted::Save,
            Action::Back if !form.has_popup() => {
                if form.changed() && !std::mem::replace(&mut self.warned, true) {
                    return Some(Acted::Warned(Notice::warn(words::PANEL_CHANGED)));
                }
                self.close();
                Acted::Closed
            }
            other => Acted::Form(form.act(other)),
        })
    }
}
