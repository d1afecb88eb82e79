//! The rows of sections 6 and 7, and the texts of a version: what may be typed.

use chrono::NaiveDate;

use super::{Measure, MeasureForm, PspVersion, SearchAct, SearchActForm};
use crate::domain::activity::SapChoice;
use crate::domain::finding::{Finding, Level, Rule};
use crate::domain::ids::{MeasureId, PspVersionId, SearchActId};
use crate::domain::text::is_control;

const fn block(id: &'static str, text: &'static str) -> Rule {
    Rule { id, level: Level::Block, reference: "righe e testi del patto", text }
}

/// Too long for its place on paper.
pub const TOO_LONG: Rule = block("R-PAT-2", "Testo troppo lungo: {} caratteri, al massimo {}.");
/// A character that cannot be printed.
pub const CONTROL: Rule = block("R-PAT-2", "Il testo contiene un carattere invisibile: riscriverlo.");
/// A code no table has.
pub const UNKNOWN_CODE: Rule = block("R-PAT-3", "«{}» non è nella tabella: scegliere dall'elenco (F4).");
/// A period that ends before it begins.
pub const PERIOD: Rule = block("R-PAT-5", "Il periodo finisce il {}, prima di cominciare.");
/// A row without anything in it.
pub const EMPTY_ROW: Rule = block("R-PAT-10", "La riga è vuota: scrivere almeno {}.");

/// Longest text of a line, in characters.
pub const LINE: usize = 120;
/// Longest text of a table cell that may wrap, in characters.
pub const CELL: usize = 400;
/// Longest text of a section, in characters.
pub const TEXT: usize = 4000;

/// Length and characters of a text; line ends are allowed in the long ones.
pub fn check_text(field: &'static str, text: &str, longest: usize, found: &mut Vec<Finding>) {
    let length = text.chars().count();
    if length > longest {
        found.push(TOO_LONG.at(field).with(length).with(longest));
    }
    if text.chars().any(|c| is_control(c) && !(longest > LINE && c == '\n')) {
        found.push(CONTROL.at(field));
    }
}

/// The texts of a version.
#[must_use]
pub fn check_version(version: &PspVersion) -> Vec<Finding> {
    let mut found = Vec::new();
    let texts: [(&'static str, &str, usize); 7] = [
        ("contact_address", &version.contact_address, 240),
        ("privacy_version", &version.privacy_version, 40),
        ("no_measure_reason", &version.no_measure_reason, CELL),
        ("objective", &version.objective, TEXT),
        ("person_commitments", &version.person_commitments, TEXT),
        ("office_commitments", &version.office_commitments, TEXT),
        ("reason", &version.reason, CELL),
    ];
    for (field, text, longest) in texts {
        check_text(field, text, longest, &mut found);
    }
    found
}

/// A measure row, without its codes.
#[must_use]
pub fn check_measure(form: &MeasureForm) -> Vec<Finding> {
    let mut found = Vec::new();
    check_text("now.title", &form.title, LINE, &mut found);
    check_text("now.provider", &form.provider, LINE, &mut found);
    check_text("now.expected_outcome", &form.expected_outcome, CELL, &mut found);
    check_text("now.note", &form.note, TEXT, &mut found);
    if form.title.trim().is_empty() && form.lep.trim().is_empty() {
        found.push(EMPTY_ROW.at("now.title").with("la misura o il LEP"));
    }
    period(form.from, form.to, &mut found);
    found
}

fn period(from: Option<NaiveDate>, to: Option<NaiveDate>, found: &mut Vec<Finding>) {
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        found.push(PERIOD.at("now.to").with(to.format("%d/%m/%Y")));
    }
}

/// A search-act row.
#[must_use]
pub fn check_search_act(form: &SearchActForm) -> Vec<Finding> {
    let mut found = Vec::new();
    check_text("now.action", &form.action, CELL, &mut found);
    check_text("now.quantity", &form.quantity, LINE, &mut found);
    if form.action.trim().is_empty() {
        found.push(EMPTY_ROW.at("now.action").with("l'azione"));
    }
    found
}

impl Measure {
    /// What was entered.
    #[must_use]
    pub fn form(&self) -> MeasureForm {
        let m = self.clone();
        MeasureForm {
            title: m.title,
            lep: m.lep,
            sap: m.sap,
            provider: m.provider,
            from: m.from,
            to: m.to,
            expected_outcome: m.expected_outcome,
            note: m.note,
        }
    }

    /// The row with what was entered now.
    #[must_use]
    pub fn with(&self, form: &MeasureForm, sap: SapChoice) -> Self {
        let f = form.clone();
        Self {
            title: f.title.trim().to_owned(),
            lep: f.lep.trim().to_uppercase(),
            sap,
            provider: f.provider.trim().to_owned(),
            from: f.from,
            to: f.to,
            expected_outcome: f.expected_outcome,
            note: f.note,
            ..self.clone()
        }
    }

    /// The same row in another version.
    #[must_use]
    pub fn copied(&self, id: MeasureId, version: PspVersionId) -> Self {
        Self { id, version, ..self.clone() }
    }
}

impl SearchAct {
    /// What was entered.
    #[must_use]
    pub fn form(&self) -> SearchActForm {
        SearchActForm { action: self.action.clone(), quantity: self.quantity.clone(), by_date: self.by_date }
    }

    /// The row with what was entered now.
    #[must_use]
    pub fn with(&self, form: &SearchActForm) -> Self {
        Self {
            action: form.action.trim().to_owned(),
            quantity: form.quantity.trim().to_owned(),
            by_date: form.by_date,
            ..self.clone()
        }
    }

    /// The same row in another version.
    #[must_use]
    pub fn copied(&self, id: SearchActId, version: PspVersionId) -> Self {
        Self { id, version, ..self.clone() }
    }
}
