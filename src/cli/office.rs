//! Which office a command works on, as whom, at what time.

use std::env;
use std::path::{Path, PathBuf};

use super::args::{Global, alone, moment};
use super::password::{self, Password};
use crate::clock::Clock;
use crate::desk::{Command, Desk, Outcome, opening};
use crate::domain::permission::Permission;
use crate::fault::{Fault, Result};
use crate::store::{self, AuditLine};

/// What an office is opened for: its name in the audit, and what one must be
/// permitted.
#[derive(Clone, Copy, Debug)]
pub struct Act {
    /// As the audit tells it when it is refused.
    pub name: &'static str,
    /// All of them.
    pub needs: &'static [Permission],
}

impl Act {
    /// A list of people: on the screen it is reading, for another program it
    /// leaves this one.
    pub fn list(name: &'static str, json: bool) -> Self {
        let needs: &[Permission] =
            if json { &[Permission::Read, Permission::Export] } else { Self::READ.needs };
        Self { name, needs }
    }

    /// Reads people and what was recorded of them.
    pub const READ: Self = Self { name: "read", needs: &[Permission::Read] };
    /// Reads nothing of the people served, or does what the desk itself
    /// permits or refuses.
    pub const PLAIN: Self = Self { name: "", needs: &[] };
}

/// An open office and who signed in.
pub struct Session {
    /// The office.
    pub desk: Desk,
    /// Username of who works; empty only while there is nobody yet.
    pub by: String,
    /// Invented people: orders bring their own hour and operator.
    pub throwaway: bool,
}

impl Session {
    /// Leaves a line in the audit, of who signed in, now.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn leave(&mut self, line: AuditLine) -> Result<()> {
        let by = self.desk.operator(&self.by).map(|operator| operator.id);
        let at = self.desk.clock().now();
        self.desk.store_mut().log(at, by, &[line])
    }
}

impl Session {
    /// Does what a command says, or only says what would come of it.
    ///
    /// # Errors
    /// As [`Desk::act`].
    pub fn act_or_weigh(&mut self, command: Command, dry_run: bool) -> Result<Outcome> {
        if dry_run { self.desk.weigh(&self.by, command) } else { self.desk.act(&self.by, command) }
    }
}

impl Global {
    /// What the command line left out and the environment says.
    ///
    /// # Errors
    /// `SPORTELLO_NOW` is no time.
    pub fn with_environment(mut self) -> Result<Self> {
        let set = |name| env::var_os(name).filter(|value| !value.is_empty());
        self.office = self.office.or_else(|| set("SPORTELLO_OFFICE").map(PathBuf::from));
        self.user = self.user.or_else(|| set("SPORTELLO_USER").and_then(|user| user.into_string().ok()));
        if self.now.is_none()
            && let Some(text) = set("SPORTELLO_NOW")
        {
            let why = |why| Fault::usage(format!("SPORTELLO_NOW non va: {why}."));
            self.now = Some(moment(&text.to_string_lossy()).map_err(why)?);
        }
        if self.lock_after.is_none()
            && let Some(text) = set("SPORTELLO_LOCK_AFTER")
        {
            let why = |why| Fault::usage(format!("SPORTELLO_LOCK_AFTER non va: {why}."));
            self.lock_after = Some(alone(&text.to_string_lossy()).map_err(why)?);
        }
        Ok(self)
    }

    /// Where faces of other scripts are looked for, before the folders of the
    /// system: the folder the environment names, the office's, the program's
    /// data of this user.
    #[must_use]
    pub fn font_folders(&self) -> Vec<PathBuf> {
        let named = env::var_os("SPORTELLO_FONTS").filter(|value| !value.is_empty()).map(PathBuf::from);
        let data =
            directories::ProjectDirs::from("", "", "sportello").map(|dirs| dirs.data_dir().join("fonts"));
        named.into_iter().chain(self.dir().ok()).chain(data).collect()
    }

    /// The clock of a command that opens no office, or a throwaway one.
    #[must_use]
    pub fn clock(&self) -> Clock {
        self.now.map_or(Clock::System, Clock::Fixed)
    }

    /// The folder of the office: the one named, else the user's own.
    ///
    /// # Errors
    /// The file named is not one of an office; the user has no home.
    pub fn dir(&self) -> Result<PathBuf> {
        match &self.office {
            Some(path) => folder_of(path),
            None => directories::ProjectDirs::from("", "", "sportello")
                .map(|dirs| dirs.data_dir().to_owned())
                .ok_or_else(|| {
                    Fault::office("Non si trova la cartella dei dati di questo utente.")
                        .hint("Indicare l'ufficio con --office.")
                }),
        }
    }

    /// Opens the office for an act. One of invented people signs in by
    /// itself; a real one wants operator and password. This is the one door
    /// of the command line: what is read past the questions of the desk is
    /// permitted here, or nothing is read (R-PRV-11).
    ///
    /// # Errors
    /// A sentence for each: no office, wrong operator or password, damaged,
    /// newer, in use; `--now` in a real office; what the role may not do,
    /// after its line in the audit.
    pub fn open(&self, act: Act) -> Result<Session> {
        let (mut session, _) = self.open_showing()?;
        for what in act.needs {
            session.desk.demand(&session.by, *what, act.name)?;
        }
        Ok(session)
    }

    /// Who signs in, among these.
    ///
    /// # Errors
    /// Nobody is named and there are several.
    pub fn who(&self, usernames: &[String]) -> Result<String> {
        match (&self.user, usernames) {
            (Some(user), _) => Ok(user.trim().to_lowercase()),
            (None, [only]) => Ok(only.clone()),
            (None, _) => Err(Fault::usage("In questo ufficio lavorano più operatori: chi accede?")
                .hint("Indicarlo con --user o SPORTELLO_USER.")),
        }
    }

    fn open_throwaway(&self, dir: &Path) -> Result<Session> {
        let (desk, by) = opening::open_throwaway(dir, self.user.as_deref(), self.clock(), 0)?;
        Ok(Session { desk, by, throwaway: true })
    }

    /// As [`Global::open`], with the password it was opened with: for what
    /// shows it again.
    ///
    /// # Errors
    /// As [`Global::open`].
    pub fn open_showing(&self) -> Result<(Session, Password)> {
        let (session, own) = self.open_changing()?;
        if !session.throwaway && opening::must_change(&self.dir()?, &session.by)? {
            return Err(must_change());
        }
        Ok((session, own))
    }

    /// As [`Global::open_showing`], also for who has still to choose a
    /// password: what they do is change it.
    ///
    /// # Errors
    /// As [`Global::open`].
    pub fn open_changing(&self) -> Result<(Session, Password)> {
        let dir = self.dir()?;
        opening::is_founded(&dir)?;
        if opening::is_throwaway(&dir)? {
            return Ok((self.open_throwaway(&dir)?, Password::default()));
        }
        self.open_real(&dir)
    }

    fn open_real(&self, dir: &Path) -> Result<(Session, Password)> {
        if self.now.is_some() {
            return Err(own_time());
        }
        let by = self.who(&opening::usernames(dir)?)?;
        let password = password::of(&by)?;
        let desk = opening::open(dir, &by, &password, Clock::System)?;
        Ok((Session { desk, by, throwaway: false }, password))
    }
}

/// Nothing is done with a password that somebody else chose.
pub fn must_change() -> Fault {
    Fault::office("La password è ancora quella data da un amministratore: prima va cambiata.")
        .hint("sportello user password, oppure al prossimo accesso dallo schermo.")
}

/// A real office has the computer's own time.
pub fn own_time() -> Fault {
    Fault::usage("In un ufficio vero l'ora è quella del computer.")
        .hint("Togliere --now e SPORTELLO_NOW: valgono solo negli uffici di prova.")
}

/// Nobody signs in with this name.
pub fn unknown_operator(username: &str) -> Fault {
    Fault::usage(format!("In questo ufficio non c'è un operatore «{}».", super::out::shown(username)))
}

/// An office is a folder; its data file may be named instead.
fn folder_of(path: &Path) -> Result<PathBuf> {
    let named = path.file_name().is_some_and(|name| name == store::DATA_FILE);
    if named && !path.is_dir() {
        return Ok(path.parent().map(ToOwned::to_owned).unwrap_or_default());
    }
    if path.is_file() {
        return Err(Fault::office("Questo file non è un ufficio di Sportello.")
            .hint("Indicare la cartella dell'ufficio, o il suo file office.db."));
    }
    Ok(path.to_owned())
}
