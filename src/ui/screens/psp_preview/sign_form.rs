//! The two short forms of a signature: the channel, and a step with exactly
//! the evidence it asks for.

use chrono::NaiveDate;
use serde_json::{Map, Value};

use crate::desk::command::{Command, SigningHappened, SigningStart};
use crate::desk::query::PersonCard;
use crate::domain::ids::SigningId;
use crate::domain::psp::PspVersion;
use crate::domain::signing::asks::{Ask, asks};
use crate::domain::signing::{Channel, Evidence, Party, Signing, SigningEvent, tables};
use crate::tables::code_table;
use crate::ui::form::spec::FieldSpec;
use crate::ui::form::{Form, Item, Source, Spec, Values, choice, date, text, tick};
use crate::ui::screens::common;
use crate::ui::strings::signing::{self as words, help};

/// The evidence of a step stands under this name in its command.
const UNDER: &str = "evidence.";
/// Characters of a SHA-256 in hexadecimal.
const DIGEST: usize = 64;

/// What the form is about.
pub enum About {
    /// A version without a channel.
    Start(Box<PspVersion>),
    /// A signing that goes on.
    Step(Box<Signing>),
}

impl About {
    /// A name for its draft: another after each step.
    pub fn name(&self) -> String {
        match self {
            Self::Start(version) => version.id.to_string(),
            Self::Step(signing) => format!("{} {}", signing.id, common::code(signing.state)),
        }
    }

    /// The heading of the form.
    pub fn title(&self) -> String {
        match self {
            Self::Start(version) => words::start_title(version.number),
            Self::Step(signing) => words::stands(signing),
        }
    }
}

/// What may be recorded now: a pact ends by itself, never by hand.
pub fn possible(signing: &Signing) -> Vec<SigningEvent> {
    let rows = tables::table(signing.channel).iter().filter(|step| step.from == signing.state);
    rows.map(|step| step.on).filter(|event| *event != SigningEvent::PactEnded).collect()
}

/// The form, with what is already known.
pub fn form(about: &About, card: &PersonCard, today: NaiveDate) -> Form {
    let mut form = match about {
        About::Start(_) => start(today),
        About::Step(signing) => step(signing, card, today),
    };
    form.accept();
    form
}

fn start(today: NaiveDate) -> Form {
    let accredited: fn(&Values) -> bool = |values| values.is("party", "accredited");
    let spec = Spec::new()
        .row([choice("channel", "Canale", Source::Fixed(words::CHANNELS))
            .need()
            .digits()
            .width(32)
            .help(help::CHANNEL)
            .rules(&["R-REM-1", "R-REM-13", "R-STA-14"])])
        .row([choice("party", "Firma per i servizi", Source::Fixed(words::PARTIES))
            .need()
            .digits()
            .width(24)
            .help(help::PARTY)
            .rules(&["R-PSP-9"])])
        .row([text("provider", "Operatore").limit(120).grow().show(accredited).need().help(help::PROVIDER)]);
    let mut form = Form::new(spec, today);
    form.put("channel", "in_person");
    form.put("party", "cpi");
    form
}

fn asked(channel: Channel, values: &Values, field: &str) -> Option<&'static Ask> {
    let event = values.chosen_as::<SigningEvent>("event")?;
    asks(channel, event).iter().find(|ask| ask.field == field)
}

fn step(signing: &Signing, card: &PersonCard, today: NaiveDate) -> Form {
    let mut form = Form::new(spec(signing.channel), today);
    let may = possible(signing);
    form.give("event", may.iter().map(|event| Item::new(common::code(event), event.label())).collect());
    form.give("evidence.identity_type", common::items(code_table::identity_documents(), today));
    let first = may.first().map(common::code).unwrap_or_default();
    let who = &card.registrant;
    let version = card.versions.iter().find(|version| version.id == signing.version);
    let day = |day: Option<NaiveDate>| common::day(day);
    let known = &signing.evidence.email;
    for (name, value) in [
        ("event", first),
        ("evidence.identity_type", who.id_doc_type.clone()),
        ("evidence.identity_number", who.id_doc_number.clone()),
        ("evidence.identity_expiry", day(who.id_doc_expires_on)),
        ("evidence.notice_version", version.map(|v| v.privacy_version.clone()).unwrap_or_default()),
        ("evidence.notice_date", day(version.and_then(|v| v.privacy_date))),
        ("evidence.email", if known.is_empty() { who.email.clone() } else { known.clone() }),
        ("evidence.sent_to", known.clone()),
        ("evidence.platform", signing.evidence.platform.clone()),
    ] {
        form.put(name, &value);
    }
    form
}

/// Every field a step of the channel may ask for; each is there only for the
/// step chosen.
fn spec(channel: Channel) -> Spec {
    let only = |field: FieldSpec| {
        let name = field.name.strip_prefix(UNDER).unwrap_or(field.name);
        let table = tables::table(channel);
        // What a step must have is asked for in no other step of the channel,
        // but for the note: that one the rules ask for (R-STA-13).
        let must = name != "note"
            && table
                .iter()
                .any(|step| asks(channel, step.on).iter().any(|ask| ask.field == name && ask.must));
        let field = field.show(move |values| asked(channel, values, name).is_some());
        if must { field.need() } else { field }
    };
    let digest =
        |name, label| only(text(name, label).limit(DIGEST).grow().help(help::DIGEST).rules(&["R-STA-15"]));
    Spec::new()
        .row([choice("event", "Passo", Source::Given)
            .need()
            .digits()
            .width(36)
            .help(help::EVENT)
            .rules(&["R-STA-10", "R-REM-7", "R-REM-8"])])
        .row([
            only(choice("evidence.identity_type", "Documento", Source::Given).width(20).help(help::ID_TYPE)),
            only(text("evidence.identity_number", "n.").limit(40).width(16).help(help::ID_NUMBER))
                .rules(&["R-REM-12"]),
        ])
        .row([
            only(date("evidence.identity_expiry", "Vale fino al").help(help::ID_EXPIRY)),
            only(text("evidence.siul_user", "utenza SIUL").limit(60).width(16).help(help::SIUL_USER))
                .rules(&["R-REM-6"]),
        ])
        .row([
            only(text("evidence.notice_version", "Informativa v.").limit(40).width(10).help(help::NOTICE)),
            only(date("evidence.notice_date", "del").help(help::NOTICE)),
        ])
        .row([
            only(tick("evidence.device", "Dispositivo").help(help::MEANS).rules(&["R-REM-2"])),
            only(tick("evidence.connection", "collegamento").help(help::MEANS).rules(&["R-REM-2"])),
            only(tick("evidence.spid", "SPID").help(help::MEANS).rules(&["R-REM-8"])),
            only(tick("evidence.app", "telefono con l'app").help(help::MEANS).rules(&["R-REM-8"])),
            only(tick("evidence.browser", "anche nel browser").help(help::BROWSER).rules(&["R-REM-5"])),
        ])
        .row([only(text("evidence.email", "E-mail").limit(120).grow().help(help::EMAIL))
            .rules(&["R-REM-2", "R-REM-11"])])
        .row([
            only(text("evidence.platform", "Piattaforma").limit(60).width(16).help(help::PLATFORM)),
            only(
                choice("evidence.access", "accesso", Source::Fixed(words::ACCESS))
                    .width(20)
                    .help(help::ACCESS),
            )
            .rules(&["R-REM-3"]),
        ])
        .row([tick("evidence.apart", "link e password in due messaggi")
            .show(move |values| {
                values.is("evidence.access", "link_and_password") && asked(channel, values, "apart").is_some()
            })
            .help(help::APART)
            .rules(&["R-REM-4"])])
        .row([only(text("evidence.siul_reference", "Patto SIUL").limit(120).grow().help(help::SIUL))])
        .row([digest("evidence.digest", "Impronta")])
        .row([only(text("evidence.sent_to", "Inviato a").limit(120).grow().help(help::SENT_TO))
            .rules(&["R-REM-11"])])
        .row([only(text("evidence.returned_file", "File").limit(200).grow().help(help::FILE))
            .rules(&["R-REM-9"])])
        .row([digest("evidence.returned_digest", "Impronta file")])
        .row([only(text("evidence.returned_from", "Da").limit(120).grow().help(help::FROM))
            .rules(&["R-REM-11"])])
        .row([only(
            choice("evidence.signature", "Firma", Source::Fixed(words::SIGNATURES))
                .width(24)
                .help(help::SIGNATURE),
        )
        .rules(&["R-REM-7", "R-DOC-5"])])
        .row([only(text("evidence.certificate", "Certificato").limit(200).grow().help(help::CERTIFICATE))])
        .row([digest("evidence.signed_digest", "Impronta firmato")])
        .row([only(text("evidence.receipt", "Ricevuta").limit(120).grow().help(help::RECEIPT))])
        .row([only(text("evidence.validation", "Validazione").limit(120).grow().help(help::VALIDATION))])
        .row([digest("evidence.completed_digest", "Impronta finale")])
        .row([only(text("note", "Nota").limit(4000).grow().help(help::NOTE).rules(&["R-STA-13"]))])
}

/// What the form says, as a command.
pub fn command(form: &Form, about: &About) -> Command {
    let values = form.values();
    match about {
        About::Start(version) => Command::SigningStart(SigningStart {
            id: SigningId::default(),
            version: version.id,
            channel: values.chosen_as("channel").unwrap_or_default(),
            party: values.chosen_as("party").unwrap_or(Party::Cpi),
            provider: values.text_or_empty("provider"),
            accepted: Vec::new(),
        }),
        About::Step(signing) => {
            let first = possible(signing).first().copied().unwrap_or(SigningEvent::Identified);
            let event = values.chosen_as("event").unwrap_or(first);
            Command::SigningHappened(SigningHappened {
                signing: signing.id,
                event,
                happened_at: None,
                evidence: evidence(&values, asks(signing.channel, event)),
                note: values.text_or_empty("note"),
                accepted: Vec::new(),
            })
        }
    }
}

fn evidence(values: &Values, asks: &[Ask]) -> Evidence {
    let one = |ask: &Ask| {
        let name = format!("{UNDER}{}", ask.field);
        let value = match ask.field {
            "device" | "connection" | "spid" | "app" | "apart" | "browser" => Value::Bool(values.on(&name)),
            "identity_expiry" | "notice_date" => Value::String(values.date(&name)?.to_string()),
            "note" => return None,
            _ => Value::String(values.text(&name)?),
        };
        Some((ask.field.to_owned(), value))
    };
    let given: Map<String, Value> = asks.iter().filter_map(one).collect();
    serde_json::from_value(Value::Object(given)).unwrap_or_default()
}
