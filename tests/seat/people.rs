//! People and their papers, for tests: declared, assessed, booked.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use sportello::desk::command::{
    AppointmentBook, AppointmentHappened, AssessmentRecord, Command, DidDeclare, PrivacyNoticeGiven,
    RegistrantRegister,
};
use sportello::desk::{Answer, Desk, Order, Query};
use sportello::domain::appointment::AppointmentForm;
use sportello::domain::assessment::AssessmentForm;
use sportello::domain::codes::PlaceCode;
use sportello::domain::did::{Benefit, Declaration, DidChannel, Profiling};
use sportello::domain::fiscal_code::FiscalCode;
use sportello::domain::ids::RegistrantId;
use sportello::domain::registrant::{Registrant, Sex};

use super::now;

/// Runs a command that must be accepted.
pub fn act(desk: &mut Desk, command: Command) {
    let outcome = desk.act("bianchi", command).unwrap();
    assert!(outcome.accepted, "{:?}", outcome.findings);
}

/// A person with everything an Italian at the desk brings.
pub fn person(surname: &str, name: &str) -> Registrant {
    born(surname, name, NaiveDate::from_ymd_opt(1985, 12, 10).unwrap())
}

/// The same, born on a day.
pub fn born(surname: &str, name: &str, born: NaiveDate) -> Registrant {
    Registrant {
        fiscal_code: code(surname, name, born, Sex::F, "D969"),
        surname: surname.into(),
        name: name.into(),
        birth_date: Some(born),
        sex: Some(Sex::F),
        birth_place: "D969".into(),
        citizenship: "ITA".into(),
        id_doc_type: "carta_identita".into(),
        id_doc_number: "CA00000AA".into(),
        residence_address: "via d'Esempio 1".into(),
        residence_cap: "24100".into(),
        residence_place: "A794".into(),
        mobile: "333 0000000".into(),
        ..Registrant::default()
    }
}

pub fn code(surname: &str, name: &str, born: NaiveDate, sex: Sex, place: &str) -> String {
    FiscalCode::compute(surname, name, born, sex, PlaceCode::parse(place).unwrap()).unwrap().to_string()
}

/// Registers a person before the screen opens.
pub fn register(desk: &mut Desk, registrant: Registrant) -> RegistrantId {
    let command = Command::RegistrantRegister(RegistrantRegister { registrant, accepted: Vec::new() });
    let outcome = desk.act("bianchi", command).unwrap();
    assert!(outcome.accepted, "{:?}", outcome.findings);
    outcome.registrant.unwrap()
}

/// The thirteen answers of somebody who worked until a month ago.
pub fn answers() -> Profiling {
    Profiling {
        province: "BG".into(),
        citizenship: "ITA".into(),
        presence_in_italy: "nascita".into(),
        education: "diploma_tecnico".into(),
        ever_worked: Some(true),
        condition_year_before: "dipendente".into(),
        months_since_last_job: Some(1),
        last_position: "impiegato".into(),
        months_of_search: Some(0),
        enrolled: "none".into(),
        household_size: Some(2),
        children: Some(true),
        minor_children: Some(false),
    }
}

/// A declaration of today, with everything that must be said in it.
pub fn declaration() -> Declaration {
    Declaration {
        date: Some(now().date()),
        not_working: true,
        available_work: true,
        available_measures: true,
        ack_suspension: true,
        ack_loss: true,
        ..Declaration::default()
    }
}

/// The declaration that an INPS application of 12 November is.
pub fn naspi() -> Declaration {
    let day = NaiveDate::from_ymd_opt(2026, 11, 12);
    Declaration {
        date: day,
        channel: DidChannel::InpsApplication,
        benefit: Benefit::Naspi,
        inps_reference: "ESEMPIO-0000001".into(),
        inps_date: day,
        ..declaration()
    }
}

/// Declares a DID.
pub fn declare(desk: &mut Desk, id: RegistrantId, declaration: Declaration) {
    let did = DidDeclare { registrant: id, declaration, profiling: answers(), ..DidDeclare::default() };
    act(desk, Command::DidDeclare(did));
}

/// Hands over the privacy notice.
pub fn give_notice(desk: &mut Desk, id: RegistrantId) {
    let notice =
        PrivacyNoticeGiven { registrant: id, version: "3".into(), version_date: None, given_on: None };
    act(desk, Command::PrivacyNoticeGiven(notice));
}

/// Records an assessment of today.
pub fn assess(desk: &mut Desk, id: RegistrantId) {
    let assessment = AssessmentForm {
        date: Some(now().date()),
        profiling: answers(),
        judgement: "Esperienza solida, ricerca poco organizzata.".into(),
        sectors: "distribuzione commerciale".into(),
        path: "ordinario".into(),
        path_reason: "competenze spendibili subito".into(),
        ..AssessmentForm::default()
    };
    let record =
        AssessmentRecord { id: Default::default(), registrant: id, assessment, accepted: Vec::new() };
    act(desk, Command::AssessmentRecord(record));
}

/// An appointment with `bianchi`.
pub fn appointment(desk: &Desk, start: NaiveDateTime, service: &str) -> AppointmentForm {
    AppointmentForm {
        operator: desk.operator("bianchi").unwrap().id,
        service: service.into(),
        start: Some(start),
        place: "stanza 3".into(),
        ..AppointmentForm::default()
    }
}

/// Books in time, as if it had been done ten days before.
pub fn booked(desk: &mut Desk, who: RegistrantId, appointment: AppointmentForm) {
    let earlier = appointment.start.map_or(now(), |start| (start - TimeDelta::days(10)).min(now()));
    book(desk, who, appointment, earlier);
}

/// Books at an hour.
pub fn book(desk: &mut Desk, who: RegistrantId, appointment: AppointmentForm, at: NaiveDateTime) {
    let command = Command::AppointmentBook(AppointmentBook {
        id: Default::default(),
        registrant: who,
        appointment,
        accepted: Vec::new(),
    });
    let order = Order { unit: Default::default(), at, by: "bianchi".into(), command };
    let outcome = desk.run(order).unwrap();
    assert!(outcome.accepted, "{:?}", outcome.findings);
}

/// The convocation of the last appointment goes out by PEC at an hour, and is
/// delivered: proof by itself.
pub fn convened(desk: &mut Desk, who: RegistrantId, at: NaiveDateTime) {
    use sportello::domain::appointment::{AppointmentEvent, ConvocationChannel};
    let query = Query::Person { registrant: who, reason: None };
    let Answer::Person(card) = desk.ask("bianchi", &query).unwrap() else { panic!("a card") };
    for event in [AppointmentEvent::Sent, AppointmentEvent::Delivered] {
        let command = Command::AppointmentHappened(AppointmentHappened {
            appointment: card.appointments[0].id,
            event,
            channel: Some(ConvocationChannel::Pec),
            address: "persona@pec.example.org".into(),
            proved: true,
            on: None,
            note: String::new(),
            convocation: None,
            asked_by: None,
            accepted: Vec::new(),
        });
        let order = Order { unit: Default::default(), at, by: "bianchi".into(), command };
        let outcome = desk.run(order).unwrap();
        assert!(outcome.accepted, "{:?}", outcome.findings);
    }
}

/// Maria Rossi, who declared her DID with the application for NASpI.
pub fn declared(desk: &mut Desk) -> RegistrantId {
    let id = register(desk, person("Rossi", "Maria"));
    declare(desk, id, naspi());
    id
}
