//! The arguments of `sportello report`.

use std::path::PathBuf;

/// `sportello report`.
#[derive(Debug, clap::Args)]
pub struct ReportArgs {
    /// people: quante persone, per età, genere, provincia, cittadinanza, senza nomi né numeri piccoli;
    /// retention: le schede ferme da più anni di quanti l'ente le conserva
    #[arg(value_name = "NOME", value_enum, hide_possible_values = true)]
    pub name: ReportName,
    /// table, csv, json (table)
    #[arg(long, value_enum, default_value_t = ReportFormat::Table, hide_default_value = true,
          hide_possible_values = true, value_name = "FORMATO")]
    pub format: ReportFormat,
    /// Scrive nel file invece che sullo schermo
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// The reports there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum ReportName {
    /// How many people there are.
    People,
    /// Whose term is over.
    Retention,
}

/// The forms of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum ReportFormat {
    /// For people.
    Table,
    /// RFC 4180.
    Csv,
    /// One JSON document.
    Json,
}
