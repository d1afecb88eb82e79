//! Every write as a command, every question as a query.

mod advice;
mod agenda_paper;
mod archive;
mod backup;
mod calendar;
pub mod command;
mod convened;
mod drafts;
mod execute;
pub mod figures;
pub mod interview;
pub mod law;
mod lep;
mod numbers;
pub mod opening;
pub mod order;
pub mod outcome;
pub mod pact;
pub mod paper;
pub mod past;
pub mod query;
pub mod replay;
pub mod restore;
mod run;
mod settings;
pub mod standing;
mod verify;
pub mod weigh;

pub use archive::{ArchiveCheck, DocumentFile};
pub use command::{Command, IdSource};
pub use law::Law;
pub use order::Order;
pub use outcome::Outcome;
pub use query::{Answer, Query};
pub use run::Desk;
pub use verify::{Checked, Found};
