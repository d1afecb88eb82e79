//! The short form that records what happens to an activity.

use chrono::NaiveDate;

use crate::desk::command::{ActivityHappened, Command};
use crate::domain::activity::{Activity, ActivityEvent, TABLE};
use crate::domain::machine;
use crate::ui::form::{Form, Item, Source, Spec, choice, text};
use crate::ui::screens::common;
use crate::ui::strings::activities::{EVENTS, help};

/// What may happen to the activity now.
pub fn possible(activity: &Activity) -> Vec<ActivityEvent> {
    let may = |event: &ActivityEvent| machine::next(TABLE, activity.state, *event).is_some();
    EVENTS.iter().map(|(event, _)| *event).filter(may).collect()
}

/// The form about one activity, open on `event`; the reference of the
/// mandatory communication is asked only where the job was found (R-LEP-3).
pub fn form(activity: &Activity, event: ActivityEvent, today: NaiveDate) -> Form {
    let mut spec = Spec::new().row([choice("event", "Ora è", Source::Given)
        .need()
        .width(16)
        .help(help::EVENT)
        .rules(&["R-LEP-7"])]);
    if activity.lep == "F3" && activity.hired {
        spec =
            spec.row([text("co_reference", "CO n.").limit(60).width(30).help(help::CO).rules(&["R-LEP-3"])]);
    }
    let spec = spec.row([text("note", "Nota").limit(4000).grow().help(help::NOTE).rules(&["R-ATT-7"])]);
    let mut form = Form::new(spec, today);
    let may = possible(activity);
    let items = EVENTS.iter().filter(|(known, _)| may.contains(known) || *known == event);
    form.give("event", items.map(|(event, label)| Item::new(common::code(event), *label)).collect());
    form.put("event", &common::code(event));
    form.put("co_reference", &activity.co_reference);
    form.accept();
    form
}

/// The event of this name in a draft.
pub fn called(name: &str) -> Option<ActivityEvent> {
    EVENTS.iter().map(|(event, _)| *event).find(|event| common::code(event) == name)
}

/// What the form says, as a command.
pub fn command(form: &Form, activity: &Activity) -> Command {
    let values = form.values();
    Command::ActivityHappened(ActivityHappened {
        activity: activity.id,
        event: values.chosen_as("event").unwrap_or(ActivityEvent::Concluded),
        note: values.text_or_empty("note"),
        co_reference: values.text_or_empty("co_reference"),
    })
}
