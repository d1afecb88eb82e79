//! What the shell wants from outside.

use crate::desk::command::DocumentGenerated;
use crate::desk::query::Found;
use crate::desk::{Command, DocumentFile, Query};
use crate::documents::printing::Habits;
use crate::domain::ids::RegistrantId;
use crate::ui::deed::Deed;
use crate::ui::effect::{Draft, Founding, Job, Secret, Slot};
use crate::ui::missing::Missing;

/// The number of a question on its way.
pub type Ticket = u64;

/// What the shell wants from outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Outward {
    /// A question. `lane` is the same for questions that replace each other.
    Ask {
        /// Comes back with the answer.
        ticket: Ticket,
        /// The user name of the operator, empty before signing in.
        by: String,
        /// Which questions make this one void.
        lane: (u64, Slot),
        /// The question.
        query: Query,
    },
    /// A write, by the operator signed in.
    Run {
        /// Comes back with the outcome.
        ticket: Ticket,
        /// The user name of the operator.
        by: String,
        /// The command.
        command: Box<Command>,
    },
    /// The file of a document, for the archive.
    Archive {
        /// Comes back with the outcome.
        ticket: Ticket,
        /// The user name of the operator.
        by: String,
        /// What is recorded of it.
        command: Box<DocumentGenerated>,
        /// The file.
        file: DocumentFile,
    },
    /// Signing in.
    SignIn {
        /// Comes back with the session.
        ticket: Ticket,
        /// The user name.
        username: String,
        /// The password.
        password: Secret,
    },
    /// Coming in with the recovery key.
    Recover {
        /// Comes back with the session.
        ticket: Ticket,
        /// The user name.
        username: String,
        /// The recovery key as typed.
        code: Secret,
        /// The new password.
        new: Secret,
    },
    /// Something with passwords and keys.
    Keys {
        /// Comes back with what came of it.
        ticket: Ticket,
        /// The user name of the operator.
        by: String,
        /// What.
        deed: Box<Deed>,
    },
    /// Founding the office.
    Found {
        /// Comes back with the session.
        ticket: Ticket,
        /// What was asked for.
        founding: Box<Founding>,
    },
    /// Two seconds from now, [`Reply::Rested`].
    ///
    /// [`Reply::Rested`]: crate::ui::effect::Reply::Rested
    Rest(Ticket),
    /// The desk was left alone and covered itself: nobody waits for what is
    /// done now.
    Alone,
    /// A search came to rest.
    Searched {
        /// The user name of the operator.
        by: String,
        /// What was found.
        found: Box<Found>,
    },
    /// The record of a person is opened at this desk: what is read of it from
    /// now on belongs to this opening (R-PRV-4).
    Opened {
        /// The user name of the operator.
        by: String,
        /// Whose record.
        registrant: RegistrantId,
        /// Why, out of one's own agenda.
        reason: Option<String>,
    },
    /// The record of a person is closed.
    Closed {
        /// The user name of the operator.
        by: String,
        /// Whose record.
        registrant: RegistrantId,
    },
    /// Work beside the screen.
    Start {
        /// Comes back at its end.
        ticket: Ticket,
        /// The work.
        job: Job,
    },
    /// Remembers which keys do not arrive on this terminal.
    KeysTried(Missing),
    /// Remembers how the operator prints.
    KeepHabits(Habits),
    /// Keeps a draft.
    SaveDraft(Draft),
    /// Forgets a draft.
    DropDraft {
        /// Code of the screen.
        screen: String,
        /// What it is about.
        subject: String,
    },
    /// Looks for a draft; comes back with [`super::Shell::draft_found`].
    FindDraft {
        /// Comes back with the draft.
        ticket: Ticket,
        /// Code of the screen.
        screen: String,
        /// What it is about.
        subject: String,
    },
    /// Puts a text on the terminal's clipboard.
    Copy(String),
    /// Ends the program.
    Quit,
}
