//! The arguments, as the contract of the command line names them.

use clap::{Parser, Subcommand};

/// The desk of the Italian public employment centre.
#[derive(Debug, Parser)]
#[command(
    name = "sportello",
    version,
    about = "Lo sportello del centro per l'impiego, da tastiera, senza rete"
)]
pub struct Args {
    /// What to do; nothing: the desk.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Controlla codici fiscali: validi o no e perché, nascita, omocodia, luogo
    Cf(CfArgs),
}

/// `sportello cf`.
#[derive(Debug, clap::Args)]
pub struct CfArgs {
    /// Codici fiscali, maiuscoli o minuscoli
    #[arg(required = true, value_name = "CODICE")]
    pub codes: Vec<String>,
    /// Un oggetto JSON per riga
    #[arg(long)]
    pub json: bool,
}
