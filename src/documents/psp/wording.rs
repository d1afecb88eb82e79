//! Every sentence the printed PSP adds to the data, in one place, so that the
//! office can have its own text later. `{name}` is filled by [`fill`].
//!
//! Facts: art. 20 and 21 d.lgs. 150/2015, d.l. 48/2023, art. 13 GDPR.

/// Puts the values in the places of their names. Values are never read as
/// templates themselves.
pub(super) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        match values.iter().find(|(key, _)| *key == name) {
            Some((_, value)) => out.push_str(value),
            None => {
                out.push('{');
                out.push_str(name);
                out.push('}');
            }
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

pub(super) const FILE_TITLE: &str = "Patto di servizio personalizzato {document}";
pub(super) const DRAFT_NUMBER: &str = "bozza senza numero";
pub(super) const DRAFT_MARK: &str = "BOZZA";
pub(super) const VERSION: &str = "{number} · versione {version}";
pub(super) const COPY_NOTE: &str =
    "Copia su carta di un documento informatico. Impronta {digest}. L'originale è conservato da {keeper}.";

pub(super) const CENTRE: &str = "Centro per l'impiego di {name}";
pub(super) const PROTOCOL: &str = "Protocollo n. {number}/{year} del {date}";
pub(super) const DOCUMENT: &str = "Documento {document}";
pub(super) const DRAFT_DOCUMENT: &str = "Bozza della versione {version}, ancora senza numero";
pub(super) const TITLE: &str = "Patto di servizio personalizzato";
pub(super) const LAW: &str = "Articolo 20 del decreto legislativo 14 settembre 2015, n. 150";
pub(super) const UPDATES: &str = "Aggiorna il patto {label}, firmato il {date}.";

pub(super) const TO_COMPLETE: &str = "da completare";
pub(super) const TO_VERIFY: &str = "da verificare";
pub(super) const WAITING: &str = "in attesa";
/// A measure, an act.
pub(super) const NONE_F: &str = "Nessuna";
/// An objective, an appointment.
pub(super) const NONE_M: &str = "Nessuno";

/// Titles of the fifteen sections.
pub(super) const SECTIONS: [&str; 15] = [
    "Chi firma",
    "La Sua situazione",
    "Il profilo di occupabilità",
    "L'obiettivo concordato",
    "Chi La segue e ogni quanto",
    "Che cosa facciamo insieme",
    "Le Sue azioni di ricerca",
    "Gli appuntamenti già fissati",
    "I Suoi impegni",
    "Gli impegni del Centro",
    "Se non può venire",
    "Che cosa succede se non rispetta gli impegni senza un valido motivo",
    "I Suoi dati personali",
    "Quanto dura il patto",
    "Firme",
];

// 1
pub(super) const FOR_CENTRE: &str = "Per il Centro";
pub(super) const FOR_PROVIDER: &str = "Per conto di";
pub(super) const PROVIDER: &str = "{name}, codice fiscale {code}\n{address}";
pub(super) const PHONE_SHORT: &str = "tel. {phone}";
pub(super) const PERSON: &str = "Persona";
pub(super) const FISCAL_CODE: &str = "Codice fiscale";
pub(super) const BORN: &str = "Luogo e data di nascita";
pub(super) const GUARDIAN: &str = "Con";
pub(super) const GUARDIAN_ROLE: &str = "{name}, che esercita la responsabilità genitoriale";
pub(super) const IDENTITY: &str = "Documento";
pub(super) const IDENTITY_TEXT: &str = "{kind} n. {number}, rilasciato da {issuer}";
pub(super) const IDENTITY_EXPIRES: &str = ", valido fino al {date}";
pub(super) const DOMICILE: &str = "Domicilio";
pub(super) const ADDRESS: &str = "Indirizzo per le comunicazioni";
pub(super) const PHONE: &str = "Telefono";
pub(super) const EMAIL: &str = "E-mail";
pub(super) const PEC: &str = "PEC";

// 2
pub(super) const DID: &str = "DID";
pub(super) const DID_TEXT: &str = "Dichiarazione di immediata disponibilità del {date}, codice {code}";
pub(super) const BENEFIT: &str = "Sostegno al reddito";
pub(super) const BENEFIT_UNEMPLOYMENT: &str = "{name}, domanda presentata all'INPS il {date}";
pub(super) const BENEFIT_PAD: &str = "{name}, patto di attivazione digitale firmato il {date}";
pub(super) const STATUS: &str = "Stato";
pub(super) const SENIORITY: &str = "Anzianità di disoccupazione";
pub(super) const DAYS: &str = "{days} giorni";
pub(super) const ONE_DAY: &str = "1 giorno";
pub(super) const EDUCATION: &str = "Titolo di studio";
pub(super) const LAST_JOB: &str = "Ultimo lavoro";
pub(super) const UNTIL: &str = "{what}, fino al {date}";

// 3
pub(super) const INDEX: &str = "Indice";
pub(super) const INDEX_TEXT: &str = "{value}, calcolato il {date}";
pub(super) const ASSESSMENT: &str = "Valutazione";
pub(super) const ASSESSMENT_TEXT: &str = "Colloquio con l'operatore del {date}\n{summary}";
pub(super) const PATH: &str = "Percorso";
pub(super) const SECTORS: &str = "Settori per le offerte di lavoro";

// 5
pub(super) const OFFICER: &str = "Responsabile delle attività";
pub(super) const FREQUENCY: &str = "Ci sentiamo di norma";
pub(super) const CONVOCATION: &str = "Come La convochiamo";
pub(super) const WORKING_DAYS: &str = "Possiamo convocarLa anche per un giorno lavorativo, nel modo scritto qui sopra, \
     avvisandoLa da 24 a 72 ore prima.";

// 6
pub(super) const MEASURE_HEAD: [&str; 6] =
    ["N.", "Misura", "Chi la eroga", "Periodo", "Esito atteso", "Stato"];
pub(super) const MEASURE_CODES: &str = "LEP\u{a0}{lep} · SAP\u{a0}{sap}";
pub(super) const MEASURE_SAP: &str = "SAP {sap}";
pub(super) const FROM: &str = "dal\u{a0}{date}";
pub(super) const TO: &str = "al\u{a0}{date}";
pub(super) const NO_MEASURES_REASON: &str = "Perché: {reason}";

// 7
pub(super) const ACT_HEAD: [&str; 4] = ["N.", "Azione", "Quante o quando", "Entro il"];
pub(super) const PROOF: &str = "Come le dimostra";

// 8
pub(super) const APPOINTMENT_HEAD: [&str; 4] = ["Giorno e ora", "Servizio", "Con chi", "Dove"];
pub(super) const APPOINTMENT_TIME: &str = "{day}\nore\u{a0}{hour}";
pub(super) const APPOINTMENT_LENGTH: &str = "circa\u{a0}{minutes}\u{a0}minuti";
pub(super) const IN_PERSON: &str = "In presenza: {place}";
pub(super) const REMOTE: &str = "A distanza: {place}";

// 9
pub(super) const AVAILABLE: &str = "Con questo patto Lei si dichiara disponibile a:";
pub(super) const AVAILABILITY: [&str; 3] = [
    "partecipare a incontri e laboratori che aiutano a cercare lavoro, per esempio su curriculum, colloqui e \
     orientamento;",
    "partecipare a corsi di formazione, di riqualificazione e ad altre misure concordate;",
    "accettare offerte di lavoro congrue.",
];
pub(super) const COMMITS: &str = "E si impegna a:";
pub(super) const INCLUSION_COMMITMENTS: [&str; 2] = [
    "documentare di avere contattato almeno tre agenzie per il lavoro;",
    "confermare la Sua partecipazione almeno ogni 90 giorni.",
];

// 10
pub(super) const OFFICE_OFFERS: &str = "Il Centro Le offre i servizi elencati nella sezione 6, nei tempi indicati, e mette a \
     Sua disposizione la persona responsabile indicata nella sezione 5.";
pub(super) const OFFICE_COMMITS: &str = "Il Centro inoltre si impegna a:";

// 11
pub(super) const ABSENCE: &str = "Se non può venire a un appuntamento, ci avvisi prima. Al più tardi ci avvisi il giorno \
     dopo, con un documento che spiega il motivo. Se l'impedimento non Le permette di avvisare, lo faccia entro il \
     giorno dopo la sua fine.";
pub(super) const REASONS_LEAD: &str = "Sono motivi validi, con un documento che li prova:";
pub(super) const REASONS: [&str; 7] = [
    "malattia o infortunio;",
    "servizio civile o militare;",
    "gravidanza, nei periodi previsti dalla legge;",
    "convocazione in tribunale;",
    "gravi motivi familiari;",
    "limiti di legge agli spostamenti;",
    "ogni altra causa di forza maggiore.",
];
pub(super) const REFUSAL: &str = "Per rifiutare un'offerta di lavoro valgono gli stessi motivi, tranne la convocazione in \
     tribunale. Il motivo va comunicato entro 2 giorni lavorativi.";

// 12
pub(super) const SANCTION_HEAD: [&str; 4] = ["Che cosa succede", "1ª volta", "2ª volta", "3ª volta"];
pub(super) const SANCTIONS: [[&str; 4]; 4] = [
    [
        "Non si presenta a una convocazione o a un appuntamento",
        "perde un quarto di mese di indennità",
        "perde un mese di indennità",
        "perde l'indennità e lo stato di disoccupazione",
    ],
    [
        "Non partecipa a iniziative di orientamento",
        "perde un quarto di mese di indennità",
        "perde un mese di indennità",
        "perde l'indennità e lo stato di disoccupazione",
    ],
    [
        "Non partecipa alla formazione o ad altre misure",
        "perde un mese di indennità",
        "perde l'indennità e lo stato di disoccupazione",
        "—",
    ],
    ["Rifiuta un'offerta di lavoro congrua", "perde l'indennità e lo stato di disoccupazione", "—", "—"],
];
pub(super) const SANCTION_AFTER: [&str; 2] = [
    "Dopo la perdita dello stato di disoccupazione, per due mesi non può presentare una nuova DID.",
    "Contro la decisione del Centro può fare ricorso, entro 30 giorni, al Comitato per i ricorsi di \
     condizionalità del Ministero del lavoro (articolo 21 del d.lgs. 150/2015).",
];
pub(super) const SANCTION_INCLUSION: &str = "Il beneficio del nucleo familiare può essere sospeso o perso (articoli 4, 8, 9 e 12 \
     del decreto-legge 48/2023).";
pub(super) const SANCTION_NONE: &str = "Se non rispetta gli impegni, il Centro può chiudere il patto.";

// 13
pub(super) const PRIVACY: &str = "Ha ricevuto l'informativa sul trattamento dei dati personali (articolo 13 del Regolamento \
     UE 2016/679), versione {version} del {date}.";
pub(super) const PRIVACY_MISSING: &str = "Informativa sul trattamento dei dati personali (articolo 13 del Regolamento UE \
     2016/679): da completare.";
pub(super) const PROFILING: &str = "Il profilo di occupabilità è calcolato in parte in modo automatico: può chiedere \
     all'operatore di spiegarLe come e di rivedere la valutazione.";

// 14
pub(super) const DURATION: &str = "Il patto vale finché è valida la DID.";
pub(super) const DURATION_UNTIL: &str =
    "Il patto vale finché è valida la DID e va confermato entro il {date}.";
pub(super) const CHANGES: &str = "Ogni modifica si scrive in una nuova versione, che si firma di nuovo.";

// 15
pub(super) const PLACE_DATE: &str = "Luogo e data";
pub(super) const PLACE_DATE_TEXT: &str = "{place}, {date}";
pub(super) const BLANK_DATE: &str = "____ /____ /________";
pub(super) const PRINTED: &str = "Stampato il";
pub(super) const ANNEXES: &str = "Allegati";
pub(super) const SIGNER_PERSON: &str = "La persona";
pub(super) const SIGNER_CENTRE: &str = "Per il Centro";
pub(super) const GUARDIAN_SIGNER: &str = "Chi esercita la responsabilità genitoriale";
pub(super) const SIGNED_BY_HAND: &str = "Firmato il {date} alle {hour}";
pub(super) const SIGNED_ELECTRONIC: &str = "Sottoscritto con firma elettronica il {date} alle {hour}";
pub(super) const TO_SIGN_ELECTRONIC: &str = "Da sottoscrivere con firma elettronica";
pub(super) const REMOTE_MODE: &str = "Modalità";
pub(super) const REMOTE_SENT: &str = "{channel}. Documento inviato il {date} a {address}";
pub(super) const REMOTE_RETURNED: &str = ", restituito il {date}";
pub(super) const COPY_HANDED: &str = "Copia consegnata il";

/// Days of the week, Monday first.
pub(super) const WEEKDAYS: [&str; 7] =
    ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"];

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn values_fill_their_names_and_are_not_templates() {
        assert_eq!(fill("a {x} b {y}", &[("x", "{y}"), ("y", "2")]), "a {y} b 2");
        assert_eq!(fill("{z} {", &[]), "{z} {");
    }
}
