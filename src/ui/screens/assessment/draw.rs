//! AS01 drawn and told: the question in full with its numbered answers, the
//! path proposed with its reasons, what was recorded.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Interview, form};
use crate::domain::assessment::questionnaire::Question;
use crate::domain::assessment::versions;
use crate::tables::questionnaires;
use crate::ui::form::{Status, read};
use crate::ui::linear::Linear;
use crate::ui::look::width;
use crate::ui::screen::Cx;
use crate::ui::side::{Column, draw_form_side};
use crate::ui::strings::assessment as words;
use crate::ui::theme::Role;

/// Rows below the form: the question in full and its answers.
const PROMPT: u16 = 3;
/// And the path with its reasons, on the last steps.
const OUTCOME: u16 = 7;
/// Rows of the right column for the field with the focus.
const HELP: u16 = 14;

impl Interview {
    /// The question with the focus.
    fn question(&self) -> Option<&'static Question> {
        let name = self.form.focus()?;
        self.questionnaire?.questions().find(|question| question.path == name)
    }

    /// Is the focus on the last step, where the path is chosen?
    fn chooses(&self) -> bool {
        self.form.focus().is_some_and(|name| name.starts_with("assessment.path"))
    }

    /// The path proposed, the sum, the reasons: a line each with its role.
    fn proposal(&self, cx: &Cx) -> Vec<(String, Role)> {
        let Some(weighed) = &self.weighed else { return Vec::new() };
        let (Some(proposal), Some(method)) = (&weighed.proposal, weighed.method) else {
            return vec![(words::NO_PROPOSAL.to_owned(), Role::Label)];
        };
        let day = self.form.values().date("assessment.date").unwrap_or(cx.today());
        let label = |code| cx.tables().paths().label_on(code, day);
        let path = words::proposed(label(&proposal.path), proposal.instead_of.as_deref().map(label));
        let mut lines = vec![(path, Role::Text), (method.arithmetic(proposal), Role::Label)];
        if proposal.reasons.is_empty() {
            lines.push((words::NO_REASONS.to_owned(), Role::Label));
        }
        let reasons = proposal.reasons.iter();
        lines.extend(reasons.map(|reason| (words::weight(reason.points, &reason.text), Role::Text)));
        lines
    }

    fn targets(&self, cx: &Cx) -> Vec<String> {
        let targets = self.weighed.iter().flat_map(|weighed| &weighed.targets);
        targets.map(|t| format!("{}: {}", cx.tables().gol_targets().label(&t.code), t.reason)).collect()
    }

    pub(super) fn draw_all(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        if self.done {
            return self.draw_done(frame, area, cx);
        }
        let look = cx.look;
        let status = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
        let below = if self.chooses() { OUTCOME } else { PROMPT };
        let room = Rect { height: area.height.saturating_sub(below + 1), ..area };
        self.form.draw_in(frame, room, area, true, look);
        if !self.arrival.here() {
            return self.arrival.draw(frame, status, look);
        }
        if self.form.has_popup() {
            return;
        }
        self.form.draw_status(frame, status, Status { draft_saved: cx.draft_saved }, look);
        let low = Rect { y: room.bottom(), height: status.y.saturating_sub(room.bottom()), ..area };
        match self.question() {
            _ if self.chooses() => {
                let mut column = Column::new(low, look);
                column.title(frame, words::PROPOSAL);
                for (text, role) in self.proposal(cx) {
                    column.write(frame, &text, role, 0);
                }
            }
            Some(question) => self.draw_question(frame, low, question, cx),
            None => {
                let last = low.bottom().saturating_sub(1);
                look.put(frame.buffer_mut(), low, low.x, last, words::FREE, Role::Disabled);
            }
        }
    }

    /// The question as it is put; below it the answers with their digits,
    /// those chosen apart by their role and sign.
    fn draw_question(&self, frame: &mut Frame, area: Rect, question: &Question, cx: &Cx) {
        let look = cx.look;
        let mut column = Column::new(area, look);
        column.write(frame, &question.text, Role::Title, 0);
        let (mut x, mut y) = (area.x, column.row());
        for (text, chosen) in self.form.numbered() {
            let text = if chosen { format!("[{text}]") } else { text };
            if x > area.x && x + width(&text) > area.right() {
                (x, y) = (area.x, y + 1);
            }
            let role = if chosen { Role::Text } else { Role::Label };
            x = look.put(frame.buffer_mut(), area, x, y, &text, role) + 3;
        }
    }

    pub(super) fn tell(&self, out: &mut Linear, cx: &Cx) {
        if self.done {
            out.head(words::DONE);
            return self.recorded(cx).into_iter().for_each(|(text, role)| out.say(&text, role));
        }
        self.form.linear(out, true);
        out.say(words::FREE, Role::Disabled);
        if let Some(question) = self.question() {
            out.say(&question.text, Role::Title);
            // The marks of what is chosen.
            let chosen = self.form.numbered().into_iter().filter(|(_, chosen)| *chosen);
            chosen.for_each(|(text, _)| out.say(&format!("[{text}]"), Role::Text));
        }
        out.head(words::PROPOSAL);
        self.proposal(cx).into_iter().for_each(|(text, role)| out.say(&text, role));
        self.arrival.linear(out);
        self.form.linear_status(out, cx.draft_saved);
    }

    pub(super) fn draw_side(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        if self.done {
            return;
        }
        draw_form_side(&self.form, frame, Rect { height: area.height.min(HELP), ..area }, cx.look);
        let top = area.y + (HELP + 1).min(area.height);
        let mut column =
            Column::new(Rect { y: top, height: area.bottom().saturating_sub(top), ..area }, cx.look);
        if let Some(questionnaire) = self.questionnaire {
            column.title(frame, words::PROGRESS);
            let answers = form::read(&self.form, self.questionnaire).answers;
            let far = questionnaire.sections.iter().map(|section| {
                let (given, of) = questionnaire.progress(section, &answers);
                format!("{} {}", section.title, words::progress(given, of))
            });
            column.write(frame, &far.collect::<Vec<_>>().join(" · "), Role::Text, 0);
            column.gap();
        }
        if !self.chooses() {
            column.title(frame, words::PROPOSAL);
            for (text, role) in self.proposal(cx).into_iter().take(4) {
                column.write(frame, &text, role, 0);
            }
            column.gap();
        }
        let targets = self.targets(cx);
        if !targets.is_empty() {
            column.title(frame, words::TARGETS);
            targets.iter().for_each(|text| column.write(frame, text, Role::Text, 0));
            column.gap();
        }
        column.title(frame, words::LAST);
        let last = self.card.as_ref().and_then(|card| card.assessment());
        let text = last.map_or_else(
            || words::NO_LAST.to_owned(),
            |a| {
                words::recorded(
                    &read::show_date(a.date),
                    &a.by,
                    cx.tables().paths().label_on(&a.path, a.date),
                )
            },
        );
        column.write(frame, &text, Role::Text, 0);
        if let Some(last) = last {
            column.write(frame, &last.judgement, Role::Label, 0);
        }
    }

    /// What was recorded, and what changed from the time before.
    fn recorded(&self, cx: &Cx) -> Vec<(String, Role)> {
        let Some(card) = &self.card else { return Vec::new() };
        let Some(now) = card.assessment() else { return Vec::new() };
        let line = words::recorded(
            &read::show_date(now.date),
            &now.by,
            cx.tables().paths().label_on(&now.path, now.date),
        );
        let mut lines = vec![(line, Role::Text), (now.judgement.clone(), Role::Text)];
        let before = card.assessments.iter().find(|a| Some(a.id) == now.previous);
        if let Some(before) = before {
            lines.push((words::CHANGES.to_owned(), Role::Title));
            let of = |a: &crate::domain::assessment::Assessment| {
                questionnaires::get(&a.questionnaire, a.questionnaire_version)
            };
            let changes = versions::differences((before, of(before)), (now, of(now)));
            if changes.is_empty() {
                lines.push((words::NO_CHANGES.to_owned(), Role::Label));
            }
            lines.extend(changes.iter().map(|c| (words::change(&c.what, &c.before, &c.now), Role::Text)));
        }
        lines
    }

    fn draw_done(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let room = Rect { x: area.x + 1, y: area.y + 1, width: area.width.saturating_sub(2).min(76), ..area };
        let room = Rect { height: area.height.saturating_sub(1), ..room };
        let mut column = Column::new(room, cx.look);
        column.title(frame, words::DONE);
        column.gap();
        for (place, (text, role)) in self.recorded(cx).into_iter().enumerate() {
            if place > 0 && (place == 1 || role == Role::Title) {
                column.gap();
            }
            column.write(frame, &text, role, 0);
        }
    }
}
