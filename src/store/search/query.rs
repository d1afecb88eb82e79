//! What somebody typed, read: words of names, numbers, years.

use super::entry::{Kind, compact, phone_digits, query_words};

/// The years that four digits may mean.
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2100;
/// Words beyond these narrow nothing any more.
pub(super) const TOKENS: usize = 8;

/// A query, taken apart. Everything in it must hold of a hit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Query {
    /// Beginnings of words of the name (or of a town), as typed.
    pub names: Vec<String>,
    /// Numbers and addresses.
    pub codes: Vec<Code>,
    /// Digits of the birth date and where they stand: year or whole date.
    pub births: Vec<Birth>,
}

/// A number or address: kinds it may be, each with the text to begin with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Code {
    pub ways: Vec<(Kind, String)>,
}

/// Part of an ISO date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Birth {
    pub at: usize,
    pub digits: String,
}

impl Birth {
    pub(super) fn fits(&self, born: &[u8]) -> bool {
        born.get(self.at..).is_some_and(|rest| rest.starts_with(self.digits.as_bytes()))
    }
}

impl Query {
    pub(super) fn parse(text: &str) -> Self {
        let tokens: Vec<&str> = text.split_whitespace().take(TOKENS).collect();
        let mut query = Self::default();
        if let Some(phone) = spaced_phone(&tokens) {
            query.codes.extend(Code::of_digits(&phone));
            return query;
        }
        let named = tokens.iter().any(|token| !token.chars().any(|c| c.is_ascii_digit()));
        for token in tokens {
            query.take(token, named);
        }
        // Letters alone may also be the beginning of a fiscal code; the search
        // tries that by itself when nothing else was typed.
        query
    }

    fn take(&mut self, token: &str, named: bool) {
        let digits = token.chars().filter(char::is_ascii_digit).count();
        if token.contains('@') || (digits == 0 && token.trim_matches('.').contains(['.', '_'])) {
            self.codes.push(Code { ways: vec![(Kind::Email, token.to_lowercase())] });
        } else if digits == 0 {
            self.names.extend(query_words(token));
        } else if let Some(birth) = date(token).or_else(|| named.then(|| year(token)).flatten()) {
            self.births.push(birth);
        } else if phone_like(token) {
            self.codes.extend(Code::of_digits(token));
        } else {
            let code = compact(token);
            if code.len() >= 3 {
                self.codes.push(Code::of_letters(&code));
            }
        }
    }
}

impl Code {
    /// Digits alone: a phone number, its end, or any number on paper. Fewer
    /// than four would mean half the office.
    fn of_digits(typed: &str) -> Option<Self> {
        let (digits, phone) = (compact(typed), phone_digits(typed));
        if phone.len() < 4 {
            return None;
        }
        let mut ways = Self::of_letters(&digits).ways;
        ways.push((Kind::PhoneEnd, phone.chars().rev().collect()));
        ways.push((Kind::Phone, phone));
        Some(Self { ways })
    }

    pub(super) fn of_letters(code: &str) -> Self {
        let kinds = [Kind::FiscalCode, Kind::DidNumber, Kind::Protocol, Kind::Document];
        Self { ways: kinds.map(|kind| (kind, code.to_owned())).into() }
    }
}

/// `333 123 4567`, `+39 035 12 34 56`: nothing but digits in several pieces,
/// long enough to be a phone number.
fn spaced_phone(tokens: &[&str]) -> Option<String> {
    let whole: String = tokens.concat();
    let long = whole.chars().filter(char::is_ascii_digit).count() >= 6;
    (tokens.len() > 1 && long && tokens.iter().all(|token| phone_like(token))).then_some(whole)
}

fn phone_like(token: &str) -> bool {
    token.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | '/' | '(' | ')'))
}

/// `85` or `1985`: a year of birth, when there is a name to narrow.
fn year(token: &str) -> Option<Birth> {
    let number: u32 = token.parse().ok()?;
    match token.len() {
        2 => Some(Birth { at: 2, digits: token.to_owned() }),
        4 if YEARS.contains(&number) => Some(Birth { at: 0, digits: token.to_owned() }),
        _ => None,
    }
}

/// `10/12/1985`, `10-12-85`, `10.12.1985`.
fn date(token: &str) -> Option<Birth> {
    let parts: Vec<&str> = token.split(['/', '-', '.']).collect();
    let &[day, month, year] = parts.as_slice() else { return None };
    let number = |text: &str, max: u32| text.parse::<u32>().ok().filter(|n| (1..=max).contains(n));
    if !(day.len() <= 2 && month.len() <= 2 && year.chars().all(|c| c.is_ascii_digit())) {
        return None;
    }
    let (day, month) = (number(day, 31)?, number(month, 12)?);
    match year.len() {
        2 => Some(Birth { at: 2, digits: format!("{year}-{month:02}-{day:02}") }),
        4 => Some(Birth { at: 0, digits: format!("{year}-{month:02}-{day:02}") }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        Query::parse(text).names
    }

    #[test]
    fn words_are_folded_and_parted() {
        assert_eq!(names("  D'Angelo  MÜLLER "), ["dangelo", "muller"]);
        assert_eq!(names("De-Luca"), ["de", "luca"]);
        assert!(names("' - .").is_empty());
    }

    #[test]
    fn years_narrow_names_only() {
        let query = Query::parse("ros mar 85 1985 bergamo");
        assert_eq!(query.names, ["ros", "mar", "bergamo"]);
        assert_eq!(query.births.len(), 2);
        assert!(query.births.iter().all(|b| b.fits(b"1985-12-10") && !b.fits(b"1958-12-10") && !b.fits(b"")));
        assert_eq!(Query::parse("85"), Query::default());
        let digits = Query::parse("1985");
        assert!(digits.births.is_empty() && digits.codes.len() == 1);
    }

    #[test]
    fn whole_dates() {
        for text in ["10/12/1985", "10-12-85", "10.12.1985"] {
            let query = Query::parse(text);
            assert!(query.births[0].fits(b"1985-12-10"), "{text}");
            assert!(query.codes.is_empty());
        }
    }

    #[test]
    fn numbers_and_addresses() {
        let ways = |text: &str| {
            let query = Query::parse(text);
            assert!(query.names.is_empty(), "{text}: {query:?}");
            query.codes.into_iter().next().map(|code| code.ways).unwrap_or_default()
        };
        assert!(ways("RSSMRA85T").contains(&(Kind::FiscalCode, "rssmra85t".into())));
        assert!(ways("+39 333 123.4567").contains(&(Kind::Phone, "3331234567".into())));
        assert!(ways("123456").contains(&(Kind::PhoneEnd, "654321".into())));
        assert_eq!(ways("Mario.Rossi@ese"), [(Kind::Email, "mario.rossi@ese".into())]);
        assert_eq!(ways("mario.rossi"), [(Kind::Email, "mario.rossi".into())]);
        assert!(ways("ESN03-2026-000123").contains(&(Kind::Document, "esn032026000123".into())));
        assert!(ways("123").is_empty());
    }

    #[test]
    fn nonsense_is_an_empty_or_harmless_query() {
        for text in ["", "   ", "\u{0}", "''''", "🙂", "a\u{301}", "%_%", "1/1/1/1", "99/99/9999", "-", "+"]
        {
            let _ = Query::parse(text);
        }
        assert_eq!(Query::parse(&"a ".repeat(1000)).names.len(), TOKENS);
    }
}
