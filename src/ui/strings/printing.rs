//! Printing: the choice, and what becomes of a document on its way to paper.

use crate::documents::printing::{Address, Copies, Handed, Queue, Trouble};
use crate::fault::Fault;

/// Where it is, ` su ufficio`.
fn on(printer: Option<&str>) -> String {
    printer.map(|printer| format!(" su {printer}")).unwrap_or_default()
}

/// The printer has it; the copies are told where they are not the usual ones.
#[must_use]
pub fn taken(title: &str, handed: &Handed, copies: Copies, usual: Copies) -> String {
    let copies = match copies.count() {
        _ if copies == usual => String::new(),
        1 => ", una copia".to_owned(),
        count => format!(", {count} copie"),
    };
    let note = handed.note.as_deref().map(|note| format!(" ({note})")).unwrap_or_default();
    format!("{title} in stampa{}{copies}{note}.", on(handed.printer.as_deref()))
}

/// It waits for somebody at the printer.
#[must_use]
pub fn waits(title: &str, printer: Option<&str>, trouble: &Trouble) -> String {
    format!("{title} fermo{}: {}. {}", on(printer), trouble.says, trouble.remedy)
}

/// It goes on.
#[must_use]
pub fn goes_on(title: &str) -> String {
    format!("{title}: la stampa è ripresa.")
}

/// It is on paper.
#[must_use]
pub fn printed(title: &str, printer: Option<&str>) -> String {
    format!("{title} stampato{}.", on(printer))
}

/// It is not on paper.
#[must_use]
pub fn failed(title: &str, fault: &Fault) -> String {
    format!("{title} non stampato. {fault}")
}

/// Nobody can say whether it is.
#[must_use]
pub fn unknown(title: &str, known: &str) -> String {
    format!("{title}: {known}.")
}

/// Before the question whether to close the program.
#[must_use]
pub fn not_there_yet(titles: &str) -> String {
    format!(
        "{titles}: non è ancora alla stampante; chiudendo si aspetta cinque secondi, poi è da ristampare. "
    )
}

/// The same, of what goes on without the program.
#[must_use]
pub fn goes_without_us(titles: &str) -> String {
    format!("{titles}: è già alla stampante e va avanti anche a programma chiuso. ")
}

/// After the program was closed: what did not get there.
#[must_use]
pub fn left_behind(titles: &str) -> String {
    format!("{titles}: la stampante non l'ha preso. Il documento resta: si ristampa alla prossima apertura.")
}

/// The heading of the form.
pub const TITLE: &str = "STAMPA";
/// Its key to print.
pub const PRINT: &str = "Stampa";
/// Its key to save.
pub const SAVE: &str = "Salva il PDF";
/// Opens the form.
pub const WITH: &str = "Scegli la stampante";
/// A printer that is not in the list.
pub const TYPED: &str = "un'altra, per indirizzo di rete";
/// No printer.
pub const FILE: &str = "nessuna: salva il PDF";
/// One side or both.
pub const SIDES: &[(&str, &str)] = &[("long_edge", "fronte-retro"), ("single", "solo fronte")];

/// Labels of the form.
pub mod label {
    /// What is printed.
    pub const SHEET: &str = "Che cosa";
    /// Where.
    pub const PRINTER: &str = "Stampante";
    /// Its address.
    pub const ADDRESS: &str = "Indirizzo";
    /// How many.
    pub const COPIES: &str = "Copie";
    /// One side or both.
    pub const SIDES: &str = "fogli";
    /// The file.
    pub const FILE: &str = "File";
}

/// Help of its fields.
pub mod help {
    /// What is printed.
    pub const SHEET: &str = "Che cosa si stampa, tra quello che questa maschera può dare.";
    /// Where.
    pub const PRINTER: &str = "Spazio cambia, F4 apre l'elenco. La predefinita è quella impostata sul computer; \
         una stampante di rete si aggiunge con il suo indirizzo. Senza stampante si salva il PDF, che si può \
         sempre stampare da un altro computer. La scelta è ricordata: la prossima volta F9 stampa così.";
    /// Its address.
    pub const ADDRESS: &str = "Il nome o il numero della stampante, per esempio 192.168.1.20 oppure \
         ipp://stampante.ufficio:631/ipp/print. Si legge sul pannello della stampante o lo dice chi cura la \
         rete. Si scrive una volta sola: quando ha stampato, resta nell'elenco.";
    /// How many.
    pub const COPIES: &str = "Da 1 a 20. Di un patto da firmare servono due copie. Fino a quattro il numero è \
         ricordato; di più vale per questa volta.";
    /// One side or both.
    pub const SIDES: &str = "Fronte-retro gira il foglio sul lato lungo. Se la stampante non sa farlo, stampa \
         su un lato solo e lo si dice.";
    /// The file.
    pub const FILE: &str = "Un nome solo va nella cartella Documenti; altrimenti scrivere anche la cartella. \
         Un file che c'è già non è mai sostituito. Nel nome non si mette quello della persona.";
}

/// The usual printer, as far as it is known.
#[must_use]
pub fn usual(queue: Option<&Queue>, name: Option<&str>, known: bool) -> String {
    match (queue, name) {
        (Some(found), _) => format!("predefinita: {}", self::queue(found)),
        (None, Some(name)) => format!("predefinita: {name}"),
        (None, None) if known => "predefinita: nessuna impostata".to_owned(),
        (None, None) => "predefinita di questo computer".to_owned(),
    }
}

/// A queue with its state.
#[must_use]
pub fn queue(queue: &Queue) -> String {
    if queue.state.is_empty() { queue.name.clone() } else { format!("{} ({})", queue.name, queue.state) }
}

/// The queue of the last time, without a place in the list.
#[must_use]
pub fn not_listed(name: &str, known: bool) -> String {
    if known { format!("{name} (non c'è più)") } else { name.to_owned() }
}

/// A printer of the network.
#[must_use]
pub fn network(address: &Address) -> String {
    format!("di rete: {}", address.to_string().trim_start_matches("ipp://"))
}

/// Not so many copies.
#[must_use]
pub fn copies_range() -> String {
    format!("Le copie vanno da 1 a {}.", Copies::MOST)
}

/// A file was written.
#[must_use]
pub fn saved(path: &str) -> String {
    format!("PDF salvato in {path}.")
}

/// The printer did not take it.
#[must_use]
pub fn not_taken(title: &str, fault: &Fault) -> String {
    format!("{title} non stampato. {} Ctrl+P: altra stampante o PDF. {}", fault.message, fault.hint)
}
