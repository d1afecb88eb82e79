//! Going to a numbered place with digits: `1`, then `2` within the same
//! breath, is 12.

/// The digits typed so far.
#[derive(Clone, Copy, Debug, Default)]
pub struct Jump {
    tens: u8,
}

impl Jump {
    /// The place a digit goes to, among `1..=last`; `None` for none of them.
    pub fn digit(&mut self, typed: char, last: u8) -> Option<u8> {
        let digit = u8::try_from(typed.to_digit(10)?).ok()?;
        let both = self.tens * 10 + digit;
        let place = if self.tens > 0 && both <= last { both } else { digit };
        self.tens = if place < 10 && place * 10 <= last { place } else { 0 };
        (1..=last).contains(&place).then_some(place)
    }

    /// Another key came between.
    pub fn forget(&mut self) {
        self.tens = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_digits_make_a_number_when_they_can() {
        let go = |keys: &str| {
            let mut jump = Jump::default();
            keys.chars().map(|c| jump.digit(c, 15)).collect::<Vec<_>>()
        };
        assert_eq!(go("12"), [Some(1), Some(12)]);
        assert_eq!(go("16"), [Some(1), Some(6)]);
        assert_eq!(go("0x"), [None, None]);
        assert_eq!(go("7"), [Some(7)]);
        assert_eq!(go("121"), [Some(1), Some(12), Some(1)]);
    }
}
