//! Records to columns and back, through serde: one column a field, named as
//! the field. Ids travel as 16 bytes, dates and codes as text, flags as 0/1,
//! nested values as JSON text. So a record is declared once, in the domain.

use rusqlite::Row;
use rusqlite::types::{Value, ValueRef};
use serde::Serialize;
use serde::de::value::{MapDeserializer, StrDeserializer};
use serde::de::{self, DeserializeOwned, Deserializer, IntoDeserializer, Visitor};
use serde_json::Value as Json;

/// Why a record does not fit its row, in English, for the log.
#[derive(Debug, PartialEq, Eq)]
pub struct Misfit(String);

impl std::fmt::Display for Misfit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Misfit {}

impl de::Error for Misfit {
    fn custom<T: std::fmt::Display>(msg: T) -> Self {
        Self(msg.to_string())
    }
}

/// The record in the current row, whose columns have these names: SQLite
/// would look each of them up again for every row.
///
/// # Errors
/// When a column does not fit its field.
pub fn read<'n, T: DeserializeOwned>(
    row: &Row<'_>,
    names: impl Iterator<Item = &'n str>,
) -> Result<T, Misfit> {
    let mut columns = Vec::with_capacity(48);
    for (index, name) in names.enumerate() {
        let value = row.get_ref(index).map_err(|e| Misfit(e.to_string()))?;
        columns.push((name, Cell(value)));
    }
    T::deserialize(RowFields(columns))
}

/// The columns of a record. `is_id` tells which of them hold ids (BLOB).
///
/// # Errors
/// When the record is not a struct with named fields.
pub fn columns<T: Serialize>(
    record: &T,
    is_id: impl Fn(&str) -> bool,
) -> Result<Vec<(String, Value)>, Misfit> {
    match serde_json::to_value(record) {
        Ok(Json::Object(fields)) => {
            fields.into_iter().map(|(name, value)| Ok((name.clone(), cell(is_id(&name), value)?))).collect()
        }
        Ok(_) => Err(Misfit("only a record with named fields has columns".into())),
        Err(fault) => Err(Misfit(fault.to_string())),
    }
}

fn cell(is_id: bool, value: Json) -> Result<Value, Misfit> {
    Ok(match value {
        Json::Null => Value::Null,
        Json::Bool(flag) => Value::Integer(flag.into()),
        Json::Number(n) => {
            n.as_i64().map(Value::Integer).ok_or_else(|| Misfit("not a whole number".into()))?
        }
        Json::String(text) if is_id => {
            let id = uuid::Uuid::parse_str(&text).map_err(|e| Misfit(e.to_string()))?;
            Value::Blob(id.into_bytes().to_vec())
        }
        Json::String(text) => Value::Text(text),
        nested @ (Json::Array(_) | Json::Object(_)) => Value::Text(nested.to_string()),
    })
}

struct RowFields<'a>(Vec<(&'a str, Cell<'a>)>);

impl<'de> Deserializer<'de> for RowFields<'_> {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_map(MapDeserializer::new(self.0.into_iter()))
    }

    fn is_human_readable(&self) -> bool {
        false
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// One value of a row, read as the field wants it.
#[derive(Clone, Copy)]
struct Cell<'a>(ValueRef<'a>);

impl<'a> Cell<'a> {
    fn text(&self) -> Result<&'a str, Misfit> {
        self.0.as_str().map_err(|e| Misfit(e.to_string()))
    }
}

impl<'de> IntoDeserializer<'de, Misfit> for Cell<'_> {
    type Deserializer = Self;
    fn into_deserializer(self) -> Self {
        self
    }
}

/// Nested values are read from their JSON text into an owned tree first,
/// because the row's text does not live as long as the visitor may ask.
fn tree(text: &str) -> Result<serde_json::Value, Misfit> {
    serde_json::from_str(text).map_err(de::Error::custom)
}

impl<'de> Deserializer<'de> for Cell<'_> {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            ValueRef::Null => visitor.visit_unit(),
            ValueRef::Integer(i) => visitor.visit_i64(i),
            ValueRef::Real(r) => visitor.visit_f64(r),
            ValueRef::Text(_) => visitor.visit_str(self.text()?),
            ValueRef::Blob(b) => visitor.visit_bytes(b),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            ValueRef::Integer(i) => visitor.visit_bool(i != 0),
            _ => Err(Misfit("a flag is not 0 or 1".into())),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            ValueRef::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        let plain: StrDeserializer<'_, Misfit> = self.text()?.into_deserializer();
        plain.deserialize_enum(name, variants, visitor)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        tree(self.text()?)?.deserialize_seq(visitor).map_err(de::Error::custom)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        tree(self.text()?)?.deserialize_map(visitor).map_err(de::Error::custom)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        tree(self.text()?)?.deserialize_struct(name, fields, visitor).map_err(de::Error::custom)
    }

    fn is_human_readable(&self) -> bool {
        false
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        tuple tuple_struct identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::activity::{Activity, SapChoice, SourceAct};
    use crate::domain::ids::{ActivityId, RegistrantId};
    use rusqlite::{Connection, params_from_iter};

    #[test]
    fn a_record_comes_back_as_it_went() {
        let activity = Activity {
            id: ActivityId(uuid::Uuid::from_u128(7)),
            registrant: RegistrantId(uuid::Uuid::from_u128(9)),
            lep: "E".into(),
            sap: SapChoice::Attested("A03".into()),
            minutes: 45,
            hired: true,
            note: "È già tutto".into(),
            source: Some(SourceAct::Did),
            ..Activity::default()
        };
        let ids = ["id", "registrant", "psp_version", "measure"];
        let columns = columns(&activity, |name| ids.contains(&name)).unwrap();
        let names: Vec<String> = columns.iter().map(|(name, _)| name.clone()).collect();
        let db = Connection::open_in_memory().unwrap();
        let selected: Vec<String> =
            columns.iter().enumerate().map(|(i, (name, _))| format!("?{} AS \"{name}\"", i + 1)).collect();
        let mut statement = db.prepare(&format!("SELECT {}", selected.join(", "))).unwrap();
        let mut rows = statement.query(params_from_iter(columns.into_iter().map(|(_, v)| v))).unwrap();
        let back: Activity = read(rows.next().unwrap().unwrap(), names.iter().map(String::as_str)).unwrap();
        assert_eq!(back, activity);
    }
}
