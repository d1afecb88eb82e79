//! What encryption costs a search: the same office in an encrypted file and in
//! a plain one, the same searches on both, one after the other.

use std::time::{Duration, Instant};

use chrono::Days;
use rusqlite::Connection;

use super::tests::{act, person};
use crate::domain::registrant::Registrant;
use crate::store::connection::{Use, connect};
use crate::store::open::{DATA_FILE, Options, tests::office};
use crate::store::write::Read;

const PEOPLE: u128 = 30_000;
const SEARCHES: usize = 3_000;
/// How much dearer all the searches together may be.
const AIM: f64 = 1.25;

const STEMS: &[&str] =
    &["Ros", "Bian", "Ferr", "Col", "Espo", "Rom", "Ric", "Gal", "Gre", "Con", "Man", "Mor"];
const ENDS: &[&str] =
    &["si", "chi", "ari", "ombo", "sito", "ano", "ci", "lo", "co", "ti", "cini", "etti", "ini"];
const NAMES: &[&str] =
    &["Maria", "Anna", "Marco", "Giulia", "Luca", "Sara", "Paolo", "Elena", "Ivan", "Olga", "Amir", "Li"];

/// Somebody invented, always the same for the same number.
fn invented(number: u128) -> Registrant {
    let pick = |from: &[&str], step: u128| from[(number / step % from.len() as u128) as usize].to_owned();
    let surname = pick(STEMS, 1) + &pick(ENDS, 12) + &pick(ENDS, 156);
    let mut one = person(number, &surname, &pick(NAMES, 7), (1960, 1, 1));
    one.birth_date = one.birth_date.and_then(|day| day.checked_add_days(Days::new((number % 17_000) as u64)));
    one.mobile = format!("333 {number:07}");
    one.email = format!("p{number}@esempio.invalid");
    one
}

/// What is typed for one: some letters of the name, a year, a telephone.
fn typed(one: &Registrant, turn: usize) -> String {
    let some = |text: &str, letters: usize| text.chars().take(letters).collect::<String>();
    match turn % 5 {
        0 => format!("{} {}", one.surname, one.name),
        1 => format!("{} {}", some(&one.surname, 4), some(&one.name, 3)),
        2 => one.mobile.clone(),
        3 => some(&one.email, 5),
        _ => some(&one.surname, 6),
    }
}

#[test]
#[ignore = "a minute, and other work on the computer spoils it"]
fn encryption_costs_searches_a_quarter_at_most() {
    let (dir, mut store, key) = office(Options { throwaway: true, ..Options::default() });
    store
        .batch(|store| {
            (1..=PEOPLE).for_each(|number| act(store, number, |tx| tx.insert(&invented(number))));
            Ok(())
        })
        .unwrap();
    let plain = dir.path().join("plain.db");
    let export = format!(
        "ATTACH '{}' AS plain KEY ''; SELECT sqlcipher_export('plain'); DETACH plain",
        plain.display()
    );
    store.conn.execute_batch(&export).unwrap();
    drop(store);
    let sealed = connect(&dir.path().join(DATA_FILE), &key, Use::Write).unwrap();
    let plain = Connection::open(plain).unwrap();
    plain.execute_batch("PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768").unwrap();
    plain.set_prepared_statement_cache_capacity(512);
    let timed = |conn: &Connection, text: &str| {
        let start = Instant::now();
        let found = Read::new(conn).search(text, 20).unwrap().rows.len();
        (start.elapsed(), found)
    };
    let mut sums = [Duration::ZERO; 2];
    for turn in 0..SEARCHES {
        let text = typed(&invented(1 + turn as u128 * 7_919 % PEOPLE), turn);
        // Who comes second finds the words of the processor warm: by turns.
        let pair = if turn % 2 == 0 { [&sealed, &plain] } else { [&plain, &sealed] };
        let [(first, one), (second, other)] = pair.map(|conn| timed(conn, &text));
        assert_eq!(one, other, "{text}");
        sums[turn % 2] += first;
        sums[1 - turn % 2] += second;
    }
    let [sealed, plain] = sums.map(|sum| sum.as_secs_f64() * 1e3 / SEARCHES as f64);
    let ratio = sealed / plain;
    println!(
        "{PEOPLE} people: {sealed:.3} ms a search, {plain:.3} ms in a plain file: {ratio:.2} (aim {AIM})"
    );
    assert!(ratio <= AIM, "{ratio:.2}");
}
