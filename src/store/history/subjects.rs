//! Whose records a unit touched.

use std::collections::{BTreeSet, HashMap};

use rusqlite::Connection;
use uuid::Uuid;

use crate::fault::Result;
use crate::store::derived::ask;
use crate::store::errors::fault;
use crate::store::schema::{self, SYNCED_TABLES};
use crate::store::session::Change;

/// The column that tells whose a row is.
#[derive(Clone, Copy, Debug)]
enum Owner {
    /// None: the row is the person, or nobody's.
    Itself,
    /// `registrant`, in this place.
    Registrant(usize),
    /// `version`, a pact's, in this place.
    Version(usize),
}

/// Where each table says whose a row is.
#[derive(Debug)]
pub(in crate::store) struct Whose {
    owners: HashMap<&'static str, Owner>,
    /// The place of `registrant` in the versions of pacts.
    version: Option<usize>,
}

impl Whose {
    pub(in crate::store) fn new(conn: &Connection) -> Result<Self> {
        let mut owners = HashMap::new();
        let mut version = None;
        for table in SYNCED_TABLES {
            let columns = schema::columns(conn, table)?;
            let place = |name: &str| columns.iter().position(|column| column == name);
            let owner = match (place("registrant"), place("version")) {
                (Some(place), _) => Owner::Registrant(place),
                (None, Some(place)) if ["measure", "search_act"].contains(table) => Owner::Version(place),
                _ => Owner::Itself,
            };
            if *table == "psp_version" {
                version = place("registrant");
            }
            owners.insert(*table, owner);
        }
        Ok(Self { owners, version })
    }

    /// Is a change about a record of this person? Whose a row was that changed
    /// and is gone since is told by the index alone: then it is.
    pub(super) fn is_of(
        &self,
        conn: &Connection,
        change: &Change,
        all: &[Change],
        subject: Uuid,
    ) -> Result<bool> {
        Ok(self.of(conn, change, all)?.is_none_or(|owner| owner == subject.as_bytes()))
    }

    /// Whose row a change is about: the row itself when it is nobody's,
    /// `None` when nothing tells any more.
    fn of(&self, conn: &Connection, change: &Change, all: &[Change]) -> Result<Option<Vec<u8>>> {
        Ok(match self.owners.get(change.table.as_str()) {
            Some(Owner::Registrant(place)) => match change.id_at(*place) {
                Some(id) => Some(id.to_vec()),
                None => ask(conn, &change.table, "registrant", &change.key)?,
            },
            Some(Owner::Version(place)) => match change.id_at(*place) {
                Some(version) => self.of_version(conn, version, all)?,
                None => match ask(conn, &change.table, "version", &change.key)? {
                    Some(version) => self.of_version(conn, &version, all)?,
                    None => None,
                },
            },
            _ => Some(change.key.clone()),
        })
    }

    /// Whose a pact's version is, also of one that went in the same unit.
    fn of_version(&self, conn: &Connection, version: &[u8], all: &[Change]) -> Result<Option<Vec<u8>>> {
        let gone = all.iter().find(|change| change.table == "psp_version" && change.key == version);
        let told = gone.and_then(|change| change.id_at(self.version?)).map(<[u8]>::to_vec);
        match told {
            Some(person) => Ok(Some(person)),
            None => ask(conn, "psp_version", "registrant", version),
        }
    }

    /// Whose records some changes touched.
    pub(super) fn all(&self, conn: &Connection, changes: &[Change]) -> Result<BTreeSet<Vec<u8>>> {
        let of = |change: &Change| Ok(self.of(conn, change, changes)?.unwrap_or_else(|| change.key.clone()));
        changes.iter().map(of).collect()
    }

    /// Writes the index of one unit.
    pub(super) fn index(&self, conn: &Connection, seq: i64, changes: &[Change]) -> Result<()> {
        for subject in self.all(conn, changes)? {
            let put = || {
                conn.prepare_cached("INSERT INTO local_unit_subject (subject, unit) VALUES (?1, ?2)")?
                    .execute((&subject, seq))
            };
            put().map_err(fault)?;
        }
        Ok(())
    }
}
