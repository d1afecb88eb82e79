//! The way to somebody's card from a list: who is not in one's own agenda and
//! was not open today is opened for a reason (R-PRV-4).

use crate::desk::Query;
use crate::desk::query::AtHand;
use crate::domain::ids::{DocumentId, RegistrantId};
use crate::ui::effect::{Effect, Slot};
use crate::ui::route::Route;
use crate::ui::screen::Cx;
use crate::ui::strings::search as words;
use crate::ui::widgets::dialog::{Question, Reply};

/// The slot of the question whose people are at hand.
pub const HAND: Slot = "hand";
const WHY: Slot = "why";

/// Whose opening waits for its reason, and on which document.
type Asked = (RegistrantId, String, Option<DocumentId>);

/// Who may be opened without a reason, and who waits for one.
#[derive(Default)]
pub struct Reach {
    /// As last read; to be put here when it is answered.
    pub hand: AtHand,
    /// Whose opening waits for its reason.
    asked: Option<Asked>,
}

impl Reach {
    /// Asks who is at hand today.
    #[must_use]
    pub fn ask(cx: &Cx) -> Option<Effect> {
        let operator = cx.session?.operator.id;
        Some(Effect::Ask(HAND, Query::AtHand { operator, day: cx.today() }))
    }

    /// Opens somebody, or asks why first.
    pub fn open(&mut self, id: RegistrantId, name: &str, cx: &Cx) -> Effect {
        self.open_at(id, name, None, cx)
    }

    /// Opens a document of somebody, or asks why first.
    pub fn open_document(&mut self, id: RegistrantId, name: &str, document: DocumentId, cx: &Cx) -> Effect {
        self.open_at(id, name, Some(document), cx)
    }

    fn open_at(&mut self, id: RegistrantId, name: &str, at: Option<DocumentId>, cx: &Cx) -> Effect {
        let open = cx.open.iter().any(|open| open.id == Some(id));
        if open || self.hand.knows(id) {
            return Effect::Open(at.map_or(Route::Person(id), |at| Route::DocumentAt(id, at, None)));
        }
        self.asked = Some((id, name.to_owned(), at));
        let letters = words::REASONS.map(|(letter, word)| (letter, word.to_owned()));
        Effect::Confirm(WHY, Question::letters(words::why(name), letters.into()).rule("R-PRV-4"))
    }

    /// What was said to the question why.
    pub fn told(&mut self, told: Reply) -> Option<Effect> {
        let (id, name, at) = self.asked.take()?;
        let reason = match told {
            Reply::Letter(words::OTHER) => {
                let question = Question::line(words::why_other(&name)).rule("R-PRV-4");
                self.asked = Some((id, name, at));
                return Some(Effect::Confirm(WHY, question));
            }
            Reply::Letter(letter) => {
                let known = words::REASONS.iter().find(|(known, _)| *known == letter);
                known.map(|(_, word)| (*word).to_owned()).unwrap_or_default()
            }
            Reply::Text(text) => text,
            Reply::Yes | Reply::No => return None,
        };
        Some(Effect::Open(match at {
            Some(at) => Route::DocumentAt(id, at, Some(reason)),
            None => Route::PersonFor(id, reason),
        }))
    }
}
