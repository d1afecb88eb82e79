use std::collections::BTreeSet;

use super::*;
use crate::domain::assessment::questionnaire::{Feed, Kind};
use crate::tables::code_table;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn one_questionnaire_a_day_and_the_old_ones_are_still_read() {
    let known = |day| on(day).map(|q| (q.code.as_str(), q.version));
    assert_eq!(known(day(2018, 5, 31)), None);
    assert_eq!(known(day(2021, 12, 27)), Some(("anpal_2018", 1)));
    assert_eq!(known(day(2021, 12, 28)), Some(("colloquio", 1)));
    assert_eq!(known(day(2026, 8, 31)), Some(("colloquio", 1)));
    assert_eq!(known(day(2026, 9, 1)), Some(("colloquio", 2)));
    assert!(get("colloquio", 1).is_some() && get("colloquio", 3).is_none());
    for (place, one) in all().iter().enumerate() {
        let overlaps = |other: &&Questionnaire| {
            let starts = other.period.from.unwrap();
            one.period.contains(starts)
        };
        assert_eq!(all().iter().skip(place + 1).find(overlaps), None, "{} {}", one.code, one.version);
    }
}

#[test]
fn questions_read_well_and_mean_the_same_in_all_versions() {
    for one in all() {
        let mut seen = BTreeSet::new();
        for question in one.questions() {
            assert!(seen.insert(&question.code), "{}", question.code);
            assert!(question.text.ends_with('?') && question.help.ends_with('.'), "{}", question.code);
            assert!(!question.label.ends_with(['?', '.']), "{}", question.code);
            let known = |code: &str, feed| match feed {
                Feed::DigitalSkill => code_table::digital_skills().get(code).is_some(),
                Feed::Mobility => code_table::mobility().get(code).is_some(),
            };
            if let Some(feed) = question.feeds {
                assert!(question.answers.iter().all(|choice| known(&choice.code, feed)), "{}", question.code);
            }
            for other in all().iter().filter_map(|other| other.question(&question.code)) {
                let same = (other.kind == Kind::Text) == (question.kind == Kind::Text);
                assert!(same && other.special == question.special, "{}", question.code);
            }
        }
    }
    let last = all().last().unwrap();
    assert_eq!(last.sections.len(), 6, "assessment.md 3.2: five topics and the check-list");
    assert!(last.questions().filter(|q| q.need).count() <= 4, "the interview must be short where it can");
    assert!(last.question("servizi").unwrap().special, "R-PRV-1");
}

const GOOD: &str = r#"
code = "prova"
version = 1
title = "prova"
[[section]]
code = "uno"
title = "Uno"
[[section.question]]
code = "auto"
label = "Auto"
text = "Auto?"
help = "Auto."
kind = "single"
answers = [{ code = "si", label = "sì" }, { code = "no", label = "no" }]
[[section.question]]
code = "quale"
label = "Quale"
text = "Quale?"
help = "Quale."
kind = "text"
shown_if = { question = "auto", any = ["si"] }
[[section.question]]
code = "grado"
label = "Grado"
text = "Grado?"
help = "Grado."
kind = "scale"
ends = ["poco", "molto"]
shown_if = { question = "auto", any = ["no"] }
[[contradiction]]
all = [{ question = "grado", from = 4 }, { question = "auto", any = ["no"] }]
text = "Non torna."
"#;

/// Where the changed file is refused, and why.
fn refused(old: &str, new: &str) -> (usize, usize, String) {
    assert!(GOOD.contains(old), "{old}");
    let broken = read(&GOOD.replacen(old, new, 1)).unwrap_err();
    (broken.line, broken.column, broken.what)
}

#[test]
fn a_broken_file_is_refused_whole_with_line_and_column() {
    assert!(read(GOOD).is_ok());
    for (old, new, line, column, says) in [
        ("kind = \"text\"", "kind = \"testo\"", 20, 8, "non si legge"),
        ("version = 1", "version = ", 3, 11, "non si legge"),
        ("title = \"Uno\"", "titolo = \"Uno\"", 7, 1, "non si legge"),
        ("code = \"quale\"", "code = \"auto\"", 16, 8, "la domanda c'è già"),
        ("code = \"no\"", "code = \"si\"", 14, 52, "la risposta c'è già"),
        ("any = [\"si\"]", "any = [\"forse\"]", 21, 40, "non ha questa risposta"),
        ("question = \"auto\"", "question = \"luna\"", 21, 25, "la domanda non c'è"),
        ("question = \"auto\"", "question = \"quale\"", 21, 25, "in tondo"),
        ("question = \"auto\", any = [\"si\"]", "question = \"grado\", from = 1", 21, 25, "viene dopo"),
        ("question = \"grado\", from = 4", "question = \"grado\"", 31, 21, "di scale e numeri"),
        (
            "question = \"auto\", any = [\"no\"] }]",
            "question = \"auto\", to = 2 }]",
            31,
            55,
            "di scale e numeri",
        ),
        (
            "answers = [{ code = \"si\", label = \"sì\" }, { code = \"no\", label = \"no\" }]",
            "",
            9,
            8,
            "da una a nove",
        ),
        ("label = \"Quale\"", "label = \"Un'etichetta che non ci sta\"", 17, 9, "più lunga"),
        ("ends = [\"poco\", \"molto\"]", "", 23, 8, "ends"),
    ] {
        let (at, from, what) = refused(old, new);
        assert!(what.contains(says), "{new}: {what}");
        assert_eq!((at, from), (line, column), "{new}: {what}");
    }
    let cycle = GOOD.replacen(
        "kind = \"single\"",
        "kind = \"single\"\nshown_if = { question = \"grado\", from = 2 }",
        1,
    );
    let broken = read(&cycle).unwrap_err();
    assert!(
        broken.to_string().starts_with("riga 14, colonna 25: «grado»: le domande dipendono in tondo"),
        "{broken}"
    );
}
