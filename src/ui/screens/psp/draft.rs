//! What was being typed when PS01 was left, put back.

use std::collections::BTreeMap;

use super::rows::Row;
use super::{Editor, Place};
use crate::domain::ids::{MeasureId, SearchActId};
use crate::ui::effect::{Effects, Notice};
use crate::ui::screen::Cx;
use crate::ui::strings::shell;

/// Name under which a draft keeps its section.
pub(super) const SECTION: &str = "#section";
/// Name under which a draft keeps its row; empty for a new one.
pub(super) const ROW: &str = "#row";

impl Editor {
    /// What was being typed when the screen was left.
    pub(super) fn put_draft_back(&mut self, cx: &Cx) -> Effects {
        let Some((values, focus)) = self.draft.take() else { return Vec::new() };
        let section = values.get(SECTION).and_then(|text| text.parse().ok());
        let (Some(section), true) = (section, self.editable()) else { return Vec::new() };
        self.place = Place::Body;
        self.show(section, cx);
        if let Some(id) = values.get(ROW) {
            self.restore_row(id, &values, &focus, cx);
        } else if let Some(form) = &mut self.form {
            form.restore(&values);
            form.focus_on(&focus);
            self.place = Place::Form;
            self.check(cx);
        }
        vec![Notice::info(shell::DRAFT_BACK).into()]
    }

    fn restore_row(&mut self, id: &str, values: &BTreeMap<String, String>, focus: &str, cx: &Cx) {
        let today = cx.today();
        let mut row = if self.section == 6 {
            Row::measure(self.measures.rows().iter().find(|m| m.id == MeasureId(parse(id))), today)
        } else {
            Row::act(self.acts.rows().iter().find(|a| a.id == SearchActId(parse(id))), today)
        };
        row.form.restore(values);
        row.form.focus_on(focus);
        self.row = Some(row);
        self.place = Place::Row;
    }
}

fn parse(id: &str) -> uuid::Uuid {
    id.parse().unwrap_or_default()
}
