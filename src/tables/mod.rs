//! The data that ships with the program, parsed into domain values.
//!
//! Every table is embedded from `assets/data`, read once at its first use and
//! tested whole, so that a damaged table cannot leave this repository.

pub mod catalogue;
pub mod citizenships;
pub mod code_table;
pub mod consequences;
pub mod fold;
pub mod gol_proposal;
pub mod guide;
pub mod holidays;
pub mod income_limits;
pub mod languages;
pub mod lep;
mod permissions;
pub mod places;
pub mod provinces;
pub mod questionnaires;
pub mod row_file;
pub mod rules;
pub mod sap;
pub mod sheets;
pub mod special_words;
pub mod templates;
pub mod written;

pub use code_table::{CodeRow, CodeTable};
