//! The clocks of a pact: signatures, contacts, what was promised by a day,
//! and what AdI and SFL hang on it.

use chrono::{Days, NaiveDate};

use super::status::NOTICE;
use super::{Clock, Radar, Span};
use crate::domain::activity::{Activity, ActivityState};
use crate::domain::appointment::AppointmentState;
use crate::domain::deadline::Kind;
use crate::domain::did::Benefit;
use crate::domain::ids::MeasureId;
use crate::domain::pad::PadState;
use crate::domain::pad::clocks::extension;
use crate::domain::psp::{PspState, PspVersion};

impl Radar<'_> {
    pub(super) fn pact(&mut self) {
        let facts = self.facts;
        for version in facts.versions.iter().filter(|version| version.state.awaits_signature()) {
            self.signatures(version);
        }
        if let Some(version) = facts.in_force().filter(|version| version.state == PspState::Active) {
            self.in_force(version);
        }
        for activity in &facts.activities {
            if matches!(activity.state, ActivityState::Proposed | ActivityState::Agreed) {
                self.add(self.clock(Kind::ActivityStart, activity.date, Span::Written, activity.id.0));
            }
        }
    }

    /// R-PSP-10; the term is the office's (states.md § 3).
    fn signatures(&mut self, version: &PspVersion) {
        let of = |clock: Clock| clock.of(version.case_officer);
        if version.state == PspState::AwaitingOperator {
            if let Some(signed) = version.person_signed_at {
                self.add(of(self.clock(Kind::SignOperator, signed.date(), Span::Written, version.id.0)));
            }
        } else if let Some(issued) = version.issued_at {
            let days = self.parameters(issued.date()).psp.signing_days;
            self.add(of(self.clock(Kind::Sign, issued.date(), Span::Days(days), version.id.0)));
        }
    }

    fn in_force(&mut self, version: &PspVersion) {
        let signed = [version.person_signed_at, version.operator_signed_at].into_iter().flatten().max();
        if let (Some(signed), None) = (signed, version.copy_handed_on) {
            self.add(self.clock(Kind::Copy, signed.date(), Span::Written, version.id.0));
        }
        if let Some(day) = version.confirm_by {
            let clock = self.clock(Kind::Confirm, day, Span::Written, version.id.0);
            self.add(clock.shown_days_before(NOTICE));
        }
        let started = signed.unwrap_or(version.created_at).date();
        self.next_contact(version, started);
        self.presence(version, started);
        self.promised();
    }

    /// R-PSP-2 d, from the last contact held or fixed, or from the pact.
    fn next_contact(&mut self, version: &PspVersion, started: NaiveDate) {
        let Some(days) = (self.known.contact_days)(&version.contact_frequency) else { return };
        let from = self.last_met(true, started);
        self.add(self.clock(Kind::NextContact, from, Span::Days(days), version.id.0));
    }

    /// R-ADI-3, R-SFL-3 from the last presence; R-SFL-4 from the benefit.
    fn presence(&mut self, version: &PspVersion, started: NaiveDate) {
        let Some(did) = self.facts.did() else { return };
        // Where there is a PAD its dates are the better ones.
        if self.facts.pads.iter().any(|pad| pad.benefit == did.benefit && pad.state == PadState::PspLinked) {
            return;
        }
        let from = self.last_met(false, started);
        match did.benefit {
            Benefit::Adi => {
                let days = self.parameters(from).benefits.adi_presence_days;
                self.add(self.clock(Kind::AdiPresence, from, Span::Days(days), version.id.0));
            }
            Benefit::Sfl => {
                let days = self.parameters(from).benefits.sfl_confirm_days;
                self.add(self.clock(Kind::SflConfirm, from, Span::Days(days), version.id.0));
                let began = did.inps_date.unwrap_or(did.date);
                // A pact updated in those months, or in the days after them, has
                // done what was asked; one signed later stays to be seen.
                let updated = |clock: &Clock| version.number > 1 && started <= clock.due;
                let [update, end] = extension(began, &self.parameters(began).benefits, did.id.0);
                if !updated(&update) {
                    self.add(update);
                }
                if !updated(&end) {
                    self.add(end);
                }
            }
            Benefit::None | Benefit::Naspi | Benefit::DisColl => {}
        }
    }

    /// The last day the person was met (or is to be met), from a day on.
    fn last_met(&self, fixed: bool, started: NaiveDate) -> NaiveDate {
        let counts = |state: AppointmentState| state == AppointmentState::Held || (fixed && state.is_open());
        let met = self.facts.appointments.iter().filter(|a| counts(a.state)).map(|a| a.start.date());
        met.chain([started]).max().unwrap_or(started)
    }

    /// Measures and search acts with their days.
    fn promised(&mut self) {
        let facts = self.facts;
        for measure in facts.measures.iter().filter(|measure| !measure.removed) {
            if let Some(to) = measure.to.filter(|_| !self.is_done(measure.id)) {
                self.add(self.clock(Kind::Measure, to, Span::Written, measure.id.0));
            }
        }
        for act in facts.search_acts.iter().filter(|act| !act.removed) {
            if let Some(by) = act.by_date {
                // Nothing records that it was proved: some time after, it is over.
                let clock = self.clock(Kind::SearchAct, by, Span::Written, act.id.0);
                self.add(clock.shown_until(by + Days::new(NOTICE.into())));
            }
        }
    }

    /// Did every activity of a measure come to its end?
    fn is_done(&self, measure: MeasureId) -> bool {
        let over = |activity: &&Activity| {
            use ActivityState as S;
            matches!(activity.state, S::Concluded | S::Refused | S::Cancelled)
        };
        let mut of_it = self.facts.activities.iter().filter(|a| a.measure == Some(measure)).peekable();
        of_it.peek().is_some() && of_it.all(|activity| over(&activity))
    }
}
