//! An office: made, opened, refused.

use std::fs;
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::backup::private;
use super::beside::{Absent, Place, has_log, sweep};
use super::checking::Checking;
use super::connection::{Use, connect, keep_log, opening};
use super::derived::{self, Stale, Watch};
use super::errors::{damaged, fault};
use super::facts::Facts;
use super::history::Whose;
use super::hlc::Stamp;
use super::keys::{DataKey, KEYS_FILE};
use super::lock::{OfficeLock, disk_full, is_full, read_only};
use super::reach::{cut_short, refuse_behind, refuse_truncated};
use super::write::Read;
use super::{audit, migrate, schema, session, settings};
use crate::fault::{Fault, Result};

/// The name of the data file in the office folder.
pub const DATA_FILE: &str = "office.db";

/// The copy made before an older file is brought up to date.
const BEFORE: &str = "office.db.prima";

/// How to open an office.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Check every page and index first (a third of a second for 60 MB).
    pub check: bool,
    /// An office to be thrown away: does not wait for the disk, so a power
    /// cut may lose it. Never for real people.
    pub throwaway: bool,
}

/// The one writer of an office; holds it until dropped.
#[derive(Debug)]
pub struct Store {
    /// Dropped before the writer's own connection.
    pub(super) checking: Option<Checking>,
    pub(super) conn: Connection,
    pub(super) desk: String,
    pub(super) schema: u32,
    pub(super) watch: Watch,
    pub(super) whose: Whose,
    /// Head of the audit chain, once read; forgotten after a rollback.
    pub(super) head: Option<audit::Head>,
    /// Time of the last unit, once read; forgotten after a rollback.
    pub(super) last: Option<Stamp>,
    /// What derived tables have still to take over: only inside a batch.
    pub(super) stale: Option<Stale>,
    pub(super) place: Place,
    pub(super) dir: PathBuf,
    pub(super) lock: OfficeLock,
}

impl Store {
    /// Makes the office of `key` in `dir`, where [`super::keys::create`] has
    /// just written its keys. `desk` is the code of this desk, which goes into
    /// the numbers on paper.
    ///
    /// # Errors
    /// An office fault when there is a data file already or the folder cannot
    /// be written.
    pub fn create(dir: &Path, key: &DataKey, desk: &str, options: Options) -> Result<Self> {
        let lock = OfficeLock::take(dir)?;
        let path = dir.join(DATA_FILE);
        if path.exists() {
            return Err(already_there());
        }
        let conn = connect(&path, key, Use::Create)?;
        // Before anything is in it: its log will be as it is.
        private(&path);
        manners(&conn, options)?;
        migrate::migrate(&conn)?;
        settings::put(&conn, settings::DESK, desk)?;
        audit::new_key(&conn)?;
        Self::ready(conn, dir, lock)
    }

    /// Opens the office in `dir` for work, bringing an older schema up to date.
    ///
    /// # Errors
    /// An office fault with its sentence: no office, another program has it,
    /// file of another office, cut short, damaged, newer, not writable. The
    /// file is left as it was.
    pub fn open(dir: &Path, key: &DataKey, options: Options) -> Result<Self> {
        let path = examine(dir, key)?;
        Self::open_held(dir, &path, key, options, OfficeLock::take(dir)?)
    }

    /// As [`Store::open`], for who holds the office already.
    pub(super) fn open_held(
        dir: &Path,
        path: &Path,
        key: &DataKey,
        options: Options,
        lock: OfficeLock,
    ) -> Result<Self> {
        let absent = Absent::look(path);
        match accept(path, key, options, lock.marked()) {
            Ok(conn) => Self::ready(conn, dir, lock),
            Err(told) => {
                absent.restore();
                lock.give_back();
                Err(told)
            }
        }
    }

    fn ready(conn: Connection, dir: &Path, lock: OfficeLock) -> Result<Self> {
        let desk = settings::get(&conn, settings::DESK)?.ok_or_else(damaged)?;
        let mut store = Self {
            checking: None,
            watch: Watch::new(&conn)?,
            whose: Whose::new(&conn)?,
            conn,
            desk,
            schema: migrate::latest(),
            head: None,
            last: None,
            stale: None,
            place: Place::of(dir.join(DATA_FILE))?,
            dir: dir.to_owned(),
            lock,
        };
        store.build_missing()?;
        store.index_units()?;
        Ok(store)
    }

    /// The folder of the office.
    #[must_use]
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The code of this desk.
    #[must_use]
    pub fn desk(&self) -> &str {
        &self.desk
    }

    /// How far this file came.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn facts(&self) -> Result<Facts> {
        Facts::of(&self.conn, "main")
    }

    /// For questions from the writer itself.
    #[must_use]
    pub fn read(&self) -> Read<'_> {
        Read::new(&self.conn)
    }

    /// Closes the file with everything in it and nothing beside.
    ///
    /// # Errors
    /// When the disk takes no more: some of it is still in the log.
    pub(super) fn close_whole(self) -> Result<()> {
        let path = self.dir.join(DATA_FILE);
        drop(self);
        if has_log(&path) { Err(disk_full()) } else { Ok(()) }
    }

    /// Checks every page and every index.
    ///
    /// # Errors
    /// An office fault when the file is damaged.
    pub fn check(&self) -> Result<()> {
        check(&self.conn)
    }

    /// Checks the seal of every page of the file.
    ///
    /// # Errors
    /// An office fault when the file is damaged.
    pub fn check_pages(&self) -> Result<()> {
        refuse(complaints(&self.conn, "PRAGMA cipher_integrity_check")?)
    }

    /// Checks that tables and indexes hang together.
    ///
    /// # Errors
    /// An office fault when the file is damaged.
    pub fn check_tables(&self) -> Result<()> {
        check_indexes(&self.conn)
    }

    /// Applies what another desk recorded; any conflict undoes the whole.
    ///
    /// # Errors
    /// An internal fault on a conflict: this file was not what the other
    /// desk started from.
    pub fn apply_changeset(&mut self, changeset: &[u8]) -> Result<()> {
        self.batch(|store| {
            session::apply_changeset(&store.conn, changeset)?;
            let touched = derived::touched(&store.conn, &store.watch, &session::changes(changeset)?)?;
            derived::refresh(&store.conn, &touched)
        })
    }

    /// One digest over every row of every synced table, for telling whether
    /// two offices hold the same.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn digest(&self) -> Result<String> {
        schema::digest(&self.conn)
    }
}

/// What can be said of the file without the key being tried.
fn examine(dir: &Path, key: &DataKey) -> Result<PathBuf> {
    let path = dir.join(DATA_FILE);
    let missing = |e: std::io::Error| match e.kind() {
        ErrorKind::NotFound => {
            let keys = dir.join(KEYS_FILE).exists();
            let told =
                if keys { "Manca il file dell'ufficio." } else { "In questa cartella non c'è un ufficio." };
            Fault::office(told)
                .hint("Controllare il percorso, o ripristinare l'ultima copia di sicurezza.")
                .cause(e)
        }
        ErrorKind::PermissionDenied => {
            Fault::office("Il file dell'ufficio non si può leggere.").hint("Controllare i permessi.").cause(e)
        }
        _ if is_full(&e) => disk_full().cause(e),
        _ => Fault::office("Il file dell'ufficio non si può aprire.").hint("Controllare il disco.").cause(e),
    };
    // Before it is opened: a pipe in its place would keep us waiting.
    let about = fs::metadata(&path).map_err(missing)?;
    if !about.is_file() {
        return Err(foreign());
    }
    let mut file = fs::File::open(&path).map_err(missing)?;
    let mut head = [0; 16];
    if file.read_exact(&mut head).is_err() {
        return Err(cut_short());
    }
    if head != key.salt() {
        return Err(foreign());
    }
    if about.permissions().readonly() || fs::OpenOptions::new().write(true).open(&path).is_err() {
        return Err(file_read_only());
    }
    Ok(path)
}

/// Opens and weighs the file; until it is accepted nothing is written, not
/// even what a log beside it holds.
fn accept(path: &Path, key: &DataKey, options: Options, marked: i64) -> Result<Connection> {
    let unclean = has_log(path);
    let conn = connect(path, key, Use::Write).map_err(|told| said_of_folder(path, told))?;
    let found = migrate::version(&conn).map_err(opening)?;
    migrate::refuse_newer(found)?;
    refuse_truncated(&conn, path, unclean)?;
    refuse_behind(&conn, marked)?;
    if options.check {
        check(&conn)?;
    } else if unclean {
        // The log may be that of another copy of this file.
        check_indexes(&conn)?;
    }
    keep_log(&conn, false).map_err(opening)?;
    let conn = if (1..migrate::latest()).contains(&found) {
        // Closed, so that the copy is whole and SQLite's locks are its own.
        drop(conn);
        keep_copy(path, key)?;
        connect(path, key, Use::Write)?
    } else {
        conn
    };
    manners(&conn, options)?;
    migrate::migrate(&conn)?;
    keep_log(&conn, false).map_err(opening)?;
    Ok(conn)
}

/// Keeps the file as the program before this one left it: one copy, the last,
/// tried by opening it before it counts as one.
fn keep_copy(path: &Path, key: &DataKey) -> Result<()> {
    let not_kept = |e: &dyn std::fmt::Display| {
        Fault::office("Prima di aggiornare il file dell'ufficio non se ne riesce a fare una copia.")
            .hint("Liberare spazio e riaprire; il file non è stato modificato.")
            .cause(e)
    };
    let copy = || -> std::io::Result<tempfile::NamedTempFile> {
        let (dir, beginning) = (path.parent().unwrap_or(Path::new(".")), format!("{BEFORE}."));
        sweep(dir, &beginning)?;
        let mut beside = tempfile::Builder::new().prefix(&beginning).tempfile_in(dir)?;
        std::io::copy(&mut fs::File::open(path)?, &mut beside)?;
        beside.as_file().sync_all()?;
        Ok(beside)
    };
    let beside = copy().map_err(|e| not_kept(&e))?;
    let absent = Absent::look(beside.path());
    let tried = connect(beside.path(), key, Use::Write).and_then(|conn| check_of(&conn, "main"));
    absent.restore();
    // Damage is the file's: the copy has the same bytes.
    tried?;
    beside.persist(path.with_file_name(BEFORE)).map(|_| ()).map_err(|e| not_kept(&e.error))
}

/// SQLite says "cannot open" of a file in a folder that takes no files beside.
fn said_of_folder(path: &Path, told: Fault) -> Fault {
    let Some(dir) = path.parent() else { return told };
    let denied =
        |e: std::io::Error| matches!(e.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem);
    if tempfile::tempfile_in(dir).is_err_and(denied) { read_only().cause(&told.cause) } else { told }
}

fn manners(conn: &Connection, options: Options) -> Result<()> {
    let level = if options.throwaway { "OFF" } else { "FULL" };
    let set = || {
        let mode: String = conn.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
        conn.pragma_update(None, "synchronous", level)?;
        Ok(mode)
    };
    match set() {
        Ok(mode) if mode == "wal" => Ok(()),
        Ok(mode) => Err(Fault::office("La cartella dell'ufficio è su un disco che non va bene.")
            .hint("Usare un disco di questo computer, non di rete.")
            .cause(format!("journal mode {mode}"))),
        Err(e) => Err(opening(e)),
    }
}

pub(super) fn check(conn: &Connection) -> Result<()> {
    check_of(conn, "main")
}

/// Every page and every index of the open file, or of one attached to it.
pub(super) fn check_of(conn: &Connection, name: &str) -> Result<()> {
    refuse(complaints(conn, &format!("PRAGMA {name}.cipher_integrity_check"))?)?;
    refuse(complaints(conn, &format!("PRAGMA {name}.quick_check"))?)
}

pub(super) fn check_indexes(conn: &Connection) -> Result<()> {
    refuse(complaints(conn, "PRAGMA main.quick_check")?)
}

fn complaints(conn: &Connection, sql: &str) -> Result<Vec<String>> {
    let ask =
        || -> rusqlite::Result<Vec<String>> { conn.prepare(sql)?.query_map([], |row| row.get(0))?.collect() };
    ask().map_err(fault)
}

fn refuse(complaints: Vec<String>) -> Result<()> {
    match complaints.into_iter().find(|said| said != "ok") {
        None => Ok(()),
        Some(said) => Err(damaged().cause(said)),
    }
}

/// An office, or what is left of one.
pub(super) fn already_there() -> Fault {
    Fault::office("In questa cartella c'è già un ufficio.")
        .hint("Aprirlo, oppure scegliere una cartella vuota.")
}

fn file_read_only() -> Fault {
    Fault::office("Il file dell'ufficio è in sola lettura.")
        .hint("Chiedere il permesso di scrittura sul file office.db.")
}

fn foreign() -> Fault {
    Fault::office("Il file office.db non è di questo ufficio.")
        .hint("Controllare la cartella: office.db e office.keys devono essere dello stesso ufficio.")
}

#[cfg(test)]
#[path = "open_tests.rs"]
pub(super) mod tests;
