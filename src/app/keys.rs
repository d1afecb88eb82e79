//! Passwords and keys, done at the desk for the screen.

use crate::desk::Desk;
use crate::desk::staff::Shown;
use crate::fault::Result;
use crate::ui::deed::{Deed, Given};

/// Does it as `by`.
///
/// # Errors
/// Who asks may not, a wrong password, one that is none; when the disk fails.
pub fn done(desk: &mut Desk, by: &str, deed: Deed) -> Result<Given> {
    let outcome = |outcome| Given::Outcome(Box::new(outcome));
    Ok(match deed {
        Deed::Add { operator, first, own } => {
            outcome(desk.add_operator(Shown { by, password: &own.0 }, *operator, &first.0)?)
        }
        Deed::Disable(operator) => outcome(desk.disable_operator(by, operator)?),
        Deed::Enable { operator, first, own } => {
            outcome(desk.enable_operator(Shown { by, password: &own.0 }, operator, &first.0)?)
        }
        Deed::Give { username, first, own } => {
            desk.give_password(Shown { by, password: &own.0 }, &username, &first.0)?;
            Given::Done
        }
        Deed::Change { own, new } => {
            desk.change_password(Shown { by, password: &own.0 }, &new.0)?;
            Given::Done
        }
        Deed::Draw => Given::Drawn(desk.draw_recovery(by)?),
        Deed::Recovery { code, own } => {
            desk.set_recovery(Shown { by, password: &own.0 }, &code)?;
            Given::Done
        }
    })
}
