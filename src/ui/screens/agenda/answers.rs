//! What comes back to AG01: answers, and the end of a saving.

use super::acts::About;
use super::left::{self, Left};
use super::print::PAPER;
use super::{Agenda, Purpose};
use crate::desk::{Answer, Outcome};
use crate::domain::appointment::AppointmentState;
use crate::domain::document::DocumentKind;
use crate::domain::ids::RegistrantId;
use crate::ui::effect::{Effect, Effects, Notice, Sign};
use crate::ui::route::Route;
use crate::ui::screen::Cx;
use crate::ui::screens::common;
use crate::ui::strings::agenda as words;
use crate::ui::widgets::table::Table;

/// Rule of what is left open.
const UNCLOSED_RULE: &str = "R-CNV-17";
/// Slot of the question who may take what.
pub(super) const COVER: &str = "cover";

impl Agenda {
    pub(super) fn saved(&mut self, mut outcome: Outcome, cx: &Cx) -> Effects {
        if !outcome.accepted {
            let Some(panel) = self.panel.get_mut() else { return Vec::new() };
            panel.rename(&mut outcome.findings);
            return self.saving.refused(&mut panel.form, outcome);
        }
        let Some(panel) = self.panel.done() else { return Vec::new() };
        self.saving.clear();
        let said = match &panel.about {
            About::Book(..) => {
                let person = self.card.as_ref().map(|card| card.registrant.list_name()).unwrap_or_default();
                words::booked(&person, &panel.when(), panel.agreed())
            }
            About::Move(row) => words::moved(&row.person, &panel.when(), panel.agreed()),
            About::Event(row) => {
                let state = outcome.states.get("appointment").cloned().unwrap_or_default();
                let state = serde_json::from_value::<AppointmentState>(state.into()).ok();
                let label = state.map_or("", AppointmentState::label);
                if state == Some(AppointmentState::AbsentUnjustified) {
                    words::unjustified(&row.person, label)
                } else {
                    words::recorded(&row.person, label)
                }
            }
            About::Reassign(plan) => plan.said(&panel.form),
        };
        let done: Effect = Notice::ok(said).into();
        let memo = |who: RegistrantId| Route::DocumentToIssue(who, DocumentKind::Memo, who.0);
        let wanted = std::mem::take(&mut self.memo);
        let mut effects = match panel.about {
            About::Book(who, _) if wanted && self.leaves => {
                return vec![Effect::DropDraft, Effect::Replace(memo(who))];
            }
            About::Book(who, _) if wanted => {
                let mut effects = vec![Effect::DropDraft];
                effects.extend(self.show_day(cx));
                effects.push(Effect::Open(memo(who)));
                return effects;
            }
            About::Book(..) if self.leaves => return vec![Effect::DropDraft, done, Effect::Back],
            About::Book(..) | About::Move(..) => {
                self.day = panel.day().unwrap_or(self.day);
                self.leaves = false;
                self.board.aim(panel.form.values().time("appointment.start.time"));
                self.show_day(cx)
            }
            About::Event(_) | About::Reassign(_) => self.read(cx),
        };
        effects.extend([Effect::DropDraft, done]);
        effects
    }

    pub(super) fn answered(&mut self, slot: &str, answer: Answer, cx: &Cx) -> Effects {
        match answer {
            Answer::Operators(operators) => self.operators = operators,
            Answer::Free(free) => {
                self.proposed = free.proposed;
                self.slots.set(free.days);
            }
            Answer::OfficeDay(day) if slot == COVER => return self.plan_read(&day, cx),
            Answer::OfficeDay(day) => return self.day_read(*day, cx),
            Answer::DayPaper(paper) => return self.paper_read(paper, cx),
            Answer::OfficeWeek(week) => self.week_read(*week, cx),
            Answer::Person(card) => return self.card_read(card, cx),
            Answer::Weighed(outcome) => {
                if let Some(panel) = self.panel.get_mut() {
                    let mut findings = outcome.findings;
                    panel.rename(&mut findings);
                    panel.form.find_all(findings);
                }
            }
            _ => {}
        }
        Vec::new()
    }

    pub(super) fn failed(&mut self, slot: &str, why: &str) {
        match slot {
            "day" => self.board.fail(why.to_owned()),
            "week" => self.week.fail(why.to_owned()),
            "free" => self.slots.fail(why.to_owned()),
            COVER => self.giving = None,
            PAPER => self.asked = None,
            _ => {}
        }
    }

    fn card_read(&mut self, card: Box<crate::desk::query::PersonCard>, cx: &Cx) -> Effects {
        let mut effects = Vec::new();
        if let Some(panel) = self.panel.get_mut().filter(|panel| !panel.form.changed()) {
            panel.known(&card, &self.whose, cx.today());
        }
        if let Some(panel) = self.panel.get_mut() {
            panel.accepted(&card);
        }
        // Who is moved is seldom at the desk: the band stays of who is.
        if let Some(Purpose::Book(_)) = &self.booking {
            effects.push(Effect::Person(Some(Box::new(common::person_band(&card)))));
        }
        self.card = Some(card);
        effects.extend(self.weigh());
        effects
    }

    /// What was left open, told once.
    pub(super) fn left_read(&mut self, mut left: Vec<Left>, cx: &Cx) -> Effects {
        let own = cx.session.map(|session| session.operator.id).unwrap_or_default();
        left::sort(&mut left, own);
        let count = left.iter().filter(|item| item.reason_until.is_none()).count();
        self.on_left &= !left.is_empty();
        // Made anew for its widths; the pointer stays on its place.
        let at = self.left.at();
        self.left = Table::new(left::columns(&left, cx.today()), "");
        self.left.set(left);
        self.left.select(at);
        if count == 0 || std::mem::replace(&mut self.told, true) {
            return Vec::new();
        }
        let notice = Notice {
            rule: Some(UNCLOSED_RULE.to_owned()),
            ..Notice::new(Sign::Warn, words::to_close(count))
        };
        vec![notice.into()]
    }
}
