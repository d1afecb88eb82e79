//! The DID of an invented person, and what happens to it.

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::fate::DidFate;
use super::life::Life;
use super::office::SUPERVISOR;
use crate::desk::command::{Command, DidDeclare, DidHappened, DidNationalId};
use crate::domain::did::{Benefit, Declaration, DidChannel, DidEvent, Profiling};
use crate::domain::ids::DidId;
use crate::domain::money::Cents;
use crate::tables::citizenships::ITALIAN;

/// A DID just given.
#[derive(Clone, Copy)]
pub(super) struct Declared {
    /// Its key.
    pub did: DidId,
    /// Has it its national identifier already?
    pub known: bool,
}

impl Life<'_> {
    /// Gives the DID, with its LEP row.
    pub fn declare(&mut self) -> Declared {
        let id = DidId(self.id());
        let declaration = self.declaration();
        let known = !declaration.national_id.is_empty();
        let profiling = self.profiling();
        self.act(Command::DidDeclare(DidDeclare {
            id,
            registrant: self.person.id,
            declaration,
            profiling,
            accepted: Vec::new(),
        }));
        self.receipt(id.0);
        if self.dice.chance(26) {
            self.log_act(crate::domain::activity::SourceAct::Did);
        }
        Declared { did: id, known }
    }

    fn national_number(&self) -> String {
        format!("NID{}{:03}{:05}ES", self.day().year(), self.day().ordinal(), self.who)
    }

    fn declaration(&mut self) -> Declaration {
        let today = self.day();
        let number = self.who;
        let mut given = Declaration {
            date: Some(today),
            promoter: "ESN".into(),
            benefit: self.fate.benefit,
            not_working: true,
            available_work: true,
            available_measures: true,
            ack_suspension: true,
            ack_loss: true,
            ..Declaration::default()
        };
        if matches!(self.fate.did, DidFate::AtRisk | DidFate::JobEnded | DidFate::Withdrawn) {
            given.benefit = Benefit::None;
            given.not_working = false;
            given.notice_date = Some(today - TimeDelta::days(self.dice.between(0, 4)));
            let left = if self.fate.did == DidFate::AtRisk { (30, 70) } else { (8, 20) };
            given.last_working_day = Some(today + TimeDelta::days(self.dice.between(left.0, left.1)));
            return given;
        }
        match given.benefit {
            Benefit::Naspi | Benefit::DisColl => {
                let date = today - TimeDelta::days(self.dice.between(0, 6));
                given.channel = DidChannel::InpsApplication;
                given.inps_reference = format!("INPS.ESEMPIO.{}/{number:06}", date.year());
                (given.date, given.inps_date) = (Some(date), Some(date));
                // The flow of INPS brings it along, more often than not.
                if self.dice.chance(65) {
                    given.national_id = self.national_number();
                }
            }
            Benefit::Sfl if self.dice.chance(60) => {
                given.channel = DidChannel::SflApplication;
                given.date = Some(today - TimeDelta::days(self.dice.between(0, 6)));
            }
            Benefit::None | Benefit::Adi | Benefit::Sfl => self.given_elsewhere(&mut given, today),
        }
        if self.fate.did == DidFate::Conserved {
            given.not_working = false;
            given.income_year = given.date.map(|date| date.year());
            if self.dice.chance(70) {
                given.employee = true;
                given.employee_income = Some(Cents(self.dice.between(20, 81) * 10_000));
            } else {
                given.self_employed = true;
                given.inactive_vat = self.dice.chance(30);
                let income = if given.inactive_vat { 0 } else { self.dice.between(5, 55) };
                given.self_employed_income = Some(Cents(income * 10_000));
            }
        }
        given
    }

    fn given_elsewhere(&mut self, given: &mut Declaration, today: NaiveDate) {
        let (channel, promoter) = self.dice.weighted(&[
            ((DidChannel::CpiOperator, "ESN"), 62),
            ((DidChannel::RegionalSystem, "ESN"), 16),
            ((DidChannel::NationalPortal, "ESN"), 12),
            ((DidChannel::Patronato, "Patronato d'Esempio"), 7),
            ((DidChannel::AccreditedOperator, "Ente accreditato d'Esempio"), 3),
        ]);
        given.channel = channel;
        given.promoter = promoter.into();
        if channel.is_copy() {
            given.date = Some(today - TimeDelta::days(self.dice.between(0, 10)));
        }
        // The portals give the identifier with the declaration.
        if matches!(channel, DidChannel::NationalPortal | DidChannel::RegionalSystem) {
            given.national_id = self.national_number();
        }
    }

    /// Answers that do not contradict each other (R-DID-12, 13).
    pub fn profiling(&mut self) -> Profiling {
        let dice = &mut self.dice;
        let worked = !self.person.last_job_title.is_empty();
        let born_here = self.person.citizenship == ITALIAN;
        let household = dice.weighted(&[(1, 26), (2, 28), (3, 22), (4, 18), (5, 6)]);
        let children = household > 1 && dice.chance(55);
        let months =
            self.person.last_job_end.map_or(0, |end| (self.hour.date() - end).num_days().max(0) / 30);
        let months = u32::try_from(months).unwrap_or(0);
        Profiling {
            province: "BG".into(),
            citizenship: self.person.citizenship.clone(),
            presence_in_italy: if born_here {
                "nascita"
            } else {
                dice.weighted(&[("meno_1", 6), ("da_1_a_5", 24), ("da_6_a_10", 30), ("oltre_10", 40)])
            }
            .into(),
            education: dice
                .weighted(&[
                    ("primaria", 5),
                    ("secondaria_1", 34),
                    ("qualifica_ifp", 12),
                    ("diploma_professionale", 13),
                    ("diploma_tecnico", 15),
                    ("diploma_liceo", 8),
                    ("laurea_1", 6),
                    ("laurea_2", 5),
                    ("its", 2),
                ])
                .into(),
            ever_worked: Some(worked),
            // Who stopped working longer ago was not at work a year before.
            condition_year_before: if worked && months > 12 {
                dice.weighted(&[("disoccupato", 78), ("casa", 14), ("inattivo", 8)])
            } else if worked {
                dice.weighted(&[("dipendente", 55), ("disoccupato", 30), ("autonomo", 7), ("casa", 8)])
            } else {
                dice.weighted(&[("primo_lavoro", 40), ("studente", 40), ("casa", 20)])
            }
            .into(),
            months_since_last_job: Some(if worked { months } else { 0 }),
            last_position: if worked {
                dice.weighted(&[
                    ("operaio", 38),
                    ("operaio_specializzato", 16),
                    ("impiegato", 26),
                    ("apprendista", 8),
                    ("lavoro_domestico", 9),
                    ("collaboratore", 3),
                ])
            } else {
                "none"
            }
            .into(),
            months_of_search: Some(if worked { months.min(12) } else { 3 }),
            enrolled: dice.weighted(&[("none", 90), ("corso", 5), ("cpia", 3), ("universita", 2)]).into(),
            household_size: Some(household),
            children: Some(children),
            minor_children: Some(children && dice.chance(70)),
        }
    }

    /// The national identifier comes some days later, or is still awaited.
    pub fn national_id(&mut self, declared: Declared) {
        let percent = if self.fate.did == DidFate::Inserted { 38 } else { 72 };
        if declared.known || self.fate.did == DidFate::Annulled || !self.dice.chance(percent) {
            return;
        }
        self.wait(1, 3);
        let (did, national_id) = (declared.did, self.national_number());
        self.act(Command::DidNationalId(DidNationalId { did, was: String::new(), national_id }));
    }

    /// Something happens to the DID, now.
    pub fn did_event(&mut self, did: DidId, event: DidEvent, on: Option<NaiveDate>, reason: &str) {
        let evidence = match (event, reason) {
            (DidEvent::Suspended | DidEvent::Resumed | DidEvent::JobEnded, _) | (_, "job_over_180_days") => {
                format!("CO {}/{:07}", self.day().year(), self.who)
            }
            (DidEvent::Lost, _) => format!("atto {}/{:04}", self.day().year(), self.who),
            (DidEvent::Revoked, _) => "richiesta firmata dalla persona".to_owned(),
            _ => String::new(),
        };
        let by = self.by;
        // R-STA-17: what was entered by mistake the supervisor takes back.
        self.by = if event == DidEvent::Annulled { SUPERVISOR } else { by };
        self.act(Command::DidHappened(DidHappened {
            did,
            event,
            on,
            reason: reason.to_owned(),
            evidence,
            accepted: Vec::new(),
        }));
        self.by = by;
    }

    /// What happens to the DID after the interview.
    pub fn changes(&mut self, did: DidId) {
        use DidEvent as E;
        let today = self.world.today();
        match self.fate.did {
            DidFate::JobEnded | DidFate::Withdrawn => {
                self.wait(21, 26);
                let (event, on) = if self.fate.did == DidFate::JobEnded {
                    (E::JobEnded, None)
                } else {
                    (E::DismissalWithdrawn, None)
                };
                self.did_event(did, event, on, "lettera del datore di lavoro");
            }
            DidFate::Suspended => {
                // Still inside the 180 days.
                let earliest = (self.day() + TimeDelta::days(2)).max(today - TimeDelta::days(150));
                let start =
                    earliest + TimeDelta::days(self.dice.between(0, (today - earliest).num_days() - 6));
                let told = start + TimeDelta::days(self.dice.between(0, 3));
                self.go_to_day(told);
                self.did_event(did, E::Suspended, Some(start), "");
            }
            DidFate::Resumed => {
                let start = self.day() + TimeDelta::days(self.dice.between(4, 20));
                self.go_to_day(start);
                self.did_event(did, E::Suspended, Some(start), "");
                let last = start + TimeDelta::days(self.dice.between(20, 110));
                self.go_to_day(last + TimeDelta::days(1));
                self.did_event(did, E::Resumed, Some(last), "");
            }
            DidFate::Lost(reason @ "job_over_180_days") => {
                let start = self.day() + TimeDelta::days(self.dice.between(4, 20));
                self.go_to_day(start);
                self.did_event(did, E::Suspended, Some(start), "");
                self.go_to_day(start + TimeDelta::days(181));
                self.did_event(did, E::Lost, None, reason);
            }
            DidFate::Lost(reason) => {
                self.wait(15, 40);
                self.did_event(did, E::Lost, None, reason);
            }
            DidFate::Revoked(reason) => {
                self.wait(15, 40);
                self.did_event(did, E::Revoked, None, reason);
            }
            DidFate::Annulled => {
                self.wait(1, 6);
                self.did_event(did, E::Annulled, None, "inserita sulla persona sbagliata");
            }
            DidFate::Again => {
                self.wait(20, 50);
                self.did_event(did, E::Revoked, None, "withdrawal");
                self.wait(40, 90);
                self.fate.benefit = Benefit::None;
                self.declare();
            }
            DidFate::None | DidFate::Inserted | DidFate::AtRisk | DidFate::Validated | DidFate::Conserved => {
            }
        }
    }

    /// Does this fate pass through the confirmation of the DID?
    pub fn is_validated(&mut self) -> bool {
        match self.fate.did {
            DidFate::Validated => true,
            DidFate::Conserved | DidFate::Suspended | DidFate::Resumed => self.dice.chance(70),
            DidFate::Lost(_) | DidFate::Revoked(_) | DidFate::Again => self.dice.chance(50),
            _ => false,
        }
    }
}
