//! Words of PE03.

use chrono::NaiveDate;

/// Title of the screen.
pub const TITLE: &str = "Anagrafica";
/// Title for somebody who is not here yet.
pub const TITLE_NEW: &str = "Anagrafica: nuova persona";

/// Titles of the pages.
pub const PAGES: [&str; 4] = ["Dati", "Residenza e domicilio", "Contatti", "Soggiorno e note"];

/// The check character fits.
pub const CODE_OK: &str = "controllo: ok";
/// What was typed agrees with the code.
pub const AGREES: &str = "come nel CF";
/// F10: the code the data give.
pub const COMPUTE: &str = "Calcola il codice fiscale dai dati";
/// F10 was chosen before the data are there.
pub const CANNOT_COMPUTE: &str =
    "Per calcolare il codice servono cognome, nome, data, sesso e luogo di nascita.";
/// The code was computed.
pub const COMPUTED: &str = "Calcolato dai dati, non assegnato: confrontarlo con la tessera.";
/// Nothing was changed.
pub const UNCHANGED: &str = "Niente è cambiato: non c'è niente da salvare.";
/// Saved after a change.
pub const SAVED: &str = "Anagrafica salvata.";

/// A new person is stored.
#[must_use]
pub fn registered(name: &str, notice: bool) -> String {
    let what = if notice { "persona e informativa registrate" } else { "persona registrata" };
    format!("{name}: {what}. D: la DID.")
}

/// The data give this code.
#[must_use]
pub fn proposed(code: &str) -> String {
    format!("F10 scrive {code}")
}

/// Which kind of code it is, when not the usual one.
#[must_use]
pub fn code_kind(kind: &str) -> String {
    format!("{CODE_OK}, {kind}")
}

/// Somebody else has this code.
#[must_use]
pub fn opens(name: &str) -> String {
    format!("Apre {name}")
}

/// How old.
#[must_use]
pub fn age(years: u32) -> String {
    if years == 1 { "1 anno".to_owned() } else { format!("{years} anni") }
}

/// The notice of the office, beside its tick.
#[must_use]
pub fn notice(version: &str, date: Option<NaiveDate>) -> String {
    let of = date.map(|day| format!(" del {}", day.format("%d/%m/%Y"))).unwrap_or_default();
    format!("(v. {version}{of})")
}

/// The notice was given already.
#[must_use]
pub fn notice_given(version: &str, on: NaiveDate) -> String {
    format!("(v. {version}, consegnata il {})", on.format("%d/%m/%Y"))
}

/// A contact was checked with the person.
#[must_use]
pub fn verified(on: NaiveDate) -> String {
    format!("il {}", on.format("%d/%m/%Y"))
}

/// Help of the fields.
pub mod help {
    #![allow(missing_docs, reason = "the words say what they are")]
    pub const CODE: &str = "16 caratteri dalla tessera sanitaria, o 11 cifre se provvisorio. Scritto per primo riempie data, sesso e luogo di nascita, che si possono correggere: una differenza avvisa e non blocca. Se manca, F10 lo calcola dagli altri dati.";
    pub const SURNAME: &str = "Come nel documento, con accenti e apostrofi. Negli elenchi è in maiuscolo, qui resta come è scritto.";
    pub const NAME: &str =
        "Tutti i nomi come nel documento. Per il codice fiscale contano le consonanti di tutti i nomi.";
    pub const BIRTH: &str = "gg/mm/aaaa, anche 101285. Viene dal codice fiscale; se il documento dice altro vale il documento, con un motivo.";
    pub const SEX: &str = "Quello del registro civile, come nel documento. Lettera D o U, o Spazio.";
    pub const BIRTH_PLACE: &str = "Comune o Stato estero di nascita: il nome con o senza accenti, o il codice catastale (D969). F4 apre l'elenco. Un codice che manca in tabella si salva con un motivo.";
    pub const CITIZENSHIP: &str = "Italiana, o lo Stato. Chi non è dell'Unione europea, dello Spazio economico o svizzero ha una pagina in più: il permesso di soggiorno.";
    pub const GUARDIAN: &str = "Serve sotto i 18 anni: chi esercita la responsabilità genitoriale firma con la persona la DID e il patto.";
    pub const DOCUMENT: &str =
        "Il documento con cui la persona si è fatta riconoscere. Va sulla DID e sul patto di servizio.";
    pub const DOC_NUMBER: &str = "Numero del documento, come è scritto.";
    pub const DOC_ISSUER: &str =
        "Chi lo ha rilasciato: Comune, Questura, Ministero dell'Interno, Motorizzazione.";
    pub const DOC_ISSUED: &str = "Data di rilascio, gg/mm/aaaa.";
    pub const DOC_EXPIRES: &str = "Data di scadenza. Un documento scaduto si segnala e non blocca.";
    pub const NOTICE: &str = "Spazio quando l'informativa sul trattamento dei dati (art. 13 GDPR) è stata consegnata: si registra con la versione in vigore. Senza, il patto non si può emettere.";
    pub const ADDRESS: &str = "Via e numero della residenza anagrafica.";
    pub const TOWN: &str = "Comune: il nome, con o senza accenti, o il codice catastale. F4 apre l'elenco.";
    pub const CAP: &str = "Codice di avviamento postale, 5 cifre.";
    pub const SAME: &str = "Spazio per scrivere un domicilio diverso dalla residenza. Il domicilio decide il centro competente per chi riceve la NASpI.";
    pub const DOMICILE: &str = "Via e numero del domicilio.";
    pub const CONTACT: &str = "Solo se le comunicazioni vanno mandate a un indirizzo che non è né la residenza né il domicilio (R-PSP-12).";
    pub const MOBILE: &str =
        "Il recapito più usato per convocare. Serve almeno uno tra cellulare, telefono, e-mail e PEC.";
    pub const MOBILE_CHECKED: &str = "Spazio se il numero è stato controllato adesso con la persona.";
    pub const PHONE: &str = "Telefono fisso o di un familiare.";
    pub const EMAIL: &str = "Serve per le convocazioni e il patto a distanza. Finché non è verificata non prova una convocazione (R-CNV-9).";
    pub const EMAIL_CHECKED: &str = "Spazio se l'indirizzo è stato verificato con la persona, per esempio con un messaggio ricevuto davanti a voi.";
    pub const PEC: &str = "Posta elettronica certificata: prova sempre la convocazione.";
    pub const PERMIT: &str = "Il motivo scritto sul permesso. Alcuni di regola non permettono di lavorare: si avvisa alla DID (R-DID-17).";
    pub const PERMIT_NUMBER: &str = "Numero del permesso, o della ricevuta del rinnovo.";
    pub const PERMIT_EXPIRES: &str = "Scadenza del permesso. Se è passata serve la richiesta di rinnovo.";
    pub const PERMIT_RENEWAL: &str = "Spazio se il rinnovo è stato chiesto e la persona ha la ricevuta.";
    pub const JOB: &str = "La qualifica dell'ultimo lavoro: compare nel patto.";
    pub const JOB_END: &str = "Quando è finito l'ultimo lavoro.";
    pub const NOTE: &str =
        "Nota dell'ufficio, mai stampata. Non scrivere dati sulla salute o altri dati riservati.";
}
