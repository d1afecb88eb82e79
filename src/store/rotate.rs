//! Which copies of a folder stay: the last of each of so many days, weeks
//! and months that have one.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use chrono::{Datelike, NaiveDateTime};

use super::backup::{Copy, Manifest};
use crate::fault::{Fault, Result};

/// How many copies stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keep {
    /// Days with a copy.
    pub days: usize,
    /// Weeks with a copy.
    pub weeks: usize,
    /// Months with a copy.
    pub months: usize,
}

impl Default for Keep {
    /// Two working weeks, two months, a year.
    fn default() -> Self {
        Self { days: 10, weeks: 8, months: 12 }
    }
}

/// The copies of a folder that are whole as far as can be seen without
/// reading them, the newest first.
///
/// # Errors
/// The folder cannot be read.
pub fn copies(folder: &Path) -> Result<Vec<Copy>> {
    let whole = |file: &Path| {
        let manifest = Manifest::beside(file).ok()?;
        let length = fs::metadata(file).ok()?.len();
        (length == manifest.bytes && file.with_extension("keys").is_file())
            .then(|| Copy { file: file.to_owned(), manifest })
    };
    let all = || -> io::Result<Vec<Copy>> {
        let entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
        let files = entries.into_iter().map(|entry| entry.path());
        Ok(files
            .filter(|path| path.extension().is_some_and(|e| e == "db"))
            .filter_map(|p| whole(&p))
            .collect())
    };
    let mut all = all().map_err(|e| {
        Fault::outside("La cartella delle copie non si legge.").hint("Controllare i permessi.").cause(e)
    })?;
    all.sort_by(|a, b| (b.manifest.at, &b.file).cmp(&(a.manifest.at, &a.file)));
    Ok(all)
}

/// Takes away the copies of this desk that are too many; `made`, the last
/// that was made and tried, always stays. Gives how many went.
///
/// # Errors
/// The folder cannot be read or written.
pub fn rotate(folder: &Path, made: &Copy, keep: Keep) -> Result<usize> {
    let same = |copy: &Copy| {
        copy.manifest.office == made.manifest.office && copy.manifest.facts.desk == made.manifest.facts.desk
    };
    let all: Vec<Copy> = copies(folder)?.into_iter().filter(same).collect();
    let times: Vec<NaiveDateTime> = all.iter().map(|copy| copy.manifest.at).collect();
    let mut gone = 0;
    for (copy, stays) in all.iter().zip(stays(&times, keep)) {
        if stays || copy.file == made.file {
            continue;
        }
        for ending in ["db", "keys", "json"] {
            fs::remove_file(copy.file.with_extension(ending)).map_err(|e| {
                Fault::outside("Una copia vecchia non si riesce a togliere.")
                    .hint("Controllare i permessi della cartella delle copie.")
                    .cause(e)
            })?;
        }
        gone += 1;
    }
    Ok(gone)
}

/// For each time, the newest first: does it stay?
fn stays(times: &[NaiveDateTime], keep: Keep) -> Vec<bool> {
    let (mut days, mut weeks, mut months) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let first = |seen: &mut BTreeSet<_>, of: (i32, u32), most| seen.len() < most && seen.insert(of);
    let each = |at: &NaiveDateTime| {
        let (day, week) = (at.date(), at.iso_week());
        let daily = first(&mut days, (day.year(), day.ordinal()), keep.days);
        let weekly = first(&mut weeks, (week.year(), week.week()), keep.weeks);
        let monthly = first(&mut months, (day.year(), day.month()), keep.months);
        daily || weekly || monthly
    };
    times.iter().map(each).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Options;
    use crate::store::open::tests::office;

    fn at(day: i64, hour: u32) -> NaiveDateTime {
        let first = chrono::NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
        (first + chrono::Days::new(day.unsigned_abs())).and_hms_opt(hour, 0, 0).unwrap()
    }

    #[test]
    fn the_last_of_each_day_week_and_month_stays() {
        let times: Vec<_> = (0..365).rev().flat_map(|day| [at(day, 18), at(day, 9)]).collect();
        let keep = Keep { days: 10, weeks: 8, months: 12 };
        let stays = stays(&times, keep);
        let left: Vec<_> = times.iter().zip(&stays).filter(|(_, stays)| **stays).map(|(at, _)| *at).collect();
        assert!(stays[0] && left.iter().all(|at| at.time().to_string() == "18:00:00"));
        assert!((0..10).all(|day| left.contains(&at(364 - day, 18))), "ten days");
        assert_eq!(
            left.iter().filter(|at| at.date().day() >= 28).count().min(12),
            12,
            "ends of months: {left:?}"
        );
        assert!(left.len() <= 30, "{}", left.len());
    }

    #[test]
    fn copies_that_are_too_many_go_and_the_last_one_never() {
        let (_dir, mut store, _key) = office(Options::default());
        let to = tempfile::tempdir().unwrap();
        for day in 0..4 {
            store.backup(to.path(), at(day, 9)).unwrap();
        }
        fs::write(to.path().join("lettera.db"), "di altri").unwrap();
        // A clock set back: the one just made is the oldest.
        let made = store.backup(to.path(), at(0, 8)).unwrap();
        let gone = rotate(to.path(), &made, Keep { days: 2, weeks: 0, months: 0 }).unwrap();
        assert_eq!(gone, 2);
        let left: Vec<_> = copies(to.path()).unwrap().into_iter().map(|copy| copy.manifest.at).collect();
        assert_eq!(left, [at(3, 9), at(2, 9), at(0, 8)]);
        assert!(to.path().join("lettera.db").exists(), "what is no copy stays");
        let gone = rotate(to.path(), &made, Keep { days: 0, weeks: 0, months: 0 }).unwrap();
        assert_eq!((gone, copies(to.path()).unwrap().len()), (2, 1));
    }
}
