//! One function for each kind of field: the words a form is declared with.

use super::spec::{Days, FieldSpec, Kind, Name, Source};

/// One line of text.
#[must_use]
pub fn text(name: Name, label: &'static str) -> FieldSpec {
    field(name, label, Kind::Text { upper: false, secret: false, fixed: false }, 34, 120)
}

/// One line that is not shown: a password.
#[must_use]
pub fn secret(name: Name, label: &'static str) -> FieldSpec {
    field(name, label, Kind::Text { upper: false, secret: true, fixed: false }, 34, 200)
}

/// A code of exactly `length` letters and digits, in capitals; moves on when
/// full (fiscal code 16, CAP 5).
#[must_use]
pub fn code(name: Name, label: &'static str, length: u16) -> FieldSpec {
    let kind = Kind::Text { upper: true, secret: false, fixed: true };
    field(name, label, kind, length, usize::from(length))
}

/// Several lines of text.
#[must_use]
pub fn area(name: Name, label: &'static str, rows: u16) -> FieldSpec {
    field(name, label, Kind::Area { rows }, 52, 2000).grow()
}

/// A day.
#[must_use]
pub fn date(name: Name, label: &'static str) -> FieldSpec {
    field(name, label, Kind::Date { birth: false }, 10, 10)
}

/// A day of birth: two-digit years are never in the future.
#[must_use]
pub fn birth(name: Name, label: &'static str) -> FieldSpec {
    field(name, label, Kind::Date { birth: true }, 10, 10).past()
}

/// A time of day.
#[must_use]
pub fn time(name: Name, label: &'static str) -> FieldSpec {
    field(name, label, Kind::Time, 5, 5)
}

/// A whole number of at most `digits` digits.
#[must_use]
pub fn number(name: Name, label: &'static str, digits: u16) -> FieldSpec {
    field(name, label, Kind::Number, digits, usize::from(digits))
}

/// An amount in euro.
#[must_use]
pub fn money(name: Name, label: &'static str) -> FieldSpec {
    field(name, label, Kind::Money, 12, 15)
}

/// Yes or no.
#[must_use]
pub fn tick(name: Name, label: &'static str) -> FieldSpec {
    field(name, label, Kind::Tick, 1, 1)
}

/// One of a few.
#[must_use]
pub fn choice(name: Name, label: &'static str, source: Source) -> FieldSpec {
    field(name, label, Kind::Choice { source, inline: false }, 30, 120)
}

/// One of a few, all shown in the row.
#[must_use]
pub fn radio(name: Name, label: &'static str, items: &'static [(&'static str, &'static str)]) -> FieldSpec {
    let width = items.iter().map(|(_, label)| super::width(label) + 6).sum::<u16>().saturating_sub(2);
    field(name, label, Kind::Choice { source: Source::Fixed(items), inline: true }, width, 120)
}

/// Some of a few, by their digits.
#[must_use]
pub fn several(name: Name, label: &'static str, source: Source) -> FieldSpec {
    field(name, label, Kind::Several { source }, 44, 400).digits()
}

/// One of many: code or words, F4 for the list.
#[must_use]
pub fn lookup(name: Name, label: &'static str, source: Source) -> FieldSpec {
    field(name, label, Kind::Lookup { source, free: false }, 30, 120)
}

fn field(name: Name, label: &'static str, kind: Kind, width: u16, limit: usize) -> FieldSpec {
    FieldSpec {
        name,
        label,
        kind,
        width,
        limit,
        need: false,
        show: None,
        hint: "",
        help: "",
        rules: &[],
        grow: false,
        days: Days::Any,
        special: false,
        digits: false,
    }
}
