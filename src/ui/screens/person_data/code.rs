//! The fiscal code and the data it stands for: it fills, it is compared, it
//! is proposed.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::codes::PlaceCode;
use crate::domain::fiscal_code::{FiscalCode, Given, Kind};
use crate::domain::sex::Sex;
use crate::tables::places;
use crate::ui::form::{Form, Name, Values, read};
use crate::ui::screens::common::place_name;
use crate::ui::strings::person_data as words;

/// The fields a code fills.
const FILLED: [Name; 3] = ["birth_date", "sex", "birth_place"];

/// What the code last read has filled.
#[derive(Default)]
pub struct Follow {
    seen: String,
    filled: BTreeMap<Name, String>,
}

impl Follow {
    /// Fills the birth from a new code: what is empty, or came from the code
    /// before. What somebody typed is never overwritten.
    pub fn fill(&mut self, form: &mut Form, today: NaiveDate) {
        let typed = form.values().raw("fiscal_code").to_owned();
        if typed == self.seen {
            return;
        }
        self.seen.clone_from(&typed);
        let Some(birth) = FiscalCode::parse(&typed).ok().and_then(|code| code.birth()) else { return };
        let date = birth.likely_date(today, &places::periods(birth.place));
        let texts = [
            date.map(read::show_date).unwrap_or_default(),
            birth.sex.letter().to_owned(),
            birth.place.as_str().to_owned(),
        ];
        for (field, text) in FILLED.into_iter().zip(texts) {
            let now = form.values().raw(field).to_owned();
            if now.is_empty() || self.filled.get(field) == Some(&now) {
                form.put(field, &text);
                self.filled.insert(field, text);
            }
        }
    }

    /// A stored record was read: its code is not new.
    pub fn read(&mut self, code: &str) {
        code.clone_into(&mut self.seen);
    }

    /// A name the search has brought along: Tab passes over it once the code
    /// agrees.
    pub fn bring(&mut self, field: Name, text: &str) {
        self.filled.insert(field, text.to_owned());
    }

    /// Does Tab pass over the field? It holds what the code says of it, or
    /// what the search brought along and the code agrees with.
    pub fn passes(&self, form: &Form, field: Name) -> bool {
        let values = form.values();
        let Ok(code) = FiscalCode::parse(values.raw("fiscal_code")) else { return false };
        let known = |field: &str| self.filled.get(field).is_some_and(|text| text == values.raw(field));
        let given = Given { surname: values.raw("surname"), name: values.raw("name"), ..Given::default() };
        match field {
            // Italian unless born abroad: then it is asked.
            "citizenship" => known("birth_place") && !values.raw("birth_place").starts_with('Z'),
            field => known(field) && code.compare(&given).iter().all(|differs| differs.field() != field),
        }
    }
}

/// The code these data give; `None` while something is missing.
pub fn proposed(values: &Values) -> Option<FiscalCode> {
    let (surname, name) = (values.text("surname")?, values.text("name")?);
    let sex: Sex = values.chosen_as("sex")?;
    let place = PlaceCode::parse(values.raw("birth_place")).ok()?;
    FiscalCode::compute(&surname, &name, values.date("birth_date")?, sex, place)
}

/// Words beside the fields: the check, the age, what agrees with the code.
pub fn remark(form: &mut Form, today: NaiveDate) {
    let values = form.values();
    let code = FiscalCode::parse(values.raw("fiscal_code")).ok();
    let said = match (&code, values.raw("fiscal_code").is_empty()) {
        (Some(code), _) if code.kind() == Kind::Ordinary => words::CODE_OK.to_owned(),
        (Some(code), _) => words::code_kind(code.kind().label()),
        (None, true) => proposed(&values).map(|code| words::proposed(code.as_str())).unwrap_or_default(),
        (None, false) => String::new(),
    };
    form.remark("fiscal_code", said);
    let born = values.date("birth_date");
    let place = PlaceCode::parse(values.raw("birth_place")).ok();
    let given =
        Given { birth_date: born, sex: values.chosen_as("sex"), birth_place: place, ..Given::default() };
    let final_code = code.filter(|code| !code.is_provisional());
    let differs: Option<Vec<&str>> =
        final_code.map(|code| code.compare(&given).iter().map(|d| d.field()).collect());
    let agrees = |field: &str, there: bool| match &differs {
        Some(differs) if there && !differs.contains(&field) => words::AGREES.to_owned(),
        _ => String::new(),
    };
    let age = born.and_then(|born| today.years_since(born)).map(words::age).unwrap_or_default();
    form.remark("birth_date", joined(&age, &agrees("birth_date", born.is_some())));
    form.remark("sex", agrees("sex", given.sex.is_some()));
    let name = place.map(|place| place_name(place.as_str())).unwrap_or_default();
    form.remark("birth_place", joined(&name, &agrees("birth_place", place.is_some())));
}

fn joined(a: &str, b: &str) -> String {
    [a, b].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("   ")
}
