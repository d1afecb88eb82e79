//! `sportello demo`: a throwaway office of invented people.

use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;

use super::args::{DemoArgs, Global};
use super::office::Session;
use super::{desk, out};
use crate::clock::Clock;
use crate::demo;
use crate::desk::Desk;
use crate::fault::{Fault, Result};

/// Makes the office and opens the desk on it, or says where it is.
///
/// # Errors
/// The folder already has an office or cannot be written; as the desk.
pub fn run(args: &DemoArgs, global: &Global, to: &mut impl Write) -> Result<u8> {
    let dir = folder(args.dir.as_deref())?;
    let now = global.clock().now();
    let desk = generate(&dir, args, now, global.now.map_or(Clock::System, Clock::running))?;
    let people = desk.store().read().count_registrants()?;
    if args.no_ui {
        writeln!(to, "{}", dir.display()).map_err(out::unwritable)?;
        out::tell(&format!("Ufficio di prova con {people} persone inventate. Per aprirlo:"));
        out::tell(&format!("  sportello --office {}", dir.display()));
        return Ok(super::DONE);
    }
    let by = demo::office::operators().into_iter().next().map(|first| first.username).unwrap_or_default();
    desk::open(Session { desk, by, throwaway: true }, global)
}

/// PENDING: `demo::generate(dir, people, seed, now)` takes the place of this
/// body when it lands; until then the office has its operators and nobody else.
fn generate(dir: &Path, args: &DemoArgs, now: NaiveDateTime, clock: Clock) -> Result<Desk> {
    let _ = args.people;
    demo::office::found(dir, clock, args.seed, now)
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
