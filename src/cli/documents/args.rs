//! The arguments of `sportello documents`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Subcommand;

use crate::cli::args::day;

/// `sportello documents`.
#[derive(Debug, clap::Args)]
pub struct DocumentsArgs {
    /// What about them.
    #[command(subcommand)]
    pub what: DocumentsCommand,
}

/// The commands of `sportello documents`.
#[derive(Debug, Subcommand)]
pub enum DocumentsCommand {
    /// Elenca i documenti emessi, dal più recente
    List(DocumentsListArgs),
    /// Scrive il file di un documento: quello archiviato; se non c'è ancora lo fa e lo archivia
    Pdf(DocumentsPdfArgs),
    /// Controlla l'archivio: ogni documento ha il suo file, ogni file la sua impronta
    Verify(DocumentsVerifyArgs),
}

/// `sportello documents list`.
#[derive(Debug, clap::Args)]
pub struct DocumentsListArgs {
    /// Di una persona sola: codice fiscale o identificativo
    #[arg(long, value_name = "PERSONA")]
    pub person: Option<String>,
    /// Di questa specie: psp, did_receipt, convocation, memo, placement_receipt,
    /// placement_obstacles, placement_accepted, placement_refused
    #[arg(long, value_name = "SPECIE")]
    pub kind: Option<String>,
    /// Emessi da questo giorno: 2026-11-23
    #[arg(long, value_name = "GIORNO", value_parser = day)]
    pub from: Option<NaiveDate>,
    /// Emessi fino a questo giorno compreso
    #[arg(long, value_name = "GIORNO", value_parser = day)]
    pub to: Option<NaiveDate>,
    /// Un oggetto JSON per riga
    #[arg(long)]
    pub json: bool,
}

/// `sportello documents pdf`.
#[derive(Debug, clap::Args)]
pub struct DocumentsPdfArgs {
    /// Numero del documento: ESN03-2026-000123
    #[arg(value_name = "NUMERO")]
    pub number: String,
    /// Il file da scrivere
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
    /// Come copia: in fondo a ogni pagina l'impronta dell'originale e chi lo conserva
    #[arg(long)]
    pub copy: bool,
    /// A caratteri grandi, 18 punti
    #[arg(long)]
    pub large: bool,
    /// Perché serve, per i documenti con dati particolari
    #[arg(long, value_name = "MOTIVO")]
    pub reason: Option<String>,
}

/// `sportello documents verify`.
#[derive(Debug, clap::Args)]
pub struct DocumentsVerifyArgs {
    /// Un documento JSON
    #[arg(long)]
    pub json: bool,
}
