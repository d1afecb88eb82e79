//! Invented persons, the vectors everybody publishes, and properties.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::domain::finding::Level;
use crate::domain::period::Period;

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn code(text: &str) -> FiscalCode {
    FiscalCode::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn place(text: &str) -> PlaceCode {
    PlaceCode::parse(text).unwrap()
}

fn error(text: &str) -> &'static str {
    FiscalCode::parse(text).unwrap_err().key()
}

#[test]
fn published_vectors_are_valid() {
    for text in ["RSSMRA80A01H501U", "RSSMRA85T10A562S", "MRTMTT25D09F205Z", "CCCFBA85D03L219P"] {
        assert_eq!(code(text).kind(), Kind::Ordinary, "{text}");
    }
    assert_eq!(code("CCCFBA85D03L21VE").kind(), Kind::Homocode);
    assert_eq!(code("CCCFBA85D03L21VE").digit_form(), code("CCCFBA85D03L219P"));
    assert_eq!(code("12345678903").kind(), Kind::Provisional);
}

#[test]
fn generalities_give_the_code() {
    let cases = [
        ("Rossi", "Mario", (1980, 1, 1), Sex::M, "H501", "RSSMRA80A01H501U"),
        ("rossi", "maria", (1985, 12, 10), Sex::F, "A562", "RSSMRA85T50A562W"),
        ("Fo", "Eva", (2000, 2, 29), Sex::F, "Z129", "FOXVEA00B69Z129"),
        ("D'Àlò", "Gian Luca", (1999, 10, 31), Sex::M, "F205", "DLAGLC99R31F205"),
        ("Bianchi", "Ludovico", (1901, 6, 30), Sex::M, "D969", "BNCLVC01H30D969"),
        ("Æblø", "Łucja", (1970, 5, 7), Sex::F, "Z127", "BLALCJ70E47Z127"),
        ("Ia", "Io", (1970, 5, 7), Sex::M, "Z127", "IAXIOX70E07Z127"),
    ];
    for (surname, name, (year, month, day), sex, birth_place, expected) in cases {
        let made =
            FiscalCode::compute(surname, name, date(year, month, day), sex, place(birth_place)).unwrap();
        assert!(made.as_str().starts_with(expected), "{surname} {name}: {made}, not {expected}");
        assert_eq!(code(made.as_str()), made);
    }
    assert_eq!(FiscalCode::compute("王", "Mei", date(1990, 1, 1), Sex::F, place("Z210")), None);
}

#[test]
fn typed_codes_come_in_any_shape() {
    let expected = code("RSSMRA80A01H501U");
    for text in ["rssmra80a01h501u", " RSS MRA 80A01 H501U\r\n", "RSSMRA80A01\u{a0}H501U\u{feff}"] {
        assert_eq!(code(text), expected);
    }
}

#[test]
fn every_reason_has_its_error() {
    assert_eq!(error(" \n"), "empty");
    assert_eq!(error("RSSMRÀ80A01H501U"), "character");
    assert_eq!(error("RSSMRA80A01H501-U"), "character");
    assert_eq!(error("RSSMRA80A01H501"), "length");
    assert_eq!(error("RSSMRA80A0"), "length");
    assert_eq!(error("RSS4RA80A01H501U"), "wants_letter");
    assert_eq!(error("RSSMRA80A01H501 7"), "wants_letter");
    assert_eq!(error("RSSMRA8OA01H501U"), "wants_digit");
    assert_eq!(error("RSSMRA80F01H501U"), "month");
    assert_eq!(error("RSSMRA80A00H501U"), "day");
    assert_eq!(error("RSSMRA80A32H501U"), "day");
    assert_eq!(error("RSSMRA80A40H501U"), "day");
    assert_eq!(error("RSSMRA80A72H501U"), "day");
    assert_eq!(error("RSSMRA80H31H501U"), "date");
    assert_eq!(error("RSSMRA81B29H501U"), "date");
    assert_eq!(error("RSSMRA81B69H501U"), "date");
    assert_eq!(error("RSSMRA80A01H501V"), "check_character");
    assert_eq!(error("12345678901"), "check_digit");
    assert_eq!(error("00000000000"), "zeros");
}

#[test]
fn sentences_are_whole_and_block() {
    let texts = ["", "à", "\u{7}", "A", "4SSMRA80A01H501U", "RSSMRA8OA01H501U", "RSSMRA8AA01H501U"];
    let more =
        ["RSSMRA80F01H501U", "RSSMRA80A32H501U", "RSSMRA80H31H501U", "RSSMRA80A01H501V", "12345678901"];
    for text in texts.into_iter().chain(more) {
        let finding = FiscalCode::parse(text).unwrap_err().finding();
        assert!(finding.stops() && finding.level == Level::Block);
        assert!(!finding.text.contains("{}") && finding.text.ends_with('.'), "{}", finding.text);
    }
    assert_eq!(
        FiscalCode::parse("RSSMRA80H31H501U").unwrap_err().to_string(),
        "La data di nascita del codice fiscale, 31/06/80, non esiste."
    );
}

#[test]
fn birth_of_a_woman_and_of_a_homocode() {
    let birth = code("RSSMRA85T50A562W").birth().unwrap();
    assert_eq!((birth.day, birth.month, birth.year, birth.sex), (10, 12, 85, Sex::F));
    assert_eq!(birth.place, place("A562"));
    for variant in code("RSSMRA85T50A562W").variants() {
        assert_eq!(variant.birth(), Some(birth));
    }
    assert_eq!(code("12345678903").birth(), None);
}

#[test]
fn the_century_follows_today_and_the_place() {
    let today = date(2026, 11, 22);
    let year = |yy: u8| Birth { year: yy, month: 3, day: 1, sex: Sex::M, place: place("D877") };
    assert_eq!(year(85).dates(today), [date(1985, 3, 1)]);
    assert_eq!(year(7).dates(today), [date(2007, 3, 1), date(1907, 3, 1)]);
    assert_eq!(year(7).likely_date(today, &[]), Some(date(2007, 3, 1)));
    let ceased = Period { from: Some(date(1861, 3, 17)), to: Some(date(1927, 1, 1)) };
    assert_eq!(year(7).likely_date(today, &[ceased]), Some(date(1907, 3, 1)));
    let christmas = Birth { year: 26, month: 12, day: 25, sex: Sex::F, place: place("H501") };
    assert_eq!(christmas.dates(today), [date(1926, 12, 25)]);
    let leap = Birth { year: 0, month: 2, day: 29, sex: Sex::F, place: place("H501") };
    assert_eq!(leap.dates(today), [date(2000, 2, 29)], "1900 was no leap year");
}

#[test]
fn variants_are_127_and_begin_from_the_right() {
    let base = code("RSSMRA80A01H501U");
    let variants: Vec<_> = base.variants().collect();
    assert_eq!(variants.len(), 127);
    assert!(variants[0].as_str().starts_with("RSSMRA80A01H50M"));
    assert!(variants[126].as_str().starts_with("RSSMRAULALMHRLM"), "{}", variants[126]);
    assert_eq!(variants.iter().collect::<std::collections::HashSet<_>>().len(), 127);
    assert_eq!(variants[40].variants().collect::<Vec<_>>(), variants, "a homocode has the same variants");
    assert_eq!(code("12345678903").variants().count(), 0);
}

#[test]
fn differences_warn_and_say_where() {
    let code = code("RSSMRA80A01H501U");
    let same = Given {
        surname: "ROSSI",
        name: "mario",
        birth_date: Some(date(1980, 1, 1)),
        sex: Some(Sex::M),
        birth_place: Some(place("H501")),
    };
    assert_eq!(code.compare(&same), []);
    assert_eq!(code.compare(&Given::default()), [], "what is not given is not compared");
    let other = Given {
        surname: "Bianchi",
        name: "Anna",
        birth_date: Some(date(1980, 1, 2)),
        sex: Some(Sex::F),
        birth_place: Some(place("F205")),
    };
    let found = code.compare(&other);
    let fields: Vec<_> = found.iter().map(Difference::field).collect();
    assert_eq!(fields, ["surname", "name", "birth_date", "sex", "birth_place"]);
    for difference in &found {
        let finding = difference.finding();
        assert_eq!((finding.rule.to_string().as_str(), finding.level), ("R-CF-2", Level::Warn));
        assert!(!finding.text.contains("{}"), "{}", finding.text);
    }
    assert_eq!(found[2].finding().text, "Data di nascita: dal codice fiscale 01/01/80, scritta 02/01/1980.");
    assert_eq!(self::code("12345678903").compare(&other), []);
}

#[test]
fn umlauts_are_read_in_both_ways() {
    let given = |surname| Given { surname, ..Given::default() };
    let born = (date(1980, 1, 1), Sex::M, place("Z112"));
    for surname in ["Öda", "Oeda"] {
        let code = FiscalCode::compute(surname, "Karl", born.0, born.1, born.2).unwrap();
        assert_eq!(code.compare(&given("Öda")), [], "{surname}");
    }
}

#[test]
fn json_is_the_text_and_refuses_the_wrong() {
    let rossi = code("RSSMRA80A01H501U");
    assert_eq!(serde_json::to_string(&rossi).unwrap(), "\"RSSMRA80A01H501U\"");
    assert_eq!(serde_json::from_str::<FiscalCode>("\"rssmra80a01h501u\"").unwrap(), rossi);
    let refused = serde_json::from_str::<FiscalCode>("\"RSSMRA80A01H501V\"").unwrap_err().to_string();
    assert!(refused.contains("carattere di controllo"), "{refused}");
    let schema = serde_json::to_value(schemars::schema_for!(FiscalCode)).unwrap();
    assert_eq!(schema["type"], "string");
    assert!(schema["pattern"].as_str().unwrap().contains("LMNPQRSTUV"));
}

fn any_code() -> impl Strategy<Value = FiscalCode> {
    let letters = "[A-ZÀÈÌÒÙa-zç' -]{0,12}[A-Za-z]";
    (letters, letters, 0_i64..46_000, any::<bool>(), "[A-Z][0-9]{3}").prop_map(
        |(surname, name, days, woman, birth_place)| {
            let born = date(1900, 1, 1) + chrono::Days::new(days.unsigned_abs());
            let sex = if woman { Sex::F } else { Sex::M };
            FiscalCode::compute(&surname, &name, born, sex, place(&birth_place)).unwrap()
        },
    )
}

proptest! {
    #[test]
    fn no_text_panics(text in any::<String>()) {
        if let Err(error) = FiscalCode::parse(&text) {
            prop_assert!(error.to_string().ends_with('.'));
        }
    }

    #[test]
    fn nothing_shaped_like_a_code_panics(text in "[A-Z0-9À ]{11}|[A-Z0-9]{16}|[A-Z]{6}[0-9L-V]{2}[A-Z][0-9L-V]{2}[A-Z][0-9L-V]{3}[A-Z]") {
        if let Ok(code) = FiscalCode::parse(&text) {
            prop_assert_eq!(FiscalCode::parse(code.as_str()), Ok(code.clone()));
            prop_assert!(code.is_provisional() || code.birth().is_some());
        }
    }

    #[test]
    fn made_codes_are_valid_and_so_are_their_variants(made in any_code(), nth in 0_usize..127) {
        prop_assert_eq!(FiscalCode::parse(made.as_str()), Ok(made.clone()));
        prop_assert_eq!(made.kind(), Kind::Ordinary);
        let variant = made.variants().nth(nth).unwrap();
        prop_assert_eq!(FiscalCode::parse(variant.as_str()), Ok(variant.clone()));
        prop_assert_eq!(variant.kind(), Kind::Homocode);
        prop_assert_eq!(variant.birth(), made.birth());
        prop_assert_eq!(variant.digit_form(), made);
    }

    /// A letter for a letter, or a digit for a digit, always changes the sum
    /// by a figure that is no multiple of 26: the weights of each place are
    /// all different. (A digit and the letter of the same rank weigh alike.)
    #[test]
    fn one_wrong_character_is_always_found(made in any_code(), at in 0_usize..15, shift in 1_u8..26) {
        let mut bytes = made.as_str().as_bytes().to_vec();
        let byte = bytes[at];
        bytes[at] = if byte.is_ascii_digit() {
            b'0' + (byte - b'0' + 1 + shift % 9) % 10
        } else {
            b'A' + (byte - b'A' + shift) % 26
        };
        prop_assume!(bytes[at] != byte);
        let wrong = String::from_utf8(bytes).unwrap();
        prop_assert!(FiscalCode::parse(&wrong).is_err(), "{} passed for {}", wrong, made);
    }

    #[test]
    fn two_neighbours_swapped_in_a_provisional_number_are_found(number in 1_u64..9_999_999_999, at in 0_usize..9) {
        let digits = format!("{number:010}");
        let sealed = format!("{digits}{}", char::from(check::digit(digits.as_bytes())));
        prop_assert!(FiscalCode::parse(&sealed).is_ok());
        let mut swapped = sealed.clone().into_bytes();
        swapped.swap(at, at + 1);
        let pair = [sealed.as_bytes()[at], sealed.as_bytes()[at + 1]];
        // The Luhn scheme cannot tell 09 from 90.
        prop_assume!(pair[0] != pair[1] && pair != *b"09" && pair != *b"90");
        prop_assert!(FiscalCode::parse(&String::from_utf8(swapped).unwrap()).is_err());
    }
}
