//! How an issued version of a pact is signed: at the counter, or at a
//! distance (states.md § 4-6, R-REM). A record is one attempt on one channel;
//! what it leads to is done by the machine of the pact.

use chrono::{NaiveDate, NaiveDateTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ids::{PspVersionId, RegistrantId, SigningId};

pub mod asks;
pub mod happen;
pub mod rules;
pub mod states;
pub mod tables;

pub use states::{SigningEvent, SigningState};

/// The channel of a signature.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// At the counter (states.md § 4).
    #[default]
    InPerson,
    /// Mode (a): PDF by e-mail, printed, signed by hand, scanned (R-REM-7).
    RemoteEmail,
    /// Mode (b): released on SIUL, validated on FirmaLOM (R-REM-8).
    Firmalom,
}

impl Channel {
    /// All channels, in the order of the study.
    pub const ALL: [Self; 3] = [Self::InPerson, Self::RemoteEmail, Self::Firmalom];

    /// As shown on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::InPerson => "di persona",
            Self::RemoteEmail => "a distanza, e-mail e scansione",
            Self::Firmalom => "a distanza, FirmaLOM",
        }
    }

    /// Without the person in the room?
    #[must_use]
    pub fn is_remote(self) -> bool {
        match self {
            Self::InPerson => false,
            Self::RemoteEmail | Self::Firmalom => true,
        }
    }
}

/// Who signs for the services (R-PSP-9).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// This office.
    #[default]
    Cpi,
    /// An accredited operator with a partnership agreement.
    Accredited,
}

/// How the platform of the video interview is kept closed (R-REM-3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Access {
    /// Set (a): a public link with a password, sent apart from it (R-REM-4).
    LinkAndPassword,
    /// Set (b): only a registered user with credentials.
    RegisteredUser,
}

/// What kind of signature the operator put.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Signature {
    /// By hand, on paper.
    Handwritten,
    /// Qualified electronic signature.
    Qualified,
    /// Digital signature.
    Digital,
    /// Only the printed name of who is responsible (R-DOC-5).
    NameOnly,
}

/// What is kept to prove the steps; each step asks for its own part of it
/// (`asks`). Digests are SHA-256, 64 hexadecimal digits. No file is read:
/// names, digests and addresses are told by the operator.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Evidence {
    /// Identity document seen: kind, code of table `id_documents` or text.
    pub identity_type: String,
    /// Its number.
    pub identity_number: String,
    /// Valid until.
    pub identity_expiry: Option<NaiveDate>,
    /// Version of the notice of art. 13 given with the text.
    pub notice_version: String,
    /// Date of that version.
    pub notice_date: Option<NaiveDate>,
    /// The person has a computer, a smartphone or a tablet (R-REM-2).
    pub device: bool,
    /// The person has a stable connection (R-REM-2).
    pub connection: bool,
    /// The personal e-mail address the person gave (R-REM-2, R-REM-11).
    pub email: String,
    /// The person has SPID (R-REM-8).
    pub spid: bool,
    /// The person has a smartphone with the app (R-REM-8).
    pub app: bool,
    /// Platform of the video interview.
    pub platform: String,
    /// How it is kept closed (R-REM-3).
    pub access: Option<Access>,
    /// Link and password travelled in two messages (R-REM-4).
    pub apart: bool,
    /// The platform also works in a browser (R-REM-5).
    pub browser: bool,
    /// SIUL user of who serves (R-REM-6).
    pub siul_user: String,
    /// Reference of the pact on SIUL.
    pub siul_reference: String,
    /// Digest of the PDF generated and sent.
    pub digest: String,
    /// Address the PDF was sent to.
    pub sent_to: String,
    /// Name of the file that came back: PDF or JPG (R-REM-9).
    pub returned_file: String,
    /// Its digest.
    pub returned_digest: String,
    /// Address it came from (R-REM-11).
    pub returned_from: String,
    /// Kind of the operator's signature.
    pub signature: Option<Signature>,
    /// Certificate of it.
    pub certificate: String,
    /// Digest of the file with both signatures.
    pub signed_digest: String,
    /// Receipt of SIUL for the upload.
    pub receipt: String,
    /// Reference of the validation on FirmaLOM.
    pub validation: String,
    /// Digest of the completed file, or of the scan of the paper.
    pub completed_digest: String,
}

/// When the steps that others prove happened.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Times {
    /// The person agreed to a distance, and the checks were made (R-REM-2).
    pub agreed: Option<NaiveDateTime>,
    /// The video interview began.
    pub interview: Option<NaiveDateTime>,
    /// The PDF was sent, or the pact released.
    pub sent: Option<NaiveDateTime>,
    /// The phone showed the notice.
    pub notified: Option<NaiveDateTime>,
    /// The person's signature, scan or validation.
    pub person: Option<NaiveDateTime>,
    /// The operator's signature.
    pub operator: Option<NaiveDateTime>,
    /// Upload, or end of the procedure.
    pub completed: Option<NaiveDateTime>,
}

/// One attempt to sign a version on one channel.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signing {
    /// Key.
    pub id: SigningId,
    /// Who signs.
    pub registrant: RegistrantId,
    /// The version to sign.
    pub version: PspVersionId,
    /// The channel.
    pub channel: Channel,
    /// Who signs for the services (R-PSP-9).
    pub party: Party,
    /// Name of the accredited operator; empty at the CPI.
    pub provider: String,
    /// State, of the table of its channel.
    pub state: SigningState,
    /// When it began.
    pub started_at: NaiveDateTime,
    /// When the last step happened.
    pub since: NaiveDateTime,
    /// When it ended; `None` while it goes on.
    pub ended_at: Option<NaiveDateTime>,
    /// What is kept (R-REM-10).
    pub evidence: Evidence,
    /// When.
    pub times: Times,
    /// Who began it (username).
    pub by: String,
}

impl Signing {
    /// Is there still a step to come?
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state.is_open()
    }
}
