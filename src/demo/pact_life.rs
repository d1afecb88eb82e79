//! The interview and the pact of an invented person.

use chrono::{NaiveDateTime, TimeDelta};

use super::fate::{DidFate, PactFate};
use super::life::Life;
use super::texts;
use crate::desk::command::{
    AssessmentRecord, Command, PspAnnul, PspCopyHanded, PspDraft, PspEdit, PspHappened, PspIntegrate,
    PspIssue, PspMeasure, PspOutcome, PspSearchAct, PspSign, Signer,
};
use crate::domain::activity::SourceAct;
use crate::domain::appointment::AppointmentEvent;
use crate::domain::assessment::AssessmentForm;
use crate::domain::did::DidEvent;
use crate::domain::edit;
use crate::domain::ids::{
    AppointmentId, AssessmentId, DidId, DocumentId, MeasureId, PspId, PspVersionId, SearchActId,
};
use crate::domain::psp::{MeasureForm, PspVersion, SearchActForm};
use crate::tables::code_table;

/// Days in which an unsigned version expires, as this office does.
const UNSIGNED_DAYS: i64 = 10;

impl Life<'_> {
    /// The first interview: assessment, confirmation, pact.
    pub fn interview(&mut self, did: DidId, appointment: AppointmentId, slot: NaiveDateTime) {
        self.go(slot + TimeDelta::minutes(10));
        let assessment = self.assessment();
        let id = AssessmentId(self.id());
        self.act(Command::AssessmentRecord(AssessmentRecord {
            id,
            registrant: self.person.id,
            assessment,
            accepted: Vec::new(),
        }));
        if self.dice.chance(50) {
            self.log_act(SourceAct::Assessment);
        }
        if self.is_validated() {
            self.did_event(did, DidEvent::Validated, None, "");
        }
        self.go(slot + TimeDelta::minutes(18));
        let version = (self.fate.pact != PactFate::Assessed).then(|| self.pact());
        self.go(slot + TimeDelta::minutes(45));
        self.appointment_event(appointment, AppointmentEvent::Held, "presente");
        if let Some(version) = version {
            self.after_signing(version);
        }
    }

    fn assessment(&mut self) -> AssessmentForm {
        let day = self.day();
        let profiling = self.profiling();
        let path = self.path(day);
        let indexed = self.dice.chance(60);
        let dice = &mut self.dice;
        let sectors = [*dice.pick(&texts::SECTORS), *dice.pick(&texts::SECTORS)];
        let sectors = if sectors[0] == sectors[1] { sectors[0].to_owned() } else { sectors.join("\n") };
        AssessmentForm {
            date: Some(day),
            profiling,
            digital_skill: dice
                .weighted(&[("nessuna", 14), ("base", 46), ("intermedia", 30), ("avanzata", 10)])
                .into(),
            mobility: dice
                .weighted(&[("comune", 20), ("entro_50", 62), ("entro_80", 12), ("regione", 6)])
                .into(),
            obstacles: dice.pick(&texts::OBSTACLES).to_string(),
            judgement: dice.pick(&texts::JUDGEMENTS).to_string(),
            sectors,
            path,
            path_reason: dice.pick(&texts::PATH_REASONS).to_string(),
            index_value: if indexed {
                format!("0,{:06}", dice.between(120_000, 890_000))
            } else {
                String::new()
            },
            index_model: if indexed { "dlgs150".into() } else { String::new() },
            index_date: indexed.then_some(day),
        }
    }

    /// A path in force on the day, unless the fate wants one.
    fn path(&mut self, day: chrono::NaiveDate) -> String {
        if let Some(path) = self.fate.path {
            return path.to_owned();
        }
        let open: Vec<(&str, u32)> = code_table::paths()
            .on(day)
            .map(|row| {
                let weight = match row.code.as_str() {
                    "gol_1" => 40,
                    "gol_2" => 25,
                    "ordinario" => 20,
                    "gol_4" => 12,
                    "gol_3" => 10,
                    "regionale" => 6,
                    _ => 2,
                };
                (row.code.as_str(), weight)
            })
            .collect();
        self.dice.weighted(&open).to_owned()
    }

    /// From the draft to the signatures, as far as the fate goes.
    fn pact(&mut self) -> PspVersionId {
        let (psp, version) = (PspId(self.id()), PspVersionId(self.id()));
        self.act(Command::PspDraft(PspDraft {
            psp,
            version,
            registrant: self.person.id,
            accepted: Vec::new(),
        }));
        if self.fate.pact == PactFate::Draft && self.dice.chance(30) {
            return version;
        }
        self.write(version);
        if self.fate.pact == PactFate::Draft {
            return version;
        }
        let measure = self.rows(version);
        if let Some((lep, state)) = self.fate.service {
            self.propose(version, measure, lep, state);
        }
        if self.fate.pact == PactFate::Complete {
            return version;
        }
        let goes_on = !matches!(self.fate.did, DidFate::Lost(_) | DidFate::Revoked(_) | DidFate::Again);
        if goes_on && self.dice.chance(75) {
            self.book_next(version);
        }
        self.issue(version);
        if matches!(
            self.fate.pact,
            PactFate::Unsigned | PactFate::Annulled | PactFate::Refused | PactFate::Expired
        ) {
            return version;
        }
        self.sign(version, Signer::Person);
        if self.fate.pact != PactFate::HalfSigned {
            self.sign(version, Signer::Operator);
            self.act(Command::PspCopyHanded(PspCopyHanded { version }));
            if self.dice.chance(85) {
                self.log_act(SourceAct::Psp);
            }
        }
        version
    }

    fn write(&mut self, version: PspVersionId) {
        let dice = &mut self.dice;
        let written = PspVersion {
            objective: dice.pick(&texts::OBJECTIVES).to_string(),
            contact_frequency: dice
                .weighted(&[("mensile", 60), ("quindicinale", 12), ("bimestrale", 16), ("trimestrale", 12)])
                .into(),
            contact_mode: dice
                .weighted(&[("in_person", 50), ("mixed", 30), ("phone", 12), ("video", 8)])
                .into(),
            convocation_channel: dice
                .weighted(&[
                    ("email", 40),
                    ("sms", 26),
                    ("in_person_agreed", 20),
                    ("pec", 4),
                    ("registered_letter", 10),
                ])
                .into(),
            working_day_calls: true,
            proof_method: dice
                .weighted(&[("scheda_ricerca", 40), ("candidature", 30), ("portale", 16), ("colloquio", 14)])
                .into(),
            available_initiatives: true,
            available_training: true,
            accepts_offers: true,
            person_commitments: dice.pick(&texts::COMMITMENTS).to_string(),
            office_commitments: dice.pick(&texts::PROMISES).to_string(),
            ..PspVersion::default()
        };
        let edits = edit::between(&PspVersion::default(), &written);
        self.act(Command::PspEdit(PspEdit { version, edits, accepted: Vec::new() }));
    }

    /// A measure and one or two job-search acts.
    fn rows(&mut self, version: PspVersionId) -> MeasureId {
        let id = MeasureId(self.id());
        let lep = match self.fate.service {
            Some((lep, _)) => lep,
            None => self.dice.weighted(&[("E", 30), ("F1", 30), ("H", 30), ("O", 10)]),
        };
        let from = self.day() + TimeDelta::days(self.dice.between(7, 25));
        let form = MeasureForm {
            lep: lep.into(),
            sap: self.sap_of(lep),
            from: Some(from),
            to: Some(from + TimeDelta::days(self.dice.between(30, 120))),
            expected_outcome: super::lep_life::entry(lep)
                .and_then(|e| e.outcomes.first().cloned())
                .unwrap_or_default(),
            ..MeasureForm::default()
        };
        self.act(Command::PspMeasure(PspMeasure {
            id,
            version,
            was: None,
            now: Some(form),
            accepted: Vec::new(),
        }));
        let first = self.dice.between(0, 5);
        for nth in 0..self.dice.between(1, 2) {
            let place = usize::try_from(first + nth).unwrap_or(0) % texts::ACTS.len();
            let (action, quantity) = texts::ACTS[place];
            let id = SearchActId(self.id());
            let form = SearchActForm { action: action.into(), quantity: quantity.into(), by_date: None };
            self.act(Command::PspSearchAct(PspSearchAct { id, version, was: None, now: Some(form) }));
        }
        id
    }

    fn issue(&mut self, version: PspVersionId) {
        let document = DocumentId(self.id());
        self.act(Command::PspIssue(PspIssue {
            version,
            document,
            number: String::new(),
            accepted: Vec::new(),
        }));
    }

    fn sign(&mut self, version: PspVersionId, who: Signer) {
        self.act(Command::PspSign(PspSign { version, who }));
    }

    fn ended(&mut self, version: PspVersionId, event: PspOutcome, reason: &str) {
        self.act(Command::PspHappened(PspHappened { version, event, reason: reason.into() }));
    }

    /// What becomes of the pact after the interview.
    fn after_signing(&mut self, version: PspVersionId) {
        match self.fate.pact {
            PactFate::Annulled => {
                self.wait(1, 3);
                let next = PspVersionId(self.id());
                let reason = "indirizzo sbagliato nella sezione 1".into();
                self.act(Command::PspAnnul(PspAnnul { version, next, reason }));
            }
            PactFate::Refused => {
                self.wait(1, 6);
                self.ended(version, PspOutcome::Refused, "la persona non accetta la misura proposta");
            }
            PactFate::Expired => {
                self.wait(UNSIGNED_DAYS, UNSIGNED_DAYS + 5);
                self.ended(version, PspOutcome::Expired, "non si è presentata/o per la firma");
            }
            PactFate::Integrated | PactFate::Integrating => {
                self.wait(30, 60);
                let next = PspVersionId(self.id());
                let reason = self.dice.pick(&texts::NEW_VERSIONS).to_string();
                self.act(Command::PspIntegrate(PspIntegrate {
                    from: version,
                    version: next,
                    reason,
                    accepted: Vec::new(),
                }));
                if self.fate.pact == PactFate::Integrated {
                    self.issue(next);
                    self.sign(next, Signer::Person);
                    self.sign(next, Signer::Operator);
                    self.act(Command::PspCopyHanded(PspCopyHanded { version: next }));
                }
            }
            PactFate::Closed => {
                self.wait(30, 60);
                self.ended(version, PspOutcome::Closed, "trasferita/o a un altro centro");
            }
            _ => {}
        }
        if self.fate.pact == PactFate::Active {
            self.carry_out();
        }
    }
}
