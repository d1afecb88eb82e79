//! Copies of the office: asked for, or made by itself at the end of the day;
//! each with the line that tells of it.

use std::path::{Path, PathBuf};

use chrono::{NaiveDateTime, TimeDelta};
use serde::{Deserialize, Serialize};

use super::health::{Sign, State};
use super::run::Desk;
use super::verify::Found;
use crate::fault::{Fault, Result};
use crate::store::backup::Copy;
use crate::store::rotate::{Keep, copies, rotate};
use crate::store::{AuditLine, Read};

/// Where copies go by themselves, beside the office, unless it said otherwise.
const BESIDE: &str = "copie";
/// What an office of invented people says of them.
const NONE_MADE: &str = "in un ufficio di prova non se ne fanno";
/// A copy is made while nobody is there when the last is older.
const ANOTHER: TimeDelta = TimeDelta::hours(4);
/// What is remembered: the folder, if another.
const FOLDER: &str = "backup.folder";
/// The last copy that was made by itself.
const LAST: &str = "backup.last";
/// Why the one after it was not; empty while all is well.
pub(super) const TROUBLE: &str = "backup.trouble";

/// How far the last copy came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Last {
    at: NaiveDateTime,
    units: i64,
    lines: i64,
}

/// A copy that was not made.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Trouble {
    at: NaiveDateTime,
    said: String,
    hint: String,
}

impl Desk {
    /// Copies the office into `folder`: the copy is tried by opening it
    /// before it counts as one, and older ones of this desk that are too many
    /// go. Leaves an audit line, in the office only.
    ///
    /// # Errors
    /// Those of [`crate::store::Store::backup`]; the line cannot be written.
    pub fn backup(&mut self, by: &str, folder: &Path) -> Result<Copy> {
        let at = self.clock().now();
        let operator = self.operator(by).map(|operator| operator.id);
        let figures = self.law()?.catalogue().parameters(at.date()).backup;
        let copy = self.store_mut().backup(folder, at)?;
        let facts = &copy.manifest.facts;
        let detail = format!("{} {}", facts.audit_lines, copy.manifest.sha256);
        self.store_mut().log(at, operator, &[AuditLine::new("office.backup").detail(detail)])?;
        let last = Last { at, units: facts.units, lines: facts.audit_lines + 1 };
        self.keep(LAST, &last)?;
        let keep = Keep {
            days: figures.days as usize,
            weeks: figures.weeks as usize,
            months: figures.months as usize,
        };
        match rotate(folder, &copy, keep) {
            Ok(_) => self.remember(TROUBLE, "")?,
            Err(fault) => self.trouble(at, &fault)?,
        }
        Ok(copy)
    }

    /// Where copies go by themselves.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn copies_folder(&self) -> Result<PathBuf> {
        let set = self.remembered(FOLDER)?.filter(|path| !path.is_empty());
        Ok(set.map_or_else(|| self.store().dir().join(BESIDE), PathBuf::from))
    }

    /// From now on they go there: a folder that is there and takes files.
    ///
    /// # Errors
    /// It is not, or the file cannot be written.
    pub fn set_copies_folder(&mut self, by: &str, folder: &Path) -> Result<()> {
        let whole = std::path::absolute(folder).ok().filter(|path| path.is_dir());
        let name = whole.as_ref().and_then(|path| path.to_str()).ok_or_else(|| {
            Fault::usage("La cartella delle copie non c'è.")
                .hint("Controllare il percorso e che il disco sia collegato.")
        })?;
        self.remember(FOLDER, name)?;
        let (at, operator) = (self.clock().now(), self.operator(by).map(|operator| operator.id));
        self.store_mut().log(at, operator, &[AuditLine::new("office.copies_folder").detail(name)])
    }

    /// Makes a copy where copies go: at the end of the day, before a sync.
    /// One that is not made, or was broken off, is told at the next start.
    ///
    /// # Errors
    /// As [`Desk::backup`].
    pub fn keep_copy(&mut self, by: &str) -> Result<Copy> {
        let at = self.clock().now();
        let broken_off = Fault::outside("non è stata finita.").hint("Sarà rifatta alla prossima chiusura.");
        // On a disk that is full it cannot be remembered; the copy goes elsewhere.
        let _ = self.trouble(at, &broken_off);
        let folder = self.copies_folder()?;
        // Beside the office it is ours to make; elsewhere a folder that is
        // not there is a disk that is not connected.
        if folder == self.store().dir().join(BESIDE) {
            // What cannot be made is told by the copy.
            let _ = std::fs::create_dir(&folder);
        }
        match self.backup(by, &folder) {
            Ok(copy) => Ok(copy),
            Err(fault) => {
                // The fault of the copy is the one to tell.
                let _ = self.trouble(at, &fault);
                Err(fault)
            }
        }
    }

    /// The desk ends: its day is closed and signed, and a copy is made if
    /// there is anything new to copy; `copying` hears that one begins, and of how many bytes. The
    /// day is closed before, so that the copy has it closed, and after, with
    /// the line that tells of the copy.
    ///
    /// # Errors
    /// The day or the copy; what could be done is done.
    pub fn close_up(&mut self, by: &str, copying: &mut dyn FnMut(u64)) -> Result<Option<Copy>> {
        let closed = self.store_mut().close_day();
        if self.is_throwaway() || !self.copy_is_due()? {
            return closed.map(|()| None);
        }
        copying(self.store().length()?);
        let copy = self.keep_copy(by)?;
        closed.and_then(|()| self.store_mut().close_day()).map(|()| Some(copy))
    }

    /// A copy while nobody is at the desk, for a program that is never
    /// closed: where something was written and the last is some hours old.
    ///
    /// # Errors
    /// As [`Desk::backup`].
    pub fn copy_alone(&mut self, by: &str) -> Result<Option<Copy>> {
        let now = self.clock().now();
        let fresh = self.last_copy()?.is_some_and(|last| last.at <= now && now - last.at < ANOTHER);
        if self.is_throwaway() || fresh || !self.copy_is_due()? {
            return Ok(None);
        }
        self.keep_copy(by).map(Some)
    }

    /// The newest copy, byte by byte what it was when it was made and tried.
    pub(super) fn check_copies(&self) -> Result<Found> {
        if self.is_throwaway() {
            return Ok(Found { seen: NONE_MADE.to_owned(), wrong: Vec::new() });
        }
        let sign = self.copies(self.clock().now())?;
        let mut wrong = Vec::new();
        if sign.state == State::Wrong {
            wrong.push(sign.said.clone());
        }
        let folder = self.copies_folder()?;
        let newest = if folder.is_dir() { copies(&folder)?.into_iter().next() } else { None };
        let Some(newest) = newest else { return Ok(Found { seen: sign.said, wrong }) };
        if !newest.is_whole() {
            wrong.push("La copia più recente non è com'era quando fu fatta: farne un'altra.".to_owned());
        }
        Ok(Found {
            seen: newest.manifest.at.format("la più recente del %d/%m/%Y alle %H:%M").to_string(),
            wrong,
        })
    }

    /// Is there anything the last copy does not have? Lines alone (somebody
    /// looked, nobody wrote) count once a day.
    fn copy_is_due(&self) -> Result<bool> {
        let (facts, today) = (self.store().facts()?, self.clock().today());
        Ok(self.last_copy()?.is_none_or(|last| {
            facts.units != last.units || (facts.audit_lines > last.lines && last.at.date() != today)
        }))
    }

    fn last_copy(&self) -> Result<Option<Last>> {
        kept(&self.store().read(), LAST)
    }

    fn keep(&mut self, name: &str, value: &impl Serialize) -> Result<()> {
        self.remember(name, &serde_json::to_string(value).map_err(Fault::internal)?)
    }

    fn trouble(&mut self, at: NaiveDateTime, fault: &Fault) -> Result<()> {
        self.keep(TROUBLE, &Trouble { at, said: fault.message.clone(), hint: fault.hint.clone() })
    }

    /// How the copies stand.
    pub(super) fn copies(&self, now: NaiveDateTime) -> Result<Sign> {
        let sign = Sign::fine("copies", "copie di sicurezza", NONE_MADE);
        if self.is_throwaway() {
            return Ok(sign);
        }
        let last = self.last_copy()?;
        if let Some(trouble) = kept::<Trouble>(&self.store().read(), TROUBLE)? {
            let said = trouble.said.strip_prefix("La copia di sicurezza ").unwrap_or(&trouble.said);
            let said = format!("Copia di sicurezza del {}: {said}", trouble.at.format("%d/%m"));
            return Ok(sign.but(State::Wrong, said, trouble.hint));
        }
        let late = i64::from(self.law()?.catalogue().parameters(now.date()).backup.late_days);
        let Some(last) = last else {
            let first = self.store().read().first_line()?;
            let said = "Di questo ufficio non c'è ancora una copia di sicurezza.";
            return Ok(match first {
                Some(first) if (now - first).num_days() > late => sign.but(
                    State::Attention,
                    said,
                    "Si fa da sola chiudendo il programma, o con sportello backup.",
                ),
                _ => Sign { said: "la prima si fa chiudendo il programma".to_owned(), ..sign },
            });
        };
        let days = (now.date() - last.at.date()).num_days();
        if days > late && self.store().facts()?.units > last.units {
            let said = format!("L'ultima copia di sicurezza è di {days} giorni fa.");
            return Ok(sign.but(
                State::Attention,
                said,
                "Si fa chiudendo il programma, o con sportello backup.",
            ));
        }
        Ok(Sign { said: format!("l'ultima è del {}", last.at.format("%d/%m/%Y alle %H:%M")), ..sign })
    }
}

/// What is remembered; what no longer reads is not.
fn kept<T: for<'a> Deserialize<'a>>(read: &Read<'_>, name: &str) -> Result<Option<T>> {
    Ok(read.setting(name)?.and_then(|text| serde_json::from_str(&text).ok()))
}

#[cfg(test)]
#[path = "backup_tests.rs"]
mod tests;
