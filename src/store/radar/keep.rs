//! Keeping the table equal to the clocks.

use rusqlite::{Connection, params};
use uuid::Uuid;

use super::{Tables, facts, number, split};
use crate::domain::deadline::Clock;
use crate::domain::ids::RegistrantId;
use crate::fault::{Fault, Result};
use crate::store::Store;
use crate::store::derived::{Derived, People};
use crate::store::errors::{adding_own, fault};
use crate::store::settings;
use crate::store::write::Read;

/// Under this name the office file remembers by which program its radar was
/// made.
const MADE_BY: &str = "radar";
/// How this program computes: to be raised when the same records give other
/// clocks, or the shipped figures change.
const VERSION: &str = "4";
/// People read at once when everybody is.
const STRETCH: usize = 500;

/// The radar as the store keeps it.
pub(in crate::store) const RADAR: Derived =
    Derived { tables: &["local_deadline"], watched: facts::WATCHED, refresh, rebuild, is_missing, ready };

fn refresh(conn: &Connection, people: &People) -> Result<()> {
    let tables = Tables::read(Read::new(conn))?;
    for person in people {
        let id = RegistrantId(Uuid::from_slice(person).map_err(Fault::internal)?);
        let read = Read::new(conn);
        let after = tables.clocks(facts::of(read, id, id)?.first());
        if read.kept_clocks(id)? != after {
            let gone =
                || conn.prepare_cached("DELETE FROM local_deadline WHERE person = ?1")?.execute([person]);
            gone().map_err(fault)?;
            put(conn, person, &after).map_err(adding_own)?;
        }
    }
    Ok(())
}

fn rebuild(conn: &Connection) -> Result<()> {
    conn.execute_batch("DELETE FROM local_deadline").map_err(fault)?;
    let people: Vec<RegistrantId> =
        Read::new(conn).all("SELECT id FROM registrant ORDER BY id", [], |row| row.get(0))?;
    let tables = Tables::read(Read::new(conn))?;
    for stretch in people.chunks(STRETCH) {
        let (Some(first), Some(last)) = (stretch.first(), stretch.last()) else { continue };
        for facts in facts::of(Read::new(conn), *first, *last)? {
            put(conn, facts.person.id.0.as_bytes(), &tables.clocks(Some(&facts))).map_err(fault)?;
        }
    }
    Ok(())
}

fn put(conn: &Connection, person: &[u8], clocks: &[Clock]) -> rusqlite::Result<()> {
    let mut add = conn.prepare_cached(
        "INSERT INTO local_deadline
           (person, consequence, due, kind, subject, start, unit, amount, shown_from, shown_until, operator)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?;
    for clock in clocks {
        let (unit, amount) = split(clock.span);
        add.execute(params![
            person,
            clock.consequence as i64,
            number(clock.due),
            clock.kind as i64,
            clock.subject.as_bytes(),
            number(clock.from),
            unit,
            amount,
            number(clock.shown_from),
            number(clock.shown_until),
            clock.operator,
        ])?;
    }
    Ok(())
}

fn is_missing(conn: &Connection) -> Result<bool> {
    Ok(settings::get(conn, MADE_BY)?.as_deref() != Some(&made_by()))
}

fn ready(conn: &Connection) -> Result<()> {
    settings::put(conn, MADE_BY, &made_by())
}

fn made_by() -> String {
    format!("{} {VERSION}", env!("CARGO_PKG_VERSION"))
}

impl Store {
    /// Computes the whole radar again from the records.
    ///
    /// # Errors
    /// When the file cannot be read or written; the radar is as before then.
    pub fn rebuild_radar(&mut self) -> Result<()> {
        self.batch(|store| rebuild(&store.conn))
    }
}
