//! What is known of a person, in lines: the same on the card and on the
//! screens of its parts.

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use serde::de::DeserializeOwned;

use crate::desk::query::PersonCard;
use crate::domain::activity::ActivityState;
use crate::domain::appointment::AppointmentState;
use crate::domain::conditionality::CaseState;
use crate::domain::deadline::{Consequence, Term};
use crate::domain::did::{Benefit, Did, DidState};
use crate::domain::event::{StateEvent, Subject};
use crate::domain::miattivo::MiAttivoState;
use crate::domain::pad::PadState;
use crate::domain::placement::TargetedState;
use crate::domain::psp::PspState;
use crate::domain::signing::SigningState;

use crate::tables::code_table;
use crate::ui::linear::Linear;
use crate::ui::look::{Look, width, wrap};
use crate::ui::screen::Cx;
use crate::ui::strings::facts as words;
use crate::ui::theme::Role;

/// One thing known: a label and what stands beside it.
#[derive(Clone, Debug)]
pub struct Fact {
    /// What it is; empty for a line of its own or a continuation.
    pub label: &'static str,
    /// What is known.
    pub text: String,
    /// How it is shown.
    pub role: Role,
}

impl Fact {
    /// A label and its text.
    pub fn new(label: &'static str, text: impl Into<String>) -> Self {
        Self { label, text: text.into(), role: Role::Text }
    }

    /// Shown as this role.
    #[must_use]
    pub fn role(mut self, role: Role) -> Self {
        self.role = role;
        self
    }

    /// A heading.
    #[must_use]
    pub fn head(label: &'static str) -> Self {
        Self::new(label, "").role(Role::Title)
    }

    /// A line without label.
    pub fn line(text: impl Into<String>, role: Role) -> Self {
        Self::new("", text).role(role)
    }

    /// An empty row.
    #[must_use]
    pub fn gap() -> Self {
        Self::new("", "")
    }
}

/// Draws facts from the top of `area`, labels in a column of `column` cells;
/// gives the row after the last one.
pub fn draw(frame: &mut Frame, area: Rect, column: u16, facts: &[Fact], look: &Look) -> u16 {
    let mut y = area.y;
    let buf = frame.buffer_mut();
    for fact in facts {
        if fact.role == Role::Title {
            look.put(buf, area, area.x, y, fact.label, Role::Title);
            y += 1;
            continue;
        }
        let indent = if fact.label.is_empty() { 0 } else { column };
        look.put(buf, area, area.x, y, fact.label, Role::Label);
        let room = usize::from(area.width.saturating_sub(indent));
        // Blanks that stand in columns stay when the line fits.
        let fits = usize::from(width(&fact.text)) <= room;
        // What goes on below stands under its text, not under its sign.
        let text = fact.text.trim_start();
        let lead = fact.text.len() - text.len();
        let hang = if text.starts_with('[') { lead + 4 } else { lead };
        let lines = if fits { vec![text.to_owned()] } else { wrap(text, room.saturating_sub(hang)) };
        for (place, line) in lines.iter().enumerate() {
            let blank = u16::try_from(if place == 0 { lead } else { hang }).unwrap_or_default();
            look.put(buf, area, area.x + indent + blank, y, line, fact.role);
            y += 1;
        }
        y += u16::from(lines.is_empty());
    }
    y
}

/// Tells facts one a line.
pub fn linear(out: &mut Linear, facts: &[Fact]) {
    for fact in facts {
        match (fact.role, fact.label.is_empty()) {
            (Role::Title, _) => out.head(fact.label),
            (role, true) => out.say(&fact.text, role),
            (role, false) => out.pair_as(fact.label, &fact.text, role),
        }
    }
}

/// The state of a DID and all that was declared with it.
#[must_use]
pub fn did(card: &PersonCard, did: &Did, cx: &Cx) -> Vec<Fact> {
    let today = cx.today();
    let mut facts = vec![
        Fact::new(words::DID, words::did(did.state.label(), did.date, did.state_since)),
        Fact::new(words::CHANNEL, words::channel(channel(did), &did.promoter)),
    ];
    facts.push(if did.national_id.is_empty() {
        Fact::new(words::NATIONAL_ID, words::AWAITED).role(Role::Warn)
    } else {
        Fact::new(words::NATIONAL_ID, did.national_id.clone())
    });
    if let Some(seniority) = card.seniority(today) {
        facts.push(Fact::new(words::SENIORITY, words::seniority(seniority.days, seniority.suspended)));
    }
    facts.extend(card.conservation(today).map(|said| Fact::new(words::CONSERVATION, said)));
    facts.push(Fact::new(words::BENEFIT, benefit(did)));
    if !did.inps_reference.is_empty() {
        facts.push(Fact::new(words::APPLICATION, did.inps_reference.clone()));
    }
    facts.push(Fact::new(words::DECLARES, declared(did)));
    if let (Some(notice), Some(last)) = (did.notice_date, did.last_working_day) {
        facts.push(Fact::new(words::NOTICE, words::notice(notice, last)));
    }
    if let Some(ended) = did.ended_on {
        let reason = cx.tables().loss_reasons().label_on(&did.end_reason, ended);
        facts.push(Fact::new(words::ENDED, words::ended(ended, reason)));
    }
    facts
}

fn channel(did: &Did) -> &'static str {
    let code = serde_json::to_value(did.channel).ok();
    let row = code.as_ref().and_then(|code| code_table::did_channels().get(code.as_str()?));
    row.map_or("", |row| row.label.as_str())
}

/// The benefit in words.
#[must_use]
pub fn benefit(did: &Did) -> String {
    match did.benefit {
        Benefit::None => words::NO_BENEFIT.to_owned(),
        benefit => words::benefit(benefit.label(), did.inps_date),
    }
}

fn declared(did: &Did) -> String {
    let mut said = Vec::new();
    if did.not_working {
        said.push(words::NOT_WORKING.to_owned());
    }
    if did.employee {
        said.push(words::employee(did.employee_income));
    }
    if did.self_employed {
        said.push(words::self_employed(did.self_employed_income));
    }
    if said.is_empty() { words::AT_WORK.to_owned() } else { said.join(", ") }
}

/// What is due: day, what, sum, rule. In `room` cells: on one line where they
/// fit, else on two; of the reference as much as there is room for. The first
/// `most`, and how many others there are.
#[must_use]
pub fn deadlines<'a>(
    due: impl IntoIterator<Item = &'a Term>,
    today: NaiveDate,
    room: usize,
    most: usize,
) -> Vec<Fact> {
    let due: Vec<&Term> = due.into_iter().collect();
    if due.is_empty() {
        return vec![Fact::line(words::NOTHING_DUE, Role::Disabled)];
    }
    let mut lines = Vec::new();
    for term in due.iter().take(most) {
        let left = (term.due - today).num_days();
        let role = match left {
            ..0 => Role::Error,
            0..=7 => Role::Warn,
            _ => Role::Text,
        };
        let what = words::deadline(term, left, most == usize::MAX);
        let sums = [words::sum(term), words::short_sum(term)];
        let cells = |text: &str| usize::from(width(text));
        let one_line = |sum: &String| format!("{what}  {sum}");
        let holiday = if term.holiday { words::HOLIDAY } else { "" };
        match sums.iter().map(one_line).find(|line| cells(line) + cells(holiday) <= room) {
            Some(line) => lines.push(Fact::line(format!("{line}{holiday}"), role)),
            None => {
                let [full, short] = sums;
                let sum = if cells(&full) + 2 <= room { full } else { short };
                lines.push(Fact::line(what, role));
                lines.push(Fact::line(format!("  {sum}"), Role::Label));
                if term.holiday {
                    lines.push(Fact::line(words::HOLIDAY_LINE, Role::Label));
                }
            }
        }
    }
    if due.len() > most {
        lines.push(Fact::line(words::more_due(due.len() - most), Role::Label));
    }
    lines
}

/// Everything that is due, under the heads of what follows when it is missed.
#[must_use]
pub fn all_deadlines(due: &[Term], today: NaiveDate, room: usize) -> Vec<Fact> {
    let mut lines = Vec::new();
    for consequence in Consequence::ALL {
        let these: Vec<&Term> = due.iter().filter(|term| term.consequence == consequence).collect();
        if !these.is_empty() {
            lines.push(Fact::head(words::consequence(consequence)));
            lines.extend(deadlines(these, today, room, usize::MAX));
        }
    }
    if lines.is_empty() { deadlines([], today, room, 0) } else { lines }
}

/// State changes, the latest first; of one kind of record or of all.
#[must_use]
pub fn events(events: &[StateEvent], of: Option<Subject>) -> Vec<Fact> {
    let mut shown: Vec<&StateEvent> =
        events.iter().filter(|event| of.map_or(is_told(event), |kind| event.subject_kind == kind)).collect();
    shown.sort_by_key(|event| std::cmp::Reverse((event.at, event.id)));
    if shown.is_empty() {
        return vec![Fact::line(words::NO_EVENTS, Role::Disabled)];
    }
    shown.into_iter().map(|event| Fact::line(words::event(event, &happened(event)), Role::Text)).collect()
}

/// The steps of a signature are told on PS02; here the pact tells its own.
fn is_told(event: &StateEvent) -> bool {
    event.subject_kind != Subject::Signing
}

/// What an event of the record says.
pub(in crate::ui) fn happened(event: &StateEvent) -> String {
    let state = &event.state;
    match event.subject_kind {
        Subject::Did => words::did_event(&event.event).map_or_else(
            || words::of("DID", known::<DidState>(state).map(DidState::label), state),
            str::to_owned,
        ),
        Subject::PspVersion if event.event == "copy_handed" => words::COPY_HANDED.to_owned(),
        Subject::PspVersion => words::of("PSP", known::<PspState>(state).map(PspState::label), state),
        Subject::Signing => {
            words::of(words::SIGNING, known::<SigningState>(state).map(SigningState::label), state)
        }
        Subject::Appointment => {
            use AppointmentState as A;
            let known = known::<A>(state);
            let convocation = matches!(known, Some(A::Drafted | A::Sent | A::Delivered | A::Undelivered));
            let what = if convocation { words::CONVOCATION } else { words::APPOINTMENT };
            words::of(what, known.map(A::label), state)
        }
        Subject::Activity => {
            words::of(words::ACTIVITY, known::<ActivityState>(state).map(ActivityState::label), state)
        }
        Subject::Targeted => {
            words::of(words::TARGETED, known::<TargetedState>(state).map(TargetedState::label), state)
        }
        Subject::Case => words::of(words::CASE, known::<CaseState>(state).map(CaseState::label), state),
        Subject::Employment => words::job(&event.event).to_owned(),
        Subject::MiAttivo => {
            words::of(words::MIATTIVO, known::<MiAttivoState>(state).map(MiAttivoState::label), state)
        }
        Subject::Pad => words::of("PAD", known::<PadState>(state).map(PadState::label), state),
        Subject::Document => words::document(&event.event, &event.evidence),
        Subject::Assessment => words::ASSESSMENT.to_owned(),
        Subject::Restriction => words::restriction(&event.event).to_owned(),
        Subject::Registrant => words::RECORD.to_owned(),
    }
}

pub(in crate::ui) fn known<T: DeserializeOwned>(word: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).ok()
}
