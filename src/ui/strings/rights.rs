//! Words of PE07, and of the copy of a person's data.

/// Heading of what was corrected.
pub const RECTIFIED: &str = "Rettifiche";
/// Said of the words of documents, which are long and on paper already.
pub const NO_WORDS: &str = "Il testo dei documenti emessi: è sui documenti; nel file JSON c'è anche quello.";
/// Of a correction: which field of which record.
pub const WHAT: &str = "Che cosa";
/// What it was.
pub const WAS: &str = "Era";
/// What it is.
pub const IS: &str = "È";
/// When.
pub const WHEN: &str = "Quando";
/// On PE03: who asked for the change.
pub const RECTIFIED_FOR: &str = "Chiede rettifica";
/// On whose request.
pub const ASKED_BY: &str = "Chiesta da";
/// When they asked.
pub const ASKED_ON: &str = "Chiesta il";

/// Title of the screen.
pub const TITLE: &str = "Diritti sui dati";
/// Heading of the restriction.
pub const RESTRICTION: &str = "LIMITAZIONE DEL TRATTAMENTO (art. 18)";
/// Nothing is restricted, nothing was.
pub const FREE: &str = "Nessuna limitazione: i dati si usano per i servizi dell'ufficio.";
/// It holds.
pub const HOLDS: &str = "[!] in vigore";
/// It does not any more.
pub const ENDED: &str = "tolta";
/// While it holds.
pub const MEANWHILE: &str = "Finché è in vigore i dati si conservano e si correggono; per usarli serve un motivo dell'art. 18 \
     par. 2 (R-PRV-23); niente casi di condizionalità né annullamenti (R-PRV-24); fuori dalle statistiche.";
/// Heading of the papers.
pub const COPIES: &str = "CHE COSA SI PUÒ DARE ALLA PERSONA";
/// The report.
pub const REPORT: &str = "Rapporto degli accessi";
/// What it is.
pub const REPORT_IS: &str =
    "chi ha visto, stampato, esportato o cambiato i suoi dati, quando e perché (art. 15)";
/// The copy.
pub const COPY: &str = "Copia dei dati";
/// What it is.
pub const COPY_IS: &str = "tutto ciò che è registrato, con le rettifiche (artt. 15, 16, 20)";
/// Where else.
pub const ELSEWHERE: &str =
    "In un file per altri programmi: sportello person export, sportello person access-report.";
/// F9.
pub const PRINT: &str = "Stampa il rapporto";
/// C.
pub const PRINT_COPY: &str = "Stampa la copia dei dati";
/// L.
pub const BEGIN: &str = "Limita il trattamento";
/// L, while it holds.
pub const LIFT: &str = "Toglie la limitazione";
/// F2 in the forms.
pub const RECORD: &str = "Registra";
/// Recorded.
pub const BEGUN: &str = "Trattamento limitato.";
/// Recorded.
pub const LIFTED: &str = "Limitazione tolta.";
/// Before anything is here.
pub const LOADING: &str = "Lettura in corso…";
/// On the card, while it holds.
pub const ON_CARD: &str = "Trattamento";

/// Why a restriction is asked, as choices.
pub const GROUNDS: &[(&str, &str)] = &[
    ("accuracy", "contesta l'esattezza dei dati"),
    ("unlawful", "trattamento illecito, non vuole la cancellazione"),
    ("claim", "servono alla persona per un diritto in giudizio"),
    ("objection", "si è opposta al trattamento"),
];
/// Who asks, as choices.
pub const ASKERS: &[(&str, &str)] = &[
    ("person", "la persona"),
    ("representative", "chi la rappresenta"),
    ("authority", "il Garante o un giudice"),
    ("office", "l'ufficio"),
];

/// Labels of the forms.
pub mod label {
    /// Why.
    pub const GROUND: &str = "Motivo";
    /// Who.
    pub const ASKED_BY: &str = "Chiesta da";
    /// When.
    pub const ASKED_ON: &str = "il";
    /// About what.
    pub const NOTE: &str = "Nota";
    /// Told when.
    pub const TOLD_ON: &str = "Informata il";
    /// Why it ends.
    pub const WHY: &str = "Perché si toglie";
}

/// What the fields are.
pub mod help {
    /// On PE03: who asked for the change.
    pub const RECTIFIED_FOR: &str = "Se la modifica corregge un dato su richiesta (art. 16): chi l'ha chiesta. Resta nella storia e \
        nella copia dei dati; vuoto se è un aggiornamento qualsiasi.";
    /// Why.
    pub const GROUND: &str = "Uno dei quattro casi dell'art. 18 par. 1 del regolamento UE 2016/679.";
    /// Who.
    pub const ASKED_BY: &str = "Chi ha chiesto la limitazione.";
    /// When.
    pub const ASKED_ON: &str = "Il giorno della richiesta: la limitazione vale da allora. Vuoto vale oggi.";
    /// About what.
    pub const NOTE: &str = "Quali dati, che cosa si verifica. Non scrivere qui dati di salute.";
    /// Told when.
    pub const TOLD_ON: &str = "Il giorno in cui chi l'ha chiesta è stato informato che la limitazione sta per finire (art. 18 par. 3).";
    /// Why it ends.
    pub const WHY: &str = "Come è finita: dato verificato o corretto, opposizione decisa, giudizio concluso.";
}

/// `dal 16/11/2026, contesta l'esattezza dei dati`.
#[must_use]
pub fn since(day: chrono::NaiveDate, ground: &str) -> String {
    format!("dal {}, {ground}", day.format("%d/%m/%Y"))
}

/// `[!] limitato dal 16/11/26`.
#[must_use]
pub fn restricted(day: chrono::NaiveDate) -> String {
    format!("[!] limitato dal {}", day.format("%d/%m/%y"))
}

/// Who asked, what about.
#[must_use]
pub fn asked(by: &str, note: &str) -> String {
    if note.is_empty() { format!("chiesta da: {by}") } else { format!("chiesta da: {by}. {note}") }
}

/// When it ended, why.
#[must_use]
pub fn until(day: chrono::NaiveDate, why: &str) -> String {
    format!("fino al {}: {why}", day.format("%d/%m/%Y"))
}
