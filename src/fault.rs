//! Faults: what went wrong, said to a person, with the way out.
//!
//! A rule that refuses something is *not* a fault, it is a
//! [`crate::domain::finding::Finding`]. Faults are about files, arguments,
//! printers and defects.

use std::fmt;

/// Whose problem it is; decides the exit code of the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// Whoever asks may not (exit 1, as everything a rule refuses).
    Refused,
    /// The arguments or the input lines are not usable (exit 2).
    Usage,
    /// The office file cannot be used: missing, locked, wrong password,
    /// damaged, newer (exit 3).
    Office,
    /// Something outside failed and may be tried again: printer, disk (exit 4).
    Outside,
    /// A defect of the program (exit 70).
    Internal,
}

/// One fault: an Italian sentence, what to do about it, and the technical
/// cause for the log (never shown with personal data in it).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Whose problem it is.
    pub kind: FaultKind,
    /// What happened, in Italian, one sentence.
    pub message: String,
    /// What to do now, in Italian; empty when nothing can be done.
    pub hint: String,
    /// Technical cause, in English, for the log.
    pub cause: String,
}

/// The result of anything that may meet a fault.
pub type Result<T> = std::result::Result<T, Fault>;

impl Fault {
    /// A fault of the given kind with its Italian sentence.
    pub fn new(kind: FaultKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), hint: String::new(), cause: String::new() }
    }

    /// Unusable arguments or input.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(FaultKind::Usage, message)
    }

    /// The office file cannot be used.
    pub fn office(message: impl Into<String>) -> Self {
        Self::new(FaultKind::Office, message)
    }

    /// Something outside the program failed.
    pub fn outside(message: impl Into<String>) -> Self {
        Self::new(FaultKind::Outside, message)
    }

    /// A defect of the program; `cause` goes to the log.
    pub fn internal(cause: impl fmt::Display) -> Self {
        Self::new(FaultKind::Internal, "Il programma ha incontrato un difetto.")
            .hint("Quanto scritto è nella bozza. Chiudere e riaprire; se si ripete, avvisare chi cura il programma.")
            .cause(cause)
    }

    /// Adds what to do now.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// Adds the technical cause.
    #[must_use]
    pub fn cause(mut self, cause: impl fmt::Display) -> Self {
        self.cause = cause.to_string();
        self
    }

    /// The number by which a defect is quoted, `0.1.0-3fa9c210`: the same
    /// defect of the same version has the same one. `None` for other faults.
    #[must_use]
    pub fn number(&self) -> Option<String> {
        let version = env!("CARGO_PKG_VERSION");
        // FNV-1a: told apart is all they must be.
        let step = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        let hash = version.bytes().chain(self.cause.bytes()).fold(0x811c_9dc5, step);
        (self.kind == FaultKind::Internal).then(|| format!("{version}-{hash:08x}"))
    }

    /// The exit code of `cli.md`: 1 refused, 2 usage, 3 office, 4 outside, 70 defect.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self.kind {
            FaultKind::Refused => 1,
            FaultKind::Usage => 2,
            FaultKind::Office => 3,
            FaultKind::Outside => 4,
            FaultKind::Internal => 70,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        if !self.hint.is_empty() {
            write!(f, " {}", self.hint)?;
        }
        Ok(())
    }
}

impl std::error::Error for Fault {}
