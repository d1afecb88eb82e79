//! Columns of plain text, aligned by the width of what is seen.

use unicode_width::UnicodeWidthStr;

/// Rows as people want them: columns, or one a line with the name of each
/// thing (`--semplice`).
pub fn rows<const N: usize>(linear: bool, head: [&str; N], rows: &[[String; N]]) -> String {
    if linear { one_a_line(head, rows) } else { columns(head, rows) }
}

/// `3 di 6: persona ROSSI MARIA; nascita 10/12/1985`, nothing for what is
/// empty.
fn one_a_line<const N: usize>(head: [&str; N], rows: &[[String; N]]) -> String {
    let mut text = String::new();
    for (place, row) in rows.iter().enumerate() {
        let said: Vec<String> = head
            .iter()
            .zip(row)
            .filter(|(_, cell)| !cell.trim().is_empty())
            .map(|(name, cell)| format!("{name} {}", cell.trim()))
            .collect();
        text.push_str(&format!("{} di {}: {}\n", place + 1, rows.len(), said.join("; ")));
    }
    text
}

/// Rows under a head, columns two blanks apart; empty without rows.
fn columns<const N: usize>(head: [&str; N], rows: &[[String; N]]) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let width = |column: usize| {
        rows.iter().map(|row| row[column].width()).chain([head[column].width()]).max().unwrap_or(0)
    };
    let widths: [usize; N] = std::array::from_fn(width);
    let head = head.map(ToOwned::to_owned);
    let mut text = String::new();
    for row in std::iter::once(&head).chain(rows) {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(widths) {
            line.push_str(cell);
            line.push_str(&" ".repeat(width.saturating_sub(cell.width()) + 2));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{columns, one_a_line};

    #[test]
    fn columns_stand_under_each_other() {
        let row = |a: &str, b: &str| [a.to_owned(), b.to_owned()];
        assert_eq!(
            columns(["persona", "stato"], &[row("D'ALÌ", "attivo"), row("王小明王小", "x")]),
            "persona     stato\nD'ALÌ       attivo\n王小明王小  x\n"
        );
        assert_eq!(columns(["a", "b"], &[]), "");
    }

    #[test]
    fn in_the_linear_mode_each_row_is_a_line_that_names_its_things() {
        let row = |a: &str, b: &str| [a.to_owned(), b.to_owned()];
        assert_eq!(
            one_a_line(["persona", "stato"], &[row("D'ALÌ", "attivo"), row("ROSSI", "")]),
            "1 di 2: persona D'ALÌ; stato attivo\n2 di 2: persona ROSSI\n"
        );
    }
}
