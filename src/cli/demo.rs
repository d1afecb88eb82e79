//! `sportello demo`: a throwaway office of invented people.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::args::{DemoArgs, Global};
use super::{desk, out};
use crate::app::entrance::Invented;
use crate::clock::Clock;
use crate::demo;
use crate::desk::opening;
use crate::fault::{Fault, Result};

/// Makes the office and opens the desk on it, or says where it is.
///
/// # Errors
/// The folder already has an office or cannot be written; as the desk.
pub fn run(args: &DemoArgs, global: &Global, to: &mut impl Write) -> Result<u8> {
    let dir = folder(args.dir.as_deref())?;
    let now = global.clock().now();
    let (people, seed) = (args.people, args.seed);
    if args.no_ui {
        let desk = demo::generate(&dir, people, seed, now)?;
        let people = desk.store().read().count_registrants()?;
        writeln!(to, "{}", dir.display()).map_err(out::unwritable)?;
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

/// The folder asked for, else a new temporary one that stays.
fn folder(asked: Option<&Path>) -> Result<PathBuf> {
    if let Some(dir) = asked {
        return Ok(dir.to_owned());
    }
    let made = tempfile::Builder::new().prefix("sportello-demo-").tempdir();
    made.map(tempfile::TempDir::keep).map_err(|e| {
        Fault::outside("La cartella temporanea non si può creare.").hint("Indicarne una con --dir.").cause(e)
    })
}
