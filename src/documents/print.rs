//! The hand-off to the printer: a file nobody else can read, given to `lp`.

use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use crate::fault::{Fault, Result};

/// What to print.
#[derive(Clone, Copy, Debug)]
pub struct Job<'a> {
    /// The PDF.
    pub pdf: &'a [u8],
    /// Shown in the queue. Never the person's name.
    pub title: &'a str,
    /// How many copies, from 1: of a pact, two are signed.
    pub copies: u8,
    /// Queue; none is the default printer.
    pub queue: Option<&'a str>,
}

/// Gives a document to the default printer or to a queue.
///
/// The temporary file is readable by its owner only, has no name that says
/// anything, and is gone when this returns: `lp` has its own copy by then.
///
/// Gives the queue that took it, where the printer says so.
///
/// # Errors
/// The printer's refusal, in Italian, with what to do.
pub fn print(job: &Job<'_>) -> Result<Option<String>> {
    print_with(Path::new("lp"), job)
}

/// Arguments of `lp` for this job and file.
#[cfg(unix)]
fn arguments(job: &Job<'_>, file: &Path) -> Vec<std::ffi::OsString> {
    let mut out: Vec<std::ffi::OsString> = Vec::new();
    if let Some(queue) = job.queue {
        out.extend(["-d".into(), queue.into()]);
    }
    out.extend([
        "-t".into(),
        job.title.into(),
        "-o".into(),
        "media=A4".into(),
        "-o".into(),
        "sides=two-sided-long-edge".into(),
    ]);
    out.extend(["-n".into(), job.copies.max(1).to_string().into(), file.into()]);
    out
}

#[cfg(unix)]
fn print_with(program: &Path, job: &Job<'_>) -> Result<Option<String>> {
    // tempfile creates with mode 0600 and removes on drop.
    let mut file =
        tempfile::Builder::new().prefix("sportello-").suffix(".pdf").tempfile().map_err(|e| no_room(&e))?;
    file.write_all(job.pdf).and_then(|()| file.flush()).map_err(|e| no_room(&e))?;
    // The C locale keeps the reasons in the words we know.
    let output = Command::new(program)
        .env("LC_ALL", "C")
        .args(arguments(job, file.path()))
        .stdin(std::process::Stdio::null())
        .output()
        .map_err(|e| {
            let fault = if e.kind() == std::io::ErrorKind::NotFound {
                Fault::outside("Non trovo il programma di stampa «lp».")
                    .hint("Installare CUPS (pacchetto cups-client) oppure salvare il PDF e stamparlo da un altro computer.")
            } else {
                Fault::outside("Non riesco ad avviare il programma di stampa.")
                    .hint("Riprovare; il documento non è perduto.")
            };
            fault.cause(e)
        })?;
    if output.status.success() {
        return Ok(queue(&String::from_utf8_lossy(&output.stdout)));
    }
    Err(refusal(&String::from_utf8_lossy(&output.stderr)))
}

/// The queue in what `lp` says: `request id is ufficio-12 (1 file(s))`.
#[cfg(unix)]
fn queue(stdout: &str) -> Option<String> {
    let id = stdout.split_whitespace().skip_while(|word| *word != "is").nth(1)?;
    id.rsplit_once('-').map(|(queue, _)| queue.to_owned())
}

/// Windows has no `lp`: the shell's own print verb is used. Not tested on a
/// real Windows computer yet.
#[cfg(windows)]
fn print_with(_program: &Path, job: &Job<'_>) -> Result<Option<String>> {
    sweep();
    let file =
        tempfile::Builder::new().prefix("sportello-").suffix(".pdf").tempfile().map_err(|e| no_room(&e))?;
    // The viewer opens the file after we return: it goes at the next printing.
    let (mut handle, path) = file.keep().map_err(|e| no_room(&e.error))?;
    handle.write_all(job.pdf).and_then(|()| handle.flush()).map_err(|e| no_room(&e))?;
    drop(handle);
    let script = "Start-Process -FilePath $env:SPORTELLO_PDF -Verb Print";
    let status = Command::new("powershell")
        .args(["-NoProfile", "-NonInteractive", "-Command", script])
        .env("SPORTELLO_PDF", &path)
        .status()
        .map_err(|e| Fault::outside("Non riesco ad avviare la stampa.").cause(e))?;
    if status.success() {
        return Ok(None);
    }
    Err(refusal(""))
}

/// Removes what earlier printings left; a file still open stays.
#[cfg(windows)]
fn sweep() {
    let Ok(entries) = std::fs::read_dir(std::env::temp_dir()) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with("sportello-") && name.ends_with(".pdf") {
            // Not ours to complain about: it may be on its way to the printer.
            let _ = std::fs::remove_file(path);
        }
    }
}

fn no_room(cause: &std::io::Error) -> Fault {
    Fault::outside("Non riesco a preparare il file per la stampa.")
        .hint("Controllare che ci sia spazio sul disco e riprovare.")
        .cause(cause)
}

/// What the printer said, in Italian. The words of `lp` are those of CUPS in
/// the C locale; they go to the log as they are (they name no person).
fn refusal(stderr: &str) -> Fault {
    let said = stderr.to_lowercase();
    let (message, hint) = if said.contains("no default destination") || said.contains("no destinations added")
    {
        (
            "Nessuna stampante è impostata su questo computer.",
            "Impostare la stampante predefinita e riprovare.",
        )
    } else if said.contains("does not exist") || said.contains("unknown destination") {
        ("La stampante scelta non esiste su questo computer.", "Scegliere un'altra stampante e riprovare.")
    } else if said.contains("not accepting") {
        ("La stampante non accetta lavori.", "Riattivarla o sceglierne un'altra, poi riprovare.")
    } else if said.contains("scheduler is not running")
        || said.contains("connection refused")
        || said.contains("unable to connect")
        || said.contains("bad file descriptor")
    {
        ("Il servizio di stampa non risponde.", "Avviare CUPS e riprovare.")
    } else {
        ("La stampante ha rifiutato il documento.", "Controllare la stampante e riprovare.")
    };
    Fault::outside(message).hint(hint).cause(stderr.trim())
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;
    use std::path::PathBuf;

    /// A program that records what it is given, beside itself.
    fn recording(dir: &Path, then: &str) -> PathBuf {
        let path = dir.join("lp");
        let script = "#!/bin/sh\nd=$(dirname \"$0\")\nprintf '%s\\n' \"$LC_ALL\" \"$@\" >\"$d/args\"\n\
             for f; do :; done\nls -l \"$f\" | cut -c1-10 >\"$d/mode\"\ncp \"$f\" \"$d/file\"\n";
        std::fs::write(&path, format!("{script}{then}\n")).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o700)).unwrap();
        path
    }

    #[test]
    fn the_file_arrives_and_goes() {
        let dir = tempfile::tempdir().unwrap();
        let job = Job { pdf: b"%PDF-1.7 x", title: "ESN03-2026-000123", copies: 2, queue: Some("uno due") };
        let took =
            print_with(&recording(dir.path(), "echo 'request id is uno-due-7 (1 file(s))'"), &job).unwrap();
        assert_eq!(took.as_deref(), Some("uno-due"));
        let args = std::fs::read_to_string(dir.path().join("args")).unwrap();
        let lines: Vec<&str> = args.lines().collect();
        assert_eq!(
            lines[..11],
            [
                "C",
                "-d",
                "uno due",
                "-t",
                "ESN03-2026-000123",
                "-o",
                "media=A4",
                "-o",
                "sides=two-sided-long-edge",
                "-n",
                "2"
            ]
        );
        assert_eq!(std::fs::read(dir.path().join("file")).unwrap(), b"%PDF-1.7 x");
        assert_eq!(std::fs::read_to_string(dir.path().join("mode")).unwrap().trim(), "-rw-------");
        assert!(!Path::new(lines[11]).exists(), "the temporary file is left behind");
    }

    #[test]
    fn refusals_are_said_in_italian() {
        let dir = tempfile::tempdir().unwrap();
        let job = Job { pdf: b"x", title: "bozza", copies: 0, queue: None };
        let lp = recording(dir.path(), "echo 'lp: Error - No default destination.' >&2; exit 1");
        let fault = print_with(&lp, &job).unwrap_err();
        assert_eq!(fault.message, "Nessuna stampante è impostata su questo computer.");
        assert_eq!(fault.exit_code(), 4);
        let args = std::fs::read_to_string(dir.path().join("args")).unwrap();
        assert!(args.contains("\nbozza\n"));
        let fault = print_with(&dir.path().join("nessuno"), &job).unwrap_err();
        assert!(fault.message.contains("«lp»"), "{fault}");
        assert!(refusal("lp: The printer is not accepting jobs.").message.contains("non accetta"));
        assert!(refusal("boh").message.contains("rifiutato"));
    }
}
