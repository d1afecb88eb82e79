//! The forms about a row: the office's own value from a day on, and taking
//! one back.

use chrono::NaiveDate;
use serde_json::Value as Json;

use crate::desk::command::{Command, TableSetRow, TableWithdrawRow};
use crate::domain::ids::OfficeRowId;
use crate::domain::office::Region;
use crate::domain::office_row::{Cell, Column, Entry, GivenRow, Table, Values};
use crate::domain::parameters::{Kind, Parameters};
use crate::domain::psp::rows::LINE;
use crate::tables::sheets;
use crate::ui::form::spec::FieldSpec;
use crate::ui::form::{Form, Name, Source, Spec, Values as Typed, area, choice, date, money, number, text};
use crate::ui::strings::tables::{self as words, help};

const RULES: &[&str] = &["R-UFF-22", "R-UFF-23"];
const DAYS: &[&str] = &["R-UFF-24", "R-UFF-25", "R-UFF-26", "R-UFF-30"];

/// Rows of a field of a few lines.
const LINES: u16 = 4;

/// Columns that are all their row says.
const ALONE: [&str; 2] = ["value", "level"];

/// The field of a column: its path in the command.
fn name(column: &str) -> Option<Name> {
    Some(match column {
        "value" => "row.cells.value",
        "label" => "row.cells.label",
        "in_use" => "row.cells.in_use",
        "employee" => "row.cells.employee",
        "self_employed" => "row.cells.self_employed",
        "criterion" => "row.cells.criterion",
        "miattivo" => "row.cells.miattivo",
        "offer" => "row.cells.offer",
        "proof" => "row.cells.proof",
        "insurance_from" => "row.cells.insurance_from",
        "inclusion" => "row.cells.inclusion",
        "sanction" => "row.cells.sanction",
        "event" => "row.cells.event",
        "level" => "row.cells.level",
        "lines" => "row.cells.lines",
        "mode" => "row.cells.mode",
        "operator" => "row.cells.operator",
        "supervisor" => "row.cells.supervisor",
        "reader" => "row.cells.reader",
        "administrator" => "row.cells.administrator",
        _ => return None,
    })
}

fn field(column: &Column, code: &str) -> Option<FieldSpec> {
    let (name, label) = (name(column.name)?, words::label(column.name));
    let field = match column.cell {
        Cell::Text => text(name, label).limit(200).grow(),
        Cell::Flag => choice(name, label, Source::Fixed(words::YES_NO)).width(12),
        Cell::Cents => money(name, label),
        Cell::Day => date(name, label),
        Cell::Word(items) => choice(name, label, Source::Fixed(items)),
        Cell::Lines => area(name, label, LINES),
        // From a file, by the command line.
        Cell::Template | Cell::Picture => return None,
        Cell::Parameter => match Parameters::spec(code)?.kind {
            Kind::Number { .. } => number(name, label, 6),
            Kind::Flag => choice(name, label, Source::Fixed(words::YES_NO)).width(12),
            Kind::Choice(items) => choice(name, label, Source::Fixed(items)).width(50),
        },
    };
    let field = field.help(help::CELL).rules(RULES);
    let need = column.required;
    Some(if need { field.need() } else { field })
}

/// A form that sets the row of a code anew, filled with what the row says. The
/// value of a parameter is left empty: the heading says the one it had, and a
/// figure typed after it would be another.
pub fn set(table: Table, entry: &Entry, today: NaiveDate) -> Form {
    let mut form = Form::new(days_and_reason(columns(table, &entry.code, Spec::new())), today);
    for column in table.columns_of(&entry.code).filter(|column| !ALONE.contains(&column.name)) {
        if let Some(name) = name(column.name) {
            form.put(name, &raw(entry.cells.get(column.name), column));
        }
    }
    form.accept();
    form
}

/// A form that adds a code to a table.
pub fn add(table: Table, today: NaiveDate) -> Form {
    let code = text("row.code", words::CODE).limit(40).need().help(help::CODE).rules(&["R-UFF-21"]);
    let spec = columns(table, "", Spec::new().row([code.width(42)]));
    let mut form = Form::new(days_and_reason(spec), today);
    form.put("row.cells.in_use", "true");
    form.accept();
    form
}

/// Rows the fields of a code take.
pub fn rows(table: Table, code: &str) -> u16 {
    table.columns_of(code).map(|column| if column.cell == Cell::Lines { LINES } else { 1 }).sum()
}

fn columns(table: Table, code: &str, spec: Spec) -> Spec {
    let fields = table.columns_of(code).filter_map(|column| field(column, code));
    fields.fold(spec, |spec, field| spec.row([field]))
}

fn days_and_reason(spec: Spec) -> Spec {
    let spec = spec.row([
        date("row.valid_from", words::label("valid_from")).need().help(help::FROM).rules(DAYS),
        date("row.valid_to", words::label("valid_to")).help(help::TO).rules(DAYS),
    ]);
    reason(spec).row([text("source", words::label("")).limit(LINE).grow().help(help::SOURCE)])
}

/// A form that takes a row back.
pub fn withdraw(today: NaiveDate) -> Form {
    Form::new(reason(Spec::new()), today)
}

fn reason(spec: Spec) -> Spec {
    let field = text("reason", words::WHY).limit(LINE).grow().need().help(help::REASON);
    spec.row([field.rules(&["R-PRV-11", "R-UFF-28"])])
}

/// A stored value as its field takes it.
fn raw(value: Option<&Json>, column: &Column) -> String {
    match value {
        None if column.name == "in_use" => "true".to_owned(),
        None | Some(Json::Null) => String::new(),
        Some(Json::String(text)) => text.clone(),
        Some(Json::Number(n)) if column.cell == Cell::Cents => {
            let cents = n.as_i64().unwrap_or(0);
            format!("{},{:02}", cents / 100, cents % 100)
        }
        Some(other) => other.to_string(),
    }
}

/// What is typed in a column, as the command has it.
fn given(column: &Column, code: &str, typed: &Typed) -> Option<Json> {
    let name = name(column.name)?;
    let written = typed.text(name);
    let flag = |text: Option<String>| text.map(|text| Json::from(text == "true"));
    match column.cell {
        Cell::Flag => flag(written),
        Cell::Cents => typed.cents(name).map(Json::from),
        Cell::Day => typed.date(name).map(|day| day.to_string().into()),
        Cell::Text | Cell::Word(_) | Cell::Lines => written.map(Json::from),
        Cell::Template | Cell::Picture => None,
        Cell::Parameter => match Parameters::spec(code)?.kind {
            Kind::Number { .. } => typed.number(name).map(Json::from),
            Kind::Flag => flag(written),
            Kind::Choice(_) => written.map(Json::from),
        },
    }
}

/// The command: the columns that say something else than what ships, which
/// alone stands behind a row of the office; and a value always.
pub fn set_command(form: &Form, table: Table, entry: Option<&Entry>) -> Command {
    let typed = form.values();
    let code = entry.map_or_else(|| typed.text_or_empty("row.code"), |entry| entry.code.clone());
    let valid_from = typed.date("row.valid_from");
    // Only levels differ from region to region, and they are always said.
    let of_code = || sheets::shipped(table, Region::Neutral).iter().filter(|entry| entry.code == code);
    let on_day = |entry: &&Entry| valid_from.is_some_and(|day| entry.period().contains(day));
    let ships = of_code().rfind(on_day).or_else(|| of_code().next_back());
    let mut cells = Values::new();
    for column in table.columns_of(&code) {
        let value = given(column, &code, &typed).unwrap_or(Json::Null);
        let in_use = (column.name == "in_use").then_some(&Json::Bool(true));
        let before = ships.and_then(|entry| entry.cells.get(column.name)).or(in_use).unwrap_or(&Json::Null);
        if ALONE.contains(&column.name) || value != *before {
            cells.insert(column.name.to_owned(), value);
        }
    }
    Command::TableSetRow(TableSetRow {
        table,
        row: GivenRow {
            id: OfficeRowId::default(),
            code,
            cells,
            valid_from,
            valid_to: typed.date("row.valid_to"),
        },
        reason: typed.text_or_empty("reason"),
        source: typed.text_or_empty("source"),
    })
}

/// The command that takes a row back.
pub fn withdraw_command(form: &Form, row: OfficeRowId) -> Command {
    Command::TableWithdrawRow(TableWithdrawRow { row, reason: form.values().text_or_empty("reason") })
}
