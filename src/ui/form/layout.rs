//! Rows to rectangles: pure, tested with tables.
//!
//! A form is laid out as a strip of rows of the width at hand; the strip is
//! cut into sheets of the height at hand. Pages that fit together stand
//! together on one sheet; a page that is too long is cut between rows.

use super::spec::{FieldSpec, Kind, Line, Spec};
use crate::ui::look::width;

/// Where one field stands, in cells from the corner of its sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which field.
    pub field: usize,
    /// Column and row of its label; `None` when the row's label stands for it.
    pub label: Option<(u16, u16)>,
    /// First cell of the room to type in, brackets outside.
    pub x: u16,
    /// Its row.
    pub y: u16,
    /// Cells of the room.
    pub width: u16,
    /// Rows of the room.
    pub height: u16,
    /// Where what follows it on the row begins (the width of the form when
    /// nothing does): words about the field may be written up to there.
    pub until: u16,
}

/// A text of the form that is no field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Column.
    pub x: u16,
    /// Row.
    pub y: u16,
    /// What it says.
    pub text: String,
    /// A heading, or the label of a row.
    pub head: bool,
}

/// What is seen at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Pages seen on it.
    pub pages: Vec<usize>,
    /// Fields seen on it.
    pub places: Vec<Place>,
    /// Other texts seen on it.
    pub words: Vec<Word>,
    /// Rows used.
    pub height: u16,
}

/// One row of the strip before it is cut.
#[derive(Default)]
struct Row {
    page: usize,
    height: u16,
    places: Vec<Place>,
    words: Vec<Word>,
    gap: bool,
}

/// Widest label column.
const LABELS: u16 = 26;

/// Lays a form out for `width` x `height` cells. `seen` says which fields are
/// shown; `required` marks count in the labels.
#[must_use]
pub fn sheets(spec: &Spec, seen: &[bool], width: u16, height: u16) -> Vec<Sheet> {
    let width = width.max(8);
    // One label column for all pages: fields stay in place when pages turn.
    let lines = spec.pages.iter().flat_map(|page| &page.lines);
    let column = label_column(spec, lines, seen).min(width / 2);
    let pages: Vec<Vec<Row>> =
        (0..spec.pages.len()).map(|page| page_rows(spec, page, seen, column, width)).collect();
    let tall = |rows: &[Row]| rows.iter().map(|row| row.height).sum::<u16>();
    let height = height.max(1);
    let mut sheets: Vec<Sheet> = Vec::new();
    for rows in pages {
        let needed = tall(&rows);
        if let Some(last) = sheets.last_mut()
            && last.height + 1 + needed <= height
            && last.height > 0
        {
            last.height += 1;
            for row in rows {
                push(last, row);
            }
            continue;
        }
        let squeeze = needed > height;
        let mut sheet = Sheet::default();
        for row in rows {
            if row.gap && (squeeze || sheet.height == 0) {
                continue;
            }
            if sheet.height > 0 && sheet.height + row.height > height {
                sheets.push(std::mem::take(&mut sheet));
            }
            push(&mut sheet, row);
        }
        sheets.push(sheet);
    }
    sheets
}

fn push(sheet: &mut Sheet, mut row: Row) {
    for place in &mut row.places {
        place.y += sheet.height;
        if let Some((_, y)) = &mut place.label {
            *y += sheet.height;
        }
    }
    for word in &mut row.words {
        word.y += sheet.height;
    }
    sheet.places.append(&mut row.places);
    sheet.words.append(&mut row.words);
    sheet.height += row.height;
    if !sheet.pages.contains(&row.page) {
        sheet.pages.push(row.page);
    }
}

/// The label of a field with the mark of the required ones.
#[must_use]
pub fn label_of(field: &FieldSpec) -> String {
    if field.need { format!("{} *", field.label) } else { field.label.to_owned() }
}

fn page_rows(spec: &Spec, page: usize, seen: &[bool], column: u16, room: u16) -> Vec<Row> {
    let mut rows = Vec::new();
    for line in &spec.pages[page].lines {
        match line {
            Line::Gap => rows.push(Row { page, height: 1, gap: true, ..Row::default() }),
            Line::Head(title) => rows.push(text_row(page, 0, title, true)),
            Line::Row { label, fields } => {
                let fields: Vec<usize> = fields.iter().copied().filter(|place| seen[*place]).collect();
                if !fields.is_empty() {
                    rows.push(field_row(spec, page, label, &fields, column, room));
                }
            }
        }
    }
    rows
}

fn text_row(page: usize, x: u16, text: &str, head: bool) -> Row {
    let word = Word { x, y: 0, text: text.to_owned(), head };
    Row { page, height: 1, words: vec![word], ..Row::default() }
}

/// How wide the label column is.
fn label_column<'a>(spec: &Spec, lines: impl Iterator<Item = &'a Line>, seen: &[bool]) -> u16 {
    let own = |line: &Line| match line {
        Line::Row { label: "", fields } => {
            let first = fields.iter().find(|place| seen[**place]).map(|place| &spec.fields[*place])?;
            (!matches!(first.kind, Kind::Tick)).then(|| width(&label_of(first)))
        }
        Line::Row { label, .. } => Some(width(label)),
        _ => None,
    };
    lines.filter_map(own).max().unwrap_or(0).min(LABELS)
}

/// Cells a field takes beside its label: brackets, list mark.
fn extra(field: &FieldSpec) -> (u16, u16) {
    match field.kind {
        Kind::Choice { inline: true, .. } => (0, 0),
        Kind::Choice { .. } | Kind::Lookup { .. } | Kind::Several { .. } => (1, 3),
        _ => (1, 1),
    }
}

fn field_row(spec: &Spec, page: usize, label: &'static str, fields: &[usize], column: u16, room: u16) -> Row {
    let mut row = Row { page, height: 1, ..Row::default() };
    let (mut x, mut y, mut first) = (0, 0, true);
    let start = column + 2;
    if !label.is_empty() {
        row.words.push(Word { x: 0, y: 0, text: label.to_owned(), head: false });
        x = start;
    }
    for place in fields {
        let field = &spec.fields[*place];
        let name = label_of(field);
        let tick = matches!(field.kind, Kind::Tick);
        let (left, right) = extra(field);
        let in_column = first && label.is_empty() && !tick;
        let bare = first && !label.is_empty() && field.label.is_empty();
        let lead = if in_column {
            start
        } else if tick || bare || field.label.is_empty() {
            0
        } else {
            width(&name) + 1
        };
        let tail = if tick && !name.is_empty() { width(&name) + 1 } else { 0 };
        if first && tick && label.is_empty() {
            x = 2;
        }
        if !first {
            let least = lead + left + field.width.clamp(1, 4) + right + tail;
            let wanted = lead + left + field.width + right + tail;
            // A field that would have to shrink below its width goes down.
            if x + 2 + wanted > room && (x + 2 + least > room || !field.grow) {
                y = row.height;
                row.height += 1;
                x = start;
            } else {
                x += 2;
            }
        }
        let box_x = (x + lead + left).min(room.saturating_sub(1));
        let free = room.saturating_sub(box_x + right + tail).max(1);
        let wide = if field.grow { free } else { field.width.min(free) };
        let high = if let Kind::Area { rows } = field.kind { rows.max(1) } else { 1 };
        let label_at = if tick {
            Some((box_x + 2 + right, y))
        } else if in_column {
            Some((0, y))
        } else if lead > 0 {
            Some((x, y))
        } else {
            None
        };
        row.places.push(Place {
            field: *place,
            label: label_at,
            x: box_x,
            y,
            width: wide,
            height: high,
            until: room,
        });
        x = box_x + wide + right + tail;
        row.height = row.height.max(y + high);
        first = false;
    }
    end_at_neighbours(&mut row.places);
    row
}

/// Words about a field stop where the next one of its row begins.
fn end_at_neighbours(places: &mut [Place]) {
    for at in 1..places.len() {
        let next = places[at];
        if places[at - 1].y == next.y {
            places[at - 1].until = next.label.map_or(next.x, |(x, _)| x.min(next.x)).saturating_sub(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::spec::{Source, Spec};
    use super::super::{area, choice, code, date, money, number, text, tick};
    use super::*;

    fn did() -> Spec {
        Spec::new()
            .page("Dichiarazione")
            .row([date("date", "Data DID").need()])
            .row([choice("channel", "Canale", Source::Given).need().width(36)])
            .row([text("inps", "Rif. domanda INPS"), date("inps_date", "del")])
            .head("Situazione (almeno una)")
            .row([tick("not_working", "non lavora")])
            .row([
                tick("employee", "dipendente"),
                money("income", "reddito previsto"),
                number("year", "anno", 4),
            ])
            .labelled("Disponibilità *", [tick("work", "al lavoro"), tick("measures", "alle misure")])
            .page("Note")
            .row([code("cap", "CAP", 5)])
            .row([area("note", "Nota", 3)])
    }

    fn places(width: u16, height: u16) -> Vec<Vec<(&'static str, u16, u16, u16)>> {
        let spec = did();
        let seen = vec![true; spec.fields.len()];
        sheets(&spec, &seen, width, height)
            .iter()
            .map(|sheet| {
                sheet
                    .places
                    .iter()
                    .map(|p| (spec.fields[p.field].name, p.x, p.y, p.width))
                    .collect::<Vec<_>>()
            })
            .collect()
    }

    #[test]
    fn at_80_columns_labels_stand_in_one_column() {
        let sheets = places(78, 9);
        assert_eq!(
            sheets[0],
            [
                ("date", 20, 0, 10),
                ("channel", 20, 1, 36),
                ("inps", 20, 2, 34),
                ("inps_date", 62, 2, 10),
                ("not_working", 3, 4, 1),
                ("employee", 3, 5, 1),
                ("income", 36, 5, 12),
                ("year", 57, 5, 4),
                ("work", 20, 6, 1),
                ("measures", 35, 6, 1),
            ]
        );
        assert_eq!(sheets.len(), 2, "the second page does not fit below the first");
        assert_eq!(sheets[1], [("cap", 20, 0, 5), ("note", 20, 1, 57)]);
    }

    #[test]
    fn at_120_columns_pages_stand_together() {
        let sheets = places(86, 33);
        assert_eq!(sheets.len(), 1);
        let last = *sheets[0].last().unwrap();
        assert_eq!(last, ("note", 20, 9, 65));
    }

    #[test]
    fn nothing_leaves_the_room_and_nothing_overlaps() {
        let spec = did();
        let seen = vec![true; spec.fields.len()];
        for width in 30..140 {
            for height in [1, 3, 8, 17, 33] {
                for sheet in sheets(&spec, &seen, width, height) {
                    let mut taken = std::collections::HashSet::new();
                    for place in &sheet.places {
                        assert!(place.x + place.width <= width, "{width}x{height} {place:?}");
                        for x in place.x..place.x + place.width {
                            assert!(taken.insert((x, place.y)), "{width}x{height} {place:?} overlaps");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn a_page_too_long_is_cut_between_rows() {
        let sheets = places(78, 3);
        assert!(sheets.len() > 3);
        let all: usize = sheets.iter().map(Vec::len).sum();
        assert_eq!(all, did().fields.len(), "no field is lost");
    }

    #[test]
    fn hidden_fields_leave_no_hole() {
        let spec = did();
        let mut seen = vec![true; spec.fields.len()];
        seen[1] = false;
        let sheet = &sheets(&spec, &seen, 78, 17)[0];
        assert_eq!(sheet.places[1].y, 1, "what follows moves up");
    }
}
