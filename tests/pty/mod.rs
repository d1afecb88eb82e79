//! A person at a real terminal: the program in a pseudo-terminal, a vt100
//! emulator on the other side, keys counted as an operator would count them.

#![allow(dead_code, reason = "each test uses the part it needs")]

use std::ffi::OsStr;
use std::io::{Read as _, Write as _};
use std::num::NonZero;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

/// How long a text may take to appear; `SPORTELLO_TEST_WAIT` (seconds) for
/// slow machines.
fn patience() -> Duration {
    let seconds = std::env::var("SPORTELLO_TEST_WAIT").ok().and_then(|s| s.parse().ok());
    Duration::from_secs(seconds.unwrap_or(20))
}

/// The program at a terminal.
pub struct Seat {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn std::io::Write + Send>,
    emulator: Arc<Mutex<vt100::Parser>>,
    /// Everything the program wrote.
    written: Arc<Mutex<Vec<u8>>>,
    /// Keys that count: all but free text.
    pub keys: usize,
    /// Characters of free text: names, addresses, numbers, dates, notes.
    pub free: usize,
}

impl Seat {
    /// Starts the program with arguments and environment at a terminal of
    /// `columns` by `rows`.
    pub fn start<S: AsRef<OsStr>>(args: &[S], env: &[(&str, &str)], (columns, rows): (u16, u16)) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_sportello"));
        command.args(args);
        command.env("TERM", "xterm-256color");
        for name in ["NO_COLOR", "SPORTELLO_OFFICE", "SPORTELLO_NOW", "LINES", "COLUMNS"] {
            command.env_remove(name);
        }
        for (name, value) in env {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let emulator = Arc::new(Mutex::new(vt100::Parser::new(cells(rows), cells(columns), 0)));
        let written = Arc::new(Mutex::new(Vec::new()));
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (shown, kept) = (emulator.clone(), written.clone());
        std::thread::spawn(move || {
            let mut buffer = [0; 65536];
            while let Ok(count) = reader.read(&mut buffer) {
                if count == 0 {
                    break;
                }
                shown.lock().unwrap().process(&buffer[..count]);
                kept.lock().unwrap().extend_from_slice(&buffer[..count]);
            }
        });
        let writer = pair.master.take_writer().unwrap();
        Self { child, master: pair.master, writer, emulator, written, keys: 0, free: 0 }
    }

    /// An invented office of `people` in `dir`, with its clock, and the desk on it.
    pub fn demo(dir: &Path, people: usize, now: &str, env: &[(&str, &str)], size: (u16, u16)) -> Self {
        let dir = dir.to_string_lossy().into_owned();
        let people = people.to_string();
        Self::start(&["demo", "--people", &people, "--dir", &dir, "--now", now], env, size)
    }

    /// The screen as text, rows without blanks at the end.
    pub fn screen(&self) -> String {
        let emulator = self.emulator.lock().unwrap();
        let screen = emulator.screen();
        let (_, columns) = screen.size();
        screen.rows(0, columns.into()).map(|row| row.trim_end().to_owned()).collect::<Vec<_>>().join("\n")
    }

    /// Everything the program wrote, raw.
    pub fn written(&self) -> Vec<u8> {
        self.written.lock().unwrap().clone()
    }

    /// Row and column of the cursor, from 0.
    pub fn cursor(&self) -> (u16, u16) {
        self.emulator.lock().unwrap().screen().cursor_position()
    }

    /// Is the alternate screen on?
    pub fn on_alternate_screen(&self) -> bool {
        self.emulator.lock().unwrap().screen().alternate_screen()
    }

    /// Is the cursor hidden?
    pub fn hides_cursor(&self) -> bool {
        self.emulator.lock().unwrap().screen().hide_cursor()
    }

    /// Waits until the screen shows a text.
    #[track_caller]
    pub fn sees(&mut self, text: &str) -> &mut Self {
        self.until(&format!("«{text}» on the screen"), |screen| screen.contains(text))
    }

    /// Waits until the screen no longer shows a text.
    #[track_caller]
    pub fn sees_no_more(&mut self, text: &str) -> &mut Self {
        self.until(&format!("«{text}» gone"), |screen| !screen.contains(text))
    }

    /// Waits until the screen is as wanted.
    #[track_caller]
    pub fn until(&mut self, what: &str, fits: impl Fn(&str) -> bool) -> &mut Self {
        let end = Instant::now() + patience();
        loop {
            let screen = self.screen();
            if fits(&screen) {
                return self;
            }
            assert!(Instant::now() < end, "waited for {what}; the screen is:\n{screen}");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Presses keys by name, separated by blanks: `F2 Tab Enter Ctrl+F S`.
    /// Each counts one.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace() {
            self.keys += 1;
            self.send(&bytes_of(key));
        }
        self
    }

    /// Types free text, which an operator would have to type anyway: names,
    /// addresses, numbers, dates, notes.
    pub fn free(&mut self, text: &str) -> &mut Self {
        self.free += text.chars().count();
        self.send(text.as_bytes());
        self
    }

    /// Sends bytes as they are.
    pub fn send(&mut self, bytes: &[u8]) {
        self.writer.write_all(bytes).unwrap();
        self.writer.flush().unwrap();
        // A hand is slower than a pipe; also lets the reader see keys apart
        // from an escape sequence cut in two.
        std::thread::sleep(Duration::from_millis(5));
    }

    /// Changes the size of the terminal.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.emulator.lock().unwrap().screen_mut().set_size(cells(rows), cells(columns));
        self.master.resize(size).unwrap();
    }

    /// The process, for signals.
    pub fn pid(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Waits for the end.
    #[track_caller]
    pub fn ends(&mut self) -> ExitStatus {
        let end = Instant::now() + patience();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                // What was written last is still on its way through the reader.
                std::thread::sleep(Duration::from_millis(100));
                return status;
            }
            assert!(Instant::now() < end, "the program does not end; the screen is:\n{}", self.screen());
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Ends it at once, as a power cut would: no signal it could answer.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.kill();
    }
}

/// What an xterm sends for a key.
fn bytes_of(key: &str) -> Vec<u8> {
    let fixed: &[u8] = match key {
        "Enter" => b"\r",
        "Tab" => b"\t",
        "BackTab" => b"\x1b[Z",
        "Esc" => b"\x1b",
        "Space" => b" ",
        "Backspace" => b"\x7f",
        "Delete" => b"\x1b[3~",
        "Up" => b"\x1b[A",
        "Down" => b"\x1b[B",
        "Right" => b"\x1b[C",
        "Left" => b"\x1b[D",
        "Home" => b"\x1b[H",
        "End" => b"\x1b[F",
        "PageUp" => b"\x1b[5~",
        "PageDown" => b"\x1b[6~",
        "F1" => b"\x1bOP",
        "F2" => b"\x1bOQ",
        "F3" => b"\x1bOR",
        "F4" => b"\x1bOS",
        "F5" => b"\x1b[15~",
        "F6" => b"\x1b[17~",
        "F7" => b"\x1b[18~",
        "F8" => b"\x1b[19~",
        "F9" => b"\x1b[20~",
        "F10" => b"\x1b[21~",
        "F11" => b"\x1b[23~",
        "F12" => b"\x1b[24~",
        _ => &[],
    };
    if !fixed.is_empty() {
        return fixed.to_vec();
    }
    if let Some(letter) = key.strip_prefix("Ctrl+").and_then(|l| l.bytes().next()) {
        return vec![letter.to_ascii_uppercase() & 0x1f];
    }
    if let Some(rest) = key.strip_prefix("Alt+") {
        return [b"\x1b", rest.as_bytes()].concat();
    }
    key.as_bytes().to_vec()
}

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).expect("a terminal has rows and columns")
}
