//! The short form that gives appointments to other operators: one, or all of
//! a day when somebody is absent.

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;

use crate::desk::command::{AppointmentReassign, Assignment, Command};
use crate::desk::query::{AgendaRow, Booked, OfficeDay};
use crate::domain::finding::Finding;
use crate::domain::ids::OperatorId;
use crate::domain::office::Operator;
use crate::ui::form::{Form, Item, Source, Spec, choice, radio, text};
use crate::ui::look::Look;
use crate::ui::screens::agenda::day::booked;
use crate::ui::screens::common;
use crate::ui::strings::agenda::{self as words, REACH, help};
use crate::ui::theme::Role;

/// Rows of the form, the list of what goes where below it.
pub const ROWS: u16 = 3;
/// Whoever is free at the hour.
const ANYBODY: &str = "anybody";

/// What may be reassigned, and who could take it.
pub struct Plan {
    /// The appointment under the pointer, if it is still open.
    one: Option<AgendaRow>,
    /// Whose it is, with the day.
    title: String,
    /// Which day.
    day: NaiveDate,
    /// Who is still to be received on that day.
    whole_day: Vec<AgendaRow>,
    /// Who is free for each, the lightest day first.
    cover: Vec<Assignment>,
    /// Who else receives, and whether they are away.
    others: Vec<(Operator, bool)>,
    /// Is who received away for the whole day?
    away: bool,
}

/// An appointment with who would receive; nobody is free for some.
type Handover<'a> = (&'a AgendaRow, Option<OperatorId>);

impl Plan {
    /// From the day; `None` when there is nothing to give.
    #[must_use]
    pub fn new(one: Option<AgendaRow>, day: &OfficeDay, whose: OperatorId) -> Option<Self> {
        let operators = &day.board.operators;
        let from = operators.iter().find(|made| made.operator.id == whose)?;
        let waits = |booked: &&Booked| booked.row.appointment.state.is_open() && !booked.unclosed;
        let rows = from.cells.iter().filter_map(booked).filter(waits).map(|booked| booked.row.clone());
        let whole_day: Vec<AgendaRow> = rows.collect();
        let still =
            |row: &AgendaRow| whole_day.iter().any(|other| other.appointment.id == row.appointment.id);
        let others = operators.iter().filter(|made| made.operator.id != whose && made.operator.works());
        let plan = Self {
            one: one.filter(still),
            title: words::reassign_title(&from.operator.short_name(), &common::long_date(day.board.day)),
            day: day.board.day,
            cover: day.cover(whose),
            others: others.map(|made| (made.operator.clone(), made.away)).collect(),
            away: from.away,
            whole_day,
        };
        (!plan.whole_day.is_empty()).then_some(plan)
    }

    /// Who goes to whom, as the form says now.
    fn handovers(&self, form: &Form) -> Vec<Handover<'_>> {
        let values = form.values();
        let rows: Vec<&AgendaRow> = match &self.one {
            Some(row) if values.is("reach", "one") => vec![row],
            _ => self.whole_day.iter().collect(),
        };
        let to = values.raw("to");
        let named =
            self.others.iter().find(|(other, _)| other.id.to_string() == to).map(|(other, _)| other.id);
        let free = |row: &AgendaRow| {
            let mine = |given: &&Assignment| given.appointment == row.appointment.id;
            self.cover.iter().find(mine).map(|given| given.operator).filter(|_| to == ANYBODY)
        };
        rows.into_iter().map(|row| (row, named.or_else(|| free(row)))).collect()
    }

    /// The appointment it began with.
    #[must_use]
    pub fn one(&self) -> Option<&AgendaRow> {
        self.one.as_ref()
    }

    /// The day given away.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        self.day
    }

    /// Its title.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// What was done, in words.
    #[must_use]
    pub fn said(&self, form: &Form) -> String {
        let handovers = self.handovers(form);
        let mut counts: Vec<(String, usize)> = Vec::new();
        for to in handovers.iter().filter_map(|(_, to)| *to) {
            let name =
                self.others.iter().find(|(other, _)| other.id == to).map(|(other, _)| other.short_name());
            let name = name.unwrap_or_default();
            match counts.iter_mut().find(|(known, _)| *known == name) {
                Some((_, count)) => *count += 1,
                None => counts.push((name, 1)),
            }
        }
        words::reassigned(&counts, handovers.iter().filter(|(_, to)| to.is_none()).count())
    }

    /// Draws who goes to whom.
    pub fn draw(&self, form: &Form, frame: &mut Frame, area: Rect, look: &Look) {
        let handovers = self.handovers(form);
        let buf = frame.buffer_mut();
        let rows = usize::from(area.height);
        let shown = if handovers.len() > rows { rows.saturating_sub(1) } else { rows };
        for (y, (row, to)) in (area.y..area.bottom()).zip(handovers.iter().take(shown)) {
            let start = common::hour(row.appointment.start.time());
            let x = look.put(buf, area, area.x + 1, y, &format!("{start}  {}", row.person), Role::Text);
            let to = to.and_then(|to| self.others.iter().find(|(other, _)| other.id == to));
            match to {
                Some((other, _)) => {
                    look.put(buf, area, x + 2, y, &words::goes_to(&other.short_name()), Role::Label)
                }
                None => look.put(buf, area, x + 2, y, words::NOBODY_FREE, Role::Warn),
            };
        }
        if handovers.len() > shown && area.height > 0 {
            let more = words::and_more(handovers.len() - shown);
            look.put(buf, area, area.x + 1, area.bottom() - 1, &more, Role::Label);
        }
    }
}

/// The form.
#[must_use]
pub fn form(plan: &Plan, today: NaiveDate) -> Form {
    let spec = Spec::new()
        .row([radio("reach", "Che cosa", REACH).help(help::REACH)])
        .row([choice("to", "A chi", Source::Given)
            .need()
            .width(30)
            .help(help::REASSIGN_TO)
            .rules(&["R-AGE-4"])])
        .row([text("reason", "Motivo")
            .need()
            .limit(4000)
            .grow()
            .help(help::REASSIGN_WHY)
            .rules(&["R-AGE-14"])]);
    let mut form = Form::new(spec, today);
    let mut items = vec![Item::new(ANYBODY, words::ANYBODY)];
    items.extend(plan.others.iter().map(|(other, away)| {
        let away = if *away { words::IS_AWAY } else { "" };
        Item::new(other.id.to_string(), format!("{}{away}", other.short_name()))
    }));
    form.give("to", items);
    form.put("reach", if plan.one.is_some() && !plan.away { "one" } else { "day" });
    form.put("to", ANYBODY);
    if plan.one.is_none() {
        form.enable("reach", false);
    }
    form.accept();
    form
}

/// What the form says, as a command: those nobody is free for stay.
#[must_use]
pub fn command(form: &Form, plan: &Plan) -> Command {
    let assignments = plan
        .handovers(form)
        .into_iter()
        .filter_map(|(row, to)| Some(Assignment { appointment: row.appointment.id, operator: to? }));
    Command::AppointmentReassign(AppointmentReassign {
        assignments: assignments.collect(),
        reason: form.values().text_or_empty("reason"),
    })
}

/// What is said of one assignment is said of the choice that made it.
pub fn rename(findings: &mut [Finding]) {
    for finding in findings {
        if finding.field.as_ref().is_some_and(|field| field.starts_with("assignments")) {
            finding.field = Some("to".into());
        }
    }
}
