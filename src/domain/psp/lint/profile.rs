//! The profile (section 3): still true, still in force?

use super::limits::SECTORS;
use super::{Check, blank, check};

pub(super) const CHECKS: &[Check] = &[
    check(
        "L-PSP-13",
        3,
        "R-PSP-11",
        "L'assessment ha {} giorni.",
        "Rivederlo con la persona e registrarne uno nuovo (AS01): il patto lo prende da solo.",
        |look, say| {
            let days = look.assessment().map(|a| (look.day - a.date).num_days());
            if let Some(days) = days.filter(|days| *days > look.terms().assessment_days) {
                say.at("assessment").with(days);
            }
        },
    ),
    check(
        "L-PSP-14",
        3,
        "R-PSP-11",
        "L'assessment del {} è di prima della DID.",
        "Registrare un assessment per questa DID (AS01): la situazione può essere cambiata.",
        |look, say| {
            let (Some(assessment), Some(did)) = (look.assessment(), look.did()) else { return };
            if assessment.date < did.date {
                say.at("assessment").on(assessment.date);
            }
        },
    ),
    check(
        "L-PSP-15",
        3,
        "R-DID-20, D.Lgs. 150/2015 art. 19 c.5",
        "L'indice nazionale è del {}: si aggiorna ogni {} giorni.",
        "Leggere quello nuovo nel sistema nazionale e registrarlo con un assessment (AS01).",
        |look, say| {
            let dated = look.assessment().filter(|a| !blank(&a.index_value)).and_then(|a| a.index_date);
            if let Some(on) = dated.filter(|on| (look.day - *on).num_days() > look.terms().index_days) {
                say.at("index_date").on(on).with(look.terms().index_days);
            }
        },
    ),
    check(
        "L-PSP-16",
        3,
        "R-PSP-18",
        "Il percorso scelto valeva fino al {}.",
        "Registrare un assessment (AS01) con un percorso in vigore, o verificare la proroga con la regione.",
        |look, say| {
            // Who entered a programme in time goes on in it with later versions.
            let first = look.version().number <= 1;
            if let Some(until) = look.known().path_until.filter(|until| first && *until < look.day) {
                say.at("path").on(until);
            }
        },
    ),
    check(
        "L-PSP-17",
        3,
        "R-PSP-20, DM 42/2018 art. 4",
        "Il settore «{}» non è nella classificazione dei settori.",
        "Sceglierlo dall'elenco (F4) in un nuovo assessment: serve per valutare le offerte congrue.",
        |look, say| {
            for sector in &look.known().unknown_sectors {
                say.at("sectors").with(sector);
            }
        },
    ),
    check(
        "L-PSP-18",
        3,
        "R-PSP-20, DM 42/2018 art. 4",
        "I settori sono {}: ogni offerta sarebbe congrua.",
        "Tenere quelli che la persona cerca davvero.",
        |look, say| {
            let lines = look.assessment().map(|a| a.sectors.lines().filter(|line| !blank(line)).count());
            if let Some(count) = lines.filter(|count| *count > SECTORS) {
                say.at("sectors").with(count);
            }
        },
    ),
];
