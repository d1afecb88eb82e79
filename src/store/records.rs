//! Records of the shared tables: one generic insert, update and select, so
//! that a record is declared once, in the domain.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use rusqlite::{Params, ToSql, params_from_iter};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::errors::{adding, fault};
use super::row;
use super::write::{Read, Tx};
use crate::domain::activity::Activity;
use crate::domain::appointment::Appointment;
use crate::domain::assessment::Assessment;
use crate::domain::calendar::{Absence, Closure, OfficeHours};
use crate::domain::conditionality::ConditionalityCase;
use crate::domain::did::Did;
use crate::domain::document::{Document, Reserved};
use crate::domain::employment::{Employment, IncomeDeclaration};
use crate::domain::event::{AcceptedWarning, PrivacyNotice, StateEvent};
use crate::domain::miattivo::MiAttivo;
use crate::domain::office::{Office, Operator};
use crate::domain::office_row::OfficeRow;
use crate::domain::pad::Pad;
use crate::domain::placement::{TargetedApplication, TargetedCard};
use crate::domain::psp::{Measure, PspVersion, SearchAct};
use crate::domain::registrant::Registrant;
use crate::domain::restriction::Restriction;
use crate::domain::signing::Signing;
use crate::fault::{Fault, Result};

/// A record with a table of its own.
pub trait Record: Serialize + DeserializeOwned {
    /// The table.
    const TABLE: &'static str;
    /// The key.
    fn key(&self) -> Uuid;
}

macro_rules! records {
    ($($record:ty => $table:literal),+ $(,)?) => {$(
        impl Record for $record {
            const TABLE: &'static str = $table;
            fn key(&self) -> Uuid {
                self.id.0
            }
        }
    )+};
}

records! {
    Office => "office",
    Operator => "operator",
    Registrant => "registrant",
    Did => "did",
    Employment => "employment",
    IncomeDeclaration => "income_declaration",
    Assessment => "assessment",
    PspVersion => "psp_version",
    Measure => "measure",
    SearchAct => "search_act",
    Signing => "signing",
    Appointment => "appointment",
    Activity => "activity",
    ConditionalityCase => "conditionality_case",
    MiAttivo => "miattivo",
    Pad => "pad",
    TargetedApplication => "targeted_application",
    TargetedCard => "targeted_card",
    Document => "document",
    Reserved => "document_reserved",
    StateEvent => "state_event",
    AcceptedWarning => "accepted_warning",
    PrivacyNotice => "privacy_notice",
    Restriction => "restriction",
    OfficeHours => "office_hours",
    Closure => "office_closure",
    Absence => "operator_absence",
    OfficeRow => "office_row",
}

/// The columns of a table: name, and whether it holds an id.
type Shape = std::sync::Arc<Vec<(String, bool)>>;

/// The shapes of the tables, read once: every file this program opens has the
/// schema of this program.
static SHAPES: Mutex<Option<HashMap<&'static str, Shape>>> = Mutex::new(None);

impl Read<'_> {
    /// The record with this key.
    ///
    /// # Errors
    /// When the file cannot be read or the row does not fit the record.
    pub fn get<T: Record>(&self, key: Uuid) -> Result<Option<T>> {
        Ok(self.list("WHERE id = ?1", [key.into_bytes().to_vec()])?.pop())
    }

    /// The record with this key, which must be there.
    ///
    /// # Errors
    /// A usage fault when there is none.
    pub fn need<T: Record>(&self, key: Uuid) -> Result<T> {
        self.get(key)?.ok_or_else(|| {
            Fault::usage("Il comando parla di una scheda che in questo archivio non c'è.")
                .hint("Controllare l'identificativo.")
                .cause(format!("no {} {key}", T::TABLE))
        })
    }

    /// The records a clause selects: `WHERE … ORDER BY … LIMIT …`.
    pub(super) fn list<T: Record>(&self, clause: &str, params: impl Params) -> Result<Vec<T>> {
        let shape = self.shape(T::TABLE)?;
        let mut sql = String::with_capacity(512);
        for (index, (name, _)) in shape.iter().enumerate() {
            sql.push_str(if index == 0 { "SELECT \"" } else { "\", \"" });
            sql.push_str(name);
        }
        sql.push_str("\" FROM \"");
        sql.push_str(T::TABLE);
        sql.push_str("\" ");
        sql.push_str(clause);
        let mut statement = self.conn().prepare_cached(&sql).map_err(fault)?;
        let mut rows = statement.query(params).map_err(fault)?;
        let mut found = Vec::new();
        while let Some(current) = rows.next().map_err(fault)? {
            let names = shape.iter().map(|(name, _)| name.as_str());
            found.push(row::read(current, names).map_err(Fault::internal)?);
        }
        Ok(found)
    }

    fn shape(&self, table: &'static str) -> Result<Shape> {
        let mut shapes = SHAPES.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(shape) = shapes.as_ref().and_then(|known| known.get(table)) {
            return Ok(shape.clone());
        }
        let read: Vec<(String, bool)> =
            self.all("SELECT name, type FROM pragma_table_info(?1) ORDER BY cid", [table], |column| {
                Ok((column.get(0)?, column.get::<_, String>(1)? == "BLOB"))
            })?;
        let shape = Shape::new(read);
        shapes.get_or_insert_default().insert(table, shape.clone());
        Ok(shape)
    }
}

impl Tx<'_> {
    /// Adds a record.
    ///
    /// # Errors
    /// A usage fault when the key is taken; else when a reference leads nowhere, or the disk fails.
    pub fn insert<T: Record>(&self, record: &T) -> Result<()> {
        let columns = self.columns(record)?;
        let names: Vec<String> = columns.iter().map(|(name, _)| format!("\"{name}\"")).collect();
        let places: Vec<String> = (1..=columns.len()).map(|place| format!("?{place}")).collect();
        let sql =
            format!("INSERT INTO \"{}\" ({}) VALUES ({})", T::TABLE, names.join(", "), places.join(", "));
        let values = params_from_iter(columns.into_iter().map(|(_, value)| value));
        let act = || self.conn().prepare_cached(&sql)?.execute(values);
        act().map(|_| ()).map_err(adding)
    }

    /// Writes what changed between two states of one record; nothing when
    /// they are equal.
    ///
    /// # Errors
    /// When a reference leads nowhere or the disk fails.
    pub fn update<T: Record>(&self, before: &T, after: &T) -> Result<()> {
        let (was, now) = (self.columns(before)?, self.columns(after)?);
        let changed: Vec<_> =
            now.into_iter().zip(was).filter(|(now, was)| now.1 != was.1).map(|(now, _)| now).collect();
        if changed.is_empty() {
            return Ok(());
        }
        let sets: Vec<String> =
            changed.iter().enumerate().map(|(i, (name, _))| format!("\"{name}\" = ?{}", i + 2)).collect();
        let sql = format!("UPDATE \"{}\" SET {} WHERE id = ?1", T::TABLE, sets.join(", "));
        let key = after.key().into_bytes().to_vec();
        let mut values: Vec<&dyn ToSql> = vec![&key];
        values.extend(changed.iter().map(|(_, value)| value as &dyn ToSql));
        self.run(&sql, values.as_slice())?;
        Ok(())
    }

    fn columns<T: Record>(&self, record: &T) -> Result<Vec<(String, rusqlite::types::Value)>> {
        let shape = self.shape(T::TABLE)?;
        let is_id = |name: &str| shape.iter().any(|(column, id)| *id && column == name);
        row::columns(record, is_id).map_err(Fault::internal)
    }
}
