//! `sportello cf CODE... [--json]`: what a fiscal code is and says.

use std::io::Write;

use chrono::NaiveDate;
use serde::Serialize;

use super::args::CfArgs;
use super::out::{json_line, shown, text};
use super::{DONE, REFUSED};
use crate::domain::codes::PlaceCode;
use crate::domain::finding::Finding;
use crate::domain::fiscal_code::{FiscalCode, FiscalCodeError, Kind, rules};
use crate::domain::sex::Sex;
use crate::fault::Result;
use crate::tables::places;

/// What is printed of one code. With `--json` the names of these fields are
/// a contract; fields without meaning are null, lists may be empty.
#[derive(Debug, Default, Serialize)]
struct Report {
    /// In capitals without blanks when valid, else as typed.
    code: String,
    valid: bool,
    /// Why not: the stable name of the reason.
    reason: Option<&'static str>,
    /// Why not, in Italian.
    message: Option<String>,
    kind: Option<Kind>,
    /// The code before omocodia, when it is a homocode.
    digit_form: Option<String>,
    /// The likeliest first.
    birth_dates: Vec<NaiveDate>,
    sex: Option<Sex>,
    place_code: Option<PlaceCode>,
    place_name: Option<String>,
    province: Option<&'static str>,
    warnings: Vec<Finding>,
}

/// Reports on every code; 0 if all are valid, 1 if one is not.
///
/// # Errors
/// The output cannot be written.
pub fn run(args: &CfArgs, today: NaiveDate, out: &mut impl Write) -> Result<u8> {
    let reports: Vec<_> = args.codes.iter().map(|typed| report(typed, today)).collect();
    for report in &reports {
        if args.json { json_line(out, report)? } else { text(out, &for_people(report))? }
    }
    Ok(if reports.iter().all(|report| report.valid) { DONE } else { REFUSED })
}

fn report(typed: &str, today: NaiveDate) -> Report {
    match FiscalCode::parse(typed) {
        Ok(code) => good(&code, today),
        Err(error) => bad(typed, error),
    }
}

fn bad(typed: &str, error: FiscalCodeError) -> Report {
    Report {
        code: typed.to_owned(),
        reason: Some(error.key()),
        message: Some(error.to_string()),
        ..Report::default()
    }
}

fn good(code: &FiscalCode, today: NaiveDate) -> Report {
    let kind = code.kind();
    let mut report = Report {
        code: code.to_string(),
        valid: true,
        kind: Some(kind),
        digit_form: (kind == Kind::Homocode).then(|| code.digit_form().to_string()),
        ..Report::default()
    };
    let Some(birth) = code.birth() else {
        report.warnings.push(rules::PROVISIONAL.at("fiscal_code"));
        return report;
    };
    let likely = birth.likely_date(today, &places::periods(birth.place));
    report.birth_dates = birth.dates(today);
    report.birth_dates.sort_by_key(|date| (Some(*date) != likely, std::cmp::Reverse(*date)));
    report.sex = Some(birth.sex);
    report.place_code = Some(birth.place);
    let place = places::get(birth.place, likely);
    report.place_name = place.map(places::Place::shown);
    report.province = place.map(|place| place.province);
    report.warnings.extend(places::doubt(birth.place, likely));
    report
}

fn for_people(report: &Report) -> String {
    let code = shown(&report.code);
    if let Some(message) = &report.message {
        return format!("{code}  non valido. {message}");
    }
    let mut text = format!("{code}  valido, {}", report.kind.map_or("", Kind::label));
    if let Some(digits) = &report.digit_form {
        text.push_str(&format!(" di {digits}"));
    }
    if let Some((likely, others)) = report.birth_dates.split_first() {
        let day = |date: &NaiveDate| date.format("%d/%m/%Y").to_string();
        text.push_str(&format!("\n  nascita   {}", day(likely)));
        for other in others {
            text.push_str(&format!(" (o {})", day(other)));
        }
    }
    if let Some(sex) = report.sex {
        text.push_str(&format!("\n  sesso     {}", sex.letter()));
    }
    if let Some(code) = report.place_code {
        text.push_str(&format!("\n  luogo     {code}"));
    }
    if let (Some(name), Some(province)) = (&report.place_name, report.province) {
        text.push_str(&format!("  {name} ({province})"));
    }
    for warning in &report.warnings {
        text.push_str(&format!("\n  [!] {}  {}", warning.text, warning.rule));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cf(codes: &[&str], json: bool) -> (u8, String) {
        let args = CfArgs { codes: codes.iter().map(|code| (*code).to_owned()).collect(), json };
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let mut out = Vec::new();
        let code = run(&args, today, &mut out).unwrap();
        (code, String::from_utf8(out).unwrap())
    }

    #[test]
    fn a_good_code_for_people() {
        let (exit, text) = cf(&["rssmra 85t50 a562w"], false);
        assert_eq!(exit, 0);
        assert_eq!(
            text,
            "RSSMRA85T50A562W  valido, ordinario\n  nascita   10/12/1985\n  sesso     F\n  luogo     A562  \
             San Giuliano Terme (PI)\n"
        );
    }

    #[test]
    fn one_bad_code_makes_it_1() {
        let (exit, text) = cf(&["RSSMRA85T50A562W", "RSSMRA85T50A562X\u{1b}[2J", "\u{202e}RSSMRA"], false);
        assert_eq!(exit, 1);
        assert!(!text.contains(['\u{1b}', '\u{202e}']), "what was typed never drives the terminal");
        let (exit, text) = cf(&["RSSMRA85T50A562X"], false);
        assert_eq!(exit, 1);
        assert!(text.starts_with("RSSMRA85T50A562X  non valido. Il carattere di controllo «X»"), "{text}");
    }

    #[test]
    fn json_has_one_object_a_line_and_stable_fields() {
        let (exit, text) = cf(&["CCCFBA85D03L21VE", "12345678903", "no"], true);
        assert_eq!(exit, 1);
        let lines: Vec<serde_json::Value> =
            text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines.len(), 3);
        let names: Vec<_> = lines[0].as_object().unwrap().keys().map(String::as_str).collect();
        let mut expected = vec![
            "code",
            "valid",
            "reason",
            "message",
            "kind",
            "digit_form",
            "birth_dates",
            "sex",
            "place_code",
            "place_name",
            "province",
            "warnings",
        ];
        expected.sort_unstable();
        assert_eq!(names, expected);
        assert_eq!(lines[0]["kind"], "omocodia");
        assert_eq!(lines[0]["digit_form"], "CCCFBA85D03L219P");
        assert_eq!(lines[0]["birth_dates"], serde_json::json!(["1985-04-03"]));
        assert_eq!((&lines[0]["place_name"], &lines[0]["province"]), (&"Torino".into(), &"TO".into()));
        assert_eq!(lines[1]["kind"], "provisional");
        assert_eq!(lines[1]["warnings"][0]["rule"], "R-CF-4");
        assert_eq!((&lines[2]["valid"], &lines[2]["reason"]), (&false.into(), &"length".into()));
    }

    #[test]
    fn the_place_chooses_the_century_and_an_unknown_one_warns() {
        let place = |text: &str| PlaceCode::parse(text).unwrap();
        let born = |year| NaiveDate::from_ymd_opt(year, 3, 1).unwrap();
        let gallico = FiscalCode::compute("Esempio", "Anna", born(1907), Sex::F, place("D877")).unwrap();
        let (_, text) = cf(&[gallico.as_str()], false);
        assert!(text.contains("01/03/1907 (o 01/03/2007)") && text.contains("Gallico (RC)"), "{text}");
        assert!(!text.contains("[!]"), "{text}");
        let nowhere = FiscalCode::compute("Esempio", "Anna", born(1985), Sex::F, place("Z999")).unwrap();
        let (exit, text) = cf(&[nowhere.as_str()], false);
        assert_eq!(exit, 0, "an unknown place only warns");
        assert!(text.contains("[!] Il luogo di nascita Z999 non è in tabella.  R-CF-3"), "{text}");
    }
}
