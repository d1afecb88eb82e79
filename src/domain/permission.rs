//! What somebody who works here may do. Which role may do what is a table
//! with dates (`assets/data/tables/permissions.toml`), where an office may
//! have rows of its own.

use super::finding::{Level, Rule};
use super::office::Role;

/// Something one may do, or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Permission {
    /// Search and read people and what was recorded of them.
    Read,
    /// See special data: health, disability, protection (R-PRV-1).
    Special,
    /// Print and take copies of what was issued.
    Print,
    /// Take data of several people out of the program.
    Export,
    /// Register people and change their data.
    People,
    /// Declarations, jobs and incomes.
    Did,
    /// Registrations and agreements that come from elsewhere.
    Intake,
    /// Assessments.
    Assessment,
    /// Pacts: write, issue, sign.
    Pact,
    /// Issue documents other than pacts.
    Documents,
    /// Appointments and what came of them.
    Agenda,
    /// LEP activities.
    Activities,
    /// Conditionality cases.
    Cases,
    /// Targeted placement.
    Targeted,
    /// Opening hours, closures, absences of operators.
    Calendar,
    /// The office's own rows of the tables.
    Tables,
    /// Who works here, passwords, the keys of the office.
    Operators,
    /// The log of accesses of others.
    Audit,
    /// Rights of a person on their data: export, restriction, retention.
    Privacy,
    /// Undo what was recorded.
    Undo,
    /// Copies of the whole office, and the checks of it.
    Backup,
}

impl Permission {
    /// Every one, as listed.
    pub const ALL: &'static [Self] = &[
        Self::Read,
        Self::Special,
        Self::Print,
        Self::Export,
        Self::People,
        Self::Did,
        Self::Intake,
        Self::Assessment,
        Self::Pact,
        Self::Documents,
        Self::Agenda,
        Self::Activities,
        Self::Cases,
        Self::Targeted,
        Self::Calendar,
        Self::Tables,
        Self::Operators,
        Self::Audit,
        Self::Privacy,
        Self::Undo,
        Self::Backup,
    ];

    /// Its code in the table.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Special => "special",
            Self::Print => "print",
            Self::Export => "export",
            Self::People => "people",
            Self::Did => "did",
            Self::Intake => "intake",
            Self::Assessment => "assessment",
            Self::Pact => "pact",
            Self::Documents => "documents",
            Self::Agenda => "agenda",
            Self::Activities => "activities",
            Self::Cases => "cases",
            Self::Targeted => "targeted",
            Self::Calendar => "calendar",
            Self::Tables => "tables",
            Self::Operators => "operators",
            Self::Audit => "audit",
            Self::Privacy => "privacy",
            Self::Undo => "undo",
            Self::Backup => "backup",
        }
    }
}

/// What of it an office may not take from its administrators: they could not
/// give it back.
pub const KEPT: &[&str] = &["operators", "tables"];

/// Who may not.
pub const NOT_PERMITTED: Rule = Rule {
    id: "R-PRV-11",
    level: Level::Block,
    reference: "GDPR art. 29 e 32 par. 4; circ. AgID 2/2017: privilegi minimi",
    text: "Serve il ruolo di {} per {}.",
};

/// An office whose administrators could no longer set things right.
pub const KEPT_BY_ADMINISTRATORS: Rule = Rule {
    id: "R-UFF-34",
    level: Level::Block,
    reference: "permessi dei ruoli",
    text: "Questo permesso non si toglie agli amministratori: nessuno potrebbe più ridarlo.",
};

/// `responsabile o amministratore`.
#[must_use]
pub fn told(roles: &[Role]) -> String {
    let names: Vec<&str> = roles.iter().map(|role| role.label()).collect();
    match names.as_slice() {
        [] => "nessuno, in questo ufficio,".to_owned(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} o {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_may_is_said() {
        assert_eq!(told(&[Role::Supervisor, Role::Administrator]), "responsabile o amministratore");
        assert_eq!(told(&[Role::Reader]), "lettore");
        assert!(told(&[]).contains("nessuno"));
    }
}
