//! Drawing OP01, and telling it line by line.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::Staff;
use crate::domain::office::Operator;
use crate::domain::permission::Permission;
use crate::ui::chrome::WIDE;
use crate::ui::linear::Linear;
use crate::ui::screen::Cx;
use crate::ui::side::{Column, draw_form_side};
use crate::ui::strings::staff as words;
use crate::ui::theme::Role;

/// Rows under the list: who is under the pointer.
const FOOT: u16 = 7;
/// Rows of a form that are no fields: its heading, what the rules say.
const HEAD_AND_FINDING: u16 = 3;

fn cells(who: &Operator) -> Vec<String> {
    vec![
        who.username.clone(),
        format!("{} {}", who.surname, who.name),
        who.role.label().to_owned(),
        who.siul_user.clone(),
        until(who),
    ]
}

fn until(who: &Operator) -> String {
    who.disabled_at.map(|at| at.format("%d/%m/%Y").to_string()).unwrap_or_default()
}

/// What the role may not do and what it may, by the tables of today: the
/// shorter list first.
fn rights(who: &Operator, cx: &Cx) -> [(&'static str, String); 2] {
    let catalogue = cx.tables();
    let told = |may: bool| {
        let all = Permission::ALL.iter().copied();
        let these = all.filter(|what| catalogue.roles_that_may(*what, cx.today()).contains(&who.role) == may);
        these.map(|what| catalogue.permission_label(what, cx.today())).collect::<Vec<_>>().join("; ")
    };
    let mut lists = [(words::MAY, told(true)), (words::MAY_NOT, told(false))];
    lists.sort_by_key(|(_, list)| list.len());
    lists
}

impl Staff {
    pub(super) fn draw_body(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let wide = frame.area().width >= WIDE;
        let below = if self.printing.is_open() {
            self.printing.rows(area.height)
        } else {
            match self.panel.get() {
                Some(panel) => (panel.rows() + HEAD_AND_FINDING).min(area.height.saturating_sub(4)),
                None if wide => 0,
                None => FOOT.min(area.height / 2),
            }
        };
        let list = Rect { height: area.height - below, ..area };
        let foot = Rect { y: list.bottom(), height: below, ..area };
        let busy = self.panel.is_open() || self.printing.is_open();
        self.list.draw(frame, list, !busy, cx.look, cells);
        if below == 0 {
            return;
        }
        if self.printing.is_open() {
            return self.printing.draw(frame, foot, area, cx.look);
        }
        let inside = Rect { y: foot.y + 1, height: foot.height.saturating_sub(1), ..foot };
        cx.look.rule(frame.buffer_mut(), foot, foot.y);
        match self.panel.get() {
            Some(panel) => {
                let title = format!(" {} ", panel.heading());
                cx.look.put(frame.buffer_mut(), foot, foot.x + 2, foot.y, &title, Role::Title);
                panel.form.draw_in(frame, inside, area, true, cx.look);
                if let Some(finding) = panel.form.findings().first().filter(|_| !wide) {
                    let last = Rect { y: foot.bottom().saturating_sub(2), height: 2, ..foot };
                    Column::new(last, cx.look).finding(frame, finding);
                }
            }
            None => self.details(&mut Column::new(inside, cx.look), frame, cx),
        }
    }

    fn said(&self, cx: &Cx) -> Vec<(&'static str, String)> {
        let Some(who) = self.list.selected() else { return Vec::new() };
        let mut said = vec![
            (words::ROOM, who.room.clone()),
            (words::PHONE, who.phone.clone()),
            (words::EMAIL, who.email.clone()),
            (words::SIUL, who.siul_user.clone()),
        ];
        said.extend(rights(who, cx));
        said.retain(|(_, text)| !text.is_empty());
        said
    }

    fn details(&self, column: &mut Column<'_>, frame: &mut Frame, cx: &Cx) {
        for (label, text) in self.said(cx) {
            column.pair(frame, label, &text);
        }
    }

    pub(super) fn draw_side(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        if let Some(form) = self.printing.form() {
            return draw_form_side(form, frame, area, cx.look);
        }
        if let Some(panel) = self.panel.get() {
            return draw_form_side(&panel.form, frame, area, cx.look);
        }
        let mut column = Column::new(area, cx.look);
        if let Some(who) = self.list.selected() {
            column.title(frame, &who.full_name());
            column.gap();
        }
        self.details(&mut column, frame, cx);
    }

    pub(super) fn tell(&self, out: &mut Linear, cx: &Cx) {
        if self.printing.is_open() {
            return self.printing.linear(out);
        }
        if let Some(panel) = self.panel.get() {
            out.head(&panel.heading());
            panel.form.linear(out, true);
        }
        self.list.linear(out, !self.panel.is_open(), cells);
        for (label, text) in self.said(cx) {
            out.pair(label, &text);
        }
    }
}
