//! Opening a case: from an absence, an activity refused, an offer refused.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::desk::command::{CaseOpen, Command};
use crate::desk::query::PersonCard;
use crate::domain::activity::{Activity, ActivityState};
use crate::domain::appointment::{Appointment, AppointmentState};
use crate::domain::conditionality::{CaseForm, CaseKind, CaseState, open as rules};
use crate::domain::finding::Acceptance;
use crate::domain::ids::{ActivityId, AppointmentId, CaseId, RegistrantId};
use crate::domain::money::Cents;
use crate::domain::offer::{Coherence, Offer};
use crate::tables::code_table;
use crate::ui::form::{Form, Item, Name, Source, Spec, Values, choice, date, money, number, text};
use crate::ui::screens::common;
use crate::ui::screens::facts::Fact;
use crate::ui::screens::lep;
use crate::ui::strings::cases::{self as words, fields, help};
use crate::ui::theme::Role;

/// The benefit and the DID the fact will be weighed against, and how many
/// absences still have no case.
pub fn known(card: &PersonCard) -> Vec<Fact> {
    let did = card.last_did();
    let mut lines = vec![match did {
        Some(did) => Fact::new(words::BENEFIT, words::did(did.benefit, did.state.label(), did.date)),
        None => Fact::new(words::BENEFIT, words::NO_DID).role(Role::Warn),
    }];
    lines.push(Fact::new(words::ABSENCES, words::absences(absences(card).len())));
    lines
}

/// Unjustified absences without a case, the latest first.
fn absences(card: &PersonCard) -> Vec<&Appointment> {
    let held = |id: AppointmentId| {
        card.cases.iter().any(|case| case.appointment == Some(id) && case.state != CaseState::Cancelled)
    };
    let absent = |a: &&Appointment| a.state == AppointmentState::AbsentUnjustified && !held(a.id);
    let mut absent: Vec<&Appointment> = card.appointments.iter().filter(absent).collect();
    absent.sort_by_key(|a| std::cmp::Reverse(a.start));
    absent
}

fn refused(card: &PersonCard) -> Vec<&Activity> {
    let ended = |a: &&Activity| matches!(a.state, ActivityState::Refused | ActivityState::Interrupted);
    card.activities.iter().rev().filter(ended).collect()
}

fn is(values: &Values, kinds: &[CaseKind]) -> bool {
    values.chosen_as::<CaseKind>("fact.kind").is_some_and(|kind| kinds.contains(&kind))
}

/// The form, about the absence it was opened from, else the last one.
pub fn form(about: Option<Uuid>, card: &PersonCard, today: NaiveDate) -> Form {
    use CaseKind as K;
    let meets: fn(&Values) -> bool = |v| is(v, &[K::Convocation, K::Guidance, K::Training, K::Signing]);
    let acts: fn(&Values) -> bool = |v| is(v, &[K::Guidance, K::Training]);
    let spec = Spec::new()
        .row([choice("fact.kind", fields::KIND, Source::Given)
            .need()
            .width(36)
            .help(help::KIND)
            .rules(&["R-CAS-2", "R-CAS-5"])])
        .row([choice("fact.appointment", fields::APPOINTMENT, Source::Given)
            .width(50)
            .show(meets)
            .help(help::APPOINTMENT)
            .rules(&["R-CAS-2", "R-CAS-4"])])
        .row([choice("fact.activity", fields::ACTIVITY, Source::Given)
            .width(50)
            .show(acts)
            .help(help::ACTIVITY)
            .rules(&["R-CAS-2", "R-CAS-4"])])
        .row([date("fact.on", fields::FACT_ON).past().help(help::FACT_ON).rules(&["R-CAS-6", "R-CAS-8"])])
        .row([text("fact.proof", fields::FACT_PROOF)
            .limit(120)
            .grow()
            .help(help::FACT_PROOF)
            .rules(&["R-SAN-3", "R-CNV-9"])]);
    let mut form = Form::new(offer(spec), today);
    let benefit = card.last_did().map(|did| did.benefit).unwrap_or_default();
    let kinds = CaseKind::ALL.into_iter().filter(|kind| kind.fits(benefit));
    form.give(
        "fact.kind",
        kinds.map(|kind| Item::new(common::code(kind), words::kind(kind, benefit))).collect(),
    );
    let absent = absences(card);
    let mut items = vec![Item::new("", words::NO_APPOINTMENT)];
    items.extend(absent.iter().map(|a| {
        let service = code_table::services().label(&a.service);
        Item::new(a.id.to_string(), words::appointment(a.start, service, a.proved))
    }));
    form.give("fact.appointment", items);
    let mut items = vec![Item::new("", words::NO_ACTIVITY)];
    items.extend(refused(card).iter().map(|a| {
        Item::new(a.id.to_string(), words::activity(a.date, &a.lep, lep::title(&a.lep), a.state.label()))
    }));
    form.give("fact.activity", items);
    let wanted = about.and_then(|id| absent.iter().find(|a| a.id.0 == id)).or(absent.first());
    let kind = if wanted.is_some() || refused(card).is_empty() { K::Convocation } else { K::Guidance };
    form.put("fact.kind", &common::code(kind));
    if let Some(appointment) = wanted {
        form.put("fact.appointment", &appointment.id.to_string());
        form.put("fact.on", &common::day(Some(appointment.start.date())));
    }
    form.accept();
    form
}

/// The conditions of an offer (R-OFF-2): asked only of an offer refused.
fn offer(spec: Spec) -> Spec {
    let offered: fn(&Values) -> bool = |v| is(v, &[CaseKind::Offer]);
    let yes = |name: Name, label: &'static str, words: &'static str| {
        choice(name, label, Source::Fixed(fields::YES_NO))
            .width(10)
            .show(offered)
            .help(words)
            .rules(&["R-OFF-2"])
    };
    let figure = |name: Name, label: &'static str, digits: u16, words: &'static str| {
        number(name, label, digits).show(offered).help(words).rules(&["R-OFF-2"])
    };
    spec.row([
        text("fact.offer.employer", fields::EMPLOYER).width(26).show(offered).help(help::EMPLOYER),
        text("fact.offer.job", fields::JOB).width(24).show(offered).help(help::JOB),
    ])
    .row([
        yes("fact.offer.permanent", fields::PERMANENT, help::PERMANENT),
        figure("fact.offer.months", fields::MONTHS, 3, help::MONTHS),
        figure("fact.offer.hours_percent", fields::HOURS, 3, help::HOURS),
    ])
    .row([
        yes("fact.offer.collective_minimum", fields::MINIMUM, help::MINIMUM),
        money("fact.offer.pay", fields::PAY).show(offered).help(help::PAY).rules(&["R-OFF-2"]),
    ])
    .row([money("fact.offer.benefit_last_month", fields::LAST_MONTH)
        .show(offered)
        .help(help::LAST_MONTH)
        .rules(&["R-OFF-2", "R-OFF-3"])])
    .row([
        figure("fact.offer.km", fields::KM, 4, help::KM),
        figure("fact.offer.minutes", fields::TRAVEL, 4, help::TRAVEL),
        yes("fact.offer.no_public_transport", fields::NO_TRANSPORT, help::NO_TRANSPORT),
    ])
    .row([
        choice("fact.offer.coherence", fields::COHERENCE, Source::Fixed(fields::COHERENCES))
            .width(30)
            .show(offered)
            .help(help::COHERENCE)
            .rules(&["R-OFF-2"]),
        yes("fact.offer.young_children", fields::CHILDREN, help::CHILDREN),
    ])
}

/// The appointment chosen gives the day; nothing else moves.
pub fn follow(form: &mut Form, field: Name, card: &PersonCard) {
    if field != "fact.appointment" && field != "fact.activity" {
        return;
    }
    let values = form.values();
    let appointment = chosen::<AppointmentId>(&values, "fact.appointment", AppointmentId)
        .and_then(|id| card.appointments.iter().find(|a| a.id == id));
    let activity = chosen::<ActivityId>(&values, "fact.activity", ActivityId)
        .and_then(|id| card.activities.iter().find(|a| a.id == id));
    if let Some(day) = rules::day(&CaseForm::default(), appointment, activity) {
        form.put("fact.on", &common::day(Some(day)));
    }
}

fn chosen<T>(values: &Values, name: &str, id: fn(Uuid) -> T) -> Option<T> {
    values.raw(name).parse().ok().map(id)
}

/// The command the form means.
pub fn command(form: &Form, registrant: RegistrantId, accepted: Vec<Acceptance>) -> Command {
    let values = form.values();
    let kind: CaseKind = values.chosen_as("fact.kind").unwrap_or_default();
    Command::CaseOpen(CaseOpen {
        id: CaseId::default(),
        registrant,
        form: CaseForm {
            kind,
            appointment: chosen(&values, "fact.appointment", AppointmentId),
            activity: chosen(&values, "fact.activity", ActivityId),
            offer: (kind == CaseKind::Offer).then(|| offered(&values)),
            on: values.date("fact.on"),
            proof: values.text_or_empty("fact.proof"),
        },
        accepted,
    })
}

fn offered(values: &Values) -> Offer {
    let said = |name: &str| match values.raw(name) {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let figure = |name: &str| values.number(name).and_then(|figure| u32::try_from(figure).ok());
    Offer {
        employer: values.text_or_empty("fact.offer.employer"),
        job: values.text_or_empty("fact.offer.job"),
        permanent: said("fact.offer.permanent"),
        months: figure("fact.offer.months"),
        hours_percent: figure("fact.offer.hours_percent"),
        collective_minimum: said("fact.offer.collective_minimum"),
        pay: values.cents("fact.offer.pay").map(Cents),
        benefit_last_month: values.cents("fact.offer.benefit_last_month").map(Cents),
        km: figure("fact.offer.km"),
        minutes: figure("fact.offer.minutes"),
        no_public_transport: said("fact.offer.no_public_transport"),
        coherence: values.chosen_as::<Coherence>("fact.offer.coherence"),
        young_children: said("fact.offer.young_children"),
    }
}
