//! What the check of the chain tells.

use chrono::NaiveDate;

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Harm {
    /// A line says something else.
    Changed,
    /// Lines are missing.
    Removed,
    /// Lines that the program did not write.
    Inserted,
    /// A line is not in its place.
    Moved,
    /// A closed day is missing, has another signature or other lines.
    Day,
}

impl Harm {
    /// The stable name.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Removed => "removed",
            Self::Inserted => "inserted",
            Self::Moved => "moved",
            Self::Day => "day",
        }
    }

    fn label(self, many: bool) -> &'static str {
        match (self, many) {
            (Self::Changed, false) => "cambiata",
            (Self::Changed, true) => "cambiate",
            (Self::Removed, false) => "tolta",
            (Self::Removed, true) => "tolte",
            (Self::Inserted, false) => "aggiunta",
            (Self::Inserted, true) => "aggiunte",
            (Self::Moved, false) => "spostata",
            (Self::Moved, true) => "spostate",
            (Self::Day, _) => "la chiusura del giorno non torna",
        }
    }
}

/// One place where the chain is not what the program wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AuditFault {
    /// What was done.
    pub harm: Harm,
    /// The first line, as lines are numbered now.
    pub first: i64,
    /// The last line.
    pub last: i64,
}

impl AuditFault {
    /// In words.
    #[must_use]
    pub fn sentence(&self) -> String {
        let Self { harm, first, last } = *self;
        let many = last > first;
        let what = harm.label(many);
        if many { format!("righe {first}-{last}: {what}") } else { format!("riga {first}: {what}") }
    }
}

/// What the check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditCheck {
    /// Lines looked at.
    pub lines: i64,
    /// Days closed.
    pub days: usize,
    /// The last day closed.
    pub closed: Option<NaiveDate>,
    /// What is wrong, in the order of the lines, twenty at most.
    pub wrong: Vec<AuditFault>,
}
