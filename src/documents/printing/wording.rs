//! What printers say, in Italian, with what to do.

use super::http::Broken;
use super::ipp::{self, Failed};
use super::watch::Trouble;
use crate::fault::Fault;

/// What can always be done.
const PDF: &str = "Il documento non è perduto: si può stampare altrove o salvare il PDF.";

/// Reasons of a printer that want somebody at it: keyword, what it is, what to
/// do. The suffixes `-error` and `-warning` are not part of them (RFC 8011,
/// §5.4.12).
const PRINTER: &[(&str, &str, &str)] = &[
    ("media-empty", "manca la carta", "Mettere carta A4 nel cassetto: riprende da sola."),
    ("media-needed", "manca la carta", "Mettere carta A4 nel cassetto: riprende da sola."),
    ("media-jam", "la carta si è inceppata", "Aprire la stampante e togliere il foglio: riprende da sola."),
    ("door-open", "lo sportello della stampante è aperto", "Chiuderlo: riprende da sola."),
    ("cover-open", "il coperchio della stampante è aperto", "Chiuderlo: riprende da sola."),
    ("interlock-open", "lo sportello della stampante è aperto", "Chiuderlo: riprende da sola."),
    ("toner-empty", "il toner è finito", "Cambiare la cartuccia, o scegliere un'altra stampante."),
    (
        "marker-supply-empty",
        "il toner o l'inchiostro è finito",
        "Cambiare la cartuccia, o scegliere un'altra stampante.",
    ),
    (
        "marker-waste-full",
        "la vaschetta di recupero è piena",
        "Chiamare chi cura la stampante, o sceglierne un'altra.",
    ),
    ("input-tray-missing", "manca il cassetto della carta", "Rimetterlo al suo posto: riprende da sola."),
    ("output-tray-missing", "manca il vassoio di uscita", "Rimetterlo al suo posto: riprende da sola."),
    ("output-area-full", "il vassoio di uscita è pieno", "Togliere i fogli: riprende da sola."),
    (
        "spool-area-full",
        "la memoria della stampante è piena",
        "Aspettare le altre stampe, o scegliere un'altra stampante.",
    ),
    ("fuser-over-temp", "la stampante è troppo calda", "Aspettare qualche minuto: riprende da sola."),
    ("fuser-under-temp", "la stampante si sta scaldando", "Aspettare qualche minuto."),
    (
        "offline",
        "la stampante è spenta o scollegata",
        "Accenderla e controllare il cavo, o sceglierne un'altra.",
    ),
    (
        "shutdown",
        "la stampante è spenta o scollegata",
        "Accenderla e controllare il cavo, o sceglierne un'altra.",
    ),
    (
        "connecting-to-device",
        "il computer non raggiunge la stampante",
        "Controllare che sia accesa e collegata, o sceglierne un'altra.",
    ),
    (
        "timed-out",
        "la stampante non risponde",
        "Controllare che sia accesa e collegata, o sceglierne un'altra.",
    ),
    (
        "paused",
        "la stampante è ferma",
        "Riavviarla dal suo pannello o dalla coda del computer, o sceglierne un'altra.",
    ),
    (
        "moving-to-paused",
        "la stampante è ferma",
        "Riavviarla dal suo pannello o dalla coda del computer, o sceglierne un'altra.",
    ),
    ("stopped-partly", "la stampante è ferma in parte", "Guardare il suo pannello."),
];

/// Reasons of a job that is held or has ended badly.
const JOB: &[(&str, &str, &str)] = &[
    (
        "cups-held-for-authentication",
        "la stampante chiede nome utente e password",
        "Scriverli nella coda del computer, o scegliere un'altra stampante.",
    ),
    (
        "account-info-needed",
        "la stampante chiede un codice",
        "Scriverlo sul suo pannello, o scegliere un'altra stampante.",
    ),
    (
        "account-authorization-failed",
        "la stampante non accetta il codice di chi stampa",
        "Scegliere un'altra stampante.",
    ),
    ("account-limit-reached", "le copie concesse sono finite", "Scegliere un'altra stampante."),
    ("account-closed", "la stampante non accetta il codice di chi stampa", "Scegliere un'altra stampante."),
    ("job-hold-until-specified", "la stampa è trattenuta nella coda", "Liberarla dalla coda del computer."),
    ("job-password-wait", "la stampante chiede un codice", "Scriverlo sul suo pannello."),
    ("job-canceled-by-user", "la stampa è stata annullata dalla coda", PDF),
    ("job-canceled-by-operator", "la stampa è stata annullata dalla coda", PDF),
    ("job-canceled-at-device", "la stampa è stata annullata dal pannello della stampante", PDF),
    ("aborted-by-system", "la stampante ha interrotto la stampa", PDF),
    (
        "unsupported-document-format",
        "la stampante non capisce il PDF",
        "Scegliere un'altra stampante, o salvare il PDF.",
    ),
    (
        "unsupported-attributes-or-values",
        "la stampante non sa stampare così",
        "Provare su un solo lato e in una copia, o con un'altra stampante.",
    ),
    (
        "document-format-error",
        "la stampante non è riuscita a leggere il PDF",
        "Scegliere un'altra stampante, o salvare il PDF.",
    ),
    ("document-access-error", "la stampante non ha ricevuto tutto il documento", "Ristampare."),
    (
        "document-unprintable-error",
        "la stampante non è riuscita a leggere il PDF",
        "Scegliere un'altra stampante, o salvare il PDF.",
    ),
    ("submission-interrupted", "la stampante non ha ricevuto tutto il documento", "Ristampare."),
    (
        "printer-stopped",
        "la stampante è ferma",
        "Riavviarla dal suo pannello o dalla coda del computer, o sceglierne un'altra.",
    ),
    ("printer-stopped-partly", "la stampante è ferma in parte", "Guardare il suo pannello."),
    (
        "resources-are-not-ready",
        "alla stampante manca qualcosa",
        "Guardare il suo pannello: carta A4, toner.",
    ),
    (
        "service-off-line",
        "la stampante è spenta o scollegata",
        "Accenderla e controllare il cavo, o sceglierne un'altra.",
    ),
    ("errors-detected", "la stampante ha trovato errori nel documento", PDF),
];

/// Reasons that ask nothing of anybody.
const HARMLESS: &[&str] = &[
    "none",
    "media-low",
    "toner-low",
    "marker-supply-low",
    "marker-waste-almost-full",
    "output-area-almost-full",
    "developer-low",
    "job-incoming",
    "job-outgoing",
    "job-printing",
    "job-queued",
    "job-queued-for-marker",
    "job-spooling",
    "job-streaming",
    "job-transforming",
    "job-interpreting",
    "job-data-insufficient",
    "queued-in-device",
    "processing-to-stop-point",
    "job-restartable",
    "job-completed-successfully",
    "job-completed-with-warnings",
    "warnings-detected",
    "hold-new-jobs",
    "deactivated",
    "testing",
    "wait-for-fetch",
    "job-fetchable",
    "identify-printer-requested",
];

/// `media-empty-error` is `media-empty`.
fn bare(reason: &str) -> &str {
    ["-error", "-warning", "-report"].iter().find_map(|end| reason.strip_suffix(end)).unwrap_or(reason)
}

fn known(table: &[(&str, &str, &str)], reason: &str) -> Option<Trouble> {
    let row = table.iter().find(|(word, ..)| *word == reason || *word == bare(reason));
    row.map(|(_, says, remedy)| Trouble { says: (*says).to_owned(), remedy: (*remedy).to_owned() })
}

/// What somebody should see to, from the reasons of a printer or of a job.
/// A word nobody knows is told as it is, once the printer is `stopped`.
#[must_use]
pub fn trouble(reasons: &[String], stopped: bool) -> Option<Trouble> {
    let first = |table| reasons.iter().find_map(|reason| known(table, reason));
    // What is missing says more than that the printer is therefore stopped.
    first(&PRINTER[..PRINTER.len() - 3])
        .or_else(|| first(JOB))
        .or_else(|| first(PRINTER))
        .or_else(|| reasons.iter().filter(|_| stopped).find_map(|reason| quoted(reason)))
        .or_else(|| {
            stopped.then(|| Trouble {
                says: "la stampante è ferma".to_owned(),
                remedy: "Guardare il suo pannello, o scegliere un'altra stampante.".to_owned(),
            })
        })
}

/// A reason without a sentence of ours.
fn quoted(reason: &str) -> Option<Trouble> {
    let word: String = reason.chars().filter(|c| !c.is_control()).take(60).collect();
    let harmless =
        HARMLESS.contains(&word.as_str()) || HARMLESS.contains(&bare(&word)) || word.starts_with("cups-");
    (!harmless && !word.is_empty()).then(|| Trouble {
        says: format!("la stampante dice «{word}»"),
        remedy: "Guardare il suo pannello, o scegliere un'altra stampante.".to_owned(),
    })
}

/// A job that was thrown away (`canceled`) or given up.
#[must_use]
pub fn ended(canceled: bool, reasons: &[String]) -> Fault {
    let told = reasons
        .iter()
        .find_map(|reason| known(JOB, reason))
        .or_else(|| reasons.iter().find_map(|r| quoted(r)));
    let (says, remedy) = match told {
        Some(trouble) => (trouble.says, trouble.remedy),
        None if canceled => ("la stampa è stata annullata".to_owned(), PDF.to_owned()),
        None => ("la stampante ha interrotto la stampa".to_owned(), PDF.to_owned()),
    };
    Fault::outside(sentence(&says)).hint(remedy).cause(reasons.join(" "))
}

/// A printer that was there and is no more.
#[must_use]
pub fn lost() -> Fault {
    Fault::outside("La stampante non risponde più.")
        .hint("Guardare se i fogli sono usciti; se no, ristampare qui o altrove, o salvare il PDF.")
}

/// Why a printer at an address did not take a document.
#[must_use]
pub fn refused(failed: &Failed) -> Fault {
    let (message, hint) = match failed {
        Failed::Link(Broken::Unknown) => (
            "Nessuna stampante ha questo indirizzo.",
            "Controllare come è scritto, o usare il suo numero (per esempio 192.168.1.20).",
        ),
        Failed::Link(Broken::Refused) => (
            "A questo indirizzo nessuna stampante risponde.",
            "Controllare che sia accesa e collegata e che l'indirizzo sia giusto, o sceglierne un'altra.",
        ),
        Failed::Link(Broken::Silent) => {
            ("La stampante non risponde.", "Controllare che sia accesa e collegata, o sceglierne un'altra.")
        }
        Failed::Link(Broken::Cut) => (
            "La stampante ha interrotto il collegamento.",
            "Guardare se i fogli sono usciti; se no, ristampare qui o altrove.",
        ),
        Failed::Link(Broken::Status(401 | 403 | 407)) => (
            "La stampante chiede un nome utente e una password.",
            "Aggiungerla al computer e sceglierla dall'elenco, o usarne un'altra.",
        ),
        Failed::Link(Broken::Status(426 | 301 | 302 | 307 | 308)) => (
            "La stampante vuole un collegamento cifrato.",
            "Aggiungerla al computer e sceglierla dall'elenco, o usarne un'altra.",
        ),
        Failed::Link(Broken::Status(404 | 405)) => (
            "A questo indirizzo non si stampa.",
            "La parte dopo il nome è di solito /ipp/print: controllarla sul pannello della stampante.",
        ),
        Failed::Link(Broken::Garbage | Broken::Status(_)) | Failed::Garbage => (
            "A questo indirizzo risponde qualcosa che non è una stampante.",
            "Controllare l'indirizzo sul pannello della stampante, o sceglierne un'altra.",
        ),
        Failed::Refused(status) if ipp::NOT_ALLOWED.contains(status) => (
            "La stampante non permette di stampare a chi non conosce.",
            "Aggiungerla al computer e sceglierla dall'elenco, o usarne un'altra.",
        ),
        Failed::Refused(status) if ipp::NOT_FOUND.contains(status) => (
            "A questo indirizzo non si stampa.",
            "La parte dopo il nome è di solito /ipp/print: controllarla sul pannello della stampante.",
        ),
        Failed::Refused(status) if ipp::NOT_READ.contains(status) => return no_pdf(),
        Failed::Refused(status) if ipp::BUSY.contains(status) => (
            "La stampante è occupata da troppo tempo.",
            "Riprovare tra poco, o scegliere un'altra stampante.",
        ),
        Failed::Refused(ipp::NOT_ACCEPTING) => {
            ("La stampante non accetta documenti.", "Riattivarla dal suo pannello, o sceglierne un'altra.")
        }
        Failed::Refused(_) => {
            ("La stampante ha rifiutato il documento.", "Guardare il suo pannello, o sceglierne un'altra.")
        }
    };
    Fault::outside(message).hint(hint).cause(format!("{failed:?}"))
}

/// A printer that takes other kinds of documents only.
#[must_use]
pub fn no_pdf() -> Fault {
    Fault::outside("La stampante non capisce il PDF.")
        .hint("Aggiungerla al computer e sceglierla dall'elenco, o usarne un'altra, o salvare il PDF.")
}

/// A printer that is busy with others.
#[must_use]
pub fn busy() -> Trouble {
    Trouble { says: "la stampante è occupata".to_owned(), remedy: "Si riprova da soli.".to_owned() }
}

/// What is not said by a printer that counts no copies or has one side only.
#[must_use]
pub fn one_side() -> String {
    "la stampante stampa su un solo lato".to_owned()
}

/// A printer that took some of the copies, and why not the others.
#[must_use]
pub fn some_copies(taken: usize, of: u8, why: &Fault) -> String {
    format!("copie stampate: {taken} di {of}. {}", why.message)
}

/// What nobody can tell of a job any more.
#[must_use]
pub fn unknown() -> String {
    "la stampante non dice com'è finita: guardare se i fogli sono usciti".to_owned()
}

/// A job that is still waiting when nobody looks any more.
#[must_use]
pub fn still_waiting() -> String {
    "la stampa è ancora in coda: guardare la stampante".to_owned()
}

fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(reasons: &[&str], stopped: bool) -> Option<String> {
        let reasons: Vec<String> = reasons.iter().map(|&reason| reason.to_owned()).collect();
        trouble(&reasons, stopped).map(|trouble| trouble.says)
    }

    #[test]
    fn what_somebody_should_see_to_is_told() {
        assert_eq!(said(&["none"], false), None);
        assert_eq!(said(&["toner-low-warning", "job-printing"], false), None);
        for (reasons, says) in [
            (&["paused", "media-empty-error"][..], "manca la carta"),
            (&["printer-stopped", "media-jam"], "la carta si è inceppata"),
            (&["door-open-report"], "lo sportello della stampante è aperto"),
            (&["cups-held-for-authentication"], "la stampante chiede nome utente e password"),
            (&["paused"], "la stampante è ferma"),
        ] {
            assert_eq!(said(reasons, true).as_deref(), Some(says), "{reasons:?}");
            assert_eq!(said(reasons, false).as_deref(), Some(says), "{reasons:?}");
        }
        assert_eq!(said(&["com.acme-odd-thing"], false), None, "not stopped: nothing to see to");
        assert_eq!(
            said(&["com.acme-odd-thing"], true).as_deref(),
            Some("la stampante dice «com.acme-odd-thing»")
        );
        assert_eq!(said(&["none"], true).as_deref(), Some("la stampante è ferma"));
    }

    #[test]
    fn a_job_that_ended_badly_says_why() {
        let fault = ended(true, &["job-canceled-at-device".into()]);
        assert_eq!(fault.message, "La stampa è stata annullata dal pannello della stampante.");
        assert_eq!(ended(true, &[]).message, "La stampa è stata annullata.");
        assert_eq!(
            ended(false, &["aborted-by-system".into()]).message,
            "La stampante ha interrotto la stampa."
        );
        assert_eq!(ended(false, &["zzz".into()]).message, "La stampante dice «zzz».");
    }
}
