//! The form of each section of PS01; its fields are those of the version.

use std::collections::BTreeMap;

use crate::domain::event::AcceptedWarning;
use crate::domain::finding::Finding;
use crate::domain::ids::OperatorId;
use crate::domain::psp::{PspVersion, rules};
use crate::tables::code_table;
use crate::ui::form::spec::FieldSpec;
use crate::ui::form::{Form, Item, Source, Spec, Values, area, choice, date, lookup, text, tick};
use crate::ui::screen::Cx;
use crate::ui::screens::common::{day, items, items_with};
use crate::ui::strings::psp_form as words;

fn with(field: FieldSpec, help: words::Words) -> FieldSpec {
    field.help(help.1)
}

fn frequencies(values: &Values) -> Vec<Item> {
    items(code_table::contact_frequencies(), values.today())
}

fn modes(values: &Values) -> Vec<Item> {
    items(code_table::contact_modes(), values.today())
}

fn proofs(values: &Values) -> Vec<Item> {
    items(code_table::proof_methods(), values.today())
}

/// The form of a section; `None` for one that is only shown.
#[must_use]
pub fn of(section: u8, pact_version: &PspVersion, has_measures: bool, cx: &Cx) -> Option<Form> {
    let mut form = Form::new(spec(section, has_measures)?, cx.today());
    let (channels, held) = (cx.tables().convocation_channels(), &pact_version.convocation_channel);
    form.give("convocation_channel", items_with(channels, cx.today(), held));
    form.read(&values(pact_version));
    Some(form)
}

fn spec(section: u8, has_measures: bool) -> Option<Spec> {
    let spec = Spec::new();
    Some(match section {
        1 => spec.row([with(text("contact_address", words::ADDRESS.0), words::ADDRESS)
            .limit(240)
            .grow()
            .rules(&["R-PSP-12"])]),
        4 => spec.row([with(area("objective", words::OBJECTIVE.0, 6), words::OBJECTIVE).rules(&["R-PAT-8"])]),
        5 => spec
            .row([with(lookup("case_officer", words::OFFICER.0, Source::Given), words::OFFICER)
                .grow()
                .rules(&["R-PSP-2"])])
            .row([with(
                choice("contact_frequency", words::FREQUENCY.0, Source::Of(frequencies)),
                words::FREQUENCY,
            )
            .rules(&["R-PSP-2"])])
            .row([with(choice("contact_mode", words::MODE.0, Source::Of(modes)), words::MODE)
                .grow()
                .rules(&["R-PSP-2"])])
            .row([with(choice("convocation_channel", words::CHANNEL.0, Source::Given), words::CHANNEL)
                .rules(&["R-PSP-13", "R-CNV-9"])])
            .row([with(tick("working_day_calls", words::WORKING_DAYS.0), words::WORKING_DAYS)
                .rules(&["R-PSP-13"])]),
        6 if !has_measures => {
            spec.row([with(text("no_measure_reason", words::NO_MEASURE.0), words::NO_MEASURE)
                .limit(400)
                .grow()
                .rules(&["R-PAT-9"])])
        }
        7 => {
            spec.row([with(choice("proof_method", words::PROOF.0, Source::Of(proofs)).grow(), words::PROOF)
                .rules(&["R-PSP-2"])])
        }
        9 => spec
            .row([with(tick("available_initiatives", words::A.0), words::A).rules(&["R-PSP-3"])])
            .row([with(tick("available_training", words::B.0), words::B).rules(&["R-PSP-3"])])
            .row([with(tick("accepts_offers", words::C.0), words::C).rules(&["R-PSP-3"])])
            .gap()
            .row([with(area("person_commitments", words::PERSON.0, 6), words::PERSON)]),
        10 => spec.row([with(area("office_commitments", words::OFFICE.0, 7), words::OFFICE)]),
        14 => spec.row([with(date("confirm_by", words::CONFIRM.0), words::CONFIRM).rules(&["R-PSP-16"])]),
        _ => return None,
    })
}

fn ticked(on: bool) -> String {
    if on { crate::ui::form::values::ON.to_owned() } else { String::new() }
}

fn values(version: &PspVersion) -> BTreeMap<String, String> {
    let v = version;
    [
        ("contact_address", v.contact_address.clone()),
        ("objective", v.objective.clone()),
        ("case_officer", v.case_officer.map(|id| id.to_string()).unwrap_or_default()),
        ("contact_frequency", v.contact_frequency.clone()),
        ("contact_mode", v.contact_mode.clone()),
        ("convocation_channel", v.convocation_channel.clone()),
        ("working_day_calls", ticked(v.working_day_calls)),
        ("no_measure_reason", v.no_measure_reason.clone()),
        ("proof_method", v.proof_method.clone()),
        ("available_initiatives", ticked(v.available_initiatives)),
        ("available_training", ticked(v.available_training)),
        ("accepts_offers", ticked(v.accepts_offers)),
        ("person_commitments", v.person_commitments.clone()),
        ("office_commitments", v.office_commitments.clone()),
        ("confirm_by", day(v.confirm_by)),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value))
    .collect()
}

/// The version with what the form of a section says.
#[must_use]
pub fn applied(section: u8, form: &Form, version: &PspVersion) -> PspVersion {
    let v = form.values();
    let text = |name| v.text_or_empty(name);
    let mut to = version.clone();
    match section {
        1 => to.contact_address = text("contact_address"),
        4 => to.objective = text("objective"),
        5 => {
            to.case_officer = v.chosen("case_officer").and_then(|id| id.parse().ok()).map(OperatorId);
            to.contact_frequency = text("contact_frequency");
            to.contact_mode = text("contact_mode");
            to.convocation_channel = text("convocation_channel");
            to.working_day_calls = v.on("working_day_calls");
        }
        6 => to.no_measure_reason = text("no_measure_reason"),
        7 => to.proof_method = text("proof_method"),
        9 => {
            to.available_initiatives = v.on("available_initiatives");
            to.available_training = v.on("available_training");
            to.accepts_offers = v.on("accepts_offers");
            to.person_commitments = text("person_commitments");
        }
        10 => to.office_commitments = text("office_commitments"),
        14 => to.confirm_by = v.date("confirm_by"),
        _ => {}
    }
    to
}

/// The findings of one section, named as its fields are.
#[must_use]
pub fn findings(section: u8, all: &[Finding]) -> Vec<Finding> {
    let here = all.iter().filter(|finding| rules::section_of(finding) == Some(section));
    here.map(|finding| {
        let field = finding.field.as_deref().and_then(|path| path.splitn(3, '.').nth(2));
        Finding { field: field.map(|name| name.to_owned().into()), ..finding.clone() }
    })
    .collect()
}

/// What was accepted about one section, named as the fields of its form are.
#[must_use]
pub fn accepted(section: u8, form: &Form, all: Vec<AcceptedWarning>) -> Vec<AcceptedWarning> {
    let here = |mut warning: AcceptedWarning| {
        let path = warning.field.take()?;
        let own = match rules::section_at(&path) {
            Some(at) => (at == section).then(|| path.splitn(3, '.').nth(2).map(str::to_owned))?,
            None => form.specs().any(|spec| spec.name == path).then_some(Some(path))?,
        };
        Some(AcceptedWarning { field: own, ..warning })
    };
    all.into_iter().filter_map(here).collect()
}
