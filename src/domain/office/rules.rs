//! What an office and an operator must have to be written down.

use super::{Office, Operator};
use crate::domain::finding::{Finding, Level, Rule};

/// A code that is not three capitals.
pub const CODE: Rule = Rule {
    id: "R-UFF-2",
    level: Level::Block,
    reference: "numeri dei documenti",
    text: "Il codice dell'ufficio è di tre lettere maiuscole, per esempio ESN: «{}» non va bene.",
};
/// A user name of another shape.
pub const USERNAME: Rule = Rule {
    id: "R-UFF-4",
    level: Level::Block,
    reference: "R-PRV-7: utenze nominative",
    text: "Il nome utente ha da 2 a 32 lettere minuscole, cifre o punti: «{}» non va bene.",
};
/// Nobody has no name.
pub const NAME: Rule = Rule {
    id: "R-UFF-5",
    level: Level::Block,
    reference: "R-CNV-1: chi eroga il servizio ha un nome",
    text: "Mancano nome e cognome dell'operatore.",
};

/// The office is set up once.
pub const ALREADY: Rule = Rule {
    id: "R-UFF-1",
    level: Level::Block,
    reference: "un archivio, un ufficio",
    text: "L'ufficio è già impostato: {}.",
};
/// Two operators of one name.
pub const TAKEN: Rule = Rule {
    id: "R-UFF-3",
    level: Level::Block,
    reference: "R-PRV-7: utenze nominative",
    text: "C'è già un operatore «{}».",
};

/// Nobody could look after the operators any more.
pub const LAST_ADMINISTRATOR: Rule = Rule {
    id: "R-UFF-12",
    level: Level::Block,
    reference: "R-PRV-7: amministratori",
    text: "È l'ultimo amministratore dell'ufficio: prima se ne nomina un altro.",
};
/// One cannot put oneself out, nor give oneself another role.
pub const ONESELF: Rule = Rule {
    id: "R-UFF-13",
    level: Level::Block,
    reference: "R-PRV-7: amministratori",
    text: "Nessuno disabilita sé stesso né si cambia il ruolo: lo fa un altro amministratore.",
};
/// Disabled twice.
pub const DISABLED: Rule = Rule {
    id: "R-UFF-14",
    level: Level::Block,
    reference: "R-PRV-7: utenze nominative",
    text: "{} è già disabilitato dal {}.",
};
/// Enabled twice.
pub const ENABLED: Rule = Rule {
    id: "R-UFF-15",
    level: Level::Block,
    reference: "R-PRV-7: utenze nominative",
    text: "{} non è disabilitato.",
};

/// What stops an office from being set up; fields as in the command.
#[must_use]
pub fn office(office: &Office) -> Option<Finding> {
    let code = &office.code;
    let fits = code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase());
    (!fits).then(|| CODE.at("office.code").with(code))
}

/// What stops an operator from being added; fields as in the command.
#[must_use]
pub fn operator(operator: &Operator) -> Option<Finding> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '.';
    if !(2..=32).contains(&operator.username.len()) || !operator.username.chars().all(fits) {
        return Some(USERNAME.at("operator.username").with(&operator.username));
    }
    let named = !operator.name.trim().is_empty() && !operator.surname.trim().is_empty();
    (!named).then(|| NAME.at("operator.surname"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_capitals_and_a_plain_user_name() {
        let of = |code: &str| office(&Office { code: code.into(), ..Office::default() });
        assert_eq!(of("ESN"), None);
        for code in ["", "ES", "ESNX", "esn", "ÈSN", "E1N"] {
            assert!(of(code).is_some_and(|f| f.field.as_deref() == Some("office.code")), "{code}");
        }
        let named = |username: &str, surname: &str| {
            let who = Operator {
                username: username.into(),
                name: "Anna".into(),
                surname: surname.into(),
                ..Operator::default()
            };
            operator(&who).and_then(|f| f.field)
        };
        assert_eq!(named("a.bianchi2", "Bianchi"), None);
        assert_eq!(named("Bianchi", "Bianchi").as_deref(), Some("operator.username"));
        assert_eq!(named("b", "Bianchi").as_deref(), Some("operator.username"));
        assert_eq!(named("bianchi", " ").as_deref(), Some("operator.surname"));
    }
}
