//! A form told line by line: `Data DID, data, obbligatorio: 12/11/2026`.

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
        self.tell_accepted(out, None);
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
            return out.pair_as(&label, crate::ui::strings::people::SPECIAL, Role::Disabled);
        }
        match (field.is_area(), focused) {
            (true, true) => tell_area(field, out, &label),
            (true, false) => out.pair(&label, field.line.text()),
            (false, _) => {
                let (value, cursor) = match field.spec.kind {
                    Kind::Several { .. } => (self.chosen_labels(place), 0),
                    _ => value_of(field),
                };
                out.typed(&label, &value, focused.then_some(cursor));
            }
        }
        if let Some(why) = field.problem {
            out.say(&format!("[X] {}", words::unread(why)), Role::Error);
        }
        let about = |finding: &&crate::domain::finding::Finding| self.field_of(finding) == Some(place);
        self.findings.iter().filter(about).for_each(|finding| out.finding(finding));
        self.tell_accepted(out, Some(place));
        if let Some(remark) = self.remarks.get(field.spec.name) {
            out.say(remark, Role::Label);
        }
        if focused && !field.spec.hint.is_empty() {
            out.pair(said::HOW, field.spec.hint);
        }
        if field.is_area() && focused && field.room() <= words::FEW_LEFT {
            out.say(&words::left(field.room()), Role::Warn);
        }
    }

    fn tell_accepted(&self, out: &mut Linear, place: Option<usize>) {
        for warning in self.accepted_at(place) {
            out.say(&format!("[!] {}", words::accepted(warning)), Role::Label);
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
            Kind::Choice { .. } | Kind::Several { .. } if spec.digits => {
                let items = self.items(place);
                let numbered: Vec<String> =
                    items.iter().enumerate().map(|(at, item)| format!("{} {}", at + 1, item.label)).collect();
                let numbered = numbered.join(", ");
                match spec.kind {
                    Kind::Several { .. } => said::some_of(&numbered),
                    _ => said::among(&numbered),
                }
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
    let text = field.line.text();
    let column = field.line.column();
    match field.spec.kind {
        Kind::Tick => (if text == ON { said::YES } else { said::NO }.to_owned(), 0),
        Kind::Choice { .. } => (field.item.as_ref().map(|item| item.label.clone()).unwrap_or_default(), 0),
        Kind::Text { secret: true, .. } => {
            let stars = |text: &str| text.graphemes(true).count();
            ("*".repeat(stars(text)), stars(&text[..field.line.cursor()]))
        }
        Kind::Lookup { .. } => {
            let label = field.item.as_ref().filter(|item| !item.code.is_empty()).map(|item| &item.label);
            let value = label.map_or_else(|| text.to_owned(), |label| format!("{text} {label}"));
            (value, column)
        }
        _ => (text.to_owned(), column),
    }
}

/// A text of several lines while it is written: the rows around the cursor.
fn tell_area(field: &Field, out: &mut Linear, label: &str) {
    let Kind::Area { rows } = field.spec.kind else { return };
    let cells = usize::from(out.cells());
    field.cells.set(cells);
    let (row, column) = field.line.place(cells);
    let high = usize::from(rows.clamp(1, ROWS));
    let top = (row + 1).saturating_sub(high);
    let all = field.line.rows(cells);
    let text = |place: usize| all.get(place).map_or("", |(start, end)| &field.line.text()[*start..*end]);
    let lines: Vec<String> = (top..top + high).map(|place| text(place).trim_end().to_owned() + " ").collect();
    out.written(label, &lines, (row - top, u16::try_from(column.min(cells - 1)).unwrap_or(0)));
}
