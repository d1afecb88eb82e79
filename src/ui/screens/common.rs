//! What several screens need: lists of the tables, the band of a person,
//! days and hours as written.

use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};
use serde::Serialize;

use crate::desk::query::PersonCard;
use crate::domain::codes::PlaceCode;
use crate::domain::did::Benefit;
use crate::domain::ids::OperatorId;
use crate::domain::office::Operator;
use crate::tables::places::{self, Resolved, Status};
use crate::tables::{CodeTable, citizenships, provinces};
use crate::ui::form::spec::Kind;
use crate::ui::form::{Form, Item, Name, read};
use crate::ui::screen::PersonBand;
use crate::ui::strings::{common as words, shell};

/// The rows of a table that may be chosen on a day.
#[must_use]
pub fn items<Extra>(table: &CodeTable<Extra>, day: NaiveDate) -> Vec<Item> {
    table.on(day).map(|row| Item::new(&row.code, &row.label)).collect()
}

/// The rows of a table that may be chosen on a day, and the one a record holds
/// already, though it is not offered any more.
#[must_use]
pub fn items_with<Extra>(table: &CodeTable<Extra>, day: NaiveDate, held: &str) -> Vec<Item> {
    let mut items = items(table, day);
    if let Some(row) = table.get_on(held, day).filter(|_| items.iter().all(|item| item.value != held)) {
        items.push(Item::new(&row.code, &row.label));
    }
    items
}

/// The operators to choose from, by their ids: who works here, and whoever is
/// chosen already.
#[must_use]
pub fn operator_items(operators: &[Operator], chosen: Option<OperatorId>) -> Vec<Item> {
    let there = |operator: &&Operator| operator.works() || Some(operator.id) == chosen;
    let item = |operator: &Operator| Item::new(operator.id.to_string(), operator.short_name());
    operators.iter().filter(there).map(item).collect()
}

/// The serde name of an enum value, as choices hold it: `in_person`.
#[must_use]
pub fn code(value: impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        _ => String::new(),
    }
}

/// Italian first, then the foreign states.
#[must_use]
pub fn citizenship_items() -> Vec<Item> {
    citizenships::table().rows().iter().map(|row| Item::new(&row.code, &row.label)).collect()
}

/// The provinces, by their letters.
#[must_use]
pub fn province_items() -> Vec<Item> {
    provinces::all().iter().map(|province| Item::coded(province.letters, &province.name)).collect()
}

/// Municipalities and states, also those that ceased: places of birth.
#[must_use]
pub fn birth_places() -> Vec<Item> {
    static ITEMS: OnceLock<Vec<Item>> = OnceLock::new();
    let all = || {
        let mut last = None;
        let newest = places::all().iter().filter_map(|row| {
            let new = last.replace(row.code) != Some(row.code);
            new.then(|| places::get(row.code, None)).flatten()
        });
        by_name(newest)
    };
    ITEMS.get_or_init(all).clone()
}

/// Municipalities in force: where people live.
#[must_use]
pub fn towns() -> Vec<Item> {
    static ITEMS: OnceLock<Vec<Item>> = OnceLock::new();
    let here = |row: &&places::Place| row.status == Status::InForce && !row.is_foreign();
    ITEMS.get_or_init(|| by_name(places::all().iter().filter(here))).clone()
}

fn by_name(rows: impl Iterator<Item = &'static places::Place>) -> Vec<Item> {
    let mut rows: Vec<_> = rows.collect();
    rows.sort_by_key(|row| (row.name, row.code));
    rows.into_iter().map(|row| Item::coded(row.code.as_str(), row.shown_with_province())).collect()
}

/// A place typed as people say it (`Genova`, `forli`, `inghilterra`) becomes
/// its code, when it can be only one on that day.
pub fn settle_place(form: &mut Form, field: Name, day: Option<NaiveDate>) {
    let typed = form.values().raw(field).trim().to_owned();
    if !typed.is_empty()
        && !PlaceCode::parse(&typed).is_ok_and(|code| code.as_str() == typed)
        && let Resolved::One(place) = places::resolve(&typed, day)
    {
        form.put(field, place.code.as_str());
    }
}

/// Does a text mean more than one place on that day?
#[must_use]
pub fn is_ambiguous(typed: &str, day: Option<NaiveDate>) -> bool {
    !typed.trim().is_empty() && matches!(places::resolve(typed.trim(), day), Resolved::Many(_))
}

/// The field that changed, while more may follow: a tick or a choice is whole
/// at once, a text is not.
#[must_use]
pub fn half_typed(form: &Form, field: Name) -> Option<Name> {
    let kind = form.focused_spec().filter(|spec| spec.name == field).map(|spec| spec.kind);
    let whole = matches!(kind, Some(Kind::Tick | Kind::Choice { .. }));
    (!whole).then_some(field)
}

/// The letters of the province of a municipality; none for a foreign state.
#[must_use]
pub fn province_of(place: &str) -> Option<&'static str> {
    let place = places::get(PlaceCode::parse(place).ok()?, None)?;
    (!place.is_foreign()).then_some(place.province)
}

/// Name and province of a place, the code itself if the table has it not.
#[must_use]
pub fn place_name(code: &str) -> String {
    let place = PlaceCode::parse(code).ok().and_then(|code| places::get(code, None));
    place.map_or_else(|| code.to_owned(), places::Place::shown_with_province)
}

/// A day as the fields hold it; empty for none.
#[must_use]
pub fn day(day: Option<NaiveDate>) -> String {
    day.map(read::show_date).unwrap_or_default()
}

/// `mar 24/11`.
#[must_use]
pub fn weekday(day: NaiveDate) -> String {
    format!("{} {}", weekday_name(day), day.format("%d/%m"))
}

/// `mar 24/11/2026`.
#[must_use]
pub fn long_date(day: NaiveDate) -> String {
    format!("{} {}", weekday_name(day), read::show_date(day))
}

fn weekday_name(day: NaiveDate) -> &'static str {
    shell::WEEKDAYS[day.weekday().num_days_from_monday() as usize]
}

/// `09:30`.
#[must_use]
pub fn hour(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// `mar 24/11 09:30`.
#[must_use]
pub fn moment(at: NaiveDateTime) -> String {
    format!("{} {}", weekday(at.date()), hour(at.time()))
}

/// The line of the person: DID, benefit, PSP.
#[must_use]
pub fn person_band(card: &PersonCard) -> PersonBand {
    let person = &card.registrant;
    let mut facts = Vec::new();
    match card.last_did() {
        Some(did) => {
            facts.push(words::band_did(did.state.label(), did.state_since));
            if did.benefit != Benefit::None && did.is_open() {
                facts.push(did.benefit.label().to_owned());
            }
        }
        None => facts.push(words::NO_DID.to_owned()),
    }
    facts.push(words::band_psp(card.psp().map(|version| version.state.label())));
    PersonBand {
        id: person.id,
        name: person.list_name(),
        birth_date: person.birth_date,
        fiscal_code: person.fiscal_code.clone(),
        facts,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::form::{Source, Spec, lookup};

    #[test]
    fn days_are_written_as_operators_write_them() {
        let tuesday = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        assert_eq!(long_date(tuesday), "mar 24/11/2026");
        assert_eq!(moment(tuesday.and_hms_opt(9, 5, 0).unwrap()), "mar 24/11 09:05");
        assert_eq!(code(crate::domain::appointment::Mode::InPerson), "in_person");
    }

    #[test]
    fn places_are_found_as_people_say_them() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let spec = Spec::new().row([lookup("birth_place", "Luogo", Source::Given).free()]);
        let mut form = Form::new(spec, today);
        form.give("birth_place", birth_places());
        for (typed, code) in [("genova", "D969"), ("forlì", "D704"), ("romania", "Z129"), ("D969", "D969")] {
            form.put("birth_place", typed);
            settle_place(&mut form, "birth_place", Some(today));
            assert_eq!(form.values().raw("birth_place"), code, "{typed}");
        }
        form.put("birth_place", "san");
        settle_place(&mut form, "birth_place", Some(today));
        assert_eq!(form.values().raw("birth_place"), "san", "more than one: as typed");
        assert_eq!(province_of("D969"), Some("GE"));
        assert_eq!(province_of("Z129"), None);
        assert!(towns().len() > 7_500 && birth_places().len() > towns().len());
    }
}
