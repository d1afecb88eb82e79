//! Words of AG01, the agenda.

use crate::domain::appointment::AppointmentEvent as E;

/// Title of the screen.
pub const TITLE: &str = "Agenda del giorno";
/// Title while somebody is being booked.
pub const TITLE_BOOK: &str = "Agenda: prenota";
/// Headings of the day.
pub const HOUR: &str = "Ora";
/// Heading.
pub const MINUTES: &str = "Min";
/// Heading.
pub const PERSON: &str = "Persona";
/// Heading.
pub const SERVICE: &str = "Servizio";
/// Heading.
pub const MODE: &str = "Modo";
/// Heading.
pub const STATE: &str = "Stato";
/// Before the operator's name.
pub const OPERATOR: &str = "operatore";
/// A free slot.
pub const FREE: &str = "(libero)";
/// The pause at noon.
pub const PAUSE: &str = "PAUSA";
/// Nothing on that day.
pub const EMPTY: &str = "Nessun appuntamento in questo giorno.";
/// No open appointment before today.
pub const CLOSED: &str = "Ufficio chiuso:";
/// Appointments of yesterday without outcome.
pub const YESTERDAY: &str = "IERI, DA CHIUDERE";
/// Earlier appointments without outcome.
pub const UNCLOSED: &str = "DA CHIUDERE (senza esito)";
/// Title of the days with free slots.
pub const FREE_DAYS: &str = "POSTI LIBERI";
/// A day without free slots.
pub const FULL: &str = "tutto occupato";
/// No person to book for.
pub const NOBODY: &str = "Per chi? Aprire prima la persona con Ctrl+F, poi F6.";
/// No appointment under the pointer.
pub const NO_ROW: &str = "Scegliere prima un appuntamento con le frecce.";
/// Esc on a changed panel.
pub const PANEL_CHANGED: &str = "Non ancora registrato: Esc ancora per chiudere senza registrare.";
/// Words of the key bar.
pub const BOOK: &str = "Prenota";
/// F2 in a panel.
pub const RECORD: &str = "Registra";
/// Enter on an appointment.
pub const OPEN: &str = "Apri";
/// Letter E.
pub const OUTCOME: &str = "Esito";
/// Letter C.
pub const CONVENE: &str = "Convoca";
/// Letter S.
pub const MOVE: &str = "Sposta";
/// Letter A.
pub const ABSENT: &str = "Assente";
/// Letter L.
pub const LEP: &str = "Attività LEP";
/// Letter O.
pub const OPEN_PERSON: &str = "Apre la persona";
/// Letter T.
pub const TODAY: &str = "Oggi";
/// Letter P.
pub const CHOOSE_OPERATOR: &str = "Operatore";
/// + and -.
pub const DAY: &str = "Giorno";
/// F7 and F8 over the free slots.
pub const WEEK: &str = "Settimana";
/// F4.
pub const CALENDAR: &str = "Calendario";
/// F11 in the day.
pub const SEE_FREE: &str = "Posti liberi";
/// F11 in the free slots.
pub const SEE_DAY: &str = "Giorno";
/// Tab.
pub const PANE: &str = "Riquadro";

/// How many appointments and free slots.
#[must_use]
pub fn totals(booked: usize, free: usize) -> String {
    let word = if booked == 1 { "appuntamento" } else { "appuntamenti" };
    let free_word = if free == 1 { "libero" } else { "liberi" };
    format!("{booked} {word}, {free} {free_word}")
}

/// Appointments of the past without outcome (R-CNV-17).
#[must_use]
pub fn to_close(count: usize) -> String {
    if count == 1 {
        "1 appuntamento passato senza esito: da chiudere entro oggi.".to_owned()
    } else {
        format!("{count} appuntamenti passati senza esito: da chiudere entro oggi.")
    }
}

/// Booked.
#[must_use]
pub fn booked(person: &str, when: &str, agreed: bool) -> String {
    if agreed {
        format!("{person}: {when}, concordato.")
    } else {
        format!("{person}: {when}. Resta da convocare (C).")
    }
}

/// An outcome was recorded.
#[must_use]
pub fn recorded(person: &str, state: &str) -> String {
    format!("{person}: {state}.")
}

/// Moved: the new day is chosen now.
#[must_use]
pub fn moved(person: &str) -> String {
    format!("{person}: spostato. Ora scegliere il nuovo posto.")
}

/// What may be recorded of an appointment, in the order of a day.
pub const EVENTS: [(E, &str); 12] = [
    (E::Held, "svolto"),
    (E::Absent, "assente"),
    (E::Sent, "convocazione inviata"),
    (E::Delivered, "convocazione consegnata"),
    (E::Undelivered, "convocazione non consegnata"),
    (E::OptionChosen, "scelto dalla persona"),
    (E::Agreed, "concordato di persona"),
    (E::Moved, "spostato"),
    (E::Cancelled, "annullato dall'ufficio"),
    (E::Justified, "assenza giustificata"),
    (E::Unjustified, "assenza non giustificata"),
    (E::Redrafted, "da rifare, altro canale"),
];

/// The way an appointment is held, for the radio.
pub const MODES: &[(&str, &str)] = &[("in_person", "in presenza"), ("video", "video"), ("phone", "telefono")];
/// By telephone, in a narrow column.
pub const PHONE: &str = "tel.";
/// By video, in a narrow column.
pub const VIDEO: &str = "video";
/// `stanza 3` in a narrow column.
pub const ROOM: (&str, &str) = ("stanza ", "st. ");

/// Title of the booking.
#[must_use]
pub fn book_title(person: &str) -> String {
    format!("PRENOTA  {person}")
}

/// Title of what happened.
#[must_use]
pub fn event_title(person: &str, when: &str, state: &str) -> String {
    format!("{person}  {when}  ora: {state}")
}

/// Headings of the right column.
pub const SELECTED: &str = "SELEZIONATO";
/// Heading.
pub const CONVOCATION: &str = "CONVOCAZIONE";
/// Heading.
pub const ACTIONS: &str = "AZIONI";
/// Heading.
pub const THE_DAY: &str = "GIORNATA";
/// Heading.
pub const DEADLINES: &str = "SCADENZE";
/// Heading.
pub const NEXT: &str = "PROSSIMO APPUNTAMENTO";
/// No convocation yet.
pub const NOT_SENT: &str = "da spedire";
/// Labels of the right column.
pub const CHANNEL: &str = "canale";
/// Label.
pub const ADDRESS: &str = "a";
/// Label.
pub const PROOF: &str = "prova";
/// Label.
pub const NOTE: &str = "nota";
/// Label.
pub const STATE_LABEL: &str = "stato";
/// Label.
pub const BENEFIT: &str = "beneficio";
/// Proved.
pub const PROVED: &str = "[ok] R-CNV-9";
/// Not proved.
pub const NOT_PROVED: &str = "[!] manca  R-CNV-10";
/// The sign of a convocation without proof.
pub const SIGN: &str = "[!]";
/// No appointment booked.
pub const NO_NEXT: &str = "nessuno";
/// Counts of the day.
pub const COUNT_BOOKED: &str = "appuntam.";
/// Counts of the day.
pub const COUNT_FREE: &str = "liberi";
/// Counts of the day.
pub const COUNT_SEND: &str = "da provare";
/// Counts of the day.
pub const COUNT_CLOSE: &str = "da chiudere";
/// How the grid is used.
pub const GRID_HELP: &str = "Frecce: giorno e ora. Invio prenota. F7/F8 settimana, F4 calendario.";

/// Help of the fields.
pub mod help {
    /// Day.
    pub const DAY: &str = "Giorno dell'appuntamento. Anche domani, +7, 24/11; F4 apre il calendario.";
    /// Hour.
    pub const HOUR: &str = "Ora d'inizio: 9:30 o 930. Può essere diversa dai posti proposti.";
    /// Minutes.
    pub const MINUTES: &str = "Durata prevista, da 5 a 480 minuti. Proposta secondo il servizio.";
    /// Service.
    pub const SERVICE: &str = "Per che cosa viene la persona. Proposto da dove è arrivata: primo colloquio, assessment, patto, contatto ordinario.";
    /// Mode.
    pub const MODE: &str = "In presenza, o a distanza se la persona è d'accordo. Per telefono solo informazioni, contatti ordinari e supporto alla DID.";
    /// Place.
    pub const PLACE: &str = "Stanza o indirizzo; per il video la piattaforma. Sta sulla convocazione.";
    /// Link.
    pub const LINK: &str = "Collegamento per il video, da scrivere nella convocazione.";
    /// Agreed.
    pub const AGREED: &str = "La persona è qui e ha preso nota: la convocazione è fatta e provata. Se no, va spedita con il preavviso dovuto.";
    /// Note.
    pub const BOOK_NOTE: &str =
        "Nota dell'ufficio. A distanza senza accordo di persona: scrivere come si è d'accordo.";
    /// Event.
    pub const EVENT: &str =
        "Che cosa è successo. L'elenco ha solo ciò che è possibile dallo stato di adesso.";
    /// Channel.
    pub const CHANNEL: &str = "Come è stata spedita. Raccomandata, PEC e accordo di persona provano sempre; SMS ed e-mail solo con un beneficio e il recapito dato a INPS o validato; telefono mai.";
    /// Address.
    pub const ADDRESS: &str = "Indirizzo, numero o casella usati: si conserva con la convocazione.";
    /// Proved.
    pub const PROVED: &str =
        "C'è la ricevuta o la lettura confermata, valida come prova per un richiamo o una sanzione.";
    /// Note.
    pub const NOTE: &str = "Esito, minuti di attesa, motivo. Obbligatorio per spostare, annullare, giustificare (senza diagnosi) o decidere.";
}
