//! What an operator was typing: kept apart from the records until it is
//! confirmed, so that a power cut or a lock loses nothing.

use chrono::NaiveDateTime;

use super::convert::Time;
use super::open::Store;
use super::write::Read;
use crate::domain::ids::OperatorId;
use crate::fault::Result;

/// Which draft: one for each operator, screen and subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftKey {
    /// Whose.
    pub operator: OperatorId,
    /// The code of the screen, `DI01`.
    pub screen: String,
    /// What it is about: an id as text; empty for a new record.
    pub subject: String,
}

/// A draft as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Which.
    pub key: DraftKey,
    /// The values as the form engine wrote them.
    pub json: String,
    /// When it was last saved.
    pub saved_at: NaiveDateTime,
}

impl Store {
    /// Saves a draft over the one before.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn draft_put(&mut self, draft: &Draft) -> Result<()> {
        let key = &draft.key;
        self.note(
            "INSERT INTO local_draft (operator, screen, subject, json, saved_at) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT DO UPDATE SET json = excluded.json, saved_at = excluded.saved_at",
            (key.operator, &key.screen, &key.subject, &draft.json, Time(draft.saved_at)),
        )?;
        Ok(())
    }

    /// Forgets a draft: confirmed, or thrown away. Nothing if there is none.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn draft_delete(&mut self, key: &DraftKey) -> Result<()> {
        self.note(
            "DELETE FROM local_draft WHERE operator = ?1 AND screen = ?2 AND subject = ?3",
            (key.operator, &key.screen, &key.subject),
        )?;
        Ok(())
    }
}

impl Read<'_> {
    /// The draft, if there is one.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn draft(&self, key: &DraftKey) -> Result<Option<Draft>> {
        self.one(
            "SELECT operator, screen, subject, json, saved_at FROM local_draft
             WHERE operator = ?1 AND screen = ?2 AND subject = ?3",
            (key.operator, &key.screen, &key.subject),
            draft,
        )
    }

    /// All drafts of an operator, the newest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn drafts(&self, operator: OperatorId) -> Result<Vec<Draft>> {
        self.all(
            "SELECT operator, screen, subject, json, saved_at FROM local_draft
             WHERE operator = ?1 ORDER BY saved_at DESC, screen, subject",
            [operator],
            draft,
        )
    }
}

fn draft(row: &rusqlite::Row<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft {
        key: DraftKey { operator: row.get(0)?, screen: row.get(1)?, subject: row.get(2)? },
        json: row.get(3)?,
        saved_at: row.get::<_, Time>(4)?.0,
    })
}
