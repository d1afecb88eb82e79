//! The clocks of a signature at a distance (states.md § 5, 6).

use super::{Clock, Radar, Span};
use crate::domain::deadline::Kind;
use crate::domain::psp::{PspState, PspVersion};
use crate::domain::signing::{Channel, Signing, SigningState};

impl Radar<'_> {
    /// From when the pact was sent, until something comes back; also while it
    /// stands still.
    pub(super) fn signing(&mut self) {
        use SigningState as S;
        let facts = self.facts;
        for signing in &facts.signings {
            self.closing(signing);
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

    /// Signed, and the last step of the channel is of the same day. Where that
    /// step is the operator's own signature, or to hand over the copy, its
    /// clock runs already.
    fn closing(&mut self, signing: &Signing) {
        use SigningState as S;
        let last = matches!(
            (signing.channel, signing.state),
            (Channel::InPerson, S::BothSigned)
                | (Channel::RemoteEmail, S::OperatorSigned)
                | (Channel::Firmalom, S::ValidatedByPerson)
        );
        let version = self.facts.versions.iter().find(|version| version.id == signing.version);
        let told = |version: &PspVersion| {
            let no_copy = version.copy_handed_on.is_none() && signing.channel == Channel::InPerson;
            version.state == PspState::AwaitingOperator || (version.state == PspState::Active && no_copy)
        };
        if last && !version.is_some_and(told) {
            let day = signing.since.date();
            self.add(self.clock(Kind::CloseSigning, day, Span::Written, signing.id.0));
        }
    }
}
