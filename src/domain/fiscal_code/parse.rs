//! From what people type to a canonical code, or the reason why not.

use super::error::FiscalCodeError as Error;
use super::{birth, check, homocode};

/// Characters of a final code.
pub const LENGTH: usize = 16;
/// Digits of a provisional number.
pub const PROVISIONAL_LENGTH: usize = 11;

/// The canonical text of a code.
pub fn parse(text: &str) -> Result<String, Error> {
    let code = clean(text)?;
    match code.len() {
        0 => return Err(Error::Empty),
        LENGTH => sixteen(&code)?,
        PROVISIONAL_LENGTH if code.bytes().all(|byte| byte.is_ascii_digit()) => eleven(&code)?,
        other => return Err(Error::Length(other)),
    }
    Ok(code)
}

/// Capitals without blanks; pasted text also brings no-break spaces and
/// invisible marks, which are nobody's mistake.
fn clean(text: &str) -> Result<String, Error> {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'))
        .map(
            |c| if c.is_ascii_alphanumeric() { Ok(c.to_ascii_uppercase()) } else { Err(Error::Character(c)) },
        )
        .collect()
}

fn sixteen(code: &str) -> Result<(), Error> {
    for (index, found) in code.bytes().enumerate() {
        let (at, shown) = (index + 1, char::from(found));
        if homocode::DIGIT_PLACES.contains(&index) {
            homocode::digit(found).ok_or(Error::WantsDigit { at, found: shown })?;
        } else if !found.is_ascii_uppercase() {
            return Err(Error::WantsLetter { at, found: shown });
        }
    }
    let body = homocode::digits(code);
    let month_found = body.as_bytes()[8];
    birth::month(month_found).ok_or(Error::Month(char::from(month_found)))?;
    let day = body[9..11].parse().unwrap_or_default();
    let birth = birth::read(&body).ok_or(Error::Day(day))?;
    if !birth.exists() {
        return Err(Error::Date { day: birth.day, month: birth.month, year: birth.year });
    }
    let (expected, found) = (check::letter(&code.as_bytes()[..15]), code.as_bytes()[15]);
    if expected == found {
        Ok(())
    } else {
        Err(Error::CheckCharacter { expected: char::from(expected), found: char::from(found) })
    }
}

fn eleven(code: &str) -> Result<(), Error> {
    if code.bytes().all(|byte| byte == b'0') {
        return Err(Error::Zeros);
    }
    let (expected, found) = (check::digit(&code.as_bytes()[..10]), code.as_bytes()[10]);
    if expected == found {
        Ok(())
    } else {
        Err(Error::CheckDigit { expected: char::from(expected), found: char::from(found) })
    }
}
