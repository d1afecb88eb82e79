//! Documents: one page flow; text, preview and PDF come from it.
//!
//! A document is [`block::Content`]; [`flow::flow`] puts it on [`page::Pages`],
//! a display list with a structure tree that knows of no library; [`plain`]
//! reads the pages as text for the terminal, [`pdf`] writes them as a file,
//! [`printing`] hands the file to the printer. What each document says is in its
//! [`template`], filled by [`kinds`]: [`content`] and [`pages`] are the one door.

pub mod block;
pub mod brief;
pub mod code;
pub mod face;
pub mod flow;
pub mod gulpease;
pub mod kinds;
pub mod page;
pub mod pdf;
pub mod picture;
pub mod plain;
pub mod printing;
pub mod psp;
pub mod put;
pub mod recovery;
pub mod reprint;
pub mod script;
pub mod template;

pub use crate::domain::number;
pub use block::{Content, TextSize};
pub use code::PageCode;
pub use flow::line::prints;
pub use kinds::{
    Shipped, Worded, access_report, agenda, check, content, pages, person_data, shipped, templates,
};
pub use page::Pages;
pub use pdf::{ArchiveLevel, Pdf};
pub use plain::{LineLook, TextLine, TextPage};
pub use recovery::{RecoverySheet, recovery_sheet};

/// The right half of the page foot.
fn page_of(page: usize, pages: usize) -> String {
    format!("Pagina {page} di {pages}")
}
