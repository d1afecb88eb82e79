//! Do the measures fit the path, the benefit and the version in force?

use super::text::mentions;
use super::{Check, LintFacts, Look, Say, blank, check};
use crate::domain::activity::ActivityState;
use crate::domain::did::Benefit;
use crate::domain::psp::Measure;
use crate::domain::text::fold;

pub(super) const CHECKS: &[Check] = &[
    check(
        "L-PSP-43",
        6,
        "R-PSP-17, DM 5 novembre 2021",
        "Il percorso è di {}, ma nessuna misura è di formazione.",
        "Aggiungere l'avviamento a formazione (LEP H), o rivedere il percorso con un assessment.",
        |look, say| {
            let path = match look.path() {
                "gol_2" => "aggiornamento",
                "gol_3" => "riqualificazione",
                _ => return,
            };
            if !look.measures().is_empty() && !look.has_lep(&["H"]) && !look.names_any(&TRAINING) {
                say.at("measures").with(path);
            }
        },
    ),
    check(
        "L-PSP-44",
        6,
        "R-PSP-17, R-LEP-6",
        "Il percorso è «lavoro e inclusione», ma nessuna misura coinvolge altri servizi.",
        "Aggiungere la presa in carico integrata (LEP N), o scrivere quale ente eroga la misura.",
        |look, say| {
            let elsewhere = look.measures().iter().any(|m| !blank(&m.provider));
            let alone = !elsewhere && !look.has_lep(&["N", "J", "M1"]);
            if look.path() == "gol_4" && !look.measures().is_empty() && alone {
                say.at("measures");
            }
        },
    ),
    check(
        "L-PSP-45",
        6,
        "R-PSP-17, L. 68/1999",
        "Il percorso è il collocamento mirato, ma tra le misure non c'è.",
        "Aggiungere il LEP M1, o rivedere il percorso con un assessment.",
        |look, say| {
            if look.path() == "mirato" && !look.measures().is_empty() && !look.has_lep(&["M1"]) {
                say.at("measures");
            }
        },
    ),
    check(
        "L-PSP-46",
        6,
        "DL 48/2023 art. 12",
        "Con SFL si è pagati per partecipare a una misura: senza misure il sostegno non parte.",
        "Concordare almeno una misura (formazione, tirocinio, accompagnamento al lavoro).",
        |look, say| {
            if look.benefit() == Benefit::Sfl && look.measures().is_empty() {
                say.at("measures");
            }
        },
    ),
    check(
        "L-PSP-47",
        6,
        "DL 48/2023 art. 8",
        "Con {} chi ha da 18 a 29 anni e non ha finito la scuola dell'obbligo deve frequentare corsi per adulti.",
        "Aggiungere il corso (CPIA) tra le misure, o correggere il titolo di studio.",
        |look, say| {
            let young = look.person().age_on(look.day).is_some_and(|age| (18..30).contains(&age));
            let unschooled = look.known().education_level.is_some_and(|level| level < 2);
            if look.benefit().is_inclusion() && young && unschooled && !look.names_any(&SCHOOL) {
                say.at("measures").with(look.benefit().label());
            }
        },
    ),
    check(
        "L-PSP-48",
        6,
        "R-PSP-14",
        "La misura «{}» del patto in vigore, fino al {}, qui non c'è più.",
        "Riportarla in questa versione, o chiuderla con un motivo nel registro LEP (LE01).",
        lost,
    ),
    check(
        "L-PSP-49",
        6,
        "D.Lgs. 150/2015 art. 23",
        "La misura «{}» è l'assegno di ricollocazione, che oggi non si attiva.",
        "Scegliere l'accompagnamento al lavoro (LEP F1) o l'incontro domanda offerta (LEP F3).",
        |look, say| {
            for m in look.measures().iter().filter(|m| m.lep == "G" && !look.facts.goes_on(m)) {
                say.at("lep").row(m.position).with(look.name(m));
            }
        },
    ),
    check(
        "L-PSP-50",
        6,
        "L. 68/1999 art. 1 e 18",
        "C'è la misura «{}», ma il percorso non è il collocamento mirato.",
        "Rivedere il percorso con un assessment (AS01), o togliere la misura se il servizio non segue la persona.",
        |look, say| {
            if matches!(look.path(), "" | "mirato") {
                return;
            }
            for m in look.measures().iter().filter(|m| m.lep == "M1") {
                say.at("lep").row(m.position).with(look.name(m));
            }
        },
    ),
];

const TRAINING: [&str; 5] = ["corso", "corsi", "formazion*", "formativ*", "qualific*"];
const SCHOOL: [&str; 6] = ["cpia", "scuola", "scolastic*", "istruzione", "licenza media", "alfabetizzazione"];

impl Look<'_> {
    fn path(&self) -> &str {
        self.assessment().map_or("", |assessment| &assessment.path)
    }

    fn has_lep(&self, leps: &[&str]) -> bool {
        self.measures().iter().any(|m| leps.contains(&m.lep.as_str()))
    }

    /// Does a measure or a commitment speak of one of these?
    fn names_any(&self, words: &[&str]) -> bool {
        self.texts
            .iter()
            .filter(|text| matches!(text.section, 6 | 9))
            .any(|text| words.iter().any(|word| mentions(&text.folded, word)))
    }
}

impl LintFacts<'_> {
    /// Is a measure in the version in force too?
    pub(super) fn goes_on(&self, measure: &Measure) -> bool {
        self.before.iter().any(|before| same(before, measure))
    }
}

fn same(a: &Measure, b: &Measure) -> bool {
    a.lep == b.lep && fold(&a.title) == fold(&b.title)
}

fn lost(look: &Look<'_>, say: &mut Say<'_>) {
    use ActivityState as S;
    let closed = |m: &Measure| {
        let ended = |state| matches!(state, S::Concluded | S::Interrupted | S::Refused | S::Cancelled);
        look.facts.activities.iter().any(|a| a.measure == Some(m.id) && ended(a.state))
    };
    for before in look.facts.before {
        let Some(to) = before.to.filter(|to| *to >= look.day) else { continue };
        if !closed(before) && !look.measures().iter().any(|m| same(m, before)) {
            say.at("measures").with(look.name(before)).on(to);
        }
    }
}
