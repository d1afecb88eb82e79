//! The office file can be trusted: programs killed at any moment, disks that
//! fill up at any write, files tampered with in any way.
//!
//! A small count by day, the large one with `NIGHTLY` set; `TRUST_COUNT` gives
//! another, `TRUST_SEED` other dice. A failure says seed and number;
//! `TRUST_ALONE` does one tampering again.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]
#![cfg(unix)]

#[path = "../house/mod.rs"]
mod house;
#[path = "../pty/mod.rs"]
mod pty;

mod full;
mod killed;
mod material;
mod outside;
mod planted;
mod tampered;
mod typed;

use std::path::Path;

use sportello::clock::Clock;
use sportello::desk::{Desk, IdSource};
use sportello::documents::reprint;
use sportello::fault::Result;
use sportello::store::{Options, Store, keys};

/// How many: few by day, many by night, or as many as were asked for.
fn count(day: usize, night: usize) -> usize {
    let asked = std::env::var("TRUST_COUNT").ok().and_then(|text| text.parse().ok());
    asked.unwrap_or(if std::env::var_os("NIGHTLY").is_some() { night } else { day })
}

/// What the dice begin with.
fn seed(usual: u64) -> u64 {
    std::env::var("TRUST_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

/// The office as whoever signs in opens it.
fn open(dir: &Path) -> Result<Desk> {
    let key = keys::unlock(dir, "bianchi", "sportello")?;
    let store = Store::open(dir, &key, Options { check: false, throwaway: true })?;
    Desk::new(store, Clock::Fixed(house::now()), IdSource::seeded(9))
}

/// What the whole check has to say; empty when all is in order.
fn complaints(desk: &mut Desk) -> Vec<String> {
    let done = desk.verify("bianchi", |words| reprint::words(words).is_ok(), |_| Ok(())).unwrap();
    done.into_iter()
        .flat_map(|check| check.found.wrong.into_iter().map(move |said| format!("{}: {said}", check.name)))
        .collect()
}
