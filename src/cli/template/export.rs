//! `sportello template export`.

use std::io::Write;

use super::named;
use crate::cli::DONE;
use crate::cli::args::{Global, TemplateExportArgs};
use crate::cli::office::Act;
use crate::cli::out::{tell, unwritable};
use crate::documents::put::{Old, put};
use crate::fault::Result;

/// Writes the template in force today, or the one of the program, as it can
/// be loaded again.
///
/// # Errors
/// No such template, the office cannot be used, the file cannot be written.
pub fn run(args: &TemplateExportArgs, global: &Global, out: &mut impl Write) -> Result<u8> {
    let shipped = named(&args.name)?;
    let own = if args.shipped {
        None
    } else {
        let session = global.open(Act::PLAIN)?;
        let today = session.desk.clock().today();
        session.desk.law()?.catalogue().stationery(today).template(shipped.name).map(ToOwned::to_owned)
    };
    let whose = if own.is_some() { "dell'ufficio" } else { "del programma" };
    let text = own.as_deref().unwrap_or(shipped.text);
    match &args.output {
        Some(path) => {
            put(path, text.as_bytes(), Old::Replaced)?;
            tell(&format!("Scritto il modello «{}» {whose}.", shipped.name));
        }
        None => out.write_all(text.as_bytes()).map_err(unwritable)?,
    }
    Ok(DONE)
}
