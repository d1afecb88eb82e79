//! What an operator last chose on this desk: F9 prints so at once.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Address, Choice, Copies, Printer, Sides};

/// More copies than these are meant for once: nobody wants fifteen pacts the
/// next day because of one meeting.
const KEPT: u8 = 4;
/// Addresses that are kept to choose from, the newest first.
const ADDRESSES: usize = 5;

/// What is printed, as far as the copies go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// Its name where it is kept.
    pub word: &'static str,
    /// How many copies it wants by itself.
    pub copies: Copies,
}

impl Occasion {
    /// To be signed by two: a copy for each.
    pub const TO_SIGN: Self = Self { word: "to_sign", copies: Copies::TWO };
    /// A copy of what was issued, a letter, a receipt.
    pub const COPY: Self = Self { word: "copy", copies: Copies::ONE };
    /// The list of a day.
    pub const AGENDA: Self = Self { word: "agenda", copies: Copies::ONE };
}

/// What was chosen last, by one operator at one desk.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Habits {
    printer: Printer,
    sides: Sides,
    copies: BTreeMap<String, Copies>,
    addresses: Vec<Address>,
}

impl Habits {
    /// How this would be printed at once.
    #[must_use]
    pub fn choice(&self, of: Occasion) -> Choice {
        Choice {
            printer: self.printer.clone(),
            copies: self.copies.get(of.word).copied().unwrap_or(of.copies),
            sides: self.sides,
        }
    }

    /// The network printers known by address, the newest first.
    #[must_use]
    pub fn addresses(&self) -> &[Address] {
        &self.addresses
    }

    /// A printer took something so: it is the way from now on.
    pub fn printed(&mut self, of: Occasion, choice: &Choice) {
        self.printer = choice.printer.clone();
        self.sides = choice.sides;
        if choice.copies.count() <= KEPT {
            self.copies.insert(of.word.to_owned(), choice.copies);
        }
        if let Printer::Network(address) = &choice.printer {
            self.addresses.retain(|known| known != address);
            self.addresses.insert(0, address.clone());
            self.addresses.truncate(ADDRESSES);
        }
    }

    /// As it is kept.
    #[must_use]
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// As it was kept; what does not read any more is forgotten.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_chosen_comes_back_and_many_copies_do_not() {
        let mut habits = Habits::default();
        assert_eq!(habits.choice(Occasion::TO_SIGN).copies, Copies::TWO);
        let choice =
            |printer, copies| Choice { printer, copies: Copies::new(copies).unwrap(), sides: Sides::Single };
        habits.printed(Occasion::TO_SIGN, &choice(Printer::Queue("ufficio".into()), 3));
        habits.printed(Occasion::AGENDA, &choice(Printer::Queue("ufficio".into()), 15));
        for n in 0..7 {
            let address: Address = format!("stampante{n}").parse().unwrap();
            habits.printed(Occasion::COPY, &choice(Printer::Network(address), 1));
        }
        let habits = Habits::of_text(&habits.to_text());
        assert_eq!(habits.choice(Occasion::TO_SIGN).copies.count(), 3);
        assert_eq!(habits.choice(Occasion::AGENDA).copies, Copies::ONE);
        assert_eq!(habits.choice(Occasion::COPY).sides, Sides::Single);
        assert_eq!((habits.addresses().len(), habits.addresses()[0].host()), (5, "stampante6"));
        assert_eq!(habits.choice(Occasion::COPY).printer.name().unwrap(), "ipp://stampante6:631/ipp/print");
    }

    #[test]
    fn what_does_not_read_is_forgotten() {
        for text in [
            "",
            "{",
            "{\"copies\":{\"to_sign\":0}}",
            "{\"copies\":{\"to_sign\":21}}",
            "{\"printer\":\"boh\"}",
        ] {
            assert_eq!(Habits::of_text(text), Habits::default(), "{text}");
        }
        assert_eq!(Habits::of_text("{\"sides\":\"single\"}").choice(Occasion::COPY).sides, Sides::Single);
    }
}
