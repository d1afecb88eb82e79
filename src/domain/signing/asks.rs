//! Which evidence a step asks for: what must be there, what may be. A step
//! takes no other, so that the evidence of an earlier one stands.

use super::{Channel, SigningEvent};

/// A field of [`super::Evidence`], or `note`, the note of the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ask {
    /// Its name.
    pub field: &'static str,
    /// Is the step refused without it (R-STA-13)? What a rule of its own
    /// judges is not marked here.
    pub must: bool,
}

const fn must(field: &'static str) -> Ask {
    Ask { field, must: true }
}

const fn may(field: &'static str) -> Ask {
    Ask { field, must: false }
}

const NOTE: &[Ask] = &[must("note")];
const MAYBE: &[Ask] = &[may("note")];

/// What a step asks for.
#[must_use]
pub fn asks(channel: Channel, event: SigningEvent) -> &'static [Ask] {
    use Channel as C;
    use SigningEvent as E;
    match (event, channel) {
        (E::Identified, _) => {
            const { &[must("identity_type"), must("identity_number"), may("identity_expiry"), may("note")] }
        }
        (E::Explained, _) => const { &[must("notice_version"), may("notice_date"), may("note")] },
        (E::Agreed, C::Firmalom) => {
            const { &[may("device"), may("connection"), may("email"), may("spid"), may("app"), may("note")] }
        }
        (E::Agreed, _) => {
            const {
                &[
                    may("device"),
                    may("connection"),
                    may("email"),
                    must("platform"),
                    may("access"),
                    may("apart"),
                    may("browser"),
                    may("note"),
                ]
            }
        }
        (E::InterviewOpened, _) => {
            const {
                &[
                    may("identity_type"),
                    may("identity_number"),
                    may("identity_expiry"),
                    may("siul_user"),
                    may("note"),
                ]
            }
        }
        (E::Generated, _) => const { &[must("siul_reference"), must("digest"), may("note")] },
        (E::Sent, _) => const { &[must("sent_to"), may("note")] },
        (E::Released, _) => const { &[may("siul_user"), may("note")] },
        (E::Returned, _) => {
            const { &[must("returned_file"), must("returned_digest"), must("returned_from"), may("note")] }
        }
        (E::OperatorSigned, C::InPerson) => const { &[may("signature"), may("note")] },
        (E::OperatorSigned, _) => {
            const { &[must("signature"), must("certificate"), must("signed_digest"), may("note")] }
        }
        (E::Uploaded, _) => const { &[must("receipt"), may("note")] },
        (E::Validated, _) => const { &[must("validation"), may("note")] },
        (E::Completed, _) => const { &[must("completed_digest"), may("note")] },
        (E::Stored, _) => const { &[may("completed_digest"), may("note")] },
        (
            E::Unusable
            | E::Differs
            | E::UploadFailed
            | E::Reminded
            | E::Reopened
            | E::ChangeAsked
            | E::Postponed
            | E::Declined
            | E::GivenUp
            | E::Left,
            _,
        ) => NOTE,
        (E::Notified | E::Silent | E::Checked | E::PersonSigned | E::PactEnded, _) => MAYBE,
    }
}
