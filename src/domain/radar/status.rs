//! The clocks of the status: first contact, convocation, suspension, loss.

use chrono::NaiveDate;

use super::{Clock, Radar, Span, in_force};
use crate::domain::deadline::Kind;
use crate::domain::did::{self, Did, DidState, FirstContact};
use crate::domain::miattivo::clocks::activated;

impl Radar<'_> {
    pub(super) fn status(&mut self) {
        let Some(did) = self.facts.did() else {
            return self.wait();
        };
        match did.state {
            DidState::Inserted | DidState::Validated => self.first_contact(did),
            DidState::AtRisk => self.at_risk(did),
            DidState::Suspended => self.add(self.suspension(did.state_since, did.id.0)),
            DidState::Lost | DidState::Revoked | DidState::Annulled => {}
        }
        self.national_id(did);
        self.profiling(did);
    }

    /// Contact and convocation, until a pact rests on this DID (R-PSP-4, 5, 7).
    fn first_contact(&mut self, did: &Did) {
        if in_force(&self.facts.versions).is_some_and(|version| version.did == did.id) {
            return;
        }
        let FirstContact { from, days, insured } = did::contact(did, |day| self.parameters(day).psp);
        let figures = self.parameters(from);
        let kind = if insured { Kind::ContactInsured } else { Kind::Contact };
        let recipient = insured || did.benefit.is_inclusion();
        let convene =
            if recipient { figures.psp.convene_days_recipient } else { figures.psp.convene_days_other };
        // Under notice the days are known and run from the end of the job.
        let first = from.max(did.starts_on());
        let shown =
            |clock: Clock| if did.state == DidState::AtRisk { clock.shown_from(first) } else { clock };
        // Registered after the application: the first activation is done (R-MIA-6).
        if !(insured && self.counts_registrations(from) && activated(&self.facts.registrations, from)) {
            self.add(shown(self.clock(kind, from, Span::Days(days), did.id.0)));
        }
        self.add(shown(self.clock(Kind::Convene, from, Span::Days(convene), did.id.0)));
    }

    /// Nobody is awaited while the job runs (R-DID-18); once it has ended the
    /// terms run whether or not somebody has written it down.
    fn at_risk(&mut self, did: &Did) {
        let Some(last) = did.last_working_day else { return };
        self.add(self.clock(Kind::JobEnd, last, Span::Written, did.id.0));
        self.first_contact(did);
    }

    /// The months after a sanction, while they run (R-LOS-2).
    fn wait(&mut self) {
        let sanctioned = self.facts.dids.iter().filter(|did| did.state == DidState::Lost);
        let dated = sanctioned.filter_map(|did| Some((did.ended_on?, did)));
        let of_art_21 = dated.filter(|(lost, did)| (self.known.is_sanction)(&did.end_reason, *lost));
        let Some((lost, did)) = of_art_21.map(|(lost, did)| (lost, did.id)).max() else { return };
        let months = self.parameters(lost).did.sanction_wait_months;
        let clock = self.clock(Kind::NewDid, lost, Span::Months(months), did.0);
        self.add(clock.shown_until(clock.due.pred_opt().unwrap_or(clock.due)));
    }

    fn national_id(&mut self, did: &Did) {
        if did.national_id.is_empty() {
            let days = self.parameters(did.date).did.national_id_days;
            self.add(self.clock(Kind::NationalId, did.date, Span::Days(days), did.id.0));
        }
    }

    /// The class ages from its own date, or from the answers it was computed
    /// from: those given with the DID, confirmed in an interview (R-DID-20).
    fn profiling(&mut self, did: &Did) {
        let dated = |day: &NaiveDate| *day >= did.date;
        let confirmed = self.facts.assessments.iter().map(|a| a.index_date.unwrap_or(a.date)).filter(dated);
        let from = confirmed.max().unwrap_or(did.date);
        let clock =
            self.clock(Kind::Profiling, from, Span::Days(self.parameters(from).did.profiling_days), did.id.0);
        self.add(clock.shown_days_before(NOTICE));
    }
}

/// Days before its last from which a reminder is shown.
pub(super) const NOTICE: u32 = 30;
