use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

const GOOD: &str = "table = \"parameters\"\nreason = \"nota\"\nrow = [\n  { code = \"psp.contact_days\", value = 20, valid_from = 2026-12-01 },\n  { code = \"did.loss_dated_on\", value = \"day_180\" },\n]\n";

#[test]
fn a_file_is_read_with_where_each_thing_is() {
    for text in [GOOD.to_owned(), format!("\u{feff}{GOOD}"), GOOD.replace('\n', "\r\n")] {
        let file = RowFile::read(text.as_bytes(), Some(day("2027-01-01"))).unwrap();
        assert_eq!((file.table, file.reason.as_str(), file.rows.len()), (Table::Parameters, "nota", 2));
        assert_eq!(file.rows[0].valid_from, Some(day("2026-12-01")));
        assert_eq!(file.rows[1].valid_from, Some(day("2027-01-01")), "the day given from outside");
        assert_eq!(file.rows[0].cells["value"], 20);
        let at = |field| (file.place(field).line, file.place(field).column);
        assert_eq!(at("rows.0.cells.value"), (4, 32));
        assert_eq!(at("rows.1.code"), (5, 12));
        assert_eq!(at("rows.1.valid_to"), (5, 3), "what is not written is looked for in its row");
        assert_eq!(at("source"), (1, 1));
    }
}

/// What is written, the line, the column, some words of the sentence.
const BROKEN: &[(&str, usize, usize, &str)] = &[
    ("", 1, 1, "manca table"),
    ("table = \"parameters\"\n", 1, 1, "mancano le righe|manca le righe"),
    ("table = \"parameters\"\nrow = []", 2, 7, "nessuna riga"),
    ("table = \"param\"\nrow = []", 1, 9, "tabella sconosciuta"),
    ("table = 3\nrow = []", 1, 9, "tabella sconosciuta"),
    ("table = \"paths\"\nrow = 3", 2, 7, "elenco"),
    ("table = \"paths\"\nrow = [1]", 2, 8, "una riga si scrive"),
    ("table = \"paths\"\nrow = [{ label = \"x\" }]", 2, 8, "manca il codice"),
    ("table = \"paths\"\nrow = [{ code = 3 }]", 2, 17, "fra virgolette"),
    ("table = \"paths\"\nrow = [{ code = \"è\", valid_from = \"2026-02-30\" }]", 2, 35, "nel calendario"),
    ("table = \"paths\"\nrow = [{ code = \"a\", valid_to = 2026 }]", 2, 33, "nel calendario"),
    ("table = \"paths\"\nrow = [{ code = \"a\", label = [1] }]", 2, 30, "un valore solo"),
    ("table = \"paths\"\nrow = [{ code = \"a\", n = 99999999999999999999 }]", 2, 26, "troppo grande"),
    ("table = \"paths\"\nrow = [{ code = \"a\" },\n{ code = \"a\" }]", 3, 1, "due volte"),
    ("table = \"paths\"\ntable = \"paths\"", 2, 1, "due volte"),
    ("table = \"paths\"\ncolour = 1\nrow = [{ code = \"a\" }]", 2, 1, "«colour» qui non va"),
    ("table = \"paths\nrow = []", 1, 15, "la riga finisce a metà"),
    ("table = \"paths\"\nrow = [{ code = \"a\"", 2, 20, "finisce a metà"),
    ("table : \"paths\"", 1, 7, "non si legge"),
    ("\u{0}\u{1b}[2J", 1, 3, "non si legge"),
];

#[test]
fn a_broken_file_is_refused_with_line_and_column() {
    for (text, line, column, says) in BROKEN {
        let problems = RowFile::read(text.as_bytes(), None).unwrap_err();
        let first = &problems[0];
        let said = (first.place.line, first.place.column);
        assert!(says.split('|').any(|says| first.text.contains(says)), "{text:?}: {problems:?}");
        assert_eq!(said, (*line, *column), "{text:?}: {problems:?}");
    }
    let problems = RowFile::read(b"table = \"p\"\n# \xff", None).unwrap_err();
    assert_eq!((problems[0].place.line, problems[0].place.column), (2, 3), "{problems:?}");
}

#[test]
fn everything_wrong_is_said_at_once_and_too_many_rows_are_refused() {
    let text = "table = \"x\"\nrow = [{ code = 1 }, { }, 3]";
    assert_eq!(RowFile::read(text.as_bytes(), None).unwrap_err().len(), 4);
    let rows: String = (0..=MOST_ROWS).map(|n| format!("{{ code = \"c{n}\" }},")).collect();
    let text = format!("table = \"paths\"\nrow = [{rows}]");
    assert!(RowFile::read(text.as_bytes(), None).unwrap_err()[0].text.contains("501"));
    let deep = format!("table = {}", "[".repeat(10_000));
    assert!(RowFile::read(deep.as_bytes(), None).is_err());
}
