//! Making an office all or nothing. It is made whole in a folder of its own
//! inside its own, then put in place: the data first, the keys last. Killed
//! at any moment, the folder has either no office or a whole one; which, is
//! seen by [`settle`].

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::beside;
use super::keys::{self, DataKey, KEYS_FILE};
use super::lock::{OfficeLock, disk_full, is_full, read_only};
use super::open::{DATA_FILE, Options, Store, already_there};
use crate::fault::{Fault, Result};

/// Where a new office is made, in the folder it will be in.
const YARD: &str = "office.new";
/// SQLite takes no longer path to a file, with what it adds to the name; bytes.
const LONGEST: usize = 480;

/// An office being made. Dropped before [`Site::finish`] it leaves the folder
/// as it was.
#[derive(Debug)]
pub struct Site {
    dir: PathBuf,
    lock: Option<OfficeLock>,
    /// Folders that were not there, the outermost first.
    made: Vec<PathBuf>,
}

impl Site {
    /// Reserves `dir` for a new office.
    ///
    /// # Errors
    /// An office fault when there is an office already, or what is left of
    /// one, and when the folder cannot be written.
    pub fn begin(dir: &Path) -> Result<Self> {
        refuse_long(dir)?;
        // A link that leads nowhere is not a folder to be made.
        keys::is_there(dir)?;
        let mut made: Vec<PathBuf> = dir
            .ancestors()
            .take_while(|up| !up.exists())
            .filter(|up| *up != Path::new(""))
            .map(Path::to_owned)
            .collect();
        made.reverse();
        fs::create_dir_all(dir).map_err(unmakeable)?;
        let mut site = Self { dir: dir.to_owned(), lock: None, made };
        site.lock = Some(OfficeLock::take(dir)?);
        resume(dir)?;
        let data = dir.join(DATA_FILE);
        if keys::is_there(dir)? || fs::symlink_metadata(&data).is_ok() || beside::any(&data) {
            return Err(already_there());
        }
        fs::create_dir(site.yard()).map_err(unmakeable)?;
        Ok(site)
    }

    /// The folder to make it in: keys and data.
    #[must_use]
    pub fn yard(&self) -> PathBuf {
        self.dir.join(YARD)
    }

    /// Puts the office in place and opens it there.
    ///
    /// # Errors
    /// An office fault when the disk fails; then there is no office.
    pub fn finish(mut self, store: Store, key: &DataKey, options: Options) -> Result<Store> {
        store.close_whole()?;
        put_in_place(&self.dir).map_err(unmakeable)?;
        // From here on it is an office, whatever comes.
        self.made.clear();
        let Some(lock) = self.lock.take() else { return Err(Fault::internal("lock")) };
        Store::open_held(&self.dir, &self.dir.join(DATA_FILE), key, options, lock)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let Some(lock) = self.lock.take() else { return };
        // What cannot be taken away now is taken away by the next opening.
        let _ = resume(&self.dir);
        lock.give_back();
        for dir in self.made.iter().rev() {
            // Only while empty.
            let _ = fs::remove_dir(dir);
        }
    }
}

/// Ends, or undoes, the making of an office that was cut off in `dir`. Costs
/// one look when there is nothing to do.
///
/// # Errors
/// When it is being made right now, or the folder cannot be written.
pub fn settle(dir: &Path) -> Result<()> {
    if !dir.join(YARD).is_dir() {
        return Ok(());
    }
    let lock = OfficeLock::take(dir)?;
    let done = resume(dir);
    lock.give_back();
    done
}

/// The office was whole when its data left the yard: only the keys are to
/// follow. Before that it was nothing.
fn resume(dir: &Path) -> Result<()> {
    let yard = dir.join(YARD);
    if yard.is_dir() {
        let moved = !yard.join(DATA_FILE).exists() && dir.join(DATA_FILE).exists();
        if moved && yard.join(KEYS_FILE).exists() && !dir.join(KEYS_FILE).exists() {
            put_in_place(dir).map_err(unmakeable)?;
        }
        if yard.is_dir() {
            clear(&yard).map_err(unmakeable)?;
        }
    }
    Ok(())
}

fn put_in_place(dir: &Path) -> io::Result<()> {
    let yard = dir.join(YARD);
    for file in [DATA_FILE, KEYS_FILE] {
        match fs::rename(yard.join(file), dir.join(file)) {
            Err(e) if e.kind() == ErrorKind::NotFound && file == DATA_FILE => {}
            done => done?,
        }
        #[cfg(unix)]
        File::open(dir)?.sync_all()?;
    }
    clear(&yard)
}

/// Takes the yard away. Files that nobody here made stay, and so does it.
fn clear(yard: &Path) -> io::Result<()> {
    for entry in fs::read_dir(yard)? {
        let entry = entry?;
        let ours = entry.file_name().as_encoded_bytes().starts_with(OsStr::new("office.").as_encoded_bytes());
        if ours {
            fs::remove_file(entry.path())?;
        }
    }
    fs::remove_dir(yard)
}

fn refuse_long(dir: &Path) -> Result<()> {
    let whole = std::path::absolute(dir).map_err(unmakeable)?;
    if whole.as_os_str().len() <= LONGEST { Ok(()) } else { Err(keys::too_long()) }
}

fn unmakeable(e: io::Error) -> Fault {
    match e.kind() {
        ErrorKind::InvalidFilename => keys::too_long().cause(e),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => read_only().cause(e),
        _ if is_full(&e) => disk_full().cause(e),
        _ => Fault::office("La cartella dell'ufficio non si può creare.")
            .hint("Controllare il percorso e i permessi.")
            .cause(e),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::keys::Strength;

    fn yard_of(dir: &Path) -> (Site, Store, DataKey) {
        let site = Site::begin(dir).unwrap();
        let key = keys::create(&site.yard(), "bianchi", "x", Strength::Throwaway).unwrap();
        let store = Store::create(&site.yard(), &key, "01", Options::default()).unwrap();
        (site, store, key)
    }

    fn names(dir: &Path) -> Vec<String> {
        let all = fs::read_dir(dir).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap());
        let mut all: Vec<String> = all.collect();
        all.sort();
        all
    }

    #[test]
    fn finished_it_is_an_office_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path().join("a/b");
        let (site, store, key) = yard_of(&dir);
        drop(site.finish(store, &key, Options::default()).unwrap());
        assert_eq!(names(&dir), ["office.db", "office.keys", "office.lock"]);
        assert!(Site::begin(&dir).unwrap_err().message.contains("già un ufficio"));
        Store::open(&dir, &key, Options::default()).unwrap();
    }

    #[test]
    fn given_up_it_leaves_the_folder_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let (site, store, _) = yard_of(&folder.path().join("a/b"));
        drop(store);
        drop(site);
        assert!(names(folder.path()).is_empty());
        fs::write(folder.path().join("lettera.txt"), "x").unwrap();
        drop(yard_of(folder.path()));
        assert_eq!(names(folder.path()), ["lettera.txt"]);
    }

    /// Every state a kill can leave between two steps.
    #[test]
    fn cut_off_it_is_nothing_or_whole() {
        for steps in 0..4 {
            let folder = tempfile::tempdir().unwrap();
            let dir = folder.path();
            let (site, store, _) = yard_of(dir);
            let yard = site.yard();
            drop(store);
            // A killed program runs no drop; its lock goes.
            let mut site = site;
            drop(site.lock.take());
            let step = |file: &str| fs::rename(yard.join(file), dir.join(file)).unwrap();
            match steps {
                0 => fs::write(yard.join(DATA_FILE), "half").unwrap(),
                1 => {}
                2 => step(DATA_FILE),
                _ => [DATA_FILE, KEYS_FILE].into_iter().for_each(step),
            }
            settle(dir).unwrap();
            assert!(!yard.exists());
            assert_eq!(keys::is_there(dir).unwrap(), steps >= 2, "{steps}");
            if steps >= 2 {
                let key = keys::unlock(dir, "bianchi", "x").unwrap();
                Store::open(dir, &key, Options { check: true, ..Options::default() }).unwrap();
            } else {
                drop(Site::begin(dir).unwrap());
                assert!(!dir.join(DATA_FILE).exists());
            }
        }
    }

    #[test]
    fn what_is_left_of_an_office_is_not_built_upon() {
        for left in ["office.db", "office.db-wal", "office.keys"] {
            let folder = tempfile::tempdir().unwrap();
            fs::write(folder.path().join(left), "x").unwrap();
            assert!(Site::begin(folder.path()).unwrap_err().message.contains("già un ufficio"));
            assert_eq!(names(folder.path()), [left]);
        }
    }

    #[test]
    fn a_path_too_long_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path().join("una cartella dal nome lungo/".repeat(20));
        assert!(Site::begin(&dir).unwrap_err().message.contains("troppo lungo"));
        assert!(names(folder.path()).is_empty());
    }
}
