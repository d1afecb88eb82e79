//! The records the clocks are computed from, for a stretch of people.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::domain::ids::RegistrantId;
use crate::domain::psp::{Measure, SearchAct};
use crate::domain::radar::Facts;
use crate::domain::registrant::Registrant;
use crate::fault::Result;
use crate::store::derived::{Columns, Owner, Watched};
use crate::store::records::Record;
use crate::store::write::Read;

/// What a clock asks of a person's own data; the rest of it, a telephone, an
/// address, moves no term.
const ASKED: &[&str] = &["citizenship", "permit_expires_on", "permit_renewal", "id_doc_expires_on"];

/// What is read here, so that nothing changes without being seen.
pub(super) const WATCHED: &[Watched] = &[
    Watched { table: "registrant", columns: Columns::Named(ASKED), owner: Owner::Itself },
    whole("did", Owner::Registrant),
    whole("psp_version", Owner::Registrant),
    whole("measure", Owner::Version),
    whole("search_act", Owner::Version),
    whole("appointment", Owner::Registrant),
    whole("activity", Owner::Registrant),
    whole("assessment", Owner::Registrant),
    whole("employment", Owner::Registrant),
    whole("income_declaration", Owner::Registrant),
    whole("conditionality_case", Owner::Registrant),
    whole("pad", Owner::Registrant),
    whole("miattivo", Owner::Registrant),
    whole("signing", Owner::Registrant),
    whole("targeted_application", Owner::Registrant),
    whole("office_row", Owner::Everybody),
    Watched { table: "office", columns: Columns::Named(&["region"]), owner: Owner::Everybody },
];

const fn whole(table: &'static str, owner: Owner) -> Watched {
    Watched { table, columns: Columns::All, owner }
}

/// The facts of everybody from one person to another, both included, in the
/// order of their ids.
pub(super) fn of(read: Read<'_>, from: RegistrantId, to: RegistrantId) -> Result<Vec<Facts>> {
    let range = [blob(from.0), blob(to.0)];
    let people: Vec<Registrant> = read.list("WHERE id BETWEEN ?1 AND ?2 ORDER BY id", range.clone())?;
    let mut found: BTreeMap<RegistrantId, Facts> =
        people.into_iter().map(|person| (person.id, Facts { person, ..Facts::default() })).collect();
    macro_rules! gather {
        ($($field:ident),+) => {$(
            for record in all(read, &range)? {
                let owner: RegistrantId = Owned::owner(&record);
                if let Some(facts) = found.get_mut(&owner) {
                    facts.$field.push(record);
                }
            }
        )+};
    }
    gather!(
        dids,
        versions,
        appointments,
        activities,
        assessments,
        employments,
        incomes,
        cases,
        pads,
        registrations,
        signings,
        targeted
    );
    for facts in found.values_mut() {
        if let Some(version) = facts.in_force().map(|version| blob(version.id.0)) {
            facts.measures = rows::<Measure>(read, &version)?;
            facts.search_acts = rows::<SearchAct>(read, &version)?;
        }
    }
    Ok(found.into_values().collect())
}

/// A record with column `registrant`.
trait Owned: Record {
    fn owner(&self) -> RegistrantId;
}

macro_rules! owned {
    ($($record:path),+ $(,)?) => {$(
        impl Owned for $record {
            fn owner(&self) -> RegistrantId {
                self.registrant
            }
        }
    )+};
}

owned!(
    crate::domain::did::Did,
    crate::domain::psp::PspVersion,
    crate::domain::appointment::Appointment,
    crate::domain::activity::Activity,
    crate::domain::assessment::Assessment,
    crate::domain::employment::Employment,
    crate::domain::employment::IncomeDeclaration,
    crate::domain::conditionality::ConditionalityCase,
    crate::domain::pad::Pad,
    crate::domain::miattivo::MiAttivo,
    crate::domain::signing::Signing,
    crate::domain::placement::TargetedApplication,
);

fn all<T: Owned>(read: Read<'_>, range: &[Vec<u8>; 2]) -> Result<Vec<T>> {
    read.list("WHERE registrant BETWEEN ?1 AND ?2 ORDER BY registrant, id", range.clone())
}

fn rows<T: Record>(read: Read<'_>, version: &[u8]) -> Result<Vec<T>> {
    read.list("WHERE version = ?1 AND removed = 0 ORDER BY position, id", [version])
}

fn blob(id: Uuid) -> Vec<u8> {
    id.into_bytes().to_vec()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use serde_json::Value;

    use super::*;
    use crate::domain::did::Did;
    use crate::store::radar::Tables;

    /// No other field of a person moves a clock; each of these does.
    #[test]
    fn a_person_is_watched_where_clocks_ask() {
        let day = NaiveDate::from_ymd_opt(2026, 12, 1);
        let person = Registrant {
            citizenship: "UKR".into(),
            permit_expires_on: day,
            id_doc_expires_on: day,
            ..Registrant::default()
        };
        let did = Did::default();
        let tables = Tables { catalogue: crate::tables::catalogue::embedded().clone() };
        let clocks =
            |person| tables.clocks(Some(&Facts { person, dids: vec![did.clone()], ..Facts::default() }));
        let before = clocks(person.clone());
        let Value::Object(fields) = serde_json::to_value(&person).unwrap() else { panic!() };
        let others = [Value::Null, true.into(), 7.into(), "ITA".into(), "2027-03-04".into(), "F".into()];
        let mut moving: Vec<&str> = Vec::new();
        for (name, value) in &fields {
            let mut moved = false;
            for other in others.iter().filter(|other| *other != value && name != "id") {
                let mut fields = fields.clone();
                fields.insert(name.clone(), other.clone());
                let changed = serde_json::from_value::<Registrant>(Value::Object(fields));
                moved |= changed.is_ok_and(|changed| clocks(changed) != before);
            }
            moving.extend(moved.then_some(name.as_str()));
        }
        moving.sort_unstable();
        let mut asked = ASKED.to_vec();
        asked.sort_unstable();
        assert_eq!(moving, asked);
    }
}
