//! The agenda of a day on paper: a part an operator, with room to write by
//! hand what came of each appointment.

mod wording;

use chrono::{Datelike, NaiveDate};

use super::block::{Block, CellText, Content, Table, Text, TextSize, Tone};
use super::flow::flow;
use super::page::Pages;
use crate::domain::paper::agenda::{AgendaPaper, AgendaRowPaper, OperatorPaper, RowPaper};
use crate::fault::Result;

/// The pages of the agenda at a size of print.
///
/// # Errors
/// A character the printed face does not have, with its place.
pub fn pages(paper: &AgendaPaper, size: TextSize) -> Result<Pages> {
    flow(&content(paper), size)
}

fn content(paper: &AgendaPaper) -> Content {
    let made = paper.at.format("%d/%m/%Y %H:%M");
    let mut blocks = vec![
        para(Text::strong(&paper.body), Tone::Body),
        para(Text::strong(format!("{} {}", wording::CENTRE, paper.office)), Tone::Office),
        Block::Rule,
        Block::Title(format!("{} {}", wording::TITLE, weekday_date(paper.day))),
        para(Text::plain(format!("{} {made}. {}", wording::AS_OF, wording::KEEP)), Tone::Soft),
    ];
    if let Some(why) = &paper.closed {
        blocks.push(para(Text::strong(format!("{} {why}.", wording::CLOSED)), Tone::Body));
    }
    for operator in &paper.operators {
        blocks.extend(part(operator, paper.closed.is_some()));
    }
    if !paper.to_close.is_empty() {
        blocks.push(heading(wording::TO_CLOSE));
        let rows = paper.to_close.iter().map(|row| {
            let when = row.start.format("%d/%m/%Y %H:%M").to_string();
            vec![cell(when), cell(&row.name), cell(&row.service), cell(&row.operator)]
        });
        let rows = rows.collect();
        blocks.push(Block::Table(Table { head: heads(&wording::TO_CLOSE_HEAD), row_head: 1, rows }));
    }
    let title = format!("{} {}", wording::TITLE, weekday_date(paper.day));
    Content {
        title,
        foot: format!("{} {made}", wording::FOOT),
        copy_note: None,
        mark: None,
        code: None,
        blocks,
        lang: crate::domain::language::Language::It,
        tight: false,
    }
}

fn part(operator: &OperatorPaper, closed: bool) -> Vec<Block> {
    let title = match operator.room.as_str() {
        "" => operator.name.clone(),
        room => format!("{}, {room}", operator.name),
    };
    if operator.rows.is_empty() {
        // On a closed day whoever has nobody is not worth a line.
        let said = vec![heading(&title), para(Text::plain(wording::NOBODY), Tone::Body)];
        return if closed { Vec::new() } else { said };
    }
    let rows = operator.rows.iter().map(row).collect();
    vec![heading(&title), Block::Table(Table { head: heads(&wording::HEAD), row_head: 1, rows })]
}

fn row(row: &AgendaRowPaper) -> Vec<Vec<CellText>> {
    let hour = CellText { text: Text::strong(row.at.format("%H:%M").to_string()), tone: Tone::Body };
    let mut when = vec![hour];
    let quiet = |what: &str| vec![CellText { text: Text::plain(what), tone: Tone::Soft }];
    let what = match &row.what {
        RowPaper::Free => quiet(wording::FREE),
        RowPaper::Pause => quiet(wording::PAUSE),
        RowPaper::Away => quiet(wording::AWAY),
        RowPaper::Person { name, service, place, state, notes } => {
            when.push(soft(format!("{} min", row.minutes)));
            let mut stands = cell(state);
            stands.extend(notes.iter().map(soft));
            let name = vec![CellText { text: Text::strong(name), tone: Tone::Body }];
            let service = if place.is_empty() { cell(service) } else { vec![body(service), soft(place)] };
            return vec![when, name, service, stands, cell("")];
        }
    };
    vec![when, what, cell(""), cell(""), cell("")]
}

fn para(text: Text, tone: Tone) -> Block {
    Block::Para { text, tone }
}

fn heading(title: &str) -> Block {
    Block::Section { number: None, title: title.to_owned() }
}

fn heads(head: &[&str]) -> Vec<String> {
    head.iter().map(|h| (*h).to_owned()).collect()
}

fn body(text: impl Into<String>) -> CellText {
    CellText { text: Text::plain(text), tone: Tone::Body }
}

fn soft(text: impl Into<String>) -> CellText {
    CellText { text: Text::plain(text), tone: Tone::Soft }
}

fn cell(text: impl Into<String>) -> Vec<CellText> {
    vec![body(text)]
}

fn weekday_date(on: NaiveDate) -> String {
    let day = wording::WEEKDAYS[on.weekday().num_days_from_monday() as usize];
    format!("{day}\u{a0}{}", on.format("%d/%m/%Y"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{NaiveDateTime, NaiveTime};

    fn at(hour: u32) -> NaiveDateTime {
        NaiveDate::from_ymd_opt(2026, 11, 24).unwrap().and_hms_opt(hour, 0, 0).unwrap()
    }

    fn paper(people: usize) -> AgendaPaper {
        let person = |n: usize| AgendaRowPaper {
            at: NaiveTime::from_hms_opt(9 + u32::try_from(n % 8).unwrap(), 0, 0).unwrap(),
            minutes: 45,
            what: RowPaper::Person {
                name: format!("D'ANGELO Niccolò {n}"),
                service: "orientamento specialistico".into(),
                place: "stanza 3".into(),
                state: "consegnata".into(),
                notes: vec!["PSP da firmare".into()],
            },
        };
        let pause = AgendaRowPaper { at: at(13).time(), minutes: 60, what: RowPaper::Pause };
        let operator = OperatorPaper {
            name: "Anna Bianchi".into(),
            room: "stanza 3".into(),
            rows: (0..people).map(person).chain([pause]).collect(),
        };
        AgendaPaper {
            body: "Provincia d'Esempio".into(),
            office: "Esempio Nord".into(),
            day: at(9).date(),
            closed: None,
            at: at(8),
            operators: vec![operator],
            to_close: Vec::new(),
        }
    }

    #[test]
    fn a_day_says_who_comes_and_names_nobody_in_its_title() {
        let pages = pages(&paper(3), TextSize::Normal).unwrap();
        assert_eq!(pages.count(), 1);
        let text: Vec<String> =
            pages.text(100).iter().flat_map(|p| &p.lines).map(|l| l.text.clone()).collect();
        let text = text.join("\n");
        for said in ["D'ANGELO", "stanza 3", "PSP da firmare", "pausa", "martedì"] {
            assert!(text.contains(said), "{said}:\n{text}");
        }
        assert!(!pages.title.contains("ANGELO") && !pages.foot.contains("ANGELO"));
    }

    #[test]
    fn a_full_day_in_large_print_goes_on_over_pages() {
        let pages = pages(&paper(40), TextSize::Large).unwrap();
        assert!(pages.count() > 1);
        let made = pages.pdf(at(8)).unwrap();
        assert_eq!(made.level.code(), "2a,ua1");
    }
}
