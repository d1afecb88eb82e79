//! What keeps an office safe, and how it stands: the file, its room, its
//! copies, the clock. Told on the menu where something is to be done, and
//! whole by `sportello doctor`.

use std::path::Path;

use chrono::{NaiveDateTime, TimeDelta};

use super::run::Desk;
use crate::fault::Result;
use crate::store::{self, DATA_FILE};

/// Room that should be left beside that for a copy, in bytes.
const ROOM: u64 = 200 << 20;
/// With less the next save may not be written, in bytes.
const HARDLY: u64 = 20 << 20;
/// How far a clock may stand behind: summer time ends by an hour.
const BEHIND: TimeDelta = TimeDelta::minutes(65);
/// Without a save for longer, the date of the computer is doubted.
const LONG: i64 = 60;

/// Is something to be done?
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// No.
    Fine,
    /// Soon.
    Attention,
    /// At once.
    Wrong,
}

/// How one thing stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign {
    /// The stable name.
    pub name: &'static str,
    /// In words.
    pub label: &'static str,
    /// Is something to be done?
    pub state: State,
    /// How it stands: a sentence where something is to be done.
    pub said: String,
    /// What to do; empty while it is fine.
    pub hint: String,
}

impl Sign {
    /// Nothing to do.
    pub fn fine(name: &'static str, label: &'static str, said: impl Into<String>) -> Self {
        Self { name, label, state: State::Fine, said: said.into(), hint: String::new() }
    }

    /// The same thing when something is to be done.
    #[must_use]
    pub fn but(self, state: State, said: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { state, said: said.into(), hint: hint.into(), ..self }
    }
}

/// Room on the disk of the office in `dir`.
#[must_use]
pub fn room(dir: &Path) -> Sign {
    let sign = Sign::fine("room", "spazio sul disco", "");
    let file = std::fs::metadata(dir.join(DATA_FILE)).map_or(0, |about| about.len());
    let Some(free) = store::free_room(dir) else {
        return Sign { said: "il sistema non lo dice".to_owned(), ..sign };
    };
    let said = format!("{} MB liberi, il file ne occupa {}", free >> 20, file.div_ceil(1 << 20));
    let wanted = file.saturating_mul(2).saturating_add(ROOM);
    if free < HARDLY {
        let now = format!("Il disco dell'ufficio è quasi pieno: {} MB.", free >> 20);
        return sign.but(
            State::Wrong,
            now,
            "Liberare spazio prima di continuare: i salvataggi possono fallire.",
        );
    }
    if free < wanted {
        let soon = format!("Sul disco dell'ufficio restano {} MB.", free >> 20);
        let hint =
            format!("Liberarne: per lavorare e fare le copie ne servono {}.", wanted.div_ceil(1 << 20));
        return sign.but(State::Attention, soon, hint);
    }
    Sign { said, ..sign }
}

/// May this user write in the folder of the office?
#[must_use]
pub fn folder(dir: &Path) -> Sign {
    let sign = Sign::fine("folder", "cartella dell'ufficio", dir.display().to_string());
    if store::may_write(dir) {
        return sign;
    }
    sign.but(
        State::Wrong,
        "Nella cartella dell'ufficio non si può scrivere.",
        "Chiedere il permesso di scrittura a chi cura il computer: i salvataggi falliscono.",
    )
}

/// The clock of the computer against the last save and the last day of the
/// file. A clock set back changes no order: units and lines go on in theirs.
fn clock(now: NaiveDateTime, saved: Option<NaiveDateTime>, day: Option<chrono::NaiveDate>) -> Sign {
    let sign = Sign::fine("clock", "orologio", now.format("%d/%m/%Y %H:%M").to_string());
    let behind = |at: &NaiveDateTime| now + BEHIND < *at;
    let last = saved.filter(behind).map(|at| at.date());
    if let Some(last) = last.max(day.filter(|day| now.date() < *day)) {
        let said = format!(
            "L'orologio del computer dice {}, ma in archivio c'è già il {}.",
            now.format("%d/%m/%Y %H:%M"),
            last.format("%d/%m/%Y")
        );
        return sign.but(State::Wrong, said, "Correggere data e ora del computer prima di lavorare.");
    }
    match saved.map(|at| (now - at).num_days()) {
        Some(days) if days > LONG => sign.but(
            State::Attention,
            format!("Dall'ultimo salvataggio sono passati {days} giorni."),
            "Se non è così, la data del computer è sbagliata: correggerla prima di lavorare.",
        ),
        _ => sign,
    }
}

impl Desk {
    /// Everything that can be said of the open office.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn health(&self) -> Result<Vec<Sign>> {
        let (dir, now) = (self.store().dir(), self.clock().now());
        let (saved, day) = self.store().read().reached()?;
        Ok(vec![self.checked(), room(dir), folder(dir), clock(now, saved, day), self.copies(now)?])
    }

    /// What is to be done about the office, the worst first. An office of
    /// invented people has nothing to lose.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn warnings(&self) -> Result<Vec<Sign>> {
        if self.is_throwaway() {
            return Ok(Vec::new());
        }
        let mut signs = self.health()?;
        signs.retain(|sign| sign.state != State::Fine);
        signs.sort_by_key(|sign| std::cmp::Reverse(sign.state));
        Ok(signs)
    }

    /// Of these, what may come up at any moment; costs nothing to ask.
    #[must_use]
    pub fn sudden(&self) -> Vec<Sign> {
        if self.is_throwaway() {
            return Vec::new();
        }
        let dir = self.store().dir();
        let mut signs = vec![self.checked(), room(dir), folder(dir)];
        signs.retain(|sign| sign.state != State::Fine);
        signs
    }

    /// The check that goes on beside the work.
    fn checked(&self) -> Sign {
        let sign = Sign::fine("check", "controllo del file", "");
        match self.store().checked_beside() {
            None => Sign { said: "non ancora finito".to_owned(), ..sign },
            Some(Ok(())) => Sign { said: "in ordine".to_owned(), ..sign },
            Some(Err(fault)) => sign.but(
                State::Wrong,
                fault.message.clone(),
                "Non registrare altro: chiudere e ripristinare l'ultima copia (sportello restore).",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
    }

    #[test]
    fn a_clock_that_stands_behind_is_told_and_summer_time_is_not() {
        let state = |now: &str, saved: &str, day: &str| {
            clock(at(now), Some(at(saved)), Some(day.parse().unwrap())).state
        };
        assert_eq!(state("2026-11-23T10:00", "2026-11-23T09:00", "2026-11-23"), State::Fine);
        assert_eq!(state("2026-10-25T02:00", "2026-10-25T02:59", "2026-10-25"), State::Fine);
        assert_eq!(state("2025-11-23T10:00", "2026-11-23T09:00", "2026-11-23"), State::Wrong);
        assert_eq!(state("2026-11-23T10:00", "2026-11-23T12:00", "2026-11-23"), State::Wrong);
        assert_eq!(state("2026-11-22T10:00", "2026-11-20T12:00", "2026-11-23"), State::Wrong);
        assert_eq!(state("2027-11-23T10:00", "2026-11-23T12:00", "2026-11-23"), State::Attention);
        let said = clock(at("2025-11-23T10:00"), Some(at("2026-11-23T09:00")), None).said;
        assert!(said.contains("23/11/2025 10:00") && said.contains("il 23/11/2026"), "{said}");
    }

    #[test]
    fn a_folder_says_how_much_room_it_has() {
        let dir = tempfile::tempdir().unwrap();
        let sign = room(dir.path());
        assert!(sign.said.contains("MB"), "{sign:?}");
        assert_eq!(folder(dir.path()).state, State::Fine);
        assert_eq!(folder(&dir.path().join("manca")).state, State::Wrong);
    }
}
