//! Words of OP01: who works here, passwords, the keys of the office.

/// Title of the screen.
pub const TITLE: &str = "Operatori e password";
/// Nobody yet.
pub const EMPTY: &str = "Nessun operatore.";
/// Column heads.
pub const USERNAME: &str = "Utente";
/// Surname and name.
pub const WHO: &str = "Chi";
/// What they may do.
pub const ROLE: &str = "Ruolo";
/// The user of SIUL.
pub const SIUL: &str = "SIUL";
/// Until when somebody worked here.
pub const STATE: &str = "Fino al";
/// Room.
pub const ROOM: &str = "Stanza";
/// Telephone.
pub const PHONE: &str = "Telefono";
/// E-mail.
pub const EMAIL: &str = "E-mail";
/// Works here.
pub const WORKS: &str = "lavora qui";
/// May do, in the right column.
pub const MAY: &str = "Può";
/// May not.
pub const MAY_NOT: &str = "Non può";

/// F6.
pub const NEW: &str = "Nuovo operatore";
/// Enter.
pub const EDIT: &str = "Cambia";
/// X.
pub const DISABLE: &str = "Disabilita";
/// B.
pub const ENABLE: &str = "Riabilita";
/// P on another's row.
pub const GIVE: &str = "Dà una password";
/// P on one's own.
pub const OWN: &str = "Cambia la mia password";
/// K.
pub const RECOVERY: &str = "Chiave di recupero";
/// F2.
pub const RECORD: &str = "Registra";
/// Stored.
pub const SAVED: &str = "Registrato.";
/// Added.
pub const ADDED: &str = "Aggiunto: al primo accesso cambierà la password.";
/// Out.
pub const OUT: &str = "Disabilitato: da ora non accede.";
/// Back.
pub const BACK: &str = "Riabilitato: da ora accede.";
/// Given.
pub const GIVEN: &str = "Password data: la cambierà al prossimo accesso.";
/// Changed.
pub const CHANGED: &str = "Password cambiata.";
/// The new key holds.
pub const KEY_HOLDS: &str = "La chiave di recupero del foglio vale da ora; quella di prima non più.";
/// The two passwords differ.
pub const DIFFERENT: &str = "Le due password non sono uguali: riscriverle.";
/// No passwords here.
pub const NO_PASSWORDS: &str = "In un ufficio di persone inventate non ci sono password.";
/// The office has no recovery key.
pub const NO_RECOVERY: &str =
    "L'ufficio non ha ancora una chiave di recupero: K la fa, su un foglio per la cassaforte.";
/// Name of the sheet in the queue.
pub const SHEET: &str = "Chiave di recupero";
/// Name of its file.
pub const FILE: &str = "chiave-di-recupero.pdf";
/// What is typed back is not on the sheet.
pub const NOT_ON_SHEET: &str = "Il terzo gruppo non è questo: guardare il foglio appena stampato.";
/// The sheet is out: what follows.
pub const SHEET_OUT: &str = "Quando il foglio è in mano: il terzo gruppo e la propria password. Fino ad allora vale la \
    chiave di prima.";

/// The question before somebody is put out.
#[must_use]
pub fn really(name: &str) -> String {
    format!("Disabilitare {name}? Non accede più; resta in quello che ha fatto.")
}

/// The roles as chosen.
pub const ROLES: &[(&str, &str)] = &[
    ("operator", "operatore"),
    ("supervisor", "responsabile"),
    ("reader", "lettore"),
    ("administrator", "amministratore"),
];

/// Labels.
pub mod label {
    /// User name.
    pub const USERNAME: &str = "Nome utente";
    /// Surname.
    pub const SURNAME: &str = "Cognome";
    /// Name.
    pub const NAME: &str = "Nome";
    /// First password.
    pub const FIRST: &str = "Prima password";
    /// New password.
    pub const NEW: &str = "Password nuova";
    /// Again.
    pub const AGAIN: &str = "Di nuovo";
    /// One's own.
    pub const OWN: &str = "La mia password";
    /// The third group.
    pub const GROUP: &str = "Terzo gruppo";
}

/// Helps of the fields.
pub mod help {
    /// User name.
    pub const USERNAME: &str = "Da 2 a 32 lettere minuscole, cifre o punti. Poi non si cambia: resta nei documenti e nel \
        registro degli accessi.";
    /// Surname.
    pub const SURNAME: &str = "Il cognome, con gli accenti. È sui patti e sulle convocazioni.";
    /// Name.
    pub const NAME: &str = "Il nome, con gli accenti.";
    /// Role.
    pub const ROLE: &str = "Che cosa può fare: l'operatore lavora allo sportello, il responsabile anche decide, il \
        lettore guarda e basta, l'amministratore cura operatori e tabelle. I permessi di ogni ruolo sono una tabella \
        di PA01.";
    /// User of SIUL.
    pub const SIUL: &str =
        "L'utente con cui entra in SIUL, se ne ha uno: resta scritto accanto alle attività a distanza.";
    /// Room.
    pub const ROOM: &str = "La stanza in cui riceve: è sull'agenda e sulle lettere.";
    /// Telephone.
    pub const PHONE: &str = "Il telefono diretto, stampato sul patto.";
    /// E-mail.
    pub const EMAIL: &str = "L'e-mail, stampata sul patto.";
    /// First password.
    pub const FIRST: &str = "Almeno 12 caratteri, per esempio quattro parole. La si dice a voce all'operatore, che al \
        primo accesso ne sceglie un'altra.";
    /// New password.
    pub const NEW: &str = "Almeno 12 caratteri, per esempio quattro parole; non va bene una delle più usate né il nome \
        utente.";
    /// Again.
    pub const AGAIN: &str = "La stessa, per essere certi di averla scritta come si crede.";
    /// One's own.
    pub const OWN: &str = "La propria password di adesso: mentre l'ufficio è aperto il programma non tiene la chiave dei \
        dati, e per darla a un altro serve di nuovo.";
    /// The third group.
    pub const GROUP: &str = "Il terzo gruppo di cinque segni del foglio appena stampato: così si è certi che c'è e si \
        legge. Solo dopo la chiave di prima smette di valere.";
}
