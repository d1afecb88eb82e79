//! What is checked before an assessment is recorded (assessment.md).
//!
//! Numbers R-ASM are the program's own; all others are those of the study
//! of the law.

use chrono::{NaiveDate, TimeDelta};

use super::person::Person;
use super::proposal::Proposal;
use super::questionnaire::Questionnaire;
use super::versions::{self, BEFORE_LAST, SAME_AGAIN};
use super::{Assessment, AssessmentForm, coherence, interview, italian};
use crate::domain::did::Profiling;
use crate::domain::finding::{Finding, Level, Rule, rule};
use crate::domain::period::Period;
use crate::domain::registrant::rules::{LINE, NOTE, UNKNOWN_CODE, check_text};

use Level::{Block, Show, Warn};

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
/// Another path than the one proposed, and no reason.
pub const NO_REASON_TO_DEPART: Rule = rule(
    "R-ASM-3",
    Block,
    INTERVIEW,
    "Il percorso è diverso da quello proposto («{}»): si può, ma serve scrivere perché.",
);
/// Another path than the one proposed.
pub const DEPARTS: Rule = rule(
    "R-PRV-3",
    Show,
    "GDPR art. 13 e 22",
    "Il percorso è diverso da quello proposto («{}»): vale la scelta dell'operatore, con il suo motivo.",
);
/// Until when it holds.
pub const VALID: Rule = rule(
    "R-ASM-17",
    Show,
    "durata fissata dall'ufficio, proposta dal programma",
    "L'assessment vale fino al {} ({} + {} gg): poi va rifatto.",
);
/// Index incomplete.
pub const INDEX_INCOMPLETE: Rule =
    rule("R-ASM-4", Block, INDEX, "Dell'indice servono modello, valore e data: manca {}.");
/// Model unknown.
pub const INDEX_MODEL: Rule =
    rule("R-ASM-4", Block, INDEX, "«{}» non è un modello di indice: dlgs150, gol oppure gg.");
/// Value outside the scale.
pub const INDEX_SCALE: Rule = rule("R-ASM-4", Block, INDEX, "«{}» non sta nella scala di questo indice: {}.");
/// Its validity ends before it begins.
pub const INDEX_ENDS: Rule = rule(
    "R-ASM-4",
    Block,
    INDEX,
    "L'indice è del {} e varrebbe solo fino al {}: una delle due date è sbagliata.",
);
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
    /// The questionnaire the form names, if this program has it.
    pub questionnaire: Option<&'a Questionnaire>,
    /// Who it is about.
    pub person: Person<'a>,
    /// The path proposed, with its label.
    pub proposal: Option<(&'a Proposal, &'a str)>,
    /// The last assessment of the person.
    pub last: Option<&'a Assessment>,
    /// Days for which an assessment holds.
    pub valid_days: u32,
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
    found.extend(coherence::check(profiling, facts.person, day));
    found.extend(interview::check(form, facts.questionnaire, day));
    codes_and_texts(form, facts, &mut found);
    if form.judgement.trim().is_empty() {
        found.push(NO_JUDGEMENT.at("assessment.judgement"));
    }
    path(form, facts, day, &mut found);
    index(form, day, facts.today, &mut found);
    if form.sectors.trim().is_empty() {
        found.push(NO_SECTOR.at("assessment.sectors"));
    }
    if let (Some(last), Some(date)) = (facts.last, form.date) {
        if date < last.date {
            found.push(BEFORE_LAST.at("assessment.date").with(italian(date)).with(italian(last.date)));
        } else if versions::is_same(form, profiling, last) {
            found.push(SAME_AGAIN.at("assessment.date").with(italian(last.date)));
        }
    }
    let until = versions::valid_until(day, facts.valid_days);
    found.push(VALID.found().with(italian(until)).with(italian(day)).with(facts.valid_days));
    found
}

fn path(form: &AssessmentForm, facts: Facts<'_>, day: NaiveDate, found: &mut Vec<Finding>) {
    match facts.path {
        _ if form.path.is_empty() => found.push(NO_PATH.at("assessment.path")),
        None => found.push(UNKNOWN_PATH.at("assessment.path").with(&form.path)),
        Some((label, period)) if !period.contains(day) => {
            found.push(PATH_ENDED.at("assessment.path").with(italian(day)).with(label));
        }
        Some(_) => {}
    }
    let departs = facts.proposal.filter(|(proposal, _)| !form.path.is_empty() && proposal.path != form.path);
    let silent = form.path_reason.trim().is_empty();
    match (departs, facts.proposal) {
        (Some((_, label)), _) if silent => {
            found.push(NO_REASON_TO_DEPART.at("assessment.path_reason").with(label));
        }
        (Some((_, label)), _) => found.push(DEPARTS.at("assessment.path").with(label)),
        (None, None) if silent => found.push(NO_PATH_REASON.at("assessment.path_reason")),
        _ => {}
    }
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
        ("assessment.in_depth_reason", &form.in_depth_reason, NOTE),
        ("assessment.index_value", &form.index_value, LINE),
        ("assessment.index_class", &form.index_class, LINE),
        ("assessment.index_source", &form.index_source, LINE),
    ] {
        check_text(field, text, longest, found);
    }
}

/// The index is recorded as received, never computed: it needs its model,
/// since the scales are not comparable (assessment.md § 2).
fn index(form: &AssessmentForm, day: NaiveDate, today: NaiveDate, found: &mut Vec<Finding>) {
    let (model, value) = (form.index_model.as_str(), form.index_value.trim());
    let more = !form.index_class.trim().is_empty() || form.index_valid_until.is_some();
    if model.is_empty() && value.is_empty() && form.index_date.is_none() && !more {
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
        let until = form.index_valid_until;
        if date > today {
            found.push(INDEX_FUTURE.at("assessment.index_date").with(italian(date)));
        } else if let Some(until) = until.filter(|until| *until < date) {
            found
                .push(INDEX_ENDS.at("assessment.index_valid_until").with(italian(date)).with(italian(until)));
        } else if is_stale(date, until, day) {
            let days = (until.unwrap_or(date + TimeDelta::days(INDEX_DAYS)) - date).num_days();
            found.push(INDEX_STALE.at("assessment.index_date").with(italian(date)).with(days));
        }
    }
}

/// Is an index of that date older than ninety days, or past the end its own
/// record gives it? (R-DID-20)
#[must_use]
pub fn is_stale(index_date: NaiveDate, until: Option<NaiveDate>, day: NaiveDate) -> bool {
    until.map_or(day - index_date > TimeDelta::days(INDEX_DAYS), |until| until < day)
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

#[cfg(test)]
mod tests;
