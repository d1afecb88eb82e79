//! The short form that records what happened to an appointment.

use crate::desk::command::{AppointmentHappened, Command};
use crate::desk::query::PersonCard;
use crate::domain::appointment::{Appointment, AppointmentEvent, states};
use crate::domain::finding::Acceptance;
use crate::domain::registrant::Registrant;
use crate::ui::form::{Form, Item, Source, Spec, Values, choice, date, lookup, text, tick};
use crate::ui::screen::Cx;
use crate::ui::screens::common;
use crate::ui::strings::agenda::{EVENTS, help};

fn delivered(values: &Values) -> bool {
    values.is("event", "delivered")
}

/// The form about one appointment, open on `event`.
pub fn form(appointment: &Appointment, event: AppointmentEvent, cx: &Cx) -> Form {
    let today = cx.today();
    let sent: fn(&Values) -> bool = |values| values.is("event", "sent");
    let spec = Spec::new()
        .row([choice("event", "Esito", Source::Given).need().width(30).help(help::EVENT)])
        .row([lookup("channel", "Canale", Source::Given)
            .width(30)
            .show(sent)
            .help(help::CHANNEL)
            .rules(&["R-CNV-8", "R-CNV-9", "R-CNV-10"])])
        .row([text("address", "Indirizzo usato")
            .limit(200)
            .width(50)
            .show(sent)
            .help(help::ADDRESS)
            .rules(&["R-CNV-12"])])
        .row([
            tick("proved", "c'è la prova della consegna")
                .show(delivered)
                .help(help::PROVED)
                .rules(&["R-CNV-9", "R-CNV-10"]),
            date("on", "arrivata il").show(delivered).help(help::CAME).rules(&["R-CNV-9", "R-CNV-12"]),
        ])
        .row([text("note", "Nota").limit(4000).grow().help(help::NOTE).rules(&["R-CNV-15", "R-JUS-1"])]);
    let mut form = Form::new(spec, today);
    let possible = |wanted: AppointmentEvent| {
        wanted == event || states::next(appointment.state, wanted, appointment.proved).is_some()
    };
    let items = EVENTS.iter().filter(|(event, _)| possible(*event));
    form.give("event", items.map(|(event, label)| Item::new(common::code(event), *label)).collect());
    form.give("channel", common::items(cx.tables().convocation_channels(), today));
    form.put("event", &common::code(event));
    form.accept();
    form
}

/// What E proposes: the outcome after the hour, else what comes next.
pub fn likely(appointment: &Appointment, now: chrono::NaiveDateTime) -> AppointmentEvent {
    use AppointmentEvent as E;
    let begun = now >= appointment.start;
    let order: &[E] = if begun {
        &[E::Held, E::Justified, E::Delivered]
    } else {
        &[E::Held, E::Delivered, E::Sent, E::Justified]
    };
    let today = now.date() >= appointment.start.date();
    let possible = |event: &&E| {
        states::next(appointment.state, **event, appointment.proved).is_some()
            && (**event != E::Held || today)
    };
    order.iter().find(possible).copied().unwrap_or(E::Held)
}

/// Channel and address for a convocation, from the pact and the contacts.
pub fn propose_channel(form: &mut Form, card: &PersonCard) {
    let person = &card.registrant;
    let agreed = card.psp().map_or("", |version| version.convocation_channel.as_str());
    let by_contacts = || {
        let has = |text: &str| !text.is_empty();
        match () {
            () if has(&person.pec) => "pec",
            () if has(&person.email) => "email",
            () if has(&person.mobile) => "sms",
            () => "registered_letter",
        }
    };
    // What was agreed, if the person still has where to receive it.
    let channel = if address(person, agreed).is_empty() { by_contacts() } else { agreed };
    form.put("channel", channel);
    form.put("address", &address(person, channel));
    form.accept();
}

/// Follows a change of channel: the address goes with it.
pub fn follow(form: &mut Form, field: &str, card: Option<&PersonCard>) {
    if let ("channel", Some(card)) = (field, card) {
        let channel = form.values().text_or_empty("channel");
        form.put("address", &address(&card.registrant, &channel));
    }
}

/// Where a convocation goes by this channel.
fn address(person: &Registrant, channel: &str) -> String {
    match channel {
        "pec" => person.pec.clone(),
        "email" => person.email.clone(),
        "sms" => person.mobile.clone(),
        "phone" if person.mobile.is_empty() => person.phone.clone(),
        "phone" => person.mobile.clone(),
        "registered_letter" | "registered_by_hand" if !person.contact_address.is_empty() => {
            person.contact_address.clone()
        }
        "registered_letter" | "registered_by_hand" => {
            let (street, cap, place) = person.domicile();
            let town = if place.is_empty() { String::new() } else { common::place_name(place) };
            [street.to_owned(), format!("{cap} {town}").trim().to_owned()]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(", ")
        }
        _ => String::new(),
    }
}

/// What the form says, as a command.
pub fn command(form: &Form, appointment: &Appointment, accepted: Vec<Acceptance>) -> Command {
    let values = form.values();
    Command::AppointmentHappened(AppointmentHappened {
        appointment: appointment.id,
        event: values.chosen_as("event").unwrap_or(AppointmentEvent::Held),
        channel: values.chosen_as("channel"),
        address: values.text_or_empty("address"),
        proved: values.on("proved"),
        on: values.date("on").filter(|_| delivered(&values)),
        note: values.text_or_empty("note"),
        convocation: None,
        asked_by: None,
        accepted,
    })
}
