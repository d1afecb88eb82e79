//! Words about the people open at the desk, and about special data.

/// A new person is being written down.
pub const NEW: &str = "persona nuova";
/// The record is on its way.
pub const UNNAMED: &str = "la persona";
/// F7 and F8.
pub const PERSON: &str = "Persona";
/// F10 > the list of them.
pub const OPEN_PEOPLE: &str = "Persone aperte";
/// Its question.
pub const WHICH: &str = "Persone aperte: quale si mostra?";
/// Nobody is open.
pub const NOBODY: &str = "Nessuna persona aperta: Ctrl+F ne cerca una.";
/// Five are open already.
pub const SIXTH: &str =
    "Ci sono già cinque persone aperte. Quale si chiude? Quanto vi è scritto resta come bozza.";
/// None is closed.
pub const NO_SIXTH: &str = "nessuna: non aprire la sesta";

/// F10 > closing the one served.
pub const CLOSE: &str = "Chiudi la persona";

/// Another one is open.
#[must_use]
pub fn second(name: &str) -> String {
    format!("{name} è ancora aperta. Quanto vi è scritto non si perde in nessun caso.")
}

/// It stays open.
#[must_use]
pub fn keep(name: &str) -> String {
    format!("tenere aperta {name}: F7/F8 ci tornano")
}

/// It is closed.
#[must_use]
pub fn close(name: &str) -> String {
    format!("chiudere {name}")
}

/// `ROSSI MARIA   PS01, non salvato`.
#[must_use]
pub fn row(name: &str, screen: &str, unsaved: bool) -> String {
    format!("{name}   {screen}{}", if unsaved { ", non salvato" } else { "" })
}

/// F10 > special data on the screen.
pub const SHOW_SPECIAL: &str = "Mostra dati riservati";
/// F10 > hidden again.
pub const HIDE_SPECIAL: &str = "Nascondi dati riservati";
/// In the place of what a rule says of something special.
pub const VEILED_FINDING: &str = "C'è qualcosa da vedere in un dato riservato: F10 > Mostra dati riservati.";
/// In the place of something special.
pub const SPECIAL: &str = "riservato: F10 > Mostra dati riservati";
/// The same where it is not shown at all: it is read on the card.
pub const ON_CARD: &str = "riservato: è nella scheda";
/// Why they are shown.
pub const WHY_SPECIAL: &str =
    "I dati riservati si mostrano solo se servono adesso, e resta scritto chi li ha visti. Motivo:";
/// They are on the screen.
pub const SPECIAL_SHOWN: &str = "Dati riservati sullo schermo: si nascondono da soli lasciando la maschera.";
