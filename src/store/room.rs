//! What a disk still takes: how much room, and whether from us.

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

/// May this user write in the folder? The system is asked; nothing is written.
#[cfg(unix)]
#[must_use]
pub fn may_write(dir: &Path) -> bool {
    rustix::fs::access(dir, rustix::fs::Access::WRITE_OK | rustix::fs::Access::EXEC_OK).is_ok()
}

/// May this user write in the folder?
#[cfg(not(unix))]
#[must_use]
pub fn may_write(dir: &Path) -> bool {
    std::fs::metadata(dir).is_ok_and(|about| about.is_dir() && !about.permissions().readonly())
}
