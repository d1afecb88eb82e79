//! The short forms of DI02, and the commands they mean.

use chrono::{Datelike, NaiveDate};

use crate::desk::Command;
use crate::desk::command::{
    DidHappened, DidSettle, EmploymentCorrect, EmploymentEnd, EmploymentRecord, EmploymentWithdraw,
    IncomeDeclare,
};
use crate::desk::query::PersonCard;
use crate::domain::did::timeline::Span;
use crate::domain::did::{DidEvent, DidState};
use crate::domain::edit;
use crate::domain::employment::{Employment, EmploymentKind, EmploymentSource};
use crate::domain::finding::Acceptance;
use crate::domain::ids::{EmploymentId, IncomeDeclarationId};
use crate::domain::money::Cents;
use crate::ui::form::{Form, Item, Source, Spec, choice, date, money, number, read, text};
use crate::ui::screens::common;
use crate::ui::strings::jobs::{self as words, fields, help};

/// What is being recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A job.
    New,
    /// The end of one.
    End(EmploymentId),
    /// Its income.
    Income(EmploymentId),
    /// A correction.
    Correct(EmploymentId),
    /// Taken back.
    Withdraw(EmploymentId),
    /// Days of the past, as proposed.
    Period(Option<Span>),
    /// The loss of the status, from a day; for self-employment or for length.
    Loss(NaiveDate, bool),
}

impl What {
    /// Its name in a draft.
    pub fn name(&self) -> String {
        match self {
            Self::New => "new".to_owned(),
            Self::End(id) => format!("end {id}"),
            Self::Income(id) => format!("income {id}"),
            Self::Correct(id) => format!("correct {id}"),
            Self::Withdraw(id) => format!("withdraw {id}"),
            Self::Period(_) => "period".to_owned(),
            Self::Loss(day, own) => format!("loss {day} {own}"),
        }
    }

    /// What a draft with this name records.
    pub fn called(name: &str) -> Option<Self> {
        let mut words = name.split(' ');
        let (verb, about) = (words.next()?, words.next());
        let id = || about.and_then(|id| id.parse().ok()).map(EmploymentId);
        Some(match verb {
            "new" => Self::New,
            "end" => Self::End(id()?),
            "income" => Self::Income(id()?),
            "correct" => Self::Correct(id()?),
            "withdraw" => Self::Withdraw(id()?),
            "period" => Self::Period(None),
            "loss" => Self::Loss(about?.parse().ok()?, words.next()? == "true"),
            _ => return None,
        })
    }

    /// The heading over the form.
    pub fn title(&self, card: &PersonCard) -> String {
        let about = |verb: &str, id: &EmploymentId| {
            let job = card.employments.iter().find(|job| job.id == *id);
            job.map_or_else(|| verb.to_owned(), |job| format!("{verb}: {}", job.employer))
        };
        match self {
            Self::New => words::NEW.to_owned(),
            Self::End(id) => about(words::END, id),
            Self::Income(id) => about(words::INCOME, id),
            Self::Correct(id) => about(words::CORRECT, id),
            Self::Withdraw(id) => about(words::WITHDRAW, id),
            Self::Period(_) => words::PERIOD.to_owned(),
            Self::Loss(..) => words::LOSS.to_owned(),
        }
    }
}

/// The fields of a job.
fn of_job(spec: Spec, ends: bool) -> Spec {
    let spec = spec
        .row([text("employment.employer", fields::EMPLOYER)
            .need()
            .limit(120)
            .width(44)
            .help(help::EMPLOYER)
            .rules(&["R-LAV-1", "R-LAV-5"])])
        .row([
            choice("employment.kind", fields::KIND, Source::Given)
                .need()
                .width(32)
                .help(help::KIND)
                .rules(&["R-SUS-2", "R-SUS-6", "R-DID-23"]),
            number("employment.hours", fields::HOURS, 2).help(help::HOURS).rules(&["R-LAV-1"]),
        ])
        .row([
            date("employment.start", fields::START)
                .need()
                .help(help::START)
                .rules(&["R-SUS-1", "R-LAV-2", "R-LAV-4"]),
            date("employment.expected_end", fields::EXPECTED).help(help::EXPECTED).rules(&["R-LAV-3"]),
        ]);
    let spec = if ends {
        spec.row([date("employment.end", fields::END).past().help(help::END).rules(&["R-SEN-2", "R-LAV-3"])])
    } else {
        spec
    };
    spec.row([
        money("employment.income", fields::INCOME)
            .help(help::INCOME)
            .rules(&["R-CON-2", "R-CON-5", "R-CON-4"]),
        number("employment.income_year", fields::YEAR, 4).help(help::YEAR).rules(&["R-CON-1"]),
    ])
    .row([
        text("employment.co_reference", fields::CO)
            .limit(60)
            .width(20)
            .help(help::CO)
            .rules(&["R-LAV-4", "R-LAV-6"]),
        date("employment.co_date", fields::CO_DATE).past().help(help::CO_DATE).rules(&["R-LAV-6"]),
    ])
    .row([text("employment.employer_code", fields::EMPLOYER_CODE)
        .limit(16)
        .width(16)
        .help(help::EMPLOYER_CODE)])
    .row([choice("employment.source", fields::SOURCE, Source::Given).need().width(30).help(help::SOURCE)])
}

/// The form, with what is most likely.
pub fn form(what: &What, card: &PersonCard, today: NaiveDate) -> Form {
    let reason = || {
        text("reason", fields::REASON)
            .need()
            .limit(120)
            .grow()
            .help(help::REASON)
            .rules(&["R-LAV-8", "R-STA-4"])
    };
    let evidence = || text("evidence", fields::EVIDENCE).limit(60).width(30).help(help::EVIDENCE);
    let spec = match what {
        What::New => of_job(Spec::new(), true),
        What::Correct(_) => of_job(Spec::new(), true).row([reason()]),
        What::Withdraw(_) => Spec::new().row([reason()]),
        What::End(_) => Spec::new()
            .row([date("end", fields::END).need().past().help(help::END).rules(&["R-SUS-3", "R-LAV-3"])])
            .row([evidence()]),
        What::Income(_) => Spec::new()
            .row([
                money("amount", fields::INCOME)
                    .need()
                    .help(help::INCOME)
                    .rules(&["R-CON-2", "R-CON-5", "R-CON-6"]),
                number("year", fields::YEAR, 4).help(help::YEAR).rules(&["R-CON-1"]),
            ])
            .row([date("since", fields::SINCE).need().past().help(help::SINCE).rules(&["R-CON-6"])])
            .row([date("date", fields::DATE).need().past().help(help::DATE).rules(&["R-DID-22"])])
            .row([evidence()]),
        What::Period(_) => Spec::new()
            .row([
                date("from", fields::FROM).need().past().help(help::FROM).rules(&["R-STA-4"]),
                date("to", fields::TO).past().help(help::TO).rules(&["R-STA-4"]),
            ])
            .row([choice("suspended", fields::HOW, Source::Fixed(fields::HOWS))
                .need()
                .width(24)
                .help(help::HOW)
                .rules(&["R-STA-4", "R-SEN-2", "R-SEN-4"])])
            .row([reason()])
            .row([evidence()]),
        What::Loss(..) => Spec::new()
            .row([date("on", fields::ON)
                .need()
                .past()
                .help(help::ON)
                .rules(&["R-SUS-1", "R-SUS-4", "R-SUS-6"])])
            .row([evidence()]),
    };
    let mut form = Form::new(spec, today);
    form.give(
        "employment.kind",
        EmploymentKind::ALL.iter().map(|kind| Item::new(common::code(kind), kind.label())).collect(),
    );
    form.give(
        "employment.source",
        EmploymentSource::ALL.iter().map(|source| Item::new(common::code(source), source.label())).collect(),
    );
    fill(&mut form, what, card, today);
    form.accept();
    form
}

fn fill(form: &mut Form, what: &What, card: &PersonCard, today: NaiveDate) {
    let show = |day: Option<NaiveDate>| day.map(read::show_date).unwrap_or_default();
    match what {
        What::New => put_job(form, &likely(card)),
        What::Correct(id) => {
            if let Some(job) = job(card, *id) {
                put_job(form, job);
            }
        }
        What::End(id) => {
            let expected = job(card, *id).and_then(|job| job.expected_end).filter(|day| *day <= today);
            form.put("end", &show(expected.or(Some(today))));
        }
        What::Income(id) => {
            let job = job(card, *id);
            // Nothing known before: the income is that of the job from its first day.
            let first = job
                .filter(|job| job.income.is_none() && !card.incomes.iter().any(|i| i.employment == job.id));
            let since = first.and_then(|job| job.start).filter(|start| *start <= today).unwrap_or(today);
            form.put("since", &show(Some(since)));
            form.put("date", &show(Some(today)));
            form.put("year", &since.year().to_string());
        }
        What::Period(span) => {
            form.put("from", &show(span.map(|span| span.from)));
            form.put("to", &show(span.and_then(|span| span.to)));
            let how = if span.is_none_or(|span| span.suspended) { "suspended" } else { "counted" };
            form.put("suspended", how);
        }
        What::Loss(day, _) => form.put("on", &show(Some(*day))),
        What::Withdraw(_) => {}
    }
}

/// A job not written yet: where the status is suspended for a job nobody
/// wrote down, that one.
fn likely(card: &PersonCard) -> Employment {
    let job = Employment { kind: EmploymentKind::FixedTerm, ..Employment::default() };
    let Some(did) = card.last_did().filter(|did| did.state == DidState::Suspended) else { return job };
    let since = did.state_since;
    let known = |job: &&Employment| !job.withdrawn && job.end.is_none_or(|end| end >= since);
    if card.employments.iter().any(|job| known(&job) && job.start.is_some_and(|start| start <= since)) {
        return job;
    }
    let suspension =
        card.events.iter().rfind(|event| event.subject == did.id.0 && event.state == "suspended");
    let proof = suspension.and_then(|event| event.evidence.strip_prefix("CO "));
    Employment { start: Some(since), co_reference: proof.unwrap_or_default().trim().to_owned(), ..job }
}

fn put_job(form: &mut Form, job: &Employment) {
    let show = |day: Option<NaiveDate>| day.map(read::show_date).unwrap_or_default();
    let figure = |number: Option<String>| number.unwrap_or_default();
    for (field, value) in [
        ("employment.employer", job.employer.clone()),
        ("employment.employer_code", job.employer_code.clone()),
        ("employment.kind", common::code(job.kind)),
        ("employment.start", show(job.start)),
        ("employment.expected_end", show(job.expected_end)),
        ("employment.end", show(job.end)),
        ("employment.hours", figure(job.hours.map(|hours| hours.to_string()))),
        ("employment.income", figure(job.income.map(|income| read::show_money(income.0)))),
        ("employment.income_year", figure(job.income_year.map(|year| year.to_string()))),
        ("employment.co_reference", job.co_reference.clone()),
        ("employment.co_date", show(job.co_date)),
        ("employment.source", common::code(job.source)),
    ] {
        form.put(field, &value);
    }
}

fn job(card: &PersonCard, id: EmploymentId) -> Option<&Employment> {
    card.employments.iter().find(|job| job.id == id)
}

/// The command the form means.
pub fn command(what: &What, form: &Form, card: &PersonCard, accepted: Vec<Acceptance>) -> Option<Command> {
    let values = form.values();
    let text = |name: &str| values.text_or_empty(name);
    Some(match what {
        What::New => {
            let registrant = card.registrant.id;
            let employment = typed(form, &Employment { registrant, ..Employment::default() });
            Command::EmploymentRecord(EmploymentRecord { employment, accepted })
        }
        What::Correct(id) => {
            let before = job(card, *id)?;
            let edits = edit::between(before, &typed(form, before));
            let reason = text("reason");
            Command::EmploymentCorrect(EmploymentCorrect { employment: *id, edits, reason, accepted })
        }
        What::Withdraw(id) => {
            Command::EmploymentWithdraw(EmploymentWithdraw { employment: *id, reason: text("reason") })
        }
        What::End(id) => Command::EmploymentEnd(EmploymentEnd {
            employment: *id,
            end: values.date("end"),
            evidence: text("evidence"),
            accepted,
        }),
        What::Income(id) => Command::IncomeDeclare(IncomeDeclare {
            id: IncomeDeclarationId::default(),
            employment: *id,
            amount: Cents(values.cents("amount")?),
            year: values.number("year").and_then(|year| i32::try_from(year).ok()),
            date: values.date("date"),
            since: values.date("since"),
            evidence: text("evidence"),
            accepted,
        }),
        What::Period(_) => Command::DidSettle(DidSettle {
            did: card.last_did()?.id,
            from: values.date("from"),
            to: values.date("to"),
            suspended: values.is("suspended", "suspended"),
            reason: text("reason"),
            evidence: text("evidence"),
        }),
        What::Loss(_, own) => Command::DidHappened(DidHappened {
            did: card.last_did()?.id,
            event: DidEvent::Lost,
            on: values.date("on"),
            reason: if *own { "self_employment_over_limit" } else { "job_over_180_days" }.to_owned(),
            evidence: text("evidence"),
            accepted,
        }),
    })
}

/// The job as typed, over what it was.
fn typed(form: &Form, before: &Employment) -> Employment {
    let values = form.values();
    let whole = |name: &str| values.number(name);
    Employment {
        employer: values.text_or_empty("employment.employer"),
        employer_code: values.text_or_empty("employment.employer_code"),
        kind: values.chosen_as("employment.kind").unwrap_or(before.kind),
        start: values.date("employment.start"),
        expected_end: values.date("employment.expected_end"),
        end: values.date("employment.end"),
        hours: whole("employment.hours").and_then(|hours| u32::try_from(hours).ok()),
        income: values.cents("employment.income").map(Cents),
        income_year: whole("employment.income_year").and_then(|year| i32::try_from(year).ok()),
        co_reference: values.text_or_empty("employment.co_reference"),
        co_date: values.date("employment.co_date"),
        source: values.chosen_as("employment.source").unwrap_or(before.source),
        ..before.clone()
    }
}
