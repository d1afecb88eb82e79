//! The arguments of `sportello backup` and `sportello restore`.

use std::path::PathBuf;

/// `sportello backup`.
#[derive(Debug, clap::Args)]
pub struct BackupArgs {
    /// Dove: una cartella che c'è già, meglio se su un altro disco (dove vanno di solito)
    #[arg(value_name = "CARTELLA")]
    pub folder: Option<PathBuf>,
    /// D'ora in poi le copie fatte da sole, alla chiusura, vanno in questa cartella
    #[arg(long, requires = "folder")]
    pub always: bool,
    /// Un documento JSON
    #[arg(long)]
    pub json: bool,
}

/// `sportello restore`.
#[derive(Debug, clap::Args)]
pub struct RestoreArgs {
    /// Il file .db della copia, con accanto i suoi .keys e .json
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// In quale cartella (quella dell'ufficio)
    #[arg(long, value_name = "CARTELLA")]
    pub dir: Option<PathBuf>,
    /// Prova la copia e dice che cosa si perderebbe, senza toccare nulla
    #[arg(long, conflicts_with = "yes")]
    pub dry_run: bool,
    /// Ripristina davvero
    #[arg(long)]
    pub yes: bool,
}
