//! Facts and their clocks: day, sum, with the borders.

use super::*;

#[test]
#[allow(clippy::too_many_lines, reason = "a table of worked examples")]
fn worked_examples() {
    use AppointmentState as A;
    let adi = Benefit::Adi;
    let cases: Vec<(&str, Facts, &[&str])> = vec![
        (
            "no benefit",
            declared("2026-11-12"),
            &["2026-12-12 contact: 12/11 + 30 gg", "2027-02-10 convene: 12/11/2026 + 90 gg"],
        ),
        (
            "over the year",
            declared("2026-12-15"),
            &["2027-01-14 contact: 15/12/2026 + 30 gg", "2027-03-15 convene: 15/12/2026 + 90 gg"],
        ),
        (
            "over 29 February",
            declared("2028-02-01"),
            &["2028-03-02 contact: 01/02 + 30 gg", "2028-05-01 convene: 01/02 + 90 gg"],
        ),
        (
            "over 28 February",
            declared("2027-02-01"),
            &["2027-03-03 contact: 01/02 + 30 gg", "2027-05-02 convene: 01/02 + 90 gg"],
        ),
        (
            "on 29 February",
            declared("2028-02-29"),
            &["2028-03-30 contact: 29/02 + 30 gg", "2028-05-29 convene: 29/02 + 90 gg"],
        ),
        (
            "NASpI from the application",
            of(Benefit::Naspi, "2026-11-14", Some("2026-11-12")),
            &["2026-11-27 contact_insured: 12/11 + 15 gg", "2027-01-11 convene: 12/11/2026 + 60 gg"],
        ),
        (
            "NASpI without its date",
            of(Benefit::Naspi, "2026-11-14", None),
            &["2026-11-29 contact_insured: 14/11 + 15 gg", "2027-01-13 convene: 14/11/2026 + 60 gg"],
        ),
        (
            "DIS-COLL",
            of(Benefit::DisColl, "2026-03-01", Some("2026-03-01")),
            &["2026-03-16 contact_insured: 01/03 + 15 gg", "2026-04-30 convene: 01/03 + 60 gg"],
        ),
        (
            "a term on Christmas stays there",
            of(Benefit::Naspi, "2026-12-10", None),
            &["2026-12-25 contact_insured: 10/12 + 15 gg", "2027-02-08 convene: 10/12/2026 + 60 gg"],
        ),
        (
            "AdI: thirty and sixty",
            of(adi, "2026-11-12", None),
            &["2026-12-12 contact: 12/11 + 30 gg", "2027-01-11 convene: 12/11/2026 + 60 gg"],
        ),
        (
            "SFL: thirty and sixty",
            of(Benefit::Sfl, "2026-11-12", None),
            &["2026-12-12 contact: 12/11 + 30 gg", "2027-01-11 convene: 12/11/2026 + 60 gg"],
        ),
        (
            "under notice",
            under_notice(DidState::AtRisk, "2026-11-30"),
            &[
                "2026-12-31 contact: 01/12 + 30 gg",
                "2026-11-30 job_end: 30/11/2026",
                "2027-03-01 convene: 01/12/2026 + 90 gg",
            ],
        ),
        (
            "the job ended",
            under_notice(DidState::Inserted, "2026-11-30"),
            &["2026-12-31 contact: 01/12 + 30 gg", "2027-03-01 convene: 01/12/2026 + 90 gg"],
        ),
        (
            "day 180 is start + 179",
            in_state(DidState::Suspended, "2026-04-10"),
            &["2026-10-06 suspension_end: 10/04 + 179 gg"],
        ),
        (
            "180 days over 29 February",
            in_state(DidState::Suspended, "2027-12-01"),
            &["2028-05-28 suspension_end: 01/12/2027 + 179 gg"],
        ),
        (
            "180 days over 28 February",
            in_state(DidState::Suspended, "2026-12-01"),
            &["2027-05-29 suspension_end: 01/12/2026 + 179 gg"],
        ),
        ("two months", lost("2026-03-10", "sanction_art_21"), &["2026-05-10 new_did: 10/03 + 2 mesi"]),
        (
            "to the last of February",
            lost("2026-12-31", "sanction_art_21"),
            &["2027-02-28 new_did: 31/12/2026 + 2 mesi"],
        ),
        (
            "to 29 February",
            lost("2027-12-31", "sanction_art_21"),
            &["2028-02-29 new_did: 31/12/2027 + 2 mesi"],
        ),
        (
            "to a month of thirty days",
            lost("2026-07-31", "sanction_art_21"),
            &["2026-09-30 new_did: 31/07 + 2 mesi"],
        ),
        ("no wait after a pension", lost("2026-03-10", "pension"), &[]),
        ("no terms once revoked", in_state(DidState::Revoked, "2026-03-10"), &[]),
        ("no terms once annulled", in_state(DidState::Annulled, "2026-03-10"), &[]),
        ("a pact in force", signed(Benefit::None, "2026-10-01", "2026-10-05"), &[]),
        (
            "a pact of another DID",
            with_pact(
                declared("2026-11-12"),
                PspVersion { did: DidId::default(), ..version(PspState::Active, "2026-10-05") },
            ),
            &["2026-12-12 contact: 12/11 + 30 gg", "2027-02-10 convene: 12/11/2026 + 90 gg"],
        ),
        (
            "not signed by the person",
            with_pact(
                in_state(DidState::Suspended, "2026-11-01"),
                version(PspState::AwaitingPerson, "2026-11-05"),
            ),
            &["2027-04-29 suspension_end: 01/11/2026 + 179 gg", "2026-11-20 sign: 05/11 + 15 gg"],
        ),
        (
            "not signed by the operator",
            with_pact(Facts::default(), version(PspState::AwaitingOperator, "2026-11-05")),
            &["2026-11-05 sign_operator: 05/11/2026"],
        ),
        (
            "no copy handed over",
            with_pact(
                declared("2026-10-01"),
                PspVersion { copy_handed_on: None, ..version(PspState::Active, "2026-10-05") },
            ),
            &["2026-10-05 copy: 05/10/2026"],
        ),
        (
            "to be confirmed",
            with_pact(
                declared("2026-10-01"),
                PspVersion { confirm_by: Some(day("2027-01-31")), ..version(PspState::Active, "2026-10-05") },
            ),
            &["2027-01-31 confirm: 31/01/2027"],
        ),
        (
            "every month from the pact",
            with_pact(
                declared("2026-10-01"),
                PspVersion { contact_frequency: "mensile".into(), ..version(PspState::Active, "2026-10-05") },
            ),
            &["2026-11-05 next_contact: 05/10 + 31 gg"],
        ),
        (
            "every month from the last met",
            Facts {
                appointments: vec![meeting(A::Held, "2026-10-20")],
                ..with_pact(
                    declared("2026-10-01"),
                    PspVersion {
                        contact_frequency: "mensile".into(),
                        ..version(PspState::Active, "2026-10-05")
                    },
                )
            },
            &["2026-11-20 next_contact: 20/10 + 31 gg"],
        ),
        (
            "every month from the one fixed",
            Facts {
                appointments: vec![meeting(A::OptionChosen, "2026-12-01")],
                ..with_pact(
                    declared("2026-10-01"),
                    PspVersion {
                        contact_frequency: "mensile".into(),
                        ..version(PspState::Active, "2026-10-05")
                    },
                )
            },
            &["2026-12-01 outcome: 01/12/2026", "2027-01-01 next_contact: 01/12/2026 + 31 gg"],
        ),
        (
            "nothing runs while it is paused",
            with_pact(
                in_state(DidState::Suspended, "2026-11-01"),
                PspVersion { contact_frequency: "mensile".into(), ..version(PspState::Paused, "2026-10-05") },
            ),
            &["2027-04-29 suspension_end: 01/11/2026 + 179 gg"],
        ),
        (
            "AdI every ninety days",
            signed(adi, "2026-10-01", "2026-10-05"),
            &["2027-01-03 adi_presence: 05/10/2026 + 90 gg"],
        ),
        (
            "AdI from the last presence",
            Facts {
                appointments: vec![meeting(A::Held, "2026-11-30")],
                ..signed(adi, "2026-10-01", "2026-10-05")
            },
            &["2027-02-28 adi_presence: 30/11/2026 + 90 gg"],
        ),
        (
            "one fixed is no presence",
            Facts {
                appointments: vec![meeting(A::OptionChosen, "2026-11-30")],
                ..signed(adi, "2026-10-01", "2026-10-05")
            },
            &["2027-01-03 adi_presence: 05/10/2026 + 90 gg", "2026-11-30 outcome: 30/11/2026"],
        ),
        (
            "SFL: confirmation and twelve months",
            signed(Benefit::Sfl, "2026-10-01", "2026-10-05"),
            &[
                "2027-01-03 sfl_confirm: 05/10/2026 + 90 gg",
                "2027-09-30 sfl_update: 01/10/2026 + 12 mesi - 1 g",
                "2027-12-29 sfl_end: 30/09 + 90 gg",
            ],
        ),
        (
            "SFL from 29 February",
            signed(Benefit::Sfl, "2028-02-29", "2028-03-01"),
            &[
                "2028-05-30 sfl_confirm: 01/03 + 90 gg",
                "2029-02-27 sfl_update: 29/02/2028 + 12 mesi - 1 g",
                "2029-05-28 sfl_end: 27/02 + 90 gg",
            ],
        ),
        (
            "SFL updated in time",
            with_pact(
                of(Benefit::Sfl, "2026-10-01", None),
                PspVersion { number: 2, ..version(PspState::Active, "2027-09-01") },
            ),
            &["2027-11-30 sfl_confirm: 01/09 + 90 gg"],
        ),
        (
            "SFL updated on the last day",
            with_pact(
                of(Benefit::Sfl, "2026-10-01", None),
                PspVersion { number: 2, ..version(PspState::Active, "2027-09-30") },
            ),
            &["2027-12-29 sfl_confirm: 30/09 + 90 gg"],
        ),
        (
            "SFL updated a day late",
            with_pact(
                of(Benefit::Sfl, "2026-10-01", None),
                PspVersion { number: 2, ..version(PspState::Active, "2027-10-01") },
            ),
            &["2027-09-30 sfl_update: 01/10/2026 + 12 mesi - 1 g", "2027-12-30 sfl_confirm: 01/10 + 90 gg"],
        ),
        ("a measure", measure("2026-11-30", None), &["2026-11-30 measure: 30/11/2026"]),
        (
            "a measure under way",
            measure("2026-11-30", Some(ActivityState::Started)),
            &["2026-11-30 measure: 30/11/2026"],
        ),
        (
            "a measure not begun",
            measure("2026-11-30", Some(ActivityState::Agreed)),
            &["2026-11-02 activity_start: 02/11/2026", "2026-11-30 measure: 30/11/2026"],
        ),
        ("a measure done", measure("2026-11-30", Some(ActivityState::Concluded)), &[]),
        ("a measure given up", measure("2026-11-30", Some(ActivityState::Cancelled)), &[]),
        (
            "to be sent before Sunday and All Saints",
            invited(A::Drafted, "2026-11-03"),
            &["2026-10-29 convocation: 03/11 - 3 gg lav.", "2026-11-03 outcome: 03/11/2026"],
        ),
        (
            "by letter",
            Facts {
                appointments: vec![Appointment {
                    channel: Some(ConvocationChannel::RegisteredLetter),
                    ..meeting(A::Drafted, "2026-12-10")
                }],
                ..Facts::default()
            },
            &["2026-12-02 convocation: 10/12 - 5 gg lav.", "2026-12-10 outcome: 10/12/2026"],
        ),
        (
            "came back",
            invited(A::Undelivered, "2026-12-10"),
            &["2026-12-10 outcome: 10/12/2026", "2026-12-10 undelivered: 10/12/2026"],
        ),
        ("held", invited(A::Held, "2026-11-03"), &[]),
        ("moved", invited(A::Moved, "2026-11-03"), &[]),
        (
            "absent: by the day after",
            invited(A::AbsentPending, "2026-12-31"),
            &["2027-01-01 justify: 31/12/2026 + 1 g"],
        ),
        (
            "absent without proof",
            invited(A::ToConvene, "2026-11-03"),
            &["2026-11-03 convene_again: 03/11/2026"],
        ),
        (
            "convened again",
            Facts {
                appointments: vec![meeting(A::ToConvene, "2026-11-03"), meeting(A::Sent, "2026-11-20")],
                ..Facts::default()
            },
            &["2026-11-20 outcome: 20/11/2026"],
        ),
        (
            "called, with NASpI",
            Facts {
                appointments: vec![meeting(A::Drafted, "2026-12-01")],
                ..signed(Benefit::Naspi, "2026-10-01", "2026-10-05")
            },
            &["2026-11-30 call: 01/12 - 24 ore", "2026-12-01 outcome: 01/12/2026"],
        ),
        (
            "released on the app",
            sent(Channel::Firmalom, SigningState::Notified, "2026-11-02"),
            &["2026-11-05 remote_validation: 02/11 + 3 gg"],
        ),
        (
            "validated",
            sent(Channel::Firmalom, SigningState::ValidatedByPerson, "2026-11-02"),
            &["2026-11-02 close_signing: 02/11/2026"],
        ),
        (
            "validated, the operator is to sign",
            Facts {
                versions: vec![version(PspState::AwaitingOperator, "2026-11-02")],
                signings: vec![Signing {
                    version: PspVersionId(Uuid::from_u128(2)),
                    channel: Channel::Firmalom,
                    state: SigningState::ValidatedByPerson,
                    since: at("2026-11-02"),
                    ..Signing::default()
                }],
                ..Facts::default()
            },
            &["2026-11-02 sign_operator: 02/11/2026"],
        ),
        (
            "signed at the counter, to be kept",
            sent(Channel::InPerson, SigningState::BothSigned, "2026-11-02"),
            &["2026-11-02 close_signing: 02/11/2026"],
        ),
        ("kept", sent(Channel::InPerson, SigningState::Done, "2026-11-02"), &[]),
        (
            "sent by e-mail",
            sent(Channel::RemoteEmail, SigningState::SentToPerson, "2026-11-02"),
            &["2026-11-02 remote_scan: 02/11/2026"],
        ),
        (
            "SFL updated after its end",
            with_pact(
                of(Benefit::Sfl, "2026-10-01", None),
                PspVersion { number: 2, ..version(PspState::Active, "2027-12-30") },
            ),
            &[
                "2027-09-30 sfl_update: 01/10/2026 + 12 mesi - 1 g",
                "2027-12-29 sfl_end: 30/09 + 90 gg",
                "2028-03-29 sfl_confirm: 30/12/2027 + 90 gg",
            ],
        ),
        ("the scan is here", sent(Channel::RemoteEmail, SigningState::Returned, "2026-11-02"), &[]),
    ];
    assert!(cases.len() >= 40);
    all_told(cases);
}
