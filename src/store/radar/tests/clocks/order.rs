//! A life with something of everything, its facts in any order.

use rand::seq::SliceRandom;
use rand::{SeedableRng, rngs::StdRng};

use super::records::{case, job, pad, registered};
use super::*;

/// A life with something of everything, for shuffling.
fn life() -> Facts {
    let version =
        PspVersion { contact_frequency: "mensile".into(), ..version(PspState::Active, "2026-10-05") };
    let states = [
        AppointmentState::Held,
        AppointmentState::Sent,
        AppointmentState::AbsentPending,
        AppointmentState::ToConvene,
        AppointmentState::Drafted,
    ];
    let made = |(n, state): (usize, AppointmentState)| Appointment {
        id: AppointmentId(Uuid::from_u128(100 + n as u128)),
        ..meeting(state, ["2026-10-20", "2026-11-20", "2026-11-20", "2026-10-20", "2026-12-01"][n])
    };
    Facts {
        person: Registrant {
            id: RegistrantId(Uuid::from_u128(9)),
            citizenship: "Z100".into(),
            permit_expires_on: Some(day("2027-01-01")),
            ..Registrant::default()
        },
        dids: vec![
            Did {
                id: DidId(Uuid::from_u128(50)),
                end_reason: "sanction_art_21".into(),
                ended_on: Some(day("2025-01-01")),
                ..did("2024-01-05", DidState::Lost)
            },
            did("2026-10-01", DidState::Validated),
            Did { id: DidId(Uuid::from_u128(51)), ..did("2025-05-05", DidState::Revoked) },
        ],
        versions: vec![
            PspVersion {
                id: PspVersionId(Uuid::from_u128(52)),
                number: 1,
                state: PspState::Superseded,
                ..version.clone()
            },
            PspVersion { number: 2, ..version.clone() },
            PspVersion {
                id: PspVersionId(Uuid::from_u128(53)),
                number: 3,
                state: PspState::AwaitingPerson,
                ..version
            },
        ],
        measures: (0..3)
            .map(|n| Measure {
                id: MeasureId(Uuid::from_u128(60 + n)),
                to: Some(day("2026-12-20")),
                ..Measure::default()
            })
            .collect(),
        search_acts: (0..3)
            .map(|n| SearchAct {
                id: SearchActId(Uuid::from_u128(70 + n)),
                by_date: Some(day("2026-12-24")),
                ..SearchAct::default()
            })
            .collect(),
        appointments: states.into_iter().enumerate().map(made).collect(),
        activities: [ActivityState::Agreed, ActivityState::Concluded, ActivityState::Started]
            .into_iter()
            .zip(0..)
            .map(|(state, n)| Activity {
                id: ActivityId(Uuid::from_u128(80 + n)),
                measure: Some(MeasureId(Uuid::from_u128(60 + n))),
                state,
                date: day("2026-11-30"),
                ..Activity::default()
            })
            .collect(),
        employments: [(1, "2027-02-01"), (2, "2027-02-01"), (3, "2027-03-01")]
            .map(|(n, on)| job(n, on))
            .into(),
        incomes: [(1, 900_000), (2, 1_200_000), (3, 100_000)]
            .map(|(n, cents)| IncomeDeclaration {
                id: IncomeDeclarationId(Uuid::from_u128(120 + n)),
                employment: EmploymentId(Uuid::from_u128(110)),
                amount: Cents(cents),
                year: 2027,
                since: day("2027-02-01"),
                date: day("2027-01-30"),
                ..IncomeDeclaration::default()
            })
            .into(),
        cases: [CaseState::Opened, CaseState::ToDecide, CaseState::Applied]
            .into_iter()
            .zip(0..)
            .map(|(state, n)| ConditionalityCase { id: CaseId(Uuid::from_u128(130 + n)), ..case(state) })
            .collect(),
        pads: [Benefit::Naspi, Benefit::Sfl].map(|benefit| pad(benefit, PadState::Expected)).into(),
        registrations: (0..3)
            .map(|n| MiAttivo {
                id: MiAttivoId(Uuid::from_u128(140 + n)),
                ..registered(MiAttivoState::Queued, "naspi", Some("2026-10-01"))
            })
            .collect(),
        signings: [
            (Channel::Firmalom, SigningState::Notified),
            (Channel::RemoteEmail, SigningState::SentToPerson),
        ]
        .into_iter()
        .flat_map(|(channel, state)| sent(channel, state, "2026-11-02").signings)
        .collect(),
        targeted: vec![
            application(TargetedState::Checking),
            TargetedApplication {
                review_on: Some(day("2027-03-01")),
                ..application(TargetedState::Accepted)
            },
        ],
        assessments: (0..3)
            .map(|n| Assessment {
                id: AssessmentId(Uuid::from_u128(90 + n)),
                date: day("2026-10-02"),
                ..Assessment::default()
            })
            .collect(),
    }
}

#[test]
fn the_order_of_unrelated_facts_changes_nothing() {
    let facts = life();
    let expected = clocks(&facts, &known());
    assert!(expected.len() > 30, "{}", expected.len());
    for seed in 0..200 {
        let mut random = StdRng::seed_from_u64(seed);
        let mut mixed = facts.clone();
        mixed.dids.shuffle(&mut random);
        mixed.versions.shuffle(&mut random);
        mixed.measures.shuffle(&mut random);
        mixed.search_acts.shuffle(&mut random);
        mixed.appointments.shuffle(&mut random);
        mixed.activities.shuffle(&mut random);
        mixed.assessments.shuffle(&mut random);
        mixed.employments.shuffle(&mut random);
        mixed.incomes.shuffle(&mut random);
        mixed.cases.shuffle(&mut random);
        mixed.pads.shuffle(&mut random);
        mixed.registrations.shuffle(&mut random);
        mixed.signings.shuffle(&mut random);
        mixed.targeted.shuffle(&mut random);
        assert_eq!(clocks(&mixed, &known()), expected, "seed {seed}");
    }
}
