//! The appointments of some days as events of a calendar that others keep:
//! one event for an appointment however often it is moved.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::agenda::{AgendaRow, with_names};
use crate::domain::appointment::{Appointment, AppointmentState};
use crate::domain::ids::{AppointmentId, OperatorId};
use crate::fault::Result;
use crate::store::Read;

/// Moves followed, against a chain that two desks closed into a ring.
const MOST_MOVES: usize = 100;

/// An appointment as others' calendars know it.
#[derive(Clone, Debug, PartialEq)]
pub struct CalendarEvent {
    /// The first appointment of its moves: the same for all of them.
    pub first: AppointmentId,
    /// How often it changed: it only grows.
    pub sequence: usize,
    /// It no longer takes place, or not with these operators.
    pub cancelled: bool,
    /// Where it stands now.
    pub row: AgendaRow,
}

/// Reads the events of some days (both included), of one operator or all. An
/// appointment that was moved away comes with its new day, so that who had
/// it in a calendar sees it move.
///
/// # Errors
/// When the file cannot be read.
pub(super) fn read(
    read: &Read<'_>,
    from: NaiveDate,
    to: NaiveDate,
    operator: Option<OperatorId>,
) -> Result<Vec<CalendarEvent>> {
    let operators = read.operators()?;
    let mut seen = HashSet::new();
    let mut events = Vec::new();
    for appointment in read.appointments_between(from, to, operator)? {
        let chain = chain(read, appointment)?;
        let Some((first, last)) = chain.first().zip(chain.last()) else { continue };
        if !seen.insert(first.id) {
            continue;
        }
        let changes = read.events_of(last.registrant)?;
        let sequence = changes.iter().filter(|e| chain.iter().any(|a| a.id.0 == e.subject)).count();
        use AppointmentState as S;
        let gone = matches!(last.state, S::Cancelled | S::Moved | S::ToConvene);
        let elsewhere = operator.is_some_and(|wanted| wanted != last.operator);
        let first = first.id;
        for row in with_names(read, &operators, vec![last.clone()])? {
            // The first change is its making.
            let sequence = sequence.saturating_sub(1);
            events.push(CalendarEvent { first, sequence, cancelled: gone || elsewhere, row });
        }
    }
    Ok(events)
}

/// All the appointments one was moved from and to, in order.
fn chain(read: &Read<'_>, appointment: Appointment) -> Result<Vec<Appointment>> {
    let mut chain = std::collections::VecDeque::from([appointment]);
    while let Some(before) = chain.front().and_then(|a| a.moved_from)
        && chain.len() < MOST_MOVES
    {
        chain.push_front(read.need(before.0)?);
    }
    while let Some(after) = chain.back().and_then(|a| a.moved_to)
        && chain.len() < MOST_MOVES
    {
        chain.push_back(read.need(after.0)?);
    }
    Ok(chain.into())
}
