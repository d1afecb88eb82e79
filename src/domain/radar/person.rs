//! The clocks of the person's own papers, and of what the office knows of them.

use super::status::NOTICE;
use super::{Radar, Span};
use crate::domain::assessment::versions::expiry;
use crate::domain::deadline::Kind;

impl Radar<'_> {
    pub(super) fn person(&mut self) {
        // Nobody looks after the papers of who has left.
        if self.facts.has_left() {
            return;
        }
        self.permit();
        if self.facts.did().is_some() {
            self.id_document();
            self.assessment();
        }
    }

    /// Some time before its end and until the renewal is asked for (R-DID-17).
    /// Whether a citizenship needs one is asked for the day it ends.
    fn permit(&mut self) {
        let person = &self.facts.person;
        let Some(expires) = person.permit_expires_on.filter(|_| !person.permit_renewal) else { return };
        if !person.citizenship.is_empty() && (self.known.needs_permit)(&person.citizenship, expires) {
            let notice = self.parameters(expires).did.permit_notice_days;
            let clock = self.clock(Kind::Permit, expires, Span::Written, person.id.0);
            self.add(clock.shown_days_before(notice));
        }
    }

    fn id_document(&mut self) {
        if let Some(expires) = self.facts.person.id_doc_expires_on {
            let clock = self.clock(Kind::IdDocument, expires, Span::Written, self.facts.person.id.0);
            self.add(clock.shown_days_before(NOTICE));
        }
    }

    /// The last assessment, while it is the one that counts.
    fn assessment(&mut self) {
        if let Some(last) = self.facts.assessments.iter().max_by_key(|a| (a.date, a.id)) {
            let days = self.parameters(last.date).psp.assessment_days;
            // The day recorded with it prevails.
            self.add(expiry(last, days).shown_days_before(NOTICE));
        }
    }
}
