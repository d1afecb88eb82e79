//! A copy put back in the place of an office. It is brought beside first and
//! tried there, with the very bytes that will be put in place; until then
//! nothing of the office is touched, and what was there is kept afterwards.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use rusqlite::Connection;
use tempfile::TempDir;

use super::backup::{Manifest, damaged_copy, digest, newer, refuse_without_room, tampered};
use super::beside::{self, Absent, has_log};
use super::connection::{Use, connect, keep_log, opening};
use super::errors::fault;
use super::facts::Facts;
use super::keys::{self, DataKey, KEYS_FILE};
use super::lock::{OfficeLock, disk_full, is_full, read_only};
use super::migrate;
use super::open::{DATA_FILE, Options, Store, check_of};
use super::write::Read;
use crate::fault::{Fault, Result};

/// Where a copy is tried, in the folder of the office.
const STAGE: &str = "office.restore.";
/// Where what was there is kept.
const ASIDE: &str = "office.prima-del-ripristino";

/// A copy beside the office it may take the place of. Dropped before
/// [`Stage::put`], the folder is as it was.
#[derive(Debug)]
pub struct Stage {
    target: PathBuf,
    manifest: Manifest,
    /// The first of what must go when nothing comes of it.
    beside: Option<TempDir>,
    lock: Option<OfficeLock>,
    /// The folder of the office was not there.
    made: bool,
}

/// What stands where the copy would go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Present {
    /// No office.
    Nothing,
    /// A file that cannot be read with these keys, or no more.
    Unreadable,
    /// An office.
    Office {
        /// How far it came.
        facts: Facts,
        /// It is what became of the copy; otherwise the two went different ways.
        follows: bool,
    },
}

/// What restoring would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// What is there now.
    pub present: Present,
    /// Units there that the copy does not have; 0 where nothing can be read.
    pub lost_units: i64,
    /// Audit lines there that the copy does not have.
    pub lost_lines: i64,
    /// The last number of each series of papers there.
    counters: Vec<(String, i64)>,
}

impl Stage {
    /// Brings the copy `file` beside the office of `target`: it must be,
    /// byte by byte, what its manifest says.
    ///
    /// # Errors
    /// No copy, one that was changed or cut, a newer one; an office that is
    /// open in another program; no room.
    pub fn prepare(file: &Path, target: &Path) -> Result<Self> {
        if !file.is_file() {
            return Err(Fault::usage("Questo file non c'è, o non è un file.")
                .hint("Indicare il file .db di una copia di sicurezza."));
        }
        let manifest = Manifest::beside(file)?;
        if manifest.facts.schema > migrate::latest() {
            return Err(newer());
        }
        if fs::metadata(file).map_or(0, |about| about.len()) != manifest.bytes {
            return Err(tampered());
        }
        let made = !target.exists();
        if made {
            fs::create_dir(target).map_err(unusable)?;
        }
        let mut stage = Self { target: target.to_owned(), manifest, beside: None, lock: None, made };
        stage.lock = Some(OfficeLock::take(target)?);
        clear_left(target).map_err(unusable)?;
        refuse_without_room(target, stage.manifest.bytes)?;
        let beside = tempfile::Builder::new().prefix(STAGE).tempdir_in(target).map_err(unusable)?;
        let data = beside.path().join(DATA_FILE);
        fs::copy(file, &data).map_err(unusable)?;
        let keys = file.with_extension("keys");
        fs::copy(keys, beside.path().join(KEYS_FILE)).map_err(|e| {
            damaged_copy("Accanto alla copia manca il suo file delle chiavi (.keys).").cause(e)
        })?;
        let (sum, length) = digest(&data).map_err(unusable)?;
        stage.beside = Some(beside);
        if (sum, length) != (stage.manifest.sha256.clone(), stage.manifest.bytes) {
            return Err(tampered());
        }
        Ok(stage)
    }

    /// What the copy says of itself.
    #[must_use]
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The folder whose keys open it: those of the office while it has any,
    /// since passwords and operators may have changed after the copy.
    #[must_use]
    pub fn keys(&self) -> &Path {
        if self.has_keys() { &self.target } else { self.place() }
    }

    fn has_keys(&self) -> bool {
        keys::usernames(&self.target).is_ok()
    }

    fn place(&self) -> &Path {
        self.beside.as_ref().map_or(&self.target, |dir| dir.path())
    }

    /// Tries the copy by opening it, and says what would be lost.
    ///
    /// # Errors
    /// The copy is of another office or another desk, or does not open.
    pub fn weigh(&self, key: &DataKey) -> Result<Weighed> {
        let data = self.place().join(DATA_FILE);
        let mut head = [0; 16];
        File::open(&data).and_then(|mut file| file.read_exact(&mut head)).map_err(|e| tampered().cause(e))?;
        let salt: String = head.iter().map(|byte| format!("{byte:02x}")).collect();
        if salt != self.manifest.office {
            return Err(tampered());
        }
        if head != key.salt() {
            return Err(of_another_office());
        }
        let facts = tried(&data, key).map_err(|told| tampered().cause(told.cause))?;
        if facts != self.manifest.facts {
            return Err(tampered());
        }
        self.against(&facts, key)
    }

    fn against(&self, copy: &Facts, key: &DataKey) -> Result<Weighed> {
        let nothing = |present| Weighed { present, lost_units: 0, lost_lines: 0, counters: Vec::new() };
        let path = self.target.join(DATA_FILE);
        if !path.exists() && !beside::any(&path) {
            return Ok(nothing(Present::Nothing));
        }
        let absent = Absent::look(&path);
        // The log stays as it is: nothing is written until it is decided.
        let read = connect(&path, key, Use::Write).and_then(|conn| {
            let facts = Facts::of(&conn, "main")?;
            Ok((Facts::follows(&conn, copy)?, counters(&conn)?, facts))
        });
        absent.restore();
        let Ok((follows, counters, facts)) = read else { return Ok(nothing(Present::Unreadable)) };
        if facts.desk != copy.desk {
            return Err(damaged_copy("La copia è di un'altra postazione di questo ufficio."));
        }
        Ok(Weighed {
            lost_units: (facts.units - copy.units).max(0),
            lost_lines: (facts.audit_lines - copy.audit_lines).max(0),
            present: Present::Office { facts, follows },
            counters,
        })
    }

    /// A question to the office that is there; where none can be read, to the
    /// copy (`false`). Nothing where neither answers, as one of an older layout
    /// may not.
    pub fn ask<T>(&self, key: &DataKey, question: impl Fn(&Read<'_>, bool) -> Result<T>) -> Option<T> {
        let here = self.target.join(DATA_FILE);
        let absent = Absent::look(&here);
        let told =
            [(&here, true), (&self.place().join(DATA_FILE), false)].into_iter().find_map(|(data, there)| {
                let conn = data.exists().then(|| connect(data, key, Use::Write))?.ok()?;
                question(&Read::new(&conn), there).ok()
            });
        absent.restore();
        told
    }

    /// The copy, still beside, for what is to be written in it before it takes
    /// the place of the office: nobody ever opens it without. The numbers given
    /// since are in it already: none is ever on two papers.
    ///
    /// # Errors
    /// It does not open; the disk.
    pub fn open(&self, key: &DataKey, weighed: &Weighed, options: Options) -> Result<Store> {
        let mut store = Store::open(self.place(), key, options)?;
        for (name, value) in &weighed.counters {
            store.number_reached(name, *value)?;
        }
        Ok(store)
    }

    /// The folder of the office.
    #[must_use]
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Puts the copy in place, whole as it is beside; what was there is kept in
    /// the folder that is told, if anything was.
    ///
    /// # Errors
    /// The disk; then the office is as it was, or as the copy.
    pub fn put(mut self, key: &DataKey, weighed: &Weighed, at: NaiveDateTime) -> Result<Option<PathBuf>> {
        let keep_keys = self.has_keys();
        let data = self.target.join(DATA_FILE);
        settle_log(&self.place().join(DATA_FILE), key)?;
        if matches!(weighed.present, Present::Office { .. }) {
            settle_log(&data, key)?;
        }
        let aside = self.set_aside(at).map_err(unusable)?;
        let Some(lock) = self.lock.take() else { return Err(Fault::internal("lock")) };
        let place = || -> io::Result<()> {
            // Before: the copy is not behind what is noted of another file.
            lock.forget()?;
            for name in if keep_keys { &[DATA_FILE][..] } else { &[DATA_FILE, KEYS_FILE] } {
                let from = self.place().join(name);
                File::open(&from)?.sync_all()?;
                fs::rename(from, self.target.join(name))?;
            }
            sync(&self.target)
        };
        place().map_err(unusable)?;
        self.made = false;
        self.beside = None;
        Ok(aside)
    }

    /// Keeps what is there. A file that could be read has no log any more;
    /// of another, the log goes with it.
    fn set_aside(&self, at: NaiveDateTime) -> io::Result<Option<PathBuf>> {
        let there = |name: &str| fs::symlink_metadata(self.target.join(name)).is_ok();
        let kept: Vec<&str> = [DATA_FILE, KEYS_FILE].into_iter().filter(|name| there(name)).collect();
        let logs = beside::all(&self.target.join(DATA_FILE)).into_iter();
        let logs: Vec<PathBuf> = logs.filter(|log| fs::symlink_metadata(log).is_ok()).collect();
        if kept.is_empty() && logs.is_empty() {
            return Ok(None);
        }
        let stem = format!("{ASIDE}-{}", at.format("%Y-%m-%d-%H%M%S"));
        let names = std::iter::once(stem.clone()).chain((2..1000).map(|n: u32| format!("{stem}-{n}")));
        let mut free =
            names.map(|name| self.target.join(name)).filter(|dir| fs::symlink_metadata(dir).is_err());
        let dir = free.next().ok_or(ErrorKind::AlreadyExists)?;
        fs::create_dir(&dir)?;
        let keep = || -> io::Result<()> {
            for name in kept {
                let (from, to) = (self.target.join(name), dir.join(name));
                // A second name for the same file, where the disk has such.
                if fs::hard_link(&from, &to).is_err() {
                    fs::copy(&from, &to)?;
                    File::open(&to)?.sync_all()?;
                }
            }
            sync(&dir)
        };
        if let Err(e) = keep() {
            let _ = fs::remove_dir_all(&dir);
            return Err(e);
        }
        for log in logs {
            fs::rename(&log, dir.join(log.file_name().unwrap_or_default()))?;
        }
        sync(&dir)?;
        Ok(Some(dir))
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.beside = None;
        if let Some(lock) = self.lock.take() {
            lock.give_back();
        }
        if self.made {
            // Only while empty.
            let _ = fs::remove_dir(&self.target);
        }
    }
}

/// Opened, every page and index looked at.
fn tried(data: &Path, key: &DataKey) -> Result<Facts> {
    let conn = connect(data, key, Use::Write)?;
    check_of(&conn, "main")?;
    Facts::of(&conn, "main")
}

/// Brings what the log holds into the file, so that the file alone is whole.
fn settle_log(data: &Path, key: &DataKey) -> Result<()> {
    let conn = connect(data, key, Use::Write)?;
    keep_log(&conn, false).map_err(opening)?;
    drop(conn);
    if has_log(data) { Err(disk_full()) } else { Ok(()) }
}

/// The last number of each series: a number on paper is never given twice,
/// not even when the file forgets it.
fn counters(conn: &Connection) -> Result<Vec<(String, i64)>> {
    let ask = || {
        conn.prepare("SELECT name, value FROM local_counter")?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<Vec<_>>>()
    };
    ask().map_err(fault)
}

fn clear_left(target: &Path) -> io::Result<()> {
    for entry in fs::read_dir(target)? {
        let entry = entry?;
        if entry.file_name().as_encoded_bytes().starts_with(STAGE.as_bytes()) {
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}

fn sync(dir: &Path) -> io::Result<()> {
    #[cfg(unix)]
    File::open(dir)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = dir;
    Ok(())
}

fn unusable(e: io::Error) -> Fault {
    match e.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => read_only().cause(e),
        _ if is_full(&e) => disk_full().cause(e),
        _ => Fault::office("La copia non si riesce a mettere nella cartella dell'ufficio.")
            .hint("Controllare il percorso e il disco.")
            .cause(e),
    }
}

fn of_another_office() -> Fault {
    Fault::office("La copia non è di questo ufficio, o è di prima che ne cambiassero le chiavi.")
        .hint("Non è stato toccato nulla. Si può aprire in una cartella nuova, con --dir.")
}
