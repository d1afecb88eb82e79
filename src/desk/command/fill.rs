//! Ids of new records, filled before the command runs.

use chrono::NaiveDateTime;
use rand::rngs::StdRng;
use rand::{RngCore, SeedableRng};
use uuid::{Builder, Uuid};

use super::Command;

/// Makes UUIDv7 ids: the hour from the clock, the rest from a generator that
/// is seeded from the system in a real office and fixed in demo and tests.
#[derive(Debug)]
pub struct IdSource {
    random: StdRng,
    last: u128,
}

impl IdSource {
    /// Ids nobody can guess or meet twice.
    ///
    /// # Errors
    /// When the system gives no randomness.
    pub fn random() -> Result<Self, getrandom::Error> {
        let mut seed = [0; 32];
        getrandom::fill(&mut seed)?;
        Ok(Self { random: StdRng::from_seed(seed), last: 0 })
    }

    /// The same ids every time: demo, tests, replay.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Self { random: StdRng::seed_from_u64(seed), last: 0 }
    }

    /// The next id at an hour; greater than the one before unless the hour
    /// goes back, so that lists in id order keep the order of the acts.
    pub fn next(&mut self, at: NaiveDateTime) -> Uuid {
        let mut bytes = [0; 10];
        self.random.fill_bytes(&mut bytes);
        // The top of the random half stays clear: room to count upwards
        // within one millisecond without touching the variant bits.
        bytes[2] &= 0x1f;
        let millis = u64::try_from(at.and_utc().timestamp_millis()).unwrap_or(0);
        let fresh = Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid();
        let same_millisecond = fresh.as_u128() >> 80 == self.last >> 80;
        let id = if same_millisecond {
            Uuid::from_u128(self.last + 1 + u128::from(self.random.next_u32()))
        } else {
            fresh
        };
        self.last = id.as_u128();
        id
    }
}

impl Command {
    /// Gives an id to every new record that has none.
    pub fn fill_ids(&mut self, mut next: impl FnMut() -> Uuid) {
        let mut fill = |id: &mut Uuid| {
            if id.is_nil() {
                *id = next();
            }
        };
        match self {
            Self::OfficeSetUp(c) => fill(&mut c.office.id.0),
            Self::OperatorAdd(c) => fill(&mut c.operator.id.0),
            Self::OperatorEdit(_) | Self::OperatorDisable(_) | Self::OperatorEnable(_) => {}
            Self::OfficeHours(c) => fill(&mut c.hours.id.0),
            Self::OfficeClose(c) => fill(&mut c.closure.id.0),
            Self::OperatorAbsent(c) => fill(&mut c.absence.id.0),
            Self::RegistrantRegister(c) => fill(&mut c.registrant.id.0),
            Self::RestrictionBegin(c) => fill(&mut c.id.0),
            Self::DidDeclare(c) => fill(&mut c.id.0),
            Self::EmploymentRecord(c) => fill(&mut c.employment.id.0),
            Self::IncomeDeclare(c) => fill(&mut c.id.0),
            Self::AssessmentRecord(c) => fill(&mut c.id.0),
            Self::PspDraft(c) => {
                fill(&mut c.psp.0);
                fill(&mut c.version.0);
            }
            Self::PspIntegrate(c) => fill(&mut c.version.0),
            Self::PspRetry(c) => fill(&mut c.version.0),
            Self::PspMeasure(c) => fill(&mut c.id.0),
            Self::PspSearchAct(c) => fill(&mut c.id.0),
            Self::PspIssue(c) => fill(&mut c.document.0),
            Self::DocumentIssue(c) => fill(&mut c.document.0),
            Self::SigningStart(c) => fill(&mut c.id.0),
            Self::PspAnnul(c) => fill(&mut c.next.0),
            Self::AppointmentBook(c) => fill(&mut c.id.0),
            Self::AppointmentMove(c) => fill(&mut c.id.0),
            Self::MiAttivoRegister(c) => fill(&mut c.id.0),
            Self::PadRecord(c) => fill(&mut c.id.0),
            Self::ActivityRecord(c) => fill(&mut c.id.0),
            Self::CaseOpen(c) => fill(&mut c.id.0),
            Self::TargetedApply(c) => {
                fill(&mut c.id.0);
                fill(&mut c.card.0);
            }
            Self::TableSetRow(c) => fill(&mut c.row.id.0),
            Self::TableLoad(c) => c.rows.iter_mut().for_each(|row| fill(&mut row.id.0)),
            Self::TableWithdrawRow(_)
            | Self::OfficeReopen(_)
            | Self::OperatorBack(_)
            | Self::RegistrantEdit(_)
            | Self::PrivacyNoticeGiven(_)
            | Self::DidNationalId(_)
            | Self::DidHappened(_)
            | Self::DidSettle(_)
            | Self::EmploymentEnd(_)
            | Self::EmploymentCorrect(_)
            | Self::EmploymentWithdraw(_)
            | Self::EmploymentFollow(_)
            | Self::PspEdit(_)
            | Self::PspSign(_)
            | Self::PspHappened(_)
            | Self::SigningHappened(_)
            | Self::PspCopyHanded(_)
            | Self::DocumentGenerated(_)
            | Self::DocumentProtocol(_)
            | Self::DocumentHanded(_)
            | Self::AppointmentHappened(_)
            | Self::AppointmentReassign(_)
            | Self::MiAttivoHappened(_)
            | Self::PadHappened(_)
            | Self::ActivityHappened(_)
            | Self::CaseHappened(_)
            | Self::TargetedHappened(_)
            | Self::HistoryUndo(_)
            | Self::RestrictionLift(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_grow_within_a_second_and_are_version_seven() {
        let at = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(10, 42, 0).unwrap();
        let mut ids = IdSource::seeded(7);
        let made: Vec<Uuid> = (0..10_000).map(|_| ids.next(at)).collect();
        assert!(made.is_sorted());
        assert!(made.windows(2).all(|pair| pair[0] != pair[1]));
        assert!(
            made.iter().all(|id| id.get_version_num() == 7 && id.get_variant() == uuid::Variant::RFC4122)
        );
    }

    #[test]
    fn the_same_seed_gives_the_same_ids() {
        let at = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(10, 42, 0).unwrap();
        assert_eq!(IdSource::seeded(1).next(at), IdSource::seeded(1).next(at));
        assert_ne!(IdSource::seeded(1).next(at), IdSource::seeded(2).next(at));
    }
}
