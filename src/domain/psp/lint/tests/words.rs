//! Fixtures of the commitments and of the texts.

use super::Case;

pub(super) const CASES: &[Case] = &[
    (
        "L-PSP-61",
        |w| w.version.person_commitments = "attivarsi".into(),
        |w| w.version.person_commitments = "iscriversi a 2 agenzie".into(),
    ),
    (
        "L-PSP-61",
        |w| w.version.person_commitments = "mandare regolarmente il curriculum alle imprese".into(),
        |w| w.version.person_commitments = "mandare ogni lunedì il curriculum alle imprese".into(),
    ),
    (
        "L-PSP-62",
        |w| w.version.person_commitments = "Presentarsi agli appuntamenti, pena la decadenza.".into(),
        |w| w.version.person_commitments = "Presentarsi agli appuntamenti fissati.".into(),
    ),
    (
        "L-PSP-63",
        |w| w.version.office_commitments.push_str("\nsegnalare le offerte coerenti con il profilo"),
        |w| w.version.office_commitments.truncate(45),
    ),
    (
        "L-PSP-64",
        |w| w.version.office_commitments = "\n ".into(),
        |w| w.version.office_commitments = "Segnalare le offerte ogni settimana.".into(),
    ),
    (
        "L-PSP-65",
        |w| w.version.office_commitments = "Garantire un lavoro entro sei mesi.".into(),
        |w| w.version.office_commitments = "Segnalare offerte entro sei mesi.".into(),
    ),
    (
        "L-PSP-72",
        |w| w.version.objective = "TROVARE LAVORO IN UN UFFICIO".into(),
        |w| w.version.objective = "Trovare lavoro in un UFFICIO".into(),
    ),
    (
        "L-PSP-73",
        |w| w.version.objective = "Un lavoro".into(),
        |w| w.version.objective = "Un lavoro d'ufficio".into(),
    ),
    ("L-PSP-73", |w| w.assessment.judgement = "Autonoma.".into(), |w| w.assessment.judgement.clear()),
    (
        "L-PSP-74",
        |w| w.version.objective = "un lavoro vicino a casa ".repeat(42),
        |w| w.version.objective = "Un lavoro vicino a casa.".into(),
    ),
    (
        "L-PSP-74",
        |w| w.measures[0].expected_outcome = "documento ".repeat(17),
        |w| w.measures[0].expected_outcome.truncate(99),
    ),
    (
        "L-PSP-75",
        |w| w.version.objective = "Un lavoro di cucina, 厨师, vicino a casa".into(),
        |w| w.version.objective = "Un lavoro di cucina, vicino a casa".into(),
    ),
    ("L-PSP-75", |w| w.person.name = "Мария".into(), |w| w.person.name = "Maria".into()),
    (
        "L-PSP-76",
        |w| w.version.objective = "La persona (BNCLCU80A01F205T) cerca un lavoro.".into(),
        |w| w.version.objective = "La persona (rssmra85t50f205v) cerca un lavoro.".into(),
    ),
    (
        "L-PSP-77",
        |w| w.version.person_commitments = "La sig.ra Verdi aggiorna il curriculum.".into(),
        |w| {
            w.version.person_commitments =
                "La sig.ra ROSSI, con la signora Bianchi, aggiorna il curriculum.".into()
        },
    ),
    (
        "L-PSP-78",
        |w| w.version.objective = "Un lavoro leggero per l'ernia.".into(),
        |w| w.version.objective = "Un lavoro senza carichi, anche al governo della casa.".into(),
    ),
    (
        "L-PSP-79",
        |w| w.assessment.judgement = "Riparte dopo un anno di carcere.".into(),
        |w| w.assessment.judgement = "Riparte dopo un anno.".into(),
    ),
    (
        "L-PSP-80",
        |w| w.version.objective = "Un lavoro negli orari di scuola dei figli.".into(),
        |w| w.version.objective = "Un lavoro dalle 8.30 alle 15.".into(),
    ),
    (
        "L-PSP-81",
        |w| w.version.objective = "Un lavoro nel settore xxx".into(),
        |w| w.version.objective = "Un lavoro nel settore edile".into(),
    ),
    (
        "L-PSP-81",
        |w| w.measures[0].expected_outcome = ".".into(),
        |w| w.measures[0].expected_outcome = "bilancio scritto".into(),
    ),
    (
        "L-PSP-81",
        |w| w.version.person_commitments = "Portare il curriculum entro ___ giorni".into(),
        |w| w.version.person_commitments = "Portare il curriculum entro 10 giorni".into(),
    ),
    (
        "L-PSP-82",
        |w| w.version.person_commitments = "Portare il curriculum entro il 15/03/2025.".into(),
        |w| {
            w.version.person_commitments =
                "Portare il curriculum entro il 15/12/2026; nato il 1/1/1980.".into()
        },
    ),
    (
        "L-PSP-83",
        |w| w.version.objective = "Superare i 900 euro di NASpI al mese.".into(),
        |w| w.version.objective = "Guadagnare almeno 1.300 euro al mese.".into(),
    ),
    (
        "L-PSP-84",
        |w| w.version.person_commitments = "Venire, dato che il 3/11 non si è presentata.".into(),
        |w| w.version.person_commitments = "Venire agli appuntamenti fissati.".into(),
    ),
    (
        "L-PSP-85",
        |w| w.assessment.judgement.clone_from(&w.version.objective),
        |w| w.assessment.judgement = "Autonoma e motivata nella ricerca.".into(),
    ),
];
