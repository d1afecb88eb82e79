//! Clocks a record has by itself: jobs, cases, PADs, registrations,
//! applications for targeted placement.

use super::*;

/// A job over the limit, without a term.
pub(super) fn job(number: u128, start: &str) -> Employment {
    Employment {
        id: EmploymentId(Uuid::from_u128(109 + number)),
        start: Some(day(start)),
        income: Some(Cents(2_000_000)),
        ..Employment::default()
    }
}

fn working(facts: Facts, job: Employment) -> Facts {
    Facts { employments: vec![job], ..facts }
}

pub(super) fn case(state: CaseState) -> ConditionalityCase {
    ConditionalityCase {
        state,
        benefit: Benefit::Naspi,
        event_on: day("2026-11-06"),
        state_since: day("2026-11-10"),
        notified_on: Some(day("2026-11-18")),
        ..ConditionalityCase::default()
    }
}

fn held(case: ConditionalityCase) -> Facts {
    Facts { cases: vec![case], ..Facts::default() }
}

pub(super) fn pad(benefit: Benefit, state: PadState) -> Pad {
    Pad { benefit, state, benefit_from: Some(day("2026-11-02")), ..Pad::default() }
}

fn planned(pad: Pad) -> Facts {
    Facts { pads: vec![pad], ..Facts::default() }
}

pub(super) fn registered(state: MiAttivoState, benefit: &str, applied: Option<&str>) -> MiAttivo {
    MiAttivo {
        state,
        benefit: benefit.into(),
        inps_date: applied.map(day),
        registered_on: day("2026-11-12"),
        ..MiAttivo::default()
    }
}

fn enrolled(registration: MiAttivo) -> Facts {
    Facts { registrations: vec![registration], ..Facts::default() }
}

#[test]
fn jobs_over_the_limit() {
    all_told(vec![
        (
            "a job over the limit that is to come",
            working(in_state(DidState::Validated, "2026-01-05"), job(1, "2026-12-01")),
            &[
                "2027-05-29 suspension_end: 01/12/2026 + 179 gg",
                "2026-02-04 contact: 05/01 + 30 gg",
                "2026-04-05 convene: 05/01 + 90 gg",
            ],
        ),
        (
            "a job of less than 180 days",
            working(
                signed(Benefit::None, "2026-10-01", "2026-10-05"),
                Employment { end: Some(day("2027-05-29")), ..job(1, "2026-12-01") },
            ),
            &[],
        ),
        (
            "a job of 181 days",
            working(
                signed(Benefit::None, "2026-10-01", "2026-10-05"),
                Employment { end: Some(day("2027-05-30")), ..job(1, "2026-12-01") },
            ),
            &["2027-05-29 suspension_end: 01/12/2026 + 179 gg"],
        ),
        (
            "a job under the limit",
            working(
                signed(Benefit::None, "2026-10-01", "2026-10-05"),
                Employment { income: Some(Cents(850_000)), ..job(1, "2026-12-01") },
            ),
            &[],
        ),
        (
            "self-employment ends the status and has no days",
            working(
                signed(Benefit::None, "2026-10-01", "2026-10-05"),
                Employment { kind: EmploymentKind::SelfEmployed, ..job(1, "2026-12-01") },
            ),
            &[],
        ),
        (
            "suspended for a job with a foreseen end",
            working(
                in_state(DidState::Suspended, "2026-11-02"),
                Employment { expected_end: Some(day("2027-04-30")), ..job(1, "2026-11-02") },
            ),
            &["2027-04-30 suspension_end: 02/11/2026 + 179 gg", "2027-05-01 job_over: 30/04 + 1 g"],
        ),
        (
            "suspended for a job whose end is beyond day 180",
            working(
                in_state(DidState::Suspended, "2026-11-02"),
                Employment { expected_end: Some(day("2027-05-01")), ..job(1, "2026-11-02") },
            ),
            &["2027-04-30 suspension_end: 02/11/2026 + 179 gg"],
        ),
    ]);
}

#[test]
fn cases_from_the_fact_to_the_appeal() {
    all_told(vec![
        (
            "absent, with a case: one term",
            Facts {
                appointments: vec![meeting(AppointmentState::AbsentPending, "2026-11-06")],
                ..held(ConditionalityCase {
                    appointment: Some(AppointmentId(Uuid::from_u128(3))),
                    ..case(CaseState::Opened)
                })
            },
            &["2026-11-07 justify: 06/11 + 1 g"],
        ),
        (
            "an offer refused on Friday: Monday and Tuesday",
            held(ConditionalityCase { kind: CaseKind::Offer, ..case(CaseState::Opened) }),
            &["2026-11-10 justify_refusal: 06/11 + 2 gg lav."],
        ),
        (
            "an offer refused before the Immaculate",
            held(ConditionalityCase {
                kind: CaseKind::Offer,
                event_on: day("2026-12-04"),
                ..case(CaseState::Opened)
            }),
            &["2026-12-09 justify_refusal: 04/12 + 2 gg lav."],
        ),
        (
            "told that the reason is unfit",
            held(ConditionalityCase {
                unfit_told_on: Some(day("2026-11-12")),
                ..case(CaseState::Justification)
            }),
            &["2026-11-14 hearing: 12/11 + 2 gg"],
        ),
        (
            "heard",
            held(ConditionalityCase {
                unfit_told_on: Some(day("2026-11-12")),
                heard_on: Some(day("2026-11-13")),
                ..case(CaseState::Justification)
            }),
            &[],
        ),
        (
            "an opinion asked: thirty days of silence",
            held(ConditionalityCase {
                opinion_asked_on: Some(day("2026-11-12")),
                ..case(CaseState::Justification)
            }),
            &["2026-12-12 opinion: 12/11 + 30 gg"],
        ),
        (
            "to be decided",
            held(ConditionalityCase { decided_on: Some(day("2026-11-09")), ..case(CaseState::ToDecide) }),
            &["2026-12-09 case_act: 09/11 + 30 gg"],
        ),
        ("adopted", held(case(CaseState::Adopted)), &["2026-12-10 case_send: 10/11 + 30 gg"]),
        (
            "to be decided, of AdI",
            held(ConditionalityCase { benefit: Benefit::Adi, ..case(CaseState::ToDecide) }),
            &["2026-11-20 case_report: 10/11 + 10 gg"],
        ),
        ("notified", held(case(CaseState::Sent)), &["2026-12-18 appeal: 18/11 + 30 gg"]),
        (
            "AdI lost by the household",
            held(ConditionalityCase {
                benefit: Benefit::Adi,
                adopted: Some(Outcome::HouseholdLoss),
                effective_from: Some(day("2026-08-31")),
                notified_on: None,
                ..case(CaseState::Applied)
            }),
            &["2027-02-28 new_adi: 31/08/2026 + 6 mesi"],
        ),
        ("a case closed", held(case(CaseState::ClosedJustified)), &[]),
    ]);
}

#[test]
fn pads_and_registrations() {
    all_told(vec![
        (
            "NASpI: fifteen days for the PAD",
            planned(pad(Benefit::Naspi, PadState::Expected)),
            &["2026-11-17 pad_sign: 02/11 + 15 gg"],
        ),
        (
            "AdI signed and sent to the office",
            planned(Pad {
                signed_on: Some(day("2026-11-02")),
                referred_on: Some(day("2026-11-10")),
                ..pad(Benefit::Adi, PadState::Signed)
            }),
            &["2027-01-09 adi_pact: 10/11/2026 + 60 gg", "2027-03-02 adi_social: 02/11/2026 + 120 gg"],
        ),
        (
            "a registration begun",
            enrolled(registered(MiAttivoState::Started, "naspi", Some("2026-11-10"))),
            &["2026-11-25 register: 10/11 + 15 gg"],
        ),
        (
            "a registration in the queue",
            enrolled(registered(MiAttivoState::Queued, "naspi", Some("2026-11-10"))),
            &["2027-01-09 convene_registered: 10/11/2026 + 60 gg"],
        ),
        (
            "a registration without a benefit",
            enrolled(registered(MiAttivoState::Queued, "", None)),
            &["2027-02-10 convene_registered: 12/11/2026 + 90 gg"],
        ),
        ("convened", enrolled(registered(MiAttivoState::Convened, "", None)), &[]),
    ]);
}

#[test]
fn targeted_placement() {
    all_told(vec![
        (
            "an application to be decided",
            targeted(application(TargetedState::Checking)),
            &["2026-12-02 targeted_final: 02/11 + 30 gg"],
        ),
        (
            "documents asked for",
            targeted(TargetedApplication {
                documents_asked_on: Some(day("2026-11-10")),
                ..application(TargetedState::Incomplete)
            }),
            &["2026-12-10 targeted_documents: 10/11 + 30 gg", "2026-12-02 targeted_final: 02/11 + 30 gg"],
        ),
        (
            "a notice received",
            targeted(TargetedApplication {
                notice_sent_on: Some(day("2026-11-12")),
                notice_received_on: Some(day("2026-11-14")),
                ..application(TargetedState::PreRejection)
            }),
            &[
                "2026-11-24 targeted_observations: 14/11 + 10 gg",
                "2026-12-14 targeted_stopped: 02/11 + 42 gg",
            ],
        ),
        (
            "enrolled until the revision",
            targeted(TargetedApplication {
                review_on: Some(day("2027-03-01")),
                ..application(TargetedState::Accepted)
            }),
            &["2027-03-01 targeted_review: 01/03/2027"],
        ),
        ("an application rejected", targeted(application(TargetedState::Rejected)), &[]),
    ]);
}
