//! Words of AS01.

#![allow(missing_docs, reason = "the words say what they are")]

pub const TITLE: &str = "Assessment";
/// The steps before the questionnaire.
pub const PAGES: [&str; 2] = ["Dati", "Lavoro"];
/// And after it.
pub const JUDGING: &str = "Giudizio";
pub const OUTCOME: &str = "Esito";

/// Label and help of a field.
pub type Words = (&'static str, &'static str);

pub const DATE: Words =
    ("Data del colloquio", "Il giorno del colloquio: oggi, o un giorno passato se si registra dopo.");
pub const PROVINCE: Words = ("Provincia", "Provincia di residenza: viene dall'anagrafica e dalla DID.");
pub const CITIZENSHIP: Words = ("Cittadinanza", "Come nell'anagrafica e nella DID.");
pub const PRESENCE: Words = ("In Italia", "Da quanto la persona è in Italia.");
pub const YEAR_BEFORE: Words = ("Un anno fa", "Che cosa faceva la persona un anno prima della DID.");
pub const SEARCH: Words = ("Mesi di ricerca", "Da quanti mesi cerca lavoro. Meno di uno: 0.");
pub const HOUSEHOLD: Words = ("Persone in famiglia", "Quante persone in casa, compresa la persona.");
pub const CHILDREN: Words = ("Figli", "Figli a carico o conviventi.");
pub const MINORS: Words = ("Qualcuno minorenne", "Se almeno uno dei figli ha meno di 18 anni.");
pub const EDUCATION: Words = ("Titolo di studio", "Il titolo più alto, anche estero se riconosciuto.");
pub const ENROLLED: Words = ("Iscritta/o a corsi", "Se frequenta scuola, università o un corso.");
pub const EVER: Words = ("Ha mai lavorato", "Anche un solo lavoro, anche breve.");
pub const MONTHS: Words = ("Mesi dall'ultimo lavoro", "Mesi interi da quando è finito l'ultimo lavoro.");
pub const POSITION: Words = ("Posizione di allora", "La posizione nell'ultimo lavoro.");
pub const NOTE: Words =
    ("Nota", "Una nota dell'operatore su questa parte, se serve. Niente dati sulla salute (R-PRV-1).");
pub const OBSTACLES: Words = (
    "Vincoli",
    "Che cosa rende difficile lavorare: orari, cura di familiari, patente. Niente dati sulla salute (R-PRV-1).",
);
pub const JUDGEMENT: Words = (
    "Giudizio *",
    "Il profilo di occupabilità secondo l'operatore: che cosa sa fare la persona, che cosa le manca, quanto è \
     lontana dal lavoro. Si stampa nella sezione 3 del patto e la persona lo legge.",
);
pub const SECTORS: Words = (
    "Settori",
    "I settori in cui cerca lavoro, uno per riga: servono per valutare le offerte congrue. Bastano poche lettere \
     del nome ufficiale.",
);
pub const MODEL: Words = (
    "Indice",
    "Il modello nazionale che ha prodotto l'indice. L'indice si trascrive com'è arrivato: il programma non lo calcola.",
);
pub const VALUE: Words = ("valore", "Com'è arrivato: 0,644371661, oppure la classe.");
pub const ON: Words = ("del", "Il giorno in cui è stato calcolato: da qui si conta quando va aggiornato.");
pub const SOURCE: Words = ("da", "Il sistema da cui viene: nazionale, regionale, lettera della persona.");
pub const CLASS: Words = ("classe", "La classe o il secondo indice, se è arrivato insieme.");
pub const UNTIL: Words =
    ("fino al", "La fine della validità, se l'indice la porta con sé: allora vale quella.");
pub const DEPTH: Words = (
    "Approfondimento",
    "Sì, se nel colloquio sono emersi difficoltà o bisogni complessi da approfondire, anche con altri servizi.",
);
pub const DEPTH_REASON: Words =
    ("Perché", "La difficoltà o il bisogno emersi, senza dati sulla salute (R-PRV-1).");
pub const EMPLOYABILITY: Words =
    ("Occupabilità *", "Da 1 (minima) a 5 (massima): la dà l'operatore, è del metodo del 2018.");
pub const PATH: Words = (
    "Percorso *",
    "Il percorso scelto dall'operatore con la persona. Quello proposto è già scritto: si può cambiare, con il motivo. I percorsi GOL si scelgono solo dove il programma è in vigore.",
);
pub const PATH_REASON: Words = (
    "Perché questo percorso",
    "Vuoto, se si segue la proposta: restano i suoi motivi. Obbligatorio se il percorso è un altro o se non c'è \
     proposta: l'indice da solo non decide, serve il giudizio di chi ha fatto il colloquio.",
);
pub const FREE: &str = "Ordine libero: F7 e F8 cambiano passo, quello che c'è resta come bozza.";

pub const MODELS: &[(&str, &str)] =
    &[("", "nessuno"), ("dlgs150", "d.lgs. 150/2015"), ("gol", "GOL"), ("gg", "Garanzia Giovani")];
pub const YES_NO: &[(&str, &str)] = &[("si", "sì"), ("no", "no")];

// The questionnaire.
pub const TO_CONFIRM: &str = "da confermare";
pub const PROGRESS: &str = "RISPOSTE";
pub const PROPOSAL: &str = "PERCORSO PROPOSTO";
pub const NO_PROPOSAL: &str = "Servono ancora risposte.";
pub const NO_REASONS: &str = "Nessuna difficoltà emersa.";
pub const TARGETS: &str = "GRUPPI GOL";
pub const CHANGES: &str = "CHE COSA CAMBIA DALLA VOLTA PRIMA";
pub const NO_CHANGES: &str = "Niente.";

/// The path proposed, and the one it stands for.
#[must_use]
pub fn proposed(path: &str, instead_of: Option<&str>) -> String {
    match instead_of {
        Some(before) => format!("{path} (al posto di {before}, programma concluso)"),
        None => path.to_owned(),
    }
}

/// A reason with its weight.
#[must_use]
pub fn weight(points: i32, text: &str) -> String {
    format!("{points:+} {text}")
}

/// Answers given and questions shown.
#[must_use]
pub fn progress(given: usize, of: usize) -> String {
    format!("{given}/{of}")
}

/// One thing that changed.
#[must_use]
pub fn change(what: &str, before: &str, now: &str) -> String {
    match (before, now) {
        ("", now) => format!("{what}: {now}"),
        (before, "") => format!("{what}: non più «{before}»"),
        (before, now) => format!("{what}: da «{before}» a «{now}»"),
    }
}

// After saving.
pub const SAVED: &str = "Assessment registrato: Invio registra il LEP C, P apre il patto.";
pub const LOGGED: &str = "LEP C registrato: Invio apre il patto.";
pub const DONE: &str = "ASSESSMENT REGISTRATO";
pub const LOG: &str = "Registra LEP C";
pub const PACT: &str = "Patto di servizio";
pub const NEW: &str = "Nuovo assessment";
pub const LAST: &str = "ASSESSMENT PRECEDENTE";
pub const NO_LAST: &str = "nessuno";

/// Something is missing that the pact will want.
#[must_use]
pub fn later(text: &str) -> String {
    format!("{text} F2 di nuovo registra lo stesso.")
}

/// What was recorded, in a line.
#[must_use]
pub fn recorded(on: &str, by: &str, path: &str) -> String {
    format!("del {on}, {by}, percorso: {path}")
}
