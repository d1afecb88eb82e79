//! The letter of a convocation and the memo of the next appointments.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::{AppointmentPaper, FiguresPaper, HeadPaper, RecipientPaper, Support};

/// A convocation (R-CNV-1 to 4): day, hour, service, who receives, both ways
/// to come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConvocationPaper {
    /// Office, number, protocol.
    pub head: HeadPaper,
    /// Who is convened.
    pub person: RecipientPaper,
    /// With what it is sent, "raccomandata".
    pub channel: String,
    /// Day of the appointment.
    pub on: NaiveDate,
    /// Hour.
    pub at: NaiveTime,
    /// Planned length in minutes.
    pub minutes: u32,
    /// Service, as said to anybody.
    pub service: String,
    /// Who receives.
    pub operator: String,
    /// In person, where.
    pub in_person: Option<PlaceOfferPaper>,
    /// At a distance, with what.
    pub remote: Option<RemoteOfferPaper>,
    /// By telephone: the number the office calls; else empty.
    #[serde(default)]
    pub phone: String,
    /// Who must come in person may ask for the remote way here (R-CNV-4); else empty.
    pub ask_remote: String,
    /// By when the person says which way.
    pub choose_by: Option<NaiveDate>,
    /// Where to answer: telephone.
    pub reply_phone: String,
    /// Where to answer: e-mail.
    pub reply_email: String,
    /// What to bring, besides the identity document.
    pub bring: Vec<String>,
    /// What an absence may cost.
    pub support: Support,
    /// By when an absence is explained.
    #[serde(default)]
    pub figures: FiguresPaper,
    /// Who signs the letter.
    pub signer: String,
    /// As what.
    pub signer_role: String,
}

/// The place of an appointment in person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceOfferPaper {
    /// Name of the place.
    pub name: String,
    /// Address on one line.
    pub address: String,
    /// Room; may be empty.
    pub room: String,
}

/// The remote way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemoteOfferPaper {
    /// Platform.
    pub platform: String,
    /// Link; the password never stands here (R-CNV-3).
    pub link: String,
    /// The person comes in with an account of their own.
    pub own_account: bool,
}

/// The memo a person takes home: the appointments to come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemoPaper {
    /// Office, number, protocol.
    pub head: HeadPaper,
    /// For whom.
    pub person: RecipientPaper,
    /// The appointments, in order of time.
    pub appointments: Vec<AppointmentPaper>,
    /// What to bring.
    pub bring: Vec<String>,
    /// By when an absence is explained.
    #[serde(default)]
    pub figures: FiguresPaper,
    /// Where to move one: telephone.
    pub reply_phone: String,
    /// Where to move one: e-mail.
    pub reply_email: String,
}
