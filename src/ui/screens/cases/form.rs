//! The short forms of what happens to a case: each asks what its step keeps.

use chrono::NaiveDate;

use crate::desk::command::{CaseHappened, Command};
use crate::desk::figures;
use crate::desk::query::PersonCard;
use crate::domain::conditionality::consequence::{self, Outcome};
use crate::domain::conditionality::{
    CaseEvent, CaseKind, ConditionalityCase, Consequence, Figures, days_after,
};
use crate::domain::finding::Acceptance;
use crate::domain::ids::CaseId;
use crate::tables::consequences;
use crate::ui::form::spec::FieldSpec;
use crate::ui::form::{Form, Item, Source, Spec, Values, area, choice, date, number, text, tick};
use crate::ui::screens::common;
use crate::ui::strings::cases::{fields, help};

fn on() -> FieldSpec {
    date("on", fields::ON).need().past().help(help::ON).rules(&["R-STA-2", "R-STA-3"])
}

fn reference(label: &'static str) -> FieldSpec {
    text("reference", label).limit(120).grow().help(help::REFERENCE).rules(&["R-SAN-9", "R-JUS-7"])
}

fn note(label: &'static str) -> FieldSpec {
    area("note", label, 2).limit(600).help(help::NOTE).rules(&["R-SAN-9", "R-JUS-7"])
}

/// The form of an event, with what is most likely.
pub fn form(event: CaseEvent, case: &ConditionalityCase, card: &PersonCard, today: NaiveDate) -> Form {
    use CaseEvent as E;
    let spec = Spec::new();
    let spec = match event {
        E::Proved => spec.row([on()]).row([reference(fields::PROOF)]).row([note(fields::NOTE)]),
        E::NoProof | E::Cancelled | E::Rejected => spec.row([on()]).row([note(fields::GROUNDS)]),
        E::ReasonReceived => reason(spec, case),
        E::Accepted => {
            let seen = tick("document_seen", fields::SEEN).help(help::SEEN).rules(&["R-JUS-2", "R-JUS-7"]);
            spec.row([on(), seen]).row([note(fields::NOTE)])
        }
        E::HeldUnfit => spec.row([on()]).row([note(fields::GROUNDS)]),
        E::Heard => spec.row([on()]).row([reference(fields::MINUTES)]).row([note(fields::NOTE)]),
        E::OpinionAsked | E::OpinionReceived => {
            spec.row([on()]).row([reference(fields::PROTOCOL)]).row([note(fields::NOTE)])
        }
        E::NoReason | E::Counted => spec.row([on()]).row([note(fields::NOTE)]),
        E::Adopted => adopted(spec),
        E::Sent => spec
            .row([
                on(),
                date("notified_on", fields::NOTIFIED)
                    .past()
                    .help(help::NOTIFIED)
                    .rules(&["R-SAN-5", "R-SAN-7"]),
            ])
            .row([reference(fields::RECEIPT)])
            .row([note(fields::NOTE)]),
        E::Applied => spec.row([on()]).row([reference(fields::INPS)]).row([note(fields::NOTE)]),
        E::Appealed => spec.row([on()]).row([reference(fields::RECEIPT)]).row([note(fields::NOTE)]),
        E::Upheld | E::Overturned => {
            spec.row([on()]).row([reference(fields::DECISION)]).row([note(fields::NOTE)])
        }
    };
    let mut form = Form::new(spec, today);
    form.put("on", &common::day(Some(today)));
    let figures = figures::of_case(&card.catalogue, case.event_on);
    match event {
        E::ReasonReceived => {
            let rows = card.catalogue.justified_reasons().on(today);
            let fit = rows.filter(|row| case.kind != CaseKind::Offer || row.extra.offer);
            form.give("reason", fit.map(|row| Item::new(&row.code, &row.label)).collect());
            form.focus_on("reason");
        }
        E::Accepted if case.document_seen => form.put("document_seen", "x"),
        E::Adopted => propose(&mut form, case, card, &figures),
        _ => {}
    }
    form.accept();
    form
}

fn reason(spec: Spec, case: &ConditionalityCase) -> Spec {
    let seen: fn(&Values) -> bool = |values| values.on("document_seen");
    let spec = spec
        .row([on()])
        .row([choice("reason", fields::REASON, Source::Given)
            .need()
            .width(44)
            .special()
            .help(help::REASON)
            .rules(&["R-JUS-1", "R-JUS-4"])])
        .row([
            tick("document_seen", fields::SEEN).help(help::SEEN).rules(&["R-JUS-2", "R-JUS-7"]),
            date("valid_to", fields::VALID).show(seen).help(help::VALID).rules(&["R-JUS-7"]),
        ]);
    let spec = if case.kind == CaseKind::Offer {
        spec
    } else {
        spec.row([date("impediment_ended_on", fields::IMPEDIMENT)
            .past()
            .help(help::IMPEDIMENT)
            .rules(&["R-JUS-3"])])
    };
    spec.row([note(fields::NOTE)])
}

fn adopted(spec: Spec) -> Spec {
    let reduces: fn(&Values) -> bool = |values| values.is("consequence", "reduction");
    spec.row([on(), date("effective_from", fields::FROM).help(help::FROM).rules(&["R-SAN-4"])])
        .row([reference(fields::ACT)])
        .row([
            choice("consequence", fields::CONSEQUENCE, Source::Given)
                .width(34)
                .help(help::CONSEQUENCE)
                .rules(&["R-SAN-1", "R-SAN-2"]),
            number("days", fields::DAYS, 2).show(reduces).help(help::DAYS).rules(&["R-SAN-1"]),
        ])
        .row([tick("appeal_notice", fields::APPEAL).help(help::APPEAL).rules(&["R-SAN-7"])])
        .row([note(fields::GROUNDS)])
}

/// The consequence proposed stands in the form; who adopts may change it.
fn propose(form: &mut Form, case: &ConditionalityCase, card: &PersonCard, figures: &Figures) {
    let label = |consequence: Consequence| match consequence {
        Consequence::Reduction => fields::REDUCTION.to_owned(),
        other => other.label(0),
    };
    let items = Consequence::ALL.into_iter().map(|c| Item::new(common::code(c), label(c)));
    form.give("consequence", items.collect());
    let counted = consequence::count(case, &card.cases);
    if let Some(Outcome { consequence, days }) =
        consequence::propose(case, counted, consequences::all(), figures)
    {
        form.put("consequence", &common::code(consequence));
        if days > 0 {
            form.put("days", &days.to_string());
        }
    }
    form.put("effective_from", &common::day(Some(days_after(case.event_on, 1))));
    form.focus_on("reference");
}

/// The command the form means.
pub fn command(event: CaseEvent, case: CaseId, form: &Form, accepted: Vec<Acceptance>) -> Command {
    let values = form.values();
    Command::CaseHappened(CaseHappened {
        case,
        event,
        on: values.date("on"),
        note: values.text_or_empty("note"),
        reference: values.text_or_empty("reference"),
        reason: values.text_or_empty("reason"),
        document_seen: values.on("document_seen"),
        valid_to: values.date("valid_to"),
        impediment_ended_on: values.date("impediment_ended_on"),
        consequence: values.chosen_as("consequence"),
        days: values.number("days").and_then(|days| u32::try_from(days).ok()),
        effective_from: values.date("effective_from"),
        appeal_notice: values.on("appeal_notice"),
        notified_on: values.date("notified_on"),
        accepted,
    })
}
