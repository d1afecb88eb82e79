//! What is to become of somebody, by chance; who is there on purpose is in
//! [`super::cast`].

use super::dice::Dice;
use super::person::{CodeKind, Wanted};
use crate::domain::activity::ActivityState;
use crate::domain::did::Benefit;

/// How the DID goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DidFate {
    /// No DID: asked for information.
    None,
    /// Given, national identifier received or not.
    Inserted,
    /// Given under notice, the job still runs.
    AtRisk,
    /// Given under notice, the job ended.
    JobEnded,
    /// Given under notice, the dismissal was withdrawn.
    Withdrawn,
    /// Confirmed after the interview.
    Validated,
    /// Works under the limit.
    Conserved,
    /// Has a job over the limit.
    Suspended,
    /// Had one, it ended.
    Resumed,
    /// Lost, with the code of the reason.
    Lost(&'static str),
    /// Revoked, with the code of the reason.
    Revoked(&'static str),
    /// Entered by mistake.
    Annulled,
    /// Given up, and given again.
    Again,
}

/// How far the pact goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PactFate {
    /// No interview yet.
    None,
    /// Interviewed, no pact.
    Assessed,
    /// Begun.
    Draft,
    /// Ready to be issued.
    Complete,
    /// Issued.
    Unsigned,
    /// Signed by the person alone.
    HalfSigned,
    /// Signed by both.
    Active,
    /// The person declined.
    Refused,
    /// Not signed in time.
    Expired,
    /// An error found before the signatures.
    Annulled,
    /// A second version took its place.
    Integrated,
    /// A second version is being made.
    Integrating,
    /// Ended by the office.
    Closed,
}

/// How the last appointment ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meeting {
    /// There is none.
    None,
    /// Slot chosen, nothing sent.
    Drafted,
    /// Sent, no proof.
    Sent,
    /// Delivered, with proof.
    Delivered,
    /// Came back.
    Undelivered,
    /// Agreed face to face.
    Agreed,
    /// Sent; the person chose.
    Chosen,
    /// Held.
    Held,
    /// Absent, the term for the reason runs.
    Absent,
    /// Absent with a good reason.
    Justified,
    /// Absent without.
    Unjustified,
    /// Absent, convocation not proved.
    Unproved,
    /// Moved by the person.
    Moved,
    /// Cancelled by the office.
    Cancelled,
    /// Past, listed as to be closed.
    Overdue,
}

/// A life in short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fate {
    /// Who.
    pub wanted: Wanted,
    /// The DID.
    pub did: DidFate,
    /// Benefit applied for.
    pub benefit: Benefit,
    /// The pact.
    pub pact: PactFate,
    /// Path, when it matters.
    pub path: Option<&'static str>,
    /// A LEP of the pact and how it ends.
    pub service: Option<(&'static str, ActivityState)>,
    /// The last appointment.
    pub meeting: Meeting,
    /// May be the same person as whoever came before.
    pub double: bool,
}

/// Confirmed, with a pact in force: what most of the cast differ from.
pub(super) const PLAIN: Fate = Fate {
    wanted: Wanted { called: None, foreign: None, minor: false, old: false, code: CodeKind::Ordinary },
    did: DidFate::Validated,
    benefit: Benefit::None,
    pact: PactFate::Active,
    path: None,
    service: None,
    meeting: Meeting::None,
    double: false,
};

/// Reasons of a loss.
pub(super) const LOSSES: [&str; 4] =
    ["job_over_180_days", "self_employment_over_limit", "sanction_art_21", "refused_congruous_offer"];
/// Reasons of a revocation.
pub(super) const REVOCATIONS: [&str; 4] = ["withdrawal", "pension", "death", "transfer_abroad"];

/// Somebody of the crowd.
pub(super) fn chance(dice: &mut Dice) -> Fate {
    let did = dice.weighted(&[
        (DidFate::None, 38),
        (DidFate::Inserted, 34),
        (DidFate::AtRisk, 2),
        (DidFate::JobEnded, 2),
        (DidFate::Withdrawn, 1),
        (DidFate::Validated, 16),
        (DidFate::Conserved, 3),
        (DidFate::Suspended, 4),
        (DidFate::Resumed, 2),
        (DidFate::Lost(LOSSES[0]), 2),
        (DidFate::Lost(LOSSES[1]), 1),
        (DidFate::Lost(LOSSES[2]), 1),
        (DidFate::Revoked(REVOCATIONS[0]), 2),
        (DidFate::Revoked(REVOCATIONS[1]), 1),
        (DidFate::Revoked(REVOCATIONS[3]), 1),
        (DidFate::Annulled, 1),
        (DidFate::Again, 1),
    ]);
    let benefit = dice.weighted(&[
        (Benefit::None, 48),
        (Benefit::Naspi, 34),
        (Benefit::DisColl, 4),
        (Benefit::Adi, 8),
        (Benefit::Sfl, 6),
    ]);
    let pact = match did {
        DidFate::Validated | DidFate::Conserved | DidFate::Suspended | DidFate::Resumed => dice.weighted(&[
            (PactFate::Assessed, 66),
            (PactFate::Draft, 3),
            (PactFate::Complete, 2),
            (PactFate::Unsigned, 3),
            (PactFate::HalfSigned, 1),
            (PactFate::Active, 26),
            (PactFate::Refused, 1),
            (PactFate::Expired, 1),
            (PactFate::Annulled, 1),
            (PactFate::Integrated, 3),
            (PactFate::Integrating, 1),
            (PactFate::Closed, 2),
        ]),
        DidFate::Lost(_) | DidFate::Revoked(_) | DidFate::Again => {
            dice.weighted(&[(PactFate::None, 55), (PactFate::Assessed, 30), (PactFate::Active, 15)])
        }
        _ => PactFate::None,
    };
    let meeting = dice.weighted(&[
        (Meeting::None, 92),
        (Meeting::Drafted, 2),
        (Meeting::Sent, 4),
        (Meeting::Delivered, 3),
        (Meeting::Undelivered, 1),
        (Meeting::Agreed, 4),
        (Meeting::Held, 6),
        (Meeting::Absent, 1),
        (Meeting::Justified, 1),
        (Meeting::Unjustified, 1),
        (Meeting::Unproved, 2),
        (Meeting::Moved, 1),
        (Meeting::Cancelled, 1),
        (Meeting::Overdue, 1),
    ]);
    let service = (pact == PactFate::Active && dice.chance(45)).then(|| {
        let lep = dice.weighted(&[
            ("E", 30),
            ("F3", 12),
            ("H", 22),
            ("F1", 14),
            ("F2", 8),
            ("M1", 4),
            ("N", 4),
            ("O", 4),
            ("I", 2),
        ]);
        let state = dice.weighted(&[
            (ActivityState::Agreed, 22),
            (ActivityState::Started, 22),
            (ActivityState::Concluded, 46),
            (ActivityState::Interrupted, 5),
            (ActivityState::Refused, 3),
            (ActivityState::Cancelled, 2),
        ]);
        (lep, state)
    });
    let wanted = Wanted {
        old: did == DidFate::Revoked("pension"),
        minor: did == DidFate::Inserted && benefit == Benefit::None && dice.chance(3),
        code: if dice.chance(1) { CodeKind::Provisional } else { CodeKind::Ordinary },
        ..Wanted::default()
    };
    Fate { wanted, did, benefit, pact, path: None, service, meeting, double: false }
}
