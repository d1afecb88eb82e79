//! The days of a DID, each counted or suspended: what its state changes say,
//! also when one of them was written down late.
//!
//! Every change counts from its day on, whatever was written before; the act
//! that settles a period of the past (R-STA-4) counts for its days only. So
//! the order in which things were learned decides, and nothing is rewritten.

use chrono::NaiveDate;

use super::{Did, DidEvent};
use crate::domain::event::StateEvent;

/// First day of a period settled as suspended; [`PERIOD_END`] follows.
pub const PERIOD_SUSPENDED: &str = "period_suspended";
/// First day of a period settled as counted; [`PERIOD_END`] follows.
pub const PERIOD_COUNTED: &str = "period_counted";
/// Last day of a settled period.
pub const PERIOD_END: &str = "period_end";

/// A stretch of days. Neighbours are not joined: two suspensions for two jobs
/// stay two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First day.
    pub from: NaiveDate,
    /// Last day; `None` while it goes on.
    pub to: Option<NaiveDate>,
    /// Suspended, or counted?
    pub suspended: bool,
}

impl std::fmt::Display for Span {
    /// `dal 10/04/2026 al 19/04/2026 (10 gg)`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let from = super::italian(self.from);
        match self.to {
            None => write!(f, "dal {from}"),
            Some(to) if to == self.from => write!(f, "il {from} (1 gg)"),
            Some(to) => {
                let days = (to - self.from).num_days() + 1;
                write!(f, "dal {from} al {} ({days} gg)", super::italian(to))
            }
        }
    }
}

/// The days of a DID from the first of the status, as its changes say; to the
/// day before its end when it has one. Empty for a DID that ended before it
/// began to count.
#[must_use]
pub fn of(did: &Did, events: &[StateEvent]) -> Vec<Span> {
    let start = did.starts_on();
    let mut spans = vec![Span { from: start, to: None, suspended: false }];
    let mut period: Option<(NaiveDate, bool)> = None;
    for event in super::happen::of_did(did, events) {
        let on = event.on_date;
        let whole = |suspended| Span { from: on, to: None, suspended };
        match event.event.as_str() {
            PERIOD_SUSPENDED => period = Some((on, true)),
            PERIOD_COUNTED => period = Some((on, false)),
            PERIOD_END => {
                if let Some((from, suspended)) = period.take() {
                    paint(&mut spans, Span { from, to: Some(on), suspended });
                }
            }
            word if word == DidEvent::Suspended.word() || word == DidEvent::NextJob.word() => {
                paint(&mut spans, whole(true));
            }
            word if word == DidEvent::Resumed.word() || word == DidEvent::IncomeReviewed.word() => {
                paint(&mut spans, whole(false));
            }
            _ => {}
        }
    }
    let last = did.ended_on.and_then(|end| end.pred_opt());
    spans.into_iter().filter_map(|span| clip(span, start, last)).collect()
}

/// Puts a span over those there are.
fn paint(spans: &mut Vec<Span>, new: Span) {
    let before = |day: NaiveDate| day.pred_opt().unwrap_or(day);
    let mut kept = Vec::with_capacity(spans.len() + 2);
    for old in spans.drain(..) {
        // What of the old one lies before the new...
        if old.from < new.from {
            let to = old.to.map_or(before(new.from), |to| to.min(before(new.from)));
            kept.push(Span { to: Some(to), ..old });
        }
        // ...and after it.
        if let Some(after) = new.to.and_then(|to| to.succ_opt())
            && old.to.is_none_or(|to| to >= after)
        {
            kept.push(Span { from: old.from.max(after), ..old });
        }
    }
    kept.push(new);
    kept.sort_by_key(|span| span.from);
    *spans = kept;
}

/// The part of a span between two days.
#[must_use]
pub fn clip(span: Span, first: NaiveDate, last: Option<NaiveDate>) -> Option<Span> {
    let to = match (span.to, last) {
        (Some(to), Some(last)) => Some(to.min(last)),
        (to, last) => to.or(last),
    };
    let from = span.from.max(first);
    to.is_none_or(|to| from <= to).then_some(Span { from, to, ..span })
}

/// The days of `of` that no span of `without` holds, up to `last`.
#[must_use]
pub fn minus(of: &[(NaiveDate, Option<NaiveDate>)], without: &[Span], last: NaiveDate) -> Vec<Span> {
    let mut left: Vec<Span> = of
        .iter()
        .filter_map(|(from, to)| clip(Span { from: *from, to: *to, suspended: true }, *from, Some(last)))
        .collect();
    for taken in without {
        left = left.into_iter().flat_map(|span| cut(span, *taken)).collect();
    }
    left.sort_by_key(|span| span.from);
    left.dedup();
    left
}

fn cut(span: Span, taken: Span) -> Vec<Span> {
    let mut kept = Vec::with_capacity(2);
    if let Some(before) = taken.from.pred_opt() {
        kept.extend(clip(span, span.from, Some(before)));
    }
    if let Some(after) = taken.to.and_then(|to| to.succ_opt()) {
        kept.extend(clip(span, after, span.to));
    }
    kept
}
