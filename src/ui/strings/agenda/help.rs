//! Help of the fields of AG01.

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
pub const REACH: &str =
    "Solo questo appuntamento, o tutti quelli ancora aperti della giornata, quando l'operatore è assente.";
/// To whom.
pub const REASSIGN_TO: &str = "Chi riceve al suo posto, alla stessa ora. Con «chi è libero» ognuno va a un operatore senza altri appuntamenti a quell'ora, prima chi ne ha meno.";
/// Why.
pub const REASSIGN_WHY: &str =
    "Perché cambia l'operatore: assenza, urgenza. Senza dati sulla salute dell'operatore.";
/// Event.
pub const EVENT: &str = "Che cosa è successo. L'elenco ha solo ciò che è possibile dallo stato di adesso.";
/// Channel.
pub const CHANNEL: &str = "Come è stata spedita. Raccomandata, PEC e accordo di persona provano sempre; SMS ed e-mail solo con un beneficio e il recapito dato a INPS o validato; telefono mai.";
/// Address.
pub const ADDRESS: &str = "Indirizzo, numero o casella usati: si conserva con la convocazione.";
/// Proved.
pub const PROVED: &str =
    "C'è la ricevuta o la lettura confermata, valida come prova per un richiamo o una sanzione.";
/// Delivered on.
pub const CAME: &str = "Il giorno in cui è arrivata alla persona, come dice la ricevuta. Vuoto: oggi.";
/// Note.
pub const NOTE: &str = "Esito, minuti di attesa, motivo. Obbligatorio per spostare, annullare, giustificare (senza diagnosi) o decidere.";
