//! `sportello user`.

use std::path::PathBuf;

use clap::Subcommand;

use crate::domain::office::Role;

/// `sportello user`.
#[derive(Debug, clap::Args)]
pub struct UserArgs {
    /// What about them.
    #[command(subcommand)]
    pub what: UserCommand,
}

/// The commands of `sportello user`.
#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Elenca gli operatori: ruolo, codice SIUL, chi è disabilitato e da quando
    List(UserListArgs),
    /// Aggiunge un operatore, con una prima password che cambierà al primo accesso
    Add(UserAddArgs),
    /// Cambia ruolo o recapiti di un operatore
    Edit(UserEditArgs),
    /// Disabilita un operatore: non accede più, resta in quello che ha fatto
    Disable(UserNameArgs),
    /// Riabilita un operatore, con una prima password nuova
    Enable(UserNameArgs),
    /// Cambia la propria password, o ne dà una nuova a un operatore
    Password(UserPasswordArgs),
    /// Fa la chiave di recupero dell'ufficio: un foglio per la cassaforte
    Recovery(UserRecoveryArgs),
    /// Cambia la chiave dei dati: il file dell'ufficio viene riscritto
    Rotate,
}

/// `sportello user list`.
#[derive(Debug, clap::Args)]
pub struct UserListArgs {
    /// Un oggetto JSON per riga
    #[arg(long)]
    pub json: bool,
}

/// Whom a command is about.
#[derive(Debug, clap::Args)]
pub struct UserNameArgs {
    /// Nome utente
    #[arg(value_name = "NOME")]
    pub username: String,
}

/// What is known of an operator; of a field left out nothing changes.
#[derive(Debug, Default, clap::Args)]
pub struct UserFields {
    /// Ruolo: operator, supervisor, reader, administrator (operator)
    #[arg(long, value_name = "RUOLO", value_parser = role)]
    pub role: Option<Role>,
    /// Codice utente SIUL
    #[arg(long, value_name = "CODICE")]
    pub siul: Option<String>,
    /// Telefono, stampato sui patti
    #[arg(long, value_name = "NUMERO")]
    pub phone: Option<String>,
    /// E-mail, stampata sui patti
    #[arg(long, value_name = "INDIRIZZO")]
    pub email: Option<String>,
    /// Stanza in cui riceve
    #[arg(long, value_name = "STANZA")]
    pub room: Option<String>,
}

/// `sportello user add`.
#[derive(Debug, clap::Args)]
pub struct UserAddArgs {
    /// Nome utente: lettere minuscole, cifre, punti
    #[arg(value_name = "NOME")]
    pub username: String,
    /// Cognome
    #[arg(long, value_name = "COGNOME")]
    pub surname: String,
    /// Nome di battesimo
    #[arg(long, value_name = "NOME")]
    pub name: String,
    /// The rest.
    #[command(flatten)]
    pub fields: UserFields,
}

/// `sportello user edit`.
#[derive(Debug, clap::Args)]
pub struct UserEditArgs {
    /// Nome utente
    #[arg(value_name = "NOME")]
    pub username: String,
    /// Cognome
    #[arg(long, value_name = "COGNOME")]
    pub surname: Option<String>,
    /// Nome di battesimo
    #[arg(long, value_name = "NOME")]
    pub name: Option<String>,
    /// The rest.
    #[command(flatten)]
    pub fields: UserFields,
}

/// `sportello user password`.
#[derive(Debug, clap::Args)]
pub struct UserPasswordArgs {
    /// Nome utente (chi accede)
    #[arg(value_name = "NOME")]
    pub username: Option<String>,
    /// Con la chiave di recupero, per un amministratore; la chiave si chiede,
    /// o sta nel file SPORTELLO_RECOVERY_FILE
    #[arg(long)]
    pub recovery: bool,
}

/// `sportello user recovery`.
#[derive(Debug, clap::Args)]
pub struct UserRecoveryArgs {
    /// Il file da scrivere (PDF): da stampare e cancellare
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
}

fn role(word: &str) -> Result<Role, String> {
    let known = || Role::ALL.iter().map(|role| role.word()).collect::<Vec<_>>().join(", ");
    Role::named(word).ok_or_else(|| format!("i ruoli sono {}", known()))
}
