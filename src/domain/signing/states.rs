//! States and events of a signature, for the three channels together: each
//! channel has its table (`tables`), with those of them it knows.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// State of a signing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SigningState {
    /// Channel chosen.
    #[default]
    Ready,
    /// Identity checked at the counter.
    Identified,
    /// Text read or explained, notice given.
    Explained,
    /// The person agreed, the checks were made.
    Agreed,
    /// In the video interview.
    InInterview,
    /// Generated on SIUL.
    Generated,
    /// PDF sent.
    SentToPerson,
    /// Released to FirmaLOM.
    Released,
    /// The phone was told.
    Notified,
    /// Nothing came.
    Stalled,
    /// The scan is here.
    Returned,
    /// It is the text that was generated.
    Checked,
    /// The person has signed.
    PersonSigned,
    /// The person has validated.
    ValidatedByPerson,
    /// The operator has signed.
    OperatorSigned,
    /// Both have, on paper.
    BothSigned,
    /// Stored: nothing is left to do.
    Done,
    /// Left for another channel.
    Left,
    /// Ended without signatures.
    Stopped,
}

impl SigningState {
    /// Is there still a step to come?
    #[must_use]
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Done | Self::Left | Self::Stopped)
    }

    /// As shown on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Ready => "da cominciare",
            Self::Identified => "persona identificata",
            Self::Explained => "testo spiegato",
            Self::Agreed => "accordo preso",
            Self::InInterview => "videocolloquio in corso",
            Self::Generated => "generato su SIUL",
            Self::SentToPerson => "PDF inviato",
            Self::Released => "rilasciato",
            Self::Notified => "notificato",
            Self::Stalled => "fermo",
            Self::Returned => "scansione arrivata",
            Self::Checked => "scansione controllata",
            Self::PersonSigned => "firmato dalla persona",
            Self::ValidatedByPerson => "validato dalla persona",
            Self::OperatorSigned => "firmato dall'operatore",
            Self::BothSigned => "firmato da entrambi",
            Self::Done => "concluso",
            Self::Left => "altro canale",
            Self::Stopped => "finito senza firme",
        }
    }
}

/// What can happen to a signing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SigningEvent {
    /// Identity checked at the counter.
    Identified,
    /// Text read or explained, notice of art. 13 given.
    Explained,
    /// The person agrees, the checks of R-REM-2, 3 are made.
    Agreed,
    /// Video interview opened, identity checked.
    InterviewOpened,
    /// Pact generated on SIUL.
    Generated,
    /// PDF sent by ordinary e-mail.
    Sent,
    /// Released to FirmaLOM.
    Released,
    /// The notice reached the phone.
    Notified,
    /// A scan or photo came back.
    Returned,
    /// What came back is of no use: asked again.
    Unusable,
    /// Nothing came in time.
    Silent,
    /// A reminder was sent.
    Reminded,
    /// A new interview.
    Reopened,
    /// The scan is the text generated.
    Checked,
    /// The scan is another text.
    Differs,
    /// The person signed.
    PersonSigned,
    /// The person validated on FirmaLOM.
    Validated,
    /// The operator signed.
    OperatorSigned,
    /// Uploaded to SIUL.
    Uploaded,
    /// The upload failed.
    UploadFailed,
    /// The operator completed the procedure.
    Completed,
    /// Paper scanned and stored, copy handed over.
    Stored,
    /// The person asks a change of the text released.
    ChangeAsked,
    /// The person asks for time.
    Postponed,
    /// The person declines.
    Declined,
    /// Given up: no signature came.
    GivenUp,
    /// Another channel is taken.
    Left,
    /// The version was refused, annulled or left to expire.
    PactEnded,
}

impl SigningEvent {
    /// All events, in the order of a life.
    pub const ALL: [Self; 28] = [
        Self::Identified,
        Self::Explained,
        Self::Agreed,
        Self::InterviewOpened,
        Self::Generated,
        Self::Sent,
        Self::Released,
        Self::Notified,
        Self::Returned,
        Self::Unusable,
        Self::Silent,
        Self::Reminded,
        Self::Reopened,
        Self::Checked,
        Self::Differs,
        Self::PersonSigned,
        Self::Validated,
        Self::OperatorSigned,
        Self::Uploaded,
        Self::UploadFailed,
        Self::Completed,
        Self::Stored,
        Self::ChangeAsked,
        Self::Postponed,
        Self::Declined,
        Self::GivenUp,
        Self::Left,
        Self::PactEnded,
    ];

    /// As shown on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Identified => "identità verificata",
            Self::Explained => "testo e informativa spiegati",
            Self::Agreed => "accordo e controlli",
            Self::InterviewOpened => "videocolloquio aperto",
            Self::Generated => "patto generato su SIUL",
            Self::Sent => "PDF inviato",
            Self::Released => "patto rilasciato",
            Self::Notified => "notifica arrivata",
            Self::Returned => "scansione arrivata",
            Self::Unusable => "file inservibile, richiesto di nuovo",
            Self::Silent => "non è arrivato nulla",
            Self::Reminded => "sollecito",
            Self::Reopened => "nuovo colloquio",
            Self::Checked => "corrisponde al testo",
            Self::Differs => "testo diverso",
            Self::PersonSigned => "firma della persona",
            Self::Validated => "validato con FirmaLOM",
            Self::OperatorSigned => "firma dell'operatore",
            Self::Uploaded => "caricato su SIUL",
            Self::UploadFailed => "caricamento non riuscito",
            Self::Completed => "procedura completata",
            Self::Stored => "archiviato, copia consegnata",
            Self::ChangeAsked => "chiesta una modifica",
            Self::Postponed => "la persona chiede tempo",
            Self::Declined => "la persona rifiuta",
            Self::GivenUp => "si rinuncia",
            Self::Left => "altro canale",
            Self::PactEnded => "la versione non si firma più",
        }
    }
}
