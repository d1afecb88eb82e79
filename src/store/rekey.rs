//! A new data key: the file is written again beside, read whole, and put in
//! the place of the old one. Until then nothing has changed; from then on the
//! keys of before open the copies of before and nothing else. Both keys are in
//! `office.keys` meanwhile, and the head of the file says which one it takes:
//! cut off anywhere, the old file or the new one is there and opens.

use std::fs::{self, File};
use std::path::Path;

use rusqlite::Connection;

use super::beside::{has_log, sweep};
use super::connection::{Use, connect};
use super::errors::{damaged, fault};
use super::keys::{self, DataKey};
use super::lock::disk_full;
use super::open::{DATA_FILE, Options, Store, check};
use super::schema::{LOCAL_TABLES, SYNCED_TABLES, digest};
use crate::fault::{Fault, Result};

/// The file that is to come.
const FRESH: &str = "office.db.chiave";

impl Store {
    /// Seals the whole file with a new key, which `staff` and the recovery key
    /// open as they did.
    ///
    /// # Errors
    /// An office fault: somebody's entry is too old, no room, a file that does
    /// not read whole. The office is then as it was.
    pub fn rekey(self, key: &DataKey, staff: &[&str], options: Options) -> Result<Self> {
        let path = self.dir.join(DATA_FILE);
        sweep(&self.dir, FRESH).map_err(unwritable)?;
        let next = keys::begin_next(&self.dir, key, staff)?;
        let made = self.write_fresh(&next);
        let Self { conn, dir, lock, watch, .. } = self;
        drop((conn, watch));
        let put = made.and_then(|()| if has_log(&path) { Err(disk_full()) } else { put(&dir) });
        if put.is_err() {
            // What stays is swept by the next one; either key opens the file.
            let _ = sweep(&dir, FRESH);
            let _ = keys::settle(&dir, key);
            put?;
        }
        keys::settle(&dir, &next)?;
        Self::open_held(&dir, &path, &next, options, lock)
    }

    /// The same data under another key, compared with what is here.
    fn write_fresh(&self, next: &DataKey) -> Result<()> {
        let fresh = self.dir.join(FRESH);
        let name = fresh.to_str().ok_or_else(|| Fault::internal("a path that is no text"))?;
        let version: u32 = self.conn.query_row("PRAGMA user_version", [], |row| row.get(0)).map_err(fault)?;
        // An open file attaches only what is there.
        File::create_new(&fresh).map_err(unwritable)?;
        let copy = || -> rusqlite::Result<()> {
            self.conn.execute("ATTACH DATABASE ?1 AS fresh KEY ?2", [name, next.raw().as_str()])?;
            self.conn.query_row("SELECT sqlcipher_export('fresh')", [], |_| Ok(()))?;
            self.conn.execute_batch(&format!("PRAGMA fresh.user_version = {version}"))
        };
        let copied = copy();
        // Not attached, if that is what failed.
        let _ = self.conn.execute_batch("DETACH DATABASE fresh");
        copied.map_err(fault)?;
        let read = connect(&fresh, next, Use::Write)?;
        check(&read)?;
        same(&self.conn, &read)?;
        // Everything is in the file: nothing beside it goes along.
        self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).map_err(fault)
    }
}

/// Is it all there?
fn same(here: &Connection, fresh: &Connection) -> Result<()> {
    let rows = |conn: &Connection, table: &str| {
        let sql = format!("SELECT count(*) FROM {table}");
        conn.query_row(&sql, [], |row| row.get::<_, i64>(0)).map_err(fault)
    };
    for table in SYNCED_TABLES.iter().chain(LOCAL_TABLES) {
        if rows(here, table)? != rows(fresh, table)? {
            return Err(damaged().cause(format!("{table} was not copied whole")));
        }
    }
    if digest(here)? == digest(fresh)? { Ok(()) } else { Err(damaged().cause("the copy differs")) }
}

/// On the disk, then in the place of the old one.
fn put(dir: &Path) -> Result<()> {
    let put = || -> std::io::Result<()> {
        File::open(dir.join(FRESH))?.sync_all()?;
        fs::rename(dir.join(FRESH), dir.join(DATA_FILE))?;
        #[cfg(unix)]
        File::open(dir)?.sync_all()?;
        Ok(())
    };
    put().map_err(unwritable)
}

fn unwritable(e: std::io::Error) -> Fault {
    if super::lock::is_full(&e) {
        return disk_full().cause(e);
    }
    Fault::office("Il file con la chiave nuova non si può scrivere.")
        .hint("L'ufficio è com'era. Controllare la cartella e il disco, e riprovare.")
        .cause(e)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::keys::{RecoveryCode, Strength, add, create, set_recovery, unlock, unlock_with};

    const STAFF: &[&str] = &["bianchi", "verdi"];

    fn office() -> (tempfile::TempDir, DataKey, Store) {
        let dir = tempfile::tempdir().unwrap();
        let key = create(dir.path(), "bianchi", "uno", Strength::Throwaway).unwrap();
        add(dir.path(), &key, ("verdi", "due"), false, Strength::Throwaway).unwrap();
        let mut store = Store::create(dir.path(), &key, "01", Options::default()).unwrap();
        store.setting_put("prova", "resta").unwrap();
        (dir, key, store)
    }

    #[test]
    fn everything_is_there_under_the_new_key_and_nothing_under_the_old() {
        let (dir, key, store) = office();
        let code = RecoveryCode::random().unwrap();
        set_recovery(dir.path(), &key, &code).unwrap();
        let before = fs::read(dir.path().join(DATA_FILE)).unwrap();
        let store = store.rekey(&key, STAFF, Options::default()).unwrap();
        assert_eq!(store.read().setting("prova").unwrap().as_deref(), Some("resta"));
        drop(store);
        assert_ne!(fs::read(dir.path().join(DATA_FILE)).unwrap()[..16], before[..16]);
        assert!(Store::open(dir.path(), &key, Options::default()).is_err(), "the old key");
        let check = Options { check: true, ..Options::default() };
        for key in [
            unlock(dir.path(), "bianchi", "uno").unwrap(),
            unlock(dir.path(), "verdi", "due").unwrap(),
            unlock_with(dir.path(), &code).unwrap(),
        ] {
            let store = Store::open(dir.path(), &key, check).unwrap();
            assert_eq!(store.read().setting("prova").unwrap().as_deref(), Some("resta"));
        }
        let mut names: Vec<_> = fs::read_dir(dir.path())
            .unwrap()
            .map(|e| e.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        assert_eq!(names, ["office.db", "office.keys", "office.lock"]);
    }

    /// Every state a kill can leave between two steps.
    #[test]
    fn cut_off_anywhere_the_old_or_the_new_opens() {
        for steps in 0..4 {
            let (dir, key, store) = office();
            let next = keys::begin_next(dir.path(), &key, STAFF).unwrap();
            if steps >= 1 {
                store.write_fresh(&next).unwrap();
            }
            drop(store);
            if steps >= 2 {
                put(dir.path()).unwrap();
            }
            if steps >= 3 {
                keys::settle(dir.path(), &next).unwrap();
            }
            for (name, password) in [("bianchi", "uno"), ("verdi", "due")] {
                let key = unlock(dir.path(), name, password).unwrap();
                let store = Store::open(dir.path(), &key, Options { check: true, ..Options::default() });
                assert_eq!(
                    store.unwrap().read().setting("prova").unwrap().as_deref(),
                    Some("resta"),
                    "{steps}"
                );
                keys::settle(dir.path(), &key).unwrap();
            }
            // And it can be tried again.
            let key = unlock(dir.path(), "bianchi", "uno").unwrap();
            let store = Store::open(dir.path(), &key, Options::default()).unwrap();
            store.rekey(&key, STAFF, Options::default()).unwrap();
        }
    }

    #[test]
    fn a_folder_that_takes_no_file_leaves_all_as_it_was() {
        let (dir, key, store) = office();
        // In the place of the fresh file stands something that is none.
        fs::create_dir(dir.path().join(FRESH)).unwrap();
        assert!(store.rekey(&key, STAFF, Options::default()).is_err());
        fs::remove_dir(dir.path().join(FRESH)).unwrap();
        let key = unlock(dir.path(), "verdi", "due").unwrap();
        Store::open(dir.path(), &key, Options { check: true, ..Options::default() }).unwrap();
    }
}
