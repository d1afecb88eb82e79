//! States and events of an appointment (states.md § 2).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::machine::{Step, step};

/// State of an appointment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AppointmentState {
    /// Somebody is due, no slot yet; also: absent without proof, again.
    ToConvene,
    /// Slot and operator chosen.
    #[default]
    Drafted,
    /// Convocation sent.
    Sent,
    /// Delivery proved.
    Delivered,
    /// Bounced or returned.
    Undelivered,
    /// The person chose, or it was agreed face to face.
    OptionChosen,
    /// Service delivered.
    Held,
    /// Not there; the justification term runs.
    AbsentPending,
    /// Reason accepted.
    AbsentJustified,
    /// No reason in time, or rejected.
    AbsentUnjustified,
    /// Moved to another date.
    Moved,
    /// Cancelled by the office.
    Cancelled,
    /// Time passed, no outcome entered (R-CNV-17).
    ToBeClosed,
}

impl AppointmentState {
    /// All states, in the order of the table.
    pub const ALL: [Self; 13] = [
        Self::ToConvene,
        Self::Drafted,
        Self::Sent,
        Self::Delivered,
        Self::Undelivered,
        Self::OptionChosen,
        Self::Held,
        Self::AbsentPending,
        Self::AbsentJustified,
        Self::AbsentUnjustified,
        Self::Moved,
        Self::Cancelled,
        Self::ToBeClosed,
    ];

    /// Does it still hold its place in the agenda?
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(
            self,
            Self::Drafted
                | Self::Sent
                | Self::Delivered
                | Self::Undelivered
                | Self::OptionChosen
                | Self::ToBeClosed
        )
    }

    /// As shown in the agenda.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::ToConvene => "da convocare",
            Self::Drafted => "da spedire",
            Self::Sent => "inviata",
            Self::Delivered => "consegnata",
            Self::Undelivered => "non consegnata",
            Self::OptionChosen => "concordato",
            Self::Held => "svolto",
            Self::AbsentPending => "assente, attesa motivo",
            Self::AbsentJustified => "assente giustificato",
            Self::AbsentUnjustified => "assente non giustif.",
            Self::Moved => "spostato",
            Self::Cancelled => "annullato",
            Self::ToBeClosed => "da chiudere",
        }
    }
}

/// What can happen to an appointment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AppointmentEvent {
    /// Agreed face to face.
    Agreed,
    /// Convocation sent.
    Sent,
    /// Proof of delivery.
    Delivered,
    /// Bounce, unknown number, returned letter.
    Undelivered,
    /// New channel chosen.
    Redrafted,
    /// The person chose in person or remote.
    OptionChosen,
    /// Service delivered.
    Held,
    /// Person not there; leads on only with proof, else back to convene.
    Absent,
    /// Reason accepted.
    Justified,
    /// No reason in time, or rejected.
    Unjustified,
    /// Moved by the person or the office, before the time.
    Moved,
    /// Cancelled by the office.
    Cancelled,
    /// Time passed without outcome.
    Overdue,
}

use AppointmentEvent as E;
use AppointmentState as S;

/// The table. `Absent` has two ends: with sanction-grade proof the term for
/// the reason opens, without it the person is convened again (R-CNV-10).
pub const TABLE: &[Step<AppointmentState, AppointmentEvent>] = &[
    step(S::ToConvene, E::Redrafted, S::Drafted),
    step(S::ToConvene, E::Agreed, S::OptionChosen),
    step(S::Drafted, E::Agreed, S::OptionChosen),
    step(S::Drafted, E::Sent, S::Sent),
    step(S::Sent, E::Delivered, S::Delivered),
    step(S::Sent, E::Undelivered, S::Undelivered),
    step(S::Undelivered, E::Redrafted, S::Drafted),
    step(S::Sent, E::OptionChosen, S::OptionChosen),
    step(S::Delivered, E::OptionChosen, S::OptionChosen),
    step(S::Sent, E::Moved, S::Moved),
    step(S::Delivered, E::Moved, S::Moved),
    step(S::OptionChosen, E::Moved, S::Moved),
    step(S::Drafted, E::Moved, S::Moved),
    step(S::Undelivered, E::Moved, S::Moved),
    step(S::Drafted, E::Cancelled, S::Cancelled),
    step(S::Sent, E::Cancelled, S::Cancelled),
    step(S::Delivered, E::Cancelled, S::Cancelled),
    step(S::OptionChosen, E::Cancelled, S::Cancelled),
    step(S::Moved, E::Redrafted, S::Drafted),
    step(S::Delivered, E::Held, S::Held),
    step(S::OptionChosen, E::Held, S::Held),
    step(S::Sent, E::Held, S::Held),
    step(S::Drafted, E::Held, S::Held),
    step(S::Delivered, E::Absent, S::AbsentPending),
    step(S::OptionChosen, E::Absent, S::AbsentPending),
    step(S::OptionChosen, E::Absent, S::ToConvene),
    step(S::Delivered, E::Absent, S::ToConvene),
    step(S::Sent, E::Absent, S::ToConvene),
    step(S::Undelivered, E::Absent, S::ToConvene),
    step(S::AbsentPending, E::Justified, S::AbsentJustified),
    step(S::AbsentPending, E::Unjustified, S::AbsentUnjustified),
    step(S::AbsentJustified, E::Redrafted, S::Drafted),
    step(S::Drafted, E::Overdue, S::ToBeClosed),
    step(S::Sent, E::Overdue, S::ToBeClosed),
    step(S::Delivered, E::Overdue, S::ToBeClosed),
    step(S::Undelivered, E::Overdue, S::ToBeClosed),
    step(S::OptionChosen, E::Overdue, S::ToBeClosed),
    step(S::ToBeClosed, E::Held, S::Held),
    step(S::ToBeClosed, E::Moved, S::Moved),
    step(S::ToBeClosed, E::Absent, S::AbsentPending),
    step(S::ToBeClosed, E::Absent, S::ToConvene),
];

/// The state after `event`; `proved` says whether the convocation has
/// sanction-grade proof (R-CNV-9), which decides what an absence leads to.
#[must_use]
pub fn next(state: AppointmentState, event: AppointmentEvent, proved: bool) -> Option<AppointmentState> {
    let wanted = (event == E::Absent).then_some(if proved { S::AbsentPending } else { S::ToConvene });
    TABLE
        .iter()
        .find(|s| s.from == state && s.on == event && wanted.is_none_or(|to| s.to == to))
        .map(|s| s.to)
}
