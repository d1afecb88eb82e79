//! The clocks of a signature at a distance (states.md § 5, 6).

use super::{Clock, Radar};
use crate::domain::deadline::Kind;
use crate::domain::signing::{Channel, SigningState};

impl Radar<'_> {
    /// From when the pact was sent, until something comes back; also while it
    /// stands still.
    pub(super) fn signing(&mut self) {
        use SigningState as S;
        let facts = self.facts;
        for signing in &facts.signings {
            let Some(sent) = signing.times.sent.map(|at| at.date()) else { continue };
            let figures = self.parameters(sent).psp;
            let (kind, days) = match (signing.channel, signing.state) {
                (Channel::RemoteEmail, S::SentToPerson | S::Stalled) => {
                    (Kind::RemoteScan, figures.remote_return_days)
                }
                (Channel::Firmalom, S::Released | S::Notified | S::Stalled) => {
                    (Kind::RemoteValidation, figures.remote_validation_days)
                }
                _ => continue,
            };
            self.add(Clock::after(kind, sent, days, signing.id.0));
        }
    }
}
