//! The clocks of a PAD (R-ADI, R-SFL, R-NAS). Pure, for card and radar.

use chrono::{Days, Months, NaiveDate};

use super::{Pad, PadState};
use crate::domain::deadline::Deadline;
use crate::domain::did::Benefit;
use crate::domain::parameters::Benefits;

/// The terms a PAD opens, those that still run.
#[must_use]
pub fn terms(pad: &Pad, terms: &Benefits) -> Vec<Deadline> {
    use PadState as S;
    let mut due = Vec::new();
    let open = !matches!(pad.state, S::Archived);
    if matches!(pad.state, S::Expected | S::Overdue) {
        due.extend(sign_by(pad, terms));
    }
    if let (Benefit::Adi, true, Some(signed), None) =
        (pad.benefit, open, pad.signed_on, pad.social_services_on)
    {
        due.push(Deadline::new(
            "primo incontro con i servizi sociali",
            signed,
            terms.adi_social_services_days,
            "R-ADI-1",
        ));
    }
    let before_pact = matches!(pad.state, S::Signed | S::ContactsValidated | S::Convened);
    if let (Benefit::Adi, true, Some(referred)) = (pad.benefit, before_pact, pad.referred_on) {
        due.push(Deadline::new("PSP di chi ha l'AdI", referred, terms.adi_psp_days, "R-ADI-2"));
    }
    due.extend(update_by(pad, terms));
    due.extend(extend_by(pad, terms));
    due
}

/// NASpI and DIS-COLL: last day to sign the PAD and give CV and PSP data on
/// SIISL (R-NAS-1); no sanction follows by itself (R-NAS-2).
#[must_use]
pub fn sign_by(pad: &Pad, terms: &Benefits) -> Option<Deadline> {
    let from = pad.benefit_from.filter(|_| pad.benefit.is_insurance() && pad.signed_on.is_none())?;
    Some(Deadline::new("PAD e curriculum su SIISL", from, terms.naspi_pad_days, "R-NAS-1"))
}

/// AdI and SFL in a PSP: last day of the next update or confirmation.
#[must_use]
pub fn update_by(pad: &Pad, terms: &Benefits) -> Option<Deadline> {
    if pad.state != PadState::PspLinked {
        return None;
    }
    let from = pad.confirmed_on.max(pad.linked_on)?;
    match pad.benefit {
        Benefit::Adi => Some(Deadline::new("presentarsi al CPI", from, terms.adi_presence_days, "R-ADI-3")),
        Benefit::Sfl => {
            Some(Deadline::new("conferma della partecipazione", from, terms.sfl_confirm_days, "R-SFL-3"))
        }
        Benefit::None | Benefit::Naspi | Benefit::DisColl => None,
    }
}

/// SFL: last day of the twelfth month, before which the PSP is updated for
/// the extension (R-SFL-4).
#[must_use]
pub fn extend_by(pad: &Pad, terms: &Benefits) -> Option<Deadline> {
    let alive = pad.benefit == Benefit::Sfl && pad.state != PadState::Archived;
    let from = pad.benefit_from.filter(|_| alive)?;
    let last =
        from.checked_add_months(Months::new(terms.sfl_update_months))?.checked_sub_days(Days::new(1))?;
    // Updated in the meantime: the term has done its work.
    if pad.confirmed_on.is_some_and(|day| day > last) {
        return None;
    }
    let days = u32::try_from((last - from).num_days()).ok()?;
    Some(Deadline::new("aggiornare il PSP per la proroga dell'SFL", from, days, "R-SFL-4"))
}

/// Has the term to sign passed? The last day is in time.
#[must_use]
pub fn sign_overdue(pad: &Pad, terms: &Benefits, today: NaiveDate) -> bool {
    sign_by(pad, terms).is_some_and(|term| today > term.due)
}

/// The overdue flag of a PAD in a PSP: 90 days without update.
#[must_use]
pub fn update_overdue(pad: &Pad, terms: &Benefits, today: NaiveDate) -> bool {
    update_by(pad, terms).is_some_and(|term| today > term.due)
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
        terms(pad, TERMS).into_iter().map(|t| (t.rule.to_string(), t.due.to_string())).collect()
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
        assert!(!update_overdue(&linked, TERMS, date("2026-05-30")));
        assert!(update_overdue(&linked, TERMS, date("2026-05-31")));
        let confirmed = Pad { confirmed_on: Some(date("2026-05-20")), ..linked };
        assert!(!update_overdue(&confirmed, TERMS, date("2026-05-31")), "counted from the last one");
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
        assert_eq!(sums(&pad), [pair("R-SFL-3", "2026-05-02"), pair("R-SFL-4", "2027-01-14")]);
        let ended = Pad { state: PadState::Archived, ..pad };
        assert_eq!(sums(&ended), []);
    }
}
