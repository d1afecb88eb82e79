//! What a restriction asks, and what it leaves possible (GDPR art. 18).

use chrono::NaiveDate;

use super::Restriction;
use crate::domain::finding::{Finding, Level, Rule, rule};
use crate::domain::registrant::rules::{NOTE, check_text};

use Level::{Block, Warn};

/// One is enough.
pub const ALREADY: Rule = rule(
    "R-PRV-21",
    Block,
    "GDPR art. 18",
    "Il trattamento dei dati di questa persona è già limitato dal {}: prima si toglie quella limitazione.",
);
/// Asked or told on a day to come, or told before it was asked.
pub const DAY: Rule = rule("R-PRV-22", Block, "GDPR art. 18", "Il giorno {} non va bene: {}.");
/// Use that is neither keeping nor correcting.
pub const RESTRICTED: Rule = rule(
    "R-PRV-23",
    Warn,
    "GDPR art. 18 par. 2",
    "Dal {} il trattamento dei dati di questa persona è limitato: si conservano e basta. Si va avanti solo con il suo consenso, per un diritto in giudizio, per i diritti di un altro o per un interesse pubblico rilevante: scrivere quale.",
);
/// Nothing is held against the person meanwhile.
pub const AGAINST: Rule = rule(
    "R-PRV-24",
    Block,
    "GDPR art. 18 par. 1 e 2",
    "Dal {} il trattamento dei dati di questa persona è limitato: finché lo è non si aprono né si decidono casi di condizionalità e non si annullano salvataggi.",
);
/// The person is told before.
pub const NOT_TOLD: Rule = rule(
    "R-PRV-25",
    Block,
    "GDPR art. 18 par. 3",
    "Prima di togliere la limitazione si informa chi l'ha chiesta: manca il giorno in cui lo si è fatto.",
);
/// Nothing to lift.
pub const LIFTED: Rule =
    rule("R-PRV-26", Block, "GDPR art. 18", "Questa limitazione è già stata tolta il {}.");
/// Why it ends.
pub const NO_REASON: Rule =
    rule("R-PRV-27", Block, "GDPR art. 5 par. 2 e art. 18", "Scrivere perché la limitazione si toglie.");

fn told(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}

/// What they say of the day something was asked for.
#[must_use]
pub fn asked(on: Option<NaiveDate>, today: NaiveDate) -> Option<Finding> {
    let late = on.filter(|day| *day > today)?;
    Some(DAY.at("asked_on").with(told(late)).with("deve ancora venire"))
}

/// What the rules say of a new restriction; `running` is one that holds.
#[must_use]
pub fn begin(new: &Restriction, running: Option<&Restriction>, today: NaiveDate) -> Vec<Finding> {
    let mut found = Vec::new();
    found.extend(running.map(|one| ALREADY.found().with(told(one.asked_on))));
    found.extend(asked(Some(new.asked_on), today));
    check_text("note", &new.note, NOTE, &mut found);
    found
}

/// What they say of lifting one.
#[must_use]
pub fn lift(of: &Restriction, told_on: Option<NaiveDate>, why: &str, today: NaiveDate) -> Vec<Finding> {
    if let Some(lifted) = of.lifted_on {
        return vec![LIFTED.found().with(told(lifted))];
    }
    let mut found = Vec::new();
    match told_on {
        None => found.push(NOT_TOLD.at("told_on")),
        Some(day) if day > today => {
            found.push(DAY.at("told_on").with(told(day)).with("deve ancora venire"));
        }
        Some(day) if day < of.asked_on => {
            found.push(DAY.at("told_on").with(told(day)).with("viene prima della richiesta"));
        }
        Some(_) => {}
    }
    if why.trim().is_empty() {
        found.push(NO_REASON.at("why"));
    }
    check_text("why", why, NOTE, &mut found);
    found
}
