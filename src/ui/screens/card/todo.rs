//! What to do now with the person: each act with its letter, the natural
//! next one under the pointer.

use chrono::NaiveDateTime;

use crate::desk::query::PersonCard;
use crate::domain::deadline::Kind;
use crate::ui::route::{Route, Subject};
use crate::ui::screens::common::moment;
use crate::ui::strings::card as words;

/// One act.
pub struct ToDo {
    /// Its letter.
    pub letter: char,
    /// Its name.
    pub label: &'static str,
    /// How it stands.
    pub state: String,
    /// Where it is done.
    pub route: Route,
}

/// The acts in the order of an appointment, and the place of the next one.
pub fn all(card: &PersonCard, now: NaiveDateTime) -> (Vec<ToDo>, usize) {
    let id = card.registrant.id;
    let did = card.did();
    let assessed = card.assessment();
    let pact = card.psp().filter(|version| !version.state.label().is_empty());
    let due = card.deadlines.iter().find(|term| matches!(term.kind, Kind::Contact | Kind::ContactInsured));
    let next = card.next_appointment(now);
    let to_do = |letter, label, state, route| ToDo { letter, label, state, route };
    let list = vec![
        to_do(
            'D',
            words::DO_DID,
            did.map_or_else(|| words::DID_FIRST.to_owned(), |did| did.state.label().to_owned()),
            Route::Did(id),
        ),
        to_do(
            'A',
            words::DO_ASSESSMENT,
            assessed.map_or_else(|| words::BEFORE_PSP.to_owned(), |a| words::of(a.date)),
            Route::Assessment(id),
        ),
        to_do(
            'P',
            words::DO_PSP,
            pact.map_or_else(
                || due.map_or_else(|| words::NONE.to_owned(), words::by),
                |version| words::version(version.number, version.state.label()),
            ),
            Route::Psp(id),
        ),
        to_do(
            'L',
            words::DO_LEP,
            words::rows(card.activities.len(), card.proposals.len()),
            Route::Activities(id),
        ),
        to_do(
            'C',
            words::DO_APPOINTMENT,
            next.map_or_else(|| words::TO_BOOK.to_owned(), |a| moment(a.start)),
            Route::Agenda { day: None, registrant: Some(id) },
        ),
        to_do('M', words::DO_DATA, String::new(), Route::PersonData(Subject::Known(id))),
    ];
    let signed = pact.is_some_and(|version| version.state.in_force());
    let first = [did.is_none(), assessed.is_none(), !signed, !card.proposals.is_empty(), next.is_none()];
    let place = first.iter().position(|open| *open).unwrap_or(0);
    (list, place)
}
