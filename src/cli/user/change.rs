//! `sportello user add`, `edit`, `disable`, `enable`.

use super::{ended, named};
use crate::cli::args::{Global, UserAddArgs, UserEditArgs, UserFields};
use crate::cli::office::Act;
use crate::cli::office::Session;
use crate::cli::password::{self, Password};
use crate::desk::Command;
use crate::desk::command::OperatorEdit;
use crate::desk::staff::Shown;
use crate::domain::edit::between;
use crate::domain::office::Operator;
use crate::fault::{Fault, Result};

/// Adds somebody.
///
/// # Errors
/// As [`super::run`].
pub fn add(args: &UserAddArgs, global: &Global) -> Result<u8> {
    let (mut session, own) = global.open_showing()?;
    let mut operator = Operator {
        username: args.username.trim().to_lowercase(),
        surname: args.surname.trim().to_owned(),
        name: args.name.trim().to_owned(),
        ..Operator::default()
    };
    put(&mut operator, &args.fields);
    let first = first_password(&session, &operator.username)?;
    let shown = Shown { by: &session.by, password: &own };
    let done = format!("Aggiunto «{}», {}.", operator.username, operator.role.label());
    let outcome = session.desk.add_operator(shown, operator, &first)?;
    Ok(ended(&outcome, &done))
}

/// Changes what is known of somebody.
///
/// # Errors
/// As [`super::run`].
pub fn edit(args: &UserEditArgs, global: &Global) -> Result<u8> {
    let mut session = global.open(Act::PLAIN)?;
    let before = named(&session, &args.username)?;
    let mut after = before.clone();
    put(&mut after, &args.fields);
    let text = |given: &Option<String>, field: &mut String| {
        if let Some(given) = given {
            given.trim().clone_into(field);
        }
    };
    text(&args.surname, &mut after.surname);
    text(&args.name, &mut after.name);
    let edits = between(&before, &after);
    if edits.is_empty() {
        return Err(
            Fault::usage("Non c'è niente da cambiare.").hint("Indicare --role, --siul o un altro campo.")
        );
    }
    let command = Command::OperatorEdit(OperatorEdit { operator: before.id, edits });
    let outcome = session.desk.act(&session.by, command)?;
    Ok(ended(&outcome, &format!("Cambiato «{}», {}.", after.username, after.role.label())))
}

/// Puts somebody out.
///
/// # Errors
/// As [`super::run`].
pub fn disable(username: &str, global: &Global) -> Result<u8> {
    let mut session = global.open(Act::PLAIN)?;
    let who = named(&session, username)?;
    let outcome = session.desk.disable_operator(&session.by, who.id)?;
    Ok(ended(&outcome, &format!("Disabilitato «{}»: da ora non accede.", who.username)))
}

/// Takes somebody back.
///
/// # Errors
/// As [`super::run`].
pub fn enable(username: &str, global: &Global) -> Result<u8> {
    let (mut session, own) = global.open_showing()?;
    let who = named(&session, username)?;
    let first = first_password(&session, &who.username)?;
    let shown = Shown { by: &session.by, password: &own };
    let outcome = session.desk.enable_operator(shown, who.id, &first)?;
    Ok(ended(&outcome, &format!("Riabilitato «{}».", who.username)))
}

/// The first password of somebody; none where there are none.
fn first_password(session: &Session, username: &str) -> Result<Password> {
    if session.throwaway { Ok(Password::default()) } else { password::new_of(username) }
}

fn put(operator: &mut Operator, given: &UserFields) {
    if let Some(role) = given.role {
        operator.role = role;
    }
    let fields = [
        (&given.siul, &mut operator.siul_user),
        (&given.phone, &mut operator.phone),
        (&given.email, &mut operator.email),
        (&given.room, &mut operator.room),
    ];
    for (given, field) in fields {
        if let Some(given) = given {
            given.trim().clone_into(field);
        }
    }
}
