//! The arguments of `sportello tables`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Subcommand;

use super::day;

/// `sportello tables`.
#[derive(Debug, clap::Args)]
pub struct TablesArgs {
    /// What about them.
    #[command(subcommand)]
    pub what: TablesCommand,
}

/// The commands of `sportello tables`.
#[derive(Debug, Subcommand)]
pub enum TablesCommand {
    /// Elenca le tabelle, o le righe di una che valgono oggi
    List(TablesListArgs),
    /// Carica righe dell'ufficio da un file TOML: tutte o nessuna
    Load(TablesLoadArgs),
}

/// `sportello tables list`.
#[derive(Debug, clap::Args)]
pub struct TablesListArgs {
    /// Quale: parameters, income_limits, … (senza nome, l'elenco)
    #[arg(value_name = "TABELLA")]
    pub table: Option<String>,
    /// Un oggetto JSON per riga
    #[arg(long)]
    pub json: bool,
}

/// `sportello tables load`.
#[derive(Debug, clap::Args)]
pub struct TablesLoadArgs {
    /// Il file: table, reason, source e le righe (row)
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Da quando valgono le righe che non lo dicono: 2026-12-01
    #[arg(long, value_name = "GIORNO", value_parser = day)]
    pub from: Option<NaiveDate>,
    /// Dice che cosa succederebbe, senza scrivere
    #[arg(long)]
    pub dry_run: bool,
}
