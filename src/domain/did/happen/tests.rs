use super::*;
use crate::domain::ids::{DidId, EventId};
use crate::domain::parameters::Parameters;
use chrono::NaiveTime;
use uuid::Uuid;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn did(state: DidState) -> Did {
    Did { id: DidId(Uuid::from_u128(1)), date: day(3, 1), state, state_since: day(3, 1), ..Did::default() }
}

/// A job from 10 April: day 180 is 6 October.
fn working() -> Did {
    Did { state_since: day(4, 10), ..did(DidState::Suspended) }
}

fn what(event: DidEvent, on: NaiveDate) -> Happening<'static> {
    let reason = match event {
        DidEvent::Annulled => "doppio inserimento",
        _ => "",
    };
    Happening {
        event,
        on,
        reason,
        known: None,
        evidence: "",
        earlier: &[],
        jobs: &[],
        figures: Parameters::usual().did,
        role: Role::Supervisor,
        today: day(12, 31),
    }
}

fn lost(reason: &'static str, on: NaiveDate) -> Happening<'static> {
    let sanction = reason == "sanction_art_21";
    let known = Some(Reason { event: DidEvent::Lost, sanction });
    Happening { reason, known, evidence: "atto 12/2026", ..what(DidEvent::Lost, on) }
}

fn stops(did: &Did, what: &Happening<'_>) -> Vec<String> {
    check(did, what).iter().filter(|f| f.stops()).map(|f| f.rule.to_string()).collect()
}

const NONE: [&str; 0] = [];

#[test]
fn what_the_table_does_not_allow_has_a_number_and_the_state() {
    let found = check(&did(DidState::Lost), &what(DidEvent::Suspended, day(4, 1)));
    assert_eq!(found[0].rule.to_string(), "R-STA-1");
    assert!(found[0].text.contains("persa") && found[0].text.contains("sospensione"), "{}", found[0].text);
}

#[test]
fn days_of_the_facts() {
    let inserted = did(DidState::Inserted);
    let on = |on| stops(&inserted, &Happening { today: day(5, 1), ..what(DidEvent::Suspended, on) });
    assert_eq!(on(day(3, 1)), NONE, "the day of the DID");
    assert_eq!(on(day(2, 28)), ["R-STA-3"]);
    assert_eq!(on(day(5, 1)), NONE, "today");
    assert_eq!(on(day(5, 2)), ["R-STA-2"]);
    let earlier = [StateEvent {
        id: EventId(Uuid::from_u128(2)),
        on_date: day(4, 20),
        at: day(4, 19).and_time(NaiveTime::MIN),
        ..StateEvent::default()
    }];
    let after = |event, on| stops(&inserted, &Happening { earlier: &earlier, ..what(event, on) });
    assert_eq!(after(DidEvent::Suspended, day(4, 18)), ["R-STA-3"]);
    assert_eq!(after(DidEvent::Suspended, day(4, 19)), NONE, "recorded the evening before it counts");
    assert_eq!(after(DidEvent::Annulled, day(4, 1)), NONE, "a mistake has no order");
}

#[test]
fn a_job_of_180_days_resumes_one_of_181_does_not() {
    let resumed = |on| stops(&working(), &what(DidEvent::Resumed, on));
    assert_eq!(resumed(day(10, 6)), NONE);
    assert_eq!(resumed(day(10, 7)), ["R-SUS-3"]);
    assert_eq!(resumed(day(4, 10)), NONE, "a job of one day");
    let (after, from) = apply(&working(), &what(DidEvent::Resumed, day(4, 19)));
    assert_eq!((after.state, after.state_since, from), (DidState::Inserted, day(4, 20), day(4, 20)));
}

#[test]
fn loss_for_length_is_of_day_181() {
    let over = |on| stops(&working(), &lost("job_over_180_days", on));
    assert_eq!(over(day(10, 6)), ["R-SUS-1"]);
    assert_eq!(over(day(10, 7)), NONE);
    assert_eq!(over(day(10, 8)), ["R-SUS-4"], "a warning");
    assert_eq!(over(day(4, 10)), ["R-SUS-4"], "back to the start: a warning");
    let too_soon = Happening { today: day(10, 6), ..lost("job_over_180_days", day(4, 10)) };
    assert_eq!(stops(&working(), &too_soon), ["R-SUS-1"]);
    assert_eq!(stops(&did(DidState::Inserted), &lost("job_over_180_days", day(10, 7))), ["R-SUS-1"]);
    let figures = Parameters::usual().did;
    assert_eq!(usual_loss_day(&working(), "job_over_180_days", &figures, day(12, 1)), Some(day(10, 7)));
    let back = parameters::Did { loss_dated_on: LossDay::Start, ..figures };
    assert_eq!(usual_loss_day(&working(), "job_over_180_days", &back, day(12, 1)), Some(day(4, 10)));
    assert_eq!(usual_loss_day(&working(), "sanction_art_21", &figures, day(12, 1)), None);
}

#[test]
fn reasons_and_their_events() {
    let inserted = did(DidState::Inserted);
    assert_eq!(stops(&inserted, &lost("sanction_art_21", day(4, 1))), NONE);
    let no_act = Happening { evidence: " ", ..lost("sanction_art_21", day(4, 1)) };
    assert_eq!(stops(&inserted, &no_act), ["R-LOS-1"]);
    let unknown = Happening { known: None, ..lost("altro", day(4, 1)) };
    assert_eq!(stops(&inserted, &unknown), ["R-LOS-1"]);
    let wrong = Happening { event: DidEvent::Revoked, ..lost("sanction_art_21", day(4, 1)) };
    assert_eq!(stops(&inserted, &wrong), ["R-LOS-1"], "a loss is no revocation");
    let withdrawn = Reason { event: DidEvent::Revoked, sanction: false };
    let revoked =
        Happening { reason: "withdrawal", known: Some(withdrawn), ..what(DidEvent::Revoked, day(4, 1)) };
    assert_eq!(stops(&inserted, &revoked), NONE);
    let annulled = Happening { reason: "", ..what(DidEvent::Annulled, day(4, 1)) };
    assert_eq!(stops(&inserted, &annulled), ["R-LOS-1"]);
    let (after, _) = apply(&inserted, &lost("sanction_art_21", day(4, 1)));
    assert_eq!((after.ended_on, after.end_reason.as_str()), (Some(day(4, 1)), "sanction_art_21"));
    let (after, _) = apply(&inserted, &what(DidEvent::Annulled, day(4, 1)));
    assert_eq!(after.end_reason, "entered_in_error");
}

#[test]
fn suspension_ends_conservation_and_remembers_where_it_began() {
    let conserved = Did { conserved: true, ..did(DidState::Validated) };
    let (after, _) = apply(&conserved, &what(DidEvent::Suspended, day(4, 10)));
    assert_eq!(
        (after.state, after.conserved, after.state_before),
        (DidState::Suspended, false, DidState::Validated)
    );
    let (back, _) = apply(&after, &what(DidEvent::Resumed, day(4, 19)));
    assert_eq!(back.state, DidState::Validated);
}

#[test]
fn a_job_under_notice_that_ends_starts_the_status_the_day_after() {
    let notice =
        Did { notice_date: Some(day(2, 20)), last_working_day: Some(day(3, 31)), ..did(DidState::AtRisk) };
    assert_eq!(usual_day(&notice, DidEvent::JobEnded, day(4, 5)), day(3, 31));
    assert_eq!(usual_day(&notice, DidEvent::JobEnded, day(3, 15)), day(3, 15), "it ended before");
    let (after, from) = apply(&notice, &what(DidEvent::JobEnded, day(3, 15)));
    assert_eq!((after.state, from, after.starts_on()), (DidState::Inserted, day(3, 16), day(3, 16)));
}

#[test]
fn a_spell_right_after_another_is_pointed_out() {
    let earlier = [StateEvent {
        event: "resumed".into(),
        on_date: day(4, 20),
        at: day(4, 20).and_time(NaiveTime::MIN),
        ..StateEvent::default()
    }];
    let shown = |on| {
        let found = check(
            &did(DidState::Inserted),
            &Happening { earlier: &earlier, ..what(DidEvent::Suspended, on) },
        );
        found.iter().any(|f| f.rule.to_string() == "R-SUS-5")
    };
    assert!(shown(day(4, 20)));
    assert!(!shown(day(4, 21)));
}
