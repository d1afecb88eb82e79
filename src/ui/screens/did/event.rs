//! What happens to a DID: a form of three fields, a guard of the machine.

use crate::desk::Command;
use crate::desk::command::{DidHappened, DidNationalId};
use crate::domain::did::happen::usual_day;
use crate::domain::did::{Did, DidEvent, states};
use crate::domain::permission::Permission;
use crate::ui::action::Action;
use crate::ui::form::{Form, Source, Spec, choice, date, read, text};
use crate::ui::screen::Cx;
use crate::ui::screen::Offer;
use crate::ui::screens::saving::Saving;
use crate::ui::strings::did::{self as words, event as labels};

/// What is being recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// An event of the machine.
    Event(DidEvent),
    /// The national identifier.
    NationalId,
}

/// F10 > national identifier.
const NATIONAL_ID: Action = Action::Do("did.national_id");

const ACTIONS: [(DidEvent, Action); 12] = [
    (DidEvent::JobEnded, Action::Do("did.job_ended")),
    (DidEvent::DismissalWithdrawn, Action::Do("did.dismissal_withdrawn")),
    (DidEvent::Validated, Action::Do("did.validated")),
    (DidEvent::Conserved, Action::Do("did.conserved")),
    (DidEvent::ConservationEnded, Action::Do("did.conservation_ended")),
    (DidEvent::Suspended, Action::Do("did.suspended")),
    (DidEvent::NextJob, Action::Do("did.next_job")),
    (DidEvent::Resumed, Action::Do("did.resumed")),
    (DidEvent::IncomeReviewed, Action::Do("did.income_reviewed")),
    (DidEvent::Lost, Action::Do("did.lost")),
    (DidEvent::Revoked, Action::Do("did.revoked")),
    (DidEvent::Annulled, Action::Do("did.annulled")),
];

/// What may happen to the DID now, for F10.
pub fn offers(did: &Did) -> Vec<Offer> {
    let possible = |event| states::next(did.state, did.state_before, event).is_some();
    let mut offers: Vec<Offer> = ACTIONS
        .into_iter()
        .map(|(event, action)| {
            Offer { action, ..Offer::hidden("", words::event_title(event.label())) }
                .when(possible(event))
                .needs(Permission::Did)
        })
        .collect();
    let number = Offer { action: NATIONAL_ID, ..Offer::hidden("", words::NATIONAL_ID) };
    offers.push(number.when(did.is_open()).needs(Permission::Did));
    offers
}

/// What an action of F10 records.
pub fn named(action: Action) -> Option<What> {
    if action == NATIONAL_ID {
        return Some(What::NationalId);
    }
    ACTIONS.into_iter().find(|(_, known)| *known == action).map(|(event, _)| What::Event(event))
}

/// The name of it in a draft.
pub fn name(what: What) -> &'static str {
    let of = |action| if let Action::Do(name) = action { name } else { "" };
    match what {
        What::NationalId => of(NATIONAL_ID),
        What::Event(event) => {
            ACTIONS.iter().find(|(known, _)| *known == event).map_or("", |(_, action)| of(*action))
        }
    }
}

/// What a draft with this name records.
pub fn called(wanted: &str) -> Option<What> {
    let all = ACTIONS.iter().map(|(event, _)| What::Event(*event)).chain([What::NationalId]);
    all.into_iter().find(|what| name(*what) == wanted)
}

/// The heading over the form.
pub fn title(what: What) -> String {
    match what {
        What::Event(event) => words::event_title(event.label()),
        What::NationalId => words::NATIONAL_ID.to_owned(),
    }
}

/// The form, with the day that is most likely.
pub fn form(what: What, did: &Did, cx: &Cx) -> Form {
    let today = cx.today();
    let event = match what {
        What::Event(event) => event,
        What::NationalId => {
            let number = text("national_id", labels::NUMBER).need().width(30);
            let spec = Spec::new().row([number.help(labels::NUMBER_HELP).rules(&["R-DID-9"])]);
            return Form::new(spec, today);
        }
    };
    let listed = matches!(event, DidEvent::Lost | DidEvent::Revoked);
    let reason = if listed {
        choice("reason", labels::REASON, Source::Given).need().width(44)
    } else {
        text("reason", labels::REASON).width(44)
    };
    let reason = if event == DidEvent::Annulled { reason.need() } else { reason };
    let spec = Spec::new()
        .row([date("on", labels::ON).need().help(labels::ON_HELP).rules(&["R-STA-2", "R-STA-3"])])
        .row([reason.help(labels::REASON_HELP).rules(&["R-LOS-1"])])
        .row([text("evidence", labels::EVIDENCE).width(44).help(labels::EVIDENCE_HELP)]);
    let mut form = Form::new(spec, today);
    let of_event = cx.tables().loss_reasons().on(today).filter(|row| row.extra.event == event);
    form.give("reason", of_event.map(|row| crate::ui::form::Item::new(&row.code, &row.label)).collect());
    form.put("on", &read::show_date(usual_day(did, event, today)));
    form.accept();
    form
}

/// The command the form means.
pub fn command(what: What, did: &Did, form: &Form, saving: &Saving) -> Command {
    let values = form.values();
    match what {
        What::NationalId => Command::DidNationalId(DidNationalId {
            did: did.id,
            was: did.national_id.clone(),
            national_id: values.text_or_empty("national_id"),
        }),
        What::Event(event) => Command::DidHappened(DidHappened {
            did: did.id,
            event,
            on: values.date("on"),
            reason: values.text_or_empty("reason"),
            evidence: values.text_or_empty("evidence"),
            accepted: saving.given(),
        }),
    }
}
