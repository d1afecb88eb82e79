//! The standard model: what nearly every pact says, so that the operator
//! writes only what is this person's.

use crate::desk::pact::Pact;
use crate::domain::did::Benefit;
use crate::domain::psp::{PspVersion, SearchActForm};
use crate::ui::strings::psp_form as words;

/// The version with the standard words where nothing is written yet. What was
/// written stays.
#[must_use]
pub fn filled(pact: &Pact) -> PspVersion {
    let mut v = pact.version.clone();
    let fill = |text: &mut String, with: &str| {
        if text.trim().is_empty() {
            with.clone_into(text);
        }
    };
    fill(&mut v.objective, &objective(pact));
    fill(&mut v.contact_frequency, "mensile");
    fill(&mut v.contact_mode, "in_person");
    fill(&mut v.convocation_channel, channel(pact));
    fill(&mut v.proof_method, "scheda_ricerca");
    fill(&mut v.person_commitments, words::MODEL_PERSON);
    fill(&mut v.office_commitments, words::MODEL_OFFICE);
    v.available_initiatives = true;
    v.available_training = true;
    v.accepts_offers = true;
    // Wanted of who receives NASpI or DIS-COLL (art. 21 c. 6), good for all.
    v.working_day_calls = true;
    v
}

/// The act of search every pact begins with.
#[must_use]
pub fn search_act() -> SearchActForm {
    SearchActForm {
        action: words::MODEL_ACT.to_owned(),
        quantity: words::MODEL_QUANTITY.to_owned(),
        by_date: None,
    }
}

fn objective(pact: &Pact) -> String {
    let sectors = pact.assessment.as_ref().map(|a| a.sectors.as_str()).unwrap_or_default();
    let sectors: Vec<&str> = sectors.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if sectors.is_empty() {
        words::MODEL_OBJECTIVE.to_owned()
    } else {
        words::model_objective(&sectors.join(words::AND))
    }
}

/// The best proof among the contacts there are (R-CNV-9, R-CNV-10): PEC, then
/// the e-mail of an applicant for a benefit, else agreed face to face.
fn channel(pact: &Pact) -> &'static str {
    let benefit = pact.did.as_ref().map_or(Benefit::None, |did| did.benefit);
    if !pact.person.pec.trim().is_empty() {
        "pec"
    } else if benefit != Benefit::None && !pact.person.email.trim().is_empty() {
        "email"
    } else {
        "in_person_agreed"
    }
}
