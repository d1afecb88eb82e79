use super::*;

fn question(code: &str, kind: Kind, choices: &[(&str, i32)], shown_if: Option<(&str, &[&str])>) -> Question {
    let choice = |(code, value): &(&str, i32)| Choice {
        code: (*code).into(),
        label: format!("«{code}»"),
        value: Some(*value),
    };
    Question {
        code: code.into(),
        label: code.into(),
        marked: code.into(),
        text: format!("{code}?"),
        help: String::new(),
        kind,
        need: false,
        special: false,
        feeds: None,
        shown_if: shown_if.map(|(question, any)| Condition {
            question: question.into(),
            any: any.iter().map(|code| (*code).into()).collect(),
            from: None,
            to: None,
        }),
        answers: choices.iter().map(choice).collect(),
        path: format!("assessment.answers.{code}"),
    }
}

/// Car → licence → kind of licence; means; a scale.
pub(crate) fn sample() -> Questionnaire {
    let yes_no = [("si", 2), ("no", 0)];
    let scale = [("1", 1), ("2", 2), ("3", 3), ("4", 4), ("5", 5)];
    let questions = vec![
        Question { need: true, ..question("auto", Kind::Single, &yes_no, None) },
        question("patente", Kind::Single, &yes_no, Some(("auto", &["si"]))),
        question("quale", Kind::Several, &[("b", 1), ("c", 2)], Some(("patente", &["si"]))),
        question("motivo", Kind::Scale, &scale, None),
        question("mesi", Kind::Number { most: 12 }, &[], None),
        Question { special: true, ..question("salute", Kind::Text, &[], None) },
    ];
    let section = Section {
        code: "uno".into(),
        title: "Uno".into(),
        side: Side::Person,
        questions,
        note: "assessment.notes.uno".into(),
    };
    Questionnaire {
        code: "prova".into(),
        version: 1,
        title: "prova".into(),
        period: Period::default(),
        employability: false,
        sections: vec![section],
        contradictions: vec![Contradiction {
            all: vec![
                Condition { question: "auto".into(), any: vec!["no".into()], from: None, to: None },
                Condition { question: "mesi".into(), any: vec![], from: Some(6), to: None },
            ],
            text: "Non torna.".into(),
        }],
    }
}

pub(crate) fn answers(given: &[(&str, &str)]) -> Answers {
    let one = |(code, answer): &(&str, &str)| {
        let answer = answer.parse().map_or_else(
            |_| match answer.split_once('+') {
                Some(_) => Answer::Several(answer.split('+').map(Into::into).collect()),
                None => Answer::One((*answer).into()),
            },
            Answer::Number,
        );
        ((*code).to_owned(), answer)
    };
    given.iter().map(one).collect()
}

#[test]
fn what_is_hidden_is_kept_and_counts_again_when_it_is_shown() {
    let q = sample();
    let mut given = answers(&[("auto", "si"), ("patente", "si"), ("quale", "b+c")]);
    assert_eq!(q.scores(&given)["uno"], Score { points: 7, of: 12 });
    assert_eq!(q.progress(&q.sections[0], &given), (3, 6));
    given.insert("auto".into(), Answer::One("no".into()));
    assert_eq!(q.scores(&given)["uno"], Score { points: 0, of: 7 }, "a chain of three is hidden");
    assert_eq!(q.progress(&q.sections[0], &given), (1, 4));
    assert_eq!(q.apart(&given).0.len(), 3, "kept");
    given.insert("auto".into(), Answer::One("si".into()));
    assert_eq!(q.scores(&given)["uno"], Score { points: 7, of: 12 }, "as before");
}

#[test]
fn what_tells_of_health_is_stored_apart() {
    let (plain, special) = sample().apart(&answers(&[("auto", "si"), ("salute", "x"), ("mesi", "3")]));
    assert_eq!(plain.keys().collect::<Vec<_>>(), ["auto", "mesi"]);
    assert_eq!(special.keys().collect::<Vec<_>>(), ["salute"]);
}

#[test]
fn answers_travel_as_what_they_are() {
    let json = r#"{"a":"si","b":["x","y"],"c":4}"#;
    let read: Answers = serde_json::from_str(json).unwrap();
    assert_eq!(read["b"], Answer::Several(vec!["x".into(), "y".into()]));
    assert_eq!(read["c"], Answer::Number(4));
    assert_eq!(serde_json::to_string(&read).unwrap(), json);
}
