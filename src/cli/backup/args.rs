//! The arguments of `sportello backup` and `sportello restore`.

use std::path::PathBuf;

/// `sportello backup`.
#[derive(Debug, clap::Args)]
pub struct BackupArgs {
    /// Dove: una cartella che c'è già, meglio se su un altro disco
    #[arg(value_name = "CARTELLA")]
    pub folder: PathBuf,
    /// Un documento JSON
    #[arg(long)]
    pub json: bool,
}
