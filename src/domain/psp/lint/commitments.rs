//! What each side promises (sections 9 and 10).

use super::search::VAGUE;
use super::text::{Kind, Text, mentions, spaced};
use super::{Check, Look, Say, blank, check};

/// Words of consequences, which section 12 states as the law does.
const SANCTIONS: [&str; 6] = ["decadenza", "decade", "sanzion*", "pena la", "perde il", "perdera il"];
/// What nobody can promise.
const GUARANTEES: [&str; 7] = [
    "garanti*",
    "assunzione certa",
    "assunzione sicura",
    "assicurare un lavoro",
    "assicurare un posto",
    "posto di lavoro sicuro",
    "trovare un lavoro alla persona",
];

pub(super) const CHECKS: &[Check] = &[
    check(
        "L-PSP-61",
        9,
        "R-PSP-2",
        "L'impegno «{}» non dice quanto né entro quando.",
        "Scrivere che cosa, quante volte o entro quale giorno, e come si vede che è fatto.",
        |look, say| {
            for line in look.lines(9).filter(|line| is_vague(line)) {
                say.at("person_commitments").with(line);
            }
        },
    ),
    check(
        "L-PSP-62",
        9,
        "sezione 12, D.Lgs. 150/2015 art. 21",
        "Gli impegni minacciano conseguenze («{}»): quelle valide sono stampate nella sezione 12.",
        "Togliere la frase: una conseguenza scritta a mano può essere sbagliata.",
        |look, say| {
            for text in look.texts.iter().filter(|text| matches!(text.section, 9 | 10)) {
                if let Some(word) = text.holds(SANCTIONS) {
                    say.about(text).with(word.trim_end_matches('*'));
                }
            }
        },
    ),
    check("L-PSP-63", 9, "", "La riga «{}» è scritta due volte.", "Togliere una delle due righe.", twice),
    check(
        "L-PSP-64",
        10,
        "D.Lgs. 150/2015 art. 20",
        "Il Centro non si impegna a nulla oltre alle misure.",
        "Scrivere almeno un impegno: quando segnala le offerte, chi accompagna la persona.",
        |look, say| {
            if blank(&look.version().office_commitments) {
                say.at("office_commitments");
            }
        },
    ),
    check(
        "L-PSP-65",
        10,
        "",
        "Il Centro promette un risultato che non dipende da lui («{}»).",
        "Promettere quello che il Centro fa: segnalare, accompagnare, inviare il profilo.",
        |look, say| {
            for text in look.texts.iter().filter(|text| text.section == 10) {
                if let Some(word) = text.holds(GUARANTEES) {
                    say.about(text).with(word.trim_end_matches('*'));
                }
            }
        },
    ),
];

impl Look<'_> {
    /// The lines of the commitments of a section.
    fn lines(&self, section: u8) -> impl Iterator<Item = &str> {
        let of_it = self.texts.iter().filter(move |t| t.section == section && t.kind == Kind::Lines);
        of_it.flat_map(|text| text.raw.lines()).map(str::trim).filter(|line| !line.is_empty())
    }
}

/// One or two words, or one of those that can mean anything; a number or a
/// day makes it a promise.
fn is_vague(line: &str) -> bool {
    let folded = spaced(line);
    let counted = line.chars().any(|c| c.is_ascii_digit());
    !counted && (folded.split_whitespace().count() < 3 || VAGUE.iter().any(|word| mentions(&folded, word)))
}

fn twice(look: &Look<'_>, say: &mut Say<'_>) {
    let texts: Vec<&Text<'_>> = look.texts.iter().filter(|text| text.kind == Kind::Lines).collect();
    for text in texts {
        let lines: Vec<(&str, String)> =
            text.raw.lines().map(|line| (line.trim(), spaced(line))).filter(|(l, _)| !l.is_empty()).collect();
        for (place, (line, folded)) in lines.iter().enumerate() {
            if lines[..place].iter().any(|(_, earlier)| earlier == folded) {
                say.about(text).with(line);
            }
        }
    }
}
