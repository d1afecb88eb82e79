//! What operators were typing, kept in the file until it is stored: local to
//! this desk, neither recorded nor audited.

use crate::domain::ids::OperatorId;
use crate::fault::Result;
use crate::store::drafts::{Draft, DraftKey};

use super::run::Desk;

impl Desk {
    /// Keeps what is typed on a screen over what was kept before.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_draft(&mut self, whose: OperatorId, screen: &str, subject: &str, json: String) -> Result<()> {
        let saved_at = self.clock().now();
        self.store_mut().draft_put(&Draft { key: key(whose, screen, subject), json, saved_at })
    }

    /// Forgets it.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn drop_draft(&mut self, whose: OperatorId, screen: &str, subject: &str) -> Result<()> {
        self.store_mut().draft_delete(&key(whose, screen, subject))
    }

    /// What was kept.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn draft(&self, whose: OperatorId, screen: &str, subject: &str) -> Result<Option<String>> {
        Ok(self.store().read().draft(&key(whose, screen, subject))?.map(|draft| draft.json))
    }
}

fn key(operator: OperatorId, screen: &str, subject: &str) -> DraftKey {
    DraftKey { operator, screen: screen.to_owned(), subject: subject.to_owned() }
}
