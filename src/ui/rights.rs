//! What whoever is at the desk may do, for what screens offer. The desk asks
//! again, and has the last word.

use chrono::NaiveDate;

use super::screen::{Cx, Session};
use crate::desk::Law;
use crate::domain::finding::Finding;
use crate::domain::office::{Office, Operator, Role};
use crate::domain::permission::Permission;

impl Session {
    /// Somebody who is in, in an office with passwords and a recovery key.
    #[must_use]
    pub fn new(operator: Operator, office: Office, law: Law) -> Self {
        Self { operator, office, law, must_change: false, passwords: true, recovery: true }
    }

    /// Why not, by the tables of a day (R-PRV-11); `None`: they may.
    #[must_use]
    pub fn barred(&self, what: Permission, day: NaiveDate) -> Option<Finding> {
        // Until there is an administrator supervisors stand in; the desk knows.
        let stands_in = what == Permission::Operators && self.operator.role == Role::Supervisor;
        self.law.barred(&self.operator, what, day).filter(|_| !stands_in)
    }
}

impl Cx<'_> {
    /// Why whoever is at the desk may not do something, as the tables are now;
    /// `None`: they may. Without anybody nothing is asked.
    #[must_use]
    pub fn barred(&self, what: Permission) -> Option<Finding> {
        self.session?.barred(what, self.today())
    }

    /// May whoever is at the desk do something?
    #[must_use]
    pub fn may(&self, what: Permission) -> bool {
        self.barred(what).is_none()
    }
}
