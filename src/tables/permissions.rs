//! Which role may do what, by day: a table of the office like the others.

use chrono::NaiveDate;
use serde_json::Value as Json;

use super::catalogue::Catalogue;
use crate::domain::office::Role;
use crate::domain::office_row::Table;
use crate::domain::permission::Permission;

impl Catalogue {
    /// The roles that may do something on a day.
    #[must_use]
    pub fn roles_that_may(&self, what: Permission, day: NaiveDate) -> Vec<Role> {
        let row = self.row(Table::Permissions, what.word(), day);
        let may = |role: &Role| row.is_some_and(|row| row.cells.get(role.word()) == Some(&Json::Bool(true)));
        Role::ALL.iter().copied().filter(may).collect()
    }

    /// How a permission is told after "per".
    #[must_use]
    pub fn permission_label(&self, what: Permission, day: NaiveDate) -> &str {
        self.row(Table::Permissions, what.word(), day).map_or("", |row| row.text("label"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::catalogue::embedded;

    #[test]
    fn every_permission_has_its_row_and_every_row_its_permission() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let rows = embedded().rows(Table::Permissions);
        let words: Vec<_> = Permission::ALL.iter().map(|what| what.word()).collect();
        assert_eq!(rows.iter().map(|row| row.code.as_str()).collect::<Vec<_>>(), words);
        for what in Permission::ALL {
            assert!(!embedded().permission_label(*what, day).is_empty(), "{what:?}");
            let roles = embedded().roles_that_may(*what, day);
            assert!(roles.contains(&Role::Administrator) || roles.contains(&Role::Supervisor), "{what:?}");
            assert!(*what == Permission::Read || !roles.contains(&Role::Reader), "a reader reads: {what:?}");
        }
    }
}
