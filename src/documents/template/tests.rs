use super::*;
use crate::documents::block::{Marker, Tone};

fn fields() -> Fields {
    let mut fields = Fields::default();
    fields.text("nome", "Maria D'Angelo");
    fields.text("vuoto", "");
    fields.text("furbo", "# titolo\n- punto | **x** :: {{ nome }}");
    fields.flag("N", true);
    fields.flag("I", false);
    fields.list("impegni", &["uno".into(), "due".into()]);
    let row = |name: &str| {
        let mut row = Fields::default();
        row.text("nome", name);
        row
    };
    fields.rows("misure", vec![row("corso"), row("tirocinio")]);
    fields
}

fn written(source: &str) -> Vec<Block> {
    write(source, &fields()).expect("a good template").blocks
}

fn problems(source: &str) -> Vec<String> {
    let found = write(source, &fields()).expect_err("a wrong template");
    found.iter().map(|problem| format!("{}: {}", problem.place, problem.text)).collect()
}

#[test]
fn each_sign_is_a_block() {
    let blocks = written(
        "{# nota #}\n# Titolo\n## 3. Sezione\n## Altra\n\nTesto che\nva avanti\n\n~ piano\n! ufficio\n---\n\
         Chi :: **{{ nome }}**\nManca ::? {{ vuoto }}\n- uno\n- due\n  e mezzo\n\na) lettera\n",
    );
    assert!(matches!(&blocks[0], Block::Title(title) if title == "Titolo"));
    assert!(matches!(&blocks[1], Block::Section { number: Some(3), title } if title == "Sezione"));
    assert!(matches!(&blocks[2], Block::Section { number: None, .. }));
    assert!(
        matches!(&blocks[3], Block::Para { text, tone: Tone::Body } if text.words() == "Testo che va avanti")
    );
    assert!(matches!(&blocks[4], Block::Para { tone: Tone::Soft, .. }));
    assert!(matches!(&blocks[5], Block::Para { tone: Tone::Office, .. }));
    assert!(matches!(&blocks[6], Block::Rule));
    assert!(
        matches!(&blocks[7], Block::Field { label, value } if label == "Chi" && value.words() == "Maria D'Angelo")
    );
    let Block::List { marker: Marker::Bullet, items } = &blocks[8] else { panic!("{blocks:?}") };
    assert_eq!(items[1].words(), "due e mezzo");
    assert!(matches!(&blocks[9], Block::List { marker: Marker::Letter, .. }));
    assert_eq!(blocks.len(), 10, "the field without value has gone: {blocks:?}");
}

#[test]
fn conditions_and_lists_leave_no_holes() {
    let blocks = written(
        "{% for uno in impegni %}\n- {{ uno }}\n{% endfor %}\n{% if I %}\n- mai\n{% endif %}\n\
         {% if N %}\n- sempre\n{% endif %}\n",
    );
    assert!(matches!(&blocks[..], [Block::List { items, .. }] if items.len() == 3), "{blocks:?}");
    let blocks = written(
        "| N. | Nome |\n| --- | === |\n{% for m in misure %}\n| {{ loop.index }} | {{ m.nome }} // ~{{ vuoto }} |\n{% endfor %}",
    );
    let [Block::Table(table)] = &blocks[..] else { panic!("{blocks:?}") };
    assert_eq!((table.rows.len(), table.row_head, table.rows[1][1].len()), (2, 1, 1));
}

#[test]
fn a_value_is_never_a_sign() {
    for source in ["{{ furbo }}", "- {{ furbo }}", "Chi :: {{ furbo }}", "| A |\n| --- |\n| {{ furbo }} |"] {
        let blocks = written(source);
        assert_eq!(blocks.len(), 1, "{source}: {blocks:?}");
        assert!(format!("{blocks:?}").contains("# titolo\\n- punto | **x** :: {{ nome }}"), "{blocks:?}");
    }
}

#[test]
fn what_stays_together_is_one_block() {
    let blocks = written(
        "[insieme]\n## 1. A\n\nTesto\n[firma] Chi | {{ nome }} | penna |\n[firma] Altro | | |\n[fine]",
    );
    let [Block::Together(inner)] = &blocks[..] else { panic!("{blocks:?}") };
    let Some(Block::Signatures(boxes)) = inner.last() else { panic!("{inner:?}") };
    assert_eq!((boxes.len(), boxes[0].line, boxes[1].line), (2, true, false));
}

#[test]
fn what_is_wrong_is_said_where_it_stands() {
    for (source, said) in [
        ("uno\ndue {{ nme }}", "riga 2, colonna 8: «nme» non è un campo"),
        ("è {{ nome.cognome }}", "riga 1, colonna 6: «nome.cognome» non è un campo"),
        ("{% for m in misure %}\n{{ m.nom }}\n{% endfor %}", "riga 2, colonna 4: «m.nom» non è un campo"),
        ("a\n\n{{ nome", "riga 3"),
        ("{% if N %}\nsempre", "riga 1"),
        ("{{ nome | strano }}", "«strano» non esiste"),
        ("{{ impegni }}", "colonna 4: «impegni» non si scrive così"),
        ("{{ N }}", "«N» non si scrive così"),
        ("{% for x in range(100000000) %}{% endfor %}", "riga 1"),
        ("testo **forte", "riga 1, colonna 1: un «**»"),
        ("\n[insieme]\ntesto", "riga 2, colonna 1: «[insieme]» non è chiuso"),
        ("[fine]", "senza il suo"),
        ("[riquadro]", "«[riquadro]» non esiste"),
        ("@autore x", "«@autore» non esiste"),
        ("| A | B |\n| --- | --- |\n| uno |", "riga 3, colonna 1: la riga ha 1 caselle"),
        ("| A | B |\n| uno | due |", "riga 2, colonna 1: sotto le intestazioni"),
        ("| A |", "riga 1, colonna 1: una tabella comincia"),
    ] {
        let found = problems(source);
        assert!(found[0].contains(said), "{source:?}: {found:?}");
    }
}

#[test]
fn a_check_finds_what_no_single_document_shows() {
    let said = |source: &str| -> Vec<String> {
        let found = check(source, &[fields()], &["nome"]);
        found.iter().map(|problem| format!("{}: {}", problem.place, problem.text)).collect()
    };
    assert_eq!(said("{{ nome }}"), Vec::<String>::new());
    let found = said("nome\n{% if I %}{{ nomme }}{% endif %}");
    assert!(found[0].contains("riga 2, colonna 14: «nomme» non è un campo"), "{found:?}");
    assert!(found[0].ends_with("Forse «nome»?"), "{found:?}");
    assert!(found[1].contains("manca il campo «nome»"), "{found:?}");
}
