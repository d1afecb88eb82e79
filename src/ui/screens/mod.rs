//! The screens, one file or folder each, and the only list of them.

pub mod access;
pub mod activities;
pub mod agenda;
pub mod arrival;
mod assessment;
mod card;
mod cases;
pub mod common;
mod deadlines;
mod did;
mod documents;
pub mod facts;
pub mod help;
pub(in crate::ui) mod history;
pub mod home;
mod intake;
mod jobs;
mod key_test;
pub mod lep;
mod on_paper;
mod panel;
mod person_data;
mod printing;
pub mod procedure;
pub mod proposed;
pub mod psp;
mod psp_preview;
pub mod reach;
mod rights;

pub mod saving;
pub mod search;
mod staff;
mod supervision;
mod tables;
mod targeted;
mod veil;

use super::route::Route;
use super::screen::{Cx, Screen};
use documents::{Documents, Opens};

/// Makes the screen of a route: the one match that grows with each screen.
#[must_use]
pub fn open(route: &Route, cx: &Cx) -> Box<dyn Screen> {
    match route {
        Route::Login(door) => Box::new(access::Access::new(door.clone(), cx)),
        Route::Menu => Box::new(home::Home::default()),
        Route::Activities(who) => Box::new(activities::Activities::new(*who, cx)),
        Route::Agenda { day, registrant } => Box::new(agenda::Agenda::new(*day, *registrant, cx)),
        Route::Search(text) => Box::new(search::Search::new(text)),
        Route::Deadlines => Box::new(deadlines::Deadlines::default()),
        Route::Rights(id) => Box::new(rights::Rights::new(*id)),
        Route::Staff => Box::new(staff::Staff::default()),
        Route::Supervision => Box::new(supervision::Supervision::default()),
        Route::Tables => Box::new(tables::Parameters::default()),
        Route::Keys => Box::new(key_test::KeyTest::default()),
        Route::Help(topic) => Box::new(help::Help::new((**topic).clone())),
        Route::Person(id) | Route::PersonFor(id, _) => Box::new(card::Card::new(*id)),
        Route::PersonAt(id, at) => Box::new(card::Stood::new(*id, at.unwrap_or(cx.now))),
        Route::History(id) => Box::new(history::Past::new(*id, false)),
        Route::UndoLast(id) => Box::new(history::Past::new(*id, true)),
        Route::Jobs(id) => Box::new(jobs::Jobs::new(*id)),
        Route::Cases(id) => Box::new(procedure::Procedure::<cases::Cases>::new(*id, None)),
        Route::CaseFrom(id, absence) => {
            Box::new(procedure::Procedure::<cases::Cases>::new(*id, Some(cases::from_absence(*absence))))
        }
        Route::Documents(id) => Box::new(Documents::of(*id, Opens::List)),
        Route::DocumentAt(id, document, _) => Box::new(Documents::of(*id, Opens::Document(*document))),
        Route::DocumentToIssue(id, kind, subject) => {
            Box::new(Documents::of(*id, Opens::Issue(*kind, *subject)))
        }
        Route::OfficeDocuments => Box::new(Documents::of_office()),
        Route::Targeted(id) => Box::new(procedure::Procedure::<targeted::Targeted>::new(*id, None)),
        Route::Intake(id) => Box::new(procedure::Procedure::<intake::Intake>::new(*id, None)),
        Route::Did(id) => Box::new(did::DidScreen::new(*id, cx)),
        Route::PersonData(subject) => Box::new(person_data::PersonData::new(subject.clone(), cx)),
        Route::Assessment(person) => Box::new(assessment::Interview::new(*person, cx)),
        Route::Psp(person) => Box::new(psp::Editor::new(*person, None)),
        Route::PspPreview(person) => Box::new(psp_preview::Preview::new(*person, None)),
        Route::PspPreviewAt(person, section) => Box::new(psp_preview::Preview::new(*person, Some(*section))),
        Route::PspSection(person, section) => Box::new(psp::Editor::new(*person, Some(*section))),
    }
}
