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
/// F11 in the free slots and after the week.
pub const SEE_DAY: &str = "Giorno";
/// F11 in the day.
pub const SEE_WEEK: &str = "Settimana";
/// F11 in the week of an operator.
pub const SEE_OFFICE: &str = "Ufficio";
/// Letter R.
pub const REASSIGN: &str = "Riassegna";
/// F9.
pub const PRINT: &str = "Stampa";
/// Digits.
pub const CLOSE_LEFT: &str = "Chiude l'arretrato";
/// Left and right.
pub const LANE: &str = "Operatore prec/succ";
/// Tab.
pub const PANE: &str = "Riquadro";

/// How many appointments and free slots.
#[must_use]
pub fn totals(booked: usize, free: usize) -> String {
    let word = if booked == 1 { "appuntamento" } else { "appuntamenti" };
    let free_word = if free == 1 { "libero" } else { "liberi" };
    format!("{booked} {word}, {free} {free_word}")
}

/// Whose agenda is shown.
#[must_use]
pub fn of_operator(name: &str) -> String {
    format!("operatore {name}")
}

/// The same over a narrow lane.
#[must_use]
pub fn lane_counts(booked: usize, free: usize) -> String {
    format!("{booked} app. {free} lib.")
}

/// The reason of an absence may still come.
#[must_use]
pub fn reason_until(day: &str) -> String {
    format!("motivo entro {day}")
}

/// The reason of an absence came not in time.
#[must_use]
pub fn reason_late(day: &str) -> String {
    format!("motivo scaduto {day}")
}

/// Figures of a day, in words.
#[must_use]
pub fn figures(booked: usize, free: usize, open: usize) -> String {
    format!("{}, {open} punti aperti", totals(booked, free))
}

/// The week in the first row.
#[must_use]
pub fn week_of(from: &str, to: &str) -> String {
    format!("< {from} - {to} >")
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

/// Moved to another moment.
#[must_use]
pub fn moved(person: &str, when: &str, agreed: bool) -> String {
    if agreed {
        format!("{person}: spostato a {when}, concordato.")
    } else {
        format!("{person}: spostato a {when}. Resta da convocare (C).")
    }
}

/// Who is being moved, and from when.
#[must_use]
pub fn moving(person: &str, when: &str) -> String {
    format!("per {person}, ora {when}")
}

/// In this state it cannot be moved.
#[must_use]
pub fn not_movable(state: &str) -> String {
    format!("L'appuntamento è «{state}»: non si sposta. Per un altro giorno: C convoca.")
}

/// Title of a reassignment.
#[must_use]
pub fn reassign_title(operator: &str, day: &str) -> String {
    format!("RIASSEGNA  {operator}  {day}")
}

/// How many went to whom, and how many stayed.
#[must_use]
pub fn reassigned(counts: &[(String, usize)], stay: usize) -> String {
    let each: Vec<String> = counts.iter().map(|(name, count)| format!("{name} {count}")).collect();
    let stay = match stay {
        0 => String::new(),
        stay => format!(" {stay} senza posto: da spostare."),
    };
    format!("Riassegnati: {}.{stay}", each.join(", "))
}

/// To whom an appointment goes.
#[must_use]
pub fn goes_to(operator: &str) -> String {
    format!("a {operator}")
}

/// What does not fit in a list.
#[must_use]
pub fn and_more(count: usize) -> String {
    format!("e altri {count}")
}

/// Where the frequency agreed in the pact leads to.
#[must_use]
pub fn proposed(day: &str) -> String {
    format!("proposto secondo il PSP: {day}")
}

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
pub const FIGURES: &str = "app lib  ap.";
/// The last row of the week.
pub const WHOLE_OFFICE: &str = "UFFICIO";
/// Time over, no outcome, in words.
pub const WITHOUT_OUTCOME: &str = "senza esito";
/// Absences whose reason is awaited.
pub const REASONS: &str = "IN ATTESA DI MOTIVO";
/// The reason may come until today.
pub const REASON_TODAY: &str = "motivo entro oggi";
/// A service whose name tells special data.
pub const RESERVED: &str = "servizio riservato";
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
    /// Who asks.
    pub const ASKED_BY: &str =
        "Chi chiede lo spostamento. Chiesto dalla persona prima dell'ora non è un'assenza.";
    /// Why it is moved.
    pub const MOVE_WHY: &str = "Il motivo dello spostamento, senza diagnosi: resta con l'appuntamento.";
    /// When it was asked.
    pub const ASKED_AT: &str =
        "L'ora dell'appuntamento è passata: scrivere quando è stato chiesto. Conta solo se prima dell'ora.";
    /// What is reassigned.
    pub const REACH: &str = "Solo questo appuntamento, o tutti quelli ancora aperti della giornata, quando l'operatore è assente.";
    /// To whom.
    pub const REASSIGN_TO: &str = "Chi riceve al suo posto, alla stessa ora. Con «chi è libero» ognuno va a un operatore senza altri appuntamenti a quell'ora, prima chi ne ha meno.";
    /// Why.
    pub const REASSIGN_WHY: &str =
        "Perché cambia l'operatore: assenza, urgenza. Senza dati sulla salute dell'operatore.";
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
