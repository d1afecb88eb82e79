//! The clocks of a PAD (R-ADI, R-SFL, R-NAS). Pure, for card and radar.

use chrono::NaiveDate;

use super::{Pad, PadState};
use crate::domain::deadline::{Clock, Kind, Span};
use crate::domain::did::Benefit;
use crate::domain::parameters::Benefits;

/// Days before the last from which the update for the extension is shown.
const UPDATE_NOTICE: u32 = 60;

/// The clocks a PAD opens, those that still run. `of` gives the figures of a
/// day: each clock runs by those of the day it started.
#[must_use]
pub fn clocks(pad: &Pad, of: impl Fn(NaiveDate) -> Benefits) -> Vec<Clock> {
    use PadState as S;
    let after = |kind, from, days| Clock::after(kind, from, days, pad.id.0);
    let adi = pad.benefit == Benefit::Adi && pad.state != S::Archived;
    let mut found = Vec::new();
    if matches!(pad.state, S::Expected | S::Overdue) {
        found.extend(sign_by(pad, &of));
    }
    if let (true, Some(signed), None) = (adi, pad.signed_on, pad.social_services_on) {
        found.push(after(Kind::AdiSocial, signed, of(signed).adi_social_services_days));
    }
    let before_pact = matches!(pad.state, S::Signed | S::ContactsValidated | S::Convened);
    if let (true, true, Some(referred)) = (adi, before_pact, pad.referred_on) {
        found.push(after(Kind::AdiPact, referred, of(referred).adi_psp_days));
    }
    found.extend(update_by(pad, &of));
    found.extend(extend_by(pad, &of));
    found
}

/// NASpI and DIS-COLL: last day to sign the PAD and give CV and PSP data on
/// SIISL (R-NAS-1); no sanction follows by itself (R-NAS-2).
fn sign_by(pad: &Pad, of: impl Fn(NaiveDate) -> Benefits) -> Option<Clock> {
    let from = pad.benefit_from.filter(|_| pad.benefit.is_insurance() && pad.signed_on.is_none())?;
    Some(Clock::after(Kind::PadSign, from, of(from).naspi_pad_days, pad.id.0))
}

/// AdI and SFL in a PSP: last day of the next update or confirmation.
fn update_by(pad: &Pad, of: impl Fn(NaiveDate) -> Benefits) -> Option<Clock> {
    if pad.state != PadState::PspLinked {
        return None;
    }
    let from = pad.confirmed_on.max(pad.linked_on)?;
    let (kind, days) = match pad.benefit {
        Benefit::Adi => (Kind::AdiPresence, of(from).adi_presence_days),
        Benefit::Sfl => (Kind::SflConfirm, of(from).sfl_confirm_days),
        Benefit::None | Benefit::Naspi | Benefit::DisColl => return None,
    };
    Some(Clock::after(kind, from, days, pad.id.0))
}

/// SFL: the twelfth month, before whose end the PSP is updated for the
/// extension, and the end of the benefit where it is not (R-SFL-4).
fn extend_by(pad: &Pad, of: impl Fn(NaiveDate) -> Benefits) -> Vec<Clock> {
    let alive = pad.benefit == Benefit::Sfl && pad.state != PadState::Archived;
    let Some(from) = pad.benefit_from.filter(|_| alive) else { return Vec::new() };
    let both = extension(from, &of(from), pad.id.0);
    // Updated in the meantime: the term has done its work.
    if pad.confirmed_on.is_some_and(|day| day > both[0].due) { Vec::new() } else { both.into() }
}

/// The months of an SFL that began on a day, and after them the days to its
/// end (R-SFL-4).
#[must_use]
pub fn extension(began: NaiveDate, figures: &Benefits, subject: uuid::Uuid) -> [Clock; 2] {
    let months = Span::WholeMonths(figures.sfl_update_months);
    let update = Clock::new(Kind::SflUpdate, began, months, subject, |_| false);
    let end = Clock::after(Kind::SflEnd, update.due, figures.sfl_end_days, subject);
    let next_day = update.due.succ_opt().unwrap_or(update.due);
    [update.shown_days_before(UPDATE_NOTICE), end.shown_from(next_day)]
}

/// Has the term to sign passed? The last day is in time.
#[must_use]
pub fn sign_overdue(pad: &Pad, terms: &Benefits, today: NaiveDate) -> bool {
    sign_by(pad, |_| *terms).is_some_and(|term| today > term.due)
}

/// The state as it is to be read on a day: an expected PAD is overdue by
/// itself, without anybody recording it.
#[must_use]
pub fn state_on(pad: &Pad, terms: &Benefits, today: NaiveDate) -> PadState {
    match pad.state {
        PadState::Expected if sign_overdue(pad, terms, today) => PadState::Overdue,
        state => state,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TERMS: &Benefits = &Benefits {
        pad_agencies: 3,
        naspi_pad_days: 15,
        adi_social_services_days: 120,
        adi_psp_days: 60,
        adi_presence_days: 90,
        adi_age_from: 18,
        adi_age_to: 59,
        sfl_agencies: 3,
        sfl_confirm_days: 90,
        sfl_update_months: 12,
        sfl_end_days: 90,
        registration_days: 15,
        registration_is_contact: true,
    };

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn sums(pad: &Pad) -> Vec<(String, String)> {
        clocks(pad, |_| *TERMS).into_iter().map(|c| (c.kind.rule().to_owned(), c.due.to_string())).collect()
    }

    fn pair(rule: &str, due: &str) -> (String, String) {
        (rule.to_owned(), due.to_owned())
    }

    #[test]
    fn naspi_signs_within_fifteen_days_of_the_benefit() {
        let pad = Pad { benefit: Benefit::Naspi, benefit_from: Some(date("2026-11-01")), ..Pad::default() };
        assert_eq!(sums(&pad), [pair("R-NAS-1", "2026-11-16")]);
        assert_eq!(state_on(&pad, TERMS, date("2026-11-16")), PadState::Expected);
        assert_eq!(state_on(&pad, TERMS, date("2026-11-17")), PadState::Overdue);
        let signed = Pad { signed_on: Some(date("2026-11-20")), state: PadState::Signed, ..pad };
        assert_eq!(sums(&signed), []);
    }

    #[test]
    fn adi_has_its_three_terms() {
        let pad = Pad {
            benefit: Benefit::Adi,
            signed_on: Some(date("2026-01-10")),
            referred_on: Some(date("2026-02-01")),
            state: PadState::Signed,
            ..Pad::default()
        };
        assert_eq!(sums(&pad), [pair("R-ADI-1", "2026-05-10"), pair("R-ADI-2", "2026-04-02")]);
        let linked = Pad {
            state: PadState::PspLinked,
            linked_on: Some(date("2026-03-01")),
            social_services_on: Some(date("2026-02-20")),
            ..pad
        };
        assert_eq!(sums(&linked), [pair("R-ADI-3", "2026-05-30")]);
        let confirmed = Pad { confirmed_on: Some(date("2026-05-20")), ..linked };
        assert_eq!(sums(&confirmed), [pair("R-ADI-3", "2026-08-18")], "counted from the last one");
    }

    #[test]
    fn sfl_is_extended_before_the_twelfth_month_ends() {
        let pad = Pad {
            benefit: Benefit::Sfl,
            benefit_from: Some(date("2026-01-15")),
            state: PadState::PspLinked,
            linked_on: Some(date("2026-02-01")),
            ..Pad::default()
        };
        let [confirm, update, end] =
            [("R-SFL-3", "2026-05-02"), ("R-SFL-4", "2027-01-14"), ("R-SFL-4", "2027-04-14")]
                .map(|(rule, due)| pair(rule, due));
        assert_eq!(sums(&pad), [confirm, update, end], "the end only from the day after");
        let ended = Pad { state: PadState::Archived, ..pad };
        assert_eq!(sums(&ended), []);
    }
}
