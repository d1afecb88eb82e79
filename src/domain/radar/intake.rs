//! The clocks of PADs and of registrations on MiAttivo: those of the records
//! themselves, with their place in the radar.

use chrono::NaiveDate;

use super::{Clock, Kind, Radar, Span};
use crate::domain::miattivo::clocks::{ConveneTerms, convene_by};
use crate::domain::office::Region;
use crate::domain::pad::{Pad, clocks};

impl Radar<'_> {
    pub(super) fn intake(&mut self) {
        let facts = self.facts;
        for pad in &facts.pads {
            self.pad(pad);
        }
        // A DID without a pact has the clock of the convocation already.
        if self.found.iter().any(|clock| clock.kind == Kind::Convene) {
            return;
        }
        for registration in &facts.registrations {
            let figures = self.parameters(registration.inps_date.unwrap_or(registration.registered_on));
            let terms = ConveneTerms {
                recipient: figures.psp.convene_days_recipient,
                other: figures.psp.convene_days_other,
                order: figures.convocation.queue_order,
            };
            if let Some(term) = convene_by(registration, terms) {
                let id = registration.id.0;
                self.add(Clock::after(Kind::ConveneRegistered, term.from, term.days, id));
            }
        }
    }

    fn pad(&mut self, pad: &Pad) {
        let started = pad.signed_on.or(pad.benefit_from).or(pad.applied_on);
        let Some(started) = started else { return };
        let figures = self.parameters(started).benefits;
        for term in clocks::terms(pad, &figures) {
            let kind = match &*term.rule.0 {
                "R-ADI-1" => Kind::AdiSocial,
                "R-ADI-2" => Kind::AdiPact,
                "R-ADI-3" => Kind::AdiPresence,
                "R-SFL-3" => Kind::SflConfirm,
                "R-SFL-4" => Kind::SflUpdate,
                _ => Kind::PadSign,
            };
            let clock = Clock::after(kind, term.from, term.days, pad.id.0);
            self.add(if kind == Kind::SflUpdate {
                Clock { span: Span::WholeMonths(figures.sfl_update_months), ..clock }.shown_days_before(60)
            } else {
                clock
            });
        }
    }

    /// Does a registration fulfil the first activation, in this office and for
    /// an application of that day? (R-MIA-6)
    pub(super) fn counts_registrations(&self, applied_on: NaiveDate) -> bool {
        self.known.region == Region::Liguria && self.parameters(applied_on).benefits.registration_is_contact
    }
}
