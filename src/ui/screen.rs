//! screen
use super::action::Action;
use std::borrow::Cow;
/// Something that can be done here: one list feeds the key bar, F10 and help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What is done.
    pub action: Action,
    /// Its word here.
    pub label: Cow<'static, str>,
    /// Can it be done now?
    pub enabled: bool,
}
