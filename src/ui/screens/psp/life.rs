//! What is done with a version once it is issued: signatures at the counter,
//! copy, annulment, next version, LEP D. One letter each, on PS01 and PS02.

use crate::desk::Command;
use crate::desk::command::{PspAnnul, PspCopyHanded, PspIntegrate, PspRetry, PspSign, Signer};
use crate::desk::query::PersonCard;
use crate::domain::activity::SourceAct;
use crate::domain::ids::PspVersionId;
use crate::domain::permission::Permission;
use crate::domain::psp::{PspState, PspVersion};
use crate::domain::signing::Signing;
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Notice, Slot};
use crate::ui::screen::Offer;
use crate::ui::screens::proposed;
use crate::ui::strings::psp as words;
use crate::ui::widgets::dialog::{Question, Reply};

/// Slot of the question why.
pub const WHY: Slot = "life.why";

/// Something done with an issued version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// A signature.
    Sign(Signer),
    /// The copy goes to the person.
    Copy,
    /// The version is annulled.
    Annul,
    /// The next version of one in force.
    Integrate,
    /// The next version of one refused or never signed.
    Retry,
    /// LEP D is logged.
    Log,
}

const ALL: [(char, Deed, &str); 7] = [
    ('P', Deed::Sign(Signer::Person), words::P_SIGNS),
    ('O', Deed::Sign(Signer::Operator), words::O_SIGNS),
    ('C', Deed::Copy, words::COPY_HANDED),
    ('L', Deed::Log, words::LOG_LEP),
    ('A', Deed::Annul, words::ANNUL),
    ('I', Deed::Integrate, words::INTEGRATE),
    ('T', Deed::Retry, words::RETRY),
];

/// May it be done now? The rules decide again when it is done.
fn open(deed: Deed, version: &PspVersion, card: &PersonCard) -> bool {
    let waits = version.state.awaits_signature();
    // At a distance each signature is a step with its evidence (PS02, F).
    let remote = |s: &Signing| s.version == version.id && s.is_open() && s.channel.is_remote();
    let here = !card.signings.iter().any(remote);
    let (person, operator) = (version.person_signed_at.is_some(), version.operator_signed_at.is_some());
    match deed {
        Deed::Sign(Signer::Person) => waits && here && !person,
        Deed::Sign(Signer::Operator) => waits && here && !operator,
        Deed::Copy => person && operator && version.copy_handed_on.is_none(),
        Deed::Annul => waits && !person && !operator,
        Deed::Integrate => version.state.in_force(),
        Deed::Retry => matches!(version.state, PspState::Refused | PspState::ExpiredUnsigned),
        Deed::Log => {
            let proposal = proposed::after(card, SourceAct::Psp);
            proposal.is_some_and(|proposal| proposal.psp_version == Some(version.id))
        }
    }
}

/// What can be done with the version now.
#[must_use]
pub fn offers(version: &PspVersion, card: &PersonCard) -> Vec<Offer> {
    let now = ALL.into_iter().filter(|(_, deed, _)| open(*deed, version, card));
    now.map(|(letter, _, label)| Offer::new(Action::Letter(letter), label).needs(Permission::Pact)).collect()
}

/// The deed whose question is being answered, on one of the two screens.
#[derive(Default)]
pub struct Deeds {
    asked: Option<Deed>,
}

/// What comes of a letter.
pub enum Step {
    /// A question first.
    Ask(Effect),
    /// The command at once.
    Do(Deed, Box<Command>),
}

impl Deeds {
    /// A letter; nothing when it is no deed, or not one of now.
    pub fn letter(&mut self, letter: char, version: &PspVersion, card: &PersonCard) -> Option<Step> {
        let deed = deed(letter, version, card)?;
        if let Some(question) = question(deed) {
            self.asked = Some(deed);
            return Some(Step::Ask(question));
        }
        command(deed, version, card, "").map(|command| Step::Do(deed, Box::new(command)))
    }

    /// The question was answered; a text is why.
    pub fn told(&mut self, told: Reply, version: &PspVersion, card: &PersonCard) -> Option<(Deed, Command)> {
        match (self.asked.take(), told) {
            (Some(deed), Reply::Text(why)) => {
                command(deed, version, card, &why).map(|command| (deed, command))
            }
            _ => None,
        }
    }
}

/// The deed of a letter, if it may be done now.
fn deed(letter: char, version: &PspVersion, card: &PersonCard) -> Option<Deed> {
    let known = ALL.into_iter().find(|(known, _, _)| *known == letter);
    known.map(|(_, deed, _)| deed).filter(|deed| open(*deed, version, card))
}

/// The question a deed asks first, if it asks one.
fn question(deed: Deed) -> Option<Effect> {
    let text = match deed {
        Deed::Annul => words::WHY_ANNUL,
        Deed::Integrate => words::WHY_INTEGRATE,
        Deed::Sign(_) | Deed::Copy | Deed::Retry | Deed::Log => return None,
    };
    Some(Effect::Confirm(WHY, Question::line(text).rule("R-PSP-14")))
}

/// The command of a deed; `why` is what the question was answered.
fn command(deed: Deed, version: &PspVersion, card: &PersonCard, why: &str) -> Option<Command> {
    let (version, reason) = (version.id, why.to_owned());
    Some(match deed {
        Deed::Sign(who) => Command::PspSign(PspSign { version, who }),
        Deed::Copy => Command::PspCopyHanded(PspCopyHanded { version }),
        Deed::Annul => Command::PspAnnul(PspAnnul { version, next: PspVersionId::default(), reason }),
        Deed::Integrate => Command::PspIntegrate(PspIntegrate {
            from: version,
            version: PspVersionId::default(),
            reason,
            accepted: Vec::new(),
        }),
        Deed::Retry => {
            Command::PspRetry(PspRetry { from: version, version: PspVersionId::default(), reason })
        }
        Deed::Log => {
            let proposal = proposed::after(card, SourceAct::Psp)?;
            proposed::record(card.registrant.id, &proposal, Vec::new())
        }
    })
}

/// What to say when a deed is done; `state` is that of the version then.
#[must_use]
pub fn said(deed: Deed, state: Option<PspState>) -> Notice {
    Notice::ok(match deed {
        Deed::Sign(_) if state.is_some_and(PspState::in_force) => words::IN_FORCE,
        Deed::Sign(Signer::Person) => words::PERSON_SIGNED,
        Deed::Sign(Signer::Operator) => words::OPERATOR_SIGNED,
        Deed::Copy => words::HANDED,
        Deed::Annul => words::ANNULLED,
        Deed::Integrate => words::INTEGRATED,
        Deed::Retry => words::RETRIED,
        Deed::Log => words::LOGGED,
    })
}
