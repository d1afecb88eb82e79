//! Fixtures of sections 6 and 7.

use super::{Case, act, day, lep, measure, next_year};
use crate::domain::activity::{Activity, ActivityState, SapChoice};
use crate::domain::did::Benefit;

pub(super) const CASES: &[Case] = &[
    ("L-PSP-29", |w| w.measures[0].to = None, |w| w.measures[0].to = Some(next_year(1, 31))),
    (
        "L-PSP-30",
        |w| w.measures[0].expected_outcome = " ".into(),
        |w| w.measures[0].expected_outcome = "bilancio scritto".into(),
    ),
    (
        "L-PSP-31",
        |w| w.measures[0].expected_outcome = "orientamento  specialistico".into(),
        |w| w.measures[0].expected_outcome = "bilancio scritto".into(),
    ),
    ("L-PSP-32", |w| w.measures[0].from = Some(day(11, 22)), |w| w.measures[0].from = Some(day(11, 23))),
    (
        "L-PSP-32",
        |w| {
            w.version.number = 2;
            w.measures[0].from = Some(day(11, 20));
            w.before = vec![measure(1, "E")];
            w.measures[0].title = "Laboratorio nuovo".into();
            w.before[0].to = Some(day(11, 20));
        },
        |w| w.measures[0].title.clear(),
    ),
    (
        "L-PSP-33",
        |w| {
            w.version.number = 2;
            w.measures[0].from = Some(day(11, 14));
            w.measures[0].to = Some(day(11, 22));
        },
        |w| w.measures[0].to = Some(day(11, 23)),
    ),
    (
        "L-PSP-34",
        |w| {
            w.version.number = 2;
            w.measures[0].from = Some(day(11, 11));
        },
        |w| w.measures[0].from = Some(day(11, 12)),
    ),
    (
        "L-PSP-35",
        |w| w.measures[0].to = chrono::NaiveDate::from_ymd_opt(2028, 1, 31),
        |w| w.measures[0].to = Some(next_year(12, 1)),
    ),
    (
        "L-PSP-36",
        |w| (w.measures[0].from, w.measures[0].to) = (Some(next_year(11, 1)), Some(next_year(11, 30))),
        |w| w.measures[0].from = Some(next_year(1, 11)),
    ),
    (
        "L-PSP-37",
        |w| w.measures.push(measure(2, "E")),
        |w| {
            w.measures[1].from = Some(next_year(2, 1));
            w.measures[1].to = Some(next_year(3, 1));
        },
    ),
    (
        "L-PSP-38",
        |w| (w.measures[0].lep, w.measures[0].title) = (String::new(), "Laboratorio sul curriculum".into()),
        |w| w.measures[0].lep = "E".into(),
    ),
    (
        "L-PSP-39",
        |w| w.measures[0].sap = SapChoice::NotAttested,
        |w| w.measures[0].sap = SapChoice::Attested("A06".into()),
    ),
    ("L-PSP-40", |w| w.measures.push(measure(2, "C")), |w| w.measures.truncate(1)),
    (
        "L-PSP-41",
        |w| {
            w.measures = (1..=9)
                .map(|n| crate::domain::psp::Measure { title: format!("Laboratorio {n}"), ..measure(n, "H") })
                .collect();
        },
        |w| w.measures.truncate(8),
    ),
    (
        "L-PSP-42",
        |w| {
            let measure = Some(w.measures[0].id);
            let state = ActivityState::Concluded;
            w.activities = vec![Activity { measure, state, ..Activity::default() }];
        },
        |w| w.activities[0].state = ActivityState::Proposed,
    ),
    ("L-PSP-43", |w| w.assessment.path = "gol_2".into(), |w| w.measures.push(measure(2, "H"))),
    (
        "L-PSP-43",
        |w| w.assessment.path = "gol_3".into(),
        |w| w.measures[0].title = "Corso di contabilità".into(),
    ),
    (
        "L-PSP-44",
        |w| w.assessment.path = "gol_4".into(),
        |w| w.measures[0].provider = "Servizio sociale del Comune".into(),
    ),
    ("L-PSP-45", |w| w.assessment.path = "mirato".into(), |w| w.measures.push(measure(2, "M1"))),
    (
        "L-PSP-48",
        |w| {
            w.version.number = 2;
            w.before = vec![measure(1, "E"), measure(7, "H")];
        },
        |w| {
            let (measure, state) = (Some(w.before[1].id), ActivityState::Interrupted);
            w.activities = vec![Activity { measure, state, ..Activity::default() }];
        },
    ),
    (
        "L-PSP-48",
        |w| {
            w.version.number = 2;
            w.before = vec![measure(1, "H")];
        },
        |w| w.measures.push(measure(2, "H")),
    ),
    ("L-PSP-49", |w| w.measures.push(measure(2, "G")), |w| w.measures[1].lep = "F1".into()),
    ("L-PSP-50", |w| w.measures.push(measure(2, "M1")), |w| w.assessment.path = "mirato".into()),
    (
        "L-PSP-51",
        |w| w.acts[0].quantity = "quando possibile".into(),
        |w| w.acts[0].by_date = Some(day(12, 15)),
    ),
    ("L-PSP-52", |w| w.acts[0].by_date = Some(day(11, 22)), |w| w.acts[0].by_date = Some(day(11, 23))),
    (
        "L-PSP-53",
        |w| w.acts[0].quantity = "33 la settimana".into(),
        |w| w.acts[0].quantity = "3 la settimana".into(),
    ),
    (
        "L-PSP-54",
        |w| w.acts.push(act(2, "Invio di  candidature", "1 al mese")),
        |w| w.acts[1].action = "Visita alle imprese della zona".into(),
    ),
    (
        "L-PSP-55",
        |w| {
            w.version.proof_method = "candidature".into();
            w.acts[0].action = "iscrizione ad agenzie per il lavoro".into();
        },
        |w| w.acts.push(act(2, "risposta ad annunci", "tutti")),
    ),
    (
        "L-PSP-56",
        |w| {
            w.version.proof_method = "portale".into();
            w.assessment.digital_skill = "nessuna".into();
        },
        |w| w.version.proof_method = "colloquio".into(),
    ),
    (
        "L-PSP-57",
        |w| {
            w.did.benefit = Benefit::Sfl;
            w.acts.push(act(2, "iscrizione ad agenzie per il lavoro", "due in tutto"));
        },
        |w| w.acts[1].quantity = "3 in tutto".into(),
    ),
    (
        "L-PSP-58",
        |w| w.acts[0].quantity = "una volta".into(),
        |w| w.acts.push(act(2, "risposta ad annunci", "2 la settimana")),
    ),
    (
        "L-PSP-39",
        |w| {
            w.measures.push(measure(2, "H"));
            w.known.leps.push(("H".into(), lep("Avviamento a formazione", &["C05"])));
        },
        |w| w.measures[1].sap = SapChoice::Attested("C05".into()),
    ),
];
