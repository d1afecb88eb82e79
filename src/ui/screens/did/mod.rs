//! DI01: the DID, declared or as it stands, and what happens to it.

mod draft;
mod event;
mod form;
mod known;
mod linear;
mod save;
mod view;

use std::borrow::Cow;
use std::collections::BTreeMap;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::arrival::Arrival;
use super::common::{half_typed, person_band};
use super::facts;
use super::saving::Saving;
use crate::desk::query::PersonCard;
use crate::desk::{Answer, Query, weigh};
use crate::domain::did::{Did, DidState};
use crate::domain::document::DocumentKind;
use crate::domain::finding::Finding;
use crate::domain::ids::RegistrantId;
use crate::domain::permission::Permission;
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects, Notice, Reply, Slot};
use crate::ui::form::{Form, FormOutcome, Name, Status};
use crate::ui::keys::Text;
use crate::ui::linear::Linear;
use crate::ui::reasons::REASON;
use crate::ui::route::{Code, Route};
use crate::ui::screen::{Cx, Flow, Offer, Screen};
use crate::ui::strings::did as words;
use crate::ui::theme::Role;
use event::What;

/// F10 > a new DID after one that ended.
const NEW: Action = Action::New;

/// What the screen is about now.
enum View {
    /// The card is on its way; what is typed goes into the declaration.
    Reading,
    /// No DID is open: a declaration is being typed.
    Declare,
    /// The DID as it stands.
    Shown,
    /// Something that happened to it is being typed.
    Event(What, Box<Form>),
}

/// The screen.
pub struct DidScreen {
    id: RegistrantId,
    view: View,
    form: Form,
    card: Option<Box<PersonCard>>,
    arrival: Arrival,
    /// What stood in the form before anybody asked: Tab passes over it.
    known: BTreeMap<String, String>,
    saving: Saving,
    /// What to say once the card was read again.
    after: Option<Notice>,
}

impl DidScreen {
    /// The DID of a person.
    pub fn new(id: RegistrantId, cx: &Cx) -> Self {
        let mut form = Form::new(form::spec(), cx.today());
        form::give(&mut form, cx);
        Self {
            id,
            view: View::Reading,
            form,
            card: None,
            arrival: Arrival::default(),
            known: BTreeMap::new(),
            saving: Saving::default(),
            after: None,
        }
    }

    /// The DID to speak of.
    fn did(&self) -> Option<&Did> {
        self.card.as_ref()?.last_did()
    }

    fn ask(&self) -> Effect {
        Effect::Ask("card", Query::Person { registrant: self.id, reason: None })
    }

    fn read(&mut self, card: Box<PersonCard>, cx: &Cx) -> Effects {
        let mut effects = vec![Effect::Person(Some(Box::new(person_band(&card))))];
        let fresh = !matches!(self.view, View::Declare);
        let open = card.did().is_some();
        if !open && fresh && !card.dids.iter().any(|did| did.state != DidState::Annulled) {
            self.declare(&card, cx);
        } else if (open || fresh) && !matches!(self.view, View::Event(..)) {
            // What is being typed about it stays while others are looked at.
            self.view = View::Shown;
        }
        self.card = Some(card);
        self.arrival = Arrival::Here;
        match self.after.take() {
            Some(notice) => effects.push(self.complete(notice).into()),
            None if matches!(self.view, View::Declare) => effects.extend(self.follow_up(None, cx)),
            None => {}
        }
        effects
    }

    fn declare(&mut self, card: &PersonCard, cx: &Cx) {
        self.known = form::known(card, cx.today());
        self.form.read(&self.known);
        self.view = View::Declare;
    }

    /// What follows from the form: computed fields, limits, what the rules
    /// say. What `now` lacks is not held against it yet.
    fn follow_up(&mut self, now: Option<Name>, cx: &Cx) -> Effects {
        let Some(card) = &self.card else { return Vec::new() };
        let values = self.form.values();
        if values.is("declaration.channel", "inps_application") {
            if values.is("declaration.benefit", "none") {
                self.form.put("declaration.benefit", "naspi");
            }
            // The application is the DID: it has its date (R-DID-7).
            if now != Some("declaration.inps_date")
                && let Some(day) = values.date("declaration.inps_date")
            {
                self.form.put("declaration.date", &crate::ui::form::read::show_date(day));
            }
        }
        let values = self.form.values();
        let declared = form::declaration_of(&values);
        let answers = form::profiling_of(&values).completed();
        let day = declared.date.unwrap_or(cx.today());
        let limits = weigh::limits(&card.catalogue, &declared, day);
        let shown = |ticked: bool, limit| {
            if ticked { String::new() } else { words::limit(limit, limits.to_verify) }
        };
        self.form.remark("declaration.employee", shown(declared.employee, limits.employee));
        self.form.remark("declaration.self_employed", shown(declared.self_employed, limits.self_employed));
        let money = |limit| words::limit(limit, limits.to_verify);
        self.form.remark("declaration.employee_income", money(limits.employee));
        self.form.remark("declaration.self_employed_income", money(limits.self_employed));
        let standing = |finding: &Finding| {
            finding.field.as_deref().is_none_or(|field| Some(field) != now && !values.raw(field).is_empty())
        };
        let declared = weigh::declaration(
            &card.catalogue,
            &card.registrant,
            &card.dids,
            &declared,
            &answers,
            cx.today(),
        );
        let found: Vec<Finding> = cx.lawful(declared).into_iter().filter(standing).collect();
        let news = found.iter().find(|finding| finding.stops() && !self.form.findings().contains(finding));
        let effects = news.map(|finding| Notice::finding(finding).into()).into_iter().collect();
        self.form.find_all(found);
        effects
    }

    fn act_on_view(&mut self, action: Action, cx: &Cx) -> Flow {
        match action {
            Action::Enter => Flow::Used(self.go_on()),
            Action::Letter('L') if self.card.as_ref().is_some_and(|c| view::proposal(c).is_some()) => {
                Flow::Used(self.go_on())
            }
            Action::Letter('R') => Flow::ask(Effect::Open(Route::Jobs(self.id))),
            Action::Print => match self.card.as_ref().and_then(|card| card.last_did()) {
                Some(did) => {
                    let kind = DocumentKind::DidReceipt;
                    Flow::ask(Effect::Open(Route::DocumentToIssue(self.id, kind, did.id.0)))
                }
                None => Flow::Pass,
            },
            Action::Letter('A') => Flow::ask(Effect::Replace(Route::Assessment(self.id))),
            Action::Refresh => Flow::ask(self.ask()),
            NEW if self.did().is_some_and(|did| !did.is_open()) => {
                self.form.reset();
                if let Some(card) = self.card.take() {
                    self.declare(&card, cx);
                    self.card = Some(card);
                }
                Flow::Used(self.follow_up(None, cx))
            }
            other => match (event::named(other), self.did()) {
                (Some(what), Some(did)) => {
                    let form = event::form(what, did, cx);
                    self.view = View::Event(what, Box::new(form));
                    Flow::Used(self.weigh())
                }
                _ => Flow::Pass,
            },
        }
    }
}

impl Screen for DidScreen {
    fn code(&self) -> Code {
        "DI01"
    }

    fn title(&self) -> Cow<'static, str> {
        words::TITLE.into()
    }

    fn form(&self) -> Option<&Form> {
        match &self.view {
            View::Reading | View::Declare => Some(&self.form),
            View::Event(_, form) => Some(form),
            View::Shown => None,
        }
    }

    fn form_mut(&mut self) -> Option<&mut Form> {
        match &mut self.view {
            View::Reading | View::Declare => Some(&mut self.form),
            View::Event(_, form) => Some(form),
            View::Shown => None,
        }
    }

    fn draft_subject(&self) -> Option<String> {
        Some(self.id.to_string())
    }

    fn draft(&self) -> Option<BTreeMap<String, String>> {
        self.kept()
    }

    fn restore(&mut self, values: &BTreeMap<String, String>, focus: &str, cx: &Cx) -> Effects {
        self.put_back(values, focus, cx)
    }

    fn enter(&mut self, _cx: &Cx) -> Effects {
        vec![self.ask()]
    }

    fn back(&mut self, _cx: &Cx) -> Effects {
        vec![self.ask()]
    }

    fn act(&mut self, action: Action, cx: &Cx) -> Flow {
        match (&mut self.view, action) {
            (View::Shown, _) => return self.act_on_view(action, cx),
            (View::Event(_, form), Action::Back) if !form.has_popup() && !form.changed() => {
                self.view = View::Shown;
                return Flow::used();
            }
            (View::Reading, Action::Refresh) => return Flow::ask(self.ask()),
            (_, Action::Save) => return Flow::Used(self.save(cx)),
            (View::Declare, NEW) => return Flow::Used(self.all_spoken(cx)),
            _ => {}
        }
        let Some(form) = self.form_mut() else { return Flow::Pass };
        let outcome = form.act(action);
        let on = matches!(action, Action::Forward | Action::Enter | Action::Next | Action::PageDown);
        if matches!(outcome, FormOutcome::Left(_)) && on {
            self.pass_over();
        }
        self.formed(outcome, cx)
    }

    fn text(&mut self, text: &Text, cx: &Cx) -> Flow {
        let Some(form) = self.form_mut() else { return Flow::Pass };
        let outcome = form.text(text);
        self.formed(outcome, cx)
    }

    fn formed(&mut self, outcome: FormOutcome, cx: &Cx) -> Flow {
        let declaring = matches!(self.view, View::Declare);
        match outcome {
            FormOutcome::Submit => Flow::Used(self.save(cx)),
            FormOutcome::Changed(field) if declaring => {
                let now = half_typed(&self.form, field);
                Flow::Used(self.follow_up(now, cx))
            }
            FormOutcome::Left(_) if declaring => Flow::Used(self.follow_up(None, cx)),
            FormOutcome::Changed(_) | FormOutcome::Left(_) => Flow::Used(self.weigh()),
            other => Flow::of(other),
        }
    }

    fn reply(&mut self, slot: Slot, reply: Reply, cx: &Cx) -> Effects {
        match (slot, reply) {
            ("card", Reply::Answer(Ok(answer))) => match *answer {
                Answer::Person(card) => self.read(card, cx),
                _ => Vec::new(),
            },
            ("card", Reply::Answer(Err(_))) => {
                self.arrival.failed();
                Vec::new()
            }
            ("weigh", Reply::Answer(Ok(answer))) => {
                if let (Answer::Weighed(outcome), View::Event(_, form)) = (*answer, &mut self.view) {
                    form.find_all(outcome.findings);
                }
                Vec::new()
            }
            ("save", Reply::Outcome(Ok(outcome))) => self.saved(*outcome),
            ("lep", Reply::Outcome(Ok(outcome))) => {
                self.saving.clear();
                if outcome.accepted {
                    self.after = Some(Notice::ok(words::LEP_LOGGED));
                    return vec![self.ask()];
                }
                outcome.refusal().map(|finding| Notice::finding(finding).into()).into_iter().collect()
            }
            (REASON, Reply::Told(told)) => {
                let (again, mut effects) = self.saving.told(told);
                if again {
                    effects.extend(self.send());
                }
                effects
            }
            _ => {
                self.saving.done();
                Vec::new()
            }
        }
    }

    fn offers(&self, _cx: &Cx) -> Vec<Offer> {
        let Some(form) = self.form() else {
            let proposed = self.card.as_ref().is_some_and(|card| view::proposal(card).is_some());
            let ended = self.did().is_some_and(|did| !did.is_open());
            let receipt = Offer::new(Action::Print, words::RECEIPT).needs(Permission::Documents);
            let mut offers = vec![
                Offer::new(Action::Enter, if proposed { words::LOG_LEP } else { words::ASSESSMENT }),
                Offer::new(Action::Letter('L'), words::LOG_LEP).when(proposed),
                Offer::new(Action::Letter('A'), words::ASSESSMENT),
                receipt.when(self.did().is_some()),
                Offer::new(Action::Letter('R'), words::JOBS),
                Offer::new(NEW, words::NEW).when(ended).needs(Permission::Did),
                Offer::usual(Action::Refresh),
            ];
            offers.extend(self.did().map(event::offers).unwrap_or_default());
            return offers;
        };
        let declaring = matches!(self.view, View::Declare);
        let save = Offer::new(Action::Save, if declaring { words::INSERT } else { Action::Save.label() });
        let mut offers = vec![save.needs(Permission::Did), Offer::new(NEW, words::ALL).when(declaring)];
        offers.push(Offer::usual(Action::Refresh).when(!self.arrival.here()));
        offers.extend(form.offers());
        offers
    }

    fn has_side(&self) -> bool {
        true
    }

    fn side(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        match (self.form(), &self.card) {
            (Some(form), _) => crate::ui::side::draw_form_side(form, frame, area, cx.look),
            (None, Some(card)) => view::side(card, frame, area, cx),
            (None, None) => {}
        }
    }

    fn linear(&self, out: &mut Linear, cx: &Cx) {
        self.tell(out, cx);
    }

    fn draw(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let last = area.height.saturating_sub(1);
        let top = Rect { height: last, ..area };
        let bottom = Rect { y: area.y + last, height: area.height - last, ..area };
        match (&self.view, &self.card) {
            (View::Reading, _) => {
                self.form.draw(frame, top, cx.look);
                self.arrival.draw(frame, bottom, cx.look);
            }
            (View::Declare, _) => {
                self.form.draw(frame, top, cx.look);
                self.form.draw_status(frame, bottom, Status { draft_saved: cx.draft_saved }, cx.look);
            }
            (View::Shown, Some(card)) => {
                if let Some(did) = card.last_did() {
                    view::draw(card, did, frame, area, cx);
                }
            }
            (View::Event(what, form), _) => {
                let title = event::title(*what);
                cx.look.put(frame.buffer_mut(), area, area.x, area.y, &title, Role::Title);
                let below = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
                // What follows is said before it is recorded.
                let said = Rect { y: area.y + 6, height: area.height.saturating_sub(6), ..area };
                facts::draw(frame, said, 0, &view::consequences(form), cx.look);
                form.draw(frame, below, cx.look);
            }
            (View::Shown, None) => {}
        }
    }
}
