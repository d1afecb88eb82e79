//! The forms of a MiAttivo registration.

use chrono::NaiveDate;

use crate::desk::command::{Command, MiAttivoHappened, MiAttivoRegister};
use crate::desk::query::PersonCard;
use crate::domain::finding::Acceptance;
use crate::domain::ids::{MiAttivoId, RegistrantId};
use crate::domain::miattivo::{MiAttivoEvent, MiAttivoForm};
use crate::ui::form::{Form, Item, Source, Spec, Values, choice, date, text, tick};
use crate::ui::screen::Cx;
use crate::ui::screens::common;
use crate::ui::strings::intake::{self as words, fields, help};

/// A new registration, with what the record and the DID say already.
pub fn register(card: &PersonCard, today: NaiveDate) -> Form {
    let recipient: fn(&Values) -> bool = |v| !v.raw("miattivo.benefit").is_empty();
    let spec = Spec::new()
        .row([
            choice("miattivo.benefit", fields::BENEFIT, Source::Given)
                .width(24)
                .help(help::BENEFIT)
                .rules(&["R-MIA-2", "R-MIA-4", "R-MIA-5"]),
            date("miattivo.inps_date", fields::INPS_DATE)
                .show(recipient)
                .help(help::INPS_DATE)
                .rules(&["R-MIA-2", "R-MIA-3"]),
        ])
        .row([
            date("miattivo.registered_on", fields::REGISTERED)
                .need()
                .past()
                .help(help::REGISTERED)
                .rules(&["R-MIA-3"]),
            tick("miattivo.helped", fields::HELPED).help(help::HELPED).rules(&["R-MIA-10"]),
        ])
        .row([text("miattivo.email", fields::EMAIL).width(40).help(help::EMAIL).rules(&["R-MIA-1"])])
        .row([text("miattivo.mobile", fields::MOBILE).width(20).help(help::MOBILE).rules(&["R-MIA-1"])])
        .row([text("miattivo.note", fields::NOTE).limit(600).grow().help(help::NOTE)]);
    let mut form = Form::new(spec, today);
    let listed = card.catalogue.benefits().rows().iter().filter(|row| row.extra.miattivo);
    let mut items = vec![Item::new("", words::ONLY_SERVICES)];
    items.extend(listed.map(|row| Item::new(&row.code, &row.label)));
    form.give("miattivo.benefit", items);
    form.put("miattivo.registered_on", &common::day(Some(today)));
    form.put("miattivo.helped", "x");
    form.put("miattivo.email", &card.registrant.email);
    form.put("miattivo.mobile", &card.registrant.mobile);
    if let Some(did) = card.did().filter(|did| did.benefit.is_insurance()) {
        form.put("miattivo.benefit", &common::code(did.benefit));
        form.put("miattivo.inps_date", &common::day(did.inps_date));
    }
    form.accept();
    form
}

/// The command it means.
pub fn register_command(form: &Form, registrant: RegistrantId, accepted: Vec<Acceptance>) -> Command {
    let values = form.values();
    Command::MiAttivoRegister(MiAttivoRegister {
        id: MiAttivoId::default(),
        registrant,
        miattivo: MiAttivoForm {
            registered_on: values.date("miattivo.registered_on"),
            benefit: values.text_or_empty("miattivo.benefit"),
            inps_date: values.date("miattivo.inps_date"),
            email: values.text_or_empty("miattivo.email"),
            mobile: values.text_or_empty("miattivo.mobile"),
            helped: values.on("miattivo.helped"),
            note: values.text_or_empty("miattivo.note"),
        },
        accepted,
    })
}

/// What happens to a registration: its proof; of a duplicate, whose record
/// goes on among the people open at this desk.
pub fn event(event: MiAttivoEvent, card: &PersonCard, cx: &Cx) -> Form {
    let proof = text("evidence", fields::EVIDENCE).limit(120).grow().help(help::EVIDENCE).rules(&["R-PRE-5"]);
    let spec = if event == MiAttivoEvent::Merged {
        let survivor = choice("survivor", fields::SURVIVOR, Source::Given).width(36);
        Spec::new().row([survivor.help(help::SURVIVOR).rules(&["R-PRE-6"])]).row([proof])
    } else {
        Spec::new().row([proof])
    };
    let mut form = Form::new(spec, cx.today());
    let own = card.registrant.id;
    let open = cx.open.iter().filter_map(|open| open.id.filter(|id| *id != own).map(|id| (id, &open.name)));
    form.give("survivor", open.map(|(id, name)| Item::new(id.to_string(), name)).collect());
    form.accept();
    form
}

/// The command it means.
pub fn event_command(event: MiAttivoEvent, miattivo: MiAttivoId, form: &Form) -> Command {
    let values = form.values();
    Command::MiAttivoHappened(MiAttivoHappened {
        miattivo,
        event,
        evidence: values.text_or_empty("evidence"),
        survivor: values.raw("survivor").parse().ok().map(RegistrantId),
    })
}
