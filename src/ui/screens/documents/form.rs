//! The short forms of DC01: a registration in the protocol, a handing over,
//! the filters of the register, what a kind asks before it is issued.

use chrono::NaiveDate;

use super::kinds::Candidate;
use crate::desk::Command;
use crate::desk::command::{DocumentHanded, DocumentIssue, DocumentProtocol};
use crate::desk::query::{DocumentFilter, DocumentRow};
use crate::domain::document::{ConvocationLetter, DocumentKind, PlacementAnnex, ProtocolEntry};
use crate::domain::finding::Acceptance;
use crate::domain::paper::Paper;
use crate::tables::catalogue::Catalogue;
use crate::ui::form::spec::FieldSpec;
use crate::ui::form::{Form, Item, Source, Spec, Values, area, choice, date, text, tick};
use crate::ui::screens::{common, panel};
use crate::ui::strings::documents::{self as words, help, label};

/// In a draft: what the form is about. No field has this name.
pub const WHICH: &str = "~document";

/// What a form is about.
#[derive(Clone, Debug, PartialEq)]
pub enum About {
    /// A registration in the protocol.
    Protocol(Box<DocumentRow>),
    /// A handing over.
    Handed(Box<DocumentRow>),
    /// A document to issue.
    Issue(Box<Candidate>),
    /// Which documents are listed.
    Filter,
}

/// A form, and what it is about.
pub struct Panel {
    pub about: About,
    pub form: Form,
}

impl panel::Panel for Panel {
    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn marks(&self) -> Vec<(&'static str, String)> {
        vec![(WHICH, self.about.name())]
    }
}

impl About {
    /// By name, for its draft: the act, then what it is about.
    pub fn name(&self) -> String {
        match self {
            Self::Protocol(row) => format!("protocol {}", row.id),
            Self::Handed(row) => format!("handed {}", row.id),
            Self::Issue(of) => {
                format!("issue {} {}", of.kind.word(), of.subject.unwrap_or_default())
            }
            Self::Filter => "filter".to_owned(),
        }
    }

    pub fn title(&self) -> String {
        match self {
            Self::Protocol(row) => words::protocol_title(&row.number),
            Self::Handed(row) => words::handed_title(&row.number),
            Self::Issue(of) => words::issue_title(of.kind, &of.about),
            Self::Filter => words::FILTER_TITLE.to_owned(),
        }
    }

    /// What F2 does.
    pub fn verb(&self) -> &'static str {
        match self {
            Self::Issue(_) => words::ISSUE_AND_PRINT,
            Self::Filter => words::APPLY,
            Self::Protocol(_) | Self::Handed(_) => words::RECORD,
        }
    }

    /// Rows of the form on the screen.
    pub fn rows(&self) -> u16 {
        match self {
            Self::Issue(of) => match of.kind {
                DocumentKind::Convocation => 9,
                DocumentKind::PlacementReceipt => 8,
                DocumentKind::Memo => 5,
                DocumentKind::PlacementAccepted | DocumentKind::PlacementRefused => 3,
                _ => 2,
            },
            Self::Protocol(_) => 3,
            Self::Handed(_) | Self::Filter => 3,
        }
    }
}

/// The form, with what the record says already.
pub fn form(about: &About, tables: &Catalogue, filter: &DocumentFilter, today: NaiveDate) -> Form {
    match about {
        About::Protocol(row) => {
            let mut form = Form::new(protocol_spec(!row.protocol.is_empty()), today);
            form.put("protocol.number", &row.protocol);
            form.put("protocol.on", &common::day(Some(row.protocol_on.unwrap_or(today))));
            form.accept();
            form
        }
        About::Handed(_) => {
            let mut form = Form::new(handed_spec(), today);
            form.put("how", "by_hand");
            form.put("on", &common::day(Some(today)));
            form.accept();
            form
        }
        About::Filter => {
            let mut form = Form::new(filter_spec(), today);
            form.give("kind", kinds());
            form.put("text", &filter.text);
            form.put("kind", filter.kind.map_or("", DocumentKind::word));
            form.put("from", &common::day(filter.from));
            form.put("to", &common::day(filter.to));
            form.accept();
            form
        }
        About::Issue(of) => {
            let mut form = Form::new(issue_spec(of.kind), today);
            form.give("convocation.channel", common::items(tables.convocation_channels(), today));
            form.accept();
            form
        }
    }
}

fn kinds() -> Vec<Item> {
    let all = Item::new("", words::ANY_KIND);
    let each = DocumentKind::ALL.iter().map(|kind| Item::new(kind.word(), kind.label()));
    [all].into_iter().chain(each).collect()
}

fn number() -> FieldSpec {
    text("protocol.number", label::NUMBER)
        .limit(40)
        .width(20)
        .help(help::NUMBER)
        .rules(&["R-DOC-12", "R-DOC-14"])
}

fn registered_on() -> FieldSpec {
    date("protocol.on", label::ON).past().help(help::ON).rules(&["R-DOC-12"])
}

fn protocol_spec(again: bool) -> Spec {
    Spec::new().row([number().need(), registered_on()]).row([text("reason", label::REASON)
        .limit(400)
        .grow()
        .show(move |_| again)
        .help(help::REASON)
        .rules(&["R-DOC-13"])])
}

fn handed_spec() -> Spec {
    Spec::new()
        .row([
            choice("how", label::HOW, Source::Fixed(words::HANDINGS)).need().width(16).help(help::HOW),
            date("on", label::HANDED_ON).past().help(help::HANDED_ON).rules(&["R-DOC-16"]),
        ])
        .row([text("to", label::TO).limit(240).grow().help(help::TO).rules(&["R-DOC-17"])])
}

fn filter_spec() -> Spec {
    Spec::new()
        .row([text("text", label::TEXT).limit(80).width(30).help(help::TEXT)])
        .row([choice("kind", label::KIND, Source::Given).width(44).help(help::KIND)])
        .row([date("from", label::FROM).help(help::FROM), date("to", label::UNTIL).help(help::UNTIL)])
}

/// The registration, known already: the last row of every kind.
fn with_protocol(spec: Spec) -> Spec {
    spec.row([number(), registered_on()])
}

fn issue_spec(kind: DocumentKind) -> Spec {
    let bring = |rows| area("bring", label::BRING, rows).limit(2000).help(help::BRING);
    with_protocol(match kind {
        DocumentKind::Convocation => Spec::new()
            .row([
                choice("convocation.channel", label::CHANNEL, Source::Given)
                    .need()
                    .width(22)
                    .help(help::CHANNEL)
                    .rules(&["R-CNV-8"]),
                text("convocation.address", label::ADDRESS).limit(240).grow().help(help::ADDRESS),
            ])
            .row([
                text("convocation.platform", label::PLATFORM)
                    .limit(120)
                    .width(16)
                    .help(help::PLATFORM)
                    .rules(&["R-CNV-2", "R-CNV-3"]),
                text("convocation.link", label::LINK).limit(400).grow().help(help::LINK).rules(&["R-CNV-3"]),
            ])
            .row([
                text("convocation.in_person", label::IN_PERSON)
                    .limit(240)
                    .width(30)
                    .help(help::IN_PERSON)
                    .rules(&["R-CNV-2"]),
                tick("convocation.own_account", label::ACCOUNT).help(help::ACCOUNT),
            ])
            .row([
                text("convocation.ask_remote", label::ASK_REMOTE)
                    .limit(240)
                    .width(22)
                    .help(help::ASK_REMOTE)
                    .rules(&["R-CNV-4"]),
                date("convocation.choose_by", label::CHOOSE_BY).help(help::CHOOSE_BY),
            ])
            .row([bring(2)])
            .row([
                text("convocation.signer", label::SIGNER).limit(240).width(22).help(help::SIGNER),
                text("convocation.signer_role", label::SIGNER_ROLE).limit(240).grow().help(help::SIGNER_ROLE),
            ]),
        DocumentKind::Memo => Spec::new().row([bring(3)]),
        DocumentKind::PlacementReceipt => Spec::new()
            .row([area("placement.documents", label::DOCUMENTS, 3).special().help(help::DOCUMENTS)])
            .row([area("placement.missing", label::MISSING, 3).special().help(help::MISSING)]),
        DocumentKind::PlacementAccepted => {
            Spec::new().row([text("placement.service", label::SERVICE).limit(240).grow().help(help::SERVICE)])
        }
        DocumentKind::PlacementRefused => Spec::new().row([
            text("placement.appeal_to", label::APPEAL_TO)
                .need()
                .limit(240)
                .width(30)
                .help(help::APPEAL_TO)
                .rules(&["R-DOC-10"]),
            text("placement.appeal_within", label::APPEAL_WITHIN)
                .need()
                .limit(240)
                .grow()
                .help(help::APPEAL_WITHIN)
                .rules(&["R-DOC-10"]),
        ]),
        DocumentKind::Psp | DocumentKind::DidReceipt | DocumentKind::PlacementObstacles => Spec::new(),
    })
}

/// Puts into an untouched form what the draft took from the records, so that
/// nothing is typed twice.
pub fn prefill(form: &mut Form, paper: &Paper, channel: Option<String>) {
    if let (Paper::Convocation(paper), false) = (paper, form.changed()) {
        form.put("convocation.channel", &channel.unwrap_or_default());
        form.put("convocation.address", &paper.person.address);
        if let Some(remote) = &paper.remote {
            form.put("convocation.platform", &remote.platform);
            form.put("convocation.link", &remote.link);
        }
        form.put("convocation.ask_remote", &paper.ask_remote);
        form.put("convocation.choose_by", &common::day(paper.choose_by));
        form.put("convocation.signer", &paper.signer);
        form.put("convocation.signer_role", &paper.signer_role);
        form.accept();
    }
}

/// What the filters say.
pub fn filter(values: &Values, before: &DocumentFilter) -> DocumentFilter {
    DocumentFilter {
        from: values.date("from"),
        to: values.date("to"),
        kind: DocumentKind::ALL.iter().find(|kind| values.is("kind", kind.word())).copied(),
        text: values.text_or_empty("text"),
        skip: 0,
        ..before.clone()
    }
}

/// What the form says, as a command; none for the filters.
pub fn command(form: &Form, about: &About, accepted: Vec<Acceptance>) -> Option<Command> {
    let values = form.values();
    let entry =
        ProtocolEntry { number: values.text_or_empty("protocol.number"), on: values.date("protocol.on") };
    Some(match about {
        About::Filter => return None,
        About::Protocol(row) => Command::DocumentProtocol(DocumentProtocol {
            document: row.id,
            protocol: entry,
            reason: values.text_or_empty("reason"),
            accepted,
        }),
        About::Handed(row) => Command::DocumentHanded(DocumentHanded {
            document: row.id,
            how: values.chosen_as("how").unwrap_or_default(),
            to: values.text_or_empty("to"),
            on: values.date("on"),
        }),
        About::Issue(of) => {
            let known = (!entry.number.is_empty()).then_some(entry);
            let letter = (of.kind == DocumentKind::Convocation).then(|| letter(&values));
            let annex = of.kind.is_placement().then(|| annex(&values));
            Command::DocumentIssue(DocumentIssue {
                protocol: known,
                convocation: letter,
                placement: annex,
                bring: lines(&values, "bring"),
                accepted,
                ..of.command()?
            })
        }
    })
}

fn lines(values: &Values, name: &str) -> Vec<String> {
    values.raw(name).lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn letter(values: &Values) -> ConvocationLetter {
    ConvocationLetter {
        channel: values.chosen_as("convocation.channel"),
        address: values.text_or_empty("convocation.address"),
        in_person: values.text_or_empty("convocation.in_person"),
        platform: values.text_or_empty("convocation.platform"),
        link: values.text_or_empty("convocation.link"),
        own_account: values.on("convocation.own_account"),
        ask_remote: values.text_or_empty("convocation.ask_remote"),
        choose_by: values.date("convocation.choose_by"),
        signer: values.text_or_empty("convocation.signer"),
        signer_role: values.text_or_empty("convocation.signer_role"),
    }
}

fn annex(values: &Values) -> PlacementAnnex {
    PlacementAnnex {
        documents: lines(values, "placement.documents"),
        missing: lines(values, "placement.missing"),
        service: values.text_or_empty("placement.service"),
        appeal_to: values.text_or_empty("placement.appeal_to"),
        appeal_within: values.text_or_empty("placement.appeal_within"),
    }
}
