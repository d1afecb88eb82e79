//! Today's figures and the operator's day.

use chrono::TimeDelta;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::Home;
use crate::desk::health::{Sign, State};
use crate::desk::query::AgendaRow;
use crate::ui::look::{Look, width, wrap};
use crate::ui::screen::Cx;
use crate::ui::strings::home as words;
use crate::ui::strings::shell;
use crate::ui::theme::Role;

/// What is said of the office: how it stands and what to do.
pub(super) fn told(sign: &Sign) -> String {
    let mark = if sign.state == State::Wrong { "[X]" } else { "[!]" };
    format!("{mark} {} {}", sign.said, sign.hint)
}

/// A column as high as this has room for warnings and everything else; in a
/// lower one, what says that there is nothing gives way.
const ROOMY: u16 = 24;
/// Rows of the warnings that are told; of the others only how many.
const TOLD: usize = 4;

/// What is to be done about the office itself, the worst first.
fn draw_warnings(page: &mut Page<'_, '_, '_>, warnings: &[Sign]) {
    if warnings.is_empty() {
        return;
    }
    page.line(words::OF_THE_OFFICE, Role::Title);
    let end = usize::from(page.y) + TOLD;
    for (place, sign) in warnings.iter().enumerate() {
        let text = told(sign);
        let lines = wrap(&text, usize::from(page.area.width)).len();
        let last = place + 1 == warnings.len();
        if place > 0 && usize::from(page.y) + lines + usize::from(!last) > end {
            page.line(&words::more_warnings(warnings.len() - place), Role::Label);
            break;
        }
        page.text(&text, if sign.state == State::Wrong { Role::Error } else { Role::Warn });
    }
    page.y += 1;
}

/// Writes one line below the other.
struct Page<'a, 'b, 'c> {
    frame: &'a mut Frame<'b>,
    area: Rect,
    y: u16,
    look: &'c Look,
}

impl Page<'_, '_, '_> {
    fn line(&mut self, text: &str, role: Role) {
        self.look.put(self.frame.buffer_mut(), self.area, self.area.x, self.y, text, role);
        self.y += 1;
    }

    fn text(&mut self, text: &str, role: Role) {
        for line in wrap(text, usize::from(self.area.width)) {
            self.line(&line, role);
        }
    }

    /// Label, figure to the right of its column, words after it.
    fn figure(&mut self, label: &str, figure: &str, after: &str) {
        let column = self.area.x + 34;
        let at = column.saturating_sub(width(figure) + 1);
        let buf = self.frame.buffer_mut();
        self.look.put(buf, self.area, self.area.x, self.y, label, Role::Label);
        self.look.put(buf, self.area, at, self.y, figure, Role::Text);
        self.look.put(buf, self.area, column + 2, self.y, after, Role::Label);
        self.y += 1;
    }
}

impl Home {
    /// The next to come: one whose hour is over is among those to be closed.
    pub(super) fn next(&self, cx: &Cx) -> Option<String> {
        let to_come = |row: &&AgendaRow| {
            let made = &row.appointment;
            made.state.is_open() && made.start + TimeDelta::minutes(made.minutes.into()) > cx.now
        };
        let row = self.day.as_ref()?.rows.iter().find(to_come)?;
        Some(format!("{}  {}", row.appointment.start.format("%H:%M"), row.person))
    }

    pub(super) fn draw_figures(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let mut page = Page { frame, area, y: area.y, look: cx.look };
        // What may cost the office its data comes before the day's figures.
        let warnings = self.counts.as_ref().map(|counts| counts.warnings.as_slice()).unwrap_or_default();
        draw_warnings(&mut page, warnings);
        page.line(&format!("{}  {}", words::TODAY, words::day(cx.today())), Role::Title);
        let Some(counts) = &self.counts else {
            return if self.failed.is_empty() {
                page.line(shell::LOADING, Role::Disabled);
            } else {
                page.text(&format!("[X] {}", self.failed), Role::Error);
            };
        };
        let wide = area.width >= 43 + 11;
        let done = words::done(counts.mine_done);
        page.figure(words::MINE, &counts.mine_today.to_string(), if wide { &done } else { "" });
        if !wide && counts.mine_today > 0 {
            page.line(&format!("   {done}"), Role::Label);
        }
        page.figure(words::OF_OFFICE, &counts.office_today.to_string(), "");
        page.figure(words::UNSIGNED, &counts.unsigned_psps.to_string(), "");
        let tight = !warnings.is_empty() && area.height < ROOMY;
        if !tight {
            page.figure(words::ARCHIVE, &words::figure(counts.people), "");
        }
        let [overdue, today, week] = counts.terms;
        let soon = words::soon(today, week);
        page.figure(words::OVERDUE, &words::figure(overdue), if wide { &soon } else { "" });
        if !wide {
            page.line(&format!("   {soon}"), Role::Label);
        }
        let (next, unclosed) = (self.next(cx), words::unclosed(counts.mine_unclosed));
        let unclosed = (counts.mine_unclosed > 0).then(|| format!("[!] {unclosed}"));
        if tight {
            unclosed.iter().for_each(|told| page.text(told, Role::Warn));
            if let Some(next) = next {
                page.line(words::NEXT, Role::Title);
                page.line(&next, Role::Person);
            }
            return;
        }
        page.y += 1;
        page.line(words::NEXT, Role::Title);
        let role = if next.is_some() { Role::Person } else { Role::Label };
        page.line(next.as_deref().unwrap_or(words::NO_NEXT), role);
        page.y += 1;
        page.line(&format!("{}  {}", words::TO_CLOSE, words::TO_CLOSE_RULE), Role::Title);
        let role = if unclosed.is_some() { Role::Warn } else { Role::Label };
        page.text(unclosed.as_deref().unwrap_or(words::ALL_CLOSED), role);
    }

    pub(super) fn draw_day(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let mut page = Page { frame, area, y: area.y + 1, look: cx.look };
        page.line(words::MY_DAY, Role::Title);
        let Some(day) = &self.day else {
            return page.line(shell::LOADING, Role::Disabled);
        };
        if let Some(holiday) = day.holiday {
            page.line(holiday, Role::Label);
        }
        if day.rows.is_empty() {
            page.line(words::FREE_DAY, Role::Label);
        }
        // Two lines each and one for what does not fit.
        let room = usize::from(area.bottom().saturating_sub(page.y + 1)) / 2;
        for row in day.rows.iter().take(room) {
            let open = row.appointment.state.is_open();
            let hour = row.appointment.start.format("%H:%M");
            page.line(&format!("{hour}  {}", row.person), if open { Role::Text } else { Role::Disabled });
            page.line(&format!("       {}", row.appointment.state.label()), Role::Label);
        }
        if day.rows.len() > room {
            page.line(&words::others(day.rows.len() - room), Role::Label);
        }
    }
}
