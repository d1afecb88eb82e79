use super::*;

fn limits() -> Limits {
    Limits {
        months_least: 3,
        hours_percent: 80,
        pay_percent: 20,
        near_months: 12,
        agreed_areas_months: 6,
        near_km: 50,
        near_minutes: 80,
        far_km: 80,
        far_minutes: 100,
        no_transport_percent: 30,
        inclusion_hours_percent: 60,
        inclusion_km: 80,
        inclusion_minutes: 120,
        inclusion_child_age: 14,
    }
}

/// An offer that meets everything from the first day.
fn good() -> Offer {
    Offer {
        permanent: Some(false),
        months: Some(3),
        hours_percent: Some(80),
        collective_minimum: Some(true),
        pay: Some(Cents(120_000)),
        benefit_last_month: Some(Cents(100_000)),
        km: Some(50),
        minutes: Some(80),
        no_public_transport: Some(false),
        coherence: Some(Coherence::AgreedArea),
        young_children: Some(false),
        ..Offer::default()
    }
}

fn one(offer: &Offer, benefit: Benefit, days: u32, name: &str) -> Met {
    let all = conditions(offer, benefit, days, &limits());
    all.iter().find(|c| c.name == name).unwrap_or_else(|| panic!("no {name}")).met
}

type Change = fn(&mut Offer);
use Met::{No, Unknown, Yes};

fn try_all(benefit: Benefit, rows: &[(&str, u32, Change, Met)]) {
    for (index, (name, days, change, expected)) in rows.iter().enumerate() {
        let mut offer = good();
        change(&mut offer);
        assert_eq!(
            one(&offer, benefit, *days, name),
            *expected,
            "row {index}: {name}, {days} days, {offer:?}"
        );
    }
}

/// DM 42/2018, each border on both sides.
#[test]
fn the_borders_of_the_decree_of_2018() {
    let rows: &[(&str, u32, Change, Met)] = &[
        ("contratto", 0, |_| {}, Yes),
        ("contratto", 0, |o| o.months = Some(2), No),
        ("contratto", 0, |o| o.months = None, Unknown),
        ("contratto", 0, |o| (o.permanent, o.months) = (Some(true), None), Yes),
        ("contratto", 0, |o| o.permanent = None, Yes),
        ("contratto", 0, |o| (o.permanent, o.months) = (None, Some(2)), Unknown),
        ("orario", 0, |_| {}, Yes),
        ("orario", 0, |o| o.hours_percent = Some(79), No),
        ("orario", 0, |o| o.hours_percent = None, Unknown),
        ("minimi contrattuali", 0, |_| {}, Yes),
        ("minimi contrattuali", 0, |o| o.collective_minimum = Some(false), No),
        ("minimi contrattuali", 0, |o| o.collective_minimum = None, Unknown),
        ("retribuzione", 0, |_| {}, Yes),
        ("retribuzione", 0, |o| o.pay = Some(Cents(119_999)), No),
        ("retribuzione", 0, |o| o.pay = None, Unknown),
        ("retribuzione", 0, |o| o.benefit_last_month = None, Unknown),
        // 1.033,33 + 20% = 1.239,996: one cent decides, nothing is rounded.
        (
            "retribuzione",
            0,
            |o| (o.benefit_last_month, o.pay) = (Some(Cents(103_333)), Some(Cents(124_000))),
            Yes,
        ),
        (
            "retribuzione",
            0,
            |o| (o.benefit_last_month, o.pay) = (Some(Cents(103_333)), Some(Cents(123_999))),
            No,
        ),
        // Near: up to day 365. Either measure is enough.
        ("distanza", 365, |o| o.minutes = Some(81), Yes),
        ("distanza", 365, |o| o.km = Some(51), Yes),
        ("distanza", 365, |o| (o.km, o.minutes) = (Some(51), Some(81)), No),
        ("distanza", 365, |o| (o.km, o.minutes) = (Some(51), None), Unknown),
        ("distanza", 365, |o| (o.km, o.minutes) = (None, None), Unknown),
        ("distanza", 366, |o| (o.km, o.minutes) = (Some(80), Some(101)), Yes),
        ("distanza", 366, |o| (o.km, o.minutes) = (Some(81), Some(100)), Yes),
        ("distanza", 366, |o| (o.km, o.minutes) = (Some(81), Some(101)), No),
        // Without public transport: 30% less, and minutes say nothing.
        ("distanza", 365, |o| (o.km, o.no_public_transport) = (Some(35), Some(true)), Yes),
        ("distanza", 365, |o| (o.km, o.no_public_transport) = (Some(36), Some(true)), No),
        ("distanza", 365, |o| (o.km, o.no_public_transport) = (None, Some(true)), Unknown),
        ("distanza", 366, |o| (o.km, o.no_public_transport) = (Some(56), Some(true)), Yes),
        ("distanza", 366, |o| (o.km, o.no_public_transport) = (Some(57), Some(true)), No),
        // Nobody knows whether there is public transport: 35 hold anyway, 36 do not.
        ("distanza", 0, |o| (o.km, o.minutes, o.no_public_transport) = (Some(35), None, None), Yes),
        ("distanza", 0, |o| (o.km, o.minutes, o.no_public_transport) = (Some(36), None, None), Unknown),
        ("coerenza", 180, |_| {}, Yes),
        ("coerenza", 180, |o| o.coherence = Some(Coherence::SameSector), No),
        ("coerenza", 181, |o| o.coherence = Some(Coherence::SameSector), Yes),
        ("coerenza", 365, |o| o.coherence = Some(Coherence::OtherSector), No),
        ("coerenza", 366, |o| o.coherence = Some(Coherence::OtherSector), Yes),
        ("coerenza", 366, |o| o.coherence = Some(Coherence::Unrelated), No),
        ("coerenza", 366, |o| o.coherence = None, Unknown),
    ];
    try_all(Benefit::Naspi, rows);
    try_all(Benefit::DisColl, rows);
}

/// DL 48/2023 art. 9.
#[test]
fn the_borders_of_the_decree_of_2023() {
    let rows: &[(&str, u32, Change, Met)] = &[
        ("contratto", 0, |o| o.months = Some(1), Yes),
        ("contratto", 0, |o| (o.permanent, o.months) = (None, None), Unknown),
        ("orario", 0, |o| o.hours_percent = Some(60), Yes),
        ("orario", 0, |o| o.hours_percent = Some(59), No),
        ("minimi contrattuali", 0, |o| o.collective_minimum = Some(false), No),
        ("distanza", 0, |o| (o.km, o.minutes) = (Some(80), Some(121)), Yes),
        ("distanza", 0, |o| (o.km, o.minutes) = (Some(81), Some(120)), Yes),
        ("distanza", 0, |o| (o.km, o.minutes) = (Some(81), Some(121)), No),
        ("distanza", 0, |o| (o.permanent, o.km, o.minutes) = (Some(true), Some(900), Some(600)), Yes),
        (
            "distanza",
            0,
            |o| {
                (o.permanent, o.young_children, o.km, o.minutes) =
                    (Some(true), Some(true), Some(81), Some(121))
            },
            No,
        ),
        (
            "distanza",
            0,
            |o| (o.permanent, o.young_children, o.km, o.minutes) = (Some(true), Some(true), Some(80), None),
            Yes,
        ),
        (
            "distanza",
            0,
            |o| (o.permanent, o.young_children, o.km, o.minutes) = (Some(true), None, Some(81), Some(121)),
            Unknown,
        ),
    ];
    try_all(Benefit::Adi, rows);
    try_all(Benefit::Sfl, rows);
}

#[test]
fn all_conditions_hold_together() {
    let of = |offer: &Offer| together(&conditions(offer, Benefit::Naspi, 0, &limits()));
    assert_eq!(of(&good()), Yes);
    assert_eq!(of(&Offer { pay: None, ..good() }), Unknown);
    assert_eq!(of(&Offer { pay: None, months: Some(2), ..good() }), No);
    assert_eq!(of(&Offer::default()), Unknown);
    assert!(conditions(&good(), Benefit::None, 0, &limits()).is_empty());
}

#[test]
fn a_short_job_only_stops_the_inclusion_allowance() {
    let of = |months, permanent| {
        suspends_only(&Offer { months, permanent: Some(permanent), ..Offer::default() }, Benefit::Adi)
    };
    assert!(of(Some(1), false) && of(Some(6), false));
    assert!(!of(Some(7), false) && !of(Some(3), true) && !of(None, false));
    assert!(!suspends_only(&Offer { months: Some(3), ..Offer::default() }, Benefit::Naspi));
}
