//! The words of the sheet for the safe.

/// Title of the file and of the sheet.
pub const TITLE: &str = "Chiave di recupero dell'ufficio";
/// Left half of the foot.
pub const FOOT: &str = "Da tenere in cassaforte, in busta chiusa";
/// What it is for.
pub const WHAT: &str = "Con questa chiave un amministratore che ha dimenticato la password ne sceglie una nuova, \
    e i dati dell'ufficio si aprono anche se nessuno ricorda più la propria. Chi ha questo foglio e il computer \
    dell'ufficio legge tutto.";
/// Heading of the key.
pub const KEY: &str = "La chiave";
/// How to type it.
pub const HOW_TYPED: &str = "Otto gruppi di cinque segni, da sinistra a destra, una riga dopo l'altra. Maiuscole, \
    minuscole, spazi e trattini non contano; non ci sono le lettere I, L, O e U. L'ultimo segno di ogni gruppo \
    controlla gli altri: se un gruppo è scritto male il programma dice quale.";
/// Heading of its use.
pub const USE: &str = "Come si usa";
/// The ways.
pub const WAYS: &[&str] = &[
    "Nello schermo di accesso: F10, «Password dimenticata», nome utente dell'amministratore, gli otto gruppi, \
     la password nuova.",
    "Dalla riga di comando: sportello user password NOME --recovery",
    "Usarla non la consuma: rimettere il foglio in busta e in cassaforte.",
];
/// Heading of its care.
pub const CARE: &str = "Come si tiene";
/// The rules.
pub const RULES: &[&str] = &[
    "In busta chiusa e firmata, in cassaforte; mai vicino al computer, mai fotografata o copiata in un file.",
    "Se il foglio si perde o qualcuno l'ha visto, un amministratore ne fa subito un altro: questo allora non vale più. \
     Se qualcuno ha potuto copiare anche i file dell'ufficio, si cambia pure la chiave dei dati: sportello user rotate.",
    "Le copie di sicurezza fatte prima si aprono con la chiave di recupero di allora.",
];
/// Labels of the head.
pub const OFFICE: &str = "Ufficio";
/// When it was made.
pub const MADE: &str = "Fatta il";
/// Who made it.
pub const BY: &str = "Da";
/// Heads of the table: row, then groups.
pub const HEAD: [&str; 5] = ["Riga", "1°", "2°", "3°", "4°"];
