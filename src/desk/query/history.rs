//! The past of a person: what was saved, and the record as it stood.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;

use super::card::PersonCard;
use crate::desk::past::{self, Head};
use crate::domain::history::{Reach, RowChange};
use crate::domain::ids::{RegistrantId, UnitId};
use crate::fault::{Fault, Result};
use crate::store::{Read, Store};

/// A save: a command that was accepted, with what it changed in this person's
/// records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Save {
    /// Its id.
    pub unit: UnitId,
    /// When.
    pub at: NaiveDateTime,
    /// Username of who.
    pub by: String,
    /// Code of the desk.
    pub desk: String,
    /// Name of the command.
    pub command: String,
    /// The save it undid.
    pub undoes: Option<UnitId>,
    /// The save that undid it.
    pub undone_by: Option<UnitId>,
    /// What it changed, row by row.
    pub rows: Vec<RowChange>,
}

/// All that was saved on the record of a person, the newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// Whose.
    pub registrant: RegistrantId,
    /// How far back it goes.
    pub reach: Reach,
    /// What was saved.
    pub saves: Vec<Save>,
    /// Who works here: the name shown, by username.
    pub authors: BTreeMap<String, String>,
    /// What records are called where another one leads to them: operators by
    /// name, documents by number.
    pub names: BTreeMap<String, String>,
}

impl History {
    /// Reads it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(read: &Read<'_>, registrant: RegistrantId) -> Result<Self> {
        let units = read.units_of(registrant.0)?;
        let heads: Vec<(UnitId, Head)> = units.iter().map(|unit| (unit.id, Head::of(unit))).collect();
        let undone = past::undone(&heads);
        let mut saves = Vec::with_capacity(units.len());
        for (unit, (_, head)) in units.into_iter().zip(heads) {
            saves.push(Save {
                unit: unit.id,
                at: unit.at,
                by: head.by,
                desk: unit.desk,
                command: head.name,
                undoes: head.undoes,
                undone_by: undone.get(&unit.id).copied(),
                rows: unit.rows,
            });
        }
        let operators = read.operators()?;
        let mut names: BTreeMap<String, String> =
            operators.iter().map(|who| (who.id.to_string(), who.short_name())).collect();
        let documents = read.documents_of(registrant)?.into_iter();
        names.extend(documents.map(|document| (document.id.to_string(), document.number)));
        let authors = operators.into_iter().map(|who| (who.username.clone(), who.short_name())).collect();
        Ok(Self { registrant, reach: read.reach()?, saves, authors, names })
    }

    /// The last save of an operator that still stands: what «undo» means to
    /// them. An undoing is no save of its own here.
    #[must_use]
    pub fn last_of(&self, username: &str) -> Option<&Save> {
        self.saves
            .iter()
            .find(|save| save.by == username && save.undone_by.is_none() && save.undoes.is_none())
    }
}

/// The record of a person as it stood.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonAt {
    /// When.
    pub at: NaiveDateTime,
    /// As it stood.
    pub card: PersonCard,
}

impl PersonAt {
    /// Reads it.
    ///
    /// # Errors
    /// A usage fault when the person was not registered yet, or what is
    /// recorded does not reach back so far.
    pub fn read(store: &mut Store, registrant: RegistrantId, at: NaiveDateTime) -> Result<Self> {
        let reach = store.read().reach()?;
        if !reach.covers(at) {
            let from = match reach {
                Reach::From(first) => format!("comincia il {}", first.format("%d/%m/%Y alle %H:%M")),
                Reach::Whole | Reach::Nowhere => "non è ancora cominciata".to_owned(),
            };
            return Err(Fault::usage(format!("La storia di questo archivio {from}: di prima non si sa."))
                .hint("Indicare un'ora successiva."));
        }
        let card = store.as_it_stood(registrant.0, at, |read| {
            let there = read.get::<crate::domain::registrant::Registrant>(registrant.0)?.is_some();
            there.then(|| PersonCard::read(read, registrant, at.date())).transpose()
        })?;
        let card = card.ok_or_else(|| {
            let when = at.format("%d/%m/%Y alle %H:%M");
            Fault::usage(format!("Il {when} questa persona non aveva ancora una scheda."))
                .hint("Indicare un'ora successiva alla sua registrazione.")
        })?;
        Ok(Self { at, card })
    }
}
