//! One row of section 6 or 7 while it is being written.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use crate::desk::Command;
use crate::desk::command::{PspMeasure, PspSearchAct};
use crate::domain::ids::{MeasureId, PspVersionId, SearchActId};
use crate::domain::psp::{Measure, MeasureForm, SearchAct, SearchActForm};
use crate::tables::lep::LepEntry;
use crate::ui::form::{Form, Item, Source, Spec, Values, area, choice, date, lookup, text};
use crate::ui::screens::common::day;
use crate::ui::screens::lep;
use crate::ui::strings::{psp as titles, psp_form as words};

/// Days a new measure lasts, until the operator says otherwise.
const LASTS: u64 = 90;

/// The row being written: a new one, or one of the pact.
pub struct Row {
    /// Its form.
    pub form: Form,
    /// Which row.
    pub of: RowOf,
}

/// Which row is being written.
#[derive(Clone, Debug, PartialEq)]
pub enum RowOf {
    /// A measure, as it stood.
    Measure(Option<Box<Measure>>),
    /// A search act, as it stood.
    Act(Option<Box<SearchAct>>),
}

impl Row {
    /// A measure to write.
    #[must_use]
    pub fn measure(row: Option<&Measure>, today: NaiveDate) -> Self {
        let mut form = Form::new(measure_spec(), today);
        let seen = row.map(Measure::form).unwrap_or_else(|| MeasureForm {
            from: Some(today),
            to: today.checked_add_days(Days::new(LASTS)),
            ..MeasureForm::default()
        });
        form.read(&measure_values(&seen));
        Self { form, of: RowOf::Measure(row.cloned().map(Box::new)) }
    }

    /// A search act to write.
    #[must_use]
    pub fn act(row: Option<&SearchAct>, today: NaiveDate) -> Self {
        let mut form = Form::new(act_spec(), today);
        let seen = row.map(SearchAct::form).unwrap_or_default();
        form.read(&act_values(&seen));
        Self { form, of: RowOf::Act(row.cloned().map(Box::new)) }
    }

    /// Its title.
    #[must_use]
    pub fn title(&self) -> String {
        match &self.of {
            RowOf::Measure(row) => titles::measure_title(row.as_ref().map(|row| row.position)),
            RowOf::Act(row) => titles::act_title(row.as_ref().map(|row| row.position)),
        }
    }

    /// The id of the row as text, empty for a new one: for the draft.
    #[must_use]
    pub fn id(&self) -> String {
        match &self.of {
            RowOf::Measure(Some(row)) => row.id.to_string(),
            RowOf::Act(Some(row)) => row.id.to_string(),
            RowOf::Measure(None) | RowOf::Act(None) => String::new(),
        }
    }

    /// After the LEP changed: the only code is taken, a code of another LEP
    /// goes, the outcome expected is proposed. With more codes none is taken
    /// (R-LEP-2).
    pub fn follow_lep(&mut self) {
        let values = self.form.values();
        if let Some(code) = lep::sap_after(values.raw("now.lep"), values.raw("now.sap")) {
            self.form.put("now.sap", &code);
        }
        let output = entry(&values).and_then(|entry| entry.outputs.first());
        if let (true, Some(output)) = (values.raw("now.expected_outcome").is_empty(), output) {
            self.form.put("now.expected_outcome", output);
        }
    }

    /// The command that writes the row.
    #[must_use]
    pub fn command(&self, version: PspVersionId) -> Command {
        let v = self.form.values();
        match &self.of {
            RowOf::Measure(row) => Command::PspMeasure(PspMeasure {
                id: row.as_ref().map_or_else(MeasureId::default, |row| row.id),
                version,
                was: row.as_ref().map(|row| row.form()),
                now: Some(MeasureForm {
                    title: v.text_or_empty("now.title"),
                    lep: v.text_or_empty("now.lep"),
                    sap: lep::sap_of(v.raw("now.sap")),
                    provider: v.text_or_empty("now.provider"),
                    from: v.date("now.from"),
                    to: v.date("now.to"),
                    expected_outcome: v.text_or_empty("now.expected_outcome"),
                    note: v.text_or_empty("now.note"),
                }),
                accepted: Vec::new(),
            }),
            RowOf::Act(row) => Command::PspSearchAct(PspSearchAct {
                id: row.as_ref().map_or_else(SearchActId::default, |row| row.id),
                version,
                was: row.as_ref().map(|row| row.form()),
                now: Some(SearchActForm {
                    action: v.text_or_empty("now.action"),
                    quantity: v.text_or_empty("now.quantity"),
                    by_date: v.date("now.by_date"),
                }),
            }),
        }
    }
}

fn measure_spec() -> Spec {
    Spec::new()
        .row([lookup("now.lep", words::LEP.0, Source::Of(|_| lep::items()))
            .need()
            .width(4)
            .help(words::LEP.1)])
        .row([choice("now.sap", words::SAP.0, Source::Of(sap_items))
            .grow()
            .help(words::SAP.1)
            .rules(&["R-LEP-1", "R-LEP-2", "R-LEP-9"])])
        .row([
            date("now.from", words::FROM.0).help(words::FROM.1),
            date("now.to", words::TO.0).help(words::TO.1),
        ])
        .row([text("now.provider", words::PROVIDER.0)
            .width(16)
            .hint(words::THIS_OFFICE)
            .help(words::PROVIDER.1)])
        .row([text("now.expected_outcome", words::EXPECTED.0).limit(400).grow().help(words::EXPECTED.1)])
        .row([text("now.title", words::TITLE.0).grow().help(words::TITLE.1)])
        .row([area("now.note", words::NOTE.0, 1).help(words::NOTE.1)])
}

fn act_spec() -> Spec {
    Spec::new()
        .row([text("now.action", words::ACTION.0).need().limit(400).grow().help(words::ACTION.1)])
        .row([text("now.quantity", words::QUANTITY.0).grow().help(words::QUANTITY.1).rules(&["R-PSP-2"])])
        .row([date("now.by_date", words::BY.0).help(words::BY.1)])
}

fn entry(values: &Values) -> Option<&'static LepEntry> {
    lep::entry(values.raw("now.lep"))
}

/// The codes of the LEP chosen, and no other.
fn sap_items(values: &Values) -> Vec<Item> {
    lep::sap_items(values.raw("now.lep"))
}

fn measure_values(form: &MeasureForm) -> BTreeMap<String, String> {
    named([
        ("now.lep", form.lep.clone()),
        ("now.sap", lep::sap_value(&form.sap)),
        ("now.title", form.title.clone()),
        ("now.provider", form.provider.clone()),
        ("now.from", day(form.from)),
        ("now.to", day(form.to)),
        ("now.expected_outcome", form.expected_outcome.clone()),
        ("now.note", form.note.clone()),
    ])
}

fn act_values(form: &SearchActForm) -> BTreeMap<String, String> {
    named([
        ("now.action", form.action.clone()),
        ("now.quantity", form.quantity.clone()),
        ("now.by_date", day(form.by_date)),
    ])
}

fn named<const N: usize>(pairs: [(&str, String); N]) -> BTreeMap<String, String> {
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::activity::SapChoice;
    use crate::ui::screens::lep;

    fn after(lep: &str) -> (String, usize) {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let mut row = Row::measure(None, today);
        row.form.put("now.lep", lep);
        row.follow_lep();
        let values = row.form.values();
        (values.raw("now.sap").to_owned(), sap_items(&values).len())
    }

    #[test]
    fn only_the_codes_of_the_lep_and_never_a_guess() {
        assert_eq!(after("E"), (String::new(), 2), "A03 or A06: the operator chooses");
        assert_eq!(after("F3"), ("B03".to_owned(), 1), "CO is no code");
        assert_eq!(after("H").0, "--");
        assert_eq!(after("zz"), (String::new(), 0));
    }

    #[test]
    fn a_choice_survives_the_form() {
        for choice in [
            SapChoice::Unchosen,
            SapChoice::NotAttested,
            SapChoice::Attested("A03".into()),
            SapChoice::Candidate("N00".into()),
        ] {
            assert_eq!(lep::sap_of(&lep::sap_value(&choice)), choice);
        }
    }
}
