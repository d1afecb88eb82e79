//! `sportello doctor`: how the desk of this computer stands. What can be told
//! without a password always, what is inside the file where it opens by
//! itself or `--open` asks.

use std::io::Write;
use std::path::Path;

use serde::Serialize;

use super::args::{DoctorArgs, Global};
use super::office::Act;
use super::out::{json_document, text};
use super::{DAMAGED, DONE, OUTSIDE};
use crate::desk::health::{self, Sign, State};
use crate::desk::{Desk, opening};
use crate::documents::face::Weight;
use crate::documents::printing::{Means, Printers, printers};
use crate::documents::script::faces::{self, Family};
use crate::fault::{Fault, Result};
use crate::store::rotate;
use crate::store::{DATA_FILE, Facts};

/// How it stands. The names of these fields are a contract.
#[derive(Serialize)]
struct Report<'a> {
    ok: bool,
    signs: Vec<One<'a>>,
}

#[derive(Serialize)]
struct One<'a> {
    sign: &'a str,
    state: &'a str,
    said: &'a str,
    hint: &'a str,
}

/// Looks at everything, a line each; 3 when the office is not in order, 4
/// when only something outside it is not.
///
/// # Errors
/// The office was to be opened and cannot be; the output cannot be written.
pub fn run(args: &DoctorArgs, global: &Global, out: &mut impl Write) -> Result<u8> {
    let mut signs = vec![program(), terminal(), fonts(), printing(printers(&Means::default()))];
    let outside = signs.len();
    let dir = global.dir()?;
    signs.extend(office(&dir));
    let founded = opening::is_founded(&dir).unwrap_or_default();
    if founded && (args.open || opening::is_throwaway(&dir).unwrap_or_default()) {
        match global.open(Act::PLAIN) {
            Ok(session) => {
                // What was said from outside is now said by the office.
                let inside = inside(&session.desk)?;
                signs.retain(|sign| inside.iter().all(|known| known.name != sign.name));
                signs.extend(inside);
            }
            Err(told) => signs.push(open_sign("").but(State::Wrong, told.message, told.hint)),
        }
    } else if founded {
        signs.push(open_sign("non guardato: con --open, operatore e password"));
    }
    let wrong = |signs: &[Sign]| signs.iter().any(|sign| sign.state == State::Wrong);
    let code = match (wrong(&signs[outside..]), wrong(&signs[..outside])) {
        (true, _) => DAMAGED,
        (false, true) => OUTSIDE,
        (false, false) => DONE,
    };
    if args.json {
        json_document(out, &Report { ok: code == DONE, signs: signs.iter().map(one).collect() })?;
    } else {
        signs.iter().try_for_each(|sign| text(out, &line(sign)))?;
    }
    Ok(code)
}

fn open_sign(said: &str) -> Sign {
    Sign::fine("inside", "contenuto del file", said)
}

fn program() -> Sign {
    Sign::fine("program", "programma", env!("CARGO_PKG_VERSION"))
}

fn terminal() -> Sign {
    let of = |name| std::env::var(name).unwrap_or_default();
    let (name, said) = (of("TERM"), ["LC_ALL", "LC_CTYPE", "LANG"].map(of));
    let coding = said.into_iter().find(|value| !value.is_empty()).unwrap_or_default();
    let sign = Sign::fine("terminal", "terminale", format!("{name} {coding}").trim().to_owned());
    let utf8 = coding.to_lowercase().replace('-', "").contains("utf8");
    match (name.as_str(), utf8) {
        ("dumb", _) => sign.but(
            State::Attention,
            "Su questo terminale lo sportello non si può disegnare.",
            "Aprirlo in una finestra di terminale vera.",
        ),
        (_, false) if !coding.is_empty() => sign.but(
            State::Attention,
            format!("Il terminale dichiara {coding}, non UTF-8: le lettere accentate possono non arrivare."),
            "Impostare UTF-8 nel terminale.",
        ),
        _ => sign,
    }
}

/// Latin, Cyrillic and Arabic are in the program.
fn fonts() -> Sign {
    let sign = Sign::fine("fonts", "caratteri per la stampa", "tutti, anche cinese");
    match faces::of(Family::Chinese, Weight::Regular) {
        Ok(_) => sign,
        // One page in six languages: nothing else waits for it.
        Err(_) => Sign {
            said: "latini, cirillici, arabi; manca il cinese (solo il foglio in cinese)".to_owned(),
            ..sign
        },
    }
}

fn printing(found: Result<Printers>) -> Sign {
    let sign = Sign::fine("printers", "stampanti", "");
    let found = match found {
        Ok(found) if !found.queues.is_empty() => found,
        Ok(_) => {
            return sign.but(
                State::Attention,
                "Questo computer non ha stampanti.",
                "Aggiungerne una al sistema, o stampare per indirizzo (Ctrl+P); intanto si salva il PDF.",
            );
        }
        Err(told) => return sign.but(State::Attention, told.message, told.hint),
    };
    let names: Vec<String> = found
        .queues
        .iter()
        .map(|queue| {
            if queue.state.is_empty() {
                queue.name.clone()
            } else {
                format!("{} {}", queue.name, queue.state)
            }
        })
        .collect();
    let usual = found.usual.as_deref().map(|name| format!(" (di solito {name})")).unwrap_or_default();
    let said = format!("{}{usual}", names.join(", "));
    if found.queues.iter().all(|queue| queue.stopped) {
        return sign.but(
            State::Attention,
            format!("Nessuna stampante è pronta: {said}."),
            "Guardare la stampante.",
        );
    }
    Sign { said, ..sign }
}

/// What can be said of the office without opening it.
fn office(dir: &Path) -> Vec<Sign> {
    let file = Sign::fine("file", "file dell'ufficio", "");
    let keys = Sign::fine("keys", "chiavi", "");
    match opening::is_founded(dir) {
        Err(told) => return vec![file.but(State::Wrong, told.message, told.hint), health::folder(dir)],
        Ok(false) => {
            let none = format!("in {} non c'è ancora un ufficio", dir.display());
            return vec![Sign { said: none, ..file }];
        }
        Ok(true) => {}
    }
    let about = std::fs::metadata(dir.join(DATA_FILE));
    let file = match about {
        Ok(about) => {
            Sign { said: format!("{}, {} MB", dir.display(), about.len().div_ceil(1 << 20)), ..file }
        }
        Err(_) => file.but(
            State::Wrong,
            "Manca il file dell'ufficio.",
            "Controllare il percorso, o ripristinare l'ultima copia di sicurezza: sportello restore.",
        ),
    };
    let keys = match opening::usernames(dir) {
        Ok(names) if names.len() == 1 => Sign { said: "un operatore".to_owned(), ..keys },
        Ok(names) => Sign { said: format!("{} operatori", names.len()), ..keys },
        Err(told) => keys.but(State::Wrong, told.message, told.hint),
    };
    vec![file, keys, health::room(dir), health::folder(dir)]
}

/// What the office says of itself.
fn inside(desk: &Desk) -> Result<Vec<Sign>> {
    let checked = desk.store().check_tables();
    let mut signs = vec![match checked {
        Ok(()) => Sign::fine("check", "controllo del file", "in ordine (tutto il resto: sportello verify)"),
        Err(told) => Sign::fine("check", "controllo del file", "").but(State::Wrong, told.message, told.hint),
    }];
    let Facts { schema, units, audit_lines, desk: code, .. } = desk.store().facts()?;
    let said =
        format!("schema {schema}, postazione {code}, salvataggi {units}, righe di registro {audit_lines}");
    signs.push(Sign::fine("inside", "contenuto del file", said));
    signs.push(day(desk)?);
    signs.extend(desk.health()?.into_iter().filter(|sign| sign.name != "check"));
    signs.push(folder_of_copies(desk)?);
    Ok(signs)
}

fn day(desk: &Desk) -> Result<Sign> {
    let said = match desk.store().read().closed_until()? {
        Some(day) => format!("l'ultimo chiuso e firmato è il {}", day.format("%d/%m/%Y")),
        None => "nessuno è ancora chiuso".to_owned(),
    };
    Ok(Sign::fine("day", "giorni del registro", said))
}

/// The copies that are there: they may be on a disk that is not connected.
fn folder_of_copies(desk: &Desk) -> Result<Sign> {
    let folder = desk.copies_folder()?;
    let sign = Sign::fine("copies_folder", "cartella delle copie", "");
    if !folder.is_dir() {
        // Its own folder is made with the first copy.
        let own = folder.starts_with(desk.store().dir());
        let said = format!("{} non c'è", folder.display());
        return Ok(if own {
            Sign { said: format!("{said} ancora"), ..sign }
        } else {
            sign.but(State::Wrong, format!("{said}."), "Controllare che il disco delle copie sia collegato.")
        });
    }
    Ok(match rotate::copies(&folder) {
        Ok(all) => {
            let newest =
                all.first().map(|copy| copy.manifest.at.format(", la più recente del %d/%m/%Y %H:%M"));
            let newest = newest.map(|said| said.to_string()).unwrap_or_default();
            Sign { said: format!("{}: {}{newest}", folder.display(), all.len()), ..sign }
        }
        Err(Fault { message, hint, .. }) => sign.but(State::Wrong, message, hint),
    })
}

fn one(sign: &Sign) -> One<'_> {
    let state = match sign.state {
        State::Fine => "fine",
        State::Attention => "attention",
        State::Wrong => "wrong",
    };
    One { sign: sign.name, state, said: &sign.said, hint: &sign.hint }
}

fn line(sign: &Sign) -> String {
    let mark = match sign.state {
        State::Fine => "[V]",
        State::Attention => "[!]",
        State::Wrong => "[X]",
    };
    let mut said = format!("{mark} {}", sign.label);
    if !sign.said.is_empty() {
        said.push_str(&format!(": {}", sign.said));
    }
    if !sign.hint.is_empty() {
        said.push_str(&format!("\n    {}", sign.hint));
    }
    said
}
