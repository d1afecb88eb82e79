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

/// Days for which a permit of stay outlasts any pact made here.
const PERMIT_DAYS: i64 = 240;
/// Days in which an unsigned version expires, as this office does.
const UNSIGNED_DAYS: i64 = 10;

impl Life<'_> {
    /// The first interview: assessment, confirmation, pact.
    pub fn interview(&mut self, did: DidId, appointment: AppointmentId, slot: NaiveDateTime) {
        self.go(slot + TimeDelta::minutes(10));
        let assessment = self.assessment();
        self.assessed = assessment.clone();
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
        let form = AssessmentForm {
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
            index_source: if indexed { "sistema nazionale".into() } else { String::new() },
            ..AssessmentForm::default()
        };
        super::interview_life::answered(form, day, self.who)
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
        let path = self.dice.weighted(&open).to_owned();
        // A service that is to be given goes with its path.
        match (self.fate.service, path.as_str()) {
            (Some(("M1", _)), _) => "mirato".into(),
            (Some(("H", _)), "gol_2" | "gol_3") | (Some(("N", _)), "gol_4") => path,
            (Some(_), "gol_2" | "gol_3" | "gol_4" | "mirato") => "ordinario".into(),
            _ => path,
        }
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
        let proof = self.write(version);
        if self.fate.pact == PactFate::Draft {
            return version;
        }
        let measure = self.rows(version, &proof);
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

    /// Gives back how the search is proved.
    fn write(&mut self, version: PspVersionId) -> String {
        let dice = &mut self.dice;
        let mut written = PspVersion {
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
        self.fit(&mut written);
        let edits = edit::between(&PspVersion::default(), &written);
        self.act(Command::PspEdit(PspEdit { version, edits, accepted: Vec::new() }));
        written.proof_method
    }

    /// What was agreed by chance, made to fit the person as an operator would.
    fn fit(&self, written: &mut PspVersion) {
        let p = &self.person;
        let reached = match written.convocation_channel.as_str() {
            "email" => !p.email.is_empty() && p.email_verified_on.is_some(),
            "sms" => p.mobile_verified_on.is_some(),
            "pec" => !p.pec.is_empty(),
            _ => true,
        };
        if !reached {
            written.convocation_channel = "in_person_agreed".into();
        }
        let unskilled = self.assessed.digital_skill == "nessuna";
        if written.contact_mode == "video" && (unskilled || p.email.is_empty()) {
            written.contact_mode = "in_person".into();
        }
        if unskilled && written.proof_method == "portale" {
            written.proof_method = "scheda_ricerca".into();
        }
        let soon = self.day() + TimeDelta::days(PERMIT_DAYS);
        let commitments = &mut written.person_commitments;
        let mut promise = |line: &str| {
            if !commitments.is_empty() {
                commitments.push('\n');
            }
            commitments.push_str(line);
        };
        if p.permit_expires_on.is_some_and(|end| end < soon) && !p.permit_renewal {
            promise("Chiedere il rinnovo del permesso di soggiorno prima della scadenza.");
        }
        let level = code_table::education_titles().get(&self.assessed.profiling.education);
        let young = p.age_on(self.day()).is_some_and(|age| age < 30);
        if self.fate.benefit.is_inclusion() && young && level.is_some_and(|row| row.extra.level < 2) {
            promise("Frequentare il corso serale del CPIA.");
        }
    }

    /// A measure and one or two job-search acts.
    fn rows(&mut self, version: PspVersionId, proof: &str) -> MeasureId {
        let id = MeasureId(self.id());
        let lep = match self.fate.service {
            // Information is given, not agreed; the allowance is history.
            Some(("A", _)) => "E",
            Some(("G", _)) => "F1",
            Some((lep, _)) => lep,
            None => {
                let any = self.dice.weighted(&[("E", 30), ("F1", 30), ("H", 30), ("O", 10)]);
                match self.assessed.path.as_str() {
                    "gol_2" | "gol_3" => "H",
                    "gol_4" => "N",
                    "mirato" => "M1",
                    _ => any,
                }
            }
        };
        let from = self.day() + TimeDelta::days(self.dice.between(7, 25));
        // What goes on into a second version is not over by then.
        let updated = matches!(self.fate.pact, PactFate::Integrated | PactFate::Integrating);
        let shortest = if updated { 90 } else { 0 };
        let form = MeasureForm {
            lep: lep.into(),
            sap: self.sap_of(lep),
            from: Some(from),
            to: Some(from + TimeDelta::days(self.dice.between(30, 120).max(shortest))),
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
        let first = match self.dice.between(0, 5) {
            // Copies and portals prove applications.
            _ if matches!(proof, "candidature" | "portale") => 0,
            // Done once, it is not the whole search.
            4 => 3,
            first => first,
        };
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
            protocol: None,
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
