//! Income under the limit keeps the status: the comparison is `<=`
//! (rules.md § 1.1).

use super::rules;
use super::{Benefit, Declaration};
use crate::domain::finding::Finding;
use crate::domain::money::Cents;

/// The limits that hold for the year of the declared income (R-CON-1), from
/// the table; `None`: no conservation in those years.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// Employees, a year.
    pub employee: Option<Cents>,
    /// Co.co.co.: one of the other two, as the office's parameter says
    /// (R-CON-4).
    pub collaboration: Option<Cents>,
    /// Self-employed, a year.
    pub self_employed: Option<Cents>,
    /// The year is not in the table.
    pub to_verify: bool,
}

/// What the rules say about the income declared with a DID.
#[must_use]
pub fn check(declared: &Declaration, limits: Limits) -> Vec<Finding> {
    let mut found = Vec::new();
    if declared.inactive_vat {
        found.push(rules::INACTIVE_VAT.at("declaration.inactive_vat"));
    }
    if !declared.employee && !declared.self_employed {
        return found;
    }
    let Some(year) = declared.income_year else {
        found.push(rules::NO_INCOME_YEAR.at("declaration.income_year"));
        return found;
    };
    if limits.to_verify {
        found.push(rules::YEAR_UNKNOWN.at("declaration.income_year").with(year));
    }
    if declared.employee {
        let field = "declaration.employee_income";
        found.extend(under(field, declared.employee_income, limits.employee, year));
        if let Some(income) = declared.employee_income {
            found.push(rules::EMPLOYEE_INCOME.at(field).with(income).with(year));
        }
        if declared.benefit == Benefit::DisColl {
            found.push(rules::COLLABORATION.at(field));
        }
    }
    if declared.self_employed {
        let field = "declaration.self_employed_income";
        found.extend(under(field, declared.self_employed_income, limits.self_employed, year));
        if let Some(income) = declared.self_employed_income {
            found.push(rules::SELF_EMPLOYED_INCOME.at(field).with(income).with(year));
        }
    }
    if !found.iter().any(Finding::stops) {
        found.push(rules::CONSERVED.found());
    }
    found
}

fn under(field: &'static str, income: Option<Cents>, limit: Option<Cents>, year: i32) -> Option<Finding> {
    let Some(income) = income else { return Some(rules::NO_INCOME.at(field)) };
    if income < Cents(0) {
        return Some(rules::NEGATIVE_INCOME.at(field));
    }
    match limit {
        None => Some(rules::NO_CONSERVATION.at(field).with(year)),
        Some(limit) if income > limit => Some(rules::OVER_LIMIT.at(field).with(income).with(limit)),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: Limits = Limits {
        employee: Some(Cents(850_000)),
        collaboration: Some(Cents(850_000)),
        self_employed: Some(Cents(550_000)),
        to_verify: false,
    };

    fn stops(declared: &Declaration, limits: Limits) -> Vec<String> {
        check(declared, limits).iter().filter(|f| f.stops()).map(|f| f.rule.to_string()).collect()
    }

    fn employee(income: Option<i64>) -> Declaration {
        Declaration {
            employee: true,
            employee_income: income.map(Cents),
            income_year: Some(2026),
            ..Declaration::default()
        }
    }

    #[test]
    fn the_limit_itself_is_inside() {
        for (income, rule) in [
            (Some(850_000), None),
            (Some(850_001), Some("R-CON-5")),
            (Some(0), None),
            (Some(-1), Some("R-CON-6")),
            (None, Some("R-CON-6")),
        ] {
            assert_eq!(stops(&employee(income), LIMITS), Vec::from_iter(rule), "{income:?}");
        }
        let own = |income| Declaration {
            self_employed: true,
            self_employed_income: Some(Cents(income)),
            income_year: Some(2026),
            ..Declaration::default()
        };
        assert_eq!(stops(&own(550_000), LIMITS), Vec::<String>::new());
        assert_eq!(stops(&own(550_001), LIMITS), ["R-CON-5"]);
        let over = check(&own(550_001), LIMITS).remove(0).text;
        assert!(over.contains("5.500,01") && over.contains("5.500,00"), "{over}");
    }

    #[test]
    fn the_year_is_wanted_and_an_unknown_one_is_to_be_verified() {
        let no_year = Declaration { income_year: None, ..employee(Some(1)) };
        assert_eq!(stops(&no_year, LIMITS), ["R-CON-6"]);
        assert_eq!(stops(&employee(Some(1)), Limits { to_verify: true, ..LIMITS }), ["R-CON-1"]);
        assert_eq!(stops(&employee(Some(1)), Limits::default()), ["R-CON-5"], "years without conservation");
    }

    #[test]
    fn without_work_there_is_nothing_to_compare() {
        let idle = Declaration { employee_income: Some(Cents(9_999_999)), ..Declaration::default() };
        assert_eq!(check(&idle, LIMITS), []);
    }
}
