//! `PERSON` of the contract: a fiscal code or an id.

use uuid::Uuid;

use super::out::shown;
use crate::desk::Desk;
use crate::domain::fiscal_code::FiscalCode;
use crate::domain::ids::RegistrantId;
use crate::domain::registrant::Registrant;
use crate::fault::{Fault, Result};

/// Who is meant.
///
/// # Errors
/// Nobody has this code or id; more than one record has the code.
pub fn find(desk: &Desk, text: &str) -> Result<RegistrantId> {
    let read = desk.store().read();
    let none = || {
        Fault::usage(format!("In questo archivio non c'è nessuno con «{}».", shown(text)))
            .hint("Si può cercare con «sportello find».")
    };
    if let Ok(id) = text.trim().parse::<Uuid>() {
        return read.get::<Registrant>(id)?.map(|person| person.id).ok_or_else(none);
    }
    // A code that does not hold may still be in a record that came from outside.
    let code = FiscalCode::parse(text).map_or_else(
        |_| text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase(),
        |code| code.to_string(),
    );
    match read.registrants_with_code(&code)?.as_slice() {
        [] => Err(none()),
        [one] => Ok(one.id),
        more => {
            let ids: Vec<String> = more.iter().map(|person| person.id.to_string()).collect();
            Err(Fault::usage(
                "Più schede hanno questo codice fiscale: forse una persona registrata due volte.",
            )
            .hint(format!("Aprirle una per volta, con l'identificativo: {}.", ids.join(", "))))
        }
    }
}
