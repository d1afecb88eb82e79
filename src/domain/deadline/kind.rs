//! What a clock is about: words, rule, reference, consequence.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What happens when a clock is missed: the first order of the radar. First
/// what the person loses and cannot have back, then what they were bound or
/// allowed to do, then what the office owes, last what is only good to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Consequence {
    /// Benefit or status are lost or suspended.
    Status,
    /// A duty or a right of the person lapses, or an act becomes void.
    Right,
    /// The office is in default.
    Office,
    /// Nothing by itself.
    Reminder,
}

impl Consequence {
    /// All, the gravest first.
    pub const ALL: [Self; 4] = [Self::Status, Self::Right, Self::Office, Self::Reminder];

    /// As shown on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Status => "beneficio o stato",
            Self::Right => "diritti e doveri",
            Self::Office => "a carico dell'ufficio",
            Self::Reminder => "promemoria",
        }
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $number:literal, $word:literal, $consequence:ident, $what:literal,
       $rule:literal, $reference:literal, $why:literal;)+) => {
        /// What must be done by the last day of a clock. The numbers are those
        /// of the derived table.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
        )]
        #[serde(rename_all = "snake_case")]
        pub enum Kind {
            $($(#[$doc])* $kind = $number,)+
        }

        impl Kind {
            /// All, by their numbers.
            pub const ALL: &[Self] = &[$(Self::$kind),+];

            /// The word of the command line's JSON.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$kind => $word,)+ }
            }

            /// What happens when it is missed.
            #[must_use]
            pub fn consequence(self) -> Consequence {
                match self { $(Self::$kind => Consequence::$consequence,)+ }
            }

            /// What must be done, in Italian.
            #[must_use]
            pub fn what(self) -> &'static str {
                match self { $(Self::$kind => $what,)+ }
            }

            /// The number of the rule.
            #[must_use]
            pub fn rule(self) -> &'static str {
                match self { $(Self::$kind => $rule,)+ }
            }

            /// The law or source; empty where the program chose.
            #[must_use]
            pub fn reference(self) -> &'static str {
                match self { $(Self::$kind => $reference,)+ }
            }

            /// Why it runs and what follows, in one Italian sentence or two.
            #[must_use]
            pub fn why(self) -> &'static str {
                match self { $(Self::$kind => $why,)+ }
            }
        }
    };
}

kinds! {
    /// First contact of an applicant of NASpI or DIS-COLL.
    ContactInsured = 1, "contact_insured", Right, "contatto e PSP", "R-PSP-5", "art. 21 c.2",
        "Chi ha chiesto NASpI o DIS-COLL si presenta al CPI entro questi giorni dalla domanda all'INPS. Se non viene non è ancora un'inadempienza: il CPI convoca (R-PSP-6).";
    /// First contact of everybody else.
    Contact = 2, "contact", Right, "contatto e PSP", "R-PSP-4", "art. 20 c.1",
        "Chi ha dato la DID contatta il CPI entro questi giorni per profilo e patto. Se non viene non è ancora un'inadempienza: il CPI convoca (R-PSP-6).";
    /// The office convenes.
    Convene = 3, "convene", Office, "convocazione del CPI", "R-PSP-7", "art. 20 c.1, DM 4/2018",
        "Se la persona non si è presentata il CPI la convoca entro questi giorni dalla DID o dalla domanda. Il termine è un parametro della regione.";
    /// Last day of a suspension.
    SuspensionEnd = 4, "suspension_end", Status, "fine della sospensione", "R-SUS-1", "art. 19 c.3",
        "Il primo giorno di lavoro è il giorno 1. Se il lavoro va oltre questo giorno lo stato di disoccupazione è perso; se finisce prima riprende dal giorno dopo (R-SUS-3).";
    /// A new DID after a sanction.
    NewDid = 5, "new_did", Right, "nuova DID possibile", "R-LOS-2", "art. 21 c.9",
        "Dopo la perdita per sanzione non si dà una nuova DID prima di questo giorno: i mesi vanno al giorno corrispondente (c.c. art. 2963).";
    /// National number of the DID.
    NationalId = 6, "national_id", Office, "codice nazionale DID", "R-DID-9", "circ. ANPAL 1/2017",
        "Senza l'identificativo nazionale lo stato non è riconosciuto. I giorni sono un parametro dell'ufficio.";
    /// Residence permit.
    Permit = 7, "permit", Right, "permesso di soggiorno", "R-DID-17", "D.Lgs. 286/1998 art. 22",
        "Senza un permesso valido per lavoro, o la richiesta di rinnovo registrata, la DID non regge.";
    /// Profile stale.
    Profiling = 8, "profiling", Reminder, "profilo da rifare", "R-DID-20", "art. 19 c.6",
        "La classe di profilazione vale questi giorni, poi il sistema nazionale la ricalcola.";
    /// End of the job under notice.
    JobEnd = 9, "job_end", Office, "fine lavoro preavviso", "R-DID-18", "art. 19 c.4",
        "La DID è stata data durante il preavviso: finito il lavoro va registrato, e lo stato comincia il giorno dopo (R-DID-19).";
    /// Next ordinary contact.
    NextContact = 10, "next_contact", Office, "prossimo contatto", "R-PSP-2", "art. 20 c.2 d",
        "Il patto fissa ogni quanto ci si sente: si conta dall'ultimo incontro fatto o fissato, o dal patto.";
    /// Signatures of a version issued.
    Sign = 11, "sign", Right, "firme del patto", "R-PSP-10", "art. 20",
        "Un patto emesso vale con le due firme; non firmato nel termine dell'ufficio scade e se ne fa un altro.";
    /// The operator's own signature.
    SignOperator = 12, "sign_operator", Office, "firma dell'operatore", "R-PSP-10", "art. 20",
        "La persona ha firmato: l'operatore firma lo stesso giorno, fino ad allora il patto non è attivo.";
    /// Copy to the person.
    Copy = 13, "copy", Office, "copia del patto", "R-PSP-10", "art. 20",
        "Firmato il patto, una copia va alla persona.";
    /// Confirmation of the pact.
    Confirm = 14, "confirm", Right, "conferma del patto", "R-PSP-16", "",
        "Il patto stesso dice fino a quando vale senza conferma.";
    /// A measure of the pact.
    Measure = 15, "measure", Reminder, "misura del patto", "R-LEP-8", "",
        "Il giorno è quello scritto nel patto. Si chiude registrando l'attività con il suo esito.";
    /// A search act of the pact.
    SearchAct = 16, "search_act", Reminder, "azione di ricerca", "R-PSP-2", "art. 20 c.2 c, e",
        "Il giorno è quello scritto nel patto: la persona prova come ha cercato lavoro.";
    /// Outcome of an appointment.
    Outcome = 17, "outcome", Office, "esito appuntamento", "R-CNV-17", "",
        "L'appuntamento è passato: si registra se la persona è venuta.";
    /// Convocation to send.
    Convocation = 18, "convocation", Office, "convocaz. da spedire", "R-CNV-7", "",
        "La convocazione parte con questi giorni lavorativi di anticipo: un parametro dell'ufficio.";
    /// Convocation that came back.
    Undelivered = 19, "undelivered", Office, "convocazione tornata", "R-CNV-12", "",
        "La convocazione è tornata indietro: scegliere un altro recapito prima dell'appuntamento.";
    /// To be convened anew.
    ConveneAgain = 20, "convene_again", Office, "da convocare di nuovo", "R-CNV-10", "ANPAL delib. 54/2019",
        "La persona non è venuta e la convocazione non era provata: non è un'assenza, si convoca di nuovo.";
    /// Reason of an absence.
    Justify = 21, "justify", Status, "motivo dell'assenza", "R-JUS-2", "MLPS nota 3374/2016",
        "L'assenza si giustifica con documenti entro questo giorno; poi può diventare una sanzione.";
    /// Activity to begin.
    ActivityStart = 22, "activity_start", Office, "avvio dell'attività", "R-LEP-7", "",
        "L'attività concordata doveva cominciare: registrare la prima presenza, o annullarla.";
    /// Presence of an AdI member.
    AdiPresence = 23, "adi_presence", Status, "presenza AdI al CPI", "R-ADI-3", "DL 48/2023 art. 4 c.5",
        "Chi ha firmato il patto con l'AdI si presenta ogni tanti giorni; se manca il beneficio del nucleo è sospeso.";
    /// Confirmation of a SFL beneficiary.
    SflConfirm = 24, "sfl_confirm", Status, "conferma SFL", "R-SFL-3", "DL 48/2023 art. 12 c.8",
        "Chi riceve l'SFL conferma la partecipazione ogni tanti giorni; senza conferma il pagamento è sospeso.";
    /// Update for the SFL to go on.
    SflUpdate = 25, "sfl_update", Status, "aggiornamento PSP SFL", "R-SFL-4", "L. 207/2024 art. 1 c.198",
        "Per la proroga oltre questi mesi il patto va aggiornato prima; altrimenti l'SFL è sospeso e poi finisce.";
    /// Assessment grown old.
    Assessment = 26, "assessment", Reminder, "aggiornare assessment", "R-ASM-17", "",
        "L'assessment vale i giorni decisi dall'ufficio.";
    /// Identity document.
    IdDocument = 27, "id_document", Reminder, "documento d'identità", "R-ANA-4", "D.P.R. 445/2000 art. 45",
        "Il documento registrato scade: chiedere quello nuovo al prossimo incontro.";
    /// Reason of a refused offer.
    JustifyRefusal = 28, "justify_refusal", Status, "motivo del rifiuto", "R-JUS-5", "DM 42/2018 art. 8 c.3",
        "Il rifiuto di un'offerta si documenta entro questi giorni lavorativi; poi può diventare una sanzione.";
    /// Asking to be heard.
    Hearing = 29, "hearing", Right, "chiedere audizione", "R-JUS-5", "DM 42/2018 art. 8 c.4",
        "Alla persona è stato detto che il motivo non è idoneo: entro questi giorni può chiedere di essere sentita.";
    /// Opinion asked through the region.
    Opinion = 30, "opinion", Office, "parere della regione", "R-JUS-6", "DM 42/2018 art. 8 c.5",
        "Passato questo giorno senza risposta il silenzio vale assenso alla proposta del CPI.";
    /// Act to be adopted.
    CaseAct = 31, "case_act", Office, "atto da adottare", "R-SAN-6", "art. 21 c.11",
        "Il caso è da decidere: non adottare un atto dovuto è una responsabilità dell'ufficio.";
    /// Act to be notified and transmitted.
    CaseSend = 32, "case_send", Office, "atto da trasmettere", "R-SAN-5", "art. 21 c.10",
        "L'atto adottato si notifica alla persona e si trasmette subito all'INPS e al sistema nazionale.";
    /// Report of a case of AdI or SFL.
    CaseReport = 33, "case_report", Office, "segnalazione AdI o SFL", "R-SAN-11", "DL 48/2023 art. 8",
        "I casi di AdI e SFL si segnalano sulle piattaforme nazionali entro questi giorni dall'accertamento.";
    /// Appeal to the committee.
    Appeal = 34, "appeal", Right, "ricorso al Comitato", "R-SAN-7", "art. 21 c.12",
        "Contro l'atto la persona ricorre al Comitato entro questi giorni da quando l'ha ricevuto.";
    /// PAD and CV of an insured person.
    PadSign = 35, "pad_sign", Right, "PAD e CV su SIISL", "R-NAS-1", "DL 60/2024 art. 25",
        "Chi ha NASpI o DIS-COLL dà CV, PAD e dati del patto su SIISL entro questi giorni dall'inizio. Non c'è una sanzione diretta (R-NAS-2).";
    /// First meeting of an AdI household with the social services.
    AdiSocial = 36, "adi_social", Status, "incontro servizi soc.", "R-ADI-1", "DL 48/2023 art. 4 c.4",
        "Il nucleo con l'AdI incontra i servizi sociali entro questi giorni dalla firma del PAD, altrimenti il beneficio è sospeso.";
    /// Pact of an AdI member.
    AdiPact = 37, "adi_pact", Status, "PSP di chi ha l'AdI", "R-ADI-2", "DL 48/2023 art. 4 c.5",
        "Chi è attivabile al lavoro firma il patto entro questi giorni dall'invio al CPI, altrimenti il beneficio è sospeso.";
    /// Convocation of somebody registered on MiAttivo.
    ConveneRegistered = 38, "convene_registered", Office, "convocaz. (MiAttivo)", "R-MIA-7", "",
        "Chi si registra su MiAttivo entra nella coda: il CPI lo convoca entro questi giorni (R-PSP-7).";
    /// Documents missing from an application for targeted placement.
    TargetedDocuments = 39, "targeted_documents", Right, "documenti da portare", "R-CM-11", "",
        "La domanda di collocamento mirato è incompleta: i documenti si portano entro questi giorni. È un parametro dell'ufficio.";
    /// Answer to a pre-rejection notice.
    TargetedObservations = 40, "targeted_observations", Right, "risposta al preavviso", "R-CM-13", "L. 241/1990 art. 10-bis",
        "Ricevuto il preavviso di rigetto, la persona può presentare osservazioni entro questi giorni.";
    /// Revision of the report of somebody enrolled.
    TargetedReview = 41, "targeted_review", Right, "verbale da rivedere", "R-CM-17", "verbale medico-legale",
        "Il verbale che dà diritto all'iscrizione va rivisto in questo giorno: chiedere quello nuovo.";
    /// Final term of an application for targeted placement.
    TargetedFinal = 42, "targeted_final", Office, "decidere la domanda", "R-CM-16", "L. 241/1990 art. 2",
        "La domanda di collocamento mirato si decide entro questi giorni; il preavviso di rigetto ferma il termine (R-CM-14).";
    /// The scan of a pact sent by e-mail.
    RemoteScan = 43, "remote_scan", Right, "scansione del patto", "R-REM-7", "",
        "Il patto è stato inviato per posta elettronica: la persona lo firma e ne rimanda la scansione entro questi giorni.";
    /// The validation of a pact released on the app.
    RemoteValidation = 44, "remote_validation", Right, "validazione del patto", "R-REM-8", "",
        "Il patto è stato rilasciato: la persona lo valida con l'app entro questi giorni, un parametro dell'ufficio.";
    /// Final term of an application, moved by a pre-rejection notice.
    TargetedStopped = 45, "targeted_stopped", Office, "decidere la domanda", "R-CM-14", "L. 241/1990 art. 10-bis",
        "La domanda di collocamento mirato si decide entro questi giorni: a quelli del termine finale si aggiungono quelli in cui il preavviso di rigetto lo ha fermato.";
    /// End of the SFL that was not extended in time.
    SflEnd = 46, "sfl_end", Status, "fine dell'SFL", "R-SFL-4", "INPS msg. 765/2025",
        "Il patto non è stato aggiornato per la proroga: l'SFL è sospeso, e dopo questi giorni finisce.";
    /// End of the job that suspends.
    JobOver = 47, "job_over", Office, "fine lavoro e ripresa", "R-SUS-3", "circ. ANPAL 1/2019",
        "Il lavoro che sospende finisce entro i giorni della sospensione: lo stato riprende dal giorno dopo, senza una nuova DID. Registrare la fine del lavoro, o la proroga.";
    /// A new application for AdI after a loss.
    NewAdi = 48, "new_adi", Right, "nuova domanda di AdI", "R-SAN-10", "DL 48/2023 art. 8",
        "Dopo la decadenza il nucleo non può chiedere di nuovo l'AdI prima di questo giorno.";
    /// Registration on MiAttivo after the application.
    Register = 49, "register", Right, "registrarsi (MiAttivo)", "R-MIA-3", "",
        "Chi ha chiesto una prestazione all'INPS si registra su MiAttivo entro questi giorni dalla domanda; dopo la registrazione si accetta, ma è in ritardo.";
    /// Call of a recipient of NASpI or DIS-COLL to send.
    Call = 50, "call", Office, "chiamata da spedire", "R-CNV-6", "art. 21 c.6",
        "Chi ha NASpI o DIS-COLL si chiama con queste ore di anticipo: dopo la chiamata è tardiva.";
    /// Both have signed: the file to be kept, uploaded or completed.
    CloseSigning = 51, "close_signing", Office, "chiudere la firma", "R-PSP-10", "art. 20",
        "Le firme ci sono: lo stesso giorno si archivia il patto firmato; a distanza si carica, o si completa la procedura.";
    /// A case to open after an unjustified absence.
    CaseOpen = 52, "case_open", Office, "caso da aprire", "R-SAN-6", "art. 21 c.7, c.11",
        "La persona ha una prestazione e non ha giustificato l'assenza: si apre il caso, o si dice perché no.";
    /// Targeted placement of somebody whose DID ended.
    TargetedStatus = 53, "targeted_status", Office, "rivedere l'iscrizione", "R-CM-7", "L. 68/1999 art. 8",
        "La DID è finita e c'è una domanda o un'iscrizione al collocamento mirato: verificare se serve ancora lo stato di disoccupazione.";
}

impl Kind {
    /// Does it run for the status itself, rather than for what is done with it?
    #[must_use]
    pub fn is_of_status(self) -> bool {
        matches!(
            self,
            Self::ContactInsured
                | Self::Contact
                | Self::Convene
                | Self::SuspensionEnd
                | Self::NewDid
                | Self::NationalId
                | Self::Permit
                | Self::Profiling
                | Self::JobEnd
        )
    }

    /// Acts the office owes once a case is found: late ones are listed for the
    /// supervisor (R-SAN-6).
    pub const DUE_ACTS: &[Self] = &[Self::CaseAct, Self::CaseSend, Self::CaseReport];

    /// The kind of a number of the derived table.
    #[must_use]
    pub fn numbered(number: i64) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| *kind as i64 == number)
    }
}
