//! OP01: who works here, their passwords, the recovery key of the office.

mod draw;
mod panel;
mod sheet;

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::desk::{Answer, Outcome, Query};
use crate::domain::finding::Finding;
use crate::domain::office::Operator;
use crate::domain::password;
use crate::domain::permission::Permission;
use crate::ui::action::Action;
use crate::ui::deed::{Deed, Given};
use crate::ui::effect::{Effect, Effects, Notice, Reply, Secret, Slot};
use crate::ui::form::{Form, FormOutcome};
use crate::ui::keymap::Context;
use crate::ui::keys::Text;
use crate::ui::linear::Linear;
use crate::ui::route::Code;
use crate::ui::screen::{Cx, Flow, Offer, Screen};
use crate::ui::screens::panel::{Acted, Place};
use crate::ui::screens::printing::Printing;
use crate::ui::screens::saving::Saving;
use crate::ui::strings::staff as words;
use crate::ui::widgets::dialog::{self, Question};
use crate::ui::widgets::table::{Column, Table};
use panel::{AGAIN, About, FIRST, GROUP, OWN, Panel};

const READ: Slot = "operators";
const WEIGH: Slot = "weigh";
const SAVE: Slot = "save";
const DRAW: Slot = "draw";
const OUT: Slot = "out";

/// The screen.
pub struct Staff {
    list: Table<Operator>,
    panel: Place<Panel>,
    saving: Saving,
    printing: Printing,
    /// What is said of a deed without a form, once it is done.
    alone: &'static str,
    /// The sheet on its way to paper.
    sheet: Option<sheet::Sheet>,
}

impl Default for Staff {
    fn default() -> Self {
        let columns = vec![
            Column::new(words::USERNAME, 12),
            Column::rest(words::WHO),
            Column::new(words::ROLE, 14),
            Column::new(words::SIUL, 9),
            Column::new(words::STATE, 10),
        ];
        Self {
            list: Table::new(columns, words::EMPTY),
            panel: Place::default(),
            saving: Saving::default(),
            printing: Printing::default(),
            alone: words::OUT,
            sheet: None,
        }
    }
}

/// Does the office ask for passwords?
fn asks(cx: &Cx) -> bool {
    cx.session.is_some_and(|session| session.passwords)
}

impl Staff {
    fn read() -> Effects {
        vec![Effect::Ask(READ, Query::Operators)]
    }

    fn is_me(&self, cx: &Cx) -> bool {
        self.list.selected().is_some_and(|who| who.username == cx.username())
    }

    /// Who may not is told who may.
    fn barred(cx: &Cx) -> Option<Flow> {
        cx.barred(Permission::Operators).map(|finding| Flow::ask(Notice::finding(&finding)))
    }

    fn open(&mut self, about: About, cx: &Cx) -> Flow {
        let asks = asks(cx);
        let needs = matches!(about, About::Give(_) | About::Own);
        if needs && !asks {
            return Flow::ask(Notice::info(words::NO_PASSWORDS));
        }
        let panel = Panel::new(about, asks, cx.today());
        Flow::Used(self.panel.open(panel).map(Effect::from).into_iter().collect())
    }

    fn save(&mut self, cx: &Cx) -> Effects {
        let Some(panel) = self.panel.get_mut() else { return Effects::new() };
        panel.form.find_all(Vec::new());
        if let Err(obstacle) = panel.form.check() {
            return vec![Notice::obstacle(obstacle).into()];
        }
        if panel.asks_password() {
            let (first, whose) = (panel.form.values().raw(FIRST).to_owned(), panel.whose(cx.username()));
            let first = zeroize::Zeroizing::new(first);
            if *first != panel.form.values().raw(AGAIN) {
                panel.form.put(AGAIN, "");
                panel.form.focus_on(AGAIN);
                return vec![Notice::no(words::DIFFERENT).into()];
            }
            if !password::is_good(&first, &whose) {
                panel.form.focus_on(FIRST);
                return vec![Notice::no(password::SAID).into()];
            }
        }
        if let About::Recovery(code) = &panel.about
            && !sheet::has_third(code, panel.form.values().raw(GROUP))
        {
            panel.form.focus_on(GROUP);
            return vec![Notice::no(words::NOT_ON_SHEET).into()];
        }
        let effect = match (panel.deed(), panel.command()) {
            (Some(deed), _) => Effect::Keys(SAVE, Box::new(deed)),
            (None, Some(command)) => Effect::Run(SAVE, Box::new(command)),
            (None, None) => return Effects::new(),
        };
        if self.saving.begin() { vec![effect] } else { Effects::new() }
    }

    fn saved(&mut self, outcome: Outcome) -> Effects {
        if !outcome.accepted {
            return match self.panel.get_mut() {
                Some(panel) => self.saving.refused(&mut panel.form, outcome),
                None => outcome.refusal().map(|f| Notice::finding(f).into()).into_iter().collect(),
            };
        }
        self.done()
    }

    fn done(&mut self) -> Effects {
        self.saving.done();
        self.saving.clear();
        let said = match self.panel.done().map(|panel| panel.about) {
            Some(About::Add) => words::ADDED,
            Some(About::Edit(_)) => words::SAVED,
            Some(About::Enable(_) | About::Give(_)) => words::GIVEN,
            Some(About::Own) => words::CHANGED,
            Some(About::Recovery(_)) => {
                self.sheet = None;
                words::KEY_HOLDS
            }
            None => self.alone,
        };
        let mut effects = Self::read();
        effects.push(Notice::ok(said).into());
        effects
    }

    fn given(&mut self, given: Given, cx: &Cx) -> Effects {
        match given {
            Given::Outcome(outcome) => self.saved(*outcome),
            Given::Done => self.done(),
            Given::Drawn(code) => self.print_code(code, cx),
        }
    }

    fn act_panel(&mut self, action: Action, cx: &Cx) -> Flow {
        match self.panel.act(action) {
            Some(Acted::Save) => Flow::Used(self.save(cx)),
            Some(Acted::Warned(notice)) => Flow::ask(notice),
            Some(Acted::Closed) => Flow::used(),
            Some(Acted::Form(outcome)) => self.formed(outcome, cx),
            None => Flow::Pass,
        }
    }
}

impl Screen for Staff {
    fn code(&self) -> Code {
        "OP01"
    }

    fn title(&self) -> Cow<'static, str> {
        words::TITLE.into()
    }

    fn enter(&mut self, cx: &Cx) -> Effects {
        let mut effects = Self::read();
        let missing = cx.session.is_some_and(|session| session.passwords && !session.recovery);
        if missing && cx.may(Permission::Operators) {
            effects.push(Notice::info(words::NO_RECOVERY).into());
        }
        effects
    }

    fn back(&mut self, _cx: &Cx) -> Effects {
        Self::read()
    }

    fn act(&mut self, action: Action, cx: &Cx) -> Flow {
        if self.printing.is_open() {
            let turn = self.printing.act(action);
            return self.chosen(turn);
        }
        if self.panel.is_open() {
            return self.act_panel(action, cx);
        }
        if self.list.act(action) {
            return Flow::used();
        }
        let who = self.list.selected().cloned().map(Box::new);
        match (action, who) {
            (Action::Refresh, _) => Flow::Used(Self::read()),
            (Action::Letter('P'), Some(_)) if self.is_me(cx) => self.open(About::Own, cx),
            (Action::New | Action::Enter | Action::Letter('X' | 'B' | 'P' | 'K'), _)
                if Self::barred(cx).is_some() =>
            {
                Self::barred(cx).unwrap_or(Flow::Pass)
            }
            (Action::New, _) => self.open(About::Add, cx),
            (Action::Enter, Some(who)) => self.open(About::Edit(who), cx),
            (Action::Letter('P'), Some(who)) if who.works() => self.open(About::Give(who), cx),
            (Action::Letter('B'), Some(who)) if !who.works() && !asks(cx) => {
                self.alone = words::BACK;
                let (first, own) = (Secret::new(""), Secret::new(""));
                Flow::ask(Effect::Keys(SAVE, Box::new(Deed::Enable { operator: who.id, first, own })))
            }
            (Action::Letter('B'), Some(who)) if !who.works() => self.open(About::Enable(who), cx),
            (Action::Letter('X'), Some(who)) if who.works() => {
                let letters = vec![
                    ('D', words::DISABLE.to_owned()),
                    ('A', crate::ui::strings::agenda::CANCEL.to_owned()),
                ];
                Flow::ask(Effect::Confirm(OUT, Question::letters(words::really(&who.full_name()), letters)))
            }
            (Action::Letter('K'), _) => Flow::ask(Effect::Keys(DRAW, Box::new(Deed::Draw))),
            _ => Flow::Pass,
        }
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

    fn formed(&mut self, outcome: FormOutcome, cx: &Cx) -> Flow {
        if self.printing.is_open() {
            let turn = self.printing.formed(outcome);
            return self.chosen(turn);
        }
        match outcome {
            FormOutcome::Submit => Flow::Used(self.save(cx)),
            FormOutcome::Changed(_) | FormOutcome::Left(_) => {
                self.panel.changed();
                let command = self.panel.get().and_then(Panel::command);
                let weigh = command.map(|command| Effect::Ask(WEIGH, Query::Weigh(Box::new(command))));
                Flow::Used(weigh.into_iter().collect())
            }
            other => Flow::of(other),
        }
    }

    fn reply(&mut self, slot: Slot, reply: Reply, cx: &Cx) -> Effects {
        match (slot, reply) {
            (READ, Reply::Answer(Ok(answer))) => {
                if let Answer::Operators(mut operators) = *answer {
                    operators.sort_by_key(|who| !who.works());
                    self.list.set(operators);
                }
                Effects::new()
            }
            (READ, Reply::Answer(Err(fault))) => {
                self.list.fail(fault.to_string());
                Effects::new()
            }
            (WEIGH, Reply::Answer(Ok(answer))) => {
                if let (Answer::Weighed(outcome), Some(panel)) = (*answer, self.panel.get_mut()) {
                    // What is still to be typed is asked at the end.
                    let empty = |field: &str| panel.form.values().raw(field).is_empty();
                    let said =
                        |f: &Finding| !f.field.as_deref().is_some_and(|f| panel.form.has(f) && empty(f));
                    let said = outcome.findings.into_iter().filter(said).collect();
                    panel.form.find_all(said);
                }
                Effects::new()
            }
            (SAVE, Reply::Outcome(Ok(outcome))) => self.saved(*outcome),
            (_, Reply::Keys(Ok(given))) => self.given(given, cx),
            (SAVE, Reply::Outcome(Err(_)) | Reply::Keys(Err(_))) => {
                self.saving.done();
                if let Some(panel) = self.panel.get_mut().filter(|panel| panel.form.has(OWN)) {
                    panel.form.focus_on(OWN);
                }
                Effects::new()
            }
            (OUT, Reply::Told(dialog::Reply::Letter('D'))) => match self.list.selected() {
                Some(who) => {
                    self.alone = words::OUT;
                    vec![Effect::Keys(SAVE, Box::new(Deed::Disable(who.id)))]
                }
                None => Effects::new(),
            },
            (slot, Reply::Job(done)) => self.worked(slot, done, cx),
            _ => Effects::new(),
        }
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        if self.printing.is_open() {
            return self.printing.offers();
        }
        if let Some(panel) = self.panel.get() {
            let mut offers = vec![Offer::new(Action::Save, words::RECORD)];
            offers.extend(panel.form.offers());
            return offers;
        }
        let may = cx.may(Permission::Operators);
        let write = |action, word| Offer::new(action, word).needs(Permission::Operators);
        let works = self.list.selected().is_some_and(Operator::works);
        let out = self.list.selected().is_some_and(|who| !who.works());
        let mine = self.is_me(cx);
        vec![
            Offer::usual(Action::Refresh),
            write(Action::Enter, words::EDIT).when(works || out),
            write(Action::New, words::NEW),
            Offer::new(Action::Letter('P'), if mine { words::OWN } else { words::GIVE })
                .when(mine || may && works),
            write(Action::Letter('X'), words::DISABLE).when(works && !mine),
            write(Action::Letter('B'), words::ENABLE).when(out),
            write(Action::Letter('K'), words::RECOVERY),
        ]
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

    fn draw(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        self.draw_body(frame, area, cx);
    }

    fn linear(&self, out: &mut Linear, cx: &Cx) {
        self.tell(out, cx);
    }

    fn has_side(&self) -> bool {
        true
    }

    fn side(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        self.draw_side(frame, area, cx);
    }
}
