//! A real terminal with somebody at its keys: starts the program on a
//! pseudo-terminal, sends keys by name, waits for what the screen says.
#![allow(dead_code, clippy::unwrap_used, reason = "each test uses its part; unwraps are for tests")]

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use chrono::{NaiveDate, NaiveDateTime};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};

/// How long anything may take on a busy machine.
const DEADLINE: Duration = Duration::from_secs(30);

/// The hour of the offices made here: Monday 23 November 2026, 10:42.
pub fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(10, 42, 0).unwrap()
}

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).unwrap()
}

/// Makes an office of invented people in a folder of its own.
pub fn office(people: u32) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    drop(sportello::demo::generate(dir.path(), people, 7, now()).unwrap());
    dir
}

/// Another office with the same files.
pub fn copy_of(office: &Path) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for file in std::fs::read_dir(office).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), dir.path().join(file.file_name())).unwrap();
    }
    dir
}

/// What the program asks of a terminal that knows brackets around a paste.
const DOES_IT_BRACKET: &[u8] = b"\x1b[?2004$p";

type Master = Arc<Mutex<Box<dyn MasterPty + Send>>>;

/// A terminal: what it shows, and the way in.
pub struct Pair {
    master: Master,
    slave: Mutex<Box<dyn SlavePty + Send>>,
    keys: Arc<Mutex<Box<dyn Write + Send>>>,
    glass: Arc<Mutex<vt100::Parser>>,
    written: Arc<Mutex<Vec<u8>>>,
    brackets: Arc<AtomicBool>,
}

impl Pair {
    /// A new window.
    pub fn open((columns, rows): (u16, u16)) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let glass = Arc::new(Mutex::new(vt100::Parser::new(cells(rows), cells(columns), 0)));
        let written = Arc::new(Mutex::new(Vec::new()));
        let keys = Arc::new(Mutex::new(pair.master.take_writer().unwrap()));
        let brackets = Arc::new(AtomicBool::new(true));
        let mut output = pair.master.try_clone_reader().unwrap();
        let (seen, log, answer, knows) =
            (Arc::clone(&glass), Arc::clone(&written), Arc::clone(&keys), Arc::clone(&brackets));
        std::thread::spawn(move || {
            let mut bytes = [0; 65536];
            while let Ok(count) = output.read(&mut bytes) {
                if count == 0 {
                    break;
                }
                let bytes = &bytes[..count];
                seen.lock().unwrap().process(bytes);
                log.lock().unwrap().extend_from_slice(bytes);
                let asked = bytes.windows(DOES_IT_BRACKET.len()).any(|part| part == DOES_IT_BRACKET);
                if asked && knows.load(Ordering::Relaxed) {
                    let _ = answer.lock().unwrap().write_all(b"\x1b[?2004;1$y");
                }
            }
        });
        let master = Arc::new(Mutex::new(pair.master));
        Self { master, slave: Mutex::new(pair.slave), keys, glass, written, brackets }
    }

    /// How the terminal is set, all of it, as `stty` writes and reads it.
    pub fn settings(&self) -> String {
        self.stty("-a")
    }

    /// Sets the terminal as another program would.
    pub fn set_sane(&self) {
        self.stty("sane");
    }

    /// Shows something that our program has not written.
    pub fn show(&self, text: &str) {
        self.glass.lock().unwrap().process(text.as_bytes());
    }

    fn stty(&self, what: &str) -> String {
        let name = self.master.lock().unwrap().tty_name().unwrap();
        let said = std::process::Command::new("stty").arg("-F").arg(name).arg(what).output().unwrap();
        assert!(said.status.success(), "{said:?}");
        String::from_utf8(said.stdout).unwrap()
    }
}

/// The program in a terminal.
pub struct Tty {
    child: Box<dyn Child + Send + Sync>,
    keys: Arc<Mutex<Box<dyn Write + Send>>>,
    glass: Arc<Mutex<vt100::Parser>>,
    written: Arc<Mutex<Vec<u8>>>,
    master: Master,
    /// Keys pressed by name.
    pub pressed: usize,
    /// Characters typed as free text.
    pub typed: usize,
}

impl Tty {
    /// Starts the program on the office in `dir`.
    pub fn start(dir: &Path, (columns, rows): (u16, u16)) -> Self {
        let office = dir.to_string_lossy().into_owned();
        Self::start_with(&["--office", &office, "--now", "2026-11-23T10:42"], &[], (columns, rows))
    }

    /// Starts the program with arguments and variables.
    pub fn start_with(args: &[&str], variables: &[(&str, &str)], size: (u16, u16)) -> Self {
        Self::start_on(&Pair::open(size), args, variables, true)
    }

    /// Starts the program on a terminal that may see another one after it.
    /// `brackets`: does the terminal say that it brackets a paste?
    pub fn start_on(pair: &Pair, args: &[&str], variables: &[(&str, &str)], brackets: bool) -> Self {
        Self::start_through(&[], pair, args, variables, brackets)
    }

    /// As [`Tty::start_on`], run by another program with these words.
    pub fn start_through(
        before: &[&str],
        pair: &Pair,
        args: &[&str],
        variables: &[(&str, &str)],
        brackets: bool,
    ) -> Self {
        let words = [before, &[env!("CARGO_BIN_EXE_sportello")], args].concat();
        Self::start_any(pair, words[0], &words[1..], variables, brackets)
    }

    /// Starts another program, which may start ours.
    pub fn start_program(program: &str, args: &[&str], size: (u16, u16)) -> Self {
        Self::start_any(&Pair::open(size), program, args, &[], true)
    }

    fn start_any(
        pair: &Pair,
        program: &str,
        args: &[&str],
        variables: &[(&str, &str)],
        brackets: bool,
    ) -> Self {
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.env("TERM", "xterm-256color");
        command.env_remove("NO_COLOR");
        for (name, value) in variables {
            if value.is_empty() {
                command.env_remove(name);
            } else {
                command.env(name, value);
            }
        }
        pair.brackets.store(brackets, Ordering::Relaxed);
        let child = pair.slave.lock().unwrap().spawn_command(command).unwrap();
        Self {
            child,
            keys: Arc::clone(&pair.keys),
            glass: Arc::clone(&pair.glass),
            written: Arc::clone(&pair.written),
            master: Arc::clone(&pair.master),
            pressed: 0,
            typed: 0,
        }
    }

    /// Sends bytes as they are: what a terminal sends for a key, or a text.
    pub fn send(&mut self, text: &str) -> &mut Self {
        self.bytes(text.as_bytes())
    }

    /// Sends bytes that need be no text.
    pub fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        let mut keys = self.keys.lock().unwrap();
        keys.write_all(bytes).unwrap();
        keys.flush().unwrap();
        drop(keys);
        self
    }

    /// Everything the program wrote to the terminal so far.
    pub fn written(&self) -> Vec<u8> {
        self.written.lock().unwrap().clone()
    }

    /// How many frames it drew so far.
    pub fn frames(&self) -> usize {
        const BEGIN: &[u8] = b"\x1b[?2026h";
        self.written.lock().unwrap().windows(BEGIN.len()).filter(|part| *part == BEGIN).count()
    }

    /// Types what somebody has to type anyway: names, addresses, numbers,
    /// dates, notes. Not counted among the keys.
    pub fn free(&mut self, text: &str) -> &mut Self {
        self.typed += text.chars().count();
        self.send(text)
    }

    /// Presses keys by name, as xterm sends them: `Tab Ctrl+F F2 Esc`.
    pub fn press(&mut self, names: &str) -> &mut Self {
        for name in names.split_whitespace() {
            let bytes = bytes_of(name);
            self.pressed += 1;
            self.send(&bytes);
            if name == "Esc" {
                // Alone it is a key only when nothing follows at once.
                std::thread::sleep(Duration::from_millis(80));
            }
        }
        self
    }

    /// What the screen says.
    pub fn screen(&self) -> String {
        self.glass.lock().unwrap().screen().contents()
    }

    /// Waits until the screen says this.
    pub fn wait(&mut self, text: &str) -> &mut Self {
        self.wait_until(text, |screen| screen.contains(text))
    }

    /// Waits until the screen no longer says this.
    pub fn wait_gone(&mut self, text: &str) -> &mut Self {
        self.wait_until(text, |screen| !screen.contains(text))
    }

    /// Waits until something holds of the screen.
    pub fn wait_until(&mut self, what: &str, holds: impl Fn(&str) -> bool) -> &mut Self {
        let end = Instant::now() + DEADLINE;
        loop {
            let screen = self.screen();
            if holds(&screen) {
                return self;
            }
            assert!(Instant::now() < end, "waited for «{what}»; the screen says:\n{screen}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// What stands in the brackets after a label, without blanks around it.
    pub fn field(&self, label: &str) -> Option<String> {
        let screen = self.screen();
        let line = screen.lines().find(|line| line.trim_start().starts_with(label))?;
        let (_, after) = line.split_once('[')?;
        Some(after.split(']').next()?.trim().to_owned())
    }

    /// The row the cursor is in: the label of the field with the focus.
    pub fn focused(&self) -> String {
        let glass = self.glass.lock().unwrap();
        let screen = glass.screen();
        let (row, _) = screen.cursor_position();
        screen.contents().lines().nth(usize::from(row)).unwrap_or_default().to_owned()
    }

    /// The number of the process.
    pub fn pid(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Sends a signal: `KILL`, `TERM`.
    pub fn signal(&mut self, name: &str) -> &mut Self {
        send_signal(name, self.pid());
        self
    }

    /// Waits for the end; the exit code.
    pub fn ended(&mut self) -> u32 {
        let end = Instant::now() + DEADLINE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                // What it wrote last may still be on its way.
                std::thread::sleep(Duration::from_millis(100));
                return status.exit_code();
            }
            assert!(Instant::now() < end, "it goes on; the screen says:\n{}", self.screen());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Is the terminal as it was before: main screen, cursor shown, no
    /// bracketed paste, no reports of the focus?
    pub fn is_clean(&self) -> bool {
        self.modes() == "[]"
    }

    /// What is still on of what the program switches on.
    pub fn modes(&self) -> String {
        let glass = self.glass.lock().unwrap();
        let screen = glass.screen();
        let written = self.written.lock().unwrap();
        let last = |on: &[u8], off: &[u8]| {
            let found = |what: &[u8]| written.windows(what.len()).rposition(|part| part == what);
            found(on) > found(off)
        };
        let modes = [
            (screen.alternate_screen(), "alternate screen"),
            (screen.hide_cursor(), "cursor hidden"),
            (screen.bracketed_paste(), "bracketed paste"),
            (last(b"\x1b[?1004h", b"\x1b[?1004l"), "focus reports"),
            (last(b"\x1b[?2026h", b"\x1b[?2026l"), "frame begun"),
            (last(b"\x1b[?1h", b"\x1b[?1l"), "cursor keys of applications"),
        ];
        format!("{:?}", modes.iter().filter(|(on, _)| *on).map(|(_, name)| *name).collect::<Vec<_>>())
    }

    /// Gives the window another size.
    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.glass.lock().unwrap().screen_mut().set_size(cells(rows), cells(columns));
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.master.lock().unwrap().resize(size).unwrap();
        self
    }
}

impl Drop for Tty {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Sends a signal to a process.
pub fn send_signal(name: &str, pid: u32) {
    let sent = std::process::Command::new("kill").args(["-s", name, &pid.to_string()]).status();
    assert!(sent.unwrap().success());
}

/// What xterm sends for a key.
pub fn bytes_of(name: &str) -> String {
    let f = ["OP", "OQ", "OR", "OS", "[15~", "[17~", "[18~", "[19~", "[20~", "[21~", "[23~", "[24~"];
    let plain = match name {
        "Enter" => "\r",
        "Tab" => "\t",
        "Shift+Tab" => "\x1b[Z",
        "Esc" => "\x1b",
        "Space" => " ",
        "Backspace" => "\x7f",
        "Delete" => "\x1b[3~",
        "Up" => "\x1b[A",
        "Down" => "\x1b[B",
        "Right" => "\x1b[C",
        "Left" => "\x1b[D",
        "Home" => "\x1b[H",
        "End" => "\x1b[F",
        "PageUp" => "\x1b[5~",
        "PageDown" => "\x1b[6~",
        _ => "",
    };
    if !plain.is_empty() {
        return plain.to_owned();
    }
    if let Some(letter) = name.strip_prefix("Ctrl+") {
        return char::from(letter.as_bytes()[0].to_ascii_uppercase() - 64).to_string();
    }
    if let Some(digit) = name.strip_prefix("Alt+") {
        return format!("\x1b{digit}");
    }
    match name.strip_prefix('F').and_then(|number| number.parse::<usize>().ok()) {
        Some(number) if (1..=12).contains(&number) => format!("\x1b{}", f[number - 1]),
        _ => name.to_owned(),
    }
}
