//! The office's own rows of the tables: from a day on, with who and why.

use super::Act;
use crate::desk::command::{TableLoad, TableSetRow, TableWithdrawRow};
use crate::domain::finding::Finding;
use crate::domain::office_row::rules::{self, Facts};
use crate::domain::office_row::{GivenRow, OfficeRow, Table};
use crate::fault::Result;
use crate::tables::{rules as law, sheets};

/// Why rows are set, and on what they rest.
#[derive(Clone, Copy)]
struct Grounds<'a> {
    reason: &'a str,
    source: &'a str,
}

/// Sets a row.
pub(super) fn set_row(act: &mut Act<'_, '_>, command: &TableSetRow) -> Result<()> {
    let grounds = Grounds { reason: &command.reason, source: &command.source };
    set(act, command.table, std::slice::from_ref(&command.row), grounds, |_| "row".to_owned())
}

/// Sets several rows, all or none.
pub(super) fn load(act: &mut Act<'_, '_>, command: &TableLoad) -> Result<()> {
    let grounds = Grounds { reason: &command.reason, source: &command.source };
    set(act, command.table, &command.rows, grounds, |index| format!("rows.{index}"))
}

/// Sets rows of a table; `path` is where the command has each of them, so that
/// a finding names its field.
fn set(
    act: &mut Act<'_, '_>,
    table: Table,
    rows: &[GivenRow],
    grounds: Grounds<'_>,
    path: impl Fn(usize) -> String,
) -> Result<()> {
    let mut own: Vec<OfficeRow> =
        act.tx.office_rows()?.into_iter().filter(|row| row.table == table.word()).collect();
    let mut findings = rules::check_words(grounds.reason, grounds.source);
    let mut written = Vec::with_capacity(rows.len());
    for (index, given) in rows.iter().enumerate() {
        let facts = Facts {
            table,
            shipped: sheets::shipped(table, act.law().region()),
            rule: (table == Table::Rules).then(|| law::get(&given.code)).flatten(),
            own: &own,
            today: act.today(),
        };
        let found = rules::check_row(given, facts);
        if let Some(from) = given.valid_from.filter(|_| !found.iter().any(Finding::stops)) {
            let row = OfficeRow {
                id: given.id,
                table: table.word().to_owned(),
                code: given.code.clone(),
                cells: given.cells.clone(),
                valid_from: from,
                valid_to: given.valid_to,
                reason: grounds.reason.trim().to_owned(),
                source: grounds.source.trim().to_owned(),
                at: act.at,
                by: act.by(),
                ..OfficeRow::default()
            };
            own.push(row.clone());
            written.push(row);
        }
        findings.extend(found.into_iter().map(|finding| {
            let field = finding.field.as_ref().map(|field| format!("{}.{field}", path(index)).into());
            Finding { field, ..finding }
        }));
    }
    if act.judge(findings, &[]) {
        for row in &written {
            act.tx.insert(row)?;
            act.touched("row", row.id.0);
        }
    }
    Ok(())
}

/// Takes a row back: what ships, or the row before, holds again.
pub(super) fn withdraw(act: &mut Act<'_, '_>, command: &TableWithdrawRow) -> Result<()> {
    let before: OfficeRow = act.tx.need(command.row.0)?;
    let mut findings = rules::check_words(&command.reason, "");
    findings.extend(rules::check_withdrawal(&before, act.today()));
    if act.judge(findings, &[]) {
        let after = OfficeRow {
            withdrawn_at: Some(act.at),
            withdrawn_by: act.by(),
            withdrawn_reason: command.reason.trim().to_owned(),
            ..before.clone()
        };
        act.tx.update(&before, &after)?;
        act.touched("row", before.id.0);
    }
    Ok(())
}
