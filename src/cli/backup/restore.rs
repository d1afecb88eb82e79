//! `sportello restore`: a copy put back, and what was there kept.

use std::io::Write;

use super::args::RestoreArgs;
use super::counted;
use crate::cli::DONE;
use crate::cli::args::Global;
use crate::cli::out::text;
use crate::cli::password;
use crate::desk::{opening, restore};
use crate::fault::{Fault, Result};
use crate::store::restore::{Present, Stage, Weighed};

/// Tries the copy, says from when it is and what would be lost; with `--yes`
/// puts it in place.
///
/// # Errors
/// The copy cannot be used, the operator may not, the office is open elsewhere, `--yes` is missing:
/// nothing is touched then.
pub fn run(args: &RestoreArgs, global: &Global, out: &mut impl Write) -> Result<u8> {
    let target = args.dir.clone().map_or_else(|| global.dir(), Ok)?;
    let stage = Stage::prepare(&args.file, &target)?;
    let names = restore::usernames(&stage)?;
    let real = !names.is_empty();
    if real && global.now.is_some() {
        return Err(crate::cli::office::own_time());
    }
    let (by, key) = if real {
        let by = global.who(&names)?;
        let password = password::of(&by)?;
        let key = restore::unlock(&stage, Some((&by, &password)), global.clock().now())?;
        if opening::must_change(stage.keys(), &by)? {
            return Err(crate::cli::office::must_change());
        }
        (by, key)
    } else {
        (global.user.clone().unwrap_or_default(), restore::unlock(&stage, None, global.clock().now())?)
    };
    let stage = restore::permit(stage, &key, &by, global.clock())?;
    let weighed = stage.weigh(&key)?;
    text(out, &told(&stage, &weighed))?;
    if args.dry_run {
        text(out, "Prova: non è stato toccato nulla.")?;
        return Ok(DONE);
    }
    if !args.yes {
        return Err(Fault::usage("Non è stato toccato nulla.").hint("Per ripristinare ripetere con --yes."));
    }
    let aside = restore::put(stage, &key, &weighed, &by, global.clock())?;
    text(out, "Ripristinato: l'ufficio è com'era nella copia.")?;
    if let Some(dir) = aside {
        text(out, &format!("Quello che c'era è stato tenuto: {}", dir.display()))?;
    }
    Ok(DONE)
}

fn told(stage: &Stage, weighed: &Weighed) -> String {
    let manifest = stage.manifest();
    let (units, lines) = (manifest.facts.units, manifest.facts.audit_lines);
    let copy = format!(
        "Copia del {} della postazione {}: {}. È intera e si apre.",
        manifest.at.format("%d/%m/%Y alle %H:%M"),
        manifest.facts.desk,
        counted(units, lines)
    );
    let lost = counted(weighed.lost_units, weighed.lost_lines);
    let present = match &weighed.present {
        Present::Nothing => "Nella cartella non c'è un ufficio: non si perde nulla.".to_owned(),
        Present::Unreadable => "Il file che c'è ora non si legge: che cosa si perde non si può dire. Dopo, \
             controllare i numeri dei documenti emessi dopo la copia."
            .to_owned(),
        Present::Office { follows: false, .. } => {
            format!("Copia e ufficio sono andati per strade diverse. In più nell'ufficio: almeno {lost}.")
        }
        Present::Office { .. } if weighed.lost_units + weighed.lost_lines == 0 => {
            "L'ufficio di ora non ha nulla che non sia nella copia.".to_owned()
        }
        Present::Office { .. } => {
            format!("L'ufficio è andato avanti. Si perderebbero: {lost}.")
        }
    };
    format!("{copy}\n{present}")
}
