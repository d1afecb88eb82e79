//! Short codes given by others, one type a kind: places, LEP, SAP activities.
//!
//! A code is well formed or it does not exist; whether a table knows it is
//! another question, asked of [`crate::tables`].

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The text is not a code of the wanted shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadCode {
    /// The Italian sentence.
    pub text: &'static str,
}

impl fmt::Display for BadCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text)
    }
}

impl std::error::Error for BadCode {}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident[$size:literal] if $check:ident, $pattern:literal, $refusal:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(try_from = "String", into = "String")]
        #[schemars(extend("pattern" = $pattern))]
        pub struct $name([u8; $size]);

        impl $name {
            /// Reads the code as people type it: any case, blanks around it.
            ///
            /// # Errors
            /// The text has not the shape of such a code.
            pub fn parse(text: &str) -> Result<Self, BadCode> {
                let mut code = [0; $size];
                let text = text.trim();
                let refused = BadCode { text: $refusal };
                if text.len() > $size {
                    return Err(refused);
                }
                for (place, byte) in code.iter_mut().zip(text.bytes()) {
                    *place = byte.to_ascii_uppercase();
                }
                if $check(&code[..text.len()]) { Ok(Self(code)) } else { Err(refused) }
            }

            /// The code in capitals.
            #[must_use]
            pub fn as_str(&self) -> &str {
                let end = self.0.iter().position(|byte| *byte == 0).unwrap_or($size);
                std::str::from_utf8(&self.0[..end]).expect("parse lets only ASCII in")
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl FromStr for $name {
            type Err = BadCode;

            fn from_str(text: &str) -> Result<Self, BadCode> {
                Self::parse(text)
            }
        }

        impl TryFrom<String> for $name {
            type Error = BadCode;

            fn try_from(text: String) -> Result<Self, BadCode> {
                Self::parse(&text)
            }
        }

        impl From<$name> for String {
            fn from(code: $name) -> Self {
                code.as_str().to_owned()
            }
        }
    )+};
}

codes! {
    /// A municipality or a foreign state, as in the fiscal code: one letter
    /// and three digits; states begin with Z.
    PlaceCode[4] if is_place, "^[A-Z][0-9]{3}$",
        "Il codice del luogo ha una lettera e tre cifre, per esempio H501.";
    /// An essential service level (LEP): a letter, `E`, or a letter with the
    /// number of the sub-activity, `M1`, `F3`.
    LepCode[2] if is_lep, "^[A-Z][0-9]?$",
        "Il codice LEP ha una lettera, o una lettera e una cifra, per esempio E oppure M1.";
    /// An activity type of section 6 of the SAP: `A03`, `N00`, `RC1`.
    SapCode[3] if is_sap, "^[A-Z][A-Z0-9][0-9A-Z]$",
        "Il codice SAP ha tre caratteri e comincia con una lettera, per esempio A03.";
}

impl PlaceCode {
    /// Does it stand for a foreign state?
    #[must_use]
    pub fn is_foreign(&self) -> bool {
        self.0[0] == b'Z'
    }
}

fn is_place(code: &[u8]) -> bool {
    matches!(code, [b'A'..=b'Z', digits @ ..] if digits.len() == 3 && digits.iter().all(u8::is_ascii_digit))
}

fn is_lep(code: &[u8]) -> bool {
    matches!(code, [b'A'..=b'Z'] | [b'A'..=b'Z', b'0'..=b'9'])
}

fn is_sap(code: &[u8]) -> bool {
    matches!(code, [b'A'..=b'Z', rest @ ..] if rest.len() == 2
        && rest.iter().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_type_codes_in_any_case() {
        assert_eq!(PlaceCode::parse(" h501 ").map(|c| c.to_string()), Ok("H501".to_owned()));
        assert_eq!(LepCode::parse("m1").map(|c| c.to_string()), Ok("M1".to_owned()));
        assert_eq!(LepCode::parse("E").map(|c| c.to_string()), Ok("E".to_owned()));
        assert_eq!(SapCode::parse("rc1").map(|c| c.to_string()), Ok("RC1".to_owned()));
    }

    #[test]
    fn other_shapes_are_refused() {
        for text in ["", "H50", "5010", "HH01", "H5011", "è50", "H50\0"] {
            assert!(PlaceCode::parse(text).is_err(), "{text:?}");
        }
        for text in ["", "1", "EE", "M12"] {
            assert!(LepCode::parse(text).is_err(), "{text:?}");
        }
        for text in ["", "CO", "03A", "A03FC", "A-3"] {
            assert!(SapCode::parse(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn json_carries_the_text_and_refuses_the_rest() {
        let rome = PlaceCode::parse("H501").unwrap();
        assert_eq!(serde_json::to_string(&rome).unwrap(), "\"H501\"");
        assert_eq!(serde_json::from_str::<PlaceCode>("\"h501\"").unwrap(), rome);
        assert!(serde_json::from_str::<PlaceCode>("\"Roma\"").is_err());
        assert!(!rome.is_foreign() && PlaceCode::parse("Z129").unwrap().is_foreign());
    }
}
