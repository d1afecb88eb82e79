//! The days around today, so that an operator who opens the agenda sees one
//! of a working office: full, with some room, some things left undone.

use chrono::TimeDelta;

use super::calendar::{moment, open_from, working_days};
use super::dice::Dice;
use super::fate::{DidFate, Fate, PactFate};
use super::life::{Life, World};
use super::meeting_life::happened;
use crate::domain::appointment::{AppointmentEvent, ConvocationChannel};
use crate::domain::registrant::Registrant;

/// Days back that are filled, days ahead.
const BACK: i64 = 4;
const AHEAD: i64 = 15;
/// The stream of chance of the agenda: no person has it.
const STREAM: u64 = u64::MAX / 2;

/// Somebody who may be given an appointment.
pub(super) struct Client {
    /// Place in the order of people.
    pub who: usize,
    /// What becomes of them.
    pub fate: Fate,
    /// Their data.
    pub person: Registrant,
    /// The first day at the office.
    pub since: chrono::NaiveDate,
}

impl Client {
    /// May be called in: known for some days, with a DID that stays open and
    /// no appointment of their own near the present.
    pub fn is_free(&self, world: &World) -> bool {
        let open = matches!(
            self.fate.did,
            DidFate::Inserted
                | DidFate::Validated
                | DidFate::Conserved
                | DidFate::Suspended
                | DidFate::Resumed
        );
        open && self.fate.meeting == super::fate::Meeting::None
            && self.fate.pact != PactFate::None
            && self.since < world.today() - TimeDelta::days(40)
    }
}

/// Fills the agenda with the clients at hand, each once.
pub(super) fn fill(world: &mut World, seed: u64, mut clients: Vec<Client>) {
    let mut dice = Dice::new(seed, STREAM);
    let today = open_from(world.today());
    // Today first: with few people, today is the day that counts.
    for distance in (0..=AHEAD).chain((1..=BACK).map(|back| -back)) {
        let day = working_days(today, distance);
        let percent = match distance {
            ..0 => 80,
            0 => 82,
            _ => (64 - distance * 4).max(10),
        };
        for by in 0..world.crew.len() {
            // The supervisor receives few people.
            let percent = if by == 5 { percent / 2 } else { percent };
            for slot in world.slots.free(by, day) {
                if dice.chance(percent) {
                    let Some(client) = take(&mut dice, &mut clients) else { return };
                    let start = world.slots.take(by, day, slot);
                    call_in(world, seed, client, by, start);
                }
            }
        }
    }
}

fn take(dice: &mut Dice, clients: &mut Vec<Client>) -> Option<Client> {
    let last = i64::try_from(clients.len()).ok()?.checked_sub(1).filter(|last| *last >= 0)?;
    Some(clients.swap_remove(usize::try_from(dice.between(0, last)).ok()?))
}

/// One appointment: booked some days before, ended if its hour is past.
fn call_in(world: &mut World, seed: u64, client: Client, by: usize, start: chrono::NaiveDateTime) {
    use AppointmentEvent as E;
    let mut dice = Dice::new(seed ^ STREAM, client.who as u64);
    let booked = working_days(start.date().min(world.today()), -dice.between(9, 12));
    let hour = moment(&mut dice, booked);
    let now = world.plan.now();
    let mut life = Life {
        world,
        dice,
        fate: client.fate,
        who: client.who,
        by,
        person: client.person,
        hour,
        planned: None,
        assessed: crate::domain::assessment::AssessmentForm::default(),
    };
    let service = match client.fate.pact {
        PactFate::None | PactFate::Assessed => {
            life.dice.weighted(&[("patto", 60), ("assessment", 20), ("contatto_ordinario", 20)])
        }
        PactFate::Draft | PactFate::Complete | PactFate::Unsigned | PactFate::HalfSigned => "patto",
        _ => life.dice.weighted(&[
            ("contatto_ordinario", 34),
            ("aggiornamento_patto", 18),
            ("orientamento_specialistico", 18),
            ("conferma_90_giorni", 12),
            ("accompagnamento", 10),
            ("incontro_domanda_offerta", 8),
        ]),
    };
    let how = life.dice.between(1, 100);
    let id = life.book_at(service, start, how <= 60, None);
    match how {
        ..=60 => {}
        61..=74 => {
            life.convene(id, ConvocationChannel::Pec);
            life.appointment_event(id, E::Delivered, "");
        }
        // Told by message: no proof (R-CNV-10).
        75..=91 => {
            life.convene(id, if how % 2 == 0 { ConvocationChannel::Sms } else { ConvocationChannel::Email })
        }
        92..=95 => {
            life.convene(id, ConvocationChannel::Email);
            life.appointment_event(id, E::Undelivered, "indirizzo inesistente");
        }
        _ => {}
    }
    let end = start + TimeDelta::minutes(45);
    let open = 92 <= how;
    // Some are left without outcome, listed until somebody closes them (R-CNV-17).
    if end <= now && !open && life.dice.chance(84) {
        let (event, note) =
            if life.dice.chance(92) { (E::Held, "presente") } else { (E::Absent, "attesa di 15 minuti") };
        life.later(by, end, happened(id, event, note));
    }
}
