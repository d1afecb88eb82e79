//! A queue of this computer: the document goes to `lp` through a pipe, and
//! lies in no file of ours.

use std::ffi::OsString;

use super::http::Server;
use super::ipp::Target;
use super::{Choice, Handed, Means, Sheet, program};
use crate::fault::{Fault, Result};

/// Gives a document to the usual printer or to a queue.
///
/// # Errors
/// The printer's refusal, in Italian, with what to do.
pub fn print(means: &Means, sheet: &Sheet<'_>, choice: &Choice, queue: Option<&str>) -> Result<Handed> {
    let arguments = arguments(sheet, choice, queue);
    let said = program::run_with(&means.lp, &arguments, Some(sheet.pdf), means.patience.program)?;
    if !said.well {
        return Err(refusal(&said.err));
    }
    let (took, job) = job(&said.out).unzip();
    let printer = queue.map(str::to_owned).or(took);
    let at = job.and_then(|_| cups(means));
    Ok(Handed { printer, note: None, jobs: job.into_iter().collect(), at })
}

fn arguments(sheet: &Sheet<'_>, choice: &Choice, queue: Option<&str>) -> Vec<OsString> {
    let mut out: Vec<OsString> = Vec::new();
    if let Some(queue) = queue {
        out.extend(["-d".into(), queue.into()]);
    }
    out.extend([
        "-t".into(),
        sheet.title.into(),
        "-o".into(),
        "media=A4".into(),
        "-o".into(),
        format!("sides={}", choice.sides.keyword()).into(),
        "-n".into(),
        choice.copies.count().to_string().into(),
    ]);
    // Read from the pipe.
    out.push("-".into());
    out
}

/// Queue and number in what `lp` says: `request id is ufficio-12 (1 file(s))`.
fn job(stdout: &str) -> Option<(String, u32)> {
    let id = stdout.split_whitespace().skip_while(|word| *word != "is").nth(1)?;
    let (queue, number) = id.rsplit_once('-')?;
    Some((queue.to_owned(), number.parse().ok()?))
}

/// Whom `lp` spoke to: `lpstat -H` says a computer with its port or a socket.
fn cups(means: &Means) -> Option<Target> {
    let said = program::run(&means.lpstat, &["-H".into()], means.patience.program).ok()?;
    let at = said.out.trim();
    let server = if at.starts_with('/') {
        Server::Socket(at.into())
    } else {
        let (host, port) = at.rsplit_once(':')?;
        Server::Tcp { host: host.trim_matches(['[', ']']).to_owned(), port: port.parse().ok()? }
    };
    // A job by its own address: the queue may be taken away before it ends.
    Some(Target {
        server,
        path: "/jobs".to_owned(),
        uri: "ipp://localhost/jobs".to_owned(),
        jobs_by_uri: true,
    })
}

/// What the printer said, in Italian. The words of `lp` are those of CUPS in
/// the C locale; they go to the log as they are (they name no person).
pub fn refusal(stderr: &str) -> Fault {
    let said = stderr.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| said.contains(word));
    let (message, hint) = if has(&["no default destination", "no destinations added"]) {
        (
            "Nessuna stampante è impostata su questo computer.",
            "Scegliere una stampante di rete per indirizzo, o salvare il PDF.",
        )
    } else if has(&["does not exist", "unknown destination"]) {
        (
            "La stampante scelta non c'è più su questo computer.",
            "Scegliere un'altra stampante, o salvare il PDF.",
        )
    } else if has(&["not accepting"]) {
        ("La stampante non accetta documenti.", "Riattivarla o sceglierne un'altra, poi riprovare.")
    } else if has(&[
        "scheduler",
        "connection refused",
        "unable to connect",
        "bad file descriptor",
        "no such file",
    ]) {
        (
            "Il servizio di stampa di questo computer non risponde.",
            "Avviare CUPS, scegliere una stampante di rete per indirizzo, o salvare il PDF.",
        )
    } else if has(&["forbidden", "unauthorized", "not authorized", "not permitted"]) {
        ("Su questa stampante non è permesso stampare.", "Scegliere un'altra stampante, o salvare il PDF.")
    } else {
        ("La stampante ha rifiutato il documento.", "Controllare la stampante e riprovare.")
    };
    Fault::outside(message).hint(hint).cause(stderr.trim())
}
