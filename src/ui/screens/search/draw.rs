//! PE01 on the screen: line, list, what tells people apart, preview.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Search, name_of};
use crate::desk::query::{FoundRow, Opened, Reason};
use crate::ui::look::{Look, width, wrap};
use crate::ui::screen::Cx;
use crate::ui::strings::search as words;
use crate::ui::strings::shell;
use crate::ui::theme::Role;

impl Search {
    pub(super) fn draw_body(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let look = cx.look;
        let at = area.x + width(words::SEARCH) + 1;
        let bottom = area.bottom();
        look.put(frame.buffer_mut(), area, area.x, area.y, words::SEARCH, Role::Label);
        look.put(frame.buffer_mut(), area, at + 1, area.y + 1, words::WHAT, Role::Disabled);
        self.draw_count(
            frame,
            Rect { x: at + 44, width: area.width.saturating_sub(at + 44 - area.x), ..area },
            look,
        );
        let top = area.y + 3;
        let room = Rect { y: top, height: bottom.saturating_sub(top + 4), ..area };
        if self.typed().is_empty() {
            self.draw_opened(frame, room, cx);
        } else {
            self.table.draw(frame, room, true, look, |row| cells(row, "", cx));
            self.draw_below(frame, Rect { y: bottom - 3, height: 3, ..area }, look);
        }
        // Last, so that the cursor stands in the line and not in the list.
        self.line.draw(frame, Rect { x: at, width: 42, height: 1, ..area }, true, look);
    }

    fn draw_count(&self, frame: &mut Frame, area: Rect, look: &Look) {
        if self.typed().is_empty() || self.table.failed() {
            return;
        }
        let text = if self.fresh() {
            words::found(self.found.rows.len(), self.found.more)
        } else {
            shell::LOADING.to_owned()
        };
        look.put(frame.buffer_mut(), area, area.x, area.y, &text, Role::Label);
    }

    fn draw_opened(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let look = cx.look;
        if self.reach.hand.opened.is_empty() {
            look.put(frame.buffer_mut(), area, area.x, area.y, words::BEGIN, Role::Label);
            return;
        }
        look.put(frame.buffer_mut(), area, area.x, area.y, words::OPENED, Role::Title);
        let list = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        self.table.draw(frame, list, true, look, |row| {
            let of = |opened: &&Opened| opened.row.hit.registrant == row.hit.registrant;
            let at = self.reach.hand.opened.iter().find(of);
            cells(row, &at.map(|opened| opened.at.format("%H:%M").to_string()).unwrap_or_default(), cx)
        });
    }

    /// Why the one under the pointer is here, what `=` means, who was opened.
    fn draw_below(&self, frame: &mut Frame, area: Rect, look: &Look) {
        let buf = frame.buffer_mut();
        let mut x = area.x;
        if self.found.rows.iter().any(|row| row.namesake) {
            x = look.put(buf, area, x, area.y, words::NAMESAKES, Role::Label) + 3;
        }
        if let Some(row) = self.table.selected().filter(|row| row.hit.reason != Reason::Name) {
            look.put(buf, area, x, area.y, &found_by(row), Role::Info);
        }
        if self.reach.hand.opened.is_empty() {
            return;
        }
        let mut x = look.put(buf, area, area.x, area.y + 2, words::OPENED_LINE, Role::Label) + 1;
        for opened in &self.reach.hand.opened {
            let text = format!("{} {}", name_of(&opened.row), opened.at.format("%H:%M"));
            if x + width(&text) > area.right() {
                break;
            }
            x = look.put(buf, area, x, area.y + 2, &text, Role::Text) + 3;
        }
    }

    /// The right column: from the hit alone, since opening a card is logged.
    pub(super) fn draw_preview(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let look = cx.look;
        let mut y = area.y;
        let mut say = |text: &str, role| {
            for line in wrap(text, usize::from(area.width)) {
                look.put(frame.buffer_mut(), area, area.x, y, &line, role);
                y += 1;
            }
        };
        say(words::PREVIEW, Role::Title);
        let Some(row) = self.table.selected() else { return };
        say(&name_of(row), Role::Person);
        say("\n", Role::Text);
        if let Some(birth) = row.hit.birth_date {
            let age =
                cx.today().years_since(birth).map(|years| format!("({years} anni)")).unwrap_or_default();
            say(&format!("{} {} {age}", words::BORN, birth.format("%d/%m/%Y")), Role::Text);
        }
        say(&format!("{} {}", words::CODE, row.hit.fiscal_code), Role::Text);
        say(&format!("{} {}", words::DID, did(row)), Role::Text);
        if row.hit.reason != Reason::Name {
            say("\n", Role::Text);
            say(words::FOUND_BY, Role::Title);
            say(&found_by(row), Role::Text);
        }
        say("\n", Role::Text);
        say(words::IN_AGENDA, Role::Title);
        let id = row.hit.registrant;
        if self.reach.hand.expected.contains(&id) {
            say(words::YES, Role::Ok);
        } else if self.reach.hand.knows(id) {
            say(words::OPENED_TODAY, Role::Text);
        } else {
            say(words::NO, Role::Text);
            for (letter, word) in words::REASONS {
                say(&format!("  {} {word}", letter.to_lowercase()), Role::Label);
            }
        }
    }
}

fn did(row: &FoundRow) -> &'static str {
    row.did.map_or(words::NO_DID, crate::domain::did::DidState::label)
}

pub(super) fn found_by(row: &FoundRow) -> String {
    let (_, full) = words::reason(row.hit.reason);
    format!("{full} {}", row.hit.matched)
}

/// The last column: open now, when it was opened today, or why it is here.
pub(super) fn cells(row: &FoundRow, hour: &str, cx: &Cx) -> Vec<String> {
    let hit = &row.hit;
    let (short, _) = words::reason(hit.reason);
    vec![
        name_of(row),
        if row.namesake { words::NAMESAKE.to_owned() } else { String::new() },
        hit.birth_date.map(|day| day.format("%d/%m/%Y").to_string()).unwrap_or_default(),
        hit.fiscal_code.clone(),
        did(row).to_owned(),
        match cx.open.iter().any(|open| open.id == Some(hit.registrant)) {
            true => words::OPEN_NOW.to_owned(),
            false if hour.is_empty() => short.to_owned(),
            false => hour.to_owned(),
        },
    ]
}
