//! A whole appointment at a real terminal: somebody who was not there leaves
//! with a signed pact on paper. Keys are counted.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod pty;

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use pty::Tty;
use serde_json::Value;

const NOW: &str = "2026-11-23T09:00";
const CODE: &str = "PLLNCL90C07D704P";

/// What an operator may need, free text aside.
const MOST_KEYS: usize = 150;

/// A folder with an office, a printer and what was printed.
struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self { folder: tempfile::tempdir().unwrap() };
        // Stands for CUPS: keeps the arguments and the file that comes in.
        let lp = place.path("bin/lp");
        fs::create_dir(place.path("bin")).unwrap();
        let script = "#!/bin/sh\nprintf '%s\\n' \"$@\" > \"$PRINTED.args\"\n\
                      cat > \"$PRINTED\"\n\
                      echo 'request id is sportello-1 (1 file(s))'\n";
        fs::write(&lp, script).unwrap();
        fs::set_permissions(&lp, fs::Permissions::from_mode(0o755)).unwrap();
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn demo(&self, size: (u16, u16)) -> Tty {
        let path = format!("{}:{}", self.path("bin").display(), std::env::var("PATH").unwrap());
        let printed = self.path("stampa.pdf");
        let office = self.path("ufficio");
        let args = ["demo", "--people", "40", "--dir", office.to_str().unwrap(), "--now", NOW];
        Tty::start_with(&args, &[("PATH", &path), ("PRINTED", printed.to_str().unwrap())], size)
    }

    /// The command line on the same office.
    fn says(&self, args: &[&str]) -> String {
        said(Command::new(env!("CARGO_BIN_EXE_sportello")).args(args).env("HOME", self.folder.path()))
    }
}

fn said(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The text of a PDF, with every run of blanks as one: lines break where the
/// page wants.
fn text_of(pdf: &Path) -> String {
    let text = said(Command::new("pdftotext").arg("-layout").arg(pdf).arg("-"));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// PE01 and PE03: nobody of this name, so a new person, with the code that
/// fills birth and sex.
fn register(tty: &mut Tty) {
    tty.wait("Persone in archivio").press("Ctrl+F").wait("PE01").free("Pellicanò Niccolò");
    tty.wait("Nessuno con questi dati").press("F6").wait("PE03").wait("[Niccolò");
    tty.free(CODE).wait("controllo: ok").wait("07/03/1990").wait("Forlì").press("Tab");
    tty.free("CA12345ÈX").press("Tab").free("Comune di Forlì").press("Tab");
    tty.free("15062021").free("07032031").wait("[07/03/2031]").press("Space").wait("[x] informativa");
    tty.press("Tab").wait("[2 Residenza").free("via Carlo Cantù 12").press("Tab").free("Forlì").press("Tab");
    tty.free("47121")
        .wait("[47121]")
        .press("F8")
        .free("333 0000017")
        .press("Tab Space")
        .wait("[x] verificato");
    tty.press("F2").wait("PE02").wait("D: la DID.");
}

/// DI01: declared and profiled; then the LEP B row.
fn declare(tty: &mut Tty) {
    tty.press("d").wait("DI01").press("F6").wait("[2 Profilazione");
    tty.press("d d d Tab").wait("[diploma di istituto tecnico");
    tty.press("s Tab o Tab").free("3").press("Tab i Tab").free("2").press("Tab Tab").free("2").press("Tab n");
    tty.wait("[impiegata/o").press("F2").wait("DID inserita").wait("23/12");
    tty.press("Enter").wait("LEP B registrata");
}

/// AS01: the judgement, the path with its reason; then the LEP C row.
fn assess(tty: &mut Tty) {
    tty.press("Enter")
        .wait("AS01")
        .wait("Competenze digitali *")
        .press("2 F2 2 2 F2")
        .wait("Giudizio *")
        .free("Esperienza solida nella vendita; però cerca da poco.");
    tty.press("Tab d i s t r F8").wait("[10 Esito]");
    tty.press("Tab").free("Competenze già spendibili.").press("F2").wait("ASSESSMENT REGISTRATO");
    tty.press("Enter").wait("LEP C registrato");
}

/// PS01 and AG01: the standard model, a measure, a search act more, the next
/// appointment.
fn agree(tty: &mut Tty) {
    tty.press("Enter").wait("PS01").wait("non ha ancora un patto");
    tty.press("Enter").wait("NUOVA MISURA").press("e Tab").wait("[E ").press("Space").wait("[A03 ");
    tty.press("F2").wait("14/15, completo");
    tty.press("F8").wait("7 LE SUE AZIONI DI RICERCA").press("F6").wait("NUOVA AZIONE");
    tty.free("curriculum nei negozi di Forlì").press("Tab").free("3 al mese").press("F2").wait("3 al mese");
    tty.press("F8").wait("8 GLI APPUNTAMENTI").press("F6").wait("POSTI LIBERI");
    // The model says every month: the days begin with the last that keeps to it.
    tty.wait("gio 24/12").press("Right").wait("[09:45]").press("Enter").wait("PRENOTA");
    tty.wait("[09:45]").press("F2").wait("PS01").wait("24/12/26 09:45");
}

/// PS02: preview, issue, print, two signatures, the copy, the LEP D row.
fn issue(tty: &mut Tty) -> String {
    tty.press("F9").wait("PS02").wait("BOZZA").press("F9").wait("Emettere la versione 1?");
    tty.press("s").wait("in stampa su sportello").wait("attende la persona");
    let screen = tty.screen();
    let number = screen.split_whitespace().find(|word| word.starts_with("ESN03-2026-")).unwrap().to_owned();
    tty.press("p").wait("attende l'operatore").press("o").wait(&format!("{number} attivo"));
    tty.press("c").wait("Copia consegnata.").press("l").wait("LEP D registrato.");
    number
}

/// Everything typed or chosen is on the paper.
fn on_paper(place: &Place, number: &str) {
    let file = place.path("stampa.pdf");
    assert!(fs::read(&file).unwrap().starts_with(b"%PDF-"));
    let args = fs::read_to_string(place.path("stampa.pdf.args")).unwrap();
    assert!(args.contains("media=A4") && !args.contains("Pellican"), "{args}");
    let text = text_of(&file);
    for field in [
        "Niccolò Pellicanò",
        CODE,
        "Forlì (FO), 07/03/1990",
        "carta d'identità n. CA12345ÈX, ente di rilascio: Comune di Forlì, scadenza 07/03/2031",
        "via Carlo Cantù 12, 47121 Forlì (FC)",
        "333 0000017",
        "dichiarata (DID) il 23/11/2026",
        "diploma di istituto tecnico",
        "Esperienza solida nella vendita; però cerca da poco.",
        "servizi ordinari del centro",
        "Trovare un lavoro nel settore: distribuzione commerciale.",
        "LEP E · SAP A03",
        "dal 23/11/2026",
        "invio di candidature a offerte di lavoro 2 la settimana",
        "curriculum nei negozi di Forlì 3 al mese",
        "scheda delle azioni di ricerca compilata",
        "Responsabile delle attività: Anna Bianchi",
        "ogni mese, in presenza",
        "versione 3 del 15/01/2026",
        &format!("Documento {number} · versione 1"),
    ] {
        assert!(text.contains(field), "«{field}» is not in:\n{text}");
    }
    let (_, eight) = text.split_once("8. Gli appuntamenti già fissati").unwrap();
    let (eight, _) = eight.split_once("9. I Suoi impegni").unwrap();
    assert!(eight.contains("giovedì 24/12/2026") && eight.contains("ore 09:45"), "{eight}");
    assert!(["stanza 3", "Anna", "Bianchi"].iter().all(|word| eight.contains(word)), "{eight}");
    assert!(!text.contains("BOZZA"));
}

/// The record says the same, and its commands make it again.
fn in_the_record(place: &Place, number: &str) {
    let office = place.path("ufficio");
    let office = office.to_str().unwrap();
    let card: Value =
        serde_json::from_str(&place.says(&["show", CODE, "--office", office, "--json"])).unwrap();
    assert_eq!((&card["did"]["state"], &card["psp"]["state"]), (&"inserted".into(), &"active".into()));
    let measure = &card["psp"]["measures"][0];
    assert_eq!((&measure["lep"], &measure["sap"]["code"]), (&"E".into(), &"A03".into()));
    let rows: Vec<_> = card["activities"].as_array().unwrap().iter().collect();
    let row = |lep: &str| rows.iter().find(|row| row["lep"] == lep).unwrap_or_else(|| panic!("no LEP {lep}"));
    for (lep, act) in [("B", "did"), ("C", "assessment"), ("D", "psp")] {
        assert_eq!((&row(lep)["state"], &row(lep)["source"]), (&"concluded".into(), &act.into()));
        // No code is attested for these: none is made up.
        assert_eq!(row(lep)["sap"]["kind"], "not_attested");
    }
    assert_eq!(rows.len(), 3);
    assert_eq!(card["appointments"][0]["start"], "2026-12-24T09:45:00");

    let list = place.says(&["psp", "list", "--office", office, "--person", CODE, "--json"]);
    let pact: Value = serde_json::from_str(list.trim()).unwrap();
    assert_eq!((&pact["state"], &pact["number"]), (&"active".into(), &number.into()));

    let digest = place.says(&["recorded", "--office", office, "--digest"]);
    fs::write(place.path("comandi.jsonl"), place.says(&["recorded", "--office", office])).unwrap();
    let (again, commands) = (place.path("di-nuovo"), place.path("comandi.jsonl"));
    let (again, commands) = (again.to_str().unwrap(), commands.to_str().unwrap());
    place.says(&["replay", "--empty", "--dir", again, commands]);
    assert_eq!(place.says(&["recorded", "--office", again, "--digest"]), digest, "replayed");
}

fn appointment(size: (u16, u16)) -> usize {
    let place = Place::new();
    let mut tty = place.demo(size);
    register(&mut tty);
    declare(&mut tty);
    assess(&mut tty);
    agree(&mut tty);
    let number = issue(&mut tty);
    println!("keys: {} (free text: {})", tty.pressed, tty.typed);
    let keys = tty.pressed;
    tty.press("Ctrl+Q").wait("Chiudere il programma?").press("s");
    assert_eq!(tty.ended(), 0);
    assert!(tty.is_clean());
    on_paper(&place, &number);
    in_the_record(&place, &number);
    keys
}

#[test]
fn somebody_new_leaves_with_a_signed_pact() {
    let keys = appointment((80, 24));
    assert!(keys <= MOST_KEYS, "{keys} keys");
}

#[test]
fn the_same_on_a_large_screen() {
    appointment((120, 40));
}
