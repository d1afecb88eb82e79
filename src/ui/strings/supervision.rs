//! Words of SU01.

use chrono::{NaiveDate, NaiveDateTime};

/// Title of the screen.
pub const TITLE: &str = "Supervisione";
/// Heading of the log.
pub const LOG: &str = "Registro accessi";
/// Columns of the log.
pub const COLUMNS: [&str; 5] = ["Quando", "Chi", "Che cosa", "Persona", "Motivo o dettaglio"];
/// No line fits.
pub const EMPTY: &str = "Nessuna riga con questi filtri. F4 li cambia, T li toglie.";
/// The tabs, each with its digit.
pub const TABS: [&str; 2] = [LOG, "Conservazione"];
/// The tabs in F10.
pub const TO_LOG: &str = "Registro accessi";
/// The same.
pub const TO_KEPT: &str = "Conservazione";
/// Columns of the records whose term is over.
pub const KEPT_COLUMNS: [&str; 4] = ["Persona", "Codice fiscale", "Ultimo atto", "Termine"];
/// No term is over.
pub const NONE_OVER: &str = "Nessuna scheda oltre il termine.";
/// Nobody has said for how long.
pub const UNDECIDED: &str = "Per quanti anni è da decidere dall'ufficio: PA01, privacy.retention_years.";
/// What the list is for.
pub const PROPOSED: &str = "Da proporre a chi autorizza lo scarto: qui niente si cancella (R-PRV-9).";
/// Enter.
pub const OPEN: &str = "Apri la persona";
/// F4.
pub const FILTER: &str = "Filtra";
/// The title of the filters.
pub const FILTER_TITLE: &str = "Quali righe";
/// F2 on the filters.
pub const APPLY: &str = "Cerca";
/// P, O, G, K: filters by the row under the pointer.
pub const ONLY_PERSON: &str = "Solo questa persona";
/// P again.
pub const ALL_PEOPLE: &str = "Tutte le persone";
/// O.
pub const ONLY_OPERATOR: &str = "Solo questo operatore";
/// O again.
pub const ALL_OPERATORS: &str = "Tutti gli operatori";
/// G.
pub const ONLY_DAY: &str = "Solo questo giorno";
/// G again.
pub const ALL_DAYS: &str = "Tutti i giorni";
/// R.
pub const ONLY_REFUSED: &str = "Solo i rifiuti";
/// R again.
pub const ALL_KINDS: &str = "Tutti gli atti";
/// Filters off.
pub const ALL: &str = "Tutto";
/// Every one, in the choices.
pub const ANY: &str = "tutti";
/// Labels of what is told of the row under the pointer.
pub const LINE: &str = "Riga";
/// Who and where.
pub const WHO: &str = "Chi";
/// The act.
pub const WHAT: &str = "Che cosa";
/// About whom.
pub const PERSON: &str = "Persona";
/// What else matters.
pub const DETAIL: &str = "Dettaglio";
/// Why.
pub const REASON: &str = "Motivo";
/// Nobody had signed in.
pub const NOBODY: &str = "nessuno";

/// Labels of the filters.
pub mod label {
    /// First day.
    pub const FROM: &str = "Dal";
    /// Last day.
    pub const UNTIL: &str = "Al";
    /// Who.
    pub const OPERATOR: &str = "Operatore";
    /// The kind of act.
    pub const KIND: &str = "Atto";
    /// The person, by fiscal code.
    pub const CODE: &str = "Codice fiscale";
}

/// What the filters are.
pub mod help {
    /// First day.
    pub const FROM: &str = "Il primo giorno; vuoto per cominciare dalla prima riga del registro.";
    /// Last day.
    pub const UNTIL: &str = "L'ultimo giorno, compreso; vuoto per arrivare a oggi.";
    /// Who.
    pub const OPERATOR: &str = "Le righe di un solo operatore, o di tutti.";
    /// The kind of act.
    pub const KIND: &str = "Una sola specie di atti: aperture, letture, stampe, esportazioni, modifiche. I rifiuti sono \
        i tentativi respinti per mancanza di permesso e le password sbagliate.";
    /// The person.
    pub const CODE: &str = "Il codice fiscale della persona di cui si cercano gli accessi; vuoto per tutte. Dalla riga \
        di una persona fa lo stesso P.";
}

/// `23/11/26 08:30`.
#[must_use]
pub fn moment(at: NaiveDateTime) -> String {
    at.format("%d/%m/%y %H:%M").to_string()
}

/// The line with its place and its desk.
#[must_use]
pub fn line(seq: i64, desk: &str, at: NaiveDateTime) -> String {
    format!("{seq}, postazione {desk}, {}", at.format("%d/%m/%Y alle %H:%M:%S"))
}

/// A day, or a stretch of days, as a filter.
#[must_use]
pub fn days(from: Option<NaiveDate>, to: Option<NaiveDate>) -> Option<String> {
    let day = |day: NaiveDate| day.format("%d/%m/%y").to_string();
    Some(match (from, to) {
        (None, None) => return None,
        (Some(from), Some(to)) if from == to => day(from),
        (Some(from), Some(to)) => format!("{}-{}", day(from), day(to)),
        (Some(from), None) => format!("dal {}", day(from)),
        (None, Some(to)) => format!("fino al {}", day(to)),
    })
}

/// `Schede ferme da più di 10 anni`.
#[must_use]
pub fn kept(years: u32) -> String {
    match years {
        0 => "Schede ferme oltre il termine".to_owned(),
        1 => "Schede ferme da più di 1 anno".to_owned(),
        years => format!("Schede ferme da più di {years} anni"),
    }
}

/// What is listed: `Registro accessi: BIANCHI A., Stampa`.
#[must_use]
pub fn heading(filters: &[String]) -> String {
    if filters.is_empty() { LOG.to_owned() } else { format!("{LOG}: {}", filters.join(", ")) }
}

/// Which lines: `righe 120-21, poi altre`.
#[must_use]
pub fn rows(first: i64, last: i64, more: bool) -> String {
    let rest = if more { ", poi altre" } else { "" };
    if first == last { format!("riga {first}{rest}") } else { format!("righe {first}-{last}{rest}") }
}
