//! What is in force on each day: the rows that ship, cut where the office has
//! its own.

use chrono::NaiveDate;
use serde_json::Value;

use super::{Entry, OfficeRow};

/// The entries of a table, each code in the order it ships and then by day;
/// no two of one code share a day. On a day the office's last row that began
/// by then and has not ended holds; without one, what ships.
#[must_use]
pub fn in_force(shipped: &[Entry], own: &[OfficeRow]) -> Vec<Entry> {
    let mut codes: Vec<&str> = Vec::new();
    let all = shipped.iter().map(|e| e.code.as_str()).chain(own.iter().map(|row| row.code.as_str()));
    for code in all {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    let mut entries = Vec::with_capacity(shipped.len());
    for code in codes {
        let mut rows: Vec<&OfficeRow> = own.iter().filter(|row| row.code == code && row.stands()).collect();
        let of_code: Vec<&Entry> = shipped.iter().filter(|entry| entry.code == code).collect();
        if rows.is_empty() {
            entries.extend(of_code.into_iter().cloned());
            continue;
        }
        rows.sort_by_key(|row| (row.valid_from, row.id));
        entries.extend(of_one(&of_code, &rows));
    }
    entries
}

/// The timeline of one code: between two days on which something begins or
/// has ended, one thing holds.
fn of_one(shipped: &[&Entry], own: &[&OfficeRow]) -> Vec<Entry> {
    let mut days: Vec<NaiveDate> = shipped
        .iter()
        .flat_map(|entry| [entry.valid_from, after(entry.valid_to)])
        .chain(own.iter().flat_map(|row| [Some(row.valid_from), after(row.valid_to)]))
        .flatten()
        .chain([NaiveDate::MIN])
        .collect();
    days.sort();
    days.dedup();
    let mut entries: Vec<Entry> = Vec::new();
    for (index, day) in days.iter().enumerate() {
        let until = days.get(index + 1).and_then(NaiveDate::pred_opt);
        let from = (*day != NaiveDate::MIN).then_some(*day);
        let Some(entry) = on(shipped, own, *day) else { continue };
        match entries.last_mut() {
            Some(last)
                if last.own == entry.own && last.cells == entry.cells && after(last.valid_to) == from =>
            {
                last.valid_to = until;
            }
            _ => entries.push(Entry { valid_from: from, valid_to: until, ..entry }),
        }
    }
    entries
}

fn on(shipped: &[&Entry], own: &[&OfficeRow], day: NaiveDate) -> Option<Entry> {
    let base = shipped.iter().rfind(|entry| entry.period().contains(day));
    let Some(row) = own.iter().rfind(|row| row.period().contains(day)) else {
        return base.map(|entry| (*entry).clone());
    };
    // What the office does not say stays as it ships: on that day or, for a
    // code that had ended, as it was last.
    let mut cells = base.or(shipped.last()).map(|entry| entry.cells.clone()).unwrap_or_default();
    cells.extend(row.cells.clone());
    let in_use = cells.get("in_use") != Some(&Value::Bool(false));
    if !row.source.is_empty() {
        cells.insert("source".to_owned(), row.source.clone().into());
    }
    in_use.then(|| Entry { code: row.code.clone(), cells, own: Some(row.id), ..Entry::default() })
}

fn after(day: Option<NaiveDate>) -> Option<NaiveDate> {
    day.and_then(|day| day.succ_opt())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::OfficeRowId;
    use uuid::Uuid;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn ships(code: &str, value: i64, from: Option<&str>, to: Option<&str>) -> Entry {
        Entry {
            code: code.into(),
            cells: [("value".to_owned(), value.into()), ("label".to_owned(), "x".into())].into(),
            valid_from: from.map(day),
            valid_to: to.map(day),
            own: None,
        }
    }

    fn own(id: u128, value: i64, from: &str, to: Option<&str>) -> OfficeRow {
        OfficeRow {
            id: OfficeRowId(Uuid::from_u128(id)),
            code: "a".into(),
            cells: [("value".to_owned(), value.into())].into(),
            valid_from: day(from),
            valid_to: to.map(day),
            ..OfficeRow::default()
        }
    }

    fn line(entries: &[Entry]) -> Vec<String> {
        let show = |d: Option<NaiveDate>| d.map(|d| d.to_string()).unwrap_or_default();
        entries
            .iter()
            .map(|e| {
                format!(
                    "{} {}..{} {}",
                    e.cells["value"],
                    show(e.valid_from),
                    show(e.valid_to),
                    e.text("label")
                )
            })
            .collect()
    }

    #[test]
    fn the_office_cuts_what_ships_and_gives_it_back() {
        let shipped = [ships("a", 15, None, None), ships("b", 1, None, None)];
        let rows = [own(1, 20, "2026-12-01", None)];
        assert_eq!(line(&in_force(&shipped, &rows)), ["15 ..2026-11-30 x", "20 2026-12-01.. x", "1 .. x"]);
        let rows = [own(1, 20, "2026-12-01", Some("2026-12-31"))];
        assert_eq!(
            line(&in_force(&shipped[..1], &rows)),
            ["15 ..2026-11-30 x", "20 2026-12-01..2026-12-31 x", "15 2027-01-01.. x"]
        );
        let withdrawn =
            OfficeRow { withdrawn_at: Some(day("2026-12-02").into()), ..own(1, 20, "2026-12-01", None) };
        assert_eq!(line(&in_force(&shipped[..1], &[withdrawn])), ["15 .. x"]);
    }

    #[test]
    fn the_last_row_that_began_holds() {
        let rows = [own(1, 20, "2026-01-01", None), own(2, 30, "2026-06-01", Some("2026-06-30"))];
        assert_eq!(
            line(&in_force(&[ships("a", 15, None, None)], &rows)),
            [
                "15 ..2025-12-31 x",
                "20 2026-01-01..2026-05-31 x",
                "30 2026-06-01..2026-06-30 x",
                "20 2026-07-01.. x"
            ]
        );
    }

    #[test]
    fn a_code_that_ended_may_go_on_and_one_may_be_closed() {
        let gol = [ships("a", 1, Some("2021-12-28"), Some("2026-08-31"))];
        let longer = OfficeRow { cells: super::super::Values::new(), ..own(1, 0, "2026-09-01", None) };
        assert_eq!(line(&in_force(&gol, &[longer])), ["1 2021-12-28..2026-08-31 x", "1 2026-09-01.. x"]);
        let closed = OfficeRow {
            cells: [("in_use".to_owned(), false.into())].into(),
            ..own(1, 0, "2026-01-01", None)
        };
        assert_eq!(line(&in_force(&gol, &[closed])), ["1 2021-12-28..2025-12-31 x"]);
    }
}
