//! Taking an application at the counter, with its receipt (R-CM-1, 12).

use chrono::NaiveDate;

use super::form::{measure, read, report};
use crate::desk::command::{Command, TargetedApply};
use crate::desk::query::PersonCard;
use crate::domain::conditionality::days_after;
use crate::domain::finding::Acceptance;
use crate::domain::ids::{RegistrantId, TargetedCardId, TargetedId};
use crate::domain::placement::TargetedForm;
use crate::tables::code_table;
use crate::ui::form::{Form, Name, Source, Spec, Values, choice, date, text, tick};
use crate::ui::screen::Cx;
use crate::ui::screens::common;
use crate::ui::screens::facts::Fact;
use crate::ui::strings::targeted::{self as words, fields, help};
use crate::ui::theme::Role;

const REPORT: [Name; 6] = [
    "application.report.seen",
    "application.report.dated",
    "application.report.percent",
    "application.report.war_category",
    "application.report.revision_on",
    "application.report.functional_diagnosis",
];

/// The status, and by when an application of today would be decided.
pub fn known(card: &PersonCard, today: NaiveDate) -> Vec<Fact> {
    let did = card.did();
    let days = card.catalogue.parameters(today).placement.final_days;
    vec![
        match did {
            Some(did) => Fact::new(words::STATUS, words::did(did.state.label(), did.date)),
            None => Fact::new(words::STATUS, words::NO_DID).role(Role::Warn),
        },
        Fact::new(words::TERM, words::final_term(today, days, days_after(today, days))),
    ]
}

/// The form, with what is most likely.
pub fn form(card: &PersonCard, cx: &Cx) -> Form {
    let today = cx.today();
    let measured: fn(&Values) -> Option<_> = |values| measure(values.raw("application.category"));
    let elsewhere: fn(&Values) -> bool = |values| !values.raw("application.other_list").trim().is_empty();
    let spec = Spec::new().row([choice("application.category", fields::CATEGORY, Source::Given)
        .need()
        .width(50)
        .special()
        .help(help::CATEGORY)
        .rules(&["R-CM-5", "R-CM-6", "R-CM-10"])]);
    let spec = report(spec, REPORT, measured)
        .row([
            date("application.presented_on", fields::PRESENTED)
                .need()
                .past()
                .help(help::PRESENTED)
                .rules(&["R-CM-1", "R-STA-2"]),
            tick("application.conservation", fields::CONSERVATION)
                .help(help::CONSERVATION)
                .rules(&["R-CM-7"]),
        ])
        .row([
            text("application.other_list", fields::OTHER_LIST)
                .limit(120)
                .width(24)
                .help(help::OTHER_LIST)
                .rules(&["R-CM-9"]),
            date("application.other_list_left_on", fields::LEFT)
                .past()
                .show(elsewhere)
                .help(help::LEFT)
                .rules(&["R-CM-9"]),
        ])
        .row([
            text("application.protocol", fields::PROTOCOL)
                .limit(60)
                .width(16)
                .help(help::PROTOCOL)
                .rules(&["R-CM-12"]),
            text("application.in_charge", fields::IN_CHARGE)
                .limit(60)
                .width(22)
                .help(help::IN_CHARGE)
                .rules(&["R-CM-12"]),
        ])
        .row([tick("application.receipt_handed", fields::HANDED).help(help::HANDED).rules(&["R-CM-12"])]);
    let mut form = Form::new(spec, today);
    form.give("application.category", common::items(code_table::targeted_categories(), today));
    form.put("application.presented_on", &common::day(Some(today)));
    let me = cx.session.map(|session| session.operator.full_name()).unwrap_or_default();
    form.put("application.in_charge", &me);
    if card.did().is_some_and(|did| did.conserved) {
        form.put("application.conservation", "x");
    }
    form.accept();
    form
}

/// The command the form means.
pub fn command(form: &Form, registrant: RegistrantId, accepted: Vec<Acceptance>) -> Command {
    let values = form.values();
    Command::TargetedApply(TargetedApply {
        id: TargetedId::default(),
        card: TargetedCardId::default(),
        registrant,
        application: TargetedForm {
            category: values.text_or_empty("application.category"),
            report: read(&values, REPORT),
            presented_on: values.date("application.presented_on"),
            conservation: values.on("application.conservation"),
            other_list: values.text_or_empty("application.other_list"),
            other_list_left_on: values.date("application.other_list_left_on"),
            protocol: values.text_or_empty("application.protocol"),
            in_charge: values.text_or_empty("application.in_charge"),
            receipt_handed: values.on("application.receipt_handed"),
        },
        accepted,
    })
}
