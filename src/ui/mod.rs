//! Screens, forms, widgets, Italian words.
//!
//! # How to write a screen
//!
//! 1. Words in `strings/<area>.rs`; a file in `screens/`; one line in
//!    [`screens::open`]. The [`route::Route`] is already there.
//! 2. Declare the form with [`form::Spec`]. The name of a field is its path in
//!    the command's JSON, so that what a rule finds ([`Finding::field`]) shows
//!    on its field.
//! 3. Implement [`screen::Screen`]. Giving the form through `form` and
//!    `form_mut` brings drafts, the guard of unsaved changes, F1 on the field,
//!    the right column at 120 columns.
//! 4. Ask for things with [`effect::Effect`]; what comes back is a
//!    [`effect::Reply`] in the slot it was asked in.
//! 5. Test with `app::testing::AtDesk`: keys in, screens out.
//!
//! ```no_run
//! use std::borrow::Cow;
//! use ratatui::{Frame, layout::Rect};
//! use sportello::desk::{Answer, Query};
//! use sportello::ui::action::Action;
//! use sportello::ui::effect::{Effect, Effects, Notice, Reply, Slot};
//! use sportello::ui::form::{Form, FormOutcome, Spec, date, text, tick};
//! use sportello::ui::screen::{Cx, Flow, Offer, Screen};
//!
//! struct Note { form: Form }
//!
//! impl Note {
//!     fn new(cx: &Cx) -> Self {
//!         let spec = Spec::new()
//!             .row([date("day", "Data").need().rules(&["R-DID-16"])])
//!             .row([tick("urgent", "urgente"), text("why", "motivo").show(|v| v.on("urgent"))]);
//!         Self { form: Form::new(spec, cx.today()) }
//!     }
//!
//!     fn save(&mut self) -> Effects {
//!         if let Err(obstacle) = self.form.check() {
//!             return vec![Notice::obstacle(obstacle).into()]; // the focus is on it
//!         }
//!         let values = self.form.values(); // values.date("day"), values.on("urgent")…
//!         let _day = values.date("day");
//!         vec![] // vec![Effect::Run("save", Box::new(Command::…))]
//!     }
//! }
//!
//! impl Screen for Note {
//!     fn code(&self) -> &'static str { "NT01" }
//!     fn title(&self) -> Cow<'static, str> { "Nota".into() }
//!     fn form(&self) -> Option<&Form> { Some(&self.form) }
//!     fn form_mut(&mut self) -> Option<&mut Form> { Some(&mut self.form) }
//!     fn draft_subject(&self) -> Option<String> { Some(String::new()) }
//!     fn enter(&mut self, _cx: &Cx) -> Effects {
//!         vec![Effect::Ask("found", Query::Search { text: "rossi".into(), limit: 50 })]
//!     }
//!     fn act(&mut self, action: Action, cx: &Cx) -> Flow {
//!         if action == Action::Save { return Flow::Used(self.save()); }
//!         let outcome = self.form.act(action);
//!         self.formed(outcome, cx)
//!     }
//!     fn formed(&mut self, outcome: FormOutcome, _cx: &Cx) -> Flow {
//!         match outcome {
//!             FormOutcome::Submit => Flow::Used(self.save()),
//!             other => Flow::of(other), // on Changed and Left: form.find_all(rules…)
//!         }
//!     }
//!     fn reply(&mut self, slot: Slot, reply: Reply, _cx: &Cx) -> Effects {
//!         match (slot, reply) {
//!             ("found", Reply::Answer(Ok(answer))) => match *answer {
//!                 Answer::Found(_found) => vec![],
//!                 _ => vec![],
//!             },
//!             ("save", Reply::Outcome(Ok(outcome))) if outcome.accepted => {
//!                 self.form.accept();
//!                 vec![Effect::DropDraft, Effect::Back]
//!             }
//!             ("save", Reply::Outcome(Ok(outcome))) => {
//!                 self.form.find_all(outcome.findings);
//!                 let stops = self.form.go_to_blocked();
//!                 stops.iter().map(|finding| Notice::finding(finding).into()).collect()
//!             }
//!             _ => vec![], // faults are already on the message line
//!         }
//!     }
//!     fn offers(&self, _cx: &Cx) -> Vec<Offer> {
//!         let mut offers = vec![Offer::usual(Action::Save)];
//!         offers.extend(self.form.offers());
//!         offers
//!     }
//!     fn draw(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
//!         self.form.draw(frame, area, cx.look);
//!     }
//! }
//! ```
//!
//! Warnings that want a reason: [`reasons::Reasons`]. Lists: a
//! [`widgets::table::Table`], `act` first to it, letters as
//! [`action::Action::Letter`]. A search line over a list: [`widgets::line::Line`]
//! with `context` a form.
//!
//! [`Finding::field`]: crate::domain::finding::Finding::field

pub mod action;
pub mod ahead;
pub mod chrome;
pub mod deed;
pub mod effect;
pub mod form;
pub mod glyphs;
pub mod keymap;
pub mod keys;
pub mod linear;
pub mod look;
pub mod missing;
mod person_paper;
pub mod reasons;
mod rights;
pub mod route;
pub mod screen;
pub mod screens;
pub mod side;
pub mod strings;
pub mod theme;
pub mod widgets;

pub use person_paper::person_paper;
