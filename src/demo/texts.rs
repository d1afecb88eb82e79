//! What operators write about invented people. No health, no opinions, no
//! family: what real operators should not write either (R-PRV-1).

/// Judgements (AS01).
pub(super) const JUDGEMENTS: [&str; 8] = [
    "Esperienza solida nel settore, ricerca finora poco organizzata.",
    "Competenze spendibili subito; curriculum da rivedere.",
    "Lontana/o dal lavoro da tempo, motivata/o a ripartire.",
    "Competenze da aggiornare con un corso breve.",
    "Prima esperienza: serve orientamento sulle professioni del territorio.",
    "Buona autonomia nella ricerca, pochi contatti con le imprese locali.",
    "Disponibile a cambiare settore; serve un bilancio delle competenze.",
    "Italiano da rafforzare per le mansioni a contatto con il pubblico.",
];
/// Why this path.
pub(super) const PATH_REASONS: [&str; 5] = [
    "Competenze spendibili nel mercato locale.",
    "Serve un aggiornamento breve e professionalizzante.",
    "Il profilo chiede un percorso di riqualificazione.",
    "Servono servizi coordinati con la rete territoriale.",
    "Scelta condivisa con la persona nel colloquio.",
];
/// What stands in the way.
pub(super) const OBSTACLES: [&str; 5] =
    ["", "", "non ha la patente", "orari di scuola dei figli", "pochi mezzi pubblici nelle ore serali"];
/// Sectors, from the table.
pub(super) const SECTORS: [&str; 8] = [
    "trasporti e logistica",
    "distribuzione commerciale",
    "servizi turistici",
    "meccanica, macchine e impianti",
    "servizi socio-sanitari",
    "edilizia",
    "tessile, abbigliamento, calzature e moda",
    "area comune (amministrazione, qualità, vendite)",
];
/// Objectives of a pact.
pub(super) const OBJECTIVES: [&str; 6] = [
    "Trovare un lavoro a tempo pieno nella logistica entro sei mesi.",
    "Rientrare nel lavoro d'ufficio, anche a tempo parziale.",
    "Qualificarsi come operatrice/tore socio-sanitaria/o.",
    "Ricollocarsi nel commercio vicino a casa.",
    "Fare una prima esperienza con un tirocinio.",
    "Aggiornare le competenze digitali e candidarsi come impiegata/o.",
];
/// Further commitments of the person.
pub(super) const COMMITMENTS: [&str; 4] = [
    "Aggiornare il curriculum entro 15 giorni.",
    "Iscriversi a due agenzie per il lavoro.",
    "Comunicare subito ogni variazione di recapiti e di lavoro.",
    "",
];
/// What the office promises.
pub(super) const PROMISES: [&str; 3] = [
    "Segnalare le offerte coerenti con il profilo.",
    "Accompagnare la persona nella scelta del corso.",
    "Inviare il profilo alle imprese che lo chiedono.",
];
/// Job-search acts with how many or how often.
pub(super) const ACTS: [(&str, &str); 6] = [
    ("invio di curriculum", "3 la settimana"),
    ("consultazione delle offerte sul portale", "2 volte la settimana"),
    ("iscrizione ad agenzie per il lavoro", "3 in tutto"),
    ("contatto diretto con imprese", "1 la settimana"),
    ("aggiornamento del curriculum", "1 volta"),
    ("risposta alle offerte segnalate dal centro", "tutte"),
];
/// Why a pact is integrated.
pub(super) const NEW_VERSIONS: [&str; 3] =
    ["nuova misura concordata", "orientamento specialistico concluso", "nuovo beneficio"];
/// Why an appointment is moved by the person.
pub(super) const MOVES: [&str; 3] =
    ["colloquio di lavoro nella stessa ora", "visita già fissata", "turno di prova"];
/// Reasons that justify an absence, without any diagnosis.
pub(super) const GOOD_REASONS: [&str; 3] = [
    "malattia, certificato visto",
    "colloquio di selezione, dichiarazione dell'impresa",
    "convocazione in tribunale",
];
