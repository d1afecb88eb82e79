use super::*;
use crate::documents::block::Run;
use faces::chinese_is_here;

const SIZE: f32 = 11.0;

fn set(language: Language, text: &Text, width: f32) -> Vec<Line> {
    lines(language, text, SIZE, width, "prova").unwrap()
}

/// Words of the page's language around words in Italian.
fn around(before: &str, italian: &str, after: &str) -> Text {
    let run = |text: &str, lang| Run { text: text.to_owned(), weight: Weight::Regular, lang };
    Text(vec![run(before, None), run(italian, Some(Language::It)), run(after, None)])
}

/// The texts of a line as the eye meets them from the left.
fn from_left(line: &Line) -> Vec<&str> {
    let mut runs: Vec<_> = line.runs.iter().collect();
    // Places count from the right edge.
    runs.sort_by(|a, b| b.x.total_cmp(&a.x));
    runs.iter().map(|run| run.text.trim()).filter(|text| !text.is_empty()).collect()
}

#[test]
fn arabic_runs_from_the_right_and_italian_inside_it_from_the_left() {
    let text = around("موعدك مع ", "Paolo Verdi, tel. 010 123 (int. 4)", " الساعة 10:30.");
    let all = set(Language::Ar, &text, 1000.0);
    let [line] = &all[..] else { panic!("{all:?}") };
    assert_eq!(from_left(line), [".", "10:30", "الساعة", "Paolo Verdi, tel. 010 123 (int. 4)", "موعدك مع"]);
    // In the order it is read, for who listens.
    assert_eq!(line.words, "موعدك مع Paolo Verdi, tel. 010 123 (int. 4) الساعة 10:30.");
    assert_eq!(line.runs.iter().map(|run| run.text.as_str()).collect::<String>(), line.words);
    // Nothing over the right edge, and the first word ends at it.
    let first = &line.runs[0];
    let right = first.glyphs.iter().map(|g| g.x).fold(0.0, f32::max);
    assert!(first.x > right && first.x - right < SIZE, "{} {right}", first.x);
    assert!(first.glyphs[0].x == right, "read from the right");
    let told: String = first.glyphs.iter().map(|glyph| glyph.text.as_str()).collect();
    assert_eq!(told, first.text);
}

#[test]
fn signs_with_a_direction_are_turned() {
    let all = set(Language::Ar, &Text::plain("(العمل)"), 1000.0);
    let face = faces::of(Family::Latin, Weight::Regular).unwrap();
    let glyphs: Vec<&Placed> = all[0].runs.iter().flat_map(|run| &run.glyphs).collect();
    let of = |c| {
        glyphs.iter().find(|g| g.family == Family::Latin && Some(g.parts[0].id) == face.glyph(c)).unwrap()
    };
    assert!(of('(').x < of(')').x, "as drawn, it opens at the left");
    assert_eq!(of('(').text, ")", "the one that is read last");
    let letters = all[0].runs.iter().flat_map(|run| &run.glyphs).filter(|g| g.family == Family::Arabic);
    assert!(letters.clone().all(|g| g.text.chars().count() == 1), "{:?}", letters.collect::<Vec<_>>());
}

#[test]
fn no_line_is_wider_than_asked_and_nothing_is_lost() {
    let long = "تشرح هذه الورقة بكلمات بسيطة ما جاء في ميثاق الخدمة. ".repeat(6);
    for (language, text) in [
        (Language::Ar, Text::plain(long.trim())),
        (Language::Ar, around(&long, "Iscriversi a due agenzie per il lavoro entro il mese", &long)),
        (
            Language::Uk,
            Text::plain("Якщо Ви не прийдете без поважної причини, то втратите частину допомоги."),
        ),
        (Language::Uk, around("До ", "10 maggio", " 2026 року: об’єкт №\u{a0}5")),
        (Language::Ar, Text::plain("ك".repeat(300))),
        (Language::Ar, Text::plain("")),
    ] {
        for width in [40.0, 100.0, 300.0] {
            let all = set(language, &text, width);
            let words: String = all.iter().map(|line| line.words.as_str()).collect();
            assert_eq!(words, text.words());
            for line in &all {
                let total: f32 = line.runs.iter().map(|run| run.x).fold(0.0, f32::max);
                assert!(total <= width + 4.0, "{total} in {width}: {}", line.words);
            }
        }
    }
}

#[test]
fn chinese_breaks_without_spaces_and_no_line_begins_with_a_closing_sign() {
    if !chinese_is_here() {
        return;
    }
    let text = Text::plain(
        "这张纸用简单的话说明您的服务协议（2026年11月23日）的内容。意大利语的词句，出自协议原文。".repeat(4),
    );
    for width in 40..120 {
        let all = set(Language::Zh, &text, width as f32 * 2.0);
        assert!(all.len() > 3);
        assert_eq!(all.iter().map(|line| line.words.as_str()).collect::<String>(), text.words());
        for line in &all[1..] {
            assert!(!line.words.starts_with(['，', '。', '）']), "{}", line.words);
        }
        for line in &all[..all.len() - 1] {
            assert!(!line.words.ends_with('（'), "{}", line.words);
        }
    }
    let (word, line) = wants(Language::Zh, &Text::plain("意大利语\nPaolo"), SIZE, "x").unwrap();
    assert!(word < line && line > SIZE * 3.9, "{word} {line}");
}

#[test]
fn what_no_face_has_is_refused_with_its_place() {
    let fault = lines(Language::Ar, &Text::plain("ع☺"), SIZE, 100.0, "sezione 4").unwrap_err();
    assert!(fault.message.contains("«☺»") && fault.message.contains("sezione 4"), "{fault}");
    assert!(lines(Language::Uk, &Text::plain("ع"), SIZE, 100.0, "x").is_ok(), "another script has its face");
}
