//! What is checked before an assessment is recorded (assessment.md).
//!
//! Numbers R-ASM are the program's own; all others are those of the study
//! of the law.

use chrono::{NaiveDate, TimeDelta};

use super::AssessmentForm;
use crate::domain::did::Profiling;
use crate::domain::finding::{Finding, Level, Rule};
use crate::domain::period::Period;
use crate::domain::registrant::rules::{LINE, NOTE, UNKNOWN_CODE, check_text};

use Level::{Block, Show, Warn};

const fn rule(id: &'static str, level: Level, reference: &'static str, text: &'static str) -> Rule {
    Rule { id, level, reference, text }
}

const INTERVIEW: &str = "delibera ANPAL 5/2022 all. B";
const INDEX: &str = "delibere ANPAL 6/2016 e 5/2022 all. A";

/// Date missing.
pub const NO_DATE: Rule = rule("R-ASM-1", Block, INTERVIEW, "Manca la data dell'assessment.");
/// Date after today.
pub const FUTURE: Rule = rule("R-ASM-1", Block, INTERVIEW, "La data dell'assessment, {}, è futura.");
/// Before the DID it belongs to.
pub const BEFORE_DID: Rule = rule(
    "R-ASM-2",
    Warn,
    INTERVIEW,
    "L'assessment ({}) viene prima della DID ({}): di norma comincia con la DID. Scrivere perché.",
);
/// No reason for the path.
pub const NO_PATH_REASON: Rule = rule(
    "R-ASM-3",
    Block,
    INTERVIEW,
    "Manca il motivo del percorso: lo sceglie l'operatore, nessun indice lo decide.",
);
/// Index incomplete.
pub const INDEX_INCOMPLETE: Rule =
    rule("R-ASM-4", Block, INDEX, "Dell'indice servono modello, valore e data: manca {}.");
/// Model unknown.
pub const INDEX_MODEL: Rule =
    rule("R-ASM-4", Block, INDEX, "«{}» non è un modello di indice: dlgs150, gol oppure gg.");
/// Value outside the scale.
pub const INDEX_SCALE: Rule = rule("R-ASM-4", Block, INDEX, "«{}» non sta nella scala di questo indice: {}.");
/// Index of a day to come.
pub const INDEX_FUTURE: Rule = rule("R-ASM-4", Block, INDEX, "La data dell'indice, {}, è futura.");
/// Index older than ninety days.
pub const INDEX_STALE: Rule = rule(
    "R-DID-20",
    Show,
    "D.Lgs. 150/2015 art. 19 c. 6",
    "L'indice è del {}, di oltre {} giorni fa: il sistema nazionale lo ricalcola.",
);
/// No DID to rest on.
pub const NO_OPEN_DID: Rule = rule(
    "R-PSP-1",
    Show,
    "D.Lgs. 150/2015 art. 20 c. 1",
    "Non c'è una DID aperta: per il patto di servizio servirà.",
);
/// No judgement.
pub const NO_JUDGEMENT: Rule = rule(
    "R-PSP-2",
    Block,
    "D.Lgs. 150/2015 art. 20 c. 2 lett. b",
    "Manca il giudizio dell'operatore: è il profilo di occupabilità del patto.",
);
/// No path.
pub const NO_PATH: Rule = rule("R-PSP-17", Block, "tipi di percorso", "Manca il percorso.");
/// A path no table has.
pub const UNKNOWN_PATH: Rule =
    rule("R-PSP-17", Block, "tipi di percorso", "«{}» non è un percorso: scegliere dall'elenco (F4).");
/// A path not in force on the day.
pub const PATH_ENDED: Rule = rule(
    "R-PSP-18",
    Warn,
    "programma GOL, fino ad agosto 2026",
    "Il {} il percorso «{}» non è tra quelli in vigore: scrivere perché si usa.",
);
/// No sector.
pub const NO_SECTOR: Rule = rule(
    "R-PSP-20",
    Show,
    "DM 42/2018 art. 4",
    "Nessun settore economico-professionale: serve per verificare le offerte di lavoro.",
);

/// Days after which an index is stale, unless its own record says another
/// (R-DID-20).
pub const INDEX_DAYS: i64 = 90;

/// What the archive and the tables know.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// The date of the open DID.
    pub did: Option<NaiveDate>,
    /// Label of the path and when it is in force; `None`: no such path.
    pub path: Option<(&'a str, Period)>,
    /// Fields whose code no table has, as named in the command.
    pub unknown_codes: &'a [&'static str],
    /// The day of the command.
    pub today: NaiveDate,
}

/// Everything the rules say about an assessment. The profiling set is the
/// completed one.
#[must_use]
pub fn check(form: &AssessmentForm, profiling: &Profiling, facts: Facts<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let day = form.date.unwrap_or(facts.today);
    match (form.date, facts.did) {
        (None, _) => found.push(NO_DATE.at("assessment.date")),
        (Some(date), _) if date > facts.today => {
            found.push(FUTURE.at("assessment.date").with(italian(date)));
        }
        (Some(date), Some(did)) if date < did => {
            found.push(BEFORE_DID.at("assessment.date").with(italian(date)).with(italian(did)));
        }
        (_, None) => found.push(NO_OPEN_DID.found()),
        _ => {}
    }
    found.extend(profiling.check(facts.unknown_codes));
    codes_and_texts(form, facts, &mut found);
    if form.judgement.trim().is_empty() {
        found.push(NO_JUDGEMENT.at("assessment.judgement"));
    }
    match facts.path {
        _ if form.path.is_empty() => found.push(NO_PATH.at("assessment.path")),
        None => found.push(UNKNOWN_PATH.at("assessment.path").with(&form.path)),
        Some((label, period)) if !period.contains(day) => {
            found.push(PATH_ENDED.at("assessment.path").with(italian(day)).with(label));
        }
        Some(_) => {}
    }
    if form.path_reason.trim().is_empty() {
        found.push(NO_PATH_REASON.at("assessment.path_reason"));
    }
    index(form, day, facts.today, &mut found);
    if form.sectors.trim().is_empty() {
        found.push(NO_SECTOR.at("assessment.sectors"));
    }
    found
}

fn codes_and_texts(form: &AssessmentForm, facts: Facts<'_>, found: &mut Vec<Finding>) {
    for (field, code) in
        [("assessment.digital_skill", &form.digital_skill), ("assessment.mobility", &form.mobility)]
    {
        if facts.unknown_codes.contains(&field) {
            found.push(UNKNOWN_CODE.at(field).with(code));
        }
    }
    for (field, text, longest) in [
        ("assessment.obstacles", &form.obstacles, NOTE),
        ("assessment.judgement", &form.judgement, NOTE),
        ("assessment.sectors", &form.sectors, NOTE),
        ("assessment.path_reason", &form.path_reason, NOTE),
        ("assessment.index_value", &form.index_value, LINE),
    ] {
        check_text(field, text, longest, found);
    }
}

/// The index is recorded as received, never computed: it needs its model,
/// since the scales are not comparable (assessment.md § 2).
fn index(form: &AssessmentForm, day: NaiveDate, today: NaiveDate, found: &mut Vec<Finding>) {
    let (model, value) = (form.index_model.as_str(), form.index_value.trim());
    if model.is_empty() && value.is_empty() && form.index_date.is_none() {
        return;
    }
    for (given, field, name) in [
        (!model.is_empty(), "assessment.index_model", "il modello"),
        (!value.is_empty(), "assessment.index_value", "il valore"),
        (form.index_date.is_some(), "assessment.index_date", "la data"),
    ] {
        if !given {
            found.push(INDEX_INCOMPLETE.at(field).with(name));
        }
    }
    let scale = match model {
        "dlgs150" => Some((is_probability(value), "un decimale da 0 a 1")),
        "gol" => Some((matches!(value, "1" | "2" | "3"), "1, 2 o 3")),
        "gg" => Some((matches!(value, "1" | "2" | "3" | "4"), "1, 2, 3 o 4")),
        _ => None,
    };
    match scale {
        Some((false, scale)) if !value.is_empty() => {
            found.push(INDEX_SCALE.at("assessment.index_value").with(value).with(scale));
        }
        None if !model.is_empty() => found.push(INDEX_MODEL.at("assessment.index_model").with(model)),
        _ => {}
    }
    if let Some(date) = form.index_date {
        if date > today {
            found.push(INDEX_FUTURE.at("assessment.index_date").with(italian(date)));
        } else if is_stale(date, day) {
            found.push(INDEX_STALE.at("assessment.index_date").with(italian(date)).with(INDEX_DAYS));
        }
    }
}

/// Is an index of that date older than ninety days? (R-DID-20)
#[must_use]
pub fn is_stale(index_date: NaiveDate, day: NaiveDate) -> bool {
    day - index_date > TimeDelta::days(INDEX_DAYS)
}

/// `0.644371661`, also with a comma: digits, one sign, at most 1.
fn is_probability(text: &str) -> bool {
    let (whole, decimals) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    digits(decimals)
        && match whole {
            "0" => true,
            "1" => decimals.bytes().all(|b| b == b'0'),
            _ => false,
        }
}

fn italian(day: NaiveDate) -> impl std::fmt::Display {
    day.format("%d/%m/%Y")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::did::profiling::tests::full;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    fn good() -> AssessmentForm {
        AssessmentForm {
            date: Some(day(11, 23)),
            judgement: "esperienza solida, ricerca poco organizzata".into(),
            sectors: "servizi amministrativi".into(),
            path: "ordinario".into(),
            path_reason: "competenze spendibili subito".into(),
            ..AssessmentForm::default()
        }
    }

    fn stops(change: impl FnOnce(&mut AssessmentForm)) -> Vec<String> {
        rules_of(change, true)
    }

    fn rules_of(change: impl FnOnce(&mut AssessmentForm), stopping: bool) -> Vec<String> {
        let mut form = good();
        change(&mut form);
        let gol = Period { from: None, to: Some(day(8, 31)) };
        let path = match form.path.as_str() {
            "gol_2" => Some(("GOL 2", gol)),
            "ordinario" => Some(("ordinario", Period::default())),
            _ => None,
        };
        let facts = Facts { did: Some(day(1, 10)), path, unknown_codes: &[], today: day(11, 23) };
        let found = check(&form, &full(), facts);
        found.iter().filter(|f| f.stops() == stopping).map(|f| f.rule.to_string()).collect()
    }

    #[test]
    fn borders_of_each_rule() {
        assert_eq!(stops(|_| {}), Vec::<String>::new());
        assert_eq!(stops(|f| f.date = None), ["R-ASM-1"]);
        assert_eq!(stops(|f| f.date = Some(day(11, 24))), ["R-ASM-1"]);
        assert_eq!(stops(|f| f.date = Some(day(1, 9))), ["R-ASM-2"]);
        assert_eq!(stops(|f| f.date = Some(day(1, 10))), Vec::<String>::new());
        assert_eq!(stops(|f| f.path_reason = " ".into()), ["R-ASM-3"]);
        assert_eq!(stops(|f| f.judgement.clear()), ["R-PSP-2"]);
        assert_eq!(stops(|f| f.path.clear()), ["R-PSP-17"]);
        assert_eq!(stops(|f| f.path = "gol_9".into()), ["R-PSP-17"]);
        assert_eq!(stops(|f| f.path = "gol_2".into()), ["R-PSP-18"]);
        let in_time = |f: &mut AssessmentForm| {
            f.path = "gol_2".into();
            f.date = Some(day(8, 31));
        };
        assert_eq!(stops(in_time), Vec::<String>::new(), "the last day of GOL");
        assert_eq!(rules_of(|f| f.sectors.clear(), false), ["R-PSP-20"]);
    }

    #[test]
    fn an_index_fits_its_scale_or_is_refused() {
        let with = |model: &str, value: &str| {
            stops(|f| {
                f.index_model = model.into();
                f.index_value = value.into();
                f.index_date = Some(day(11, 1));
            })
        };
        for (model, good, bad) in [
            (
                "dlgs150",
                &["0.644371661", "0,64", "0", "1", "1.000"][..],
                &["1.1", "2", "0.", ".5", "-0.1", "a"],
            ),
            ("gol", &["1", "3"], &["0", "4", "1.5", "", "x", "01"]),
            ("gg", &["1", "4"], &["0", "5", "1.5", "", "x", "01"]),
        ] {
            for value in good {
                assert_eq!(with(model, value), Vec::<String>::new(), "{model} {value}");
            }
            for value in bad {
                assert_eq!(with(model, value), ["R-ASM-4"], "{model} {value:?}");
            }
        }
        assert_eq!(with("altro", "1"), ["R-ASM-4"]);
        assert_eq!(stops(|f| f.index_value = "0.5".into()), ["R-ASM-4", "R-ASM-4"], "no model, no date");
    }

    #[test]
    fn an_index_is_stale_after_ninety_days() {
        let dated = |date| {
            let change = |f: &mut AssessmentForm| {
                f.index_model = "gol".into();
                f.index_value = "2".into();
                f.index_date = Some(date);
            };
            (stops(change), rules_of(change, false))
        };
        assert_eq!(dated(day(8, 25)), (vec![], vec![]), "ninety days before 23 November");
        assert_eq!(dated(day(8, 24)), (vec![], vec!["R-DID-20".to_owned()]));
        assert_eq!(dated(day(11, 24)).0, ["R-ASM-4"]);
    }
}
