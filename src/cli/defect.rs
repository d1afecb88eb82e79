//! Defects of the program: a number to quote, exit 70.

use std::panic::{self, UnwindSafe};

use super::out::tell;
use crate::fault::Fault;

/// Runs `act`; a panic inside it ends with 70 and a number.
pub fn guarded(act: impl FnOnce() -> u8 + UnwindSafe) -> u8 {
    panic::catch_unwind(act).unwrap_or(70)
}

/// From now on a panic says its number instead of a trace.
pub fn install() {
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(|at| format!("{}:{}", at.file(), at.line())).unwrap_or_default();
        // What the panic says may hold a value of somebody's record: not shown.
        tell_fault(&Fault::internal(place));
    }));
}

/// Tells a fault: its sentence, for a defect also its number.
pub fn tell_fault(fault: &Fault) {
    tell(&fault.to_string());
    if let Some(number) = fault.number() {
        tell(&format!("Numero da riferire: {number}"));
    }
    technical(&fault.cause);
}

/// The technical cause, for who looks after the program and asked for it.
fn technical(cause: &str) {
    if !cause.is_empty() && std::env::var_os("SPORTELLO_TRACE").is_some() {
        tell(&format!("({cause})"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_70() {
        assert_eq!(guarded(|| 0), 0);
        assert_eq!(guarded(|| "no".parse().unwrap()), 70);
    }

    #[test]
    fn one_defect_has_one_number() {
        let number = |place: &str| Fault::internal(place).number();
        assert!(number("src/a.rs:1").is_some_and(|number| number.starts_with(env!("CARGO_PKG_VERSION"))));
        assert_eq!(number("src/a.rs:1"), number("src/a.rs:1"));
        assert_ne!(number("src/a.rs:1"), number("src/a.rs:2"));
        assert_eq!(Fault::office("").number(), None);
    }
}
