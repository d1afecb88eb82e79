//! What the interview comes to while it is filled: rules, path proposed,
//! answers of the last time to be confirmed.

use super::{Interview, form};
use crate::desk::interview::{self, Subject};
use crate::desk::query::PersonCard;
use crate::domain::assessment::AssessmentForm;
use crate::domain::assessment::versions;
use crate::domain::finding::{Finding, Level};
use crate::tables::questionnaires;
use crate::ui::effect::{Effect, Effects, Notice, Sign};
use crate::ui::screen::Cx;
use crate::ui::screens::common::person_band;
use crate::ui::strings::assessment as words;

impl Interview {
    pub(super) fn arrived(&mut self, card: Box<PersonCard>, cx: &Cx) -> Effects {
        let band = Effect::Person(Some(Box::new(person_band(&card))));
        if self.card.replace(card).is_none() {
            self.begin(cx);
        }
        self.arrival = super::Arrival::Here;
        vec![band]
    }

    /// Fills what is known, marks what is of the last time, and goes to the
    /// first thing nobody has answered yet.
    fn begin(&mut self, cx: &Cx) {
        let Some(card) = &self.card else { return };
        self.form.read(&form::known(card, cx.today()));
        if let (Some(last), Some(questionnaire)) = (card.assessment(), self.questionnaire) {
            let held = versions::all_answers(last);
            let known = questionnaire.questions().filter(|q| held.contains_key(&q.code));
            self.carried = known.map(|question| question.code.clone()).collect();
        }
        // The path of the last time was the operator's; without one it is ours.
        let first = card.assessment().is_none();
        self.proposed =
            if first { self.form.values().raw("assessment.path").to_owned() } else { String::new() };
        self.remark();
        let raw = self.form.values();
        let must = self.questionnaire.into_iter().flat_map(|q| q.questions()).filter(|q| q.need);
        let before = ["profiling.province", "profiling.education", "profiling.ever_worked"];
        let open = before.into_iter().chain(must.map(|q| q.path.as_str())).chain(["assessment.judgement"]);
        let open = open.into_iter().find(|name| raw.raw(name).is_empty());
        if let Some(name) = open.filter(|_| !self.form.changed()) {
            self.form.focus_on(name);
        }
        self.weigh(cx);
    }

    /// What the operator went over is no longer of the last time.
    pub(super) fn confirm(&mut self, name: &str) {
        if let Some(code) = name.strip_prefix("assessment.answers.")
            && self.carried.remove(code)
        {
            self.remark();
        }
    }

    fn remark(&mut self) {
        for question in self.questionnaire.into_iter().flat_map(|q| q.questions()) {
            let carried = self.carried.contains(&question.code);
            self.form.remark(&question.path, if carried { words::TO_CONFIRM } else { "" });
        }
    }

    /// Another day may have another questionnaire; what was answered stays.
    pub(super) fn other_day(&mut self, cx: &Cx) {
        let Some(day) = self.form.values().date("assessment.date") else { return };
        let of_day = questionnaires::on(day);
        if of_day == self.questionnaire {
            return;
        }
        let (held, focus) = (self.form.draft(), self.form.focus());
        self.questionnaire = of_day;
        self.form = form::new(cx, of_day);
        self.form.load(&held);
        self.form.focus_on(focus.unwrap_or("assessment.date"));
        self.remark();
    }

    pub(super) fn read(&self) -> AssessmentForm {
        AssessmentForm {
            carried: self.carried.iter().cloned().collect(),
            ..form::read(&self.form, self.questionnaire)
        }
    }

    /// Weighs the interview as it is now: the path proposed goes into the
    /// form, unless the operator chose one.
    pub(super) fn weigh(&mut self, cx: &Cx) {
        for _ in 0..2 {
            let assessment = self.read();
            let Some(card) = &self.card else { return };
            let subject = Subject {
                registrant: &card.registrant,
                dids: &card.dids,
                events: &card.events,
                assessments: &card.assessments,
                catalogue: cx.law().catalogue(),
                today: cx.today(),
            };
            let weighed = interview::weigh(&assessment, subject);
            let path = weighed.proposal.as_ref().map(|proposal| proposal.path.clone());
            self.weighed = Some(weighed);
            let ours = assessment.path == self.proposed;
            match path {
                Some(path) if ours && path != self.proposed => {
                    self.form.put("assessment.path", &path);
                    self.proposed = path;
                }
                _ => break,
            }
        }
        self.mark();
    }

    /// How far each step of the questionnaire is.
    fn mark(&mut self) {
        let Some(questionnaire) = self.questionnaire else { return };
        let answers = self.read().answers;
        for (place, section) in questionnaire.sections.iter().enumerate() {
            let (given, of) = questionnaire.progress(section, &answers);
            self.form.mark_page(form::FIRST_SECTION + place, words::progress(given, of));
        }
    }

    pub(super) fn findings(&self) -> &[Finding] {
        self.weighed.as_ref().map_or(&[], |weighed| &weighed.findings)
    }

    /// What does not stop the interview but will stop what comes of it, in a
    /// field left empty: said once, with the focus there.
    pub(super) fn remind(&mut self) -> Option<Notice> {
        let here = |name: &str| self.form.specs().any(|spec| spec.name == name);
        let empty = |name: &str| here(name) && self.form.values().raw(name).is_empty();
        let wanted = |f: &&Finding| f.level == Level::Show && f.field.as_deref().is_some_and(empty);
        let found = self.findings().iter().find(wanted)?.clone();
        self.form.focus_on(found.field.as_deref().unwrap_or_default());
        let said = Notice { text: words::later(&found.text), ..Notice::finding(&found) };
        self.form.find_all(vec![found]);
        Some(Notice { sign: Sign::Warn, ..said })
    }

    /// What the rules say now, once something was typed.
    pub(super) fn check(&mut self, cx: &Cx) {
        self.weigh(cx);
        let values = self.form.values();
        // What is only missing is said when saving, not while writing.
        let typed = |field: Option<&str>| field.is_none_or(|name| !values.raw(name).is_empty());
        // What the steps and the proposal show already is not said twice.
        let shown = |f: &&Finding| !["R-ASM-16", "R-ASM-17"].contains(&&*f.rule.0);
        let said = self.findings().iter().filter(|f| typed(f.field.as_deref())).filter(shown).cloned();
        let said = said.collect();
        self.form.find_all(said);
    }
}
