//! Words of DC01.

#![allow(missing_docs, reason = "the words say what they are")]

use chrono::{NaiveDate, NaiveDateTime};

use crate::domain::document::{DocumentKind, Handing};

/// Title of the screen.
pub const TITLE: &str = "Documenti";
/// Headings of the columns: of a person, of the office.
pub const COLUMNS: [&str; 8] =
    ["Numero", "Documento", "Persona", "v.", "Emesso", "Firmato", "Protocollo", "Consegna"];
/// Headings of what may be issued.
pub const KIND_COLUMNS: [&str; 3] = ["Documento", "Di che cosa", "Si può?"];
/// None yet.
pub const NONE: &str = "Nessun documento emesso. F6: che cosa si può emettere ora.";
/// None fits.
pub const NONE_FITS: &str = "Nessun documento con questi filtri. F4 li cambia.";
/// The heading of the list of a person.
pub const OF_PERSON: &str = "Registro dei documenti della persona";
/// The heading of what may be issued.
pub const TO_ISSUE: &str = "Che cosa si può emettere ora";
/// Enter.
pub const READ: &str = "Leggi";
/// Enter on what may be issued.
pub const CHOOSE: &str = "Emetti";
/// F6.
pub const ISSUE: &str = "Emetti";
/// F4.
pub const FILTER: &str = "Filtra";
/// P.
pub const PROTOCOL: &str = "Protocollo";
/// C.
pub const HAND: &str = "Consegna";
/// A.
pub const PACT: &str = "Al patto";
/// F7 and F8.
pub const PAGE: &str = "Pagina";
/// The page keys.
pub const SCROLL: &str = "Scorre";
/// F2 on the form of a kind.
pub const ISSUE_AND_PRINT: &str = "Emetti e stampa";
/// F2 on the other forms.
pub const RECORD: &str = "Registra";
/// F2 on the filters.
pub const APPLY: &str = "Cerca";
/// Not asked yet.
pub const WEIGHING: &str = "…";
/// It may.
pub const YES: &str = "sì: Invio";
/// A pact is issued elsewhere.
pub const AT_PACT: &str = "si legge e si emette dal patto: Invio";
/// There is no record of it.
pub const NO_DID: &str = "non c'è una DID";
pub const NO_APPOINTMENT: &str = "non c'è un appuntamento fissato";
pub const NO_APPLICATION: &str = "non c'è una domanda";
pub const NO_PACT: &str = "non c'è un patto: si apre da PS01";
/// Every kind, in the filters.
pub const ANY_KIND: &str = "tutti";
/// What a memo is about.
pub const ALL_APPOINTMENTS: &str = "tutti gli appuntamenti fissati";
/// Why what is special is read again when it was just issued.
pub const JUST_ISSUED: &str = "stampa all'emissione";
/// Reading what is special.
pub const WHY_SPECIAL: &str = "Il documento riporta dati particolari: perché serve leggerlo?";
/// The rule of that question.
pub const SPECIAL_RULE: &str = "R-PRV-1";
/// Right column.
pub const SIDE: &str = "DOCUMENTO";
pub const SIDE_NUMBER: &str = "numero";
pub const SIDE_ISSUED: &str = "emesso";
pub const SIDE_BY: &str = "da";
pub const SIDE_SIGNED: &str = "firmato";
pub const SIDE_PROTOCOL: &str = "prot.";
pub const SIDE_HANDED: &str = "consegnato";
pub const SIDE_PAGES: &str = "pagine";
pub const SIDE_LEVEL: &str = "archivio";
pub const SIDE_SPECIAL: &str = "Riporta dati particolari: si legge con un motivo.";
pub const SIDE_KEPT: &str =
    "Ciò che è emesso non cambia: una correzione è una nuova versione, un'altra stampa una copia.";
/// What stands where there is nothing.
pub const NO: &str = "no";

/// The ways of handing over, by their values.
pub const HANDINGS: &[(&str, &str)] = &[
    ("by_hand", "a mano"),
    ("registered_letter", "raccomandata"),
    ("pec", "PEC"),
    ("email", "e-mail"),
    ("portal", "portale"),
];

/// Labels of the forms.
pub mod label {
    pub const NUMBER: &str = "Protocollo";
    pub const ON: &str = "del";
    pub const REASON: &str = "Perché cambia";
    pub const HOW: &str = "Come";
    pub const TO: &str = "A chi, dove";
    pub const HANDED_ON: &str = "Il";
    pub const KIND: &str = "Documento";
    pub const FROM: &str = "Emessi dal";
    pub const UNTIL: &str = "al";
    pub const TEXT: &str = "Testo";
    pub const CHANNEL: &str = "Si spedisce per";
    pub const ADDRESS: &str = "a";
    pub const PLATFORM: &str = "A distanza con";
    pub const LINK: &str = "collegamento";
    pub const ACCOUNT: &str = "con il proprio account";
    pub const IN_PERSON: &str = "In presenza";
    pub const ASK_REMOTE: &str = "Video, chiedere a";
    pub const CHOOSE_BY: &str = "Sceglie entro";
    pub const BRING: &str = "Da portare";
    pub const SIGNER: &str = "Firma";
    pub const SIGNER_ROLE: &str = "come";
    pub const DOCUMENTS: &str = "Consegnati";
    pub const MISSING: &str = "Mancano";
    pub const SERVICE: &str = "Servizio";
    pub const APPEAL_TO: &str = "Ricorso a";
    pub const APPEAL_WITHIN: &str = "entro";
}

/// Help of the fields.
pub mod help {
    pub const NUMBER: &str = "Il numero che il protocollo dell'ente ha dato al documento. Se lo si ha già si scrive \
        prima dell'emissione ed esce sulla carta; altrimenti si registra dopo, con P.";
    pub const ON: &str = "Il giorno della registrazione a protocollo: vuoto vale oggi. Non può venire prima \
        dell'emissione né dopo oggi.";
    pub const REASON: &str = "Il documento ha già un protocollo: per cambiarlo si scrive perché. Il numero di prima \
        resta nella storia.";
    pub const HOW: &str =
        "Come il documento è arrivato alla persona. La copia firmata del patto si consegna dal patto.";
    pub const TO: &str = "L'indirizzo, la casella o il nome di chi ha ricevuto. A mano e alla persona stessa si \
        lascia vuoto.";
    pub const HANDED_ON: &str = "Il giorno della consegna, tra l'emissione e oggi.";
    pub const KIND: &str = "Un solo tipo di documento, o tutti.";
    pub const FROM: &str = "Il primo giorno di emissione; vuoto per tutti.";
    pub const UNTIL: &str = "L'ultimo giorno di emissione, compreso; vuoto per tutti.";
    pub const TEXT: &str = "Una parte del numero, del protocollo, o di cognome e nome.";
    pub const CHANNEL: &str = "Il canale con cui la lettera parte: da qui viene l'indirizzo. Quale sia una prova della \
        consegna lo dicono le regole sulle convocazioni.";
    pub const ADDRESS: &str = "Dove la lettera è spedita. Viene dalla convocazione o dai recapiti della persona: si \
        cambia solo per questa lettera.";
    pub const PLATFORM: &str = "Il programma con cui ci si collega. La convocazione offre le due possibilità, in \
        presenza e a distanza.";
    pub const LINK: &str =
        "L'indirizzo del collegamento. La password non si scrive qui: va in un messaggio diverso.";
    pub const ACCOUNT: &str = "La persona entra con un account suo, senza password di riunione.";
    pub const IN_PERSON: &str =
        "Dove si è attesi. Vuoto vale l'indirizzo dell'ufficio con la stanza dell'appuntamento.";
    pub const ASK_REMOTE: &str = "Per chi è convocato in presenza: a chi si può chiedere il video, dove è ammesso. \
        Vuoto vale telefono ed e-mail dell'ufficio.";
    pub const CHOOSE_BY: &str = "Il giorno entro cui la persona dice se viene o si collega. Vuoto vale l'ultimo giorno \
        lavorativo prima.";
    pub const BRING: &str = "Che cosa portare: una riga per ogni cosa.";
    pub const SIGNER: &str = "Chi firma la lettera. Vuoto vale chi la emette.";
    pub const SIGNER_ROLE: &str = "Con quale funzione. Vuoto vale quella dell'operatore.";
    pub const DOCUMENTS: &str = "I documenti che la persona ha consegnato con la domanda, uno per riga. Sono dati \
        particolari: si vedono solo a chi dice perché.";
    pub const MISSING: &str = "I documenti che mancano, uno per riga. Vuoto vale l'ultima richiesta registrata. Sono \
        dati particolari.";
    pub const SERVICE: &str =
        "Il servizio che tiene l'elenco. Vuoto vale il collocamento mirato di questo CPI.";
    pub const APPEAL_TO: &str = "L'autorità a cui si può ricorrere: ogni atto la dice.";
    pub const APPEAL_WITHIN: &str = "Il termine per ricorrere, per esempio «60 giorni dalla notifica».";
}

/// Labels of what is told of the row under the pointer.
pub const ISSUED: &str = "Emesso";
pub const HANDED: &str = "Consegna";
pub const ABOUT: &str = "Di che cosa";
pub const MAY: &str = "Ora";
/// What a document with special data has beside its name.
pub const SPECIAL_MARK: &str = "   [!] dati particolari: si legge con un motivo";

/// The kind in few letters, for the column.
#[must_use]
pub fn short(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Psp => "patto",
        DocumentKind::DidReceipt => "ricevuta DID",
        DocumentKind::Convocation => "convocazione",
        DocumentKind::Memo => "promemoria",
        DocumentKind::PlacementReceipt => "CM ricevuta",
        DocumentKind::PlacementObstacles => "CM ostacoli",
        DocumentKind::PlacementAccepted => "CM iscrizione",
        DocumentKind::PlacementRefused => "CM rifiuto",
    }
}

/// `12/11/26`, empty for none.
#[must_use]
pub fn short_day(day: Option<NaiveDate>) -> String {
    day.map(|day| day.format("%d/%m/%y").to_string()).unwrap_or_default()
}

/// What it is, in full, and whose.
#[must_use]
pub fn titled(kind: DocumentKind, version: u32, person: &str) -> String {
    format!("{person}: {}, versione {version}", kind.label())
}

/// When, by whom, how many pages.
#[must_use]
pub fn issued_by(at: NaiveDateTime, by: &str, pages: u32) -> String {
    let pages = if pages > 0 { format!(", {pages} pag.") } else { ", senza file in archivio".to_owned() };
    format!("{} da {by}{pages}", moment(at))
}

/// Signed by both, for a pact, and handed over.
#[must_use]
pub fn given(kind: DocumentKind, signed: Option<NaiveDate>, handed: Option<NaiveDate>) -> String {
    let handed = day_or_no(handed);
    if kind == DocumentKind::Psp {
        format!("{handed}   firmato da tutti e due: {}", day_or_no(signed))
    } else {
        handed
    }
}

/// A day, or that there is none.
#[must_use]
pub fn day(day: Option<NaiveDate>) -> String {
    day.map(|day| day.format("%d/%m/%Y").to_string()).unwrap_or_default()
}

/// A day or «no».
#[must_use]
pub fn day_or_no(on: Option<NaiveDate>) -> String {
    if on.is_some() { day(on) } else { NO.to_owned() }
}

/// `12/11/2026 09:30`.
#[must_use]
pub fn moment(at: NaiveDateTime) -> String {
    at.format("%d/%m/%Y %H:%M").to_string()
}

/// Number and day of a registration.
#[must_use]
pub fn protocol(number: &str, on: Option<NaiveDate>) -> String {
    match on {
        Some(on) if !number.is_empty() => format!("{number} del {}", on.format("%d/%m/%Y")),
        _ => NO.to_owned(),
    }
}

/// Which documents are on the screen.
#[must_use]
pub fn shown(
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    kind: Option<DocumentKind>,
    text: &str,
) -> String {
    let mut parts = vec!["Registro dell'ufficio".to_owned()];
    parts.extend(from.map(|from| format!("dal {}", from.format("%d/%m/%Y"))));
    parts.extend(to.map(|to| format!("al {}", to.format("%d/%m/%Y"))));
    parts.extend(kind.map(|kind| kind.label().to_owned()));
    if !text.is_empty() {
        parts.push(format!("«{text}»"));
    }
    parts.join(", ")
}

/// How many, and which of them are on the screen.
#[must_use]
pub fn count(skip: usize, rows: usize, total: usize) -> String {
    match total {
        0 => String::new(),
        1 => "1 documento".to_owned(),
        total if rows == total => format!("{total} documenti"),
        total => format!("da {} a {} di {total}", skip + 1, skip + rows),
    }
}

/// The line over a document.
#[must_use]
pub fn reading(at: usize, of: usize, number: &str, version: u32, kind: DocumentKind, points: f32) -> String {
    format!("pag. {at} di {of}   {number}  versione {version}  {}   carattere {points:.0}", kind.label())
}

/// The line over what would be issued.
#[must_use]
pub fn drafted(at: usize, of: usize, kind: DocumentKind) -> String {
    format!("pag. {at} di {of}   bozza  {}", kind.label())
}

/// Title of the form of a registration.
#[must_use]
pub fn protocol_title(number: &str) -> String {
    format!("Protocollo di {number}")
}

/// Title of the form of a handing over.
#[must_use]
pub fn handed_title(number: &str) -> String {
    format!("Consegna di {number}")
}

/// Title of the form of a kind.
#[must_use]
pub fn issue_title(kind: DocumentKind, about: &str) -> String {
    format!("Emettere: {}, {about}", kind.label())
}

/// Title of the filters.
pub const FILTER_TITLE: &str = "Filtri del registro";

/// Registered.
#[must_use]
pub fn registered(number: &str, protocol: &str) -> String {
    format!("{number}: protocollo {protocol} registrato.")
}

/// Handed over.
#[must_use]
pub fn handed(number: &str, how: Handing) -> String {
    format!("{number}: consegna registrata, {}.", how.label())
}

/// Issued, not printed yet.
#[must_use]
pub fn issued(number: &str) -> String {
    format!("{number} emesso.")
}

/// It was issued before.
#[must_use]
pub fn issued_before(kind: DocumentKind, number: &str, on: NaiveDate) -> String {
    format!(
        "C'è già: {}, {number} del {}. F9 ne stampa una copia, F6 ne emette la versione successiva.",
        kind.label(),
        on.format("%d/%m/%Y")
    )
}

/// What a receipt of a DID is about.
#[must_use]
pub fn of_did(on: NaiveDate) -> String {
    format!("DID del {}", on.format("%d/%m/%Y"))
}

/// What a letter is about.
#[must_use]
pub fn of_appointment(at: NaiveDateTime, service: &str) -> String {
    format!("{} {service}", at.format("%d/%m %H:%M"))
}

/// What an act of targeted placement is about.
#[must_use]
pub fn of_application(on: NaiveDate, protocol: &str) -> String {
    format!("domanda del {}, prot. {protocol}", on.format("%d/%m/%Y"))
}

/// What a pact is about.
#[must_use]
pub fn of_version(number: u32, state: &str) -> String {
    format!("versione {number}, {state}")
}

/// Why a kind cannot be issued now.
#[must_use]
pub fn not_now(why: &str) -> String {
    format!("no: {why}")
}
