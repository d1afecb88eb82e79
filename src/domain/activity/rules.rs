//! What is checked of an activity before it is logged or changed (R-LEP).
//!
//! Numbers R-ATT are the program's own.

use chrono::NaiveDate;

use super::lep::{self, LepKnown};
use super::{Activity, ActivityEvent, ActivityForm, ActivityState, TABLE};
use crate::domain::finding::{Finding, Level, Rule, rule};
use crate::domain::machine;
use crate::domain::psp::rows::check_text;

const fn block(id: &'static str, text: &'static str) -> Rule {
    rule(id, Level::Block, "registro delle attività LEP", text)
}

/// Day missing.
pub const DATE: Rule = block("R-ATT-1", "Manca la data.");
/// A service given tomorrow.
pub const FUTURE: Rule = block("R-ATT-2", "La data {} è futura: il servizio non è ancora stato reso.");
/// Minutes out of range.
pub const MINUTES: Rule = block("R-ATT-3", "La durata va da 1 a 600 minuti.");
/// Way of giving it not in the table.
pub const MODE: Rule = block("R-ATT-4", "«{}» non è un modo dell'elenco (F4).");
/// The act is logged already, or there is none.
pub const CONFIRMED: Rule = block("R-ATT-5", "Questo atto è già registrato, o non c'è.");
/// Another LEP than that of the act.
pub const OTHER_LEP: Rule = block("R-ATT-5", "A questo atto corrisponde il LEP {}.");
/// A version or measure of somebody else.
pub const OTHER_PSP: Rule = block("R-ATT-6", "Il patto o la misura indicati non sono di questa persona.");
/// A reason or outcome is wanted.
pub const NOTE: Rule = block("R-ATT-7", "Manca il motivo.");

/// A state an activity does not begin in.
pub const FIRST_STATE: Rule =
    block("R-LEP-7", "Un'attività si registra avviata o conclusa; proposta solo dentro un patto in bozza.");
/// The machine does not allow it.
pub const NO_STEP: Rule = block("R-LEP-7", "L'attività è «{}»: qui non è possibile.");
/// Agreed before the version is in force.
pub const NOT_AGREED: Rule = block("R-LEP-7", "Diventa concordata quando il patto è attivo.");
/// F3 with hiring.
pub const CO_MISSING: Rule = rule(
    "R-LEP-3",
    Level::Block,
    "la comunicazione obbligatoria prova l'assunzione",
    "Con l'assunzione serve il riferimento della comunicazione obbligatoria (CO).",
);
/// Hired, but not by F3.
pub const HIRED_ELSEWHERE: Rule = rule(
    "R-LEP-3",
    Level::Block,
    "la comunicazione obbligatoria prova l'assunzione",
    "L'assunzione si registra con il LEP F3.",
);
/// E concluded.
pub const UPDATE_PSP: Rule = rule(
    "R-LEP-4",
    Level::Show,
    "esito del LEP E",
    "L'orientamento specialistico è concluso: il patto si aggiorna con una nuova versione.",
);
/// N without its programme.
pub const PROGRAMME: Rule = rule(
    "R-LEP-6",
    Level::Block,
    "esito del LEP N",
    "Il LEP N si conclude con il programma firmato dalla persona: indicarlo in output o in nota.",
);
/// Telephone.
pub const BY_PHONE: Rule = rule(
    "R-DID-6",
    Level::Block,
    "erogazione a distanza (Lombardia 2022)",
    "Per telefono si danno solo informazioni e supporto alla DID: per il LEP {} serve il video.",
);

/// LEP that may be given by telephone alone: information and DID support.
const PHONE: [&str; 2] = ["A", "B"];

/// What tables and archive know; asked outside, so that rules stay pure.
#[derive(Clone, Copy, Debug)]
pub struct RecordFacts<'a> {
    /// What is entered.
    pub form: &'a ActivityForm,
    /// The LEP in the catalogue.
    pub known: Option<&'a LepKnown>,
    /// Is the mode in its table?
    pub mode_known: bool,
    /// Are version and measure of this person?
    pub psp_fits: bool,
    /// Is the version named still a draft?
    pub psp_editable: bool,
    /// Is an act of the given source still without its row?
    pub source_open: bool,
    /// Today.
    pub today: NaiveDate,
}

/// Everything the rules say about a new activity.
#[must_use]
pub fn check(facts: &RecordFacts<'_>) -> Vec<Finding> {
    let form = facts.form;
    let code = form.lep.as_str();
    let mut found = lep::check(code, facts.known, &form.sap, ("activity.lep", "activity.sap"));
    let given = matches!(form.state, ActivityState::Started | ActivityState::Concluded);
    let planned = form.state == ActivityState::Proposed && facts.psp_editable;
    if !given && !planned {
        found.push(FIRST_STATE.at("activity.state"));
    }
    match form.date {
        None => found.push(DATE.at("activity.date")),
        Some(day) if given && day > facts.today => {
            found.push(FUTURE.at("activity.date").with(day.format("%d/%m/%Y")));
        }
        Some(_) => {}
    }
    if !form.minutes.is_some_and(|m| (1..=600).contains(&m)) {
        found.push(MINUTES.at("activity.minutes"));
    }
    if !facts.mode_known {
        found.push(MODE.at("activity.mode").with(&form.mode));
    } else if form.mode == "phone" && !PHONE.contains(&code) {
        found.push(BY_PHONE.at("activity.mode").with(code));
    }
    if !facts.psp_fits {
        found.push(OTHER_PSP.at("activity.psp_version"));
    }
    if let Some(source) = form.source {
        if !facts.source_open {
            found.push(CONFIRMED.at("activity.source"));
        } else if source.lep() != code {
            found.push(OTHER_LEP.at("activity.lep").with(source.lep()));
        }
    }
    if form.hired && facts.known.is_some_and(|known| !known.wants_co) {
        found.push(HIRED_ELSEWHERE.at("activity.hired"));
    }
    if form.state == ActivityState::Concluded {
        concluded(code, form.hired, &form.co_reference, &[&form.output, &form.note], &mut found);
    }
    texts(form, &mut found);
    found
}

fn concluded(lep: &str, hired: bool, co: &str, programme: &[&str], found: &mut Vec<Finding>) {
    if lep == "F3" && hired && co.trim().is_empty() {
        found.push(CO_MISSING.at("activity.co_reference"));
    }
    if lep == "N" && programme.iter().all(|text| text.trim().is_empty()) {
        found.push(PROGRAMME.at("activity.output"));
    }
    if lep == "E" {
        found.push(UPDATE_PSP.at("activity.lep"));
    }
}

fn texts(form: &ActivityForm, found: &mut Vec<Finding>) {
    let texts: [(&'static str, &str, usize); 5] = [
        ("activity.outcome", &form.outcome, 400),
        ("activity.output", &form.output, 400),
        ("activity.provider", &form.provider, 120),
        ("activity.co_reference", &form.co_reference, 60),
        ("activity.note", &form.note, 4000),
    ];
    for (field, text, longest) in texts {
        check_text(field, text, longest, found);
    }
}

/// The state an event leads to, or why it may not happen.
///
/// # Errors
/// What refuses it.
pub fn happened(
    activity: &Activity,
    event: ActivityEvent,
    note: &str,
    co_reference: &str,
    psp_in_force: bool,
) -> Result<(ActivityState, Vec<Finding>), Vec<Finding>> {
    let Some(next) = machine::next(TABLE, activity.state, event) else {
        return Err(vec![NO_STEP.at("event").with(activity.state.label())]);
    };
    let mut found = Vec::new();
    check_text("note", note, 4000, &mut found);
    check_text("co_reference", co_reference, 60, &mut found);
    match event {
        ActivityEvent::Agreed if !psp_in_force => found.push(NOT_AGREED.at("event")),
        ActivityEvent::Refused
        | ActivityEvent::Interrupted
        | ActivityEvent::Resumed
        | ActivityEvent::Cancelled
            if note.trim().is_empty() =>
        {
            found.push(NOTE.at("note"));
        }
        ActivityEvent::Concluded => {
            let co = if co_reference.is_empty() { &activity.co_reference } else { co_reference };
            concluded(&activity.lep, activity.hired, co, &[&activity.output, note], &mut found);
        }
        ActivityEvent::Agreed
        | ActivityEvent::Refused
        | ActivityEvent::Started
        | ActivityEvent::Interrupted
        | ActivityEvent::Resumed
        | ActivityEvent::Cancelled => {}
    }
    if found.iter().any(Finding::stops) { Err(found) } else { Ok((next, found)) }
}
