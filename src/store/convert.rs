//! Domain values to columns and back.
//!
//! Ids are 16 bytes (BLOB), dates and times ISO text, money whole cents. Whole
//! records go through `row`.

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use uuid::Uuid;

use crate::domain::ids::{
    ActivityId, AppointmentId, AssessmentId, DidId, DocumentId, EventId, MeasureId, OfficeId, OperatorId,
    PspId, PspVersionId, RegistrantId, SearchActId, UnitId,
};
use crate::domain::money::Cents;

macro_rules! id_columns {
    ($($id:ident),+ $(,)?) => {$(
        impl ToSql for $id {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::Borrowed(ValueRef::Blob(self.0.as_bytes())))
            }
        }

        impl FromSql for $id {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                Uuid::from_slice(value.as_blob()?).map(Self).map_err(FromSqlError::other)
            }
        }
    )+};
}

id_columns!(
    ActivityId,
    AppointmentId,
    AssessmentId,
    DidId,
    DocumentId,
    EventId,
    MeasureId,
    OfficeId,
    OperatorId,
    PspId,
    PspVersionId,
    RegistrantId,
    SearchActId,
    UnitId,
);

impl ToSql for Cents {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.into())
    }
}

impl FromSql for Cents {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_i64().map(Self)
    }
}

const DAY: &str = "%Y-%m-%d";
const TIME: &str = "%Y-%m-%dT%H:%M:%S";

/// A date as a column: `2026-11-23`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day(pub NaiveDate);

impl ToSql for Day {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.format(DAY).to_string().into())
    }
}

impl FromSql for Day {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        NaiveDate::parse_from_str(value.as_str()?, DAY).map(Self).map_err(FromSqlError::other)
    }
}

/// A local time to the second as a column: `2026-11-23T10:42:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time(pub NaiveDateTime);

impl ToSql for Time {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.format(TIME).to_string().into())
    }
}

impl FromSql for Time {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        NaiveDateTime::parse_from_str(value.as_str()?, TIME).map(Self).map_err(FromSqlError::other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::Connection;

    fn there_and_back<T: ToSql + FromSql + PartialEq + std::fmt::Debug>(value: T, kind: &str) {
        let conn = Connection::open_in_memory().unwrap();
        let (back, found): (T, String) =
            conn.query_row("SELECT ?1, typeof(?1)", [&value], |r| Ok((r.get(0)?, r.get(1)?))).unwrap();
        assert_eq!((back, found.as_str()), (value, kind));
    }

    #[test]
    fn values_survive_the_file() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        there_and_back(RegistrantId(Uuid::from_u128(7)), "blob");
        there_and_back(Day(day), "text");
        there_and_back(Time(day.and_hms_opt(10, 42, 0).unwrap()), "text");
        there_and_back(Cents(850_000), "integer");
        there_and_back(None::<Day>, "null");
    }
}
