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
    for source in ["Chi :: {{ nome }} \\\n  {{ vuoto }}", "{{ nome }} \\\n{{ vuoto }}"] {
        let said = format!("{:?}", written(source));
        assert!(said.contains("D'Angelo\"") && !said.contains('\\'), "no break before nothing: {said}");
    }
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

/// A template cannot reach outside, go on for ever or fill the memory; each
/// is told where and in how many milliseconds it pleases.
#[test]
fn nasty_templates_get_a_sentence() {
    let before = std::time::Instant::now();
    let doubled = "{% set x = x ~ x %}\n".repeat(40);
    let deep = format!("{}a{}", "{% if N %}".repeat(500), "{% endif %}".repeat(500));
    let nested = "{% for a in impegni %}".repeat(16) + &"lungo ".repeat(2_000) + &"{% endfor %}".repeat(16);
    for (source, said) in [
        ("ciao\n{% include 'altro.txt' %}", "riga 2, colonna 3: «include» qui non esiste"),
        ("{% extends '/etc/passwd' %}", "«extends» qui non esiste"),
        ("{% import 'x' as y %}", "«import» qui non esiste"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "«macro» qui non esiste"),
        ("{% raw %}{{{% endraw %}", "«raw» qui non esiste"),
        ("{% for m in misure recursive %}{{ loop(misure) }}{% endfor %}", "non può contenere sé stesso"),
        (&format!("{{% set x = nome %}}{doubled}{{{{ x }}}}"), "«~» si usa al più 8 volte"),
        ("{% for m in misure %}{% set x = nome ~ nome %}{% endfor %}", "non si usa dentro un elenco"),
        ("{% set x %}{{ nome }}{% endset %}", "«set» vuole un valore"),
        ("{{ 'a' * 1000000000 }}", "riga 1, colonna 8: «*» qui non si usa"),
        ("{% set a = [nome, nome] %}", "«[» qui non si usa"),
        ("{{ nome|indent(1000000000) }}", "«indent(1000000000)» non esiste"),
        ("{% for i in range(100000) %}x{% endfor %}", "non esiste"),
        ("{{ nome.upper() }}", "si può calcolare"),
        (&format!("{{{{ {}nome }}}}", "not ".repeat(30_000)), "più di 400 caratteri"),
        (&format!("{{{{ {}nome{} }}}}", "(".repeat(30_000), ")".repeat(30_000)), "più di 400 caratteri"),
        ("{{ nome", "non si legge"),
        (&format!("{{{{ nome {}", "x".repeat(1_000)), "manca la chiusura"),
        (&deep, "uno dentro l'altro"),
        (&nested, "scrive troppo"),
        (&"{{ nome }}".repeat(5_001), "troppi campi"),
        ("[testata]\n[testata]\n", "riga 2, colonna 1: «[testata]» si scrive una volta sola"),
    ] {
        let found = problems(source);
        let head: String = source.chars().take(60).collect();
        assert!(found[0].contains(said), "{head}: {found:?}");
        let checked = check(source, &[fields()], &[]);
        assert!(!checked.is_empty(), "{head}");
    }
    assert!(before.elapsed().as_secs() < 20, "{:?}", before.elapsed());
    // The longest of what is allowed does not go through the floor either.
    for source in [
        format!("{{{{ {}nome }}}}", "not ".repeat(95)),
        format!("{{{{ {}nome{} }}}}", "(".repeat(190), ")".repeat(190)),
        format!("{{{{ nome{} }}}}", "|upper".repeat(60)),
        format!("{{{{ {}1 }}}}", "-".repeat(380)),
    ] {
        let _ = write(&source, &fields());
    }
}

#[test]
fn a_very_long_value_comes_out_whole() {
    let long = "parola ".repeat(3_000);
    let mut fields = fields();
    fields.text("nome", long.trim());
    let blocks = write("Chi :: {{ nome }}\n\n- {{ nome }}", &fields).unwrap().blocks;
    assert!(matches!(&blocks[0], Block::Field { value, .. } if value.words() == long.trim()));
}

#[test]
fn a_file_is_read_as_any_editor_leaves_it() {
    for file in ["uno\ndue\n", "\u{feff}uno\ndue\n", "uno\r\ndue\r\n", "uno\rdue\r"] {
        assert_eq!(source::read(file.as_bytes()).unwrap(), "uno\ndue\n", "{file:?}");
    }
    for (file, said) in [
        (b"uno\nperch\xe8".to_vec(), "riga 2, colonna 6: il file non \u{e8} scritto in UTF-8"),
        ("uno\u{fe}\n".encode_utf16().flat_map(u16::to_le_bytes).collect(), "riga 1"),
        (vec![b'a'; 10 * 1024 * 1024], "troppo lungo: 10240 kB, al pi\u{f9} 128"),
        (b"uno\n\x1b[2J".to_vec(), "riga 2, colonna 1: qui c'\u{e8} un carattere di controllo"),
        (b" \n\t\n".to_vec(), "il modello \u{e8} vuoto"),
        (Vec::new(), "il modello \u{e8} vuoto"),
    ] {
        let found = source::read(&file).unwrap_err();
        let told = format!("{}: {}", found[0].place, found[0].text);
        assert!(told.contains(said), "{told}");
    }
}
