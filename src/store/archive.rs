//! The archive: the file of each issued document by its digest, once and
//! compressed, with the words it was made of. Of this desk: files travel
//! between desks beside the recorded changes, by digest.

use std::io::{Read as _, Write as _};

use chrono::NaiveDateTime;
use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use sha2::{Digest, Sha256};

use super::convert::Time;
use super::write::{Read, Tx};
use crate::fault::{Fault, Result};

/// Largest file taken back from the archive, bytes: hundreds of times a
/// document, so that a damaged row cannot fill the memory.
const LARGEST: u64 = 64 * 1024 * 1024;

/// A file as it was put in the archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Archived {
    /// The file.
    pub pdf: Vec<u8>,
    /// The words it was made of, as JSON; `None` where they were not kept.
    pub words: Option<String>,
}

/// SHA-256 of a file, 64 hexadecimal digits.
#[must_use]
pub fn digest_of(file: &[u8]) -> String {
    Sha256::digest(file).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn packed(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::default());
    packer.write_all(bytes).map_err(Fault::internal)?;
    packer.finish().map_err(Fault::internal)
}

fn unpacked(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut out = Vec::new();
    ZlibDecoder::new(bytes).take(LARGEST).read_to_end(&mut out)?;
    Ok(out)
}

fn damaged(cause: impl std::fmt::Display) -> Fault {
    Fault::office("Il file archiviato è danneggiato: non ha più la sua impronta.")
        .hint(
            "«sportello documents pdf» prova a rifarlo uguale; se no, riprenderlo da una copia di sicurezza.",
        )
        .cause(cause)
}

impl Tx<'_> {
    /// Puts a file in the archive under its digest. What is there already and
    /// whole stays as it is; what is damaged is put again.
    ///
    /// # Errors
    /// When the file cannot be written; nothing is left then, nor of the
    /// command that brings it.
    pub fn archive_put(
        &self,
        digest: &str,
        file: &[u8],
        words: Option<&str>,
        at: NaiveDateTime,
    ) -> Result<()> {
        if matches!(self.archived(digest), Ok(Some(_))) {
            return Ok(());
        }
        let words = words.map(|words| packed(words.as_bytes())).transpose()?;
        self.run(
            "INSERT INTO local_archive (digest, size, file, words, at) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT DO UPDATE SET size = excluded.size, file = excluded.file, words = excluded.words",
            (digest, i64::try_from(file.len()).map_err(Fault::internal)?, packed(file)?, words, Time(at)),
        )
        .map(|_| ())
    }
}

impl Read<'_> {
    /// The file with a digest; `None` when it is not on this desk.
    ///
    /// # Errors
    /// When the file cannot be read, or is no longer the one of its digest.
    pub fn archived(&self, digest: &str) -> Result<Option<Archived>> {
        let sql = "SELECT size, file, words FROM local_archive WHERE digest = ?1";
        let row = self.one(sql, [digest], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, Vec<u8>>(1)?, row.get::<_, Option<Vec<u8>>>(2)?))
        })?;
        let Some((size, file, words)) = row else { return Ok(None) };
        let pdf = unpacked(&file).map_err(damaged)?;
        if i64::try_from(pdf.len()) != Ok(size) || digest_of(&pdf) != digest {
            return Err(damaged("another digest"));
        }
        let words = words.map(|words| unpacked(&words)).transpose().map_err(damaged)?;
        let words = words.map(String::from_utf8).transpose().map_err(damaged)?;
        Ok(Some(Archived { pdf, words }))
    }

    /// The digests of all files on this desk, with the bytes each takes.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn archive_index(&self) -> Result<Vec<(String, u64)>> {
        let sql = "SELECT digest, length(file) + ifnull(length(words), 0) FROM local_archive ORDER BY digest";
        self.all(sql, [], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?.unsigned_abs())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_back_and_a_broken_one_does_not() {
        let words = "parole ".repeat(2_000);
        let packed = packed(words.as_bytes()).unwrap();
        assert!(packed.len() < words.len() / 20);
        assert_eq!(unpacked(&packed).unwrap(), words.as_bytes());
        let mut broken = packed.clone();
        let middle = broken.len() / 2;
        broken[middle] ^= 0x40;
        assert!(unpacked(&broken).is_err() || unpacked(&broken).unwrap() != words.as_bytes());
        assert!(unpacked(b"").is_err() || unpacked(b"").unwrap().is_empty());
        assert_eq!(digest_of(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
