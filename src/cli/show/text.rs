//! The record for people.

use std::fmt::Write;

use chrono::{NaiveDate, NaiveDateTime};

use crate::desk::query::PersonCard;
use crate::domain::codes::PlaceCode;
use crate::domain::did::{Did, DidState};
use crate::domain::office::Operator;
use crate::domain::psp::PspVersion;
use crate::domain::registrant::Registrant;
use crate::tables::catalogue::Catalogue;
use crate::tables::{citizenships, code_table, places};

/// The record, section by section; sections with nothing to say say so.
pub fn for_people(
    card: &PersonCard,
    operators: &[&Operator],
    tables: &Catalogue,
    today: NaiveDate,
) -> String {
    let mut page = Page(String::new());
    identity(&mut page, &card.registrant, today);
    page.head("STATO");
    page.line(&status(card.last_did()));
    if let (Some(_), Some(seniority)) = (card.did(), card.seniority(today)) {
        let figures = &card.catalogue.parameters(today).did;
        let long = match (seniority.is_long_term(figures), seniority.is_six_months(figures)) {
            (true, _) => ", lunga durata",
            (false, true) => ", oltre sei mesi",
            (false, false) => "",
        };
        let sum = if seniority.suspended > 0 { format!(" ({})", seniority.sum()) } else { String::new() };
        page.field("anzianità", &format!("{} giorni{long}{sum}", seniority.days));
    }
    if let Some(said) = card.conservation(today) {
        page.field("reddito", &said);
    }
    for open in card.to_settle(today) {
        page.line(&format!("[!] {}  {}", open.finding.text, open.finding.rule));
    }
    dids(&mut page, card);
    assessment(&mut page, card, tables);
    pact(&mut page, card);
    activities(&mut page, card);
    appointments(&mut page, card, operators);
    cases(&mut page, card);
    page.head("TERMINI");
    for term in &card.deadlines {
        page.line(&format!("{}  {}  {}  {}", date(term.due), term.what, term.sum, term.law()));
    }
    page.none_if_empty();
    page.0
}

/// A page of heads and lines.
struct Page(String);

impl Page {
    fn head(&mut self, head: &str) {
        self.push(&format!("\n{head}\n"));
    }

    fn line(&mut self, line: &str) {
        self.push(&format!("  {line}\n"));
    }

    /// Label and value; nothing without a value.
    fn field(&mut self, label: &str, value: &str) {
        if !value.trim().is_empty() {
            self.line(&format!("{label:<15}{}", value.lines().collect::<Vec<_>>().join(" / ")));
        }
    }

    /// Says that the section just headed has nothing.
    fn none_if_empty(&mut self) {
        if self.0.lines().last().is_some_and(|last| !last.starts_with(' ')) {
            self.line("nulla");
        }
    }

    fn push(&mut self, text: &str) {
        self.0.write_str(text).expect("a String takes any text");
    }
}

fn identity(page: &mut Page, person: &Registrant, today: NaiveDate) {
    let mut head = format!("{}  {}", person.list_name(), person.fiscal_code);
    if let Some(age) = person.age_on(today) {
        head.push_str(&format!("  {age} anni"));
    }
    page.push(&format!("{head}\n"));
    page.field("identificativo", &person.id.to_string());
    let place = place(&person.birth_place, person.birth_date);
    page.field("nascita", &joined(&[&person.birth_date.map(date).unwrap_or_default(), &place]));
    page.field("sesso", &person.sex.map(|sex| sex.letter().to_string()).unwrap_or_default());
    page.field("cittadinanza", citizenships::table().label(&person.citizenship));
    let kind = code_table::identity_documents().label(&person.id_doc_type);
    let until = person.id_doc_expires_on.map(|day| format!("fino al {}", date(day))).unwrap_or_default();
    page.field("documento", &joined(&[kind, &person.id_doc_number, &until]));
    let address = |street: &str, cap: &str, code: &str| joined(&[street, cap, &self::place(code, None)]);
    let home = address(&person.residence_address, &person.residence_cap, &person.residence_place);
    page.field("residenza", &home);
    let domicile = address(&person.domicile_address, &person.domicile_cap, &person.domicile_place);
    page.field("domicilio", &domicile);
    page.field("comunicazioni", &person.contact_address);
    page.field("cellulare", &person.mobile);
    page.field("telefono", &person.phone);
    page.field("e-mail", &person.email);
    page.field("PEC", &person.pec);
}

fn status(did: Option<&Did>) -> String {
    let Some(did) = did else { return "senza DID".to_owned() };
    let since = date(did.state_since);
    match did.state {
        DidState::Inserted | DidState::Validated => format!("disoccupazione dal {}", date(did.date)),
        DidState::AtRisk => format!("a rischio di disoccupazione dal {}", date(did.date)),
        DidState::Suspended => format!("disoccupazione sospesa dal {since}"),
        DidState::Lost | DidState::Revoked => format!("disoccupazione finita il {since}"),
        DidState::Annulled => "senza DID: l'ultima è annullata".to_owned(),
    }
}

fn dids(page: &mut Page, card: &PersonCard) {
    page.head("DID");
    for did in &card.dids {
        let number = if did.national_id.is_empty() { "numero atteso" } else { &did.national_id };
        page.line(&joined_by("  ", &[&date(did.date), did.state.label(), did.benefit.label(), number]));
    }
    page.none_if_empty();
}

fn assessment(page: &mut Page, card: &PersonCard, tables: &Catalogue) {
    page.head("VALUTAZIONE");
    if let Some(last) = card.assessment() {
        let path = |code| tables.paths().label_on(code, last.date);
        page.line(&joined_by("  ", &[&date(last.date), path(&last.path), &last.path_reason]));
        page.field("giudizio", &last.judgement);
        page.field("settori", &last.sectors);
        page.field("indice", &joined(&[&last.index_value, &last.index_model]));
        page.field("valida fino al", &last.valid_until.map(date).unwrap_or_default());
        if !last.path_proposed.is_empty() && last.path_proposed != last.path {
            page.field("proposto", path(&last.path_proposed));
        }
        let groups = last.targets.iter().map(|target| tables.gol_targets().label_on(&target.code, last.date));
        page.field("gruppi GOL", &groups.collect::<Vec<_>>().join(", "));
    }
    page.none_if_empty();
}

fn pact(page: &mut Page, card: &PersonCard) {
    page.head("PSP");
    for version in &card.versions {
        page.line(&joined_by(
            "  ",
            &[
                &number(card, version),
                &format!("versione {}", version.number),
                version.state.label(),
                &dates(version),
            ],
        ));
    }
    page.none_if_empty();
    if let Some(version) = card.psp() {
        page.field("obiettivo", &version.objective);
        for measure in &card.measures {
            page.field("misura", &joined(&[&measure.lep, &measure.title, &measure.sap.label()]));
        }
        for act in &card.search_acts {
            let by = act.by_date.map(|day| format!("entro il {}", date(day))).unwrap_or_default();
            page.field("ricerca", &joined(&[&act.action, &act.quantity, &by]));
        }
    }
}

fn number(card: &PersonCard, version: &PspVersion) -> String {
    let document = card.documents.iter().find(|document| Some(document.id) == version.document);
    document.map_or_else(|| "senza numero".to_owned(), |document| document.number.clone())
}

fn dates(version: &PspVersion) -> String {
    let signed = version.person_signed_at.max(version.operator_signed_at);
    match (version.issued_at, signed) {
        (_, Some(at)) => format!("firma {}", hour(at)),
        (Some(at), None) => format!("emesso {}", hour(at)),
        (None, None) => format!("aperto {}", hour(version.created_at)),
    }
}

fn activities(page: &mut Page, card: &PersonCard) {
    page.head("ATTIVITÀ");
    for done in &card.activities {
        page.line(&joined_by(
            "  ",
            &[
                &date(done.date),
                &format!("LEP {}", done.lep),
                &done.sap.label(),
                done.state.label(),
                &format!("{} minuti", done.minutes),
                &done.outcome,
                &done.output,
            ],
        ));
    }
    page.none_if_empty();
}

fn appointments(page: &mut Page, card: &PersonCard, operators: &[&Operator]) {
    page.head("APPUNTAMENTI");
    for booked in &card.appointments {
        let operator = operators.iter().find(|operator| operator.id == booked.operator);
        page.line(&joined_by(
            "  ",
            &[
                &hour(booked.start),
                code_table::services().label(&booked.service),
                booked.mode.label(),
                booked.state.label(),
                &operator.map(|operator| operator.short_name()).unwrap_or_default(),
            ],
        ));
    }
    page.none_if_empty();
}

/// Cases, applications, registrations and PADs, when there are any: never why somebody did not
/// come, nor what an application tells of health.
fn cases(page: &mut Page, card: &PersonCard) {
    let next = |page: &mut Page, id, step: &str| {
        page.field("  poi", step);
        for term in card.terms_of(id) {
            page.field(
                "  entro",
                &joined_by("  ", &[&date(term.due), &term.what, &term.sum, &term.rule.to_string()]),
            );
        }
    };
    if !card.cases.is_empty() {
        page.head("CASI DI CONDIZIONALITÀ");
    }
    for case in &card.cases {
        page.line(&joined_by("  ", &[&case.title(), case.state.label()]));
        let consequence = case.adopted.map(|c| c.label(case.adopted_days));
        let proposed = case.proposed.map(|c| format!("proposta: {}", c.label(case.proposed_days)));
        page.field("  conseguenza", &consequence.or(proposed).unwrap_or_default());
        next(page, case.id.0, case.state.next_step());
    }
    if !card.targeted.is_empty() {
        page.head("COLLOCAMENTO MIRATO");
    }
    for asked in &card.targeted {
        let protocol = format!("prot. {}", asked.protocol);
        page.line(&joined_by("  ", &[&date(asked.presented_on), &protocol, asked.state.label()]));
        next(page, asked.id.0, asked.state.next_step());
    }
    if !(card.miattivos.is_empty() && card.pads.is_empty()) {
        page.head("MIATTIVO E PAD");
    }
    for one in &card.miattivos {
        let benefit = card.catalogue.benefits().label(&one.benefit);
        page.line(&joined_by("  ", &[&date(one.registered_on), "MiAttivo", benefit, one.state.label()]));
        next(page, one.id.0, "");
    }
    for pad in &card.pads {
        let day = pad.signed_on.or(pad.applied_on).map(date).unwrap_or_default();
        page.line(&joined_by("  ", &[&day, "PAD", pad.benefit.label(), pad.state.label()]));
        next(page, pad.id.0, "");
    }
}

/// A place by its code; the code itself when nobody knows it.
fn place(code: &str, day: Option<NaiveDate>) -> String {
    let known = PlaceCode::parse(code).ok().and_then(|code| places::get(code, day));
    known.map_or_else(|| code.to_owned(), places::Place::shown_with_province)
}

fn date(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}

fn hour(at: NaiveDateTime) -> String {
    at.format("%d/%m/%Y %H:%M").to_string()
}

fn joined(parts: &[&str]) -> String {
    joined_by(" ", parts)
}

fn joined_by(between: &str, parts: &[&str]) -> String {
    parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
}
