//! The words of the printed agenda.

pub(super) const CENTRE: &str = "Centro per l'impiego di";
pub(super) const TITLE: &str = "Agenda di";
pub(super) const AS_OF: &str = "Situazione del";
pub(super) const KEEP: &str =
    "Contiene dati personali: tenere fuori dalla vista del pubblico e distruggere a fine giornata.";
pub(super) const CLOSED: &str = "Ufficio chiuso:";
pub(super) const FOOT: &str = "Agenda, situazione del";
pub(super) const FREE: &str = "libero";
pub(super) const PAUSE: &str = "pausa";
pub(super) const AWAY: &str = "assente";
pub(super) const NOBODY: &str = "Nessun appuntamento.";
pub(super) const TO_CLOSE: &str = "Da chiudere: senza esito";
pub(super) const HEAD: [&str; 5] = ["Ora", "Persona", "Servizio", "Stato", "Esito e note"];
pub(super) const TO_CLOSE_HEAD: [&str; 4] = ["Quando", "Persona", "Servizio", "Operatore"];
pub(super) const WEEKDAYS: [&str; 7] =
    ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"];
