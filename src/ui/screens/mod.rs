//! The screens, one file or folder each, and the only list of them.

pub mod common;
pub mod help;
mod person_data;
pub mod saving;
mod unwritten;

use super::route::Route;
use super::screen::{Cx, Screen};

/// Makes the screen of a route: the one match that grows with each screen.
#[must_use]
pub fn open(route: &Route, cx: &Cx) -> Box<dyn Screen> {
    match route {
        Route::Help(topic) => Box::new(help::Help::new((**topic).clone())),
        Route::PersonData(subject) => Box::new(person_data::PersonData::new(subject.clone(), cx)),
        other => Box::new(unwritten::Unwritten::new(other.code())),
    }
}
