//! PE03: personal data, of somebody who is here or of a new person.

mod code;
mod form;
mod map;
mod save;
mod typed;

use std::borrow::Cow;
use std::collections::BTreeMap;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::arrival::Arrival;
use super::common::{self, half_typed, person_band, settle_place};
use super::saving::Saving;
use crate::desk::query::PersonCard;
use crate::desk::{Answer, Query, weigh};
use crate::domain::event::PrivacyNotice;
use crate::domain::finding::Finding;
use crate::domain::fiscal_code::FiscalCode;
use crate::domain::ids::RegistrantId;
use crate::domain::permission::Permission;
use crate::domain::registrant::Registrant;
use crate::tables::{citizenships, code_table};
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects, Notice, Reply, Slot};
use crate::ui::form::values::ON;
use crate::ui::form::{Form, FormOutcome, Name, Status};
use crate::ui::keys::Text;
use crate::ui::linear::Linear;
use crate::ui::reasons::REASON;
use crate::ui::route::{Code, Route, Subject};
use crate::ui::screen::{Cx, Flow, Offer, Screen};
use crate::ui::strings::person_data as words;
use form::NOTICE;

/// F10 > computes the code.
const COMPUTE: Action = Action::Do("person.code");
/// The document most people bring.
const ID_CARD: &str = "carta_identita";

/// The screen.
pub struct PersonData {
    subject: Subject,
    before: Registrant,
    form: Form,
    follow: code::Follow,
    saving: Saving,
    /// Somebody else with this code, while it stands in the form.
    double: Option<(RegistrantId, String)>,
    asked: String,
    notices: Vec<PrivacyNotice>,
    arrival: Arrival,
}

impl PersonData {
    /// The form of a person, empty or waiting for the record.
    pub fn new(subject: Subject, cx: &Cx) -> Self {
        let mut form = Form::new(form::spec(matches!(subject, Subject::Known(_))), cx.today());
        form.give("birth_place", common::birth_places());
        form.give("residence_place", common::towns());
        form.give("domicile_place", common::towns());
        form.give("citizenship", common::citizenship_items());
        form.give("id_doc_type", common::items(code_table::identity_documents(), cx.today()));
        form.give("permit_type", common::items(code_table::residence_permits(), cx.today()));
        let mut screen = Self {
            arrival: if matches!(subject, Subject::New(_)) { Arrival::Here } else { Arrival::Asked },
            subject,
            before: Registrant::default(),
            form,
            follow: code::Follow::default(),
            saving: Saving::default(),
            double: None,
            asked: String::new(),
            notices: Vec::new(),
        };
        if let Subject::New(typed) = &screen.subject {
            screen.form.put("citizenship", citizenships::ITALIAN);
            screen.form.put("id_doc_type", ID_CARD);
            screen.form.put(form::SAME, ON);
            for (field, text) in typed::fields_of(typed) {
                screen.form.put(field, &text);
                screen.follow.bring(field, &text);
            }
            screen.form.accept();
        }
        screen
    }

    /// Everything that follows from what was typed: filled fields, remarks,
    /// what the rules say. `now` is the field under the hands: what it lacks
    /// is not held against it yet.
    fn follow_up(&mut self, now: Option<Name>, cx: &Cx) -> Effects {
        self.follow.fill(&mut self.form, cx.today());
        code::remark(&mut self.form, cx.today());
        self.remark_notice(cx);
        let mut effects = self.look_for_double();
        let values = self.form.values();
        let person = map::from_form(&self.before, &values);
        let same = self.double.as_ref().map(|(_, name)| name.as_str());
        let standing = |finding: &Finding| {
            finding.field.as_deref().is_none_or(|field| Some(field) != now && !values.raw(field).is_empty())
        };
        let found: Vec<Finding> =
            cx.lawful(weigh::registrant(&person, same, cx.today())).into_iter().filter(standing).collect();
        let known =
            |finding: &Finding| self.form.findings().contains(finding) || self.form.is_accepted(finding);
        let news = found.iter().find(|finding| finding.stops() && !known(finding));
        effects.extend(news.map(|finding| Notice::finding(finding).into()));
        self.form.find_all(found);
        effects
    }

    fn look_for_double(&mut self) -> Effects {
        let typed = self.form.values().raw("fiscal_code").to_owned();
        let Ok(code) = FiscalCode::parse(&typed) else {
            self.double = None;
            self.asked.clear();
            return Vec::new();
        };
        if self.asked == code.as_str() {
            return Vec::new();
        }
        code.as_str().clone_into(&mut self.asked);
        self.double = None;
        vec![Effect::Ask("double", Query::Search { text: self.asked.clone(), limit: 5 })]
    }

    fn remark_notice(&mut self, cx: &Cx) {
        let Some(office) = cx.session.map(|session| &session.office) else { return };
        let given = self.notices.iter().rfind(|notice| notice.version == office.privacy_version);
        let said = given.map_or_else(
            || words::notice(&office.privacy_version, office.privacy_date),
            |notice| words::notice_given(&notice.version, notice.given_on),
        );
        self.form.remark(NOTICE, said);
        self.form.enable(NOTICE, given.is_none());
        for (tick, checked) in form::CHECKED {
            let day = match checked {
                "mobile_verified_on" => self.before.mobile_verified_on,
                _ => self.before.email_verified_on,
            };
            let on = self.form.values().on(tick);
            self.form.remark(tick, day.filter(|_| on).map(words::verified).unwrap_or_default());
        }
    }

    /// A whole code that cannot be one does not send the typist on: the next
    /// keys may be its correction. Tab and Enter do leave it.
    fn hold_bad_code(&mut self, left: Name) {
        if left == "fiscal_code" && FiscalCode::parse(self.form.values().raw(left)).is_err() {
            self.form.focus_on(left);
        }
    }

    /// Tab and Enter pass over what the code has filled.
    fn pass_over(&mut self) {
        for _ in 0..6 {
            match self.form.focus() {
                Some(field) if self.follow.passes(&self.form, field) => self.form.act(Action::Forward),
                _ => return,
            };
        }
    }

    fn settle_places(&mut self) {
        let values = self.form.values();
        let born = values.date("birth_date");
        settle_place(&mut self.form, "birth_place", born);
        settle_place(&mut self.form, "residence_place", None);
        settle_place(&mut self.form, "domicile_place", None);
    }

    fn read(&mut self, card: PersonCard, cx: &Cx) -> Effects {
        self.arrival = Arrival::Here;
        self.form.read(&map::to_form(&card.registrant));
        self.form.accepted(card.accepted(card.registrant.id.0));
        self.follow.read(&card.registrant.fiscal_code);
        let band = Box::new(person_band(&card));
        self.before = card.registrant;
        self.notices = card.notices;
        let mut effects = vec![Effect::Person(Some(band))];
        effects.extend(self.follow_up(None, cx));
        effects
    }

    fn compute(&mut self, cx: &Cx) -> Effects {
        self.settle_places();
        match code::proposed(&self.form.values()) {
            Some(code) => {
                self.form.put("fiscal_code", code.as_str());
                let mut effects = vec![Notice::info(words::COMPUTED).into()];
                effects.extend(self.follow_up(None, cx));
                effects
            }
            None => vec![Notice::info(words::CANNOT_COMPUTE).into()],
        }
    }
}

fn ask_card(registrant: RegistrantId) -> Effects {
    vec![Effect::Ask("card", Query::Person { registrant, reason: None })]
}

impl Screen for PersonData {
    fn code(&self) -> Code {
        "PE03"
    }

    fn title(&self) -> Cow<'static, str> {
        match self.subject {
            Subject::New(_) => words::TITLE_NEW.into(),
            Subject::Known(_) => words::TITLE.into(),
        }
    }

    fn form(&self) -> Option<&Form> {
        Some(&self.form)
    }

    fn form_mut(&mut self) -> Option<&mut Form> {
        Some(&mut self.form)
    }

    fn draft_subject(&self) -> Option<String> {
        Some(match &self.subject {
            // What was begun for one name shall not come back for another.
            Subject::New(typed) => typed.trim().to_lowercase(),
            Subject::Known(id) => id.to_string(),
        })
    }

    fn restore(&mut self, values: &BTreeMap<String, String>, focus: &str, cx: &Cx) -> Effects {
        self.form.restore(values);
        self.form.focus_on(focus);
        let mut effects = self.follow_up(None, cx);
        effects.push(Notice::info(crate::ui::strings::shell::DRAFT_BACK).into());
        effects
    }

    fn enter(&mut self, cx: &Cx) -> Effects {
        match &self.subject {
            Subject::New(_) => self.follow_up(None, cx),
            Subject::Known(registrant) => ask_card(*registrant),
        }
    }

    fn act(&mut self, action: Action, cx: &Cx) -> Flow {
        match action {
            Action::Save => return Flow::Used(self.save(cx)),
            // What was typed stays; what others did meanwhile comes in below it.
            Action::Refresh => {
                if let Subject::Known(registrant) = self.subject {
                    return Flow::Used(ask_card(registrant));
                }
            }
            COMPUTE => return Flow::Used(self.compute(cx)),
            Action::View => {
                if let Some((id, _)) = self.double {
                    return Flow::Used(vec![Effect::Open(Route::Person(id))]);
                }
            }
            _ => {}
        }
        let outcome = self.form.act(action);
        let on = matches!(action, Action::Forward | Action::Enter);
        if let (FormOutcome::Left(_), true) = (&outcome, on) {
            self.follow.fill(&mut self.form, cx.today());
            self.pass_over();
        }
        let born = on && outcome == FormOutcome::Left("birth_place");
        let flow = self.formed(outcome, cx);
        let values = self.form.values();
        // A name that was of more than one municipality: the operator chooses.
        if born && common::is_ambiguous(values.raw("birth_place"), values.date("birth_date")) {
            self.form.ask_which("birth_place");
        }
        flow
    }

    fn text(&mut self, text: &Text, cx: &Cx) -> Flow {
        let outcome = self.form.text(text);
        if let FormOutcome::Left(left) = outcome {
            self.follow.fill(&mut self.form, cx.today());
            self.hold_bad_code(left);
            self.pass_over();
        }
        self.formed(outcome, cx)
    }

    fn formed(&mut self, outcome: FormOutcome, cx: &Cx) -> Flow {
        match outcome {
            FormOutcome::Submit => Flow::Used(self.save(cx)),
            FormOutcome::Changed(field) => {
                let now = half_typed(&self.form, field);
                Flow::Used(self.follow_up(now, cx))
            }
            FormOutcome::Left(_) => {
                self.settle_places();
                Flow::Used(self.follow_up(None, cx))
            }
            other => Flow::of(other),
        }
    }

    fn reply(&mut self, slot: Slot, reply: Reply, cx: &Cx) -> Effects {
        match (slot, reply) {
            ("card", Reply::Answer(Ok(answer))) => match *answer {
                Answer::Person(card) => self.read(*card, cx),
                _ => Vec::new(),
            },
            ("card", Reply::Answer(Err(_))) => {
                self.arrival.failed();
                Vec::new()
            }
            ("double", Reply::Answer(Ok(answer))) => {
                if let Answer::Found(found) = *answer {
                    let same = found
                        .rows
                        .into_iter()
                        .map(|row| row.hit)
                        .find(|hit| hit.fiscal_code == self.asked && hit.registrant != self.before.id);
                    self.double = same
                        .map(|hit| (hit.registrant, format!("{} {}", hit.surname, hit.name).to_uppercase()));
                }
                self.follow_up(None, cx)
            }
            ("save", Reply::Outcome(Ok(outcome))) if outcome.accepted => self.saved(&outcome, cx),
            ("save", Reply::Outcome(Ok(outcome))) => self.saving.refused(&mut self.form, *outcome),
            ("notice", Reply::Outcome(Ok(_))) => self.leave(true),
            // The person is stored in any case.
            ("notice", Reply::Outcome(Err(_))) => self.leave(false),
            (REASON, Reply::Told(told)) => {
                let (again, mut effects) = self.saving.told(told);
                if again {
                    effects.extend(self.send(cx));
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
        let mut offers = vec![Offer::usual(Action::Save).needs(Permission::People)];
        if matches!(self.subject, Subject::Known(_)) {
            offers.push(Offer::usual(Action::Refresh));
        }
        if let Some((_, name)) = &self.double {
            offers.push(Offer::new(Action::View, words::opens(name)));
        }
        offers.extend(self.form.offers());
        let empty = self.form.values().raw("fiscal_code").is_empty();
        offers.push(Offer { action: COMPUTE, ..Offer::hidden("", words::COMPUTE) }.when(empty));
        offers
    }

    fn linear(&self, out: &mut Linear, cx: &Cx) {
        self.form.linear(out, true);
        if self.arrival.here() {
            self.form.linear_status(out, cx.draft_saved);
        } else {
            self.arrival.linear(out);
        }
    }

    fn draw(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let last = area.height.saturating_sub(1);
        self.form.draw(frame, Rect { height: last, ..area }, cx.look);
        let bottom = Rect { y: area.y + last, height: area.height - last, ..area };
        if self.arrival.here() {
            self.form.draw_status(frame, bottom, Status { draft_saved: cx.draft_saved }, cx.look);
        } else {
            self.arrival.draw(frame, bottom, cx.look);
        }
    }
}
