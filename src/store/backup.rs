//! Copies of an open office: made whole, tried by opening, and only then put
//! in place, each with what tells what it is.
//!
//! `VACUUM INTO` writes the copy: one state of the file, with the key and the
//! salt of the open one, so no other hand needs the key. Other than a copy of
//! the bytes it holds nothing that was deleted, and it reads every row on its
//! way: a file that is damaged makes no copy.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::beside::PAGE;
use super::errors::fault;
use super::facts::Facts;
use super::keys::KEYS_FILE;
use super::lock::is_full;
use super::open::{DATA_FILE, Store, check_of};
use super::room;
use crate::fault::{Fault, Result};

/// The layout of a manifest.
const LAYOUT: u32 = 1;
/// The name an attached copy has.
const ATTACHED: &str = "copia";
/// Room a copy leaves on the disk, in bytes.
const SPARE: u64 = 1024 * 1024;
/// A longer manifest is none, in bytes.
const LONGEST: u64 = 64 * 1024;

/// What stands beside a copy, as JSON: what it is and how far it came. No
/// personal data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The layout of this file.
    pub layout: u32,
    /// When the copy was made.
    pub at: NaiveDateTime,
    /// Of which office: the salt of its file, which is no secret.
    pub office: String,
    /// How far the file had come.
    #[serde(flatten)]
    pub facts: Facts,
    /// Its length.
    pub bytes: u64,
    /// Its SHA-256, in hexadecimal.
    pub sha256: String,
}

impl Manifest {
    /// The manifest of the copy `file`.
    ///
    /// # Errors
    /// None beside, or no manifest; one of a newer program.
    pub fn beside(file: &Path) -> Result<Self> {
        let path = file.with_extension("json");
        let read = || -> io::Result<Vec<u8>> {
            let mut bytes = Vec::new();
            File::open(&path)?.take(LONGEST).read_to_end(&mut bytes)?;
            Ok(bytes)
        };
        let bytes = read().map_err(|e| {
            Fault::office("Accanto alla copia manca il foglio che dice che cos'è.")
                .hint("I file di una copia sono tre e stanno insieme: portarli nella stessa cartella.")
                .cause(e)
        })?;
        let said: Self = serde_json::from_slice(&bytes).map_err(|e| tampered().cause(e))?;
        if said.layout > LAYOUT { Err(newer()) } else { Ok(said) }
    }
}

/// A copy in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// The data; beside it, by the same name, `.keys` and `.json`.
    pub file: PathBuf,
    /// What it is.
    pub manifest: Manifest,
}

impl Copy {
    /// Is it, byte by byte, what its manifest says?
    #[must_use]
    pub fn is_whole(&self) -> bool {
        digest(&self.file)
            .is_ok_and(|(sum, length)| sum == self.manifest.sha256 && length == self.manifest.bytes)
    }
}

impl Store {
    /// Length of the open file, in bytes.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn length(&self) -> Result<u64> {
        length(&self.conn)
    }

    /// Copies the office as it is now into `folder`, tries the copy by
    /// opening it and puts it in place with its keys and its manifest.
    ///
    /// # Errors
    /// No folder, no room, a copy that does not open: nothing is left behind.
    pub fn backup(&mut self, folder: &Path, at: NaiveDateTime) -> Result<Copy> {
        let folder = std::path::absolute(folder).map_err(|e| unwritable(&e))?;
        if !folder.is_dir() {
            return Err(Fault::outside("La cartella delle copie non c'è.")
                .hint("Controllare il percorso e che il disco sia collegato."));
        }
        let office = salt(&self.conn)?;
        refuse_without_room(&folder, length(&self.conn)?)?;
        let prefix = format!(".sportello-{}-", office.chars().take(8).collect::<String>());
        clear_left(&folder, &prefix).map_err(|e| unwritable(&e))?;
        let site =
            tempfile::Builder::new().prefix(&prefix).tempdir_in(&folder).map_err(|e| unwritable(&e))?;
        let made = site.path().join(DATA_FILE);
        let facts = Facts::of(&self.conn, "main")?;
        write(&self.conn, &made)?;
        try_out(&self.conn, &made, &facts)?;
        let keys = site.path().join(KEYS_FILE);
        let finish = || -> io::Result<(String, u64)> {
            fs::copy(self.dir.join(KEYS_FILE), &keys)?;
            for path in [&made, &keys] {
                private(path);
                File::open(path)?.sync_all()?;
            }
            digest(&made)
        };
        let (sha256, bytes) = finish().map_err(|e| unwritable(&e))?;
        let manifest = Manifest { layout: LAYOUT, at, office, facts, bytes, sha256 };
        let file = place(&folder, &site, &manifest)?;
        Ok(Copy { file, manifest })
    }
}

/// The salt of the open file.
pub(super) fn salt(conn: &Connection) -> Result<String> {
    conn.query_row("PRAGMA cipher_salt", [], |row| row.get(0)).map_err(fault)
}

/// Length and SHA-256 of a file.
pub(super) fn digest(path: &Path) -> io::Result<(String, u64)> {
    let (mut file, mut sum) = (File::open(path)?, Sha256::new());
    let mut part = vec![0; 1 << 20];
    let mut length = 0;
    loop {
        let read = file.read(&mut part)?;
        if read == 0 {
            break;
        }
        sum.update(&part[..read]);
        length += read as u64;
    }
    Ok((sum.finalize().iter().map(|byte| format!("{byte:02x}")).collect(), length))
}

fn write(conn: &Connection, to: &Path) -> Result<()> {
    let name = to.to_str().ok_or_else(|| {
        Fault::outside("Il nome della cartella delle copie non si legge.").hint("Usarne un'altra.")
    })?;
    conn.execute("VACUUM INTO ?1", [name]).map(|_| ()).map_err(|e| {
        let told = fault(e);
        if told.message.contains("danneggiato") { told } else { not_made().cause(told.cause) }
    })
}

/// The copy opens with the office's key, every page and index of it is
/// whole, and it came as far as the office.
fn try_out(conn: &Connection, copy: &Path, facts: &Facts) -> Result<()> {
    let name = copy.to_str().unwrap_or_default();
    // Without a key of its own: that of the open file.
    conn.execute(&format!("ATTACH ?1 AS {ATTACHED}"), [name]).map_err(|e| not_made().cause(e))?;
    let tried = check_of(conn, ATTACHED).and_then(|()| Facts::of(conn, ATTACHED));
    conn.execute_batch(&format!("DETACH {ATTACHED}")).map_err(fault)?;
    match tried {
        Ok(found) if found == *facts => Ok(()),
        Ok(found) => Err(not_made().cause(format!("{found:?}"))),
        Err(told) => Err(not_made().cause(told.cause)),
    }
}

/// The manifest goes last: where it is, the copy is whole and was opened.
fn place(folder: &Path, site: &tempfile::TempDir, manifest: &Manifest) -> Result<PathBuf> {
    let text = serde_json::to_vec_pretty(manifest).map_err(Fault::internal)?;
    let put = || -> io::Result<PathBuf> {
        let note = site.path().join("office.json");
        fs::write(&note, text)?;
        private(&note);
        File::open(&note)?.sync_all()?;
        let file = free_name(folder, manifest);
        for (from, ending) in [(KEYS_FILE, "keys"), (DATA_FILE, "db"), ("office.json", "json")] {
            fs::rename(site.path().join(from), file.with_extension(ending))?;
        }
        #[cfg(unix)]
        File::open(folder)?.sync_all()?;
        Ok(file)
    };
    put().map_err(|e| unwritable(&e))
}

fn free_name(folder: &Path, manifest: &Manifest) -> PathBuf {
    let desk: String = manifest.facts.desk.chars().filter(char::is_ascii_alphanumeric).collect();
    let stem = format!("sportello-{desk}-{}", manifest.at.format("%Y-%m-%d-%H%M%S"));
    let named = |stem: &str| folder.join(format!("{stem}.db"));
    let taken = |path: &PathBuf| ["db", "keys", "json"].iter().any(|e| path.with_extension(e).exists());
    let first = named(&stem);
    if !taken(&first) {
        return first;
    }
    (2..).map(|n: u32| named(&format!("{stem}-{n}"))).find(|path| !taken(path)).unwrap_or(first)
}

/// Length of the open file, what its log holds included.
fn length(conn: &Connection) -> Result<u64> {
    let pages: i64 = conn.query_row("PRAGMA page_count", [], |row| row.get(0)).map_err(fault)?;
    Ok((pages * PAGE).unsigned_abs())
}

/// Looked at before: a disk filled by a copy stops whatever else writes there.
pub(super) fn refuse_without_room(folder: &Path, bytes: u64) -> Result<()> {
    let needed = bytes.saturating_add(SPARE);
    match room::free(folder) {
        Some(free) if free < needed => Err(Fault::outside("Sul disco dove va la copia non c'è posto.")
            .hint(format!("Liberare almeno {} MB e ripetere.", (needed - free).div_ceil(1 << 20)))),
        _ => Ok(()),
    }
}

/// What a program left here that was killed while it copied this office.
fn clear_left(folder: &Path, prefix: &str) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().as_encoded_bytes().starts_with(prefix.as_bytes()) {
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}

/// Only who made it may read it. Disks without owners say no, and stay open
/// to whoever holds them: the file is encrypted.
pub(super) fn private(path: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let _ = fs::set_permissions(path, fs::Permissions::from_mode(0o600));
    }
    #[cfg(not(unix))]
    let _ = path;
}

fn not_made() -> Fault {
    Fault::outside("La copia di sicurezza non è riuscita: quella fatta non si apre, e non è stata tenuta.")
        .hint("Controllare il disco delle copie e ripetere.")
}

fn unwritable(e: &io::Error) -> Fault {
    let said = if is_full(e) {
        "La copia di sicurezza non è riuscita: il disco delle copie è pieno."
    } else {
        "La copia di sicurezza non è riuscita: nella cartella delle copie non si può scrivere."
    };
    Fault::outside(said).hint("Controllare spazio e permessi, e ripetere.").cause(e)
}

/// A copy that is not what its manifest says.
pub(super) fn tampered() -> Fault {
    damaged_copy("La copia non è com'era quando fu fatta: è stata cambiata o è rovinata.")
}

/// A copy that cannot be used, and what is left to do.
pub(super) fn damaged_copy(said: &str) -> Fault {
    Fault::office(said).hint("Non è stato toccato nulla. Usare un'altra copia.")
}

/// Of a newer program.
pub(super) fn newer() -> Fault {
    Fault::office("La copia è stata fatta da una versione più nuova di Sportello.")
        .hint("Non è stato toccato nulla. Aggiornare il programma su questo computer.")
}

#[cfg(test)]
mod tests {
    use super::super::open::tests::office;
    use super::*;
    use crate::store::keys;
    use crate::store::{AuditLine, Options};

    pub(in crate::store) fn at(hour: u32) -> NaiveDateTime {
        chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(hour, 0, 0).unwrap()
    }

    #[test]
    fn a_copy_is_the_office_and_opens_with_its_password() {
        let (_dir, mut store, _key) = office(Options::default());
        store.setting_put("filler", &"x".repeat(50_000)).unwrap();
        store.log(at(9), None, &[AuditLine::new("operator.sign_in")]).unwrap();
        let to = tempfile::tempdir().unwrap();
        let copy = store.backup(to.path(), at(10)).unwrap();
        assert_eq!(copy.file.file_name().unwrap(), "sportello-01-2026-11-23-100000.db");
        assert_eq!(Manifest::beside(&copy.file).unwrap(), copy.manifest);
        assert_eq!(copy.manifest.facts.audit_lines, 1);
        assert_eq!(fs::read_dir(to.path()).unwrap().count(), 3, "nothing else is left");
        // And again in the same second: beside, not over.
        let second = store.backup(to.path(), at(10)).unwrap();
        assert_ne!(second.file, copy.file);
        // It opens where an office stands, as the same.
        let there = tempfile::tempdir().unwrap();
        fs::copy(&copy.file, there.path().join(DATA_FILE)).unwrap();
        fs::copy(copy.file.with_extension("keys"), there.path().join(KEYS_FILE)).unwrap();
        let key = keys::unlock(there.path(), "bianchi", "password").unwrap();
        let opened = Store::open(there.path(), &key, Options { check: true, ..Options::default() }).unwrap();
        assert_eq!(opened.digest().unwrap(), store.digest().unwrap());
        assert_eq!(opened.read().setting("filler").unwrap().map(|s| s.len()), Some(50_000));
        assert_eq!(opened.read().audit_verify().unwrap().lines, 1);
        // The office goes on.
        store.setting_put("filler", "y").unwrap();
    }

    #[test]
    fn without_a_folder_nothing_is_made() {
        let (_dir, mut store, _key) = office(Options::default());
        let to = tempfile::tempdir().unwrap();
        let told = store.backup(&to.path().join("manca"), at(10)).unwrap_err();
        assert!(told.exit_code() == 4 && told.message.contains("non c'è"), "{told}");
        assert_eq!(fs::read_dir(to.path()).unwrap().count(), 0);
    }
}
