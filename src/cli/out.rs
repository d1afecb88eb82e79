//! Writing results: a closed pipe is no error, what others typed never drives
//! the terminal.

use std::io::{self, ErrorKind, Write};

use serde::Serialize;

use crate::fault::{Fault, Result};

/// A writer whose reader may go away: `sportello find rossi | head -1`. What
/// comes after that is written nowhere, and what the command was doing is
/// done to its end.
pub struct Pipe<W> {
    to: W,
    gone: bool,
}

impl<W: Write> Pipe<W> {
    /// Writes to `to` as long as somebody reads.
    pub fn new(to: W) -> Self {
        Self { to, gone: false }
    }

    fn judge<T>(&mut self, done: io::Result<T>, when_gone: T) -> io::Result<T> {
        match done {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.gone = true;
                Ok(when_gone)
            }
            done => done,
        }
    }
}

impl<W: Write> Write for Pipe<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.gone {
            return Ok(bytes.len());
        }
        let done = self.to.write(bytes);
        self.judge(done, bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.gone {
            return Ok(());
        }
        let done = self.to.flush();
        self.judge(done, ())
    }
}

/// The output cannot be written.
pub fn unwritable(error: io::Error) -> Fault {
    Fault::outside("Non si riesce a scrivere il risultato.")
        .hint("Controllare il disco e riprovare.")
        .cause(error)
}

/// One JSON value on one line.
///
/// # Errors
/// The output cannot be written.
pub fn json_line(out: &mut impl Write, value: &impl Serialize) -> Result<()> {
    let text = serde_json::to_string(value).map_err(Fault::internal)?;
    writeln!(out, "{text}").map_err(unwritable)
}

/// One JSON document, over more lines.
///
/// # Errors
/// The output cannot be written.
pub fn json_document(out: &mut impl Write, value: &impl Serialize) -> Result<()> {
    let text = serde_json::to_string_pretty(value).map_err(Fault::internal)?;
    writeln!(out, "{text}").map_err(unwritable)
}

/// A text for people, its lines without what drives a terminal.
///
/// # Errors
/// The output cannot be written.
pub fn text(out: &mut impl Write, text: &str) -> Result<()> {
    text.lines().try_for_each(|line| {
        let line: String = line.chars().filter(|c| is_harmless(*c)).collect();
        writeln!(out, "{}", line.trim_end()).map_err(unwritable)
    })
}

/// A sentence for people, on standard error; a closed terminal leaves nobody
/// to tell.
pub fn tell(sentence: &str) {
    let sentence: String = sentence.chars().filter(|c| is_harmless(*c)).collect();
    let _ = writeln!(io::stderr(), "{sentence}");
}

/// What was typed, safe for a terminal: nothing that moves the cursor or
/// turns the line around, and no more of it than a line holds.
pub fn shown(typed: &str) -> String {
    typed.chars().filter(|c| is_harmless(*c)).take(60).collect()
}

/// Neither a control character nor one that changes the direction of the line.
fn is_harmless(c: char) -> bool {
    !c.is_control()
        && !matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        && !matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Closed;
    impl Write for Closed {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Err(ErrorKind::BrokenPipe.into())
        }
    }

    #[test]
    fn a_closed_pipe_is_no_error() {
        let mut out = Pipe::new(Closed);
        json_line(&mut out, &1).unwrap();
        text(&mut out, "uno\ndue").unwrap();
        out.flush().unwrap();
    }

    #[test]
    fn nothing_drives_the_terminal() {
        let mut out = Vec::new();
        text(&mut out, "Ro\u{1b}[2Jssi \u{202e}àè\t \nfine").unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "Ro[2Jssi àè\nfine\n");
        assert_eq!(shown(&"x".repeat(200)).len(), 60);
    }
}
