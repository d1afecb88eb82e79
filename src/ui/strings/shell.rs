//! Words of the shell: chrome, questions, going from screen to screen.

/// A theme that does not exist.
#[must_use]
pub fn unknown_theme(name: &str) -> String {
    format!("Il tema «{name}» non esiste: chiaro, scuro, contrasto o mono.")
}

/// Another theme, until the program is closed.
pub const CHANGE_THEME: &str = "Cambia tema";

/// The theme was changed.
#[must_use]
pub fn theme(name: &str) -> String {
    format!("Tema {name}. Per averlo sempre: sportello --theme {name}")
}

/// An answer is on its way.
pub const LOADING: &str = "Un momento…";
/// Answers to a question, the safe one first.
pub const YES_NO: [&str; 2] = ["[N]o", "[S]ì"];
/// Keys of a line asked for.
pub const LINE_KEYS: [&str; 2] = ["Invio conferma", "Esc annulla"];
/// Title of the list of actions.
pub const ACTIONS: &str = "Azioni";

/// Title of a question, with its rule.
#[must_use]
pub fn question_title(rule: Option<&str>) -> String {
    rule.map_or_else(|| "Conferma".to_owned(), |rule| format!("Conferma  {rule}"))
}

/// The terminal is too small.
#[must_use]
pub fn too_small(width: u16, height: u16) -> String {
    format!("Finestra troppo piccola: {width}x{height}, servono 80x24")
}

/// Under it: what keys do meanwhile.
pub const TOO_SMALL_KEEPS: &str = "Quanto si scrive nel campo resta.";
/// Large enough again, after keys that did nothing.
pub const LEFT_OUT: &str =
    "La finestra era troppo piccola: i tasti di azione premuti non hanno fatto niente.";

/// First Esc on a changed form.
pub const UNSAVED: &str = "Modifiche non salvate: Esc ancora per uscire (la bozza resta).";
/// First Esc on a changed form over a screen.
pub const PANEL_CHANGED: &str = "Non ancora registrato: Esc ancora chiude, lo scritto resta come bozza.";
/// Closing the program.
pub const QUIT: &str = "Chiudere il programma?";
/// Closing the program with something unsaved.
pub const QUIT_UNSAVED: &str = "Ci sono modifiche non salvate: restano come bozza. Chiudere il programma?";
/// Asking for a screen.
pub const GO_TO: &str =
    "Vai a: codice della maschera (HM00, PE01, DI01, DI02, AS01, PS01, LE01, AG01, SC01…)";
/// Ctrl+V outside a field.
pub const NOTHING_TO_PASTE_INTO: &str = "Qui non c'è un campo in cui incollare.";
/// A field was copied.
pub const COPIED: &str = "Campo copiato.";

/// No screen has this code.
#[must_use]
pub fn no_such_screen(code: &str) -> String {
    format!("Nessuna maschera con il codice «{code}». F10 elenca le azioni.")
}

/// The screen speaks of a person and none is open.
#[must_use]
pub fn needs_person(code: &str) -> String {
    format!("{code} riguarda una persona: prima aprirla con Ctrl+F.")
}

/// Days of the week, Monday first.
pub const WEEKDAYS: [&str; 7] = ["lun", "mar", "mer", "gio", "ven", "sab", "dom"];

/// Age in full years.
#[must_use]
pub fn age(years: u32) -> String {
    format!("({years})")
}

/// A draft was put back.
pub const DRAFT_BACK: &str = "Ripresa la bozza non ancora salvata.";

/// A warning that needs a reason.
#[must_use]
pub fn reason_for(finding: &str) -> String {
    format!("{finding} Per proseguire scrivere il motivo:")
}

/// Title of the list of earlier messages.
pub const MESSAGES: &str = "Messaggi";
/// No message yet.
pub const NO_MESSAGES: &str = "Nessun messaggio finora.";
/// The page that tries the keys, in the palette.
pub const KEY_TEST: &str = super::key_test::TITLE;
/// The page of keys in the palette.
pub const ALL_KEYS: &str = "Tutti i tasti";
/// Before the office's name in the header.
pub const OFFICE: &str = "CPI";
/// A terminal without a cursor that moves.
pub const NO_SCREEN: &str = "Questo terminale (TERM=dumb) non sa disegnare una maschera.";
/// What to do about it.
pub const NO_SCREEN_HINT: &str = "Aprire il programma in una finestra di terminale vera.";
/// No terminal to draw on.
pub const NO_TERMINAL: &str = "Qui non c'è un terminale su cui disegnare.";
/// Something was asked of an office nobody opened.
pub const NOBODY: &str = "Nessun operatore è entrato: prima accedere da AC00.";

/// `Pagina prec.` and `Pagina succ.`, where F7 and F8 stand apart.
#[must_use]
pub fn way(what: &str, on: bool) -> String {
    format!("{what} {}", if on { "succ." } else { "prec." })
}

/// After the program was closed: what the operator waits for.
pub const COPYING: &str = "Copia di sicurezza in corso: non spegnere il computer.";
/// It is made.
pub const COPIED_OFFICE: &str = "Copia di sicurezza fatta.";
/// It took too long.
pub const NOT_COPIED: &str =
    "La copia di sicurezza non finisce: si lascia stare, si rifà alla prossima chiusura.";
