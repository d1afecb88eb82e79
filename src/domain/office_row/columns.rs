//! The columns an office may set in each table, and what they may hold.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value as Json;

use super::{Entry, Table};
use crate::domain::paper::stationery::{MOST_LINES, MOST_LOGO, MOST_TEMPLATE, ProtocolMode, is_picture};
use crate::domain::parameters::{Parameters, Value};
use crate::domain::text::{excerpt, is_control};

/// What a column may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// A line of words.
    Text,
    /// Yes or no.
    Flag,
    /// Cents of euro a year; null: none.
    Cents,
    /// A day, `2026-12-01`; null: none.
    Day,
    /// One of these words.
    Word(&'static [(&'static str, &'static str)]),
    /// What the parameter of the row's code may be.
    Parameter,
    /// A few short lines, one below the other; null: none.
    Lines,
    /// The text of a template, as `docs/modelli.md` tells.
    Template,
    /// A PNG or JPEG file in base 64; null: none.
    Picture,
}

/// A column an office may set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name in the file and in the command.
    pub name: &'static str,
    /// As operators read it.
    pub label: &'static str,
    /// What it may hold.
    pub cell: Cell,
    /// Must a code of the office's own have it?
    pub required: bool,
    /// The one code that has it; `None`: each.
    pub only: Option<&'static str>,
}

const fn column(name: &'static str, label: &'static str, cell: Cell) -> Column {
    Column { name, label, cell, required: false, only: None }
}

const fn required(name: &'static str, label: &'static str, cell: Cell) -> Column {
    Column { name, label, cell, required: true, only: None }
}

const fn only(code: &'static str, name: &'static str, label: &'static str, cell: Cell) -> Column {
    Column { name, label, cell, required: false, only: Some(code) }
}

const LABEL: Column = required("label", "dicitura", Cell::Text);
/// Without it a code could be added to an office's list and never taken out.
const IN_USE: Column = column("in_use", "in uso", Cell::Flag);

const PARAMETERS: &[Column] = &[required("value", "valore", Cell::Parameter)];
const INCOME_LIMITS: &[Column] = &[
    column("employee", "dipendenti, euro l'anno", Cell::Cents),
    column("self_employed", "autonomi, euro l'anno", Cell::Cents),
];
const PATHS: &[Column] = &[LABEL, IN_USE];
const GOL_TARGETS: &[Column] = &[LABEL, required("criterion", "chi ne fa parte", Cell::Text), IN_USE];
const BENEFITS: &[Column] = &[LABEL, column("miattivo", "nell'elenco di MiAttivo", Cell::Flag), IN_USE];
const JUSTIFIED_REASONS: &[Column] =
    &[LABEL, required("offer", "vale anche per il rifiuto di un'offerta", Cell::Flag), IN_USE];
const CONVOCATION_CHANNELS: &[Column] = &[
    LABEL,
    column(
        "proof",
        "prova per una sanzione",
        Cell::Word(&[("always", "sempre"), ("by_benefit", "secondo il beneficio"), ("never", "mai")]),
    ),
    column("insurance_from", "NASpI e DIS-COLL: prova per domande accolte dal", Cell::Day),
    column("inclusion", "AdI e SFL: prova con i contatti convalidati del PAD", Cell::Flag),
    IN_USE,
];
const LOSS_REASONS: &[Column] = &[
    LABEL,
    required("sanction", "sanzione dell'art. 21 (due mesi di attesa)", Cell::Flag),
    required(
        "event",
        "evento della DID",
        Cell::Word(&[("lost", "perdita"), ("revoked", "revoca"), ("annulled", "annullamento")]),
    ),
    IN_USE,
];
/// The level of a rule nobody changed: each sentence has its own.
const AS_WRITTEN: &str = "as_is";
const RULES: &[Column] = &[required(
    "level",
    "livello",
    Cell::Word(&[
        (AS_WRITTEN, "come è scritta"),
        ("block", "blocca"),
        ("warn", "avvisa"),
        ("show", "mostra"),
        ("record", "registra"),
        ("off", "spenta"),
    ]),
)];

const TEMPLATES: &[Column] = &[column("text", "testo del modello", Cell::Template)];
/// The code of the lines under the box of the office.
pub const UNDER_THE_BOX: &str = "lines";
/// The code of the logo.
pub const LOGO: &str = "logo";
/// The code of the way documents are registered.
pub const PROTOCOL: &str = "protocol";
const LETTERHEAD: &[Column] = &[
    only(UNDER_THE_BOX, "lines", "righe", Cell::Lines),
    only(LOGO, "image", "immagine", Cell::Picture),
    only(LOGO, "alt", "testo alternativo", Cell::Text),
    only(PROTOCOL, "mode", "numero di protocollo", Cell::Word(ProtocolMode::WORDS)),
];

const PERMISSIONS: &[Column] = &[
    required("operator", "operatore", Cell::Flag),
    required("supervisor", "responsabile", Cell::Flag),
    required("reader", "lettore", Cell::Flag),
    required("administrator", "amministratore", Cell::Flag),
];

impl Table {
    /// The columns an office may set.
    #[must_use]
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::Parameters => PARAMETERS,
            Self::IncomeLimits => INCOME_LIMITS,
            Self::Paths => PATHS,
            Self::GolTargets => GOL_TARGETS,
            Self::Benefits => BENEFITS,
            Self::JustifiedReasons => JUSTIFIED_REASONS,
            Self::ConvocationChannels => CONVOCATION_CHANNELS,
            Self::LossReasons => LOSS_REASONS,
            Self::Rules => RULES,
            Self::Templates => TEMPLATES,
            Self::Letterhead => LETTERHEAD,
            Self::Permissions => PERMISSIONS,
        }
    }

    /// The columns the row of a code may have.
    pub fn columns_of(self, code: &str) -> impl Iterator<Item = &'static Column> {
        self.columns().iter().filter(move |column| column.only.is_none_or(|only| only == code))
    }

    /// What a row says as operators read it, its label apart: `30 giorni`,
    /// `dipendenti, euro l'anno: 8.500,00 euro`.
    #[must_use]
    pub fn told(self, row: &Entry) -> String {
        let columns = || self.columns_of(&row.code).filter(|column| column.name != LABEL.name);
        let alone = columns().filter(|column| column.name != IN_USE.name).count() == 1;
        let told = |column: &Column| {
            let cell = row.cells.get(column.name)?;
            // A rule left as it is written is told by what it then does.
            let written = row.cells.get("declared").filter(|_| *cell == AS_WRITTEN);
            let shown = column.shown(&row.code, written.unwrap_or(cell));
            Some(if alone && column.name != IN_USE.name {
                shown
            } else {
                format!("{}: {shown}", column.label)
            })
        };
        columns().filter_map(told).collect::<Vec<_>>().join("; ")
    }

    /// The column of that name.
    #[must_use]
    pub fn column(self, name: &str) -> Option<&'static Column> {
        self.columns().iter().find(|column| column.name == name)
    }
}

/// Longest text of a column.
const TEXT: usize = 200;
/// Most cents of a yearly limit: a hundred thousand euro.
const MOST_CENTS: i64 = 10_000_000;

impl Column {
    /// May it hold that, in the row of a code?
    #[must_use]
    pub fn takes(&self, code: &str, value: &Json) -> bool {
        match self.cell {
            Cell::Text => value.as_str().is_some_and(|text| {
                !text.trim().is_empty() && text.chars().count() <= TEXT && !text.chars().any(char::is_control)
            }),
            Cell::Flag => value.is_boolean(),
            Cell::Cents => value.is_null() || value.as_i64().is_some_and(|n| (0..=MOST_CENTS).contains(&n)),
            Cell::Day => value.is_null() || value.as_str().is_some_and(is_day),
            Cell::Word(words) => {
                value.as_str().is_some_and(|word| words.iter().any(|(known, _)| *known == word))
            }
            Cell::Parameter => {
                let given = serde_json::from_value::<Value>(value.clone());
                Parameters::spec(code).is_some_and(|spec| given.is_ok_and(|given| spec.takes(&given)))
            }
            Cell::Lines => value.is_null() || value.as_str().is_some_and(fits_under_the_box),
            Cell::Template => value.as_str().is_some_and(|text| {
                let drives = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
                !text.trim().is_empty() && text.len() <= MOST_TEMPLATE && !text.chars().any(drives)
            }),
            Cell::Picture => value.is_null() || value.as_str().is_some_and(|text| size(text).is_some()),
        }
    }

    /// What it wants, in Italian.
    #[must_use]
    pub fn wanted(&self, code: &str) -> String {
        match self.cell {
            Cell::Text => format!("un testo di una riga, fino a {TEXT} caratteri"),
            Cell::Flag => "sì o no (true o false)".to_owned(),
            Cell::Cents => "un importo da 0 a 100.000 euro (nei file: in centesimi interi)".to_owned(),
            Cell::Day => "una data, per esempio 2026-12-01".to_owned(),
            Cell::Word(words) => {
                let each: Vec<String> =
                    words.iter().map(|(word, label)| format!("{word} ({label})")).collect();
                format!("una parola fra {}", each.join(", "))
            }
            Cell::Parameter => Parameters::spec(code)
                .map_or_else(|| "un parametro che esiste".to_owned(), |spec| spec.wanted()),
            Cell::Lines => format!("un testo fino a {MOST_LINES} righe di {LINE_LENGTH} caratteri l'una"),
            Cell::Template => format!("un testo fino a {} kB", MOST_TEMPLATE / 1024),
            Cell::Picture => format!("un'immagine PNG o JPEG fino a {} kB", MOST_LOGO / 1024),
        }
    }

    /// A value as operators read it.
    #[must_use]
    pub fn shown(&self, code: &str, value: &Json) -> String {
        match (self.cell, value) {
            (_, Json::Null) => "—".to_owned(),
            (Cell::Flag, Json::Bool(flag)) => if *flag { "sì" } else { "no" }.to_owned(),
            (Cell::Cents, Json::Number(n)) => {
                format!("{} euro", crate::domain::money::Cents(n.as_i64().unwrap_or(0)))
            }
            (Cell::Day, Json::String(text)) => text
                .parse::<chrono::NaiveDate>()
                .map_or_else(|_| text.clone(), |day| day.format("%d/%m/%Y").to_string()),
            (Cell::Word(words), Json::String(word)) => {
                words.iter().find(|(known, _)| known == word).map_or(word.as_str(), |(_, l)| *l).to_owned()
            }
            (Cell::Parameter, value) => {
                match (Parameters::spec(code), serde_json::from_value::<Value>(value.clone())) {
                    (Some(spec), Ok(value)) => spec.shown(&value),
                    _ => value.to_string(),
                }
            }
            (Cell::Lines, Json::String(text)) => excerpt(&text.lines().collect::<Vec<_>>().join(" / ")),
            (Cell::Template, Json::String(text)) => {
                let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
                format!("{} caratteri, comincia con «{}»", text.chars().count(), excerpt(first.trim()))
            }
            (Cell::Picture, Json::String(text)) => match size(text) {
                Some(bytes) => format!("{} kB", bytes.div_ceil(1024)),
                None => "un'immagine che non si legge".to_owned(),
            },
            (_, Json::String(text)) => text.clone(),
            (_, other) => other.to_string(),
        }
    }
}

/// Most characters of a line under the box of the office.
const LINE_LENGTH: usize = 100;

fn fits_under_the_box(text: &str) -> bool {
    let line = |line: &str| {
        !line.trim().is_empty() && line.chars().count() <= LINE_LENGTH && !line.chars().any(is_control)
    };
    (1..=MOST_LINES).contains(&text.split('\n').count()) && text.split('\n').all(line)
}

/// Bytes of a picture in base 64; none when it is no picture or too large.
fn size(text: &str) -> Option<usize> {
    if text.len() > MOST_LOGO.div_ceil(3) * 4 {
        return None;
    }
    let file = STANDARD.decode(text).ok()?;
    (is_picture(&file) && file.len() <= MOST_LOGO).then_some(file.len())
}

fn is_day(text: &str) -> bool {
    text.parse::<chrono::NaiveDate>().is_ok()
}
