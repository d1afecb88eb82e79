//! `sportello show PERSON`: the record of one person.

use std::io::Write;

use super::args::{Global, ShowArgs};
use super::out;
use super::person;
use crate::cli::office::Act;
use crate::desk::{Answer, Query};
use crate::fault::{Fault, Result};

mod json;
mod text;

/// Prints the record.
///
/// # Errors
/// The office cannot be used, nobody has this code, the output cannot be
/// written.
pub fn run(args: &ShowArgs, global: &Global, to: &mut impl Write) -> Result<u8> {
    let mut session = global.open(Act::READ)?;
    let registrant = person::find(&session.desk, &args.person)?;
    let card = match args.at {
        Some(at) => match session.desk.ask(&session.by, &Query::PersonAt { registrant, at })? {
            Answer::PersonAt(stood) => stood.card,
            _ => return Err(Fault::internal("another answer")),
        },
        None => match session.desk.ask(&session.by, &Query::Person { registrant, reason: None })? {
            Answer::Person(card) => *card,
            _ => return Err(Fault::internal("another answer")),
        },
    };
    // Printed lists are read by others too (R-PRV-1).
    let card = card.masked("riservato");
    let day = args.at.map_or_else(|| session.desk.clock().today(), |at| at.date());
    if args.json {
        out::json_document(to, &json::Shown::of(&card, day, args.at))?;
    } else {
        if let Some(at) = args.at {
            out::text(to, &format!("COM'ERA IL {}\n", at.format("%d/%m/%Y ALLE %H:%M")))?;
        }
        let tables = session.desk.store().read().catalogue()?;
        let operators = session.desk.operators();
        out::text(to, &text::for_people(&card, &operators, &tables, day))?;
    }
    Ok(super::DONE)
}
