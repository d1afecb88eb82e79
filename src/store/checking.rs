//! The check of an office that is already open: on a thread and a connection
//! of its own, while the operator works. Every page that holds anything is
//! read and its seal tried, and tables and indexes must agree.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::thread::JoinHandle;
use std::time::Duration;

use rusqlite::InterruptHandle;

use super::connection::{Use, connect};
use super::keys::DataKey;
use super::open::{DATA_FILE, Store, check_indexes};
use crate::fault::{Fault, Result};

/// The first looks at the office come before it.
const AFTER: Duration = Duration::from_millis(1500);

/// A check that goes on until dropped.
pub(super) struct Checking {
    found: Arc<OnceLock<Result<()>>>,
    over: Arc<AtomicBool>,
    interrupt: InterruptHandle,
    thread: Option<JoinHandle<()>>,
}

impl std::fmt::Debug for Checking {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Checking").field("found", &self.found.get()).finish_non_exhaustive()
    }
}

impl Drop for Checking {
    /// Its connection is closed before that of the writer, which then leaves
    /// nothing beside the file.
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        self.interrupt.interrupt();
        if let Some(thread) = self.thread.take() {
            thread.thread().unpark();
            // A check that panicked found nothing.
            let _ = thread.join();
        }
    }
}

impl Store {
    /// Begins to check the file of this office, `key` being its own, beside
    /// the work.
    ///
    /// # Errors
    /// A second connection or a thread cannot be had.
    pub fn check_beside(&mut self, key: &DataKey) -> Result<()> {
        let conn = connect(&self.dir.join(DATA_FILE), key, Use::Write)?;
        let (found, over) = (Arc::new(OnceLock::new()), Arc::new(AtomicBool::new(false)));
        let interrupt = conn.get_interrupt_handle();
        let (told, stop) = (Arc::clone(&found), Arc::clone(&over));
        let work = move || {
            std::thread::park_timeout(AFTER);
            if stop.load(Ordering::Relaxed) {
                return;
            }
            let done = check_indexes(&conn);
            // Broken off, it found nothing either way.
            if !stop.load(Ordering::Relaxed) {
                let _ = told.set(done);
            }
        };
        let thread = std::thread::Builder::new().name("check".to_owned()).spawn(work);
        let thread = Some(thread.map_err(Fault::internal)?);
        self.checking = Some(Checking { found, over, interrupt, thread });
        Ok(())
    }

    /// What the check beside the work found; `None` while it goes on, or where
    /// none was begun.
    #[must_use]
    pub fn checked_beside(&self) -> Option<&Result<()>> {
        self.checking.as_ref()?.found.get()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::super::open::tests::office;
    use super::*;
    use crate::store::Options;

    fn wait(store: &Store) -> Result<()> {
        let end = Instant::now() + Duration::from_secs(60);
        while store.checked_beside().is_none() && Instant::now() < end {
            std::thread::sleep(Duration::from_millis(20));
        }
        store.checked_beside().unwrap().clone()
    }

    #[test]
    fn a_page_that_went_bad_is_found_while_the_office_is_open() {
        let (dir, mut store, key) = office(Options::default());
        store.setting_put("filler", &"x".repeat(200_000)).unwrap();
        store.check_beside(&key).unwrap();
        wait(&store).unwrap();
        drop(store);
        let path = dir.path().join(DATA_FILE);
        assert!(!path.with_file_name("office.db-wal").exists(), "the log was left");
        let mut bytes = std::fs::read(&path).unwrap();
        let place = bytes.len() - 9000;
        bytes[place] ^= 1;
        std::fs::write(&path, bytes).unwrap();
        // Opening reads only what it needs.
        let mut store = Store::open(dir.path(), &key, Options::default()).unwrap();
        store.check_beside(&key).unwrap();
        let told = wait(&store).unwrap_err();
        assert!(told.message.contains("danneggiato") && told.hint.contains("restore"), "{told}");
    }

    #[test]
    fn closing_does_not_wait_for_it() {
        let (_dir, mut store, key) = office(Options::default());
        store.check_beside(&key).unwrap();
        let start = Instant::now();
        drop(store);
        assert!(start.elapsed() < AFTER);
    }
}
