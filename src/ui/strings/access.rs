//! Words of AC00: coming in, the first run, the covered screen.

/// Title of the screen.
pub const TITLE: &str = "Accesso";
/// Name of the program, over the panel.
pub const PROGRAM: &str = "S P O R T E L L O";
/// What the program is.
pub const SUBTITLE: &str = "Lo sportello del centro per l'impiego";
/// Title of the panel where somebody comes in.
pub const PANEL: &str = "Accesso";
/// Title of the panel over a covered screen.
pub const LOCKED: &str = "Schermo bloccato";
/// Under the fields of a covered screen.
pub const LOCKED_NOTE: &str = "Il lavoro aperto è sotto, con le sue bozze: la password lo riporta.";
/// The same in an office of invented people, which has no passwords.
pub const LOCKED_DEMO: &str = "Il lavoro aperto è sotto: in un ufficio di prova basta Invio.";
/// Under it.
pub const LOCKED_OTHER: &str = "Un altro nome apre il proprio menu; le bozze restano a chi le ha scritte.";

/// Since when it is covered.
#[must_use]
pub fn locked_since(moment: &str) -> String {
    format!("bloccato da {moment}")
}

/// The regions that have rules of their own, and all others.
pub const REGIONS: &[(&str, &str)] = &[
    ("neutral", "un'altra: regole nazionali"),
    ("liguria", "Liguria"),
    ("lombardia", "Lombardia"),
    ("umbria", "Umbria"),
];
/// Under the fields of the sign-in.
pub const SIGN_IN_NOTE: &str = "Accessi, ricerche e aperture di schede sono registrati.";
/// While an office of invented people is made or opened.
pub const OPENING: &str = "Apro l'ufficio di prova…";
/// Under it.
pub const OPENING_NOTE: &str = "Persone inventate: si può provare tutto. Quanto si scrive non va perso.";
/// While the password is looked at.
pub const CHECKING: &str = "Un momento…";
/// While the office is founded.
pub const FOUNDING: &str = "Preparo l'archivio cifrato…";
/// First line of the first run.
pub const FIRST_RUN: &str = "Qui non c'è ancora un ufficio. Bastano questi dati, una volta sola.";
/// Heading of the office.
pub const OFFICE: &str = "UFFICIO";
/// Heading of the operator.
pub const OPERATOR: &str = "PRIMO OPERATORE, AMMINISTRATORE";
/// Title of the panel where a password of one's own is chosen.
pub const GIVEN: &str = "Scegliere la propria password";
/// Under it.
pub const GIVEN_NOTE: &str = "Chi l'ha data non deve più conoscerla: almeno 12 caratteri.";
/// Title of the panel for the recovery key.
pub const RECOVER: &str = "Password dimenticata";
/// Under it.
pub const RECOVER_NOTE: &str = "Gli altri operatori si fanno dare una password da un amministratore.";
/// The action that leads to it.
pub const FORGOTTEN: &str = "Password dimenticata";
/// F2 there.
pub const CHOOSE: &str = "Cambia e entra";
/// It is changed.
pub const CHANGED: &str = "Password cambiata.";
/// F2 at the sign-in.
pub const ENTER: &str = "Entra";
/// F2 at the first run.
pub const FOUND: &str = "Crea l'ufficio";
/// The two passwords differ.
pub const DIFFERENT: &str = "Le due password non sono uguali: riscriverle.";

/// At the foot of the screen.
#[must_use]
pub fn foot() -> String {
    format!("versione {}   un solo archivio cifrato su questo computer", env!("CARGO_PKG_VERSION"))
}

/// Who is at the desk, on the covered screen.
#[must_use]
pub fn at_desk(operator: &str, office: &str) -> String {
    format!("{operator}   CPI {office}")
}

/// Labels.
pub mod label {
    /// User name.
    pub const USERNAME: &str = "Operatore";
    /// Password.
    pub const PASSWORD: &str = "Password";
    /// The password somebody gave.
    pub const GIVEN: &str = "Password ricevuta";
    /// The new password.
    pub const NEW: &str = "Password nuova";
    /// Whose password is forgotten.
    pub const ADMINISTRATOR: &str = "Amministratore";
    /// What is on the sheet.
    pub const RECOVERY: &str = "Chiave";
    /// Password again.
    pub const AGAIN: &str = "Di nuovo";
    /// Code of the office.
    pub const CODE: &str = "Codice dell'ufficio";
    /// Name of the office.
    pub const NAME: &str = "Nome";
    /// The body that runs it.
    pub const BODY: &str = "Ente titolare";
    /// The region.
    pub const REGION: &str = "Regione";
    /// Surname.
    pub const SURNAME: &str = "Cognome";
    /// Name.
    pub const FIRST_NAME: &str = "Nome";
    /// User name of the first operator.
    pub const NEW_USERNAME: &str = "Nome utente";
}

/// Help of the fields.
pub mod help {
    /// User name.
    pub const USERNAME: &str = "Il nome con cui si entra, in minuscole: per esempio bianchi. Ogni operatore ha il suo: \
        quello che si fa resta scritto con il suo nome.";
    /// Password.
    pub const PASSWORD: &str = "La password apre l'archivio cifrato. Non si vede mentre si scrive e non è scritta da \
        nessuna parte: chi la dimentica se ne fa dare una nuova da un amministratore. Dopo una password sbagliata si \
        aspetta un poco, ogni volta di più.";
    /// The password somebody gave.
    pub const GIVEN: &str = "Quella data dall'amministratore, con cui si è appena entrati.";
    /// The new password.
    pub const NEW: &str = "Almeno 12 caratteri, per esempio quattro parole che non stanno insieme; non va bene una delle \
        più usate né il nome utente. Maiuscole, cifre e segni non servono.";
    /// Whose password is forgotten.
    pub const ADMINISTRATOR: &str = "Il nome utente di un amministratore: la chiave di recupero dà una password nuova solo a \
        chi può poi darla agli altri.";
    /// What is on the sheet.
    pub const RECOVERY: &str = "Gli otto gruppi di cinque segni del foglio in cassaforte. Maiuscole, spazi e trattini non \
        contano; se un gruppo è scritto male si dice quale.";
    /// Password again.
    pub const AGAIN: &str = "La stessa password, per essere certi di averla scritta come si crede.";
    /// Code of the office.
    pub const CODE: &str = "Tre lettere maiuscole, per esempio ESN. Sta nel numero di ogni documento stampato e poi non \
        si cambia.";
    /// Name of the office.
    pub const NAME: &str =
        "Il nome senza «Centro per l'impiego di»: per esempio Esempio Nord. È su ogni stampa.";
    /// The body that runs it.
    pub const BODY: &str =
        "Chi ha l'ufficio: la Provincia, la Regione o la sua agenzia. È in testa a ogni stampa.";
    /// The region.
    pub const REGION: &str = "La regione dell'ufficio: decide quali regole regionali valgono, oltre a quelle \
        nazionali. Se non è in elenco valgono le regole nazionali.";
    /// Surname.
    pub const SURNAME: &str = "Il cognome, con gli accenti. È sul patto come operatore di riferimento.";
    /// Name.
    pub const FIRST_NAME: &str = "Il nome, con gli accenti.";
    /// User name of the first operator.
    pub const NEW_USERNAME: &str = "Da 2 a 32 lettere minuscole, cifre o punti. Si propone il cognome.";
}
