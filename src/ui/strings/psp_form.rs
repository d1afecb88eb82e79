//! Labels and help of the fields of PS01, and the words of the standard model.

#![allow(missing_docs, reason = "the words say what they are")]

/// Label and help of a field.
pub type Words = (&'static str, &'static str);

pub const ADDRESS: Words = (
    "Indirizzo",
    "Dove la persona vuole ricevere ogni comunicazione: di solito il domicilio. Va scritto nel patto, \
     perché le convocazioni valgono se arrivano qui.",
);
pub const OBJECTIVE: Words = (
    "Obiettivo",
    "Che cosa vuole ottenere la persona, con parole sue e in una o due frasi: il lavoro cercato, entro quando, \
     a quali condizioni. Invio va a capo; su una riga vuota passa avanti.",
);
pub const OFFICER: Words = (
    "Responsabile",
    "Chi segue la persona per tutta la durata del patto (art. 20 c. 2 lett. a). Di norma l'operatore che lo scrive.",
);
pub const FREQUENCY: Words = (
    "Ci si sente",
    "Ogni quanto ci si sente di norma (art. 20 c. 2 lett. d). Spazio o iniziale sceglie, F4 elenca.",
);
pub const MODE: Words = ("Come", "In che modo ci si sente di norma.");
pub const CHANNEL: Words = (
    "Convocazione",
    "Il modo concordato per convocare la persona. Non tutti i canali sono prova di un'assenza: PEC e \
     raccomandata sempre, e-mail e SMS secondo il sostegno al reddito, telefono mai.",
);
pub const WORKING_DAYS: Words = (
    "convocabile anche in un giorno lavorativo",
    "Con NASpI o DIS-COLL la convocazione in un giorno lavorativo, con l'avviso in ore dell'art. 21 c. 6, va concordata.",
);
pub const NO_MEASURE: Words = (
    "Perché nessuna",
    "Se nel patto non c'è nessuna misura, scrivere il motivo. Se ce n'è almeno una non serve.",
);
pub const PROOF: Words = (
    "Come le dimostra",
    "Come la persona fa vedere al responsabile quello che ha fatto (art. 20 c. 2 lett. e).",
);
pub const A: Words = (
    "a) incontri e laboratori",
    "Disponibilità a iniziative e laboratori che aiutano a cercare lavoro (art. 20 c. 3 lett. a). Senza, il patto \
     non si emette.",
);
pub const B: Words = (
    "b) formazione e altre misure",
    "Disponibilità a formazione, riqualificazione e altre misure (art. 20 c. 3 lett. b).",
);
pub const C: Words = (
    "c) accettare offerte congrue",
    "Disponibilità ad accettare offerte di lavoro congrue (art. 20 c. 3 lett. c).",
);
pub const PERSON: Words = (
    "Altri impegni",
    "Gli altri impegni della persona, uno per riga. Le tre disponibilità di legge si stampano già da sole.",
);
pub const OFFICE: Words = ("Impegni", "Gli altri impegni del Centro, uno per riga.");
pub const CONFIRM: Words = (
    "Conferma entro",
    "Solo dove la regione chiede che il patto si confermi entro una data. Vuoto: vale finché vale la DID.",
);
pub const LEP: Words =
    ("LEP", "Il livello essenziale di prestazione: la lettera (E, F3, H) o le parole del titolo. F4 elenca.");
pub const SAP: Words = (
    "Codice SAP",
    "Solo i codici attestati per questo LEP. Se sono più di uno si sceglie, non si indovina. Se nessuno è \
     attestato resta «--»; un codice candidato non si esporta finché l'ufficio non lo conferma.",
);
pub const TITLE: Words =
    ("Misura", "Che cosa si fa, se il titolo del LEP non basta. Vuoto: il titolo del LEP.");
pub const PROVIDER: Words =
    ("Chi la eroga", "Ente o ufficio che dà il servizio. Vuoto: questo Centro per l'impiego.");
pub const THIS_OFFICE: &str = "vuoto: questo CPI";
pub const FROM: Words = ("Dal", "Quando comincia. Vale anche oggi, +7, 15/01.");
pub const TO: Words = ("Al", "Quando finisce: non prima dell'inizio.");
pub const EXPECTED: Words = ("Esito atteso", "Che cosa deve risultare alla fine: si stampa nel patto.");
pub const NOTE: Words = ("Nota", "Nota dell'ufficio: non si stampa.");
pub const ACTION: Words = (
    "Azione",
    "Che cosa fa la persona per cercare lavoro: invio curriculum, iscrizione ad agenzie, siti, contatti.",
);
pub const QUANTITY: Words = (
    "Quante o quando",
    "Quante volte o ogni quanto: «2 la settimana». Serve questo, o una data entro cui farla (art. 20 c. 2 lett. c).",
);
pub const BY: Words = ("Entro", "Entro quando, se c'è una data.");

// The standard model.
/// What the person commits to besides the law.
pub const MODEL_PERSON: &str = "partecipare agli appuntamenti fissati e avvisare prima se non può venire\n\
     comunicare entro 5 giorni un nuovo lavoro, una partita IVA o un cambio di recapito";
/// What the office commits to.
pub const MODEL_OFFICE: &str = "segnalare le offerte di lavoro adatte al profilo\n\
     rivedere insieme il patto quando cambia qualcosa di importante";
/// The first act of search.
pub const MODEL_ACT: &str = "invio di candidature a offerte di lavoro";
/// How often.
pub const MODEL_QUANTITY: &str = "2 la settimana";

/// The objective, from the sectors of the assessment.
#[must_use]
pub fn model_objective(sectors: &str) -> String {
    format!("Trovare un lavoro nel settore: {sectors}.")
}

/// The objective without sectors.
pub const MODEL_OBJECTIVE: &str = "Trovare un lavoro adatto al profilo e alla disponibilità della persona.";
/// Between sectors.
pub const AND: &str = ", ";
