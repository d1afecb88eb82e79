//! Convocations and appointments (rules.md § 4).

use super::group::{choice, group, number};
use super::{Kind, Unit};

choice! {
    /// The benefits convened in person, in the place of the RdC.
    InPerson:
    /// AdI and SFL.
    AdiSfl = "adi_sfl", "AdI e SFL";
    /// AdI only.
    Adi = "adi", "solo AdI";
    /// SFL only.
    Sfl = "sfl", "solo SFL";
    /// None.
    Nobody = "none", "nessuno";
}

choice! {
    /// In which order the convocation queue is read.
    Queue:
    /// Who has a benefit by deadline, then the others as they registered.
    RecipientsFirst = "recipients_first", "prima chi ha un beneficio, per scadenza";
    /// As they registered.
    Arrival = "arrival", "in ordine di registrazione";
}

group! {
    /// Convocations and appointments.
    Convocation, "convocation":
    /// Shortest notice of the call of a benefit recipient, hours (0–240;
    /// R-CNV-6: art. 21 c.6).
    call_hours_least: u32 = number(Unit::Hours, 0, 240);
    /// Longest notice of that call, hours (1–720; R-CNV-6).
    call_hours_most: u32 = number(Unit::Hours, 1, 720);
    /// Shortest notice of an ordinary convocation by letter, working days
    /// (0–60; R-CNV-7, proposal).
    notice_days_letter: u32 = number(Unit::WorkingDays, 0, 60);
    /// The same by PEC, e-mail or SMS (0–60; R-CNV-7, proposal).
    notice_days_electronic: u32 = number(Unit::WorkingDays, 0, 60);
    /// Who is convened in person in the place of the RdC (R-CNV-4, proposal).
    in_person_benefits: InPerson = Kind::Choice(InPerson::WORDS);
    /// Order of the convocation queue (R-MIA-8, proposal).
    queue_order: Queue = Kind::Choice(Queue::WORDS);
}
