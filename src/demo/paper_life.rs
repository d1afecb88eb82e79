//! Papers handed to invented people, and the few who ask for targeted
//! placement. Nothing here throws the dice: the lives stay as they were.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use uuid::Uuid;

use super::calendar::working_days;
use super::life::Life;
use super::office::SUPERVISOR;
use crate::desk::command::{Command, DocumentHanded, DocumentIssue, TargetedApply, TargetedHappened};
use crate::domain::document::{ConvocationLetter, DocumentKind, Handing, PlacementAnnex};
use crate::domain::ids::{DocumentId, TargetedCardId, TargetedId};
use crate::domain::placement::{Checks, Report, TargetedEvent, TargetedForm};

/// Who asks for targeted placement, by place among the people: refused,
/// warned, enrolled. All are people with an old DID that goes on.
const REFUSED: usize = 8;
const WARNED: usize = 10;
const ENROLLED: usize = 12;

impl Life<'_> {
    /// Issues a document, without going on.
    pub fn paper(&mut self, kind: DocumentKind, subject: Uuid) -> DocumentId {
        self.issued(self.by, self.hour, issue(kind, subject))
    }

    /// The letter of a convocation about to be sent.
    pub fn letter(&mut self, appointment: Uuid, letter: ConvocationLetter) {
        let command = DocumentIssue {
            convocation: Some(letter),
            bring: vec!["il curriculum, se lo ha".to_owned()],
            ..issue(DocumentKind::Convocation, appointment)
        };
        self.issued(self.by, self.hour, command);
    }

    /// The receipt of a DID, for one in three; handed over to half of them.
    pub fn receipt(&mut self, did: Uuid) {
        if !self.who.is_multiple_of(3) {
            return;
        }
        let document = self.paper(DocumentKind::DidReceipt, did);
        if self.who.is_multiple_of(6) {
            let handed = DocumentHanded { document, how: Handing::ByHand, to: String::new(), on: None };
            self.later(self.by, self.hour, Command::DocumentHanded(handed));
        }
    }

    fn issued(&mut self, by: usize, at: NaiveDateTime, command: DocumentIssue) -> DocumentId {
        let document = DocumentId(self.world.plan.id(at));
        self.later(by, at, Command::DocumentIssue(DocumentIssue { document, ..command }));
        document
    }

    /// The application of the three who make one, and what becomes of it.
    pub fn placement(&mut self, declared: NaiveDate) {
        if ![REFUSED, WARNED, ENROLLED].contains(&self.who) {
            return;
        }
        let noon = |days: i64, minutes: i64| {
            let at = working_days(declared, days).and_time(NaiveTime::MIN);
            at + TimeDelta::minutes(12 * 60 + 15 + minutes)
        };
        let application = TargetedId(self.world.plan.id(noon(1, 0)));
        let by = self.by;
        let apply = TargetedApply {
            id: application,
            card: TargetedCardId::default(),
            registrant: self.person.id,
            application: TargetedForm {
                category: "civil_invalidity".into(),
                report: Report {
                    seen: true,
                    percent: Some(60),
                    dated: Some(declared - TimeDelta::days(200)),
                    functional_diagnosis: true,
                    ..Report::default()
                },
                protocol: format!("{:07}", 1000 + self.who),
                in_charge: "Rita Galli".into(),
                receipt_handed: true,
                ..TargetedForm::default()
            },
            accepted: Vec::new(),
        };
        self.later(by, noon(1, 0), Command::TargetedApply(apply));
        let annex = PlacementAnnex {
            documents: vec!["verbale della commissione".to_owned(), "documento d'identità".to_owned()],
            ..PlacementAnnex::default()
        };
        self.act_on(application, by, noon(1, 1), DocumentKind::PlacementReceipt, Some(annex));
        self.happens(by, noon(3, 0), event(application, TargetedEvent::TakenUp, ""));
        if self.who == ENROLLED {
            let checks = Checks { age: true, status: true, invalidity: true, capacity: true };
            let accepted = TargetedHappened {
                checks,
                list_number: "4521".into(),
                committee_reference: "scheda 12".into(),
                ..event(application, TargetedEvent::Accepted, "prot. 99")
            };
            self.happens(by, noon(8, 0), accepted);
            return self.act_on(application, by, noon(8, 1), DocumentKind::PlacementAccepted, None);
        }
        let notice = TargetedHappened {
            note: "Dal verbale non risulta il requisito indicato nella domanda.".into(),
            ..event(application, TargetedEvent::PreRejected, "prot. 77")
        };
        self.happens(by, noon(6, 0), notice);
        self.happens(
            by,
            noon(8, 0),
            event(application, TargetedEvent::NoticeReceived, "avviso di ricevimento"),
        );
        self.act_on(application, by, noon(6, 1), DocumentKind::PlacementObstacles, None);
        if self.who == REFUSED {
            let observed = TargetedHappened {
                observations: vec!["Il nuovo verbale è in arrivo.".to_owned()],
                ..event(application, TargetedEvent::Observed, "")
            };
            let rejected = TargetedHappened {
                answers: vec!["Nei termini non è arrivato nessun altro verbale.".to_owned()],
                ..event(application, TargetedEvent::Rejected, "atto 12")
            };
            self.happens(by, noon(10, 0), observed);
            self.happens(SUPERVISOR, noon(18, 0), rejected);
            let annex = PlacementAnnex {
                appeal_to: "Tribunale ordinario, sezione lavoro".into(),
                appeal_within: "60 giorni da quando riceve questa comunicazione".into(),
                ..PlacementAnnex::default()
            };
            self.act_on(application, SUPERVISOR, noon(18, 1), DocumentKind::PlacementRefused, Some(annex));
        }
    }

    fn happens(&mut self, by: usize, at: NaiveDateTime, what: TargetedHappened) {
        self.later(by, at, Command::TargetedHappened(what));
    }

    fn act_on(
        &mut self,
        application: TargetedId,
        by: usize,
        at: NaiveDateTime,
        kind: DocumentKind,
        placement: Option<PlacementAnnex>,
    ) {
        self.issued(by, at, DocumentIssue { placement, ..issue(kind, application.0) });
    }
}

fn issue(kind: DocumentKind, subject: Uuid) -> DocumentIssue {
    DocumentIssue {
        document: DocumentId::default(),
        kind,
        subject,
        number: String::new(),
        protocol: None,
        convocation: None,
        placement: None,
        bring: Vec::new(),
        accepted: Vec::new(),
    }
}

fn event(application: TargetedId, event: TargetedEvent, reference: &str) -> TargetedHappened {
    TargetedHappened {
        application,
        event,
        on: None,
        note: String::new(),
        reference: reference.to_owned(),
        report: None,
        checks: Checks::default(),
        list_number: String::new(),
        committee_reference: String::new(),
        observations: Vec::new(),
        answers: Vec::new(),
        accepted: Vec::new(),
    }
}
