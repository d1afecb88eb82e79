//! Windows has no `lp`: the shell's own verbs `print` and `printto` are used,
//! with the program that opens PDFs. Not tried on a real Windows computer yet.
//! Copies and sides are those set in the printer; copies are sent one by one.

use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use super::{Choice, Handed, Means, Printers, Queue, Sheet};
use crate::fault::{Fault, Result};

const SHELL: [&str; 3] = ["-NoProfile", "-NonInteractive", "-Command"];

/// Gives a document to the usual printer or to one by name.
///
/// # Errors
/// No room for the file, or no program that prints PDFs.
pub fn print(_: &Means, sheet: &Sheet<'_>, choice: &Choice, queue: Option<&str>) -> Result<Handed> {
    sweep();
    let no_room = |e: &std::io::Error| {
        Fault::outside("Non riesco a preparare il file per la stampa.")
            .hint("Controllare che ci sia spazio sul disco e riprovare.")
            .cause(e)
    };
    let file =
        tempfile::Builder::new().prefix("sportello-").suffix(".pdf").tempfile().map_err(|e| no_room(&e))?;
    // The viewer opens the file after we return: it goes at the next printing.
    let (mut handle, path) = file.keep().map_err(|e| no_room(&e.error))?;
    handle.write_all(sheet.pdf).and_then(|()| handle.flush()).map_err(|e| no_room(&e))?;
    drop(handle);
    for _ in 0..choice.copies.count() {
        start(&path, queue)?;
    }
    Ok(Handed { printer: queue.map(str::to_owned), note: None, jobs: Vec::new(), at: None })
}

fn start(path: &Path, queue: Option<&str>) -> Result<()> {
    // The name goes through the environment: nothing in it is read as script.
    let script = if queue.is_some() {
        "Start-Process -FilePath $env:SPORTELLO_PDF -Verb PrintTo -ArgumentList ('\"' + $env:SPORTELLO_PRINTER + '\"')"
    } else {
        "Start-Process -FilePath $env:SPORTELLO_PDF -Verb Print"
    };
    let status = Command::new("powershell")
        .args(SHELL)
        .arg(script)
        .env("SPORTELLO_PDF", path)
        .env("SPORTELLO_PRINTER", queue.unwrap_or_default())
        .status()
        .map_err(|e| Fault::outside("Non riesco ad avviare la stampa.").hint("Salvare il PDF.").cause(e))?;
    if status.success() {
        return Ok(());
    }
    Err(Fault::outside("Windows non ha stampato il documento.")
        .hint("Serve un programma che apra i PDF; altrimenti salvare il PDF e stamparlo da lì."))
}

/// The printers Windows knows.
///
/// # Errors
/// When the list cannot be had.
pub fn printers(_: &Means) -> Result<Printers> {
    let ask = |script: &str| {
        let output = Command::new("powershell").args(SHELL).arg(script).output();
        output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).map_err(|e| {
            Fault::outside("Non riesco a leggere l'elenco delle stampanti.").hint("Salvare il PDF.").cause(e)
        })
    };
    let names = ask("(Get-CimInstance Win32_Printer).Name")?;
    let usual = ask("(Get-CimInstance Win32_Printer -Filter 'Default = TRUE').Name")?;
    let queues = names.lines().map(str::trim).filter(|name| !name.is_empty());
    let queues = queues.map(|name| Queue { name: name.to_owned(), state: String::new(), stopped: false });
    let usual = Some(usual.trim().to_owned()).filter(|name| !name.is_empty());
    Ok(Printers { queues: queues.collect(), usual })
}

/// Removes what earlier printings left; a file still open stays.
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
