//! A program of the system, with an end to the wait for it.

use std::ffi::OsString;
use std::io::{ErrorKind, Read, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use crate::fault::{Fault, Result};

/// What a program said.
pub struct Said {
    /// Did it end well?
    pub well: bool,
    /// Its answer.
    pub out: String,
    /// Its complaints.
    pub err: String,
}

/// How much of what it says is read: no list of queues is longer.
const MOST: u64 = 256 * 1024;
/// Between two looks whether it ended.
const STEP: Duration = Duration::from_millis(10);

/// Runs a program to its end, in the C locale: its words are those we know.
///
/// # Errors
/// It is not there, cannot be started, or does not end in time.
pub fn run(program: &Path, arguments: &[OsString], limit: Duration) -> Result<Said> {
    run_with(program, arguments, None, limit)
}

/// As [`run`], with something for it to read.
///
/// # Errors
/// As [`run`].
pub fn run_with(
    program: &Path,
    arguments: &[OsString],
    input: Option<&[u8]>,
    limit: Duration,
) -> Result<Said> {
    let name = program.file_name().unwrap_or_default().to_string_lossy();
    let mut child = Command::new(program)
        .env("LC_ALL", "C")
        .args(arguments)
        .stdin(if input.is_some() { Stdio::piped() } else { Stdio::null() })
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|e| {
            let fault = if e.kind() == ErrorKind::NotFound {
                Fault::outside(format!("Non trovo il programma di stampa «{name}».")).hint(
                    "Installare CUPS (pacchetto cups-client), scegliere una stampante di rete per indirizzo, o salvare il PDF.",
                )
            } else {
                Fault::outside("Non riesco ad avviare il programma di stampa.").hint("Riprovare, o salvare il PDF.")
            };
            fault.cause(e)
        })?;
    if let (Some(mut to), Some(input)) = (child.stdin.take(), input.map(<[u8]>::to_vec)) {
        // What does not want all of it says why.
        std::thread::spawn(move || {
            let _ = to.write_all(&input);
        });
    }
    let out = reader(child.stdout.take());
    let err = reader(child.stderr.take());
    let end = Instant::now() + limit;
    let well = wait(&mut child, end).ok_or_else(|| {
        Fault::outside("Il servizio di stampa di questo computer non risponde.")
            .hint("Provare con un'altra stampante, per indirizzo di rete, o salvare il PDF.")
            .cause(format!("{name} does not end"))
    })?;
    // What it started may hold the pipe longer than it lives.
    let rest = Duration::from_secs(1);
    let text = |from: Receiver<Vec<u8>>| {
        String::from_utf8_lossy(&from.recv_timeout(rest).unwrap_or_default()).into_owned()
    };
    Ok(Said { well, out: text(out), err: text(err) })
}

/// Did it end well? Nothing if it did not end: it is stopped then.
fn wait(child: &mut Child, end: Instant) -> Option<bool> {
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Some(status.success()),
            Ok(None) if Instant::now() < end => std::thread::sleep(STEP),
            Ok(None) | Err(_) => {
                // It may have ended meanwhile: there is nothing to stop then.
                let _ = child.kill();
                let _ = child.wait();
                return None;
            }
        }
    }
}

fn reader(from: Option<impl Read + Send + 'static>) -> Receiver<Vec<u8>> {
    let (to, read) = channel();
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(from) = from {
            // What was read before a fault is what was said.
            let _ = from.take(MOST).read_to_end(&mut bytes);
        }
        // Nobody waits any more for a program that was stopped.
        let _ = to.send(bytes);
    });
    read
}
