use super::*;
use crate::documents::brief;
use crate::documents::code::for_each_text;
use crate::documents::flow::tests::{assert_inside, heard};
use crate::domain::document::DocumentKind;
use crate::tables::written::Problem;

fn own(name: &str, text: &str) -> Stationery {
    Stationery { templates: vec![(name.to_owned(), text.to_owned())], ..Stationery::default() }
}

/// Every template with a document of it, as it ships.
fn samples() -> impl Iterator<Item = (&'static Shipped, Filled)> {
    templates().iter().flat_map(|shipped| (shipped.samples)().into_iter().map(move |one| (shipped, one)))
}

fn told(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(|problem| format!("{}: {}", problem.place, problem.text)).collect()
}

#[test]
fn what_ships_stands() {
    for shipped in templates() {
        assert_eq!(
            told(&check(shipped.name, shipped.text).unwrap()),
            Vec::<String>::new(),
            "{}",
            shipped.name
        );
    }
    assert!(check("altro", "").is_none());
}

/// Every needed field is really asked for: take it away and the check says so.
#[test]
fn a_template_without_a_needed_field_is_refused() {
    for shipped in templates() {
        for name in shipped.needed {
            let without = shipped
                .text
                .replace("[testata]", include_str!("../../../assets/templates/parts/testata.txt"));
            let without = without.replace(name, "altro_campo");
            let said = told(&check(shipped.name, &without).unwrap());
            assert!(
                said.iter().any(|said| said.contains(&format!("manca il campo «{name}»"))),
                "{name}: {said:?}"
            );
        }
    }
}

/// An office's own text that fails, at any point of the way, never leaves
/// anybody without paper.
#[test]
fn a_template_that_fails_falls_back_and_says_so() {
    for (shipped, filled) in samples() {
        let whose = match shipped.name {
            "agenda" => {
                "{% for one in operators %}{% for row in one.rows %}{{ row.person }}{% endfor %}{% endfor %}"
            }
            _ => "{{ registrant_full_name }}",
        };
        let plain = worded(shipped.name, filled.clone(), &Stationery::default()).unwrap();
        assert_eq!(plain.fell_back, None);
        let ours = shipped.text.replace("# ", "# Nostro ");
        let ours = worded(shipped.name, filled.clone(), &own(shipped.name, &ours)).unwrap();
        assert!(ours.fell_back.is_none() && ours.content != plain.content, "{:?}", ours.fell_back);
        for (broken, said) in [
            (format!("{}\n{{{{ nessuno }}}}", shipped.text), "«nessuno» non è un campo"),
            (format!("{}\nciao ☺", shipped.text), "«☺»"),
            (shipped.text.replace("@titolo", &format!("@titolo {whose}")), "non può dire di chi è"),
            ("@titolo Nulla\n@piede x\nciao".to_owned(), "manca il campo"),
            (shipped.text.replace("@piede", "@pie"), "«@pie» non esiste"),
        ] {
            let made = worded(shipped.name, filled.clone(), &own(shipped.name, &broken)).unwrap();
            assert_eq!(made.content, plain.content);
            let fault = made.fell_back.expect("it says so");
            assert!(fault.message.contains(said), "{said}: {fault}");
        }
    }
}

#[test]
fn titles_and_feet_name_nobody() {
    for (shipped, filled) in samples() {
        let private = filled.private.clone();
        let content = worded(shipped.name, filled, &Stationery::default()).unwrap().content;
        for word in private {
            assert!(!content.title.contains(&word) && !content.foot.contains(&word), "{}", shipped.name);
        }
    }
}

#[test]
fn the_letterhead_is_on_every_document() {
    let line = "Ambito territoriale di Levante".to_owned();
    let stationery = Stationery { lines: vec![line.clone()], ..Stationery::default() };
    for (shipped, mut filled) in samples() {
        filled.fields.list("letterhead", &stationery.lines);
        let content = worded(shipped.name, filled, &stationery).unwrap().content;
        assert!(format!("{:?}", content.blocks).contains(&line), "{}", shipped.name);
    }
}

/// The archive keeps the words of what was issued: they come back as they were.
#[test]
fn words_are_kept_and_read_back() {
    for (shipped, filled) in samples() {
        let content = worded(shipped.name, filled, &Stationery::default()).unwrap().content;
        let kept = serde_json::to_string(&content).unwrap();
        assert_eq!(serde_json::from_str::<Content>(&kept).unwrap(), content, "{}", shipped.name);
    }
}

/// What an office may have a template of its own for is what is printed.
#[test]
fn every_template_that_ships_has_its_fields() {
    let listed: Vec<_> = crate::tables::templates::ALL.iter().map(|shipped| shipped.name).collect();
    let mut printed: Vec<_> = templates().iter().map(|shipped| shipped.name).collect();
    // The page that goes with a pact stands after the pact's own, in every language.
    printed.splice(1..1, brief::ALL.iter().map(|shipped| shipped.name));
    assert_eq!(listed, printed);
    for kind in DocumentKind::ALL {
        assert!(listed.contains(&kind.word()), "{kind:?} has no template");
    }
}

fn preview(pages: &Pages) -> String {
    pages.text(80).iter().flat_map(|page| &page.lines).map(|line| format!("{}\n", line.text)).collect()
}

/// Read by a person when they change. Those of the PSP stand with it.
#[test]
fn golden_previews() {
    for shipped in templates().iter().filter(|shipped| shipped.name != "psp") {
        for (n, filled) in (shipped.samples)().into_iter().enumerate() {
            let made = worded(shipped.name, filled, &Stationery::default()).unwrap();
            let text = preview(&made.pages(TextSize::Normal).unwrap());
            insta::assert_snapshot!(format!("{}_{}", shipped.name, n + 1), text);
        }
    }
}

/// Writes the samples where `SPORTELLO_PDF_OUT` says, for eyes and checkers.
#[test]
fn samples_for_eyes() {
    let Some(dir) = std::env::var_os("SPORTELLO_PDF_OUT") else { return };
    for shipped in templates() {
        for (n, filled) in (shipped.samples)().into_iter().enumerate() {
            let made = worded(shipped.name, filled, &Stationery::default()).unwrap();
            let pdf =
                made.pages(TextSize::Normal).unwrap().pdf(crate::documents::psp::sample::when()).unwrap();
            let name = format!("{}_{}.pdf", shipped.name, n + 1);
            std::fs::write(std::path::Path::new(&dir).join(name), pdf.bytes).unwrap();
        }
    }
}

/// What makes a document stand up is never empty on an issued one.
#[test]
fn what_is_issued_lacks_nothing() {
    let file = |name: &str| {
        let path = format!("{}/assets/templates/samples/{name}.json", env!("CARGO_MANIFEST_DIR"));
        serde_json::from_str::<serde_json::Value>(&std::fs::read_to_string(path).unwrap()).unwrap()[0].clone()
    };
    let head = ["/head/operator", "/person/full_name", "/person/fiscal_code"];
    for (kind, own) in [
        (DocumentKind::DidReceipt, &["/channel"][..]),
        (
            DocumentKind::Convocation,
            &[
                "/channel",
                "/service",
                "/operator",
                "/signer",
                "/in_person/address",
                "/remote/platform",
                "/remote/link",
            ],
        ),
        (DocumentKind::Memo, &["/appointments"]),
        (DocumentKind::PlacementReceipt, &["/officer", "/act/final_on"]),
        (DocumentKind::PlacementObstacles, &["/officer", "/act/obstacles"]),
        (DocumentKind::PlacementAccepted, &["/officer", "/act/service"]),
        (
            DocumentKind::PlacementRefused,
            &["/officer", "/act/reasons", "/act/answers", "/act/appeal_to", "/act/appeal_within"],
        ),
    ] {
        let said = |sample: &serde_json::Value| {
            let paper = Paper::read(kind, &sample.to_string()).unwrap();
            assert_eq!(paper.kind(), kind);
            content(&paper, &Stationery::default())
        };
        let whole = file(kind.word());
        assert!(said(&whole).is_ok(), "{kind:?}");
        for place in head.iter().chain(own) {
            let mut lacking = whole.clone();
            let value = lacking.pointer_mut(place).unwrap_or_else(|| panic!("{kind:?} has no {place}"));
            *value = match value {
                serde_json::Value::Array(_) => serde_json::json!([]),
                _ if place.ends_with("final_on") => serde_json::Value::Null,
                _ => " ".into(),
            };
            let fault = said(&lacking).unwrap_err();
            assert_eq!(fault.exit_code(), 3, "{kind:?} without {place}: {fault}");
            // The same before it is issued says what is missing.
            *lacking.pointer_mut("/head/number").unwrap() = serde_json::Value::Null;
            let draft = said(&lacking).unwrap().content;
            assert_eq!(draft.mark.as_deref(), Some("BOZZA"));
        }
    }
}

/// What tells of somebody's health is in the case file, never on the acts.
#[test]
fn acts_of_targeted_placement_have_no_word_of_health() {
    let acts = templates().iter().filter(|shipped| shipped.name.starts_with("placement_"));
    for shipped in acts {
        let text = shipped.text.split_once("#}").unwrap().1.to_lowercase();
        for word in ["salute", "invalid", "disabil", "diagnos", "percentual", "sanitari", "medic", "capacit"]
        {
            assert!(!text.contains(word), "{}: {word}", shipped.name);
        }
    }
}

/// The same with an endless text in the place of each that may be any; names
/// of choices, days and numbers stay. How many were changed.
fn lengthened(kind: DocumentKind, sample: &serde_json::Value, endless: &str) -> (serde_json::Value, usize) {
    fn places(value: &serde_json::Value, at: &str, out: &mut Vec<String>) {
        match value {
            serde_json::Value::String(_) => out.push(at.to_owned()),
            serde_json::Value::Array(all) => {
                all.iter().enumerate().for_each(|(n, value)| places(value, &format!("{at}/{n}"), out));
            }
            serde_json::Value::Object(all) => {
                all.iter().for_each(|(key, value)| places(value, &format!("{at}/{key}"), out));
            }
            _ => {}
        }
    }
    let mut all = Vec::new();
    places(sample, "", &mut all);
    let (mut long, mut count) = (sample.clone(), 0);
    for place in all {
        let mut tried = long.clone();
        *tried.pointer_mut(&place).unwrap() = endless.into();
        if Paper::read(kind, &tried.to_string()).is_ok() {
            (long, count) = (tried, count + 1);
        }
    }
    (long, count)
}

/// Twenty kilobytes in every text of a document, of every kind: all of it is
/// printed, inside the pages.
#[test]
fn twenty_kilobytes_in_every_field_of_every_kind_are_printed_whole() {
    for kind in DocumentKind::ALL {
        let path = format!("{}/assets/templates/samples/{}.json", env!("CARGO_MANIFEST_DIR"), kind.word());
        let samples: Vec<serde_json::Value> =
            serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        for endless in ["qzx".repeat(6_700), "parola perché ".repeat(1_400)] {
            let (long, count) = lengthened(*kind, &samples[0], endless.trim_end());
            assert!(count > 10, "{kind:?}: {count}");
            let paper = Paper::read(*kind, &long.to_string()).unwrap();
            let content = content(&paper, &Stationery::default()).unwrap().content;
            let pages = flow(&content, TextSize::Normal).unwrap();
            println!("{kind:?}: {count} texts, {} pages", pages.count());
            assert!(pages.count() > 50, "{kind:?}");
            assert_inside(&pages);
            let mut said = String::new();
            for_each_text(&content.blocks, &mut |words| said.push_str(words));
            let marks = |text: &str| text.matches("qzx").count() + text.matches("perché").count();
            assert_eq!(marks(&heard(&pages)), marks(&said), "{kind:?}");
        }
    }
}
