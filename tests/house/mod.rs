//! Offices to do bad things to, and the program run on them as somebody with
//! no privileges.
#![allow(dead_code, clippy::unwrap_used, reason = "each test uses its part; unwraps are for tests")]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;
use std::time::SystemTime;

use chrono::{NaiveDate, NaiveDateTime};
use sportello::clock::Clock;
use sportello::demo::office as example;
use sportello::desk::opening::{self, OfficeKind};
use tempfile::TempDir;

pub const PASSWORD: &str = "pàssword";

/// Monday 23 November 2026, 10:42.
pub fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(10, 42, 0).unwrap()
}

/// Of invented people, with nobody in it; made once, copied for each test.
static INVENTED: LazyLock<TempDir> = LazyLock::new(|| {
    let dir = tempfile::tempdir().unwrap();
    drop(example::found(dir.path(), Clock::Fixed(now()), 1, now()).unwrap());
    dir
});

/// With a password, as of real people.
static REAL: LazyLock<TempDir> = LazyLock::new(|| {
    let dir = tempfile::tempdir().unwrap();
    let operator = example::operators().remove(0);
    let office = example::office();
    drop(opening::found(dir.path(), OfficeKind::Real, office, operator, PASSWORD, Clock::System).unwrap());
    dir
});

/// A folder to work in; offices are made inside.
pub struct House {
    pub folder: TempDir,
}

impl House {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A file with these bytes, read by its owner only.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, bytes).unwrap();
        mode(&path, 0o600);
        path
    }

    /// A copy of the office of invented people, without its lock file: as a
    /// backup gives it back.
    pub fn invented(&self, name: &str) -> PathBuf {
        copy(INVENTED.path(), &self.path(name))
    }

    /// A copy of the office with a password.
    pub fn real(&self, name: &str) -> PathBuf {
        copy(REAL.path(), &self.path(name))
    }

    /// The program as somebody with no privileges, knowing of no office.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = unprivileged();
        command.arg(env!("CARGO_BIN_EXE_sportello")).args(args);
        command.env_clear().env("PATH", std::env::var_os("PATH").unwrap());
        command.env("HOME", self.folder.path()).stdin(Stdio::null());
        command
    }

    pub fn run(&self, args: &[&str]) -> Said {
        Said::of(self.command(args).output().unwrap())
    }

    /// Runs `script` with sh, where `$0` is the program.
    pub fn shell(&self, script: &str, args: &[&str]) -> Said {
        let mut command = unprivileged();
        command.args(["sh", "-c", script, env!("CARGO_BIN_EXE_sportello")]).args(args);
        command.env_clear().env("PATH", std::env::var_os("PATH").unwrap());
        command.env("HOME", self.folder.path()).stdin(Stdio::null());
        Said::of(command.output().unwrap())
    }
}

/// Root reads and writes everything, so for root the privileges are dropped:
/// what a test says of permissions is true whoever runs it.
pub fn unprivileged() -> Command {
    let root = fs::metadata("/proc/self").unwrap().uid() == 0;
    let mut command = Command::new(if root { "setpriv" } else { "env" });
    if root {
        command.args(["--bounding-set=-all", "--inh-caps=-all", "--no-new-privs"]);
    }
    command
}

pub fn copy(from: &Path, to: &Path) -> PathBuf {
    fs::create_dir_all(to).unwrap();
    // A copy comes without what was noted of another file in its place.
    let _ = fs::remove_file(to.join("office.lock"));
    for file in ["office.db", "office.keys"] {
        fs::copy(from.join(file), to.join(file)).unwrap();
    }
    to.to_owned()
}

pub fn mode(path: &Path, bits: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(bits)).unwrap();
}

pub fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Everything in a folder: names, bytes, when each was last changed. Times of
/// folders are left out: a lock file comes and goes.
pub fn contents(dir: &Path) -> BTreeMap<PathBuf, (Vec<u8>, Option<SystemTime>)> {
    let mut all = BTreeMap::new();
    let Ok(entries) = fs::read_dir(dir) else { return all };
    for path in entries.map(|entry| entry.unwrap().path()) {
        let about = fs::symlink_metadata(&path).unwrap();
        if about.is_dir() {
            all.insert(path.clone(), (b"folder".to_vec(), None));
            all.extend(contents(&path));
        } else {
            let bytes = if about.is_file() { fs::read(&path).unwrap_or_default() } else { Vec::new() };
            all.insert(path, (bytes, about.modified().ok()));
        }
    }
    all
}

/// What the program said.
#[derive(Debug)]
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Said {
    pub fn of(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or_else(|| panic!("{output:?}")),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// This code and these words, in a plain sentence that says what to do.
    #[track_caller]
    pub fn refused(&self, code: i32, says: &str) {
        assert_eq!(self.code, code, "{says}: {self:?}");
        assert!(self.err.contains(says), "not «{says}»: {self:?}");
        assert!(self.out.is_empty(), "{self:?}");
        self.is_plain();
    }

    /// One line of Italian, with what to do; no words of machines, no path.
    #[track_caller]
    pub fn is_plain(&self) {
        let lines: Vec<&str> = self.err.lines().collect();
        assert_eq!(lines.len(), 1, "one line: {self:?}");
        let sentences = lines[0].split(". ").count();
        assert!(sentences >= 2 && lines[0].ends_with('.'), "what, and what to do: {self:?}");
        assert!(lines[0].chars().count() < 220, "{self:?}");
        let small = lines[0].to_lowercase();
        for jargon in [
            "sqlite", "sql", "os error", "errno", "no such", "denied", "database", "panic", "lock", "json",
            "i/o", "none", "ok(", "err(", "/tmp", "wal", "thread", "byte", "inode", "rust",
        ] {
            assert!(!small.contains(jargon), "«{jargon}» in {self:?}");
        }
    }
}
