//! What the person does to look for work, and how it is proved (section 7).

use super::limits::TIMES;
use super::text::{mentions, number, spaced};
use super::{Check, Look, check};
use crate::domain::psp::SearchAct;

const ACTS: &str = "R-PSP-2, D.Lgs. 150/2015 art. 20 c.2 c)";
const PROOF: &str = "R-PSP-2, D.Lgs. 150/2015 art. 20 c.2 e)";

/// Words that promise nothing that can be counted.
pub(super) const VAGUE: [&str; 14] = [
    "spesso",
    "regolarmente",
    "periodicamente",
    "costantemente",
    "se possibile",
    "quando possibile",
    "quando puo",
    "quanto basta",
    "qualche",
    "alcune",
    "alcuni",
    "varie",
    "vari",
    "al bisogno",
];

pub(super) const CHECKS: &[Check] = &[
    check(
        "L-PSP-51",
        7,
        ACTS,
        "«{}» non si può contare: «{}».",
        "Scrivere un numero o un giorno: «2 la settimana», «entro il 15/12».",
        |look, say| {
            for act in look.acts().filter(|act| act.by_date.is_none()) {
                let quantity = spaced(&act.quantity);
                if number(&act.quantity).is_none() && VAGUE.iter().any(|word| mentions(&quantity, word)) {
                    say.at("quantity").row(act.position).with(&act.quantity).with(&act.action);
                }
            }
        },
    ),
    check(
        "L-PSP-52",
        7,
        ACTS,
        "L'azione «{}» andava fatta entro il {}: la data è già passata.",
        "Spostare la data, o togliere l'azione se è fatta.",
        |look, say| {
            for (act, by) in look.acts().filter_map(|act| Some((act, act.by_date?))) {
                if by < look.day {
                    say.at("by_date").row(act.position).with(&act.action).on(by);
                }
            }
        },
    ),
    check(
        "L-PSP-53",
        7,
        ACTS,
        "L'azione «{}» ha una quantità di {}: pare un errore di battitura.",
        "Correggere il numero: una promessa che non si può mantenere non vale.",
        |look, say| {
            for (act, times) in look.acts().filter_map(|act| Some((act, number(&act.quantity)?))) {
                // A year or a day is no quantity.
                if times > TIMES && !act.quantity.contains(['/', '.', '%']) {
                    say.at("quantity").row(act.position).with(&act.action).with(times);
                }
            }
        },
    ),
    check(
        "L-PSP-54",
        7,
        ACTS,
        "L'azione «{}» c'è già alla riga {}.",
        "Togliere una delle due, o sommare le quantità.",
        |look, say| {
            let acts = look.facts.pact.search_acts;
            for (place, act) in acts.iter().enumerate() {
                let same = |earlier: &&SearchAct| spaced(&earlier.action) == spaced(&act.action);
                if let Some(earlier) = acts[..place].iter().find(same) {
                    say.at("action").row(act.position).with(&act.action).with(earlier.position);
                }
            }
        },
    ),
    check(
        "L-PSP-55",
        7,
        PROOF,
        "La prova sono le candidature, ma nessuna azione è una candidatura.",
        "Scegliere la scheda delle azioni di ricerca, o aggiungere l'invio di candidature.",
        |look, say| {
            let by_copies = matches!(look.version().proof_method.as_str(), "candidature" | "portale");
            if by_copies && look.acts().next().is_some() && !look.acts().any(applies) {
                say.at("proof_method");
            }
        },
    ),
    check(
        "L-PSP-56",
        7,
        PROOF,
        "La prova è il portale, ma per l'assessment la persona non ha competenze digitali.",
        "Scegliere la scheda delle azioni di ricerca, o scrivere chi la aiuta.",
        |look, say| {
            if look.unskilled() && look.version().proof_method == "portale" {
                say.at("proof_method");
            }
        },
    ),
    check(
        "L-PSP-57",
        7,
        "R-PAD-1, R-SFL-2",
        "Con {} le agenzie per il lavoro sono almeno {}, e l'azione ne dice {}.",
        "Scriverne quante ne servono: nel patto la riga stampata a parte lo chiede già.",
        |look, say| {
            if !look.benefit().is_inclusion() {
                return;
            }
            for act in look.acts().filter(|act| mentions(&spaced(&act.action), "agenzi*")) {
                let said = number(&act.quantity).or_else(|| number(&act.action));
                if let Some(few) = said.filter(|n| *n < look.terms().agencies) {
                    say.at("quantity")
                        .row(act.position)
                        .with(look.benefit().label())
                        .with(look.terms().agencies)
                        .with(few);
                }
            }
        },
    ),
    check(
        "L-PSP-58",
        7,
        ACTS,
        "Tutte le azioni si fanno una volta sola: dopo, il patto non chiede più nulla.",
        "Aggiungere un'azione che si ripete: «2 candidature la settimana».",
        |look, say| {
            let acts = look.facts.pact.search_acts;
            let once = |act: &SearchAct| {
                let quantity = spaced(&act.quantity);
                ["una volta", "1 volta", "una sola volta"].iter().any(|w| quantity == format!(" {w} "))
            };
            if !acts.is_empty() && acts.iter().all(once) {
                say.at("search_acts");
            }
        },
    ),
];

impl<'a> Look<'a> {
    fn acts(&self) -> impl Iterator<Item = &'a SearchAct> + use<'a> {
        self.facts.pact.search_acts.iter()
    }
}

/// Does it leave something one can show: an application, a curriculum, a reply?
fn applies(act: &SearchAct) -> bool {
    let words = ["candidatur*", "candidars*", "curricul*", "cv", "invi*", "rispo*", "domand*", "annunc*"];
    let action = spaced(&act.action);
    words.iter().any(|word| mentions(&action, word))
}
