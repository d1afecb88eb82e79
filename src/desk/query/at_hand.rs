//! Who is at hand when somebody searches: today's agenda and who was opened.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::found::{FoundRow, did_of};
use crate::domain::ids::{OperatorId, RegistrantId};
use crate::domain::registrant::Registrant;
use crate::fault::Result;
use crate::store::Read;
use crate::store::search::{Hit, Reason};

/// How many of those opened are shown.
const SHOWN: u32 = 12;

/// A person opened on the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Who, as a search shows them.
    pub row: FoundRow,
    /// When last.
    pub at: NaiveDateTime,
}

/// The people an operator needs no search, and no reason, for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AtHand {
    /// In the operator's agenda of the day.
    pub expected: Vec<RegistrantId>,
    /// Opened on the day, the newest first.
    pub opened: Vec<Opened>,
}

impl AtHand {
    /// Reads them.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(read: &Read<'_>, operator: OperatorId, day: NaiveDate) -> Result<Self> {
        let appointments = read.appointments_between(day, day, Some(operator))?;
        let midnight = day.and_time(NaiveTime::MIN);
        let opened = read.opened_by(operator, midnight, SHOWN)?;
        let opened = opened.into_iter().map(|(id, at)| {
            let person: Registrant = read.need(id.0)?;
            let hit = Hit {
                registrant: id,
                surname: person.surname,
                name: person.name,
                birth_date: person.birth_date,
                fiscal_code: person.fiscal_code,
                reason: Reason::Name,
                matched: String::new(),
            };
            Ok(Opened { row: FoundRow { hit, did: did_of(read, id)?, namesake: false }, at })
        });
        Ok(Self {
            expected: appointments.into_iter().map(|appointment| appointment.registrant).collect(),
            opened: opened.collect::<Result<_>>()?,
        })
    }

    /// Is there a reason to open this person already?
    #[must_use]
    pub fn knows(&self, person: RegistrantId) -> bool {
        self.expected.contains(&person)
            || self.opened.iter().any(|opened| opened.row.hit.registrant == person)
    }
}
