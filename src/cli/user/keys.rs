//! `sportello user password`, `recovery`, `rotate`.

use std::fs;

use super::{named, no_passwords};
use crate::cli::args::{Global, UserPasswordArgs, UserRecoveryArgs};
use crate::cli::out::tell;
use crate::cli::password;
use crate::clock::Clock;
use crate::desk::opening;
use crate::desk::staff::{self, Shown};
use crate::documents::put::{Old, put};
use crate::documents::{RecoverySheet, TextSize, flow, recovery_sheet};
use crate::domain::office::Operator;
use crate::fault::{Fault, Result};
use crate::store::keys::{KEYS_FILE, RecoveryCode};

/// One's own password, or a first one for another.
///
/// # Errors
/// As [`super::run`].
pub fn password(args: &UserPasswordArgs, global: &Global) -> Result<u8> {
    let (mut session, own) = global.open_changing()?;
    if session.throwaway {
        return Err(no_passwords());
    }
    let shown = Shown { by: &session.by, password: &own };
    match &args.username {
        Some(username) if username.trim().to_lowercase() != session.by => {
            let who = named(&session, username)?;
            let first = password::new_of(&who.username)?;
            session.desk.give_password(shown, &who.username, &first)?;
            tell(&format!("«{}» ha una password nuova: la cambierà al primo accesso.", who.username));
        }
        _ => {
            let new = password::new_of(&session.by)?;
            session.desk.change_password(shown, &new)?;
            tell("Password cambiata.");
        }
    }
    Ok(crate::cli::DONE)
}

/// A new password with the sheet of the safe.
///
/// # Errors
/// As [`super::run`].
pub fn recover(args: &UserPasswordArgs, global: &Global) -> Result<u8> {
    let dir = global.dir()?;
    opening::is_founded(&dir)?;
    if opening::is_throwaway(&dir)? {
        return Err(no_passwords());
    }
    let named = args.username.as_deref().or(global.user.as_deref());
    let username = named.ok_or_else(|| {
        Fault::usage("Di chi è la password da cambiare?").hint("sportello user password NOME --recovery")
    })?;
    let code = RecoveryCode::read(&password::recovery()?)?;
    let new = password::new_of(username)?;
    staff::recover(&dir, &code, username, &new, Clock::System)?;
    tell("Password cambiata. La chiave di recupero vale ancora: rimettere il foglio in cassaforte.");
    Ok(crate::cli::DONE)
}

/// A new recovery key, on paper.
///
/// # Errors
/// As [`super::run`].
pub fn recovery(args: &UserRecoveryArgs, global: &Global) -> Result<u8> {
    let (mut session, own) = global.open_showing()?;
    let code = session.desk.draw_recovery(&session.by)?;
    let at = session.desk.clock().now();
    let office =
        session.desk.office().map(|o| format!("{} - Centro per l'impiego di {}", o.body_name, o.name));
    let by = session.desk.operator(&session.by).map(Operator::full_name).unwrap_or_default();
    let sheet = RecoverySheet { office: office.unwrap_or_default(), at, by };
    let content = recovery_sheet(&sheet, &code.groups());
    let pdf = flow::flow(&content, TextSize::Normal)?.pdf(at)?;
    // On paper first: until then the one before holds.
    put(&args.output, &pdf.bytes, Old::Kept)?;
    session.desk.set_recovery(Shown { by: &session.by, password: &own }, &code)?;
    tell(&format!(
        "La chiave di recupero è in {}: stamparla, metterla in cassaforte e cancellare il file. \
         Quella di prima, se c'era, non vale più.",
        args.output.display()
    ));
    Ok(crate::cli::DONE)
}

/// A new key for the data.
///
/// # Errors
/// As [`super::run`].
pub fn rotate(global: &Global) -> Result<u8> {
    let dir = global.dir()?;
    let (session, own) = global.open_showing()?;
    let hour = session.desk.clock().now().format("%Y%m%d-%H%M%S").to_string();
    let (by, desk) = (session.by, session.desk);
    // Readable by whoever reads the one it is a copy of.
    let aside = dir.join(format!("office.prima-{hour}.keys"));
    fs::copy(dir.join(KEYS_FILE), &aside).map_err(kept)?;
    if let Err(told) = desk.change_key(Shown { by: &by, password: &own }) {
        // As it was: nothing to be kept.
        let _ = fs::remove_file(&aside);
        return Err(told);
    }
    tell("La chiave dei dati è cambiata. Le password e la chiave di recupero restano quelle.");
    tell(&format!(
        "Le copie di sicurezza fatte finora si aprono solo con le chiavi di prima, messe in {}: \
         conservarle insieme a quelle copie e toglierle da questa cartella.",
        aside.display()
    ));
    Ok(crate::cli::DONE)
}

fn kept(e: std::io::Error) -> Fault {
    Fault::office("Le chiavi di prima non si possono mettere da parte: la chiave non è stata cambiata.")
        .hint("Controllare la cartella e il disco.")
        .cause(e)
}
