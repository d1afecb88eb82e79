//! The arguments, as the contract of the command line names them.

use std::path::PathBuf;
use std::time::Duration;

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use clap::{Parser, Subcommand};

use crate::domain::language::Language;
use crate::ui::theme::Theme;

use crate::domain::hour;

mod paper;
mod person;
mod report;
mod tables;
mod user;

pub use paper::*;
pub use person::*;
pub use report::*;
pub use tables::*;
pub use user::*;

use super::backup::args::{BackupArgs, RestoreArgs};
use super::documents::args::DocumentsArgs;

/// The desk of the Italian public employment centre.
#[derive(Debug, Parser)]
#[command(
    name = "sportello",
    about = "Lo sportello del centro per l'impiego, da tastiera, senza rete",
    after_help = "Senza comando si apre lo sportello sull'ufficio di questo computer.\n\
                  Uscita: 0 fatto; 1 fatto in parte o rifiutato da una regola; 2 uso sbagliato; \
                  3 file dell'ufficio inutilizzabile; 4 riprovare; 70 difetto del programma."
)]
pub struct Args {
    /// For every command.
    #[command(flatten)]
    pub global: Global,
    /// What to do; nothing: the desk.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What every command understands.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Global {
    /// L'ufficio: cartella, o il suo file office.db (anche SPORTELLO_OFFICE)
    #[arg(long, global = true, value_name = "FILE|CARTELLA")]
    pub office: Option<PathBuf>,
    /// Chi accede (anche SPORTELLO_USER); la password si chiede o sta nel file SPORTELLO_PASSWORD_FILE
    #[arg(long, global = true, value_name = "NOME")]
    pub user: Option<String>,
    /// Ferma l'ora, solo negli uffici di prova: 2026-11-23T10:42 (anche SPORTELLO_NOW)
    #[arg(long, global = true, value_name = "ORA", value_parser = moment)]
    pub now: Option<NaiveDateTime>,
    /// Blocca lo schermo dopo tanti minuti senza tasti: 5, oppure 90s; prima di quanto vuole l'ufficio, mai dopo (anche SPORTELLO_LOCK_AFTER)
    #[arg(long, global = true, value_name = "MINUTI", value_parser = alone)]
    pub lock_after: Option<Duration>,
    /// Una cosa per riga, senza cornici né colonne: per i lettori di schermo
    #[arg(long, global = true)]
    pub semplice: bool,
    /// Solo segni ASCII sullo schermo
    #[arg(long, global = true)]
    pub ascii: bool,
    /// Colori dello schermo: chiaro, scuro, contrasto, mono
    #[arg(long, visible_alias = "tema", global = true, value_name = "NOME")]
    pub theme: Option<Theme>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Un ufficio di persone inventate, da provare e buttare
    Demo(DemoArgs),
    /// Cerca persone come nello schermo PE01
    Find(FindArgs),
    /// La scheda di una persona
    Show(ShowArgs),
    /// La giornata
    Agenda(AgendaArgs),
    /// I termini in scadenza
    Deadlines(DeadlinesArgs),
    /// I patti: elenco, controllo, documento
    Psp(PspArgs),
    /// I documenti emessi: registro, file, controllo dell'archivio
    Documents(DocumentsArgs),
    /// Una copia di sicurezza dell'ufficio, provata aprendola
    Backup(BackupArgs),
    /// Rimette l'ufficio com'era in una copia; quello che c'era resta accanto
    Restore(RestoreArgs),
    /// Gli stati di una pratica e i passaggi permessi, come li applica il programma
    Rules(RulesArgs),
    /// Le tabelle con le loro date: elenco, righe proprie dell'ufficio
    Tables(TablesArgs),
    /// I modelli dei documenti e la carta intestata: elenco, controllo, quelli dell'ufficio
    Template(TemplateArgs),
    /// I diritti di una persona sui suoi dati: la copia, chi li ha usati
    Person(PersonArgs),
    /// Rapporti: quante persone, senza dire di nessuno; le schede da proporre per lo scarto
    Report(ReportArgs),
    /// Come sta lo sportello di questo computer: file, spazio, copie, orologio, caratteri, stampanti
    Doctor(DoctorArgs),
    /// Controlla tutto il file dell'ufficio: pagine, registro degli accessi, archivio, ricerca
    Verify(VerifyArgs),
    /// Chi lavora nell'ufficio: operatori, ruoli, password, chiavi
    User(UserArgs),
    /// Controlla codici fiscali: validi o no e perché, nascita, omocodia, luogo
    Cf(CfArgs),
    /// Esegue comandi, un oggetto JSON per riga; un esito JSON per riga
    Replay(ReplayArgs),
    /// I comandi registrati dell'ufficio, pronti per replay
    Recorded(RecordedArgs),
}

/// `sportello demo`.
#[derive(Debug, clap::Args)]
pub struct DemoArgs {
    /// Quante persone (3000)
    #[arg(long, default_value_t = 3000, hide_default_value = true, value_name = "N",
          value_parser = clap::value_parser!(u32).range(0..=1_000_000))]
    pub people: u32,
    /// Seme: lo stesso seme, alla stessa ora, dà lo stesso ufficio (1)
    #[arg(long, default_value_t = 1, hide_default_value = true, value_name = "N")]
    pub seed: u64,
    /// Dove farlo (una cartella temporanea)
    #[arg(long, value_name = "CARTELLA")]
    pub dir: Option<PathBuf>,
    /// Non apre lo sportello: dice dov'è l'ufficio
    #[arg(long)]
    pub no_ui: bool,
}

/// `sportello find`.
#[derive(Debug, clap::Args)]
pub struct FindArgs {
    /// Cognome, nome, anno, comune, codice fiscale, telefono, e-mail, numero
    #[arg(required = true, value_name = "TESTO")]
    pub text: Vec<String>,
    /// Quante al massimo (50)
    #[arg(long, default_value_t = 50, hide_default_value = true, value_name = "N",
          value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub limit: u32,
    /// Un oggetto JSON per riga
    #[arg(long)]
    pub json: bool,
}

/// `sportello show`.
#[derive(Debug, clap::Args)]
pub struct ShowArgs {
    /// Codice fiscale o identificativo
    #[arg(value_name = "PERSONA")]
    pub person: String,
    /// Com'era a quell'ora: 2026-11-23T10:42, o la sera di un giorno: 2026-11-23
    #[arg(long, value_name = "QUANDO", value_parser = past)]
    pub at: Option<NaiveDateTime>,
    /// Un documento JSON
    #[arg(long)]
    pub json: bool,
}

/// `sportello verify`.
#[derive(Debug, clap::Args)]
pub struct VerifyArgs {
    /// Un documento JSON
    #[arg(long)]
    pub json: bool,
}

/// `sportello doctor`.
#[derive(Debug, clap::Args)]
pub struct DoctorArgs {
    /// Apre anche il file dell'ufficio, con operatore e password
    #[arg(long)]
    pub open: bool,
    /// Un documento JSON
    #[arg(long)]
    pub json: bool,
}

/// `sportello agenda`.
#[derive(Debug, clap::Args)]
pub struct AgendaArgs {
    /// Che giorno: 2026-11-23 (oggi)
    #[arg(long, value_name = "GIORNO", value_parser = day)]
    pub day: Option<NaiveDate>,
    /// Di quale operatore: nome utente (tutti)
    #[arg(long, value_name = "NOME")]
    pub operator: Option<String>,
    /// La settimana di quel giorno
    #[arg(long)]
    pub week: bool,
    /// Nel calendario (ics) i nomi interi, non le iniziali
    #[arg(long)]
    pub names: bool,
    /// table, json, csv, ics, pdf (table)
    #[arg(long, value_enum, default_value_t = AgendaFormat::Table, hide_default_value = true,
          hide_possible_values = true, value_name = "FORMATO")]
    pub format: AgendaFormat,
    /// Scrive nel file invece che sullo schermo
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// The forms of `sportello agenda`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum AgendaFormat {
    /// For people.
    Table,
    /// One JSON document.
    Json,
    /// RFC 4180.
    Csv,
    /// iCalendar.
    Ics,
    /// On paper.
    Pdf,
}

/// `sportello deadlines`.
#[derive(Debug, clap::Args)]
pub struct DeadlinesArgs {
    /// Di una persona sola: codice fiscale o identificativo
    #[arg(long, value_name = "PERSONA")]
    pub person: Option<String>,
    /// Fino a questo giorno compreso
    #[arg(long, value_name = "GIORNO", value_parser = day)]
    pub until: Option<NaiveDate>,
    /// Un oggetto JSON per riga
    #[arg(long)]
    pub json: bool,
}

/// `sportello psp`.
#[derive(Debug, clap::Args)]
pub struct PspArgs {
    /// What about them.
    #[command(subcommand)]
    pub what: PspCommand,
}

/// The commands of `sportello psp`.
#[derive(Debug, Subcommand)]
pub enum PspCommand {
    /// Elenca le versioni dei patti
    List(PspListArgs),
    /// Dice che cosa manca a una versione per essere emessa
    Check(PspCheckArgs),
    /// Scrive il documento di una versione
    Pdf(PspPdfArgs),
}

/// `sportello psp list`.
#[derive(Debug, clap::Args)]
pub struct PspListArgs {
    /// Di una persona sola: codice fiscale o identificativo
    #[arg(long, value_name = "PERSONA")]
    pub person: Option<String>,
    /// In questo stato: draft, complete, issued, awaiting_person,
    /// awaiting_operator, active, paused, superseded, refused,
    /// expired_unsigned, annulled, closed
    #[arg(long, value_name = "STATO")]
    pub state: Option<String>,
    /// Un oggetto JSON per riga
    #[arg(long)]
    pub json: bool,
}

/// `sportello psp check`.
#[derive(Debug, clap::Args)]
pub struct PspCheckArgs {
    /// Identificativo della versione o numero del documento
    #[arg(value_name = "PATTO")]
    pub psp: String,
    /// Un documento JSON
    #[arg(long)]
    pub json: bool,
}

/// `sportello psp pdf`.
#[derive(Debug, clap::Args)]
pub struct PspPdfArgs {
    /// Identificativo della versione o numero del documento
    #[arg(value_name = "PATTO")]
    pub psp: String,
    /// Il patto in breve: un foglio in parole semplici, invece del patto
    #[arg(long)]
    pub brief: bool,
    /// La lingua del foglio in breve: it, en, fr, ar, uk, zh (it)
    #[arg(long, value_name = "LINGUA", requires = "brief", value_parser = language)]
    pub lang: Option<Language>,
    /// Il file da scrivere
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
}

fn language(word: &str) -> Result<Language, String> {
    let known = || Language::ALL.iter().map(|language| language.word()).collect::<Vec<_>>().join(", ");
    Language::of_word(word).ok_or_else(|| format!("le lingue sono {}", known()))
}

/// `sportello rules`.
#[derive(Debug, clap::Args)]
pub struct RulesArgs {
    /// Il numero di una regola: R-DID-16 (tutte)
    #[arg(value_name = "REGOLA")]
    pub id: Option<String>,
    /// Gli stati di una pratica: did, psp, … (senza nome, l'elenco)
    #[arg(long, value_name = "NOME", num_args = 0..=1, default_missing_value = "", conflicts_with = "id")]
    pub states: Option<String>,
    /// Un documento JSON; l'elenco delle regole, un oggetto per riga
    #[arg(long)]
    pub json: bool,
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

/// `sportello replay`.
#[derive(Debug, clap::Args)]
pub struct ReplayArgs {
    /// I comandi (lo standard input); in un ufficio di prova un file si
    /// registra tutto insieme, alla fine
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Scrive come sono fatti comandi ed esiti (JSON Schema) e finisce
    #[arg(long, conflicts_with_all = ["file", "empty"])]
    pub schema: bool,
    /// In un ufficio nuovo, di prova: vuoto se la prima riga è office.set_up,
    /// altrimenti con i sei operatori d'esempio; buttato alla fine
    #[arg(long)]
    pub empty: bool,
    /// Dove fare l'ufficio nuovo, per tenerlo
    #[arg(long, value_name = "CARTELLA", requires = "empty")]
    pub dir: Option<PathBuf>,
}

/// `sportello recorded`.
#[derive(Debug, clap::Args)]
pub struct RecordedArgs {
    /// Solo l'impronta dei dati: uguale in due uffici con gli stessi dati
    #[arg(long)]
    pub digest: bool,
    /// Perché esce tutto l'archivio, dati particolari compresi: resta nel registro (in un ufficio vero serve)
    #[arg(long, value_name = "MOTIVO", conflicts_with = "digest")]
    pub reason: Option<String>,
}

/// `2026-11-23T10:42`, with or without seconds.
pub fn moment(text: &str) -> Result<NaiveDateTime, String> {
    match hour::parse(text) {
        Some(at) if hour::YEARS.contains(&at.year()) => Ok(at),
        Some(_) => Err(format!("l'anno va dal {} al {}", hour::YEARS.start(), hour::YEARS.end())),
        None => Err("l'ora si scrive come 2026-11-23T10:42".to_owned()),
    }
}

/// An hour, or the end of a day.
pub fn past(text: &str) -> Result<NaiveDateTime, String> {
    let evening = |day: NaiveDate| day.and_hms_opt(23, 59, 59);
    match text.parse().ok().and_then(evening) {
        Some(at) if hour::YEARS.contains(&at.year()) => Ok(at),
        _ => moment(text).map_err(|why| format!("{why}, un giorno come 2026-11-23")),
    }
}

/// Minutes, or seconds with an `s`: at most a day.
pub fn alone(text: &str) -> Result<Duration, String> {
    let seconds = match text.strip_suffix('s') {
        Some(seconds) => seconds.parse().ok(),
        None => text.parse().ok().and_then(|minutes: u64| minutes.checked_mul(60)),
    };
    seconds
        .filter(|seconds| *seconds <= 24 * 60 * 60)
        .map(Duration::from_secs)
        .ok_or_else(|| "i minuti si scrivono come 10, i secondi come 90s, al più un giorno".to_owned())
}

/// `2026-11-23`.
pub fn day(text: &str) -> Result<NaiveDate, String> {
    let read: Option<NaiveDate> = text.parse().ok();
    read.filter(|day| hour::YEARS.contains(&day.year()))
        .ok_or_else(|| "il giorno si scrive come 2026-11-23".to_owned())
}
