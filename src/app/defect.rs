//! Defects of the program while the screen is on: kept from tearing it, and
//! given a place by which they can be told apart.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};

use crate::fault::{Fault, Result};

thread_local! {
    /// Where this thread stopped last.
    static PLACE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Notes where a thread stops. What it says may hold a value of somebody's
/// record, so only the place is kept.
pub fn note(panic: &PanicHookInfo) {
    let place = panic.location().map(|at| format!("{}:{}", at.file(), at.line())).unwrap_or_default();
    PLACE.with(|last| *last.borrow_mut() = place);
}

/// Does something that may have a defect; what it was doing is left as it is.
///
/// # Errors
/// An internal fault with the place where it stopped.
pub fn guarded<T>(act: impl FnOnce() -> T) -> Result<T> {
    catch_unwind(AssertUnwindSafe(act)).map_err(|_| Fault::internal(PLACE.with(|last| last.take())))
}

/// A defect on purpose, for the tests of endings: in debug builds only, and
/// only where the variable says so (`SPORTELLO_DEFECT=loop:word`).
#[cfg(debug_assertions)]
pub fn on_purpose(place: &str, word: &str) {
    let here = |wanted: String| wanted.split_once(':') == Some((place, word));
    assert!(!std::env::var("SPORTELLO_DEFECT").is_ok_and(here), "a defect on purpose");
}

/// The shipped program has no defects on purpose.
#[cfg(not(debug_assertions))]
pub fn on_purpose(_: &str, _: &str) {}
