//! A stream of commands of every kind, and what the office is after each.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use sportello::clock::Clock;
use sportello::demo;
use sportello::desk::Desk;
use sportello::desk::replay::{Trust, recorded, replay};
use tempfile::TempDir;

use crate::{house, open};

/// Lines of the founding: the office and its six operators.
const FOUNDING: usize = 7;

/// The commands of an invented office, and the digest of its data after each.
pub struct Stream {
    folder: TempDir,
    /// What comes after the founding, as `recorded` writes it.
    pub lines: Vec<String>,
    /// The digest after so many of the lines.
    pub digests: Vec<String>,
}

/// Made once.
pub static STREAM: LazyLock<Stream> = LazyLock::new(Stream::make);

impl Stream {
    fn make() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let whole = folder.path().join("intero");
        let desk = demo::generate(&whole, 12, 7, house::now()).unwrap();
        let mut lines = commands(&desk);
        let after = lines.split_off(FOUNDING);
        let founded = folder.path().join("fondato");
        let mut desk = demo::office::found_empty(&founded, Clock::Fixed(house::now()), 7).unwrap();
        give(&mut desk, &lines);
        drop(desk);
        let mut desk = open(&house::copy(&founded, &folder.path().join("passo"))).unwrap();
        let mut digests = vec![desk.store().digest().unwrap()];
        for line in &after {
            give(&mut desk, std::slice::from_ref(line));
            digests.push(desk.store().digest().unwrap());
        }
        drop(desk);
        fs::remove_dir_all(&whole).unwrap();
        Self { folder, lines: after, digests }
    }

    /// A copy of the office before the first of the lines.
    pub fn begin(&self, to: &Path) -> PathBuf {
        let _ = fs::remove_dir_all(to);
        house::copy(&self.folder.path().join("fondato"), to)
    }

    /// How many of the lines an office has, whole: nothing half, nothing that
    /// was not in them, every check in order.
    pub fn held(&self, dir: &Path) -> usize {
        let mut desk = open(dir).unwrap();
        let lines = commands(&desk).split_off(FOUNDING);
        assert!(lines == self.lines[..lines.len()], "{} lines are not the first ones", lines.len());
        assert_eq!(desk.store().digest().unwrap(), self.digests[lines.len()], "after {}", lines.len());
        let said = crate::complaints(&mut desk);
        assert!(said.is_empty(), "{said:?}");
        lines.len()
    }
}

/// Every recorded command.
fn commands(desk: &Desk) -> Vec<String> {
    let mut all = Vec::new();
    recorded(desk, &mut all).unwrap();
    String::from_utf8(all).unwrap().lines().map(str::to_owned).collect()
}

/// Gives lines to a desk, which takes them all.
pub fn give(desk: &mut Desk, lines: &[String]) {
    let input = lines.join("\n");
    let tally = replay(desk, input.as_bytes(), std::io::sink(), &Trust::Given).unwrap();
    assert_eq!(tally.accepted, lines.len());
}
