//! The ways through the index.

use std::collections::BTreeMap;

use rusqlite::{Connection, Params, Result, Row, params};

use super::entry::{Kind, OTHER, SURNAME, TOWN};
use super::matching::Filter;
use super::query::{Code, Query};
use super::typo;
use super::{Hit, Hits, Reason};
use crate::store::convert::Day;

/// From so many people with a word on, the list is first walked in its order:
/// most often it gives fifty of them long before all are collected.
const BROAD: i64 = if cfg!(test) { 40 } else { 3000 }; // the tests have few people
/// Rows of that walk; then the other way is taken.
const WALK: i64 = if cfg!(test) { 150 } else { 6000 };
/// Rows looked at for one number: more only when next to nothing was typed.
const CODES: i64 = 2000;
/// Words somebody may have meant that are tried.
const MEANT: usize = 6;

pub(super) fn search(conn: &Connection, text: &str, limit: usize) -> Result<Hits> {
    // One transaction: all of it sees the same moment, and the file is locked
    // once, not once for each of fifty hits.
    let moment = if conn.is_autocommit() { Some(conn.unchecked_transaction()?) } else { None };
    let hits = at_once(conn, text, limit);
    drop(moment);
    hits
}

fn at_once(conn: &Connection, text: &str, limit: usize) -> Result<Hits> {
    let query = Query::parse(text);
    let mut found = Found::new(limit);
    direct(conn, &query, &mut found)?;
    if found.is_empty() && query.codes.is_empty() {
        joined(conn, &query, &mut found)?;
    }
    if found.is_empty() && query.codes.is_empty() {
        meant(conn, &query, &mut found)?;
    }
    found.into_hits(conn)
}

fn direct(conn: &Connection, query: &Query, found: &mut Found) -> Result<()> {
    if !query.codes.is_empty() {
        return by_code(conn, query, found);
    }
    if query.names.is_empty() {
        return Ok(());
    }
    by_name(conn, query, found, &(Reason::Name, String::new()))?;
    match query.names.as_slice() {
        // `rssmr` is the beginning of a fiscal code as well as of a name.
        [letters] if query.births.is_empty() && letters.len() >= 3 => {
            let code = Code { ways: vec![(Kind::FiscalCode, letters.clone())] };
            by_code(conn, &Query { codes: vec![code], ..Query::default() }, found)
        }
        _ => Ok(()),
    }
}

/// One way in is enough, the narrowest: everybody who has that word. If every
/// word may be a town instead, each in turn is the one that is of the name.
fn by_name(conn: &Connection, query: &Query, found: &mut Found, why: &Why) -> Result<()> {
    let ways: Vec<Way<'_>> = query.names.iter().map(|word| Way::new(conn, word)).collect::<Result<_>>()?;
    let filter = Filter::new(query, |word| ways.len() > 1 && ways.iter().any(|w| w.word == word && w.town));
    let narrowest = ways.iter().filter(|way| !way.town).min_by_key(|way| way.surname + way.other);
    match narrowest {
        Some(way) => way.walk(conn, &filter, found, why),
        None => ways.iter().try_for_each(|way| way.walk(conn, &filter, found, why)),
    }
}

/// One typed word as a way into the index.
struct Way<'q> {
    word: &'q str,
    /// People whose surname begins so.
    surname: i64,
    /// People with another word that begins so.
    other: i64,
    /// May it be the town?
    town: bool,
}

impl<'q> Way<'q> {
    fn new(conn: &Connection, word: &'q str) -> Result<Self> {
        let mut ask = conn.prepare_cached(
            "SELECT coalesce(sum(people), 0), coalesce(max(word = ?2), 0) FROM local_search_vocabulary
             WHERE kind = ?1 AND word >= ?2 AND word < ?3",
        )?;
        let mut count = |kind| {
            ask.query_row(params![kind, word, end(word)], |row| {
                Ok((row.get::<_, i64>(0)?, row.get::<_, bool>(1)?))
            })
        };
        let (towns, whole) = count(TOWN)?;
        // Short beginnings of towns would bring in half of the province.
        let town = towns > 0 && (whole || word.chars().count() >= 4);
        Ok(Self { word, surname: count(SURNAME)?.0, other: count(OTHER)?.0, town })
    }

    fn walk(&self, conn: &Connection, filter: &Filter<'_>, found: &mut Found, why: &Why) -> Result<()> {
        const COLUMNS: &str = "SELECT sort, person, words, born, towns FROM";
        if self.surname + self.other >= BROAD {
            let list = format!("{COLUMNS} local_search ORDER BY sort, person LIMIT ?1");
            if scan(conn, &list, [WALK], true, filter, found, why)? {
                return Ok(());
            }
        }
        let end = end(self.word);
        let range = [self.word, end.as_str()];
        let surnames = format!("{COLUMNS} local_search WHERE sort >= ?1 AND sort < ?2 ORDER BY sort, person");
        let others = format!("{COLUMNS} local_search_word WHERE word >= ?1 AND word < ?2");
        scan(conn, &surnames, range, true, filter, found, why)?;
        scan(conn, &others, range, false, filter, found, why)?;
        Ok(())
    }
}

/// Judges rows; in list order it may stop as soon as the list is full, and
/// tells so.
fn scan(
    conn: &Connection,
    sql: &str,
    params: impl Params,
    in_order: bool,
    filter: &Filter<'_>,
    found: &mut Found,
    why: &Why,
) -> Result<bool> {
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(params)?;
    let mut seen = 0;
    while let Some(row) = rows.next()? {
        if !fits(filter, row, 2)? {
            continue;
        }
        found.add(row.get_ref(0)?.as_str()?, row.get_ref(1)?.as_blob()?, why);
        seen += 1;
        if in_order && seen > found.limit {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Judges the columns words, born, towns from `first` on.
fn fits(filter: &Filter<'_>, row: &Row<'_>, first: usize) -> Result<bool> {
    let bytes = |column: usize| row.get_ref(column).and_then(|value| Ok(value.as_bytes()?));
    let words = bytes(first)?;
    Ok(filter.fits(words, || bytes(first + 1).unwrap_or_default(), || bytes(first + 2).unwrap_or_default()))
}

fn by_code(conn: &Connection, query: &Query, found: &mut Found) -> Result<()> {
    let mut all: Option<BTreeMap<Key, Why>> = None;
    for code in &query.codes {
        let mut these = with_code(conn, code)?;
        all = Some(match all {
            None => these,
            Some(mut others) => {
                others.retain(|key, _| these.remove(key).is_some());
                others
            }
        });
    }
    let ways: Vec<Way<'_>> = query.names.iter().map(|word| Way::new(conn, word)).collect::<Result<_>>()?;
    let filter = Filter::new(query, |word| ways.iter().any(|way| way.word == word && way.town));
    let plain = query.names.is_empty() && query.births.is_empty();
    let mut judge =
        conn.prepare_cached("SELECT words, born, towns FROM local_search WHERE sort = ?1 AND person = ?2")?;
    for ((sort, person), why) in all.unwrap_or_default() {
        let fits = plain || judge.query_row(params![sort, person], |row| fits(&filter, row, 0))?;
        if fits {
            found.add(&sort, &person, &why);
        }
    }
    Ok(())
}

fn with_code(conn: &Connection, code: &Code) -> Result<BTreeMap<Key, Why>> {
    let mut people = BTreeMap::new();
    let mut ask = conn.prepare_cached(
        "SELECT sort, person, code FROM local_search_code WHERE kind = ?1 AND code >= ?2 AND code < ?3
         ORDER BY code LIMIT ?4",
    )?;
    for (kind, text) in &code.ways {
        let reason = match kind {
            Kind::FiscalCode => Reason::FiscalCode,
            Kind::Phone | Kind::PhoneEnd => Reason::Phone,
            Kind::Email => Reason::Email,
            Kind::DidNumber => Reason::DidNumber,
            Kind::Protocol => Reason::Protocol,
            Kind::Document => Reason::Document,
        };
        let mut rows = ask.query(params![kind, text, end(text), CODES])?;
        while let Some(row) = rows.next()? {
            let key: Key = (row.get(0)?, row.get(1)?);
            let code: String = row.get(2)?;
            let shown = match kind {
                Kind::PhoneEnd => code.chars().rev().collect(),
                Kind::FiscalCode => code.to_uppercase(),
                _ => code,
            };
            people.entry(key).or_insert((reason, shown));
        }
    }
    Ok(people)
}

/// `de luca` typed of somebody registered as `DELUCA`.
fn joined(conn: &Connection, query: &Query, found: &mut Found) -> Result<()> {
    for place in 1..query.names.len() {
        let mut other = query.clone();
        let tail = other.names.remove(place);
        other.names[place - 1].push_str(&tail);
        by_name(conn, &other, found, &(Reason::Name, String::new()))?;
    }
    Ok(())
}

/// One typing error in one of the words.
fn meant(conn: &Connection, query: &Query, found: &mut Found) -> Result<()> {
    for (place, typed) in query.names.iter().enumerate().filter(|(_, typed)| typed.chars().count() >= 4) {
        for word in close_words(conn, typed)? {
            let mut other = query.clone();
            other.names[place].clone_from(&word);
            by_name(conn, &other, found, &(Reason::Similar, word))?;
        }
    }
    Ok(())
}

/// The words of names close to the typed one, the commonest first.
fn close_words(conn: &Connection, typed: &str) -> Result<Vec<String>> {
    let mut all = conn.prepare_cached("SELECT word, people FROM local_search_vocabulary WHERE kind < ?1")?;
    let mut rows = all.query([TOWN])?;
    let mut close: BTreeMap<String, i64> = BTreeMap::new();
    let typed = typo::Typed::new(typed);
    while let Some(row) = rows.next()? {
        let word = row.get_ref(0)?.as_str()?;
        if typed.close(word) {
            *close.entry(word.to_owned()).or_default() += row.get::<_, i64>(1)?;
        }
    }
    let mut words: Vec<_> = close.into_iter().collect();
    words.sort_by_key(|(_, people)| std::cmp::Reverse(*people));
    Ok(words.into_iter().take(MEANT).map(|(word, _)| word).collect())
}

/// Place in the list: sort text and person.
type Key = (String, Vec<u8>);
/// Why somebody is in it, and the word or number that fitted.
type Why = (Reason, String);

/// The first of the list so far: one more than asked for, to know that there
/// are more.
struct Found {
    limit: usize,
    people: BTreeMap<Key, Why>,
}

impl Found {
    fn new(limit: usize) -> Self {
        Self { limit, people: BTreeMap::new() }
    }

    fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    fn add(&mut self, sort: &str, person: &[u8], why: &Why) {
        let full = self.people.len() > self.limit;
        let beyond = |last: &Key| (sort, person) > (last.0.as_str(), last.1.as_slice());
        if full && self.people.last_key_value().is_some_and(|(last, _)| beyond(last)) {
            return;
        }
        self.people.entry((sort.to_owned(), person.to_owned())).or_insert_with(|| why.clone());
        if self.people.len() > self.limit + 1 {
            self.people.pop_last();
        }
    }

    fn into_hits(self, conn: &Connection) -> Result<Hits> {
        let mut shown = conn.prepare_cached(
            "SELECT person, surname, name, nullif(born, ''), fiscal_code FROM local_search
             WHERE sort = ?1 AND person = ?2",
        )?;
        let more = self.people.len() > self.limit;
        let mut rows = Vec::with_capacity(self.people.len());
        for ((sort, person), (reason, matched)) in self.people.into_iter().take(self.limit) {
            rows.push(shown.query_row(params![sort, person], |row| {
                Ok(Hit {
                    registrant: row.get(0)?,
                    surname: row.get(1)?,
                    name: row.get(2)?,
                    birth_date: row.get::<_, Option<Day>>(3)?.map(|day| day.0),
                    fiscal_code: row.get(4)?,
                    reason,
                    matched,
                })
            })?);
        }
        Ok(Hits { rows, more })
    }
}

/// Just after everything that begins with the text.
fn end(start: &str) -> String {
    format!("{start}\u{10ffff}")
}
