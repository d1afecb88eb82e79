//! DC01: the register of issued documents, of a person or of the office. One
//! is read as it stands on paper, registered in the protocol, recorded as
//! handed over; what may be issued now is listed, and asked for in one short
//! form with its draft above it.

mod desk;
mod draw;
mod form;
mod keys;
mod kinds;
mod linear;
mod writing;

use std::borrow::Cow;
use std::collections::BTreeMap;

use ratatui::Frame;
use ratatui::layout::Rect;
use uuid::Uuid;

use super::on_paper::{OnPaper, Wish};
use super::panel::Place;
use super::reach::{HAND, Reach};
use super::saving::Saving;
use crate::desk::Query;
use crate::desk::command::DocumentIssue;
use crate::desk::query::{DocumentFilter, DocumentRow, PersonCard};
use crate::domain::document::DocumentKind;
use crate::domain::ids::{DocumentId, RegistrantId};
use crate::fault::Fault;
use crate::ui::action::Action;
use crate::ui::ahead::{self, Ahead, Key};
use crate::ui::effect::{Effect, Effects, Notice, Reply, Slot};
use crate::ui::form::{Form, FormOutcome};
use crate::ui::keymap::Context;
use crate::ui::keys::Text;
use crate::ui::linear::Linear;
use crate::ui::reasons::REASON;
use crate::ui::route::Code;
use crate::ui::screen::{Cx, Flow, Offer, Screen};
use crate::ui::strings::documents as words;
use crate::ui::widgets::reading::Reading;
use crate::ui::widgets::table::{Column, Table};
use form::Panel;
use kinds::Candidate;

const CARD: Slot = "card";
const LIST: Slot = "list";
const PAPER: Slot = "paper";
const DRAFT: Slot = "draft";
const WEIGH: Slot = "weigh";
const RUN: Slot = "run";
const WHY: Slot = "why_special";
/// Rows of the office's register read at once.
const STRETCH: usize = 100;

/// What the screen was opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opens {
    /// The register.
    List,
    /// A document, to be read.
    Document(DocumentId),
    /// The form of a kind, about a record.
    Issue(DocumentKind, Uuid),
}

/// What is on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum View {
    /// The register.
    #[default]
    List,
    /// What may be issued.
    Kinds,
    /// One document.
    Reading,
}

/// The screen.
pub struct Documents {
    /// Whose; the office's when `None`.
    who: Option<RegistrantId>,
    opens: Opens,
    card: Option<Box<PersonCard>>,
    filter: DocumentFilter,
    table: Table<DocumentRow>,
    total: usize,
    view: View,
    kinds: Table<Candidate>,
    /// The document being read.
    paper: OnPaper,
    /// What the form would issue, and what it was drawn from.
    draft: Reading,
    drafted: Option<DocumentIssue>,
    /// Why it cannot be written on a page: it takes no number before it can.
    no_page: Option<Fault>,
    /// Issue waits for the draft of what was typed last.
    issues: bool,
    panel: Place<Panel>,
    saving: Saving,
    /// The special document that waits for its reason.
    asked: Option<DocumentId>,
    /// Why the last special document was read: read again without asking.
    reason: Option<String>,
    /// Why the one being read was.
    given: Option<String>,
    reach: Reach,
    /// What to say once all is read again.
    after: Option<Notice>,
    /// Answers awaited before the first key.
    due: u8,
    ahead: Ahead,
}

impl Documents {
    /// The documents of a person.
    #[must_use]
    pub fn of(who: RegistrantId, opens: Opens) -> Self {
        let [number, kind, _, version, issued, signed, protocol, handed] = words::COLUMNS;
        let columns = vec![
            Column::new(number, 17),
            Column::rest(kind),
            Column::new(version, 2).from(100),
            Column::new(issued, 8),
            Column::new(signed, 8),
            Column::new(protocol, 10),
            Column::new(handed, 8),
        ];
        let filter = DocumentFilter { registrant: Some(who), ..DocumentFilter::default() };
        Self { opens, ..Self::made(Some(who), columns, filter, words::NONE) }
    }

    /// The register of the office.
    #[must_use]
    pub fn of_office() -> Self {
        let [number, kind, person, version, issued, signed, protocol, handed] = words::COLUMNS;
        let columns = vec![
            Column::new(number, 17),
            Column::new(kind, 13),
            Column::rest(person),
            Column::new(version, 2).from(100),
            Column::new(issued, 8),
            Column::new(signed, 8).from(100),
            Column::new(protocol, 10),
            Column::new(handed, 8).from(100),
        ];
        let filter = DocumentFilter { limit: STRETCH, ..DocumentFilter::default() };
        Self::made(None, columns, filter, words::NONE_FITS)
    }

    fn made(who: Option<RegistrantId>, columns: Vec<Column>, filter: DocumentFilter, empty: &str) -> Self {
        let [kind, about, may] = words::KIND_COLUMNS;
        let kinds = vec![Column::new(kind, 13), Column::rest(about), Column::rest(may)];
        Self {
            who,
            opens: Opens::List,
            card: None,
            filter,
            table: Table::new(columns, empty),
            total: 0,
            view: View::List,
            kinds: Table::new(kinds, ""),
            paper: OnPaper::default(),
            draft: Reading::default(),
            drafted: None,
            no_page: None,
            issues: false,
            panel: Place::default(),
            saving: Saving::default(),
            asked: None,
            reason: None,
            given: None,
            reach: Reach::default(),
            after: None,
            due: 0,
            ahead: Ahead::default(),
        }
    }

    fn busy(&self) -> bool {
        self.due > 0
    }

    /// The document the keys are about: read, or under the pointer.
    fn row(&self) -> Option<&DocumentRow> {
        match self.view {
            View::Reading => self.paper.row(),
            View::List => self.table.selected(),
            View::Kinds => None,
        }
    }

    /// Asks for everything again.
    fn ask(&mut self, cx: &Cx) -> Effects {
        self.panel.hold();
        let list = Effect::Ask(LIST, Query::Documents(self.filter.clone()));
        match self.who {
            Some(registrant) => {
                self.due = 2;
                vec![Effect::Ask(CARD, Query::Person { registrant, reason: None }), list]
            }
            None => {
                self.due = 1;
                [list].into_iter().chain(Reach::ask(cx)).collect()
            }
        }
    }
}

impl Screen for Documents {
    fn code(&self) -> Code {
        "DC01"
    }

    fn title(&self) -> Cow<'static, str> {
        words::TITLE.into()
    }

    fn enter(&mut self, cx: &Cx) -> Effects {
        self.ask(cx)
    }

    fn back(&mut self, cx: &Cx) -> Effects {
        self.ask(cx)
    }

    fn act(&mut self, action: Action, cx: &Cx) -> Flow {
        if self.busy() {
            return self.ahead.keep_act(action);
        }
        if let Some(flow) = self.paper.act(action, cx) {
            return flow;
        }
        if self.panel.is_open() { self.act_panel(action, cx) } else { self.act_view(action, cx) }
    }

    fn text(&mut self, text: &Text, cx: &Cx) -> Flow {
        if self.paper.chooses() && !self.busy() {
            return self.paper.text(text, cx);
        }
        match self.panel.get_mut() {
            Some(panel) if self.due == 0 => {
                let outcome = panel.form.text(text);
                self.typed_in(outcome, cx)
            }
            // While answers are awaited characters wait.
            _ => {
                self.ahead.keep(Key::Text(text.clone()));
                Flow::used()
            }
        }
    }

    fn context(&self) -> Context {
        if self.panel.is_open() || self.paper.chooses() || self.busy() {
            Context::Form
        } else {
            Context::List
        }
    }

    fn form(&self) -> Option<&Form> {
        self.paper.form().or_else(|| self.panel.get().map(|panel| &panel.form))
    }

    fn form_mut(&mut self) -> Option<&mut Form> {
        let form = self.paper.form_mut();
        form.or_else(|| self.panel.get_mut().map(|panel| &mut panel.form))
    }

    fn formed(&mut self, outcome: FormOutcome, cx: &Cx) -> Flow {
        if self.paper.chooses() {
            return self.paper.formed(outcome, cx);
        }
        self.typed_in(outcome, cx)
    }

    fn draft_subject(&self) -> Option<String> {
        Some(self.who.map(|who| who.to_string()).unwrap_or_default())
    }

    fn draft(&self) -> Option<BTreeMap<String, String>> {
        self.panel.typed()
    }

    fn restore(&mut self, values: &BTreeMap<String, String>, focus: &str, cx: &Cx) -> Effects {
        self.panel.found(values, focus);
        if self.busy() { Vec::new() } else { self.reopen(cx) }
    }

    fn reply(&mut self, slot: Slot, reply: Reply, cx: &Cx) -> Effects {
        let mut effects = match (slot, reply) {
            (slot, reply) if OnPaper::is_own(slot) => self.paper_did(slot, reply, cx),
            (CARD | LIST, Reply::Answer(answer)) => self.came(slot, answer, cx),
            (slot, Reply::Answer(Ok(answer))) => self.answered(slot, *answer, cx),
            (PAPER, Reply::Answer(Err(_))) => {
                self.paper.forget();
                Vec::new()
            }
            // Why there is no draft, the rules say of the command.
            (DRAFT, Reply::Answer(Err(_))) => self.issue_now(),
            (RUN, Reply::Outcome(Ok(outcome))) => self.saved(*outcome, cx),
            (RUN, Reply::Outcome(Err(_))) => {
                self.saving.done();
                Vec::new()
            }
            (REASON, Reply::Told(told)) => {
                let (again, mut effects) = self.saving.told(told);
                if again {
                    effects.extend(self.run());
                }
                effects
            }
            (WHY, Reply::Told(told)) => self.why(told),
            (_, Reply::Told(told)) => self.reach.told(told).into_iter().collect(),
            _ => Vec::new(),
        };
        while !self.busy() {
            let Some(key) = self.ahead.take() else { break };
            effects.extend(ahead::again(self, key, cx));
        }
        effects
    }

    fn offers(&self, _cx: &Cx) -> Vec<Offer> {
        self.offers_now()
    }

    fn has_side(&self) -> bool {
        self.panel.is_open() || self.paper.chooses() || self.view == View::Reading
    }

    fn draw(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        self.draw_body(frame, area, cx.look);
    }

    fn side(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        self.draw_side(frame, area, cx.look);
    }

    fn linear(&self, out: &mut Linear, _cx: &Cx) {
        self.tell(out);
    }
}
