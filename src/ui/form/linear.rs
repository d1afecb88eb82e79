//! A form told line by line: `Data DID, data, obbligatorio: 12/11/2026`.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::field::Field;
use super::spec::{FieldSpec, Kind, Line};
use super::values::ON;
use super::{Form, words};
use crate::ui::linear::Linear;
use crate::ui::strings::linear as said;
use crate::ui::theme::Role;

/// Rows of a text of several lines at most while it is written.
const ROWS: u16 = 6;

impl Form {
    /// Tells the form, or what F4 opened over it. It has no focus while it is
    /// not `awake`, when the keys go elsewhere.
    pub fn linear(&self, out: &mut Linear, awake: bool) {
        if let Some(popup) = &self.popup {
            return out.over(|out| popup.linear(out));
        }
        let seen = self.seen();
        let focused = if awake { self.focused() } else { None };
        let pages = self.spec.pages.len();
        for (number, page) in self.spec.pages.iter().enumerate() {
            if pages > 1 {
                out.head(&said::page(number + 1, pages, page.title));
            }
            for line in &page.lines {
                match line {
                    Line::Gap => {}
                    Line::Head(title) => out.head(title),
                    Line::Note(text) => out.say(text, Role::Label),
                    Line::Row { label, fields } => {
                        let mut before = "";
                        for place in fields.iter().copied().filter(|place| seen[*place]) {
                            self.tell_field(out, place, (label, before), focused == Some(place));
                            before = self.fields[place].spec.label;
                        }
                    }
                }
            }
        }
        let nowhere = |finding: &&crate::domain::finding::Finding| self.field_of(finding).is_none();
        self.findings.iter().filter(nowhere).for_each(|finding| out.finding(finding));
    }

    /// Tells how many findings there are and whether the draft is safe.
    pub fn linear_status(&self, out: &mut Linear, draft_saved: &str) {
        let (blocks, warns) = self.counts();
        out.say(&words::checks(blocks, warns), if blocks > 0 { Role::Error } else { Role::Label });
        if self.changed() {
            out.say(words::MODIFIED, Role::Label);
        }
        if !draft_saved.is_empty() {
            out.say(&words::draft_saved(draft_saved), Role::Label);
        }
    }

    fn tell_field(&self, out: &mut Linear, place: usize, row: (&str, &str), focused: bool) {
        let field = &self.fields[place];
        let label = self.spoken(place, row);
        if self.is_veiled(place) {
            return out.pair(&label, crate::ui::strings::people::SPECIAL);
        }
        match (&field.area, focused) {
            (Some(_), true) => tell_area(field, out, &label),
            (Some(area), false) => out.pair(&label, &area.lines().join("\n")),
            (None, _) => {
                let (value, cursor) = value_of(field);
                out.typed(&label, &value, focused.then_some(cursor));
            }
        }
        if let Some(why) = field.problem {
            out.say(&format!("[X] {}", words::unread(why)), Role::Error);
        }
        let about = |finding: &&crate::domain::finding::Finding| self.field_of(finding) == Some(place);
        self.findings.iter().filter(about).for_each(|finding| out.finding(finding));
        if let Some(remark) = self.remarks.get(field.spec.name) {
            out.say(remark, Role::Label);
        }
        if focused && !field.spec.hint.is_empty() {
            out.pair(said::HOW, field.spec.hint);
        }
        if let (Some(area), true) = (&field.area, focused) {
            let used = area.lines().join("\n").graphemes(true).count();
            let left = field.spec.limit.saturating_sub(used);
            if left <= 50 {
                out.say(&words::left(left), Role::Warn);
            }
        }
    }

    /// Label, kind, whether it must be filled. The row's label and that of the
    /// field before it say what a short one (`n.`, `il`) belongs to.
    fn spoken(&self, place: usize, (row, before): (&str, &str)) -> String {
        let spec = &self.fields[place].spec;
        let need = spec.need || row.ends_with('*') || spec.label.ends_with('*');
        let off = self.off.contains(spec.name);
        let kind = match spec.kind {
            Kind::Choice { inline: true, .. } => {
                let items = self.items(place);
                let labels: Vec<&str> = items.iter().map(|item| item.label.as_str()).collect();
                said::among(&labels.join(", "))
            }
            kind => said::kind(&kind).to_owned(),
        };
        said::field(&label_of(spec, row, before), &kind, need, off)
    }
}

/// Cells of a label that says nothing by itself.
const SHORT: usize = 4;

fn label_of(spec: &FieldSpec, row: &str, before: &str) -> String {
    let bare = |label: &str| label.trim_end_matches('*').trim().to_owned();
    let short = spec.label.width() <= SHORT && row.is_empty();
    let mut parts = vec![bare(row), bare(if short { before } else { "" }), bare(spec.label)];
    parts.retain(|part| !part.is_empty());
    parts.join(", ")
}

/// What stands in a field of one line, and the cell of its cursor.
fn value_of(field: &Field) -> (String, usize) {
    let text = field.line.value();
    match field.spec.kind {
        Kind::Tick => (if text == ON { said::YES } else { said::NO }.to_owned(), 0),
        Kind::Choice { .. } => (field.item.as_ref().map(|item| item.label.clone()).unwrap_or_default(), 0),
        Kind::Text { secret: true, .. } => ("*".repeat(text.chars().count()), field.line.cursor()),
        Kind::Lookup { .. } => {
            let label = field.item.as_ref().filter(|item| !item.code.is_empty()).map(|item| &item.label);
            let value = label.map_or_else(|| text.to_owned(), |label| format!("{text} {label}"));
            (value, field.line.visual_cursor())
        }
        _ => (text.to_owned(), field.line.visual_cursor().min(text.width())),
    }
}

/// A text of several lines while it is written, as its own widget shows it.
fn tell_area(field: &Field, out: &mut Linear, label: &str) {
    let (Some(area), Kind::Area { rows }) = (&field.area, field.spec.kind) else { return };
    let room = Rect { x: 0, y: 0, width: out.cells(), height: rows.clamp(1, ROWS) };
    let mut buf = Buffer::empty(room);
    area.as_ref().render(room, &mut buf);
    let text = |y: u16| (0..room.width).map(|x| buf[(x, y)].symbol()).collect::<String>();
    let lines: Vec<String> = (0..room.height).map(|y| text(y).trim_end().to_owned() + " ").collect();
    let at = area.screen_cursor();
    let (top, left) = area.scroll_offset();
    let row = at.row.saturating_sub(usize::from(top)).min(lines.len() - 1);
    let column = at.col.saturating_sub(usize::from(left));
    out.written(label, &lines, (row, u16::try_from(column).unwrap_or(0).min(room.width - 1)));
}
