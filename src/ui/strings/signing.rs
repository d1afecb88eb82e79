//! Words of the signature of a pact, step by step (PS02).

#![allow(missing_docs, reason = "the words say what they are")]

use chrono::NaiveDateTime;

use crate::domain::signing::Signing;

pub const SIGN: &str = "Firma a passi";
pub const RECORD: &str = "Registra";
pub const STARTED: &str = "Canale scelto: ora i passi, uno per volta.";
pub const SIDE: &str = "FIRMA";
pub const STEPS: &str = "PASSI POSSIBILI";
/// The channels, in the order of the keys.
pub const CHANNELS: &[(&str, &str)] = &[
    ("in_person", "in presenza"),
    ("remote_email", "a distanza: e-mail e scansione"),
    ("firmalom", "a distanza: FirmaLOM"),
];
pub const PARTIES: &[(&str, &str)] = &[("cpi", "questo CPI"), ("accredited", "operatore accreditato")];
pub const ACCESS: &[(&str, &str)] =
    &[("link_and_password", "link e password"), ("registered_user", "utente registrato")];
pub const SIGNATURES: &[(&str, &str)] = &[
    ("handwritten", "a mano"),
    ("qualified", "elettronica qualificata"),
    ("digital", "digitale"),
    ("name_only", "solo il nome a stampa"),
];

/// Title of the choice of a channel.
#[must_use]
pub fn start_title(number: u32) -> String {
    format!("Come si firma la versione {number}")
}

/// Where a signing stands.
#[must_use]
pub fn stands(signing: &Signing) -> String {
    format!("Firma {}: {} dal {}", signing.channel.label(), signing.state.label(), moment(signing.since))
}

/// Since when.
#[must_use]
pub fn since(signing: &Signing) -> String {
    format!("{}, dal {}", signing.state.label(), signing.since.format("%d/%m %H:%M"))
}

fn moment(at: NaiveDateTime) -> String {
    at.format("%d/%m/%Y %H:%M").to_string()
}

/// A step was recorded.
#[must_use]
pub fn recorded(step: &str) -> String {
    format!("Registrato: {step}.")
}

/// A step was recorded that makes the pact active.
#[must_use]
pub fn recorded_in_force(step: &str) -> String {
    format!("Registrato: {step}. Il patto è attivo: C consegna la copia, L registra il LEP D.")
}

/// Help of the fields.
pub mod help {
    pub const CHANNEL: &str = "Come firmano le due parti: allo sportello; per e-mail, con la scansione del foglio \
         firmato a mano; con l'app FirmaLOM. P e O firmano allo sportello senza passare di qui.";
    pub const PARTY: &str =
        "Chi firma per i servizi: questo ufficio, o un operatore accreditato convenzionato.";
    pub const PROVIDER: &str = "Nome dell'operatore accreditato che firma.";
    pub const EVENT: &str = "Che cosa è successo: l'elenco ha solo i passi possibili adesso. La cifra sceglie, F4 \
         mostra l'elenco.";
    pub const ID_TYPE: &str = "Documento d'identità visto. È proposto quello in anagrafica.";
    pub const ID_NUMBER: &str = "Numero del documento visto.";
    pub const ID_EXPIRY: &str = "Fino a quando vale il documento.";
    pub const SIUL_USER: &str = "Utenza SIUL di chi serve. Obbligatoria per l'operatore accreditato.";
    pub const NOTICE: &str = "Versione dell'informativa (art. 13 GDPR) data con il testo, e la sua data.";
    pub const MEANS: &str = "Controllare con la persona prima del colloquio: senza, non si firma a distanza.";
    pub const EMAIL: &str = "E-mail personale della persona: lì va il PDF, da lì deve tornare la scansione.";
    pub const PLATFORM: &str = "Programma del videocolloquio.";
    pub const ACCESS: &str =
        "Come si entra nel videocolloquio: link pubblico con password, o solo utenti registrati.";
    pub const APART: &str = "Link e password sono andati in due messaggi diversi.";
    pub const BROWSER: &str = "La piattaforma si usa anche dal browser, senza installare nulla.";
    pub const SIUL: &str = "Numero o riferimento del patto generato su SIUL.";
    pub const DIGEST: &str = "Impronta SHA-256 del file: 64 cifre esadecimali. Si incolla con Ctrl+Maiusc+V.";
    pub const SENT_TO: &str = "Indirizzo a cui è andato il PDF: quello dell'accordo.";
    pub const FILE: &str = "Nome del file arrivato: PDF o JPG.";
    pub const FROM: &str = "Indirizzo da cui è arrivata la scansione: va letto nel messaggio, non supposto.";
    pub const SIGNATURE: &str = "Firma dell'operatore. A distanza per e-mail: qualificata o digitale.";
    pub const CERTIFICATE: &str = "Certificato della firma: emittente e numero.";
    pub const RECEIPT: &str = "Ricevuta di SIUL per il caricamento.";
    pub const VALIDATION: &str = "Riferimento della validazione della persona, come lo mostra SIUL.";
    pub const NOTE: &str = "Motivo, esito del controllo o errore. Obbligatorio se qualcosa non è andato o si cambia \
         canale.";
}
