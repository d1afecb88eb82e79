//! One life at the office: registered, declared, interviewed, what came after.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use uuid::Uuid;

use super::calendar::{Slots, moment, open_from, working_days};
use super::dice::Dice;
use super::did_life::Declared;
use super::fate::{DidFate, Fate, PactFate};
use super::plan::{Colleague, Plan};
use crate::desk::command::{Command, PrivacyNoticeGiven, RegistrantRegister};
use crate::domain::assessment::AssessmentForm;
use crate::domain::ids::ActivityId;
use crate::domain::registrant::Registrant;

/// What is shared by all lives.
pub(super) struct World {
    /// What happens.
    pub plan: Plan,
    /// Which slots are taken.
    pub slots: Slots,
    /// The six.
    pub crew: Vec<Colleague>,
    /// Version and date of the privacy notice.
    pub notice: (String, Option<NaiveDate>),
}

impl World {
    /// The day on which the office is opened.
    pub fn today(&self) -> NaiveDate {
        self.plan.now().date()
    }
}

/// Somebody's life while it is being told.
pub(super) struct Life<'w> {
    pub world: &'w mut World,
    pub dice: Dice,
    pub fate: Fate,
    /// Place in the order of people, from nought.
    pub who: usize,
    /// Which of the six follows the person.
    pub by: usize,
    pub person: Registrant,
    /// The hour reached.
    pub hour: NaiveDateTime,
    /// The activity planned in the pact.
    pub planned: Option<ActivityId>,
    /// What the interview found.
    pub assessed: AssessmentForm,
}

/// On which day somebody of this fate first came.
pub(super) fn first_day(dice: &mut Dice, fate: &Fate, today: NaiveDate) -> NaiveDate {
    let (least, most) = match (fate.did, fate.pact) {
        _ if fate.path.is_some_and(|path| path.starts_with("gol")) => (150, 400),
        (DidFate::Lost("job_over_180_days"), _) => (290, 540),
        (DidFate::Resumed, _) => (190, 520),
        (DidFate::Again, _) => (230, 540),
        (DidFate::Suspended, _) => (75, 400),
        (DidFate::Lost(_) | DidFate::Revoked(_), _) => (100, 540),
        (DidFate::None, _) => (1, 500),
        (DidFate::Inserted, _) => (1, 45),
        (DidFate::AtRisk, _) => (2, 25),
        (DidFate::JobEnded, _) => (45, 150),
        (DidFate::Withdrawn | DidFate::Annulled, _) => (20, 300),
        (_, PactFate::Draft | PactFate::Complete | PactFate::Unsigned | PactFate::HalfSigned) => (24, 48),
        (_, PactFate::Integrated | PactFate::Integrating | PactFate::Closed) => (110, 520),
        (DidFate::Validated | DidFate::Conserved, _) if fate.service.is_some() => (120, 500),
        (DidFate::Validated | DidFate::Conserved, _) => (45, 520),
    };
    // The nearer, the more people: the office grew.
    let days = dice.between(least, most).min(dice.between(least, most));
    super::calendar::open_until(today - TimeDelta::days(days))
}

impl Life<'_> {
    /// An id for something made now.
    pub fn id(&mut self) -> Uuid {
        self.world.plan.id(self.hour)
    }

    /// The day reached.
    pub fn day(&self) -> NaiveDate {
        self.hour.date()
    }

    /// Does a command now; the next comes a few minutes later.
    pub fn act(&mut self, command: Command) {
        self.world.plan.push(self.who, self.by, self.hour, command);
        self.hour += TimeDelta::minutes(self.dice.between(1, 3));
    }

    /// Does a command at an hour, by one of the six, without going there.
    pub fn later(&mut self, by: usize, at: NaiveDateTime, command: Command) {
        self.world.plan.push(self.who, by, at, command);
    }

    /// Goes on to an hour, never back.
    pub fn go(&mut self, hour: NaiveDateTime) {
        self.hour = self.hour.max(hour);
    }

    /// Goes on to a moment of the first open day from so many days later.
    pub fn wait(&mut self, least: i64, most: i64) {
        let day = open_from(self.day() + TimeDelta::days(self.dice.between(least, most)));
        let hour = moment(&mut self.dice, day);
        self.go(hour);
    }

    /// Goes on to a moment of an open day, or of the one reached.
    pub fn go_to_day(&mut self, day: NaiveDate) {
        let day = open_from(day);
        if day > self.day() {
            self.hour = moment(&mut self.dice, day);
        }
    }

    /// Tells the whole life.
    pub fn tell(&mut self) {
        self.act(Command::RegistrantRegister(RegistrantRegister {
            registrant: self.person.clone(),
            accepted: Vec::new(),
        }));
        let (version, version_date) = self.world.notice.clone();
        // Before a version was printed its forerunner was handed over.
        let (version, version_date) = match version_date {
            Some(since) if since > self.day() => {
                ("2".to_owned(), since.checked_sub_signed(TimeDelta::days(400)))
            }
            _ => (version, version_date),
        };
        // Who only asks the way leaves before the notice, now and then.
        if self.fate.did != DidFate::None || self.dice.chance(30) {
            self.act(Command::PrivacyNoticeGiven(PrivacyNoticeGiven {
                registrant: self.person.id,
                version,
                version_date,
                given_on: None,
            }));
        }
        if self.fate.did == DidFate::None {
            if self.dice.chance(40) {
                self.inform();
            }
        } else {
            let declared = self.declare();
            self.follow(declared);
        }
        self.meet();
    }

    /// From the declaration to the present.
    fn follow(&mut self, declared: Declared) {
        let did = declared.did;
        self.placement(self.day());
        let interview = match self.fate.pact {
            PactFate::None => {
                if self.fate.did == DidFate::Inserted && self.dice.chance(26) {
                    let ahead = self.dice.between(1, 12);
                    let day = working_days(self.world.today(), ahead);
                    self.book_agreed("primo_colloquio", day, None);
                }
                None
            }
            _ => {
                let day = self.day() + TimeDelta::days(self.dice.between(5, 12));
                self.book_agreed("primo_colloquio", day, None)
            }
        };
        self.national_id(declared);
        if let Some((appointment, slot)) = interview {
            self.interview(did, appointment, slot);
        }
        self.changes(did);
    }
}
