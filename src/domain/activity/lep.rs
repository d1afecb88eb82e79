//! Which SAP code goes with a LEP (R-LEP-1, 2, 3), on what the catalogue says.

use super::SapChoice;
use crate::domain::finding::{Finding, Level, Rule};

const SOURCE: &str = "tabella LEP-SAP (Regione Campania)";

const fn block(id: &'static str, text: &'static str) -> Rule {
    Rule { id, level: Level::Block, reference: SOURCE, text }
}

/// No such LEP.
pub const UNKNOWN: Rule = block("R-LEP-9", "«{}» non è un LEP del catalogo: scegliere dall'elenco (F4).");
/// A LEP of employers, or a letter that has sub-activities.
pub const NOT_FOR_PERSONS: Rule =
    block("R-LEP-9", "Il LEP {} non si registra per una persona, o si registra con la sua sotto-attività.");
/// The one attested code is not chosen, or another is.
pub const ATTESTED: Rule = block("R-LEP-1", "Per il LEP {} il codice SAP è {}.");
/// No code is attested.
pub const NONE_ATTESTED: Rule =
    block("R-LEP-1", "Per il LEP {} nessun codice SAP è attestato: «{}» non si può usare.");
/// More than one: choose.
pub const CHOOSE: Rule = block("R-LEP-2", "Per il LEP {} scegliere il codice SAP: {}.");
/// CO is no code.
pub const CO_IS_NO_CODE: Rule =
    block("R-LEP-3", "CO non è un codice attività: è la comunicazione che prova l'assunzione.");
/// Old cases only.
pub const HISTORIC: Rule = Rule {
    id: "R-LEP-5",
    level: Level::Warn,
    reference: "D.Lgs. 150/2015 art. 23",
    text: "Il LEP G riguarda l'assegno di ricollocazione: solo per casi passati.",
};

/// What the catalogue says of one LEP; asked outside, so that rules stay pure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LepKnown {
    /// Title.
    pub title: String,
    /// May it be logged for a person? (M is not: M1 is.)
    pub for_persons: bool,
    /// Attested codes that may be chosen.
    pub choices: Vec<String>,
    /// Codes nobody attests.
    pub candidates: Vec<String>,
    /// Is it proved by a mandatory communication (F3)?
    pub wants_co: bool,
}

/// The choice as it is stored: "not chosen" is "not attested" where no code
/// is attested, codes in capitals.
#[must_use]
pub fn settled(known: Option<&LepKnown>, choice: &SapChoice) -> SapChoice {
    match choice {
        SapChoice::Unchosen if known.is_none_or(|k| k.choices.is_empty()) => SapChoice::NotAttested,
        SapChoice::Attested(code) => SapChoice::Attested(code.trim().to_uppercase()),
        SapChoice::Candidate(code) => SapChoice::Candidate(code.trim().to_uppercase()),
        SapChoice::Unchosen | SapChoice::NotAttested => choice.clone(),
    }
}

/// What the rules say about a LEP with its SAP code. `known` is `None` for a
/// code the catalogue has not.
#[must_use]
pub fn check(
    lep: &str,
    known: Option<&LepKnown>,
    choice: &SapChoice,
    fields: (&'static str, &'static str),
) -> Vec<Finding> {
    let Some(known) = known else { return vec![UNKNOWN.at(fields.0).with(lep)] };
    if !known.for_persons {
        return vec![NOT_FOR_PERSONS.at(fields.0).with(lep)];
    }
    let mut found = Vec::new();
    found.extend(
        sap(lep, known, &settled(Some(known), choice)).map(|f| Finding { field: Some(fields.1.into()), ..f }),
    );
    if lep == "G" {
        found.push(HISTORIC.at(fields.0));
    }
    found
}

fn sap(lep: &str, known: &LepKnown, choice: &SapChoice) -> Option<Finding> {
    let codes = known.choices.join(" o ");
    let wanted = || {
        let rule = if known.choices.len() > 1 { CHOOSE } else { ATTESTED };
        Some(rule.found().with(lep).with(&codes))
    };
    match choice {
        SapChoice::Attested(code) | SapChoice::Candidate(code) if code == "CO" => Some(CO_IS_NO_CODE.found()),
        SapChoice::Attested(code) if known.choices.contains(code) => None,
        SapChoice::NotAttested if known.choices.is_empty() => None,
        SapChoice::Candidate(code) if known.choices.is_empty() && known.candidates.contains(code) => None,
        SapChoice::Attested(code) | SapChoice::Candidate(code) if known.choices.is_empty() => {
            Some(NONE_ATTESTED.found().with(lep).with(code))
        }
        SapChoice::Unchosen | SapChoice::NotAttested | SapChoice::Attested(_) | SapChoice::Candidate(_) => {
            wanted()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(choices: &[&str], candidates: &[&str]) -> LepKnown {
        let own = |codes: &[&str]| codes.iter().map(|c| (*c).to_owned()).collect();
        LepKnown {
            for_persons: true,
            choices: own(choices),
            candidates: own(candidates),
            ..Default::default()
        }
    }

    fn rule(lep: &str, known: &LepKnown, choice: &SapChoice) -> Option<String> {
        check(lep, Some(known), choice, ("lep", "sap")).first().map(|f| f.rule.to_string())
    }

    #[test]
    fn e_is_chosen_and_never_guessed() {
        let e = known(&["A03", "A06"], &[]);
        assert_eq!(rule("E", &e, &SapChoice::Unchosen).as_deref(), Some("R-LEP-2"));
        assert_eq!(rule("E", &e, &SapChoice::NotAttested).as_deref(), Some("R-LEP-2"));
        assert_eq!(rule("E", &e, &SapChoice::Attested("A01".into())).as_deref(), Some("R-LEP-2"));
        assert_eq!(rule("E", &e, &SapChoice::Attested("A03".into())), None);
        assert_eq!(rule("E", &e, &SapChoice::Attested(" a06".into())), None);
    }

    #[test]
    fn co_is_not_selectable_and_one_code_stands_alone() {
        let f3 = LepKnown { wants_co: true, ..known(&["B03"], &[]) };
        assert_eq!(rule("F3", &f3, &SapChoice::Attested("CO".into())).as_deref(), Some("R-LEP-3"));
        assert_eq!(rule("F3", &f3, &SapChoice::Unchosen).as_deref(), Some("R-LEP-1"));
        assert_eq!(rule("F3", &f3, &SapChoice::Candidate("B03".into())).as_deref(), Some("R-LEP-1"));
        assert_eq!(rule("F3", &f3, &SapChoice::Attested("B03".into())), None);
    }

    #[test]
    fn where_none_is_attested_only_a_candidate_may_stand() {
        let b = known(&[], &["N00"]);
        assert_eq!(rule("B", &b, &SapChoice::Unchosen), None);
        assert_eq!(settled(Some(&b), &SapChoice::Unchosen), SapChoice::NotAttested);
        assert_eq!(rule("B", &b, &SapChoice::Candidate("N00".into())), None);
        assert_eq!(rule("B", &b, &SapChoice::Candidate("A02".into())).as_deref(), Some("R-LEP-1"));
        assert_eq!(rule("B", &b, &SapChoice::Attested("N00".into())).as_deref(), Some("R-LEP-1"));
    }

    #[test]
    fn g_is_history_and_others_are_told() {
        assert_eq!(
            rule("G", &known(&["B03"], &[]), &SapChoice::Attested("B03".into())).as_deref(),
            Some("R-LEP-5")
        );
        assert_eq!(check("Z", None, &SapChoice::Unchosen, ("lep", "sap"))[0].rule.to_string(), "R-LEP-9");
    }
}
