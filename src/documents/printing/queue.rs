//! A queue of this computer: a file nobody else can read, given to `lp`.

use std::ffi::OsString;
use std::io::Write as _;
use std::path::Path;

use super::http::Server;
use super::ipp::Target;
use super::{Choice, Handed, Means, Sheet, program};
use crate::fault::{Fault, Result};

/// Gives a document to the usual printer or to a queue.
///
/// The temporary file is readable by its owner only, has no name that says
/// anything, and is gone when this returns: `lp` has its own copy by then.
///
/// # Errors
/// The printer's refusal, in Italian, with what to do.
pub fn print(means: &Means, sheet: &Sheet<'_>, choice: &Choice, queue: Option<&str>) -> Result<Handed> {
    // tempfile creates with mode 0600 and removes on drop.
    let mut file =
        tempfile::Builder::new().prefix("sportello-").suffix(".pdf").tempfile().map_err(|e| no_room(&e))?;
    file.write_all(sheet.pdf).and_then(|()| file.flush()).map_err(|e| no_room(&e))?;
    let said =
        program::run(&means.lp, &arguments(sheet, choice, queue, file.path()), means.patience.program)?;
    if !said.well {
        return Err(refusal(&said.err));
    }
    let (took, job) = job(&said.out).unzip();
    let printer = queue.map(str::to_owned).or(took);
    let at = job.and_then(|_| cups(means));
    Ok(Handed { printer, note: None, jobs: job.into_iter().collect(), at })
}

fn arguments(sheet: &Sheet<'_>, choice: &Choice, queue: Option<&str>, file: &Path) -> Vec<OsString> {
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
    out.push(file.into());
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

fn no_room(cause: &std::io::Error) -> Fault {
    Fault::outside("Non riesco a preparare il file per la stampa.")
        .hint("Controllare che ci sia spazio sul disco e riprovare.")
        .cause(cause)
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
