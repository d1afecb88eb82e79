//! Sentences of AG01 made with names and figures.

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

/// An absence held unjustified: what may follow is one key away.
#[must_use]
pub fn unjustified(person: &str, state: &str) -> String {
    format!("{person}: {state}. K apre il caso di condizionalità.")
}

/// No case from an appointment in this state.
#[must_use]
pub fn no_case(state: &str) -> String {
    format!("L'appuntamento è «{state}»: il caso nasce da un'assenza non giustificata.")
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

/// What of a day is printed.
#[must_use]
pub fn print_what(day: &str) -> String {
    format!("L'elenco di {day}: senza note; un servizio riservato vi è scritto «colloquio».")
}

/// On paper.
#[must_use]
pub fn print_of(whose: &str) -> String {
    format!("stampa: {whose}")
}

/// A list as it is called in the choice.
#[must_use]
pub fn list_of(whose: &str) -> String {
    format!("elenco: {whose}")
}
