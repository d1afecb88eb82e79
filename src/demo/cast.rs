//! The people who are there on purpose: namesakes, doubles, and somebody for
//! every state, reason, path and service. They come first, so that an office
//! of two hundred has them all.

use super::fate::{DidFate, Fate, LOSSES, Meeting, PLAIN, PactFate, REVOCATIONS};
use super::person::{CodeKind, Wanted};
use crate::domain::activity::ActivityState;
use crate::domain::did::Benefit;
use crate::domain::registrant::Sex;

/// LEP given in a pact: the attested rows first.
const SERVICES: [&str; 12] = ["E", "F3", "G", "M1", "N", "A", "F1", "F2", "H", "I", "K", "O"];
/// Paths.
const PATHS: [&str; 9] =
    ["gol_1", "gol_2", "gol_3", "gol_4", "gol_5", "ordinario", "regionale", "ricollocazione", "mirato"];
/// Benefits.
const BENEFITS: [Benefit; 5] = [Benefit::None, Benefit::Naspi, Benefit::DisColl, Benefit::Adi, Benefit::Sfl];
fn called(surname: &'static str, name: &'static str, sex: Sex) -> Wanted {
    Wanted { called: Some((surname, name, sex)), foreign: Some(false), ..Wanted::default() }
}

/// The cast: namesakes, doubles, every state, every reason, every path.
pub(super) fn cast() -> Vec<Fate> {
    let mut cast = namesakes();
    let mut add = |fate: Fate| cast.push(fate);
    for benefit in BENEFITS {
        for did in [DidFate::Inserted, DidFate::Validated, DidFate::Suspended] {
            let pact = if did == DidFate::Inserted { PactFate::None } else { PactFate::Active };
            add(Fate { did, benefit, pact, ..PLAIN });
        }
        add(Fate { benefit, pact: PactFate::Assessed, meeting: Meeting::Agreed, ..PLAIN });
    }
    for did in [DidFate::None, DidFate::AtRisk, DidFate::JobEnded, DidFate::Withdrawn, DidFate::Annulled] {
        add(Fate { did, pact: PactFate::None, ..PLAIN });
        add(Fate { did, pact: PactFate::None, ..PLAIN });
    }
    for did in [DidFate::Conserved, DidFate::Resumed, DidFate::Again] {
        add(Fate { did, ..PLAIN });
        add(Fate { did, pact: PactFate::Assessed, ..PLAIN });
    }
    for did in LOSSES.map(DidFate::Lost).into_iter().chain(REVOCATIONS.map(DidFate::Revoked)) {
        let old = did == DidFate::Revoked("pension");
        add(Fate { did, wanted: Wanted { old, ..Wanted::default() }, ..PLAIN });
        add(Fate { did, pact: PactFate::Assessed, wanted: Wanted { old, ..Wanted::default() }, ..PLAIN });
    }
    for pact in PACTS {
        add(Fate { pact, ..PLAIN });
        add(Fate { pact, benefit: Benefit::Naspi, ..PLAIN });
    }
    for meeting in MEETINGS {
        add(Fate { meeting, ..PLAIN });
        add(Fate { meeting, benefit: Benefit::Adi, pact: PactFate::Assessed, ..PLAIN });
    }
    for path in PATHS {
        add(Fate { path: Some(path), ..PLAIN });
    }
    for lep in SERVICES {
        add(Fate { service: Some((lep, ActivityState::Concluded)), ..PLAIN });
    }
    for state in ActivityState::ALL {
        let pact = if state == ActivityState::Proposed { PactFate::Complete } else { PactFate::Active };
        add(Fate { service: Some(("E", state)), pact, ..PLAIN });
        add(Fate { service: Some(("H", state)), pact, ..PLAIN });
    }
    for code in [CodeKind::Homocode, CodeKind::Homocode, CodeKind::Provisional, CodeKind::Provisional] {
        add(Fate {
            wanted: Wanted { code, foreign: Some(code == CodeKind::Provisional), ..Wanted::default() },
            ..PLAIN
        });
    }
    for minor in [true, true] {
        add(Fate {
            wanted: Wanted { minor, foreign: Some(false), ..Wanted::default() },
            did: DidFate::Inserted,
            pact: PactFate::None,
            ..PLAIN
        });
    }
    cast
}

/// The Rossi of every office, and two pairs that may be one person.
fn namesakes() -> Vec<Fate> {
    let (f, m) = (Sex::F, Sex::M);
    let rossi = |name, sex, did, pact| Fate { wanted: called("Rossi", name, sex), did, pact, ..PLAIN };
    vec![
        rossi("Maria", f, DidFate::Inserted, PactFate::None),
        rossi("Maria", f, DidFate::Lost("job_over_180_days"), PactFate::Assessed),
        rossi("Maria", f, DidFate::Validated, PactFate::Active),
        rossi("Maria Teresa", f, DidFate::Validated, PactFate::Unsigned),
        rossi("Marino", m, DidFate::Suspended, PactFate::Active),
        rossi("Marco", m, DidFate::None, PactFate::None),
        rossi("Marta", f, DidFate::AtRisk, PactFate::None),
        rossi("Mario", m, DidFate::Validated, PactFate::Integrated),
        Fate { wanted: called("D'Angelo", "Niccolò", m), ..PLAIN },
        Fate { wanted: called("D'Angelo", "Anna", f), did: DidFate::Inserted, pact: PactFate::None, ..PLAIN },
        Fate { wanted: called("Dell'Aquila", "Lucìa", f), ..PLAIN },
        Fate {
            wanted: called("Dell'Aquila", "Lucìa", f),
            did: DidFate::None,
            pact: PactFate::None,
            double: true,
            ..PLAIN
        },
        Fate { wanted: called("Müller", "Noémi", f), ..PLAIN },
        Fate {
            wanted: Wanted { code: CodeKind::Provisional, ..called("Müller", "Noémi", f) },
            did: DidFate::None,
            pact: PactFate::None,
            double: true,
            ..PLAIN
        },
    ]
}

const PACTS: [PactFate; 12] = [
    PactFate::Assessed,
    PactFate::Draft,
    PactFate::Complete,
    PactFate::Unsigned,
    PactFate::HalfSigned,
    PactFate::Active,
    PactFate::Refused,
    PactFate::Expired,
    PactFate::Annulled,
    PactFate::Integrated,
    PactFate::Integrating,
    PactFate::Closed,
];

const MEETINGS: [Meeting; 14] = [
    Meeting::Drafted,
    Meeting::Sent,
    Meeting::Delivered,
    Meeting::Undelivered,
    Meeting::Agreed,
    Meeting::Chosen,
    Meeting::Held,
    Meeting::Absent,
    Meeting::Justified,
    Meeting::Unjustified,
    Meeting::Unproved,
    Meeting::Moved,
    Meeting::Cancelled,
    Meeting::Overdue,
];
