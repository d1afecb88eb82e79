//! A person nobody is: names, birth, fiscal code, papers, address, contacts.

use std::collections::HashSet;

use chrono::{Datelike, Months, NaiveDate, TimeDelta};

use super::dice::Dice;
use super::names::{BIRTH_TOWNS, TOWNS, Town, names};
use crate::domain::codes::PlaceCode;
use crate::domain::fiscal_code::FiscalCode;
use crate::domain::registrant::{Registrant, Sex};
use crate::tables::citizenships::{ITALIAN, needs_permit};

/// What is wanted of a person; the rest is chance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Wanted {
    /// Surname, name and sex.
    pub called: Option<(&'static str, &'static str, Sex)>,
    /// Citizen of another state.
    pub foreign: Option<bool>,
    /// Sixteen or seventeen years old.
    pub minor: bool,
    /// Near to the pension.
    pub old: bool,
    /// What kind of fiscal code.
    pub code: CodeKind,
}

/// What kind of fiscal code a person has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum CodeKind {
    /// Letters and digits; a homocode only when somebody has it already.
    #[default]
    Ordinary,
    /// With a letter in the place of a digit.
    Homocode,
    /// Eleven digits.
    Provisional,
}

/// Invents a person who comes on a day. `codes` are the fiscal codes given so
/// far: nobody gets one of them.
pub(super) fn invent(
    dice: &mut Dice,
    index: usize,
    wanted: Wanted,
    comes: NaiveDate,
    codes: &mut HashSet<String>,
) -> Registrant {
    let foreign = wanted.foreign.unwrap_or_else(|| wanted.called.is_none() && dice.chance(16));
    let state = foreign.then(|| dice.pick(&names().states));
    let sex = wanted.called.map_or_else(|| if dice.chance(54) { Sex::F } else { Sex::M }, |c| c.2);
    let (surname, name) = match (wanted.called, state) {
        (Some((surname, name, _)), _) => (surname, name),
        (None, Some(state)) => {
            (*dice.pick(&state.surnames), *dice.pick(if sex == Sex::F { &state.women } else { &state.men }))
        }
        (None, None) => (
            *dice.pick(&names().surnames),
            *dice.pick(if sex == Sex::F { &names().women } else { &names().men }),
        ),
    };
    let age = if wanted.minor {
        dice.between(6000, 6500)
    } else if wanted.old {
        dice.between(62 * 366, 66 * 365)
    } else {
        let (least, most) =
            dice.weighted(&[((18, 24), 16), ((25, 34), 24), ((35, 44), 22), ((45, 54), 22), ((55, 65), 16)]);
        dice.between(least * 366, most * 365 + 360)
    };
    let born = comes - TimeDelta::days(age);
    let town = dice.weighted(&TOWNS);
    let birth_place = match state {
        Some(state) if !dice.chance(4) => state.code,
        _ => dice.weighted(&BIRTH_TOWNS),
    };
    let mut person = Registrant {
        surname: surname.to_owned(),
        name: name.to_owned(),
        birth_date: Some(born),
        sex: Some(sex),
        birth_place: birth_place.to_owned(),
        citizenship: state.map_or(ITALIAN, |state| state.code).to_owned(),
        ..Registrant::default()
    };
    person.fiscal_code = fiscal_code(dice, &person, wanted.code, codes);
    papers(dice, index, comes, town, &mut person);
    address(dice, town, &mut person);
    contacts(dice, index, comes, &mut person);
    work(dice, wanted, comes, &mut person);
    person
}

fn fiscal_code(dice: &mut Dice, p: &Registrant, kind: CodeKind, codes: &mut HashSet<String>) -> String {
    let computed = match (p.birth_date, p.sex, PlaceCode::parse(&p.birth_place)) {
        (Some(born), Some(sex), Ok(place)) => FiscalCode::compute(&p.surname, &p.name, born, sex, place),
        _ => None,
    };
    let free = |code: &FiscalCode| !codes.contains(code.as_str());
    let found = match computed {
        Some(code) if kind == CodeKind::Ordinary && free(&code) => Some(code),
        Some(code) if kind != CodeKind::Provisional => code.variants().find(free),
        _ => None,
    };
    // Provisional numbers end with a check digit: one of the ten is right.
    let code = found.map_or_else(
        || {
            let digits = dice.between(1_000_000_000, 9_999_999_999);
            let all = (0..10).filter_map(|check| FiscalCode::parse(&format!("{digits}{check}")).ok());
            all.map(|code| code.to_string()).next().unwrap_or_default()
        },
        |code| code.to_string(),
    );
    codes.insert(code.clone());
    code
}

fn papers(dice: &mut Dice, index: usize, comes: NaiveDate, town: Town, p: &mut Registrant) {
    let issued = dice.days_before(comes, 60, 3000);
    p.id_doc_issued_on = Some(issued);
    p.id_doc_expires_on = issued.checked_add_months(Months::new(120));
    if p.citizenship == ITALIAN || dice.chance(40) {
        p.id_doc_type = "carta_identita".into();
        p.id_doc_number = format!("ZZ{index:05}ES");
        p.id_doc_issuer = format!("Comune di {}", town.name);
    } else {
        p.id_doc_type = "passaporto".into();
        p.id_doc_number = format!("ZZ{index:07}");
        p.id_doc_issuer = "autorità dello Stato di cittadinanza".into();
    }
    if needs_permit(&p.citizenship, comes) {
        let (kind, years) = dice.weighted(&[
            (("lavoro_subordinato", 2), 34),
            (("famiglia", 2), 28),
            (("soggiornante_ue", 10), 20),
            (("attesa_occupazione", 1), 8),
            (("protezione_sussidiaria", 5), 4),
            (("asilo", 5), 3),
            (("studio", 1), 3),
        ]);
        let issued = comes - TimeDelta::days(dice.between(20, years * 330));
        p.permit_type = kind.into();
        p.permit_number = format!("IZZ{index:06}");
        p.permit_expires_on = Some(issued + TimeDelta::days(years * 365));
        // Near to its end the renewal is asked.
        p.permit_renewal = p.permit_expires_on.is_some_and(|day| day < comes + TimeDelta::days(150));
    }
}

fn address(dice: &mut Dice, town: Town, p: &mut Registrant) {
    p.residence_address = format!("{} {}", dice.pick(&names().streets), dice.between(1, 140));
    p.residence_cap = town.cap.into();
    p.residence_place = town.code.into();
    if dice.chance(6) {
        let other = dice.weighted(&TOWNS);
        p.domicile_address = format!("{} {}", dice.pick(&names().streets), dice.between(1, 90));
        p.domicile_cap = other.cap.into();
        p.domicile_place = other.code.into();
    }
}

fn contacts(dice: &mut Dice, index: usize, comes: NaiveDate, p: &mut Registrant) {
    // Of one invented shape, so that nobody takes them for real ones.
    p.mobile = format!("333 00{:05}", index % 100_000);
    if dice.chance(70) {
        p.mobile_verified_on = Some(comes);
    }
    if dice.chance(12) {
        p.phone = format!("035 000{:04}", index % 10_000);
    }
    if dice.chance(82) {
        let host = if dice.chance(60) { "example.org" } else { "example.net" };
        p.email = format!("{}.{}{index}@{host}", letters(&p.name), letters(&p.surname));
        if dice.chance(65) {
            p.email_verified_on = Some(comes);
        }
    }
    if dice.chance(4) {
        p.pec = format!("{}{index}@pec.example.org", letters(&p.surname));
    }
}

/// Lower-case letters without accents, for the left half of an address.
fn letters(text: &str) -> String {
    let folded = crate::tables::fold::fold(text).to_ascii_lowercase();
    let plain: String = folded.chars().filter(char::is_ascii_alphanumeric).collect();
    if plain.is_empty() { "persona".into() } else { plain }
}

fn work(dice: &mut Dice, wanted: Wanted, comes: NaiveDate, p: &mut Registrant) {
    if wanted.minor {
        p.guardian_name = format!("{} {}", dice.pick(&names().women), p.surname);
        return;
    }
    if dice.chance(86) {
        p.last_job_title = (*dice.pick(&names().jobs)).into();
        let last = dice.days_before(comes, 1, 900);
        let of_age = p.birth_date.and_then(|born| born.with_year(born.year() + 18));
        p.last_job_end = of_age.filter(|of_age| *of_age < last).map(|_| last);
        if p.last_job_end.is_none() {
            p.last_job_title.clear();
        }
    }
    if dice.chance(3) {
        p.office_note = dice
            .pick(&[
                "Preferisce essere chiamata/o al mattino.",
                "Viene con un familiare.",
                "Chiede caratteri grandi.",
            ])
            .to_string();
    }
}
