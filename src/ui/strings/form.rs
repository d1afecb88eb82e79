//! Words of the form engine.

use crate::domain::event::AcceptedWarning;
use crate::ui::form::field::Lost;
use crate::ui::form::read::Unread;
use crate::ui::form::spec::{FieldSpec, Kind};

/// Why a text was not understood, and what to do.
#[must_use]
pub fn unread(why: Unread) -> &'static str {
    match why {
        Unread::NotADate => "Non è una data: scrivere gg/mm/aaaa, oggi, ieri, +7, o F4 per il calendario.",
        Unread::NoSuchDay => "Questo giorno non esiste.",
        Unread::YearOutOfRange => "L'anno non è plausibile.",
        Unread::NotATime => "Non è un'ora: scrivere 9:30 o 930.",
        Unread::NotAnAmount => "Non è un importo: scrivere 8500 o 8.500,00.",
        Unread::NotANumber => "Serve un numero intero.",
        Unread::NotInList => "Non è nell'elenco: F4 lo apre.",
        Unread::Several => "Più voci corrispondono: F4 per scegliere.",
    }
}

/// A required field is empty.
#[must_use]
pub fn missing(label: &str) -> String {
    format!("Manca: {label}.")
}

/// A field has a text it cannot read.
#[must_use]
pub fn unreadable(label: &str, why: &str) -> String {
    format!("{label}: {why}")
}

/// What of a text did not come into a field, and why; `taken` when the rest
/// did.
#[must_use]
pub fn lost(label: &str, limit: usize, lost: Lost, taken: bool) -> String {
    let mut said = Vec::new();
    let characters = |n: usize| if n == 1 { "1 carattere".to_owned() } else { format!("{n} caratteri") };
    match (lost.over, lost.pasted, taken) {
        (0, ..) => {}
        (_, false, _) => said.push(format!("Il campo è pieno: tiene {}.", characters(limit))),
        (over, true, true) => {
            said.push(format!("Non c'è posto per tutto: {} fuori, ne tiene {limit}.", characters(over)));
        }
        (over, true, false) => {
            said.push(format!("Troppo lungo: {}, ne tiene {limit}. Non è entrato niente.", characters(over)));
        }
    }
    if lost.controls > 0 {
        said.push(format!("Tolti {} di controllo, che non si scrivono.", characters(lost.controls)));
    }
    if lost.signs > 0 {
        said.push(format!("Qui solo lettere e cifre: tolti {}.", characters(lost.signs)));
    }
    unreadable(label, &said.join(" "))
}

/// A digit that answers nothing.
#[must_use]
pub fn digits(of: usize) -> String {
    format!("Le risposte vanno da 1 a {of}.")
}

/// How a field is written, for its help.
#[must_use]
pub fn how(spec: &FieldSpec) -> String {
    let limit = spec.limit;
    match spec.kind {
        Kind::Text { secret: true, .. } => "Non si vede mentre si scrive.".to_owned(),
        Kind::Text { fixed: true, .. } => {
            format!("{limit} lettere e cifre, senza spazi. Quando è pieno passa al campo successivo.")
        }
        Kind::Text { .. } => format!("Testo, al massimo {limit} caratteri."),
        Kind::Area { .. } => {
            format!(
                "Più righe: Invio va a capo, su una riga vuota passa oltre. Al massimo {limit} caratteri."
            )
        }
        Kind::Date { birth: true } => {
            "gg/mm/aaaa, anche 101285, 10121985, 10.12.85: un anno di due cifre non è mai nel futuro. \
             F4 apre il calendario."
                .to_owned()
        }
        Kind::Date { birth: false } => {
            "gg/mm/aaaa, anche 231126, 23112026, 23.11.26, 23-11, oggi, ieri, domani, +7, -3. \
             F4 apre il calendario."
                .to_owned()
        }
        Kind::Time => "9:30, 9.30 oppure 930.".to_owned(),
        Kind::Number => format!("Solo cifre, al massimo {limit}."),
        Kind::Money => "8500 oppure 8.500,00: virgola o punto del tastierino per i centesimi.".to_owned(),
        Kind::Tick => "Spazio o X mette e toglie la spunta.".to_owned(),
        Kind::Choice { .. } if spec.digits => {
            "La cifra della risposta, e si passa oltre. Anche Spazio, le frecce o F4.".to_owned()
        }
        Kind::Several { .. } => {
            "La cifra mette e toglie una risposta: se ne possono dare più d'una. F4 apre l'elenco.".to_owned()
        }
        Kind::Choice { .. } => "La prima lettera, Spazio o le frecce. F4 apre l'elenco.".to_owned(),
        Kind::Lookup { free, .. } => {
            let other = if free { " Quello che non è nell'elenco resta com'è scritto." } else { "" };
            format!("Il codice o qualche lettera: se la voce è una sola la prende. F4 apre l'elenco.{other}")
        }
    }
}

/// A tick takes two keys.
pub const HOW_TO_TICK: &str = "Qui Spazio o X mette e toglie la spunta.";
/// A text means more than one item of a list.
pub const WHICH: &str = "Più voci corrispondono: sceglierne una, Invio prende quella indicata.";

/// No item of a choice begins so.
#[must_use]
pub fn no_such_letter(c: char) -> String {
    format!("Nessuna voce comincia con «{c}»: F4 apre l'elenco.")
}

/// There is no previous record to copy from.
pub const NOTHING_TO_COPY: &str = "Nessun record precedente da cui copiare questo campo.";
/// Ctrl+V arrived as a key.
pub const HOW_TO_PASTE: &str =
    "Per incollare: Ctrl+Maiusc+V o Maiusc+Ins o tasto destro, secondo il terminale.";
/// Nothing to choose from.
pub const NO_ITEMS: &str = "Nessuna voce.";
/// No item matches the words typed.
pub const NO_MATCH: &str = "Nessuna voce con queste parole.";
/// Before the words typed in a list.
pub const SEARCH: &str = "Cerca: ";
/// Days of the week over the calendar.
pub const WEEK: [&str; 7] = ["lu", "ma", "me", "gi", "ve", "sa", "do"];
/// Months.
pub const MONTHS: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];
/// Keys of the calendar.
pub const CALENDAR_KEYS: &str = "PgSu/Giù +/- anno T oggi";
/// A day that cannot be in this field.
pub const NOT_THIS_DAY: &str = "Qui questo giorno non può stare: i giorni in grigio sono fuori.";
/// After a row that is listed only to be seen.
pub const NOT_FOR_YOU: &str = " (non permesso)";
/// Keys of a list.
pub const LIST_KEYS: &str = "Invio sceglie  Esc chiude";

/// Which page of how many.
#[must_use]
pub fn page(number: usize, total: usize) -> String {
    format!("pag. {number}/{total}")
}

/// From so many left on, what is left is shown.
pub const FEW_LEFT: usize = 50;

/// Characters left in a long text.
#[must_use]
pub fn left(count: usize) -> String {
    format!("restano {count}")
}

/// How many findings stop the saving and how many warn.
#[must_use]
pub fn checks(blocks: usize, warns: usize) -> String {
    let blocks_word = if blocks == 1 { "bloccante" } else { "bloccanti" };
    let warns_word = if warns == 1 { "avviso" } else { "avvisi" };
    format!("Controlli: {blocks} {blocks_word}, {warns} {warns_word}")
}

/// The form was touched since it was read.
pub const MODIFIED: &str = "modificato";

/// The draft is safe.
#[must_use]
pub fn draft_saved(time: &str) -> String {
    format!("bozza salvata alle {time}")
}
/// Title of the help in the right column.
pub const SIDE_HELP: &str = "AIUTO DEL CAMPO";
/// Title of the findings in the right column.
pub const SIDE_CHECKS: &str = "CONTROLLI";
/// Title of the accepted warnings in the right column.
pub const SIDE_ACCEPTED: &str = "AVVISI ACCETTATI";

/// A warning accepted: rule, reason, who, when.
#[must_use]
pub fn accepted(warning: &AcceptedWarning) -> String {
    let AcceptedWarning { rule, reason, by, at, .. } = warning;
    format!("{rule} accettato: «{}» · {by} {}", reason.trim(), at.format("%d/%m/%Y %H:%M"))
}

/// The same beside its field.
#[must_use]
pub fn accepted_short(reason: &str) -> String {
    format!("accettato: «{}»", reason.trim())
}

/// F4 in a date.
pub const CALENDAR: &str = "Calendario";
/// F4 in a list.
pub const LIST: &str = "Elenco";
/// F7 and F8.
pub const PAGE: &str = "Pagina";
/// Space in a tick.
pub const TICK: &str = "Spunta";
/// Space in a choice.
pub const CHOOSE: &str = "Sceglie";
/// Tab and Enter.
pub const NEXT_FIELD: &str = "Campo succ";
/// Shift+Tab.
pub const PREVIOUS_FIELD: &str = "prec";
