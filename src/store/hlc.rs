//! The hybrid logical clock: the time of a unit, always later than the one
//! before, whatever the computer's clock does.

use chrono::NaiveDateTime;

/// `2026-11-23T10:42:00.000001`: hour of the desk, then a counter for what
/// happens within one second or while the clock stands behind. Sorts as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Stamp {
    at: NaiveDateTime,
    count: u32,
}

const FORMAT: &str = "%Y-%m-%dT%H:%M:%S";

impl Stamp {
    /// The stamp of something that happens at `at`, after `last`.
    pub(super) fn after(last: Option<Self>, at: NaiveDateTime) -> Self {
        match last {
            Some(last) if at <= last.at => Self { at: last.at, count: last.count + 1 },
            _ => Self { at, count: 0 },
        }
    }

    /// Its hour, to the second.
    pub(super) fn at(self) -> NaiveDateTime {
        self.at
    }

    /// As written in the file.
    pub(super) fn text(self) -> String {
        format!("{}.{:06}", self.at.format(FORMAT), self.count)
    }

    /// From the file.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (at, count) = text.rsplit_once('.')?;
        Some(Self { at: NaiveDateTime::parse_from_str(at, FORMAT).ok()?, count: count.parse().ok()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, FORMAT).unwrap()
    }

    #[test]
    fn never_goes_back() {
        let first = Stamp::after(None, at("2026-11-23T10:42:00"));
        let same = Stamp::after(Some(first), at("2026-11-23T10:42:00"));
        let behind = Stamp::after(Some(same), at("2026-11-23T09:00:00"));
        let later = Stamp::after(Some(behind), at("2026-11-23T10:42:01"));
        let texts: Vec<_> = [first, same, behind, later].iter().map(|s| s.text()).collect();
        assert!(texts.is_sorted() && texts.windows(2).all(|w| w[0] != w[1]), "{texts:?}");
        assert_eq!(Stamp::parse(&texts[2]), Some(behind));
        assert_eq!(texts[3], "2026-11-23T10:42:01.000000");
    }
}
