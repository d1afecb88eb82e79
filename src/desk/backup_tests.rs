use super::*;
use crate::clock::Clock;
use crate::desk::command::{Command, OperatorAdd};
use crate::desk::opening::{self, OfficeKind};
use crate::domain::office::{Office, Operator};
use crate::store::{Options, Store, keys};

fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
}

fn operator(username: &str) -> Operator {
    let (name, surname) = ("Anna".to_owned(), "Bianchi".to_owned());
    Operator { username: username.to_owned(), name, surname, ..Operator::default() }
}

fn founded(dir: &Path, now: &str) -> Desk {
    let office = Office { code: "ESN".into(), name: "Esempio Nord".into(), ..Office::default() };
    let clock = Clock::Fixed(at(now));
    opening::found(dir, OfficeKind::Real, office, operator("bianchi"), "password", clock).unwrap()
}

fn again(dir: &Path, now: &str) -> Desk {
    opening::open(dir, "bianchi", "password", Clock::Fixed(at(now))).unwrap()
}

fn colleague(desk: &mut Desk, username: &str) {
    let command = Command::OperatorAdd(OperatorAdd { operator: operator(username) });
    assert!(desk.act("bianchi", command).unwrap().accepted);
}

fn end(desk: &mut Desk) -> (bool, Result<Option<Copy>>) {
    let mut began = false;
    let done = desk.close_up("bianchi", &mut |bytes| began = bytes > 0);
    (began, done)
}

fn said(desk: &Desk) -> Vec<(&'static str, State)> {
    desk.warnings()
        .unwrap()
        .iter()
        .map(|sign| (sign.name, sign.state))
        .filter(|(name, _)| *name != "room")
        .collect()
}

#[test]
fn the_day_is_closed_and_copied_when_there_is_something_new() {
    let place = tempfile::tempdir().unwrap();
    let dir = place.path().join("ufficio");
    let mut desk = founded(&dir, "2026-11-20T09:00");
    let (began, copy) = end(&mut desk);
    let copy = copy.unwrap().unwrap();
    assert!(began && copy.file.starts_with(dir.join("copie")), "{copy:?}");
    let check = desk.store().read().audit_verify().unwrap();
    assert!(check.wrong.is_empty() && check.days == 2, "the day, then the line of the copy");
    assert_eq!(desk.store().read().closed_until().unwrap(), Some(at("2026-11-20T09:00").date()));
    // Nothing new: no copy. Somebody who only looks: one the next day.
    assert!(!end(&mut desk).0);
    drop(desk);
    assert!(!end(&mut again(&dir, "2026-11-20T12:00")).0);
    assert!(end(&mut again(&dir, "2026-11-21T09:00")).0);
    let mut desk = again(&dir, "2026-11-21T10:00");
    colleague(&mut desk, "verdi");
    assert_eq!(desk.copy_alone("bianchi").unwrap(), None, "the last is an hour old");
    assert!(end(&mut desk).1.unwrap().is_some());
    assert_eq!(said(&desk), []);
    assert_eq!(copies(&dir.join("copie")).unwrap().len(), 2, "the last of each day");
}

#[test]
fn a_copy_that_is_not_made_is_told_until_one_is() {
    let place = tempfile::tempdir().unwrap();
    let (dir, disk) = (place.path().join("ufficio"), place.path().join("disco"));
    std::fs::create_dir(&disk).unwrap();
    let mut desk = founded(&dir, "2026-11-20T09:00");
    desk.set_copies_folder("bianchi", &disk).unwrap();
    std::fs::remove_dir(&disk).unwrap();
    assert!(desk.set_copies_folder("bianchi", &disk).is_err());
    let told = end(&mut desk).1.unwrap_err();
    assert!(told.message.contains("La cartella delle copie non c'è"), "{told}");
    drop(desk);
    let mut desk = again(&dir, "2026-11-21T09:00");
    assert_eq!(said(&desk), [("copies", State::Wrong)]);
    let sign = &desk.warnings().unwrap()[0];
    assert!(sign.said.contains("20/11") && sign.hint.contains("disco"), "{sign:?}");
    std::fs::create_dir(&disk).unwrap();
    assert!(desk.copy_alone("bianchi").unwrap().unwrap().file.starts_with(&disk));
    assert_eq!(said(&desk), []);
    let copy = copies(&disk).unwrap().remove(0);
    assert_eq!(desk.check_copies().unwrap().wrong, Vec::<String>::new());
    let mut bytes = std::fs::read(&copy.file).unwrap();
    bytes[5000] ^= 1;
    std::fs::write(&copy.file, bytes).unwrap();
    assert_eq!(desk.check_copies().unwrap().wrong.len(), 1, "changed behind our back");
    drop(desk);
    // Five days later, written and not copied.
    let mut desk = again(&dir, "2026-11-26T09:00");
    assert_eq!(said(&desk), []);
    colleague(&mut desk, "verdi");
    assert_eq!(said(&desk), [("copies", State::Attention)]);
}

#[test]
fn a_day_left_open_is_closed_by_the_next_and_a_clock_set_back_loses_no_order() {
    let place = tempfile::tempdir().unwrap();
    let dir = place.path().join("ufficio");
    drop(founded(&dir, "2026-11-20T09:00"));
    let mut desk = again(&dir, "2026-11-23T09:00");
    assert_eq!(desk.store().read().closed_until().unwrap(), Some(at("2026-11-20T09:00").date()));
    colleague(&mut desk, "verdi");
    drop(desk);
    // The battery of the clock is flat.
    let mut desk = again(&dir, "2025-11-23T09:00");
    assert_eq!(said(&desk), [("clock", State::Wrong)]);
    colleague(&mut desk, "neri");
    end(&mut desk).1.unwrap().unwrap();
    drop(desk);
    let mut desk = again(&dir, "2026-11-24T09:00");
    assert_eq!(said(&desk), []);
    colleague(&mut desk, "gialli");
    let mut times = Vec::new();
    let each = |unit: crate::store::Pending| {
        times.push(unit.time);
        Ok(())
    };
    desk.store().read().units(each).unwrap();
    assert!(times.len() >= 4 && times.is_sorted() && times.windows(2).all(|w| w[0] != w[1]), "{times:?}");
    assert_eq!(desk.store().read().audit_verify().unwrap().wrong, []);
    let folder = dir.join("copie");
    let key = keys::unlock(&dir, "bianchi", "password").unwrap();
    assert_eq!(copies(&folder).unwrap().len(), 1);
    drop(desk);
    Store::open(&dir, &key, Options { check: true, ..Options::default() }).unwrap();
}
