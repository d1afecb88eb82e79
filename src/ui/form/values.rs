//! What a form holds, read as what it means.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};

use zeroize::Zeroize;

use super::read;

/// A reading view of a form. Hidden fields count as empty: what is not on the
/// screen is not declared.
#[derive(Clone, Debug)]
pub struct Values {
    raw: BTreeMap<String, String>,
    birth: Vec<String>,
    today: NaiveDate,
}

/// Among them may be a password: wiped.
impl Drop for Values {
    fn drop(&mut self) {
        self.raw.values_mut().for_each(Zeroize::zeroize);
    }
}

impl Values {
    /// Values by name; `birth` names the days of birth.
    #[must_use]
    pub fn new(raw: BTreeMap<String, String>, birth: Vec<String>, today: NaiveDate) -> Self {
        Self { raw, birth, today }
    }

    /// Takes away a field that is not on the screen.
    pub(super) fn hide(&mut self, name: &str) {
        self.raw.remove(name);
    }

    /// The text as typed or the value chosen; empty when nothing is there.
    #[must_use]
    pub fn raw(&self, name: &str) -> &str {
        self.raw.get(name).map_or("", String::as_str)
    }

    /// The text without blanks around it, if there is any.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<String> {
        let text = self.raw(name).trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// The text, empty if there is none.
    #[must_use]
    pub fn text_or_empty(&self, name: &str) -> String {
        self.raw(name).trim().to_owned()
    }

    /// The value of a choice or lookup.
    #[must_use]
    pub fn chosen(&self, name: &str) -> Option<&str> {
        let value = self.raw(name);
        (!value.is_empty()).then_some(value)
    }

    /// The value of a choice read as one of an enum by its serde name.
    #[must_use]
    pub fn chosen_as<T: serde::de::DeserializeOwned>(&self, name: &str) -> Option<T> {
        let value = serde_json::Value::String(self.chosen(name)?.to_owned());
        serde_json::from_value(value).ok()
    }

    /// The day, if it reads as one.
    #[must_use]
    pub fn date(&self, name: &str) -> Option<NaiveDate> {
        let birth = self.birth.iter().any(|known| known == name);
        read::date(self.chosen(name)?, self.today, birth).ok()
    }

    /// The time, if it reads as one.
    #[must_use]
    pub fn time(&self, name: &str) -> Option<NaiveTime> {
        read::time(self.chosen(name)?).ok()
    }

    /// The whole number, if it reads as one.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<i64> {
        read::number(self.chosen(name)?).ok()
    }

    /// The amount in cents, if it reads as one.
    #[must_use]
    pub fn cents(&self, name: &str) -> Option<i64> {
        read::money(self.chosen(name)?).ok()
    }

    /// Is the tick on?
    #[must_use]
    pub fn on(&self, name: &str) -> bool {
        self.raw(name) == ON
    }

    /// Is this value chosen?
    #[must_use]
    pub fn is(&self, name: &str, value: &str) -> bool {
        self.raw(name) == value
    }

    /// Today.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.today
    }

    /// Everything by name, for drafts.
    #[must_use]
    pub fn all(&self) -> &BTreeMap<String, String> {
        &self.raw
    }
}

/// How a tick that is on is written in drafts.
pub const ON: &str = "x";
