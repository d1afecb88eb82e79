//! States and events of an appointment (states.md § 2).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::machine::{Beside, Step, Who, begins, noted_in, step};

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
    /// Unjustified, without a benefit: the supervisor has the person convened again.
    Reconvened,
    /// Moved by the person or the office, before the time.
    Moved,
    /// Cancelled by the office.
    Cancelled,
    /// Time passed without outcome.
    Overdue,
}

impl AppointmentEvent {
    /// All events, in the order of a life.
    pub const ALL: [Self; 14] = [
        Self::Agreed,
        Self::Sent,
        Self::Delivered,
        Self::Undelivered,
        Self::Redrafted,
        Self::OptionChosen,
        Self::Held,
        Self::Absent,
        Self::Justified,
        Self::Unjustified,
        Self::Reconvened,
        Self::Moved,
        Self::Cancelled,
        Self::Overdue,
    ];

    /// As shown in diagrams.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Agreed => "concordato di persona",
            Self::Sent => "convocazione inviata",
            Self::Delivered => "consegna provata",
            Self::Undelivered => "non consegnata",
            Self::Redrafted => "nuovo posto o canale",
            Self::OptionChosen => "scelta della persona",
            Self::Held => "servizio svolto",
            Self::Absent => "persona assente",
            Self::Justified => "motivo accolto",
            Self::Unjustified => "motivo mancante o respinto",
            Self::Reconvened => "da riconvocare",
            Self::Moved => "spostato",
            Self::Cancelled => "annullato",
            Self::Overdue => "ora passata senza esito",
        }
    }
}

use AppointmentEvent as E;
use AppointmentState as S;

/// The table. `Absent` has two ends: with sanction-grade proof the term for
/// the reason opens, without it the person is convened again (R-CNV-10).
///
/// What states.md has and the table has not: the queue is no record, who is
/// due is computed; who was absent is convened by a new appointment, since the
/// hour of this one has passed (R-AGE-1); a text with something missing is not sent, so it stays
/// drafted; `closed` after an unjustified absence without a benefit is an
/// `absent_unjustified` nobody convenes again.
pub const TABLE: &[Step<AppointmentState, AppointmentEvent>] = &[
    redrafted(S::Undelivered).keeping("perché un altro canale"),
    redrafted(S::Moved).keeping("posto in agenda"),
    agreed(S::Drafted),
    step(S::Drafted, E::Sent, S::Sent)
        .guarded(&["R-CNV-6", "R-CNV-7", "R-CNV-10", "R-CNV-12", "R-AGE-1"])
        .keeping("testo, canale, indirizzo, ora")
        .within("preavviso di R-CNV-6 e R-CNV-7 (parametro)"),
    step(S::Sent, E::Delivered, S::Delivered)
        .by(&[Who::Other, Who::Operator])
        .guarded(&["R-CNV-9", "R-CNV-10"])
        .keeping("ricevuta, avviso di ricevimento, accettazione e consegna PEC"),
    step(S::Sent, E::Undelivered, S::Undelivered)
        .by(&[Who::Other, Who::Operator])
        .keeping("errore o busta tornata")
        .within("scegliere un altro canale"),
    chosen(S::Sent),
    chosen(S::Delivered),
    moved(S::Drafted),
    moved(S::Sent),
    moved(S::Delivered),
    moved(S::Undelivered),
    moved(S::OptionChosen),
    cancelled(S::Drafted),
    cancelled(S::Sent),
    cancelled(S::Delivered),
    cancelled(S::OptionChosen),
    held(S::Drafted),
    held(S::Sent),
    held(S::Delivered),
    held(S::OptionChosen),
    absent_proved(S::Delivered),
    absent_proved(S::OptionChosen),
    absent_unproved(S::Sent),
    absent_unproved(S::Delivered),
    absent_unproved(S::Undelivered),
    absent_unproved(S::OptionChosen),
    step(S::AbsentPending, E::Justified, S::AbsentJustified)
        .guarded(&["R-JUS-1", "R-JUS-2"])
        .keeping("motivo, documento visto")
        .within("il giorno dopo, o il giorno dopo la fine dell'impedimento"),
    step(S::AbsentPending, E::Unjustified, S::AbsentUnjustified)
        .by(&[Who::Operator, Who::Supervisor])
        .guarded(&["R-SAN-9"])
        .keeping("decisione motivata"),
    // Without a benefit there is nothing to sanction (R-SAN-8).
    step(S::AbsentUnjustified, E::Reconvened, S::ToConvene)
        .by(&[Who::Supervisor])
        .guarded(&["R-AGE-14"])
        .keeping("decisione"),
    overdue(S::Drafted),
    overdue(S::Sent),
    overdue(S::Delivered),
    overdue(S::Undelivered),
    overdue(S::OptionChosen),
    late(held(S::ToBeClosed)),
    late(moved(S::ToBeClosed)),
    late(absent_proved(S::ToBeClosed)),
    late(absent_unproved(S::ToBeClosed)),
];

const fn redrafted(from: AppointmentState) -> Step<AppointmentState, AppointmentEvent> {
    step(from, E::Redrafted, S::Drafted).guarded(&["R-AGE-1"])
}

const fn agreed(from: AppointmentState) -> Step<AppointmentState, AppointmentEvent> {
    step(from, E::Agreed, S::OptionChosen).by(&[Who::Operator, Who::Person]).keeping("riga del patto")
}

const fn chosen(from: AppointmentState) -> Step<AppointmentState, AppointmentEvent> {
    step(from, E::OptionChosen, S::OptionChosen)
        .by(&[Who::Person])
        .keeping("risposta; a distanza i tre controlli di R-REM-2")
        .within("prima dell'ora")
}

const fn moved(from: AppointmentState) -> Step<AppointmentState, AppointmentEvent> {
    step(from, E::Moved, S::Moved)
        .by(&[Who::Person, Who::Operator])
        .guarded(&["R-CNV-15"])
        .keeping("chi chiede e perché")
        .within("prima dell'ora")
}

const fn cancelled(from: AppointmentState) -> Step<AppointmentState, AppointmentEvent> {
    step(from, E::Cancelled, S::Cancelled)
        .by(&[Who::Operator, Who::Supervisor])
        .guarded(&["R-AGE-14"])
        .keeping("motivo, avviso alla persona")
}

const fn held(from: AppointmentState) -> Step<AppointmentState, AppointmentEvent> {
    step(from, E::Held, S::Held)
        .guarded(&["R-AGE-11"])
        .keeping("presenza, durata, operatore")
        .within("lo stesso giorno")
}

const fn absent_proved(from: AppointmentState) -> Step<AppointmentState, AppointmentEvent> {
    step(from, E::Absent, S::AbsentPending)
        .guarded(&["R-CNV-9", "R-AGE-12"])
        .keeping("nota, minuti di attesa")
        .within("apre il termine di R-JUS-2")
}

const fn absent_unproved(from: AppointmentState) -> Step<AppointmentState, AppointmentEvent> {
    step(from, E::Absent, S::ToConvene).guarded(&["R-CNV-10", "R-AGE-12"]).keeping("nota: nessuna prova")
}

const fn overdue(from: AppointmentState) -> Step<AppointmentState, AppointmentEvent> {
    step(from, E::Overdue, S::ToBeClosed)
        .by(&[Who::Timer])
        .guarded(&["R-AGE-13"])
        .within("elenco di ogni giorno per il responsabile")
}

/// What is written down after the day: with why it is late.
const fn late(step: Step<AppointmentState, AppointmentEvent>) -> Step<AppointmentState, AppointmentEvent> {
    step.by(&[Who::Operator, Who::Supervisor]).keeping("esito e motivo del ritardo")
}

/// How an appointment begins, and what is noted of it without another state.
pub const BESIDE: &[Beside<AppointmentState>] = &[
    begins("booked", "appuntamento preso", S::Drafted)
        .guarded(&["R-AGE-1", "R-AGE-2", "R-CNV-1", "R-CNV-3", "R-CNV-5"])
        .keeping("posto in agenda")
        .within("termini di R-PSP-4, R-PSP-5 e R-PSP-7"),
    begins("agreed", "concordato di persona", S::OptionChosen)
        .by(&[Who::Operator, Who::Person])
        .guarded(&["R-CNV-9"])
        .keeping("riga del patto"),
    reassigned(S::Drafted),
    reassigned(S::Sent),
    reassigned(S::Delivered),
    reassigned(S::Undelivered),
    reassigned(S::OptionChosen),
    reassigned(S::ToBeClosed),
];

const fn reassigned(state: AppointmentState) -> Beside<AppointmentState> {
    noted_in("reassigned", "dato a un altro operatore", state).keeping("chi riceveva, chi riceve, perché")
}

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
