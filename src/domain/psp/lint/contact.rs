//! Who follows the person and how they reach each other (section 5).

use super::{Check, Look, blank, check};
use crate::domain::did::Benefit;
use crate::domain::office::Role;

const AGREED: &str = "R-PSP-13, D.Lgs. 150/2015 art. 21 c.6";

pub(super) const CHECKS: &[Check] = &[
    check(
        "L-PSP-19",
        5,
        AGREED,
        "La convocazione è concordata per e-mail, ma nella scheda non c'è un indirizzo e-mail.",
        "Chiedere l'indirizzo (PE03), o concordare un altro canale.",
        |look, say| {
            if look.version().convocation_channel == "email" && blank(&look.person().email) {
                say.at("convocation_channel");
            }
        },
    ),
    check(
        "L-PSP-20",
        5,
        AGREED,
        "La convocazione è concordata per PEC, ma nella scheda non c'è una PEC.",
        "Chiedere l'indirizzo PEC (PE03), o concordare un altro canale.",
        |look, say| {
            if look.version().convocation_channel == "pec" && blank(&look.person().pec) {
                say.at("convocation_channel");
            }
        },
    ),
    check(
        "L-PSP-21",
        5,
        AGREED,
        "La convocazione è concordata per {}, ma nella scheda non c'è un cellulare.",
        "Chiedere il numero (PE03), o concordare un altro canale.",
        |look, say| {
            let channel = match look.version().convocation_channel.as_str() {
                "sms" => "SMS",
                "phone" if blank(&look.person().phone) => "telefono",
                _ => return,
            };
            if blank(&look.person().mobile) {
                say.at("convocation_channel").with(channel);
            }
        },
    ),
    check(
        "L-PSP-22",
        5,
        "R-CNV-9",
        "{} su cui la persona sarà convocata non è mai stato verificato con lei.",
        "Mandare un messaggio di prova o farlo rileggere, e segnare la verifica nella scheda (PE03).",
        |look, say| {
            let p = look.person();
            let what = match look.version().convocation_channel.as_str() {
                "email" if !blank(&p.email) && p.email_verified_on.is_none() => "L'indirizzo e-mail",
                "sms" if !blank(&p.mobile) && p.mobile_verified_on.is_none() => "Il cellulare",
                _ => return,
            };
            say.at("convocation_channel").with(what);
        },
    ),
    check(
        "L-PSP-23",
        5,
        "R-CNV-10, delibera ANPAL 54/2019",
        "Con {} il canale concordato non prova un'assenza: nessuna conseguenza sarebbe applicabile.",
        "Concordare PEC, raccomandata, o gli appuntamenti fissati di persona.",
        |look, say| {
            if look.benefit() != Benefit::None && look.known().channel_never_proves {
                say.at("convocation_channel").with(look.benefit().label());
            }
        },
    ),
    check(
        "L-PSP-24",
        5,
        "R-REM-2",
        "Ci si sente {}, ma nella scheda manca il recapito che serve.",
        "Scrivere nella scheda (PE03) l'e-mail o il telefono, o cambiare il modo.",
        |look, say| {
            let p = look.person();
            let (mode, missing) = match look.version().contact_mode.as_str() {
                "email" => ("per e-mail", blank(&p.email)),
                "video" => ("in videochiamata", blank(&p.email)),
                "phone" => ("per telefono", blank(&p.mobile) && blank(&p.phone)),
                _ => return,
            };
            if missing {
                say.at("contact_mode").with(mode);
            }
        },
    ),
    check(
        "L-PSP-25",
        5,
        "R-REM-2",
        "Ci si sente a distanza, ma per l'assessment la persona non ha competenze digitali.",
        "Concordare incontri in presenza o il telefono, o scrivere chi la aiuta.",
        |look, say| {
            if look.unskilled() && matches!(look.version().contact_mode.as_str(), "email" | "video") {
                say.at("contact_mode");
            }
        },
    ),
    check(
        "L-PSP-26",
        5,
        "R-ADI-3, R-SFL-3; DL 48/2023 art. 4 c.5 e art. 12 c.8",
        "Con {} serve un incontro almeno ogni {} giorni, e il patto non lo promette.",
        "Scegliere una frequenza più stretta, o fissare già l'appuntamento.",
        |look, say| {
            let days = i64::from(look.known().frequency_days);
            let most = look.terms().presence_days;
            let often = (1..=most).contains(&days);
            let soon = |start: chrono::NaiveDate| (1..=most).contains(&(start - look.day).num_days());
            let fixed = look.facts.appointments.iter().any(|a| soon(a.start.date()));
            let agreed = !blank(&look.version().contact_frequency);
            if look.benefit().is_inclusion() && agreed && !often && !fixed {
                say.at("contact_frequency").with(look.benefit().label()).with(most);
            }
        },
    ),
    check(
        "L-PSP-27",
        5,
        "R-PSP-2, D.Lgs. 150/2015 art. 20 c.2 a)",
        "Responsabile è {}, che qui non segue persone.",
        "Scegliere un operatore o il responsabile dell'ufficio (F4).",
        |look, say| {
            let aside = |role| matches!(role, Role::Reader | Role::Administrator);
            if let Some(officer) = look.facts.officer.filter(|officer| aside(officer.role)) {
                say.at("case_officer").with(officer.full_name());
            }
        },
    ),
    check(
        "L-PSP-28",
        5,
        "R-PSP-2, D.Lgs. 150/2015 art. 20 c.2 a)",
        "Di {} non si leggeranno né telefono né e-mail: la persona non saprà come avvisare.",
        "Scrivere i recapiti dell'operatore, o quelli dell'ufficio, nelle impostazioni.",
        |look, say| {
            let unreachable = |phone: &str, email: &str| blank(phone) && blank(email);
            let office = look.facts.office.is_some_and(|o| !unreachable(&o.phone, &o.email));
            if let Some(o) = look.facts.officer.filter(|o| unreachable(&o.phone, &o.email) && !office) {
                say.at("case_officer").with(o.full_name());
            }
        },
    ),
];

impl Look<'_> {
    /// Has the person no digital skill at all, for the assessment?
    pub(super) fn unskilled(&self) -> bool {
        self.assessment().is_some_and(|a| a.digital_skill == "nessuna")
    }
}
