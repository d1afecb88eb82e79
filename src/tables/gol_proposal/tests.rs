use std::collections::BTreeMap;

use super::*;
use crate::domain::assessment::person::Person;
use crate::domain::assessment::proposal::Look;
use crate::domain::assessment::questionnaire::{Answer, Answers};
use crate::domain::did::{Benefit, Did, Profiling};
use crate::domain::registrant::Registrant;
use crate::domain::sex::Sex;
use crate::tables::{code_table, questionnaires};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

struct Case {
    answers: Answers,
    profiling: Profiling,
    who: Registrant,
    did: Did,
    seniority: u32,
    level: u8,
    class: Option<u8>,
}

/// A man of forty at work until yesterday, with a diploma.
fn case(change: impl FnOnce(&mut Case)) -> Case {
    let mut case = Case {
        answers: Answers::new(),
        profiling: Profiling {
            ever_worked: Some(true),
            months_since_last_job: Some(0),
            enrolled: "none".into(),
            minor_children: Some(false),
            ..Profiling::default()
        },
        who: Registrant { birth_date: Some(day(1986, 1, 1)), sex: Some(Sex::M), ..Registrant::default() },
        did: Did::default(),
        seniority: 1,
        level: 3,
        class: None,
    };
    change(&mut case);
    case
}

impl Case {
    fn say(&mut self, given: &[(&str, &str)]) {
        for (code, answer) in given {
            let kind = questionnaires::get("colloquio", 2).unwrap().question(code).unwrap().kind;
            let answer = match (kind, answer.parse()) {
                (_, Ok(figure)) => Answer::Number(figure),
                (crate::domain::assessment::questionnaire::Kind::Several, _) => {
                    Answer::Several(vec![(*answer).into()])
                }
                _ => Answer::One((*answer).into()),
            };
            self.answers.insert((*code).into(), answer);
        }
    }

    fn look<T>(&self, on: NaiveDate, then: impl FnOnce(&Look<'_>) -> T) -> T {
        let counted: BTreeMap<&str, &Answer> =
            questionnaires::get("colloquio", 2).unwrap().counted(&self.answers);
        let person = Person {
            registrant: &self.who,
            province: None,
            did: Some(&self.did),
            seniority_days: self.seniority,
            level: Some(self.level),
            youngest: None,
        };
        let (answers, profiling) = (&counted, &self.profiling);
        then(&Look { answers, profiling, person, class: self.class, day: on })
    }

    fn gol(&self) -> u8 {
        let today = day(2026, 6, 1);
        self.look(today, |look| on(today).unwrap().weigh(look).0)
    }

    fn targets(&self) -> Vec<String> {
        let today = day(2026, 11, 23);
        let all = self.look(today, |look| on(today).unwrap().targets(look));
        all.into_iter().map(|target| target.code).collect()
    }
}

fn answered(given: &[(&str, &str)]) -> u8 {
    case(|c| c.say(given)).gol()
}

#[test]
fn each_path_at_its_threshold() {
    assert_eq!(answered(&[]), 1, "nothing against");
    // Skills 1 + 1 = 2 of 3, then 3.
    assert_eq!(answered(&[("competenze_attuali", "in_parte"), ("qualifica", "scaduta")]), 1);
    let three = [("competenze_attuali", "in_parte"), ("qualifica", "scaduta"), ("cerca", "no")];
    assert_eq!(answered(&three), 2, "skills and distance together");
    assert_eq!(answered(&[("competenze_attuali", "no")]), 2, "three of four");
    assert_eq!(answered(&[("competenze_attuali", "no"), ("qualifica", "scaduta")]), 3);
    assert_eq!(answered(&[("cura", "si")]), 1, "two of three");
    assert_eq!(answered(&[("cura", "si"), ("casa", "provvisorio")]), 4);
    assert_eq!(answered(&[("servizi", "sociali")]), 4);
    assert_eq!(answered(&[("servizi", "nessuno")]), 1);
    let both = [("servizi", "sociali"), ("competenze_attuali", "no"), ("qualifica", "scaduta")];
    assert_eq!(answered(&both), 4, "needs come before skills");
    assert_eq!(answered(&[("servizi", "sociali"), ("situazione", "crisi")]), 5, "the crisis before all");
    assert_eq!(
        answered(&[("competenze_attuali", "no"), ("qualifica", "si"), ("autonomia", "4")]),
        1,
        "in favour"
    );
    let hidden = case(|c| c.say(&[("cerca", "no"), ("canali", "siti")]));
    assert_eq!(hidden.gol(), 1);
}

#[test]
fn facts_weigh_from_their_border() {
    // One point more than two of distance makes path 2.
    let with = |change: fn(&mut Case)| {
        case(|c| {
            c.say(&[("cerca", "no"), ("curriculum", "no")]);
            change(c);
        })
        .gol()
    };
    assert_eq!(with(|_| {}), 1);
    assert_eq!((with(|c| c.seniority = 180), with(|c| c.seniority = 181)), (1, 2));
    assert_eq!((with(|c| c.class = Some(1)), with(|c| c.class = Some(2))), (1, 2));
    let old = |at: NaiveDate| {
        case(|c| {
            c.say(&[("cerca", "no"), ("curriculum", "no")]);
            c.who.birth_date = Some(at);
        })
        .gol()
    };
    assert_eq!((old(day(1971, 6, 2)), old(day(1971, 6, 1))), (1, 2), "54 and 55");
    let idle = |months| {
        move |c: &mut Case| {
            c.say(&[("cerca", "no"), ("curriculum", "no")]);
            c.profiling.months_since_last_job = Some(months);
        }
    };
    assert_eq!((case(idle(23)).gol(), case(idle(24)).gol()), (1, 2));
    let never = |c: &mut Case| {
        c.profiling.ever_worked = Some(false);
        c.profiling.months_since_last_job = Some(0);
    };
    assert_eq!(with(never), 2);
    assert_eq!((with(|c| c.level = 3), with(|c| c.level = 2)), (1, 2));
    assert_eq!(case(|c| c.seniority = 365).gol(), 1, "one point alone");
    let long = case(|c| {
        c.seniority = 366;
        c.class = Some(2);
    });
    assert_eq!(long.gol(), 2, "two of long duration, one of the class");
}

#[test]
fn reasons_are_sentences_with_their_figure_and_the_sum_is_said() {
    let case = case(|c| {
        c.seniority = 400;
        c.say(&[("competenze_attuali", "in_parte")]);
    });
    let today = day(2026, 6, 1);
    let method = on(today).unwrap();
    let proposal = case.look(today, |look| method.propose(look, |code| code.to_owned()));
    assert_eq!((proposal.gol, proposal.path.as_str()), (2, "gol_2"));
    assert_eq!(
        proposal.reasons_text(),
        "È disoccupata/o da 400 giorni: lunga durata (R-SEN-3). Le competenze vanno aggiornate."
    );
    assert_eq!(method.arithmetic(&proposal), "competenze 1 + distanza 2 = 3, soglia 3 raggiunta: percorso 2");
    let after = case.look(today, |look| method.propose(look, |_| "ordinario".to_owned()));
    assert_eq!((after.path.as_str(), after.instead_of.as_deref()), ("ordinario", Some("gol_2")));
}

#[test]
fn target_groups_at_their_borders() {
    let none = Vec::<String>::new();
    let targets = |change: &dyn Fn(&mut Case)| case(change).targets();
    assert_eq!(targets(&|_| {}), none);
    let born = |at: NaiveDate| targets(&move |c: &mut Case| c.who.birth_date = Some(at));
    assert_eq!(born(day(1996, 11, 24)), ["fragili_vulnerabili"], "29, not in school nor at work");
    assert_eq!(born(day(1996, 11, 23)), none, "thirty today");
    assert_eq!(born(day(1971, 11, 24)), none, "54");
    assert_eq!(born(day(1971, 11, 23)), ["fragili_vulnerabili"], "55 today");
    let student = |c: &mut Case| {
        c.who.birth_date = Some(day(2004, 1, 1));
        c.profiling.enrolled = "universita".into();
    };
    assert_eq!(targets(&student), none);
    assert_eq!(targets(&|c| c.seniority = 180), none);
    assert_eq!(targets(&|c| c.seniority = 181), ["disoccupati_senza_sostegno"], "R-SEN-3: 180 and one");
    let woman = |c: &mut Case| {
        c.seniority = 181;
        c.who.sex = Some(Sex::F);
    };
    assert_eq!(targets(&woman), ["fragili_vulnerabili", "disoccupati_senza_sostegno"]);
    let insured = |c: &mut Case| {
        c.seniority = 181;
        c.did.benefit = Benefit::Naspi;
    };
    assert_eq!(targets(&insured), ["ammortizzatori_disoccupati"]);
    assert_eq!(targets(&|c| c.did.benefit = Benefit::Sfl), ["sostegno_al_reddito"]);
    assert_eq!(targets(&|c| c.did.conserved = true), ["working_poor"]);
    assert_eq!(targets(&|c| c.say(&[("iscrizione_l68", "no")])), none);
    assert_eq!(targets(&|c| c.say(&[("iscrizione_l68", "si")])), ["fragili_vulnerabili"], "only if recorded");
    assert_eq!(targets(&|c| c.say(&[("situazione", "ridotto"), ("ore_ridotte", "no")])), none);
    let reduced = |c: &mut Case| c.say(&[("situazione", "ridotto"), ("ore_ridotte", "si")]);
    assert_eq!(targets(&reduced), ["ammortizzatori_in_costanza"]);
}

#[test]
fn the_table_speaks_of_questions_and_groups_that_are_there() {
    let last = questionnaires::all().last().unwrap();
    for method in all() {
        let tests =
            method.weights.iter().flat_map(|w| &w.all).chain(method.targets.iter().flat_map(|t| &t.all));
        for test in tests {
            let Test::Answered(condition) = test else { continue };
            let question = last.question(&condition.question);
            let question = question.unwrap_or_else(|| panic!("{}", condition.question));
            assert!(condition.any.iter().all(|code| question.choice(code).is_some()), "{}", question.code);
            let figure = condition.from.is_some() || condition.to.is_some();
            assert_eq!(figure, condition.any.is_empty(), "{}", question.code);
        }
        for target in &method.targets {
            assert!(code_table::gol_targets().get(&target.target).is_some(), "{}", target.target);
        }
        let texts = method.weights.iter().map(|w| &w.text).chain(method.targets.iter().map(|t| &t.text));
        assert!(texts.into_iter().all(|text| text.ends_with('.')));
        // R-DOC-7: a reason may reach paper, so it does not say which service.
        for weight in &method.weights {
            let special = |test: &Test| matches!(test, Test::Answered(c) if last.question(&c.question).is_some_and(|q| q.special));
            if weight.all.iter().any(special) {
                let said = ["salute", "sanit", "disab", "dipendenz", "68", "penal", "violenza"];
                assert!(
                    !said.iter().any(|word| weight.text.to_lowercase().contains(word)),
                    "{}",
                    weight.text
                );
            }
        }
    }
}

#[test]
fn a_test_about_nothing_is_refused() {
    let text = TOML.replacen("{ fact = \"insurance\", from = 1 }", "{ from = 1 }", 1);
    assert!(read(&text).is_err());
}
