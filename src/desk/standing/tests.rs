use super::*;
use crate::domain::did::Benefit;
use crate::domain::psp::PspState;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn did() -> Did {
    Did { date: day(11, 12), state_since: day(11, 12), ..Did::default() }
}

fn lines(dids: &[Did], today: NaiveDate) -> Vec<String> {
    due(&Registrant::default(), dids, &[], today)
        .iter()
        .map(|d| format!("{} {} {}", d.rule, d.due, d.sum()))
        .collect()
}

#[test]
fn thirty_and_ninety_days_without_a_benefit() {
    assert_eq!(
        lines(&[did()], day(11, 23)),
        ["R-PSP-4 2026-12-12 12/11 + 30 gg", "R-PSP-7 2027-02-10 12/11 + 90 gg"]
    );
}

#[test]
fn fifteen_and_sixty_days_from_the_application() {
    let naspi = Did { benefit: Benefit::Naspi, inps_date: Some(day(11, 12)), ..did() };
    assert_eq!(
        lines(&[naspi], day(11, 23)),
        ["R-PSP-5 2026-11-27 12/11 + 15 gg", "R-PSP-7 2027-01-11 12/11 + 60 gg"]
    );
}

#[test]
fn under_notice_nothing_runs_and_then_from_the_end_of_the_job() {
    let notice = Did {
        notice_date: Some(day(11, 10)),
        last_working_day: Some(day(11, 30)),
        state: DidState::AtRisk,
        ..did()
    };
    assert_eq!(lines(std::slice::from_ref(&notice), day(11, 23)), Vec::<String>::new());
    let free = Did { state: DidState::Inserted, ..notice };
    assert_eq!(lines(&[free], day(12, 1))[0], "R-PSP-4 2026-12-31 01/12 + 30 gg");
}

#[test]
fn a_pact_in_force_ends_both_terms() {
    let version = |state| PspVersion { state, ..PspVersion::default() };
    assert_eq!(due(&Registrant::default(), &[did()], &[version(PspState::Active)], day(11, 23)), []);
    assert_eq!(
        due(&Registrant::default(), &[did()], &[version(PspState::AwaitingPerson)], day(11, 23)).len(),
        2
    );
}

#[test]
fn a_suspension_ends_on_its_day_180() {
    let suspended = Did { state: DidState::Suspended, state_since: day(4, 10), ..did() };
    // 10 April is day 1, 6 October day 180.
    assert_eq!(lines(&[suspended], day(5, 1)), ["R-SUS-1 2026-10-06 09/04 + 180 gg"]);
}

#[test]
fn two_months_after_a_sanction_are_shown_while_they_run() {
    let lost = Did {
        state: DidState::Lost,
        end_reason: "sanction_art_21".into(),
        ended_on: Some(day(3, 10)),
        ..did()
    };
    assert_eq!(lines(std::slice::from_ref(&lost), day(5, 9)), ["R-LOS-2 2026-05-10 10/03 + 61 gg"]);
    assert_eq!(lines(std::slice::from_ref(&lost), day(5, 10)), Vec::<String>::new());
    let pension = Did { end_reason: "pension".into(), ..lost };
    assert_eq!(lines(&[pension], day(3, 11)), Vec::<String>::new());
}

#[test]
fn a_permit_is_due_sixty_days_before_its_end() {
    let person = |citizenship: &str, renewal| Registrant {
        citizenship: citizenship.into(),
        permit_expires_on: Some(day(12, 31)),
        permit_renewal: renewal,
        ..Registrant::default()
    };
    assert_eq!(permit_due(&person("Z100", false), day(10, 31)), None);
    let due = permit_due(&person("Z100", false), day(11, 1)).unwrap();
    assert_eq!((due.due, due.rule.to_string().as_str()), (day(12, 31), "R-DID-17"));
    assert_eq!(permit_due(&person("Z100", true), day(11, 2)), None, "renewal asked for");
    assert_eq!(permit_due(&person("Z129", false), day(11, 2)), None, "a citizen of the Union");
}
