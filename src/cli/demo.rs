//! `sportello demo`: a throwaway office of invented people.

use std::io::Write;

use tempfile::TempDir;

use super::args::{DemoArgs, Global};
use super::{desk, out};
use crate::app::entrance::Invented;
use crate::clock::Clock;
use crate::demo;
use crate::desk::opening;
use crate::fault::{Fault, Result};

/// Makes the office and opens the desk on it, or says where it is. Without a
/// folder of its own it goes when the desk is closed.
///
/// # Errors
/// The folder already has an office or cannot be written; as the desk.
pub fn run(args: &DemoArgs, global: &Global, to: &mut impl Write) -> Result<u8> {
    // Lives as long as the desk is open.
    let temporary = if args.dir.is_none() { Some(temporary()?) } else { None };
    let dir = args.dir.clone().or(temporary.as_ref().map(|t| t.path().to_owned())).unwrap_or_default();
    let now = global.clock().now();
    let (people, seed) = (args.people, args.seed);
    if args.no_ui {
        let desk = demo::generate(&dir, people, seed, now)?;
        let people = desk.store().read().count_registrants()?;
        writeln!(to, "{}", dir.display()).and_then(|()| to.flush()).map_err(out::unwritable)?;
        // Here it is what was asked for; told to nobody it would stay unknown.
        let _ = temporary.map(TempDir::keep);
        out::tell(&format!("Ufficio di prova con {people} persone inventate. Per aprirlo:"));
        out::tell(&format!("  sportello --office {}", dir.display()));
        return Ok(super::DONE);
    }
    let asked = global.user.clone();
    let make = move || {
        let mut desk = demo::generate(&dir, people, seed, now)?;
        let first = demo::office::operators().into_iter().next();
        let username = asked.or(first.map(|first| first.username)).unwrap_or_default();
        opening::sign_in(&mut desk, &username)?;
        Ok(Invented { dir, desk, username })
    };
    desk::open(make, Clock::running(now), global)
}

fn temporary() -> Result<TempDir> {
    tempfile::Builder::new().prefix("sportello-demo-").tempdir().map_err(|e| {
        Fault::outside("La cartella temporanea non si può creare.").hint("Indicarne una con --dir.").cause(e)
    })
}
