//! What is checked before something is recorded of an appointment.

use chrono::{Days, NaiveDate, NaiveDateTime};

use super::booking::{self, Notice};
use super::proof::Grade;
use super::{Appointment, AppointmentEvent, AppointmentState, Convocation, ConvocationChannel, states};
use crate::domain::finding::{Finding, Level, Rule, rule};
use crate::domain::machine;
use crate::domain::office::Role;
use crate::domain::psp::rows::check_text;

const fn block(id: &'static str, text: &'static str) -> Rule {
    rule(id, Level::Block, "stati dell'appuntamento", text)
}
const PROOF: &str = "delibera ANPAL 54/2019; DM 174/2024 art. 3";

/// The machine does not allow it.
pub const NO_STEP: Rule = block("R-AGE-10", "L'appuntamento è in stato «{}»: qui non è possibile.");
/// Held tomorrow.
pub const HELD_EARLY: Rule = block("R-AGE-11", "L'appuntamento è del {}: non può essere già svolto.");
/// Absent before the hour.
pub const ABSENT_EARLY: Rule = block("R-AGE-12", "L'assenza si segna dopo l'ora dell'appuntamento, le {}.");
/// Not over yet.
pub const NOT_OVER: Rule = block("R-AGE-13", "L'appuntamento finisce il {}: non è ancora da chiudere.");
/// A reason is wanted.
pub const REASON: Rule = block("R-AGE-14", "Manca il motivo.");
/// What a convocation leaves behind.
pub const SENT_HOW: Rule = rule(
    "R-CNV-12",
    Level::Block,
    "delibera ANPAL 54/2019",
    "Della convocazione si registrano canale e indirizzo usato.",
);
/// Told when sending.
pub const ONLY_REMINDER: Rule =
    rule("R-CNV-10", Level::Show, PROOF, "Questo canale vale come promemoria, non come prova.");
/// Moved after the hour.
pub const MOVED_LATE: Rule = rule(
    "R-CNV-15",
    Level::Block,
    "spostamento chiesto prima dell'ora",
    "L'ora è passata: non è uno spostamento. Segnare com'è andata.",
);
/// Why it is moved.
pub const MOVED_WHY: Rule = rule(
    "R-CNV-15",
    Level::Block,
    "spostamento chiesto prima dell'ora",
    "Manca il motivo dello spostamento.",
);
/// Which reason.
pub const JUSTIFIED_WHY: Rule = rule(
    "R-JUS-1",
    Level::Block,
    "nota MLPS 39/3374 del 4/3/2016",
    "Manca il motivo che giustifica l'assenza (senza diagnosi).",
);
/// Justified late.
pub const JUSTIFIED_LATE: Rule = rule(
    "R-JUS-2",
    Level::Warn,
    "nota MLPS 39/3374 del 4/3/2016",
    "Il motivo andava comunicato entro il {}: scrivere perché si accoglie lo stesso.",
);
/// Decided before the term for the reason is over.
pub const TERM_RUNS: Rule = rule(
    "R-SAN-3",
    Level::Warn,
    "delibera ANPAL 54/2019",
    "La persona può giustificarsi fino al {}. Se un motivo c'è già e si respinge scriverlo, se no attendere.",
);
/// It came when it could no longer be heeded.
pub const CAME_LATE: Rule = rule(
    "R-CNV-9",
    Level::Block,
    PROOF,
    "Arrivata il {}, dopo l'appuntamento del {}, non lo prova. Se è arrivata prima scrivere il giorno, se no segnare «non consegnata».",
);
/// It came before it was sent, or tomorrow.
pub const CAME_WHEN: Rule = rule(
    "R-CNV-12",
    Level::Block,
    "delibera ANPAL 54/2019",
    "La consegna non può essere del {}: è prima dell'invio o dopo oggi.",
);
/// Agreed by word of mouth, and no pact signed by then.
pub const NO_PACT_THEN: Rule = rule(
    "R-CNV-9",
    Level::Show,
    PROOF,
    "Concordare l'appuntamento lo prova solo a chi ha firmato il patto: qui manca. Non è un'assenza, si convoca di nuovo.",
);
/// Decision without grounds.
pub const UNJUSTIFIED_WHY: Rule =
    rule("R-SAN-9", Level::Block, "L. 241/1990 art. 3", "Manca la motivazione della decisione.");

/// What is recorded, and what the archive knows of it.
#[derive(Clone, Copy, Debug)]
pub struct HappenedFacts<'a> {
    /// The appointment.
    pub appointment: &'a Appointment,
    /// What happened.
    pub event: AppointmentEvent,
    /// Channel, with `sent`.
    pub channel: Option<ConvocationChannel>,
    /// Address, with `sent`.
    pub address: &'a str,
    /// The operator says there is proof, with `delivered`.
    pub proved: bool,
    /// The day it reached the person, with `delivered`; left out, today.
    pub on: Option<NaiveDate>,
    /// What who gives the command may do.
    pub role: Role,
    /// Had the person signed a pact by the hour of the appointment?
    pub pact_signed: bool,
    /// Days to justify an absence (R-JUS-2).
    pub justify_days: u32,
    /// Reason, minutes waited, outcome.
    pub note: &'a str,
    /// How far the convocation is proved: the one that goes out, with `sent`,
    /// else the one that went out.
    pub grade: &'a Grade,
    /// What it says, with `sent`.
    pub convocation: Option<&'a Convocation>,
    /// The notice given, with `sent`.
    pub notice: Notice,
    /// Now.
    pub now: NaiveDateTime,
}

/// The appointment as it is after the event, with what the rules say.
///
/// # Errors
/// What refuses it; warnings are judged by the caller.
pub fn happened(facts: &HappenedFacts<'_>) -> Result<(Appointment, Vec<Finding>), Vec<Finding>> {
    let before = facts.appointment;
    // What was agreed by word of mouth is proved by the pact in which it was (R-CNV-9).
    let agreed = before.channel == Some(ConvocationChannel::InPersonAgreed);
    let proved = if agreed { facts.pact_signed } else { before.proved };
    let Some(state) = states::next(before.state, facts.event, proved) else {
        return Err(vec![NO_STEP.at("event").with(before.state.label())]);
    };
    let step = machine::step_on(states::TABLE, before.state, facts.event);
    if let Some(denied) = step.and_then(|step| step.denied_to(facts.role, facts.event.label())) {
        return Err(vec![denied]);
    }
    let mut found = guards(facts);
    check_text("note", facts.note, 4000, &mut found);
    check_text("address", facts.address, 200, &mut found);
    let mut after = Appointment { state, ..before.clone() };
    if !facts.note.trim().is_empty() {
        facts.note.trim().clone_into(&mut after.outcome_note);
    }
    match facts.event {
        AppointmentEvent::Agreed => {
            after.channel = Some(ConvocationChannel::InPersonAgreed);
            after.proved = facts.pact_signed;
        }
        AppointmentEvent::Absent => {
            after.proved = proved;
            found.extend((agreed && !proved).then(|| NO_PACT_THEN.at("event")));
        }
        AppointmentEvent::Sent => {
            after.channel = facts.channel;
            facts.address.trim().clone_into(&mut after.address_used);
            after.sent_at = Some(facts.now);
            after.proved = false;
            after.convocation = facts.convocation.cloned();
        }
        AppointmentEvent::Delivered => {
            match facts.grade {
                Grade::ByItself => after.proved = true,
                Grade::WithReceipt => after.proved = facts.proved,
                Grade::Attested(why) => {
                    after.proved = facts.proved;
                    found.extend(facts.proved.then(|| why.clone()));
                }
                Grade::Reminder(why) => {
                    after.proved = false;
                    found.extend(facts.proved.then(|| why.clone()));
                }
            }
            // A letter that came after the day asked nothing of anybody.
            let (came, asked) = (facts.came(), before.start.date());
            if after.proved && came > asked && came <= facts.now.date() {
                let days = [came, asked].map(|day| day.format("%d/%m/%Y"));
                found.push(days.into_iter().fold(CAME_LATE.at("on"), Finding::with));
            }
        }
        AppointmentEvent::Redrafted => {
            // A new slot or channel: the old proof is of the old convocation.
            (after.channel, after.sent_at, after.proved) = (None, None, false);
            after.address_used.clear();
            after.convocation = None;
        }
        _ => {}
    }
    if found.iter().any(|f| f.level == Level::Block) { Err(found) } else { Ok((after, found)) }
}

impl HappenedFacts<'_> {
    /// The day the convocation reached the person.
    #[must_use]
    pub fn came(&self) -> NaiveDate {
        self.on.unwrap_or(self.now.date())
    }

    /// The last day on which an absence is justified in time (R-JUS-2).
    fn justify_by(&self) -> NaiveDate {
        let day = self.appointment.start.date();
        day.checked_add_days(Days::new(self.justify_days.into())).unwrap_or(day)
    }
}

fn guards(facts: &HappenedFacts<'_>) -> Vec<Finding> {
    use AppointmentEvent as E;
    let (before, now) = (facts.appointment, facts.now);
    let unsaid = facts.note.trim().is_empty();
    let mut found = Vec::new();
    let mut when = |wrong: bool, finding: Finding| {
        if wrong {
            found.push(finding);
        }
    };
    let day = before.start.format("%d/%m/%Y");
    let past = before.start.format("%d/%m/%Y %H:%M");
    match facts.event {
        E::Held => when(now.date() < before.start.date(), HELD_EARLY.at("event").with(day)),
        E::Absent => when(now <= before.start, ABSENT_EARLY.at("event").with(before.start.format("%H:%M"))),
        E::Overdue => {
            when(now < before.end(), NOT_OVER.at("event").with(before.end().format("%d/%m/%Y %H:%M")));
        }
        E::Sent => {
            when(facts.channel.is_none(), SENT_HOW.at("channel"));
            when(facts.address.trim().is_empty(), SENT_HOW.at("address"));
            when(now >= before.start, booking::PAST.at("event").with(past));
            let reminder = facts.channel.is_some() && facts.grade.is_reminder();
            when(reminder, ONLY_REMINDER.at("channel"));
            if now < before.start {
                found.extend(facts.notice.check("channel", before.start, now));
            }
        }
        E::Redrafted => when(now >= before.start, booking::PAST.at("event").with(past)),
        E::Moved => {
            let late = now >= before.start && before.state != AppointmentState::ToBeClosed;
            when(late, MOVED_LATE.at("event"));
            when(unsaid, MOVED_WHY.at("note"));
        }
        E::Cancelled | E::Reconvened => when(unsaid, REASON.at("note")),
        E::Justified => {
            let last = facts.justify_by();
            when(unsaid, JUSTIFIED_WHY.at("note"));
            when(now.date() > last, JUSTIFIED_LATE.at("event").with(last.format("%d/%m/%Y")));
        }
        E::Unjustified => {
            let last = facts.justify_by();
            when(unsaid, UNJUSTIFIED_WHY.at("note"));
            when(now.date() <= last, TERM_RUNS.at("event").with(last.format("%d/%m/%Y")));
        }
        // What is agreed or chosen after the hour proves nothing of before.
        E::Agreed | E::OptionChosen => when(now >= before.start, booking::PAST.at("event").with(past)),
        E::Delivered => {
            let (came, sent) = (facts.came(), before.sent_at.map(|at| at.date()));
            let odd = came > now.date() || sent.is_some_and(|sent| came < sent);
            when(odd, CAME_WHEN.at("on").with(came.format("%d/%m/%Y")));
        }
        E::Undelivered => {}
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::appointment::proof::{ATTESTED, REMINDER};
    use crate::domain::parameters::Parameters;

    fn at(day: u32, hour: u32) -> NaiveDateTime {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap().and_hms_opt(hour, 0, 0).unwrap()
    }

    /// Proof after a delivery the operator calls proved, and one they do not;
    /// `None` when it is refused.
    fn proved(grade: &Grade, says: bool) -> Option<bool> {
        let appointment =
            Appointment { start: at(30, 10), state: AppointmentState::Sent, ..Appointment::default() };
        let facts = HappenedFacts {
            appointment: &appointment,
            event: AppointmentEvent::Delivered,
            channel: None,
            address: "",
            proved: says,
            role: Role::Operator,
            on: None,
            pact_signed: false,
            justify_days: 1,
            note: "",
            grade,
            convocation: None,
            notice: Notice {
                insurance: false,
                working_days: 5,
                terms: Parameters::usual().convocation,
                channel: None,
            },
            now: at(24, 9),
        };
        happened(&facts).ok().map(|(after, _)| after.proved)
    }

    #[test]
    fn what_proves_a_convocation() {
        let reminder = Grade::Reminder(REMINDER.at("proved"));
        let attested = Grade::Attested(ATTESTED.at("proved"));
        assert_eq!(
            (proved(&Grade::ByItself, false), proved(&Grade::ByItself, true)),
            (Some(true), Some(true))
        );
        let receipt = Grade::WithReceipt;
        assert_eq!((proved(&receipt, true), proved(&receipt, false)), (Some(true), Some(false)));
        assert_eq!((proved(&attested, true), proved(&attested, false)), (Some(true), Some(false)));
        assert_eq!((proved(&reminder, true), proved(&reminder, false)), (None, Some(false)));
    }
}
