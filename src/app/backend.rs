//! What the shell's requests are carried out by: the desk in the real
//! program, the same desk in step in tests.

use crate::desk::command::DocumentGenerated;
use crate::desk::query::Found;
use crate::desk::{Answer, Command, DocumentFile, Law, Outcome, Query};
use crate::documents::printing::Habits;
use crate::domain::ids::RegistrantId;
use crate::fault::{Fault, Result};
use crate::ui::deed::{Deed, Given};
pub use crate::ui::effect::Founding;
use crate::ui::effect::{Draft, Secret};
use crate::ui::missing::Missing;
use crate::ui::screen::Session;

/// The desk behind the screen. Lives on the worker thread.
pub trait Backend {
    /// Answers a question of an operator (empty before signing in).
    ///
    /// # Errors
    /// When the file cannot be read.
    fn ask(&mut self, by: &str, query: Query) -> Result<Answer>;
    /// Runs a command of an operator.
    ///
    /// # Errors
    /// When the file cannot be written. A refusal is an outcome.
    fn run(&mut self, by: &str, command: Command) -> Result<Outcome>;
    /// Records the file of an issued document and puts it in the archive.
    ///
    /// # Errors
    /// When the file cannot be written. A refusal is an outcome.
    fn archive(&mut self, _by: &str, _command: DocumentGenerated, _file: &DocumentFile) -> Result<Outcome> {
        Err(Fault::internal("this desk has no archive"))
    }
    /// An operator opens the record of a person, out of the agenda for a
    /// reason: its audit line.
    ///
    /// # Errors
    /// When the file cannot be written.
    fn opened(&mut self, by: &str, registrant: RegistrantId, reason: Option<String>) -> Result<()>;
    /// The operator closes it: its audit line.
    ///
    /// # Errors
    /// When the file cannot be written.
    fn closed(&mut self, by: &str, registrant: RegistrantId) -> Result<()>;
    /// Leaves the audit line of a search that came to rest.
    ///
    /// # Errors
    /// When the file cannot be written.
    fn searched(&mut self, by: &str, found: &Found) -> Result<()>;
    /// How rules are enforced as the tables are now; `None` before anybody is
    /// in. Asked after every answer and every command: a row may have been set
    /// here or have come from another desk.
    fn law(&self) -> Option<Law>;
    /// Signs an operator in.
    ///
    /// # Errors
    /// An unknown operator, a wrong password, a file that cannot be opened.
    fn sign_in(&mut self, username: &str, password: &Secret) -> Result<Session>;
    /// Lets an administrator in with the recovery key and a new password.
    ///
    /// # Errors
    /// A key that is none or another, a password that is none.
    fn recover(&mut self, _username: &str, _code: &Secret, _new: &Secret) -> Result<Session> {
        Err(Fault::internal("this desk has no keys"))
    }
    /// Does something with passwords and keys.
    ///
    /// # Errors
    /// Who asks may not, a wrong password, one that is none.
    fn keys(&mut self, _by: &str, _deed: Deed) -> Result<Given> {
        Err(Fault::internal("this desk has no keys"))
    }
    /// Founds the office: the first run.
    ///
    /// # Errors
    /// When the folder has an office already, or a rule refuses the data.
    fn found(&mut self, founding: Founding) -> Result<Session>;
    /// Which keys do not arrive on this terminal; `None` when nobody has tried
    /// and the page should open by itself.
    ///
    /// # Errors
    /// When the file cannot be read.
    fn missing_keys(&mut self) -> Result<Option<Missing>> {
        Ok(Some(Missing::default()))
    }
    /// Remembers them.
    ///
    /// # Errors
    /// When the file cannot be written.
    fn keep_missing_keys(&mut self, _missing: Missing) -> Result<()> {
        Ok(())
    }
    /// How who is signed in prints at this desk.
    ///
    /// # Errors
    /// When the file cannot be read.
    fn habits(&mut self) -> Result<Habits> {
        Ok(Habits::default())
    }
    /// Remembers it.
    ///
    /// # Errors
    /// When the file cannot be written.
    fn keep_habits(&mut self, _habits: &Habits) -> Result<()> {
        Ok(())
    }
    /// What is to be done about the office and was not before: asked after
    /// every write.
    fn warning(&mut self) -> Option<String> {
        None
    }
    /// Nobody is there: a copy of the office where it is time, for a program
    /// that is never closed.
    ///
    /// # Errors
    /// The copy was not made.
    fn alone(&mut self) -> Result<()> {
        Ok(())
    }
    /// The end: the day is closed, and a copy of the office made where it is
    /// time; `copying` hears that one begins, and of how many bytes.
    ///
    /// # Errors
    /// The day or the copy was not made.
    fn close(&mut self, _copying: &mut dyn FnMut(u64)) -> Result<()> {
        Ok(())
    }
    /// Keeps a draft over the one before.
    ///
    /// # Errors
    /// When the file cannot be written.
    fn save_draft(&mut self, draft: &Draft) -> Result<()>;
    /// Forgets a draft.
    ///
    /// # Errors
    /// When the file cannot be written.
    fn drop_draft(&mut self, screen: &str, subject: &str) -> Result<()>;
    /// Looks for a draft.
    ///
    /// # Errors
    /// When the file cannot be read.
    fn find_draft(&mut self, screen: &str, subject: &str) -> Result<Option<Draft>>;
}
