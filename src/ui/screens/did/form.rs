//! The declaration, its profiling answers, and what they mean.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::desk::query::PersonCard;
use crate::domain::did::{Benefit, Declaration, Profiling};
use crate::domain::money::Cents;
use crate::tables::citizenships::ITALIAN;
use crate::tables::code_table as tables;
use crate::ui::form::values::ON;
use crate::ui::form::{
    Form, Source, Spec, Values, choice, date, lookup, money, number, radio, read, text, tick,
};
use crate::ui::screen::Cx;
use crate::ui::screens::common::{items, province_items, province_of};
use crate::ui::strings::did::{self as words, help};

const YES_NO: &[(&str, &str)] = &[("si", "sì"), ("no", "no")];
/// The ticks one key sets after the text was read aloud, but for the
/// situation.
pub const SPOKEN: [&str; 4] = [
    "declaration.available_work",
    "declaration.available_measures",
    "declaration.ack_suspension",
    "declaration.ack_loss",
];

/// The form.
pub fn spec() -> Spec {
    profiling(declaration(Spec::new().page(words::PAGES[0])).page(words::PAGES[1]))
}

fn declaration(spec: Spec) -> Spec {
    spec.row([date("declaration.date", "Data DID")
        .past()
        .need()
        .hint(words::DATE_HINT)
        .help(help::DATE)
        .rules(&["R-DID-16", "R-DID-7"])])
        .row([choice("declaration.channel", "Canale", Source::Given)
            .need()
            .help(help::CHANNEL)
            .rules(&["R-DID-5", "R-DID-7"])])
        .row([text("declaration.promoter", "Ente promotore")
            .show(collected_by_others)
            .width(40)
            .help(help::PROMOTER)
            .rules(&["R-DID-5"])])
        .row([choice("declaration.benefit", "Sostegno", Source::Given)
            .help(help::BENEFIT)
            .rules(&["R-DID-7", "R-DID-24"])])
        .row([
            text("declaration.inps_reference", "Domanda INPS").width(24).show(with_inps).help(help::INPS),
            date("declaration.inps_date", "del")
                .past()
                .show(with_inps)
                .help(help::INPS_DATE)
                .rules(&["R-DID-7"]),
        ])
        .row([text("declaration.national_id", "Codice nazionale")
            .width(24)
            .hint(words::ID_HINT)
            .help(help::NATIONAL_ID)
            .rules(&["R-DID-8", "R-DID-9"])])
        .row([
            date("declaration.notice_date", "Licenziata/o il").help(help::NOTICE).rules(&["R-DID-18"]),
            date("declaration.last_working_day", "ultimo giorno").help(help::LAST_DAY).rules(&["R-DID-18"]),
        ])
        .head(words::SITUATION)
        .row([tick("declaration.not_working", "non lavora").help(help::NOT_WORKING).rules(&["R-DID-3"])])
        .row([
            tick("declaration.employee", "lavora come dipendente")
                .help(help::EMPLOYEE)
                .rules(&["R-DID-3", "R-CON-5"]),
            money("declaration.employee_income", "reddito annuo")
                .show(|v| v.on("declaration.employee"))
                .help(help::INCOME)
                .rules(&["R-CON-2", "R-CON-5"]),
        ])
        .row([
            tick("declaration.self_employed", "lavora come autonomo")
                .help(help::SELF_EMPLOYED)
                .rules(&["R-DID-3", "R-CON-5"]),
            money("declaration.self_employed_income", "reddito annuo")
                .show(|v| v.on("declaration.self_employed"))
                .help(help::INCOME)
                .rules(&["R-CON-2", "R-CON-5"]),
        ])
        .row([number("declaration.income_year", "Anno del reddito", 4)
            .show(works)
            .help(help::YEAR)
            .rules(&["R-CON-1"])])
        .labelled(
            words::AVAILABLE,
            [
                tick("declaration.available_work", "al lavoro").help(help::AVAILABLE).rules(&["R-DID-2"]),
                tick("declaration.available_measures", "alle misure concordate")
                    .help(help::AVAILABLE)
                    .rules(&["R-DID-2"]),
            ],
        )
        .labelled(
            words::KNOWS,
            [tick("declaration.ack_suspension", "un lavoro fino a 6 mesi sospende lo stato")
                .help(help::ACK)
                .rules(&["R-DID-4"])],
        )
        .labelled(
            " ",
            [tick("declaration.ack_loss", "chi riceve un sostegno può perderlo")
                .help(help::ACK)
                .rules(&["R-DID-4"])],
        )
        .row([tick("declaration.inactive_vat", "ha una partita IVA inattiva")
            .help(help::VAT)
            .rules(&["R-CON-3"])])
}

fn profiling(spec: Spec) -> Spec {
    spec.row([lookup("profiling.province", "Provincia di residenza", Source::Given)
        .width(12)
        .help(help::PROVINCE)
        .rules(&["R-DID-12"])])
        .row([lookup("profiling.citizenship", "Cittadinanza", Source::Given).help(help::CITIZENSHIP)])
        .row([choice("profiling.presence_in_italy", "In Italia", Source::Given).help(help::PRESENCE)])
        .row([choice("profiling.education", "Titolo di studio", Source::Given)
            .width(44)
            .help(help::EDUCATION)
            .rules(&["R-DID-12"])])
        .row([radio("profiling.ever_worked", "Ha mai lavorato", YES_NO)
            .help(help::EVER)
            .rules(&["R-DID-13"])])
        .row([choice("profiling.condition_year_before", "Un anno fa", Source::Given)
            .width(44)
            .help(help::YEAR_BEFORE)])
        .row([number("profiling.months_since_last_job", "Mesi dall'ultimo lavoro", 3)
            .show(|v| v.is("profiling.ever_worked", "si"))
            .help(help::MONTHS)
            .rules(&["R-DID-13"])])
        .row([choice("profiling.last_position", "Posizione di allora", Source::Given)
            .width(36)
            .show(|v| v.is("profiling.ever_worked", "si"))
            .help(help::POSITION)
            .rules(&["R-DID-13"])])
        .row([number("profiling.months_of_search", "Mesi di ricerca", 3)
            .hint("meno di uno: 0")
            .help(help::SEARCH)])
        .row(
            [choice("profiling.enrolled", "Iscritta/o a scuola o corsi", Source::Given).help(help::ENROLLED)],
        )
        .row([number("profiling.household_size", "Persone in famiglia", 2)
            .hint("compresa la persona")
            .help(help::HOUSEHOLD)
            .rules(&["R-DID-13"])])
        .row([radio("profiling.children", "Figli a carico o conviv.", YES_NO)
            .show(|v| v.number("profiling.household_size") != Some(1))
            .help(help::CHILDREN)
            .rules(&["R-DID-13"])])
        .row([radio("profiling.minor_children", "Qualcuno minorenne", YES_NO)
            .show(|v| v.is("profiling.children", "si") && v.number("profiling.household_size") != Some(1))
            .help(help::MINORS)
            .rules(&["R-DID-13"])])
}

fn collected_by_others(v: &Values) -> bool {
    v.is("declaration.channel", "accredited_operator") || v.is("declaration.channel", "patronato")
}

fn with_inps(v: &Values) -> bool {
    v.is("declaration.channel", "inps_application")
        || v.chosen_as::<Benefit>("declaration.benefit").is_some_and(Benefit::is_insurance)
}

fn works(v: &Values) -> bool {
    v.on("declaration.employee") || v.on("declaration.self_employed")
}

/// Hands the lists over.
pub fn give(form: &mut Form, cx: &Cx) {
    let day = cx.today();
    form.give("declaration.channel", items(tables::did_channels(), day));
    form.give("declaration.benefit", items(cx.tables().benefits(), day));
    form.give("profiling.province", province_items());
    form.give("profiling.citizenship", crate::ui::screens::common::citizenship_items());
    form.give("profiling.presence_in_italy", items(tables::presence_in_italy(), day));
    form.give("profiling.education", items(tables::education_titles(), day));
    form.give("profiling.condition_year_before", items(tables::conditions_year_before(), day));
    let mut positions = items(tables::job_positions(), day);
    positions.retain(|item| item.value != "none");
    form.give("profiling.last_position", positions);
    form.give("profiling.enrolled", items(tables::school_enrolments(), day));
}

/// What is known before anybody asks.
pub fn known(card: &PersonCard, today: NaiveDate) -> BTreeMap<String, String> {
    let person = &card.registrant;
    let italian = person.citizenship == ITALIAN;
    let born_here = italian && !person.birth_place.starts_with('Z');
    [
        ("declaration.date", read::show_date(today)),
        ("declaration.channel", "cpi_operator".to_owned()),
        ("declaration.benefit", "none".to_owned()),
        ("declaration.income_year", today.year().to_string()),
        ("profiling.province", province_of(&person.residence_place).unwrap_or_default().to_owned()),
        ("profiling.citizenship", person.citizenship.clone()),
        ("profiling.presence_in_italy", if born_here { "nascita".to_owned() } else { String::new() }),
        ("profiling.enrolled", "none".to_owned()),
    ]
    .map(|(name, text)| (name.to_owned(), text))
    .into()
}

/// What is declared.
pub fn declaration_of(v: &Values) -> Declaration {
    Declaration {
        date: v.date("declaration.date"),
        channel: v.chosen_as("declaration.channel").unwrap_or_default(),
        promoter: v.text_or_empty("declaration.promoter"),
        benefit: v.chosen_as("declaration.benefit").unwrap_or_default(),
        inps_reference: v.text_or_empty("declaration.inps_reference"),
        inps_date: v.date("declaration.inps_date"),
        national_id: v.text_or_empty("declaration.national_id"),
        notice_date: v.date("declaration.notice_date"),
        last_working_day: v.date("declaration.last_working_day"),
        inactive_vat: v.on("declaration.inactive_vat"),
        not_working: v.on("declaration.not_working"),
        employee: v.on("declaration.employee"),
        employee_income: v.cents("declaration.employee_income").map(Cents),
        self_employed: v.on("declaration.self_employed"),
        self_employed_income: v.cents("declaration.self_employed_income").map(Cents),
        income_year: works(v)
            .then(|| v.number("declaration.income_year"))
            .flatten()
            .and_then(|year| i32::try_from(year).ok()),
        available_work: v.on("declaration.available_work"),
        available_measures: v.on("declaration.available_measures"),
        ack_suspension: v.on("declaration.ack_suspension"),
        ack_loss: v.on("declaration.ack_loss"),
    }
}

/// The answers, as given.
pub fn profiling_of(v: &Values) -> Profiling {
    let yes = |name: &str| v.chosen(name).map(|answer| answer == "si");
    let figure = |name: &str| v.number(name).and_then(|n| u32::try_from(n).ok());
    Profiling {
        province: v.text_or_empty("profiling.province"),
        citizenship: v.text_or_empty("profiling.citizenship"),
        presence_in_italy: v.text_or_empty("profiling.presence_in_italy"),
        education: v.text_or_empty("profiling.education"),
        ever_worked: yes("profiling.ever_worked"),
        condition_year_before: v.text_or_empty("profiling.condition_year_before"),
        months_since_last_job: figure("profiling.months_since_last_job"),
        last_position: v.text_or_empty("profiling.last_position"),
        months_of_search: figure("profiling.months_of_search"),
        enrolled: v.text_or_empty("profiling.enrolled"),
        household_size: figure("profiling.household_size"),
        children: yes("profiling.children"),
        minor_children: yes("profiling.minor_children"),
    }
}

/// Ticks everything that was read aloud and agreed to; "does not work" unless
/// a job was ticked.
pub fn all_spoken(form: &mut Form) {
    let v = form.values();
    if !works(&v) && v.date("declaration.last_working_day").is_none() {
        form.put("declaration.not_working", ON);
    }
    for tick in SPOKEN {
        form.put(tick, ON);
    }
}
