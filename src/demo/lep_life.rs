//! LEP services given to invented people.

use chrono::TimeDelta;

use super::life::Life;
use crate::desk::command::{ActivityHappened, ActivityRecord, Command};
use crate::domain::activity::{ActivityEvent, ActivityForm, ActivityState, SapChoice, SourceAct};
use crate::domain::codes::LepCode;
use crate::domain::ids::{ActivityId, MeasureId, PspVersionId};
use crate::tables::lep::{self, LepEntry};

/// The entry of the catalogue.
pub(super) fn entry(code: &str) -> Option<&'static LepEntry> {
    LepCode::parse(code).ok().and_then(lep::get)
}

impl Life<'_> {
    /// An attested code where there is one, a candidate now and then, else none.
    pub fn sap_of(&mut self, code: &str) -> SapChoice {
        let Some(entry) = entry(code) else { return SapChoice::NotAttested };
        let attested: Vec<String> = entry.choices().map(|code| code.to_string()).collect();
        if !attested.is_empty() {
            return SapChoice::Attested(self.dice.pick(&attested).clone());
        }
        match entry.sap_candidates.first() {
            Some(candidate) if self.dice.chance(30) => SapChoice::Candidate(candidate.to_string()),
            _ => SapChoice::NotAttested,
        }
    }

    fn form(&mut self, code: &str, state: ActivityState) -> ActivityForm {
        let entry = entry(code);
        let first = |texts: &[String]| texts.first().cloned().unwrap_or_default();
        let concluded = state == ActivityState::Concluded;
        ActivityForm {
            lep: code.into(),
            sap: self.sap_of(code),
            date: Some(self.day()),
            minutes: Some(u32::try_from(self.dice.between(3, 12) * 5).unwrap_or(30)),
            mode: "in_person".into(),
            state,
            outcome: if concluded {
                entry.map(|e| first(&e.outcomes)).unwrap_or_default()
            } else {
                String::new()
            },
            output: if concluded {
                entry.map(|e| first(&e.outputs)).unwrap_or_default()
            } else {
                String::new()
            },
            ..ActivityForm::default()
        }
    }

    fn record(&mut self, activity: ActivityForm) -> ActivityId {
        let id = ActivityId(self.id());
        let registrant = self.person.id;
        self.act(Command::ActivityRecord(ActivityRecord { id, registrant, activity, accepted: Vec::new() }));
        id
    }

    /// Confirms the row an act of the appointment proposed.
    pub fn log_act(&mut self, source: SourceAct) {
        let code = match source {
            SourceAct::Did => "B",
            SourceAct::Assessment => "C",
            SourceAct::Psp => "D",
            SourceAct::Targeted => "M1",
        };
        let form = self.form(code, ActivityState::Concluded);
        // The row of a DID given elsewhere is logged on the day it came in.
        self.record(ActivityForm { sap: SapChoice::NotAttested, source: Some(source), ..form });
    }

    /// Information at the desk.
    pub fn inform(&mut self) {
        let form = self.form("A", ActivityState::Concluded);
        self.record(form);
    }

    /// A planned activity in the draft of a pact.
    pub fn propose(&mut self, version: PspVersionId, measure: MeasureId, code: &str, end: ActivityState) {
        let form = self.form(code, ActivityState::Proposed);
        let id = self.record(ActivityForm {
            psp_version: Some(version),
            measure: Some(measure),
            date: Some(self.day() + TimeDelta::days(10)),
            hired: code == "F3" && end == ActivityState::Concluded,
            ..form
        });
        self.planned = Some(id);
    }

    /// What becomes of the planned activity once the pact is in force.
    pub fn carry_out(&mut self) {
        use ActivityEvent as E;
        let (Some(activity), Some((code, end))) = (self.planned, self.fate.service) else { return };
        let happen = |life: &mut Self, event, note: &str, co: String| {
            life.act(Command::ActivityHappened(ActivityHappened {
                activity,
                event,
                note: note.to_owned(),
                co_reference: co,
            }));
        };
        let none = String::new;
        match end {
            ActivityState::Proposed | ActivityState::Agreed => return,
            ActivityState::Refused => {
                self.wait(4, 12);
                return happen(self, E::Refused, "la persona preferisce cercare da sola", none());
            }
            ActivityState::Cancelled => {
                self.wait(4, 12);
                return happen(self, E::Cancelled, "misura inserita per errore", none());
            }
            ActivityState::Started | ActivityState::Concluded | ActivityState::Interrupted => {}
        }
        self.wait(8, 15);
        happen(self, E::Started, "", none());
        self.wait(10, 25);
        if end == ActivityState::Interrupted {
            happen(self, E::Interrupted, "l'ente ha sospeso il corso", none());
        } else if end == ActivityState::Concluded {
            let hired = code == "F3";
            let co = if hired { format!("CO {}/{:07}", self.day().format("%Y"), self.who) } else { none() };
            let outcome =
                entry(code).and_then(|e| e.outcomes.first().cloned()).unwrap_or_else(|| "conclusa".into());
            happen(self, E::Concluded, &outcome, co);
        }
    }
}
