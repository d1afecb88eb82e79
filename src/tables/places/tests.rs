//! The table as it ships, and what people type into it.

use super::*;

fn place(code: &str) -> PlaceCode {
    PlaceCode::parse(code).unwrap()
}

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn one(typed: &str, day: Option<NaiveDate>) -> String {
    match resolve(typed, day) {
        Resolved::One(place) => format!("{} {} {}", place.code, place.name, place.province),
        Resolved::Many(places) => format!("{} places", places.len()),
        Resolved::Nothing => "nothing".to_owned(),
    }
}

#[test]
fn the_table_is_whole_and_in_order() {
    assert_eq!(all().len(), 16_086);
    assert!(CSV.lines().all(|line| line.split(',').count() == 6 && !line.contains('"')));
    assert!(all().is_sorted_by_key(|place| place.code));
    assert_eq!(all().chunk_by(|a, b| a.code == b.code).count(), 10_715);
    for place in all() {
        assert!(place.province.len() == 2 && place.is_foreign() == (place.province == "EE"), "{place:?}");
        assert_eq!(place.status == Status::Ceased, place.period.to.is_some(), "{place:?}");
    }
}

#[test]
fn a_code_has_the_name_of_its_day() {
    let name = |code, day| get(place(code), day).map(|place| (place.name, place.province));
    assert_eq!(name("D704", Some(date(1985, 6, 1))), Some(("FORLÌ", "FO")));
    assert_eq!(name("D704", None), Some(("FORLÌ", "FC")));
    assert_eq!(name("A001", Some(date(1900, 1, 1))), Some(("ABANO", "PD")));
    assert_eq!(name("A001", Some(date(1700, 1, 1))), Some(("ABANO", "PD")));
    assert_eq!(name("Z129", Some(date(1970, 1, 1))), Some(("ROMANIA", "EE")));
    assert_eq!(name("Z999", None), None);
    assert_eq!(rows(place("A001")).len(), 2);
    assert_eq!(rows(place("Z999")), []);
}

#[test]
fn doubts_only_warn() {
    assert_eq!(doubt(place("H501"), Some(date(1980, 1, 1))), None);
    let unknown = doubt(place("Z999"), None).unwrap();
    assert_eq!(unknown.text, "Il luogo di nascita Z999 non è in tabella.");
    assert_eq!(unknown.level, crate::domain::finding::Level::Warn);
    let later = doubt(place("D877"), Some(date(2007, 3, 1))).unwrap();
    assert!(
        later.text.starts_with("Il luogo di nascita D877 (Gallico) non esisteva il 01/03/2007"),
        "{}",
        later.text
    );
    assert_eq!(doubt(place("D877"), Some(date(1907, 3, 1))), None);
}

#[test]
fn typed_names_are_read() {
    let today = Some(date(2026, 11, 22));
    for (typed, expected) in [
        ("roma", "H501 ROMA RM"),
        ("H501", "H501 ROMA RM"),
        ("forli", "D704 FORLÌ FC"),
        ("Forlì", "D704 FORLÌ FC"),
        ("FORLI'", "D704 FORLÌ FC"),
        ("laquila", "A345 L'AQUILA AQ"),
        ("reggio emilia", "H223 REGGIO NELL'EMILIA RE"),
        ("reggio calabria", "H224 REGGIO DI CALABRIA RC"),
        ("castro bg", "C337 CASTRO BG"),
        ("Castro (LE)", "M261 CASTRO LE"),
        ("castro", "2 places"),
        ("Cina", "Z210 REPUBBLICA POPOLARE CINESE EE"),
        ("romania", "Z129 ROMANIA EE"),
        ("malaysia", "Z247 MALAYSIA EE"),
        ("albania", "Z100 ALBANIA EE"),
        ("Luogo Inventato", "nothing"),
        ("", "nothing"),
    ] {
        assert_eq!(one(typed, today), expected, "{typed}");
    }
    assert_eq!(one("forli", Some(date(1980, 1, 1))), "D704 FORLÌ FO");
}

#[test]
fn the_list_begins_with_the_best() {
    let names = |typed, day| find(typed, day, 4).iter().map(|place| place.name).collect::<Vec<_>>();
    assert_eq!(names("roma", None)[0], "ROMA");
    assert_eq!(names("berg", None)[0], "BERGAMASCO");
    assert!(find("san", None, 20).len() == 20 && find("", None, 20).is_empty());
    let all = find("abano", None, 10);
    assert_eq!(all.iter().filter(|found| found.code == place("A001")).count(), 1, "one row a code");
    assert_eq!(all[0].name, "ABANO TERME", "in force before ceased");
}
