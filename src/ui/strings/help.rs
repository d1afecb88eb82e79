//! Words of the help screen.

use crate::domain::finding::Level;
use crate::domain::office::Region;
use crate::ui::action::Action;

/// Title of the screen.
pub const TITLE: &str = "Guida";
/// Its tabs.
pub const TABS: [&str; 6] =
    ["Questo campo", "Questa maschera", "Tutti i tasti", "Regole", "Parole", "Errori"];
/// The line of the search.
pub const SEARCH: &str = "Cerca nella guida:";
/// `/`.
pub const SEARCHES: &str = "Cerca";
/// Enter in the search: the keys go to what was found.
pub const READ: &str = "Legge";
/// Esc in the search.
pub const LEAVE_SEARCH: &str = "Lascia la ricerca";
/// Nothing in the guide speaks of it.
pub const NOT_FOUND: &str = "La guida non ne parla: provare con una parola sola.";
/// Over what the rules say of the case at hand.
pub const CASE: &str = "IN QUESTO CASO";

/// What a rule does at this office; `said` is what it does where nobody
/// decided otherwise.
#[must_use]
pub fn does(here: Option<Level>, said: Level) -> String {
    let usual = match said {
        Level::Warn => "avvisa, si prosegue con un motivo",
        level => level.label(),
    };
    match here {
        None => format!("in questo ufficio non vale (dove vale {})", said.label()),
        Some(level) if level == said => usual.to_owned(),
        Some(level) => format!("in questo ufficio {} (di norma {})", level.label(), said.label()),
    }
}

/// Of a rule that is not the same everywhere: whose it is, and whose profile
/// decides here.
#[must_use]
pub fn of_whom(regions: &[Region], here: Region) -> String {
    let whose: Vec<&str> = regions.iter().map(|region| region.label()).collect();
    let whose =
        if whose.is_empty() { "di tutto il Paese, da confermare".to_owned() } else { whose.join(", ") };
    format!("Regola: {whose}. Profilo di questo ufficio: {}.", here.label())
}
/// What a rule asks.
pub const ASKS: &str = "La regola";

/// Where a rule comes from, how sure it is, and whether it is settled.
#[must_use]
pub fn source(reference: &str, sure: &str, open: bool) -> String {
    let sure = if sure.is_empty() { String::new() } else { format!(" ({sure})") };
    let open = if open { " Punto aperto: non blocca mai." } else { "" };
    format!("Fonte: {reference}{sure}.{open}")
}

/// How many entries of a page speak of the words searched.
#[must_use]
pub fn found_on(number: usize, name: &str, count: usize) -> String {
    format!("{number} {name}: {count}")
}
/// F7 and F8.
pub const SHEET: &str = "Scheda";
/// PgSu and PgGiù.
pub const SCROLL: &str = "Scorre";
/// F12.
pub const BACK: &str = "Torna al campo";
/// How a field is written, and what it is for.
#[must_use]
pub fn how_and_why(how: &str, why: &str) -> String {
    if how.is_empty() { why.to_owned() } else { format!("Come: {how}\nPerché: {why}") }
}
/// Over the message line in full.
pub const MESSAGE: &str = "ULTIMO MESSAGGIO";
/// The help was asked outside a field.
pub const NO_FIELD: &str = "Nessun campo: la guida della maschera è alla scheda 2.";
/// The message line while the help is open.
pub const HOW: &str = "F1 una volta: il campo. F1 due volte: tutti i tasti. F12 torna al campo.";
/// Over the keys of the screen the help was asked on.
pub const KEYS_HERE: &str = "TASTI DI QUESTA MASCHERA";
/// The right column.
pub const SIDE: [&str; 20] = [
    "SEGNI DEI MESSAGGI",
    "[ok] fatto",
    "[i]  informazione",
    "[!]  attenzione, serve un motivo",
    "[X]  non si può, con la regola",
    "[?]  da scegliere",
    "",
    "LETTORE DI SCHERMO",
    "avviare con --semplice: una cosa per riga, niente cornici, niente movimenti.",
    "",
    "COLORI",
    "F10, Cambia tema; oppure --theme chiaro, scuro, contrasto, mono. Ogni colore ha anche una parola o un segno.",
    "",
    "SEGNI SEMPLICI",
    "--ascii per i terminali senza cornici.",
    "",
    "NIENTE SI PERDE",
    "Ogni due secondi quanto è scritto va nella bozza: anche se manca la corrente torna al suo posto.",
    "",
    "VERSIONE",
];

/// The version of the program.
#[must_use]
pub fn version() -> String {
    format!("Sportello {}", env!("CARGO_PKG_VERSION"))
}

/// An act without a key.
pub const UNDER_F10: &str = "F10 >";
/// Over the keys that do not arrive on this terminal.
pub const MISSING: &str = "SU QUESTO TERMINALE";

/// Which they are.
#[must_use]
pub fn missing(names: &str) -> String {
    format!("Non arrivano: {names}. Sotto c'è il modo che va. F10 > Prova dei tasti")
}

/// Over the keys that work everywhere.
pub const ALWAYS: &str = "SEMPRE";

/// What the keys that work everywhere do.
#[must_use]
pub fn actions() -> Vec<(Action, &'static str)> {
    vec![
        (Action::Help, "Aiuto del campo; di nuovo: tutti i tasti"),
        (Action::Save, "Salva, o conferma la maschera"),
        (Action::Exit, "Torna al menu; se qualcosa non è salvato lo dice"),
        (Action::List, "Elenco dei valori del campo, calendario, filtri"),
        (Action::Refresh, "Legge di nuovo"),
        (Action::New, "Nuovo record o nuova riga"),
        (Action::Prev, "Pagina, sezione, giorno, persona precedente"),
        (Action::Next, "Pagina, sezione, giorno, persona successiva"),
        (Action::Print, "Stampa, anteprima, ricevuta"),
        (Action::PrintWith, "Stampa scegliendo stampante e copie, o salva il PDF"),
        (Action::Actions, "Tutte le azioni, si cercano scrivendo"),
        (Action::View, "Altra vista; se il terminale lo prende: F10 > Vista"),
        (Action::Back, "Un passo indietro; chiude elenchi e domande"),
        (Action::Find, "Ricerca persona, da dovunque"),
        (Action::GoTo, "Va a una maschera con il suo codice"),
        (Action::Lock, "Copre lo schermo"),
        (Action::Quit, "Chiude il programma"),
        (Action::Undo, "Annulla nel campo"),
        (Action::Redo, "Ripete nel campo"),
        (Action::Duplicate, "Come nel record precedente"),
        (Action::EraseEnd, "Cancella fino alla fine del campo"),
        (Action::Clear, "Svuota il campo"),
        (Action::Copy, "Copia il campo"),
    ]
}

/// The rest of the page of keys.
pub const MORE: [&str; 23] = [
    "NEI CAMPI",
    "  Tab, Invio         campo successivo      Maiusc+Tab   campo precedente",
    "  Su, Giù            riga prima, riga dopo",
    "  Spazio             spunta, sceglie",
    "  Date               23/11/2026  231126  23-11  oggi  ieri  domani  +7  -3",
    "  Ore                9:30  930        Importi  8500  8.500,00",
    "",
    "NEGLI ELENCHI",
    "  Frecce, PgSu, PgGiù, Inizio, Fine        scorrono",
    "  Invio              apre",
    "  una lettera        l'azione indicata con quella lettera",
    "",
    "NELLE DOMANDE",
    "  S sì   N no   Esc annulla   Invio prende la risposta sicura, la prima",
    "",
    "SE UN TASTO FUNZIONE NON VA",
    "  F1 e F10 presi dal terminale             Alt+1, Ctrl+T",
    "  F11 mette a tutto schermo                F10 > Vista",
    "  PuTTY                                    tasti funzione: tutti ma non SCO",
    "",
    "SEGNI DEI MESSAGGI",
    "  [ok] fatto   [i] informazione   [!] attenzione, serve un motivo",
    "  [X] non si può   [?] da scegliere",
];
