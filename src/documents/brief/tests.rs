use chrono::NaiveDate;

use super::*;
use crate::documents::block::Content;
use crate::documents::flow::tests::assert_inside;
use crate::documents::gulpease::{EASY, gulpease};
use crate::documents::page::Pages;
use crate::documents::psp::sample::when;
use crate::documents::script::faces::chinese_is_here;
use crate::domain::paper::{BenefitPaper, PlacePaper};

/// Papers that between them have every block of the page.
fn samples() -> Vec<(&'static str, PspPaper)> {
    let mut remote = PspPaper::sample();
    remote.situation.benefit = BenefitPaper::None;
    if let Some(next) = remote.appointments.first_mut() {
        next.place = PlacePaper::Remote("piattaforma video dell'ufficio".into());
    }
    let mut many = PspPaper::sample();
    many.measures = (0..40).map(|n| many.measures[n % 3].clone()).collect();
    many.search_acts = (0..40).map(|n| many.search_acts[n % 4].clone()).collect();
    many.appointments = (0..12).map(|n| many.appointments[n % 2].clone()).collect();
    vec![
        ("sample", PspPaper::sample()),
        ("full", PspPaper::full_sample()),
        ("empty", PspPaper::empty_sample()),
        ("remote", remote),
        ("many", many),
    ]
}

fn said(paper: &PspPaper, language: Language, stationery: &Stationery) -> Content {
    worded(paper, language, stationery, NaiveDate::MIN).unwrap().content
}

/// The languages this computer has a face for: all, where `.ci/run` runs.
fn printable() -> impl Iterator<Item = Language> {
    let chinese = chinese_is_here();
    Language::ALL.iter().copied().filter(move |language| *language != Language::Zh || chinese)
}

fn brief(paper: &PspPaper, language: Language, stationery: &Stationery, size: TextSize) -> Result<Pages> {
    worded(paper, language, stationery, NaiveDate::MIN)?.pages(size)
}

/// Of what is to come only: the page is read on the day it is handed over.
#[test]
fn an_appointment_that_has_passed_is_no_next_one() {
    let paper = PspPaper::sample();
    let last = paper.appointments.last().unwrap().on;
    let told = |on| {
        preview(
            &worded(&paper, Language::It, &Stationery::default(), on)
                .unwrap()
                .pages(TextSize::Normal)
                .unwrap(),
        )
    };
    assert!(!told(last).contains("Non c'è ancora una data"));
    assert!(told(last.succ_opt().unwrap()).contains("Non c'è ancora una data"));
}

fn preview(pages: &Pages) -> String {
    let lines = pages.text(90).into_iter().flat_map(|page| page.lines);
    lines.map(|line| line.text + "\n").collect()
}

#[test]
fn golden_preview_in_italian() {
    let pages = brief(&PspPaper::sample(), Language::It, &Stationery::default(), TextSize::Normal).unwrap();
    insta::assert_snapshot!(preview(&pages));
}

#[test]
fn it_is_one_page_whatever_was_agreed() {
    for language in printable() {
        for (name, paper) in samples() {
            let pages = brief(&paper, language, &Stationery::default(), TextSize::Normal).unwrap();
            assert_eq!(pages.count(), 1, "{name} in {language:?}");
            assert_inside(&pages);
        }
    }
}

/// A code would say that these words were issued.
#[test]
fn it_says_which_pact_it_goes_with_and_has_no_code() {
    for language in printable() {
        let content = said(&PspPaper::sample(), language, &Stationery::default());
        assert_eq!(content.code, None, "{language:?}");
        assert!(
            content.foot.starts_with("Accompagna il patto n. ESN03-2026-000123, versione"),
            "{content:?}"
        );
        let draft = said(
            &PspPaper { draft: true, number: None, ..PspPaper::sample() },
            language,
            &Stationery::default(),
        );
        assert!(draft.mark.is_some() && !draft.foot.contains("Accompagna"), "{:?}", draft.foot);
    }
}

#[test]
fn it_is_easy_to_read() {
    for (name, paper) in samples() {
        let content = said(&paper, Language::It, &Stationery::default());
        let index = gulpease(&content.blocks).unwrap();
        println!("{name}: {index:.1}");
        assert!(index >= EASY, "{name}: {index}");
    }
}

#[test]
fn a_translation_says_what_it_is_in_both_languages() {
    for language in printable().skip(1) {
        let content = said(&PspPaper::sample(), language, &Stationery::default());
        let said = format!("{:?}", content.blocks);
        assert!(said.contains("non riveduta: fa fede il testo italiano"), "{language:?}");
        assert!(
            said.contains(&format!(
                "Traduzione di cortesia in {}",
                language.label().split(' ').next().unwrap()
            ))
        );
        assert_eq!(content.lang, language);
    }
}

#[test]
fn what_was_typed_stays_italian_and_is_marked() {
    let content = said(&PspPaper::sample(), Language::Fr, &Stationery::default());
    let said = format!("{:?}", content.blocks);
    let run = |text: &str| format!("Run {{ text: \"{text}\", weight: Regular, lang: Some(It) }}");
    assert!(said.contains(&run("Rispondere ad annunci di lavoro")), "{said}");
    assert!(said.contains(&run("Maria Teresa Rossi")));
    assert!(
        said.contains("mardi\\u{a0}1er\\u{a0}décembre\\u{a0}2026, à 10:30\", weight: Strong, lang: None"),
        "{said}"
    );
}

#[test]
fn an_office_may_write_its_own_and_one_that_fails_stops_nobody() {
    let own = |text: &str| Stationery {
        templates: vec![("psp_brief".into(), text.into())],
        ..Stationery::default()
    };
    let title = |stationery: &Stationery| said(&PspPaper::sample(), Language::It, stationery).title;
    assert_eq!(
        title(&own(
            "@titolo Nostro\n@piede x\n\n{{ objective_text }} {{ next_day }} {{ case_officer_full_name }}{% if measures and search_acts %} a{% endif %}"
        )),
        "Nostro"
    );
    assert!(title(&own("@titolo Nostro\n\n{{ nme }}")).starts_with("Il patto in breve"));
}

/// Writes samples where `SPORTELLO_PDF_OUT` says, for eyes and checkers.
#[test]
fn samples_for_eyes() {
    let Some(dir) = std::env::var_os("SPORTELLO_PDF_OUT") else { return };
    for language in printable() {
        for (name, paper) in samples() {
            for (size, word) in [(TextSize::Normal, ""), (TextSize::Large, "-large")] {
                let pages = brief(&paper, language, &Stationery::default(), size).unwrap();
                let pdf = pages.pdf(when()).unwrap();
                let file = format!("brief-{}-{name}{word}.pdf", language.word());
                std::fs::write(std::path::Path::new(&dir).join(file), pdf.bytes).unwrap();
            }
        }
    }
}
