//! Printing against programs and printers that do what they should not: real
//! processes and real sockets on this computer.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use super::ipp::tests::{answer, job, printer};
use super::*;

fn short() -> Patience {
    let ms = Duration::from_millis;
    Patience {
        connect: ms(500),
        answer: ms(400),
        send: ms(600),
        busy: vec![ms(5), ms(10), ms(20)],
        look: (ms(5), ms(5)),
        lost: ms(150),
        whole: ms(5000),
        program: ms(5000),
    }
}

/// A program that does this, in a folder of its own.
fn program(dir: &Path, name: &str, does: &str) -> PathBuf {
    let path = dir.join(name);
    std::fs::write(&path, format!("#!/bin/sh\nd=$(dirname \"$0\")\n{does}\n")).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o700)).unwrap();
    path
}

/// Keeps what it is given, then does this.
fn lp(dir: &Path, then: &str) -> Means {
    let keeps = "printf '%s\\n' \"$LC_ALL\" \"$@\" >\"$d/args\"\ncat >\"$d/file\"\n";
    let lp = program(dir, "lp", &format!("{keeps}{then}"));
    Means { lp, lpstat: program(dir, "lpstat", "exit 1"), patience: short() }
}

fn choice(printer: Printer, copies: u8, sides: Sides) -> Choice {
    Choice { printer, copies: Copies::new(copies).unwrap(), sides }
}

const SHEET: Sheet<'_> = Sheet { pdf: b"%PDF-1.7 x", title: "ESN03-2026-000123" };

fn silent(_: Progress) {}

#[test]
fn a_queue_gets_the_document_through_a_pipe() {
    let dir = tempfile::tempdir().unwrap();
    let means = lp(dir.path(), "echo 'request id is uno-due-7 (1 file(s))'");
    let handed =
        hand_over(&means, &SHEET, &choice(Printer::Queue("uno due".into()), 2, Sides::LongEdge), &mut silent);
    assert_eq!(handed.unwrap().printer.as_deref(), Some("uno due"));
    let args = std::fs::read_to_string(dir.path().join("args")).unwrap();
    let lines: Vec<&str> = args.lines().collect();
    let expected = ["C", "-d", "uno due", "-t", "ESN03-2026-000123", "-o", "media=A4", "-o"];
    assert_eq!(lines[..8], expected);
    assert_eq!(lines[8..11], ["sides=two-sided-long-edge", "-n", "2"]);
    assert_eq!(std::fs::read(dir.path().join("file")).unwrap(), SHEET.pdf);
    assert_eq!(lines[11], "-", "through a pipe: no file with the document is ever there");
    let handed = hand_over(&means, &SHEET, &choice(Printer::Usual, 1, Sides::Single), &mut silent);
    assert_eq!(handed.unwrap().printer.as_deref(), Some("uno-due"), "lp says which took it");
    let args = std::fs::read_to_string(dir.path().join("args")).unwrap();
    assert!(args.contains("sides=one-sided\n-n\n1\n") && !args.contains("-d\n"), "{args}");
}

#[test]
fn what_lp_refuses_is_said_in_italian() {
    let dir = tempfile::tempdir().unwrap();
    let to_usual = choice(Printer::Usual, 1, Sides::Single);
    let said = |then: &str| hand_over(&lp(dir.path(), then), &SHEET, &to_usual, &mut silent).unwrap_err();
    for (err, says) in [
        ("lp: Error - No default destination.", "Nessuna stampante è impostata"),
        ("lp: Error - no destinations added.", "Nessuna stampante è impostata"),
        ("lp: The printer or class does not exist.", "non c'è più"),
        ("lp: Destination \"ufficio\" is not accepting jobs.", "non accetta"),
        ("lp: Error - scheduler not responding.", "servizio di stampa"),
        ("lp: Forbidden", "non è permesso"),
        ("boh", "rifiutato"),
    ] {
        let fault = said(&format!("echo '{err}' >&2; exit 1"));
        assert!(fault.message.contains(says) && !fault.hint.is_empty(), "{err}: {fault}");
        assert_eq!(fault.exit_code(), 4);
    }
    let missing = Means { lp: dir.path().join("nessuno"), ..lp(dir.path(), "") };
    assert!(hand_over(&missing, &SHEET, &to_usual, &mut silent).unwrap_err().message.contains("«nessuno»"));
}

#[test]
fn programs_that_do_not_end_are_not_waited_for() {
    let dir = tempfile::tempdir().unwrap();
    let mut means = lp(dir.path(), "sleep 60");
    means.patience.program = Duration::from_millis(300);
    let start = Instant::now();
    let to_usual = choice(Printer::Usual, 1, Sides::Single);
    let fault = hand_over(&means, &SHEET, &to_usual, &mut silent).unwrap_err();
    assert!(fault.message.contains("servizio di stampa"), "{fault}");
    means.lpstat = program(dir.path(), "lpstat", "sleep 60");
    assert!(printers(&means).is_err());
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
}

/// What a printer does with a request.
enum Does {
    Answers(Vec<u8>),
    Says(&'static [u8]),
    Nothing,
    Cuts,
}

type Asked = Arc<Mutex<Vec<Vec<u8>>>>;

/// A printer on this computer; gives its address and what it is asked.
fn plays(mut does: impl FnMut(u16, &[u8]) -> Does + Send + 'static) -> (Address, Asked) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address: Address = format!("127.0.0.1:{}", listener.local_addr().unwrap().port()).parse().unwrap();
    let asked = Asked::default();
    let seen = Arc::clone(&asked);
    std::thread::spawn(move || {
        let mut held = Vec::new();
        while let Ok((mut stream, _)) = listener.accept() {
            let body = request(&mut stream);
            let operation = u16::from_be_bytes([body[2], body[3]]);
            seen.lock().unwrap().push(body.clone());
            match does(operation, &body) {
                Does::Answers(ipp) => {
                    let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", ipp.len());
                    let _ = stream.write_all(&[head.as_bytes(), &ipp].concat());
                }
                Does::Says(bytes) => {
                    let _ = stream.write_all(bytes);
                }
                Does::Nothing => held.push(stream),
                Does::Cuts => {}
            }
        }
    });
    (address, asked)
}

/// The body of a request, all of it.
fn request(stream: &mut TcpStream) -> Vec<u8> {
    let mut got = Vec::new();
    let mut room = [0; 65536];
    loop {
        let count = stream.read(&mut room).unwrap();
        got.extend_from_slice(&room[..count]);
        let Some(at) = got.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
        let head = String::from_utf8_lossy(&got[..at]).to_ascii_lowercase();
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap();
        if got.len() >= at + 4 + length.parse::<usize>().unwrap() {
            return got.split_off(at + 4);
        }
    }
}

const ABOUT: u16 = 0x0B;
const PRINT: u16 = 0x02;
const PDF: &[&str] = &["image/urf", "application/pdf"];

fn network(address: &Address, copies: u8) -> Choice {
    choice(Printer::Network(address.clone()), copies, Sides::LongEdge)
}

fn means() -> Means {
    Means { patience: short(), ..Means::default() }
}

fn has(body: &[u8], part: &[u8]) -> bool {
    body.windows(part.len()).any(|window| window == part)
}

#[test]
fn a_network_printer_gets_our_bytes_after_it_was_busy() {
    let pdf: Vec<u8> = (0..200_000_u32).map(|n| (n % 251) as u8).collect();
    let mut busy = 2;
    let (address, asked) = plays(move |operation, _| match operation {
        ABOUT => Does::Answers(printer(PDF, 99)),
        PRINT if busy > 0 => {
            busy -= 1;
            Does::Answers(answer(0x0507, 1, &[]))
        }
        _ => Does::Answers(job(9, &["job-completed-successfully"])),
    });
    let sheet = Sheet { pdf: &pdf, title: "ESN03-2026-000123" };
    let mut told = Vec::new();
    let handed = hand_over(&means(), &sheet, &network(&address, 3), &mut |p| told.push(p)).unwrap();
    assert_eq!(told.len(), 2, "it is said that the printer is busy");
    let asked = asked.lock().unwrap();
    assert_eq!(asked.len(), 4, "what it is, three tries");
    let print = asked.last().unwrap();
    assert!(print.ends_with(&pdf), "our bytes");
    for part in [
        &b"\x42\x00\x08job-name\x00\x11ESN03-2026-000123"[..],
        b"requesting-user-name\x00\x09sportello",
        b"document-format\x00\x0fapplication/pdf",
        b"\x21\x00\x06copies\x00\x04\x00\x00\x00\x03",
        b"\x44\x00\x05sides\x00\x13two-sided-long-edge",
        b"\x44\x00\x05media\x00\x10iso_a4_210x297mm",
    ] {
        assert!(has(print, part), "{}", String::from_utf8_lossy(part));
    }
    drop(asked);
    assert_eq!(watch(&means(), &handed, &mut silent), Ended::Printed);
}

#[test]
fn a_printer_that_counts_no_copies_gets_them_one_by_one() {
    let (address, asked) = plays(|operation, _| match operation {
        ABOUT => Does::Answers(printer(PDF, 1)),
        _ => Does::Answers(job(9, &[])),
    });
    let handed = hand_over(&means(), &SHEET, &network(&address, 3), &mut silent).unwrap();
    let prints = asked.lock().unwrap().iter().filter(|body| body[3] == 2).count();
    assert_eq!((prints, handed.jobs.len()), (3, 3));
    assert!(
        asked.lock().unwrap().iter().all(|body| body[3] != 2 || has(body, b"copies\x00\x04\x00\x00\x00\x01"))
    );
}

/// Refused at the third copy: the two before come out, are watched, and are told.
#[test]
fn copies_that_were_taken_are_not_denied() {
    let mut took = 0;
    let (address, _) = plays(move |operation, _| match operation {
        ABOUT => Does::Answers(printer(PDF, 1)),
        PRINT if took == 2 => Does::Answers(answer(0x0506, 1, &[])),
        PRINT => {
            took += 1;
            Does::Answers(job(9, &[]))
        }
        _ => Does::Answers(job(9, &["job-completed-successfully"])),
    });
    let handed = hand_over(&means(), &SHEET, &network(&address, 3), &mut silent).unwrap();
    let note = handed.note.clone().unwrap();
    assert!(note.contains("copie stampate: 2 di 3") && note.contains("non accetta documenti"), "{note}");
    assert_eq!((handed.jobs.len(), watch(&means(), &handed, &mut silent)), (2, Ended::Printed));
}

#[test]
fn a_printer_that_fails_is_said_in_time() {
    let gone = {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        format!("127.0.0.1:{}", listener.local_addr().unwrap().port()).parse::<Address>().unwrap()
    };
    let at_print = |does: fn() -> Does| {
        plays(move |operation, _| if operation == ABOUT { Does::Answers(printer(PDF, 9)) } else { does() }).0
    };
    let at_once = |does: fn() -> Does| plays(move |_, _| does()).0;
    let endless: &'static [u8] = Box::leak(
        [
            &b"HTTP/1.1 200 OK\r\n\r\n\x01\x01\x00\x00\x00\x00\x00\x01\x04"[..],
            &[0x34, 0, 0, 0, 0].repeat(200_000),
        ]
        .concat()
        .into_boxed_slice(),
    );
    // The closures are plain functions: what is leaked is reached by a static.
    static ENDLESS: std::sync::OnceLock<&'static [u8]> = std::sync::OnceLock::new();
    let _ = ENDLESS.set(endless);
    let cases: Vec<(Address, &str)> = vec![
        (gone, "nessuna stampante risponde"),
        ("nessuno.invalid".parse().unwrap(), "Nessuna stampante ha questo indirizzo"),
        (at_once(|| Does::Nothing), "non risponde"),
        (at_once(|| Does::Cuts), "interrotto il collegamento"),
        (at_once(|| Does::Says(b"220 ftp ready\r\n")), "qualcosa che non è una stampante"),
        (at_once(|| Does::Says(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")), "non è una stampante"),
        (at_once(|| Does::Says(ENDLESS.get().unwrap())), "non è una stampante"),
        (at_once(|| Does::Says(b"HTTP/1.1 401 No\r\n\r\n")), "nome utente e una password"),
        (at_once(|| Does::Says(b"HTTP/1.1 426 Upgrade\r\n\r\n")), "cifrato"),
        (at_once(|| Does::Says(b"HTTP/1.1 404 No\r\n\r\n")), "non si stampa"),
        (at_once(|| Does::Answers(printer(&["image/urf", "image/pwg-raster"], 9))), "non capisce il PDF"),
        (at_print(|| Does::Nothing), "non risponde"),
        (at_print(|| Does::Cuts), "interrotto il collegamento"),
        (at_print(|| Does::Answers(answer(0x0507, 1, &[]))), "occupata da troppo tempo"),
        (at_print(|| Does::Answers(answer(0x0506, 1, &[]))), "non accetta documenti"),
        (at_print(|| Does::Answers(answer(0x040A, 1, &[]))), "non capisce il PDF"),
        (at_print(|| Does::Answers(answer(0x0403, 1, &[]))), "non permette"),
        (at_print(|| Does::Answers(answer(0x0500, 1, &[]))), "ha rifiutato il documento"),
        (at_print(|| Does::Answers(answer(0, 1, &[]))), "qualcosa che non è una stampante"),
    ];
    for (address, says) in cases {
        let start = Instant::now();
        let fault = hand_over(&means(), &SHEET, &network(&address, 1), &mut silent).unwrap_err();
        assert!(fault.message.contains(says), "{says}: {fault}");
        assert!(!fault.hint.is_empty() && fault.exit_code() == 4, "{fault:?}");
        assert!(start.elapsed() < Duration::from_secs(4), "{says}: {:?}", start.elapsed());
    }
}

/// A printer that says this of its job, one answer after the other, then the
/// last for ever.
fn tells(mut states: Vec<Does>) -> Handed {
    states.reverse();
    let (address, _) = plays(move |operation, _| match operation {
        ABOUT => Does::Answers(printer(PDF, 99)),
        PRINT => Does::Answers(job(3, &["none"])),
        _ if states.len() > 1 => states.pop().unwrap(),
        _ => match &states[0] {
            Does::Answers(bytes) => Does::Answers(bytes.clone()),
            Does::Says(bytes) => Does::Says(bytes),
            Does::Nothing => Does::Nothing,
            Does::Cuts => Does::Cuts,
        },
    });
    hand_over(&means(), &SHEET, &network(&address, 1), &mut silent).unwrap()
}

fn is(state: i32, reasons: &[&str]) -> Does {
    Does::Answers(job(state, reasons))
}

#[test]
fn a_job_is_watched_to_its_end() {
    let mut told = Vec::new();
    let handed = tells(vec![
        is(3, &["none"]),
        is(5, &["job-printing"]),
        is(6, &["media-empty-error"]),
        is(6, &["media-empty-error"]),
        Does::Cuts,
        is(5, &["job-printing"]),
        is(9, &["job-completed-successfully"]),
    ]);
    assert_eq!(watch(&means(), &handed, &mut |p| told.push(p)), Ended::Printed);
    let [Progress::Trouble(trouble), Progress::Goes] = &told[..] else { panic!("{told:?}") };
    assert_eq!(trouble.says, "manca la carta");
    for (end, says) in [
        (is(8, &["aborted-by-system"]), "ha interrotto la stampa"),
        (is(7, &["job-canceled-at-device"]), "dal pannello"),
        (is(8, &["com.acme-boh"]), "«com.acme-boh»"),
        (Does::Cuts, "non risponde più"),
        (Does::Nothing, "non risponde più"),
        (Does::Says(b"boh"), "non risponde più"),
    ] {
        let Ended::Failed(fault) = watch(&means(), &tells(vec![is(5, &[]), end]), &mut silent) else {
            panic!("{says}")
        };
        assert!(fault.message.contains(says) && !fault.hint.is_empty(), "{says}: {fault}");
    }
    let forgotten = tells(vec![is(5, &[]), Does::Answers(answer(0x0406, 1, &[]))]);
    assert!(matches!(watch(&means(), &forgotten, &mut silent), Ended::Unknown(_)));
    let mut waits = means();
    waits.patience.whole = Duration::from_millis(60);
    assert!(matches!(watch(&waits, &tells(vec![is(3, &[])]), &mut silent), Ended::Unknown(_)));
}

#[test]
fn a_job_of_a_queue_is_asked_of_cups() {
    let (cups, asked) = plays(|_, _| is(9, &["job-completed-successfully"]));
    let dir = tempfile::tempdir().unwrap();
    let mut means = lp(dir.path(), "echo 'request id is ufficio-41 (1 file(s))'");
    means.lpstat = program(dir.path(), "lpstat", &format!("echo 127.0.0.1:{}", cups.port()));
    let handed = hand_over(&means, &SHEET, &choice(Printer::Usual, 1, Sides::Single), &mut silent).unwrap();
    assert_eq!(watch(&means, &handed, &mut silent), Ended::Printed);
    assert!(has(&asked.lock().unwrap()[0], b"job-uri\x00\x17ipp://localhost/jobs/41"));
    // Without anybody to ask nothing is claimed.
    let none = lp(dir.path(), "echo 'request id is ufficio-41 (1 file(s))'");
    let handed = hand_over(&none, &SHEET, &choice(Printer::Usual, 1, Sides::Single), &mut silent).unwrap();
    assert_eq!(watch(&none, &handed, &mut silent), Ended::Untold);
}
