//! Printing at the desk: F9 at once, Ctrl+P with a choice, what is said when
//! it goes wrong. Real programs and a real socket stand for CUPS.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod seat;

use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::time::Duration;

use seat::{Seat, assess, declaration, declare, give_notice, person, register};
use sportello::documents::printing::Means;
use sportello::ui::route::Route;

/// CUPS as far as a desk sees it: keeps each `lp` in a folder of its own.
struct Cups {
    dir: tempfile::TempDir,
}

impl Cups {
    /// Two queues; `lp` then does this.
    fn with(then: &str) -> Self {
        let cups = Self { dir: tempfile::tempdir().unwrap() };
        cups.program(
            "lpstat",
            "case $1 in\n-e) printf 'ufficio\\npiano-terra\\n';;\n\
             -d) echo 'system default destination: ufficio';;\n\
             -p) echo 'printer ufficio is idle.  enabled since oggi'\n\
                 printf 'printer piano-terra disabled since oggi -\\n\\tcartuccia da cambiare\\n';;\n\
             -a) echo 'ufficio accepting requests since oggi';;\n*) exit 1;;\nesac",
        );
        cups.program(
            "lp",
            &format!(
                "n=$(ls \"$d\" | grep -c '^job')\nprintf '%s\\n' \"$@\" >\"$d/job$n\"\n\
                 cat >\"$d/pdf$n\"\n{then}"
            ),
        );
        cups
    }

    fn taking() -> Self {
        Self::with("echo \"request id is ufficio-$n (1 file(s))\"")
    }

    fn program(&self, name: &str, does: &str) {
        let path = self.path(name);
        fs::write(&path, format!("#!/bin/sh\nd=$(dirname \"$0\")\n{does}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn means(&self) -> Means {
        let mut means = Means { lp: self.path("lp"), lpstat: self.path("lpstat"), ..Means::default() };
        means.patience.answer = Duration::from_millis(300);
        means
    }

    /// The arguments of a job, but for the file.
    fn job(&self, n: usize) -> String {
        let args = fs::read_to_string(self.path(&format!("job{n}"))).unwrap();
        let words: Vec<&str> = args.lines().collect();
        words[..words.len() - 1].join(" ")
    }
}

/// A pact issued with nothing to print on, on PS02.
fn issued() -> Seat {
    let mut s = Seat::at(|desk| {
        let id = register(desk, person("Rossi", "Maria"));
        give_notice(desk, id);
        declare(desk, id, declaration());
        assess(desk, id);
        Route::Psp(id)
    });
    s.at.press("Enter e Tab Space F2 F9").is_on("PS02").press("F9 s").jobs().jobs();
    s.at.says("[X]", "ESN03-2026-000001 emesso, non stampato.").says("[X]", "Ctrl+P: altra stampante o PDF");
    s
}

fn agenda() -> Seat {
    Seat::at(|_| Route::Agenda { day: None, registrant: None })
}

#[test]
fn f9_prints_at_once_as_the_last_time() {
    let cups = Cups::taking();
    let mut s = issued();
    s.at.prints_with(cups.means());
    s.at.press("F9").jobs().says("[ok]", "ESN03-2026-000001 in stampa su ufficio. Firma: P persona");
    assert_eq!(cups.job(0), "-t ESN03-2026-000001 -o media=A4 -o sides=two-sided-long-edge -n 2");
    s.at.press("Ctrl+P").jobs().sees("predefinita: ufficio (pronta)").focus_is("Stampante");
    insta::assert_snapshot!("print_form_80", s.at.picture());
    s.at.press("F4").sees("piano-terra (ferma: cartuccia da cambiare)").sees("nessuna: salva il PDF");
    insta::assert_snapshot!("print_list_80", s.at.picture());
    s.at.resize(120, 40);
    insta::assert_snapshot!("print_list_120", s.at.picture());
    s.at.resize(80, 24).text("piano").press("Enter").go_to("Copie").press("Ctrl+U").text("3").go_to("fogli");
    s.at.press("Space").sees("solo fronte").press("F2").jobs();
    s.at.says("[ok]", "in stampa su piano-terra, 3 copie.");
    assert_eq!(cups.job(1), "-d piano-terra -t ESN03-2026-000001 -o media=A4 -o sides=one-sided -n 3");
    s.at.press("F9").jobs().says("[ok]", "piano-terra");
    assert_eq!(cups.job(2), cups.job(1), "as the last time");
    let pdf = |n| fs::read(cups.path(&format!("pdf{n}"))).unwrap();
    assert!(pdf(0).starts_with(b"%PDF-") && pdf(0) == pdf(1) && pdf(1) == pdf(2));
    // Fifteen copies are for once.
    s.at.press("Ctrl+P").jobs().go_to("Copie").press("Ctrl+U").text("15").press("F2").jobs();
    assert!(cups.job(3).ends_with("-n 15"));
    s.at.press("F9").jobs();
    assert_eq!(cups.job(4), cups.job(1));
}

#[test]
fn copies_and_addresses_that_make_no_sense_are_said_on_their_field() {
    let cups = Cups::taking();
    let mut s = issued();
    s.at.prints_with(cups.means()).press("Ctrl+P").jobs();
    for copies in ["0", "21", "99"] {
        s.at.go_to("Copie").press("Ctrl+U").text(copies).press("F2");
        s.at.says("[X]", "Le copie vanno da 1 a 20.").focus_is("Copie");
    }
    s.at.press("Ctrl+U").press("F2").says("[X]", "Copie").text("1").go_to("Stampante");
    s.at.press("F4").text("indirizzo").press("Enter F2").says("[X]", "Indirizzo");
    s.at.go_to("Indirizzo").text("due parole").press("F2").says("[X]", "non si legge").focus_is("Indirizzo");
    s.at.press("Ctrl+U").text("ipps://host").press("F2").says("[X]", "cifrato").focus_is("Indirizzo");
    s.at.press("Esc").says("[!]", "Esc").press("Esc").is_on("PS02");
    assert!(s.at.left.is_empty(), "nothing is printed");
}

#[test]
fn where_there_is_no_printer_the_pdf_is_offered() {
    let dir = tempfile::tempdir().unwrap();
    let mut s = issued();
    // No CUPS at all: said, and the form begins with the file.
    s.at.press("Ctrl+P")
        .jobs()
        .says("[X]", "salvare il PDF")
        .sees("nessuna: salva il PDF")
        .focus_is("Stampante");
    insta::assert_snapshot!("print_none_80", s.at.picture());
    let file = dir.path().join("patto.pdf");
    s.at.go_to("File").press("Ctrl+U").text(file.to_str().unwrap()).press("F2").jobs();
    s.at.says("[ok]", "PDF salvato in");
    assert!(fs::read(&file).unwrap().starts_with(b"%PDF-"));
    // S goes there at once; another file is never replaced.
    fs::write(&file, "altro").unwrap();
    s.at.press("s").jobs().go_to("File").press("Ctrl+U").text(file.to_str().unwrap()).press("F2").jobs();
    s.at.says("[X]", "non è stato toccato");
    assert_eq!(fs::read(&file).unwrap(), b"altro");
}

#[test]
fn a_printer_that_is_not_there_is_not_remembered_and_can_be_corrected() {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let cups = Cups::taking();
    let mut s = issued();
    s.at.prints_with(cups.means()).press("Ctrl+P").jobs().press("F4").text("indirizzo").press("Enter");
    s.at.type_in("Indirizzo", &format!("127.0.0.1:{port}")).press("F2").jobs();
    s.at.says(
        "[X]",
        "ESN03-2026-000001 emesso, non stampato. A questo indirizzo nessuna stampante risponde.",
    );
    s.at.press("Ctrl+P").jobs().sees(&format!("di rete: 127.0.0.1:{port}/ipp/print"));
    s.at.press("Esc").press("F9").jobs().says("[ok]", "in stampa su ufficio");
}

#[test]
fn the_list_of_the_day_goes_the_same_way() {
    let cups = Cups::taking();
    let mut s = agenda();
    s.at.prints_with(cups.means());
    s.at.press("F9").sees("stampa: tutti gli operatori").text("t").jobs().jobs();
    s.at.says("[ok]", "Elenco in stampa su ufficio.");
    assert_eq!(cups.job(0), "-t agenda-2026-11-23-1042 -o media=A4 -o sides=two-sided-long-edge -n 1");
    s.at.press("Ctrl+P").jobs().focus_is("Stampante").sees("elenco: BIANCHI A.");
    insta::assert_snapshot!("print_agenda_80", s.at.picture());
    s.at.go_to("Che cosa").press("Space").sees("elenco: tutti gli operatori").press("F2").jobs().jobs();
    assert!(cups.job(1).starts_with("-t agenda-2026-11-23-1042 "), "{}", cups.job(1));
    s.at.press("F9 s").jobs().sees("STAMPA").press("Esc").is_on("AG01");
}

#[test]
fn what_lp_refuses_leaves_the_document_issued() {
    let cups = Cups::with("echo 'lp: The printer or class does not exist.' >&2; exit 1");
    let mut s = issued();
    s.at.prints_with(cups.means()).press("F9").jobs();
    s.at.says("[X]", "emesso, non stampato. La stampante scelta non c'è più");
    assert!(cups.path("job0").exists() && !cups.path("job1").exists());
    // The whole of it is under F1.
    s.at.press("F1").is_on("GU01").sees("o salvare il PDF.");
}
