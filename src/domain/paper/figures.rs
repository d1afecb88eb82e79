//! The figures of the law that the fixed sentences of a pact say, of the day
//! of the paper: frozen with it, since a copy of years later says what held
//! when it was signed.

use serde::{Deserialize, Serialize};

use crate::domain::parameters::Parameters;

/// Figures in the sentences of a pact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FiguresPaper {
    /// Shortest notice of a call of who has a benefit, hours (art. 21 c.6).
    pub call_hours_least: u32,
    /// Longest notice of it, hours.
    pub call_hours_most: u32,
    /// Days after the appointment by which an absence is justified (R-JUS-2).
    pub absence_days: u32,
    /// The same from the end of an impediment (R-JUS-3).
    pub impediment_days: u32,
    /// Working days to document why an offer was refused (R-JUS-5).
    pub refusal_days: u32,
    /// Occurrence of letters a) and b) that takes away benefit and status
    /// (art. 21 c.7).
    pub loss_at_a_b: u32,
    /// The same of letter c).
    pub loss_at_c: u32,
    /// The same of letter d).
    pub loss_at_d: u32,
    /// Months without a new DID after a loss by sanction (art. 21 c.9).
    pub wait_months: u32,
    /// Days to appeal (art. 21 c.12).
    pub appeal_days: u32,
    /// Agencies contacted by who has AdI or SFL.
    pub agencies: u32,
    /// Days from one confirmation of AdI or SFL to the next.
    pub confirm_days: u32,
}

impl Default for FiguresPaper {
    /// Of the papers frozen before the figures were: those of 2026.
    fn default() -> Self {
        Self {
            call_hours_least: 24,
            call_hours_most: 72,
            absence_days: 1,
            impediment_days: 1,
            refusal_days: 2,
            loss_at_a_b: 3,
            loss_at_c: 2,
            loss_at_d: 1,
            wait_months: 2,
            appeal_days: 30,
            agencies: 3,
            confirm_days: 90,
        }
    }
}

impl FiguresPaper {
    /// Those of a day; who has the SFL goes by its own for agencies and
    /// confirmation.
    #[must_use]
    pub fn of(day: &Parameters, sfl: bool) -> Self {
        let (agencies, confirm_days) = if sfl {
            (day.benefits.sfl_agencies, day.benefits.sfl_confirm_days)
        } else {
            (day.benefits.pad_agencies, day.benefits.adi_presence_days)
        };
        Self {
            call_hours_least: day.convocation.call_hours_least,
            call_hours_most: day.convocation.call_hours_most,
            absence_days: day.conditionality.absence_days,
            impediment_days: day.conditionality.impediment_days,
            refusal_days: day.conditionality.refusal_days,
            loss_at_a_b: day.conditionality.loss_at_a_b,
            loss_at_c: day.conditionality.loss_at_c,
            loss_at_d: day.conditionality.loss_at_d,
            wait_months: day.did.sanction_wait_months,
            appeal_days: day.conditionality.appeal_days,
            agencies,
            confirm_days,
        }
    }
}
