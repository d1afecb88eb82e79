//! Money in whole cents of euro.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An amount in cents of euro.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct Cents(pub i64);

impl fmt::Display for Cents {
    /// Italian manner: `8.500,00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, whole) =
            if self.0 < 0 { ("-", self.0.unsigned_abs()) } else { ("", self.0.unsigned_abs()) };
        let euros = (whole / 100).to_string();
        let mut grouped = String::new();
        for (index, digit) in euros.chars().enumerate() {
            if index > 0 && (euros.len() - index).is_multiple_of(3) {
                grouped.push('.');
            }
            grouped.push(digit);
        }
        write!(f, "{sign}{grouped},{:02}", whole % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_read_as_italians_write_them() {
        for (cents, text) in [
            (0, "0,00"),
            (5, "0,05"),
            (850_000, "8.500,00"),
            (817_391, "8.173,91"),
            (123_456_789, "1.234.567,89"),
            (-123_456, "-1.234,56"),
        ] {
            assert_eq!(Cents(cents).to_string(), text);
        }
    }
}
