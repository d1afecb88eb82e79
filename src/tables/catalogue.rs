//! The tables in force on a day: those that ship with the program, cut where
//! the office has rows of its own.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;

use crate::domain::did::income::Limits;
use crate::domain::law::Weight;
use crate::domain::office::Region;
use crate::domain::office_row::{Entry, LOGO, OfficeRow, PROTOCOL, Table, UNDER_THE_BOX, in_force};
use crate::domain::paper::stationery::{Logo, ProtocolMode, Stationery};
use crate::domain::parameters::{Collaboration, Parameters, Value};
use crate::tables::code_table::{
    Benefit, CodeRow, CodeTable, ConvocationChannel, GolTarget, JustifiedReason, LossReason, Path,
};
use crate::tables::income_limits::{self, Chosen, IncomeLimit};
use crate::tables::sheets;

/// Every table by date of effect. A past case is judged by the table of its
/// day: ask for the day the clock started, or the fact happened.
#[derive(Clone, Debug)]
pub struct Catalogue {
    region: Region,
    sheets: Vec<Vec<Entry>>,
    /// The parameters from each day on which some changed; the first entry
    /// holds from ever.
    parameters: Vec<(NaiveDate, Parameters)>,
    income_limits: Vec<IncomeLimit>,
    paths: CodeTable<Path>,
    gol_targets: CodeTable<GolTarget>,
    benefits: CodeTable<Benefit>,
    justified_reasons: CodeTable<JustifiedReason>,
    convocation_channels: CodeTable<ConvocationChannel>,
    loss_reasons: CodeTable<LossReason>,
}

impl Default for Catalogue {
    /// As it ships.
    fn default() -> Self {
        Self::new(Region::default(), &[])
    }
}

impl PartialEq for Catalogue {
    /// All else is made of the rows.
    fn eq(&self, other: &Self) -> bool {
        self.region == other.region && self.sheets == other.sheets
    }
}

impl Eq for Catalogue {}

impl Catalogue {
    /// The tables of an office of a region that has these rows of its own.
    /// Rows that do not fit (written by a newer program) are left out.
    #[must_use]
    pub fn new(region: Region, own: &[OfficeRow]) -> Self {
        let sheets: Vec<Vec<Entry>> = Table::ALL
            .iter()
            .map(|table| {
                let of_table: Vec<OfficeRow> = own
                    .iter()
                    .filter(|row| row.table == table.word() && fits(*table, row))
                    .cloned()
                    .collect();
                in_force(sheets::shipped(*table, region), &of_table)
            })
            .collect();
        let of = |table: Table| sheet(&sheets, table);
        let former = |table: Table| former(own, table, of(table));
        Self {
            parameters: parameters(of(Table::Parameters)),
            income_limits: typed(of(Table::IncomeLimits)),
            paths: codes(of(Table::Paths), former(Table::Paths)),
            gol_targets: codes(of(Table::GolTargets), former(Table::GolTargets)),
            benefits: codes(of(Table::Benefits), former(Table::Benefits)),
            justified_reasons: codes(of(Table::JustifiedReasons), former(Table::JustifiedReasons)),
            convocation_channels: codes(of(Table::ConvocationChannels), former(Table::ConvocationChannels)),
            loss_reasons: codes(of(Table::LossReasons), former(Table::LossReasons)),
            sheets,
            region,
        }
    }

    /// The rows of a table with the days they hold, office's own included; no
    /// two of one code share a day.
    #[must_use]
    pub fn rows(&self, table: Table) -> &[Entry] {
        sheet(&self.sheets, table)
    }

    /// The row of a code in force on a day.
    #[must_use]
    pub fn row(&self, table: Table, code: &str, day: NaiveDate) -> Option<&Entry> {
        self.rows(table).iter().find(|entry| entry.code == code && entry.period().contains(day))
    }

    /// The parameters of a day.
    #[must_use]
    pub fn parameters(&self, day: NaiveDate) -> &Parameters {
        let after = self.parameters.partition_point(|(from, _)| *from <= day);
        &self.parameters[after.saturating_sub(1)].1
    }

    /// The limit for an income of a year, the event being on a day (R-CON-1).
    #[must_use]
    pub fn income_limit(&self, reference_year: i32, event: NaiveDate) -> Option<Chosen<'_>> {
        income_limits::choose_from(&self.income_limits, reference_year, event)
    }

    /// The limits for a year of income and the day of its event; none where no
    /// row holds: no conservation (R-CON-1, R-CON-4).
    #[must_use]
    pub fn limits(&self, year: i32, day: NaiveDate) -> Limits {
        let of_collaboration = self.parameters(day).did.collaboration_limit;
        self.income_limit(year, day).map_or_else(Limits::default, |chosen| Limits {
            employee: chosen.limit.employee,
            collaboration: match of_collaboration {
                Collaboration::Employee => chosen.limit.employee,
                Collaboration::SelfEmployed => chosen.limit.self_employed,
            },
            self_employed: chosen.limit.self_employed,
            to_verify: chosen.to_verify,
        })
    }

    /// Paths of a PSP (R-PSP-17, R-PSP-18).
    #[must_use]
    pub fn paths(&self) -> &CodeTable<Path> {
        &self.paths
    }

    /// Target groups of GOL.
    #[must_use]
    pub fn gol_targets(&self) -> &CodeTable<GolTarget> {
        &self.gol_targets
    }

    /// Benefits; those with an end are history (R-MIA-4).
    #[must_use]
    pub fn benefits(&self) -> &CodeTable<Benefit> {
        &self.benefits
    }

    /// Reasons that justify an absence (R-JUS-1), a refusal (R-JUS-4).
    #[must_use]
    pub fn justified_reasons(&self) -> &CodeTable<JustifiedReason> {
        &self.justified_reasons
    }

    /// Convocation channels (R-CNV-8).
    #[must_use]
    pub fn convocation_channels(&self) -> &CodeTable<ConvocationChannel> {
        &self.convocation_channels
    }

    /// Why the unemployed status is lost (R-LOS-1).
    #[must_use]
    pub fn loss_reasons(&self) -> &CodeTable<LossReason> {
        &self.loss_reasons
    }

    /// The office's own paper on a day: what ships is not in it.
    #[must_use]
    pub fn stationery(&self, day: NaiveDate) -> Stationery {
        let own = self.rows(Table::Templates).iter().filter(|row| row.own.is_some());
        let templates = own.filter(|row| row.period().contains(day));
        let head = |code: &str| self.row(Table::Letterhead, code, day);
        let logo = head(LOGO).and_then(|row| {
            Some(Logo { file: STANDARD.decode(row.text("image")).ok()?, alt: row.text("alt").to_owned() })
        });
        Stationery {
            templates: templates.map(|row| (row.code.clone(), row.text("text").to_owned())).collect(),
            lines: head(UNDER_THE_BOX)
                .map(|row| row.text("lines").lines().map(str::to_owned).collect())
                .unwrap_or_default(),
            logo: logo.filter(|logo| !logo.file.is_empty()),
            protocol: self.protocol(day),
        }
    }

    /// Where the protocol number of a document issued on a day comes from.
    #[must_use]
    pub fn protocol(&self, day: NaiveDate) -> ProtocolMode {
        let word = self.row(Table::Letterhead, PROTOCOL, day).map(|row| row.text("mode"));
        word.and_then(ProtocolMode::named).unwrap_or_default()
    }

    /// Whose profile it is.
    #[must_use]
    pub fn region(&self) -> Region {
        self.region
    }

    /// What the office, or else the profile of its region, makes of a rule on
    /// a day; `None` for rules that are the same everywhere.
    #[must_use]
    pub fn weight(&self, rule: &str, day: NaiveDate) -> Option<Weight> {
        let level = self.row(Table::Rules, rule, day)?.cells.get("level")?;
        serde_json::from_value(level.clone()).ok()
    }
}

fn sheet(sheets: &[Vec<Entry>], table: Table) -> &[Entry] {
    let place = Table::ALL.iter().position(|known| *known == table);
    place.and_then(|place| sheets.get(place)).map_or(&[], Vec::as_slice)
}

fn fits(table: Table, row: &OfficeRow) -> bool {
    let takes = |(name, value): (&String, &Json)| {
        let column = table.columns_of(&row.code).find(|column| column.name == name);
        column.is_some_and(|column| column.takes(&row.code, value))
    };
    row.cells.iter().all(takes)
}

/// Entries as the values of a type: dates and columns side by side.
fn typed<Row: DeserializeOwned>(entries: &[Entry]) -> Vec<Row> {
    let row = |entry: &Entry| {
        let mut fields: serde_json::Map<String, Json> = entry.cells.clone().into_iter().collect();
        fields.insert("code".to_owned(), entry.code.clone().into());
        for (name, day) in [("valid_from", entry.valid_from), ("valid_to", entry.valid_to)] {
            fields.extend(day.map(|day| (name.to_owned(), day.to_string().into())));
        }
        serde_json::from_value(fields.into()).ok()
    };
    entries.iter().filter_map(row).collect()
}

fn codes<Extra: DeserializeOwned>(entries: &[Entry], former: Vec<Entry>) -> CodeTable<Extra> {
    let mut rows = typed::<CodeRow<Extra>>(entries);
    rows.extend(typed::<CodeRow<Extra>>(&former));
    CodeTable::new(rows)
}

/// The codes an office added and took back whole. They hold on no day, but
/// what was recorded with one meanwhile is still read by its name.
fn former(own: &[OfficeRow], table: Table, entries: &[Entry]) -> Vec<Entry> {
    let gone = |row: &&OfficeRow| {
        row.table == table.word() && fits(table, row) && entries.iter().all(|entry| entry.code != row.code)
    };
    let mut last: BTreeMap<&str, Entry> = BTreeMap::new();
    for row in own.iter().filter(gone).filter(|row| row.cells.contains_key("label")) {
        let ended = row.valid_from.pred_opt();
        let (code, cells) = (row.code.clone(), row.cells.clone());
        let entry =
            Entry { code, cells, valid_from: Some(row.valid_from), valid_to: ended, own: Some(row.id) };
        last.insert(&row.code, entry);
    }
    last.into_values().collect()
}

fn parameters(entries: &[Entry]) -> Vec<(NaiveDate, Parameters)> {
    let mut days: Vec<NaiveDate> =
        entries.iter().filter_map(|entry| entry.valid_from).chain([NaiveDate::MIN]).collect();
    days.sort();
    days.dedup();
    let value =
        |entry: &Entry| -> Option<Value> { serde_json::from_value(entry.cells.get("value")?.clone()).ok() };
    let on = |day: NaiveDate| {
        Parameters::read(|code| {
            entries.iter().find(|entry| entry.code == code && entry.period().contains(day)).and_then(value)
        })
        .expect("every day has each parameter: a test reads those that ship, rows of an office were checked")
    };
    days.into_iter().map(|day| (day, on(day))).collect()
}

/// The tables as they ship to an office of a region.
#[must_use]
pub fn shipped(region: Region) -> &'static Arc<Catalogue> {
    static SHIPPED: OnceLock<Vec<Arc<Catalogue>>> = OnceLock::new();
    let made = |region: &Region| Arc::new(Catalogue::new(*region, &[]));
    let all = SHIPPED.get_or_init(|| Region::ALL.iter().map(made).collect());
    // A region that is in no list is no region's.
    all.iter().find(|of| of.region == region).unwrap_or(&all[all.len() - 1])
}

/// The tables as they ship, for who has no office.
#[must_use]
pub fn embedded() -> &'static Arc<Catalogue> {
    shipped(Region::default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::code_table;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn own(table: Table, code: &str, cells: &str, from: &str) -> OfficeRow {
        OfficeRow {
            table: table.word().into(),
            code: code.into(),
            cells: serde_json::from_str(cells).unwrap(),
            valid_from: day(from),
            ..OfficeRow::default()
        }
    }

    #[test]
    fn every_day_has_its_parameters() {
        for day in [NaiveDate::MIN, day("2015-09-24"), day("2026-11-23"), NaiveDate::MAX] {
            let of = embedded().parameters(day);
            assert_eq!((of.psp.contact_days, of.psp.contact_days_insurance), (30, 15), "{day}");
            assert_eq!((of.did.suspension_days, of.did.sanction_wait_months), (180, 2), "{day}");
        }
    }

    #[test]
    fn the_paper_of_the_office_holds_from_its_day() {
        let png = "iVBORw0KGgo=";
        let rows = [
            own(Table::Templates, "psp", r##"{"text": "# Patto"}"##, "2026-12-01"),
            own(
                Table::Letterhead,
                "lines",
                r#"{"lines": "Ambito di Esempio\nSettore lavoro"}"#,
                "2026-12-01",
            ),
            own(
                Table::Letterhead,
                "logo",
                &format!(r#"{{"image": "{png}", "alt": "stemma"}}"#),
                "2026-12-02",
            ),
            own(Table::Letterhead, "logo", r#"{"image": null}"#, "2026-12-03"),
            own(Table::Letterhead, "protocol", r#"{"mode": "register"}"#, "2026-12-03"),
            own(Table::Letterhead, "lines", r#"{"mode": "register"}"#, "2026-12-05"),
        ];
        let of = Catalogue::new(Region::Neutral, &rows);
        assert_eq!(of.stationery(day("2026-11-30")), Stationery::default());
        let first = of.stationery(day("2026-12-01"));
        assert_eq!(first.template("psp"), Some("# Patto"));
        assert_eq!((first.lines.len(), first.logo, first.protocol), (2, None, ProtocolMode::None));
        let logo = of.stationery(day("2026-12-02")).logo.unwrap();
        assert_eq!((logo.file.len(), logo.alt.as_str()), (8, "stemma"));
        let last = of.stationery(day("2026-12-05"));
        assert_eq!((last.logo, last.protocol, last.lines.len()), (None, ProtocolMode::Register, 2));
    }

    #[test]
    fn without_rows_of_the_office_every_table_is_as_it_ships() {
        let shipped = embedded();
        assert_eq!(shipped.paths().rows(), code_table::paths().rows());
        assert_eq!(shipped.benefits().rows(), code_table::benefits().rows());
        assert_eq!(shipped.gol_targets().rows(), code_table::gol_targets().rows());
        assert_eq!(shipped.loss_reasons().rows(), code_table::loss_reasons().rows());
        assert_eq!(shipped.justified_reasons().rows(), code_table::justified_reasons().rows());
        assert_eq!(shipped.convocation_channels().rows(), code_table::convocation_channels().rows());
        assert_eq!(shipped.income_limits, income_limits::all());
    }

    #[test]
    fn the_rows_of_the_office_hold_from_their_day() {
        let rows = [
            own(Table::Parameters, "psp.contact_days", r#"{"value": 20}"#, "2026-12-01"),
            own(Table::Paths, "gol_1", "{}", "2026-09-01"),
            own(Table::Paths, "regione_formazione", r#"{"label": "formazione regionale"}"#, "2026-12-01"),
            own(Table::IncomeLimits, "conservation", r#"{"employee": 900000}"#, "2027-01-01"),
            own(Table::Benefits, "sfl", r#"{"in_use": false}"#, "2026-12-01"),
            own(Table::Parameters, "psp.contact_days", r#"{"value": 9999}"#, "2026-12-02"),
        ];
        let of = Catalogue::new(Region::Neutral, &rows);
        assert_eq!(of.parameters(day("2026-11-30")).psp.contact_days, 30);
        assert_eq!(of.parameters(day("2026-12-01")).psp.contact_days, 20);
        assert_eq!(
            of.parameters(day("2026-12-02")).psp.contact_days,
            20,
            "a row that does not fit says nothing"
        );
        let choosable = |text: &str| of.paths().on(day(text)).map(|row| row.code.clone()).collect::<Vec<_>>();
        assert!(choosable("2026-09-01").contains(&"gol_1".to_owned()));
        assert!(!choosable("2026-11-30").contains(&"regione_formazione".to_owned()));
        assert!(choosable("2026-12-01").contains(&"regione_formazione".to_owned()));
        let limit = |year, on| of.income_limit(year, day(on)).unwrap().limit.employee.unwrap().0;
        assert_eq!((limit(2026, "2026-12-31"), limit(2027, "2027-01-01")), (850_000, 900_000));
        assert_eq!(of.income_limit(2027, day("2027-01-01")).unwrap().limit.self_employed.unwrap().0, 550_000);
        assert!(of.benefits().on(day("2026-11-30")).any(|row| row.code == "sfl"));
        assert!(!of.benefits().on(day("2026-12-01")).any(|row| row.code == "sfl"));
        assert_eq!(
            of.benefits().get_on("sfl", day("2026-12-01")).unwrap().label,
            embedded().benefits().label("sfl")
        );
    }
}
