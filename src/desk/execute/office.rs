//! Setting up the office and its operators.

use super::Act;
use crate::desk::command::{OfficeSetUp, OperatorAdd};
use crate::domain::finding::{Level, Rule};
use crate::fault::Result;

const ALREADY: Rule = Rule {
    id: "R-UFF-1",
    level: Level::Block,
    reference: "un archivio, un ufficio",
    text: "L'ufficio è già impostato: {}.",
};
const CODE: Rule = Rule {
    id: "R-UFF-2",
    level: Level::Block,
    reference: "numeri dei documenti",
    text: "Il codice dell'ufficio è di tre lettere maiuscole, per esempio ESN: «{}» non va bene.",
};
const TAKEN: Rule = Rule {
    id: "R-UFF-3",
    level: Level::Block,
    reference: "R-PRV-7: utenze nominative",
    text: "C'è già un operatore «{}».",
};
const USERNAME: Rule = Rule {
    id: "R-UFF-4",
    level: Level::Block,
    reference: "R-PRV-7: utenze nominative",
    text: "Il nome utente ha da 2 a 32 lettere minuscole, cifre o punti: «{}» non va bene.",
};
const NAME: Rule = Rule {
    id: "R-UFF-5",
    level: Level::Block,
    reference: "R-CNV-1: chi eroga il servizio ha un nome",
    text: "Mancano nome e cognome dell'operatore.",
};

/// The first command of every file.
pub(super) fn set_up(act: &mut Act<'_, '_>, command: &OfficeSetUp) -> Result<()> {
    if let Some(office) = act.office {
        return act.refuse(ALREADY.found().with(&office.name));
    }
    let code = &command.office.code;
    if code.len() != 3 || !code.bytes().all(|b| b.is_ascii_uppercase()) {
        return act.refuse(CODE.at("office.code").with(code));
    }
    act.tx.insert(&command.office)?;
    act.touched("office", command.office.id.0);
    Ok(())
}

/// Adds somebody who works here; the password is given apart.
pub(super) fn add_operator(act: &mut Act<'_, '_>, command: &OperatorAdd) -> Result<()> {
    let operator = &command.operator;
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '.';
    if !(2..=32).contains(&operator.username.len()) || !operator.username.chars().all(fits) {
        return act.refuse(USERNAME.at("operator.username").with(&operator.username));
    }
    if operator.name.trim().is_empty() || operator.surname.trim().is_empty() {
        return act.refuse(NAME.at("operator.surname"));
    }
    if act.tx.operator_named(&operator.username)?.is_some() {
        return act.refuse(TAKEN.at("operator.username").with(&operator.username));
    }
    act.tx.insert(operator)?;
    act.touched("operator", operator.id.0);
    Ok(())
}
