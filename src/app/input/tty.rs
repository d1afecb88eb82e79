//! Reads the terminal of a Unix system. One thread waits for bytes, one for
//! keys: a lone Esc and a broken sequence need the clock.

use std::io::{ErrorKind, Read, stdin};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::Duration;

use tokio::sync::mpsc::UnboundedSender;

use super::burst;
use super::parser::Parser;
use crate::app::defect;
use crate::app::worker::Report;
use crate::fault::{Fault, Result};
use crate::ui::keys::Input;

/// Bytes at once that may be the beginning of more: a paste without brackets.
const LONG: usize = 32;
/// How long the rest of it may take. Nobody feels it.
const REST: Duration = Duration::from_millis(15);
/// Bytes taken together at most.
const AT_ONCE: usize = 1 << 20;

/// Starts reading; ends when nobody listens or the terminal is gone.
///
/// # Errors
/// When the system gives no thread.
pub fn start(inputs: UnboundedSender<Input>, reports: &UnboundedSender<Report>) -> Result<()> {
    let reports = reports.clone();
    let understand = move |bytes: Receiver<Vec<u8>>| {
        if let Err(defect) = defect::guarded(|| understand(&bytes, &inputs)) {
            // Without the loop there is nobody left to tell. The inputs end
            // after it: the loop reads the report first.
            let _ = reports.send(Report::Broken(defect));
        }
    };
    // Bounded: a terminal that floods us waits, as it would at a pipe.
    let (to_keys, bytes) = sync_channel(64);
    let thread = |name: &str| thread::Builder::new().name(name.to_owned());
    thread("bytes").spawn(move || read(&to_keys)).map_err(Fault::internal)?;
    thread("keys").spawn(move || understand(bytes)).map_err(Fault::internal)?;
    Ok(())
}

fn read(bytes: &SyncSender<Vec<u8>>) {
    let mut buffer = vec![0; 1 << 16];
    loop {
        match stdin().lock().read(&mut buffer) {
            Ok(0) => return,
            Ok(count) => {
                if bytes.send(buffer[..count].to_vec()).is_err() {
                    return;
                }
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            // Somebody shares the terminal with us and set it so.
            Err(error) if error.kind() == ErrorKind::WouldBlock => thread::sleep(Duration::from_millis(10)),
            Err(_) => return,
        }
    }
}

fn understand(bytes: &Receiver<Vec<u8>>, inputs: &UnboundedSender<Input>) {
    let mut parser = Parser::default();
    let mut first = true;
    loop {
        let burst = match parser.patience() {
            None => bytes.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(patience) => bytes.recv_timeout(patience),
        };
        let read = match burst {
            Ok(mut burst) => {
                complete(&mut burst, bytes);
                parser.feed(&burst)
            }
            Err(RecvTimeoutError::Timeout) => parser.give_up(),
            Err(RecvTimeoutError::Disconnected) => return,
        };
        // What was typed while the program started comes at once too.
        let may_be_paste = !first && !parser.brackets();
        first &= read.is_empty();
        for input in burst::gather(read, may_be_paste) {
            if inputs.send(input).is_err() {
                return;
            }
        }
    }
}

/// All that is ready, and what follows on the heels of much.
fn complete(burst: &mut Vec<u8>, bytes: &Receiver<Vec<u8>>) {
    while burst.len() < AT_ONCE {
        let rest = if burst.len() < LONG { Duration::ZERO } else { REST };
        match bytes.recv_timeout(rest) {
            Ok(more) => burst.extend(more),
            Err(_) => return,
        }
    }
}
