//! The short forms of what happens to an application: each asks what its step
//! keeps.

use chrono::NaiveDate;

use crate::desk::command::{Command, TargetedHappened};
use crate::desk::query::PersonCard;
use crate::domain::finding::Acceptance;
use crate::domain::ids::TargetedId;
use crate::domain::placement::{Checks, Measure, Report, TargetedApplication, TargetedEvent};
use crate::tables::code_table;
use crate::ui::form::spec::FieldSpec;
use crate::ui::form::{Form, Name, Spec, Values, area, date, number, text, tick};
use crate::ui::screens::common;
use crate::ui::strings::targeted::{fields, help};

fn on(label: &'static str) -> FieldSpec {
    date("on", label).need().past().help(help::ON).rules(&["R-STA-2", "R-STA-3"])
}

fn reference(label: &'static str) -> FieldSpec {
    text("reference", label).limit(120).grow().help(help::REFERENCE).rules(&["R-CM-4", "R-CM-13"])
}

fn note(label: &'static str) -> FieldSpec {
    area("note", label, 2).limit(600).help(help::NOTE).rules(&["R-CM-13", "R-CM-10"])
}

/// The fields of a report seen, under a path of the command.
pub fn report(spec: Spec, names: [Name; 6], category: fn(&Values) -> Option<Measure>) -> Spec {
    let [seen, dated, percent, war, revision, diagnosis] = names;
    let civil = move |v: &Values| {
        category(v).is_none_or(|m| matches!(m, Measure::CivilPercent | Measure::WorkPercent))
    };
    let war_only = move |v: &Values| category(v).is_none_or(|m| m == Measure::WarCategory);
    let medical = move |v: &Values| category(v).is_none_or(|m| m != Measure::Protected);
    spec.row([
        tick(seen, fields::SEEN).help(help::SEEN).rules(&["R-CM-11"]),
        tick(diagnosis, fields::DIAGNOSIS).show(medical).help(help::DIAGNOSIS).rules(&["R-CM-11"]),
    ])
    .row([
        date(dated, fields::DATED).past().help(help::DATED).rules(&["R-CM-11"]),
        number(percent, fields::PERCENT, 3).show(civil).help(help::PERCENT).rules(&["R-CM-5"]),
        number(war, fields::WAR, 1).show(war_only).help(help::WAR).rules(&["R-CM-5"]),
    ])
    .row([date(revision, fields::REVISION).help(help::REVISION).rules(&["R-CM-17"])])
}

const REPORT: [Name; 6] = [
    "report.seen",
    "report.dated",
    "report.percent",
    "report.war_category",
    "report.revision_on",
    "report.functional_diagnosis",
];

fn checks(spec: Spec) -> Spec {
    let check = |name: Name, label: &'static str| tick(name, label).help(help::CHECK).rules(&["R-CM-2"]);
    spec.labelled(fields::CHECKS, [check("checks.age", fields::AGE), check("checks.status", fields::STATUS)])
        .labelled(
            fields::ON_REPORT,
            [check("checks.invalidity", fields::INVALIDITY), check("checks.capacity", fields::CAPACITY)],
        )
}

/// The form of an event, with what is most likely.
pub fn form(event: TargetedEvent, one: &TargetedApplication, card: &PersonCard, today: NaiveDate) -> Form {
    use TargetedEvent as E;
    let spec = Spec::new().row([on(fields::ON)]);
    let any: fn(&Values) -> Option<Measure> = |_| None;
    let spec = match event {
        E::DocumentsAsked => spec.row([note(fields::DOCUMENTS)]).row([reference(fields::REQUEST)]),
        E::DocumentsBrought => report(spec, REPORT, any).row([note(fields::NOTE)]),
        E::DocumentsExpired | E::PreRejected => {
            spec.row([note(fields::GROUNDS)]).row([reference(fields::NOTICE)])
        }
        E::TakenUp => spec.row([note(fields::NOTE)]),
        E::ExternalAsked => spec.row([note(fields::WHOM)]).row([reference(fields::REQUEST)]),
        E::ExternalAnswered => {
            report(spec.row([reference(fields::ANSWER)]), REPORT, any).row([note(fields::NOTE)])
        }
        E::Accepted => checks(spec)
            .row([reference(fields::ACCEPTANCE)])
            .row([
                text("list_number", fields::LIST).limit(60).width(14).help(help::LIST).rules(&["R-CM-4"]),
                text("committee_reference", fields::COMMITTEE)
                    .limit(60)
                    .width(20)
                    .help(help::COMMITTEE)
                    .rules(&["R-CM-10"]),
            ])
            .row([note(fields::NOTE)]),
        E::NoticeReceived => spec.row([reference(fields::PROOF)]),
        E::Observed => spec.row([area("observations", fields::OBSERVATIONS, 3)
            .limit(1800)
            .help(help::OBSERVATIONS)
            .rules(&["R-CM-15"])]),
        E::Reopened => spec.row([note(fields::DECISION)]),
        E::Rejected => {
            let spec = spec.row([reference(fields::REJECTION)]);
            let spec = if one.observed_on.is_some() {
                spec.row([area("answers", fields::ANSWERS, 3)
                    .limit(1800)
                    .help(help::ANSWERS)
                    .rules(&["R-CM-15"])])
            } else {
                spec
            };
            spec.row([note(fields::NOTE)])
        }
        E::Withdrawn => spec.row([reference(fields::WITHDRAWAL)]).row([note(fields::NOTE)]),
        E::RevisionReached => spec.row([note(fields::NOTE)]),
        E::ReportFits => report(spec, REPORT, any).row([note(fields::NOTE)]),
        E::Removed => spec.row([note(fields::GROUNDS)]).row([reference(fields::ACT)]),
    };
    let mut form = Form::new(spec, today);
    form.put("on", &common::day(Some(today)));
    if event == E::Accepted {
        // Age and status are in the record; the report was seen at the counter.
        let figures = &card.catalogue.parameters(one.presented_on).placement;
        let age = card.registrant.age_on(today);
        if age.is_some_and(|age| (figures.minimum_age..figures.pension_age).contains(&age)) {
            form.remark("checks.age", fields::FITS);
        }
    }
    form.accept();
    form
}

/// One text a line, empty lines left out.
fn points(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The report as typed; `None` when nothing was.
fn reported(values: &Values) -> Option<Report> {
    let some = REPORT.iter().any(|name| !values.raw(name).trim().is_empty());
    some.then(|| read(values, REPORT))
}

/// The report of the fields of these names.
pub fn read(values: &Values, names: [Name; 6]) -> Report {
    let [seen, dated, percent, war, revision, diagnosis] = names;
    let figure = |name: Name| values.number(name).and_then(|figure| u32::try_from(figure).ok());
    Report {
        seen: values.on(seen),
        percent: figure(percent),
        war_category: figure(war),
        dated: values.date(dated),
        revision_on: values.date(revision),
        functional_diagnosis: values.on(diagnosis),
    }
}

/// What the table says of a category chosen in a form.
pub fn measure(code: &str) -> Option<Measure> {
    code_table::targeted_categories().get(code).map(|row| row.extra.measure)
}

/// The command the form means.
pub fn command(
    event: TargetedEvent,
    application: TargetedId,
    form: &Form,
    accepted: Vec<Acceptance>,
) -> Command {
    let values = form.values();
    Command::TargetedHappened(TargetedHappened {
        application,
        event,
        on: values.date("on"),
        note: values.text_or_empty("note"),
        reference: values.text_or_empty("reference"),
        report: reported(&values),
        checks: Checks {
            age: values.on("checks.age"),
            status: values.on("checks.status"),
            invalidity: values.on("checks.invalidity"),
            capacity: values.on("checks.capacity"),
        },
        list_number: values.text_or_empty("list_number"),
        committee_reference: values.text_or_empty("committee_reference"),
        observations: points(values.raw("observations")),
        answers: points(values.raw("answers")),
        accepted,
    })
}
