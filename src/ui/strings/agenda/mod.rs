//! Words of AG01, the agenda.

pub mod help;
mod said;

pub use said::*;

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
/// A free slot.
pub const FREE: &str = "(libero)";
/// The pause at noon.
pub const PAUSE: &str = "PAUSA";
/// Nothing on that day.
pub const EMPTY: &str = "Nessun appuntamento in questo giorno.";
/// No open appointment before today.
pub const CLOSED: &str = "Ufficio chiuso:";
/// Earlier appointments without outcome.
pub const UNCLOSED: &str = "DA CHIUDERE (senza esito)";
/// Title of the week.
pub const TITLE_WEEK: &str = "Agenda della settimana";
/// Title while somebody is being moved.
pub const TITLE_MOVE: &str = "Agenda: sposta";
/// Whose agenda, when it is everybody's.
pub const ALL_OPERATORS: &str = "tutti gli operatori";
/// The figures of a week.
pub const OFFICE_WEEK: &str = "ufficio, in cifre";
/// Title of the days with free slots.
pub const FREE_DAYS: &str = "POSTI LIBERI";
/// A day without free slots.
pub const FULL: &str = "tutto occupato";
/// No person to book for.
pub const NOBODY: &str = "Per chi? Aprire prima la persona con Ctrl+F, poi F6.";
/// No appointment under the pointer.
pub const NO_ROW: &str = "Scegliere prima un appuntamento con le frecce.";
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
/// Letter V.
pub const LETTER: &str = "Lettera di convocazione";
/// Letter M.
pub const MEMO: &str = "Promemoria degli appuntamenti";
/// F9 on a booking.
pub const BOOK_AND_MEMO: &str = "Registra e promemoria";
/// Letter K.
pub const CASE: &str = "Apre il caso di condizionalità";
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
/// F11 in the free slots, Enter on the figures of a day.
pub const SEE_DAY: &str = "Giorno";
/// Letter R.
pub const REASSIGN: &str = "Riassegna";
/// Before the printer, copies, or a file are chosen.
pub const PRINT_WITH: &str = "scegli stampante e copie, o salva il PDF";
/// What was printed.
pub const LIST: &str = "Elenco";
/// Neither printed nor saved.
pub const CANCEL: &str = "annulla";
/// Digits.
pub const CLOSE_LEFT: &str = "Chiude l'arretrato";
/// Tab.
pub const PANE: &str = "Riquadro";

/// What may be recorded of an appointment, in the order of a day. A move
/// has a form of its own.
pub const EVENTS: [(E, &str); 11] = [
    (E::Held, "svolto"),
    (E::Absent, "assente"),
    (E::Sent, "convocazione inviata"),
    (E::Delivered, "convocazione consegnata"),
    (E::Undelivered, "convocazione non consegnata"),
    (E::OptionChosen, "scelto dalla persona"),
    (E::Agreed, "concordato di persona"),
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
/// Time over, no outcome.
pub const SIGN_OPEN: &str = "?";
/// A convocation without proof.
pub const SIGN_UNPROVED: &str = "!";
/// Held.
pub const SIGN_HELD: &str = "+";
/// Absent.
pub const SIGN_ABSENT: &str = "x";
/// A pact issued and not signed by both.
pub const SIGN_UNSIGNED: &str = "*";
/// What the signs mean, before the services.
pub const LEGEND: [&str; 8] = [
    "? senza esito",
    "! convocazione senza prova",
    "* PSP da firmare",
    "+ svolto",
    "x assente",
    "numero = stanza",
    "v video",
    "t telefono",
];
/// What the signs mean where only the name has room.
pub const LEGEND_NAMES: [&str; 5] =
    ["? senza esito", "! senza prova", "* PSP da firmare", "+ svolto", "x assente"];
/// What the signs mean in the list, where the states are in words.
pub const LEGEND_LIST: [&str; 3] = ["[!] convocazione senza prova", "[?] senza esito", "* PSP da firmare"];
/// What the figures of a week mean.
pub const LEGEND_FIGURES: [&str; 3] =
    ["app appuntamenti", "lib posti liberi", "! punti aperti: senza esito, senza prova, PSP da firmare"];
/// Over the figures of a day.
pub const FIGURES: &str = "app lib    !";
/// The last row of the week.
pub const WHOLE_OFFICE: &str = "UFFICIO";
/// Time over, no outcome, in words.
pub const WITHOUT_OUTCOME: &str = "senza esito";
/// Absences whose reason is awaited.
pub const REASONS: &str = "IN ATTESA DI MOTIVO";
/// The reason may come until today.
pub const REASON_TODAY: &str = "motivo entro oggi";
/// A service whose name tells special data.
pub const RESERVED: &str = "riservato";
/// The same in three letters.
pub const RESERVED_LETTERS: &str = "RIS";
/// The pause in a narrow lane.
pub const PAUSE_SHORT: &str = "pausa";
/// Another place than a room.
pub const OTHER_PLACE: &str = "#";
/// By video, one letter.
pub const VIDEO_LETTER: &str = "v";
/// By telephone, one letter.
pub const PHONE_LETTER: &str = "t";
/// Services in three letters.
pub const SERVICES: [(&str, &str); 16] = [
    ("accoglienza", "ACC"),
    ("did", "DID"),
    ("primo_colloquio", "1C"),
    ("assessment", "ASS"),
    ("patto", "PSP"),
    ("aggiornamento_patto", "AGG"),
    ("orientamento_specialistico", "ORI"),
    ("contatto_ordinario", "CON"),
    ("accompagnamento", "LAV"),
    ("tirocinio", "TIR"),
    ("incontro_domanda_offerta", "IDO"),
    ("formazione", "FOR"),
    ("collocamento_mirato", "CM"),
    ("presa_in_carico_integrata", "PCI"),
    ("autoimpiego", "AUT"),
    ("conferma_90_giorni", "90G"),
];
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
/// Counts of the day.
pub const COUNT_OPEN: &str = "senza esito";
/// Counts of the day.
pub const COUNT_UNSIGNED: &str = "PSP da fir.";
/// Counts of the day.
pub const COUNT_REASONS: &str = "motivi";
/// A pact issued and not signed by both, in words.
pub const UNSIGNED: &str = "PSP emesso, da firmare";
/// Before the title of a move.
pub const MOVE_TITLE: &str = "SPOSTA";
/// Who asks for a move.
pub const ASKERS: &[(&str, &str)] = &[("person", "la persona"), ("office", "l'ufficio")];
/// What is reassigned.
pub const REACH: &[(&str, &str)] = &[("one", "questo appuntamento"), ("day", "tutta la giornata")];
/// Whoever is free.
pub const ANYBODY: &str = "a chi è libero a quell'ora";
/// Not there.
pub const AWAY: &str = "assente";
/// Not there, after a name.
pub const IS_AWAY: &str = " (assente)";
/// Not there, in place of the free slots of a day.
pub const AWAY_DAY: &str = "operatore assente";
/// Nobody is free at an hour.
pub const NOBODY_FREE: &str = "nessuno è libero: resta";
/// Nothing to reassign.
pub const NOTHING_TO_GIVE: &str = "Qui non ci sono appuntamenti aperti da riassegnare.";
/// Every slot of the days shown is taken.
pub const ALL_TAKEN: &str = "Tutto occupato in questi giorni: F8 per i successivi, P per un altro operatore.";
/// How the grid is used.
pub const GRID_HELP: &str = "Frecce: giorno e ora. Invio prenota. F7/F8 settimana, F4 calendario.";
