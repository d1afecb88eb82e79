//! The forms of a PAD: its copy, expected or signed, and what happens to it.

use chrono::NaiveDate;

use crate::desk::command::{Command, PadHappened, PadRecord};
use crate::desk::query::PersonCard;
use crate::domain::did::Benefit;
use crate::domain::finding::Acceptance;
use crate::domain::ids::{PadId, PspVersionId, RegistrantId};
use crate::domain::pad::{Agency, Pad, PadContent, PadEvent, PadForm, PadSource};
use crate::ui::form::{Form, Item, Name, Source, Spec, Values, choice, date, text, tick};
use crate::ui::screens::common;
use crate::ui::strings::intake::{self as words, fields, help};

/// The names of what a PAD says, as a command has them.
struct Names {
    source: Name,
    copied_on: Name,
    attends: Name,
    email: Name,
    mobile: Name,
    consent: Name,
    /// Name and contact of each.
    agencies: [(Name, Name); 5],
}

const RECORD: Names = Names {
    source: "pad.content.source",
    copied_on: "pad.content.copied_on",
    attends: "pad.content.attends",
    email: "pad.content.email",
    mobile: "pad.content.mobile",
    consent: "pad.content.consent",
    agencies: [
        ("pad.content.agencies.1.name", "pad.content.agencies.1.contact"),
        ("pad.content.agencies.2.name", "pad.content.agencies.2.contact"),
        ("pad.content.agencies.3.name", "pad.content.agencies.3.contact"),
        ("pad.content.agencies.4.name", "pad.content.agencies.4.contact"),
        ("pad.content.agencies.5.name", "pad.content.agencies.5.contact"),
    ],
};
const EVENT: Names = Names {
    source: "content.source",
    copied_on: "content.copied_on",
    attends: "content.attends",
    email: "content.email",
    mobile: "content.mobile",
    consent: "content.consent",
    agencies: [
        ("content.agencies.1.name", "content.agencies.1.contact"),
        ("content.agencies.2.name", "content.agencies.2.contact"),
        ("content.agencies.3.name", "content.agencies.3.contact"),
        ("content.agencies.4.name", "content.agencies.4.contact"),
        ("content.agencies.5.name", "content.agencies.5.contact"),
    ],
};

/// What a signed PAD says, where it is shown.
fn content(spec: Spec, names: &Names, shown: fn(&Values) -> bool) -> Spec {
    let mut spec = spec.row([
        choice(names.source, fields::SOURCE, Source::Given)
            .width(28)
            .show(shown)
            .help(help::SOURCE)
            .rules(&["R-PAD-4"]),
        date(names.copied_on, fields::COPIED).past().show(shown).help(help::COPIED).rules(&["R-PAD-4"]),
    ]);
    for ((name, contact), label) in names.agencies.into_iter().zip(fields::AGENCIES) {
        spec = spec.row([
            text(name, label).limit(120).width(28).show(shown).help(help::AGENCY).rules(&["R-PAD-1"]),
            text(contact, fields::CONTACT)
                .limit(120)
                .width(22)
                .show(shown)
                .help(help::CONTACT)
                .rules(&["R-PAD-1"]),
        ]);
    }
    spec.row([
        text(names.email, fields::EMAIL).width(28).show(shown).help(help::PAD_EMAIL).rules(&["R-PAD-2"]),
        text(names.mobile, fields::MOBILE_SHORT)
            .width(16)
            .show(shown)
            .help(help::PAD_MOBILE)
            .rules(&["R-PAD-2"]),
    ])
    .row([
        tick(names.attends, fields::ATTENDS).show(shown).help(help::ATTENDS).rules(&["R-PAD-1"]),
        tick(names.consent, fields::CONSENT).show(shown).help(help::CONSENT).rules(&["R-PAD-2"]),
    ])
}

fn give(form: &mut Form, names: &Names) {
    let items = PadSource::ALL.into_iter().map(|source| Item::new(source.word(), source.label()));
    form.give(names.source, items.collect());
}

fn read(values: &Values, names: &Names, before: &[Agency]) -> PadContent {
    let agencies = names.agencies.into_iter().filter_map(|(name, contact)| {
        let (name, contact) = (values.text_or_empty(name), values.text_or_empty(contact));
        let known = before.iter().find(|agency| agency.name == name.trim());
        let documented_on = known.and_then(|agency| agency.documented_on);
        (!name.trim().is_empty() || !contact.trim().is_empty()).then_some(Agency {
            name,
            contact,
            documented_on,
        })
    });
    PadContent {
        source: values.chosen_as(names.source),
        copied_on: values.date(names.copied_on),
        agencies: agencies.collect(),
        attends: values.on(names.attends),
        email: values.text_or_empty(names.email),
        mobile: values.text_or_empty(names.mobile),
        consent: values.on(names.consent),
    }
}

/// A new copy, with what the DID says of the benefit.
pub fn record(card: &PersonCard, today: NaiveDate) -> Form {
    let signed: fn(&Values) -> bool = |v| v.date("pad.signed_on").is_some();
    let adi: fn(&Values) -> bool = |v| v.date("pad.signed_on").is_some() && v.is("pad.benefit", "adi");
    let spec = Spec::new()
        .page(words::PAGE_APPLICATION)
        .row([
            choice("pad.benefit", fields::BENEFIT, Source::Given)
                .need()
                .width(12)
                .help(help::PAD_BENEFIT)
                .rules(&["R-PAD-1", "R-SFL-1"]),
            date("pad.applied_on", fields::APPLIED).past().help(help::APPLIED),
            date("pad.benefit_from", fields::FROM).help(help::FROM).rules(&["R-NAS-1", "R-SFL-4"]),
        ])
        .row([
            text("pad.application_email", fields::EMAIL)
                .width(28)
                .help(help::INPS_CONTACT)
                .rules(&["R-CNV-9"]),
            text("pad.application_mobile", fields::MOBILE_SHORT)
                .width(16)
                .help(help::INPS_CONTACT)
                .rules(&["R-CNV-9"]),
        ])
        .row([text("pad.patronato", fields::PATRONATO)
            .limit(120)
            .grow()
            .help(help::PATRONATO)
            .rules(&["R-CNV-11"])])
        .row([text("pad.note", fields::NOTE).limit(600).grow().help(help::NOTE)])
        .page(words::PAGE_SIGNED)
        .row([
            date("pad.signed_on", fields::SIGNED).past().help(help::SIGNED).rules(&["R-PAD-1", "R-PAD-4"]),
            date("pad.validated_on", fields::VALIDATED)
                .past()
                .show(signed)
                .help(help::VALIDATED)
                .rules(&["R-PAD-3", "R-CNV-9"]),
            date("pad.referred_on", fields::REFERRED)
                .past()
                .show(adi)
                .help(help::REFERRED)
                .rules(&["R-ADI-2"]),
        ]);
    let mut form = Form::new(content(spec, &RECORD, signed), today);
    let benefits = [Benefit::Naspi, Benefit::DisColl, Benefit::Adi, Benefit::Sfl];
    form.give("pad.benefit", benefits.iter().map(|b| Item::new(common::code(b), b.label())).collect());
    give(&mut form, &RECORD);
    form.put(RECORD.source, PadSource::Siisl.word());
    form.put(RECORD.copied_on, &common::day(Some(today)));
    if let Some(did) = card.did().filter(|did| did.benefit != Benefit::None) {
        form.put("pad.benefit", &common::code(did.benefit));
        form.put("pad.applied_on", &common::day(did.inps_date));
    }
    form.accept();
    form
}

/// The command it means.
pub fn record_command(form: &Form, registrant: RegistrantId, accepted: Vec<Acceptance>) -> Command {
    let values = form.values();
    let signed_on = values.date("pad.signed_on");
    Command::PadRecord(PadRecord {
        id: PadId::default(),
        registrant,
        pad: PadForm {
            benefit: values.chosen_as("pad.benefit").unwrap_or_default(),
            applied_on: values.date("pad.applied_on"),
            benefit_from: values.date("pad.benefit_from"),
            application_email: values.text_or_empty("pad.application_email"),
            application_mobile: values.text_or_empty("pad.application_mobile"),
            patronato: values.text_or_empty("pad.patronato"),
            signed_on,
            content: if signed_on.is_some() { read(&values, &RECORD, &[]) } else { PadContent::default() },
            validated_on: values.date("pad.validated_on"),
            referred_on: values.date("pad.referred_on"),
            note: values.text_or_empty("pad.note"),
        },
        accepted,
    })
}

/// What happens to a PAD: its day, its proof, and what this step wants.
pub fn event(event: PadEvent, pad: &Pad, card: &PersonCard, today: NaiveDate) -> Form {
    use PadEvent as E;
    let always: fn(&Values) -> bool = |_| true;
    let on = date("on", fields::ON).need().help(help::ON).rules(&["R-STA-2", "R-STA-3"]);
    let proof = text("evidence", fields::EVIDENCE).limit(120).grow().help(help::EVIDENCE);
    let spec = match event {
        // The end of a benefit may be known before it comes.
        E::BenefitEnded => Spec::new().row([on]),
        _ => Spec::new().row([on.past()]),
    };
    let spec = match event {
        E::Signed | E::CopiedAgain => content(spec, &EVENT, always),
        E::Documented => spec.row([choice("agency", fields::AGENCY, Source::Given)
            .width(40)
            .help(help::DOCUMENTED)
            .rules(&["R-SFL-2"])]),
        E::PspLinked => spec.row([choice("psp_version", fields::VERSION, Source::Given)
            .width(24)
            .help(help::VERSION)
            .rules(&["R-PSP-15"])]),
        _ => spec,
    };
    let mut form = Form::new(spec.row([proof]), today);
    form.put("on", &common::day(Some(today)));
    give(&mut form, &EVENT);
    match event {
        E::Signed => {
            form.put(EVENT.source, PadSource::Siisl.word());
            form.put(EVENT.copied_on, &common::day(Some(today)));
        }
        E::CopiedAgain => put(&mut form, pad, today),
        _ => {}
    }
    let mut agencies = vec![Item::new("", words::ALL_AGENCIES)];
    agencies.extend(pad.agencies.iter().map(|agency| Item::new(&agency.name, &agency.name)));
    form.give("agency", agencies);
    let in_force = card.versions.iter().filter(|version| version.state.in_force());
    let versions: Vec<Item> =
        in_force.map(|v| Item::new(v.id.to_string(), words::version(v.number, v.state.label()))).collect();
    let last = versions.last().map(|item| item.value.clone());
    form.give("psp_version", versions);
    form.put("psp_version", &last.unwrap_or_default());
    form.accept();
    form
}

/// What the last copy said: another one is seldom all different.
fn put(form: &mut Form, pad: &Pad, today: NaiveDate) {
    form.put(EVENT.source, pad.source.map_or("", PadSource::word));
    form.put(EVENT.copied_on, &common::day(Some(today)));
    for ((name, contact), agency) in EVENT.agencies.into_iter().zip(&pad.agencies) {
        form.put(name, &agency.name);
        form.put(contact, &agency.contact);
    }
    form.put(EVENT.email, &pad.email);
    form.put(EVENT.mobile, &pad.mobile);
    for (name, on) in [(EVENT.attends, pad.attends), (EVENT.consent, pad.consent)] {
        form.put(name, if on { "x" } else { "" });
    }
}

/// The command it means.
pub fn event_command(event: PadEvent, pad: &Pad, form: &Form, accepted: Vec<Acceptance>) -> Command {
    let values = form.values();
    let says = matches!(event, PadEvent::Signed | PadEvent::CopiedAgain);
    Command::PadHappened(PadHappened {
        pad: pad.id,
        event,
        on: values.date("on"),
        content: says.then(|| read(&values, &EVENT, &pad.agencies)),
        agency: values.text_or_empty("agency"),
        psp_version: values.raw("psp_version").parse().ok().map(PspVersionId),
        evidence: values.text_or_empty("evidence"),
        accepted,
    })
}
