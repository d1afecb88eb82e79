//! The radar of an office of 60,000 people, each with a DID, three in four
//! with a pact, most with appointments, some with a job, a case, a PAD or a
//! registration: the list of the office, its counts,
//! what one event costs, and all of it computed again.
//! Aims: list 100 ms, one event 5 ms.
//!
//! `cargo bench --bench radar -- [PEOPLE]`

mod people;

use std::time::{Duration, Instant};

use chrono::{Days, NaiveDate};
use people::People;
use sportello::domain::appointment::{Appointment, AppointmentState};
use sportello::domain::conditionality::{CaseState, ConditionalityCase};
use sportello::domain::did::{Benefit, Did, DidState};
use sportello::domain::employment::Employment;
use sportello::domain::ids::{
    AppointmentId, CaseId, DidId, EmploymentId, MiAttivoId, OperatorId, PadId, PspId, PspVersionId, UnitId,
};
use sportello::domain::miattivo::{MiAttivo, MiAttivoState};
use sportello::domain::money::Cents;
use sportello::domain::office::Operator;
use sportello::domain::pad::{Pad, PadState};
use sportello::domain::psp::{PspState, PspVersion};
use sportello::domain::registrant::Registrant;
use sportello::fault::Result;
use sportello::store::radar::Asked;
use sportello::store::{Options, Store, Tx, Unit, Verdict, keys};
use uuid::Uuid;

/// How many events and lists are timed.
const TIMED: usize = 300;
/// Operators of the office.
const OPERATORS: u128 = 12;
/// Rows of a list.
const ROWS: usize = 200;

fn main() -> Result<()> {
    let count = std::env::args().skip(1).find_map(|arg| arg.parse().ok()).unwrap_or(60_000);
    let dir = tempfile::tempdir().expect("a temporary folder");
    let key = keys::create(dir.path(), "bench", "bench", keys::Strength::Throwaway)?;
    let mut store = Store::create(dir.path(), &key, "01", Options { throwaway: true, ..Options::default() })?;
    let start = Instant::now();
    let some = fill(&mut store, count)?;
    println!("{count} people registered in {:.1} s", start.elapsed().as_secs_f64());
    let start = Instant::now();
    store.rebuild_radar()?;
    println!("radar rebuilt in {:.2} s", start.elapsed().as_secs_f64());

    let mut lookups =
        timed(some.iter(), |(person, _)| store.read().get::<Registrant>(person.id.0).map(drop))?;
    let lookup = middle(&mut lookups);
    report("one record by its key", &mut lookups, lookup);

    let today = today();
    let all = Asked { today, from: None, until: None, operator: None, kinds: &[], skip: 0, limit: ROWS };
    let lists = [
        ("the office, first 200", all.clone()),
        ("the office within 7 days", Asked { until: Some(today + Days::new(7)), ..all.clone() }),
        (
            "the office from today, 7 days",
            Asked { from: Some(today), until: Some(today + Days::new(7)), ..all.clone() },
        ),
        ("one operator, first 200", Asked { operator: Some(operator(3)), ..all.clone() }),
        ("nobody's: walks through all", Asked { operator: Some(operator(99)), ..all }),
    ];
    for (name, asked) in lists {
        let mut times = timed(0..30, |_| store.read().radar(&asked).map(drop))?;
        report(name, &mut times, lookup);
    }
    let mut counts = timed(0..30, |_| store.read().radar_counts(today, None).map(drop))?;
    report("counts by kind", &mut counts, lookup);
    let mut one = timed(some.iter(), |(person, _)| store.read().clocks_of(person.id).map(drop))?;
    report("the clocks of one person", &mut one, lookup);
    events(&mut store, &some, lookup)
}

/// The same edit of an appointment, and of a record the radar looks at too.
fn events(store: &mut Store, some: &[(Registrant, Appointment)], lookup: Duration) -> Result<()> {
    let mut number = 1 << 100;
    let mut held = timed(some.iter(), |(_, meeting)| {
        number += 1;
        let after = Appointment { state: AppointmentState::Held, ..meeting.clone() };
        write(store, number, |tx| tx.update(meeting, &after))
    })?;
    report("one event, everything included", &mut held, lookup);
    let mut noted = timed(some.iter(), |(person, _)| {
        number += 1;
        let after = Registrant { office_note: "una nota".into(), ..person.clone() };
        write(store, number, |tx| tx.update(person, &after))
    })?;
    report("one edit that changes no clock", &mut noted, lookup);
    Ok(())
}

fn timed<T>(of: impl Iterator<Item = T>, mut act: impl FnMut(T) -> Result<()>) -> Result<Vec<Duration>> {
    of.map(|one| {
        let start = Instant::now();
        act(one)?;
        Ok(start.elapsed())
    })
    .collect()
}

fn write(store: &mut Store, number: u128, act: impl FnOnce(&Tx<'_>) -> Result<()>) -> Result<()> {
    let at = today().and_hms_opt(8, 0, 0).expect("an hour");
    let unit = Unit { id: UnitId(Uuid::from_u128(number)), at, operator: None, command: "{}" };
    store.write(&unit, |tx| act(tx).map(|()| Verdict::Keep((), vec![])))
}

fn fill(store: &mut Store, count: usize) -> Result<Vec<(Registrant, Appointment)>> {
    let mut people = People::new(7);
    let mut some = Vec::new();
    write(store, 1, |tx| {
        (0..OPERATORS).try_for_each(|n| {
            tx.insert(&Operator { id: operator(n), username: format!("op{n}"), ..Operator::default() })
        })
    })?;
    store.batch(|store| {
        for stretch in 0..count.div_ceil(500) {
            write(store, stretch as u128 + 2, |tx| {
                for place in stretch * 500..count.min((stretch + 1) * 500) {
                    let person = people.any();
                    tx.insert(&person)?;
                    let meeting = life(tx, &person, place as u64)?;
                    if some.len() < TIMED && place % (count / TIMED).max(1) == 0 {
                        some.push((person, meeting));
                    }
                }
                Ok(())
            })?;
        }
        Ok(())
    })?;
    Ok(some)
}

/// A DID of the last two years, mostly a pact, two appointments.
fn life(tx: &Tx<'_>, person: &Registrant, place: u64) -> Result<Appointment> {
    let id = |kind: u128| Uuid::from_u128((kind << 64) | (u128::from(place) + 1));
    let declared = today() - Days::new(place * 7 % 730);
    let benefits = [Benefit::Naspi, Benefit::None, Benefit::Adi, Benefit::None, Benefit::Sfl];
    let did = Did {
        id: DidId(id(2)),
        registrant: person.id,
        date: declared,
        state: DidState::Validated,
        state_since: declared,
        benefit: benefits[usize::try_from(place % 5).expect("small")],
        national_id: if place.is_multiple_of(6) { String::new() } else { format!("DID-{place}") },
        ..Did::default()
    };
    tx.insert(&did)?;
    let receives = operator(u128::from(place) % OPERATORS);
    if !place.is_multiple_of(4) {
        let signed = (declared + Days::new(10)).and_hms_opt(9, 0, 0).expect("an hour");
        tx.insert(&PspVersion {
            id: PspVersionId(id(3)),
            psp: PspId(id(4)),
            registrant: person.id,
            did: did.id,
            number: 1,
            state: PspState::Active,
            case_officer: Some(receives),
            contact_frequency: "trimestrale".into(),
            person_signed_at: Some(signed),
            operator_signed_at: Some(signed),
            copy_handed_on: Some(signed.date()),
            created_at: signed,
            ..PspVersion::default()
        })?;
    }
    more(tx, &did, place, id)?;
    let meeting = |kind, day: NaiveDate, state| Appointment {
        id: AppointmentId(id(kind)),
        registrant: person.id,
        operator: receives,
        service: "contatto".into(),
        start: day.and_hms_opt(9, 0, 0).expect("an hour"),
        minutes: 30,
        state,
        ..Appointment::default()
    };
    tx.insert(&meeting(5, declared + Days::new(10), AppointmentState::Held))?;
    let next = meeting(6, today() + Days::new(place % 60) - Days::new(5), AppointmentState::OptionChosen);
    tx.insert(&next)?;
    Ok(next)
}

/// A job of every sixth, a case of every twentieth, the PAD of who has a
/// benefit, a registration of every tenth.
fn more(tx: &Tx<'_>, did: &Did, place: u64, id: impl Fn(u128) -> Uuid) -> Result<()> {
    let registrant = did.registrant;
    if place.is_multiple_of(6) {
        tx.insert(&Employment {
            id: EmploymentId(id(7)),
            registrant,
            employer: "Ditta d'Esempio".into(),
            start: Some(did.date + Days::new(30)),
            end: Some(did.date + Days::new(90)),
            income: Some(Cents(900_000)),
            ..Employment::default()
        })?;
    }
    if place.is_multiple_of(20) {
        tx.insert(&ConditionalityCase {
            id: CaseId(id(8)),
            registrant,
            did: did.id,
            benefit: did.benefit,
            event_on: did.date + Days::new(20),
            state: CaseState::ToDecide,
            state_since: did.date + Days::new(25),
            ..ConditionalityCase::default()
        })?;
    }
    if did.benefit != Benefit::None {
        tx.insert(&Pad {
            id: PadId(id(9)),
            registrant,
            benefit: did.benefit,
            benefit_from: Some(did.date),
            signed_on: Some(did.date + Days::new(5)),
            linked_on: Some(did.date + Days::new(10)),
            state: PadState::PspLinked,
            ..Pad::default()
        })?;
    }
    if place.is_multiple_of(10) {
        tx.insert(&MiAttivo {
            id: MiAttivoId(id(10)),
            registrant,
            registered_on: did.date,
            state: MiAttivoState::Attended,
            ..MiAttivo::default()
        })?;
    }
    Ok(())
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a date")
}

fn operator(number: u128) -> OperatorId {
    OperatorId(Uuid::from_u128(1 << 96 | number))
}

fn middle(times: &mut [Duration]) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn report(what: &str, times: &mut [Duration], lookup: Duration) {
    let half = middle(times);
    let most = times[times.len() * 99 / 100];
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    let ratio = half.as_secs_f64() / lookup.as_secs_f64();
    println!("{what:<34} half {:8.3} ms, 99% {:8.3} ms, {ratio:7.1} lookups", ms(half), ms(most));
}
