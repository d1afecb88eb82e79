//! What the desk answers, and what is asked of it.

use super::form::{self, About};
use super::kinds::{self, SLOTS};
use super::{CARD, DRAFT, Documents, HAND, Opens, PAPER, View, WEIGH, WHY, Wish};
use crate::desk::query::{DocumentRow, IssuedPaper};
use crate::desk::{Answer, Query};
use crate::documents::{self, Worded};
use crate::domain::document::DocumentKind;
use crate::domain::finding::Level;
use crate::domain::ids::DocumentId;
use crate::domain::paper::Paper;
use crate::fault::Result;
use crate::ui::effect::{Effect, Effects, Notice, Slot};
use crate::ui::screen::Cx;
use crate::ui::screens::common::{self, person_band};
use crate::ui::strings::documents as words;
use crate::ui::widgets::dialog::{Question, Reply};
use crate::ui::widgets::reading::Reading;

/// What a draft says, on the office's paper of today.
fn worded(paper: &Paper, cx: &Cx) -> Result<Worded> {
    documents::content(paper, &cx.law().catalogue().stationery(cx.today()))
}

impl Documents {
    /// An answer the screen waits for, or why there is none.
    pub(super) fn came(&mut self, slot: Slot, answer: Result<Box<Answer>>, cx: &Cx) -> Effects {
        self.due = self.due.saturating_sub(1);
        let mut effects = Vec::new();
        match answer.map(|answer| *answer) {
            Ok(Answer::Person(card)) => {
                effects.push(Effect::Person(Some(Box::new(person_band(&card)))));
                self.card = Some(card);
            }
            Ok(Answer::Documents(list)) => {
                // What was done meanwhile may have emptied the stretch.
                if list.rows.is_empty() && self.filter.skip > 0 {
                    self.filter.skip = 0;
                    effects.extend(self.ask(cx));
                    return effects;
                }
                let chosen = self.table.selected().map(|row| row.id);
                self.total = list.total;
                self.table.set(list.rows);
                self.point(chosen);
            }
            Ok(_) => {}
            Err(fault) if slot == CARD => self.table.fail(fault.to_string()),
            Err(fault) => self.table.fail(fault.message),
        }
        if self.due == 0 && !self.table.failed() {
            effects.extend(self.settled(cx));
        }
        effects
    }

    /// Everything is here: what the screen was opened for, and what waits.
    fn settled(&mut self, cx: &Cx) -> Effects {
        let mut effects: Effects = self.after.take().map(Effect::from).into_iter().collect();
        if self.view == View::Kinds {
            effects.extend(self.list_kinds(cx));
        }
        match std::mem::replace(&mut self.opens, Opens::List) {
            Opens::List => {}
            Opens::Document(id) => {
                self.point(Some(id));
                effects.extend(self.read(id));
            }
            Opens::Issue(kind, subject) => effects.extend(self.begin(kind, subject, cx)),
        }
        effects.extend(self.reopen(cx));
        effects
    }

    /// The pointer on a document, where it is listed.
    pub(super) fn point(&mut self, document: Option<DocumentId>) {
        if let Some(place) = self.table.rows().iter().position(|row| Some(row.id) == document) {
            self.table.select(place);
        }
    }

    /// The form of a kind about a record; of one issued before, that one.
    fn begin(&mut self, kind: DocumentKind, subject: uuid::Uuid, cx: &Cx) -> Effects {
        let same = |row: &&DocumentRow| row.kind == kind && row.subject == Some(subject);
        // Of appointments there are others since the last memo.
        let again = kind == DocumentKind::Memo;
        if let Some(row) = self.table.rows().iter().find(same).filter(|_| !again) {
            let said = words::issued_before(kind, &row.number, row.issued_at.date());
            let id = row.id;
            self.point(Some(id));
            return vec![Notice::info(said).into()];
        }
        let effects = self.list_kinds(cx);
        let of = kinds::find(self.kinds.rows(), kind, subject);
        effects.into_iter().chain(self.open_panel(About::Issue(Box::new(of)), cx)).collect()
    }

    /// Lists what may be issued, and asks the desk of each.
    pub(super) fn list_kinds(&mut self, cx: &Cx) -> Effects {
        let Some(card) = &self.card else { return Vec::new() };
        let rows = kinds::all(card, cx.now);
        let ask = |(slot, row): (&Slot, &kinds::Candidate)| {
            let command = row.command().filter(|_| row.why_not.is_none())?;
            Some(Effect::Ask(slot, Query::Weigh(Box::new(crate::desk::Command::DocumentIssue(command)))))
        };
        let effects = SLOTS.iter().zip(&rows).filter_map(ask).collect();
        self.kinds.set(rows);
        effects
    }

    /// Reads a document; one with special data when it is said why (R-PRV-1).
    pub(super) fn read(&mut self, document: DocumentId) -> Effects {
        let special = self.table.rows().iter().any(|row| row.id == document && row.special);
        if special && self.reason.is_none() {
            self.asked = Some(document);
            return vec![Effect::Confirm(WHY, Question::line(words::WHY_SPECIAL).rule(words::SPECIAL_RULE))];
        }
        let reason = self.reason.take().filter(|_| special);
        self.given.clone_from(&reason);
        vec![Effect::Ask(PAPER, Query::DocumentPaper { document, reason })]
    }

    pub(super) fn why(&mut self, told: Reply) -> Effects {
        match (self.asked.take(), told) {
            (Some(document), Reply::Text(reason)) => {
                self.reason = Some(reason);
                self.read(document)
            }
            _ => {
                self.paper.forget();
                Vec::new()
            }
        }
    }

    /// The other answers.
    pub(super) fn answered(&mut self, slot: Slot, answer: Answer, cx: &Cx) -> Effects {
        match (slot, answer) {
            (PAPER, Answer::DocumentPaper(issued)) => return self.opened(*issued, cx),
            (DRAFT, Answer::DocumentDraft(paper)) => {
                self.drawn(&paper, cx);
                return self.issue_now();
            }
            (WEIGH, Answer::Weighed(outcome)) => {
                if let Some(panel) = self.panel.get_mut() {
                    // What is missing in a form nobody has touched is no mistake yet.
                    let touched = panel.form.changed();
                    let mut findings = outcome.findings;
                    findings.retain(|finding| touched || finding.level != Level::Block);
                    panel.form.find_all(findings);
                }
            }
            (HAND, Answer::AtHand(hand)) => self.reach.hand = hand,
            (slot, Answer::Weighed(outcome)) => {
                let place = SLOTS.iter().position(|known| *known == slot);
                let mut rows = self.kinds.rows().to_vec();
                if let Some(row) = place.and_then(|place| rows.get_mut(place)) {
                    row.weighed(&outcome);
                    self.kinds.set(rows);
                }
            }
            _ => {}
        }
        Vec::new()
    }

    /// A document came to be read.
    fn opened(&mut self, issued: IssuedPaper, cx: &Cx) -> Effects {
        let reason = self.given.take();
        match self.paper.read(issued, reason, None, cx) {
            Ok(()) => {
                self.view = View::Reading;
                self.paper.granted(cx)
            }
            Err(fault) => {
                self.paper.forget();
                vec![Notice::fault(&fault).into()]
            }
        }
    }

    /// To paper: read first, so that what is printed is seen.
    pub(super) fn on_paper(&mut self, wish: Wish, cx: &Cx) -> Effects {
        match (self.view, self.row().map(|row| row.id)) {
            (View::Reading, _) => self.paper.wished(wish, cx),
            (_, Some(document)) => {
                self.paper.wish(wish);
                self.read(document)
            }
            (_, None) => Vec::new(),
        }
    }

    /// Something came on the way to paper; what was recorded of the file
    /// stands in the register too.
    pub(super) fn paper_did(&mut self, slot: Slot, reply: crate::ui::effect::Reply, cx: &Cx) -> Effects {
        let effects = self.paper.reply(slot, reply, cx);
        if let Some(read) = self.paper.row() {
            let mut rows = self.table.rows().to_vec();
            if let Some(row) = rows.iter_mut().find(|row| row.id == read.id && row.digest != read.digest) {
                row.clone_from(read);
                self.table.set(rows);
            }
        }
        effects
    }

    /// The draft of what the form would issue.
    fn drawn(&mut self, paper: &Paper, cx: &Cx) {
        let of = self.panel.get().and_then(|panel| match &panel.about {
            About::Issue(of) => of.subject,
            _ => None,
        });
        let appointments = self.card.as_ref().map(|card| &card.appointments);
        let of = appointments.and_then(|all| all.iter().find(|one| Some(one.id.0) == of));
        let channel = of.and_then(|of| of.channel).map(common::code);
        if let Some(panel) = self.panel.get_mut() {
            form::prefill(&mut panel.form, paper, channel);
        }
        let pages = worded(paper, cx).and_then(|worded| worded.pages(self.paper.size()));
        self.draft = pages.as_ref().map(|pages| Reading::new(pages, None)).unwrap_or_default();
        self.no_page = pages.err();
    }
}
