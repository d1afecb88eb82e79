//! The rows of section 6, each by itself.

use super::limits::{BEGIN_DAYS, MEASURE_DAYS, MEASURES};
use super::{Check, Look, Say, blank, check};
use crate::domain::activity::{ActivityState, SapChoice};
use crate::domain::psp::Measure;
use crate::domain::text::fold;

const ACTS: &str = "R-PSP-2, D.Lgs. 150/2015 art. 20 c.2 c)";

pub(super) const CHECKS: &[Check] = &[
    check(
        "L-PSP-29",
        6,
        "R-LEP-8",
        "La misura «{}» non dice da quando a quando.",
        "Scrivere Dal e Al, anche presunti: le date servono alla persona e all'invio.",
        |look, say| {
            for m in look.measures().iter().filter(|m| m.from.is_none() || m.to.is_none()) {
                say.at("from").row(m.position).with(look.name(m));
            }
        },
    ),
    check(
        "L-PSP-30",
        6,
        "R-LEP-8",
        "La misura «{}» non dice che cosa deve risultare.",
        "Scrivere l'esito atteso: un attestato, un colloquio fatto, un piano.",
        |look, say| {
            for m in look.measures().iter().filter(|m| blank(&m.expected_outcome)) {
                say.at("expected_outcome").row(m.position).with(look.name(m));
            }
        },
    ),
    check(
        "L-PSP-31",
        6,
        "",
        "L'esito atteso della misura «{}» ripete il suo nome.",
        "Scrivere che cosa la persona avrà alla fine che ora non ha.",
        |look, say| {
            let same = |m: &&Measure| {
                let outcome = fold(&m.expected_outcome);
                !outcome.is_empty() && outcome == fold(look.name(m))
            };
            for m in look.measures().iter().filter(same) {
                say.at("expected_outcome").row(m.position).with(look.name(m));
            }
        },
    ),
    check(
        "L-PSP-32",
        6,
        "R-PSP-14",
        "La misura «{}» comincia il {}, prima del patto.",
        "Spostare l'inizio; quello che è già stato fatto va nel registro LEP (LE01), non qui.",
        begun_before,
    ),
    check(
        "L-PSP-33",
        6,
        "R-PSP-14",
        "La misura «{}» è già finita il {}.",
        "Togliere la riga, o spostare la data se continua.",
        |look, say| {
            for (m, to) in look.measures().iter().filter_map(|m| Some((m, m.to?))) {
                if to < look.day {
                    say.at("to").row(m.position).with(look.name(m)).on(to);
                }
            }
        },
    ),
    check(
        "L-PSP-34",
        6,
        "R-PSP-1, D.Lgs. 150/2015 art. 20 c.1",
        "La misura «{}» comincia il {}, prima della DID su cui poggia il patto.",
        "Correggere la data, o verificare quale DID è aperta.",
        |look, say| {
            let Some(did) = look.did() else { return };
            for (m, from) in look.measures().iter().filter_map(|m| Some((m, m.from?))) {
                if from < did.date {
                    say.at("from").row(m.position).with(look.name(m)).on(from);
                }
            }
        },
    ),
    check(
        "L-PSP-35",
        6,
        "",
        "La misura «{}» dura {} giorni.",
        "Controllare l'anno di fine, o dividerla in parti con un esito ciascuna.",
        |look, say| {
            for (m, from, to) in look.measures().iter().filter_map(|m| Some((m, m.from?, m.to?))) {
                let days = (to - from).num_days();
                if days > MEASURE_DAYS {
                    say.at("to").row(m.position).with(look.name(m)).with(days);
                }
            }
        },
    ),
    check(
        "L-PSP-36",
        6,
        "",
        "La misura «{}» comincia fra {} giorni.",
        "Controllare l'anno d'inizio, o scrivere che cosa si fa fino ad allora.",
        |look, say| {
            for (m, from) in look.measures().iter().filter_map(|m| Some((m, m.from?))) {
                let days = (from - look.day).num_days();
                if days > BEGIN_DAYS {
                    say.at("from").row(m.position).with(look.name(m)).with(days);
                }
            }
        },
    ),
    check(
        "L-PSP-37",
        6,
        "",
        "La misura «{}» c'è già alla riga {}, negli stessi giorni.",
        "Togliere una delle due righe, o distinguerle con il nome e le date.",
        twice,
    ),
    check(
        "L-PSP-38",
        6,
        "R-LEP-8",
        "La misura «{}» non ha un LEP: non entra nel registro e non si invia.",
        "Scegliere il LEP dall'elenco (F4).",
        |look, say| {
            for m in look.measures().iter().filter(|m| blank(&m.lep)) {
                say.at("lep").row(m.position).with(look.name(m));
            }
        },
    ),
    check(
        "L-PSP-39",
        6,
        "R-LEP-1, R-LEP-2",
        "La misura «{}» ha codice SAP «{}», ma per il LEP ora è attestato {}.",
        "Aprire la riga e scegliere il codice.",
        |look, say| {
            for m in look.measures() {
                let Some(known) = look.lep(&m.lep).filter(|known| !known.choices.is_empty()) else {
                    continue;
                };
                if !matches!(&m.sap, SapChoice::Attested(code) if known.choices.contains(code)) {
                    let label = m.sap.label();
                    let label = if label.is_empty() { "--" } else { &label };
                    let advice = say.at("sap").row(m.position).with(look.name(m));
                    advice.with(label).with(known.choices.join(" o "));
                }
            }
        },
    ),
    check(
        "L-PSP-40",
        6,
        "DM 4/2018 all. B",
        "«{}» non è una misura da concordare: si fa prima del patto o con il patto.",
        "Togliere la riga e registrare il servizio nel registro LEP (LE01).",
        |look, say| {
            for m in look.measures().iter().filter(|m| matches!(m.lep.as_str(), "A" | "B" | "C" | "D")) {
                say.at("lep").row(m.position).with(look.name(m));
            }
        },
    ),
    check(
        "L-PSP-41",
        6,
        ACTS,
        "Le misure sono {}: troppe perché la persona le segua insieme.",
        "Tenere quelle dei prossimi mesi: le altre entrano con una nuova versione.",
        |look, say| {
            if look.measures().len() > MEASURES {
                say.at("measures").with(look.measures().len());
            }
        },
    ),
    check(
        "L-PSP-42",
        6,
        "R-LEP-7",
        "La misura «{}» comincia il {}, ma nel registro la sua attività è già «{}».",
        "Correggere la data della misura, o lo stato dell'attività (LE01): non si registra in anticipo.",
        in_advance,
    ),
];

/// The same measure in the version in force may have begun long ago.
fn begun_before(look: &Look<'_>, say: &mut Say<'_>) {
    let begun = look.version().created_at.date();
    for (m, from) in look.measures().iter().filter_map(|m| Some((m, m.from?))) {
        let known = look.version().number > 1 && (look.facts.before.is_empty() || look.facts.goes_on(m));
        if from < begun && !known {
            say.at("from").row(m.position).with(look.name(m)).on(from);
        }
    }
}

fn twice(look: &Look<'_>, say: &mut Say<'_>) {
    let key = |m: &Measure| (m.lep.clone(), fold(&m.title), fold(&m.provider));
    let together = |a: &Measure, b: &Measure| match (a.from, a.to, b.from, b.to) {
        (Some(from), Some(to), Some(other_from), Some(other_to)) => from <= other_to && other_from <= to,
        _ => true,
    };
    for (place, m) in look.measures().iter().enumerate() {
        let earlier = look.measures()[..place].iter().find(|e| key(e) == key(m) && together(e, m));
        if let Some(earlier) = earlier {
            say.at("lep").row(m.position).with(look.name(m)).with(earlier.position);
        }
    }
}

fn in_advance(look: &Look<'_>, say: &mut Say<'_>) {
    let done = |state| matches!(state, ActivityState::Started | ActivityState::Concluded);
    for (m, from) in look.measures().iter().filter_map(|m| Some((m, m.from?))) {
        let mut of_it = look.facts.activities.iter().filter(|a| a.measure == Some(m.id));
        if let Some(activity) = of_it.find(|a| done(a.state) && from > look.facts.pact.today) {
            say.at("from").row(m.position).with(look.name(m)).on(from).with(activity.state.label());
        }
    }
}
