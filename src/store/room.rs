//! How much room a disk has left.

use std::path::Path;

/// Bytes that this user may still write where `path` is; `None` when the
/// system does not say.
#[cfg(unix)]
#[must_use]
pub fn free(path: &Path) -> Option<u64> {
    let about = rustix::fs::statvfs(path).ok()?;
    about.f_bavail.checked_mul(about.f_frsize)
}

/// Bytes that this user may still write where `path` is; `None` when the
/// system does not say.
#[cfg(not(unix))]
#[must_use]
pub fn free(_: &Path) -> Option<u64> {
    None
}
