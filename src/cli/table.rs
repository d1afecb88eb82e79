//! Columns of plain text, aligned by the width of what is seen.

use unicode_width::UnicodeWidthStr;

/// Rows under a head, columns two blanks apart; empty without rows.
pub fn columns<const N: usize>(head: [&str; N], rows: &[[String; N]]) -> String {
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
    use super::columns;

    #[test]
    fn columns_stand_under_each_other() {
        let row = |a: &str, b: &str| [a.to_owned(), b.to_owned()];
        assert_eq!(
            columns(["persona", "stato"], &[row("D'ALÌ", "attivo"), row("王小明王小", "x")]),
            "persona     stato\nD'ALÌ       attivo\n王小明王小  x\n"
        );
        assert_eq!(columns(["a", "b"], &[]), "");
    }
}
