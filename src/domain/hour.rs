//! Hours as people write them: seconds may be left out.

use std::ops::RangeInclusive;

use chrono::NaiveDateTime;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

/// The years an office works in: there were no DIDs before, and ids and stamps
/// made from the hour stay in order.
pub const YEARS: RangeInclusive<i32> = 2000..=2199;

/// Reads `2026-11-23T10:42` and `2026-11-23T10:42:00`.
#[must_use]
pub fn parse(text: &str) -> Option<NaiveDateTime> {
    ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M"]
        .iter()
        .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())
}

/// For serde: an hour with or without its seconds, or none.
///
/// # Errors
/// When the text is no hour.
pub fn optional<'de, D: Deserializer<'de>>(input: D) -> Result<Option<NaiveDateTime>, D::Error> {
    let text: Option<String> = Option::deserialize(input)?;
    text.map(|text| parse(&text).ok_or_else(|| D::Error::custom("expected a formatted date and time")))
        .transpose()
}

/// For serde: an hour with or without its seconds.
///
/// # Errors
/// When the text is no hour.
pub fn needed<'de, D: Deserializer<'de>>(input: D) -> Result<NaiveDateTime, D::Error> {
    optional(input)?.ok_or_else(|| D::Error::custom("expected a formatted date and time"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_may_be_left_out() {
        assert_eq!(parse("2026-11-23T10:42"), parse("2026-11-23T10:42:00"));
        assert!(parse("2026-11-23T10:42").is_some());
        for no in ["", "2026-11-23", "2026-02-31T10:42", "2026-11-23 10:42", "2026-11-23T24:00"] {
            assert_eq!(parse(no), None, "{no}");
        }
    }
}
