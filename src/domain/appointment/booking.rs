//! What is checked before an appointment is booked (R-CNV).
//!
//! Numbers R-AGE are the program's own: the agenda of the office.

use chrono::{Datelike, NaiveDateTime, TimeDelta};

use super::convocation::IN_PERSON;
use super::{Appointment, AppointmentForm, ConvocationChannel, Mode};
use crate::domain::calendar::{Calendar, Span};
use crate::domain::finding::{Finding, Level, Rule, rule};
use crate::domain::office::Operator;
use crate::domain::parameters::Convocation;
use crate::domain::psp::rows::check_text;

const fn block(id: &'static str, text: &'static str) -> Rule {
    rule(id, Level::Block, "agenda dell'ufficio", text)
}
const fn convocation(id: &'static str, level: Level, text: &'static str) -> Rule {
    rule(id, level, "contenuto della convocazione (Lombardia 2022)", text)
}

/// Who receives.
pub const OPERATOR: Rule = convocation("R-CNV-1", Level::Block, "Manca l'operatore che riceve la persona.");
/// When.
pub const START: Rule = convocation("R-CNV-1", Level::Block, "Mancano il giorno o l'ora.");
/// Where, in person.
pub const PLACE: Rule = convocation("R-CNV-3", Level::Block, "Manca il luogo: stanza o indirizzo.");
/// With what, by video.
pub const PLATFORM: Rule =
    convocation("R-CNV-3", Level::Block, "Per il video servono la piattaforma e il collegamento.");
/// Remote is agreed.
pub const REMOTE_AGREED: Rule = convocation(
    "R-CNV-5",
    Level::Block,
    "A distanza solo d'accordo con la persona: segnare che è concordato, o scrivere l'accordo in nota.",
);
/// Telephone.
pub const BY_PHONE: Rule = rule(
    "R-DID-6",
    Level::Block,
    "erogazione a distanza (Lombardia 2022)",
    "Per telefono si danno solo informazioni, contatti ordinari e supporto alla DID: per questo servizio il video.",
);
/// Recipients, under 24 hours.
pub const NOTICE_24: Rule = rule(
    "R-CNV-6",
    Level::Warn,
    "D.Lgs. 150/2015 art. 21 c.6",
    "Per chi ha NASpI o DIS-COLL il preavviso è di almeno {} ore: mancano {} ore.",
);
/// Recipients, over 72 hours.
pub const NOTICE_72: Rule = rule(
    "R-CNV-6",
    Level::Show,
    "D.Lgs. 150/2015 art. 21 c.6",
    "Oltre {} ore: non vale come chiamata dell'art. 21 c.6, ma come convocazione ordinaria.",
);
/// Agreed by word of mouth, and no pact.
pub const AGREED_NO_PACT: Rule = rule(
    "R-CNV-9",
    Level::Show,
    "delibera ANPAL 54/2019",
    "Senza un patto l'accordo vale come promemoria, non prova la convocazione: se serve la prova togliere «concordato» e spedirla.",
);
/// Ordinary convocation, short notice.
pub const NOTICE_DAYS: Rule = rule(
    "R-CNV-7",
    Level::Warn,
    "preavviso ordinario, parametro dell'ufficio",
    "Preavviso di {} giorni lavorativi: di norma almeno {}.",
);

/// In the past.
pub const PAST: Rule = block("R-AGE-1", "L'ora {} è già passata.");
/// Sunday or holiday.
pub const HOLIDAY: Rule =
    rule("R-AGE-2", Level::Warn, "agenda dell'ufficio", "Il {} l'ufficio è chiuso: {}.");
/// Minutes out of range.
pub const MINUTES: Rule = block("R-AGE-3", "La durata va da 5 a 480 minuti.");
/// The operator has another.
pub const OPERATOR_BUSY: Rule = block("R-AGE-4", "L'operatore ha già un appuntamento dalle {} alle {}.");
/// The person has another.
pub const PERSON_BUSY: Rule = rule(
    "R-AGE-5",
    Level::Warn,
    "agenda dell'ufficio",
    "La persona ha già un appuntamento dalle {} alle {}.",
);
/// Service not in the table.
pub const SERVICE: Rule = block("R-AGE-6", "«{}» non è un servizio dell'elenco (F4).");
/// A version of somebody else.
pub const OTHER_PSP: Rule = block("R-AGE-7", "Il patto indicato non è di questa persona.");

/// Years ahead.
pub const FAR: Rule = block("R-AGE-8", "La data {} è troppo lontana: si prenota al più a cinque anni.");

/// When the office receives nobody.
pub const OUTSIDE: Rule = rule(
    "R-AGE-9",
    Level::Warn,
    "orario dell'ufficio",
    "Fuori orario, dalle {} alle {}: quel giorno l'ufficio riceve {}.",
);
/// The operator works here no more.
pub const LEFT: Rule = block("R-AGE-19", "{} non lavora più in ufficio: scegliere un altro operatore.");
/// The operator is not there.
pub const AWAY: Rule = rule(
    "R-AGE-18",
    Level::Warn,
    "orario dell'ufficio",
    "A quell'ora l'operatore è segnato assente, fino al {}.",
);

/// Services that may be given by telephone alone: DID support, and what is
/// outside the scope of R-REM-1.
const PHONE: [&str; 4] = ["did", "accoglienza", "contatto_ordinario", "conferma_90_giorni"];

/// What tables and archive know; asked outside, so that rules stay pure.
#[derive(Clone, Copy, Debug)]
pub struct BookFacts<'a> {
    /// What is entered, the minutes of the service filled in.
    pub form: &'a AppointmentForm,
    /// Who receives, one of the office.
    pub operator: Option<&'a Operator>,
    /// Is the service in its table?
    pub service_known: bool,
    /// Is the version named of this person?
    pub psp_fits: bool,
    /// Has the person a pact, made or being made (R-CNV-9)?
    pub pact: bool,
    /// When the office receives.
    pub calendar: &'a Calendar,
    /// Does the person have NASpI or DIS-COLL?
    pub insurance: bool,
    /// The benefit for which one is convened in person, by name (R-CNV-4).
    pub in_person_for: Option<&'static str>,
    /// Working days from today, excluded, to the day, included.
    pub working_days: u32,
    /// The notices that hold today.
    pub terms: Convocation,
    /// Other open appointments of that day, of the operator.
    pub of_operator: &'a [Appointment],
    /// Other open appointments of the person.
    pub of_person: &'a [Appointment],
    /// Now.
    pub now: NaiveDateTime,
}

/// Everything the rules say about a booking.
#[must_use]
pub fn check(facts: &BookFacts<'_>) -> Vec<Finding> {
    let form = facts.form;
    let mut found = Vec::new();
    match facts.operator {
        None => found.push(OPERATOR.at("appointment.operator")),
        Some(who) if !who.works() => found.push(LEFT.at("appointment.operator").with(who.short_name())),
        Some(_) => {}
    }
    if !facts.service_known {
        found.push(SERVICE.at("appointment.service").with(&form.service));
    }
    where_and_how(form, &mut found);
    if let (Mode::Video, false, Some(benefit)) = (form.mode, form.agreed_in_person, facts.in_person_for) {
        found.push(IN_PERSON.at("appointment.mode").with(benefit));
    }
    if form.agreed_in_person && !facts.pact {
        found.push(AGREED_NO_PACT.at("appointment.agreed_in_person"));
    }
    if !facts.psp_fits {
        found.push(OTHER_PSP.at("appointment.psp_version"));
    }
    let minutes = form.minutes.filter(|m| (5..=480).contains(m));
    if minutes.is_none() {
        found.push(MINUTES.at("appointment.minutes"));
    }
    match form.start {
        None => found.push(START.at("appointment.start")),
        Some(start) => when(facts, start, minutes.unwrap_or(5), &mut found),
    }
    check_text("appointment.place", &form.place, 200, &mut found);
    check_text("appointment.link", &form.link, 400, &mut found);
    check_text("appointment.note", &form.note, 4000, &mut found);
    found
}

fn where_and_how(form: &AppointmentForm, found: &mut Vec<Finding>) {
    let empty = |text: &str| text.trim().is_empty();
    match form.mode {
        Mode::InPerson if empty(&form.place) => found.push(PLACE.at("appointment.place")),
        Mode::Video if empty(&form.place) => found.push(PLATFORM.at("appointment.place")),
        Mode::Video if empty(&form.link) => found.push(PLATFORM.at("appointment.link")),
        Mode::Phone if !PHONE.contains(&form.service.as_str()) => {
            found.push(BY_PHONE.at("appointment.mode"));
        }
        Mode::InPerson | Mode::Video | Mode::Phone => {}
    }
    if form.mode != Mode::InPerson && !form.agreed_in_person && empty(&form.note) {
        found.push(REMOTE_AGREED.at("appointment.note"));
    }
}

fn when(facts: &BookFacts<'_>, start: NaiveDateTime, minutes: u32, found: &mut Vec<Finding>) {
    if start < facts.now {
        found.push(PAST.at("appointment.start").with(start.format("%d/%m/%Y %H:%M")));
        return;
    }
    if start.year() > facts.now.year() + 5 {
        found.push(FAR.at("appointment.start").with(start.format("%d/%m/%Y")));
        return;
    }
    let end = start + TimeDelta::minutes(i64::from(minutes));
    found.extend(opening(facts, start, end));
    let overlaps = |other: &&Appointment| other.state.is_open() && other.start < end && start < other.end();
    let hours = |rule: Rule, other: &Appointment| {
        rule.at("appointment.start").with(other.start.format("%H:%M")).with(other.end().format("%H:%M"))
    };
    found.extend(facts.of_operator.iter().find(overlaps).map(|other| hours(OPERATOR_BUSY, other)));
    found.extend(facts.of_person.iter().find(overlaps).map(|other| hours(PERSON_BUSY, other)));
    // Agreed face to face there is nothing to give notice of (R-CNV-9).
    if !facts.form.agreed_in_person {
        let notice = Notice {
            insurance: facts.insurance,
            working_days: facts.working_days,
            terms: facts.terms,
            channel: None,
        };
        found.extend(notice.check("appointment.start", start, facts.now));
    }
}

/// Does the office, and the operator, receive at that time?
fn opening(facts: &BookFacts<'_>, start: NaiveDateTime, end: NaiveDateTime) -> Vec<Finding> {
    let (calendar, day) = (facts.calendar, start.date());
    let mut found = Vec::new();
    let spans = calendar.spans(day);
    let inside = |span: &Span| day.and_time(span.from) <= start && end <= day.and_time(span.to);
    if let Some(why) = calendar.closed(day) {
        found.push(HOLIDAY.at("appointment.start").with(start.format("%d/%m/%Y")).with(why));
    } else if !spans.iter().any(inside) {
        let span = |s: &Span| format!("{}-{}", s.from.format("%H:%M"), s.to.format("%H:%M"));
        let hours: Vec<String> = spans.iter().map(span).collect();
        let finding = OUTSIDE.at("appointment.start").with(start.format("%H:%M")).with(end.format("%H:%M"));
        found.push(finding.with(hours.join(", ")));
    }
    if let Some(absence) = calendar.absence(facts.form.operator, start, end) {
        found.push(AWAY.at("appointment.start").with(absence.to.format("%d/%m/%Y %H:%M")));
    }
    found
}

/// The notice a convocation gives.
#[derive(Clone, Copy, Debug)]
pub struct Notice {
    /// Does the person have NASpI or DIS-COLL? Then hours count (R-CNV-6).
    pub insurance: bool,
    /// Working days from today, excluded, to the day, included.
    pub working_days: u32,
    /// The notices that hold on the day it is sent.
    pub terms: Convocation,
    /// The channel, once it is sent; before that the shortest term.
    pub channel: Option<ConvocationChannel>,
}

impl Notice {
    /// R-CNV-6 for the call of a recipient; R-CNV-7 for all others, and for
    /// what is announced too early to be such a call.
    #[must_use]
    pub fn check(&self, field: &'static str, start: NaiveDateTime, now: NaiveDateTime) -> Vec<Finding> {
        let left = start - now;
        let mut found = Vec::new();
        if self.insurance {
            let (least, most) = (self.terms.call_hours_least, self.terms.call_hours_most);
            if left < TimeDelta::hours(least.into()) {
                return vec![NOTICE_24.at(field).with(least).with(left.num_hours())];
            }
            if left <= TimeDelta::hours(most.into()) {
                return found;
            }
            found.push(NOTICE_72.at(field).with(most));
        }
        let least = match self.channel {
            Some(ConvocationChannel::RegisteredLetter | ConvocationChannel::RegisteredByHand) => {
                self.terms.notice_days_letter
            }
            _ => self.terms.notice_days_electronic,
        };
        if self.working_days < least {
            found.push(NOTICE_DAYS.at(field).with(self.working_days).with(least));
        }
        found
    }
}
