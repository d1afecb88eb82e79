//! What is done with passwords and keys. Never a command: commands are
//! recorded, and no password ever is.

use super::effect::Secret;
use crate::desk::Outcome;
use crate::desk::staff::RecoveryCode;
use crate::domain::ids::OperatorId;
use crate::domain::office::Operator;

/// Something done with passwords and keys. `own` is the password of whoever
/// does it, shown again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Adds somebody, with a first password.
    Add {
        /// Who.
        operator: Box<Operator>,
        /// The first password.
        first: Secret,
        /// Shown again.
        own: Secret,
    },
    /// Somebody works here no more.
    Disable(OperatorId),
    /// Takes somebody back, with a new first password.
    Enable {
        /// Who.
        operator: OperatorId,
        /// The first password.
        first: Secret,
        /// Shown again.
        own: Secret,
    },
    /// Gives somebody a password, to be changed when they come in.
    Give {
        /// To whom.
        username: String,
        /// The password.
        first: Secret,
        /// Shown again.
        own: Secret,
    },
    /// Changes one's own password.
    Change {
        /// The one of now.
        own: Secret,
        /// The one from now on.
        new: Secret,
    },
    /// Draws a recovery key, to be put on paper.
    Draw,
    /// Makes the one on paper the recovery key of the office.
    Recovery {
        /// What is on paper.
        code: RecoveryCode,
        /// Shown again.
        own: Secret,
    },
}

/// What comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// What the rules said.
    Outcome(Box<Outcome>),
    /// It is done.
    Done,
    /// What is to be put on paper.
    Drawn(RecoveryCode),
}
