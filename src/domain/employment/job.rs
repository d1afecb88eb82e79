//! A job with what it is for the status, day by day: over the limit, under
//! it, unknown, or of a kind that does not count.

use chrono::NaiveDate;

use super::{Effect, Employment, EmploymentKind, IncomeDeclaration, IncomeKind};
use crate::domain::did::income::Limits;
use crate::domain::ids::EmploymentId;
use crate::domain::money::Cents;

/// How an income stands to its limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// At or under it: the status is conserved (R-CON-5).
    Under,
    /// Over it.
    Over,
    /// No income known yet.
    Unknown,
    /// The kind of work does not touch the status (R-DID-23).
    Free,
}

impl Standing {
    /// As shown in a column.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Under => "entro",
            Self::Over => "oltre",
            Self::Unknown => "da dich.",
            Self::Free => "non conta",
        }
    }
}

/// A stretch of a job with one income.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spell {
    /// First day.
    pub from: NaiveDate,
    /// Last day; `None` while it goes on.
    pub to: Option<NaiveDate>,
    /// How the income stands.
    pub standing: Standing,
    /// The income, with its year.
    pub income: Option<(Cents, i32)>,
    /// The limit it was compared with.
    pub limit: Option<Cents>,
    /// The year is not in the table (R-CON-1).
    pub to_verify: bool,
    /// When the income was declared; `None` for that of the communication.
    pub declared: Option<NaiveDate>,
}

impl Spell {
    /// Does it run on a day?
    #[must_use]
    pub fn runs(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// A job weighed with the limits of its years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Which job.
    pub id: EmploymentId,
    /// With whom.
    pub employer: String,
    /// Kind.
    pub kind: EmploymentKind,
    /// First day.
    pub start: NaiveDate,
    /// Last day, once over.
    pub end: Option<NaiveDate>,
    /// Last day foreseen.
    pub expected_end: Option<NaiveDate>,
    /// When its communication arrived.
    pub co_date: Option<NaiveDate>,
    /// Reference of its communication.
    pub co_reference: String,
    /// Its stretches, in order, without gaps.
    pub spells: Vec<Spell>,
}

impl Job {
    /// Does it run on a day?
    #[must_use]
    pub fn runs(&self, day: NaiveDate) -> bool {
        self.start <= day && self.end.is_none_or(|end| day <= end)
    }

    /// Days from the start to the end, or to a day while it runs, both
    /// counted (R-SUS-1: the start is day 1).
    #[must_use]
    pub fn days(&self, today: NaiveDate) -> u32 {
        let last = self.end.unwrap_or(today);
        u32::try_from((last - self.start).num_days() + 1).unwrap_or(0)
    }

    /// The stretch of a day, or the last one before it.
    #[must_use]
    pub fn spell(&self, day: NaiveDate) -> Option<&Spell> {
        self.spells.iter().rev().find(|spell| spell.from <= day).or(self.spells.first())
    }

    /// The stretches over the limit, joined where two follow each other: what
    /// suspends for one job is one suspension.
    #[must_use]
    pub fn over(&self) -> Vec<(NaiveDate, Option<NaiveDate>)> {
        let mut joined: Vec<(NaiveDate, Option<NaiveDate>)> = Vec::new();
        for spell in self.spells.iter().filter(|spell| spell.standing == Standing::Over) {
            match joined.last_mut() {
                Some((_, to)) if to.and_then(|to| to.succ_opt()) == Some(spell.from) => *to = spell.to,
                _ => joined.push((spell.from, spell.to)),
            }
        }
        joined
    }

    /// Reference of the communication, or the name of the employer.
    #[must_use]
    pub fn evidence(&self) -> String {
        match self.co_reference.is_empty() {
            true => self.employer.clone(),
            false => format!("CO {}", self.co_reference),
        }
    }
}

/// The jobs that count, weighed; `limits` gives those for a year of income
/// and the day of the event (R-CON-1).
pub fn weighed(
    employments: &[Employment],
    incomes: &[IncomeDeclaration],
    limits: impl Fn(i32, NaiveDate) -> Limits,
) -> Vec<Job> {
    let mut jobs: Vec<Job> = employments
        .iter()
        .filter(|employment| !employment.withdrawn)
        .filter_map(|employment| one(employment, incomes, &limits))
        .collect();
    jobs.sort_by_key(|job| (job.start, job.id));
    jobs
}

/// Since when, how much for which year, declared when.
type Income = (NaiveDate, Option<(Cents, i32)>, Option<NaiveDate>);

fn one(
    employment: &Employment,
    incomes: &[IncomeDeclaration],
    limits: &impl Fn(i32, NaiveDate) -> Limits,
) -> Option<Job> {
    use chrono::Datelike;
    let start = employment.start?;
    // What counts from a day: the income of the communication from the start,
    // then each declaration from its own day; of two on one day the later.
    let mut steps: Vec<Income> = vec![(
        start,
        employment.income.map(|income| (income, employment.income_year.unwrap_or(start.year()))),
        None,
    )];
    let mut declared: Vec<&IncomeDeclaration> =
        incomes.iter().filter(|income| income.employment == employment.id).collect();
    declared.sort_by_key(|income| (income.since.max(start), income.date, income.id));
    for income in declared {
        let since = income.since.max(start);
        steps.retain(|step| step.0 < since);
        steps.push((since, Some((income.amount, income.year)), Some(income.date)));
    }
    steps.retain(|step| employment.end.is_none_or(|end| step.0 <= end.max(start)));
    let mut spells = Vec::with_capacity(steps.len());
    for (index, (from, income, declared)) in steps.iter().enumerate() {
        let next = steps.get(index + 1).and_then(|next| next.0.pred_opt());
        let to = next.or(employment.end);
        spells.push(spell(employment.kind, (*from, to), *income, *declared, limits));
    }
    Some(Job {
        id: employment.id,
        employer: employment.employer.clone(),
        kind: employment.kind,
        start,
        end: employment.end,
        expected_end: employment.expected_end,
        co_date: employment.co_date,
        co_reference: employment.co_reference.clone(),
        spells,
    })
}

fn spell(
    kind: EmploymentKind,
    (from, to): (NaiveDate, Option<NaiveDate>),
    income: Option<(Cents, i32)>,
    declared: Option<NaiveDate>,
    limits: &impl Fn(i32, NaiveDate) -> Limits,
) -> Spell {
    let mut found =
        Spell { from, to, standing: Standing::Free, income, limit: None, to_verify: false, declared };
    let Some(which) = kind.income() else { return found };
    let Some((amount, year)) = income else {
        return Spell { standing: Standing::Unknown, ..found };
    };
    let row = limits(year, from);
    found.limit = match (kind, which) {
        (EmploymentKind::Collaboration, _) => row.collaboration,
        (_, IncomeKind::Employee) => row.employee,
        (_, IncomeKind::SelfEmployed) => row.self_employed,
    };
    found.to_verify = row.to_verify;
    // Without a limit there is no conservation: every income is over it.
    found.standing =
        if found.limit.is_some_and(|limit| amount <= limit) { Standing::Under } else { Standing::Over };
    found
}

/// The stretches over the limit of the jobs that suspend, in order, each with
/// its job.
#[must_use]
pub fn suspending(jobs: &[Job]) -> Vec<(NaiveDate, Option<NaiveDate>, &Job)> {
    let mut found: Vec<_> = jobs
        .iter()
        .filter(|job| job.kind.effect() == Effect::Suspends)
        .flat_map(|job| job.over().into_iter().map(move |(from, to)| (from, to, job)))
        .collect();
    found.sort_by_key(|(from, to, job)| (*from, *to, job.id));
    found
}

/// How the jobs of a day stand to their limits, in one sentence: the one that
/// weighs most, and how many others there are. `None` when none runs.
#[must_use]
pub fn standing(jobs: &[Job], day: NaiveDate) -> Option<String> {
    let weight = |standing| match standing {
        Standing::Over => 3,
        Standing::Unknown => 2,
        Standing::Under => 1,
        Standing::Free => 0,
    };
    let running: Vec<(&Job, &Spell)> =
        jobs.iter().filter(|job| job.runs(day)).filter_map(|job| Some((job, job.spell(day)?))).collect();
    let (job, spell) = running.iter().max_by_key(|(job, spell)| (weight(spell.standing), job.start))?;
    let others = match running.len() - 1 {
        0 => String::new(),
        1 => "; e un altro lavoro (DI02)".to_owned(),
        more => format!("; e altri {more} lavori (DI02)"),
    };
    Some(format!("{}{others}", sum(job.kind, spell)))
}

/// The arithmetic of one stretch in one sentence with its articles:
/// `8.120,00 <= 8.500,00 (2026, lav. dip.), R-CON-1, TUIR art. 13`.
#[must_use]
pub fn sum(kind: EmploymentKind, spell: &Spell) -> String {
    let Some(which) = kind.income() else {
        return format!("{}: non tocca lo stato, R-DID-23, circ. ANPAL 1/2019", kind.label());
    };
    let Some((amount, year)) = spell.income else {
        return "reddito annuo da dichiarare, R-CON-6, circ. ANPAL 1/2019".to_owned();
    };
    let verify = if spell.to_verify { ", da verificare" } else { "" };
    let which = if kind == EmploymentKind::Collaboration { "co.co.co." } else { which.short() };
    match spell.limit {
        None => format!("{amount}: nessun limite ({year}, {which}), R-CON-1, D.Lgs. 150/2015 art. 19"),
        Some(limit) => {
            let sign = if spell.standing == Standing::Under { "<=" } else { ">" };
            format!("{amount} {sign} {limit} ({year}, {which}{verify}), R-CON-1, TUIR art. 13")
        }
    }
}
