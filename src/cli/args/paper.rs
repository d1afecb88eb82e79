//! The arguments of `sportello template`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Subcommand;

use super::day;

/// `sportello template`.
#[derive(Debug, clap::Args)]
pub struct TemplateArgs {
    /// What about them.
    #[command(subcommand)]
    pub what: TemplateCommand,
}

/// The commands of `sportello template`.
#[derive(Debug, Subcommand)]
pub enum TemplateCommand {
    /// Elenca i modelli: del programma o dell'ufficio, da quando
    List(TemplateListArgs),
    /// Scrive un modello in un file, per cambiarlo
    Export(TemplateExportArgs),
    /// Dice tutti gli errori di un modello, con riga e colonna
    Check(TemplateCheckArgs),
    /// Carica un modello dell'ufficio, da un giorno in poi
    Load(TemplateLoadArgs),
    /// Ritira un modello dell'ufficio: torna a valere quello di prima
    Withdraw(TemplateWithdrawArgs),
    /// Carica il logo dell'ufficio (PNG o JPEG), o lo toglie
    Logo(LogoArgs),
    /// Righe sotto l'intestazione e numero di protocollo; senza opzioni, come sono oggi
    Letterhead(LetterheadArgs),
}

/// `sportello template list`.
#[derive(Debug, clap::Args)]
pub struct TemplateListArgs {
    /// Un oggetto JSON per riga
    #[arg(long)]
    pub json: bool,
}

/// `sportello template export`.
#[derive(Debug, clap::Args)]
pub struct TemplateExportArgs {
    /// Quale: psp, agenda, …
    #[arg(value_name = "MODELLO")]
    pub name: String,
    /// Il file da scrivere (sullo schermo)
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Quello del programma, anche se l'ufficio ne ha uno suo
    #[arg(long)]
    pub shipped: bool,
}

/// `sportello template check`.
#[derive(Debug, clap::Args)]
pub struct TemplateCheckArgs {
    /// I file
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Di che documento sono (il nome del file)
    #[arg(long, value_name = "MODELLO")]
    pub kind: Option<String>,
    /// Un oggetto JSON per errore
    #[arg(long)]
    pub json: bool,
}

/// From when something of the office's own holds, and why.
#[derive(Clone, Debug, clap::Args)]
pub struct FromDay {
    /// Da quando vale: 2026-12-01
    #[arg(long, value_name = "GIORNO", value_parser = day)]
    pub from: NaiveDate,
    /// Ultimo giorno in cui vale (finché non se ne carica un altro)
    #[arg(long, value_name = "GIORNO", value_parser = day)]
    pub to: Option<NaiveDate>,
    /// Perché
    #[arg(long, value_name = "MOTIVO")]
    pub reason: String,
    /// L'atto su cui si appoggia
    #[arg(long, value_name = "ATTO", default_value = "", hide_default_value = true)]
    pub source: String,
    /// Dice che cosa succederebbe, senza scrivere
    #[arg(long)]
    pub dry_run: bool,
}

/// `sportello template load`.
#[derive(Debug, clap::Args)]
pub struct TemplateLoadArgs {
    /// Il file
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Di che documento è: psp, agenda, …
    #[arg(long, value_name = "MODELLO")]
    pub kind: String,
    /// From when, and why.
    #[command(flatten)]
    pub from: FromDay,
}

/// `sportello template withdraw`.
#[derive(Debug, clap::Args)]
pub struct TemplateWithdrawArgs {
    /// Il modello: psp, agenda, …
    #[arg(value_name = "MODELLO")]
    pub name: String,
    /// Il primo giorno di quello da ritirare, come lo dice «template list»
    #[arg(long, value_name = "GIORNO", value_parser = day)]
    pub from: NaiveDate,
    /// Perché
    #[arg(long, value_name = "MOTIVO")]
    pub reason: String,
    /// Dice che cosa succederebbe, senza scrivere
    #[arg(long)]
    pub dry_run: bool,
}

/// `sportello template logo`.
#[derive(Debug, clap::Args)]
pub struct LogoArgs {
    /// L'immagine
    #[arg(value_name = "FILE", required_unless_present = "none", conflicts_with = "none")]
    pub file: Option<PathBuf>,
    /// Che cosa mostra, per chi non la vede
    #[arg(
        long,
        value_name = "TESTO",
        required_unless_present = "none",
        default_value = "",
        hide_default_value = true
    )]
    pub alt: Option<String>,
    /// Da quel giorno senza logo
    #[arg(long)]
    pub none: bool,
    /// From when, and why.
    #[command(flatten)]
    pub from: FromDay,
}

/// `sportello template letterhead`.
#[derive(Debug, clap::Args)]
pub struct LetterheadArgs {
    /// Una riga sotto l'intestazione; si può ripetere
    #[arg(long = "line", value_name = "TESTO")]
    pub lines: Vec<String>,
    /// Nessuna riga sotto l'intestazione
    #[arg(long, conflicts_with = "lines")]
    pub no_lines: bool,
    /// Il numero di protocollo: none (non si scrive), typed (lo scrive chi
    /// emette), register (dal registro dello sportello)
    #[arg(long, value_name = "MODO", value_parser = ["none", "typed", "register"], hide_possible_values = true)]
    pub protocol: Option<String>,
    /// Da quando vale: 2026-12-01
    #[arg(long, value_name = "GIORNO", value_parser = day)]
    pub from: Option<NaiveDate>,
    /// Ultimo giorno in cui vale (finché non se ne carica un altro)
    #[arg(long, value_name = "GIORNO", value_parser = day)]
    pub to: Option<NaiveDate>,
    /// Perché
    #[arg(long, value_name = "MOTIVO")]
    pub reason: Option<String>,
    /// L'atto su cui si appoggia
    #[arg(long, value_name = "ATTO", default_value = "", hide_default_value = true)]
    pub source: String,
    /// Dice che cosa succederebbe, senza scrivere
    #[arg(long)]
    pub dry_run: bool,
    /// Un documento JSON
    #[arg(long)]
    pub json: bool,
}
