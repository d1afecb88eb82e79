use super::*;
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
        let plain = worded(shipped.name, filled.clone(), &Stationery::default()).unwrap();
        assert_eq!(plain.fell_back, None);
        let ours = shipped.text.replace("# ", "# Nostro ");
        let ours = worded(shipped.name, filled.clone(), &own(shipped.name, &ours)).unwrap();
        assert!(ours.fell_back.is_none() && ours.content != plain.content, "{:?}", ours.fell_back);
        for (broken, said) in [
            (format!("{}\n{{{{ nessuno }}}}", shipped.text), "«nessuno» non è un campo"),
            (format!("{}\nciao ☺", shipped.text), "«☺»"),
            (shipped.text.replace("@titolo", "@titolo {{ registrant_full_name }}"), "@titolo"),
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
fn the_table_of_the_office_has_the_templates_that_ship() {
    let listed: Vec<_> = crate::tables::templates::ALL
        .iter()
        .map(|shipped| (shipped.name, shipped.label, shipped.text))
        .collect();
    let printed: Vec<_> =
        templates().iter().map(|shipped| (shipped.name, shipped.label, shipped.text)).collect();
    assert_eq!(listed, printed, "src/tables/templates.rs lists them too");
}
