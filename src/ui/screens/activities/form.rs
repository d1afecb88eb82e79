//! The form of a new activity: what it proposes, what it says.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::desk::command::{ActivityRecord, Command};
use crate::desk::query::PersonCard;
use crate::domain::activity::{ActivityForm, ActivityState};
use crate::domain::finding::Acceptance;
use crate::domain::ids::{ActivityId, MeasureId, PspVersionId, RegistrantId};
use crate::tables::code_table;
use crate::tables::lep::LepEntry;
use crate::ui::form::{Form, Item, Source, Spec, Values, choice, date, lookup, number, text, tick};
use crate::ui::screens::{common, lep, proposed};
use crate::ui::strings::activities::{self as words, help};

/// Kept when the form is emptied after a row.
const KEPT: [&str; 4] = ["activity.date", "activity.mode", "activity.state", PSP];
/// The link to the pact: `version` or `version/measure`.
pub const PSP: &str = "activity.psp_version";

/// The form with its defaults.
pub fn form(today: NaiveDate) -> Form {
    let f3: fn(&Values) -> bool = |values| values.is("activity.lep", "F3");
    let hired: fn(&Values) -> bool = |values| values.on("activity.hired");
    let outcomes: fn(&Values) -> Vec<Item> = |values| texts(entry(values).map(|entry| &entry.outcomes));
    let outputs: fn(&Values) -> Vec<Item> = |values| texts(entry(values).map(|entry| &entry.outputs));
    let saps: fn(&Values) -> Vec<Item> = |values| lep::sap_items(values.raw("activity.lep"));
    let spec = Spec::new()
        .row([
            date("activity.date", "Data").need().width(11).help(help::DATE).rules(&["R-ATT-1", "R-ATT-2"]),
            lookup("activity.lep", "LEP", Source::Of(|_| lep::items()))
                .need()
                .width(3)
                .help(help::LEP)
                .rules(&["R-LEP-9"]),
            number("activity.minutes", "durata", 3).need().help(help::MINUTES).rules(&["R-ATT-3"]),
        ])
        .row([choice("activity.sap", "Codice SAP", Source::Of(saps))
            .width(34)
            .help(help::SAP)
            .rules(&["R-LEP-1", "R-LEP-2", "R-LEP-3"])])
        .row([
            choice("activity.state", "Stato", Source::Fixed(words::STATES))
                .width(9)
                .help(help::STATE)
                .rules(&["R-LEP-7"]),
            lookup("activity.mode", "modo", Source::Given).width(24).help(help::MODE).rules(&["R-DID-6"]),
        ])
        .row([lookup("activity.outcome", "Esito", Source::Of(outcomes))
            .free()
            .limit(400)
            .grow()
            .help(help::OUTCOME)])
        .row([lookup("activity.output", "Uscita", Source::Of(outputs))
            .free()
            .limit(400)
            .grow()
            .help(help::OUTPUT)
            .rules(&["R-LEP-6"])])
        .row([
            choice(PSP, "PSP", Source::Given).width(20).help(help::PSP).rules(&["R-ATT-6"]),
            text("activity.provider", "eroga").limit(120).width(20).help(help::PROVIDER),
        ])
        .row([
            tick("activity.hired", "assunto").show(f3).help(help::HIRED).rules(&["R-LEP-3"]),
            text("activity.co_reference", "CO n.")
                .limit(60)
                .width(24)
                .show(hired)
                .help(help::CO)
                .rules(&["R-LEP-3"]),
        ])
        .row([text("activity.note", "Nota").limit(4000).grow().help(help::ROW_NOTE)]);
    let mut form = Form::new(spec, today);
    form.give("activity.mode", common::items(code_table::contact_modes(), today));
    form.put("activity.date", &common::day(Some(today)));
    form.put("activity.state", "concluded");
    form.put("activity.mode", "in_person");
    form.focus_on("activity.lep");
    form.accept();
    form
}

fn entry(values: &Values) -> Option<&'static LepEntry> {
    lep::entry(values.raw("activity.lep"))
}

fn texts(rows: Option<&Vec<String>>) -> Vec<Item> {
    rows.map(|rows| rows.iter().map(|text| Item::new(text, text)).collect()).unwrap_or_default()
}

/// The versions and measures an activity may be linked to; the version in
/// force is proposed.
pub fn link(form: &mut Form, card: &PersonCard) {
    let mut items = vec![Item::new("", words::NO_PACT)];
    let shown = card.psp().map(|version| version.id);
    for version in card.versions.iter().rev() {
        items.push(Item::new(version.id.to_string(), words::version(version.number)));
        if shown == Some(version.id) {
            items.extend(card.measures.iter().filter(|m| !m.removed).map(|m| {
                let value = format!("{}/{}", version.id, m.id);
                Item::new(value, words::measure(version.number, m.position, &m.lep))
            }));
        }
    }
    form.give(PSP, items);
    let in_force = card.versions.iter().rev().find(|version| version.state.in_force());
    if let (true, Some(version)) = (form.values().raw(PSP).is_empty(), in_force) {
        let changed = form.changed();
        form.put(PSP, &version.id.to_string());
        if !changed {
            form.accept();
        }
    }
}

/// Follows the LEP: its code when there is only one, minutes, output, the
/// measure of the pact that has it.
pub fn follow_lep(form: &mut Form, card: Option<&PersonCard>) {
    let values = form.values();
    let code = values.text_or_empty("activity.lep");
    let Some(entry) = lep::entry(&code) else { return };
    if let Some(sap) = lep::sap_after(&code, values.raw("activity.sap")) {
        form.put("activity.sap", &sap);
    }
    if values.raw("activity.minutes").is_empty() {
        form.put("activity.minutes", &proposed::minutes(&code).to_string());
    }
    if let ("", [only]) = (values.raw("activity.output"), entry.outputs.as_slice()) {
        form.put("activity.output", only);
    }
    let measure = card.and_then(|card| {
        let version = card.psp()?;
        let measure = card.measures.iter().find(|m| !m.removed && m.lep == code)?;
        version.state.in_force().then(|| format!("{}/{}", version.id, measure.id))
    });
    if let Some(measure) = measure {
        form.put(PSP, &measure);
    }
}

/// Empties the form for the next row; day, mode, state and link stay, Ctrl+D
/// repeats the rest.
pub fn next_row(form: &mut Form) {
    let before = form.draft();
    form.reset();
    form.load(&before.iter().filter(|(name, _)| KEPT.contains(&name.as_str())).map(own).collect());
    form.previous(before.into());
    form.focus_on("activity.lep");
    form.accept();
}

fn own((name, value): (&String, &String)) -> (String, String) {
    (name.clone(), value.clone())
}

/// Everything of the row before, LEP first so that lists follow it.
pub fn repeat(form: &mut Form, before: &BTreeMap<String, String>) {
    form.load(before);
}

/// What the form says, as a command.
pub fn command(form: &Form, registrant: RegistrantId, accepted: Vec<Acceptance>) -> Command {
    let values = form.values();
    let (version, measure) = linked(values.raw(PSP));
    Command::ActivityRecord(ActivityRecord {
        id: ActivityId::default(),
        registrant,
        activity: ActivityForm {
            lep: values.text_or_empty("activity.lep"),
            sap: lep::sap_of(values.raw("activity.sap")),
            date: values.date("activity.date"),
            minutes: values.number("activity.minutes").and_then(|m| u32::try_from(m).ok()),
            mode: values.text_or_empty("activity.mode"),
            state: values.chosen_as("activity.state").unwrap_or(ActivityState::Concluded),
            outcome: values.text_or_empty("activity.outcome"),
            output: values.text_or_empty("activity.output"),
            provider: values.text_or_empty("activity.provider"),
            psp_version: version,
            measure,
            co_reference: values.text_or_empty("activity.co_reference"),
            hired: values.on("activity.hired"),
            note: values.text_or_empty("activity.note"),
            source: None,
        },
        accepted,
    })
}

/// Version and measure from the value of the link.
fn linked(value: &str) -> (Option<PspVersionId>, Option<MeasureId>) {
    let mut parts = value.split('/').map(|part| serde_json::Value::String(part.to_owned()));
    let version = parts.next().and_then(|part| serde_json::from_value(part).ok());
    let measure = parts.next().and_then(|part| serde_json::from_value(part).ok());
    (version, measure)
}
