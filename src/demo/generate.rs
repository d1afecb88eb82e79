//! The whole office: found it, tell every life, fill the agenda, run it all.

use std::collections::HashSet;
use std::path::Path;

use chrono::{NaiveDateTime, TimeDelta};

use super::agenda::{self, Client};
use super::calendar::{Slots, moment, open_until};
use super::cast;
use super::dice::Dice;
use super::fate::{self, Fate};
use super::life::{Life, World, first_day};
use super::office;
use super::person::{self, CodeKind, Wanted};
use super::plan::{Colleague, Figures, Plan};
use crate::clock::Clock;
use crate::desk::Desk;
use crate::domain::assessment::AssessmentForm;
use crate::domain::ids::RegistrantId;
use crate::domain::registrant::Registrant;
use crate::fault::Result;

/// How long the office has been there, days.
const AGE: i64 = 560;

/// Makes an office of invented people in `dir`, as it stands at `now`. The
/// same seed, people and hour give the same file, row by row.
///
/// # Errors
/// When the folder already has an office or cannot be written.
pub fn generate(dir: &Path, people: u32, seed: u64, now: NaiveDateTime) -> Result<Desk> {
    generate_counted(dir, people, seed, now).map(|(desk, _)| desk)
}

/// As [`generate`], with how it went.
///
/// # Errors
/// As [`generate`].
pub fn generate_counted(dir: &Path, people: u32, seed: u64, now: NaiveDateTime) -> Result<(Desk, Figures)> {
    let opened = open_until(now.date() - TimeDelta::days(AGE)).and_time(chrono::NaiveTime::MIN);
    let fill = |desk: &mut Desk| {
        let office = desk.office().cloned().unwrap_or_default();
        let mut world = World {
            plan: Plan::new(now, seed),
            slots: Slots::default(),
            crew: crew(desk),
            notice: (office.privacy_version, office.privacy_date),
        };
        let clients = tell_all(&mut world, people, seed);
        agenda::fill(&mut world, seed, clients);
        let World { plan, crew, .. } = world;
        desk.batch(|desk| plan.run(desk, &crew))
    };
    let (desk, mut figures) =
        office::found_with(dir, Clock::running(now), seed, opened + TimeDelta::hours(8), fill)?;
    figures.people = people;
    Ok((desk, figures))
}

/// The six in the order of the office, whoever comes first by surname.
fn crew(desk: &Desk) -> Vec<Colleague> {
    let of = |username: &str| {
        desk.operator(username).map(|o| Colleague {
            username: o.username.clone(),
            id: o.id,
            room: o.room.clone(),
        })
    };
    office::operators().iter().filter_map(|o| of(&o.username)).collect()
}

/// Every life; gives back who may fill the agenda.
fn tell_all(world: &mut World, people: u32, seed: u64) -> Vec<Client> {
    let cast = cast::cast();
    let (mut codes, mut clients) = (HashSet::new(), Vec::new());
    let mut before: Option<Registrant> = None;
    for who in 0..usize::try_from(people).unwrap_or(usize::MAX) {
        let mut dice = Dice::new(seed, who as u64);
        let fate = cast.get(who).copied().unwrap_or_else(|| fate::chance(&mut dice));
        let since = first_day(&mut dice, &fate, world.today());
        let hour = moment(&mut dice, since);
        let mut invented = match &before {
            Some(before) if fate.double => double(&mut dice, who, before, fate, &mut codes),
            _ => person::invent(&mut dice, who, fate.wanted, since, &mut codes),
        };
        invented.id = RegistrantId(world.plan.id(hour));
        before = Some(invented.clone());
        // The supervisor follows few people.
        let by = dice.weighted(&[(0, 19), (1, 19), (2, 19), (3, 19), (4, 19), (5, 5)]);
        let client = Client { who, fate, person: invented.clone(), since };
        let (person, assessed) = (invented, AssessmentForm::default());
        Life { world, dice, fate, who, by, person, hour, planned: None, assessed }.tell();
        if client.is_free(world) {
            clients.push(client);
        }
    }
    clients
}

/// The same person as before, registered once more: with the same fiscal
/// code, or with a provisional one.
fn double(
    dice: &mut Dice,
    who: usize,
    before: &Registrant,
    fate: Fate,
    codes: &mut HashSet<String>,
) -> Registrant {
    let wanted = Wanted { code: CodeKind::Provisional, ..fate.wanted };
    let other = person::invent(dice, who, wanted, before.id_doc_issued_on.unwrap_or_default(), codes);
    let fiscal_code = if fate.wanted.code == CodeKind::Provisional {
        other.fiscal_code
    } else {
        before.fiscal_code.clone()
    };
    Registrant {
        fiscal_code,
        mobile: other.mobile,
        email: String::new(),
        email_verified_on: None,
        ..before.clone()
    }
}
