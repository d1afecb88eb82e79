//! The sentences of the rules on signatures (R-REM, R-PSP-10, R-DOC-5).
//!
//! R-REM-10 and R-PSP-9 say what is stored: that is `Evidence`, `Times` and
//! `Signing::party`; a step without what proves it is refused by R-STA-13.

use crate::domain::finding::{Level, Rule, rule};

use Level::{Block, Show, Warn};

const REMOTE: &str = "erogazione a distanza (Lombardia 2022)";
const STATES: &str = "stati della firma";

/// What may be done at a distance.
pub const SCOPE: Rule = rule(
    "R-REM-1",
    Show,
    REMOTE,
    "A distanza si fanno supporto alla DID, assessment, patto e firma, servizi specialistici: la firma c'è.",
);
/// One of the three is missing.
pub const MEANS: Rule = rule(
    "R-REM-2",
    Block,
    REMOTE,
    "A distanza servono dispositivo, collegamento stabile ed e-mail personale: manca {}.",
);
/// How the platform is closed.
pub const ACCESS: Rule = rule(
    "R-REM-3",
    Block,
    REMOTE,
    "La piattaforma va chiusa: link con password mandata a parte, o accesso dei soli utenti registrati.",
);
/// Link and password together.
pub const APART: Rule = rule(
    "R-REM-4",
    Block,
    REMOTE,
    "Link e password non viaggiano nello stesso messaggio: mandarli separati.",
);
/// No browser.
pub const BROWSER: Rule =
    rule("R-REM-5", Show, REMOTE, "È preferibile una piattaforma che funziona anche nel browser.");
/// An accredited operator without credentials.
pub const SIUL_USER: Rule = rule(
    "R-REM-6",
    Block,
    REMOTE,
    "Presso un operatore accreditato chi eroga si identifica con l'utenza SIUL: manca.",
);
/// Out of order.
pub const ORDER: Rule = rule(
    "R-REM-7",
    Block,
    REMOTE,
    "La firma per e-mail è «{}»: «{}» non viene ora. L'ordine: PDF, scansione firmata, controllo, firma dell'operatore, SIUL.",
);
/// Not a qualified signature.
pub const QUALIFIED: Rule = rule(
    "R-REM-7",
    Block,
    REMOTE,
    "A distanza l'operatore firma con firma qualificata o digitale, non a mano né con il solo nome.",
);
/// Out of order, on FirmaLOM.
pub const ORDER_FIRMALOM: Rule = rule(
    "R-REM-8",
    Block,
    REMOTE,
    "La firma con FirmaLOM è «{}»: «{}» non viene ora. L'ordine: rilascio, validazione, completamento.",
);
/// Without SPID or the app.
pub const SPID: Rule = rule(
    "R-REM-8",
    Block,
    REMOTE,
    "Con FirmaLOM la persona entra con SPID dall'app sul telefono: manca {}. Scegliere un altro canale.",
);
/// Another format.
pub const FORMAT: Rule = rule(
    "R-REM-9",
    Block,
    REMOTE,
    "«{}» non è un PDF né un JPG: non si accetta. Chiedere di nuovo la scansione.",
);
/// Another sender.
pub const SENDER: Rule = rule(
    "R-REM-11",
    Warn,
    REMOTE,
    "Il file arriva da {}, ma l'indirizzo dato dalla persona è {}. Scrivere perché si accetta.",
);
/// Another address.
pub const ADDRESS: Rule = rule(
    "R-REM-11",
    Warn,
    REMOTE,
    "Il PDF va a {}, ma l'indirizzo dato dalla persona è {}. Scrivere perché.",
);
/// No document seen on video.
pub const ON_VIDEO: Rule = rule(
    "R-REM-12",
    Warn,
    "DPR 445/2000 art. 38 c. 3",
    "In video si controlla un documento d'identità e se ne registrano tipo e numero: mancano.",
);
/// Another region.
pub const OTHER_REGION: Rule = rule(
    "R-REM-13",
    Show,
    "accettazione in rete di altre regioni; CAD art. 65",
    "Le regole di questo canale sono della Lombardia: verificare quelle della propria regione.",
);
/// Only the name.
pub const NAME_ONLY: Rule = rule(
    "R-DOC-5",
    Warn,
    "D.Lgs. 39/1993 art. 3 c. 2",
    "Il solo nome a stampa al posto della firma si usa citando il D.Lgs. 39/1993, art. 3 c. 2. Scrivere perché.",
);

/// A moment to come.
pub const FUTURE: Rule = rule("R-STA-2", Block, STATES, "L'ora indicata, {}, è futura.");
/// A moment before the last step.
pub const BEFORE: Rule =
    rule("R-STA-3", Block, STATES, "L'ora indicata, {}, viene prima dell'ultimo passo ({}).");
/// The table does not allow it.
pub const NOT_NOW: Rule = rule("R-STA-10", Block, STATES, "La firma è «{}»: «{}» non si può registrare.");
/// Nothing to sign.
pub const NOTHING: Rule = rule(
    "R-STA-11",
    Block,
    STATES,
    "Si firma una versione emessa che nessuno ha ancora firmato: questa è «{}».",
);
/// Evidence of another step.
pub const OTHER_STEP: Rule = rule(
    "R-STA-12",
    Block,
    STATES,
    "Questo passo non chiede «{}»: la prova di un altro passo non si riscrive.",
);
/// No evidence.
pub const NEEDED: Rule = rule("R-STA-13", Block, STATES, "Manca la prova di questo passo: {}.");
/// A channel is taken.
pub const OPEN: Rule = rule(
    "R-STA-14",
    Block,
    STATES,
    "La firma è già in corso, {}: andare avanti lì, o lasciarla per un altro canale.",
);
/// A signature told apart from its channel.
pub const IN_CHANNEL: Rule = rule(
    "R-STA-16",
    Block,
    STATES,
    "Il patto si firma {}: le firme si registrano con i passi di quel canale.",
);
/// No digest.
pub const DIGEST: Rule = rule("R-STA-15", Block, STATES, "L'impronta è SHA-256: 64 cifre esadecimali.");
