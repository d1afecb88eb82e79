//! What the rules want of the content of a convocation (R-CNV-2, 3, 4, 13),
//! with what the tables know.

use chrono::NaiveDate;

use crate::domain::appointment::convocation::{self, ConvocationFacts};
use crate::domain::appointment::{Convocation, ConvocationChannel};
use crate::domain::did::{Benefit, Did};
use crate::domain::finding::Finding;
use crate::domain::parameters::InPerson;
use crate::tables::catalogue::Catalogue;
use crate::tables::special_words;

/// What the rules say of what a convocation says.
#[must_use]
pub(super) fn findings(
    tables: &Catalogue,
    convocation: &Convocation,
    channel: Option<ConvocationChannel>,
    did: Option<&Did>,
    today: NaiveDate,
) -> Vec<Finding> {
    let rows = tables.benefits().rows().iter();
    // "Mobilità" is an ordinary word too.
    let named = rows.filter(|row| !matches!(row.code.as_str(), "none" | "mobility"));
    let benefits: Vec<&str> = named.flat_map(|row| row.label.split(", ")).collect();
    convocation::check(&ConvocationFacts {
        convocation,
        channel,
        in_person_for: in_person_for(tables, did, today),
        benefits: &benefits,
        health: &special_words::all().health,
    })
}

/// The benefit for which a person is convened in person (R-CNV-4).
#[must_use]
pub(super) fn in_person_for(tables: &Catalogue, did: Option<&Did>, today: NaiveDate) -> Option<&'static str> {
    let benefit = did?.benefit;
    let held = match tables.parameters(today).convocation.in_person_benefits {
        InPerson::AdiSfl => benefit.is_inclusion(),
        InPerson::Adi => benefit == Benefit::Adi,
        InPerson::Sfl => benefit == Benefit::Sfl,
        InPerson::Nobody => false,
    };
    held.then(|| benefit.label())
}
