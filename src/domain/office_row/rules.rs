//! What is checked before an office's own row is written or taken back
//! (R-UFF-21 to 34).

use chrono::{Datelike, NaiveDate};
use serde_json::Value;

use super::{Entry, GivenRow, LOGO, OfficeRow, Table, Values, in_force};
use crate::domain::finding::{Finding, Level, Rule};
use crate::domain::hour::YEARS;
use crate::domain::law::RuleRow;
use crate::domain::permission::{KEPT, KEPT_BY_ADMINISTRATORS};
use crate::domain::psp::rows::{LINE, check_text};

const fn rule(id: &'static str, level: Level, text: &'static str) -> Rule {
    Rule { id, level, reference: "tabelle dell'ufficio, con data e responsabile", text }
}

/// A code of no table.
pub const NO_SUCH_CODE: Rule =
    rule("R-UFF-21", Level::Block, "Nella tabella «{}» il codice «{}» non c'è e non si aggiunge.");
/// The shape of a new code.
pub const CODE_SHAPE: Rule = rule(
    "R-UFF-21",
    Level::Block,
    "Il codice «{}» non va bene: da 2 a 40 lettere minuscole, cifre e trattini bassi.",
);
/// A column that is not there.
pub const NO_SUCH_COLUMN: Rule = rule("R-UFF-22", Level::Block, "La tabella «{}» non ha la colonna «{}».");
/// A column a new code needs.
pub const COLUMN_MISSING: Rule =
    rule("R-UFF-22", Level::Block, "Al codice nuovo «{}» manca la colonna «{}».");
/// A value out of range or of another kind.
pub const BAD_VALUE: Rule = rule("R-UFF-23", Level::Block, "«{}» non va bene per {}: ci vuole {}.");
/// No first day.
pub const NO_DAY: Rule = rule("R-UFF-24", Level::Block, "Manca il giorno da cui vale.");
/// A day of another age.
pub const ODD_DAY: Rule = rule("R-UFF-24", Level::Block, "La data {} non va bene: l'anno va da {} a {}.");
/// The end before the start.
pub const END_FIRST: Rule = rule("R-UFF-25", Level::Block, "Finirebbe il {}, prima di cominciare il {}.");
/// Two rows of the office on the same days.
pub const OVERLAP: Rule = rule(
    "R-UFF-26",
    Level::Block,
    "Dal {} l'ufficio ha già una riga per «{}»: ritirarla, oppure cambiare le date.",
);
/// A row that changes nothing.
pub const NO_EFFECT: Rule =
    rule("R-UFF-27", Level::Block, "Non cambierebbe niente: dal {} per «{}» vale già così.");
/// No reason.
pub const NO_REASON: Rule = rule("R-UFF-28", Level::Block, "Manca il motivo.");
/// Taken back twice.
pub const WITHDRAWN: Rule = rule("R-UFF-29", Level::Block, "La riga è già stata ritirata il {}.");
/// Days gone by are judged anew.
pub const PAST: Rule = rule(
    "R-UFF-30",
    Level::Show,
    "Vale dal {}, già passato: anche i casi di quei giorni si giudicano con la riga nuova.",
);

/// A rule that is the same everywhere.
pub const NATIONAL: Rule = rule(
    "R-UFF-31",
    Level::Block,
    "«{}» {} allo stesso modo in tutti gli uffici ({}): il suo livello non si cambia.",
);
/// A block where the sources leave the point open.
pub const OPEN: Rule = rule(
    "R-UFF-32",
    Level::Block,
    "«{}» è un punto che le norme lasciano aperto: un ufficio può avvisare o mostrare, mai bloccare.",
);

/// A logo nobody can hear.
pub const NO_ALT: Rule = Rule {
    id: "R-UFF-33",
    level: Level::Block,
    reference: "L. 4/2004; EN 301 549; PDF/UA-1 § 7.3",
    text: "Con il logo ci vuole il testo alternativo: che cosa mostra, per chi non lo vede.",
};

/// What is said of the change; who may make it is asked before.
#[must_use]
pub fn check_words(reason: &str, source: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    if reason.trim().is_empty() {
        found.push(NO_REASON.at("reason"));
    }
    check_text("reason", reason, LINE, &mut found);
    check_text("source", source, LINE, &mut found);
    found
}

/// What a row rests on.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// The table.
    pub table: Table,
    /// Its rows that ship.
    pub shipped: &'a [Entry],
    /// The rule of the row's code, in the table of the rules.
    pub rule: Option<&'a RuleRow>,
    /// The rows the office has in that table.
    pub own: &'a [OfficeRow],
    /// The day of the command.
    pub today: NaiveDate,
}

/// Everything the rules say about a row.
#[must_use]
pub fn check_row(given: &GivenRow, facts: Facts<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    check_code(given, facts, &mut found);
    if !found.is_empty() {
        return found;
    }
    check_cells(given, facts, &mut found);
    let Some(from) = given.valid_from else {
        found.push(NO_DAY.at("valid_from"));
        return found;
    };
    for (field, day) in [("valid_from", Some(from)), ("valid_to", given.valid_to)] {
        if let Some(day) = day.filter(|day| !YEARS.contains(&day.year())) {
            let odd = ODD_DAY.at(field).with(italian(day));
            found.push(odd.with(YEARS.start()).with(YEARS.end()));
        }
    }
    if let Some(to) = given.valid_to.filter(|to| *to < from) {
        found.push(END_FIRST.at("valid_to").with(italian(to)).with(italian(from)));
    }
    if !found.is_empty() {
        return found;
    }
    if let Some(other) = overlap(given, from, facts.own) {
        found.push(OVERLAP.at("valid_from").with(italian(other)).with(&given.code));
    } else if !changes(given, from, facts) {
        found.push(NO_EFFECT.at("valid_from").with(italian(from)).with(&given.code));
    } else if from < facts.today {
        found.push(PAST.at("valid_from").with(italian(from)));
    }
    found
}

fn check_code(given: &GivenRow, facts: Facts<'_>, found: &mut Vec<Finding>) {
    let code = given.code.as_str();
    if let Some(rule) = facts.rule {
        let blocks = given.cells.get("level").is_some_and(|level| level == "block");
        if !rule.may_change() {
            let national = NATIONAL.at("code").with(code).with(rule.level.label());
            return found.push(national.with(&rule.reference));
        }
        if rule.open && blocks {
            return found.push(OPEN.at("cells.level").with(code));
        }
    }
    if facts.shipped.iter().any(|entry| entry.code == code) {
        return;
    }
    if !facts.table.takes_codes() {
        return found.push(NO_SUCH_CODE.at("code").with(facts.table.label()).with(code));
    }
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
    if !(2..=40).contains(&code.len()) || !code.bytes().all(fits) {
        return found.push(CODE_SHAPE.at("code").with(code));
    }
    // Nothing that ships stands behind such a code: what a row does not say
    // nobody says. A row that only takes it out of use needs no more.
    let ends = given.cells.get("in_use") == Some(&Value::Bool(false));
    for column in facts.table.columns().iter().filter(|column| column.required && !ends) {
        if !given.cells.contains_key(column.name) {
            found.push(COLUMN_MISSING.at("cells").with(code).with(column.label));
        }
    }
}

fn check_cells(given: &GivenRow, facts: Facts<'_>, found: &mut Vec<Finding>) {
    for (name, value) in &given.cells {
        let field = format!("cells.{name}").into();
        let finding = match facts.table.column(name) {
            None => NO_SUCH_COLUMN.found().with(facts.table.label()).with(name),
            Some(column) if column.only.is_some_and(|only| only != given.code) => {
                NO_SUCH_COLUMN.found().with(&given.code).with(name)
            }
            Some(column) if !column.takes(&given.code, value) => {
                let shown = column.shown(&given.code, value);
                let about = label_of(given, facts).unwrap_or(column.label);
                BAD_VALUE.found().with(shown).with(about).with(column.wanted(&given.code))
            }
            Some(_) => continue,
        };
        found.push(Finding { field: Some(field), ..finding });
    }
    let taken = given.cells.get("administrator") == Some(&Value::Bool(false));
    if facts.table == Table::Permissions && taken && KEPT.contains(&given.code.as_str()) {
        found.push(KEPT_BY_ADMINISTRATORS.at("cells.administrator"));
    }
    let image = given.cells.get("image").filter(|image| !image.is_null());
    if facts.table == Table::Letterhead
        && given.code == LOGO
        && image.is_some()
        && !given.cells.contains_key("alt")
    {
        found.push(NO_ALT.at("cells.alt"));
    }
}

/// What a parameter is called; of other tables the column says enough.
fn label_of<'a>(given: &GivenRow, facts: Facts<'a>) -> Option<&'a str> {
    let of_code = facts.shipped.iter().find(|entry| entry.code == given.code)?;
    (facts.table == Table::Parameters).then(|| of_code.text("label")).filter(|label| !label.is_empty())
}

/// The first day of a row of the office the new one would stand on: one that
/// begins the same day or later while the new one lasts, or one with an end
/// that the new one begins before.
fn overlap(given: &GivenRow, from: NaiveDate, own: &[OfficeRow]) -> Option<NaiveDate> {
    own.iter()
        .filter(|row| row.stands() && row.code == given.code)
        .find(|row| {
            let begins_inside =
                row.valid_from >= from && given.valid_to.is_none_or(|to| row.valid_from <= to);
            let inside_it = row.valid_from < from && row.valid_to.is_some_and(|to| from <= to);
            begins_inside && (row.valid_from == from || given.valid_to.is_some()) || inside_it
        })
        .map(|row| row.valid_from)
}

/// Would anything be different on its first day?
fn changes(given: &GivenRow, from: NaiveDate, facts: Facts<'_>) -> bool {
    let before = in_force(facts.shipped, facts.own);
    let row = OfficeRow {
        id: given.id,
        code: given.code.clone(),
        cells: given.cells.clone(),
        valid_from: from,
        valid_to: given.valid_to,
        ..OfficeRow::default()
    };
    let mut own = facts.own.to_vec();
    own.push(row);
    let after = in_force(facts.shipped, &own);
    let last = given.valid_to.unwrap_or(NaiveDate::MAX);
    [from, last].into_iter().any(|day| {
        cells_on(&before, &given.code, day).map(told) != cells_on(&after, &given.code, day).map(told)
    })
}

fn cells_on<'a>(entries: &'a [Entry], code: &str, day: NaiveDate) -> Option<&'a Values> {
    entries.iter().find(|entry| entry.code == code && entry.period().contains(day)).map(|entry| &entry.cells)
}

/// The columns but the source, which says nothing different.
fn told(cells: &Values) -> Vec<(&String, &Value)> {
    cells.iter().filter(|(name, _)| *name != "source" && *name != "in_use").collect()
}

/// Everything the rules say about taking a row back.
#[must_use]
pub fn check_withdrawal(row: &OfficeRow, today: NaiveDate) -> Vec<Finding> {
    let mut found = Vec::new();
    if let Some(at) = row.withdrawn_at {
        found.push(WITHDRAWN.found().with(italian(at.date())));
    } else if row.valid_from < today {
        found.push(PAST.found().with(italian(row.valid_from)));
    }
    found
}

fn italian(day: NaiveDate) -> impl std::fmt::Display {
    day.format("%d/%m/%Y")
}
