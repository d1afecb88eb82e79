//! Words of the help screen.

/// Title of the screen.
pub const TITLE: &str = "Guida";
/// Its tabs.
pub const TABS: [&str; 3] = ["Questo campo", "Questa maschera", "Tutti i tasti"];
