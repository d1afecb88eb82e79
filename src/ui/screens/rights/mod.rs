//! PE07: what a person may ask about their own data. The report of who used
//! them and the copy of all of them go to paper from here; a restriction of
//! processing begins and ends here.

mod draw;
mod panel;

use std::borrow::Cow;
use std::collections::BTreeMap;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::panel::{Acted, Place};
use super::printing::{Printing, Sheet, Turn, Wanted};
use super::saving::Saving;
use crate::desk::query::{AccessReportAsked, PersonCard};
use crate::desk::{Answer, Outcome, Query};
use crate::documents::printing::habits::Occasion;
use crate::documents::{self, TextSize, Worded};
use crate::domain::ids::RegistrantId;
use crate::domain::permission::Permission;
use crate::domain::restriction::Restriction;
use crate::fault::Result;
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects, Job, JobDone, Notice, Reply, Slot};
use crate::ui::form::{Form, FormOutcome};
use crate::ui::keymap::Context;
use crate::ui::keys::Text;
use crate::ui::linear::Linear;
use crate::ui::person_paper;
use crate::ui::route::{Code, Route};
use crate::ui::screen::{Cx, Flow, Offer, Screen};
use crate::ui::screens::common::person_band;
use crate::ui::strings::rights as words;
use crate::ui::strings::supervision::TO_LOG;
use panel::{About, Panel, WHICH};

const CARD: Slot = "card";
const PAPER: Slot = "paper";
const MAKE: Slot = "make";
const RUN: Slot = "run";

/// Which of the two papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    Report,
    Copy,
}

/// The screen.
pub struct Rights {
    id: RegistrantId,
    card: Option<Box<PersonCard>>,
    failed: Option<String>,
    panel: Place<Panel>,
    saving: Saving,
    printing: Printing,
    /// What is on its way to paper: its name, and where it shall go.
    asked: Option<(String, Wanted)>,
}

impl Rights {
    /// The rights of a person.
    pub fn new(id: RegistrantId) -> Self {
        Self {
            id,
            card: None,
            failed: None,
            panel: Place::default(),
            saving: Saving::default(),
            printing: Printing::default(),
            asked: None,
        }
    }

    fn ask(&self) -> Effects {
        vec![Effect::Ask(CARD, Query::Person { registrant: self.id, reason: None })]
    }

    /// The restriction that holds.
    fn running(&self) -> Option<&Restriction> {
        self.card.as_ref()?.restrictions.iter().find(|one| one.holds())
    }

    fn barred(cx: &Cx) -> Option<Flow> {
        cx.barred(Permission::Privacy).map(|finding| Flow::ask(Notice::finding(&finding)))
    }

    fn open_panel(&mut self, cx: &Cx) -> Effects {
        let about = self.running().map_or(About::Begin, |one| About::Lift(one.id));
        let back = self.panel.open(Panel::new(about, cx.today()));
        back.map(Effect::from).into_iter().collect()
    }

    fn sheets(cx: &Cx) -> Vec<Sheet> {
        let sheet = |name: &str, label: &str| Sheet {
            label: label.to_owned(),
            occasion: Occasion::COPY,
            file: format!("{name}-{}.pdf", cx.now.format("%Y-%m-%d-%H%M")),
        };
        vec![sheet("accessi", words::REPORT), sheet("dati", words::COPY)]
    }

    /// Asks for what goes to paper; the hour in its name, never a person's.
    fn go(&mut self, which: Which, wanted: Wanted) -> Effects {
        let (name, query) = match which {
            Which::Report => {
                let asked = AccessReportAsked {
                    registrant: self.id,
                    from: None,
                    to: None,
                    named_because: String::new(),
                };
                (words::REPORT, Query::AccessReport(Box::new(asked)))
            }
            Which::Copy => (words::COPY, Query::PersonExport { registrant: self.id }),
        };
        self.asked = Some((name.to_owned(), wanted));
        vec![Effect::Ask(PAPER, query)]
    }

    fn chosen(&mut self, turn: Turn) -> Flow {
        match turn {
            Turn::Flow(flow) => flow,
            Turn::Go(0, wanted) => Flow::Used(self.go(Which::Report, wanted)),
            Turn::Go(_, wanted) => Flow::Used(self.go(Which::Copy, wanted)),
        }
    }

    fn make(&mut self, worded: Result<Worded>, cx: &Cx) -> Effects {
        match worded {
            Ok(worded) => {
                let told = worded.fell_back.map(|fault| Notice::warn(fault.message).into());
                let content = Box::new(worded.content);
                let job = Job::MakeWords { content, size: TextSize::Normal, at: cx.now };
                told.into_iter().chain([Effect::Start(MAKE, job)]).collect()
            }
            Err(fault) => {
                self.asked = None;
                vec![Notice::fault(&fault).into()]
            }
        }
    }

    fn worked(&mut self, slot: Slot, done: Result<JobDone>) -> Effects {
        match done {
            Ok(JobDone::Made(made)) => {
                let Some((name, wanted)) = self.asked.take() else { return Vec::new() };
                vec![self.printing.send(name, made.pdf, wanted)]
            }
            Err(_) if slot == MAKE => {
                self.asked = None;
                Vec::new()
            }
            done => self.printing.done(slot, words::TITLE, done).map(Effect::from).into_iter().collect(),
        }
    }

    fn save(&mut self) -> Effects {
        let Some(panel) = self.panel.get_mut() else { return Effects::new() };
        panel.form.find_all(Vec::new());
        if let Err(obstacle) = panel.form.check() {
            return vec![Notice::obstacle(obstacle).into()];
        }
        let command = panel.command(self.id);
        if self.saving.begin() { vec![Effect::Run(RUN, Box::new(command))] } else { Effects::new() }
    }

    fn saved(&mut self, outcome: Outcome) -> Effects {
        if !outcome.accepted {
            return match self.panel.get_mut() {
                Some(panel) => self.saving.refused(&mut panel.form, outcome),
                None => Effects::new(),
            };
        }
        self.saving.clear();
        let said = match self.panel.done().map(|panel| panel.about) {
            Some(About::Begin) => words::BEGUN,
            _ => words::LIFTED,
        };
        let mut effects = vec![Effect::DropDraft];
        effects.extend(self.ask());
        effects.push(Notice::ok(said).into());
        effects
    }
}

impl Screen for Rights {
    fn code(&self) -> Code {
        "PE07"
    }

    fn title(&self) -> Cow<'static, str> {
        words::TITLE.into()
    }

    fn enter(&mut self, _cx: &Cx) -> Effects {
        self.ask()
    }

    fn back(&mut self, _cx: &Cx) -> Effects {
        self.ask()
    }

    fn act(&mut self, action: Action, cx: &Cx) -> Flow {
        if self.printing.is_open() {
            let turn = self.printing.act(action);
            return self.chosen(turn);
        }
        match self.panel.act(action) {
            None => {}
            Some(Acted::Save) => return Flow::Used(self.save()),
            Some(Acted::Warned(notice)) => return Flow::ask(notice),
            Some(Acted::Closed) => {
                self.saving.clear();
                return Flow::used();
            }
            Some(Acted::Form(outcome)) => return self.formed(outcome, cx),
        }
        match action {
            Action::Refresh => return Flow::Used(self.ask()),
            Action::Letter('R') => {
                let told = cx.barred(Permission::Audit).map(|finding| Flow::ask(Notice::finding(&finding)));
                return told.unwrap_or_else(|| Flow::ask(Effect::Open(Route::Supervision)));
            }
            Action::Print | Action::PrintWith | Action::Letter('C' | 'L') if self.card.is_some() => {}
            _ => return Flow::Pass,
        }
        if let Some(told) = Self::barred(cx) {
            return told;
        }
        let wanted = Wanted::Paper(Occasion::COPY, cx.habits.choice(Occasion::COPY));
        Flow::Used(match action {
            Action::Print => self.go(Which::Report, wanted),
            Action::Letter('C') => self.go(Which::Copy, wanted),
            Action::PrintWith => self.printing.open(Self::sheets(cx), false, cx),
            _ => self.open_panel(cx),
        })
    }

    fn text(&mut self, text: &Text, cx: &Cx) -> Flow {
        if self.printing.is_open() {
            let turn = self.printing.text(text);
            return self.chosen(turn);
        }
        match self.panel.get_mut() {
            Some(panel) => {
                let outcome = panel.form.text(text);
                self.formed(outcome, cx)
            }
            None => Flow::Pass,
        }
    }

    fn context(&self) -> Context {
        if self.panel.is_open() || self.printing.is_open() { Context::Form } else { Context::List }
    }

    fn form(&self) -> Option<&Form> {
        self.printing.form().or_else(|| self.panel.get().map(|panel| &panel.form))
    }

    fn form_mut(&mut self) -> Option<&mut Form> {
        let form = self.printing.form_mut();
        form.or_else(|| self.panel.get_mut().map(|panel| &mut panel.form))
    }

    fn unsaved(&self) -> bool {
        self.panel.get().is_some_and(|panel| panel.form.changed())
    }

    fn formed(&mut self, outcome: FormOutcome, _cx: &Cx) -> Flow {
        if self.printing.is_open() {
            let turn = self.printing.formed(outcome);
            return self.chosen(turn);
        }
        match outcome {
            FormOutcome::Submit => Flow::Used(self.save()),
            FormOutcome::Changed(_) | FormOutcome::Left(_) => {
                self.panel.changed();
                Flow::used()
            }
            other => Flow::of(other),
        }
    }

    fn draft_subject(&self) -> Option<String> {
        Some(self.id.to_string())
    }

    fn draft(&self) -> Option<BTreeMap<String, String>> {
        self.panel.typed()
    }

    fn restore(&mut self, values: &BTreeMap<String, String>, focus: &str, cx: &Cx) -> Effects {
        self.panel.found(values, focus);
        if self.card.is_some() { self.reopen(cx) } else { Effects::new() }
    }

    fn reply(&mut self, slot: Slot, reply: Reply, cx: &Cx) -> Effects {
        match (slot, reply) {
            (_, Reply::Answer(Ok(answer))) => match *answer {
                Answer::Person(card) => {
                    let band = Effect::Person(Some(Box::new(person_band(&card))));
                    (self.failed, self.card) = (None, Some(card));
                    [band].into_iter().chain(self.reopen(cx)).collect()
                }
                Answer::AccessReport(paper) => {
                    let stationery = cx.law().catalogue().stationery(cx.today());
                    self.make(documents::access_report(&paper, &stationery), cx)
                }
                Answer::PersonExport(export) => {
                    let by = cx.session.map(|session| session.operator.full_name()).unwrap_or_default();
                    let stationery = cx.law().catalogue().stationery(cx.today());
                    self.make(documents::person_data(&person_paper(&export, &by), &stationery), cx)
                }
                _ => Effects::new(),
            },
            (CARD, Reply::Answer(Err(fault))) => {
                self.failed = Some(fault.to_string());
                Effects::new()
            }
            (PAPER, Reply::Answer(Err(_))) => {
                self.asked = None;
                Effects::new()
            }
            (RUN, Reply::Outcome(Ok(outcome))) => self.saved(*outcome),
            (RUN, Reply::Outcome(Err(_))) => {
                self.saving.done();
                Effects::new()
            }
            (slot, Reply::Job(done)) => self.worked(slot, done),
            _ => Effects::new(),
        }
    }

    fn offers(&self, _cx: &Cx) -> Vec<Offer> {
        if self.printing.is_open() {
            return self.printing.offers();
        }
        if let Some(panel) = self.panel.get() {
            let mut offers = vec![Offer::new(Action::Save, words::RECORD)];
            offers.extend(panel.form.offers());
            return offers;
        }
        let here = self.card.is_some();
        let limit = if self.running().is_some() { words::LIFT } else { words::BEGIN };
        let write = |action, word| Offer::new(action, word).needs(Permission::Privacy).when(here);
        vec![
            write(Action::Print, words::PRINT),
            write(Action::Letter('L'), limit),
            write(Action::Letter('C'), words::PRINT_COPY),
            Offer::usual(Action::PrintWith).needs(Permission::Privacy).when(here),
            Offer::usual(Action::Refresh),
            Offer::new(Action::Letter('R'), TO_LOG).needs(Permission::Audit).quiet(),
        ]
    }

    fn has_side(&self) -> bool {
        self.panel.is_open() || self.printing.is_open()
    }

    fn draw(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        self.draw_body(frame, area, cx.look);
    }

    fn linear(&self, out: &mut Linear, _cx: &Cx) {
        self.tell(out);
    }
}

impl Rights {
    /// Opens the form of the draft, once what it is about is here.
    fn reopen(&mut self, cx: &Cx) -> Effects {
        let Some(kept) = self.panel.waits() else { return Effects::new() };
        let lifts = kept.get(WHICH) == "lift";
        if lifts == self.running().is_some() {
            return self.open_panel(cx);
        }
        self.panel.set_reopens(false);
        Effects::new()
    }
}
