//! The search as a derived table: what it watches, how a person is written
//! anew, how all of it is built from the records.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, params};

use super::entry::{Entry, Kind, OTHER, SURNAME, Source, TOWN};
use crate::domain::ids::RegistrantId;
use crate::fault::Result;
use crate::store::Store;
use crate::store::convert::Day;
use crate::store::derived::{Columns, Derived, Owner, People, Watched};
use crate::store::errors::{adding_own, fault};

/// The search as the store keeps it.
pub(in crate::store) const SEARCH: Derived = Derived {
    tables: &["local_search", "local_search_word", "local_search_code", "local_search_vocabulary"],
    watched: &[
        Watched {
            table: "registrant",
            columns: Columns::Named(&[
                "fiscal_code",
                "surname",
                "name",
                "birth_date",
                "birth_place",
                "residence_place",
                "domicile_place",
                "mobile",
                "phone",
                "email",
                "pec",
            ]),
            owner: Owner::Itself,
        },
        Watched {
            table: "did",
            columns: Columns::Named(&["inps_reference", "national_id"]),
            owner: Owner::Registrant,
        },
        Watched { table: "document", columns: Columns::Named(&["number"]), owner: Owner::Registrant },
    ],
    refresh,
    rebuild: |conn| rebuild(conn).map_err(fault),
    is_missing,
    ready: |_| Ok(()),
};

/// Writes anew these people.
fn refresh(conn: &Connection, people: &People) -> Result<()> {
    people.iter().try_for_each(|person| reindex(conn, person)).map_err(adding_own)
}

/// Are there people and no search? So after a migration that made its tables.
fn is_missing(conn: &Connection) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM registrant) AND NOT EXISTS (SELECT 1 FROM local_search)";
    conn.query_row(sql, [], |row| row.get(0)).map_err(fault)
}

impl Store {
    /// Builds the whole search again from the records.
    ///
    /// # Errors
    /// When the file cannot be read or written; the search is as before then.
    pub fn rebuild_search(&mut self) -> Result<()> {
        self.batch(|store| rebuild(&store.conn).map_err(fault))
    }
}

fn rebuild(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute_batch(
        "DELETE FROM local_search; DELETE FROM local_search_word; DELETE FROM local_search_code;
         DELETE FROM local_search_vocabulary;",
    )?;
    let people: Vec<Vec<u8>> = conn
        .prepare("SELECT id FROM registrant")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let mut vocabulary: BTreeMap<(i64, String), i64> = BTreeMap::new();
    for person in people {
        let Some(source) = source(conn, &person)? else { continue };
        let entry = Entry::of(&source);
        put(conn, &source, &entry)?;
        for (kind, word) in entry.vocabulary() {
            *vocabulary.entry((kind, word.to_owned())).or_default() += 1;
        }
    }
    let mut add =
        conn.prepare("INSERT INTO local_search_vocabulary (kind, word, people) VALUES (?1, ?2, ?3)")?;
    for ((kind, word), people) in vocabulary {
        add.execute(params![kind, word, people])?;
    }
    Ok(())
}

fn reindex(conn: &Connection, person: &Vec<u8>) -> rusqlite::Result<()> {
    let source = source(conn, person)?;
    let after = source.as_ref().map(Entry::of);
    let before = found(conn, person)?;
    let shown = |s: &Source| (s.surname.clone(), s.name.clone(), s.fiscal_code.clone());
    if let (Some((was, names)), Some(now), Some(source)) = (&before, &after, &source)
        && *names == shown(source)
        && was.has_words_of(now)
    {
        return recode(conn, source, was, now);
    }
    if let Some((before, _)) = &before {
        take_out(conn, person, before)?;
        count(conn, before, -1)?;
    }
    if let (Some(source), Some(after)) = (&source, &after) {
        put(conn, source, after)?;
        count(conn, after, 1)?;
    }
    Ok(())
}

/// Codes changed and no word did: most edits, a telephone, a number received.
/// Only the rows that differ are written, each a page less to keep.
fn recode(conn: &Connection, source: &Source, was: &Entry, now: &Entry) -> rusqlite::Result<()> {
    let mut gone =
        conn.prepare_cached("DELETE FROM local_search_code WHERE kind = ?1 AND code = ?2 AND person = ?3")?;
    for (kind, code) in was.codes.iter().filter(|code| !now.codes.contains(code)) {
        gone.execute(params![kind, code, source.person])?;
    }
    let mut come = conn.prepare_cached(ADD_CODE)?;
    for (kind, code) in now.codes.iter().filter(|code| !was.codes.contains(code)) {
        come.execute(params![kind, code, source.person, now.sort])?;
    }
    Ok(())
}

const ADD_CODE: &str = "INSERT INTO local_search_code (kind, code, person, sort) VALUES (?1, ?2, ?3, ?4)";

/// The columns shown in the list: surname, name, fiscal code.
type Shown = (String, String, String);

/// What the search now holds of a person.
fn found(conn: &Connection, person: &Vec<u8>) -> rusqlite::Result<Option<(Entry, Shown)>> {
    let words = |text: String| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let row = conn
        .prepare_cached(
            "SELECT sort, born, words, towns, surname, name, fiscal_code FROM local_search WHERE person = ?1",
        )?
        .query_row([person], |row| {
            let entry = Entry {
                sort: row.get(0)?,
                born: row.get(1)?,
                words: words(row.get(2)?),
                towns: words(row.get(3)?),
                codes: Vec::new(),
            };
            Ok((entry, (row.get(4)?, row.get(5)?, row.get(6)?)))
        })
        .optional()?;
    let Some((mut entry, shown)) = row else { return Ok(None) };
    entry.towns.retain(|town| !town.is_empty());
    entry.codes = conn
        .prepare_cached("SELECT kind, code FROM local_search_code WHERE person = ?1 ORDER BY kind, code")?
        .query_map([person], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Some((entry, shown)))
}

fn take_out(conn: &Connection, person: &Vec<u8>, entry: &Entry) -> rusqlite::Result<()> {
    let mut word =
        conn.prepare_cached("DELETE FROM local_search_word WHERE word = ?1 AND sort = ?2 AND person = ?3")?;
    for other in entry.others() {
        word.execute(params![other, entry.sort, person])?;
    }
    conn.prepare_cached("DELETE FROM local_search_code WHERE person = ?1")?.execute([person])?;
    conn.prepare_cached("DELETE FROM local_search WHERE sort = ?1 AND person = ?2")?
        .execute(params![entry.sort, person])?;
    Ok(())
}

fn put(conn: &Connection, source: &Source, entry: &Entry) -> rusqlite::Result<()> {
    let (words, towns) = (entry.words.join(" "), entry.towns.join(" "));
    conn.prepare_cached(
        "INSERT INTO local_search (sort, person, born, words, towns, surname, name, fiscal_code)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![
        entry.sort,
        source.person,
        entry.born,
        words,
        towns,
        source.surname,
        source.name,
        source.fiscal_code
    ])?;
    let mut word = conn.prepare_cached(
        "INSERT INTO local_search_word (word, sort, person, born, words, towns) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    for other in entry.others() {
        word.execute(params![other, entry.sort, source.person, entry.born, words, towns])?;
    }
    let mut code = conn.prepare_cached(ADD_CODE)?;
    for (kind, text) in &entry.codes {
        code.execute(params![kind, text, source.person, entry.sort])?;
    }
    Ok(())
}

fn count(conn: &Connection, entry: &Entry, by: i64) -> rusqlite::Result<()> {
    let mut add = conn.prepare_cached(
        "INSERT INTO local_search_vocabulary (kind, word, people) VALUES (?1, ?2, ?3)
         ON CONFLICT DO UPDATE SET people = people + ?3",
    )?;
    for (kind, word) in entry.vocabulary() {
        add.execute(params![kind, word, by])?;
        if by < 0 {
            conn.prepare_cached(
                "DELETE FROM local_search_vocabulary WHERE kind = ?1 AND word = ?2 AND people <= 0",
            )?
            .execute(params![kind, word])?;
        }
    }
    Ok(())
}

impl Entry {
    /// Is it the same but for its codes?
    fn has_words_of(&self, other: &Self) -> bool {
        let Self { sort, born, words, towns, codes: _ } = self;
        (sort, born, words, towns) == (&other.sort, &other.born, &other.words, &other.towns)
    }

    fn vocabulary(&self) -> impl Iterator<Item = (i64, &str)> {
        let surname = self.words.first().map(|word| (SURNAME, word.as_str()));
        let others = self.others().map(|word| (OTHER, word));
        let towns = self.towns.iter().map(|word| (TOWN, word.as_str()));
        surname.into_iter().chain(others).chain(towns).filter(|(_, word)| !word.is_empty())
    }
}

fn source(conn: &Connection, person: &Vec<u8>) -> rusqlite::Result<Option<Source>> {
    let source = conn
        .prepare_cached(
            "SELECT id, surname, name, fiscal_code, birth_date, domicile_place, residence_place, birth_place,
                    mobile, phone, email, pec
             FROM registrant WHERE id = ?1",
        )?
        .query_row([person], |row| {
            Ok(Source {
                person: row.get::<_, RegistrantId>(0)?,
                surname: row.get(1)?,
                name: row.get(2)?,
                fiscal_code: row.get(3)?,
                birth_date: row.get::<_, Option<Day>>(4)?.map(|day| day.0),
                places: [row.get(5)?, row.get(6)?, row.get(7)?],
                phones: [row.get(8)?, row.get(9)?],
                emails: [row.get(10)?, row.get(11)?],
                did_numbers: Vec::new(),
                protocols: Vec::new(),
                documents: Vec::new(),
            })
        })
        .optional()?;
    let Some(mut source) = source else { return Ok(None) };
    let mut dids =
        conn.prepare_cached("SELECT national_id, inps_reference FROM did WHERE registrant = ?1 ORDER BY id")?;
    let mut rows = dids.query([person])?;
    while let Some(row) = rows.next()? {
        source.did_numbers.push(row.get(0)?);
        source.protocols.push(row.get(1)?);
    }
    source.documents = conn
        .prepare_cached("SELECT number FROM document WHERE registrant = ?1 ORDER BY id")?
        .query_map([person], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Some(source))
}

impl rusqlite::ToSql for Kind {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        Ok((*self as i64).into())
    }
}

impl rusqlite::types::FromSql for Kind {
    fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
        let found = value.as_i64()?;
        let all = [
            Self::FiscalCode,
            Self::Phone,
            Self::PhoneEnd,
            Self::Email,
            Self::DidNumber,
            Self::Protocol,
            Self::Document,
        ];
        all.into_iter()
            .find(|kind| *kind as i64 == found)
            .ok_or(rusqlite::types::FromSqlError::OutOfRange(found))
    }
}
