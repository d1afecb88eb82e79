//! What each section says besides what is typed there: label and value.

use chrono::NaiveDate;

use crate::desk::pact::Pact;
use crate::desk::query::PersonCard;
use crate::domain::did::Benefit;
use crate::domain::office::Operator;
use crate::domain::psp::{Measure, SearchAct};
use crate::tables::catalogue::Catalogue;
use crate::tables::code_table;
use crate::ui::form::read::show_date;
use crate::ui::screen::Cx;
use crate::ui::screens::common::{day, place_name};
use crate::ui::strings::psp as words;
use crate::ui::strings::psp_form as labels;

/// A label with its value.
pub type Pair = (&'static str, String);

/// What stands over the form of a section; of a version that is not written
/// any more, everything it says.
#[must_use]
pub fn pairs(
    section: u8,
    pact: &Pact,
    card: &PersonCard,
    operators: &[Operator],
    editable: bool,
    tables: &Catalogue,
) -> Vec<Pair> {
    let mut pairs = match section {
        1 => who(pact),
        2 => situation(pact),
        3 => profile(pact, tables),
        13 => privacy(pact),
        14 => vec![("", words::DURATION.to_owned())],
        15 => signatures(pact, card),
        _ => Vec::new(),
    };
    if !editable {
        pairs.extend(written(section, pact, operators, tables));
    }
    pairs.retain(|(_, value)| !value.is_empty());
    pairs
}

fn or_missing(text: &str) -> String {
    if text.trim().is_empty() { words::MISSING.to_owned() } else { text.to_owned() }
}

fn who(pact: &Pact) -> Vec<Pair> {
    let person = &pact.person;
    let office = pact.office.as_ref();
    let born = person.birth_date.map(|on| format!("{}, {}", place_name(&person.birth_place), show_date(on)));
    let document = if person.id_doc_number.is_empty() {
        words::MISSING.to_owned()
    } else {
        let kind = code_table::identity_documents().label(&person.id_doc_type);
        format!("{kind} {}", person.id_doc_number)
    };
    // On the paper it is in full; here it may stand before a third person.
    let guardian = if person.guardian_name.is_empty() { "" } else { crate::ui::strings::people::ON_CARD };
    vec![
        (words::OFFICE, office.map_or_else(|| words::MISSING.to_owned(), |o| format!("CPI {}", o.name))),
        (words::PERSON, or_missing(&person.full_name())),
        (words::CODE, or_missing(&person.fiscal_code)),
        (words::BORN, or_missing(&born.unwrap_or_default())),
        (words::IDENTITY, document),
        (words::GUARDIAN, guardian.to_owned()),
        (
            words::PHONE,
            [&person.mobile, &person.phone].into_iter().find(|t| !t.is_empty()).cloned().unwrap_or_default(),
        ),
        (words::EMAIL, if person.pec.is_empty() { person.email.clone() } else { person.pec.clone() }),
    ]
}

fn situation(pact: &Pact) -> Vec<Pair> {
    let Some(did) = &pact.did else { return vec![(words::DID, words::MISSING.to_owned())] };
    let code = if did.national_id.is_empty() { words::WAITING.to_owned() } else { did.national_id.clone() };
    let benefit = match (did.benefit, did.inps_date) {
        (Benefit::None, _) => words::NO_BENEFIT.to_owned(),
        (benefit, Some(on)) => format!("{} {}", benefit.label(), show_date(on)),
        (benefit, None) => benefit.label().to_owned(),
    };
    let answers = pact.assessment.as_ref().map_or(&did.profiling, |a| &a.profiling);
    let person = &pact.person;
    let job = match person.last_job_end {
        Some(end) if !person.last_job_title.is_empty() => {
            format!("{}, {}", person.last_job_title, show_date(end))
        }
        _ => person.last_job_title.clone(),
    };
    vec![
        (words::DID, format!("{}, {}", show_date(did.date), did.state.label())),
        (words::DID_CODE, code),
        (words::BENEFIT, benefit),
        (words::EDUCATION, code_table::education_titles().label(&answers.education).to_owned()),
        (words::LAST_JOB, job),
    ]
}

fn profile(pact: &Pact, tables: &Catalogue) -> Vec<Pair> {
    let Some(a) = &pact.assessment else { return vec![(words::ASSESSED, words::MISSING.to_owned())] };
    let index = match a.index_date {
        Some(on) if !a.index_value.is_empty() => {
            format!("{} del {}", a.index_value.replace('.', ","), show_date(on))
        }
        _ => String::new(),
    };
    vec![
        (words::ASSESSED, show_date(a.date)),
        (words::INDEX, index),
        (words::JUDGEMENT, or_missing(&a.judgement)),
        (words::PATH, tables.paths().label_on(&a.path, a.date).to_owned()),
        (words::SECTORS, or_missing(&a.sectors.lines().collect::<Vec<_>>().join(labels::AND))),
    ]
}

fn privacy(pact: &Pact) -> Vec<Pair> {
    let given = pact.notice.as_ref().map_or_else(
        || words::MISSING.to_owned(),
        |notice| format!("versione {}, consegnata il {}", notice.version, show_date(notice.given_on)),
    );
    vec![("", words::NOTICE_TEXT.to_owned()), (words::NOTICE, given)]
}

fn signatures(pact: &Pact, card: &PersonCard) -> Vec<Pair> {
    let v = &pact.version;
    let Some(issued) = v.issued_at else { return vec![("", words::LATER.to_owned())] };
    let number = card.documents.iter().find(|d| Some(d.id) == v.document).map(|d| d.number.clone());
    let at = |moment: Option<chrono::NaiveDateTime>| {
        moment.map_or_else(|| words::NOT_YET.to_owned(), |at| at.format("%d/%m/%Y %H:%M").to_string())
    };
    let handed = |on: Option<NaiveDate>| on.map_or_else(|| words::NOT_YET.to_owned(), show_date);
    vec![
        (words::NUMBER, number.unwrap_or_default()),
        (words::ISSUED, at(Some(issued))),
        (words::SIGNED_PERSON, at(v.person_signed_at)),
        (words::SIGNED_OPERATOR, at(v.operator_signed_at)),
        (words::COPY, handed(v.copy_handed_on)),
    ]
}

/// What was typed in a section.
fn written(section: u8, pact: &Pact, operators: &[Operator], tables: &Catalogue) -> Vec<Pair> {
    let v = &pact.version;
    let on = v.issued_at.map_or(v.created_at.date(), |at| at.date());
    let officer = operators.iter().find(|o| Some(o.id) == v.case_officer).map(Operator::short_name);
    let yes = |on: bool, label: &'static str| {
        ("", if on { format!("[x] {label}") } else { format!("[ ] {label}") })
    };
    match section {
        1 => vec![(labels::ADDRESS.0, v.contact_address.clone())],
        4 => vec![("", v.objective.clone())],
        5 => vec![
            (labels::OFFICER.0, officer.unwrap_or_default()),
            (labels::FREQUENCY.0, code_table::contact_frequencies().label(&v.contact_frequency).to_owned()),
            (labels::MODE.0, code_table::contact_modes().label(&v.contact_mode).to_owned()),
            (
                labels::CHANNEL.0,
                tables.convocation_channels().label_on(&v.convocation_channel, on).to_owned(),
            ),
            yes(v.working_day_calls, labels::WORKING_DAYS.0),
        ],
        6 => vec![(labels::NO_MEASURE.0, v.no_measure_reason.clone())],
        7 => vec![(labels::PROOF.0, code_table::proof_methods().label(&v.proof_method).to_owned())],
        9 => vec![
            yes(v.available_initiatives, labels::A.0),
            yes(v.available_training, labels::B.0),
            yes(v.accepts_offers, labels::C.0),
            ("", v.person_commitments.clone()),
        ],
        10 => vec![("", v.office_commitments.clone())],
        14 => vec![(labels::CONFIRM.0, day(v.confirm_by))],
        _ => Vec::new(),
    }
}

/// Fixed text of a section, and what can be done there.
#[must_use]
pub fn notes(section: u8, editable: bool, registry: bool) -> Vec<&'static str> {
    match section {
        1 if registry => vec![words::ENTER_REGISTRY],
        2 => vec![words::ENTER_DID],
        3 => vec![words::ENTER_ASSESSMENT],
        11 => [words::ABSENCE, &[words::FIXED]].concat(),
        12 => [words::SANCTIONS, &[words::FIXED]].concat(),
        13 if editable => vec![words::ENTER_NOTICE],
        _ => Vec::new(),
    }
}

/// One line about a section, for the summary of tall screens.
#[must_use]
pub fn in_short(section: u8, pact: &Pact, card: &PersonCard, operators: &[Operator], cx: &Cx) -> String {
    let v = &pact.version;
    let joined =
        |parts: Vec<String>| parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(", ");
    match section {
        5 => joined(
            written(5, pact, operators, cx.tables()).into_iter().take(3).map(|(_, value)| value).collect(),
        ),
        6 if pact.measures.is_empty() => v.no_measure_reason.clone(),
        6 => joined(pact.measures.iter().map(|m| measure_cells(m)[1].clone()).collect()),
        7 => joined(pact.search_acts.iter().map(|a| format!("{} ({})", a.action, a.quantity)).collect()),
        8 => joined(
            card.appointments
                .iter()
                .filter(|a| a.state.is_open() && a.start >= cx.now)
                .map(|a| a.start.format("%d/%m %H:%M").to_string())
                .collect(),
        ),
        4 => v.objective.clone(),
        _ => String::new(),
    }
}

fn short(on: Option<NaiveDate>) -> String {
    on.map(|day| day.format("%d/%m").to_string()).unwrap_or_default()
}

/// The cells of a measure: number, what, LEP, SAP, from, to.
#[must_use]
pub fn measure_cells(m: &Measure) -> Vec<String> {
    let title = || {
        let entry = crate::domain::codes::LepCode::parse(&m.lep).ok().and_then(crate::tables::lep::get);
        entry.map(|entry| entry.title.clone()).unwrap_or_default()
    };
    let name = if m.title.is_empty() { title() } else { m.title.clone() };
    vec![m.position.to_string(), name, m.lep.clone(), m.sap.label(), short(m.from), short(m.to)]
}

/// The cells of a search act: number, what, how often, by when.
#[must_use]
pub fn act_cells(a: &SearchAct) -> Vec<String> {
    vec![a.position.to_string(), a.action.clone(), a.quantity.clone(), short(a.by_date)]
}
