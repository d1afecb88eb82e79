//! Header, person band, message line.

use chrono::{Datelike, NaiveDateTime};
use ratatui::Frame;
use ratatui::layout::Rect;

use crate::ui::effect::{Notice, Sign};
use crate::ui::look::{Look, clear, cut, width};
use crate::ui::screen::{PersonBand, Session};
use crate::ui::strings::shell as words;
use crate::ui::theme::Role;

/// What the header says.
pub struct Header<'a> {
    /// Code and title of the screen.
    pub title: &'a str,
    /// Who works here.
    pub session: Option<&'a Session>,
    /// The hour.
    pub now: NaiveDateTime,
    /// State of the exchange with other desks; empty while there is none.
    pub sync: &'a str,
}

/// Draws the first row.
pub fn draw_header(frame: &mut Frame, area: Rect, header: &Header<'_>, look: &Look) {
    let buf = frame.buffer_mut();
    clear(buf, area, look.style(Role::Band));
    let mut right = String::new();
    if let Some(session) = header.session {
        right.push_str(&operator_name(session));
        right.push_str("  ");
    }
    right.push_str(&day_and_time(header.now));
    if !header.sync.is_empty() {
        right.push_str("  ");
        right.push_str(header.sync);
    }
    let start = area.right().saturating_sub(width(&right) + 1);
    let room = Rect { width: start.saturating_sub(area.x + 1), ..area };
    let mut left = String::new();
    if let (Some(session), true) = (header.session, area.width >= super::WIDE) {
        let office = format!("{} {}", words::OFFICE, session.office.name).to_uppercase();
        left.push_str(&format!("{} {} ", cut(&office, 40, look.glyphs.ellipsis), look.glyphs.vertical));
    }
    left.push_str(header.title);
    look.put(buf, room, area.x + 1, area.y, &left, Role::Band);
    look.put(buf, area, start, area.y, &right, Role::Band);
}

/// `A. BIANCHI`.
fn operator_name(session: &Session) -> String {
    let operator = &session.operator;
    let initial = operator.name.chars().next().map(|c| format!("{}. ", c.to_uppercase())).unwrap_or_default();
    cut(&format!("{initial}{}", operator.surname.to_uppercase()), 24, "")
}

/// `lun 23/11 10:42`.
fn day_and_time(now: NaiveDateTime) -> String {
    let weekday = words::WEEKDAYS[now.weekday().num_days_from_monday() as usize];
    format!("{weekday} {}", now.format("%d/%m %H:%M"))
}

/// Draws the row of the person, and which of the people open it is (`2/3`,
/// empty for one alone). Facts lose their year, then their date, so that all
/// of them fit; only then are the last ones dropped.
pub fn draw_person(
    frame: &mut Frame,
    area: Rect,
    person: Option<&PersonBand>,
    place: &str,
    now: NaiveDateTime,
    look: &Look,
) {
    let buf = frame.buffer_mut();
    let wide = area.width + 2 >= super::WIDE;
    let start = area.right().saturating_sub(width(place));
    look.put(buf, area, start, area.y, place, Role::Key);
    let Some(person) = person else { return };
    let taken = if place.is_empty() { 0 } else { width(place) + 2 };
    let area = Rect { width: area.width.saturating_sub(taken), ..area };
    let mut own = Vec::new();
    if let Some(birth) = person.birth_date {
        let age = now.date().years_since(birth).map(words::age).unwrap_or_default();
        own.push(format!("{} {age}", birth.format("%d/%m/%Y")));
    }
    own.push(person.fiscal_code.clone());
    let bar = if wide { 5 } else { 2 };
    // A name of many words leaves room for birth, code and the first fact.
    let state = person.facts.first().map_or(0, |fact| width(&without_date(fact)) + bar);
    let others = own.iter().map(|part| width(part) + 2).sum::<u16>() + state;
    let name = cut(&person.name, usize::from(area.width.saturating_sub(others)), look.glyphs.ellipsis);
    let taken = width(&name) + own.iter().map(|part| width(part) + 2).sum::<u16>();
    let room = area.width.saturating_sub(taken);
    let shapes: [fn(&str) -> String; 3] = [str::to_owned, without_year, without_date];
    let shaped = |shape: fn(&str) -> String| person.facts.iter().map(|fact| shape(fact)).collect::<Vec<_>>();
    let fits = |facts: &Vec<String>| facts.iter().map(|fact| width(fact) + bar).sum::<u16>() <= room;
    let facts = shapes.map(shaped).into_iter().find(fits).unwrap_or_else(|| shaped(without_date));
    let mut x = look.put(buf, area, area.x, area.y, &name, Role::Person);
    for part in own.iter().filter(|part| !part.is_empty()) {
        x = look.put(buf, area, x + 2, area.y, part, Role::Text);
    }
    for fact in facts.iter().filter(|fact| !fact.is_empty()) {
        if x + bar + width(fact) > area.right() {
            break;
        }
        if wide {
            look.put(buf, area, x + 2, area.y, look.glyphs.vertical, Role::Frame);
        }
        x = look.put(buf, area, x + bar, area.y, fact, Role::Text);
    }
}

/// Is the word a date as operators write it, `12/11/2026`?
fn is_date(word: &str) -> bool {
    word.len() == 10 && word.chars().all(|c| c.is_ascii_digit() || c == '/')
}

/// `DID inserita 12/11`.
fn without_year(fact: &str) -> String {
    let short = |word: &str| if is_date(word) { word.chars().take(5).collect() } else { word.to_owned() };
    fact.split(' ').map(short).collect::<Vec<_>>().join(" ")
}

/// `DID inserita`.
fn without_date(fact: &str) -> String {
    fact.split(' ').filter(|word| !is_date(word)).collect::<Vec<_>>().join(" ")
}

/// Draws the message line: sign, text, rule at the right.
pub fn draw_message(frame: &mut Frame, area: Rect, notice: Option<&Notice>, look: &Look) {
    let Some(notice) = notice else { return };
    let role = match notice.sign {
        Sign::Ok => Role::Ok,
        Sign::Info | Sign::Busy => Role::Info,
        Sign::Warn | Sign::Ask => Role::Warn,
        Sign::No => Role::Error,
    };
    let buf = frame.buffer_mut();
    let x = look.put(buf, area, area.x, area.y, notice.sign.mark(), role);
    let rule = notice.rule.as_deref().unwrap_or("");
    let start = area.right().saturating_sub(width(rule));
    let until = if rule.is_empty() { area.right() } else { start.saturating_sub(2) };
    let room = Rect { width: until.saturating_sub(area.x), ..area };
    look.put(buf, room, x + 1, area.y, &notice.text, Role::Text);
    look.put(buf, area, start, area.y, rule, Role::Label);
}
