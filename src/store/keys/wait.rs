//! Wrong passwords: who tries again waits, longer each time and never for
//! good. Kept beside the keys, so that closing the program does not help, and
//! told in the audit when somebody comes in.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use chrono::{NaiveDateTime, TimeDelta};
use serde::{Deserialize, Serialize};

use super::entry::plain;
use super::file::{load, put_whole};
use crate::fault::{Fault, Result};

/// The name of the file in the office folder.
const ATTEMPTS_FILE: &str = "office.attempts";
/// A longer file is none, in bytes.
const LARGEST: u64 = 2 * 1024 * 1024;
/// The longest wait, in seconds.
const LONGEST: i64 = 5 * 60;
/// A wait that goes by without a word, as that for an office in use does.
const SHORT: TimeDelta = TimeDelta::seconds(2);
/// How many attempts are told one by one; of more, only how many.
const ONE_BY_ONE: usize = 50;

/// The wrong passwords of an office since each operator's last good one.
///
/// What somebody types as a user name may be their password: names nobody has
/// are all counted as one, and never written.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Attempts {
    by: BTreeMap<String, Row>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Row {
    /// One after the other.
    count: u32,
    last: NaiveDateTime,
    /// Those not yet told.
    untold: Vec<NaiveDateTime>,
    more: u32,
}

/// Wrong passwords to be told in the audit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Of which operator; `None`: a name nobody has.
    pub username: Option<String>,
    /// When.
    pub at: Vec<NaiveDateTime>,
    /// How many more there were.
    pub more: u32,
}

impl Attempts {
    /// How long somebody has still to wait. An hour before the last attempt is
    /// a clock set back: the wait begins anew from it, so it neither ends at
    /// once nor lasts for ever.
    #[must_use]
    pub fn left(dir: &Path, username: &str, now: NaiveDateTime) -> TimeDelta {
        let mut all = Self::read(dir);
        let Some(row) = all.by.get_mut(&known(dir, username)) else { return TimeDelta::zero() };
        let wait = TimeDelta::seconds(wait_after(row.count));
        if now < row.last {
            row.last = now;
            all.write(dir);
            return wait;
        }
        (row.last + wait - now).max(TimeDelta::zero())
    }

    /// Lets somebody try a password once the wait is over: a short one goes by
    /// here, of a long one is said how long it is.
    ///
    /// # Errors
    /// An office fault with the time that is left.
    pub fn may_try(dir: &Path, username: &str, now: NaiveDateTime) -> Result<()> {
        let left = Self::left(dir, username, now);
        if left > SHORT {
            return Err(too_soon(left));
        }
        std::thread::sleep(left.to_std().unwrap_or_default());
        Ok(())
    }

    /// It was wrong.
    pub fn wrong(dir: &Path, username: &str, now: NaiveDateTime) {
        let mut all = Self::read(dir);
        let row = all.by.entry(known(dir, username)).or_default();
        row.count = row.count.saturating_add(1);
        row.last = now;
        if row.untold.len() < ONE_BY_ONE {
            row.untold.push(now);
        } else {
            row.more = row.more.saturating_add(1);
        }
        all.write(dir);
    }

    /// It was right: this operator waits no more. What was not yet told of
    /// anybody is to be told now; once it is, [`Attempts::told`].
    #[must_use]
    pub fn right(dir: &Path) -> Vec<Told> {
        let rows = Self::read(dir).by.into_iter().filter(|(_, row)| !row.untold.is_empty());
        rows.map(|(name, row)| Told {
            username: Some(name).filter(|name| !name.is_empty()),
            at: row.untold,
            more: row.more,
        })
        .collect()
    }

    /// They were told.
    pub fn told(dir: &Path, username: &str) {
        let mut all = Self::read(dir);
        if all.by.is_empty() {
            return;
        }
        all.by.remove(&known(dir, username));
        for row in all.by.values_mut() {
            (row.untold, row.more) = (Vec::new(), 0);
        }
        all.write(dir);
    }

    /// A file that is not there or does not read is none: whoever can spoil it
    /// can take it away too, and nobody is kept out for good.
    fn read(dir: &Path) -> Self {
        let path = dir.join(ATTEMPTS_FILE);
        // A pipe in its place would keep us waiting.
        if !fs::metadata(&path).is_ok_and(|about| about.is_file() && about.len() <= LARGEST) {
            return Self::default();
        }
        let text = fs::read_to_string(path).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }

    /// A folder that takes no files is told when it is opened.
    fn write(&self, dir: &Path) {
        let path = dir.join(ATTEMPTS_FILE);
        if self.by.is_empty() {
            let _ = fs::remove_file(path);
        } else if let Ok(text) = serde_json::to_vec(self) {
            let _ = put_whole(dir, ATTEMPTS_FILE, &text);
        }
    }
}

/// The name if somebody has it, else nobody's.
fn known(dir: &Path, username: &str) -> String {
    let username = plain(username);
    let known = load(dir).is_ok_and(|file| file.operators.iter().any(|e| e.username == username));
    if known { username } else { String::new() }
}

/// 1 s, 2, 4 … to five minutes.
fn wait_after(count: u32) -> i64 {
    match count {
        0 => 0,
        1..=9 => (1 << (count - 1)).min(LONGEST),
        _ => LONGEST,
    }
}

fn too_soon(left: TimeDelta) -> Fault {
    let seconds = (left.num_milliseconds() + 999) / 1000;
    let said = match seconds {
        ..=1 => "un secondo".to_owned(),
        2..=120 => format!("{seconds} secondi"),
        _ => format!("{} minuti", (seconds + 59) / 60),
    };
    Fault::office(format!("Dopo una password sbagliata si aspetta: riprovare fra {said}."))
        .hint("L'attesa cresce a ogni errore, fino a cinque minuti; nessuno resta fuori per sempre.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::keys::{Strength, create};

    fn at(second: i64) -> NaiveDateTime {
        NaiveDateTime::default() + TimeDelta::days(20_000) + TimeDelta::seconds(second)
    }

    fn left(dir: &Path, username: &str, now: i64) -> i64 {
        Attempts::left(dir, username, at(now)).num_seconds()
    }

    fn office() -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        create(dir.path(), "bianchi", "x", Strength::Throwaway).unwrap();
        dir
    }

    #[test]
    fn the_wait_doubles_to_five_minutes_and_never_more() {
        let office = office();
        let (dir, mut now) = (office.path(), 0);
        for wait in [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300] {
            assert_eq!(left(dir, "bianchi", now), 0);
            Attempts::wrong(dir, " Bianchi", at(now));
            assert_eq!(left(dir, "bianchi", now + wait - 1), 1, "{wait}");
            now += wait;
        }
        assert_eq!((left(dir, "bianchi", now), left(dir, "nessuno", 0)), (0, 0));
        let told = Attempts::may_try(dir, "bianchi", at(now - 100)).unwrap_err();
        assert!(told.message.contains("100 secondi"), "{told}");
    }

    #[test]
    fn a_clock_set_back_neither_ends_the_wait_nor_makes_it_endless() {
        let office = office();
        let (dir, year) = (office.path(), 365 * 24 * 3600);
        (0..4).for_each(|n| Attempts::wrong(dir, "bianchi", at(year + n)));
        assert_eq!([0, 7, 8].map(|now| left(dir, "bianchi", now)), [8, 1, 0]);
    }

    #[test]
    fn what_was_wrong_is_told_once_and_a_name_nobody_has_is_not_written() {
        let office = office();
        let dir = office.path();
        Attempts::wrong(dir, "bianchi", at(1));
        Attempts::wrong(dir, "lamiapassword", at(2));
        (0..60).for_each(|n| Attempts::wrong(dir, "bianchi", at(10 + n)));
        let text = fs::read_to_string(dir.join(ATTEMPTS_FILE)).unwrap();
        assert!(!text.contains("lamiapassword"));
        let told = Attempts::right(dir);
        assert_eq!(told.len(), 2);
        assert_eq!((told[0].username.clone(), told[0].at.clone()), (None, vec![at(2)]));
        assert_eq!((told[1].at.len(), told[1].more), (50, 11));
        Attempts::told(dir, "bianchi");
        assert!(Attempts::right(dir).is_empty());
        assert_eq!(left(dir, "bianchi", 0), 0);
        assert_eq!(left(dir, "chissà", 2), 1, "its wait goes on");
        fs::write(dir.join(ATTEMPTS_FILE), "{").unwrap();
        assert_eq!(left(dir, "chissà", 2), 0);
    }
}
