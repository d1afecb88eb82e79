//! The command line as scripts meet it: the real program, its exit codes,
//! what it prints where.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use chrono::NaiveDate;
use serde_json::Value;
use sportello::clock::Clock;
use sportello::demo::office as example;
use sportello::desk::Query;
use sportello::desk::opening::{self, OfficeKind};
use sportello::desk::query::AccessFilter;
use tempfile::TempDir;

/// A whole office: set-up, operator, a person, her appointment.
const COMMANDS: &str = r#"# Un ufficio intero.
{"at":"2026-11-23T08:00","do":"office.set_up","office":{"code":"ESN","name":"Esempio Nord","body_name":"Provincia d'Esempio"}}
{"at":"2026-11-23T08:00","do":"operator.add","operator":{"id":"@bianchi","username":"bianchi","name":"Anna","surname":"Bianchi"}}
{"at":"2026-11-23T10:42","by":"bianchi","do":"registrant.register","registrant":{"id":"@maria","fiscal_code":"RSSMRA85T50F205V","surname":"Rossi","name":"Maria","birth_date":"1985-12-10","sex":"F","birth_place":"F205","citizenship":"ITA","mobile":"333 0000000"}}
{"at":"2026-11-23T10:50","by":"bianchi","do":"appointment.book","registrant":"@maria","appointment":{"operator":"@bianchi","service":"primo_colloquio","start":"2026-11-24T09:00:00","minutes":45,"place":"stanza 3, primo piano","agreed_in_person":true}}
"#;

/// A pact without a DID: refused by R-PSP-1.
const REFUSED: &str = r#"{"at":"2026-11-23T11:00","by":"bianchi","do":"psp.draft","registrant":"RSSMRA"}"#;

struct Bench {
    folder: TempDir,
}

impl Bench {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, text).unwrap();
        path
    }

    /// The program, knowing of no office but the one named.
    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sportello"));
        command.args(args).env_clear().env("HOME", self.folder.path()).stdin(Stdio::null());
        command
    }

    fn run(&self, args: &[&str]) -> Said {
        Said::of(self.command(args).output().unwrap())
    }

    fn feed(&self, args: &[&str], input: &str) -> Said {
        let mut command = self.command(args);
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        Said::of(child.wait_with_output().unwrap())
    }

    /// The office of [`COMMANDS`], made by the program.
    fn office(&self) -> PathBuf {
        let dir = self.path("ufficio");
        let file = self.file("comandi.jsonl", COMMANDS);
        let said = self.run(&["replay", "--empty", "--dir", text(&dir), text(&file)]);
        assert_eq!(said.code, 0, "{said:?}");
        dir
    }

    /// An office of real people: operator `bianchi`, password `pàssword`.
    fn real(&self) -> PathBuf {
        let dir = self.path("vero");
        let operator = example::operators().remove(0);
        let office = example::office();
        opening::found(&dir, OfficeKind::Real, office, operator, "pàssword", Clock::System).unwrap();
        dir
    }
}

/// What the program said.
#[derive(Debug)]
struct Said {
    code: i32,
    out: String,
    err: String,
}

impl Said {
    fn of(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    fn lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap()
    }

    #[track_caller]
    fn well(&self) {
        assert_eq!(self.code, 0, "{self:?}");
    }

    #[track_caller]
    fn refused(&self, code: i32, says: &str) {
        assert_eq!(self.code, code, "{self:?}");
        assert!(self.err.contains(says), "{self:?}");
        assert!(self.out.is_empty(), "{self:?}");
    }
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn commands_from_a_file_and_from_a_pipe() {
    let bench = Bench::new();
    let office = bench.office();
    let found = bench.run(&["--office", text(&office), "find", "ros", "mar", "85", "--json"]);
    assert_eq!(found.code, 0, "{found:?}");
    let maria = &found.lines()[0];
    assert_eq!(maria["fiscal_code"], "RSSMRA85T50F205V");
    assert_eq!(maria["reason"], "name");

    let refused = REFUSED.replace("RSSMRA", maria["id"].as_str().unwrap());
    let said = bench.feed(&["replay", "--office", text(&office)], &refused);
    assert_eq!(said.code, 1, "{said:?}");
    let outcome = &said.lines()[0];
    assert_eq!(
        (&outcome["accepted"], &outcome["findings"][0]["rule"]),
        (&Value::Bool(false), &"R-PSP-1".into())
    );
    assert!(said.err.contains("rifiutate 1"), "{said:?}");

    let expected =
        format!(r#"{},"expect":{{"accepted":false,"rule":"R-PSP-1"}}}}"#, refused.trim_end_matches('}'));
    let said = bench.feed(&["replay", "--office", text(&office), "-"], &expected);
    // R-PSP-11 warns as well: the line expected one rule and met two.
    assert_eq!((said.code, &said.lines()[0]["as_expected"]), (1, &Value::Bool(false)), "{said:?}");

    let said = bench.feed(&["replay", "--office", text(&office)], "{\"do\":\"non.esiste\"}\nno\n");
    assert_eq!(said.code, 2, "{said:?}");
    assert!(said.lines().iter().all(|line| line["error"].is_string()));
    bench.run(&["replay", "--office", text(&office), text(&bench.path("manca"))]).refused(2, "non si legge");
}

#[test]
fn commands_without_a_set_up_find_the_example_office() {
    let bench = Bench::new();
    let register = COMMANDS.lines().nth(3).unwrap();
    let said = bench.feed(&["replay", "--empty"], register);
    assert_eq!((said.code, &said.lines()[0]["accepted"]), (0, &Value::Bool(true)), "{said:?}");
    assert!(said.err.contains("Impronta dei dati: "), "{said:?}");
}

#[test]
fn the_recorded_commands_give_the_same_tables() {
    let bench = Bench::new();
    let office = bench.office();
    let recorded = bench.run(&["recorded", "--office", text(&office)]);
    assert_eq!((recorded.code, recorded.lines().len()), (0, 4), "{recorded:?}");
    let again = bench.path("di-nuovo");
    let said = bench.feed(&["replay", "--empty", "--dir", text(&again)], &recorded.out);
    assert_eq!(said.code, 0, "{said:?}");
    let digest = |dir: &Path| bench.run(&["recorded", "--digest", "--office", text(dir)]).out;
    assert_eq!(digest(&office), digest(&again));
    assert!(said.err.contains(digest(&office).trim()), "{said:?}");
    assert_eq!(recorded.out, bench.run(&["recorded", "--office", text(&again)]).out);

    bench.feed(&["replay", "--office", text(&again)], &REFUSED.replace("RSSMRA", &"0".repeat(32)));
    assert_eq!(digest(&office), digest(&again), "a refused command leaves nothing");
    let other = r#"{"at":"2026-11-23T11:10","by":"bianchi","do":"registrant.register","registrant":{"fiscal_code":"VRDPLA80A01F205S","surname":"Verdi","name":"Paolo","birth_date":"1980-01-01","sex":"M","birth_place":"F205","citizenship":"ITA","mobile":"333 0000001"}}"#;
    assert_eq!(bench.feed(&["replay", "--office", text(&again)], other).code, 0);
    assert_ne!(digest(&office), digest(&again), "another person is another digest");
}

#[test]
fn one_person_and_one_day() {
    let bench = Bench::new();
    let office = bench.office();
    let at = |args: &[&str]| {
        let mut all = vec!["--office", text(&office), "--now", "2026-11-24T08:30"];
        all.extend(args);
        let said = bench.run(&all);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{said:?}");
        said
    };
    let shown = at(&["show", "rssmra85t50f205v"]);
    for part in [
        "ROSSI MARIA  RSSMRA85T50F205V  40 anni",
        "Milano (MI)",
        "senza DID",
        "primo colloquio",
        "BIANCHI A.",
    ] {
        assert!(shown.out.contains(part), "{part} in {}", shown.out);
    }
    let card = at(&["show", "RSSMRA85T50F205V", "--json"]).json();
    assert_eq!(card["registrant"]["surname"], "Rossi");
    assert_eq!(card["appointments"][0]["service"], "primo_colloquio");
    assert_eq!(card["did"], Value::Null);
    let id = card["registrant"]["id"].as_str().unwrap();
    assert_eq!(at(&["show", id, "--json"]).json(), card);

    // As it stood: the appointment was not booked when she was registered.
    let stood = at(&["show", id, "--at", "2026-11-23T23:00", "--json"]).json();
    assert_eq!(
        (&stood["at"], &stood["appointments"]),
        (&"2026-11-23T23:00:00".into(), &card["appointments"])
    );
    let shown = at(&["show", id, "--at", "2026-11-23"]).out;
    assert!(shown.starts_with("COM'ERA IL 23/11/2026 ALLE 23:59\nROSSI MARIA"), "{shown}");
    let before =
        ["--office", text(&office), "--now", "2026-11-24T08:30", "show", id, "--at", "2026-11-01T10:00"];
    bench.run(&before).refused(2, "non aveva ancora una scheda");

    assert!(at(&["agenda"]).out.starts_with("martedì 24/11/2026\nora"));
    let day = at(&["agenda", "--operator", "bianchi", "--format", "json"]).json();
    assert_eq!(day["appointments"][0]["person"], "ROSSI MARIA");
    assert_eq!(day["free"][0]["start"], "2026-11-24T09:45:00");
    let csv = bench.path("giorno.csv");
    let said = at(&["agenda", "--format", "csv", "-o", text(&csv)]);
    assert_eq!(said.out, "");
    let csv = fs::read_to_string(csv).unwrap();
    let row = "2026-11-24,09:00,09:45,bianchi,ROSSI MARIA,RSSMRA85T50F205V,none,primo_colloquio,in_person,\
               \"stanza 3, primo piano\",option_chosen\r\n";
    assert!(csv.ends_with(row), "{csv}");
    assert_eq!(at(&["agenda", "--day", "2026-11-23", "--format", "csv"]).out.lines().count(), 1);
    let week = at(&["agenda", "--week", "--format", "json"]).json();
    assert_eq!(week["days"].as_array().unwrap().len(), 5);
    assert_eq!(week["days"][1]["appointments"], day["appointments"]);
    let pdf = bench.path("giorno.pdf");
    bench.run(&["agenda", "--office", text(&office), "--format", "pdf", "-o", text(&pdf)]);
    assert!(fs::read(pdf).unwrap().starts_with(b"%PDF-"));

    let ics = at(&["agenda", "--format", "ics"]).out;
    assert!(ics.lines().count() * 2 == ics.matches(['\r', '\n']).count(), "every line ends with CRLF");
    let id = day["appointments"][0]["id"].as_str().unwrap();
    for line in [
        &format!("UID:{id}"),
        "DTSTART;TZID=Europe/Rome:20261124T090000",
        "DTEND;TZID=Europe/Rome:20261124T094500",
        "SEQUENCE:0",
        "STATUS:CONFIRMED",
        "SUMMARY:primo colloquio (R.M.)",
        "LOCATION:stanza 3\\, primo piano\\, BIANCHI A.",
        "CLASS:PRIVATE",
    ] {
        assert!(ics.contains(&format!("\r\n{line}\r\n")), "{line} in {ics}");
    }
    assert!(!ics.contains("ROSSI") && !ics.contains("RSSMRA"));
    let named = at(&["agenda", "--format", "ics", "--names"]).out;
    assert!(named.contains("SUMMARY:ROSSI MARIA\\, primo colloquio") && !named.contains("RSSMRA"));

    let run = |args: &[&str]| bench.run(&[&["--office", text(&office)], args].concat());
    run(&["show", "VRDPLA80A01F205X"]).refused(2, "non c'è nessuno");
    run(&["agenda", "--operator", "mario"]).refused(2, "non c'è un operatore «mario»");
    run(&["agenda", "--day", "9999-12-31"]).refused(2, "il giorno si scrive");
    run(&["agenda", "--now", "9999-12-31T10:00"]).refused(2, "l'anno va dal 2000 al 2199");
    run(&["agenda", "--format", "pdf"]).refused(2, "Il PDF va in un file");
    run(&["agenda", "--format", "pdf", "--week", "-o", "settimana.pdf"]).refused(2, "Il PDF è di un giorno");
    run(&["agenda", "--names"]).refused(2, "solo con «--format ics»");
    run(&["psp", "list", "--state", "boh"]).refused(2, "non è uno stato");
    run(&["psp", "check", "ESN03-2026-000001"]).refused(2, "non c'è un patto");
    run(&["agenda", "--format", "csv", "-o", "/non/esiste/a.csv"]).refused(4, "non si può scrivere");
    assert_eq!(run(&["psp", "list", "--json"]).out, "");
    assert_eq!(run(&["deadlines", "--json"]).out, "");
}

#[test]
fn what_is_printed_leaves_its_line() {
    let bench = Bench::new();
    let office = bench.office();
    let commands: [&[&str]; 6] = [
        &["find", "ROSSI"],
        &["show", "RSSMRA85T50F205V"],
        &["agenda"],
        &["psp", "list"],
        &["deadlines"],
        &["recorded"],
    ];
    for args in commands {
        assert_eq!(bench.run(&[args, &["--office", text(&office)]].concat()).code, 0);
    }
    // Twice: the check leaves a line too.
    for _ in 0..2 {
        let whole = bench.run(&["verify", "--json", "--office", text(&office)]);
        let told: Value = serde_json::from_str(&whole.out).unwrap();
        assert_eq!((whole.code, &told["ok"]), (0, &Value::Bool(true)), "{told}");
    }
    let clock = Clock::Fixed(NaiveDate::from_ymd_opt(2026, 11, 24).unwrap().and_hms_opt(8, 0, 0).unwrap());
    let (desk, _) = opening::open_throwaway(&office, None, clock, 0).unwrap();
    let mut lines = desk.store().read().audit_tail(19).unwrap();
    lines.reverse();
    let acts: Vec<&str> =
        lines.iter().map(|l| &*l.line.action).filter(|a| *a != "operator.sign_in").collect();
    let (acts, checks) = acts.split_at(6);
    assert_eq!(checks, ["archive.verify", "office.verify", "archive.verify", "office.verify"]);
    assert_eq!(
        acts,
        [
            "registrant.search",
            "registrant.open",
            "agenda.read",
            "psp.list",
            "deadlines.read",
            "commands.read"
        ]
    );
    let bianchi = desk.operator("bianchi").map(|operator| operator.id);
    assert!(lines.iter().all(|line| line.operator == bianchi));
    assert!(lines.iter().all(|line| !line.line.detail.to_lowercase().contains("rossi")));
    assert_eq!(desk.store().read().audit_verify().unwrap().wrong, []);
}

#[test]
fn wrong_usage_is_2_and_italian() {
    let bench = Bench::new();
    bench.run(&["cerca"]).refused(2, "«cerca» non è un comando");
    bench.run(&["find"]).refused(2, "Manca <TESTO>...");
    bench.run(&["agenda", "--day", "domani"]).refused(2, "il giorno si scrive come 2026-11-23");
    let said = Said::of(bench.command(&["agenda"]).env("SPORTELLO_NOW", "ieri").output().unwrap());
    said.refused(2, "SPORTELLO_NOW non va");
    let help = bench.run(&["--help"]);
    assert_eq!((help.code, help.err.as_str()), (0, ""));
    assert!(help.out.contains("Uso: sportello [OPZIONI] [COMANDO]"), "{help:?}");
    let version = bench.run(&["--version"]);
    assert!(version.out.starts_with(&format!("sportello {}\n", env!("CARGO_PKG_VERSION"))), "{version:?}");
    assert!(version.out.contains("EUPL-1.2"));
    assert!(version.out.contains("Dati: Ministero dell'Interno – ANPR, archivio comuni, CC BY 4.0"));
    let schema = bench.run(&["replay", "--schema"]).json();
    assert!(schema["line"].is_object() && schema["reply"].is_object());
    assert_eq!(bench.run(&["cf", "RSSMRA85T50F205X"]).code, 1);
}

#[test]
fn an_office_that_cannot_be_used_is_3() {
    let bench = Bench::new();
    let find = |dir: &Path| bench.run(&["find", "rossi", "--office", text(dir)]);
    bench.run(&["find", "rossi"]).refused(3, "non c'è un ufficio");
    find(&bench.path("manca")).refused(3, "non c'è un ufficio");
    find(&bench.path("manca/office.db")).refused(3, "non c'è un ufficio");
    find(&bench.file("lettera.txt", "cara Maria")).refused(3, "non è un ufficio di Sportello");

    let office = bench.office();
    assert_eq!(find(&office.join("office.db")).code, 0, "the file may be named instead");
    let said = Said::of(bench.command(&["find", "rossi"]).env("SPORTELLO_OFFICE", &office).output().unwrap());
    assert_eq!(said.code, 0, "{said:?}");
    let file = office.join("comandi.jsonl");
    fs::write(&file, COMMANDS).unwrap();
    bench.run(&["replay", "--empty", "--dir", text(&office), text(&file)]).refused(3, "già un ufficio");

    let held = opening::open_throwaway(&office, None, Clock::System, 0).unwrap();
    find(&office).refused(3, "già aperto in un altro programma");
    drop(held);

    let good = fs::read(office.join("office.db")).unwrap();
    fs::write(office.join("office.db"), &good[..good.len() / 2]).unwrap();
    find(&office).refused(3, "Ripristinare l'ultima copia di sicurezza");
    fs::write(office.join("office.db"), [b"un altro file, non un ufficio ".as_slice(), &good].concat())
        .unwrap();
    find(&office).refused(3, "non è di questo ufficio");
    fs::remove_file(office.join("office.db")).unwrap();
    find(&office).refused(3, "Manca il file dell'ufficio");
    fs::write(office.join("office.keys"), "{").unwrap();
    find(&office).refused(3, "danneggiato");
}

#[test]
fn a_real_office_wants_its_password_and_its_own_time() {
    let bench = Bench::new();
    let office = bench.real();
    let with = |password: &str, args: &[&str]| {
        let file = bench.file("password", password);
        let mut command = bench.command(args);
        command.env("SPORTELLO_OFFICE", &office).env("SPORTELLO_PASSWORD_FILE", file);
        command
    };
    let run = |password: &str, args: &[&str]| Said::of(with(password, args).output().unwrap());
    assert_eq!(run("pàssword\n", &["find", "rossi", "--json"]).code, 0);
    run("sbagliata", &["find", "rossi"]).refused(3, "Operatore o password non corretti");
    run("pàssword", &["find", "rossi", "--user", "verdi"]).refused(3, "Operatore o password non corretti");
    run("pàssword", &["agenda", "--now", "2026-11-23T10:42"]).refused(2, "l'ora è quella del computer");
    Said::of(with("pàssword", &["agenda"]).env("SPORTELLO_NOW", "2026-11-23T10:42").output().unwrap())
        .refused(2, "l'ora è quella del computer");
    Said::of(with("", &["agenda"]).env_remove("SPORTELLO_PASSWORD_FILE").output().unwrap())
        .refused(2, "Serve la password");

    let register = COMMANDS.lines().nth(3).unwrap();
    let feed = |line: &str| {
        let file = bench.file("riga.jsonl", line);
        run("pàssword", &["replay", text(&file)])
    };
    let said = feed(register);
    assert_eq!(said.code, 2, "{said:?}");
    assert!(said.lines()[0]["error"].as_str().unwrap().contains("togliere «at»"), "{said:?}");
    let own = register.replace(r#""at":"2026-11-23T10:42","#, "");
    assert_eq!(feed(&own.replace("bianchi", "galli")).code, 2);
    let said = feed(&own);
    assert_eq!((said.code, &said.lines()[0]["accepted"]), (0, &Value::Bool(true)), "{said:?}");
}

#[test]
fn operators_come_and_go_by_the_command_line() {
    let bench = Bench::new();
    let office = bench.real();
    let (own, new, code) = (bench.path("own"), bench.path("new"), bench.path("code"));
    let run = |user: &str, args: &[&str]| {
        let mut command = bench.command(args);
        command.args(["--user", user]);
        command.env("SPORTELLO_OFFICE", &office).env("SPORTELLO_PASSWORD_FILE", &own);
        command.env("SPORTELLO_NEW_PASSWORD_FILE", &new).env("SPORTELLO_RECOVERY_FILE", &code);
        Said::of(command.output().unwrap())
    };
    let write = |path: &Path, text: &str| {
        fs::write(path, text).unwrap();
        fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
    };
    write(&own, "pàssword");
    write(&new, "corta");
    let add = ["user", "add", "verdi", "--surname", "Verdi", "--name", "Ugo", "--role", "administrator"];
    run("bianchi", &add).refused(2, "Almeno 12 caratteri");
    write(&new, "quattro parole a caso");
    assert_eq!(run("bianchi", &add).code, 0);
    // From now on there is an administrator, and Bianchi is none.
    run("bianchi", &["user", "add", "galli", "--surname", "Galli", "--name", "Ida"]).refused(1, "R-PRV-11");
    // The first password is good for one thing: to be changed.
    write(&own, "quattro parole a caso");
    run("verdi", &["user", "list"]).refused(3, "prima va cambiata");
    write(&new, "tutt'altre parole sparse");
    assert_eq!(run("verdi", &["user", "password"]).code, 0);
    write(&own, "tutt'altre parole sparse");
    let listed = run("verdi", &["user", "list", "--json"]).lines();
    assert_eq!((listed.len(), &listed[1]["role"]), (2, &Value::from("administrator")));
    // The recovery key on its sheet; with it a new password.
    let sheet = bench.path("chiave.pdf");
    assert_eq!(run("verdi", &["user", "recovery", "-o", text(&sheet)]).code, 0);
    assert!(fs::read(&sheet).unwrap().starts_with(b"%PDF"));
    write(&code, "0000 0");
    run("verdi", &["user", "password", "verdi", "--recovery"]).refused(2, "otto gruppi");
    // Another key for the data: everybody opens as before.
    let before = fs::read(office.join("office.db")).unwrap();
    assert_eq!(run("verdi", &["user", "rotate"]).code, 0);
    assert_ne!(fs::read(office.join("office.db")).unwrap()[..16], before[..16]);
    assert_eq!(run("verdi", &["user", "disable", "bianchi"]).code, 0);
    run("verdi", &["user", "disable", "verdi"]).refused(1, "R-UFF-13");
    write(&own, "pàssword");
    run("bianchi", &["user", "list"]).refused(3, "Operatore o password non corretti");
}

#[test]
fn who_only_reads_takes_nothing_away() {
    let bench = Bench::new();
    let office = bench.office();
    let at = ["--office", text(&office), "--now", "2026-11-23T12:00", "--user"];
    let run = |user: &str, args: &[&str]| bench.run(&[args, &at, &[user]].concat());
    for (by, name, role) in [("bianchi", "ada", "administrator"), ("ada", "legge", "reader")] {
        let add = ["user", "add", name, "--surname", "Prova", "--name", "Lea", "--role", role];
        assert_eq!(run(by, &add).code, 0, "{name}");
    }
    let read: &[&[&str]] = &[
        &["find", "rossi"],
        &["show", "RSSMRA85T50F205V"],
        &["agenda", "--day", "2026-11-24"],
        &["deadlines"],
        &["psp", "list"],
        &["documents", "list"],
        &["verify"],
        &["recorded", "--digest"],
    ];
    read.iter().for_each(|args| assert_eq!(run("legge", args).code, 0, "{args:?}"));
    let (file, folder, safe) = (bench.path("via"), bench.path("copie"), bench.path("cassaforte"));
    fs::create_dir(&safe).unwrap();
    assert_eq!(run("ada", &["backup", text(&safe)]).code, 0);
    let copies = fs::read_dir(&safe).unwrap().map(|entry| entry.unwrap().path());
    let copy = copies.into_iter().find(|path| path.extension().is_some_and(|end| end == "db")).unwrap();
    let barred: &[&[&str]] = &[
        &["agenda", "--format", "csv"],
        &["agenda", "--format", "json"],
        &["agenda", "--format", "ics", "-o", text(&file)],
        &["agenda", "--format", "pdf", "-o", text(&file)],
        &["psp", "pdf", "ESN01-2026-000001", "-o", text(&file)],
        &["documents", "pdf", "ESN01-2026-000001", "-o", text(&file)],
        &["backup", text(&folder)],
        &["restore", text(&copy), "--yes"],
        &["recorded"],
    ];
    barred.iter().for_each(|args| run("legge", args).refused(1, "R-PRV-11"));
    assert!(!file.exists() && !folder.exists());
    // Going back is of who manages the operators: it takes back their roles.
    run("bianchi", &["restore", text(&copy), "--yes"]).refused(1, "R-PRV-11");
    for (args, action) in [
        (&["agenda", "--format", "csv"][..], "agenda.export"),
        (&["backup", text(&safe), "--always"], "office.copies_folder"),
    ] {
        assert_eq!(run("ada", args).code, 0);
        let said = run("ada", &["verify"]);
        assert_eq!(said.code, 0, "{said:?}");
        assert!(audit(&office).contains(&action.to_owned()), "{action}");
    }
    let refused = audit(&office).iter().filter(|action| *action == "refused").count();
    assert_eq!(refused, barred.len() + 1, "each leaves its line");
}

/// What the log of an office tells, the latest first.
fn audit(office: &Path) -> Vec<String> {
    let clock = Clock::Fixed(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(12, 0, 0).unwrap());
    let (desk, _) = opening::open_throwaway(office, Some("ada"), clock, 0).unwrap();
    let lines = desk.store().read().audit_tail(200).unwrap();
    lines.into_iter().map(|one| one.line.action.into_owned()).collect()
}

/// Special data is not told to who guesses it (R-PRV-1), and the log read of
/// somebody is a line about them.
#[test]
fn what_is_closed_is_not_guessed() {
    let bench = Bench::new();
    let office = bench.office();
    let at = ["--office", text(&office), "--now", "2026-11-23T12:00", "--user"];
    let run = |user: &str, args: &[&str]| bench.run(&[args, &at, &[user]].concat());
    let card = run("bianchi", &["show", "RSSMRA85T50F205V", "--json"]).json();
    let id = card["registrant"]["id"].as_str().unwrap().to_owned();
    let edit = |was: &str, now: &str| {
        let line = format!(
            r#"{{"by":"bianchi","do":"registrant.edit","registrant":"{id}","edits":[{{"field":"guardian_name","was":"{was}","now":"{now}"}}]}}"#
        );
        run("bianchi", &["replay", text(&bench.file("uno.jsonl", &line))])
    };
    let said = edit("", "Zenobia");
    assert_eq!(said.code, 0, "{said:?}");
    let said = edit("Caio", "Sempronio");
    assert!(said.out.contains("R-ARC-1") && said.out.contains("riservato"), "{said:?}");
    assert!(!format!("{said:?}").contains("Zenobia"), "{said:?}");

    let clock = Clock::Fixed(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(12, 0, 0).unwrap());
    let add = ["user", "add", "capo", "--surname", "Prova", "--name", "Lea", "--role", "supervisor"];
    assert_eq!(run("bianchi", &add).code, 0);
    let (mut desk, _) = opening::open_throwaway(&office, Some("capo"), clock, 0).unwrap();
    let filter = AccessFilter { code: "rssmra85t50f205v".into(), ..AccessFilter::default() };
    desk.ask("capo", &Query::AccessLog(Box::new(filter))).unwrap();
    let last = desk.store().read().audit_tail(1).unwrap().remove(0).line;
    assert_eq!((&*last.action, last.registrant.map(|one| one.to_string())), ("audit.read", Some(id)));
}

#[test]
fn a_demo_office_says_where_it_is() {
    let bench = Bench::new();
    let dir = bench.path("demo");
    let demo = ["demo", "--people", "20", "--no-ui", "--now", "2026-11-23T08:00", "--dir", text(&dir)];
    let said = bench.run(&demo);
    assert_eq!((said.code, said.out.trim()), (0, text(&dir)), "{said:?}");
    assert!(said.err.contains("persone inventate"), "{said:?}");
    assert_eq!(bench.run(&["agenda", "--office", text(&dir), "--user", "verde"]).code, 0);
    bench.run(&["agenda", "--office", text(&dir), "--user", "nessuno"]).refused(2, "non c'è un operatore");
    bench.run(&demo).refused(3, "già un ufficio");
    bench.run(&["--office", text(&dir)]).refused(2, "vuole un terminale");
    bench.run(&[]).refused(2, "vuole un terminale");
}

#[test]
fn two_demos_of_one_seed_answer_the_same() {
    let bench = Bench::new();
    let made = |name: &str| {
        let dir = bench.path(name);
        let at = ["--people", "40", "--seed", "7", "--now", "2026-11-23T08:00", "--dir", text(&dir)];
        assert_eq!(bench.run(&[&["demo", "--no-ui"], at.as_slice()].concat()).code, 0);
        dir
    };
    let (one, two) = (made("uno"), made("due"));
    let ask = |dir: &Path, args: &[&str]| {
        let said = bench.run(&[&["--office", text(dir), "--now", "2026-11-23T09:00"], args].concat());
        assert!(said.code <= 1, "{said:?}");
        said
    };
    let issued = ask(&one, &["psp", "list", "--state", "active", "--json"]).lines().remove(0);
    let number = issued["number"].as_str().unwrap();
    let questions: [&[&str]; 9] = [
        &["find", "a", "--json"],
        &["show", issued["registrant"].as_str().unwrap()],
        &["show", issued["registrant"].as_str().unwrap(), "--json"],
        &["agenda"],
        &["agenda", "--format", "json"],
        &["psp", "list", "--json"],
        &["psp", "check", number, "--json"],
        &["deadlines", "--json"],
        &["recorded"],
    ];
    for question in questions {
        let (first, second) = (ask(&one, question).out, ask(&two, question).out);
        assert!(!first.is_empty() && first == second, "{question:?}");
    }

    let again = bench.path("tre");
    let recorded = bench.file("registrati.jsonl", &ask(&one, &["recorded"]).out);
    assert_eq!(bench.run(&["replay", "--empty", "--dir", text(&again), text(&recorded)]).code, 0);
    assert_eq!(ask(&one, &["recorded", "--digest"]).out, ask(&again, &["recorded", "--digest"]).out);

    let (pdf, same) = (bench.path("patto.pdf"), bench.path("uguale.pdf"));
    for (dir, path) in [(&one, &pdf), (&again, &same)] {
        assert_eq!(ask(dir, &["psp", "pdf", number, "-o", text(path)]).out, "");
    }
    let bytes = fs::read(pdf).unwrap();
    assert!(bytes.starts_with(b"%PDF") && bytes == fs::read(same).unwrap());
    // In brief it is the page, whatever is in the archive.
    let page = bench.path("breve.pdf");
    let said = ask(&again, &["psp", "pdf", number, "--brief", "--lang", "fr", "-o", text(&page)]);
    assert!(said.code == 0 && said.err.contains("1 pagina"), "{said:?}");
    assert_ne!(fs::read(page).unwrap(), bytes);
}

#[test]
fn a_closed_pipe_is_no_error() {
    let bench = Bench::new();
    let office = bench.office();
    let mut command = bench.command(&["show", "RSSMRA85T50F205V", "--office", text(&office)]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let said = Said::of(child.wait_with_output().unwrap());
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{said:?}");
}

#[test]
fn advice_about_a_pact_is_listed_and_stops_nothing() {
    let bench = Bench::new();
    let dir = bench.path("prova");
    let at = ["--people", "160", "--seed", "7", "--now", "2026-11-23T08:00", "--dir", text(&dir)];
    assert_eq!(bench.run(&[&["demo", "--no-ui"], at.as_slice()].concat()).code, 0);
    let ask =
        |args: &[&str]| bench.run(&[&["--office", text(&dir), "--now", "2026-11-23T09:00"], args].concat());
    let (mut advised, mut complete_and_advised) = (0, 0);
    for state in ["draft", "complete", "active"] {
        for row in ask(&["psp", "list", "--state", state, "--json"]).lines() {
            let id = row["id"].as_str().unwrap();
            let said = ask(&["psp", "check", id, "--json"]);
            let report = said.json();
            let lint = report["lint"].as_array().unwrap();
            assert_eq!(said.code == 0, report["complete"] == true, "advice leaves the exit code alone");
            assert!(lint.is_empty() || state != "active", "{report}");
            if lint.is_empty() {
                continue;
            }
            advised += 1;
            complete_and_advised += i32::from(said.code == 0);
            let people = ask(&["psp", "check", id]);
            assert_eq!(people.code, said.code);
            assert!(people.out.contains("Consigli (non impediscono di emetterlo):"), "{people:?}");
            for advice in lint {
                for name in ["code", "field", "text", "mend"] {
                    assert!(advice[name].as_str().is_some_and(|text| !text.is_empty()), "{advice}");
                }
                assert!((1..=15).contains(&advice["section"].as_u64().unwrap()), "{advice}");
                let mend = format!("      Rimedio: {}", advice["mend"].as_str().unwrap());
                assert!(people.out.contains(&mend), "{people:?}");
            }
        }
    }
    assert!(advised > 0, "somebody's draft is to be mended");
    println!(
        "lint: {advised} pacts of the demo with advice, {complete_and_advised} of them ready to be issued"
    );
}

const SUPERVISOR: &str = r#"{"at":"2026-11-23T11:00","by":"bianchi","do":"operator.add","operator":{"username":"resp","name":"Rita","surname":"Responsabile","role":"supervisor"}}"#;

/// A file of rows with that in the place of its one row.
fn rows(row: &str) -> Vec<u8> {
    format!("table = \"parameters\"\nreason = \"nota\"\nrow = [\n  {row}\n]\n").into_bytes()
}

/// Files that are refused: what they are, what they hold, the exit code, what is said.
fn broken() -> Vec<(&'static str, Vec<u8>, i32, &'static str)> {
    let good = r#"{ code = "psp.contact_days", value = 20, valid_from = "2026-12-01" }"#;
    let twice = format!("{good},\n  {good}");
    let late = good.replace("2026-12-01", "2026-12-31\", valid_to = \"2026-12-01");
    let overlap =
        format!("{good},\n  {}", good.replace("2026-12-01", "2026-11-30\", valid_to = \"2026-12-05"));
    let column = good.replace("value = 20", "value = 20, colour = 3");
    vec![
        ("empty", Vec::new(), 2, "riga 1, colonna 1: manca table"),
        ("syntax", rows("{ code = psp }"), 2, "riga 4, colonna 12:"),
        (
            "cut",
            b"table = \"parameters\"\nrow = [".to_vec(),
            2,
            "riga 2, colonna 8: il file finisce a met\u{e0}",
        ),
        (
            "key twice",
            b"table = \"paths\"\ntable = \"paths\"\n".to_vec(),
            2,
            "riga 2, colonna 1: questa chiave",
        ),
        ("not UTF-8", b"table = \"parameters\"\n# perch\xe9\n".to_vec(), 2, "riga 2, colonna 8: il file non"),
        ("binary", vec![0, 159, 146, 150, 10, 0], 2, "riga 1, colonna 2:"),
        (
            "UTF-16",
            "\u{feff}table".encode_utf16().flat_map(u16::to_le_bytes).collect(),
            2,
            "riga 1, colonna 1:",
        ),
        ("huge", vec![b'#'; 300 * 1024], 2, "troppo lungo"),
        ("deep", format!("table = {}", "[".repeat(9000)).into_bytes(), 2, "riga 1, colonna"),
        ("table", b"table = \"parametri\"\nrow = []\n".to_vec(), 2, "riga 1, colonna 9: tabella sconosciuta"),
        ("no code", rows("{ value = 3 }"), 2, "riga 4, colonna 3: alla riga manca il codice"),
        ("day", rows(&good.replace("12-01", "02-30")), 2, "riga 4, colonna 57: una data"),
        ("double", rows(&twice), 2, "riga 5, colonna 3: il codice"),
        (
            "unknown column",
            rows(&column),
            1,
            "riga 4, colonna 44: La tabella \u{ab}Termini, soglie e punti aperti\u{bb} non ha la colonna \u{ab}colour\u{bb}. R-UFF-22",
        ),
        ("type", rows(&good.replace("20,", "\"venti\",")), 1, "riga 4, colonna 32: "),
        ("fraction", rows(&good.replace("20,", "20.5,")), 1, "R-UFF-23"),
        ("range", rows(&good.replace("20,", "9999,")), 1, "ci vuole un numero intero da"),
        ("unknown code", rows(&good.replace("contact_days", "coffee")), 1, "riga 4, colonna 12: "),
        ("end before start", rows(&late), 1, "R-UFF-25"),
        ("overlap", rows(&overlap), 1, "riga 5, colonna 57: Dal 01/12/2026 l'ufficio ha gi\u{e0} una riga"),
        ("no day", rows("{ code = \"psp.contact_days\", value = 20 }"), 1, "R-UFF-24"),
        ("year", rows(&good.replace("2026", "1926")), 1, "R-UFF-24"),
        ("no effect", rows(&good.replace("20,", "30,")), 1, "R-UFF-27"),
        (
            "no reason",
            b"table = \"paths\"\nrow = [{ code = \"gol_1\", valid_from = 2026-12-01 }]".to_vec(),
            1,
            "Manca il motivo. R-UFF-28",
        ),
    ]
}

#[test]
fn a_file_of_rows_is_loaded_whole_or_refused_with_line_and_column() {
    let bench = Bench::new();
    let office = bench.office();
    assert_eq!(bench.feed(&["replay", "--office", text(&office)], SUPERVISOR).code, 0);
    let now = ["--office", text(&office), "--now", "2026-11-23T12:00", "--user", "resp", "tables"];
    let tables = |args: &[&str]| bench.run(&[now.as_slice(), args].concat());
    let digest = || bench.run(&["recorded", "--digest", "--office", text(&office)]).out;

    let before = digest();
    let path = bench.path("righe.toml");
    let mut tried = 0;
    for (what, bytes, code, says) in broken() {
        fs::write(&path, bytes).unwrap();
        let said = tables(&["load", text(&path)]);
        assert!(said.code == code && said.err.contains(says) && said.out.is_empty(), "{what}: {said:?}");
        assert!(said.err.contains("restano com'erano"), "{what}: {said:?}");
        tried += 1;
    }
    tables(&["load", text(bench.folder.path())]).refused(2, "\u{c8} una cartella");
    tables(&["load", text(&bench.path("non c'\u{e8}"))]).refused(2, "non si legge");
    tables(&["load", text(&path), "--from", "domani"]).refused(2, "il giorno si scrive");
    assert_eq!(digest(), before, "nothing of them was written");
    println!("tables load: {} broken files refused, each with its place", tried + 2);

    let good = String::from_utf8(rows("{ code = \"psp.contact_days\", value = 20 },\n  { code = \"did.loss_dated_on\", value = \"start\", valid_from = 2026-11-01 },")).unwrap();
    fs::write(&path, format!("\u{feff}{}", good.replace('\n', "\r\n"))).unwrap();
    let load = ["load", text(&path), "--from", "2026-12-01"];
    let dry = tables(&[load.as_slice(), &["--dry-run"]].concat());
    assert!(dry.code == 0 && dry.out.contains("Prova: si caricherebbero 2 righe"), "{dry:?}");
    assert_eq!(digest(), before);
    let other =
        bench.run(&[&["--office", text(&office), "--user", "bianchi", "tables"], load.as_slice()].concat());
    other.refused(
        1,
        "Serve il ruolo di responsabile o amministratore per cambiare le tabelle dell'ufficio. R-PRV-11",
    );
    let said = tables(&load);
    assert!(said.code == 0 && said.err.contains("riga 5, colonna 63: Vale dal 01/11/2026"), "{said:?}");
    tables(&load).refused(1, "R-UFF-26");

    let listed = tables(&["list", "parameters", "--json"]).lines();
    let of = |code: &str| -> Vec<&Value> { listed.iter().filter(|row| row["code"] == code).collect() };
    let days = of("psp.contact_days");
    assert_eq!((days.len(), &days[0]["cells"]["value"], &days[0]["in_force"]), (2, &30.into(), &true.into()));
    assert_eq!((&days[0]["valid_to"], &days[0]["own"]), (&"2026-11-30".into(), &Value::Null));
    assert_eq!((&days[1]["cells"]["value"], &days[1]["in_force"]), (&20.into(), &false.into()));
    let loss = of("did.loss_dated_on");
    assert!(
        loss.len() == 1 && loss[0]["own"].is_string() && loss[0]["cells"]["value"] == "start",
        "{loss:?}"
    );

    let people = tables(&["list", "parameters"]).out;
    assert!(
        people.contains("30 giorni") && people.contains("01/12/2026") && people.contains("dell'ufficio"),
        "{people}"
    );
    let all = tables(&["list", "--json"]).lines();
    assert_eq!((&all[0]["table"], &all[0]["own"]), (&"parameters".into(), &2.into()));
    assert!(tables(&["list"]).out.contains("income_limits"));
    tables(&["list", "parametri"]).refused(2, "Non c'\u{e8} una tabella \u{ab}parametri\u{bb}");
}

#[test]
fn the_office_has_templates_and_paper_of_its_own() {
    let bench = Bench::new();
    let office = bench.office();
    assert_eq!(bench.feed(&["replay", "--office", text(&office)], SUPERVISOR).code, 0);
    let at = |day: &str, args: &[&str]| {
        let now = format!("{day}T12:00");
        let start = ["--office", text(&office), "--now", &now, "--user", "resp", "template"];
        bench.run(&[start.as_slice(), args].concat())
    };
    let now = |args: &[&str]| at("2026-11-23", args);
    let digest = || bench.run(&["recorded", "--digest", "--office", text(&office)]).out;

    let listed = now(&["list", "--json"]).lines();
    assert_eq!((&listed[0]["name"], &listed[0]["own"]), (&"psp".into(), &false.into()), "{listed:?}");
    assert!(listed[0]["needed"].as_array().unwrap().contains(&"fiscal_code".into()));
    let shipped = now(&["export", "psp"]).out;
    assert!(shipped.contains("# Patto di servizio personalizzato"), "{shipped}");
    now(&["export", "lettera"]).refused(2, "Non c'\u{e8} un modello \u{ab}lettera\u{bb}");

    // What is wrong is said with file, line and column, and nothing is loaded.
    let path = bench.path("psp.txt");
    let before = digest();
    for (what, bytes, says) in [
        (
            "a field",
            shipped.replace("{{ fiscal_code }}", "{{ fiscal_cod }}").into_bytes(),
            "Forse \u{ab}fiscal_code\u{bb}?",
        ),
        ("a condition", shipped.replacen("{% endif %}", "", 1).into_bytes(), "non si legge"),
        ("markup", shipped.replacen("## 2. ", "**## 2. ", 1).into_bytes(), "non ha il suo"),
        (
            "a needed field",
            shipped.replace("proof_method", "phone").into_bytes(),
            "manca il campo \u{ab}proof_method\u{bb}",
        ),
        ("not UTF-8", b"# Patto perch\xe8".to_vec(), ":1:14: il file non \u{e8} scritto in UTF-8"),
        ("too long", vec![b'a'; 10 << 20], "troppo lungo"),
        ("empty", Vec::new(), "vuoto"),
        ("an include", b"{% include '/etc/passwd' %}".to_vec(), ":1:3: \u{ab}include\u{bb} qui non esiste"),
    ] {
        fs::write(&path, bytes).unwrap();
        let said = bench.run(&["template", "check", text(&path)]);
        assert!(said.code == 1 && said.out.contains(says), "{what}: {said:?}");
        assert!(said.out.starts_with(&format!("{}:", text(&path))), "{what}: {said:?}");
        let row = &bench.run(&["template", "check", "--json", text(&path)]).lines()[0];
        assert!(row["line"].is_u64() && row["column"].is_u64() && row["kind"] == "psp", "{row}");
        let load = ["load", text(&path), "--kind", "psp", "--from", "2026-12-01", "--reason", "prova"];
        now(&load).refused(1, "non \u{e8} stato caricato");
    }
    assert_eq!(digest(), before);
    let other = bench.file("nuovo.txt", "");
    bench.run(&["template", "check", text(&other)]).refused(2, "--kind MODELLO");

    // As an editor of another system leaves it: from December on it is the office's.
    let own = shipped.replace("# Patto di servizio", "# Nostro patto di servizio");
    fs::write(&path, format!("\u{feff}{}", own.replace('\n', "\r\n"))).unwrap();
    let fine = bench.run(&["template", "check", text(&path)]);
    assert!(fine.code == 0 && fine.out.contains("va bene"), "{fine:?}");
    let load = ["load", text(&path), "--kind", "psp", "--from", "2026-12-01", "--reason", "nota 7"];
    let dry = now(&[load.as_slice(), &["--dry-run"]].concat());
    assert!(dry.code == 0 && dry.out.contains("Prova: varrebbe dal 01/12/2026"), "{dry:?}");
    assert_eq!(digest(), before);
    assert!(now(&load).out.contains("vale dal 01/12/2026"));
    now(&load).refused(1, "R-UFF-26");
    assert_eq!(now(&["export", "psp"]).out, shipped);
    assert_eq!(at("2026-12-01", &["export", "psp"]).out, own);
    assert_eq!(at("2026-12-01", &["export", "psp", "--shipped"]).out, shipped);
    let listed = now(&["list"]).out;
    assert!(listed.contains("dell'ufficio") && listed.contains("01/12/2026"), "{listed}");
    let file = bench.path("uscita.txt");
    assert_eq!(at("2026-12-01", &["export", "psp", "-o", text(&file)]).code, 0);
    assert_eq!(fs::read_to_string(&file).unwrap(), own);

    // Taken back, what was in force before is again.
    let back = |day| ["withdraw", "psp", "--from", day, "--reason", "errore"];
    now(&back("2026-12-02")).refused(2, "non ha un modello \u{ab}psp\u{bb} caricato dal 02/12/2026");
    let dry = now(&[back("2026-12-01").as_slice(), &["--dry-run"]].concat());
    assert!(dry.code == 0 && dry.out.contains("Prova"), "{dry:?}");
    assert_eq!(at("2026-12-01", &["export", "psp"]).out, own);
    assert!(now(&back("2026-12-01")).out.contains("Ritirato"));
    assert_eq!(at("2026-12-01", &["export", "psp"]).out, shipped);
    now(&back("2026-12-01")).refused(2, "non ha un modello");

    // A translation of the page in brief that somebody has reviewed is loaded too.
    let french = now(&["export", "psp_brief_fr"]).out.replace("# Votre pacte", "# Le pacte");
    let path = bench.file("fr.txt", &french);
    let load =
        ["load", text(&path), "--kind", "psp_brief_fr", "--from", "2026-12-01", "--reason", "riveduta"];
    assert!(now(&load).out.contains("vale dal 01/12/2026"));
    assert_eq!(at("2026-12-01", &["export", "psp_brief_fr"]).out, french);
}

#[test]
fn the_logo_of_the_office_is_made_small_or_refused_with_a_sentence() {
    let bench = Bench::new();
    let office = bench.office();
    assert_eq!(bench.feed(&["replay", "--office", text(&office)], SUPERVISOR).code, 0);
    let start = ["--office", text(&office), "--now", "2026-11-23T12:00", "--user", "resp", "template"];
    let now = |args: &[&str]| bench.run(&[start.as_slice(), args].concat());
    let path = bench.path("logo");
    let from = ["--from", "2026-11-23", "--reason", "stemma nuovo"];
    let load = |alt: &str| now(&[&["logo", text(&path), "--alt", alt], from.as_slice()].concat());

    let mut png = std::io::Cursor::new(Vec::new());
    let picture =
        image::RgbaImage::from_fn(3_000, 900, |x, y| image::Rgba([190, (x / 12) as u8, 40, (y / 4) as u8]));
    picture.write_to(&mut png, image::ImageFormat::Png).unwrap();
    let png = png.into_inner();
    let mut large = png.clone();
    large[16..20].copy_from_slice(&10_000_u32.to_be_bytes());
    large[20..24].copy_from_slice(&5_000_u32.to_be_bytes());
    for (bytes, says) in [
        (large, "10000 \u{d7} 5000 punti, al pi\u{f9} 20 milioni"),
        (png[..png.len() / 2].to_vec(), "finisce a met\u{e0}"),
        (b"GIF89a".to_vec(), "\u{e8} un GIF"),
        (Vec::new(), "non \u{e8} un'immagine"),
    ] {
        fs::write(&path, bytes).unwrap();
        load("stemma").refused(1, says);
    }
    fs::write(&path, &png).unwrap();
    load(" ").refused(1, "R-UFF-23");
    now(&["logo", text(&path), "--from", "2026-11-23", "--reason", "prova"]).refused(2, "Manca --alt");
    assert_eq!(now(&["letterhead"]).out, "Logo: nessuno\nNumero di protocollo: non si scrive\n");
    let said = load("Stemma della Provincia d'Esempio");
    assert!(said.code == 0 && said.err.contains("sulla carta 60 \u{d7} 18 mm"), "{said:?}");
    now(&["letterhead", "--line", "Ambito di Esempio"])
        .refused(2, "Mancano il giorno da cui vale e il motivo");
    let set =
        ["letterhead", "--line", "Ambito di Esempio", "--line", "Settore lavoro", "--protocol", "register"];
    let said = now(&[set.as_slice(), &from].concat());
    assert_eq!(said.code, 0, "{said:?}");
    let paper = now(&["letterhead", "--json"]).json();
    assert_eq!((&paper["lines"][1], &paper["protocol"]), (&"Settore lavoro".into(), &"register".into()));
    assert_eq!(paper["logo"]["alt"], "Stemma della Provincia d'Esempio");
    assert!(paper["logo"]["bytes"].as_u64().unwrap() < 64 * 1024, "{paper}");
    let gone = now(&["logo", "--none", "--from", "2026-12-01", "--reason", "stemma tolto"]);
    assert_eq!(gone.code, 0, "{gone:?}");
}

/// Rights of a person on their data (GDPR art. 15 and 16), and reports that
/// name nobody.
#[test]
fn a_person_gets_their_data_and_who_used_them() {
    let bench = Bench::new();
    let office = bench.path("ufficio");
    let log = bench.file("comandi.jsonl", COMMANDS);
    bench.run(&["replay", "--empty", "--dir", text(&office), text(&log)]).well();
    let at = |user: &str, args: &[&str]| {
        let all = [args, &["--office", text(&office), "--now", "2026-11-23T12:00", "--user", user]].concat();
        bench.run(&all)
    };
    let supervisor = concat!(
        r#"{"at":"2026-11-23T11:00","by":"bianchi","do":"operator.add","operator":{"username":"fontana","#,
        r#""name":"Giulio","surname":"Fontana","role":"supervisor"}}"#,
        "\n",
        r#"{"at":"2026-11-23T11:01","by":"bianchi","do":"registrant.edit","registrant":"RSSMRA","#,
        r#""edits":[{"field":"mobile","was":"333 0000000","now":"333 0000001"}],"#,
        r#""asked_by":"person","asked_on":"2026-11-20"}"#,
        "\n"
    );
    let maria = at("bianchi", &["find", "rossi", "--json"]).json()["id"].as_str().unwrap().to_owned();
    let lines = bench.file("altri.jsonl", &supervisor.replace("RSSMRA", &maria));
    bench.run(&["replay", "--office", text(&office), text(&lines)]).well();
    at("bianchi", &["agenda", "--day", "2026-11-24", "--format", "pdf", "-o", text(&bench.path("a.pdf"))])
        .well();
    at("bianchi", &["show", &maria]).well();

    at("bianchi", &["person", "export", &maria]).refused(1, "R-PRV-11");
    at("bianchi", &["person", "access-report", &maria]).refused(1, "R-PRV-11");
    let copy = at("fontana", &["person", "export", &maria]).json();
    assert_eq!(copy["layout"], "sportello/person/1");
    assert_eq!(copy["records"]["registrant"][0]["mobile"], "333 0000001");
    assert_eq!(copy["records"]["appointment"].as_array().unwrap().len(), 1);
    let corrected = &copy["rectifications"][0];
    assert_eq!((&corrected["was"], &corrected["is"]), (&"333 0000000".into(), &"333 0000001".into()));
    assert_eq!((&corrected["asked_by"], &corrected["by"]), (&"person".into(), &"bianchi".into()));
    at("fontana", &["person", "export", &maria, "--format", "pdf"]).refused(2, "Il PDF va in un file");
    let pdf = bench.path("dati.pdf");
    at("fontana", &["person", "export", &maria, "--format", "pdf", "-o", text(&pdf)]).well();
    assert!(fs::read(&pdf).unwrap().starts_with(b"%PDF-"));

    let report = at("fontana", &["person", "access-report", &maria, "--json"]).json();
    let acts: Vec<&str> =
        report["rows"].as_array().unwrap().iter().map(|row| row["act"].as_str().unwrap()).collect();
    for act in [
        "Persona registrata",
        "Appuntamento fissato",
        "Anagrafica modificata",
        "Agenda stampata",
        "Scheda aperta",
        "Copia dei dati di una persona",
    ] {
        assert!(acts.contains(&act), "{act}: {acts:?}");
    }
    let said = at("fontana", &["person", "access-report", &maria]).out;
    assert!(said.contains("operatore 1 (operatore)") && !said.contains("Bianchi"), "{said}");
    let named = at("fontana", &["person", "access-report", &maria, "--names", "ricorso"]).out;
    assert!(named.contains("Anna Bianchi (operatore)"), "{named}");
    at("fontana", &["person", "access-report", &maria, "--names", " "]).refused(2, "per un motivo");
    let pdf = bench.path("accessi.pdf");
    at("fontana", &["person", "access-report", &maria, "-o", text(&pdf)]).well();
    assert!(fs::read(&pdf).unwrap().starts_with(b"%PDF-"));

    let few = at("fontana", &["report", "people"]);
    assert_eq!((few.code, few.out.as_str()), (0, ""), "one person is nobody");
    let kept = at("fontana", &["report", "retention"]);
    assert!(kept.err.contains("da decidere dall'ufficio"), "{}", kept.err);
}
