//! Consequences, notice, duration, signatures (sections 12 to 15).

use super::limits::{CONFIRM_DAYS, DRAFT_DAYS};
use super::text::mentions;
use super::{Check, Look, Say, check};
use crate::domain::did::Benefit;

pub(super) const CHECKS: &[Check] = &[
    check(
        "L-PSP-66",
        12,
        "D.Lgs. 150/2015 art. 21; DL 48/2023 art. 8",
        "I testi parlano di {}, ma le conseguenze stampate sono quelle {}.",
        "Correggere il beneficio nella DID (DI01) se è cambiato, o la frase se viene da un altro patto.",
        other_benefit,
    ),
    check(
        "L-PSP-67",
        13,
        "R-PRV-2, GDPR art. 13",
        "Alla persona è stata consegnata l'informativa {}: l'ufficio usa la {}.",
        "Consegnare quella in uso (Invio nella sezione 13).",
        |look, say| {
            let Some(office) = look.facts.office.filter(|_| look.writing) else { return };
            let given = look.version().privacy_version.trim();
            let used = office.privacy_version.trim();
            if !given.is_empty() && !used.is_empty() && given != used {
                say.at("privacy_version").with(given).with(used);
            }
        },
    ),
    check(
        "L-PSP-68",
        14,
        "R-PSP-16",
        "Il patto va confermato entro il {}, ma le misure finiscono il {}.",
        "Spostare la conferma dopo l'ultima misura, o accorciare la misura.",
        |look, say| {
            if let (Some(confirm), Some(last)) = (look.version().confirm_by, look.last_day())
                && confirm < last
            {
                say.at("confirm_by").on(confirm).on(last);
            }
        },
    ),
    check(
        "L-PSP-69",
        14,
        "R-PSP-16",
        "La data di conferma, {}, è fra più di due anni.",
        "Controllare l'anno.",
        |look, say| {
            let far = |day: &chrono::NaiveDate| (*day - look.day).num_days() > CONFIRM_DAYS;
            if let Some(confirm) = look.version().confirm_by.filter(far) {
                say.at("confirm_by").on(confirm);
            }
        },
    ),
    check(
        "L-PSP-70",
        15,
        "R-PSP-4, R-PSP-5",
        "La bozza è del {}: da allora può essere cambiato qualcosa.",
        "Rileggerla con la persona ed emetterla, o rivedere obiettivo e misure.",
        |look, say| {
            let begun = look.version().created_at.date();
            if look.writing && (look.day - begun).num_days() > DRAFT_DAYS {
                say.at("created_at").on(begun);
            }
        },
    ),
    check(
        "L-PSP-71",
        15,
        "R-PSP-10",
        "Il patto è firmato ma la copia non risulta consegnata.",
        "Consegnarla e segnarlo (PS02).",
        |look, say| {
            if look.version().state.in_force() && look.version().copy_handed_on.is_none() {
                say.at("copy_handed_on");
            }
        },
    ),
];

/// Each benefit by the words people use for it.
const NAMES: [(&str, &[&str], Benefit); 4] = [
    ("NASpI", &["naspi"], Benefit::Naspi),
    ("DIS-COLL", &["dis coll", "discoll"], Benefit::DisColl),
    ("AdI", &["adi", "assegno di inclusione"], Benefit::Adi),
    ("SFL", &["sfl", "supporto per la formazione e il lavoro"], Benefit::Sfl),
];

fn other_benefit(look: &Look<'_>, say: &mut Say<'_>) {
    let own = look.benefit();
    let printed = match own {
        Benefit::None => "di chi non ha un sostegno al reddito",
        Benefit::Naspi => "della NASpI",
        Benefit::DisColl => "della DIS-COLL",
        Benefit::Adi => "dell'AdI",
        Benefit::Sfl => "del SFL",
    };
    for (name, words, benefit) in NAMES {
        // The two of each kind share their section 12.
        let shared = own == benefit
            || own.is_insurance() && benefit.is_insurance()
            || own.is_inclusion() && benefit.is_inclusion();
        let mut texts = look.texts.iter().filter(|text| text.section >= 4);
        if !shared && texts.any(|text| words.iter().any(|word| mentions(&text.folded, word))) {
            say.at("benefit").with(name).with(printed);
        }
    }
}
