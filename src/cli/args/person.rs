//! The arguments of `sportello person`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Subcommand;

use super::day;

/// `sportello person`.
#[derive(Debug, clap::Args)]
pub struct PersonArgs {
    /// What about them.
    #[command(subcommand)]
    pub what: PersonCommand,
}

/// The commands of `sportello person`.
#[derive(Debug, Subcommand)]
pub enum PersonCommand {
    /// Tutti i dati della persona, in JSON o su carta
    Export(PersonExportArgs),
    /// Chi ha visto, stampato, esportato o cambiato i dati della persona, quando e perché
    AccessReport(AccessReportArgs),
}

/// `sportello person export`.
#[derive(Debug, clap::Args)]
pub struct PersonExportArgs {
    /// Codice fiscale o identificativo
    #[arg(value_name = "PERSONA")]
    pub person: String,
    /// json, pdf (json)
    #[arg(long, value_enum, default_value_t = ExportFormat::Json, hide_default_value = true,
          hide_possible_values = true, value_name = "FORMATO")]
    pub format: ExportFormat,
    /// Scrive nel file invece che sullo schermo
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// The forms of `sportello person export`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum ExportFormat {
    /// One JSON document.
    Json,
    /// On paper.
    Pdf,
}

/// `sportello person access-report`.
#[derive(Debug, clap::Args)]
pub struct AccessReportArgs {
    /// Codice fiscale o identificativo
    #[arg(value_name = "PERSONA")]
    pub person: String,
    /// Da questo giorno: 2026-11-23 (dalla registrazione)
    #[arg(long, value_name = "GIORNO", value_parser = day)]
    pub from: Option<NaiveDate>,
    /// Fino a questo giorno compreso (oggi)
    #[arg(long, value_name = "GIORNO", value_parser = day)]
    pub to: Option<NaiveDate>,
    /// Con i nomi degli operatori, e perché servono; senza, un numero per ciascuno
    #[arg(long, value_name = "MOTIVO")]
    pub names: Option<String>,
    /// Scrive il documento in un file PDF
    #[arg(short, long, value_name = "FILE", conflicts_with = "json")]
    pub output: Option<PathBuf>,
    /// Un documento JSON
    #[arg(long)]
    pub json: bool,
}
