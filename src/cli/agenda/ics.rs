//! The day as iCalendar (RFC 5545).
//!
//! A calendar file goes where the office has no say: telephones, shared
//! calendars. So without `--names` an event says the service and initials,
//! and with it the name; never the fiscal code, the benefit, or a service that
//! tells of somebody's health (R-CNV-13). Every event is `CLASS:PRIVATE`.

use chrono::NaiveDateTime;

use crate::desk::query::CalendarEvent;
use crate::domain::appointment::{AppointmentState, Mode};
use crate::domain::rome;

/// Longest line, in octets, without its end.
const LINE: usize = 75;

/// Europe/Rome since 1996: the same two Sundays every year, with no end in
/// sight. No appointment is older than 2000.
const ZONE: [&str; 18] = [
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Rome",
    "X-LIC-LOCATION:Europe/Rome",
    "BEGIN:DAYLIGHT",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "END:STANDARD",
    "END:VTIMEZONE",
];

/// The calendar of these events, as it stands now.
pub fn calendar(events: &[CalendarEvent], names: bool, now: NaiveDateTime) -> String {
    let mut text = String::new();
    let mut line = |content: &str| fold(content, &mut text);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line(concat!("PRODID:-//Sportello//Sportello ", env!("CARGO_PKG_VERSION"), "//IT"));
    line("CALSCALE:GREGORIAN");
    ZONE.iter().for_each(|content| line(content));
    for event in events {
        let booked = &event.row.appointment;
        line("BEGIN:VEVENT");
        line(&format!("UID:{}", event.first));
        line(&format!("DTSTAMP:{}Z", stamp(rome::utc(now))));
        line(&format!("DTSTART;TZID=Europe/Rome:{}", stamp(booked.start)));
        line(&format!("DTEND;TZID=Europe/Rome:{}", stamp(booked.end())));
        line(&format!("SEQUENCE:{}", event.sequence));
        line(&format!("STATUS:{}", status(event)));
        line(&format!("SUMMARY:{}", escaped(&summary(event, names))));
        line(&format!("LOCATION:{}", escaped(&place(event))));
        line("CLASS:PRIVATE");
        line("TRANSP:OPAQUE");
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    text
}

fn stamp(at: NaiveDateTime) -> impl std::fmt::Display {
    at.format("%Y%m%dT%H%M%S")
}

/// Until the convocation has gone out nobody knows of it.
fn status(event: &CalendarEvent) -> &'static str {
    match event.row.appointment.state {
        _ if event.cancelled => "CANCELLED",
        AppointmentState::Drafted => "TENTATIVE",
        _ => "CONFIRMED",
    }
}

fn summary(event: &CalendarEvent, names: bool) -> String {
    let service = event.row.said_service();
    if names {
        return format!("{}, {service}", event.row.person);
    }
    let initials: String = event
        .row
        .person
        .split_whitespace()
        .filter_map(|word| word.chars().next())
        .map(|c| format!("{c}."))
        .collect();
    format!("{service} ({initials})")
}

/// Where, without the link: who has it is let in.
fn place(event: &CalendarEvent) -> String {
    let booked = &event.row.appointment;
    match booked.mode {
        Mode::InPerson => format!("{}, {}", booked.place, event.row.operator),
        Mode::Video | Mode::Phone => format!("{}, {}", booked.mode.label(), event.row.operator),
    }
}

/// A value of kind TEXT (3.3.11): no control characters but the line end.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Folds a line at 75 octets, never inside a character (3.1).
fn fold(content: &str, to: &mut String) {
    let mut used = 0;
    for c in content.chars() {
        if used + c.len_utf8() > LINE {
            to.push_str("\r\n ");
            used = 1;
        }
        to.push(c);
        used += c.len_utf8();
    }
    to.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_is_escaped() {
        for (text, written) in [
            ("stanza 3, primo piano; a destra", "stanza 3\\, primo piano\\; a destra"),
            ("c:\\x", "c:\\\\x"),
            ("una\r\ndue\rtre", "una\\ndue\\ntre"),
            ("campanello\u{7}\u{1b}[31m", "campanello[31m"),
        ] {
            assert_eq!(escaped(text), written);
        }
    }

    #[test]
    fn lines_are_folded_between_characters() {
        for text in ["à".repeat(200), "x".repeat(75), "x".repeat(76), "🦀é".repeat(60)] {
            let mut out = String::new();
            fold(&text, &mut out);
            assert!(out.ends_with("\r\n"));
            assert!(out.split("\r\n").all(|line| line.len() <= LINE));
            assert_eq!(out.replace("\r\n ", "").trim_end(), text);
        }
    }
}
