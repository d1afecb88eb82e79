//! Everything the shared tables hold of one person, as it is recorded.

use serde_json::Value;

use super::records::Record;
use super::write::Read;
use crate::domain::activity::Activity;
use crate::domain::appointment::Appointment;
use crate::domain::assessment::Assessment;
use crate::domain::conditionality::ConditionalityCase;
use crate::domain::did::Did;
use crate::domain::document::{Document, Reserved};
use crate::domain::employment::{Employment, IncomeDeclaration};
use crate::domain::event::{AcceptedWarning, PrivacyNotice, StateEvent};
use crate::domain::ids::RegistrantId;
use crate::domain::miattivo::MiAttivo;
use crate::domain::pad::Pad;
use crate::domain::placement::{TargetedApplication, TargetedCard};
use crate::domain::psp::{Measure, PspVersion, SearchAct};
use crate::domain::registrant::Registrant;
use crate::domain::restriction::Restriction;
use crate::domain::signing::Signing;
use crate::fault::{Fault, Result};

/// Shared tables without anything of the people served, with why.
pub const NOT_OF_PEOPLE: &[(&str, &str)] = &[
    ("office", "dati dell'ufficio"),
    ("operator", "dati di chi lavora all'ufficio"),
    ("office_hours", "orari dell'ufficio"),
    ("office_closure", "chiusure dell'ufficio"),
    ("operator_absence", "assenze di chi lavora all'ufficio"),
    ("office_row", "tabelle e modelli dell'ufficio"),
];

/// Records of a table, the oldest first.
pub type Part = (&'static str, Vec<Value>);

const OF_PERSON: &str = "WHERE registrant = ?1 ORDER BY id";
const OF_PACT: &str = "WHERE version IN (SELECT id FROM psp_version WHERE registrant = ?1) ORDER BY id";

impl Read<'_> {
    /// Every record of a person, table by table, the empty ones too.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn everything_of(&self, registrant: RegistrantId) -> Result<Vec<Part>> {
        macro_rules! parts {
            ($($record:ty => $clause:expr),+ $(,)?) => { vec![$(self.part::<$record>($clause, registrant)?),+] };
        }
        Ok(parts![
            Registrant => "WHERE id = ?1",
            PrivacyNotice => OF_PERSON,
            Restriction => OF_PERSON,
            Did => OF_PERSON,
            Employment => OF_PERSON,
            IncomeDeclaration => OF_PERSON,
            Assessment => OF_PERSON,
            PspVersion => OF_PERSON,
            Measure => OF_PACT,
            SearchAct => OF_PACT,
            Signing => OF_PERSON,
            Appointment => OF_PERSON,
            Activity => OF_PERSON,
            ConditionalityCase => OF_PERSON,
            MiAttivo => OF_PERSON,
            Pad => OF_PERSON,
            TargetedApplication => OF_PERSON,
            TargetedCard => OF_PERSON,
            Document => OF_PERSON,
            Reserved => OF_PERSON,
            StateEvent => OF_PERSON,
            AcceptedWarning => OF_PERSON,
        ])
    }

    fn part<T: Record>(&self, clause: &str, registrant: RegistrantId) -> Result<Part> {
        let records = self.list::<T>(clause, [registrant.0.into_bytes().to_vec()])?;
        let values = records.iter().map(serde_json::to_value).collect::<std::result::Result<Vec<Value>, _>>();
        Ok((T::TABLE, values.map_err(Fault::internal)?))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::store::open::{Options, tests::office};
    use crate::store::schema::SYNCED_TABLES;

    /// A table with a way to a person is exported; one that is not says why.
    #[test]
    fn every_shared_table_is_exported_or_says_why_not() {
        let (_dir, store, _) = office(Options { throwaway: true, ..Options::default() });
        let exported: BTreeSet<&str> = store
            .read()
            .everything_of(RegistrantId::default())
            .unwrap()
            .into_iter()
            .map(|part| part.0)
            .collect();
        let not: BTreeSet<&str> = NOT_OF_PEOPLE.iter().map(|(table, _)| *table).collect();
        assert!(exported.is_disjoint(&not));
        let all: BTreeSet<&str> = SYNCED_TABLES.iter().copied().collect();
        assert_eq!(exported.union(&not).copied().collect::<BTreeSet<_>>(), all);

        // Whoever leads to a person, directly or by another, is not in the list
        // of those that do not.
        let mut of_people = BTreeSet::from(["registrant".to_owned()]);
        loop {
            let before = of_people.len();
            for table in SYNCED_TABLES {
                let sql = "SELECT \"table\" FROM pragma_foreign_key_list(?1)";
                let leads: Vec<String> = store.read().all(sql, [table], |row| row.get(0)).unwrap();
                if leads.iter().any(|to| of_people.contains(to)) {
                    of_people.insert((*table).to_owned());
                }
            }
            if of_people.len() == before {
                break;
            }
        }
        assert_eq!(of_people, exported.iter().map(|table| (*table).to_owned()).collect());
    }
}
