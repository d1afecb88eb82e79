//! The clocks a record has by itself: cases, PADs, registrations on MiAttivo,
//! applications for targeted placement. Each kind of record says its own.

use chrono::NaiveDate;

use super::{Radar, Span};
use crate::domain::conditionality::{self, Figures};
use crate::domain::deadline::Kind;
use crate::domain::miattivo::clocks::{ConveneTerms, convene_by, register_by};
use crate::domain::office::Region;
use crate::domain::{pad, placement};

impl Radar<'_> {
    pub(super) fn records(&mut self) {
        let facts = self.facts;
        let holiday = self.known.is_holiday;
        let mut found = Vec::new();
        for case in &facts.cases {
            let of = self.parameters(case.event_on).conditionality;
            found.extend(conditionality::clocks::clocks(case, &Figures { of, holiday }));
        }
        let ended = facts.dids.iter().filter_map(|did| did.ended_on).max().filter(|_| facts.did().is_none());
        for application in &facts.targeted {
            // Enrolment does not change the DID; losing it asks for a review.
            if let Some(ended) =
                ended.filter(|on| application.state.holds() && application.presented_on <= *on)
            {
                found.push(self.clock(Kind::TargetedStatus, ended, Span::Written, application.id.0));
            }
            found.extend(placement::terms::clocks(application, |day| self.parameters(day).placement));
        }
        for pad in &facts.pads {
            found.extend(pad::clocks::clocks(pad, |day| self.parameters(day).benefits));
        }
        found.into_iter().for_each(|clock| self.add(clock));
        self.registrations();
    }

    fn registrations(&mut self) {
        // A DID without a pact has the clock of the convocation already.
        let convened = self.found.iter().any(|clock| clock.kind == Kind::Convene);
        for registration in &self.facts.registrations {
            let figures = self.parameters(registration.inps_date.unwrap_or(registration.registered_on));
            let terms = ConveneTerms {
                recipient: figures.psp.convene_days_recipient,
                other: figures.psp.convene_days_other,
                order: figures.convocation.queue_order,
            };
            let convene = convene_by(registration, terms).filter(|_| !convened);
            let register = register_by(registration, figures.benefits.registration_days);
            convene.into_iter().chain(register).for_each(|clock| self.add(clock));
        }
    }

    /// Does a registration fulfil the first activation, in this office and for
    /// an application of that day? (R-MIA-6)
    pub(super) fn counts_registrations(&self, applied_on: NaiveDate) -> bool {
        self.known.region == Region::Liguria && self.parameters(applied_on).benefits.registration_is_contact
    }
}
