//! A real IPP printer, CUPS' `ippeveprinter`, on this computer: what arrives
//! is our bytes, what it says is what we tell. Once a night, since it needs
//! `cups-ipp-utils`, `avahi-daemon` and `dbus`, and takes its time to print.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod seat;

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use seat::{Seat, assess, declaration, declare, give_notice, person, register};
use sha2::{Digest, Sha256};
use sportello::documents::printing::{
    Address, Choice, Copies, Ended, Means, Printer, Progress, Sheet, Sides, Trouble, hand_over, watch,
};
use sportello::ui::route::Route;

/// One printer at a time: they share the announcer's port.
static ONE: Mutex<()> = Mutex::new(());

/// A printer that is switched on.
struct Real {
    dir: tempfile::TempDir,
    port: u16,
    child: Child,
    _one: MutexGuard<'static, ()>,
}

impl Real {
    fn on(options: &[&str]) -> Self {
        let one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
        let dir = tempfile::tempdir().unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tools/ipp_printer.sh");
        let mut child = Command::new(script)
            .arg(dir.path())
            .arg(port.to_string())
            .args(options)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut ready = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut ready).unwrap();
        assert_eq!(ready.trim(), "ready", "the printer does not start (cups-ipp-utils, avahi-daemon, dbus)");
        Self { dir, port, child, _one: one }
    }

    /// One that does this with each job: a script, `$1` the file.
    fn doing(script: &str, options: &[&str]) -> Self {
        // Outside the printer's folder: that is made with it.
        let hook = std::env::temp_dir().join(format!(
            "sportello-hook-{}-{:?}",
            std::process::id(),
            std::thread::current().id()
        ));
        fs::write(&hook, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&hook, fs::Permissions::from_mode(0o755)).unwrap();
        let hook = hook.to_str().unwrap();
        Self::on(&[&["-c", hook], options].concat())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn address(&self) -> Address {
        format!("localhost:{}", self.port).parse().unwrap()
    }

    fn choice(&self, copies: u8) -> Choice {
        Choice {
            printer: Printer::Network(self.address()),
            copies: Copies::new(copies).unwrap(),
            sides: Sides::LongEdge,
        }
    }

    /// What it was sent, as it came.
    fn spool(&self) -> Vec<Vec<u8>> {
        let mut files: Vec<PathBuf> =
            fs::read_dir(self.path("spool")).unwrap().map(|f| f.unwrap().path()).collect();
        files.sort();
        files.iter().map(|file| fs::read(file).unwrap()).collect()
    }

    fn log(&self) -> String {
        fs::read_to_string(self.path("printer.log")).unwrap()
    }

    /// The plug is pulled.
    fn off(&self) {
        let pid = fs::read_to_string(self.path("printer.pid")).unwrap();
        assert!(Command::new("kill").args(["-9", pid.trim()]).status().unwrap().success());
    }
}

impl Drop for Real {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

fn means() -> Means {
    let mut means = Means::default();
    means.patience.look = (Duration::from_millis(100), Duration::from_millis(500));
    means.patience.lost = Duration::from_secs(3);
    means
}

fn pdf(seed: u8) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    bytes.extend((0..300_000_u32).map(|n| (n.wrapping_mul(31) >> 3) as u8 ^ seed));
    bytes
}

/// Prints to the end; what was told meanwhile, and how long it took.
fn print(real: &Real, pdf: &[u8], copies: u8) -> (Ended, Vec<Progress>, Duration) {
    let start = Instant::now();
    let mut told = Vec::new();
    let sheet = Sheet { pdf, title: "ESN03-2026-000123" };
    let handed = hand_over(&means(), &sheet, &real.choice(copies), &mut |p| told.push(p));
    let handed = handed.unwrap_or_else(|fault| panic!("{fault:?}\n{}", real.log()));
    let ended = watch(&means(), &handed, &mut |p| told.push(p));
    (ended, told, start.elapsed())
}

fn waits_for(path: &Path) {
    let end = Instant::now() + Duration::from_secs(20);
    while !path.exists() && Instant::now() < end {
        std::thread::sleep(Duration::from_millis(20));
    }
    assert!(path.exists(), "{} does not come", path.display());
}

#[test]
#[ignore = "nightly: a real printer (cups-ipp-utils, avahi-daemon, dbus)"]
fn our_bytes_arrive_and_are_watched_to_the_end() {
    let real = Real::on(&["-f", "application/pdf", "-2"]);
    let bytes = pdf(1);
    let (ended, told, took) = print(&real, &bytes, 2);
    assert_eq!((ended, told), (Ended::Printed, vec![]), "{}", real.log());
    assert_eq!(Sha256::digest(&real.spool()[0]), Sha256::digest(&bytes));
    println!("{} bytes to the printer and out of it: {took:?}", bytes.len());
    // The names are the document's, nobody's.
    assert!(
        fs::read_dir(real.path("spool"))
            .unwrap()
            .all(|file| { file.unwrap().file_name().to_string_lossy().contains("esn03-2026-000123") })
    );
}

#[test]
#[ignore = "nightly: a real printer (cups-ipp-utils, avahi-daemon, dbus)"]
fn a_pact_issued_at_the_desk_arrives_as_it_is_recorded() {
    let real = Real::on(&["-f", "application/pdf", "-2"]);
    let mut s = Seat::at(|desk| {
        let id = register(desk, person("Rossi", "Maria"));
        give_notice(desk, id);
        declare(desk, id, declaration());
        assess(desk, id);
        Route::Psp(id)
    });
    s.at.press("Enter e Tab Space F2 F9").is_on("PS02").press("F9 s").jobs().jobs();
    s.at.says("[X]", "emesso, non stampato");
    s.at.prints_with(Means { lpstat: "/nowhere".into(), ..means() });
    s.at.press("Ctrl+P").jobs().go_to("Stampante").press("F4").text("indirizzo").press("Enter");
    s.at.type_in("Indirizzo", &real.address().to_string()).press("F2").jobs();
    s.at.says("[ok]", "ESN03-2026-000001 stampato su localhost.");
    let card = s.card(s.found("rossi maria"));
    let hex: String = Sha256::digest(&real.spool()[0]).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(card.documents[0].digest, hex, "the bytes of the archive");
    // Known from now on: F9 goes there at once.
    s.at.press("F9").jobs().says("[ok]", "stampato su localhost.");
    assert_eq!(real.spool().len(), 2);
    assert_eq!(real.spool()[0], real.spool()[1]);
}

#[test]
#[ignore = "nightly: a real printer (cups-ipp-utils, avahi-daemon, dbus)"]
fn without_paper_it_waits_and_says_so() {
    let paper = tempfile::tempdir().unwrap();
    let there = paper.path().join("paper");
    let script = format!(
        "echo 'STATE: +media-empty-error' >&2\nwhile [ ! -e {0} ]; do sleep 0.1; done\n\
         echo 'STATE: -media-empty-error' >&2\nsleep 1",
        there.display()
    );
    let real = Real::doing(&script, &["-f", "application/pdf", "-2"]);
    let sheet = Sheet { pdf: &pdf(2), title: "ESN03-2026-000123" };
    let handed = hand_over(&means(), &sheet, &real.choice(1), &mut |_| {}).unwrap();
    let mut told = Vec::new();
    let ended = watch(&means(), &handed, &mut |progress| {
        if let Progress::Trouble(_) = progress {
            fs::write(&there, "A4").unwrap();
        }
        told.push(progress);
    });
    assert_eq!(ended, Ended::Printed, "{}", real.log());
    let [Progress::Trouble(Trouble { says, remedy }), Progress::Goes] = &told[..] else { panic!("{told:?}") };
    assert_eq!(says, "manca la carta");
    assert!(remedy.contains("Mettere carta A4"), "{remedy}");
}

#[test]
#[ignore = "nightly: a real printer (cups-ipp-utils, avahi-daemon, dbus)"]
fn a_printer_that_gives_up_is_not_called_printed() {
    let real = Real::doing("sleep 0.5; exit 1", &["-f", "application/pdf", "-2"]);
    let (ended, _, took) = print(&real, &pdf(3), 1);
    let Ended::Failed(fault) = ended else { panic!("{ended:?}\n{}", real.log()) };
    assert!(!fault.message.is_empty() && !fault.hint.is_empty(), "{fault:?}");
    println!("given up by the printer, told after {took:?}: {fault}");
}

#[test]
#[ignore = "nightly: a real printer (cups-ipp-utils, avahi-daemon, dbus)"]
fn a_job_canceled_at_the_printer_is_said() {
    let real = Real::doing("sleep 4", &["-f", "application/pdf", "-2"]);
    let uri = real.address().to_string();
    let canceler = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_secs(1));
        let test = "{ OPERATION Cancel-Job GROUP operation-attributes-tag ATTR charset attributes-charset utf-8 \
                    ATTR language attributes-natural-language en ATTR uri printer-uri $uri ATTR integer job-id 1 }";
        let file = tempfile::NamedTempFile::new().unwrap();
        fs::write(file.path(), test).unwrap();
        Command::new("ipptool").args(["-q", &uri]).arg(file.path()).status().unwrap()
    });
    let (ended, _, took) = print(&real, &pdf(4), 1);
    assert!(canceler.join().unwrap().success());
    let Ended::Failed(fault) = ended else { panic!("{ended:?}\n{}", real.log()) };
    assert!(fault.message.contains("annullata"), "{fault:?}");
    println!("canceled, told after {took:?}: {fault}");
}

#[test]
#[ignore = "nightly: a real printer (cups-ipp-utils, avahi-daemon, dbus)"]
fn a_printer_that_vanishes_is_said_in_time() {
    let started = tempfile::tempdir().unwrap();
    let begun = started.path().join("begun");
    let real = Real::doing(&format!("touch {}; sleep 20", begun.display()), &["-f", "application/pdf", "-2"]);
    let sheet = Sheet { pdf: &pdf(5), title: "ESN03-2026-000123" };
    let handed = hand_over(&means(), &sheet, &real.choice(1), &mut |_| {}).unwrap();
    waits_for(&begun);
    real.off();
    let start = Instant::now();
    let Ended::Failed(fault) = watch(&means(), &handed, &mut |_| {}) else { panic!("not told") };
    assert!(fault.message.contains("non risponde più"), "{fault:?}");
    println!("plug pulled, told after {:?}", start.elapsed());
    assert!(start.elapsed() < Duration::from_secs(8));
    let again = hand_over(&means(), &sheet, &real.choice(1), &mut |_| {}).unwrap_err();
    assert!(again.message.contains("nessuna stampante risponde"), "{again:?}");
}

#[test]
#[ignore = "nightly: a real printer (cups-ipp-utils, avahi-daemon, dbus)"]
fn a_busy_printer_is_asked_again() {
    let real = Real::doing("sleep 2", &["-f", "application/pdf", "-2"]);
    let sheet = Sheet { pdf: &pdf(6), title: "ESN03-2026-000001" };
    let first = hand_over(&means(), &sheet, &real.choice(1), &mut |_| {}).unwrap();
    let (ended, told, took) = print(&real, &pdf(7), 1);
    assert_eq!(ended, Ended::Printed, "{}", real.log());
    assert!(
        told.iter().any(|p| matches!(p, Progress::Trouble(t) if t.says.contains("occupata"))),
        "{told:?}"
    );
    assert_eq!(watch(&means(), &first, &mut |_| {}), Ended::Printed);
    println!("behind another job of two seconds: {took:?}");
}

#[test]
#[ignore = "nightly: a real printer (cups-ipp-utils, avahi-daemon, dbus)"]
fn what_a_printer_cannot_do_is_said() {
    {
        let real = Real::on(&["-f", "image/urf,image/pwg-raster"]);
        let sheet = Sheet { pdf: &pdf(8), title: "ESN03-2026-000123" };
        let fault = hand_over(&means(), &sheet, &real.choice(1), &mut |_| {}).unwrap_err();
        assert!(fault.message.contains("non capisce il PDF"), "{fault:?}");
        assert!(real.spool().is_empty());
    }
    // One side only, and three copies asked for.
    let real = Real::on(&["-f", "application/pdf"]);
    let sheet = Sheet { pdf: &pdf(9), title: "ESN03-2026-000123" };
    let handed = hand_over(&means(), &sheet, &real.choice(3), &mut |_| {}).unwrap();
    assert!(handed.note.as_deref().is_some_and(|note| note.contains("un solo lato")), "{handed:?}");
    assert_eq!(watch(&means(), &handed, &mut |_| {}), Ended::Printed);
}
