//! Tables derived from the records: after every unit, what its changeset
//! touched is derived anew, in the same transaction (in a batch, at its end).
//! So no command can forget it, and what comes in from another desk is
//! derived the same way.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension};

use super::errors::fault;
use super::history::UNITS_INDEX;
use super::radar::RADAR;
use super::search::SEARCH;
use super::session::Change;
use super::{Store, schema};
use crate::fault::Result;

/// All of them.
const ALL: [Derived; 2] = [SEARCH, RADAR];

/// People by the bytes of their id.
pub(super) type People = BTreeSet<Vec<u8>>;

/// One derived table, or a few that go together.
pub(super) struct Derived {
    /// The tables it is kept in.
    pub tables: &'static [&'static str],
    /// What it is derived from.
    pub watched: &'static [Watched],
    /// Derives some people anew.
    pub refresh: fn(&Connection, &People) -> Result<()>,
    /// Derives everybody anew.
    pub rebuild: fn(&Connection) -> Result<()>,
    /// Are there people and nothing of them? So after a migration that made
    /// the table, or with a program that derives otherwise.
    pub is_missing: fn(&Connection) -> Result<bool>,
    /// Notes that all of it is there.
    pub ready: fn(&Connection) -> Result<()>,
}

/// A table something is derived from.
pub(super) struct Watched {
    pub table: &'static str,
    pub columns: Columns,
    pub owner: Owner,
}

/// Which columns matter.
pub(super) enum Columns {
    All,
    Named(&'static [&'static str]),
}

/// Whose a row is.
pub(super) enum Owner {
    /// The row is the person.
    Itself,
    /// Column `registrant`.
    Registrant,
    /// That of the pact's version in column `version`.
    Version,
    /// Everybody's: figures of the office.
    Everybody,
}

impl Owner {
    /// The column that tells it.
    fn column(&self) -> Option<&'static str> {
        match self {
            Self::Itself | Self::Everybody => None,
            Self::Registrant => Some("registrant"),
            Self::Version => Some("version"),
        }
    }
}

/// Where the columns of the watched tables stand, table by table.
#[derive(Debug)]
pub(super) struct Watch(Vec<Vec<Places>>);

#[derive(Debug)]
struct Places {
    /// The watched columns; `None` for all.
    watched: Option<Vec<usize>>,
    /// That of the owner.
    owner: Option<usize>,
}

impl Watch {
    pub(super) fn new(conn: &Connection) -> Result<Self> {
        let places = |watched: &Watched| {
            let columns = schema::columns(conn, watched.table)?;
            let place = |name: &str| columns.iter().position(|column| column == name);
            Ok(Places {
                watched: match watched.columns {
                    Columns::All => None,
                    Columns::Named(names) => Some(names.iter().filter_map(|name| place(name)).collect()),
                },
                owner: watched.owner.column().and_then(place),
            })
        };
        let each = |derived: &Derived| derived.watched.iter().map(places).collect::<Result<_>>();
        Ok(Self(ALL.iter().map(each).collect::<Result<_>>()?))
    }
}

/// What is to be derived anew.
#[derive(Debug, Default)]
pub(super) struct Stale([Touched; ALL.len()]);

#[derive(Debug, Default)]
struct Touched {
    people: People,
    everybody: bool,
}

impl Stale {
    /// One person, for everything derived.
    pub(super) fn person(key: &[u8]) -> Self {
        let one = || Touched { people: People::from([key.to_vec()]), everybody: false };
        Self(std::array::from_fn(|_| one()))
    }

    pub(super) fn extend(&mut self, other: Self) {
        for (mine, other) in self.0.iter_mut().zip(other.0) {
            mine.people.extend(other.people);
            mine.everybody |= other.everybody;
        }
    }
}

/// What some changes touched.
pub(super) fn touched(conn: &Connection, watch: &Watch, changes: &[Change]) -> Result<Stale> {
    let mut stale = Stale::default();
    for change in changes {
        for ((derived, places), touched) in ALL.iter().zip(&watch.0).zip(&mut stale.0) {
            for (watched, places) in derived.watched.iter().zip(places) {
                let matters = |these: &Vec<usize>| change.columns().any(|column| these.contains(&column));
                if watched.table != change.table || !places.watched.as_ref().is_none_or(matters) {
                    continue;
                }
                match watched.owner {
                    Owner::Everybody => touched.everybody = true,
                    _ => touched.people.extend(owner(conn, watched, places.owner, change)?),
                }
            }
        }
    }
    Ok(stale)
}

/// Whose a changed row is. An update tells the key and what changed, not
/// whose it is: then the row is asked.
fn owner(
    conn: &Connection,
    watched: &Watched,
    place: Option<usize>,
    change: &Change,
) -> Result<Option<Vec<u8>>> {
    let Some(column) = watched.owner.column() else { return Ok(Some(change.key.clone())) };
    let owner = match place.and_then(|place| change.id_at(place)) {
        Some(id) => Some(id.to_vec()),
        None => ask(conn, watched.table, column, &change.key)?,
    };
    match (owner, &watched.owner) {
        (Some(version), Owner::Version) => ask(conn, "psp_version", "registrant", &version),
        (owner, _) => Ok(owner),
    }
}

/// A column of a row, by its key.
pub(super) fn ask(conn: &Connection, table: &str, column: &str, key: &[u8]) -> Result<Option<Vec<u8>>> {
    let sql = format!("SELECT {column} FROM {table} WHERE id = ?1");
    let find = || conn.prepare_cached(&sql)?.query_row([key], |row| row.get(0)).optional();
    find().map_err(fault)
}

/// Derives anew what was touched.
pub(super) fn refresh(conn: &Connection, stale: &Stale) -> Result<()> {
    for (derived, touched) in ALL.iter().zip(&stale.0) {
        if touched.everybody {
            (derived.rebuild)(conn)?;
        } else {
            (derived.refresh)(conn, &touched.people)?;
        }
    }
    Ok(())
}

impl Store {
    /// The tables that are not what the records make: everything is derived
    /// anew, compared and undone.
    ///
    /// # Errors
    /// When the file cannot be read, or has no room for both.
    pub fn derived_wrong(&mut self) -> Result<Vec<&'static str>> {
        self.batch_begin()?;
        let compare = |store: &Self| {
            let mut wrong = Vec::new();
            for derived in &ALL {
                let digests = || -> Result<Vec<String>> {
                    derived.tables.iter().map(|table| schema::digest_of(&store.conn, &[table])).collect()
                };
                let kept = digests()?;
                (derived.rebuild)(&store.conn)?;
                let made = digests()?;
                let pairs = derived.tables.iter().zip(kept.iter().zip(&made));
                wrong.extend(pairs.filter(|(_, (kept, made))| kept != made).map(|(table, _)| *table));
            }
            if !store.is_units_index_right()? {
                wrong.push(UNITS_INDEX);
            }
            Ok(wrong)
        };
        let wrong = compare(self);
        self.batch_end(false)?;
        wrong
    }

    /// Derives what is not there yet.
    pub(super) fn build_missing(&mut self) -> Result<()> {
        for derived in &ALL {
            if (derived.is_missing)(&self.conn)? {
                self.batch(|store| {
                    (derived.rebuild)(&store.conn).and_then(|()| (derived.ready)(&store.conn))
                })?;
            }
        }
        Ok(())
    }
}
