//! Small things this desk remembers for itself: neither recorded nor audited,
//! and never sent to another desk.

use super::run::Desk;
use crate::fault::Result;

impl Desk {
    /// What is remembered under this name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn remembered(&self, name: &str) -> Result<Option<String>> {
        self.store().read().setting(name)
    }

    /// Remembers it, over what was remembered before.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn remember(&mut self, name: &str, value: &str) -> Result<()> {
        self.store_mut().setting_put(name, value)
    }
}
