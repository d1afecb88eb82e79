//! A file put in place whole, or what was there before.

use std::fs::{self, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use crate::fault::{Fault, Result};

/// What becomes of a file that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Old {
    /// The new one takes its place: who wrote the name of the file said so.
    Replaced,
    /// It stays, and so does the new one's maker: nobody was asked.
    Kept,
}

/// Puts a file in place. Only who made it may read it: it holds personal
/// data. What is no file (a pipe, `/dev/stdout`) is written to.
///
/// # Errors
/// The folder, the disk, a file that is to be kept. What was there is
/// untouched then, and nothing half-written is left.
pub fn put(path: &Path, bytes: &[u8], old: Old) -> Result<()> {
    // A link stays a link; the file it leads to is replaced.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    match fs::metadata(&path) {
        Ok(about) if about.is_dir() => return Err(unwritable("è il nome di una cartella")),
        Ok(about) if !about.is_file() => {
            let write = || OpenOptions::new().write(true).open(&path)?.write_all(bytes);
            return write().map_err(|e| said(&e));
        }
        Ok(about) if is_there(&path, &about, bytes, old)? => return Ok(()),
        Ok(_) => {}
        Err(_) => {}
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let write = || -> io::Result<()> {
        // The name says whose it is, should the program be killed now.
        let mut beside = tempfile::Builder::new().prefix(".sportello-").tempfile_in(folder)?;
        beside.write_all(bytes)?;
        beside.as_file().sync_all()?;
        match old {
            Old::Replaced => beside.persist(&path)?,
            // Not even one that came while we were writing.
            Old::Kept => beside.persist_noclobber(&path)?,
        };
        Ok(())
    };
    write().map_err(|e| said(&e))
}

/// Is the file that is there already the one to be put?
fn is_there(path: &Path, about: &Metadata, bytes: &[u8], old: Old) -> Result<bool> {
    if old == Old::Kept {
        let same = fs::read(path).is_ok_and(|there| there == bytes);
        return if same {
            Ok(true)
        } else {
            Err(Fault::outside("C'è già un altro file con questo nome: non è stato toccato.")
                .hint("Scegliere un altro nome."))
        };
    }
    if about.permissions().readonly() {
        return Err(unwritable("è in sola lettura"));
    }
    Ok(false)
}

fn said(e: &io::Error) -> Fault {
    let why = match e.kind() {
        ErrorKind::NotFound => "la cartella non c'è",
        ErrorKind::NotADirectory => "il percorso passa per un file",
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => "la cartella è in sola lettura",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => "il disco è pieno",
        ErrorKind::InvalidFilename => "il nome è troppo lungo",
        ErrorKind::AlreadyExists => "ce n'è già uno con questo nome",
        _ => "il disco non risponde",
    };
    unwritable(why).cause(e)
}

fn unwritable(why: &str) -> Fault {
    Fault::outside(format!("Il file non si può scrivere: {why}."))
        .hint("Scegliere un altro posto, o rimediare e riprovare.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_put_in_place_whole() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.txt");
        put(&path, b"uno", Old::Replaced).unwrap();
        put(&path, b"due", Old::Replaced).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"due");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_to_be_kept_is_kept() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.pdf");
        put(&path, b"uno", Old::Kept).unwrap();
        put(&path, b"uno", Old::Kept).unwrap();
        let told = put(&path, b"due", Old::Kept).unwrap_err();
        assert!(told.message.contains("C'è già un altro file"), "{told}");
        assert_eq!(fs::read(&path).unwrap(), b"uno");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn each_obstacle_has_its_sentence() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("a.txt");
        fs::write(&file, "uno").unwrap();
        let mut mode = fs::metadata(&file).unwrap().permissions();
        mode.set_readonly(true);
        fs::set_permissions(&file, mode).unwrap();
        let long = dir.path().join("x".repeat(300));
        for (path, says) in [
            (dir.path().join("no/a.txt"), "la cartella non c'è"),
            (dir.path().to_owned(), "è il nome di una cartella"),
            (file.join("b.txt"), "passa per un file"),
            (file.clone(), "è in sola lettura"),
            (long, "troppo lungo"),
        ] {
            let told = put(&path, b"due", Old::Replaced).unwrap_err();
            assert!(told.exit_code() == 4 && told.message.contains(says), "{told} for {says}");
        }
        assert_eq!(fs::read(&file).unwrap(), b"uno");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_and_a_device_is_written_to() {
        let dir = tempfile::tempdir().unwrap();
        let (file, link) = (dir.path().join("a.txt"), dir.path().join("b.txt"));
        fs::write(&file, "uno").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        put(&link, b"due", Old::Replaced).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&file).unwrap(), b"due");
        put(Path::new("/dev/null"), b"tre", Old::Replaced).unwrap();
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
        assert!(put(Path::new("/dev/full"), b"tre", Old::Replaced).unwrap_err().message.contains("pieno"));
    }
}
